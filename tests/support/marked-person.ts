// One person with a word of theirs in every place somebody's words can be: what they said, what was said of them, what was sent.
import { eq } from "drizzle-orm";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import { mintLink } from "#app/services/links.server.ts";
import * as schema from "#db/schema.ts";
import type { Sealed } from "#db/vault.ts";

/** The words of the person this makes: their names, how to reach them, and the beginning of everything private. */
export const wordsOfMarked = ["Wendeline", "Quarrington", "wendeline@", "07700 900777", "9 Lark Rise", "QZX-"] as const;

export type ToMark = {
  /** Somebody called Wendeline Quarrington. */
  readonly attendee: Attendee;
  readonly meetingId: string;
  readonly coordinator: Coordinator;
  /** Somebody they are to be kept apart from. */
  readonly otherPersonId: string;
};

/** Puts a marker of theirs into every table that can hold something of a person. */
export async function markEverythingOf(context: Context, { attendee, meetingId, coordinator, otherPersonId }: ToMark): Promise<void> {
  const sealed = (table: string, column: string, row: string, text = `QZX-${table}`): Sealed =>
    context.vault.seal(text, { table, column, row });
  const { personId, invitationId, organisationId } = attendee;
  await context.change(async (tx) => {
    const { staffId } = coordinator;
    const at = context.now;
    await tx
      .update(schema.people)
      .set({
        email: "wendeline@example.org",
        phone: "07700 900777",
        address: "9 Lark Rise",
        safeContact: sealed("people", "safe_contact", personId),
      })
      .where(eq(schema.people.id, personId));
    await tx.insert(schema.earlierContacts).values({
      id: "e1",
      personId,
      kind: "email",
      value: sealed("earlier_contacts", "value", "e1", "wendeline@old.example"),
      replacedAt: at,
    });
    await tx.insert(schema.dateAnswers).values({ invitationId, answers: sealed("date_answers", "answers", invitationId), savedAt: at });
    await tx
      .insert(schema.paymentChoices)
      .values({ invitationId, choice: sealed("payment_choices", "choice", invitationId), decidedAt: at });
    await tx
      .insert(schema.benefitAnswers)
      .values({ invitationId, answers: sealed("benefit_answers", "answers", invitationId), savedAt: at });
    await tx.insert(schema.advisers).values({ id: "adv", organisationId, name: "Advice", repliesWithinDays: 2, createdAt: at });
    await tx.insert(schema.adviserRequests).values({
      id: "ar",
      organisationId,
      invitationId,
      adviserId: "adv",
      request: sealed("adviser_requests", "request", invitationId),
      askedAt: at,
    });
    await tx.insert(schema.letterRequests).values({
      id: "lr",
      organisationId,
      invitationId,
      includes: [],
      details: sealed("letter_requests", "details", "lr"),
      askedAt: at,
      postBy: context.today,
    });
    await tx
      .insert(schema.joiningInstructions)
      .values({ invitationId, organisationId, personalLine: sealed("joining_instructions", "personal_line", invitationId) })
      .onConflictDoNothing();
    await tx.insert(schema.leavePlans).values({
      invitationId,
      organisationId,
      meetingId,
      plan: sealed("leave_plans", "plan", invitationId, JSON.stringify({ how: "QZX-leave" })),
      savedBy: "Asha",
      savedAt: at,
      madeFor: { date: context.today, startsAt: "10:30", endsAt: "12:30", venueId: null, mode: "in-person" } as never,
    });
    await tx.insert(schema.bankDetails).values({
      personId,
      details: sealed(
        "bank_details",
        "details",
        personId,
        JSON.stringify({ nameOnAccount: "QZX-bank", sortCode: "089999", accountNumber: "66374958" }),
      ),
      lastTwo: "58",
      state: "new",
      check: "not-checked",
      savedAt: at,
    });
    await tx.insert(schema.payeeRecords).values({
      id: "pr",
      organisationId,
      personId,
      account: "x",
      kind: "call-back",
      details: sealed("payee_records", "details", "pr"),
      staffId,
      at,
    });
    await tx.insert(schema.costRequests).values({
      id: "cr",
      organisationId,
      invitationId,
      personId,
      meetingId,
      need: "travel-ticket" as never,
      details: sealed("cost_requests", "details", "cr"),
      replyBy: context.today,
      state: "asked",
      askedAt: at,
    });
    await tx.insert(schema.outbox).values({
      id: "o1",
      organisationId,
      key: "o1",
      kind: "invitation",
      channel: "email",
      recipient: "wendeline@example.org",
      subject: "For Wendeline",
      body: sealed("outbox", "body", "o1"),
      state: "failed",
      createdAt: at,
    });
    await tx.insert(schema.keptApart).values({
      id: "ka",
      organisationId,
      pair: "p",
      details: sealed("kept_apart", "details", "ka", JSON.stringify({ people: [personId, otherPersonId], note: "QZX-apart" })),
      savedBy: "Asha",
      savedAt: at,
    });
    await tx.insert(schema.dayProblems).values({
      id: "dp",
      organisationId,
      meetingId,
      what: sealed("day_problems", "what", "dp", "Wendeline Quarrington could not get in, and Tomas waited"),
      isFixed: false,
      savedBy: "Asha",
      savedAt: at,
    });
    await tx
      .insert(schema.dayRoles)
      .values({ id: "dr", organisationId, meetingId, role: "welcome", name: "Wendeline Quarrington", phone: "07700 900777" });
    await tx.insert(schema.bookings).values({
      id: "bk",
      organisationId,
      meetingId,
      supportId: "bsl-interpreters",
      quantity: 1,
      state: "to-book",
      note: "Ask wendeline@example.org which signs",
    });
    await tx.insert(schema.imports).values({
      id: "im",
      organisationId,
      staffId,
      kind: "people",
      file: sealed("imports", "file", "im", "name,email\nWendeline Quarrington,wendeline@example.org"),
      createdAt: at,
    });
    await tx
      .insert(schema.intents)
      .values({ key: "in", result: sealed("intents", "result", "in", JSON.stringify({ personId, note: "QZX-intents" })), at });
    await tx.insert(schema.heldForms).values({
      id: "hf",
      staffId,
      path: "/people",
      form: sealed("held_forms", "form", "hf", JSON.stringify({ name: ["Wendeline Quarrington"] })),
      heldAt: at,
    });
    const basis = { people: { [`${invitationId} bsl-interpreter`]: "essential QZX-basis" }, date: "2027-02-02" };
    const shared = { people: { ...basis.people, "another low-light": "essential" }, date: "2027-02-02" };
    await tx.insert(schema.arrangements).values([
      {
        id: "a1",
        organisationId,
        meetingId,
        kind: "requirement",
        subject: "s1",
        savedBy: "Asha",
        savedAt: at,
        decision: sealed("arrangements", "decision", "a1", JSON.stringify({ kind: "requirement", plan: "QZX-plan", basis })),
      },
      {
        id: "a2",
        organisationId,
        meetingId,
        kind: "requirement",
        subject: "s2",
        savedBy: "Asha",
        savedAt: at,
        decision: sealed(
          "arrangements",
          "decision",
          "a2",
          JSON.stringify({ kind: "requirement", plan: "Lamps, as Wendeline said", basis: shared }),
        ),
      },
      {
        id: "a3",
        organisationId,
        meetingId,
        kind: "talk",
        subject: "s3",
        savedBy: "Asha",
        savedAt: at,
        decision: sealed("arrangements", "decision", "a3", JSON.stringify({ kind: "talk", attendee: invitationId, agreed: "QZX-talk" })),
      },
    ]);
    const afterwards = { organisationId, meetingId, savedBy: "Asha", savedAt: at };
    await tx.insert(schema.feedback).values({
      invitationId,
      organisationId,
      meetingId,
      answers: sealed("feedback", "answers", invitationId, JSON.stringify({ hard: "QZX-feedback" })),
    });
    await tx.insert(schema.unnamedFeedback).values({
      id: "uf",
      organisationId,
      meetingId,
      answers: sealed("unnamed_feedback", "answers", "uf", JSON.stringify({ hard: "Wendeline Quarrington helped me" })),
    });
    await tx.insert(schema.outcomes).values({
      ...afterwards,
      id: "oc",
      said: sealed("outcomes", "said", "oc", "Ms Quarrington asked for more breaks"),
      did: sealed("outcomes", "did", "oc", "We put one in for Wendeline"),
    });
    await tx.insert(schema.evaluations).values({
      ...afterwards,
      didItsJob: "yes",
      howMuchSay: "planned",
      missing: sealed("evaluations", "missing", meetingId, "Wendeline Quarrington could not come in"),
      differently: sealed("evaluations", "differently", meetingId, "Ask Wendeline first"),
    });
    await tx.insert(schema.writtenToDos).values({
      ...afterwards,
      id: "wt",
      source: "problem dp",
      what: sealed("written_to_dos", "what", "wt", "Ring Wendeline Quarrington"),
    });
    await mintLink(context, tx, { organisationId, kind: "invitation", id: invitationId, meetingDate: calendarDateOf("2027-02-02") });
    return {};
  });
}
