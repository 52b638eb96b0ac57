// Opens a PDF the way an assistive program does: its structure, the words in reading order, what is drawn inside which mark.
// Only for tests; nothing of pdfkit is used, so that it cannot agree with a mistake of the writer.
import {
  decodePDFRawStream,
  ParseSpeeds,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFObject,
} from "@cantoo/pdf-lib";
import { readContent, readUnicodeMap, textOfString, type ContentOperand } from "#tests/support/pdf-content.ts";

/** Something drawn, and the marks round it from the outside in. */
export type Drawn = { readonly operator: string; readonly marks: readonly Mark[] };
export type Mark = { readonly tag: string; readonly id: number | undefined };

export type PageRead = {
  readonly dictionary: PDFDict;
  readonly drawn: readonly Drawn[];
  /** Words of each mark by its number. */
  readonly textOfMarks: ReadonlyMap<number, string>;
  /** Words drawn as artifacts, in drawing order. */
  readonly artifacts: readonly string[];
  readonly marksLeftOpen: number;
  readonly marksClosedTwice: number;
  /** How many letters were drawn with the box that stands for a missing letterform. */
  readonly missingLetterforms: number;
  readonly annotations: readonly PDFDict[];
  readonly fonts: readonly PDFDict[];
};

export type ElementRead = {
  readonly type: string;
  readonly dictionary: PDFDict;
  readonly children: readonly (ElementRead | MarkRead | ObjectRead)[];
};
export type MarkRead = { readonly type: "mark"; readonly page: number; readonly id: number };
export type ObjectRead = { readonly type: "object"; readonly object: PDFDict };

export type PdfRead = {
  readonly document: PDFDocument;
  readonly catalog: PDFDict;
  readonly pages: readonly PageRead[];
  readonly structure: readonly ElementRead[];
  readonly metadata: string | undefined;
  /** Titles of the list of parts, indented two spaces for each level. */
  readonly bookmarks: readonly string[];
};

/** Reads a PDF whole. Throws when it cannot be parsed at all. */
export async function readPdf(bytes: Uint8Array): Promise<PdfRead> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  return readLoadedPdf(document);
}

/** The same for a file already opened, so that a test can change one object and look again. */
export function readLoadedPdf(document: PDFDocument): PdfRead {
  const catalog = document.catalog;
  const leaves = document.getPages();
  const pages = leaves.map((leaf) => readPage(leaf.node));
  const pageNumbers = new Map(leaves.map((leaf, index) => [leaf.node as PDFDict, index]));
  const tree = dictionaryAt(catalog, "StructTreeRoot");
  return {
    document,
    catalog,
    pages,
    structure: tree === undefined ? [] : (childrenOf(tree, undefined, pageNumbers) as readonly ElementRead[]),
    metadata: metadataOf(catalog),
    bookmarks: bookmarksUnder(dictionaryAt(catalog, "Outlines"), 0),
  };
}

// ---- objects

/** The value under a key, followed where it is a reference. */
export function valueAt(dictionary: PDFDict, key: string): PDFObject | undefined {
  return dictionary.lookup(PDFName.of(key)) ?? undefined;
}

/** The dictionary under a key, a stream's included. */
export function dictionaryAt(dictionary: PDFDict, key: string): PDFDict | undefined {
  const value = valueAt(dictionary, key);
  if (value instanceof PDFDict) return value;
  return value instanceof PDFStream ? value.dict : undefined;
}

/** The text under a key, whether written as a string or in hexadecimal. */
export function textAt(dictionary: PDFDict, key: string): string | undefined {
  const value = valueAt(dictionary, key);
  if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText();
  return undefined;
}

/** The name under a key, without its slash. */
export function nameAt(dictionary: PDFDict, key: string): string | undefined {
  const value = valueAt(dictionary, key);
  return value instanceof PDFName ? value.decodeText() : undefined;
}

