// Blocks into strips and tags: one function for each kind of block. The look is decided here and nowhere else: black on
// white, thin rules, no shading, nothing that is only a colour or a place.
import type { Block, BlockRenderers, Doc, DocLogo, Fact, Inline, PenLine, Row, Table, TickBox } from "#app/documents/model.ts";
import { scanAlternative, spaceToWrite, tickState } from "#app/documents/render/fixed-words.ts";
import { headOf } from "#app/documents/render/head.ts";
import { easyDrawings } from "#app/documents/card-shapes.ts";
import { darkRuns, scanSquares } from "#app/documents/scan-squares.ts";
import { tableAsFacts } from "#app/documents/render/narrow.ts";
import { plainWords } from "#app/documents/render/tidy.ts";
import { columnWidths, gapBetweenColumns } from "#app/documents/render/typeset/columns.ts";
import {
  emptyGalley,
  joinGalleys,
  keepingWithNext,
  setRow,
  unbroken,
  withGap,
  type Cell,
  type Galley,
  type HeadAgain,
  type Ink,
  type Piece,
  type Strip,
  type Tag,
  type TagType,
} from "#app/documents/render/typeset/galley.ts";
import { setHoldUpCard } from "#app/documents/render/typeset/hold-up-card.ts";
import { breakLines, widthsOf, type Letters, type Line } from "#app/documents/render/typeset/lines.ts";
import { millimetre, type PageStyle } from "#app/documents/render/typeset/page-style.ts";
import type { Weight } from "#app/documents/render/typeset/typefaces.ts";

/** Where a block stands: how deep among the headings, and between which edges. */
export type Place = {
  readonly letters: Letters;
  readonly style: PageStyle;
  readonly left: number;
  readonly width: number;
  /** The level of a heading met here; the title is 1. */
  readonly level: number;
};

const thin = 0.5;
const firm = 1.25;
const writingHeight = 9 * millimetre;
const signatureHeight = 13 * millimetre;
const tickBoxSide = 7 * millimetre;
/** Wide enough for the longest address of ours to have squares of well over half a millimetre. */
const scanSide = 45 * millimetre;
const pictureSide = 18 * millimetre;
/** Two photos and the words under them fit on a sheet. */
const tallestPhoto = 85 * millimetre;
const mostRowsKeptWhole = 6;
/** Lines to write on that belong together, like a name, a role and a date, are looked for on one sheet. */
const mostLinesKeptWhole = 8;
/** From the top of the sheet to a letter's first address line, for the window of an envelope. */
const windowTop = 50 * millimetre;
/** The corner kept for the organisation's sign. */
const logoRoom = { width: 55 * millimetre, height: 20 * millimetre };

/** The whole paper as one long galley: its head, then its blocks. */
export function setDoc(doc: Doc, letters: Letters, style: PageStyle): Galley {
  const place: Place = { letters, style, left: style.margin, width: style.sheetWidth - 2 * style.margin, level: 2 };
  return joinGalleys([setHead(doc, place), setBlocks(doc.blocks, place, style.body * 1.1)]);
}

function setHead(doc: Doc, place: Place): Galley {
  const { style } = place;
  const { logo, sender, recipient, aboutBeforeTitle, title, aboutAfterTitle, audience } = headOf(doc);
  const isLetter = doc.addressedTo !== undefined;
  const em = style.body;
  const sign = logo === undefined ? undefined : logoSize(logo, place);
  const beside = sign === undefined ? place : { ...place, width: place.width - sign.width - em };
  const said = joinGalleys([setTextLines(sender.slice(0, 1), beside, "bold"), setTextLines(sender.slice(1), beside, "regular")]);
  const saidHeight = heightOf(said);
  const from =
    logo === undefined || sign === undefined
      ? said
      : joinGalleys([setLogo(logo, sign, place), said, { ...emptyGalley, strips: [blankStrip(Math.max(0, sign.height - saidHeight))] }]);
  const fromHeight = Math.max(saidHeight, sign?.height ?? 0);
  const to = withGap(setTextLines(recipient, place, "regular"), Math.max(1.5 * em, windowTop - style.margin - fromHeight));
  const before = aboutBeforeTitle.map((line, index) => withGap(setTextLines([line], place, "regular"), index === 0 ? 1.6 * em : 0));
  const titleSize = style.headings[isLetter ? 1 : 0];
  const heading = setHeading([{ kind: "text", text: title }], { ...place, level: 1 }, titleSize);
  const after = aboutAfterTitle.map((line, index) => withGap(setTextLines([line], place, "regular"), index === 0 ? 0.35 * em : 0));
  const forWhom = audience === undefined ? emptyGalley : withGap(setTextLines([audience], place, "bold"), 0.35 * em);
  const underline = isLetter ? emptyGalley : ruleStrip(place, firm, 0.6 * em);
  return joinGalleys([from, to, ...before, withGap(heading, isLetter ? 1.2 * em : 1.3 * em), ...after, forWhom, underline]);
}

