// The words of a person's private payment pages: the questions about benefits, the choice, and the bank details.
import type { CalendarDate, Nation } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { CheckStep, WhichAnswer } from "#app/domain/benefits/check-answers.ts";
import type { Choice } from "#app/domain/payments/choice.ts";
import type { PaidWithin } from "#app/domain/payments/offer.ts";
import { benefitName } from "./benefits/names.ts";
import { longDate, money, plainDate, sentenceCase } from "./format.ts";
import { nationNames } from "./nations.ts";
import { paidWithinWords } from "./payments.ts";

type Labels = readonly (readonly [value: string, label: string])[];

const yesNoNotSure: Labels = [
  ["yes", "Yes"],
  ["no", "No"],
  ["not-sure", "Not sure"],
  ["prefer-not-to-say", "Prefer not to say"],
];

export type AskedAbout = {
  readonly organisation: string;
  readonly period: { readonly from: CalendarDate; readonly to: CalendarDate } | undefined;
  readonly cut: Pence | null;
};

export type Question = {
  readonly legend: string;
  readonly hint?: string;
  readonly options: Labels;
  /** What the amount asked for beside the radios is called. */
  readonly amountLabel?: string;
};

/** The words of one question of the benefits check. */
export function questionWords(step: Exclude<CheckStep, "which" | "uc-dates">, about: AskedAbout): Question {
  const cut = about.cut === null ? "what we worked out" : money(about.cut);
  const questions: Readonly<Record<typeof step, Question>> = {
    keep: {
      legend: "Shall we keep your answers to these questions?",
      options: [
        ["forget", "No, show me the result and then forget it"],
        ["keep", "Yes, keep them privately so I do not have to answer again"],
      ],
    },
    any: {
      legend: "Do you get any benefits, or help with rent or Council Tax?",
      options: [
        ["yes", "Yes"],
        ["no", "No"],
        ["not-sure", "I am not sure"],
        ["prefer-not-to-say", "Prefer not to say"],
      ],
    },
    nation: {
      legend: "Where do you live?",
      hint: "Some benefits have other names and rules in each nation.",
      options: Object.entries(nationNames),
    },
    organisation: {
      legend: "Who is this meeting for?",
      hint: `You are invited by ${about.organisation}. Some rules depend on who asks you.`,
      options: [
        ["statutory", "A council, the NHS or a housing authority"],
        ["research", "A university, charity or watchdog that looks into such services"],
        ["other", "Somebody else"],
        ["not-sure", "I am not sure"],
      ],
    },
    involvement: {
      legend: "Are you asked for your views or experience, and not to do a job?",
      hint: "Helping to plan, improve or check something counts as giving your views.",
      options: yesNoNotSure,
    },
    services: {
      legend: "Is it about health, social care or social housing services?",
      hint: "Say yes if you use them, may use them, or care for someone who does.",
      options: yesNoNotSure,
    },
    "uc-allowance": {
      legend: "Has the DWP said you have 'limited capability for work', or do you look after a child on your claim?",
      hint: "If yes, some earnings are ignored each month. This is called a work allowance.",
      options: [
        ["capability", "Yes, I have limited capability for work"],
        ["child", "Yes, there is a child on my claim"],
        ["both", "Yes, both"],
        ["no", "No"],
        ["not-sure", "Not sure"],
        ["prefer-not-to-say", "Prefer not to say"],
      ],
    },
    "uc-rent": {
      legend: "Does your Universal Credit include money for rent?",
      hint: "This changes how much is ignored.",
      options: yesNoNotSure,
    },
    "uc-self-employed": {
      legend: "Is anyone on your Universal Credit claim self-employed?",
      hint: "Other rules are used for self-employed people.",
      options: yesNoNotSure,
    },
    "uc-partner": {
      legend: "Do you claim Universal Credit with a partner?",
      hint: "Your partner's pay is added to yours for Universal Credit.",
      options: [
        ["no", "No, I claim on my own"],
        ["not-paid", "Yes, and my partner is not paid for work"],
        ["paid", "Yes, and my partner is paid for work"],
        ["not-sure", "Not sure"],
        ["prefer-not-to-say", "Prefer not to say"],
      ],
      amountLabel: "About how much is your partner paid in that Universal Credit month, in pounds? (optional)",
    },
    esa: {
      legend: "Have you sent the DWP a permitted work form (PW1) for this?",
      hint: "You usually need to tell them before you start.",
      options: yesNoNotSure,
    },
    carer: {
      legend: "Are you paid for any other work in a normal week?",
      hint: "Some benefits have a weekly limit. All your pay counts towards it.",
      options: [
        ["no", "No"],
        ["yes", "Yes"],
        ["not-sure", "Not sure"],
        ["prefer-not-to-say", "Prefer not to say"],
      ],
      amountLabel: "About how much a week after tax, in pounds? (optional)",
    },
    "other-pay": {
      legend:
        about.period === undefined
          ? "Will you be paid for anything else around that time?"
          : `Will you be paid for anything else from ${plainDate(about.period.from)} to ${plainDate(about.period.to)}?`,
      hint: "Include other involvement payments. Leave out pay from a normal week if you told us already.",
      options: [
        ["no", "No"],
        ["yes", "Yes"],
        ["not-sure", "Not sure"],
        ["prefer-not-to-say", "Prefer not to say"],
      ],
      amountLabel: "About how much in total, in pounds? (optional)",
    },
    "uc-cap": {
      legend: "Is your Universal Credit made smaller by the benefit cap?",
      hint: "Your statement says so if it is.",
      options: yesNoNotSure,
    },
    "uc-award": {
      legend: `Is your Universal Credit more than ${cut} a month?`,
      hint: "We ask because it could otherwise go down to nothing. You do not need to say how much you get.",
      options: yesNoNotSure,
    },
    "uc-assessment": {
      legend: "Are you waiting for the DWP to look at how your health affects work?",
      hint: "This is called a work capability assessment. A lot of pay can change it.",
      options: yesNoNotSure,
    },
  };
  return questions[step];
}