/** True when the value under a key is the word true. */
export function isTrueAt(dictionary: PDFDict, key: string): boolean {
  const value = valueAt(dictionary, key);
  return value instanceof PDFBool && value.asBoolean();
}

/** The attributes of a structure element. */
export function attributesOf(element: ElementRead): readonly PDFDict[] {
  const value = valueAt(element.dictionary, "A");
  if (value instanceof PDFDict) return [value];
  if (!(value instanceof PDFArray)) return [];
  return value.asArray().flatMap((item) => {
    const found = item instanceof PDFRef ? element.dictionary.context.lookup(item) : item;
    return found instanceof PDFDict ? [found] : [];
  });
}

// ---- structure

function childrenOf(
  parent: PDFDict,
  page: number | undefined,
  pages: ReadonlyMap<PDFDict, number>,
): (ElementRead | MarkRead | ObjectRead)[] {
  const kids = valueAt(parent, "K");
  const items = kids instanceof PDFArray ? kids.asArray() : kids === undefined ? [] : [kids];
  return items.flatMap((item): (ElementRead | MarkRead | ObjectRead)[] => {
    const kid = item instanceof PDFRef ? parent.context.lookup(item) : item;
    if (kid instanceof PDFNumber) return [{ type: "mark" as const, page: page ?? -1, id: kid.asNumber() }];
    if (!(kid instanceof PDFDict)) return [];
    const ownPage = dictionaryAt(kid, "Pg");
    const number = ownPage === undefined ? page : pages.get(ownPage);
    const kind = nameAt(kid, "Type");
    const mark = valueAt(kid, "MCID");
    if (kind === "MCR" && mark instanceof PDFNumber) return [{ type: "mark" as const, page: number ?? -1, id: mark.asNumber() }];
    if (kind === "OBJR") {
      const object = dictionaryAt(kid, "Obj");
      return object === undefined ? [] : [{ type: "object" as const, object }];
    }
    return [{ type: nameAt(kid, "S") ?? "", dictionary: kid, children: childrenOf(kid, number, pages) }];
  });
}

/** True for a structure element, false for marks and objects under it. */
export function isElement(child: ElementRead | MarkRead | ObjectRead): child is ElementRead {
  return "children" in child;
}

/** Every element, each before those inside it. */
export function allElements(elements: readonly (ElementRead | MarkRead | ObjectRead)[]): readonly ElementRead[] {
  return elements.flatMap((element) => (isElement(element) ? [element, ...allElements(element.children)] : []));
}

/** The words of an element and of all inside it, exactly as drawn, in reading order. */
export function wordsIn(pdf: PdfRead, element: ElementRead | MarkRead | ObjectRead): string {
  if (element.type === "mark") return pdf.pages[(element as MarkRead).page]?.textOfMarks.get((element as MarkRead).id) ?? "";
  if (!isElement(element)) return "";
  return element.children.map((child) => wordsIn(pdf, child)).join("");
}

/** The first sheet that words stand on, counted from nought. Throws when they stand nowhere. */
export function sheetOf(pdf: PdfRead, words: string): number {
  const sheets = allElements(pdf.structure).flatMap((element) =>
    element.children.flatMap((child) => ("page" in child && wordsIn(pdf, child).includes(words) ? [child.page] : [])),
  );
  const [first] = sheets;
  if (first === undefined) throw new Error(`Nowhere on the paper: ${words}`);
  return first;
}

