// Tree to tree: makes every character of a paper safe to show, and leaves no element empty. People's own words come through
// here before any renderer sees them (promises.md T9 and R11).
import type { Block, BlockRenderers, Callout, Doc, Fact, Inline, PenLine, Row } from "#app/documents/model.ts";
import { nothingWritten } from "#app/documents/render/fixed-words.ts";

/** Characters that steer a display or hide in text: controls, direction overrides, byte order marks, noncharacters. */
const steering =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\p{Noncharacter_Code_Point}]/gu;
const softHyphens = /\u00ad/gu;
const hyphenLookalikes = /[\u2010\u2011]/gu;
const gluedSpaces = /[\u00a0\u2007\u202f]+/gu;
const spaces = /[\t\n\v\f\r\u2028\u2029 \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+/gu;

/**
 * The same words with nothing in them that steers a display. Soft hyphens go, because a hyphen and a soft hyphen can share
 * a letterform and would be copied as each other; unbroken spaces stay unbroken; all other space becomes single spaces.
 */
export function tidyText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(steering, "")
      .replace(softHyphens, "")
      // After the removals, because what stood between a letter and its mark may have gone.
      .normalize("NFC")
      .replace(hyphenLookalikes, "-")
      .replace(gluedSpaces, "\u00a0")
      .replace(spaces, " ")
  );
}

/** True when there is nothing to read, to see or to hear. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Default_Ignorable_Code_Point}\p{M}]*$/u.test(text);
}

/** The same paper with safe characters, no empty blocks, and a plain sign where a title or a label was left blank. */
export function tidyDoc(doc: Doc): Doc {
  const { edition, reference, audience, addressedTo, ...rest } = doc;
  return {
    ...rest,
    title: label(doc.title),
    organisation: tidyOrganisation(doc.organisation),
    blocks: tidyBlocks(doc.blocks),
    ...present("edition", edition),
    ...present("reference", reference),
    ...present("audience", audience),
    ...(addressedTo === undefined ? {} : { addressedTo: lines(addressedTo) }),
  };
}

function tidyOrganisation(organisation: Doc["organisation"]): Doc["organisation"] {
  return {
    name: label(organisation.name),
    ...(organisation.address === undefined ? {} : { address: lines(organisation.address) }),
    ...present("phone", organisation.phone),
    ...present("email", organisation.email),
    ...(organisation.logo === undefined ? {} : { logo: { ...organisation.logo, description: label(organisation.logo.description) } }),
  };
}

const tidied: BlockRenderers<null, Block | undefined> = {
  section: (block) => ({ ...block, heading: headingWords(block.heading), blocks: tidyBlocks(block.blocks) }),
  paragraph: (block) => orNothing(words(block.content), (content) => ({ ...block, content })),
  list(block) {
    const items = block.items.map(words).filter((item) => item.length > 0);
    return items.length === 0 ? undefined : { ...block, items };
  },
  facts(block) {
    if (block.rows.length === 0) return undefined;
    return { kind: "facts", rows: block.rows.map(tidyFact), ...present("caption", block.caption) };
  },
  table(block) {
    if (block.columns.length === 0) return undefined;
    const asRow = (row: Row): Row => {
      if (row.length !== block.columns.length) {
        throw new Error(`The table “${block.caption}” has ${block.columns.length} columns and a row of ${row.length} cells`);
      }
      return row.map((cell, index) => (index === 0 ? headingWords(cell) : words(cell)));
    };
    return {
      kind: "table",
      caption: label(block.caption),
      columns: block.columns.map((column) => ({ ...column, header: label(column.header) })),
      rows: block.rows.map(asRow),
      totals: block.totals.map(asRow),
    };
  },
  callout: (block) => ({ ...block, title: label(block.title), blocks: tidyBlocks(block.blocks).filter(fitsCallout) }),
  address: (block) => orNothing(lines(block.lines), (kept) => ({ kind: "address", lines: kept })),
  "pen-lines": (block) => orNothing(block.lines.map(tidyPenLine), (kept) => ({ kind: "pen-lines", lines: kept })),
  signature: (block) => ({ kind: "signature", declaration: headingWords(block.declaration), lines: block.lines.map(tidyPenLine) }),
  "tick-boxes": (block) => ({
    kind: "tick-boxes",
    question: label(block.question),
    ...(block.line === undefined ? {} : { line: tidyPenLine(block.line) }),
    options: block.options.map((option) => ({ ...option, label: headingWords(option.label) })),
  }),
  "scan-square": (block) => ({ ...block, words: label(block.words) }),
  "hold-up-card": (block) => ({ ...block, words: label(block.words) }),
  pictured: (block) => orNothing(lines(block.lines), (kept) => ({ ...block, lines: kept })),
  photo: (block) => ({ ...block, shows: label(block.shows), caption: label(block.caption) }),
};

function tidyBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => tidyBlock(block) ?? []);
}

/** Calls the function for this block's kind. */
function tidyBlock(block: Block): Block | undefined {
  return (tidied[block.kind] as (block: Block, place: null) => Block | undefined)(block, null);
}

function fitsCallout(block: Block): block is Callout["blocks"][number] {
  return block.kind === "paragraph" || block.kind === "list" || block.kind === "facts";
}

function tidyFact(fact: Fact): Fact {
  return { name: label(fact.name), detail: words(fact.detail) };
}

function tidyPenLine(line: PenLine): PenLine {
  return { label: label(line.label), room: line.room, ...present("filled", line.filled) };
}

function orNothing<Item>(items: readonly Item[], make: (items: readonly Item[]) => Block): Block | undefined {
  return items.length === 0 ? undefined : make(items);
}

function headingWords(content: readonly Inline[]): readonly Inline[] {
  const kept = words(content);
  return kept.length === 0 ? [{ kind: "text", text: nothingWritten }] : kept;
}

function label(text: string): string {
  const tidy = tidyText(text).trim();
  return isBlank(tidy) ? nothingWritten : tidy;
}

function lines(texts: readonly string[]): readonly string[] {
  return texts.map((text) => tidyText(text).trim()).filter((text) => !isBlank(text));
}

function present<Key extends string>(key: Key, text: string | undefined): { readonly [Name in Key]?: string } {
  if (text === undefined) return {};
  const tidy = tidyText(text).trim();
  // A computed key widens to an index, so the one key is asserted back.
  return isBlank(tidy) ? {} : ({ [key]: tidy } as { readonly [Name in Key]: string });
}

/** Inlines with safe characters; none at all when together they say nothing. */
function words(content: readonly Inline[]): readonly Inline[] {
  const tidy = content.map(tidyInline).filter((inline) => inlineText(inline) !== "");
  return isBlank(tidy.map(inlineText).join("")) ? [] : tidy;
}

function tidyInline(inline: Inline): Inline {
  if (inline.kind === "abbreviation") return { ...inline, short: label(inline.short), long: label(inline.long) };
  if (inline.kind === "phone") return { ...inline, number: tidyText(inline.number).trim() };
  // A link has to have words of its own; where it has none, its address is said.
  if (inline.kind === "link")
    return isBlank(tidyText(inline.text)) ? { ...inline, text: inline.address } : { ...inline, text: tidyText(inline.text) };
  return { ...inline, text: tidyText(inline.text) };
}

/** The words of an inline as they are said on paper, without its address. */
export function inlineText(inline: Inline): string {
  if (inline.kind === "abbreviation") return `${inline.long} (${inline.short})`;
  if (inline.kind === "phone") return inline.number;
  return inline.text;
}

/** The words of several inlines as paper shows them, with the addresses of links. */
export function plainWords(content: readonly Inline[]): string {
  return content.map((inline) => inlineText(inline) + (inline.kind === "link" ? addressAfter(inline) : "")).join("");
}

function addressAfter(link: Extract<Inline, { readonly kind: "link" }>): string {
  const address = addressOnPaper(link);
  return address === undefined ? "" : ` (${address})`;
}

/**
 * What paper adds after a link so that it can be followed by hand: nothing when the words are the address already,
 * else the address without the part nobody types.
 */
export function addressOnPaper(link: Extract<Inline, { readonly kind: "link" }>): string | undefined {
  const short = link.address.replace(/^(?:https?:\/\/|mailto:|tel:)/u, "").replace(/\/$/u, "");
  return link.text.replace(/\s/gu, "").includes(short) ? undefined : short;
}
