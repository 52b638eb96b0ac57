// Our machine checks for PDF/UA-1 (ISO 14289-1), each with a name. Passing them is "passes our machine checks", never
// "certified": about a third of what makes a PDF accessible only a person can judge.
import { PDFDict, PDFName } from "@cantoo/pdf-lib";
import {
  allElements,
  attributesOf,
  dictionaryAt,
  isElement,
  isTrueAt,
  nameAt,
  readPdf,
  textAt,
  valueAt,
  wordsIn,
  type ElementRead,
  type MarkRead,
  type ObjectRead,
  type PdfRead,
} from "#tests/support/pdf-reader.ts";

export type PdfFaultName =
  | "not-marked-as-tagged"
  | "no-structure"
  | "no-language"
  | "title-not-displayed"
  | "metadata-unreadable"
  | "metadata-without-identifier"
  | "metadata-without-title"
  | "structure-type-not-standard"
  | "first-heading-not-h1"
  | "heading-level-skipped"
  | "figure-without-alternative"
  | "header-cell-without-scope"
  | "child-not-allowed-in-table"
  | "child-not-allowed-in-list"
  | "empty-element"
  | "drawn-outside-marks"
  | "marks-not-balanced"
  | "mark-without-element"
  | "link-outside-link-element"
  | "link-without-description"
  | "field-outside-form-element"
  | "field-without-name"
  | "tab-order-not-structure"
  | "font-not-embedded"
  | "font-without-unicode-map"
  | "letterform-missing";

export type PdfFault = { readonly fault: PdfFaultName; readonly where: string };

/** Every fault our checks find in a PDF; none for a paper of ours. */
export async function checkPdf(bytes: Uint8Array): Promise<readonly PdfFault[]> {
  return checkReadPdf(await readPdf(bytes));
}

/** The same for a PDF already read. */
export function checkReadPdf(pdf: PdfRead): readonly PdfFault[] {
  return checks.flatMap((check) => check(pdf));
}

const checks: readonly ((pdf: PdfRead) => readonly PdfFault[])[] = [
  markedAsTagged,
  hasStructure,
  hasLanguage,
  showsTitle,
  metadataIsSound,
  typesAreStandard,
  headingsAreInOrder,
  figuresHaveAlternatives,
  headerCellsHaveScope,
  tablesHoldRows,
  listsHoldItems,
  nothingIsEmpty,
  everythingDrawnIsMarked,
  marksAreBalanced,
  marksHaveElements,
  linksAreInLinks,
  fieldsAreInForms,
  tabsFollowStructure,
  fontsAreEmbedded,
  lettersAreDrawn,
];

function fault(name: PdfFaultName, where: string): PdfFault {
  return { fault: name, where };
}

function markedAsTagged({ catalog }: PdfRead): readonly PdfFault[] {
  const info = dictionaryAt(catalog, "MarkInfo");
  return info !== undefined && isTrueAt(info, "Marked") ? [] : [fault("not-marked-as-tagged", "catalogue")];
}

function hasStructure({ structure }: PdfRead): readonly PdfFault[] {
  return structure.length > 0 ? [] : [fault("no-structure", "catalogue")];
}

function hasLanguage({ catalog }: PdfRead): readonly PdfFault[] {
  const language = textAt(catalog, "Lang") ?? "";
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(language) ? [] : [fault("no-language", "catalogue")];
}

function showsTitle({ catalog }: PdfRead): readonly PdfFault[] {
  const preferences = dictionaryAt(catalog, "ViewerPreferences");
  return preferences !== undefined && isTrueAt(preferences, "DisplayDocTitle") ? [] : [fault("title-not-displayed", "catalogue")];
}

function metadataIsSound({ metadata }: PdfRead): readonly PdfFault[] {
  if (metadata === undefined || !isWellFormed(metadata)) return [fault("metadata-unreadable", "XMP")];
  const faults: PdfFault[] = [];
  if (!/<pdfuaid:part>\s*1\s*<\/pdfuaid:part>/u.test(metadata)) faults.push(fault("metadata-without-identifier", "XMP"));
  if (!/<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>[^<]*\S[^<]*<\/rdf:li>/u.test(metadata)) faults.push(fault("metadata-without-title", "XMP"));
  return faults;
}