function heightOf({ strips }: Galley): number {
  return strips.reduce((sum, strip) => sum + strip.gapBefore + strip.height, 0);
}

/** As large as fits the corner kept for it, and never stretched. */
function logoSize({ width, height }: DocLogo, place: Place): { readonly width: number; readonly height: number } {
  const scale = Math.min(logoRoom.height / height, Math.min(logoRoom.width, place.width / 3) / width);
  return { width: width * scale, height: height * scale };
}

/** In the corner opposite the sender's lines, so that a letter's address stays where the window of its envelope is. */
function setLogo(logo: DocLogo, size: { readonly width: number; readonly height: number }, place: Place): Galley {
  const strip = blankStrip(0);
  const ink: Ink = { kind: "picture", x: place.left + place.width - size.width, y: 0, ...size, address: logo.address };
  const figure: Tag = { kind: "tag", type: "Figure", shows: logo.description, children: [{ kind: "piece", strip, ink }] };
  return keepingWithNext({ strips: [strip], tags: [figure], frames: [] });
}

const settings: BlockRenderers<Place, Galley> = {
  section(block, place) {
    const level = Math.min(place.level, 6);
    const { style } = place;
    const heading = setHeading(block.heading, place, style.headings[Math.min(level, 4) - 1] ?? style.body);
    const first = heading.strips[0];
    if (first !== undefined && block.startsNewSheet) first.startsSheet = true;
    const inside = setBlocks(block.blocks, { ...place, level: place.level + 1 }, 0.4 * style.body);
    const sect: Tag = { kind: "tag", type: "Sect", children: [...heading.tags, ...inside.tags] };
    const whole = { strips: [...heading.strips, ...inside.strips], tags: [sect], frames: inside.frames };
    return block.staysWhole === true ? unbroken(whole, "loosely") : whole;
  },
  paragraph: (block, place) => setParagraph(block.content, place, "P", "regular"),
  list(block, place) {
    const { style, letters } = place;
    const labels = block.items.map((_, index) => (block.ordered ? `${index + 1}.` : "•"));
    const labelLines = labels.map((label) =>
      breakLines([{ kind: "text", text: label }], { letters, size: style.body, width: place.width, weight: "regular" }),
    );
    const indent = Math.max(style.body * 1.3, ...labelLines.map((lines) => (lines[0]?.width ?? 0) + style.body * 0.6));
    const tag: Tag = { kind: "tag", type: "L", numbering: block.ordered ? "Decimal" : "Disc", children: [] };
    const items = block.items.map((item, index): Galley => {
      const width = Math.min(place.width, style.measure) - indent;
      const { strips, contents } = setRow([
        bodyCell(place, labelLines[index] ?? [], place.left, indent),
        bodyCell(place, lined(item, place, width), place.left + indent, width),
      ]);
      tag.children.push(listItem(contents[0], contents[1]));
      return withGap({ strips, tags: [], frames: [] }, index === 0 ? 0 : 0.3 * style.body);
    });
    const whole = { ...joinGalleys(noneAlone(items)), tags: [tag] };
    return whole.strips.length <= mostRowsKeptWhole ? unbroken(whole, "loosely") : whole;
  },
  facts(block, place) {
    const caption =
      block.caption === undefined
        ? emptyGalley
        : keepingWithNext(unbroken(setParagraph([{ kind: "text", text: block.caption }], place, "P", "bold")));
    if (block.rows.length === 0) return caption;
    const tag: Tag = { kind: "tag", type: "L", children: [] };
    const rows = setFactRows(block.rows, place, tag);
    if (block.caption === undefined) return { ...rows, tags: [tag] };
    // Facts under a name of their own are one thing: the row of a table, before it was made narrow.
    const whole = joinGalleys([caption, withGap({ ...rows, tags: [tag] }, 0.1 * place.style.body)]);
    return block.rows.length <= mostRowsKeptWhole ? unbroken(whole, "loosely") : whole;
  },
  table: (block, place) => setTable(block, place),
  callout(block, place) {
    const { style } = place;
    const em = style.body;
    const isBox = block.meaning === "deadline" || block.meaning === "warning";
    const outer = Math.min(place.width, style.measure + 2 * em);
    const inner: Place = { ...place, left: place.left + em, width: outer - (isBox ? 2 * em : em) };
    const title = keepingWithNext(unbroken(setParagraph([{ kind: "text", text: block.title }], inner, "P", "bold")));
    const content = joinGalleys([title, setBlocks(block.blocks, inner, 0.25 * em)]);
    const strips = [blankStrip((isBox ? 0.7 : 0.1) * em), ...content.strips, blankStrip((isBox ? 0.6 : 0.1) * em)];
    const frame = { strips, shape: isBox ? "box" : "bar", x: place.left, width: outer } as const;
    const sect: Tag = { kind: "tag", type: "Sect", children: [...content.tags] };
    return unbroken({ strips, tags: [sect], frames: [...content.frames, frame] }, "loosely");
  },
  address: (block, place) => unbroken(setTextLines(block.lines, place, "regular")),
  "pen-lines"(block, place) {
    const whole = joinGalleys(setPenLines(block.lines, place));
    return block.lines.length <= mostLinesKeptWhole ? unbroken(whole, "loosely") : whole;
  },
  signature(block, place) {
    const declaration = setParagraph(block.declaration, place, "P", "regular");
    return unbroken(joinGalleys([declaration, ...setPenLines(block.lines, place)]), "loosely");
  },
  "scan-square"(block, place) {
    const words = keepingWithNext(unbroken(setParagraph([{ kind: "text", text: block.words }], place, "P", "regular")));
    const squares = scanSquares(block.address);
    const unit = scanSide / squares.length;
    const strip = blankStrip(scanSide);
    const ink: Ink = { kind: "squares", x: place.left, y: 0, width: scanSide, height: scanSide, unit, runs: darkRuns(squares) };
    const figure: Tag = { kind: "tag", type: "Figure", shows: scanAlternative(block.address), children: [{ kind: "piece", strip, ink }] };
    return joinGalleys([words, { strips: [strip], tags: [figure], frames: [] }]);
  },
  pictured({ picture, lines: said }, place) {
    const side = Math.max(pictureSide, place.style.body * 3);
    const beside = side + 1.2 * place.style.body;
    const width = place.width - beside;
    const lines = said.flatMap((text, index) => {
      const broken = lined([{ kind: "text", text }], place, width);
      return index === said.length - 1 ? broken : endingInSpace(broken);
    });
    const tall = lines.length * place.style.body * place.style.leading;
    const { strips, contents } = setRow([bodyCell(place, lines, place.left + beside, width)], {
      padBottom: Math.max(0, side - tall),
      ornaments: (height) => [{ kind: "drawing", x: place.left, y: height - Math.max(side, tall), side, outline: easyDrawings[picture] }],
    });
    return unbroken({ strips, tags: [{ kind: "tag", type: "P", children: contents[0] }], frames: [] });
  },
  photo({ address, width, height, shows, caption }, place) {
    const most = Math.min(place.width, place.style.measure);
    const scale = Math.min(most / width, tallestPhoto / height);
    const strip = blankStrip(height * scale);
    const ink: Ink = { kind: "picture", x: place.left, y: 0, width: width * scale, height: height * scale, address };
    const figure: Tag = { kind: "tag", type: "Figure", shows, children: [{ kind: "piece", strip, ink }] };
    const under = withGap(setParagraph([{ kind: "text", text: caption }], place, "P", "regular"), 0.3 * place.style.body);
    return unbroken(joinGalleys([keepingWithNext({ strips: [strip], tags: [figure], frames: [] }), under]));
  },
  "hold-up-card": (block, place) => setHoldUpCard(block, place.letters, place.style),
  "tick-boxes"(block, place) {
    const { style } = place;
    const question = keepingWithNext(unbroken(setParagraph([{ kind: "text", text: block.question }], place, "P", "bold")));
    const side = Math.max(tickBoxSide, style.body * 1.2);
    const lineHeight = style.body * style.leading;
    const beside = side + 0.75 * style.body;
    const above = Math.max(0, (side - lineHeight) / 2);
    const most = Math.min(place.width, style.measure);
    const tag: Tag = { kind: "tag", type: "L", children: [] };
    const cellsOf = ({ label, isTicked }: TickBox, left: number, width: number): readonly Cell[] => {
      const box: Ink = { kind: "tick-box", x: left, y: Math.max(0, (lineHeight - side) / 2), side, isTicked };
      return [
        { ...bodyCell(place, [], left, side), mark: box },
        bodyCell(place, lined(label, place, width - beside), left + beside, width - beside),
      ];
    };
    const tagOf = ({ label, isTicked }: TickBox, box: (Tag | Piece)[], words: readonly (Tag | Piece)[]): Tag =>
      listItem(
        [
          {
            kind: "tag",
            type: "Form",
            field: { role: "cb", isTicked, describedAs: plainWords(label), alternative: tickState(isTicked) },
            children: box,
          },
        ],
        words,
      );
    // Short answers stand side by side, as on any form; long ones, and short ones in print too large, under each other.
    const wanted = block.options.map(
      ({ label }) => Math.ceil(widthsOf(label, { letters: place.letters, size: style.body, weight: "regular" }).whole) + beside,
    );
    const between = 2 * style.body;
    const isOneRow = wanted.length > 1 && wanted.reduce((sum, width) => sum + width + between, -between) <= most;
    const rows: readonly (readonly { readonly option: TickBox; readonly left: number; readonly width: number }[])[] = isOneRow
      ? [
          block.options.map((option, index) => ({
            option,
            left: place.left + wanted.slice(0, index).reduce((sum, width) => sum + width + between, 0),
            width: wanted[index] ?? most,
          })),
        ]
      : block.options.map((option) => [{ option, left: place.left, width: most }]);
    const options = rows.map((row): Galley => {
      const cells = row.flatMap(({ option, left, width }) => cellsOf(option, left, width));
      const { strips, contents } = setRow(cells, { padTop: above, padBottom: above });
      row.forEach(({ option }, index) => tag.children.push(tagOf(option, contents[2 * index] ?? [], contents[2 * index + 1] ?? [])));
      return withGap({ strips, tags: [], frames: [] }, 0.35 * style.body);
    });
    const line = block.line === undefined ? [] : setPenLines([block.line], place).map((one) => keepingWithNext(one));
    const whole = joinGalleys([question, ...line, { ...joinGalleys(noneAlone(options)), tags: block.options.length === 0 ? [] : [tag] }]);
    return block.options.length <= mostRowsKeptWhole ? unbroken(whole, "loosely") : whole;
  },
};

