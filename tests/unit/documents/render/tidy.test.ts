import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bullets, facts, link, paragraph, section, table, type Block, type Doc } from "#app/documents/model.ts";
import { addressOnPaper, isBlank, plainWords, tidyDoc, tidyText } from "#app/documents/render/tidy.ts";
import { calendarDateOf } from "#app/domain/basics/dates.ts";

function paper(blocks: readonly Block[], more: Partial<Doc> = {}): Doc {
  return {
    title: "A paper",
    language: "en-GB",
    organisation: { name: "Riverside Voices" },
    madeOn: calendarDateOf("2026-03-03"),
    blocks,
    ...more,
  };
}

describe("tidy text", () => {
  it.each([
    ["a direction override", "invoice\u202egnp.exe", "invoicegnp.exe"],
    ["a nought and other controls", "a\u0000b\u0007c\u007fd\u0085e", "abcde"],
    ["a soft hyphen", "co\u00adoperate", "cooperate"],
    ["a hyphen that looks like a hyphen", "step\u2011free", "step-free"],
    ["a byte order mark", "\ufeffhello", "hello"],
    ["half a character", "a\ud800b", "a\ufffdb"],
    ["lines and tabs", "one\r\n\ttwo\u2028three", "one two three"],
    ["letters written in two parts", "W\u0302yn", "Ŵyn"],
    ["hidden character between a letter and its mark", "W\u200e\u0302yn", "Ŵyn"],
  ])("has no %s", (_, given, expected) => {
    expect(tidyText(given)).toBe(expected);
  });

  it("keeps a space that was meant to hold two words together", () => {
    expect(tidyText("01632\u202f960")).toBe("01632\u00a0960");
  });

  it("for any text, is tidy already the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(tidyText(tidyText(text))).toBe(tidyText(text));
      }),
    );
  }, 30_000);

  it("is blank when there is nothing in it to see or hear", () => {
    expect(["", " ", "\u00a0", "\u200b\u200d", "\u3164"].map(isBlank)).toEqual([true, true, true, true, true]);
    expect(isBlank("0")).toBe(false);
  });
});

describe("a tidy paper", () => {
  it("says so where a title, a heading or a label was left blank, because readers find their way by them", () => {
    const doc = tidyDoc(paper([section("\u200b", [facts([[" ", "x"]])])], { title: "\u0000" }));
    expect(doc.title).toBe("(left blank)");
    expect(doc.blocks).toEqual([section("(left blank)", [facts([["(left blank)", "x"]])])]);
  });

  it("has no empty paragraphs, lists or items", () => {
    const doc = tidyDoc(paper([paragraph(" "), bullets([]), bullets([""]), bullets(["a", "\u200b"]), facts([])]));
    expect(doc.blocks).toEqual([bullets(["a"])]);
  });

  it("leaves an empty cell empty, because on paper somebody may write there", () => {
    const blank = table({
      caption: "Costs",
      columns: [
        { header: "What", holds: "words" },
        { header: "Amount", holds: "money" },
      ],
      rows: [["Bus", ""]],
    });
    const [found] = tidyDoc(paper([blank])).blocks;
    expect(found).toEqual({ ...blank, rows: [[[{ kind: "text", text: "Bus" }], []]] });
  });

  it("drops a reference or an audience that says nothing", () => {
    expect(tidyDoc(paper([], { reference: " ", audience: "\u200b" }))).toEqual(paper([]));
  });

  it("stops at a row with another number of cells than columns: that is a fault of ours", () => {
    const row = [{ kind: "text" as const, text: "only one" }];
    const wrong: Block = {
      kind: "table",
      caption: "Costs",
      columns: [
        { header: "a", holds: "words" },
        { header: "b", holds: "words" },
      ],
      rows: [[row]],
      totals: [],
    };
    expect(() => tidyDoc(paper([wrong]))).toThrow("2 columns and a row of 1 cells");
  });

  it("gives a link without words its address as words", () => {
    expect(tidyDoc(paper([paragraph(link(" ", "https://example.org/"))])).blocks).toEqual([
      paragraph(link("https://example.org/", "https://example.org/")),
    ]);
  });
});

describe("addresses on paper", () => {
  it.each([
    ["https://www.example.org/help/", "www.example.org/help"],
    ["mailto:hello@example.org", "hello@example.org"],
    ["tel:01632960001", "01632960001"],
  ])("are written as people type them: %s", (address, expected) => {
    expect(addressOnPaper({ kind: "link", text: "here", address })).toBe(expected);
  });

  it("are not said twice", () => {
    expect(plainWords([{ kind: "link", text: "hello@example.org", address: "mailto:hello@example.org" }])).toBe("hello@example.org");
    expect(plainWords([{ kind: "link", text: "01632 960 001", address: "tel:01632960001" }])).toBe("01632 960 001");
  });
});
