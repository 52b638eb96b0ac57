// The one shape every paper has before anybody chooses a format: what is said, and what each part means.
// Nothing here says bold, a number of points or "next page"; the renderers decide how meaning looks.
import type { EasyPicture } from "#app/words/easy-pictures.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { CardShape } from "#app/words/cards.ts";

/** One paper, in no format yet. The title is printed as the only heading of the first level, so `blocks` never repeats it. */
export type Doc = {
  readonly title: string;
  readonly language: "en-GB";
  readonly organisation: DocOrganisation;
  /** The day the paper was made: goes into the file's own record, so the same facts give the same bytes. Print it with `edition`. */
  readonly madeOn: CalendarDate;
  /** Which version this is, as people read it: "Made on 3 March 2026". On a letter, its date. Printed under the title and on every sheet. */
  readonly edition?: string;
  readonly reference?: string;
  /** Who may read it, repeated on every sheet: "Venue copy: no names". */
  readonly audience?: string;
  /** Makes the paper a letter: name and postal address, one line each, placed for a window envelope. */
  readonly addressedTo?: readonly string[];
  /** Words for the file's name where the title would not do. The title should not hold a person's name unless the paper is theirs. */
  readonly saveAs?: string;
  readonly blocks: readonly Block[];
};

export type DocOrganisation = {
  readonly name: string;
  /** Printed on letters only. */
  readonly address?: readonly string[];
  readonly phone?: string;
  readonly email?: string;
  readonly logo?: DocLogo;
};

/** The organisation's sign, at the head of every paper. */
export type DocLogo = {
  /** The picture itself, as a data: address of a PNG or a JPEG. */
  readonly address: string;
  /** How wide and high it is in dots, as it is looked at. */
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who cannot see it. */
  readonly description: string;
};

export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  /** `address` begins with https:, http:, mailto: or tel:, and is written by us, never by a person filling in a form. */
  | { readonly kind: "link"; readonly text: string; readonly address: string }
  /** Said in full with the short form after it, so that nobody has to know it: "British Sign Language (BSL)". */
  | { readonly kind: "abbreviation"; readonly short: string; readonly long: string }
  | { readonly kind: "phone"; readonly number: string };

/** A part of the paper with a heading. How deep it lies decides the level, so no level can be skipped. */
export type Section = {
  readonly kind: "section";
  readonly heading: readonly Inline[];
  /** This part is handed over on its own: one claim a sheet, one card a sheet. */
  readonly startsNewSheet: boolean;
  /** This part is cut off, or read as one: no page goes through it where one sheet holds it. */
  readonly staysWhole?: true;
  readonly blocks: readonly Block[];
};

export type Paragraph = { readonly kind: "paragraph"; readonly content: readonly Inline[] };