/** Room above each kind of block, in ems of the text. */
const roomAbove: Readonly<Record<Exclude<Block["kind"], "section">, number>> = {
  paragraph: 0.65,
  list: 0.5,
  facts: 0.8,
  table: 1,
  callout: 1,
  address: 0.65,
  "pen-lines": 0.5,
  signature: 1.2,
  "tick-boxes": 0.9,
  "scan-square": 0.65,
  "hold-up-card": 0.6,
  pictured: 0.8,
  photo: 0.9,
};

const ledToBySentences: ReadonlySet<Block["kind"]> = new Set<Block["kind"]>([
  "list",
  "facts",
  "table",
  "tick-boxes",
  "pen-lines",
  "address",
  "scan-square",
]);

/** Blocks one under another. A sentence that leads to a list, a table or a form is not left alone at the foot of a sheet. */
function setBlocks(blocks: readonly Block[], place: Place, firstGap: number): Galley {
  const em = place.style.body;
  return joinGalleys(
    blocks.map((block, index) => {
      const galley = (settings[block.kind] as (block: Block, place: Place) => Galley)(block, place);
      const next = blocks[index + 1]?.kind;
      if (block.kind === "paragraph" && next !== undefined && ledToBySentences.has(next)) keepingWithNext(galley);
      // The sentence under a heading that opens a row of smaller parts goes with the first of them.
      if (block.kind === "paragraph" && next === "section" && index === 0) keepingWithNext(galley);
      // A line under one or two boxes is where the answer goes that no box can hold; under many it is a question of its own.
      if (block.kind === "tick-boxes" && next === "pen-lines" && block.options.length <= 2) keepingWithNext(galley, "loosely");
      // A letter never ends in a sheet with nothing on it but a signature. On a form, each signature is a thing of its own.
      if (next === "signature" && block.kind !== "signature" && !(block.kind === "pen-lines" && block.lines.length > 1))
        keepingWithNext(galley);
      if (index === 0) return withGap(galley, firstGap);
      return withGap(galley, (block.kind === "section" ? (place.level <= 2 ? 1.7 : 1.3) : roomAbove[block.kind]) * em);
    }),
  );
}

