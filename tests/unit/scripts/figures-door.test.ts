// The page an adviser signs: every figure, sentence and example is on it, and the PDF is drawn.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { plainDate } from "#app/words/format.ts";
import { benefits } from "#app/domain/benefits/catalogue/index.ts";
import { benefitIds } from "#app/domain/benefits/names.ts";
import { figureAmount, figureName } from "#app/words/benefits/figures.ts";
import { benefitName } from "#app/words/benefits/names.ts";
import { sentenceCase } from "#app/words/format.ts";
import { cannotTellBecause, writeFigures } from "#scripts/figures-door.ts";

const folder = mkdtempSync(join(tmpdir(), "figures-"));
const said: string[] = [];
const written = writeFigures(["--out", folder], (sentence) => said.push(sentence));
afterAll(() => rmSync(folder, { recursive: true }));

async function page(): Promise<string> {
  expect(await written).toBe(0);
  const html = readFileSync(join(folder, "benefit-figures.html"), "utf8");
  return html
    .replace(/<[^>]+>/gu, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/gu, " ");
}

describe("the page of figures to sign", () => {
  test("says where it put the web page and the PDF", async () => {
    expect(await written).toBe(0);
    expect(said.join(" ")).toMatch(/benefit-figures\.html.*benefit-figures\.pdf, \d+ sheets/u);
    expect(readFileSync(join(folder, "benefit-figures.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("holds every figure with its first day, last good day and source", async () => {
    const text = await page();
    for (const id of benefitIds) {
      for (const [name, series] of Object.entries(benefits[id].figures)) {
        expect(text).toContain(`${figureName(id, name)}. Good until ${plainDate(series.goodUntil)}`);
        for (const entry of series.entries) {
          expect(text).toContain(plainDate(entry.from));
          expect(text).toContain(figureAmount(entry.value));
          expect(text).toContain(entry.source.title);
        }
      }
    }
  });

  test("holds every benefit, every worked example and every published example", async () => {
    const text = await page();
    const { examples } = JSON.parse(readFileSync(new URL("../../golden/benefit-examples.json", import.meta.url), "utf8")) as {
      readonly examples: readonly { readonly id: string }[];
    };
    for (const id of benefitIds) {
      expect(text).toContain(sentenceCase(benefitName(id)));
      for (const example of benefits[id].examples) expect(text).toContain(example.title);
    }
    for (const { id } of examples) expect(text).toContain(`(${id})`);
    for (const [id, because] of Object.entries(cannotTellBecause)) {
      expect(examples.map((example) => example.id)).toContain(id);
      expect(text).toContain(`Cannot tell: ${because}`);
    }
  });

  test("an option nobody knows is answered with how to use it", async () => {
    const heard: string[] = [];
    expect(await writeFigures(["--in", "x"], (sentence) => heard.push(sentence))).toBe(2);
    expect(heard).toEqual(["Use: npm run figures, or: npm run figures -- --out <folder>."]);
  });
});