/** Well formed as XML: one root, tags that nest, attributes in quotes, ampersands only in known entities, known characters. */
export function isWellFormed(xml: string): boolean {
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u.test(xml)) return false;
  const open: string[] = [];
  let roots = 0;
  let rest = xml.replace(/<\?[\s\S]*?\?>/gu, "").replace(/<!--[\s\S]*?-->/gu, "");
  while (rest !== "") {
    const text = /^[^<]*/u.exec(rest)?.[0] ?? "";
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/u.test(text) || text.includes("]]>")) return false;
    if (open.length === 0 && text.trim() !== "") return false;
    rest = rest.slice(text.length);
    if (rest === "") break;
    const tag = /^<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/u.exec(rest);
    if (tag === null) return false;
    const [whole, closes, name = "", , closesItself] = tag;
    rest = rest.slice(whole.length);
    if (closes === "/") {
      if (open.pop() !== name) return false;
      continue;
    }
    if (open.length === 0) roots += 1;
    if (closesItself !== "/") open.push(name);
  }
  return open.length === 0 && roots === 1;
}

/** ISO 32000-1, 14.8.4: the types every reader knows. */
const standardTypes = new Set(
  (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody " +
    "Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form"
  ).split(" "),
);

function typesAreStandard(pdf: PdfRead): readonly PdfFault[] {
  return allElements(pdf.structure)
    .filter((element) => !standardTypes.has(element.type))
    .map((element) => fault("structure-type-not-standard", element.type));
}

function headingsAreInOrder(pdf: PdfRead): readonly PdfFault[] {
  const levels = allElements(pdf.structure).flatMap((element) => (/^H[1-6]$/u.test(element.type) ? [Number(element.type.slice(1))] : []));
  const faults: PdfFault[] = [];
  if (levels[0] !== undefined && levels[0] !== 1) faults.push(fault("first-heading-not-h1", `H${levels[0]}`));
  levels.forEach((level, index) => {
    const before = levels[index - 1];
    if (before !== undefined && level > before + 1) faults.push(fault("heading-level-skipped", `H${before} then H${level}`));
  });
  return faults;
}

function figuresHaveAlternatives(pdf: PdfRead): readonly PdfFault[] {
  return allElements(pdf.structure)
    .filter(
      (element) => (element.type === "Figure" || element.type === "Formula") && (textAt(element.dictionary, "Alt") ?? "").trim() === "",
    )
    .map((element) => fault("figure-without-alternative", element.type));
}

function headerCellsHaveScope(pdf: PdfRead): readonly PdfFault[] {
  return allElements(pdf.structure)
    .filter((element) => element.type === "TH")
    .filter((element) => !attributesOf(element).some((attributes) => ["Row", "Column", "Both"].includes(nameAt(attributes, "Scope") ?? "")))
    .map((element) => fault("header-cell-without-scope", wordsIn(pdf, element)));
}

const rowGroups = ["THead", "TBody", "TFoot"];

function tablesHoldRows(pdf: PdfRead): readonly PdfFault[] {
  return childrenAllowed(
    pdf,
    "child-not-allowed-in-table",
    {
      Table: ["TR", "Caption", ...rowGroups],
      THead: ["TR"],
      TBody: ["TR"],
      TFoot: ["TR"],
      TR: ["TH", "TD"],
    },
    { TR: ["Table", ...rowGroups], TH: ["TR"], TD: ["TR"], THead: ["Table"], TBody: ["Table"], TFoot: ["Table"] },
  );
}

function listsHoldItems(pdf: PdfRead): readonly PdfFault[] {
  return childrenAllowed(
    pdf,
    "child-not-allowed-in-list",
    { L: ["LI", "L", "Caption"], LI: ["Lbl", "LBody"] },
    { LI: ["L"], LBody: ["LI"] },
  );
}

function childrenAllowed(
  pdf: PdfRead,
  name: PdfFaultName,
  children: Readonly<Record<string, readonly string[]>>,
  parents: Readonly<Record<string, readonly string[]>>,
): readonly PdfFault[] {
  return allElements(pdf.structure).flatMap((element) =>
    element.children.flatMap((child) => {
      const allowed = children[element.type];
      if (allowed !== undefined && !allowed.includes(child.type)) return [fault(name, `${child.type} in ${element.type}`)];
      const homes = parents[child.type];
      return homes !== undefined && !homes.includes(element.type) ? [fault(name, `${child.type} in ${element.type}`)] : [];
    }),
  );
}

/** An empty cell is a fact about a table, so TD may be empty; anything else with nothing in it is noise to a listener. */
function nothingIsEmpty(pdf: PdfRead): readonly PdfFault[] {
  const drawnMarks = new Set(
    pdf.pages.flatMap((page, number) => page.drawn.flatMap(({ marks }) => marks.map((mark) => `${number} ${mark.id ?? ""}`))),
  );
  const holds = (child: ElementRead | MarkRead | ObjectRead): boolean => {
    if (child.type === "object") return true;
    if (isElement(child)) return child.type === "TD" || child.children.some(holds);
    const mark = child as MarkRead;
    const words = wordsIn(pdf, mark);
    return words === "" ? drawnMarks.has(`${mark.page} ${mark.id}`) : words.trim() !== "";
  };
  return allElements(pdf.structure)
    .filter((element) => element.type !== "TD" && !element.children.some(holds))
    .map((element) => fault("empty-element", element.type));
}