function setHeading(words: readonly Inline[], place: Place, size: number): Galley {
  const level = Math.min(place.level, 6);
  const lines = breakLines(words, { letters: place.letters, size, width: place.width, weight: "bold" });
  const { strips, contents } = setRow([{ lines, x: place.left, width: place.width, size, leading: place.style.headingLeading }]);
  const strip = strips[0];
  const tag: Tag = {
    kind: "tag",
    type: headingTypes[level - 1] ?? "H6",
    children: contents[0],
    ...(strip === undefined ? {} : { bookmark: { words: plainWords(words), depth: level, strip } }),
  };
  return keepingWithNext(unbroken({ strips, tags: [tag], frames: [] }));
}

const headingTypes: readonly TagType[] = ["H1", "H2", "H3", "H4", "H5", "H6"];

/** Things under each other of which the last is never left alone at the top of a sheet. */
function noneAlone(things: readonly Galley[]): readonly Galley[] {
  const beforeLast = things.length < 3 ? undefined : things.at(-2);
  if (beforeLast !== undefined) keepingWithNext(beforeLast);
  return things;
}

/** A paragraph of which no line is left alone at the foot or the top of a sheet. */
function setParagraph(content: readonly Inline[], place: Place, type: TagType, weight: Weight): Galley {
  const width = Math.min(place.width, place.style.measure);
  const { strips, contents } = setRow([bodyCell(place, lined(content, place, width, weight), place.left, width)]);
  strips.forEach((strip, index) => {
    strip.keepsWithNext = index < strips.length - 1 && (index === 0 || index === strips.length - 2) ? "firmly" : false;
  });
  return { strips, tags: [{ kind: "tag", type, children: contents[0] }], frames: [] };
}

