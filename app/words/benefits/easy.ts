// Easy Read for what the benefits engine found: one idea a sentence, words people know. Beside every standard sentence there
// is one here, and the compiler asks for it. The numbers and the sources are the same; only the words are fewer.
import type { Finding } from "#app/domain/benefits/benefit.ts";
import type { OutcomeClass } from "#app/domain/benefits/names.ts";
import type { ActionId, FactId, OptionId, Reason } from "#app/domain/benefits/reasons.ts";
import { money, shortDate } from "../format.ts";
import { benefitName } from "./names.ts";
import { tightestRoom } from "./rooms.ts";

const reasons: Readonly<Record<Reason, (finding: Finding) => string>> = {
  "outside-known-dates": (finding) => `We do not know the new amounts for ${benefitName(finding.benefit)} yet.`,
  "figure-not-certain": (finding) => `We are not sure of the amount for ${benefitName(finding.benefit)}. So we do not use it.`,
  "figures-not-approved": (finding) => `We have new amounts for ${benefitName(finding.benefit)}. We must check them first.`,
  "another-nation": (finding) => `We do not know the rules for ${benefitName(finding.benefit)} where you live.`,
  "rule-not-held": (finding) => `We do not know the rules for ${benefitName(finding.benefit)}. Ask an adviser before you are paid.`,
  "no-date-known": () => "We do not know the days. So we cannot work it out.",
  "no-pay-counts": (finding) => `Nothing here counts as pay for ${benefitName(finding.benefit)}.`,
  "voucher-not-certain": () => "We are not sure how a voucher counts. Ask an adviser before you choose one.",
  "voucher-dwp-view-on-uc": () => "Some offices say vouchers do not count. Most advisers say they do. So we cannot tell.",
  "service-user-not-sure": () => "We are not sure the special rules are for you here. Money for travel may count as pay.",
  "expenses-ignored": () => "Money for your costs does not count. Keep your receipts.",
  "expenses-count": () => "Some money for costs may count as pay. So we counted it.",
  "expenses-perhaps-count": () => "We are not sure if money for costs counts. So we looked at both ways.",
  "turned-down-before": () => "You chose less before the meeting. So we counted only that.",
  "given-away-after": () => "You gave money away after it was yours. The office may still count it. So we counted it too.",
  "turned-down-not-certain": () => "You said no to some money. The office may still count it. So we counted it too.",
  "take-home-not-known": () => "We take tax off before we pay you. We do not know how much you take home.",
  "payment-date-not-known": () => "We do not know the day you get the money.",
  "activity-date-not-known": () => "We do not know the day of each meeting.",
  "other-earnings-not-known": () => "We do not know what else you are paid.",

  "uc-inside-allowance": (finding) => {
    const room = tightestRoom(finding);
    if (room === undefined) return "You can earn this and keep all your Universal Credit.";
    return `You can earn ${money(room.limit)} before Universal Credit goes down. This fits. You have ${money(room.left)} left. That is for ${shortDate(room.from)} to ${shortDate(room.to)}.`;
  },
  "uc-above-allowance": (finding) => cut(finding),
  "uc-no-allowance": (finding) => `${cut(finding)} There is no amount you can earn first.`,
  "uc-allowance-not-known": () => "We do not know how much you can earn first.",
  "uc-period-not-known": () => "We do not know when your Universal Credit month starts. Your statement says it.",
  "uc-self-employed": () => "Someone on your claim works for themselves. Then other rules are used. We cannot work them out.",
  "uc-capped": () => "The benefit cap makes your money smaller. Then pay can change it in other ways. We cannot work it out.",
  "uc-could-reach-nil": () => "Your Universal Credit could go down to nothing that month. That can change other help too.",
  "uc-award-not-known": () => "We do not know how much Universal Credit you get. It could go down to nothing.",
  "uc-reaches-assessment-threshold": () => "This much pay could change a check of your health and work. Ask an adviser first.",
  "uc-health-element-not-lost-by-working": () => "Work does not on its own end the health part of your money.",
  "uc-kind-of-work-not-certain": () => "The office decides what kind of work this is. So keep your receipts for costs.",
  "uc-linked-help": () => "More pay can change other help. Free medicine is one. School meals are another.",
  "uc-savings-not-looked-at": () => "We looked at pay only. We did not look at your savings.",

  "esa-inside-limit": (finding) =>
    `You can earn ${limit(finding)} a week. This fits. You must also work fewer than ${hours(finding)} hours.`,
  "esa-inside-lower-limit": (finding) => `You can earn ${limit(finding)} a week. This fits. Your hours do not matter then.`,
  "esa-form-missing": () => "Send the form PW1 first. Do not start before you send it. We can help you with it.",
  "esa-over-limit": () => "This is more than you may earn in a week. Your ESA could stop. Ask an adviser before you say yes.",
  "esa-over-hours": (finding) =>
    `You may work fewer than ${hours(finding)} hours a week. This is too many. Your ESA could stop. Ask an adviser.`,
  "esa-hours-not-known": (finding) => `You may work fewer than ${hours(finding)} hours a week. We do not know all your hours.`,
  "esa-weeks-disagree": () => "The money fits in one week and not in another. We cannot tell which week counts.",
  "esa-averaging-is-for-the-office": () => "The office can sometimes share pay over weeks. Only the office can decide that.",
  "esa-any-seven-days": () => "We do not know the day your week starts. So we tried every day.",

  "carer-inside-limit": (finding) => {
    const room = tightestRoom(finding);
    return room === undefined ? "This fits in the limit." : `You can earn ${money(room.limit)} a week. This comes to ${money(room.total)}.`;
  },
  "carer-over-limit": () => "This is more than you may earn that week. You could lose all your money for that week.",
  "carer-one-payment-over": () => "One big payment can cost you more than one week.",
  "carer-one-payment-for-several": () => "Pay for many meetings at once can count in one week. We can agree other days first.",
  "carer-averaging-is-for-the-office": () => "The office can sometimes share pay over weeks. Only the office can decide that.",
  "carer-care-costs-decide": () => "You pay someone to care. That may help. The rule is not clear. Ask an adviser first.",
  "carer-may-be-over": () => "This may be too much for one week. We do not know enough to tell.",
  "carer-paid-for-a-period": () => "One payment is for many meetings. It may count in more weeks. Then a week may be too much.",
  "carer-hours-of-care": () => "You must still care for 35 hours that week. Is it less? Then ask the office first.",
  "carer-any-seven-days": () => "We do not know the day your week starts. So we tried every day.",

  "disability-money-does-not-matter": () => "The money does not change this benefit. Write down the help you needed.",
  "disability-activity-is-evidence": () => "The office may look at what you do at a meeting. Tell them if your needs change.",

  "jsa-inside-disregard": (finding) => `You can keep ${ignored(finding)} of your pay each week. This fits.`,
  "jsa-above-disregard": (finding) => `You can keep ${ignored(finding)} of your pay each week. Your JSA goes down by ${most(finding)}.`,
  "jsa-above-disregard-in-weeks": (finding) =>
    `You can keep ${ignored(finding)} of your pay each week. Your JSA goes down in ${finding.reductions.length} weeks. The most in one week is ${most(finding)}.`,
  "jsa-over-hours": (finding) => `JSA normally stops at ${hours(finding)} hours of work a week.`,
  "jsa-hours-not-known": (finding) => `JSA normally stops at ${hours(finding)} hours a week. We do not know all your hours.`,
  "jsa-cut-not-known": () => "We do not know how much comes off your JSA.",

  "hb-guarantee-credit": () => "You get the guarantee part of Pension Credit. So this pay does not change your Housing Benefit.",
  "hb-permitted-work": () => "Pay from permitted work does not change your Housing Benefit. It must keep to its limits.",
  "hb-permitted-work-may-fail": () => "This may be too much for permitted work. So we cannot tell.",
  "hb-inside-disregard": (finding) => `Housing Benefit does not count ${ignored(finding)} a week. This fits.`,
  "hb-above-disregard": (finding) => `Housing Benefit could go down. It could be about ${most(finding)} a week. Tell the council.`,
  "hb-averaging-is-for-the-council": (finding) =>
    `The council shares pay over weeks. Then it could be about ${least(finding)} a week. Only the council can decide.`,
  "hb-with-universal-credit": () => "The rules are not clear for you here. Ask an adviser first.",
  "hb-facts-missing": () => "We need to know more about your Housing Benefit.",

  "pc-range": (finding) => `Pension Credit could go down. It could be up to ${most(finding)} a week. Tell the Pension Service.`,
  "pc-facts-missing": () => "We can only work out the guarantee part. Ask an adviser about the savings part.",

  "pc-perhaps-none": () => "Pension Credit may stay the same. We are not sure. Tell the Pension Service.",

  "ctr-may-fall-where-others-do-not": () => "This can go down when your other money does not.",
  "ctr-national-scheme": () => "Your nation has its own rules. We do not know how they count this. Ask your council.",
  "ctr-not-in-northern-ireland": () => "There is no council tax in Northern Ireland. Help with rates is called Rate Rebate.",
  "ctr-guarantee-credit": () => "You get the guarantee part of Pension Credit. So this pay does not change your Council Tax Reduction.",
  "rate-rebate-not-read": () => "We do not know how Rate Rebate counts pay. Ask the office before you are paid.",
  "state-pension-not-read": () => "We have not read the rule about pay and State Pension. Ask an adviser.",
  "old-sickness-rule-not-current": () => "We know only an old rule about work for this. So we do not use it.",
  "industrial-injuries-parts-differ": () => "Some parts of this have rules about work. Ask which parts you get.",
  "bereavement-not-read": () => "We have not read the rule about pay for this. Ask the office that pays you.",
  "child-benefit-not-read": () => "We have not read the rule about pay and Child Benefit. Ask the office that pays you.",
  "scottish-child-payment-follows": () => "You get this because you get another benefit. If that stops, this might stop too.",
  "maternity-work-days": () => "Work can make this money smaller. Ask how many days you may work. Ask before you start.",
  "parental-pay-work-days": () => "Work can make this pay smaller. Ask your employer before you start.",
  "sick-pay-ask-employer": () => "You are off sick from a job. Your employer may ask about our meeting. So ask them first.",
  "war-pensions-not-read": () => "We have not read the rules about work for this. Ask the office that pays you.",
  "social-care-charging-not-read": () => "The council works out what you pay for care. Ask if this pay counts.",
  "immigration-conditions": () =>
    "Pay can break the rules of a visa. It can break the rules of asylum support. Get advice before you are paid.",
  "another-benefit-named": () => "Tell an adviser the name of this benefit. Say what you would be paid and when.",
  "passported-nhs-england": () => "Help with NHS costs can stop for a month when you are paid more. Check it each month.",
  "passported-other-limits": () => "Other help has other limits. We do not know them. Check each one.",
  "closed-income-related-esa": () => "Income-related ESA ended on 1 July 2026. It goes on for some people.",
  "closed-income-support": () => "Income Support ended on 1 April 2026.",
  "closed-income-based-jsa": () => "Income-based JSA ended on 1 April 2026. New Style JSA goes on.",
  "closed-tax-credits": () => "Tax credits ended on 5 April 2025.",

  "ctr-each-council": () => "Each council has its own rules. Ask yours before you are paid.",
  "closed-great-britain": () => "That benefit has ended for most people. You may have Universal Credit now. Look at your last letter.",
  "closed-everywhere": () => "Tax credits have ended. You may have Universal Credit now. Look at your last letter.",
  "closed-date-not-known-northern-ireland": () => "We do not know when that benefit ends in Northern Ireland. Ask an adviser there.",
  "before-it-closed": () => "That benefit was ending around that time. We do not have its rules. Ask an adviser.",
};

