// Papers as services give them: made from what people really saved, each in the hands of one reader, with a marker in every field.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SharingChoice } from "#app/domain/access/sharing.ts";
import { optionOf } from "#app/domain/access/topic-options.ts";
import { financeOfficerOf, coordinatorOf, type Attendee, type Coordinator, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { fieldIds, fieldMatrix, matrixReaders, mayShow, type FieldId, type MatrixReader } from "#app/domain/people/field-matrix.ts";
import type { Doc } from "#app/documents/model.ts";
import { renderDocument } from "#app/documents/render.ts";
import {
  documentIds,
  documentOf,
  financePaperIds,
  listPapers,
  myPaper,
  mySizes,
  openPaper,
  ownPaperIds,
  paperFileName,
  paperOfClaim,
  paperOfMeeting,
  printPaper,
  sizeInFileName,
  sizesFor,
} from "#app/services/documents.server.ts";
import { makeExample } from "#app/services/example.server.ts";
import { invitePeople } from "#app/services/invitations.server.ts";
import { writeLeavePlan } from "#app/services/leave-plans.server.ts";
import { createWholeMeeting, findMeetingFor } from "#app/services/meetings.server.ts";
import { ownAnswers, saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { addPerson } from "#app/services/people.server.ts";
import { adoptRates } from "#app/services/rate-cards.server.ts";
import { listStaff } from "#db/stores/accounts.ts";
import { putBankDetails, putBenefitAnswers } from "#db/stores/payment-choices.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { attendeeFor, calendarDateOf, clockTimeOf, makeOrganisation } from "#tests/support/meeting.ts";
import { valueOf } from "#tests/support/results.ts";

/** A value for each field, found nowhere else. */
const markers: Readonly<Record<Exclude<FieldId, "reply" | "claim" | "access-cost">, readonly string[]>> = {
  name: ["Quenby Marlowe"],
  contact: ["quenby.secret@example.org", "07700 900 777", "77 Markerstone Row"],
  "access-needs": ["Large print"],
  "access-notes": ["NOTE-ABOUT-QUENBY"],
  "kept-apart": [optionOf("avoid-a-person").name.replace(/\.$/u, "")],
  dietary: ["MARKED-NUTS"],
  "safe-contact": ["NEVER-RING-AFTER-SIX"],
  benefits: ["MARKED-BENEFIT"],
  "payment-check": ["MARKED-RESULT"],
  bank: ["MARKED-ACCOUNT"],
};

let opened: TestInstance;
let asha: Coordinator;
let stranger: Coordinator;
let reference: string;
let quenby: Attendee;
let ines: Attendee;

beforeAll(async () => {
  opened = await testInstance();
  const context = opened.context();
  ({ coordinator: asha } = await makeOrganisation(context));
  ({ coordinator: stranger } = await makeOrganisation(context, "Elsewhere"));
  const rates = valueOf(await adoptRates(context, asha, { publishedId: "blue-heart", validFrom: calendarDateOf("2026-11-01") }));
  const meeting = await createWholeMeeting(context, asha, {
    name: "Planning group",
    about: "We plan the new garden.",
    asked: "Say what you would like.",
    contact: { kind: "staff", staffId: asha.staffId },
    mode: "in-person",
    when: { kind: "known", date: calendarDateOf("2027-01-12"), startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf("13:00") },
    breaks: { everyMinutes: 45, minutes: 15 },
    what: { agenda: [{ title: "Welcome", minutes: 20 }], expectedPeople: 12, foodServed: true, parallelGroups: 0, conditions: [] },
    where: { place: { kind: "new", name: "Kiln Hall", address: "1 Kiln Lane\nLeeds", email: "" }, conditions: [] },
    payment: {
      offered: "time-and-costs",
      rate: { cardId: rates.cardId, lineCode: "co-producer-hour" },
      paidTime: { meeting: true, readingMinutes: 60, preparationMinutes: 0, travelMinutes: 0 },
      costs: ["public-transport"],
      costsOther: "",
      costsBefore: "book-for-you",
      budgetCode: "CP-1",
      paidWithin: { kind: "working-days", days: 10 },
    },
  });
  ({ reference } = meeting);
  const [email = "", phone = "", address = ""] = markers.contact;
  const facts = { preferredContact: "email", neutralSubject: false } as const;
  const one = valueOf(
    await addPerson(context, asha, {
      ...facts,
      name: "Quenby Marlowe",
      email,
      phone,
      address,
      safeContact: markers["safe-contact"][0] ?? "",
    }),
  );
  const other = valueOf(
    await addPerson(context, asha, { ...facts, name: "Inés Hartwell", email: "ines@example.org", phone: "", address: "", safeContact: "" }),
  );
  const invited = valueOf(
    await invitePeople(context, asha, reference, { personIds: [one.personId, other.personId], personalLine: "", neutralFor: [] }),
  );
  quenby = await attendeeFor(context, invited.find(({ personId }) => personId === one.personId)?.invitationId ?? "");
  ines = await attendeeFor(context, invited.find(({ personId }) => personId === other.personId)?.invitationId ?? "");
  await tell(quenby, "with-name");
  await tell(ines, "without-name");
  for (const { personId } of [one, other]) {
    const plan = { alarm: ["hears-it"], alarmOther: "", route: "The front door.", help: ["none"], helper: "", backUp: "" } as const;
    valueOf(await writeLeavePlan(context, asha, { reference, personId, version: 0 }, { plan, isAgreed: true }));
  }
  const place = { table: "t", column: "c", row: "r" };
  await context.change(async (tx) => {
    await putBenefitAnswers(tx, {
      invitationId: quenby.invitationId,
      answers: context.vault.seal(JSON.stringify([...markers.benefits, ...markers["payment-check"]]), place),
      savedAt: context.now,
    });
    await putBankDetails(tx, {
      personId: quenby.personId,
      details: context.vault.seal(JSON.stringify(markers.bank), place),
      lastTwo: "42",
      state: "new",
      check: "not-checked",
      savedAt: context.now,
    });
  });
});
afterAll(() => opened.close());

async function tell(attendee: Attendee, coordinator: "with-name" | "without-name"): Promise<void> {
  const context = opened.context();
  valueOf(
    await saveOwnAnswers(context, attendee, 0, (answers) => ({
      ...answers,
      topics: ["contact-and-papers", "safety", "food"],
      chosen: [
        { id: "large-print", strength: "essential" },
        { id: "large-print-20" },
        { id: "avoid-a-person", strength: "essential" },
        { id: "food-allergy", strength: "essential" },
      ],
      followUps: { allergies: markers.dietary[0] ?? "" },
      notes: [{ about: "contact-and-papers", text: markers["access-notes"][0] ?? "", mayRead: [] }],
      choices: { coordinator },
    })),
  );
  valueOf(await sendOwnAnswers(context, attendee));
}

async function textOf(doc: Doc): Promise<string> {
  const rendered = await renderDocument(doc, "plain-text");
  if (!rendered.ok) throw new Error("refused");
  return new TextDecoder().decode(rendered.value.bytes);
}

async function coordinatorsPaper(id: (typeof documentIds)[number], attendee = quenby): Promise<string> {
  const wanted = documentOf(id).per === "meeting" ? { id } : { id, invitationId: attendee.invitationId };
  return textOf(valueOf(await paperOfMeeting(opened.context(), asha, reference, wanted)));
}

/** Every paper of the meeting in the hands of each reader it is for. */
async function papersFor(reader: MatrixReader): Promise<readonly (readonly [string, string])[]> {
  if (reader === "the-person") {
    return Promise.all(ownPaperIds.map(async (id) => [id, await textOf(valueOf(await myPaper(opened.context(), quenby, id)))] as const));
  }
  if (reader === "coordinator")
    return Promise.all(
      documentIds
        .filter((id) => ["meeting", "person"].includes(documentOf(id).per))
        .map(async (id) => [id, await coordinatorsPaper(id)] as const),
    );
  if (reader !== "venue") return [];
  const shared = ["plan-without-names", "plan-for-venue", "venue-checklist", "wall-sheet", "day-pack-without-details"] as const;
  const withClashes = await textOf(
    valueOf(await paperOfMeeting(opened.context(), asha, reference, { id: "plan-without-names", showsClashes: true })),
  );
  return [
    ["plan-without-names with clashes", withClashes],
    ...(await Promise.all(shared.map(async (id) => [id, await coordinatorsPaper(id)] as const))),
  ];
}

describe("the table of fields", () => {
  test("has a line for every reader of every field", () => {
    for (const field of fieldIds) expect(Object.keys(fieldMatrix[field].seenBy).toSorted()).toEqual([...matrixReaders].toSorted());
  });

  test.each(["the-person", "coordinator", "venue"] as const)("no paper shows %s a field they have no part in", async (reader) => {
    const papers = await papersFor(reader);
    expect(papers.length).toBeGreaterThan(1);
    for (const [id, text] of papers) {
      for (const [field, values] of Object.entries(markers) as readonly [keyof typeof markers, readonly string[]][]) {
        if (mayShow(field, reader)) continue;
        for (const value of values) {
          if (reader === "venue" && field === "access-needs") continue; // counted without names on both sheets
          expect(text.includes(value), `${id} shows ${reader} the ${field}`).toBe(false);
        }
      }
    }
  });

  test("the markers are really there to be found: the coordinator's file holds what Quenby let the coordinator read", async () => {
    const text = await coordinatorsPaper("access-plan");
    for (const value of ["Quenby Marlowe", ...markers["access-notes"], ...markers.dietary]) expect(text).toContain(value);
  });

  test("own words and allergies are on neither sheet without names", async () => {
    for (const [, text] of await papersFor("venue")) {
      for (const value of [...markers["access-notes"], ...markers.dietary]) expect(text).not.toContain(value);
    }
  });
});

describe("the plan for the chair and access host", () => {
  const chairs = () => coordinatorsPaper("plan-for-chair");

  test("names nobody who did not give the two their name, and repeats no words and no allergy", async () => {
    const text = await chairs();
    for (const value of ["Quenby", "Inés", ...markers["access-notes"], ...markers.dietary, ...markers.contact])
      expect(text).not.toContain(value);
    expect(text).toContain("10:30am to 10:50am: Welcome");
  });

  test("holds a name and words once the person lets the two read them, and nothing once they do not share", async () => {
    const before = await ownAnswers(opened.context(), quenby);
    const change = async (choice: SharingChoice) => {
      const { version } = await ownAnswers(opened.context(), quenby);
      valueOf(
        await saveOwnAnswers(opened.context(), quenby, version, (answers) => ({
          ...answers,
          choices: { ...before.answers.choices, "chair-and-access-host": choice, venue: choice },
          notes: before.answers.notes.map((note) => ({ ...note, mayRead: ["chair-and-access-host", "venue"] as const })),
        })),
      );
      valueOf(await sendOwnAnswers(opened.context(), quenby));
    };
    try {
      await change("with-name");
      const named = await chairs();
      expect(named).toContain("Quenby Marlowe");
      expect(named).toContain(markers["access-notes"][0]);
      const venues = await coordinatorsPaper("plan-for-venue");
      expect(venues).toContain(markers["access-notes"][0]);
      expect(venues).not.toContain("Quenby");
      await change("do-not-share");
      for (const id of ["plan-for-chair", "plan-for-venue"] as const)
        expect(await coordinatorsPaper(id)).not.toContain(markers["access-notes"][0]);
    } finally {
      const { version } = await ownAnswers(opened.context(), quenby);
      valueOf(await saveOwnAnswers(opened.context(), quenby, version, () => before.answers));
      valueOf(await sendOwnAnswers(opened.context(), quenby));
    }
  });

  test("is put on record when it is opened, and the venue's copy is not, because it names nobody", async () => {
    valueOf(await openPaper(opened.context(), asha, reference, { id: "plan-for-chair" }));
    valueOf(await openPaper(opened.context(), asha, reference, { id: "plan-for-venue" }));
    const actions = (await opened.context().db.query.audit.findMany()).map(({ action }) => action);
    expect(actions).toContain("plan-for-chair-opened");
    expect(actions).not.toContain("plan-for-venue-opened");
  });
});

describe("somebody who keeps their name from the coordinator", () => {
  test("is not named on the plan in the coordinator's file", async () => {
    expect(await coordinatorsPaper("access-plan")).not.toContain("Inés Hartwell");
  });

  test("has joining instructions that say nothing of what they need, in the coordinator's hands", async () => {
    const text = await coordinatorsPaper("joining-instructions", ines);
    expect(text).toContain("What you asked for is private");
    expect(text).not.toMatch(/large print/iu);
    expect(
      await sizesFor(opened.context(), asha, valueOf(await findMeetingFor(opened.context(), asha, reference)), ines.invitationId),
    ).toEqual([12, 18, 24]);
  });

  test("reads on their own paper what is being done", async () => {
    const text = await textOf(valueOf(await myPaper(opened.context(), ines, "joining-instructions")));
    expect(text).toMatch(/20 point/u);
    expect(await mySizes(opened.context(), ines)).toEqual([12, 18, 20, 24]);
  });
});

describe("the door", () => {
  test("another organisation's coordinator finds no paper of this meeting", async () => {
    expect(await listPapers(opened.context(), stranger, reference)).toEqual({ ok: false, refusal: "not-found" });
    for (const id of documentIds)
      expect(await paperOfMeeting(opened.context(), stranger, reference, { id, invitationId: quenby.invitationId })).toEqual({
        ok: false,
        refusal: "not-found",
      });
  });

  test("a person's paper is not to be had without saying whose, nor a shared one for a person", async () => {
    expect(await paperOfMeeting(opened.context(), asha, reference, { id: "offer-letter" })).toMatchObject({ ok: false });
    expect(await paperOfMeeting(opened.context(), asha, reference, { id: "access-plan", invitationId: quenby.invitationId })).toMatchObject(
      {
        ok: false,
      },
    );
  });

  test("the plan is nobody's own paper", async () => {
    for (const id of ["access-plan", "plan-without-names", "venue-checklist"] as const)
      expect(await myPaper(opened.context(), quenby, id)).toEqual({ ok: false, refusal: "not-found" });
  });

  test("opening a plan with names is put on record, without a name in the record", async () => {
    valueOf(await openPaper(opened.context(), asha, reference, { id: "access-plan" }));
    const rows = await opened.context().db.query.audit.findMany({ where: (table, { eq }) => eq(table.action, "access-plan-opened") });
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain("Quenby");
  });

  test("names of files are of papers, sizes and numbers", async () => {
    expect(paperFileName("joining-instructions", 3)).toBe("joining-instructions-person-3");
    const doc = valueOf(await myPaper(opened.context(), quenby, "offer-letter"));
    const printed = valueOf(await printPaper(doc, paperFileName("offer-letter"), 18));
    expect(printed.fileName).toBe("offer-letter-18-point.pdf");
    expect(sizeInFileName(printed.fileName, "offer-letter")).toBe(18);
    for (const wrong of ["offer-letter-11-point.pdf", "offer-letter-99-point.pdf", "offer-letter.pdf", "../offer-letter-12-point.pdf"])
      expect(sizeInFileName(wrong, "offer-letter")).toBeNull();
  });
});

describe("the letter for the Jobcentre", () => {
  test("holds only what the person ticked", async () => {
    const holds = { name: false, meeting: false, amount: false, chosen: false };
    const bare = await textOf(valueOf(await myPaper(opened.context(), quenby, "jobcentre-letter", holds)));
    expect(bare).not.toMatch(/Quenby|Planning group|£/u);
    const whole = await textOf(
      valueOf(await myPaper(opened.context(), quenby, "jobcentre-letter", { ...holds, name: true, meeting: true, amount: true })),
    );
    expect(whole).toMatch(/Quenby/u);
    expect(whole).toMatch(/£87\.50/u);
  });
});

describe("the example's claims, in the hands of finance", () => {
  let example: TestInstance;
  let finance: FinanceOfficer;
  let claims: readonly { readonly id: string; readonly personId: string }[];

  beforeAll(async () => {
    example = await testInstance();
    const { organisationId } = await makeExample(example.instance);
    const context = example.context();
    const staff = await listStaff(context.db, organisationId);
    const tom = staff.find(({ roles }) => roles.includes("finance-check"))!;
    finance = financeOfficerOf({ staffId: tom.id, organisationId, name: tom.name, email: tom.email, roles: tom.roles })!;
    claims = await context.db.query.claims.findMany({ where: (table, { ne }) => ne(table.state, "open") });
  }, 60_000);
  afterAll(() => example.close());

  test("are forms with a name and amounts, and with no way to reach anybody and nothing they need", async () => {
    expect(claims.length).toBeGreaterThan(0);
    const people = await example.context().db.query.people.findMany();
    for (const { id, personId } of claims) {
      const person = people.find((one) => one.id === personId)!;
      for (const form of financePaperIds) {
        const text = await textOf(valueOf(await paperOfClaim(example.context(), finance, id, form)));
        expect(text).toContain(person.name);
        expect(text).toMatch(/£\d+\.\d\d/u);
        for (const { email, phone } of people.filter((one) => one.email !== "" && one.phone !== "")) {
          expect(text).not.toContain(email);
          expect(text).not.toContain(phone);
        }
        expect(text).not.toMatch(/benefit|universal credit|wheelchair|interpreter|easy read|assistance dog|large print/iu);
      }
    }
  });

  test("are not to be had by another organisation", async () => {
    const elsewhere = financeOfficerOf({
      staffId: "x",
      organisationId: "elsewhere",
      name: "X",
      email: "x@example.org",
      roles: ["finance-check"],
    })!;
    for (const { id } of claims)
      expect(await paperOfClaim(example.context(), elsewhere, id, "expenses-claim-form")).toEqual({ ok: false, refusal: "not-found" });
  });

  test("a paper of another kind is not a claim form", async () => {
    expect(await paperOfClaim(example.context(), finance, claims[0]!.id, "joining-instructions")).toEqual({
      ok: false,
      refusal: "not-found",
    });
  });

  test("a coordinator's roles alone make no finance officer", () => {
    expect(financeOfficerOf({ staffId: "x", organisationId: "o", name: "X", email: "x", roles: ["coordinator"] })).toBeNull();
    expect(coordinatorOf({ staffId: "x", organisationId: "o", name: "X", email: "x", roles: ["finance-check"] })).toBeNull();
  });
});
