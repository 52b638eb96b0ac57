// The 12 forms of the payment papers, complete to the field: what each must say is a list in the program, looked for in every
// format the form comes in.
import { beforeAll, describe, expect, test } from "vitest";
import { buildDocument, documentOf, type DocumentId, type FactsOf } from "#app/documents/catalogue/index.ts";
import { requiredForms } from "#app/documents/catalogue/required-fields.ts";
import type { Doc } from "#app/documents/model.ts";
import { renderDocument, type Format } from "#app/documents/render.ts";
import { documentFacts } from "#tests/support/document-facts.ts";
import { readingText, readPdf } from "#tests/support/pdf-reader.ts";
import { harbourSign } from "#tests/support/pictures.ts";

const facts = documentFacts();

function docsOf<Id extends DocumentId>(id: Id): readonly Doc[] {
  return (facts[id] as readonly FactsOf<Id>[]).map((one) => buildDocument(id, one));
}

async function bytesOf(doc: Doc, format: Format): Promise<Uint8Array> {
  const rendered = await renderDocument(doc, format);
  if (!rendered.ok) throw new Error(`Refused: ${rendered.refusal.characters.join(" ")}`);
  return rendered.value.bytes;
}

const plain = (text: string) => text.replace(/\s+/gu, " ").normalize("NFC");
const formats = ["page", "plain text", "12 points", "18 points", "24 points"] as const;

async function textIn(doc: Doc, format: (typeof formats)[number]): Promise<string> {
  if (format === "plain text") return plain(new TextDecoder().decode(await bytesOf(doc, "plain-text")));
  if (format === "page") {
    const page = new TextDecoder().decode(await bytesOf(doc, "html"));
    const body = page.slice(page.indexOf("<body"));
    return plain(
      body
        .replace(/<[^>]+>/gu, " ")
        .replaceAll("&amp;", "&")
        .replaceAll("&#39;", "'")
        .replaceAll("&quot;", '"'),
    );
  }
  return plain(readingText(await readPdf(await bytesOf(doc, { pdf: Number(format.slice(0, 2)) }))));
}

/** Where a field is said in one of two ways, they are given with a bar between them. Space is no difference. */
const says = (text: string, field: string) =>
  field.split("|").some((one) => text.replaceAll(" ", "").includes(plain(one).replaceAll(" ", "")));

/** A label of one word also stands at the start of a line, with what is known of it or room to write after it. */
async function labelsOf(doc: Doc): Promise<ReadonlySet<string>> {
  const lines = new TextDecoder().decode(await bytesOf(doc, "plain-text")).split("\n");
  return new Set(
    lines.map((line) =>
      line
        .replace(/^[\W\d]+/u, "")
        .replace(/(?::|_|$).*/u, "")
        .trim(),
    ),
  );
}

beforeAll(async () => {
  await bytesOf(docsOf("jobcentre-letter")[0]!, { pdf: 12 });
}, 30_000);

test("there are 12 forms, each one document", () => {
  expect(requiredForms.map(({ form }) => form)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(new Set(requiredForms.map(({ document }) => document)).size).toBe(12);
  for (const { document } of requiredForms) expect(documentOf(document).forms).toEqual(["web-page", "12-point", "18-point", "24-point"]);
});

describe.each(requiredForms)("form $form, $document", ({ document, always, whenKnown }) => {
  test.each(formats)(
    "has every field as %s",
    async (format) => {
      const [fullest, ...others] = await Promise.all(docsOf(document).map((doc) => textIn(doc, format)));
      const labels = await labelsOf(docsOf(document)[0]!);
      expect([...always, ...whenKnown].filter((field) => /^[A-Z][a-z]+$/u.test(field) && !labels.has(field))).toEqual([]);
      const missing = [...always, ...whenKnown].filter((field) => !says(fullest!, field));
      expect(missing, "on the fullest copy").toEqual([]);
      // Money tables need amounts: an expenses form to fill in by pen has lines for them instead.
      for (const other of others) expect(always.filter((field) => !says(other, field))).toEqual([]);
    },
    60_000,
  );
});

test("an expenses form to fill in by pen has room for costs, journeys, care, meals and what was had before", async () => {
  const text = await textIn(docsOf("expenses-claim-form")[1]!, "plain text");
  const room = [
    "What for, from and to",
    "If none, why",
    "You booked or paid it",
    "Miles",
    "By what, and who came with you",
    "Times",
    "Hours and rate",
    "Who was paid",
    "is not already in a care package",
    "If a meal: time away",
    "Had before",
    "Total of costs",
    "To pay or return",
  ];
  for (const field of room) expect(text).toContain(field);
});

const sign = { address: dataAddressOf(harbourSign), width: 220, height: 80, description: "A blue lifebelt beside two bars" };

function dataAddressOf(picture: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(picture).toString("base64")}`;
}

const sheetsOf = async (doc: Doc) => {
  const rendered = await renderDocument(doc, { pdf: 12 });
  return rendered.ok ? rendered.value.pages : null;
};

test("the letter for the Jobcentre is one sheet, as its page says, with a logo and with everything it can hold", async () => {
  for (const doc of docsOf("jobcentre-letter")) {
    expect(await sheetsOf({ ...doc, organisation: { ...doc.organisation, logo: sign } })).toBe(1);
  }
});

test("where only costs are offered, the choice form asks about costs and nothing about a payment", async () => {
  const [paid, costsOnly] = await Promise.all(docsOf("choice-form").map((doc) => textIn(doc, "plain text")));
  expect(paid).toContain("The full £125");
  expect(costsOnly).not.toContain("The full £");
  expect(costsOnly).not.toContain("Charity number");
  expect(costsOnly).toContain("Do you want your costs paid back?");
  expect(await Promise.all(docsOf("choice-form").map(sheetsOf))).toEqual([2, 2]);
});
