// Where a fact of a venue stands, in sentences: what we rely on, who said it, when it grows too old, and where people differ.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Standing } from "#app/domain/venues/standing.ts";
import type { FactSource, Statement } from "#app/domain/venues/statements.ts";
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { counted, longDate } from "./format.ts";
import { factWords, notKnownWords, sourceSentence } from "./plan.ts";

/** How somebody knows a fact, as a choice; only those a person can choose. */
export const sourceChoices = {
  "we-measured": { label: "We checked or measured it ourselves", hint: "Somebody of us was there and looked." },
  "seen-by-visitor": { label: "A visitor saw it", hint: "Give their role, not their name: “a member of our panel”." },
  "venue-said": { label: "The venue said so", hint: "On the phone or in an email. Give the name and role of who said it." },
  "published-guide": { label: "A published guide says so", hint: "Give the name of the guide and its day." },
} as const satisfies { readonly [Source in FactSource]?: { readonly label: string; readonly hint: string } };
export type ChosenSource = keyof typeof sourceChoices;

/** A short heading for where a fact stands. */
export function standingWords(feature: VenueFeatureId, standing: Standing): string {
  switch (standing.is) {
    case "nobody-said":
      return "Nobody has told us";
    case "not-known":
      return standing.because === "settled-so" ? "Not known until somebody checks" : "Not known: “I do not know”";
    case "too-old":
      return `Too old to rely on: ${factWords(feature, standing.last.value)}`;
    case "disagree":
      return `To settle: ${standing.sayings.map(({ value }) => factWords(feature, value)).join(" or ")}`;
    case "known":
      return factWords(feature, standing.value);
  }
}

/** Who said what we know, or why what they said is not known. */
export function whoSaidSo({ standing }: { readonly standing: Standing<Statement & { readonly saidBy: string }> }): string {
  switch (standing.is) {
    case "nobody-said":
      return notKnownWords[standing.is];
    case "known":
      return sourceSentence(standing.by.source, standing.by.saidBy, standing.by.checkedOn);
    case "disagree":
      return notKnownWords[standing.is];
    case "not-known": {
      const heard = sourceSentence(standing.last.source, standing.last.saidBy, standing.last.checkedOn);
      // The heading gives the answer itself; where a person settled it, the last one heard may have said something else.
      return standing.because === "settled-so" ? `Settled as not known. Last heard: ${heard}` : heard;
    }
    case "too-old":
      return `${notKnownWords[standing.is]} ${sourceSentence(standing.last.source, standing.last.saidBy, standing.last.checkedOn)}`;
  }
}

/** What a plan does with it, in one sentence. */
export function relianceWords(standing: Standing): string {
  switch (standing.is) {
    case "known":
      return standing.isSettled ? "Plans use this value, because it was settled." : "Plans use this value.";
    case "disagree":
      return standing.meanwhile === undefined
        ? "Until somebody settles it, plans count it as not known."
        : "Until somebody settles it, plans count what was found missing on a visit.";
    case "too-old":
      return "Plans count it as not known. Ask again or check.";
    case "not-known":
    case "nobody-said":
      return "Plans count it as not known.";
  }
}

/** How long a statement may be relied on. */
export function holdsWords(until: CalendarDate, isTooOld: boolean): string {
  return isTooOld ? `Too old since ${longDate(until)}.` : `Good until ${longDate(until)}.`;
}

/** The rule for a feature: "We ask again after 3 months." */
export function askAgainWords(months: number): string {
  return `We ask again after ${counted(months, "month", "months")}: our own rule.`;
}

const venueNotices = {
  saved: { heading: "Saved", children: "Plans that use this venue have changed." },
  checked: { heading: "Saved", children: "What you checked is on file. Plans that use this venue have changed." },
  settled: { heading: "Settled", children: "Plans that use this venue have changed." },
  photo: { heading: "Photo saved", children: "A photo changes no fact. Record what it shows if you can tell." },
  described: { heading: "Saved", children: "The words of the photo are on file." },
  removed: { heading: "Photo removed", children: "It is no longer shown." },
  problem: { heading: "Problem saved", children: "Whoever looks at this venue sees it." },
  fixed: { heading: "Saved", children: "The problem is marked as put right." },
  imported: { heading: "Saved", children: "The facts you approved are on file, each with its source." },
  left: { heading: "Left out", children: "Nothing was put on record." },
} as const satisfies Readonly<Record<string, { readonly heading: string; readonly children: string }>>;

/** The notice for "?saved=…", where there is one. */
export function venueNotice(key: string | null): (typeof venueNotices)[keyof typeof venueNotices] | undefined {
  return key !== null && key in venueNotices ? venueNotices[key as keyof typeof venueNotices] : undefined;
}
