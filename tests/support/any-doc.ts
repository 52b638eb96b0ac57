// Papers of every shape for property tests: any blocks in any order, with words as awkward as people's and worse.
import fc from "fast-check";
import { written, type Block, type Callout, type Doc, type Inline, type PenLine, type Section, type Table } from "#app/documents/model.ts";
import { calendarDateOf } from "#app/domain/basics/dates.ts";

/** Words of many scripts our typefaces draw, with PDF and HTML syntax, controls and hidden characters among them. */
export const anyPrintableText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        weight: 8,
        arbitrary: fc.constantFrom(
          "the",
          "room",
          "is",
          "step-free",
          "Łucja",
          "Ŵyn",
          "Zażółć",
          "Nguyễn",
          "Ελένη",
          "Олена",
          "naïve",
          "£12.50",
          "2026–27",
          "’s",
          "01632 960 001",
        ),
      },
      { weight: 3, arbitrary: fc.string({ unit: "grapheme-ascii", maxLength: 12 }) },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          "(",
          ")",
          "\\",
          ") Tj ET EMC",
          "/JS (app.alert(1))",
          "endstream endobj",
          "<< /S /URI >>",
          "<script>alert(1)</script>",
          "&amp;",
          "]]>",
          "%PDF-1.7",
          "--",
          "\u0000",
          "\u202e",
          "\u2066",
          "\u200f",
          "\u00ad",
          "\ufeff",
          "\ud800",
          "\u00a0",
          "\n",
          "\t",
          "\u200b",
          "e\u0301",
          "\u0301",
          "\u2011",
          "W".repeat(90),
          "https://example.org/" + "a".repeat(70),
        ),
      },
    ),
    { minLength: 0, maxLength: 9 },
  )
  .map((words) => words.join(" "));

/** Any text at all, in any script. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  anyPrintableText,
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({ unit: "grapheme", maxLength: 20 }),
);

function anyInline(text: fc.Arbitrary<string>): fc.Arbitrary<Inline> {
  return fc.oneof(
    { weight: 5, arbitrary: text.map((words): Inline => ({ kind: "text", text: words })) },
    text.map((words): Inline => ({ kind: "strong", text: words })),
    text.map((words): Inline => ({ kind: "link", text: words, address: "https://www.example.org/a/long/way/to/go" })),
    fc.tuple(text, text).map(([short, long]): Inline => ({ kind: "abbreviation", short, long })),
    fc.constant<Inline>({ kind: "phone", number: "01632 960 001" }),
  );
}

function anyTable(text: fc.Arbitrary<string>, mostColumns: number): fc.Arbitrary<Table> {
  return fc
    .tuple(fc.integer({ min: 0, max: mostColumns }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 }))
    .chain(([columns, rows, totals]) => {
      const row = fc.array(
        text.map((words) => written(words)),
        { minLength: columns, maxLength: columns },
      );
      return fc.record({
        kind: fc.constant("table" as const),
        caption: text,
        columns: fc.array(fc.record({ header: text, holds: fc.constantFrom("words" as const, "money" as const, "count" as const) }), {
          minLength: columns,
          maxLength: columns,
        }),
        rows: fc.array(row, { minLength: rows, maxLength: rows }),
        totals: fc.array(row, { minLength: totals, maxLength: totals }),
      });
    });
}

// A PNG of one dot.
const onePixel = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

function anyBlock(text: fc.Arbitrary<string>, mostColumns: number): fc.Arbitrary<Block> {
  const content = fc.array(anyInline(text), { maxLength: 4 });
  const paragraph = content.map((words) => ({ kind: "paragraph" as const, content: words }));
  const list = fc.record({ kind: fc.constant("list" as const), ordered: fc.boolean(), items: fc.array(content, { maxLength: 5 }) });
  const rows = fc.array(fc.record({ name: text, detail: content }), { maxLength: 5 });
  const facts = fc.oneof(
    rows.map((found) => ({ kind: "facts" as const, rows: found })),
    fc.tuple(rows, text).map(([found, caption]) => ({ kind: "facts" as const, caption, rows: found })),
  );
  const room = fc.constantFrom<PenLine["room"]>("few-words", "date", "line", "sentences", "signature");
  const penLine: fc.Arbitrary<PenLine> = fc.oneof(fc.record({ label: text, room }), fc.record({ label: text, room, filled: text }));
  const penLines = fc.array(penLine, { maxLength: 4 });
  const callout: fc.Arbitrary<Callout> = fc.record({
    kind: fc.constant("callout" as const),
    meaning: fc.constantFrom<Callout["meaning"]>("deadline", "warning", "note", "choice"),
    title: text,
    blocks: fc.array(fc.oneof(paragraph, list, facts), { maxLength: 3 }),
  });
  const { block } = fc.letrec<{ block: Block; section: Section }>((tie) => ({
    section: fc.record({
      kind: fc.constant("section" as const),
      heading: content,
      startsNewSheet: fc.boolean(),
      blocks: fc.array(tie("block"), { maxLength: 3 }),
    }),
    block: fc.oneof(
      { maxDepth: 7, depthSize: "medium" },
      paragraph,
      list,
      facts,
      anyTable(text, mostColumns),
      callout,
      fc.record({ kind: fc.constant("address" as const), lines: fc.array(text, { maxLength: 4 }) }),
      penLines.map((lines) => ({ kind: "pen-lines" as const, lines })),
      fc.record({ kind: fc.constant("signature" as const), declaration: content, lines: penLines }),
      fc.record({
        kind: fc.constant("tick-boxes" as const),
        question: text,
        options: fc.array(fc.record({ label: content, isTicked: fc.boolean() }), { maxLength: 4 }),
      }),
      fc.record({
        kind: fc.constant("tick-boxes" as const),
        question: text,
        line: penLine,
        options: fc.array(fc.record({ label: content, isTicked: fc.boolean() }), { maxLength: 4 }),
      }),
      text.map((words) => ({ kind: "photo" as const, address: onePixel, width: 40, height: 30, shows: words, caption: words })),
      text.map((words) => ({ kind: "pictured" as const, picture: "clock" as const, lines: [words] })),
      text.map((words) => ({ kind: "hold-up-card" as const, shape: "octagon" as const, words })),
      text.map((words) => ({ kind: "scan-square" as const, address: "https://www.example.org/i/abc", words })),
      tie("section"),
    ),
  }));
  return block;
}

/** Any paper whose words are made of the given text, with tables no wider than asked. */
export function anyDoc(text: fc.Arbitrary<string>, mostColumns = 5): fc.Arbitrary<Doc> {
  return fc
    .tuple(
      fc.record({ title: text, name: text, blocks: fc.array(anyBlock(text, mostColumns), { maxLength: 6 }) }),
      fc.record(
        { edition: text, reference: text, audience: text, addressedTo: fc.array(text, { maxLength: 5 }), saveAs: text },
        { requiredKeys: [] },
      ),
    )
    .map(([{ title, name, blocks }, extras]) => ({
      title,
      language: "en-GB",
      organisation: { name, address: ["Old Dispensary", "14 Quay Street"], phone: "01632 960 001" },
      madeOn: calendarDateOf("2026-03-03"),
      blocks,
      ...extras,
    }));
}
