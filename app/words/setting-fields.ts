// Settings about money and those we work with, field by field in words: what the history of settings says was changed, from what to what.
import type { SupportId } from "#app/domain/access/supports.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { CostPolicy } from "#app/domain/payments/cost-policy.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import type { CancelRule, RateCard, RateLine } from "#app/domain/payments/rate-card.ts";
import type { ChangedField } from "#app/domain/people/setting-kinds.ts";
import { counted, duration, list, longDate, money, sentenceCase } from "./format.ts";
import { bodyKindNames, costPolicySentences, paymentWayLabels } from "./money-settings.ts";
import { activityNames, modeNames, rateInWords } from "./payments.ts";
import { supportName } from "./requirements.ts";
import { taxDecisionNames, taxQuestions, taxRouteNames, yesNoNames, type TaxDecisionKind, type TaxRoute } from "./tax-decisions.ts";

/** A new version of the rates beside the one it follows, if there is one. */
export function rateCardFields(before: RateCard | null, after: RateCard): readonly ChangedField[] {
  const both = (field: string, said: (card: RateCard) => string): ChangedField => ({
    field,
    before: before === null ? "" : said(before),
    after: said(after),
  });
  const labels = [...new Set([...(before?.lines ?? []), ...after.lines].map(({ code }) => code))];
  return [
    both("Name", ({ name }) => name),
    both("Starts on", ({ validFrom }) => longDate(validFrom)),
    both("Source", ({ source }) => source.title),
    both("Breaks", ({ breaks }) =>
      breaks.kind === "count" ? "Count" : `Taken off when longer than ${duration(breaks.longerThanMinutes)}`,
    ),
    both("When a meeting ends early", ({ paysPlannedTime }) => (paysPlannedTime ? "The planned time is paid" : "The time it took is paid")),
    both("The week begins on", ({ weekBegins }) => weekBegins),
    ...labels.map((code) => {
      const line = (card: RateCard | null) => card?.lines.find((one) => one.code === code);
      const label = line(after)?.label ?? line(before)?.label ?? code;
      return { field: `Rate: ${label}`, before: lineWords(line(before)), after: lineWords(line(after)) };
    }),
    both("When something is called off", ({ cancellation }) => cancellation.map(cancelWords).join(" ")),
  ];
}

