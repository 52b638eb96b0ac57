// What the example's people decided about payment for the meeting that took place, and how far each claim has come: one to
// check, one to authorise, and one whose payment form can be printed.
import { addDays, type CalendarDate } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import type { Result } from "#app/domain/basics/result.ts";
import { readAccountNumber, readSortCode } from "#app/domain/payments/bank-details.ts";
import type { Expense } from "#app/domain/payments/expenses.ts";
import type { Attendee, Coordinator, FinanceOfficer } from "#app/domain/people/actors.ts";
import { attendanceOf, markAttendance } from "../attendance.server.ts";
import { myClaim, saveCostDetails, saveTime, sayNoCosts, sendClaim, startCost } from "../claims.server.ts";
import type { Context } from "../context.server.ts";
import type { Asked } from "../costs-before.server.ts";
import { claimForFinance } from "../finance-claim.server.ts";
import { claimQueue } from "../finance-lists.server.ts";
import { authoriseClaim, passClaim } from "../finance.server.ts";
import { decide, ownChoice, saveBankDetails, saveDraft, type Draft } from "../payment-choice.server.ts";

export type ExampleMoney = {
  readonly name: string;
  readonly draft: Draft;
  readonly bank?: { readonly sortCode: string; readonly accountNumber: string };
  readonly cost?: Omit<Expense, "id" | "receipt" | "date">;
  readonly claim: "open" | "sent" | "checked" | "agreed";
};

export const exampleMoney: readonly ExampleMoney[] = [
  {
    name: "Maryam Sheikh",
    draft: { kind: "full", how: "bank" },
    bank: { sortCode: "00-00-01", accountNumber: "00012345" },
    cost: cost("Taxi to and from the meeting", 1860, { kind: "taxi", why: "agreed-before" }),
    claim: "sent",
  },
  {
    name: "Gwilym Prŷs",
    draft: { kind: "full", how: "bank" },
    bank: { sortCode: "00-00-02", accountNumber: "00067890" },
    cost: cost("Bus fares", 480, { kind: "public-transport" }),
    claim: "checked",
  },
  {
    name: "Agnieszka Wójcik",
    draft: { kind: "less", less: penceOf(50_00), how: "bank" },
    bank: { sortCode: "00-00-03", accountNumber: "00024680" },
    claim: "agreed",
  },
  { name: "Deshawn Clarke", draft: { kind: "costs-only", how: "bank" }, claim: "open" },
];

/** What two of them asked to have paid before the meeting ahead. */
export const exampleRequests: readonly (Asked & { readonly name: string })[] = [
  {
    name: "Maryam Sheikh",
    needs: ["taxi"],
    wish: "book-for-you",
    words: "From home and back again. Please book it for 9:30am.",
    estimate: penceOf(24_00),
    neededBy: null,
  },
  {
    name: "Gwilym Prŷs",
    needs: ["train-or-bus"],
    wish: "advance",
    words: "The train from Harrogate, a day return.",
    estimate: penceOf(18_00),
    neededBy: null,
  },
];

/** Chooses for one person, before the meeting, and gives their bank details. */
export async function chooseForExample(context: Context, attendee: Attendee, { draft, bank }: ExampleMoney): Promise<void> {
  sure(await saveDraft(context, attendee, 0, draft));
  const drafted = await ownChoice(context, attendee);
  sure(await decide(context, attendee, drafted?.version ?? 0));
  if (bank === undefined || drafted === null) return;
  const sortCode = sure(readSortCode(bank.sortCode));
  const accountNumber = sure(readAccountNumber(bank.accountNumber));
  sure(await saveBankDetails(context, attendee, { nameOnAccount: drafted.fullName, sortCode, accountNumber }));
}

/** Marks everybody who was invited as having taken part in the room. */
export async function markExampleAttendance(context: Context, coordinator: Coordinator, reference: string): Promise<void> {
  const { people } = sure(await attendanceOf(context, coordinator, reference));
  const marks = people.map(({ invitationId, version, minutes }) => ({
    invitationId,
    version,
    attendance: "in-room" as const,
    minutes: minutes ?? 0,
  }));
  sure(await markAttendance(context, coordinator, reference, marks));
}

/** Sends one person's claim. */
export async function sendExampleClaim(
  context: Context,
  attendee: Attendee,
  { name, cost: spent }: ExampleMoney,
  meetingDate: CalendarDate,
): Promise<string> {
  const version = async (): Promise<number> => sure(await myClaim(context, attendee)).version;
  sure(await saveTime(context, attendee, await version(), { answer: "right", differs: "", paidByEmployer: "no" }));
  if (spent === undefined) sure(await sayNoCosts(context, attendee));
  else {
    const { costId } = sure(await startCost(context, attendee, spent.details.kind));
    const expense = { ...spent, date: meetingDate };
    const at = { costId, version: sure(await myClaim(context, attendee)).costs[0]?.version ?? 1 };
    sure(await saveCostDetails(context, attendee, at, { expense, receipt: "will-post", reason: "", upload: null }));
  }
  return sure(await sendClaim(context, attendee, await version(), { signedName: name, answer: "" })).reference;
}

/** Brings a sent claim as far as its stage. */
export async function moveExampleClaim(
  days: { readonly checked: Context; readonly authorised: Context },
  officers: { readonly checker: FinanceOfficer; readonly authoriser: FinanceOfficer },
  reference: string,
  stage: ExampleMoney["claim"],
): Promise<void> {
  if (stage !== "checked" && stage !== "agreed") return;
  const queued = (await claimQueue(days.checked, officers.checker, { turn: "all" })).claims.find((claim) => claim.reference === reference);
  if (!queued) throw new Error("The example's claim is not in the queue");
  const at = async (context: Context, officer: FinanceOfficer) => ({
    claimId: queued.claimId,
    version: sure(await claimForFinance(context, officer, queued.claimId)).version,
  });
  sure(await passClaim(days.checked, officers.checker, await at(days.checked, officers.checker), queued.budgetCode));
  if (stage === "agreed") sure(await authoriseClaim(days.authorised, officers.authoriser, await at(days.authorised, officers.authoriser)));
}

/** The days on which the example's claims were sent, checked and authorised, counted from the meeting. */
export function claimDays(meetingDate: CalendarDate): {
  readonly sent: CalendarDate;
  readonly checked: CalendarDate;
  readonly authorised: CalendarDate;
} {
  return { sent: addDays(meetingDate, 3), checked: addDays(meetingDate, 7), authorised: addDays(meetingDate, 9) };
}

function cost(whatFor: string, pence: number, details: Expense["details"]): Omit<Expense, "id" | "receipt" | "date"> {
  return { whatFor, spent: penceOf(pence), details, agreedFirst: "yes", paidByOrganisation: false, paidByEmployer: false };
}

function sure<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`The example could not be made: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
