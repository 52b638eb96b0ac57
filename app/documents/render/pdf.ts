// A paper as a tagged PDF. The only file that knows pdfkit and its surprises (each is named where it is met); where things
// stand and what they mean is decided in typeset/ before anything is drawn.
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Doc } from "#app/documents/model.ts";
import { sheetNumber } from "#app/documents/render/fixed-words.ts";
import { footOf } from "#app/documents/render/head.ts";
import { setDoc, setFootLine } from "#app/documents/render/typeset/blocks.ts";
import { baseline, type Frame, type Galley, type Ink, type Piece, type Strip, type Tag } from "#app/documents/render/typeset/galley.ts";
import { shapeByPairs, type Glyph, type Shape } from "#app/documents/render/typeset/letter-pairs.ts";
import type { Letters, Line } from "#app/documents/render/typeset/lines.ts";
import { cardFootSize, footHeight, footLeading, pageStyle, sheetSize, type PageStyle } from "#app/documents/render/typeset/page-style.ts";
import { paginate, type Sheets } from "#app/documents/render/typeset/paginate.ts";
import { asPrinted, families, missingCharacters, runsOf, type Letterforms, type Weight } from "#app/documents/render/typeset/typefaces.ts";
import { textsOf } from "#app/documents/render/texts.ts";

/** Told how many sheets are drawn, of how many, while a long paper is made. */
export type OnSheet = (drawn: number, of: number) => void;

export type DrawnPdf = { readonly bytes: Uint8Array; readonly pages: number };

/** From so many sheets on, a list of parts stands beside the paper (experience.md, check 99). */
const sheetsWithoutBookmarks = 4;
const deepestBookmark = 3;

/** A paper and the size it is printed in. */
export type Print = { readonly doc: Doc; readonly sizePoints: number };

/** What a file with several papers is called, and who made it. */
export type AboutFile = Pick<Doc, "title" | "language" | "organisation" | "madeOn">;

/**
 * The paper as PDF 1.7, tagged and identified as PDF/UA-1. The same paper gives the same bytes. Refuses, drawing nothing,
 * when a character has no letterform in our typefaces; the refusal names each of them. Throws RangeError for a size of
 * print under 12 or over 72 points.
 */
export async function renderPdf(
  doc: Doc,
  { sizePoints, onSheet }: { readonly sizePoints: number; readonly onSheet?: OnSheet },
): Promise<Result<DrawnPdf, readonly string[]>> {
  return renderPdfTogether([{ doc, sizePoints }], doc, onSheet);
}

/** Several papers in one file, each in its own size of print, beginning on a sheet of its own and numbered by itself. Refuses as `renderPdf` does. */
export async function renderPdfTogether(
  prints: readonly Print[],
  about: AboutFile,
  onSheet: OnSheet = () => undefined,
): Promise<Result<DrawnPdf, readonly string[]>> {
  const { letterforms } = loadedTypefaces();
  const missing = missingCharacters(
    prints.flatMap(({ doc }) => textsOf(doc)),
    letterforms,
  );
  if (missing.length > 0) return refused(missing);

  const pdf = openPdf(about);
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on("end", () => resolve());
    pdf.on("error", reject);
  });
  const pages = draw(pdf, prints, onSheet);
  pdf.end();
  await ended;
  return done({ bytes: new Uint8Array(Buffer.concat(chunks)), pages });
}

// ---- typefaces

/** What we use of a parsed typeface. pdfkit's types do not describe it. */
type ParsedTypeface = {
  readonly layout: Shape;
  readonly characterSet: readonly number[];
  readonly glyphForCodePoint: (codePoint: number) => { readonly id: number };
};
type LoadedTypefaces = {
  readonly parsed: ReadonlyMap<string, ParsedTypeface>;
  readonly letterforms: readonly Letterforms[];
};

let loaded: LoadedTypefaces | undefined;

