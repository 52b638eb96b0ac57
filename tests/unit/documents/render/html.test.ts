import { describe, expect, it } from "vitest";
import { callout, column, facts, paragraph, phone, section, table, tickBoxes, type Block, type Doc } from "#app/documents/model.ts";
import { renderHtmlPage, renderHtmlPart } from "#app/documents/render/html.ts";
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

describe("a paper as a page", () => {
  it("needs nothing else: no script, no sheet, no picture", () => {
    const page = renderHtmlPage(paper([]));
    expect(page).not.toMatch(/<script|<link|src=|url\(|@import/u);
    expect(page).toMatch(/^<!doctype html>\n<html lang="en-GB">/u);
    expect(page).toContain("<title>A paper</title>");
  });

  it("carries the logo inside itself, with what it shows in words", () => {
    const logo = { address: "data:image/png;base64,AAAA", width: 240, height: 80, description: 'A "blue" lifebelt' };
    const page = renderHtmlPage(paper([], { organisation: { name: "Riverside Voices", logo } }));
    expect(page).toContain('src="data:image/png;base64,AAAA" alt="A &quot;blue&quot; lifebelt" width="240" height="80"');
    expect(page).not.toMatch(/src="(?!data:)/u);
  });

  it("escapes people's words in text, in attributes and in the style that prints at the foot of each sheet", () => {
    const words = `"}</style><script>alert('1')</script>&`;
    const page = renderHtmlPage(
      paper([table({ caption: words, columns: [column("a"), column(words)], rows: [[words, words]] })], {
        title: words,
        audience: words,
        reference: words,
      }),
    );
    expect(page).not.toContain("<script>");
    expect(page.match(/<\/style>/gu)).toHaveLength(1);
    expect(page).toContain("&quot;}&lt;/style&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;");
  });

  it("starts its headings at the second level under the title, and goes no deeper than six", () => {
    const deep = Array.from({ length: 7 }).reduce<Block>((inner, _, index) => section(`Part ${7 - index}`, [inner]), paragraph("end"));
    const levels = [...renderHtmlPart(paper([deep])).matchAll(/<h([1-6])>/gu)].map((match) => Number(match[1]));
    expect(levels).toEqual([1, 2, 3, 4, 5, 6, 6, 6]);
  });

  it("names each table, group and set of boxes by an id of its own", () => {
    const part = renderHtmlPart(
      paper([
        table({ caption: "Rooms", columns: [column("Room")], rows: [] }),
        callout("note", "Good to know", [paragraph("a")]),
        facts([["a", "b"]], "Bus"),
        tickBoxes("Which?", [["This", true]]),
      ]),
    );
    const ids = [...part.matchAll(/ id="([^"]+)"/gu)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(part).toContain(`aria-labelledby="${id}"`);
  });

  it("says whether a box is ticked to those who do not see it", () => {
    const part = renderHtmlPart(
      paper([
        tickBoxes("Which?", [
          ["This", true],
          ["That", false],
        ]),
      ]),
    );
    expect([...part.matchAll(/aria-label="([^"]+)"/gu)].map((match) => match[1])).toEqual(["Ticked", "Not ticked"]);
  });

  it("lets a phone number be rung", () => {
    expect(renderHtmlPart(paper([paragraph(phone("01632 960 001"))]))).toContain(
      '<a class="phone" href="tel:01632960001">01632 960 001</a>',
    );
  });

  it("gives cells their header's words for narrow screens, and header cells their scope", () => {
    const part = renderHtmlPart(
      paper([table({ caption: "Costs", columns: [column("What"), column("Amount", "money")], rows: [["Bus", "£4"]] })]),
    );
    expect(part).toContain('<th scope="col" role="columnheader" class="figures">Amount</th>');
    expect(part).toContain('<th scope="row" role="rowheader">Bus</th><td role="cell" class="figures" data-header="Amount">£4</td>');
  });
});