/** Lines that stand under each other as they were given: an address. */
function setTextLines(texts: readonly string[], place: Place, weight: Weight): Galley {
  if (texts.length === 0) return emptyGalley;
  const lines = texts.flatMap((text, index) => {
    const broken = lined([{ kind: "text", text }], place, place.width, weight);
    return index === texts.length - 1 ? broken : endingInSpace(broken);
  });
  const { strips, contents } = setRow([bodyCell(place, lines, place.left, place.width)]);
  return { strips, tags: [{ kind: "tag", type: "P", children: contents[0] }], frames: [] };
}

/** The last line with a space nobody sees, so that copied lines do not run together. */
function endingInSpace(lines: readonly Line[]): readonly Line[] {
  const last = lines.at(-1);
  const segment = last?.segments.at(-1);
  if (last === undefined || segment === undefined) return lines;
  return [...lines.slice(0, -1), { ...last, segments: [...last.segments.slice(0, -1), { ...segment, text: `${segment.text} ` }] }];
}

function setFactRows(rows: readonly Fact[], place: Place, list: Tag): Galley {
  const { style } = place;
  const em = style.body;
  const { nameWidth, detailLeft, detailWidth, isStacked } = factColumns(rows, place);
  const under = (height: number): readonly Ink[] => [rule(place, height, thin)];
  return joinGalleys(
    rows.map((row): Galley => {
      const name = bodyCell(place, lined([{ kind: "text", text: row.name }], place, nameWidth, "bold"), place.left, nameWidth);
      const detail = bodyCell(place, lined(row.detail, place, Math.min(detailWidth, style.measure)), detailLeft, detailWidth);
      if (!isStacked) {
        const { strips, contents } = setRow([name, detail], { padTop: 0.2 * em, padBottom: 0.22 * em, ornaments: under });
        list.children.push(listItem(contents[0], contents[1]));
        return { strips, tags: [], frames: [] };
      }
      const upper = setRow([name], { padTop: 0.25 * em });
      const lower = setRow([detail], { padBottom: 0.3 * em, ornaments: under });
      list.children.push(listItem(upper.contents[0], lower.contents[0]));
      return unbroken({ strips: [...upper.strips, ...lower.strips], tags: [], frames: [] });
    }),
  );
}

/** Details stand beside their names, or under them where print is large and the words many. */
function factColumns(
  rows: readonly Fact[],
  place: Place,
): { readonly nameWidth: number; readonly detailLeft: number; readonly detailWidth: number; readonly isStacked: boolean } {
  const { style, letters } = place;
  const em = style.body;
  const widestOf = (contents: readonly (readonly Inline[])[], weight: Weight): number =>
    Math.max(0, ...contents.map((content) => widthsOf(content, { letters, size: em, weight }).whole));
  const widestName = widestOf(
    rows.map((row) => [{ kind: "text", text: row.name }]),
    "bold",
  );
  const nameWidth = Math.min(Math.max(widestName, style.isLargePrint ? 0 : 8.5 * em), place.width * 0.4);
  const detailLeft = place.left + nameWidth + (style.isLargePrint ? 0.9 : 1.2) * em;
  const detailWidth = place.left + place.width - detailLeft;
  const isTight =
    widestName > nameWidth ||
    widestOf(
      rows.map((row) => row.detail),
      "regular",
    ) >
      2 * detailWidth;
  if (style.isLargePrint && isTight) return { nameWidth: place.width, detailLeft: place.left, detailWidth: place.width, isStacked: true };
  return { nameWidth, detailLeft, detailWidth, isStacked: false };
}