/** Parsed once for the whole process: parsing takes longer than drawing a page (promises.md R10). */
function loadedTypefaces(): LoadedTypefaces {
  loaded ??= loadTypefaces();
  return loaded;
}

function loadTypefaces(): LoadedTypefaces {
  const find = createRequire(import.meta.url);
  const parsed = new Map<string, ParsedTypeface>();
  for (const family of families) {
    for (const weight of ["regular", "bold"] as const) {
      const scratch = new PDFDocument({ autoFirstPage: false, font: noFont });
      scratch.font(find.resolve(family.files[weight]));
      const typeface = innards(scratch)._font.font;
      parsed.set(faceName(family.name, weight), quickened(typeface));
      rememberOrdinaryCharacters(typeface);
    }
  }
  const letterforms = families.map(({ name }) => ({
    family: name,
    codePoints: new Set(parsed.get(faceName(name, "regular"))?.characterSet),
  }));
  return { parsed, letterforms };
}

/** The same typeface, quicker at plain letters. */
function quickened(typeface: ParsedTypeface): ParsedTypeface {
  const layout = shapeByPairs((text, features) => typeface.layout(text, features));
  return Object.create(typeface, { layout: { value: layout } }) as ParsedTypeface;
}

/**
 * A parsed typeface remembers the first character each letterform was asked for, and says so in every file from then on.
 * Asked here in order, before any paper is, the ordinary character wins and nobody's paper depends on another's (R11).
 */
function rememberOrdinaryCharacters(typeface: ParsedTypeface): void {
  for (const codePoint of [...typeface.characterSet].sort((one, other) => one - other)) typeface.glyphForCodePoint(codePoint);
}

function faceName(family: string, weight: Weight): string {
  return `${family} ${weight}`;
}

// ---- opening a file

// pdfkit takes `null` to mean no first typeface; its types know only names. Without it Helvetica is opened, which is never embedded.
const noFont = null as unknown as string;

type EmbeddedFont = {
  readonly font: ParsedTypeface;
  readonly layout: (text: string, features?: readonly string[]) => { readonly glyphs: readonly Glyph[] };
  readonly widthOfString: (text: string, size: number, features?: readonly string[]) => number;
};
type StructureElement = PDFKit.PDFStructureElement & { readonly dictionary: { readonly data: Record<string, unknown> } };
/** The parts of a pdfkit document its types leave out. */
type Innards = {
  readonly _font: EmbeddedFont;
  _addInfo: () => void;
  readonly appendXML: (xml: string) => void;
  readonly addContent: (content: string) => void;
};

function innards(pdf: PDFKit.PDFDocument): Innards {
  return pdf as unknown as Innards;
}

function openPdf(doc: AboutFile): PDFKit.PDFDocument {
  const madeOn = new Date(`${doc.madeOn}T12:00:00.000Z`);
  const pdf = new PDFDocument({
    pdfVersion: "1.7",
    subset: "PDF/UA",
    tagged: true,
    displayTitle: true,
    lang: doc.language,
    font: noFont,
    autoFirstPage: false,
    bufferPages: true,
    size: [sheetSize.width, sheetSize.height],
    margin: 0,
    info: { Title: doc.title, Author: doc.organisation.name, Creator: producer, Producer: producer, CreationDate: madeOn },
  } as unknown as PDFKit.PDFDocumentOptions);
  for (const [name, typeface] of loadedTypefaces().parsed) pdf.registerFont(name, typeface as unknown as string);
  // pdfkit writes the title and the author into the XMP unescaped: an ampersand would make the whole record unreadable.
  innards(pdf)._addInfo = () => {
    innards(pdf).appendXML(aboutTheFile(doc, madeOn));
  };
  return pdf;
}

const producer = "Welcome Table";

