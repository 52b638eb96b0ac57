// The words of each question of the private benefits check, twice: the standard words, and Easy Read with one idea a line.
// The type asks for both, so that neither can be forgotten.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { CheckStep, WeekStep, WhichAnswer } from "#app/domain/benefits/check-answers.ts";
import { money, plainDate, sentenceCase, shortDate } from "../format.ts";
import { nationNames } from "../nations.ts";
import { benefitName } from "./names.ts";

/** The two ways of writing a person may choose under "How we write" (decision 15). */
export type Wording = "standard" | "easy";

type Labels = readonly (readonly [value: string, label: string])[];

export type AskedAbout = {
  readonly organisation: string;
  readonly period: { readonly from: CalendarDate; readonly to: CalendarDate } | undefined;
  readonly cut: Pence | null;
  readonly offered: Pence;
};

export type Question = {
  readonly legend: string;
  /** Under the question: one sentence to a line. */
  readonly hint: readonly string[];
  readonly options: Labels;
  /** What the amount asked for beside the radios is called. */
  readonly amountLabel?: string;
  readonly hoursLabel?: string;
  readonly daysLabels?: { readonly worked: string; readonly paid: string };
};

const yesNoNotSure: Labels = [
  ["yes", "Yes"],
  ["no", "No"],
  ["not-sure", "Not sure"],
  ["prefer-not-to-say", "Prefer not to say"],
];
const easyYesNo: Labels = [
  ["yes", "Yes"],
  ["no", "No"],
  ["not-sure", "I am not sure"],
  ["prefer-not-to-say", "I do not want to say"],
];
const noYes: Labels = [
  ["no", "No"],
  ["yes", "Yes"],
  ["not-sure", "Not sure"],
  ["prefer-not-to-say", "Prefer not to say"],
];
const easyNoYes: Labels = [
  ["no", "No"],
  ["yes", "Yes"],
  ["not-sure", "I am not sure"],
  ["prefer-not-to-say", "I do not want to say"],
];
const weekdays: Labels = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].map((day) => [day, day] as const);
const nationLabels: Labels = Object.entries(nationNames);

/** The words of one question in one way of writing. */
export function questionWords(step: CheckStep, about: AskedAbout, wording: Wording): Question {
  return questions[step](about)[wording];
}

type Both = Readonly<Record<Wording, Question>>;

