// A paper as plain text: one line for each thought, nothing drawn with characters that a screen reader would read aloud.
// Expects a tidy, narrow paper; a wide table that gets here is still written whole, a row on each line.
import type { Block, BlockRenderers, Doc, Inline, PenLine, Row } from "#app/documents/model.ts";
import { headOf } from "#app/documents/render/head.ts";
import { plainWords } from "#app/documents/render/tidy.ts";

const rule = "____________________";

/** The whole paper as text that ends with one line break. */
export function renderPlainText(doc: Doc): string {
  return [...head(doc), ...written(doc.blocks)]
    .join("\n\n")
    .replace(/\u00a0/gu, " ")
    .concat("\n");
}

function head(doc: Doc): string[] {
  const { sender, recipient, aboutBeforeTitle, title, aboutAfterTitle, audience } = headOf(doc);
  const opening = [title, ...aboutAfterTitle, ...(audience === undefined ? [] : [audience])];
  return [sender, recipient, aboutBeforeTitle, opening].filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
}

const blocks: BlockRenderers<null, string> = {
  // A part that starts a new sheet or not reads the same here; the blank line before a heading is all the room text has.
  section: (block) => [`\n${words(block.heading)}`, ...written(block.blocks)].join("\n\n"),
  paragraph: (block) => words(block.content),
  list: (block) => block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : "-"} ${words(item)}`).join("\n"),
  facts: (block) => [...captionLine(block.caption), ...block.rows.map((row) => `${row.name}: ${words(row.detail)}`.trimEnd())].join("\n"),
  table: (block) =>
    [block.caption, block.columns.map((column) => column.header).join(": "), ...[...block.rows, ...block.totals].map(rowLine)].join("\n"),
  callout: (block) => [block.title, ...written(block.blocks)].join("\n\n"),
  address: (block) => block.lines.join("\n"),
  "pen-lines": (block) => block.lines.map(penLine).join("\n"),
  signature: (block) => [words(block.declaration), block.lines.map(penLine).join("\n")].join("\n\n"),
  "tick-boxes": (block) =>
    [
      block.question,
      ...(block.line === undefined ? [] : [penLine(block.line)]),
      ...block.options.map((option) => `${option.isTicked ? "[x]" : "[ ]"} ${words(option.label)}`),
    ].join("\n"),
  // Text has no picture to scan: the address it stands for says as much.
  // The address stands in words beside the square already.
  "scan-square": (block) => block.words,
  "hold-up-card": (block) => block.words,
  pictured: (block) => block.lines.join("\n"),
  // The line under a photo says what it shows.
  photo: (block) => block.caption,
};

function written(list: readonly Block[]): string[] {
  return list.map((block) => (blocks[block.kind] as (block: Block, place: null) => string)(block, null));
}

function captionLine(caption: string | undefined): string[] {
  return caption === undefined ? [] : [caption];
}

function rowLine(row: Row): string {
  return row.map(words).join(": ").trimEnd();
}

function penLine(line: PenLine): string {
  return `${line.label}: ${line.filled ?? rule}`;
}

function words(content: readonly Inline[]): string {
  return plainWords(content).trim();
}