/** The Easy Read sentences for a reason, with the finding's own numbers in them. */
export function easyReason(reason: Reason, finding: Finding): string {
  return reasons[reason](finding);
}

function cut(finding: Finding): string {
  return finding.reductions
    .map(
      ({ most: lower, kept, from, to }) =>
        `Universal Credit would be about ${money(lower)} lower. You keep about ${money(kept)} of this pay. That is for ${shortDate(from)} to ${shortDate(to)}.`,
    )
    .join(" ");
}

function limit(finding: Finding): string {
  const room = tightestRoom(finding);
  return room === undefined ? "up to the limit" : money(room.limit);
}

function hours(finding: Finding): string {
  for (const figure of finding.figures) if ("hours" in figure.value) return String(figure.value.hours);
  return "the most";
}

function ignored(finding: Finding): string {
  for (const figure of finding.figures) if ("pence" in figure.value && figure.id.includes("ignored")) return money(figure.value.pence);
  return "some";
}

function most(finding: Finding): string {
  const [first] = finding.reductions;
  return first === undefined ? "some of it" : money(first.most);
}

function least(finding: Finding): string {
  const [first] = finding.reductions;
  return first === undefined ? "less" : money(first.least);
}

/** A fact we do not know, in Easy Read, as an item under "What we do not know". */
export const easyFacts: Readonly<Record<FactId, string>> = {
  "which-benefits": "Which benefits you get",
  "activity-date": "The day of each meeting",
  "activity-hours": "How many hours you work that week",
  "payment-date": "The day you get the money",
  "payment-split": "How much is for each meeting",
  "take-home-pay": "How much you take home",
  "other-earnings": "What else you are paid",
  "other-earnings-dates": "The days of your other pay",
  "service-user-test": "If you use these services, or care for someone who does",
  "uc-period-day": "The day your Universal Credit month starts",
  "uc-limited-capability-or-child": "If you can earn some money first",
  "uc-housing-costs": "If you get money for rent",
  "uc-self-employed": "If someone on your claim works for themselves",
  "uc-capped": "If the benefit cap makes your money smaller",
  "uc-couple": "If you claim with a partner",
  "uc-partner-earnings": "What your partner is paid",
  "uc-usual-award": "About how much Universal Credit you get",
  "uc-waiting-for-assessment": "If you wait for a check of your health and work",
  "esa-form-sent": "If the form PW1 is sent",
  "hb-guarantee-credit": "If you get the guarantee part of Pension Credit",
  "hb-universal-credit": "If you get Universal Credit too",
  "hb-housing-kind": "If your home is temporary or comes with support",
  "hb-permitted-work": "If you get ESA and do permitted work",
  "hb-disregard": "Who is on your Housing Benefit claim",
  "pc-part": "Which part of Pension Credit you get",
};