function aboutTheFile(doc: AboutFile, madeOn: Date): string {
  const day = `${madeOn.toISOString().slice(0, 19)}Z`;
  return `
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>${day}</xmp:CreateDate><xmp:CreatorTool>${producer}</xmp:CreatorTool></rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(doc.title)}</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>${xmlText(doc.organisation.name)}</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>${xmlText(doc.language)}</rdf:li></rdf:Bag></dc:language></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>${producer}</pdf:Producer></rdf:Description>
`;
}

function xmlText(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;").replace(/"/gu, "&quot;");
}

// ---- drawing

function draw(pdf: PDFKit.PDFDocument, prints: readonly Print[], onSheet: OnSheet): number {
  const letters = lettersOf(pdf);
  let count = 0;
  const laidOut = prints.map(({ doc, sizePoints }) => {
    const style = pageStyle(sizePoints);
    const foot = setFoot(doc, style, letters);
    const galley = setDoc(doc, letters, style);
    const bottom = style.sheetHeight - style.footMargin - foot.height;
    const sheets = paginate(galley.strips, { top: style.margin, bottom });
    const firstSheet = count;
    count += sheets.count;
    return { style, foot, cardFoot: setCardFoot(doc, style, letters), galley, sheets, firstSheet };
  });
  for (let sheet = 0; sheet < count; sheet += 1) pdf.addPage();
  const root = pdf.struct("Document") as StructureElement;
  pdf.addStructure(root);
  for (const { galley, sheets, firstSheet } of laidOut) drawGrounds(galley, { pdf, sheets, firstSheet });
  for (const { galley, sheets, firstSheet } of laidOut) drawTags(galley.tags, root, { pdf, sheets, firstSheet, onSheet, of: count });
  root.end();
  for (const { style, foot, cardFoot, galley, sheets, firstSheet } of laidOut)
    drawOrnaments(galley, { foot, cardFoot }, { pdf, sheets, firstSheet, style });
  if (count > sheetsWithoutBookmarks)
    for (const { galley, sheets, firstSheet } of laidOut) addBookmarks(galley, { pdf, sheets, firstSheet });
  return count;
}

function lettersOf(pdf: PDFKit.PDFDocument): Letters {
  const { letterforms } = loadedTypefaces();
  return {
    runs: (text, weight) => runsOf(asPrinted(text), letterforms).map((run) => ({ ...run, weight })),
    widthAtOnePoint(run, weight, figures) {
      pdf.font(faceName(run.family, weight));
      const font = innards(pdf)._font;
      return figures === "in-columns" ? font.widthOfString(run.text, 1, inColumns) : font.widthOfString(run.text, 1);
    },
  };
}

/** The typeface feature that makes all figures as wide as one another. */
const inColumns: readonly string[] = ["tnum", "kern"];

type Drawing = {
  readonly pdf: PDFKit.PDFDocument;
  readonly sheets: Sheets;
  /** How many sheets of other papers come before. */
  readonly firstSheet: number;
  readonly onSheet?: OnSheet;
  readonly of?: number;
};

/** Children in reading order; things drawn one after another on one sheet share a mark. */
function drawTags(children: readonly (Tag | Piece)[], parent: StructureElement, drawing: Drawing): void {
  let at = 0;
  while (at < children.length) {
    const child = children[at];
    if (child === undefined) return;
    if (child.kind === "tag") {
      drawTag(child, parent, drawing);
      at += 1;
      continue;
    }
    const sheet = placeOf(child.strip, drawing).sheet;
    const together: Piece[] = [];
    for (let next = children[at]; next?.kind === "piece" && placeOf(next.strip, drawing).sheet === sheet; next = children[at]) {
      together.push(next);
      at += 1;
    }
    drawing.pdf.switchToPage(sheet);
    drawing.onSheet?.(sheet + 1, drawing.of ?? drawing.sheets.count);
    parent.add(() => {
      for (const { strip, ink } of together) drawInk(ink, placeOf(strip, drawing).y, drawing.pdf);
    });
  }
}