export type List = { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

/** Names with their details, read one after another: "Date: Tuesday 3 March 2026". */
export type Facts = { readonly kind: "facts"; readonly caption?: string; readonly rows: readonly Fact[] };
export type Fact = { readonly name: string; readonly detail: readonly Inline[] };

/** The first column heads its row: its cells are row headers. Money and counts stand to the right of their column. */
export type Table = {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Rows that sum up the rows above. */
  readonly totals: readonly Row[];
};
export type Column = { readonly header: string; readonly holds: "words" | "money" | "count" };
/** As many cells as the table has columns; the renderers throw on a row of another length. */
export type Row = readonly (readonly Inline[])[];

export type CalloutMeaning = "deadline" | "warning" | "note" | "choice";
/** Something not to be missed. The title says in words what the border only hints at. */
export type Callout = {
  readonly kind: "callout";
  readonly meaning: CalloutMeaning;
  readonly title: string;
  readonly blocks: readonly (Paragraph | List | Facts)[];
};

/** A postal address inside the paper, one line each. The address a letter goes to is `Doc.addressedTo`. */
export type Address = { readonly kind: "address"; readonly lines: readonly string[] };

/** Room to write by pen, each line with its label. Never shaded, so that pencil and pen both show. */
export type PenLines = { readonly kind: "pen-lines"; readonly lines: readonly PenLine[] };
export type PenLine = {
  readonly label: string;
  /** "few-words" for a name or number, "date" for a day, "line" for a line of its own, "sentences" for three ruled lines, "signature" for a tall line. */
  readonly room: "few-words" | "date" | "line" | "sentences" | "signature";
  /** Already known: printed in place of the empty rule. */
  readonly filled?: string;
};

/** What is being agreed and the lines under it. Never broken over two sheets. */
export type Signature = { readonly kind: "signature"; readonly declaration: readonly Inline[]; readonly lines: readonly PenLine[] };

/** A question with boxes to tick by pen, or already ticked. Where it asks for a number or words, the line for them stands above the boxes. */
export type TickBoxes = {
  readonly kind: "tick-boxes";
  readonly question: string;
  readonly line?: PenLine;
  readonly options: readonly TickBox[];
};
export type TickBox = { readonly label: readonly Inline[]; readonly isTicked: boolean };

/**
 * A square that a phone's camera reads, for an address nobody should have to type. The address stands in words beside it as well: the
 * square never says more than the paper.
 */
export type ScanSquare = { readonly kind: "scan-square"; readonly address: string; readonly words: string };

/**
 * A card to cut out and hold up, half a sheet of paper each: a few words, very large, beside a shape that says the same to those who do
 * not read. Without a shape there is room for words of one's own.
 */
export type HoldUpCard = { readonly kind: "hold-up-card"; readonly words: string; readonly shape: CardShape | null };

/** Easy Read: a picture, and beside it the sentences it stands for, each on a line of its own. The words say everything. */
export type Pictured = { readonly kind: "pictured"; readonly picture: EasyPicture; readonly lines: readonly string[] };

/** A photo, what it shows for those who cannot see it, and a line under it that everybody reads, which says so too. */
export type Photo = {
  readonly kind: "photo";
  /** For a file, the picture itself as a data: address of a PNG or a JPEG; for a page of the program, where it is. */
  readonly address: string;
  /** How wide and high it is in dots, as it is looked at. */
  readonly width: number;
  readonly height: number;
  readonly shows: string;
  readonly caption: string;
};

export type Block =
  | Section
  | Paragraph
  | List
  | Facts
  | Table
  | Callout
  | Address
  | PenLines
  | Signature
  | TickBoxes
  | ScanSquare
  | HoldUpCard
  | Pictured
  | Photo;
export type BlockOf<Kind extends Block["kind"]> = Extract<Block, { readonly kind: Kind }>;

/** One function for each kind of block, so that a new kind does not compile until every renderer has it. */
export type BlockRenderers<Place, Out> = { readonly [Kind in Block["kind"]]: (block: BlockOf<Kind>, place: Place) => Out };
/** One function for each kind of inline. */
export type InlineRenderers<Out> = { readonly [Kind in Inline["kind"]]: (inline: Extract<Inline, { readonly kind: Kind }>) => Out };

/** What an author may hand over where words are wanted: a plain string, or strings and inlines in reading order. */
export type Written = string | Inline | readonly (string | Inline)[];

/** Words as inlines, in the order given, with nothing added between them. */
export function written(words: Written): readonly Inline[] {
  if (typeof words === "string") return [{ kind: "text", text: words }];
  if ("kind" in words) return [words];
  return words.map((part) => (typeof part === "string" ? { kind: "text", text: part } : part));
}

/** Words that matter more than those around them. */
export function strong(text: string): Inline {
  return { kind: "strong", text };
}

/** Words that lead somewhere; paper shows the address after them. Throws on an address of a kind we never write. */
export function link(text: string, address: string): Inline {
  if (!/^(?:https?:\/\/|mailto:|tel:)[^\s<>"]+$/u.test(address)) throw new Error(`A link to an address of an unknown kind: ${address}`);
  return { kind: "link", text, address };
}

/** "British Sign Language (BSL)". */
export function abbreviation(short: string, long: string): Inline {
  return { kind: "abbreviation", short, long };
}

/** A phone number, never broken over two lines. */
export function phone(number: string): Inline {
  return { kind: "phone", number };
}

/** A part with a heading. */
export function section(heading: Written, blocks: readonly Block[]): Section {
  return { kind: "section", heading: written(heading), startsNewSheet: false, blocks };
}

/** A part with a heading that is handed over on its own sheet. */
export function sheet(heading: Written, blocks: readonly Block[]): Section {
  return { kind: "section", heading: written(heading), startsNewSheet: true, blocks };
}

/** A part with a heading that is cut off, or read as one: whole on one sheet, after what comes before it where there is room. */
export function slip(heading: Written, blocks: readonly Block[]): Section {
  return { kind: "section", heading: written(heading), startsNewSheet: false, staysWhole: true, blocks };
}

/** One thought, in sentences. */
export function paragraph(words: Written): Paragraph {
  return { kind: "paragraph", content: written(words) };
}

/** Things in no order that matters. */
export function bullets(items: readonly Written[]): List {
  return { kind: "list", ordered: false, items: items.map(written) };
}

/** Things to do or read in this order. */
export function steps(items: readonly Written[]): List {
  return { kind: "list", ordered: true, items: items.map(written) };
}

/** Names with their details. */
export function facts(rows: readonly (readonly [name: string, detail: Written])[], caption?: string): Facts {
  const named = rows.map(([name, detail]) => ({ name, detail: written(detail) }));
  return { kind: "facts", rows: named, ...(caption === undefined ? {} : { caption }) };
}

/** A column of words, money or counts. */
export function column(header: string, holds: Column["holds"] = "words"): Column {
  return { header, holds };
}

/** A table whose first column heads its rows. Throws when a row has more or fewer cells than there are columns. */
export function table(parts: {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Written[])[];
  readonly totals?: readonly (readonly Written[])[];
}): Table {
  const asRow = (cells: readonly Written[]): Row => {
    if (cells.length !== parts.columns.length)
      throw new Error(`The table “${parts.caption}” has ${parts.columns.length} columns and a row of ${cells.length} cells`);
    return cells.map(written);
  };
  return {
    kind: "table",
    caption: parts.caption,
    columns: parts.columns,
    rows: parts.rows.map(asRow),
    totals: (parts.totals ?? []).map(asRow),
  };
}

/** Something not to be missed, said in its title. */
export function callout(meaning: CalloutMeaning, title: string, blocks: Callout["blocks"]): Callout {
  return { kind: "callout", meaning, title, blocks };
}

/** A postal address. */
export function address(lines: readonly string[]): Address {
  return { kind: "address", lines };
}

/** A line to write on. */
export function penLine(label: string, room: PenLine["room"] = "line", filled?: string): PenLine {
  return { label, room, ...(filled === undefined ? {} : { filled }) };
}

/** Lines to write on. */
export function penLines(lines: readonly PenLine[]): PenLines {
  return { kind: "pen-lines", lines };
}

/** A declaration and the lines to sign it on; the usual lines are a signature, a name and a date. */
export function signature(declaration: Written, lines: readonly PenLine[]): Signature {
  return { kind: "signature", declaration: written(declaration), lines };
}

/** A question answered by ticking, or by writing on the line above the boxes where there is one. */
export function tickBoxes(question: string, options: readonly (readonly [label: Written, isTicked: boolean])[], line?: PenLine): TickBoxes {
  return {
    kind: "tick-boxes",
    question,
    ...(line === undefined ? {} : { line }),
    options: options.map(([label, isTicked]) => ({ label: written(label), isTicked })),
  };
}

/** A square to scan. Throws on an address of a kind we never write. */
export function scanSquare(words: string, address: string): ScanSquare {
  if (!/^https?:\/\/[^\s<>"]+$/u.test(address)) throw new Error("A square to scan for an address of an unknown kind");
  return { kind: "scan-square", address, words };
}

/** A card to cut out and hold up. */
export function holdUpCard(words: string, shape: CardShape | null): HoldUpCard {
  return { kind: "hold-up-card", words, shape };
}

/** Sentences with their picture. */
export function pictured(picture: EasyPicture, lines: readonly string[]): Pictured {
  return { kind: "pictured", picture, lines };
}

/** A photo. Throws without words for those who cannot see it: such a photo is put into no paper. */
export function photo(of: Omit<Photo, "kind">): Photo {
  if (of.shows.trim() === "") throw new Error("A photo without a word of what it shows");
  return { kind: "photo", ...of };
}
