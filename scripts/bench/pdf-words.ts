// The words drawn in one of our PDFs, in drawing order, read back from the file through its own Unicode maps: enough to say
// that a quickly made paper still says what it should. It knows no more of PDF than our own files need.
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, type PDFObject } from "@cantoo/pdf-lib";

const token = /<<[^]*?>>|<([0-9A-Fa-f\s]*)>|\/([^\s/<>[\]()]+)|\[|\]|[^\s/<>[\]()]+/gu;

/** The words outside headers and footers, without bullets, boxes and rules. Throws when the file cannot be parsed. */
export async function wordsOfPdf(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return document.getPages().flatMap((page) => wordsOfText(textOfPage(page.node)));
}

/** Words in order, leaving aside how a format shows a bullet, a box, a rule or the end of a name. */
export function wordsOfText(text: string): readonly string[] {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/_{4,}/gu, " ")
    .split(/\s+/u)
    .map((word) => word.replace(/:+$/u, ""))
    .filter((word) => !["", "•", "-", "[", "]", "[x]"].includes(word));
}

// Each marked piece stands on its own; words never run from one into the next without a space of their own.
function textOfPage(page: PDFDict): string {
  const maps = unicodeMapsOf(page);
  const open: { readonly isArtifact: boolean; readonly isReplaced: boolean }[] = [];
  let text = "";
  let font: ReadonlyMap<number, string> = new Map();
  let operands: string[] = [];
  let strings: string[] = [];
  for (const [whole, hex, name] of contentOf(page).matchAll(token)) {
    if (hex !== undefined) strings.push(hex.replace(/\s/gu, ""));
    else if (name !== undefined) operands.push(name);
    else if (whole.startsWith("<<")) operands.push(whole);
    else if (/^[-+.\d]/u.test(whole) || whole === "[" || whole === "]") continue;
    else {
      if (whole === "Tf") font = maps.get(operands.at(-1) ?? "") ?? new Map();
      if (whole === "BDC" || whole === "BMC") {
        const said = /\/ActualText\s*<FEFF([0-9A-Fa-f]*)>/iu.exec(operands.at(-1) ?? "")?.[1];
        open.push({ isArtifact: operands[0] === "Artifact", isReplaced: said !== undefined });
        if (said !== undefined && !open.some((mark) => mark.isArtifact)) text += characters(said);
        if (/\/MCID/u.test(operands.at(-1) ?? "")) text += "\n";
      }
      if (whole === "EMC") open.pop();
      if ((whole === "Tj" || whole === "TJ") && !open.some((mark) => mark.isArtifact || mark.isReplaced))
        for (const codes of strings) for (const [code] of codes.matchAll(/.{4}/gu)) text += font.get(Number.parseInt(code, 16)) ?? "\ufffd";
      operands = [];
      strings = [];
    }
  }
  return text;
}

function unicodeMapsOf(page: PDFDict): ReadonlyMap<string, ReadonlyMap<number, string>> {
  const fonts = page.lookupMaybe(PDFName.of("Resources"), PDFDict)?.lookupMaybe(PDFName.of("Font"), PDFDict);
  const maps = new Map<string, ReadonlyMap<number, string>>();
  for (const key of fonts?.keys() ?? []) {
    const stream = fonts?.lookupMaybe(key, PDFDict)?.lookup(PDFName.of("ToUnicode"));
    maps.set(key.decodeText(), unicodeMapIn(unpacked(stream)));
  }
  return maps;
}

function unicodeMapIn(map: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const [, list = ""] of map.matchAll(/beginbfchar([^]*?)endbfchar/gu))
    for (const [, code = "", to = ""] of list.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]+)>/gu))
      found.set(Number.parseInt(code, 16), characters(to));
  for (const [, list = ""] of map.matchAll(/beginbfrange([^]*?)endbfrange/gu)) {
    for (const [, from = "", , several, first] of list.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:\[([^\]]*)\]|<([0-9A-Fa-f\s]+)>)/gu,
    )) {
      const start = Number.parseInt(from, 16);
      if (first !== undefined) found.set(start, characters(first));
      for (const [index, [, to = ""]] of [...(several ?? "").matchAll(/<([0-9A-Fa-f\s]+)>/gu)].entries())
        found.set(start + index, characters(to));
    }
  }
  return found;
}

function characters(hex: string): string {
  return hex.replace(/\s/gu, "").replace(/.{4}/gu, (unit) => String.fromCharCode(Number.parseInt(unit, 16)));
}

function contentOf(page: PDFDict): string {
  const contents = page.lookup(PDFName.of("Contents"));
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  return streams.map((stream) => unpacked(stream instanceof PDFRef ? page.context.lookup(stream) : stream)).join("\n");
}

function unpacked(stream: PDFObject | undefined): string {
  return stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1") : "";
}
