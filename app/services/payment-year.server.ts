// A person's own year of payments: what was paid and what is planned, the weeks or months each falls in for the benefits they
// named, and what is left there. Worked out in memory from answers that are not kept unless the person asked (decision 8).
import { addDays, taxYearOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { CheckAnswers } from "#app/domain/benefits/check-answers.ts";
import { dayOfWork, plannedPaymentDay } from "#app/domain/benefits/meeting-offer.ts";
import { agreedWhen, offerOfYear, type MeetingInYear } from "#app/domain/benefits/own-year.ts";
import type { Situation } from "#app/domain/benefits/offer.ts";
import type { Span } from "#app/domain/benefits/benefit.ts";
import { compareTightestFirst } from "#app/domain/benefits/spans.ts";
import { yearOf, type Year, type YearOfBenefit } from "#app/domain/benefits/year.ts";
import { payableFor } from "#app/domain/payments/choice.ts";
import { settleClaim, type Claim } from "#app/domain/payments/claim.ts";
import { taxYear } from "#app/domain/payments/statement.ts";
import type { Attendee } from "#app/domain/people/actors.ts";
import { adviceLine, closingLine, easyClosingLine, saySource } from "#app/words/benefits.ts";
import { benefitName } from "#app/words/benefits/names.ts";
import type { Wording } from "#app/words/benefits/questions.ts";
import { sayReason } from "#app/words/benefits/reasons.ts";
import { sayFigure } from "#app/words/benefits/sums.ts";
import { countedSaid, leftSaid, leftUnderBar, payCounted, pictureSays, spanDays, spanLabel, yearWords } from "#app/words/benefits/year.ts";
import { list, money, moneyInColumn, plainDate, sentenceCase } from "#app/words/format.ts";
import { listOwnMeetings, type OwnMeeting } from "#db/stores/payment-choices.ts";
import { sentClaimOf } from "./claim-records.server.ts";
import type { Context } from "./context.server.ts";
import { sharedOfOffers, situationFor, type CheckSubject } from "./payment-check.server.ts";
import { decisionFor } from "./payment-choice.server.ts";

/** One bar of a picture, and the same as a row of its table. */
export type YearRow = {
  readonly key: string;
  readonly label: string;
  readonly days: string;
  readonly payments: string;
  readonly counted: string;
  readonly limit: string;
  readonly left: string;
  readonly bar: string;
  readonly under: string;
  readonly standing: Span["standing"];
  /** How much of the limit is used, in whole hundredths; a hundred where it is used up. */
  readonly share: number;
};

export type YearView = {
  readonly heading: string;
  readonly intro: readonly string[];
  readonly isAnswered: boolean;
  readonly payments: readonly { readonly key: string; readonly cells: readonly [string, string, string, readonly string[]] }[];
  readonly benefits: readonly {
    readonly id: string;
    readonly name: string;
    readonly texts: readonly string[];
    readonly finding: string;
    readonly perWeek: boolean;
    readonly rows: readonly YearRow[];
    readonly figures: readonly string[];
  }[];
  readonly advice: string;
  readonly closing: string;
};

/** Pay of this many days before the year still counts where its month or week runs into the year. */
const daysBefore = 62;

type Named = MeetingInYear & { readonly name: string };

/**
 * The year of the person who asks, from the start of this tax year on and with everything planned after it. Without answers it
 * shows the payments alone. Nothing of it is kept.
 */
export async function yearFor(
  context: Context,
  attendee: Attendee,
  { subject, answers, wording }: { readonly subject: CheckSubject; readonly answers: CheckAnswers | null; readonly wording: Wording },
): Promise<YearView> {
  const { from } = taxYear(taxYearOf(context.today));
  const all: Named[] = [];
  for (const own of await listOwnMeetings(context.db, attendee.organisationId, attendee.personId)) {
    const meeting = await meetingInYear(context, own);
    if (meeting === null) continue;
    const day = meeting.paidOn ?? meeting.dueOn ?? meeting.worked;
    if (day === undefined || day >= addDays(from, -daysBefore)) all.push(meeting);
  }
  const isAnswered = answers?.said.any !== undefined;
  const situation: Situation = answers === null ? { benefits: "none", circumstances: {} } : situationFor(subject, answers);
  const offer = offerOfYear(all, sharedOfOffers(subject, answers));
  const year = yearOf(offer, situation);
  const names = new Map(all.map((meeting) => [meeting.id, meeting.name]));
  const shown = year.payments.filter(({ on }) => on === undefined || on >= from);
  const { overall } = year.assessment;
  const words = yearWords[wording];
  const isUnclear = isAnswered && (overall.result === "R4" || overall.alsoCannotTell || overall.result === "R3");
  return {
    heading: words.heading,
    intro: [
      words.intro(subject.organisationName, from),
      words.costs,
      ...(shown.some(({ state }) => state === "planned") ? [words.lastDays] : []),
      ...(isAnswered && shown.length > 1 ? [words.sameAnswers] : []),
      ...(isUnclear ? [words.someNotKnown] : []),
    ],
    isAnswered,
    payments: shown.map((payment) => ({
      key: payment.id,
      cells: [
        names.get(payment.id) ?? "",
        payment.kind === "voucher" ? `${moneyInColumn(payment.pence)}. ${words.voucher}.` : moneyInColumn(payment.pence),
        whenSaid(payment, all, wording),
        payment.places.map(({ benefit, span }) => `${sentenceCase(benefitName(benefit))}: ${spanDays(span)}`),
      ],
    })),
    benefits: year.benefits.map((benefit) => viewOfBenefit(benefit, { year, names, from, wording })),
    advice: adviceLine(subject.advice, wording).text,
    closing: (wording === "easy" ? easyClosingLine : closingLine).text,
  };
}

async function meetingInYear(context: Context, { invitation, meeting, claim }: OwnMeeting): Promise<Named | null> {
  const { offer } = invitation;
  if (offer === null) return null;
  const worked = dayOfWork(offer, meeting.date);
  const name = worked === undefined ? meeting.name : `${meeting.name}, ${plainDate(worked)}`;
  const decision = await decisionFor(context, context.db, invitation.id);
  const agreed = decision === null ? "not-sure" : agreedWhen(decision.decidedOn, worked);
  const shared = { id: invitation.id, name, worked, agreed, isVoucher: decision?.how === "voucher" } as const;
  const planned = worked === undefined ? undefined : plannedPaymentDay(worked, offer.paidWithin, context.holidaysOf(meeting.nation));
  if (claim !== null && claim.state !== "open") {
    const sent = sentClaimOf(context, claim);
    const { time, declined } = settleClaim(sent);
    if (time === 0 && declined === 0) return null;
    const due = claim.payBy ?? planned;
    const written = withClaimedTime(offer, sent);
    return { ...shared, written, forTime: time, declined, ...daysOf(context, due, claim.paidOn) };
  }
  const isGone = meeting.state === "cancelled" || invitation.reply === "not-coming" || invitation.attendance === "not";
  if (isGone || invitation.calledOff !== null) return null;
  const { forTime, declined } =
    decision === null ? { forTime: offer.total, declined: 0 as Pence } : payableFor(decision.choice, offer.total);
  if (forTime === 0 && declined === 0) return null;
  return { ...shared, written: offer, forTime, declined, ...daysOf(context, planned, null) };
}

// Money that was due and has not come: nobody knows any more on which day it will.
function daysOf(context: Context, due: CalendarDate | undefined, paidOn: CalendarDate | null): Pick<MeetingInYear, "dueOn" | "paidOn"> {
  if (paidOn !== null) return { dueOn: due ?? paidOn, paidOn };
  return due === undefined || due < context.today ? {} : { dueOn: due };
}

function withClaimedTime<Offer extends MeetingInYear["written"]>(offer: Offer, { lines }: Claim): Offer {
  const activities = lines.flatMap((line) => (line.about === "time" ? [line.priced] : []));
  return activities.length === 0 ? offer : { ...offer, activities };
}

function whenSaid({ state, on, id }: Year["payments"][number], all: readonly Named[], wording: Wording): string {
  const words = yearWords[wording];
  if (on === undefined) return words.noDay;
  if (state === "paid") return words.paid(on);
  const worked = all.find((meeting) => meeting.id === id)?.worked;
  return worked === undefined || worked >= on ? words.planned(on) : words.plannedBetween(worked, on);
}

type Showing = {
  readonly year: Year;
  readonly names: ReadonlyMap<string, string>;
  readonly from: CalendarDate;
  readonly wording: Wording;
};

function viewOfBenefit({ benefit, shown, spans: all, reasons }: YearOfBenefit, { year, names, from, wording }: Showing) {
  const words = yearWords[wording];
  const finding = year.assessment.findings.find((one) => one.benefit === benefit);
  const spans = tightestByDays(all.filter((span) => span.to >= from));
  const said = finding === undefined ? [] : reasons.map((reason) => sayReason(reason, finding, wording));
  const texts =
    spans.length > 0
      ? spans.some((span) => span.isOneOfSeven)
        ? [words.anySevenDays]
        : []
      : [shown === "no-limit" ? words.noLimit : words.cannotShow, ...(shown === "cannot-show" ? said : [])];
  const figures = new Map(
    spans.flatMap((span) =>
      span.figures.map((figure) => [`${figure.id} ${figure.from}`, `${sayFigure(figure)}. ${saySource(figure.source)}.`]),
    ),
  );
  return {
    id: benefit,
    name: sentenceCase(benefitName(benefit)),
    texts,
    finding: pictureSays(spans, wording),
    perWeek: spans.every(({ per }) => per === "week"),
    rows: spans.map((span) => ({
      key: `${span.from} ${span.to}`,
      label: spanLabel(span),
      days: spanDays(span),
      payments:
        span.items.length === 0 ? "" : list([...new Set(span.items.map(({ id }) => names.get(id) ?? "").filter((name) => name !== ""))]),
      counted: payCounted(span, wording),
      limit: span.limit === undefined ? words.notShown : money(span.limit),
      left: leftSaid(benefit, span, wording),
      bar: countedSaid(span, wording),
      under: leftUnderBar(benefit, span, wording),
      standing: span.standing,
      share: shareOf(span),
    })),
    figures: [...figures.values()],
  };
}

// By the day of the meeting, the day money is due and the day it is paid the same week can hold more or less: the tightest is told.
function tightestByDays(spans: readonly Span[]): readonly Span[] {
  const kept = new Map<string, Span>();
  for (const span of spans) {
    const key = `${span.from} ${span.to}`;
    const other = kept.get(key);
    if (other === undefined || compareTightestFirst(span, other) < 0) kept.set(key, span);
  }
  return [...kept.values()].toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
}

function shareOf({ counted, limit, standing }: Span): number {
  if (limit === undefined || counted.most === "no-limit") return 0;
  if (standing === "over" || limit === 0) return 100;
  return Math.min(100, Math.round((counted.most / limit) * 100));
}
