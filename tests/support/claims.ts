// A meeting that is over, with one person who came and chose about payment: what tests about claims begin with.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import type { Choice } from "#app/domain/payments/choice.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import { financeOfficerOf, type Attendee, type Coordinator, type FinanceOfficer, type StaffRole } from "#app/domain/people/actors.ts";
import { addStaffMember } from "#app/services/accounts.server.ts";
import { attendanceOf, markAttendance } from "#app/services/attendance.server.ts";
import { myClaim, saveCostDetails, saveTime, sendClaim, startCost } from "#app/services/claims.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { invitePeople } from "#app/services/invitations.server.ts";
import { decide, ownChoice, saveDraft } from "#app/services/payment-choice.server.ts";
import { addPerson } from "#app/services/people.server.ts";
import { afterwards, pastMeeting, planning } from "#scripts/bench/past-meeting.ts";
import { attendeeFor } from "#tests/support/meeting.ts";

export { afterwards, pastMeeting, planning };

type Moment = (at: string) => Context;

/** Somebody invited to it, who chose about payment before the day unless `choice` is null. */
export async function invitedPerson(
  moment: Moment,
  coordinator: Coordinator,
  reference: string,
  {
    name = "Mia Bell",
    email = "mia@example.org",
    choice = "full",
    how = "bank",
  }: {
    readonly name?: string;
    readonly email?: string;
    readonly choice?: Choice["kind"] | null;
    readonly how?: PaymentMethod;
  } = {},
): Promise<Attendee> {
  const context = moment(planning);
  const added = await addPerson(context, coordinator, {
    name,
    email,
    phone: "",
    address: "1 Sea Road\nHarbour",
    preferredContact: "email",
    neutralSubject: false,
    safeContact: "",
  });
  if (!added.ok) throw new Error(JSON.stringify(added.refusal));
  const invited = await invitePeople(context, coordinator, reference, {
    personIds: [added.value.personId],
    personalLine: "",
    neutralFor: [],
  });
  if (!invited.ok) throw new Error(JSON.stringify(invited.refusal));
  const attendee = await attendeeFor(context, invited.value[0]!.invitationId);
  if (choice !== null) {
    const drafted = await saveDraft(context, attendee, 0, {
      kind: choice,
      how,
      ...(choice === "less" ? { less: penceOf(2_000) } : {}),
      ...(choice === "charity" ? { charity: { name: "Harbour Lifeboat" } } : {}),
    });
    if (!drafted.ok) throw new Error(drafted.refusal);
    const decided = await decide(context, attendee, (await ownChoice(context, attendee))!.version);
    if (!decided.ok) throw new Error(decided.refusal);
  }
  return attendee;
}

/** Marks everybody invited as there for the whole meeting. */
export async function markEverybody(context: Context, coordinator: Coordinator, reference: string): Promise<void> {
  const found = await attendanceOf(context, coordinator, reference);
  if (!found.ok) throw new Error(found.refusal);
  const marks = found.value.people.map(({ invitationId, version }) => ({
    invitationId,
    version,
    attendance: "online" as const,
    minutes: 120,
  }));
  const marked = await markAttendance(context, coordinator, reference, marks);
  if (!marked.ok) throw new Error(marked.refusal);
}

/** The person's claim, sent: their time as it is, and one cost where given. */
export async function sentClaim(
  context: Context,
  attendee: Attendee,
  cost?: { readonly kind: "taxi" | "assistant" | "public-transport"; readonly pence: number; readonly words?: string },
): Promise<string> {
  const claim = async () => {
    const found = await myClaim(context, attendee);
    if (!found.ok) throw new Error(found.refusal);
    return found.value;
  };
  if (cost !== undefined) {
    const started = await startCost(context, attendee, cost.kind);
    if (!started.ok) throw new Error(started.refusal);
    const details =
      cost.kind === "taxi"
        ? ({ kind: "taxi", why: "access" } as const)
        : cost.kind === "assistant"
          ? ({ kind: "assistant", whoWasPaid: cost.words ?? "", alreadyPaidThem: "yes" } as const)
          : ({ kind: "public-transport" } as const);
    const saved = await saveCostDetails(
      context,
      attendee,
      { costId: started.value.costId, version: 1 },
      {
        expense: {
          date: calendarDateOf("2026-11-02"),
          whatFor: cost.kind === "assistant" ? (cost.words ?? "") : "",
          details,
          spent: penceOf(cost.pence),
          agreedFirst: "not-said",
          paidByOrganisation: false,
          paidByEmployer: false,
        },
        receipt: "will-post",
        reason: cost.words ?? "",
        upload: null,
      },
    );
    if (!saved.ok) throw new Error(saved.refusal);
  }
  const timed = await saveTime(context, attendee, (await claim()).version, { answer: "right", differs: "", paidByEmployer: "no" });
  if (!timed.ok) throw new Error(timed.refusal);
  const sent = await sendClaim(context, attendee, (await claim()).version, { signedName: "Mia Bell", answer: "" });
  if (!sent.ok) throw new Error(sent.refusal);
  const row = await context.db.query.claims.findFirst({ where: (table, { eq }) => eq(table.invitationId, attendee.invitationId) });
  return row!.id;
}

/** Somebody in finance. */
export async function financePerson(
  context: Context,
  organisationId: string,
  name: string,
  roles: readonly StaffRole[],
  email = `${context.newId().toLowerCase()}@example.org`,
): Promise<FinanceOfficer> {
  const added = await addStaffMember(context, { organisationId, name, email, roles });
  if (!added.ok) throw new Error(added.refusal);
  return financeOfficerOf({ staffId: added.value.staffId, organisationId, name, email, roles })!;
}