function drawTag(tag: Tag, parent: StructureElement, drawing: Drawing): void {
  const { pdf } = drawing;
  const element = pdf.struct(tag.type, tag.scope === undefined ? {} : ({ scope: tag.scope } as object)) as StructureElement;
  if (tag.numbering !== undefined) element.dictionary.data["A"] = { O: "List", ListNumbering: tag.numbering };
  if (tag.field !== undefined) {
    const { role, isTicked, describedAs, alternative } = tag.field;
    // A field to fill in by pen (ISO 32000-1, table 348): the element says what it is, because there is no widget to say it.
    const state = isTicked === undefined ? {} : { checked: isTicked ? "on" : "off" };
    element.dictionary.data["A"] = { O: "PrintField", Role: role, ...state, Desc: pdfText(describedAs) };
    element.dictionary.data["Alt"] = pdfText(alternative);
  }
  if (tag.shows !== undefined) {
    element.dictionary.data["Alt"] = pdfText(tag.shows);
    element.dictionary.data["A"] = { O: "Layout", Placement: "Block", BBox: boxOf(tag, drawing) };
  }
  parent.add(element);
  drawTags(tag.children, element, drawing);
  if (tag.target !== undefined) linkPieces(tag, tag.target, element, drawing);
  // Ended at once: a link's reference is written for whichever sheet is open when its element ends.
  element.end();
}

/** Where a picture stands on its sheet, counted from the sheet's lower left corner as PDF does. */
function boxOf(tag: Tag, drawing: Drawing): readonly number[] {
  const [child] = tag.children;
  if (child?.kind !== "piece" || (child.ink.kind !== "picture" && child.ink.kind !== "squares"))
    throw new Error("A figure that holds no picture");
  const { x, y, width, height } = child.ink;
  const bottom = sheetSize.height - placeOf(child.strip, drawing).y - y - height;
  return [x, bottom, x + width, bottom + height];
}

/** One area to press for each line the words are on. pdfkit's own links have no description, which PDF/UA asks for. */
function linkPieces(tag: Tag, target: NonNullable<Tag["target"]>, element: StructureElement, drawing: Drawing): void {
  for (const child of tag.children) {
    if (child.kind !== "piece" || child.ink.kind !== "text") continue;
    const { sheet, y } = placeOf(child.strip, drawing);
    drawing.pdf.switchToPage(sheet);
    const { ink } = child;
    drawing.pdf.link(ink.x, y + ink.y - ink.size, ink.width, ink.size * 1.3, target.address, {
      structParent: element,
      Contents: pdfText(target.words.trim()),
    } as PDFKit.Mixins.AnnotationOption);
  }
}

// pdfkit writes a primitive string as a name and only a String object as text.
function pdfText(text: string): string {
  return new String(text) as unknown as string;
}

function placeOf(strip: Strip, drawing: Drawing): { readonly sheet: number; readonly y: number } {
  const place = drawing.sheets.places.get(strip);
  if (place === undefined) throw new Error("A strip that was never placed on a sheet");
  return { sheet: place.sheet + drawing.firstSheet, y: place.y };
}

function drawInk(ink: Ink, top: number, pdf: PDFKit.PDFDocument): void {
  if (ink.kind === "rule") {
    pdf.rect(ink.x, top + ink.y - ink.thickness / 2, ink.width, ink.thickness).fill("black");
    return;
  }
  if (ink.kind === "picture") {
    // pdfkit knows a picture it has seen by its address, so a thousand letters carry one copy of a logo.
    pdf.image(ink.address, ink.x, top + ink.y, { width: ink.width, height: ink.height });
    return;
  }
  if (ink.kind === "squares") {
    for (const run of ink.runs) pdf.rect(ink.x + run.x * ink.unit, top + ink.y + run.y * ink.unit, run.width * ink.unit, ink.unit);
    pdf.fill("black");
    return;
  }
  if (ink.kind === "drawing") {
    drawOutline(ink.outline, { x: ink.x, y: top + ink.y, side: ink.side, ink: "black" }, pdf);
    return;
  }
  if (ink.kind === "card") {
    drawCard(ink, top, pdf);
    return;
  }
  if (ink.kind === "tick-box") {
    pdf
      .lineWidth(1)
      .rect(ink.x + 0.5, top + ink.y + 0.5, ink.side - 1, ink.side - 1)
      .stroke("black");
    if (ink.isTicked) drawTick(ink.x, top + ink.y, ink.side, pdf);
    return;
  }
  pdf.font(faceName(ink.family, ink.weight), ink.size);
  if (ink.colour !== undefined) pdf.fillColor(ink.colour);
  drawText(ink, top, pdf);
  if (ink.colour !== undefined) pdf.fillColor("black");
}

