// A card to cut out: half a sheet of paper, which is A5, with a shape and words as large as fit beside it. The line at the foot of the
// sheet stands within the lower card, and as much room is left on the upper one, so that both cards are alike.
import { cardColours, cardOutlines } from "#app/documents/card-shapes.ts";
import type { BlockOf } from "#app/documents/model.ts";
import { baseline, type Galley, type Ink, type Piece, type Strip } from "#app/documents/render/typeset/galley.ts";
import { breakLines, widthsOf, type Letters, type Line } from "#app/documents/render/typeset/lines.ts";
import { cardFootLines, cardFootSize, footHeight, millimetre, type PageStyle } from "#app/documents/render/typeset/page-style.ts";

/** Printers leave so much at the edges of paper white. */
const edge = 8 * millimetre;
const inner = 9 * millimetre;
const shapeSide = 72 * millimetre;
/** The words are the largest of these that fit beside the shape. The last are for words nobody would put on a card. */
const sizes: readonly number[] = [80, 72, 64, 56, 48, 42, 36, 30, 24, 18, 12];
/** Words of one's own are written by hand, so what leads to them is small. */
const ownWordsSize = 24;

/** One card as half a sheet. */
export function setHoldUpCard({ words, shape }: BlockOf<"hold-up-card">, letters: Letters, style: PageStyle): Galley {
  const half = style.sheetHeight / 2;
  const ground = { x: edge, y: edge, width: style.sheetWidth - 2 * edge, height: groundHeight(style) };
  const side = Math.min(shapeSide, ground.height - 2 * inner);
  const left = ground.x + inner + (shape === null ? 0 : side + inner);
  const width = ground.x + ground.width - inner - left;
  const room = { letters, width, height: ground.height - 2 * inner };
  const { size, lines } = shape === null ? linesAt(words, ownWordsSize, room) : largestLines(words, room, style);
  const lead = style.headingLeading;
  const top = ground.y + (shape === null ? inner : (ground.height - lines.length * size * lead) / 2);
  const colours = shape === null ? null : cardColours[shape];
  const drawn =
    shape === null || colours === null ? null : { outline: cardOutlines[shape], x: inner, y: (ground.height - side) / 2, side, ...colours };
  const strip: Strip = {
    height: half,
    gapBefore: 0,
    keepsWithNext: false,
    startsSheet: false,
    isHalfSheet: true,
    ornaments: [{ kind: "card", ...ground, shape: drawn }],
  };
  const pieces = lines.flatMap((line, index) =>
    piecesOf(line, strip, { left, y: top + index * size * lead + baseline(size, lead), size, colour: colours?.ink }),
  );
  return { strips: [strip], tags: [{ kind: "tag", type: "P", children: pieces }], frames: [] };
}

function groundHeight(style: PageStyle): number {
  const foot = style.footMargin + footHeight(cardFootSize(style), cardFootLines);
  return style.sheetHeight / 2 - edge - foot;
}

type Room = { readonly letters: Letters; readonly width: number; readonly height: number };
type SetWords = { readonly size: number; readonly lines: readonly Line[] };

function linesAt(words: string, size: number, { letters, width }: Room): SetWords {
  return { size, lines: breakLines([{ kind: "text", text: words }], { letters, size, width, weight: "bold" }) };
}

function largestLines(words: string, room: Room, style: PageStyle): SetWords {
  const fits = sizes.find((size) => {
    const { longestWord } = widthsOf([{ kind: "text", text: words }], { letters: room.letters, size, weight: "bold" });
    return longestWord <= room.width && linesAt(words, size, room).lines.length * size * style.headingLeading <= room.height;
  });
  return linesAt(words, fits ?? style.body, room);
}

function piecesOf(
  line: Line,
  strip: Strip,
  at: { readonly left: number; readonly y: number; readonly size: number; readonly colour: string | undefined },
): readonly Piece[] {
  let x = at.left;
  return line.segments.map(({ text, family, weight, width }): Piece => {
    const ink: Ink = {
      kind: "text",
      x,
      y: at.y,
      text,
      family,
      weight,
      size: at.size,
      width,
      isInColumn: false,
      ...(at.colour === undefined ? {} : { colour: at.colour }),
    };
    x += width;
    return { kind: "piece", strip, ink };
  });
}
