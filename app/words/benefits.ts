// What the benefits engine found, said to the person it is about. Every sentence carries the sources it rests on. It never
// promises anything, never tells anybody what they are entitled to, and always names the way to an adviser.
import { addDays, type CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import { unreachable } from "#app/domain/basics/result.ts";
import type { Assessment, Fits } from "#app/domain/benefits/assess.ts";
import type { Finding } from "#app/domain/benefits/benefit.ts";
import type { OutcomeClass } from "#app/domain/benefits/names.ts";
import {
  sourcesOfAction,
  sourcesOfOption,
  sourcesOfReason,
  type ActionId,
  type OptionId,
  type Reason,
} from "#app/domain/benefits/reasons.ts";
import { sources } from "#app/domain/benefits/sources.ts";
import type { DatesThatFit } from "#app/domain/benefits/when-it-fits.ts";
import { benefitName } from "./benefits/names.ts";
import { easyOptionNotCertain, easyOutcomes } from "./benefits/easy.ts";
import type { Wording } from "./benefits/questions.ts";
import { optionNotCertain, sayAction, sayMissing, sayOption, sayReason } from "./benefits/reasons.ts";
import { tightestRoom } from "./benefits/rooms.ts";
import { duration, list, longDate, money, plainDate, sentenceCase } from "./format.ts";

/** A sentence and where it comes from. */
export type Said = { readonly text: string; readonly sources: readonly Source[] };

/** The fixed closing line of every result page. */
export const closingLine: Said = {
  text: "This is general information, not advice about you. An independent adviser can look at your own case for free.",
  sources: [sources.advice],
};

/** The same closing line in Easy Read. */
export const easyClosingLine: Said = {
  text: "This is not advice about you. An adviser can look at your own case. It is free.",
  sources: [sources.advice],
};

/** The advice line that goes with every sentence about a benefit, with somewhere to turn. */
export function adviceLine(contact: string, wording: Wording = "standard"): Said {
  if (wording === "easy")
    return { text: `We do not decide about your benefits. You can ask an adviser: ${contact}.`, sources: [sources.advice] };
  return {
    text: `This is general information, not a decision about you. A free welfare-rights adviser can check it: ${contact}.`,
    sources: [sources.advice],
  };
}

/** The heading of the result page: the answer in one sentence (experience.md 2.5.6). */
export function resultHeading(assessment: Assessment, amount: Pence, wording: Wording = "standard"): string {
  const { result } = assessment.overall;
  if (wording === "easy") return easyHeading(assessment, amount);
  if (result === "R1") return "From what you told us, this payment should not change a benefit.";
  if (result === "R2") return `From what you told us, ${money(amount)} fits inside the limits we know about.`;
  if (result === "R4") return cannotTellHeading;
  const changed = assessment.findings.filter((finding) => changes(finding.outcome)).map((finding) => benefitName(finding.benefit));
  return `This payment could change your ${list(changed)}.`;
}

function easyHeading(assessment: Assessment, amount: Pence): string {
  switch (assessment.overall.result) {
    case "R1":
      return "This money should not change a benefit.";
    case "R2":
      return `${money(amount)} fits the limits we know.`;
    case "R3":
      return "This money could change your benefits.";
    case "R4":
      return easyCannotTell;
  }
}

const easyCannotTell = "We cannot tell. Please talk to an adviser.";

/** The fourth result's heading, also used under the third when something else is not known. */
export const cannotTellHeading = "We cannot tell. Please talk to an adviser before you decide.";

function changes(outcome: OutcomeClass): boolean {
  return outcome === "REDUCES_BY" || outcome === "BREAKS_LIMIT_STOP" || outcome === "NOTICE_FIRST";
}

/** The sentences under the heading, for the answer as a whole. */
export function resultBody(assessment: Assessment, wording: Wording = "standard"): readonly Said[] {
  const { overall, findings } = assessment;
  if (overall.result === "R1") return [(overall.benefitsWereNamed ? namedUnchanged : noneNamed)[wording]];
  const said: Said[] = findings.filter((finding) => finding.outcome === "WITHIN_LIMIT").flatMap((finding) => limitLine(finding, wording));
  if (overall.result === "R4" || overall.alsoCannotTell) {
    if (overall.alsoCannotTell) said.unshift({ text: wording === "easy" ? easyCannotTell : cannotTellHeading, sources: [sources.advice] });
    for (const fact of overall.missing)
      said.push({ text: `We do not know: ${lowerFirst(sayMissing(fact, wording))}.`, sources: [sources.advice] });
  }
  return said;
}

const noneNamed: Readonly<Record<Wording, Said>> = {
  standard: {
    text: "You said you do not get benefits. If you pay tax or work for us already, see 'Tax and payroll'.",
    sources: [sources.tax],
  },
  easy: { text: "You said you get no benefits. You may pay tax. Read 'Tax and payroll'.", sources: [sources.tax] },
};

/** The tax line: said with the allowance of the year, never as a rule about benefits. */
export function taxLine(allowance: Pence): Said {
  return {
    text: `If all your fees and other casual earnings come to more than ${money(allowance)} in a tax year you may need to tell HMRC.`,
    sources: [sources.tax],
  };
}

const unchangedSources = [sources.pipGuide, sources.rulesHeld];
const namedUnchanged: Readonly<Record<Wording, Said>> = {
  standard: { text: "The amount of the benefits you named does not depend on this payment.", sources: unchangedSources },
  easy: { text: "You told us your benefits. This money does not change how much you get.", sources: unchangedSources },
};

/** "Universal Credit: the limit is £427 a month. This payment and what you told us add up to £75. That leaves £352." */
export function limitLine(finding: Finding, wording: Wording = "standard"): readonly Said[] {
  const room = tightestRoom(finding);
  if (room === undefined) return [];
  const period = room.per === "week" ? "week" : "Universal Credit month";
  const figureSources = finding.figures.map((figure) => figure.source);
  if (wording === "easy") {
    const text = `${sentenceCase(benefitName(finding.benefit))}. You can earn ${money(room.limit)} a ${period}. This comes to ${money(room.total)}. You have ${money(room.left)} left.`;
    return [{ text, sources: figureSources }];
  }
  return [
    {
      text: `${sentenceCase(benefitName(finding.benefit))}: the limit is ${money(room.limit)} a ${period}. This payment and what you told us add up to ${money(room.total)}. That leaves ${money(room.left)}.`,
      sources: figureSources,
    },
  ];
}

/** Why a benefit came out as it did: one sentence for each reason, with its sources and those of the figures used. */
export function reasonsSaid(finding: Finding, wording: Wording = "standard"): readonly (Said & { readonly reason: Reason })[] {
  const figureSources = finding.figures.map((figure) => figure.source);
  return finding.reasons.map((reason, index) => ({
    reason,
    text: sayReason(reason, finding, wording),
    sources: eachOnce([...sourcesOfReason(reason), ...(index === 0 ? figureSources : [])]),
  }));
}

/** "Universal Credit" as a heading with what is found in a few words: words and not colour carry the meaning. */
export function findingHeading(finding: Finding, wording: Wording = "standard"): string {
  const outcome = wording === "easy" ? easyOutcomes[finding.outcome] : outcomeInWords(finding.outcome);
  return `${sentenceCase(benefitName(finding.benefit))}: ${outcome}`;
}

/** The outcome of one benefit in a few words. */
export function outcomeInWords(outcome: OutcomeClass): string {
  switch (outcome) {
    case "NO_EFFECT":
      return "does not depend on this payment";
    case "WITHIN_LIMIT":
      return "inside the limit we know about";
    case "NOTICE_FIRST":
      return "send a form before you start";
    case "REDUCES_BY":
      return "could go down";
    case "CLOSED_CHECK":
      return "this benefit may have ended";
    case "UNKNOWN_ADVICE":
      return "we cannot tell";
    case "BREAKS_LIMIT_STOP":
      return "this could take you over a limit";
    default:
      return unreachable(outcome);
  }
}

/** What the person may need to do, over all the benefits, each once, advice last. */
export function thingsToDo(assessment: Assessment, wording: Wording = "standard"): readonly Said[] {
  const all = new Set<ActionId>(assessment.findings.flatMap((finding) => finding.actions));
  if (all.delete("get-advice")) all.add("get-advice");
  return [...all].map((action) => ({ text: sayAction(action, wording), sources: sourcesOfAction(action) }));
}

/** The choices to offer, in the order of the rules. A choice the law does not clearly cover for some benefit says so. */
export function choicesSaid(assessment: Assessment, wording: Wording = "standard"): readonly Said[] {
  const notCertain = wording === "easy" ? easyOptionNotCertain : optionNotCertain;
  const certain = new Map<OptionId, boolean>();
  for (const option of assessment.findings.flatMap((finding) => finding.options)) {
    certain.set(option.id, (certain.get(option.id) ?? true) && option.cover === "covered");
  }
  return [...certain].map(([option, isCertain]) => ({
    text: isCertain ? sayOption(option, wording) : `${sayOption(option, wording)} ${notCertain}`,
    sources: sourcesOfOption(option),
  }));
}

/** The protection of choosing less, shown only where every benefit in play clearly has it (experience.md 2.5.6, R3). */
export function choosingLessSaid(assessment: Assessment, wording: Wording = "standard"): readonly Said[] {
  const offered = assessment.findings.filter((finding) => finding.options.length > 0);
  const isCovered = offered.length > 0 && offered.every((finding) => finding.options.every((option) => option.cover === "covered"));
  if (!isCovered) return [];
  if (wording === "easy") {
    return [
      {
        text: "You may choose less because of the rules. Choose before the meeting. Then only that should count. Show our letter if someone asks.",
        sources: [sources.ucNotionalEarnings, sources.scie],
      },
    ];
  }
  return [
    {
      text: "If you choose less before the meeting because of benefit rules, you should not be treated as if you had the full amount when you are involved as someone who uses services, or as a carer. Show them our letter if anyone asks.",
      sources: [sources.ucNotionalEarnings, sources.scie],
    },
  ];
}

/** Where the limits that decide an answer were read: the figures used, or the rules of the benefits where no figure was. */
function sourcesOfLimits({ findings }: Assessment): readonly Source[] {
  const found = findings
    .filter((finding) => finding.options.length > 0)
    .flatMap((finding) => finding.figures.map((figure) => figure.source));
  return found.length > 0 ? eachOnce(found) : [sources.rulesHeld];
}

/** "A payment of £203.50 or less fits the limits we know about.", or that none would; nothing where something is not known. */
export function fitsSaid(fits: Fits, assessment: Assessment, wording: Wording = "standard"): readonly Said[] {
  if (fits.answer === "cannot-tell" || fits.answer === "any-amount") return [];
  const from = sourcesOfLimits(assessment);
  if (fits.answer === "nothing-fits" || fits.pence <= 0) {
    // A form to be sent first is no amount: it is said elsewhere.
    if (!assessment.findings.some(({ outcome }) => outcome === "REDUCES_BY" || outcome === "BREAKS_LIMIT_STOP")) return [];
    const text =
      wording === "easy" ? "Any pay for your time could change a benefit." : "Any payment for your time could change a benefit you named.";
    return [{ text, sources: from }];
  }
  const text =
    wording === "easy"
      ? `${money(fits.pence)} or less fits the limits we know.`
      : `A payment of ${money(fits.pence)} or less fits the limits we know about.`;
  return [{ text, sources: from }];
}

/** The days on which the same payment would fit, as stretches of days; nothing where no other day may be offered. */
export function otherDatesSaid(found: DatesThatFit, assessment: Assessment, wording: Wording = "standard"): readonly Said[] {
  if (found.answer !== "days") return [];
  const stretches: { readonly from: CalendarDate; to: CalendarDate }[] = [];
  for (const day of found.days) {
    const last = stretches.at(-1);
    if (last !== undefined && addDays(last.to, 1) === day) last.to = day;
    else stretches.push({ from: day, to: day });
  }
  const from = eachOnce([...sourcesOfLimits(assessment), ...sourcesOfOption("other-dates")]);
  if (wording === "easy") {
    const days = stretches.map((one) => (one.from === one.to ? plainDate(one.from) : `${plainDate(one.from)} to ${plainDate(one.to)}`));
    const text = `The same pay fits on other days. They are ${list(days)}. We can agree a day before you start. After that we cannot change it.`;
    return [{ text, sources: from }];
  }
  const days = stretches.map((one) =>
    one.from === one.to ? plainDate(one.from) : `any day from ${plainDate(one.from)} to ${plainDate(one.to)}`,
  );
  return [
    {
      text: `The same payment would fit the limits we know about on ${list(days, "or")}. We can agree that in writing before you start. We cannot change a date once money is due.`,
      sources: from,
    },
  ];
}

/** What does not change: costs paid back where the rule says so, and benefits that do not depend on money. */
export function whatDoesNotChange(assessment: Assessment, wording: Wording = "standard"): readonly Said[] {
  const said: Said[] = [];
  const costs = assessment.findings.find((finding) => finding.reasons.includes("expenses-ignored"));
  if (costs !== undefined) said.push({ text: sayReason("expenses-ignored", costs, wording), sources: sourcesOfReason("expenses-ignored") });
  for (const finding of assessment.findings.filter((found) => found.outcome === "NO_EFFECT")) {
    const [first] = finding.reasons;
    said.push({
      text: `${sentenceCase(benefitName(finding.benefit))}: ${sayReason(first, finding, wording)}`,
      sources: sourcesOfReason(first),
    });
  }
  return said;
}

export type JournalFacts = {
  readonly activity: string;
  readonly organisation: string;
  readonly role: "someone who uses services" | "a carer";
  readonly days: readonly CalendarDate[];
  readonly minutes: number;
  readonly payments: readonly { readonly pence: Pence; readonly on: CalendarDate }[];
  readonly hasCosts: boolean;
};

/** The exact words a person can paste into a Universal Credit journal (benefits.md section 8.3). */
export function journalWords(facts: JournalFacts): string {
  const fees = facts.payments.map((payment) => `${money(payment.pence)} on ${plainDate(payment.on)}`);
  const hours = facts.minutes > 0 ? [`It takes ${duration(facts.minutes)} in all.`] : [];
  const pay = fees.length === 0 ? "I will not be paid a fee." : `I will be paid a fee of ${list(fees)}.`;
  return [
    `I have been asked to take part in ${facts.activity} as ${facts.role}.`,
    `${facts.organisation} runs it. It is on ${list(facts.days.map(longDate))}.`,
    ...hours,
    pay,
    ...(facts.hasCosts ? ["My expenses are paid back separately. They only cover what taking part costs me."] : []),
    "I can still do what is in my claimant commitment. I will tell you if a meeting clashes with an appointment.",
    "I have a letter from the organisation and can send it. Please tell me how this will be counted.",
  ].join(" ");
}

/** Where the steps for the permitted work form come from. */
export const permittedWorkSource: Source = sources.esaFactsheet;

/** How to send the permitted work form, one step to a line. */
export const permittedWorkSteps: readonly Said[] = [
  { text: "Get form PW1 from GOV.UK, or ask us to print it.", sources: [sources.esaFactsheet] },
  { text: "Fill in what you will do, how many hours, and how much you will be paid. We can help.", sources: [sources.esaFactsheet] },
  { text: "Put our letter with it.", sources: [sources.scie] },
  {
    text: "Post it to the address on your ESA letters before you start. Do not hand it in at the Jobcentre.",
    sources: [sources.esaFactsheet],
  },
  { text: "If you have already started, send it now.", sources: [sources.esaFactsheet] },
];

/** Every source behind an assessment, each once, for "Where this comes from". */
export function sourcesBehind(assessment: Assessment): readonly Source[] {
  const found = assessment.findings.flatMap((finding) => [
    ...finding.figures.map((figure) => figure.source),
    ...finding.reasons.flatMap((reason) => sourcesOfReason(reason)),
    ...finding.actions.flatMap((action) => sourcesOfAction(action)),
  ]);
  return eachOnce([...found, sources.advice]);
}

/** "gov.uk, Carer's Allowance eligibility (checked on 22 November 2026)". */
export function saySource(source: Source): string {
  const where = source.locator === undefined ? source.title : `${source.title}, ${source.locator}`;
  return `${where} (checked on ${plainDate(source.checkedOn)})`;
}

function eachOnce(all: readonly Source[]): readonly Source[] {
  const seen = new Map<string, Source>();
  for (const source of all) seen.set(`${source.title} ${source.locator ?? ""}`, source);
  return [...seen.values()];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
