// Every piece of text a paper would show, so that each character can be looked for in our typefaces before anything is drawn.
import type { Block, BlockRenderers, Doc, Inline, PenLine, Row } from "#app/documents/model.ts";
import { referenceLabel, scanAlternative, sheetNumber } from "#app/documents/render/fixed-words.ts";
import { plainWords } from "#app/documents/render/tidy.ts";

/** All texts of a paper, those the renderers add included, in reading order. */
export function textsOf(doc: Doc): readonly string[] {
  const { name, address, phone, email } = doc.organisation;
  const head = [
    name,
    ...(address ?? []),
    phone,
    email,
    ...(doc.addressedTo ?? []),
    doc.title,
    doc.edition,
    referenceLabel,
    doc.reference,
    doc.audience,
  ];
  return [...head.filter((text) => text !== undefined), sheetNumber(0, 0), ...inBlocks(doc.blocks)];
}

const texts: BlockRenderers<null, readonly string[]> = {
  section: (block) => [words(block.heading), ...inBlocks(block.blocks)],
  paragraph: (block) => [words(block.content)],
  list: (block) => block.items.map(words),
  facts: (block) => [block.caption ?? "", ...block.rows.flatMap((row) => [row.name, words(row.detail)])],
  table: (block) => [block.caption, ...block.columns.map((column) => column.header), ...[...block.rows, ...block.totals].flatMap(rowTexts)],
  callout: (block) => [block.title, ...inBlocks(block.blocks)],
  address: (block) => block.lines,
  "pen-lines": (block) => block.lines.flatMap(penTexts),
  signature: (block) => [words(block.declaration), ...block.lines.flatMap(penTexts)],
  "tick-boxes": (block) => [
    block.question,
    ...(block.line === undefined ? [] : penTexts(block.line)),
    ...block.options.map((option) => words(option.label)),
  ],
  "scan-square": (block) => [block.words, scanAlternative(block.address)],
  "hold-up-card": (block) => [block.words],
  pictured: (block) => block.lines,
  // What it shows is heard and never drawn, so it asks nothing of a typeface.
  photo: (block) => [block.caption],
};

function inBlocks(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (texts[block.kind] as (block: Block, place: null) => readonly string[])(block, null));
}

function words(content: readonly Inline[]): string {
  return plainWords(content);
}

function rowTexts(row: Row): readonly string[] {
  return row.map(words);
}

function penTexts(line: PenLine): readonly string[] {
  return [line.label, line.filled ?? ""];
}
