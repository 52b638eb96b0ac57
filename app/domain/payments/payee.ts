// Whether money may go to an account now: changes of details, name checks, accounts in somebody else's name. A held
// payment always says what has to happen, and the income stays the person's whoever's account it is (payments.md f and h).
import { addWorkingDays, daysBetween, type BankHolidays, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, type Result } from "#app/domain/basics/result.ts";

export type NameCheck = "match" | "close-match" | "no-match" | "unavailable" | "not-done";

export type NameCheckDecision = {
  readonly what: "name-updated" | "confirmed-with-person" | "accepted";
  readonly by: string;
  readonly on: CalendarDate;
  readonly why: string;
};

export type Authority = {
  readonly kind: "court-order" | "attorney" | "third-party-mandate" | "dwp-appointee" | "account-holder-agrees";
  readonly seenBy?: string;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
};

export type BankChange = {
  readonly changedOn: CalendarDate;
  /** The call to contact details held before the change, by a second finance person (promises.md T12). */
  readonly callBack?: { readonly by: string; readonly on: CalendarDate; readonly usedDetailsAlreadyHeld: boolean };
  readonly enteredBy: string;
  readonly confirmedReplyOn?: CalendarDate;
  readonly contactChangedOn?: CalendarDate;
};

export type PayeeNeed =
  | { readonly need: "contact-on-details-already-held" }
  | { readonly need: "second-person-check" }
  | { readonly need: "wait-or-call-back"; readonly until: CalendarDate | "not-known" }
  | { readonly need: "name-check" }
  | { readonly need: "name-check-decision"; readonly check: NameCheck }
  | { readonly need: "authority" }
  | { readonly need: "authority-seen" }
  | { readonly need: "authority-out-of-date" }
  | { readonly need: "advice-on-appointee" };

export type PayeeNote = { readonly note: "contact-and-bank-changed-within-30-days" };

export type PayeeAnswer = {
  readonly payment: "allowed" | "held";
  readonly needs: readonly PayeeNeed[];
  readonly notes: readonly PayeeNote[];
  readonly incomeBelongsTo: "the-person";
};

/**
 * Whether a payment may go to these details on a day. A change is held until a second finance person has called back on
 * details already held, or five working days have passed and the person has confirmed. "Unavailable" is never a match.
 */
export function assessPayee(input: {
  readonly on: CalendarDate;
  readonly holidays: BankHolidays;
  readonly nameCheck: NameCheck;
  readonly nameCheckRequired: boolean;
  readonly nameCheckDecision?: NameCheckDecision;
  readonly change?: BankChange;
  readonly accountOf: "the-person" | { readonly holder: string; readonly authority?: Authority };
}): PayeeAnswer {
  const needs: PayeeNeed[] = [...needsOfChange(input), ...needsOfNameCheck(input), ...needsOfAuthority(input)];
  const { change } = input;
  const notes: PayeeNote[] =
    change?.contactChangedOn !== undefined && Math.abs(daysBetween(change.contactChangedOn, change.changedOn)) <= 30
      ? [{ note: "contact-and-bank-changed-within-30-days" }]
      : [];
  return { payment: needs.length === 0 ? "allowed" : "held", needs, notes, incomeBelongsTo: "the-person" };
}

export type BacsDays = { readonly submitted: CalendarDate; readonly processing: CalendarDate; readonly entry: CalendarDate };

/**
 * The three working days of a Bacs payment: sent, processed, in accounts. Sent on a day the banks are shut, it starts on
 * the next working day. Use the England and Wales holidays (payments.md section g, rule 12). Refused beyond the list.
 */
export function bacsDays(submittedOn: CalendarDate, holidays: BankHolidays): Result<BacsDays, "outside-known-holidays"> {
  const dayBefore = addWorkingDays(submittedOn, -1, holidays);
  if (!dayBefore.ok) return dayBefore;
  const submitted = addWorkingDays(dayBefore.value, 1, holidays);
  if (!submitted.ok) return submitted;
  const processing = addWorkingDays(submitted.value, 1, holidays);
  if (!processing.ok) return processing;
  const entry = addWorkingDays(processing.value, 1, holidays);
  if (!entry.ok) return entry;
  return done({ submitted: submitted.value, processing: processing.value, entry: entry.value });
}

function needsOfChange({ change, on, holidays }: Parameters<typeof assessPayee>[0]): readonly PayeeNeed[] {
  if (change === undefined) return [];
  const { callBack } = change;
  if (callBack !== undefined && callBack.usedDetailsAlreadyHeld && callBack.by !== change.enteredBy) return [];
  const fiveDays = addWorkingDays(change.changedOn, 5, holidays);
  const hasWaited = fiveDays.ok && on > fiveDays.value;
  if (hasWaited && change.confirmedReplyOn !== undefined) return [];
  return [
    { need: "contact-on-details-already-held" },
    { need: "second-person-check" },
    { need: "wait-or-call-back", until: fiveDays.ok ? fiveDays.value : "not-known" },
  ];
}

function needsOfNameCheck({ nameCheck, nameCheckRequired, nameCheckDecision }: Parameters<typeof assessPayee>[0]): readonly PayeeNeed[] {
  if (nameCheck === "match") return [];
  if (nameCheck === "not-done") return nameCheckRequired ? [{ need: "name-check" }] : [];
  const isRecorded = nameCheckDecision !== undefined && nameCheckDecision.why.trim() !== "";
  return isRecorded ? [] : [{ need: "name-check-decision", check: nameCheck }];
}

function needsOfAuthority({ accountOf, on }: Parameters<typeof assessPayee>[0]): readonly PayeeNeed[] {
  if (accountOf === "the-person") return [];
  const { authority } = accountOf;
  if (authority === undefined) return [{ need: "authority" }];
  const needs: PayeeNeed[] = [];
  if (authority.seenBy === undefined) needs.push({ need: "authority-seen" });
  if ((authority.from !== undefined && on < authority.from) || (authority.to !== undefined && on > authority.to))
    needs.push({ need: "authority-out-of-date" });
  // An appointee acts for benefits; whether for this money too is not settled (payments.md, Not settled, 11).
  if (authority.kind === "dwp-appointee") needs.push({ need: "advice-on-appointee" });
  return needs;
}