function everythingDrawnIsMarked(pdf: PdfRead): readonly PdfFault[] {
  return pdf.pages.flatMap((page, number) =>
    page.drawn
      .filter(({ marks }) => !marks.some((mark) => mark.tag === "Artifact" || mark.id !== undefined))
      .slice(0, 1)
      .map(({ operator }) => fault("drawn-outside-marks", `${operator} on page ${number + 1}`)),
  );
}

function marksAreBalanced(pdf: PdfRead): readonly PdfFault[] {
  return pdf.pages.flatMap((page, number) =>
    page.marksLeftOpen > 0 || page.marksClosedTwice > 0 ? [fault("marks-not-balanced", `page ${number + 1}`)] : [],
  );
}

function marksHaveElements(pdf: PdfRead): readonly PdfFault[] {
  // A file without any structure has been told so already.
  if (pdf.structure.length === 0) return [];
  const held = new Set(
    allElements(pdf.structure).flatMap((element) =>
      element.children.flatMap((child) => (child.type === "mark" ? [`${(child as MarkRead).page} ${(child as MarkRead).id}`] : [])),
    ),
  );
  return pdf.pages.flatMap((page, number) =>
    [...page.textOfMarks.keys()]
      .filter((id) => !held.has(`${number} ${id}`))
      .map((id) => fault("mark-without-element", `mark ${id} on page ${number + 1}`)),
  );
}

function linksAreInLinks(pdf: PdfRead): readonly PdfFault[] {
  return annotationsOfKind(pdf, "Link").flatMap((annotation) => [
    ...(isHeldBy(pdf, annotation, "Link") ? [] : [fault("link-outside-link-element", textAt(annotation, "Contents") ?? "")]),
    ...((textAt(annotation, "Contents") ?? "").trim() === "" ? [fault("link-without-description", "annotation")] : []),
  ]);
}

function fieldsAreInForms(pdf: PdfRead): readonly PdfFault[] {
  return annotationsOfKind(pdf, "Widget").flatMap((annotation) => [
    ...(isHeldBy(pdf, annotation, "Form") ? [] : [fault("field-outside-form-element", textAt(annotation, "T") ?? "")]),
    ...((textAt(annotation, "TU") ?? "").trim() === "" ? [fault("field-without-name", textAt(annotation, "T") ?? "")] : []),
  ]);
}

function annotationsOfKind(pdf: PdfRead, kind: string): readonly PDFDict[] {
  return pdf.pages.flatMap((page) => page.annotations.filter((annotation) => nameAt(annotation, "Subtype") === kind));
}

function isHeldBy(pdf: PdfRead, annotation: PDFDict, type: string): boolean {
  return allElements(pdf.structure)
    .filter((element) => element.type === type)
    .some((element) => element.children.some((child) => child.type === "object" && (child as ObjectRead).object === annotation));
}

function tabsFollowStructure(pdf: PdfRead): readonly PdfFault[] {
  return pdf.pages.flatMap((page, number) =>
    page.annotations.length > 0 && nameAt(page.dictionary, "Tabs") !== "S" ? [fault("tab-order-not-structure", `page ${number + 1}`)] : [],
  );
}

function fontsAreEmbedded(pdf: PdfRead): readonly PdfFault[] {
  const fonts = new Set(pdf.pages.flatMap((page) => page.fonts));
  return [...fonts].flatMap((font) => {
    const name = nameAt(font, "BaseFont") ?? "a font";
    return [
      ...(isEmbedded(font) ? [] : [fault("font-not-embedded", name)]),
      ...(dictionaryAt(font, "ToUnicode") === undefined ? [fault("font-without-unicode-map", name)] : []),
    ];
  });
}

function isEmbedded(font: PDFDict): boolean {
  const descendants = valueAt(font, "DescendantFonts");
  const inner =
    descendants !== undefined && "lookup" in descendants ? (descendants as { lookup: (index: number) => unknown }).lookup(0) : font;
  const descriptor = inner instanceof PDFDict ? dictionaryAt(inner, "FontDescriptor") : undefined;
  return descriptor !== undefined && ["FontFile", "FontFile2", "FontFile3"].some((key) => descriptor.has(PDFName.of(key)));
}

function lettersAreDrawn(pdf: PdfRead): readonly PdfFault[] {
  return pdf.pages.flatMap((page, number) =>
    page.missingLetterforms > 0 ? [fault("letterform-missing", `${page.missingLetterforms} on page ${number + 1}`)] : [],
  );
}