function lineWords(line: RateLine | undefined): string {
  if (line === undefined) return "";
  const { activities, modes, roles, includes, minimumMinutes, dayCap, weekCap } = line;
  return [
    `${line.label}: ${rateInWords(line)}.`,
    activities === "any" ? "" : `For: ${list(activities.map((activity) => activityNames[activity]))}.`,
    roles === "any" ? "" : `Roles: ${list(roles)}.`,
    modes === "any" ? "" : `How: ${list(modes.map((mode) => modeNames[mode]))}.`,
    includes.length === 0 ? "" : `It includes: ${list(includes.map((activity) => activityNames[activity]))}.`,
    minimumMinutes === undefined ? "" : `At least ${duration(minimumMinutes)}.`,
    dayCap === undefined ? "" : `At most ${money(dayCap)} a day.`,
    weekCap === undefined ? "" : `At most ${money(weekCap)} a week.`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function cancelWords({ cancelledBy, noticeUnderMinutes, pays, paysPreparationDone }: CancelRule): string {
  const who = cancelledBy === "organiser" ? "By us" : "By the person";
  const when = noticeUnderMinutes === "any" ? "at any time" : `with less than ${duration(noticeUnderMinutes)} of notice`;
  const paid = pays.kind === "nothing" ? "nothing" : pays.kind === "amount" ? money(pays.amount) : `${pays.percent} in 100 of the payment`;
  return `${who}, ${when}: ${paid}${paysPreparationDone ? ", and preparation that was done" : ""}.`;
}

/** New rules for costs beside those that held: the sentences that differ. */
export function costRuleFields(before: CostPolicy, after: CostPolicy, isFirst: boolean): readonly ChangedField[] {
  const was = costPolicySentences(before);
  const is = costPolicySentences(after);
  return [
    { field: "Starts on", before: isFirst ? "" : longDate(before.validFrom), after: longDate(after.validFrom) },
    {
      field: "Rules",
      before: was.filter((sentence) => !is.includes(sentence)).join(" "),
      after: is.filter((sentence) => !was.includes(sentence)).join(" "),
    },
  ];
}

/** Something put on a list, or taken off it: each thing known about it, and whether it stands there. */
export function listedFields(
  before: Readonly<Record<string, string>> | null,
  after: Readonly<Record<string, string>> | null,
): readonly ChangedField[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const onList = { field: "On the list", before: before === null ? "No" : "Yes", after: after === null ? "No" : "Yes" };
  // What is taken off keeps its facts on record: only that it went is a change.
  if (after === null) return [onList];
  return [onList, ...names.map((name) => ({ field: sentenceCase(name), before: before?.[name] ?? "", after: after[name] ?? "" }))];
}

/** What is known about an adviser. */
export function adviserSaid(adviser: {
  readonly name: string;
  readonly about: string;
  readonly email: string;
  readonly phone: string;
  readonly otherWays: string;
  readonly hours: string;
  readonly repliesWithinDays: number;
}): Readonly<Record<string, string>> {
  return {
    name: adviser.name,
    "who they help": adviser.about,
    "email address": adviser.email,
    "phone number": adviser.phone,
    "other ways": adviser.otherWays,
    hours: adviser.hours,
    "replies within": counted(adviser.repliesWithinDays, "day", "days"),
  };
}

/** What is known about a supplier. */
export function supplierSaid(supplier: {
  readonly name: string;
  readonly supports: readonly SupportId[];
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactPhone: string;
  readonly noticeWorkingDays: number | null;
  readonly cancellationTerms: string;
  readonly price: string;
  readonly notes: string;
}): Readonly<Record<string, string>> {
  const { noticeWorkingDays } = supplier;
  return {
    name: supplier.name,
    "what they supply": list(supplier.supports.map((id) => supportName[id])),
    "whom to ask": supplier.contactName,
    "email address": supplier.contactEmail,
    "phone number": supplier.contactPhone,
    notice: noticeWorkingDays === null ? "" : counted(noticeWorkingDays, "working day", "working days"),
    "when cancelled": supplier.cancellationTerms,
    price: supplier.price,
    notes: supplier.notes,
  };
}

/** The account the organisation pays from: only its last two figures are ever kept here. */
export function payingAccountFields(before: PayingAccountSaid | null, after: PayingAccountSaid): readonly ChangedField[] {
  const ending = ({ accountNumber }: PayingAccountSaid) => `Ends ${accountNumber.slice(-2)}`;
  const isAnother =
    before !== null &&
    (before.accountNumber !== after.accountNumber || before.sortCode !== after.sortCode) &&
    ending(before) === ending(after);
  return [
    { field: "Name of the account", before: before?.name ?? "", after: after.name },
    {
      field: "Account",
      before: before === null ? "" : ending(before),
      after: isAnother ? `Another account. ${ending(after)}` : ending(after),
    },
    { field: "Number with Bacs", before: before?.serviceUserNumber ?? "", after: after.serviceUserNumber },
  ];
}

type PayingAccountSaid = {
  readonly name: string;
  readonly sortCode: string;
  readonly accountNumber: string;
  readonly serviceUserNumber: string;
};

type TaxSaid = {
  readonly decision: TaxDecisionKind;
  readonly route: TaxRoute;
  readonly reviewOn: CalendarDate;
  readonly decidedBy: string;
  readonly secondBy: string;
  readonly facts: Readonly<Record<string, string>>;
};

/** A decision about tax and employment beside the one of the same role before it. */
export function taxDecisionFields(before: TaxSaid | null, after: TaxSaid): readonly ChangedField[] {
  const both = (field: string, said: (decision: TaxSaid) => string): ChangedField => ({
    field,
    before: before === null ? "" : said(before),
    after: said(after),
  });
  const fact = (typed: string | undefined): string =>
    typed === undefined ? "" : typed in yesNoNames ? yesNoNames[typed as keyof typeof yesNoNames] : typed;
  return [
    both("Decision", ({ decision }) => taxDecisionNames[decision]),
    both("Paid through", ({ route }) => taxRouteNames[route]),
    both("Decided by", ({ decidedBy, secondBy }) => `${decidedBy} and ${secondBy}`),
    both("Look at it again by", ({ reviewOn }) => longDate(reviewOn)),
    ...taxQuestions.map(({ name, label }) => both(label, ({ facts }) => fact(facts[name]))),
  ];
}

type PayingSaid = {
  readonly bodyKind: string;
  readonly statementName: string;
  readonly ways: readonly PaymentMethod[];
  readonly weekBegins: string;
  readonly budgetCodePattern: string;
  readonly complaintDays: number;
  readonly checkDays: number | null;
  readonly voucherStepsOver: Pence | null;
  readonly asksOwnTime: boolean;
  readonly lines: Readonly<Record<"withoutCosts" | "lateClaims" | "illnessOnTheDay" | "cancelledMeetings" | "moneyLeft", string>>;
};

/** How the organisation pays, and what it tells people about it. */
export function payingFields(before: PayingSaid, after: PayingSaid): readonly ChangedField[] {
  const both = (field: string, said: (facts: PayingSaid) => string): ChangedField => ({ field, before: said(before), after: said(after) });
  return [
    both("Kind of body", ({ bodyKind }) => (bodyKind in bodyKindNames ? bodyKindNames[bodyKind as keyof typeof bodyKindNames] : "")),
    both("Name on people’s bank statements", ({ statementName }) => statementName),
    both("Ways to pay people", ({ ways }) => list(ways.map((way) => paymentWayLabels[way]))),
    both("How budget codes look", ({ budgetCodePattern }) => budgetCodePattern),
    both("The week for weekly limits begins on", ({ weekBegins }) => weekBegins),
    both("Days to answer when a payment went wrong", ({ complaintDays }) => counted(complaintDays, "working day", "working days")),
    both("Days to check a claim", ({ checkDays }) => (checkDays === null ? "" : counted(checkDays, "working day", "working days"))),
    both("Vouchers ask for more steps above", ({ voucherStepsOver }) => (voucherStepsOver === null ? "" : money(voucherStepsOver))),
    both("Claims ask whether the work was in one’s own time", ({ asksOwnTime }) => (asksOwnTime ? "Yes" : "No")),
    both("About meetings where no costs are paid", ({ lines }) => lines.withoutCosts),
    both("About claims that come late", ({ lines }) => lines.lateClaims),
    both("About being ill on the day", ({ lines }) => lines.illnessOnTheDay),
    both("About meetings that are called off", ({ lines }) => lines.cancelledMeetings),
    both("About money left from what was sent before", ({ lines }) => lines.moneyLeft),
  ];
}
