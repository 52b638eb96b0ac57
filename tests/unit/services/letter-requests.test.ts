// A signed copy of the letter by post: from the person's wish to the payments team's envelope, and nothing more of the person.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { penceOf } from "#app/domain/basics/money.ts";
import { financeOfficerOf, type Attendee, type FinanceOfficer } from "#app/domain/people/actors.ts";
import type { Doc } from "#app/documents/model.ts";
import { renderDocument } from "#app/documents/render.ts";
import {
  askForSignedLetter,
  countLetters,
  letterToPost,
  lettersToPost,
  markLetterPosted,
  ownLetterRequest,
} from "#app/services/letter-requests.server.ts";
import { decide, ownChoice, saveDraft } from "#app/services/payment-choice.server.ts";
import { people } from "#db/schema.ts";
import { financePerson, invitedPerson, pastMeeting } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";

let opened: TestInstance;
let checker: FinanceOfficer;
let authoriser: FinanceOfficer;
let mia: Attendee;
let ana: Attendee;
let tom: Attendee;

const moment = (at = "2026-11-23T10:00:00.000Z") => opened.context(at);
const usual = { name: true, meeting: true, amount: false, chosen: false };
const marker = "Zebra Cottage 7741";

async function textOf(doc: Doc): Promise<string> {
  const made = await renderDocument(doc, "plain-text");
  if (!made.ok) throw new Error("refused");
  return new TextDecoder().decode(made.value.bytes);
}

beforeAll(async () => {
  opened = await testInstance();
  const { organisationId, coordinator } = await makeOrganisation(moment("2026-08-01T09:00:00.000Z"));
  const { reference } = await pastMeeting(moment, coordinator);
  mia = await invitedPerson(moment, coordinator, reference, {});
  ana = await invitedPerson(moment, coordinator, reference, { name: "Ana Ruiz", email: "ana@example.net" });
  tom = await invitedPerson(moment, coordinator, reference, { name: "Tom Hale", email: "tom@example.net", choice: null });
  checker = await financePerson(moment(), organisationId, "Ben Ali", ["finance-check"]);
  authoriser = await financePerson(moment(), organisationId, "Cara Iqbal", ["finance-authorise"]);
});
afterAll(() => opened.close());

describe("asking for a signed letter", () => {
  test("needs something in the letter, and somewhere to post it", async () => {
    expect(await askForSignedLetter(moment(), mia, { holds: { ...usual, name: false, meeting: false }, address: "" })).toEqual({
      ok: false,
      refusal: "nothing-chosen",
    });
    await moment().change(async (tx) => {
      await tx.update(people).set({ address: "" }).where(eq(people.id, ana.personId));
    });
    expect(await askForSignedLetter(moment(), ana, { holds: usual, address: " " })).toEqual({ ok: false, refusal: "no-address" });
  });

  test("promises a day, goes to the address on file unless another is given, and reads back only its end", async () => {
    expect(await askForSignedLetter(moment(), mia, { holds: usual, address: "" })).toEqual({ ok: true, value: { postBy: "2026-11-30" } });
    expect((await ownLetterRequest(moment(), mia)).request).toEqual({
      postBy: "2026-11-30",
      postedOn: null,
      where: "the address that ends our",
    });
    await askForSignedLetter(moment(), mia, { holds: { ...usual, amount: true }, address: `${marker}\nLeeds\nLS1 4AP` });
    const own = await ownLetterRequest(moment(), mia);
    expect(own).toEqual({
      request: { postBy: "2026-11-30", postedOn: null, where: "the address that ends 4AP" },
      onFile: "the address that ends our",
    });
  });
});

