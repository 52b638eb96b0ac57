// What every document promises: it is made from much and from little, says the same in every form, passes our machine checks,
// and tells each reader only what the table of fields allows.
import { beforeAll, describe, expect, it } from "vitest";
import { buildDocument, documentIds, documentOf, type DocumentId, type FactsOf } from "#app/documents/catalogue/index.ts";
import type { Doc } from "#app/documents/model.ts";
import { renderDocument, type Format } from "#app/documents/render.ts";
import { accessWords, documentFacts } from "#tests/support/document-facts.ts";
import { wordsOfReading } from "#tests/support/paper-words.ts";
import { checkPdf } from "#tests/support/pdf-checks.ts";
import { readingText, readPdf } from "#tests/support/pdf-reader.ts";

const facts = documentFacts();
const sizes = [12, 18, 24] as const;

function docsOf<Id extends DocumentId>(id: Id): readonly Doc[] {
  return (facts[id] as readonly FactsOf<Id>[]).map((one) => buildDocument(id, one));
}

async function bytesOf(doc: Doc, format: Format): Promise<Uint8Array> {
  const rendered = await renderDocument(doc, format);
  if (!rendered.ok) throw new Error(`Refused: ${rendered.refusal.characters.join(" ")}`);
  return rendered.value.bytes;
}

async function plainTextOf(doc: Doc): Promise<string> {
  return new TextDecoder().decode(await bytesOf(doc, "plain-text"));
}

// Typefaces are parsed once for the process.
beforeAll(async () => {
  await bytesOf(docsOf("jobcentre-letter")[0]!, { pdf: 12 });
}, 30_000);

describe.each(documentIds)("%s", (id) => {
  it("is called by its id in the list, and names nobody", () => {
    expect(documentOf(id).id).toBe(id);
    expect(documentOf(id).name).toMatch(/^[A-Z][a-z, ]+$/u);
    expect(documentOf(id).audiences.length).toBeGreaterThan(0);
  });

  it("says who made it, when, and for which meeting, in one title", () => {
    for (const doc of docsOf(id)) {
      expect(doc.title.length).toBeLessThan(90);
      expect(doc.edition).toContain("23 November 2026");
      expect(doc.organisation.name).toContain("Riverside");
      expect(doc.blocks.length).toBeGreaterThan(1);
    }
  });

  it("is the same paper from the same facts", () => {
    expect(docsOf(id)).toEqual(docsOf(id));
  });

  it.each(sizes)(
    "passes our machine checks and loses no word at %d points",
    async (pdf) => {
      for (const doc of docsOf(id)) {
        const bytes = await bytesOf(doc, { pdf });
        expect(await checkPdf(bytes)).toEqual([]);
        const printed = wordsOfReading(readingText(await readPdf(bytes)));
        const plain = wordsOfReading(await plainTextOf(doc));
        // In large print tables become facts, as in plain text, so the order is the same; at 12 points a wide table keeps its shape.
        if (pdf === 12) expect(plain.filter((word) => !printed.includes(word))).toEqual([]);
        else expect(printed).toEqual(plain);
      }
    },
    60_000,
  );

  it("is a whole page of its own with one heading of the first level", async () => {
    for (const doc of docsOf(id)) {
      const page = new TextDecoder().decode(await bytesOf(doc, "html"));
      expect(page.match(/<h1[ >]/gu)).toHaveLength(1);
      expect(page).toContain('lang="en-GB"');
    }
  });

  it("says nothing of what a machine would say: no codes, no blanks, no empty sentences", async () => {
    for (const doc of docsOf(id)) {
      const text = await plainTextOf(doc);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\(left blank\)|item-\d|\.\.(?!\.)|\s[,.]\s/u);
    }
  });
});

describe("names", () => {
  it.each([["Gwilym Prŷs"], ["Łucja Wójcik"], ["Seán Ó Súilleabháin"], ["Ðorđe Şahin"]])(
    "in our typefaces are printed: %s",
    async (name) => {
      const [usual] = facts["offer-letter"];
      const doc = buildDocument("offer-letter", { ...usual, person: { name, addressLines: [] } });
      expect(readingText(await readPdf(await bytesOf(doc, { pdf: 12 }))).normalize("NFC")).toContain(name.normalize("NFC"));
    },
  );

  it.each([["محمد علي"], ["王小明"]])(
    "in other letters are refused by naming them, or drawn, and always shown as a page: %s",
    async (name) => {
      const [usual] = facts["offer-letter"];
      const doc = buildDocument("offer-letter", { ...usual, person: { name, addressLines: [] } });
      const rendered = await renderDocument(doc, { pdf: 12 });
      if (rendered.ok) expect(readingText(await readPdf(rendered.value.bytes))).toContain(name);
      else for (const character of rendered.refusal.characters) expect(name).toContain(character);
      expect(new TextDecoder().decode(await bytesOf(doc, "html"))).toContain(name);
    },
  );
});