const questions: Readonly<Record<CheckStep, (about: AskedAbout) => Both>> = {
  keep: () => ({
    standard: {
      legend: "Shall we keep your answers to these questions?",
      hint: [],
      options: [
        ["forget", "No, show me the result and then forget it"],
        ["keep", "Yes, keep them privately so I do not have to answer again"],
      ],
    },
    easy: {
      legend: "Shall we keep what you tell us?",
      hint: ["We are going to ask about your benefits.", "You can stop at any time."],
      options: [
        ["forget", "No. Show me the answer, then forget it."],
        ["keep", "Yes. Keep it locked for me."],
      ],
    },
  }),
  any: () => ({
    standard: {
      legend: "Do you get any benefits, or help with rent or Council Tax?",
      hint: [],
      options: [
        ["yes", "Yes"],
        ["no", "No"],
        ["not-sure", "I am not sure"],
        ["prefer-not-to-say", "Prefer not to say"],
      ],
    },
    easy: { legend: "Do you get any benefits?", hint: ["Help with rent counts.", "Help with Council Tax counts."], options: easyYesNo },
  }),
  nation: () => ({
    standard: { legend: "Where do you live?", hint: ["Some benefits have other names and rules in each nation."], options: nationLabels },
    easy: { legend: "Where do you live?", hint: ["The rules are not the same everywhere."], options: nationLabels },
  }),
  which: () => ({
    standard: {
      legend: "Which of these do you get?",
      hint: ["Tick all that you get. We only ask so we can show the right rules."],
      options: [],
    },
    easy: { legend: "Which of these do you get?", hint: ["Tick all that you get.", "Your letters say the names."], options: [] },
  }),
  "which-more": () => ({
    standard: {
      legend: "Which other help do you get?",
      hint: ["Tick all that you get. For most of these we send you to an adviser first."],
      options: [],
    },
    easy: { legend: "Which other help do you get?", hint: ["Tick all that you get."], options: [] },
  }),
  organisation: ({ organisation }) => ({
    standard: {
      legend: "Who is this meeting for?",
      hint: [`You are invited by ${organisation}. Some rules depend on who asks you.`],
      options: [
        ["statutory", "A council, the NHS or a housing authority"],
        ["research", "A university, charity or watchdog that looks into such services"],
        ["benefits-department", "The government department for benefits"],
        ["other", "Somebody else"],
        ["not-sure", "I am not sure"],
      ],
    },
    easy: {
      legend: "Who is this meeting for?",
      hint: [`${organisation} invited you.`, "Some rules depend on who asks you."],
      options: [
        ["statutory", "The council or the NHS"],
        ["research", "A group that checks services, like a university"],
        ["benefits-department", "The benefits department"],
        ["other", "Someone else"],
        ["not-sure", "I am not sure"],
      ],
    },
  }),
  involvement: () => ({
    standard: {
      legend: "Are you asked for your views or experience, and not to do a job?",
      hint: ["Helping to plan, improve or check something counts as giving your views."],
      options: yesNoNotSure,
    },
    easy: {
      legend: "Do they want to hear what you think?",
      hint: ["Helping to plan something counts.", "Doing a job for them does not count."],
      options: easyYesNo,
    },
  }),
  services: () => ({
    standard: {
      legend: "Is it about health, social care or social housing services?",
      hint: ["Say yes if you use them, may use them, or care for someone who does."],
      options: yesNoNotSure,
    },
    easy: {
      legend: "Is it about health, care or housing?",
      hint: ["Say yes if you use these services.", "Say yes if you care for someone who uses them."],
      options: easyYesNo,
    },
  }),
  "benefits-topic": () => ({
    standard: {
      legend: "Is it about benefits, child maintenance or help to find work?",
      hint: ["Say yes if these may affect you, and the government runs it or wants to learn from it."],
      options: yesNoNotSure,
    },
    easy: {
      legend: "Is it about benefits, or help to find work?",
      hint: ["Say yes if this may be about your own life."],
      options: easyYesNo,
    },
  }),
  "carer-of": () => ({
    standard: {
      legend: "Do you come as the carer of someone who is asked for their views?",
      hint: ["Say yes if they are asked about health, care, housing or benefits, and you are there to support them."],
      options: yesNoNotSure,
    },
    easy: {
      legend: "Do you come to help someone who is asked what they think?",
      hint: ["Say yes if you are their carer."],
      options: easyYesNo,
    },
  }),
  "uc-allowance": () => ({
    standard: {
      legend: "Has the DWP said you have 'limited capability for work', or do you look after a child on your claim?",
      hint: ["If yes, some earnings are ignored each month. This is called a work allowance."],
      options: [
        ["capability", "Yes, I have limited capability for work"],
        ["child", "Yes, there is a child on my claim"],
        ["both", "Yes, both"],
        ["no", "No"],
        ["not-sure", "Not sure"],
        ["prefer-not-to-say", "Prefer not to say"],
      ],
    },
    easy: {
      legend: "Is your health a reason you get Universal Credit, or do you look after a child?",
      hint: ["A letter may say 'limited capability for work'.", "Then you can earn some money first."],
      options: [
        ["capability", "Yes, my letter says so"],
        ["child", "Yes, I look after a child"],
        ["both", "Yes, both"],
        ["no", "No"],
        ["not-sure", "I am not sure"],
        ["prefer-not-to-say", "I do not want to say"],
      ],
    },
  }),
  "uc-rent": () => ({
    standard: {
      legend: "Does your Universal Credit include money for rent?",
      hint: ["This changes how much is ignored."],
      options: yesNoNotSure,
    },
    easy: { legend: "Do you get money for rent in your Universal Credit?", hint: ["Your statement says so."], options: easyYesNo },
  }),
  "uc-dates": () => ({
    standard: {
      legend: "What date does your Universal Credit month start? (optional)",
      hint: ["Look in your journal for 'assessment period'. Leave blank if you are not sure."],
      options: [],
    },
    easy: {
      legend: "What date does your Universal Credit month start?",
      hint: ["Your statement shows 2 dates.", "Write the first one.", "It is a number from 1 to 31.", "You can leave this empty."],
      options: [],
    },
  }),
  "uc-self-employed": () => ({
    standard: {
      legend: "Is anyone on your Universal Credit claim self-employed?",
      hint: ["Other rules are used for self-employed people."],
      options: yesNoNotSure,
    },
    easy: {
      legend: "Does anyone on your claim work for themselves?",
      hint: ["This is called being self-employed."],
      options: easyYesNo,
    },
  }),
  "uc-partner": () => ({
    standard: {
      legend: "Do you claim Universal Credit with a partner?",
      hint: ["Your partner's pay is added to yours for Universal Credit."],
      options: [
        ["no", "No, I claim on my own"],
        ["not-paid", "Yes, and my partner is not paid for work"],
        ["paid", "Yes, and my partner is paid for work"],
        ["not-sure", "Not sure"],
        ["prefer-not-to-say", "Prefer not to say"],
      ],
      amountLabel: "About how much is your partner paid in that Universal Credit month, in pounds? (optional)",
    },
    easy: {
      legend: "Do you claim Universal Credit with a partner?",
      hint: ["Pay for your partner counts too."],
      options: [
        ["no", "No, only me"],
        ["not-paid", "Yes. My partner has no pay."],
        ["paid", "Yes. My partner is paid."],
        ["not-sure", "I am not sure"],
        ["prefer-not-to-say", "I do not want to say"],
      ],
      amountLabel: "If yes: about how many pounds a month?",
    },
  }),
  esa: () => ({
    standard: {
      legend: "Have you sent the DWP a permitted work form (PW1) for this?",
      hint: ["You usually need to tell them before you start."],
      options: yesNoNotSure,
    },
    easy: {
      legend: "Have you sent the form PW1?",
      hint: ["It tells the benefits office about this work.", "You usually send it before you start."],
      options: easyYesNo,
    },
  }),
  "pc-part": () => ({
    standard: {
      legend: "Which part of Pension Credit do you get?",
      hint: ["Your letter says 'guarantee credit', 'savings credit' or both."],
      options: [
        ["guarantee", "Guarantee credit"],
        ["savings", "Savings credit"],
        ["both", "Both"],
        ["not-sure", "Not sure"],
        ["prefer-not-to-say", "Prefer not to say"],
      ],
    },
    easy: {
      legend: "Which part of Pension Credit do you get?",
      hint: ["Your letter says which one."],
      options: [
        ["guarantee", "Guarantee credit"],
        ["savings", "Savings credit"],
        ["both", "Both of them"],
        ["not-sure", "I am not sure"],
        ["prefer-not-to-say", "I do not want to say"],
      ],
    },
  }),
  "hb-home": () => ({
    standard: {
      legend: "Do you live in temporary housing, or in supported housing?",
      hint: ["Supported housing is a home that comes with care, support or supervision."],
      options: yesNoNotSure,
    },
    easy: {
      legend: "Is your home temporary, or does it come with support?",
      hint: ["Support means staff who help you at home."],
      options: easyYesNo,
    },
  }),
  "hb-permitted": () => ({
    standard: {
      legend: "Do you do 'permitted work' while you get New Style ESA, or credits for it?",
      hint: ["If yes, the council may ignore this pay while it keeps inside the limits of permitted work."],
      options: yesNoNotSure,
    },
    easy: {
      legend: "Do you get New Style ESA and do 'permitted work'?",
      hint: ["Permitted work is work the benefits office lets you do."],
      options: easyYesNo,
    },
  }),
  "hb-group": () => ({
    standard: {
      legend: "How does the council work out your Housing Benefit?",
      hint: ["A part of your pay is ignored each week. How much depends on this. Your council's letter says it."],
      options: [
        ["single", "I claim on my own"],
        ["couple", "I claim with a partner"],
        ["lone-parent", "I am a lone parent"],
        ["higher", "My letter says that a higher amount, for health or caring, is ignored"],
        ["not-sure", "Not sure"],
      ],
    },
    easy: {
      legend: "Who is on your Housing Benefit claim?",
      hint: ["Some of your pay is not counted.", "How much depends on this."],
      options: [
        ["single", "Only me"],
        ["couple", "Me and my partner"],
        ["lone-parent", "Me and my children, no partner"],
        ["higher", "My letter says a higher amount for health or caring"],
        ["not-sure", "I am not sure"],
      ],
    },
  }),
  carer: () => ({
    standard: {
      legend: "Are you paid for any other work in a normal week?",
      hint: ["Some benefits have a weekly limit. All your pay counts towards it."],
      options: [
        ["no", "No"],
        ["yes", "Yes, and I am paid every week"],
        ["fortnight", "Yes, and I am paid every 2 weeks"],
        ["four-weeks", "Yes, and I am paid every 4 weeks"],
        ["month", "Yes, and I am paid every month"],
        ["not-sure", "Not sure"],
        ["prefer-not-to-say", "Prefer not to say"],
      ],
      amountLabel: "About how much each time after tax, in pounds? (optional)",
      hoursLabel: "About how many hours is that for? (optional)",
    },
    easy: {
      legend: "Do you have other paid work?",
      hint: ["Some benefits let you earn a bit each week.", "All your pay counts."],
      options: [
        ["no", "No"],
        ["yes", "Yes, paid each week"],
        ["fortnight", "Yes, paid every 2 weeks"],
        ["four-weeks", "Yes, paid every 4 weeks"],
        ["month", "Yes, paid each month"],
        ["not-sure", "I am not sure"],
        ["prefer-not-to-say", "I do not want to say"],
      ],
      amountLabel: "If yes: about how many pounds each time?",
      hoursLabel: "If yes: about how many hours is that for?",
    },
  }),
  "other-pay": ({ period }) => ({
    standard: {
      legend:
        period === undefined
          ? "Will you be paid for anything else around that time?"
          : `Will you be paid for anything else from ${plainDate(period.from)} to ${plainDate(period.to)}?`,
      hint: ["Include other involvement payments. Leave out pay from a normal week if you told us already."],
      options: noYes,
      amountLabel: "About how much in total, in pounds? (optional)",
      hoursLabel: "About how many hours is that in all? (optional)",
    },
    easy: {
      legend:
        period === undefined
          ? "Will you get other pay around that time?"
          : `Will you get other pay from ${shortDate(period.from)} to ${shortDate(period.to)}?`,
      hint: ["Pay for other meetings counts.", "Do not count pay you told us about."],
      options: easyNoYes,
      amountLabel: "If yes: about how many pounds in all?",
      hoursLabel: "If yes: about how many hours in all?",
    },
  }),
  payroll: ({ offered }) => ({
    standard: {
      legend: "Do we pay you through a payroll, with tax taken off first?",
      hint: [`The payment is ${money(offered)}. For benefits, what you take home after tax is what counts.`],
      options: yesNoNotSure,
      amountLabel: "About how much of it would you take home, in pounds? (optional)",
    },
    easy: {
      legend: "Do we take tax off before we pay you?",
      hint: [`We offer ${money(offered)}.`, "What you take home is what counts."],
      options: easyYesNo,
      amountLabel: "If yes: about how many pounds do you take home?",
    },
  }),
  pension: () => ({
    standard: {
      legend: "Does any of your other pay go into a pension?",
      hint: ["Say yes only if the amount you told us is before the pension is taken off."],
      options: noYes,
      amountLabel: "About how much each time you are paid, in pounds? (optional)",
    },
    easy: {
      legend: "Does some of your other pay go into a pension?",
      hint: ["A pension is money you save for when you are old."],
      options: easyNoYes,
      amountLabel: "If yes: about how many pounds each time?",
    },
  }),
  "other-pay-day": () => ({
    standard: {
      legend: "Do you know the days of that other pay? (optional)",
      hint: ["It can be inside the limit in one week and over it in another. Leave out any day you do not know."],
      options: [],
      daysLabels: { worked: "The day you do that work", paid: "The day that money comes" },
    },
    easy: {
      legend: "Do you know the days of that other pay?",
      hint: ["We look at one week at a time.", "You can leave this empty."],
      options: [],
      daysLabels: { worked: "The day you work", paid: "The day you get the money" },
    },
  }),
  "carer-costs": () => ({
    standard: {
      legend: "Do you pay someone to look after the person you care for, so that you can take part?",
      hint: ["It may lower what counts. The rule is not clear, so we would send you to an adviser first."],
      options: noYes,
      amountLabel: "About how much a week, in pounds? (optional)",
    },
    easy: {
      legend: "Do you pay someone to care while you are out?",
      hint: ["We mean care for the person you look after."],
      options: easyNoYes,
      amountLabel: "If yes: about how many pounds a week?",
    },
  }),
  "esa-week": () => weekQuestion("esa-week"),
  "jsa-week": () => weekQuestion("jsa-week"),
  "carer-week": () => weekQuestion("carer-week"),
  "hb-week": () => weekQuestion("hb-week"),
  "pc-week": () => weekQuestion("pc-week"),
  "uc-cap": () => ({
    standard: {
      legend: "Is your Universal Credit made smaller by the benefit cap?",
      hint: ["Your statement says so if it is."],
      options: yesNoNotSure,
    },
    easy: {
      legend: "Does the benefit cap make your Universal Credit smaller?",
      hint: ["The benefit cap is a most you can get.", "Your statement says if it is used."],
      options: easyYesNo,
    },
  }),
  "uc-award": ({ cut }) => ({
    standard: {
      legend: `Is your Universal Credit more than ${cut === null ? "what we worked out" : money(cut)} a month?`,
      hint: ["We ask because it could otherwise go down to nothing. You do not need to say how much you get."],
      options: yesNoNotSure,
    },
    easy: {
      legend: `Do you get more than ${cut === null ? "that" : money(cut)} of Universal Credit a month?`,
      hint: ["If it is less, it could go down to nothing.", "You do not need to tell us how much."],
      options: easyYesNo,
    },
  }),
  "uc-assessment": () => ({
    standard: {
      legend: "Are you waiting for the DWP to look at how your health affects work?",
      hint: ["This is called a work capability assessment. A lot of pay can change it."],
      options: yesNoNotSure,
    },
    easy: {
      legend: "Are you waiting for a check of your health and work?",
      hint: ["The benefits office does this check.", "A lot of pay can change it."],
      options: easyYesNo,
    },
  }),
};

