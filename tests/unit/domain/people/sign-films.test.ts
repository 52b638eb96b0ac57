// Where a film in sign language may be, how long it is, and when it is no longer shown.
import { describe, expect, test } from "vitest";
import { filmState, readFilmAddress, readFilmLength } from "#app/domain/people/sign-films.ts";

describe("a film in sign language", () => {
  test.each([
    "http://films.example.org/a",
    "films.example.org",
    "https://",
    "https://films",
    "javascript:alert(1)",
    "https://a:b@films.example.org/",
  ])("is not taken from %s", (typed) => expect(readFilmAddress(typed)).toEqual({ ok: false, refusal: "not-https" }));

  test("is taken from an address that begins with https, spaces around it or not", () => {
    expect(readFilmAddress(" https://films.example.org/harbour ")).toEqual({ ok: true, value: "https://films.example.org/harbour" });
  });

  test("is as long as its minutes and seconds", () => {
    expect(readFilmLength("1:40")).toEqual({ ok: true, value: 100 });
    expect(readFilmLength("0:45")).toEqual({ ok: true, value: 45 });
    for (const typed of ["0:00", "1:60", "100", "", "1.40", "60:00"]) expect(readFilmLength(typed).ok).toBe(false);
  });

  test("is out of date once the page says something else", () => {
    expect(filmState(null, "now")).toBe("none");
    expect(filmState({ checkedWords: "now" }, "now")).toBe("shown");
    expect(filmState({ checkedWords: "before" }, "now")).toBe("out-of-date");
  });
});