function drawCard({ x, y, width, height, shape }: Extract<Ink, { readonly kind: "card" }>, top: number, pdf: PDFKit.PDFDocument): void {
  if (shape === null) {
    pdf
      .lineWidth(1.5)
      .rect(x, top + y, width, height)
      .stroke("black");
    return;
  }
  pdf.rect(x, top + y, width, height).fill(shape.fill);
  drawOutline(shape.outline, { x: x + shape.x, y: top + y + shape.y, side: shape.side, ink: shape.ink }, pdf);
}

function drawOutline(
  outline: string,
  at: { readonly x: number; readonly y: number; readonly side: number; readonly ink: string },
  pdf: PDFKit.PDFDocument,
): void {
  pdf.save();
  pdf
    .translate(at.x, at.y)
    .scale(at.side / 100)
    .path(outline)
    .fill(at.ink, "even-odd");
  pdf.restore();
}

function drawTick(x: number, y: number, side: number, pdf: PDFKit.PDFDocument): void {
  pdf
    .lineWidth(side / 9)
    .moveTo(x + side * 0.22, y + side * 0.52)
    .lineTo(x + side * 0.43, y + side * 0.74)
    .lineTo(x + side * 0.8, y + side * 0.26)
    .stroke("black");
}

/** Letters whose characters could not be read back from the letterforms drawn carry their characters beside them. */
function drawText(ink: Extract<Ink, { readonly kind: "text" }>, top: number, pdf: PDFKit.PDFDocument): void {
  const isPlain = /^[ -~]*$/u.test(ink.text) || readsBackAs(ink.text, ink, pdf);
  const span = isPlain ? undefined : { actual: ink.text };
  if (span !== undefined) pdf.markContent("Span", span);
  pdf.text(ink.text, ink.x, top + ink.y, {
    lineBreak: false,
    baseline: "alphabetic",
    ...(ink.isInColumn ? { features: [...inColumns] as PDFKit.Mixins.OpenTypeFeatures[] } : {}),
  });
  if (span !== undefined) pdf.endMarkedContent();
}

function readsBackAs(text: string, ink: Extract<Ink, { readonly kind: "text" }>, pdf: PDFKit.PDFDocument): boolean {
  const { glyphs } = innards(pdf)._font.layout(text, ink.isInColumn ? inColumns : undefined);
  return glyphs.map((glyph) => String.fromCodePoint(...glyph.codePoints)).join("") === text;
}

// ---- what is only for the eye

type Foot = {
  readonly size: number;
  readonly height: number;
  readonly lines: readonly Line[];
  /** Which line the number of the sheet stands at the end of. */
  readonly numberLine: number;
  readonly numberOf: (sheet: number, of: number) => Line;
};

function setFoot(doc: Doc, style: PageStyle, letters: Letters): Foot {
  return footOfSize(doc, style, letters, { size: style.body, mostLines: mostFootLines });
}

/** On a sheet to cut the foot stands within the lower card, so each thing it says has one line. */
function setCardFoot(doc: Doc, style: PageStyle, letters: Letters): Foot {
  return footOfSize(doc, style, letters, { size: cardFootSize(style), mostLines: 1 });
}