describe("what a paper may not say", () => {
  const aboutBenefits = /benefit|universal credit|\bESA\b|\bPIP\b|carer.s allowance|income support|permitted work/iu;
  const aboutAccess = /wheelchair|interpreter|easy read|large print|disab|access need|health|medic|impairment|dietary|allerg/iu;

  it("the letter for the Jobcentre never speaks of health, benefits or access", async () => {
    for (const doc of docsOf("jobcentre-letter")) {
      const text = (await plainTextOf(doc)).replace(/Riverside Community Health Trust/gu, "");
      expect(text).not.toMatch(aboutBenefits);
      expect(text).not.toMatch(aboutAccess);
    }
  });

  it.each(["involvement-payment-claim-form", "expenses-claim-form", "payment-form"] as const)(
    "the %s never speaks of benefits or of what somebody needed",
    async (id) => {
      for (const doc of docsOf(id)) {
        const text = (await plainTextOf(doc)).replace(/Riverside Community Health Trust/gu, "");
        expect(text).not.toMatch(aboutBenefits);
        expect(text).not.toMatch(aboutAccess);
        expect(text).not.toContain(accessWords);
      }
    },
  );

  it("an access cost stands as an amount", async () => {
    const text = await plainTextOf(docsOf("expenses-claim-form")[0]!);
    expect(text).toContain("Access cost");
    expect(text).toContain("£90.00");
  });

  it("the letter for the Jobcentre is one page at 12 points", async () => {
    const rendered = await renderDocument(docsOf("jobcentre-letter")[0]!, { pdf: 12 });
    expect(rendered.ok && rendered.value.pages).toBe(1);
  });

  it("the plan without names and the venue's checklist hold no name, whoever is coming", async () => {
    for (const id of ["plan-without-names", "plan-for-venue", "venue-checklist"] as const) {
      for (const doc of docsOf(id)) expect(await plainTextOf(doc)).not.toMatch(/Prŷs|Wójcik/u);
    }
  });
});

describe("the sheet on the wall", () => {
  it("says nothing that somebody asked for, because the room would know that somebody did", async () => {
    const [usual] = facts["wall-sheet"];
    const text = await plainTextOf(buildDocument("wall-sheet", { ...usual, waysOfWorking: ["Do not touch or feed the dog."] }));
    expect(text).not.toContain("dog");
    expect(text).toContain("One person speaks at a time");
  });
});

describe("a fact that is missing", () => {
  it("leaves its section on the joining instructions, saying so", async () => {
    const [, bare] = docsOf("joining-instructions");
    const text = await plainTextOf(bare!);
    for (const number of Array.from({ length: 11 }, (_, index) => index + 1))
      expect(text).toMatch(new RegExp(`^#*\\s*${number}\\. `, "mu"));
    expect(text).toContain("We have not chosen the date and times yet");
  });

  it("leaves its part in the script of the film, one idea a line, and no picture to look at", async () => {
    for (const doc of docsOf("joining-signed")) {
      const text = await plainTextOf(doc);
      for (const number of Array.from({ length: 11 }, (_, index) => index + 1))
        expect(text).toMatch(new RegExp(`^#*\\s*${number}\\. `, "mu"));
      expect(JSON.stringify(doc)).not.toContain('"kind":"photo"');
    }
    const lines = (await plainTextOf(docsOf("joining-signed")[0]!)).split("\n");
    expect(lines).toContain("The meeting is on Wednesday 3 February 2027.");
    expect(lines).toContain("It starts at 10:30am.");
  });

  it("is a ruled line on a form, to be filled in by pen", async () => {
    const text = await plainTextOf(docsOf("involvement-payment-claim-form")[1]!);
    for (const label of ["Cost centre", "Payee number", "Email", "Address"]) expect(text).toMatch(new RegExp(`${label}.*_{4}`, "u"));
  });
});
