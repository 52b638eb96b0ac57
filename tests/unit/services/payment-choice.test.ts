// The private payment journey through its services, on a real database file whose bytes are read for what must not be there.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf, clockTimeOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { nothingSaidYet, type CheckAnswers, type CheckStep } from "#app/domain/benefits/check-answers.ts";
import type { AccountNumber, SortCode } from "#app/domain/payments/bank-details.ts";
import {
  administratorOf,
  attendeeOf,
  coordinatorOf,
  financeOfficerOf,
  type Attendee,
  type Coordinator,
  type FinanceOfficer,
} from "#app/domain/people/actors.ts";
import { addAdviserFor, advisersFor, stopAdviserFor } from "#app/services/advisers.server.ts";
import { outboxPlace, showMessage } from "#app/services/messages.server.ts";
import { setUp } from "#app/services/accounts.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { invitePeople } from "#app/services/invitations.server.ts";
import { createWholeMeeting } from "#app/services/meetings.server.ts";
import {
  checkResult,
  checkSubject,
  forgetAnswers,
  keepOrForget,
  keptAnswers,
  nextStep,
  openAnswers,
  sealAnswers,
  type CheckSubject,
} from "#app/services/payment-check.server.ts";
import {
  askForAdviser,
  bankDetailsForPayment,
  bankOnFile,
  choiceFor,
  choiceForFinance,
  decide,
  hasDecided,
  ownChoice,
  saveBankDetails,
  saveDraft,
  undoDecision,
  type BankDetails,
} from "#app/services/payment-choice.server.ts";
import { readBackChannels, sendReadBackLink } from "#app/services/read-back.server.ts";
import { addPerson } from "#app/services/people.server.ts";
import { adoptRates } from "#app/services/rate-cards.server.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";

let opened: TestInstance;
let asha: Coordinator;
let finance: FinanceOfficer;
let attendee: Attendee;
let subject: CheckSubject;

const meetingDay = calendarDateOf("2027-01-12");

beforeAll(async () => {
  opened = await testInstance();
  const context = opened.context();
  const made = await setUp(
    context,
    {
      organisationName: "Harbour Trust",
      nation: "england",
      fullName: "Asha Grewal",
      email: "asha@example.org",
      password: "three random words",
    },
    "here",
  );
  if (!made.ok) throw new Error(made.refusal);
  const facts = { ...made.value, name: "Asha Grewal", email: "asha@example.org" };
  asha = coordinatorOf({ ...facts, roles: ["coordinator"] })!;
  finance = financeOfficerOf({ ...facts, roles: ["finance-check"] })!;
  const adopted = await adoptRates(context, asha, { publishedId: "blue-heart", validFrom: calendarDateOf("2026-11-01") });
  if (!adopted.ok) throw new Error(adopted.refusal);
  cardId = adopted.value.cardId;
});
afterAll(() => opened.close());

let cardId = "";
let people = 0;

async function invited(date: CalendarDate = meetingDay, context: Context = opened.context()): Promise<Attendee> {
  people += 1;
  const meeting = await createWholeMeeting(context, asha, {
    name: "Planning group",
    about: "We plan the new garden.",
    asked: "Say what you would like.",
    contact: { kind: "staff", staffId: asha.staffId },
    mode: "in-person",
    when: { kind: "known", date, startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf("12:30") },
    breaks: { everyMinutes: 45, minutes: 15 },
    what: { agenda: [{ title: "Ideas", minutes: 60 }], expectedPeople: 12, foodServed: false, parallelGroups: 0, conditions: [] },
    where: {
      place: { kind: "new", name: "Kiln Hall", address: "1 Kiln Lane\nLeeds", email: "" },
      online: { service: "", joiningLink: "", features: [] },
      conditions: [],
    },
    payment: {
      offered: "time-and-costs",
      rate: { cardId, lineCode: "co-producer-hour" },
      paidTime: { meeting: true, readingMinutes: 0, preparationMinutes: 0, travelMinutes: 0 },
      costs: ["public-transport"],
      costsOther: "",
      costsBefore: "claim-later",
      budgetCode: "",
      paidWithin: { kind: "working-days", days: 10 },
    },
  });
  const name = `Marek Zając ${people}`;
  const email = `marek${people}@example.org`;
  const added = await addPerson(context, asha, {
    name,
    email,
    phone: "",
    address: people % 2 === 0 ? "1 Elm Row\nLeeds\nLS1 4AP" : "",
    preferredContact: "email",
    neutralSubject: false,
    safeContact: "",
  });
  if (!added.ok) throw new Error(added.refusal);
  const { personId } = added.value;
  const sent = await invitePeople(context, asha, meeting.reference, { personIds: [personId], personalLine: "", neutralFor: [] });
  if (!sent.ok) throw new Error(sent.refusal.reason);
  const invitation = await context.db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.personId, personId) });
  return attendeeOf({
    organisationId: asha.organisationId,
    personId,
    invitationId: invitation!.id,
    meetingId: invitation!.meetingId,
    grantId: "grant",
    mayReadBack: false,
  });
}

