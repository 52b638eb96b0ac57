// Rates that real bodies have published, as choices when an organisation sets up its own card. Typed in from the
// publication and never worked out; where a publication leaves something open, we ask instead of filling it in.
import { calendarDateOf, type CalendarDate, type WeekdayName } from "#app/domain/basics/dates.ts";
import type { Grade } from "#app/domain/basics/figures.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import type { Band, BreakRule, CancelRule, RateCard, RateLine } from "./rate-card.ts";

export type CardQuestion = "half-day-minutes";
export type CardAnswers = { readonly halfDayMinutes?: number };

export type PublishedCard = {
  readonly id: string;
  readonly publisher: string;
  readonly name: string;
  readonly source: Source;
  /** The day the publication gives for itself. */
  readonly published: CalendarDate | "undated";
  readonly runs?: { readonly from: CalendarDate; readonly to: CalendarDate };
  readonly grade: Grade;
  /** What the publication leaves open and the organisation has to settle before the card can be used. */
  readonly asks: readonly CardQuestion[];
  readonly buildLines: (answers: CardAnswers) => Result<readonly RateLine[], CardQuestion>;
};

const checkedOn = calendarDateOf("2026-11-22");

const niceBands = (lower: number, higher: number): readonly Band[] => [
  { from: { minutes: 0, inclusive: false }, to: { minutes: 240, inclusive: true }, amount: penceOf(lower) },
  { from: { minutes: 240, inclusive: false }, to: "no-end", amount: penceOf(higher) },
];

const anyone = { roles: "any", modes: "any", includes: [] } as const;

export const publishedCards: readonly PublishedCard[] = [
  {
    id: "nice-lived-experience",
    publisher: "National Institute for Health and Care Excellence (NICE)",
    name: "Lived experience contributors and decision makers",
    source: {
      title: "NICE, Payments and expenses for people with lived experience",
      locator: "How much will I be paid; one-off activities",
      url: "https://www.nice.org.uk/get-involved/people-and-communities/getting-involved-as-someone-with-lived-experience/payments-and-expenses",
      checkedOn,
    },
    published: "undated",
    grade: "unsure",
    asks: [],
    buildLines: () =>
      done([
        {
          ...anyone,
          code: "contributor-meeting",
          label: "Sharing lived experience at a meeting",
          activities: ["meeting"],
          basis: { kind: "band", bands: niceBands(7500, 15000) },
        },
        {
          ...anyone,
          code: "decision-maker-meeting",
          label: "A meeting with a decision-making role",
          activities: ["meeting"],
          roles: ["decision maker"],
          basis: { kind: "band", bands: niceBands(15000, 30000) },
        },
        {
          ...anyone,
          code: "one-review",
          label: "Reviewing one document or training module",
          activities: ["review"],
          basis: { kind: "per-item", each: { pence: penceOf(2500), per: "item" } },
        },
      ]),
  },
  {
    id: "blue-heart",
    publisher: "Blue Heart",
    name: "Co-producer payments",
    source: {
      title: "Blue Heart, Working with Blue Heart: co-producer payments",
      locator: "What is the co-producer payment rate?",
      url: "https://www.blueheart.org.uk/about/workingwithus/",
      checkedOn,
    },
    published: "undated",
    grade: "confirmed",
    asks: [],
    buildLines: () =>
      done([
        {
          ...anyone,
          code: "co-producer-hour",
          label: "Working together, with reading before and feedback after",
          activities: ["meeting", "preparation", "reading", "feedback"],
          basis: { kind: "per-minute", hourly: { pence: penceOf(2500), per: "hour" } },
        },
      ]),
  },
  {
    id: "university-of-exeter",
    publisher: "University of Exeter",
    name: "Participation payments",
    source: { title: "University of Exeter, Participation payments", checkedOn },
    published: "undated",
    grade: "confirmed",
    // The page says "more than half a day" and does not say how long half a day is.
    asks: ["half-day-minutes"],
    buildLines: ({ halfDayMinutes }) => {
      if (halfDayMinutes === undefined || !Number.isSafeInteger(halfDayMinutes) || halfDayMinutes <= 60) return refused("half-day-minutes");
      const bands = (hour: number, half: number, more: number): readonly Band[] => [
        { from: { minutes: 0, inclusive: false }, to: { minutes: 60, inclusive: true }, amount: penceOf(hour) },
        { from: { minutes: 60, inclusive: false }, to: { minutes: halfDayMinutes, inclusive: true }, amount: penceOf(half) },
        { from: { minutes: halfDayMinutes, inclusive: false }, to: "no-end", amount: penceOf(more) },
      ];
      return done([
        {
          ...anyone,
          code: "taking-part",
          label: "Taking part",
          activities: "any",
          basis: { kind: "band", bands: bands(2500, 5000, 10000) },
        },
        {
          ...anyone,
          code: "intensive",
          label: "Intensive work",
          activities: "any",
          roles: ["intensive"],
          basis: { kind: "band", bands: bands(5000, 10000, 20000) },
        },
      ]);
    },
  },
  {
    id: "co-production-collective",
    publisher: "Co-Production Collective",
    name: "Co-producing ourselves, pilot rate",
    source: {
      title: "Co-Production Collective, Our Co-Production Payment Policy has been updated",
      locator: "Updated payment rates and pilot period",
      url: "https://coproductioncollective.co.uk/news/our-co-production-payment-policy-has-been-updated",
      checkedOn,
    },
    published: calendarDateOf("2024-09-25"),
    runs: { from: calendarDateOf("2024-09-25"), to: calendarDateOf("2025-03-31") },
    grade: "confirmed",
    asks: [],
    buildLines: () =>
      done([
        {
          ...anyone,
          code: "co-producing-hour",
          label: "Co-producing with us",
          activities: "any",
          basis: { kind: "per-minute", hourly: { pence: penceOf(3000), per: "hour" } },
        },
      ]),
  },
];

/**
 * An organisation's own card that starts from a published one. It is the organisation's decision from its own start
 * date, so the publication's own last day is not copied. Refused with the question that is still open.
 */
export function adoptPublishedCard(
  published: PublishedCard,
  own: {
    readonly id: string;
    readonly organisation: string;
    readonly version: number;
    readonly validFrom: CalendarDate;
    readonly approved?: { readonly by: string; readonly on: CalendarDate };
    readonly breaks: BreakRule;
    readonly paysPlannedTime: boolean;
    readonly weekBegins: WeekdayName;
    readonly cancellation: readonly CancelRule[];
    readonly answers: CardAnswers;
  },
): Result<RateCard, CardQuestion> {
  const { answers, ...rest } = own;
  const lines = published.buildLines(answers);
  if (!lines.ok) return lines;
  return done({
    ...rest,
    name: `${published.publisher}: ${published.name}`,
    source: published.source,
    published: published.published,
    lines: lines.value,
  });
}