describe("the payments team", () => {
  test("sees a name and a day in its list, and the address only on the letter itself, each opening on record", async () => {
    const letters = await lettersToPost(moment(), checker);
    expect(letters).toEqual([{ id: letters[0]?.id, version: 2, person: "Mia Bell", postBy: "2026-11-30", isLate: false }]);
    expect(JSON.stringify(letters)).not.toContain(marker);
    expect((await lettersToPost(opened.context("2026-12-01T09:00:00.000Z"), checker))[0]?.isLate).toBe(true);
    const doc = await letterToPost(moment(), checker, letters[0]!.id);
    if (!doc.ok) throw new Error(doc.refusal);
    const text = await textOf(doc.value);
    for (const line of ["Mia Bell", marker, "LS1 4AP", "It is not a job", "Signed"]) expect(text).toContain(line);
    expect(text.replaceAll("Harbour Health Trust", "")).not.toMatch(/Universal Credit|benefit|health|access need/iu);
    const audit = await moment().db.query.audit.findMany({ where: (table, { like }) => like(table.action, "signed-letter-%") });
    expect(audit.map(({ action }) => action)).toEqual(["signed-letter-asked", "signed-letter-asked", "signed-letter-opened"]);
    expect(JSON.stringify(audit)).not.toContain(marker);
  });

  test("of another organisation finds nothing", async () => {
    const [letter] = await lettersToPost(moment(), checker);
    const { organisationId } = await makeOrganisation(moment("2026-08-01T09:00:00.000Z"));
    const elsewhere = financeOfficerOf({ staffId: "x", organisationId, name: "X", email: "x@example.org", roles: ["finance-check"] })!;
    expect(await lettersToPost(moment(), elsewhere)).toEqual([]);
    expect(await letterToPost(moment(), elsewhere, letter!.id)).toEqual({ ok: false, refusal: "not-found" });
    expect(await markLetterPosted(moment(), elsewhere, { id: letter!.id, version: 2 })).toEqual({
      ok: false,
      refusal: "changed-by-someone-else",
    });
  });

  test("marks it posted once, and from then on nobody keeps where it went", async () => {
    const [letter] = await lettersToPost(moment(), checker);
    const at = { id: letter!.id, version: letter!.version };
    expect(await markLetterPosted(moment(), checker, { ...at, version: 1 })).toEqual({
      ok: false,
      refusal: "changed-by-someone-else",
    });
    expect(await markLetterPosted(moment(), checker, at)).toEqual({ ok: true, value: {} });
    expect(await markLetterPosted(moment(), authoriser, at)).toEqual({ ok: false, refusal: "changed-by-someone-else" });
    expect(await countLetters(moment(), checker)).toBe(0);
    expect((await ownLetterRequest(moment(), mia)).request?.postedOn).toBe("2026-11-23");
    const stored = await moment().db.query.letterRequests.findFirst();
    const details = opened.context().vault.unseal(stored!.details, {
      table: "letter_requests",
      column: "details",
      row: stored!.invitationId,
    });
    expect(details).toBe('{"address":""}');
  });
});

test("the amount somebody chose stands in the letter only when it is ticked and decided", async () => {
  const before = "2026-09-02T09:00:00.000Z";
  const asked = async () => {
    await askForSignedLetter(moment(before), tom, { holds: { ...usual, chosen: true }, address: "1 Elm Row" });
    const mine = (await lettersToPost(moment(before), checker)).find(({ person: name }) => name === "Tom Hale");
    const doc = await letterToPost(moment(before), checker, mine!.id);
    return doc.ok ? textOf(doc.value) : "";
  };
  expect(await asked()).not.toContain("has chosen");
  await saveDraft(moment(before), tom, 0, { kind: "less", less: penceOf(20_00), how: "bank" });
  await decide(moment(before), tom, (await ownChoice(moment(before), tom))!.version);
  expect(await asked()).toContain("The person has chosen to be paid £20 for their time.");
});

test("where a letter goes is sealed in the file while it waits", () => {
  const folder = join(opened.folder, "data");
  const bytes = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(folder, entry.name)).toString("latin1"))
    .join("");
  expect(bytes).toContain("Mia Bell");
  expect(bytes).not.toContain(marker);
});