beforeEach(async () => {
  attendee = await invited();
  subject = (await checkSubject(opened.context(), attendee))!;
});

/** Every byte of the data folder, as text. */
function bytesOnDisk(): string {
  const folder = join(opened.folder, "data");
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(folder, entry.name)).toString("latin1"))
    .join("");
}

type Said = Partial<Omit<CheckAnswers, "visited">>;

/** Answers every question that is asked with what is given; what is not given is skipped. */
function answer(given: Said): CheckAnswers {
  let answers: CheckAnswers = { ...nothingSaidYet, ...given, said: {} };
  for (let step = nextStep(subject, answers); step !== "result"; step = nextStep(subject, answers)) {
    const said = given.said?.[step];
    answers = {
      ...answers,
      said: { ...answers.said, ...(said === undefined ? {} : { [step]: said }) },
      visited: [...answers.visited, step],
    };
  }
  return answers;
}

const serviceUser = { organisation: "statutory", involvement: "yes", services: "yes" } as const;
const onUc = {
  keep: "forget",
  any: "yes",
  nation: "england",
  ...serviceUser,
  "uc-rent": "yes",
  "uc-self-employed": "no",
  "uc-partner": "no",
  "other-pay": "no",
} as const;

describe("the benefits check", () => {
  test("somebody with no benefits gets the first result, and is asked nothing more", () => {
    const answers = answer({ said: { keep: "forget", any: "no" } });
    expect(answers.visited).toEqual(["keep", "any"]);
    expect(checkResult(subject, answers, "standard")).toMatchObject({
      kind: "R1",
      heading: "From what you told us, this payment should not change a benefit.",
    });
  });

  test("PIP needs no follow-up question, and gets the first result with its own reason", () => {
    const answers = answer({ said: { keep: "forget", any: "yes", nation: "wales" }, which: ["pip"] });
    expect(answers.visited).toEqual(["keep", "any", "nation", "which"]);
    const result = checkResult(subject, answers, "standard");
    expect(result.kind).toBe("R1");
    expect(result.unchanged.map(({ text }) => text).join(" ")).toContain("PIP");
  });

  test("pay inside the work allowance is the second result, with its working, its words for the journal and its sources", () => {
    const answers = answer({ said: { ...onUc, "uc-allowance": "capability" }, which: ["universal-credit"], periodDay: 5 });
    const result = checkResult(subject, answers, "standard");
    expect(result.kind).toBe("R2");
    expect(result.body[0]?.text).toContain("Universal Credit: the limit is");
    expect(result.findings[0]?.working.length).toBeGreaterThan(0);
    expect(result.journal).toContain("Planning group");
    expect(result.unchanged.map(({ text }) => text).join(" ")).not.toBe("");
    for (const source of result.sources) expect(source).toContain("(checked on ");
    expect(result.closing).toBe(
      "This is general information, not advice about you. An independent adviser can look at your own case for free.",
    );
  });

  test("without a work allowance the cap and the award are asked about, and the cut is the third result", () => {
    const answers = answer({
      said: { ...onUc, "uc-allowance": "no", "uc-cap": "no", "uc-award": "yes" },
      which: ["universal-credit"],
      periodDay: 5,
    });
    expect(answers.visited).toEqual(expect.arrayContaining(["uc-cap", "uc-award"] satisfies CheckStep[]));
    expect(answers.visited).not.toContain("uc-rent");
    const result = checkResult(subject, answers, "standard");
    expect(result.kind).toBe("R3");
    expect(result.heading).toBe("This payment could change your Universal Credit.");
  });

  test("a skipped question is not known, and that is the fourth result", () => {
    const answers = answer({ said: { ...onUc, "uc-allowance": "capability" }, which: ["universal-credit"] });
    const result = checkResult(subject, answers, "standard");
    expect(result.kind).toBe("R4");
    expect(result.body.map(({ text }) => text)).toContain("We do not know: the day your Universal Credit month starts.");
  });

  test.each([["not-sure"], ["prefer-not-to-say"]])("%s about benefits at all is the fourth result", (any) => {
    expect(checkResult(subject, answer({ said: { keep: "forget", any } }), "standard").kind).toBe("R4");
  });

  test("where somebody lives is not guessed from where the meeting is", () => {
    const result = checkResult(subject, answer({ said: { keep: "forget", any: "yes" }, which: ["pip"] }), "standard");
    expect(result.kind).toBe("R4");
    expect(result.body.map(({ text }) => text).join(" ")).toContain("where you live");
  });

  test("not knowing whether one takes part as a service user leaves the costs open, so it is the fourth result", () => {
    const { involvement: _skipped, ...rest } = onUc;
    const result = checkResult(
      subject,
      answer({ said: { ...rest, "uc-allowance": "capability" }, which: ["universal-credit"], periodDay: 5 }),
      "standard",
    );
    expect(result.kind).toBe("R4");
  });

  test.each([
    ["a penny under the limit fits", -1, "R2"],
    ["exactly the limit fits", 0, "R2"],
    ["a penny over the limit could change the benefit", 1, "R3"],
  ] as const)("Carer's Allowance with other pay: %s", (_name, pennies, kind) => {
    const limit = 204_00;
    const answers = answer({
      said: { keep: "forget", any: "yes", nation: "england", ...serviceUser, carer: "yes", "other-pay": "no" },
      which: ["carers-allowance"],
      pay: { carer: { pence: limit - subject.written.total + pennies } },
    });
    const result = checkResult(subject, answers, "standard");
    expect(result.kind).toBe(kind);
  });

  test("ESA with the form not sent is the third result, with how to send it", () => {
    const said = { keep: "forget", any: "yes", nation: "england", ...serviceUser, esa: "no", carer: "no", "other-pay": "no" };
    const result = checkResult(subject, answer({ said, which: ["new-style-esa"] }), "standard");
    expect(result.kind).toBe("R3");
    expect(result.form.length).toBeGreaterThan(3);
  });

  test("figures for the year are out of date for a later meeting: the fourth result, and it says why", async () => {
    const next = await invited(calendarDateOf("2027-05-11"));
    const later = { ...(await checkSubject(opened.context(), next))! };
    subject = later;
    const result = checkResult(
      later,
      answer({ said: { ...onUc, "uc-allowance": "capability" }, which: ["universal-credit"], periodDay: 5 }),
      "standard",
    );
    expect(result.kind).toBe("R4");
    expect(result.cannot.join(" ")).toContain("We do not have this year's figures yet");
  });

  test("terms without a day never get one: the arrival is not known", () => {
    const open = { ...subject, written: { ...subject.written, paidWithin: { kind: "other" as const, words: "when the grant comes" } } };
    const { plannedFor: _unknown, ...rest } = open;
    subject = { ...rest, plannedFor: undefined };
    const result = checkResult(
      subject,
      answer({ said: { ...onUc, "uc-allowance": "capability" }, which: ["universal-credit"], periodDay: 5 }),
      "standard",
    );
    expect(result.kind).toBe("R4");
    expect(result.arrival).toContain("We do not know the day");
  });

  test("the planned day is counted in working days from the meeting", () => {
    expect(subject.plannedFor).toBe("2027-01-26");
  });
});

