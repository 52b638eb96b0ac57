import { describe, expect, it } from "vitest";
import { column, facts, section, table, type Block, type Doc } from "#app/documents/model.ts";
import { narrowDoc } from "#app/documents/render/narrow.ts";
import { calendarDateOf } from "#app/domain/basics/dates.ts";

function paper(blocks: readonly Block[]): Doc {
  return { title: "A paper", language: "en-GB", organisation: { name: "Riverside Voices" }, madeOn: calendarDateOf("2026-03-03"), blocks };
}

const wide = table({
  caption: "Costs",
  columns: [column("What for"), column("When"), column("Amount", "money")],
  rows: [
    ["Bus", "3 March", "£4.60"],
    ["Taxi", "", "£12"],
  ],
  totals: [["Total", "", "£16.60"]],
});

describe("a narrow paper", () => {
  it("tells each row of a wide table as facts under the row's own words, and fills no empty cell of a total", () => {
    expect(narrowDoc(paper([wide]), 2).blocks).toEqual([
      section("Costs", [
        facts(
          [
            ["When", "3 March"],
            ["Amount", "£4.60"],
          ],
          "What for: Bus",
        ),
        {
          kind: "facts",
          caption: "What for: Taxi",
          rows: [{ name: "When", detail: [{ kind: "text", text: "" }] }, ...facts([["Amount", "£12"]]).rows],
        },
        {
          kind: "facts",
          caption: "Total",
          rows: [{ name: "When", detail: [{ kind: "text", text: "" }] }, ...facts([["Amount", "£16.60"]]).rows],
        },
      ]),
    ]);
  });

  it("leaves a table of two columns a table, also inside other parts", () => {
    const small = table({ caption: "Rooms", columns: [column("Room"), column("Seats")], rows: [["Hall", "80"]] });
    const doc = paper([section("Where", [small])]);
    expect(narrowDoc(doc, 2)).toEqual(doc);
  });

  it("still says the headers of a wide table that has no rows yet", () => {
    const empty = table({ caption: "Costs", columns: wide.columns, rows: [] });
    expect(JSON.stringify(narrowDoc(paper([empty]), 2))).toMatch(/What for.*When.*Amount/u);
  });
});
