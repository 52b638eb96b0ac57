// The cards to hold up on paper: A5, two to a sheet, and whole in every size of print.
import { beforeAll, describe, expect, it } from "vitest";
import { buildDocument } from "#app/documents/catalogue/index.ts";
import { holdUpCard } from "#app/documents/model.ts";
import type { Block } from "#app/documents/model.ts";
import { renderDocument } from "#app/documents/render.ts";
import { setHoldUpCard } from "#app/documents/render/typeset/hold-up-card.ts";
import type { Letters } from "#app/documents/render/typeset/lines.ts";
import { cardFootLines, cardFootSize, footHeight, millimetre, pageStyle, sheetSize } from "#app/documents/render/typeset/page-style.ts";
import { speechCards } from "#app/words/cards.ts";
import { documentFacts } from "#tests/support/document-facts.ts";
import { checkPdf } from "#tests/support/pdf-checks.ts";

const [usual] = documentFacts().cards;
const sizes = [12, 18, 24, 72];

/** Letters as wide as wide letters are. */
const letters: Letters = {
  runs: (text, weight) => [{ text, family: "Wide", weight }],
  widthAtOnePoint: ({ text }) => text.length * 0.65,
};

async function pagesOf(size: number): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const rendered = await renderDocument(buildDocument("cards", usual), { pdf: size });
  if (!rendered.ok) throw new Error("Refused");
  return { bytes: rendered.value.bytes, pages: rendered.value.pages ?? 0 };
}

beforeAll(async () => {
  await pagesOf(12);
}, 30_000);

describe("cards to hold up", () => {
  it.each(sizes)("are half a sheet each at %d points, with words and shape inside their colour and above the line at the foot", (size) => {
    const style = pageStyle(size);
    const foot = sheetSize.height / 2 - style.footMargin - footHeight(cardFootSize(style), cardFootLines);
    for (const { words, shape } of [...speechCards, { words: "My own words:", shape: null }]) {
      const { strips, tags } = setHoldUpCard(holdUpCard(words, shape), letters, style);
      expect(strips.map(({ height }) => height)).toEqual([sheetSize.height / 2]);
      const [card] = strips[0]!.ornaments;
      if (card?.kind !== "card") throw new Error("A card without its ground");
      expect(card.width).toBeCloseTo(194 * millimetre, 5);
      expect(card.y + card.height).toBeLessThanOrEqual(foot);
      for (const piece of tags.flatMap((tag) => (tag.kind === "tag" ? tag.children : []))) {
        if (piece.kind !== "piece" || piece.ink.kind !== "text") throw new Error("A card holds words alone");
        expect(piece.ink.x + piece.ink.width).toBeLessThanOrEqual(card.x + card.width);
        expect(piece.ink.y - piece.ink.size).toBeGreaterThanOrEqual(card.y - piece.ink.size * 0.1);
        expect(piece.ink.y).toBeLessThanOrEqual(card.y + card.height);
        // Read from across a room.
        if (shape !== null) expect(piece.ink.size).toBeGreaterThanOrEqual(36);
        if (shape !== null) expect(piece.ink.x).toBeGreaterThanOrEqual(card.x + (card.shape?.x ?? 0) + (card.shape?.side ?? 0));
      }
    }
  });

  it("come two to a sheet, with a blank sheet for words of one's own, after one sheet that says how to use them", async () => {
    const { blocks } = buildDocument("cards", usual);
    const isCard = (block: Block) => block.kind === "hold-up-card";
    expect(blocks.filter(isCard)).toHaveLength(speechCards.length + 2);
    const { bytes, pages } = await pagesOf(12);
    expect(pages).toBe(1 + (speechCards.length + 2) / 2);
    expect(await checkPdf(bytes)).toEqual([]);
  });
});