describe("what is kept of it", () => {
  const marked = () =>
    answer({ said: { ...onUc, "uc-allowance": "both" }, which: ["universal-credit", "scottish-adult-dla"], periodDay: 29 });

  test("forgetting stores nothing: no row, and no benefit in any byte on disk", async () => {
    const context = opened.context();
    await keepOrForget(context, attendee, marked());
    checkResult(subject, marked(), "standard");
    expect(await keptAnswers(context, attendee)).toBeNull();
    const bytes = bytesOnDisk();
    expect(bytes).toContain("Kiln Hall");
    for (const marker of ["universal-credit", "scottish-adult-dla", "uc-allowance", "private-answers-kept"])
      expect(bytes).not.toContain(marker);
  });

  test("kept answers are sealed, and a link alone cannot read them back", async () => {
    const context = opened.context();
    const answers = { ...marked(), said: { ...marked().said, keep: "keep" } };
    await keepOrForget(context, attendee, answers);
    expect(await keptAnswers(context, attendee)).toBe("ask-first");
    expect(await keptAnswers(context, { ...attendee, mayReadBack: true })).toEqual(answers);
    const bytes = bytesOnDisk();
    for (const marker of ["universal-credit", "scottish-adult-dla", "uc-allowance"]) expect(bytes).not.toContain(marker);
    await keepOrForget(context, attendee, marked());
    expect(await keptAnswers(context, { ...attendee, mayReadBack: true })).toBeNull();
  });

  test("kept and then forgotten, not even the sealed answers are left: in the database, its log, or a copy made of it", async () => {
    const context = opened.context();
    await keepOrForget(context, attendee, { ...marked(), said: { ...marked().said, keep: "keep" } });
    const [row] = await context.db.query.benefitAnswers.findMany();
    const sealed = row!.answers.slice(0, 60);
    expect(bytesOnDisk()).toContain(sealed);
    await forgetAnswers(context, attendee);
    const file = join(
      opened.folder,
      "data",
      readdirSync(join(opened.folder, "data")).find((name) => /\.(?:db|sqlite)$/u.test(name))!,
    );
    const copyFile = join(opened.folder, "copy.db");
    const raw = new Database(file);
    raw.pragma("wal_checkpoint(TRUNCATE)");
    await raw.backup(copyFile);
    raw.close();
    const copied = readFileSync(copyFile, "latin1");
    expect(copied).toContain("Kiln Hall");
    for (const bytes of [bytesOnDisk(), copied]) {
      expect(bytes.includes(sealed)).toBe(false);
      for (const marker of ["universal-credit", "scottish-adult-dla", "uc-allowance"]) expect(bytes.includes(marker)).toBe(false);
    }
  });

  test("answers on their way open for the same person until the end of tomorrow, and for nobody else", async () => {
    const carried = sealAnswers(opened.context(), attendee, marked());
    expect(openAnswers(opened.context("2026-11-24T23:00:00.000Z"), attendee, carried)).toEqual(marked());
    expect(openAnswers(opened.context("2026-11-25T10:00:00.000Z"), attendee, carried)).toBeNull();
    expect(openAnswers(opened.context(), await invited(), carried)).toBeNull();
    expect(openAnswers(opened.context(), attendee, "not sealed by us")).toBeNull();
  });
});