function footOfSize(
  doc: Doc,
  style: PageStyle,
  letters: Letters,
  { size, mostLines }: { readonly size: number; readonly mostLines: number },
): Foot {
  const { first, isForSomebody, name } = footOf(doc);
  const width = style.sheetWidth - 2 * style.margin;
  const numberOf = (sheet: number, of: number): Line => {
    const [line] = setFootLine(sheetNumber(sheet, of), { letters, size, width, weight: "regular", mostLines: 1 });
    return line ?? noLine;
  };
  const numberWidth = numberOf(888, 888).width + size * 1.5;
  const set = (text: string, weight: Weight, room: number, most: number) =>
    setFootLine(text, { letters, size, width: room, weight, mostLines: most });
  const forWhom = (room: number, most = mostLines) => set(first, isForSomebody ? "bold" : "regular", room, most);
  const names = set(name, "regular", width, mostLines);
  // The number stands beside who it is for, or beside the last line, whichever takes less; never so that who it is for is cut short.
  const beside = forWhom(width - numberWidth);
  const isCut = forWhom(width - numberWidth, wholeFoot).length > beside.length;
  const above = forWhom(width);
  const last = names.at(-1) ?? noLine;
  const below = [...names, ...(last.width + numberWidth > width ? [noLine] : [])];
  const isBelow = mostLines > 1 && (isCut || above.length + below.length < beside.length + names.length);
  const lines = isBelow ? [...above, ...below] : [...beside, ...names];
  return { size, height: footHeight(size, lines.length), lines, numberLine: isBelow ? lines.length - 1 : 0, numberOf };
}

const noLine: Line = { segments: [], width: 0 };
/** More lines than any foot has. */
const wholeFoot = 99;
/** Enough for every title and audience of ours at 24 points; a longer title, which somebody typed, is cut short. */
const mostFootLines = 3;

/** What words stand on, before there are any. */
function drawGrounds(galley: Galley, drawing: Drawing): void {
  const { pdf } = drawing;
  for (const strip of galley.strips.filter(({ isHalfSheet }) => isHalfSheet === true)) {
    const { sheet, y } = placeOf(strip, drawing);
    pdf.switchToPage(sheet);
    artifact(pdf, { type: "Layout" }, () => {
      for (const ink of strip.ornaments) if (ink.kind === "card") drawInk(ink, y, pdf);
    });
  }
}

/** Rules, frames, heads drawn again and the foot of each sheet, all marked as having no meaning of their own. */
function drawOrnaments(
  galley: Galley,
  { foot, cardFoot }: { readonly foot: Foot; readonly cardFoot: Foot },
  drawing: Drawing & { readonly style: PageStyle },
): void {
  const { pdf, sheets, firstSheet, style } = drawing;
  const bySheet: (() => void)[][] = Array.from({ length: sheets.count }, () => []);
  for (const strip of galley.strips) {
    const { sheet, y } = placeOf(strip, drawing);
    for (const ink of strip.ornaments) if (ink.kind !== "card") bySheet[sheet - firstSheet]?.push(() => drawInk(ink, y, pdf));
  }
  for (const { head, place } of sheets.headsAgain) {
    for (const ink of head.inks) bySheet[place.sheet]?.push(() => drawInk(ink, place.y, pdf));
  }
  for (const frame of galley.frames) {
    for (const [sheet, reach] of frameReach(frame, sheets)) bySheet[sheet]?.push(() => drawFrame(frame, reach, pdf));
  }
  for (const sheet of sheets.halved) bySheet[sheet]?.push(() => drawCut(style, pdf));
  bySheet.forEach((drawings, sheet) => {
    pdf.switchToPage(firstSheet + sheet);
    artifact(pdf, { type: "Layout" }, () => drawings.forEach((drawOne) => drawOne()));
    artifact(pdf, { type: "Pagination" }, () =>
      drawFoot(sheets.halved.has(sheet) ? cardFoot : foot, { sheet, of: sheets.count, style, pdf }),
    );
  });
}