/** The structure as an indented outline, one element a line with its words, links in brackets, for golden files. */
export function structureOutline(pdf: PdfRead): string {
  const lines = (elements: readonly (ElementRead | MarkRead | ObjectRead)[], depth: number): string[] =>
    elements.filter(isElement).flatMap((element) => {
      const inside = element.children.filter(isElement);
      const isSentence = inside.every((child) => child.type === "Link");
      const words = element.children.map((child) =>
        child.type === "Link" ? `[${wordsIn(pdf, child)}]` : child.type === "mark" ? wordsIn(pdf, child) : "",
      );
      const notes = [scopeOf(element), fieldOf(element)].filter((note) => note !== undefined);
      const line = `${"  ".repeat(depth)}${element.type}${notes.map((note) => ` (${note})`).join("")}`;
      const said = words.join("");
      return [said === "" ? line : `${line} “${said}”`, ...(isSentence ? [] : lines(element.children, depth + 1))];
    });
  return `${lines(pdf.structure, 0).join("\n")}\n`;
}

function scopeOf(element: ElementRead): string | undefined {
  return attributesOf(element)
    .map((attributes) => nameAt(attributes, "Scope"))
    .find((scope) => scope !== undefined);
}

function fieldOf(element: ElementRead): string | undefined {
  const attributes = attributesOf(element).find((candidate) => nameAt(candidate, "O") === "PrintField");
  if (attributes === undefined) return undefined;
  if (nameAt(attributes, "Role") !== "cb") return "room to write";
  return nameAt(attributes, "checked") === "on" ? "ticked" : "not ticked";
}

const readAsOneLine = new Set(["P", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "TR", "Caption"]);

/** What somebody hears who has the paper read out: a line for each heading, paragraph, list item and row. */
export function readingText(pdf: PdfRead): string {
  const spoken = (element: ElementRead | MarkRead | ObjectRead): string => {
    if (!isElement(element)) return wordsIn(pdf, element);
    const field = fieldOf(element);
    if (field === "ticked") return "[x]";
    if (field === "not ticked") return "[ ]";
    if (field !== undefined) return " ____";
    const parted = element.type === "LI" || element.type === "TR";
    return element.children.map(spoken).join(parted ? " " : "");
  };
  const lines = (elements: readonly (ElementRead | MarkRead | ObjectRead)[]): string[] =>
    elements.filter(isElement).flatMap((element) => (readAsOneLine.has(element.type) ? [spoken(element).trim()] : lines(element.children)));
  return lines(pdf.structure).join("\n");
}

// ---- pages

const painting = new Set(["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", '"', "EI"]);

function readPage(dictionary: PDFDict): PageRead {
  const fonts = fontsOf(dictionary);
  const maps = new Map([...fonts].map(([name, font]) => [name, unicodeMapOf(font)]));
  const drawn: Drawn[] = [];
  const textOfMarks = new Map<number, string>();
  const artifacts: string[] = [];
  const open: (Mark & { readonly replacement: string | undefined })[] = [];
  let marksClosedTwice = 0;
  let missingLetterforms = 0;
  let font = "";

  const say = (text: string): void => {
    const owner = open.find((mark) => mark.id !== undefined);
    if (owner?.id !== undefined) textOfMarks.set(owner.id, (textOfMarks.get(owner.id) ?? "") + text);
    else if (open.some((mark) => mark.tag === "Artifact")) artifacts.push(text);
  };
  const show = (codes: string): void => {
    const used = fonts.get(font);
    if (used === undefined || nameAt(used, "Subtype") !== "Type0") {
      // Fonts of one byte a letter are never ours; their letters are read as written.
      say(codes);
      return;
    }
    for (let at = 0; at + 1 < codes.length; at += 2) {
      const glyph = codes.charCodeAt(at) * 256 + codes.charCodeAt(at + 1);
      if (glyph === 0) missingLetterforms += 1;
      // Words said in place of letters are said once, where they begin.
      if (!open.some((mark) => mark.replacement !== undefined)) say(maps.get(font)?.get(glyph) ?? "\ufffd");
    }
  };

  for (const { operator, operands } of readContent(contentOf(dictionary))) {
    if (operator === "BMC" || operator === "BDC") {
      const properties = operands[1];
      const entries: ReadonlyMap<string, ContentOperand> =
        properties?.kind === "dictionary" ? properties.entries : new Map<string, ContentOperand>();
      const id = entries.get("MCID");
      const actual = entries.get("ActualText");
      const replacement = actual?.kind === "string" ? textOfString(actual.value) : undefined;
      open.push({
        tag: operands[0]?.kind === "name" ? operands[0].value : "",
        id: id?.kind === "number" ? id.value : undefined,
        replacement,
      });
      if (id?.kind === "number" && !textOfMarks.has(id.value)) textOfMarks.set(id.value, "");
      if (replacement !== undefined) say(replacement);
    }
    if (operator === "EMC" && open.pop() === undefined) marksClosedTwice += 1;
    if (operator === "Tf" && operands[0]?.kind === "name") font = operands[0].value;
    for (const operand of operator === "Tj" || operator === "'" || operator === '"'
      ? operands
      : operator === "TJ"
        ? arrayItems(operands[0])
        : []) {
      if (operand.kind === "string") show(operand.value);
    }
    if (painting.has(operator)) drawn.push({ operator, marks: open.map(({ tag, id }) => ({ tag, id })) });
  }
  return {
    dictionary,
    drawn,
    textOfMarks,
    artifacts,
    marksLeftOpen: open.length,
    marksClosedTwice,
    missingLetterforms,
    annotations: annotationsOf(dictionary),
    fonts: [...fonts.values()],
  };
}

