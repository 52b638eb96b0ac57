// How a meeting was for somebody: which pages follow which, and what many answers come to. Nothing here scores a person.
import type { AskedId } from "#app/domain/access/asked.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";

export const gotAnswers = ["yes", "partly", "no", "not-needed", "not-said"] as const;
export type Got = (typeof gotAnswers)[number];
export const howMuch = ["all", "some", "not-really", "not-said"] as const;
export type HowMuch = (typeof howMuch)[number];

export const feedbackSteps = ["got", "what-happened", "said", "heard", "hard", "saved", "words", "name"] as const;
export type FeedbackStep = (typeof feedbackSteps)[number];

/** The most requirements one person is asked about. */
export const mostAskedAbout = 8;

export type FeedbackAnswers = {
  /** Only what was answered. */
  readonly got: Readonly<Partial<Record<AskedId, Got>>>;
  /** What happened, where somebody got something partly or not. */
  readonly happened: Readonly<Partial<Record<AskedId, string>>>;
  readonly said: HowMuch | null;
  readonly heard: HowMuch | null;
  readonly hard: string;
  readonly wantsToChange: boolean;
  /** Whether their words may stand in a report, without their name. Not answered is no. */
  readonly mayQuote: boolean | null;
  /** Whether their name stands beside what they wrote. Not answered is no. */
  readonly withName: boolean | null;
};

export const nothingAnswered: FeedbackAnswers = {
  got: {},
  happened: {},
  said: null,
  heard: null,
  hard: "",
  wantsToChange: false,
  mayQuote: null,
  withName: null,
};

/** What somebody is asked about: what they cannot take part without first, then the rest in the order given, eight at most. */
export function askedAbout(needs: readonly { readonly requirement: AskedId; readonly isEssential: boolean }[]): readonly AskedId[] {
  const order = [...needs.filter(({ isEssential }) => isEssential), ...needs.filter(({ isEssential }) => !isEssential)];
  return [...new Set(order.map(({ requirement }) => requirement))].slice(0, mostAskedAbout);
}

/** What somebody got partly or not, in the order they were asked. */
export function notWhole(asked: readonly AskedId[], { got }: Pick<FeedbackAnswers, "got">): readonly AskedId[] {
  return asked.filter((requirement) => got[requirement] === "partly" || got[requirement] === "no");
}

/** What there is something to say about: what somebody got partly or not, and what they have written about already. */
export function toTellMoreOf(asked: readonly AskedId[], answers: Pick<FeedbackAnswers, "got" | "happened">): readonly AskedId[] {
  const open = notWhole(asked, answers);
  return asked.filter((requirement) => open.includes(requirement) || (answers.happened[requirement] ?? "").trim() !== "");
}

/** What somebody is asked about, and what else they answered: nothing that was said about a requirement falls out of sight. */
export function askedAndAnswered(
  asked: readonly AskedId[],
  { got, happened }: Pick<FeedbackAnswers, "got" | "happened">,
): readonly AskedId[] {
  const wrote = (Object.keys(happened) as AskedId[]).filter((requirement) => (happened[requirement] ?? "").trim() !== "");
  return [...new Set([...asked, ...(Object.keys(got) as AskedId[]), ...wrote])];
}

/** The pages of one person: nobody is asked about what they did not need, nor what happened where all was well. */
export function stepsFor(asked: readonly AskedId[], answers: Pick<FeedbackAnswers, "got" | "happened">): readonly FeedbackStep[] {
  return feedbackSteps.filter((step) => {
    if (step === "got") return asked.length > 0;
    return step !== "what-happened" || toTellMoreOf(asked, answers).length > 0;
  });
}

/** The page after one; null after the last. */
export function stepAfter(
  step: FeedbackStep,
  asked: readonly AskedId[],
  answers: Pick<FeedbackAnswers, "got" | "happened">,
): FeedbackStep | null {
  const place = feedbackSteps.indexOf(step);
  return stepsFor(asked, answers).find((one) => feedbackSteps.indexOf(one) > place) ?? null;
}

/** The page before one; null before the first. */
export function stepBefore(
  step: FeedbackStep,
  asked: readonly AskedId[],
  answers: Pick<FeedbackAnswers, "got" | "happened">,
): FeedbackStep | null {
  const place = feedbackSteps.indexOf(step);
  return stepsFor(asked, answers).findLast((one) => feedbackSteps.indexOf(one) < place) ?? null;
}

export type RequirementInTheirView = {
  readonly requirement: AskedId;
  readonly yes: number;
  readonly partly: number;
  readonly no: number;
  /** Whether answers without a name are left out of the counts, because there are too few of them. */
  readonly hidesSome: boolean;
};

/** Fewer answers without a name than this about one requirement are not counted: whoever asked for it could be told by them. */
export const fewestUnnamed = 3;

type Reply = { readonly got: FeedbackAnswers["got"]; readonly isNamed: boolean };
type Counts = Pick<RequirementInTheirView, "yes" | "partly" | "no">;
const noCounts: Counts = { yes: 0, partly: 0, no: 0 };

/**
 * Each requirement somebody said yes, partly or no about, with how many said which. The rest says nothing about it. Answers without a
 * name are counted only where there are enough of them.
 */
export function inTheirView(replies: readonly Reply[]): readonly RequirementInTheirView[] {
  const named = countsOf(replies.filter(({ isNamed }) => isNamed));
  const unnamed = countsOf(replies.filter(({ isNamed }) => !isNamed));
  return [...new Set([...named.keys(), ...unnamed.keys()])].map((requirement) => {
    const ofNamed = named.get(requirement) ?? noCounts;
    const ofUnnamed = unnamed.get(requirement) ?? noCounts;
    const without = ofUnnamed.yes + ofUnnamed.partly + ofUnnamed.no;
    const hidesSome = without > 0 && without < fewestUnnamed;
    const shown = hidesSome ? noCounts : ofUnnamed;
    return {
      requirement,
      yes: ofNamed.yes + shown.yes,
      partly: ofNamed.partly + shown.partly,
      no: ofNamed.no + shown.no,
      hidesSome,
    };
  });
}

function countsOf(replies: readonly Reply[]): ReadonlyMap<AskedId, Counts> {
  const counts = new Map<AskedId, Counts>();
  for (const { got } of replies) {
    for (const [requirement, answer] of Object.entries(got) as [AskedId, Got][]) {
      if (answer !== "yes" && answer !== "partly" && answer !== "no") continue;
      const before = counts.get(requirement) ?? noCounts;
      counts.set(requirement, { ...before, [answer]: before[answer] + 1 });
    }
  }
  return counts;
}

/** How many times somebody got what they needed, of the times that are counted. Partly is not met. */
export function metInTheirView(view: readonly RequirementInTheirView[]): { readonly met: number; readonly of: number } {
  return {
    met: view.reduce((sum, { yes }) => sum + yes, 0),
    of: view.reduce((sum, { yes, partly, no }) => sum + yes + partly + no, 0),
  };
}

/** Within how many days of a meeting people are told what changed. */
export const daysToTell = 42;

/** Until how many days after a meeting telling people is still a thing to do: later nobody remembers what they said. */
export const daysStillToTell = 182;

/** Says whether people can be asked how a meeting was: it has been, and was not called off. */
export function hasBeen({ state, date }: { readonly state: string; readonly date: CalendarDate | null }, today: CalendarDate): boolean {
  if (state === "draft" || state === "cancelled") return false;
  return state === "held" || (date !== null && date < today);
}

/** From this many answers on, what people wrote is grouped; below it grouping would tell whose it is. */
export const fewestGrouped = 5;