describe("choosing", () => {
  const choose = async (draft: Parameters<typeof saveDraft>[3], context = opened.context()) => {
    const own = (await ownChoice(context, attendee))!;
    expect(await saveDraft(context, attendee, own.version, draft)).toMatchObject({ ok: true });
  };
  const agree = async (context = opened.context()) =>
    decide(context, attendee, (await ownChoice(context, attendee))!.version, `agree ${people}`);

  test("a draft decides nothing; agreeing does, and only whether is known outside", async () => {
    const context = opened.context();
    await choose({ kind: "less", less: penceOf(777_7), how: "bank" });
    expect(await choiceFor(context, context.db, attendee.invitationId)).toBeNull();
    expect((await hasDecided(context.db, [attendee.invitationId])).size).toBe(0);
    await choose({ kind: "less", less: penceOf(20_23) });
    expect(await agree()).toMatchObject({ ok: true });
    expect(await choiceFor(context, context.db, attendee.invitationId)).toEqual({ kind: "less", amount: 20_23 });
    expect([...(await hasDecided(context.db, [attendee.invitationId]))]).toEqual([attendee.invitationId]);
  });

  test("finance gets amounts and days, another organisation's finance gets nothing, and the bytes on disk give nothing away", async () => {
    const context = opened.context();
    await choose({
      kind: "split",
      forPerson: penceOf(10_00),
      forCharity: penceOf(5_00),
      charity: { name: "Heron Marker Fund" },
      how: "bank",
    });
    expect(await agree()).toMatchObject({ ok: true });
    expect(await choiceForFinance(context, finance, attendee.invitationId)).toEqual({
      ok: true,
      value: {
        most: 10_00,
        paysCosts: true,
        ownGift: { charity: { name: "Heron Marker Fund" }, amount: 5_00 },
        how: "bank",
        earliest: "2027-01-12",
        latest: "2027-01-26",
      },
    });
    const elsewhere = financeOfficerOf({ ...finance, organisationId: "elsewhere", roles: ["finance-check"] })!;
    expect(await choiceForFinance(context, elsewhere, attendee.invitationId)).toEqual({ ok: false, refusal: "not-found" });
    expect(bytesOnDisk()).not.toContain("Heron Marker Fund");
  });

  test("saving the same page from two windows keeps the first, and says so to the second", async () => {
    const context = opened.context();
    expect(await saveDraft(context, attendee, 0, { kind: "full" })).toMatchObject({ ok: true });
    expect(await saveDraft(context, attendee, 0, { kind: "nothing" })).toEqual({ ok: false, refusal: "changed-elsewhere" });
  });

  test("a gift has to be asked for before the day of the meeting", async () => {
    await choose({ kind: "charity", charity: { name: "Heron Fund" }, how: "bank" });
    const onTheDay = opened.context("2027-01-12T08:00:00.000Z");
    expect(await agree(onTheDay)).toEqual({ ok: false, refusal: "too-late-for-a-gift" });
    expect(await agree(opened.context("2027-01-11T08:00:00.000Z"))).toMatchObject({ ok: true });
  });

  test("money is not agreed to before a way to pay is chosen, and only an offered way will do", async () => {
    await choose({ kind: "full" });
    expect(await agree()).toEqual({ ok: false, refusal: "how-missing" });
    await choose({ how: "voucher" });
    expect(await agree()).toEqual({ ok: false, refusal: "how-missing" });
    await choose({ kind: "nothing" });
    expect(await agree()).toMatchObject({ ok: true, value: { how: null } });
  });

  test("a changed mind takes the decision back", async () => {
    const context = opened.context();
    await choose({ kind: "full", how: "bank" });
    await agree();
    expect(await undoDecision(context, attendee, (await ownChoice(context, attendee))!.version)).toMatchObject({ ok: true });
    expect(await choiceFor(context, context.db, attendee.invitationId)).toBeNull();
    expect((await hasDecided(context.db, [attendee.invitationId])).size).toBe(0);
  });

  test("a request goes to the adviser alone, sealed until it is sent; people who work here get a number", async () => {
    const context: Context = { ...opened.context(), mailIsSet: true };
    const boss = administratorOf({ ...asha, roles: ["administrator"] })!;
    const request = { version: 0, how: "phone", reach: "07700 900 123", when: "after four" } as const;
    expect(await askForAdviser(context, attendee, { ...request, adviserId: "nobody" })).toEqual({ ok: false, refusal: "cannot-send" });
    const facts = {
      name: "Advice Corner",
      about: "",
      email: "advice@example.org",
      phone: "",
      otherWays: "",
      hours: "",
      repliesWithinDays: 5,
    };
    expect(await addAdviserFor(context, boss, { ...facts, email: "" })).toEqual({ ok: false, refusal: "no-way-to-reach" });
    const added = await addAdviserFor(context, boss, facts);
    if (!added.ok) throw new Error(added.refusal);
    const { adviserId } = added.value;
    expect(await askForAdviser(opened.context(), attendee, { ...request, adviserId })).toEqual({ ok: false, refusal: "cannot-send" });
    const before = (await advisersFor(context, boss)).requests;
    const unreachable = await askForAdviser(context, attendee, { ...request, adviserId, reach: "" });
    expect(unreachable).toEqual({ ok: false, refusal: "no-way-to-reach" });
    expect(await askForAdviser(context, attendee, { ...request, adviserId })).toMatchObject({ ok: true });
    expect((await advisersFor(context, boss)).requests).toBe(before + 1);
    const [message] = await context.db.query.outbox.findMany({ where: (table, { eq }) => eq(table.kind, "adviser-request") });
    expect(message).toMatchObject({ recipient: "advice@example.org", state: "waiting", aboutKind: "adviser" });
    const text = context.vault.unseal(message!.body!, outboxPlace(message!.id));
    expect(text).toContain("07700 900 123");
    expect(text).toContain("after four");
    expect(text).not.toMatch(/Universal Credit|PIP|ESA/u);
    expect(await showMessage(context, asha, message!.id)).toEqual({ ok: false, refusal: "not-found" });
    for (const marker of ["after four", "07700 900 123"]) expect(bytesOnDisk()).not.toContain(marker);
    expect(await stopAdviserFor(context, boss, { adviserId, version: 1 })).toMatchObject({ ok: true });
    expect((await advisersFor(context, boss)).advisers).toEqual([]);
  });
});