/** A table with its head drawn again on each sheet it reaches; as facts, where its columns would not fit side by side. */
function setTable(table: Table, place: Place): Galley {
  const { style } = place;
  const em = style.body;
  const widths = columnWidths(table, place);
  if (widths === undefined) return (settings.section as (block: Block, place: Place) => Galley)(tableAsFacts(table), place);
  const lefts = widths.map(
    (_, index) => place.left + widths.slice(0, index).reduce((sum, width) => sum + width + gapBetweenColumns(em), 0),
  );
  const right = (lefts.at(-1) ?? place.left) + (widths.at(-1) ?? 0);
  const across: Place = { ...place, width: right - place.left };

  const cellsOf = (row: Row, weight: Weight): readonly Cell[] =>
    row.map((content, index): Cell => {
      const holds = table.columns[index]?.holds ?? "words";
      const width = widths[index] ?? 0;
      const isInColumn = holds !== "words";
      const lines = breakLines(content, {
        letters: place.letters,
        size: em,
        width,
        weight,
        figures: isInColumn ? "in-columns" : "as-written",
      });
      return {
        lines,
        x: lefts[index] ?? place.left,
        width,
        size: em,
        leading: style.leading,
        align: isInColumn ? "right" : "left",
        isInColumn,
      };
    });

  const caption = setParagraph([{ kind: "text", text: table.caption }], place, "Caption", "bold");
  const headWords = table.columns.map((column): readonly Inline[] => [{ kind: "text", text: column.header }]);
  const head = setRow(cellsOf(headWords, "bold"), {
    padTop: 0.4 * em,
    padBottom: 0.25 * em,
    ornaments: (height) => [rule(across, height, firm)],
  });
  const headAgain = asHeadAgain(head.strips, head.contents);
  const rowTag = (contents: readonly (Tag | Piece)[][], isHead: boolean): Tag => ({
    kind: "tag",
    type: "TR",
    children: contents.map((children, index): Tag => {
      if (isHead) return { kind: "tag", type: "TH", scope: "Column", children };
      return index === 0 ? { kind: "tag", type: "TH", scope: "Row", children } : { kind: "tag", type: "TD", children };
    }),
  });
  const tag: Tag = { kind: "tag", type: "Table", children: [...caption.tags, rowTag(head.contents, true)] };
  const bodyRows = table.rows.map((row, index) => {
    const isAboveTotals = index === table.rows.length - 1 && table.totals.length > 0;
    const set = setRow(cellsOf(row, "regular"), {
      padTop: 0.2 * em,
      padBottom: 0.22 * em,
      ornaments: (height) => [rule(across, height, isAboveTotals ? firm : thin)],
      headAgain,
    });
    tag.children.push(rowTag(set.contents, false));
    return set.strips;
  });
  const totalRows = table.totals.map((row) => {
    const set = setRow(cellsOf(row, "bold"), {
      padTop: 0.25 * em,
      padBottom: 0.22 * em,
      ornaments: (height) => [rule(across, height, thin)],
      headAgain,
    });
    tag.children.push(rowTag(set.contents, false));
    return set.strips;
  });
  // No row stands alone at the foot or the top of a sheet, parted from all the others.
  const neighbours = bodyRows.length < 3 ? [] : [bodyRows[0]?.at(-1), bodyRows.at(-2)?.at(-1)];
  for (const strip of neighbours) if (strip !== undefined) strip.keepsWithNext = "loosely";
  // Totals stand together, under a row they are the total of.
  const beforeTotals = totalRows.length === 0 ? [] : [bodyRows.at(-1)?.at(-1), ...totalRows.slice(0, -1).map((row) => row.at(-1))];
  for (const strip of beforeTotals) if (strip !== undefined) strip.keepsWithNext = "firmly";
  for (const strip of [...caption.strips, ...head.strips]) strip.keepsWithNext = "firmly";
  const strips = [...caption.strips, ...head.strips, ...bodyRows.flat(), ...totalRows.flat()];
  return { strips, tags: [tag], frames: [] };
}

function asHeadAgain(strips: readonly Strip[], contents: readonly (Tag | Piece)[][]): HeadAgain {
  const tops = new Map<Strip, number>();
  let height = 0;
  for (const strip of strips) {
    tops.set(strip, height);
    height += strip.height;
  }
  const drawn = contents.flat().flatMap((content) => (content.kind === "piece" ? [content] : []));
  const inks = [
    ...drawn.map(({ strip, ink }) => lowered(ink, tops.get(strip) ?? 0)),
    ...strips.flatMap((strip) => strip.ornaments.map((ink) => lowered(ink, tops.get(strip) ?? 0))),
  ];
  return { height, inks };
}

function lowered(ink: Ink, by: number): Ink {
  return { ...ink, y: ink.y + by };
}