export const whichQuestion = {
  legend: "Which of these do you get?",
  hint: "Tick all that you get. We only ask so we can show the right rules.",
} as const;

export const periodDayQuestion = {
  label: "What date does your Universal Credit month start? (optional)",
  hint: "Look in your journal for 'assessment period'. Leave blank if you are not sure.",
  error: "Date must be a number from 1 to 31",
} as const;

export const hoursQuestion = "About how many hours a week is that? (optional)";
export const hoursError = "Hours must be a number, like 2.5";

const whichLabels: Readonly<Partial<Record<WhichAnswer, string>>> = {
  "new-style-esa": "New Style or contribution-based ESA",
  "income-related-esa": "Income-related ESA (the older kind)",
  "new-style-jsa": "New Style Jobseeker's Allowance",
  "income-based-jsa": "Income-based Jobseeker's Allowance (the older kind)",
  "council-tax-reduction": "Council Tax Reduction or Support",
  "not-sure": "I am not sure",
  "prefer-not-to-say": "Prefer not to say",
};

/** The label of one tick box under "Which of these do you get?". */
export function whichLabel(answer: WhichAnswer): string {
  if (answer === "not-sure" || answer === "prefer-not-to-say") return whichLabels[answer] ?? "";
  return whichLabels[answer] ?? sentenceCase(benefitName(answer));
}

export const whereYouLive = "We do not know: where you live. Benefits have other rules in each nation.";
export const outOfDateSentence = "We do not have this year's figures yet for all the benefits you named. So we cannot work them out.";

/** When the money would arrive, as far as it is known; never a guess. */
export function arrivalSentence(worked: CalendarDate | undefined, plannedFor: CalendarDate | undefined, within: PaidWithin): string {
  if (worked === undefined) return "We do not know the day of the meeting yet, so we cannot say when the money would arrive.";
  if (plannedFor === undefined) {
    return within.kind === "other"
      ? `The terms say: ${within.words}. We do not know the day, so we cannot say which week or month it would count in.`
      : "We do not know the day the money would arrive.";
  }
  if (plannedFor === worked) return `The money should reach you on the day of the meeting, ${longDate(plannedFor)}.`;
  return `The money should reach you between ${longDate(worked)} and ${longDate(plannedFor)}. That is ${paidWithinWords(within)}. We worked with ${plainDate(plannedFor)}. On another day the answer could be different.`;
}

/** The labels of the choices once the meeting's day has come: declining comes before, so a gift is no longer offered (decision 20). */
export const choicesAfterTheMeeting: readonly Choice["kind"][] = ["full", "less", "costs-only", "nothing"];

export const afterTheMeetingNote =
  "The day of the meeting has come. You can still take less. For some benefits the full amount may then still count. Talk to an adviser first.";

/** Free and independent places to ask, by nation (names only: they change their numbers more often than we would notice). */
export function adviceLines(nation: Nation): readonly string[] {
  const everywhere = [
    "Citizens Advice",
    "Advicelocal",
    "Turn2us",
    "Scope",
    "Disability Rights UK",
    "Carers UK",
    "Contact, for families with disabled children",
  ];
  const own: Readonly<Record<Nation, readonly string[]>> = {
    england: [
      "Benefits Advice Service for Involvement, if this is research paid for by the NIHR",
      "Your council's welfare rights team",
      "Citizens Advice Help to Claim, for a new Universal Credit claim",
    ],
    wales: ["Advicelink Cymru", "Your council's welfare rights team"],
    scotland: ["Your council's welfare rights team", "Carers Scotland"],
    "northern-ireland": ["Advice NI", "Law Centre NI"],
  };
  const skipped = nation === "northern-ireland" ? ["Citizens Advice", "Advicelocal"] : [];
  return [...own[nation], ...everywhere.filter((name) => !skipped.includes(name))];
}

/** A person's own bank details in groups, for the one answer that shows them back: "12 34 56 78". */
export function inPairs(digits: string): string {
  return digits.replace(/(\d{2})(?=\d)/gu, "$1 ");
}

type Letter = { readonly subject: string; readonly body: string };

/** Told to every address on file when bank details were added or changed. It says nothing of the account. */
export function bankChangedMessage(about: { readonly name: string; readonly organisation: string; readonly isFirst: boolean }): Letter {
  const what = about.isFirst ? "added" : "changed";
  return {
    subject: `A message from ${about.organisation}`,
    body: [
      `Hello ${about.name},`,
      `Bank details for paying you were ${what} today, with your private link.`,
      "If that was you, you do not need to do anything.",
      "If it was not you, tell us at once. Use a phone number or address you already have for us.",
      about.isFirst
        ? "We check new details before the first payment."
        : "We pay nothing into the new account until we have checked with you.",
      about.organisation,
    ].join("\n\n"),
  };
}

/** Carries the fresh link that lets a person read their own private answers back for a day. */
export function readBackMessage(about: { readonly name: string; readonly organisation: string; readonly address: string }): Letter {
  return {
    subject: `Your private link from ${about.organisation}`,
    body: [
      `Hello ${about.name},`,
      "You asked to see your private payment answers. Open this link on the device you use.",
      about.address,
      "It works for 24 hours. If you did not ask for it, you do not need to do anything.",
      about.organisation,
    ].join("\n\n"),
  };
}

/** The choices where nothing is paid for time. */
export const costsOnlyChoices: readonly Choice["kind"][] = ["costs-only", "nothing"];
