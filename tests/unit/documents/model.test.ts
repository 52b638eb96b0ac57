import { describe, expect, it } from "vitest";
import { abbreviation, column, link, strong, table, written } from "#app/documents/model.ts";

describe("writing a paper", () => {
  it("takes a plain string, one inline, or both in a row", () => {
    expect(written("a")).toEqual([{ kind: "text", text: "a" }]);
    expect(written(strong("a"))).toEqual([{ kind: "strong", text: "a" }]);
    expect(written(["Ask for ", abbreviation("BSL", "British Sign Language")])).toEqual([
      { kind: "text", text: "Ask for " },
      { kind: "abbreviation", short: "BSL", long: "British Sign Language" },
    ]);
  });

  it.each(["https://example.org/", "mailto:a@example.org", "tel:01632960001"])("may lead to %s", (address) => {
    expect(link("here", address)).toEqual({ kind: "link", text: "here", address });
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "/meetings", 'https://example.org/"onclick=', "https://a b", ""])(
    "never leads to %j",
    (address) => {
      expect(() => link("here", address)).toThrow("address of an unknown kind");
    },
  );

  it("stops at once at a row that does not fit its columns", () => {
    expect(() => table({ caption: "Costs", columns: [column("a"), column("b")], rows: [["only one"]] })).toThrow(
      "2 columns and a row of 1 cells",
    );
  });
});