/**
 * Lines to write on, their rules beginning under each other. Short ones stand two beside each other, and a date beside a name, as on
 * any form, where print is not large.
 */
function setPenLines(lines: readonly PenLine[], place: Place): readonly Galley[] {
  const labelWidth = penLabelWidth(lines, place);
  const galleys: Galley[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [line, next] = [lines[at], lines[at + 1]];
    if (line === undefined) continue;
    const halves = next === undefined ? undefined : pairOf(line, next, place, labelWidth);
    if (next !== undefined && halves !== undefined) {
      galleys.push(setPenPair([line, next], halves, place));
      at += 1;
    } else galleys.push(setPenLine(line, place, labelWidth));
  }
  return galleys;
}

const usualLabelEms = 8.5;

function penLabel(label: string, place: Place): number {
  return widthsOf([{ kind: "text", text: label }], { letters: place.letters, size: place.style.body, weight: "bold" }).whole;
}

/** As wide as the widest label of the block, within reason. */
function penLabelWidth(lines: readonly PenLine[], place: Place): number {
  const em = place.style.body;
  const least = Math.max(usualLabelEms * em, place.width * 0.3);
  const widest = Math.max(0, ...lines.filter(({ room }) => room !== "sentences").map(({ label }) => penLabel(label, place)));
  return Math.min(Math.max(least, Math.ceil(widest)), Math.max(least, place.width * 0.42));
}

type Half = { readonly left: number; readonly labelWidth: number; readonly right: number };

/** Where two lines stand beside each other; undefined where they had better not. */
function pairOf(line: PenLine, next: PenLine, place: Place, labelWidth: number): readonly [Half, Half] | undefined {
  const em = place.style.body;
  const isShort = ({ room }: PenLine) => room === "few-words" || room === "date";
  if (place.style.isLargePrint || line.filled !== undefined || next.filled !== undefined) return undefined;
  const right = place.left + place.width;
  const ownWidth = Math.ceil(penLabel(next.label, place));
  const between = 2 * em;
  if (line.room === "line" && next.room === "date" && penLabel(line.label, place) <= labelWidth && ownWidth <= 4 * em) {
    const dateLeft = right - ownWidth - 0.8 * em - 42 * millimetre;
    return [
      { left: place.left, labelWidth, right: dateLeft - between },
      { left: dateLeft, labelWidth: ownWidth, right },
    ];
  }
  const half = (place.width - between) / 2;
  const own = usualLabelEms * em;
  if (!isShort(line) || !isShort(next) || half < 2 * own || penLabel(line.label, place) > own || ownWidth > own) return undefined;
  return [
    { left: place.left, labelWidth: own, right: place.left + half },
    { left: right - half, labelWidth: own, right },
  ];
}

function setPenPair(pair: readonly [PenLine, PenLine], halves: readonly [Half, Half], place: Place): Galley {
  const em = place.style.body;
  const labels = pair.map(({ label }, index) => {
    const { left, labelWidth } = halves[index] ?? halves[0];
    return bodyCell(place, lined([{ kind: "text", text: label }], place, labelWidth, "bold"), left, labelWidth);
  });
  const { strips, contents } = setRow(labels, { leastHeight: Math.max(writingHeight, em * place.style.leading) });
  const last = strips.at(-1);
  const tags = pair.map((line, index): Tag => {
    const { left, labelWidth, right } = halves[index] ?? halves[0];
    const roomLeft = left + labelWidth + 0.8 * em;
    const ink: Ink = { kind: "rule", x: roomLeft, y: (last?.height ?? 0) - 2, width: right - roomLeft, thickness: thin * 1.5 };
    return {
      kind: "tag",
      type: "P",
      children: [...(contents[index] ?? []), penTag(line, last === undefined ? [] : [{ kind: "piece", strip: last, ink }])],
    };
  });
  return unbroken({ strips, tags, frames: [] });
}

/** Room to write, said as what it is: there is no field to say it. */
function penTag(line: PenLine, children: readonly Piece[]): Tag {
  return {
    kind: "tag",
    type: "Form",
    field: { role: "tv", describedAs: line.label, alternative: spaceToWrite },
    children: [...children],
  };
}

