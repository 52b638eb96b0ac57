// Tree to tree: a table too wide to read becomes one short list of facts for each of its rows. Used by plain text and large
// print, where shrinking or squeezing would be no help to anybody.
import { written, type Block, type Doc, type Fact, type List, type Row, type Section, type Table } from "#app/documents/model.ts";
import { plainWords } from "#app/documents/render/tidy.ts";

/** The same paper in which no table has more columns than stated. Everything that was in a table is still there. */
export function narrowDoc(doc: Doc, mostColumns: number): Doc {
  return { ...doc, blocks: narrowBlocks(doc.blocks, mostColumns) };
}

/** The same blocks in which no table has more columns than stated. */
export function narrowBlocks(blocks: readonly Block[], mostColumns: number): readonly Block[] {
  return blocks.map((block) => {
    if (block.kind === "section") return { ...block, blocks: narrowBlocks(block.blocks, mostColumns) };
    if (block.kind === "table" && block.columns.length > mostColumns) return tableAsFacts(block);
    return block;
  });
}

/** A part headed by the table's caption, with the facts of each row under the words that headed the row. */
export function tableAsFacts(table: Table): Section {
  const heads = table.columns.map((column) => column.header);
  return {
    kind: "section",
    heading: [{ kind: "text", text: table.caption }],
    startsNewSheet: false,
    blocks: [
      // With no row to say them in, the headers themselves are what the table says.
      ...(table.rows.length === 0 ? [headersAlone(heads)] : []),
      ...table.rows.map((row) => ({ kind: "facts" as const, caption: `${heads[0] ?? ""}: ${rowName(row)}`, rows: rowFacts(heads, row) })),
      // A total is no instance of what the first column holds, so its header is not said; and its empty cells are for nobody to fill.
      ...table.totals.map((row) => ({
        kind: "facts" as const,
        caption: rowName(row),
        rows: rowFacts(heads, row).filter((fact) => fact.detail.length > 0),
      })),
    ],
  };
}

function headersAlone(heads: readonly string[]): List {
  return { kind: "list", ordered: false, items: heads.map(written) };
}

function rowName(row: Row): string {
  return plainWords(row[0] ?? []);
}

/** An empty cell stays as a name with nothing after it, because on paper somebody may be meant to write there. */
function rowFacts(heads: readonly string[], row: Row): readonly Fact[] {
  return row.slice(1).map((cell, index) => ({ name: heads[index + 1] ?? "", detail: cell }));
}