function arrayItems(operand: ContentOperand | undefined): readonly ContentOperand[] {
  return operand?.kind === "array" ? operand.items : [];
}

function contentOf(page: PDFDict): string {
  const contents = valueAt(page, "Contents");
  const streams =
    contents instanceof PDFArray
      ? contents.asArray().map((item) => (item instanceof PDFRef ? page.context.lookup(item) : item))
      : [contents];
  return streams.map((stream) => (stream instanceof PDFStream ? bytesAsText(stream) : "")).join("\n");
}

/** The bytes of a stream, unpacked, one character each. */
export function bytesAsText(stream: PDFStream): string {
  const bytes = stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents();
  return Buffer.from(bytes).toString("latin1");
}

function fontsOf(page: PDFDict): ReadonlyMap<string, PDFDict> {
  const resources = dictionaryAt(page, "Resources");
  const fonts = resources === undefined ? undefined : dictionaryAt(resources, "Font");
  const found = new Map<string, PDFDict>();
  for (const key of fonts?.keys() ?? []) {
    const font = fonts === undefined ? undefined : dictionaryAt(fonts, key.decodeText());
    if (font !== undefined) found.set(key.decodeText(), font);
  }
  return found;
}

function unicodeMapOf(font: PDFDict): ReadonlyMap<number, string> {
  const map = valueAt(font, "ToUnicode");
  return map instanceof PDFStream ? readUnicodeMap(bytesAsText(map)) : new Map<number, string>();
}

function annotationsOf(page: PDFDict): readonly PDFDict[] {
  const list = valueAt(page, "Annots");
  if (!(list instanceof PDFArray)) return [];
  return list.asArray().flatMap((item) => {
    const annotation = item instanceof PDFRef ? page.context.lookup(item) : item;
    return annotation instanceof PDFDict ? [annotation] : [];
  });
}

function metadataOf(catalog: PDFDict): string | undefined {
  const stream = valueAt(catalog, "Metadata");
  return stream instanceof PDFStream ? Buffer.from(bytesAsText(stream), "latin1").toString("utf8") : undefined;
}

function bookmarksUnder(parent: PDFDict | undefined, depth: number): readonly string[] {
  const titles: string[] = [];
  let item = parent === undefined ? undefined : dictionaryAt(parent, "First");
  while (item !== undefined) {
    titles.push(`${"  ".repeat(depth)}${textAt(item, "Title") ?? ""}`, ...bookmarksUnder(item, depth + 1));
    item = dictionaryAt(item, "Next");
  }
  return titles;
}