const weekNames: Readonly<Record<WeekStep, string>> = {
  "esa-week": "New Style ESA",
  "jsa-week": "New Style JSA",
  "carer-week": "Carer's Allowance",
  "hb-week": "Housing Benefit",
  "pc-week": "Pension Credit",
};

function weekQuestion(step: WeekStep): Both {
  const name = weekNames[step];
  return {
    standard: {
      legend: `Which day does your ${name} week start?`,
      hint: ["Your letters may say it, or the office can tell you. We ask because the week decides what counts together."],
      options: [...weekdays, ["not-sure", "Not sure"]],
    },
    easy: {
      legend: `Which day does your ${name} week start?`,
      hint: ["Your letter may say it.", "It is fine if you do not know."],
      options: [...weekdays, ["not-sure", "I am not sure"]],
    },
  };
}

export const periodDayError = "Date must be a number from 1 to 31";
export const hoursError = "Hours must be a number, like 2.5";

type Names = Readonly<Partial<Record<WhichAnswer, string>>>;
const whichLabels: Readonly<Record<Wording, Names>> = {
  standard: {
    "new-style-esa": "New Style or contribution-based ESA",
    "income-related-esa": "Income-related ESA (the older kind)",
    "new-style-jsa": "New Style Jobseeker's Allowance",
    "income-based-jsa": "Income-based Jobseeker's Allowance (the older kind)",
    "council-tax-reduction": "Council Tax Reduction or Support",
    bereavement: "Bereavement Support Payment or Widowed Parent's Allowance",
    "statutory-parental-pay": "Maternity, paternity or adoption pay from a job",
    "war-pensions": "War pension, or Armed Forces compensation",
    "social-care-charging": "Care the council arranges, which I pay towards",
    "passported-help": "Free prescriptions, school meals or other help because of a benefit",
    "immigration-conditions": "A visa or asylum claim that limits work or benefits",
    "not-sure": "I am not sure",
    "prefer-not-to-say": "Prefer not to say",
  },
  easy: {
    "new-style-esa": "New Style ESA",
    "income-related-esa": "ESA, the older kind",
    "new-style-jsa": "New Style Jobseeker's Allowance",
    "income-based-jsa": "Jobseeker's Allowance, the older kind",
    "council-tax-reduction": "Help with Council Tax",
    bereavement: "Money because my husband, wife or partner died",
    "statutory-parental-pay": "Pay from a job while I look after a new baby",
    "statutory-sick-pay": "Sick pay from a job",
    "war-pensions": "Money because I was hurt in the forces",
    "industrial-injuries": "Money because I was hurt at work",
    "social-care-charging": "Care from the council that I pay for",
    "passported-help": "Free medicine or school meals",
    "immigration-conditions": "A visa or asylum claim with rules on work",
    "not-sure": "I am not sure",
    "prefer-not-to-say": "I do not want to say",
  },
};

/** The label of one tick box under "Which of these do you get?". */
export function whichLabel(answer: WhichAnswer, wording: Wording): string {
  if (answer === "not-sure" || answer === "prefer-not-to-say") return whichLabels[wording][answer] ?? "";
  return whichLabels[wording][answer] ?? sentenceCase(benefitName(answer));
}

/** The last box of the second page of benefits. */
export const anotherNotHere: Readonly<Record<Wording, string>> = {
  standard: "Another benefit that is not here",
  easy: "Something that is not here",
};