/** What the person may need to do, in Easy Read. */
export const easyActions: Readonly<Record<ActionId, string>> = {
  "get-advice": "Talk to an adviser before you decide. It is free.",
  "keep-receipts": "Keep your receipts.",
  "keep-the-letter": "Keep our letter. Show it if someone asks.",
  "uc-report-in-journal": "Tell Universal Credit about this money. Write it in your journal.",
  "uc-report-payroll": "Look at your statement. Check the amount is right.",
  "esa-send-form-first": "Send the form PW1 before you start. Use the address on your ESA letters.",
  "esa-form-was-sent": "You sent the form PW1. Keep a copy.",
  "esa-keep-note-of-support": "Write down the help and breaks you needed.",
  "ca-tell-the-unit": "Tell the Carer's Allowance Unit about this money.",
  "ca-tell-northern-ireland": "Tell the Disability and Carers Service about this money.",
  "csp-tell-social-security-scotland": "Tell Social Security Scotland about this money.",
  "jsa-declare": "Tell the Jobcentre at your next visit. You can ask for the form B7.",
  "hb-tell-council": "Tell the council about this money.",
  "ask-the-office": "Ask the office that pays it. Ask them to write the answer down.",
  "ask-employer": "Ask your employer first. Ask them to write the answer down.",
  "passported-check-again": "Check your other help each time your Universal Credit changes.",
  "uc-keep-commitment": "Keep your promises to the Jobcentre. Ask them to move a date that clashes.",
  "jsa-stay-available": "Stay ready for work. Tell us if you get an interview.",
  "ctr-ask-council": "Ask the council how it counts this money. Do it before you are paid.",
  "pc-tell-pension-service": "Tell the Pension Service about this money.",
  "disability-keep-note-of-support": "Write down the help, breaks and rest you needed.",
  "closed-check-letter": "Look for the name of your benefit on your last letter.",
};

/** A choice the person has, in Easy Read. */
export const easyOptions: Readonly<Record<OptionId, string>> = {
  "smaller-fee": "You can choose less money. Tell us before the meeting. We write down that you chose it.",
  "other-dates": "We can agree other days to pay you. We must agree before you start.",
  "decline-keep-costs": "You can choose no money. We still pay your costs. Tell us before the meeting.",
  "organisation-donation": "You can say no to the money first. Then we may give some of our own to a charity.",
  "non-cash-recognition": "We can say thank you in another way. Training is one way.",
  "pause-and-advice": "You can wait. You can talk to an adviser first.",
};

export const easyOptionNotCertain = "We are not sure how the office sees that. Ask an adviser first.";

/** The outcome of one benefit in a few easy words. */
export const easyOutcomes: Readonly<Record<OutcomeClass, string>> = {
  NO_EFFECT: "the money does not change it",
  WITHIN_LIMIT: "this fits the limit we know",
  NOTICE_FIRST: "send a form first",
  REDUCES_BY: "it could go down",
  CLOSED_CHECK: "this benefit may have ended",
  UNKNOWN_ADVICE: "we cannot tell",
  BREAKS_LIMIT_STOP: "this could be too much",
};