function setPenLine(line: PenLine, place: Place, besideLabel: number): Galley {
  const { style } = place;
  const em = style.body;
  const isStacked = style.isLargePrint || line.room === "sentences";
  const labelWidth = isStacked ? Math.min(place.width, style.measure) : besideLabel;
  const label = bodyCell(place, lined([{ kind: "text", text: line.label }], place, labelWidth, "bold"), place.left, labelWidth);
  const roomLeft = isStacked ? place.left : place.left + labelWidth + 0.8 * em;
  const most = place.left + place.width - roomLeft;
  const roomWidth = Math.min(most, penRoomWidth[line.room]);
  const leastHeight = line.room === "signature" ? signatureHeight : Math.max(writingHeight, em * style.leading);
  const paragraphTag = (children: (Tag | Piece)[]): Tag => ({ kind: "tag", type: "P", children });

  if (line.filled !== undefined) {
    const words = lined([{ kind: "text", text: line.filled }], place, most);
    const filled = bodyCell(place, words, roomLeft, most);
    if (!isStacked) {
      const { strips, contents } = setRow([{ ...label, lines: endingInSpace(label.lines) }, filled], { leastHeight });
      return { strips, tags: [paragraphTag(contents.flat())], frames: [] };
    }
    const upper = setRow([{ ...label, lines: endingInSpace(label.lines) }], { padTop: 0.5 * em });
    const lower = setRow([filled]);
    return unbroken({
      strips: [...upper.strips, ...lower.strips],
      tags: [paragraphTag([...upper.contents.flat(), ...lower.contents.flat()])],
      frames: [],
    });
  }

  const ruled = (strip: Strip): Piece => ({
    kind: "piece",
    strip,
    ink: { kind: "rule", x: roomLeft, y: strip.height - 2, width: roomWidth, thickness: thin * 1.5 },
  });
  // A label of two lines keeps its distance from the line above it.
  const isWrapped = label.lines.length > 1;
  const labelled = setRow([label], isStacked ? { padTop: 0.5 * em } : { leastHeight, ...(isWrapped ? { padTop: 0.55 * em } : {}) });
  const rules = isStacked
    ? Array.from({ length: line.room === "sentences" ? 3 : 1 }, () => blankStrip(leastHeight))
    : labelled.strips.slice(-1);
  const strips = isStacked ? [...labelled.strips, ...rules] : labelled.strips;
  return unbroken({ strips, tags: [paragraphTag([...labelled.contents.flat(), penTag(line, rules.map(ruled))])], frames: [] });
}

const penRoomWidth: Readonly<Record<PenLine["room"], number>> = {
  "few-words": 80 * millimetre,
  date: 50 * millimetre,
  line: Number.POSITIVE_INFINITY,
  sentences: Number.POSITIVE_INFINITY,
  signature: Number.POSITIVE_INFINITY,
};

function listItem(label: readonly (Tag | Piece)[], body: readonly (Tag | Piece)[]): Tag {
  const children: Tag[] = [{ kind: "tag", type: "Lbl", children: [...label] }];
  if (body.length > 0) children.push({ kind: "tag", type: "LBody", children: [...body] });
  return { kind: "tag", type: "LI", children };
}

function lined(content: readonly Inline[], place: Place, width: number, weight: Weight = "regular"): readonly Line[] {
  return breakLines(content, { letters: place.letters, size: place.style.body, width, weight });
}

function bodyCell(place: Place, lines: readonly Line[], x: number, width: number): Cell {
  return { lines, x, width, size: place.style.body, leading: place.style.leading };
}

function blankStrip(height: number): Strip {
  return { height, gapBefore: 0, keepsWithNext: false, startsSheet: false, ornaments: [] };
}

function ruleStrip(place: Place, thickness: number, gap: number): Galley {
  const strip: Strip = {
    height: thickness,
    gapBefore: gap,
    keepsWithNext: false,
    startsSheet: false,
    ornaments: [rule(place, thickness, thickness)],
  };
  return { strips: [strip], tags: [], frames: [] };
}

/** A line across, whose lower edge is at `y`. */
function rule(place: Place, y: number, thickness: number): Ink {
  return { kind: "rule", x: place.left, y: y - thickness / 2, width: place.width, thickness };
}

/** A running line at the foot of sheets, cut short with an ellipsis where it would need more lines than it may have. */
export function setFootLine(
  text: string,
  setting: {
    readonly letters: Letters;
    readonly size: number;
    readonly width: number;
    readonly weight: Weight;
    readonly mostLines: number;
  },
): readonly Line[] {
  const whole = breakLines([{ kind: "text", text }], setting);
  if (whole.length <= setting.mostLines) return whole;
  const words = text.split(" ");
  const kept = whole
    .slice(0, setting.mostLines)
    .flatMap((line) => line.segments.map((segment) => segment.text))
    .join("");
  for (let count = Math.min(words.length - 1, kept.split(" ").length); count > 0; count -= 1) {
    const shorter = breakLines([{ kind: "text", text: `${words.slice(0, count).join(" ")} …` }], setting);
    if (shorter.length <= setting.mostLines) return shorter;
  }
  return whole.slice(0, setting.mostLines);
}
