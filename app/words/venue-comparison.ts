// Venues side by side, in sentences: how many essential needs each meets, which it does not, and which nobody knows about. What is
// not known is never counted as met, and never called missing.
import type { AskedId } from "#app/domain/access/asked.ts";
import type { Criterion, VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { dayIn, type CalendarDate, type Instant } from "#app/domain/basics/dates.ts";
import type { VenueFact } from "#app/domain/meetings/meeting.ts";
import type { Standing } from "#app/domain/venues/standing.ts";
import type { FactSource } from "#app/domain/venues/statements.ts";
import { counted, list, longDate, number, outOf } from "./format.ts";
import { factWords, notKnownWords, sourceSentence, wantedWords } from "./plan.ts";
import { requirementName } from "./requirements.ts";
import { featureName } from "./venue-questions.ts";

/** The word for a cell, from the one list of experience.md 3.4. */
export const venueWord = { met: "Yes", "not-met": "No", unknown: "Not known", "with-change": "Yes, with a change" } as const;

type Counts = { readonly of: number; readonly met: number; readonly notMet: readonly AskedId[]; readonly notKnown: readonly AskedId[] };

const mostNamed = 3;

const names = (needs: readonly AskedId[]): string =>
  needs.length > mostNamed
    ? list([...needs.slice(0, mostNamed).map((id) => `“${requirementName[id]}”`), `${number(needs.length - mostNamed)} more`])
    : list(needs.map((id) => `“${requirementName[id]}”`));

/** "Kiln Hall meets 11 of 12 essential needs. The missing one is “No stairs”. You asked on 3 February 2027." */
export function venueSentences(
  venue: string,
  { of, met, notMet, notKnown }: Counts,
  asked: { readonly sentAt: Instant; readonly answeredAt: Instant | null } | null,
): string {
  if (of === 0) return `Nobody has said that they cannot take part without something of the building. ${askedSentence(asked)}`;
  return [
    `${venue} meets ${outOf(met, of)} essential needs.`,
    missingSentence(notMet),
    notKnown.length === 0 ? "" : `Not known: ${names(notKnown)}.`,
    askedSentence(asked),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function missingSentence(notMet: readonly AskedId[]): string {
  if (notMet.length === 0) return "";
  return notMet.length === 1 ? `The missing one is ${names(notMet)}.` : `The missing ones are ${names(notMet)}.`;
}

function askedSentence(asked: { readonly sentAt: Instant; readonly answeredAt: Instant | null } | null): string {
  if (asked === null) return "You have not asked them yet.";
  const sent = `You asked on ${longDate(dayIn(asked.sentAt))}.`;
  return asked.answeredAt === null ? `${sent} They have not finished.` : `${sent} They answered on ${longDate(dayIn(asked.answeredAt))}.`;
}

export type CheckWords = {
  readonly feature: VenueFeatureId;
  readonly finding: "met" | "not-met" | "unknown";
  readonly isArranged: boolean;
  readonly wanted: Criterion;
  readonly fact?: VenueFact;
  readonly recorded: {
    readonly standing: Standing["is"];
    readonly source: FactSource;
    readonly saidBy: string;
    readonly checkedOn: CalendarDate;
    /** The last day it may be relied on, where that is before the meeting. */
    readonly holdsOnlyUntil?: CalendarDate | null;
    readonly heard: readonly {
      readonly value: VenueFact;
      readonly source: FactSource;
      readonly saidBy: string;
      readonly checkedOn: CalendarDate;
    }[];
  } | null;
};

/** One feature: what it is there, what is wanted, and who said so. */
export function checkSentence(check: CheckWords): string {
  const { feature, fact, wanted, recorded, isArranged } = check;
  const arranged = isArranged ? " Another way is arranged." : "";
  if (fact === undefined) return `${featureName[feature]}: ${knownBy(check)}${arranged}`;
  const figure = wanted.is === "yes" ? "" : `, ${wantedWords(wanted)} wanted`;
  // A visit that found something missing counts at once, and what others said against it still has to be settled.
  if (recorded?.standing === "disagree") return `${featureName[feature]}: ${knownBy(check)}${arranged}`;
  const source = recorded === null ? "" : ` ${sourceSentence(recorded.source, recorded.saidBy, recorded.checkedOn)}`;
  return `${featureName[feature]}: ${factWords(feature, fact).toLowerCase()}${figure}.${source}${arranged}`;
}

function knownBy({ feature, recorded }: CheckWords): string {
  if (recorded === null) return "nobody has told us.";
  const heard = recorded.heard.map(
    ({ value, source, saidBy, checkedOn }) => `${factWords(feature, value)}. ${sourceSentence(source, saidBy, checkedOn)}`,
  );
  if (recorded.standing === "disagree") return `what we were told disagrees. ${heard.join(" ")}`;
  if (recorded.standing === "too-old") return `what we were told is too old to rely on. ${heard.join(" ")}`;
  return `${notKnownWords[recorded.standing].toLowerCase()} ${sourceSentence(recorded.source, recorded.saidBy, recorded.checkedOn)}`;
}

/** What is missing or not known, the missing first; things nobody ever spoke of are counted where they are many. */
export function openSentences(checks: readonly CheckWords[]): readonly string[] {
  const of = (wanted: string) => checks.filter(({ finding }) => finding === wanted);
  const unspoken = of("unknown").filter(({ recorded }) => recorded === null);
  const spoken = of("unknown").filter(({ recorded }) => recorded !== null);
  return [
    ...[...of("not-met"), ...spoken].map(checkSentence),
    ...(unspoken.length > mostNamed
      ? [`Nobody has told us about ${number(unspoken.length)} things it needs.`]
      : unspoken.map(checkSentence)),
  ];
}

/** What is known today and will be too old on the day of the meeting. */
export function tooOldByTheDay(checks: readonly CheckWords[]): readonly string[] {
  return checks.flatMap(({ feature, recorded }) =>
    recorded?.holdsOnlyUntil === undefined || recorded.holdsOnlyUntil === null
      ? []
      : [`${featureName[feature]}: known until ${longDate(recorded.holdsOnlyUntil)}, and too old by the day of the meeting.`],
  );
}

/** Who confirmed what is met, each source once. */
export function confirmedBy(checks: readonly CheckWords[]): readonly string[] {
  return [
    ...new Set(
      checks.flatMap(({ recorded }) => (recorded === null ? [] : [sourceSentence(recorded.source, recorded.saidBy, recorded.checkedOn)])),
    ),
  ];
}

/** What every meeting owes everyone, counted for one venue. */
export function baselineSentence(findings: readonly ("met" | "not-met" | "unknown")[]): string {
  const count = (finding: string): number => findings.filter((one) => one === finding).length;
  const parts = [
    ...(count("not-met") === 0 ? [] : [`${number(count("not-met"))} not there`]),
    ...(count("unknown") === 0 ? [] : [`${number(count("unknown"))} not known`]),
  ];
  return `${outOf(count("met"), findings.length)}${parts.length === 0 ? "" : `: ${list(parts)}`}`;
}

/** What choosing this venue leaves unmet. */
export function leavesSentence(count: number, needs: readonly AskedId[]): string {
  return `This leaves ${counted(count, "essential need", "essential needs")} unmet: ${names(needs)}.`;
}

export const wayToGoOnWords = {
  "venue-adds": "The venue will add it",
  "we-hire": "We will hire it",
  "talk-first": "Talk to the person first",
  "another-venue": "Look for another venue",
} as const;

/** What was said when a venue was chosen although it leaves something unmet. */
export function choiceSentence(choice: {
  readonly by: string;
  readonly on: CalendarDate;
  readonly venue: string;
  readonly unmet: readonly { readonly requirement: AskedId; readonly way: Exclude<keyof typeof wayToGoOnWords, "another-venue"> }[];
}): string {
  return `${choice.by} chose ${choice.venue} on ${longDate(choice.on)}, knowing what it leaves unmet.`;
}

/** Said where somebody cannot take part without a thing, and what a venue has makes it easier and does not decide it. */
export const onlyHelpsAtVenue = "What a venue has helps with it, and does not decide it: it is not counted as essential above.";

/** What can be done about a fact that people differ on, or that is too old or will be; undefined for any other. */
export function toDoAbout({ recorded }: CheckWords): string | undefined {
  if (recorded?.standing === "disagree") return "Settle it";
  const willBe = recorded?.holdsOnlyUntil !== undefined && recorded.holdsOnlyUntil !== null;
  return recorded?.standing === "too-old" || willBe ? "Check it again" : undefined;
}
