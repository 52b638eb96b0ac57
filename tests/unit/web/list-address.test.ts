// What a list shows, as its address says.
import { describe, expect, test } from "vitest";
import { addressWith, onePage, rowsOnAPage } from "#app/web/list-address.ts";

const rows = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const asked = (query: string, count: number) => onePage(new Request(`http://localhost/people${query}`), rows(count));

describe("a page of a list", () => {
  test("is the first where the address names none, or nothing that can be a page", () => {
    for (const query of ["", "?page=1", "?page=0", "?page=-2", "?page=1.5", "?page=two", "?page=NaN"]) {
      expect(asked(query, 60)).toEqual({ rows: rows(25), page: 1, pages: 3 });
    }
  });

  test("past the end is the last, so that an old address still shows something", () => {
    expect(asked("?page=9", 60)).toEqual({ rows: [51, 52, 53, 54, 55, 56, 57, 58, 59, 60], page: 3, pages: 3 });
    expect(asked("?page=2", 0)).toEqual({ rows: [], page: 1, pages: 1 });
  });

  test("is everything where all is asked for", () => {
    expect(asked("?page=all", 60)).toEqual({ rows: rows(60), page: null, pages: 3 });
  });

  test("together hold every row once, whatever the length", () => {
    for (const count of [1, rowsOnAPage, rowsOnAPage + 1, 99]) {
      const { pages } = asked("", count);
      expect(rows(pages).flatMap((page) => asked(`?page=${String(page)}`, count).rows)).toEqual(rows(count));
    }
  });
});

test("an address leaves out what is not asked for, and keeps what was typed whole", () => {
  expect(addressWith("/people", { name: "", page: 2 })).toBe("/people?page=2");
  expect(addressWith("/people", { name: "O'Neil & Zoë", page: "all" })).toBe("/people?name=O%27Neil+%26+Zo%C3%AB&page=all");
  expect(addressWith("/people", { name: "" })).toBe("/people");
});