/** Where a sheet of two halves is cut. */
function drawCut({ sheetWidth, sheetHeight }: PageStyle, pdf: PDFKit.PDFDocument): void {
  pdf
    .lineWidth(1)
    .dash(5, { space: 4 })
    .moveTo(0, sheetHeight / 2)
    .lineTo(sheetWidth, sheetHeight / 2)
    .stroke("black")
    .undash();
}

function artifact(pdf: PDFKit.PDFDocument, kind: { readonly type: "Layout" | "Pagination" }, drawIt: () => void): void {
  pdf.markContent("Artifact", kind);
  drawIt();
  pdf.endMarkedContent();
}

function frameReach(frame: Frame, sheets: Sheets): ReadonlyMap<number, { readonly top: number; readonly bottom: number }> {
  const reach = new Map<number, { top: number; bottom: number }>();
  for (const strip of frame.strips) {
    const place = sheets.places.get(strip);
    if (place === undefined) continue;
    const bottom = place.y + strip.height;
    const sofar = reach.get(place.sheet);
    reach.set(place.sheet, { top: Math.min(place.y, sofar?.top ?? place.y), bottom: Math.max(bottom, sofar?.bottom ?? bottom) });
  }
  return reach;
}

function drawFrame(frame: Frame, { top, bottom }: { readonly top: number; readonly bottom: number }, pdf: PDFKit.PDFDocument): void {
  if (frame.shape === "box")
    pdf
      .lineWidth(1.5)
      .rect(frame.x + 0.75, top, frame.width - 1.5, bottom - top)
      .stroke("black");
  else pdf.rect(frame.x, top, 3, bottom - top).fill("black");
}

function drawFoot(
  foot: Foot,
  { sheet, of, style, pdf }: { readonly sheet: number; readonly of: number; readonly style: PageStyle; readonly pdf: PDFKit.PDFDocument },
): void {
  const { size } = foot;
  const top = style.sheetHeight - style.footMargin - foot.lines.length * size * footLeading;
  const right = style.sheetWidth - style.margin;
  drawInk({ kind: "rule", x: style.margin, y: -size * 0.4, width: right - style.margin, thickness: 0.5 }, top, pdf);
  foot.lines.forEach((line, index) => drawFootLine(line, style.margin, top + index * size * footLeading, size, pdf));
  const number = foot.numberOf(sheet + 1, of);
  drawFootLine(number, right - number.width, top + foot.numberLine * size * footLeading, size, pdf);
}

function drawFootLine(line: Line, left: number, top: number, size: number, pdf: PDFKit.PDFDocument): void {
  let x = left;
  for (const { text, family, weight, width } of line.segments) {
    drawInk({ kind: "text", x, y: baseline(size, footLeading), text, family, weight, size, width, isInColumn: false }, top, pdf);
    x += width;
  }
}

// ---- the list of parts

function addBookmarks(galley: Galley, drawing: Drawing): void {
  const { pdf } = drawing;
  const open: { depth: number; item: PDFKit.PDFOutline }[] = [];
  for (const { words, depth, strip } of bookmarksIn(galley.tags)) {
    if (depth > deepestBookmark) continue;
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const place = placeOf(strip, drawing);
    // pdfkit counts `left` from the right edge.
    const where = { pageNumber: place.sheet, top: place.y, left: pdf.page.width, fit: false, expanded: depth < 2 } as object;
    const item = (open.at(-1)?.item ?? pdf.outline).addItem(words, where);
    open.push({ depth, item });
  }
}

function bookmarksIn(children: readonly (Tag | Piece)[]): NonNullable<Tag["bookmark"]>[] {
  return children.flatMap((child) => {
    if (child.kind === "piece") return [];
    return [...(child.bookmark === undefined ? [] : [child.bookmark]), ...bookmarksIn(child.children)];
  });
}