describe("bank details", () => {
  const account: BankDetails = {
    nameOnAccount: "Marek Markername",
    sortCode: "207719" as SortCode,
    accountNumber: "63748158" as AccountNumber,
    rollNumber: "ROLL/77123",
  };

  test("are sealed on disk, shown by their last two digits, and not checked without a table", async () => {
    const context = opened.context();
    const saved = await saveBankDetails(context, attendee, account, { intent: `bank ${people}` });
    expect(saved).toMatchObject({ ok: true, value: { check: { answer: "not-checked" }, state: "new" } });
    expect(await bankOnFile(context, context.db, attendee.personId)).toMatchObject({ lastTwo: "58", state: "new", check: "not-checked" });
    const bytes = bytesOnDisk();
    for (const secret of ["63748158", "207719", "Markername", "ROLL/77123"]) expect(bytes).not.toContain(secret);
  });

  test("changed details stand as changed, and every address on file from before is told; the same ones again tell nobody", async () => {
    const context = opened.context();
    const told = async () =>
      (await context.db.query.outbox.findMany({ where: (table, { eq }) => eq(table.aboutId, attendee.personId) })).filter(
        ({ kind }) => kind === "bank-details-changed",
      );
    await saveBankDetails(context, attendee, account);
    const first = (await told()).length;
    await saveBankDetails(context, attendee, account);
    expect((await told()).length).toBe(first);
    const changed = await saveBankDetails(context, attendee, { ...account, accountNumber: "11223344" as AccountNumber });
    expect(changed).toMatchObject({ ok: true, value: { state: "changed" } });
    const recipients = (await told()).slice(first).map(({ recipient }) => recipient);
    const person = await context.db.query.people.findFirst({ where: (table, { eq }) => eq(table.id, attendee.personId) });
    expect(recipients.toSorted()).toEqual([person!.email, person!.address].filter((channel) => channel !== "").toSorted());
    await saveBankDetails(context, attendee, { ...account, accountNumber: "11223344" as AccountNumber });
    expect(await bankOnFile(context, context.db, attendee.personId)).toMatchObject({ lastTwo: "44", state: "changed" });
  });

  test("open in full for a payment only: with a purpose, in one's own organisation, and on the record", async () => {
    const context = opened.context();
    await saveBankDetails(context, attendee, account);
    expect(await bankDetailsForPayment(context, finance, attendee.personId, " ")).toEqual({ ok: false, refusal: "purpose-missing" });
    const elsewhere = financeOfficerOf({ ...finance, organisationId: "elsewhere", roles: ["finance-check"] })!;
    expect(await bankDetailsForPayment(context, elsewhere, attendee.personId, "payment run")).toEqual({ ok: false, refusal: "not-found" });
    expect(await bankDetailsForPayment(context, finance, attendee.personId, "payment run 4")).toMatchObject({ ok: true, value: account });
    const trail = await context.db.query.audit.findMany({ where: (table, { eq }) => eq(table.subjectId, attendee.personId) });
    expect(trail.filter(({ action }) => action === "bank-details-opened")).toHaveLength(1);
  });
});

describe("a fresh link to read back", () => {
  test("goes by letter where no mail server carries it, and its secret is nowhere in clear", async () => {
    const context = opened.context();
    attendee = people % 2 === 0 ? attendee : await invited();
    const channels = await readBackChannels(context, attendee);
    expect(channels).toEqual([{ channel: "letter", masked: "the address that ends 4AP" }]);
    expect(await sendReadBackLink(context, attendee, "email")).toEqual({ ok: false, refusal: "no-such-channel" });
    expect(await sendReadBackLink(context, attendee, "letter", "send it")).toEqual({ ok: true, value: {} });
    const sent = await context.db.query.outbox.findMany({ where: (table, { eq }) => eq(table.kind, "read-back") });
    expect(sent).toHaveLength(1);
    expect(bytesOnDisk()).not.toContain("works for 24 hours");
  });
});
