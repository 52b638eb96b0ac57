// One plain sentence for every reason, missing fact, thing to do and choice. The compiler asks for a sentence when one is added.
import type { Finding } from "#app/domain/benefits/benefit.ts";
import type { ActionId, FactId, OptionId, Reason } from "#app/domain/benefits/reasons.ts";
import { money, plainDate } from "../format.ts";
import { easyActions, easyFacts, easyOptions, easyReason } from "./easy.ts";
import { benefitName } from "./names.ts";
import type { Wording } from "./questions.ts";
import { tightestRoom } from "./rooms.ts";

type SayReason = (finding: Finding) => string;

const reasons: Readonly<Record<Reason, SayReason>> = {
  "outside-known-dates": (finding) => `We do not have the ${benefitName(finding.benefit)} figures for those dates yet.`,
  "figure-not-certain": (finding) =>
    `We are not certain of the ${benefitName(finding.benefit)} figure for those dates, so we do not use it.`,
  "figures-not-approved": (finding) =>
    `There are new figures for ${benefitName(finding.benefit)}. They wait to be checked here, so we do not use them yet.`,
  "another-nation": (finding) => `We do not hold ${benefitName(finding.benefit)} rules for the nation you live in.`,
  "rule-not-held": (finding) => `We do not hold rules we have checked for ${benefitName(finding.benefit)}. Get advice before you are paid.`,
  "no-date-known": () => "We do not know the dates, so we cannot work this out.",
  "no-pay-counts": (finding) => `From what you told us, nothing in this offer counts as earnings for ${benefitName(finding.benefit)}.`,
  "voucher-not-certain": () => "We cannot say for certain how a voucher counts for your benefits. Please get advice before choosing one.",
  "voucher-dwp-view-on-uc": () =>
    "The DWP told the Scottish Government that vouchers do not affect Universal Credit. Most advice bodies say vouchers count. So we cannot tell.",
  "service-user-not-sure": () =>
    "We are not sure the special rules for people who use services apply here, so travel and care costs might count as income.",
  "expenses-ignored": () => "Paying back what taking part costs you does not count as income for your benefits. Keep your receipts.",
  "expenses-count": () => "Some of the costs paid back may count as earnings, so we have counted them.",
  "expenses-perhaps-count": () => "It is not certain whether some of the costs paid back count as earnings, so we looked at it both ways.",
  "turned-down-before": () => "You chose less before the meeting, so we counted only what you would be paid.",
  "given-away-after": (finding) =>
    `Once money is due to you, giving it away may not stop ${benefitName(finding.benefit)} from counting it. So we also looked at it as yours.`,
  "turned-down-not-certain": (finding) =>
    `It is not certain how ${benefitName(finding.benefit)} treats money you said no to, so we also looked at it as if you had it.`,
  "take-home-not-known": () => "This is paid through payroll. We do not know how much you would take home after tax.",
  "payment-date-not-known": () => "We cannot work this out until we know the day the payment is due.",
  "activity-date-not-known": () => "We cannot work this out until we know the day of each meeting.",
  "other-earnings-not-known": () => "We cannot work this out until we know what else you are paid, and when.",

  "uc-inside-allowance": (finding) => insideAllowance(finding),
  "uc-above-allowance": (finding) => cutSentence(finding),
  "uc-no-allowance": (finding) =>
    `${cutSentence(finding)} You do not have an amount you can earn first, so ${percentOf(finding)}p of each pound comes off Universal Credit.`,
  "uc-allowance-not-known": () => "We do not know how much you can earn before Universal Credit changes.",
  "uc-period-not-known": () =>
    "We cannot work this out until we know the first day of your assessment period. It is on your Universal Credit statement.",
  "uc-self-employed": () => "If someone on your claim is self-employed, payments are counted in another way. We cannot work that out.",
  "uc-capped": () => "If the benefit cap lowers your Universal Credit, a payment can change it in other ways. We cannot work that out.",
  "uc-could-reach-nil": () =>
    "Your Universal Credit could go down to nothing for that month. That can change other help, so get advice first.",
  "uc-award-not-known": () => "We do not know how much Universal Credit you get, so we cannot tell if it could go down to nothing.",
  "uc-reaches-assessment-threshold": () =>
    "Your pay for the month could be high enough to change an assessment of how your health affects work. Get advice first.",
  "uc-health-element-not-lost-by-working": () => "Working does not by itself end the health part of Universal Credit.",
  "uc-kind-of-work-not-certain": () =>
    "We do not know if Universal Credit will call this a job or other paid work. So keep costs apart from the fee, with receipts.",
  "uc-linked-help": () =>
    "Other help can depend on your pay, like free prescriptions or school meals. Check that help if your pay goes up.",
  "uc-savings-not-looked-at": () => "We looked only at pay. We did not look at savings or other income.",

  "esa-inside-limit": (finding) => `This keeps you within ${limitOf(finding)} and under ${hoursOf(finding)} hours in that week.`,
  "esa-inside-lower-limit": (finding) => `This keeps you within ${limitOf(finding)} in that week. At that amount the hours do not matter.`,
  "esa-form-missing": () => "Please do not start until the PW1 form has been sent. We can help you fill it in and give you a letter.",
  "esa-over-limit": () =>
    "This would take you over the weekly limit. Your ESA could stop. Please do not go ahead until you have had advice.",
  "esa-over-hours": (finding) =>
    `With this you would work ${hoursOf(finding)} hours or more in a week. Your ESA could stop. Please do not go ahead until you have had advice.`,
  "esa-hours-not-known": (finding) => `ESA allows fewer than ${hoursOf(finding)} hours of work a week, and we do not know all your hours.`,
  "esa-weeks-disagree": () => "The money fits the limit in one week and not in another. We cannot tell which week ESA would count it in.",
  "esa-averaging-is-for-the-office": () =>
    "Sometimes pay can be averaged. Only the office that pays your ESA can decide that. Ask an adviser first.",
  "esa-any-seven-days": () => "We do not know which day your ESA week begins, so we tried every seven days in a row.",

  "carer-inside-limit": (finding) => carerTotal(finding),
  "carer-over-limit": (finding) =>
    `This would take you over the limit for that week, and you could lose the whole week's payment${stakeOf(finding)}.`,
  "carer-one-payment-over": () => "One payment bigger than the weekly limit can cost you more than one week.",
  "carer-one-payment-for-several": () =>
    "Being paid for several meetings at once can count in one week. We can agree dates for each payment before you start.",
  "carer-averaging-is-for-the-office": () =>
    "Sometimes earnings can be averaged. Only the office that pays you can decide that. Ask an adviser first.",
  "carer-care-costs-decide": () =>
    "Paying someone to care while you take part may lower what counts. The rule is not clear, so ask an adviser first.",
  "carer-may-be-over": () => "This could take you over the weekly limit. We do not know enough to tell.",
  "carer-paid-for-a-period": () =>
    "One payment is for several meetings. It may count over the weeks until the next such payment. Then another week could go over the limit.",
  "carer-hours-of-care": () =>
    "You still have to care for 35 hours in that week. If a meeting takes you below that, ask the office that pays you about breaks from caring first.",
  "carer-any-seven-days": () => "We do not know which day your week begins, so we tried every seven days in a row.",

  "disability-money-does-not-matter": () => "The money does not change this benefit. Keep a note of the support you needed to take part.",
  "disability-activity-is-evidence": () =>
    "What you do at a meeting can be looked at when your needs are checked. Tell the office if your needs change, not because of the payment.",

  "jsa-inside-disregard": (finding) => `You can keep the first ${ignoredOf(finding)} of your earnings each week. This is inside that.`,
  "jsa-above-disregard": (finding) =>
    `You can keep the first ${ignoredOf(finding)} of your earnings each week. The rest, ${mostCut(finding)}, would come off your JSA.`,
  "jsa-above-disregard-in-weeks": (finding) =>
    `You can keep the first ${ignoredOf(finding)} of your earnings each week. The rest would come off your JSA in ${finding.reductions.length} weeks, up to ${mostCut(finding)} in one week.`,
  "jsa-over-hours": (finding) => `If your hours average ${hoursOf(finding)} or more a week, JSA normally stops.`,
  "jsa-hours-not-known": (finding) => `JSA normally stops at ${hoursOf(finding)} hours a week, and we do not know all your hours.`,
  "jsa-cut-not-known": () => "We do not know how much of this would count, so we cannot say how much would come off your JSA.",

  "hb-guarantee-credit": () => "While you get the guarantee part of Pension Credit, this pay does not change your Housing Benefit.",
  "hb-permitted-work": () => "Pay from permitted work inside its limits does not change your Housing Benefit.",
  "hb-permitted-work-may-fail": () =>
    "This may go past the limits for permitted work, so we cannot tell what happens to your Housing Benefit.",
  "hb-inside-disregard": (finding) => `This is inside the ${ignoredOf(finding)} a week that Housing Benefit ignores.`,
  "hb-above-disregard": (finding) => `Housing Benefit could go down by about ${mostCut(finding)} a week. Tell the council.`,
  "hb-averaging-is-for-the-council": (finding) =>
    `The council works out an average. Spread over five weeks it could be about ${leastCut(finding)} a week. Only the council can decide.`,
  "hb-with-universal-credit": () =>
    "For people on Universal Credit, or in temporary or supported housing, the rules are not clear. Get advice first.",
  "hb-facts-missing": () => "We need to know more about your Housing Benefit before we can work this out.",

  "pc-range": (finding) => `Pension Credit could go down by up to ${mostCut(finding)} a week. Tell the Pension Service.`,
  "pc-facts-missing": () => "We can only work out the guarantee part of Pension Credit. For the savings part, get advice first.",

  "pc-perhaps-none": () =>
    "Pension Credit may stay the same, but we are not certain how much of your pay it ignores. Tell the Pension Service.",

  "ctr-may-fall-where-others-do-not": () => "Council Tax Reduction can go down even where your other benefits do not.",
  "ctr-national-scheme": () =>
    "The nation you live in has its own scheme. We have not read how it counts a one-off payment. Ask your council.",
  "ctr-not-in-northern-ireland": () => "There is no council tax in Northern Ireland. The help with rates there is called Rate Rebate.",
  "ctr-guarantee-credit": () => "While you get the guarantee part of Pension Credit, this pay does not change your Council Tax Reduction.",
  "rate-rebate-not-read": () => "We have not read how Rate Rebate counts a payment. Ask the office that pays it before you are paid.",
  "state-pension-not-read": () => "We have not read the rule about pay and State Pension. Ask the Pension Service or an adviser.",
  "old-sickness-rule-not-current": () =>
    "Very few people still get this. We have read only an old text of its rule about work, so we do not use it.",
  "industrial-injuries-parts-differ": () =>
    "Some parts of these benefits have rules about work, like Reduced Earnings Allowance. Ask which parts you get.",
  "bereavement-not-read": () => "We have not read the rule about pay and bereavement benefits. Ask the office that pays you.",
  "child-benefit-not-read": () => "We have not read the rule about pay and Child Benefit. Ask the office that pays you.",
  "scottish-child-payment-follows": () =>
    "You get Scottish Child Payment because you get another benefit. If that went down to nothing, it might stop too.",
  "maternity-work-days": () =>
    "Working while you get Maternity Allowance can cost you some of it. Ask how many days you may work before you start.",
  "parental-pay-work-days": () => "Working while you get this pay can cost you some of it. Ask your employer before you start.",
  "sick-pay-ask-employer": () =>
    "Money from us is not sick pay. But taking part while you are off sick can raise questions with your employer. Ask first.",
  "war-pensions-not-read": () =>
    "We have not read the rules about work for the extra parts of these pensions. Ask the office that pays you.",
  "social-care-charging-not-read": () => "The council works out what you pay for care. Ask whether this pay counts.",
  "immigration-conditions": () =>
    "A payment can break the conditions of asylum support or of a visa. Please get advice before you are paid anything.",
  "another-benefit-named": () => "Tell an adviser the name of this benefit, and what you would be paid and when.",
  "passported-nhs-england": (finding) =>
    `In England, help with NHS costs can stop for a month in which your household takes home more than ${figureCalled(finding, "passported.nhs-england-take-home")}. It is ${figureCalled(finding, "passported.nhs-england-take-home-child-or-limited-capability")} with a child on the claim, or limited capability for work.`,
  "passported-other-limits": () => "Other help has other limits, like free school meals. We have not read them. Check each one again.",
  "closed-income-related-esa": () =>
    "Income-related ESA ended on 1 July 2026 in England, Scotland and Wales. It goes on for some people who have an appointee.",
  "closed-income-support": () => "Income Support ended on 1 April 2026 in England, Scotland and Wales.",
  "closed-income-based-jsa": () => "Income-based JSA ended on 1 April 2026 in England, Scotland and Wales. New Style JSA goes on.",
  "closed-tax-credits": () => "Tax credits ended on 5 April 2025 in the whole of the UK.",

  "ctr-each-council": () => "Each council has its own rules. Ask yours before you are paid.",
  "closed-great-britain": () =>
    "That benefit has ended for most people. You may now be on Universal Credit. Can you check your last letter?",
  "closed-everywhere": () => "Tax credits have ended. You may now be on Universal Credit. Can you check your last letter?",
  "closed-date-not-known-northern-ireland": () => "We do not know when that benefit ends in Northern Ireland. Please ask an adviser there.",
  "before-it-closed": () => "That benefit was ending around those dates. We do not hold its rules. Please ask an adviser.",
};

/** The sentence for a reason, with the finding's own numbers in it. */
export function sayReason(reason: Reason, finding: Finding, wording: Wording = "standard"): string {
  return wording === "easy" ? easyReason(reason, finding) : reasons[reason](finding);
}

function insideAllowance(finding: Finding): string {
  const room = tightestRoom(finding);
  if (room === undefined) return "This payment fits inside the amount you can earn before Universal Credit changes.";
  return `This payment fits inside the amount you can earn before Universal Credit changes. You would have ${money(room.left)} left for the period ${plainDate(room.from)} to ${plainDate(room.to)}.`;
}

function cutSentence(finding: Finding): string {
  return finding.reductions
    .map(
      (reduction) =>
        `Universal Credit would be about ${money(reduction.most)} lower for the period ${plainDate(reduction.from)} to ${plainDate(reduction.to)}. You would keep about ${money(reduction.kept)} of the ${money(reduction.counted)}.`,
    )
    .join(" ");
}

function carerTotal(finding: Finding): string {
  const room = tightestRoom(finding);
  if (room === undefined) return "This is inside the weekly limit.";
  return `With this payment you would have earned ${money(room.total)} in that week. The limit is ${money(room.limit)}.`;
}

function limitOf(finding: Finding): string {
  const room = tightestRoom(finding);
  return room === undefined ? "the weekly limit" : money(room.limit);
}

function hoursOf(finding: Finding): string {
  for (const figure of finding.figures) if ("hours" in figure.value) return String(figure.value.hours);
  return "the limit of";
}

function percentOf(finding: Finding): string {
  for (const figure of finding.figures) if ("percent" in figure.value) return String(figure.value.percent);
  return "part of ";
}

function ignoredOf(finding: Finding): string {
  for (const figure of finding.figures) if ("pence" in figure.value && figure.id.includes("ignored")) return money(figure.value.pence);
  return "part";
}

function mostCut(finding: Finding): string {
  const [first] = finding.reductions;
  return first === undefined ? "some of it" : money(first.most);
}

function leastCut(finding: Finding): string {
  const [first] = finding.reductions;
  return first === undefined ? "less" : money(first.least);
}

function figureCalled(finding: Finding, id: string): string {
  for (const figure of finding.figures) if (figure.id === id && "pence" in figure.value) return money(figure.value.pence);
  return "the limit";
}

function stakeOf(finding: Finding): string {
  return finding.atStake !== undefined && "pence" in finding.atStake.value ? ` of ${money(finding.atStake.value.pence)}` : "";
}

const facts: Readonly<Record<FactId, string>> = {
  "which-benefits": "Which benefits you get",
  "activity-date": "The day of each meeting",
  "activity-hours": "How many hours you work in that week",
  "payment-date": "The day the payment is due",
  "payment-split": "How much of the payment is for each meeting",
  "take-home-pay": "How much you would take home after tax",
  "other-earnings": "What else you are paid",
  "other-earnings-dates": "The days you are paid for other work",
  "service-user-test": "Whether you are taking part as someone who uses services, or as a carer",
  "uc-period-day": "The day your Universal Credit month starts",
  "uc-limited-capability-or-child": "Whether you have limited capability for work, or look after a child on your claim",
  "uc-housing-costs": "Whether your Universal Credit includes money for rent",
  "uc-self-employed": "Whether anyone on your claim is self-employed",
  "uc-capped": "Whether the benefit cap lowers your Universal Credit",
  "uc-couple": "Whether you claim with a partner",
  "uc-partner-earnings": "What your partner is paid",
  "uc-usual-award": "About how much Universal Credit you get in a month",
  "uc-waiting-for-assessment": "Whether you are waiting for an assessment of how your health affects work",
  "esa-form-sent": "Whether the PW1 form has been sent",
  "hb-guarantee-credit": "Whether you get the guarantee part of Pension Credit",
  "hb-universal-credit": "Whether you get Universal Credit as well as Housing Benefit",
  "hb-housing-kind": "Whether your home is temporary or supported housing",
  "hb-permitted-work": "Whether you get ESA and do permitted work",
  "hb-disregard": "Which weekly amount your Housing Benefit ignores",
  "pc-part": "Which part of Pension Credit you get",
};

/** A fact we do not know, as an item of a list under "What we do not know". */
export function sayMissing(fact: FactId, wording: Wording = "standard"): string {
  return wording === "easy" ? easyFacts[fact] : facts[fact];
}

const actions: Readonly<Record<ActionId, string>> = {
  "get-advice": "Talk to a free, independent adviser before you decide.",
  "keep-receipts": "Keep your receipts for what taking part costs you.",
  "keep-the-letter": "Keep our letter about your involvement. Show it if anyone asks.",
  "uc-report-in-journal":
    "Tell Universal Credit about this payment in your journal. Say when you will be paid and that expenses are separate.",
  "uc-report-payroll": "If you are paid through payroll, HMRC tells Universal Credit the amount. Check it on your statement.",
  "esa-send-form-first":
    "Send form PW1 before you start. Post it to the address on your ESA letters, not to the Jobcentre. If you have already started, send it now.",
  "esa-form-was-sent": "You told us form PW1 has been sent. Keep a copy.",
  "esa-keep-note-of-support": "Keep a note of the support and breaks you needed to take part.",
  "ca-tell-the-unit": "Tell the Carer's Allowance Unit about this payment as soon as you know the date.",
  "ca-tell-northern-ireland": "Tell the Disability and Carers Service about this payment as soon as you know the date.",
  "csp-tell-social-security-scotland": "Tell Social Security Scotland about this payment as soon as you know the date.",
  "jsa-declare":
    "Tell the Jobcentre at your next appointment, or ask for a form B7. Give the hours, the dates, the amount and any expenses.",
  "hb-tell-council": "Tell the council about this payment.",
  "ask-the-office": "Ask the office that pays it, and ask for the answer in writing.",
  "ask-employer": "Ask your employer before you take part, and ask for the answer in writing.",
  "passported-check-again": "Check the other help you get each time your Universal Credit changes.",
  "uc-keep-commitment": "Keep to your claimant commitment. If a meeting clashes with an appointment, ask for the appointment to be moved.",
  "jsa-stay-available": "Stay ready for work, and ask us to move a meeting if you get an interview.",
  "ctr-ask-council": "Ask the council how it counts a one-off payment, before you are paid.",
  "pc-tell-pension-service": "Tell the Pension Service about this payment.",
  "disability-keep-note-of-support": "Keep a note of the support, breaks and rest you needed to take part.",
  "closed-check-letter": "Check the name of your benefit on your last letter.",
};

/** What the person may need to do, in one or two sentences. */
export function sayAction(action: ActionId, wording: Wording = "standard"): string {
  return wording === "easy" ? easyActions[action] : actions[action];
}

const options: Readonly<Record<OptionId, string>> = {
  "smaller-fee": "You can choose a smaller fee. Please tell us before the meeting. We will write down that it was your choice.",
  "other-dates": "We can agree other dates for the payments, before you start. We cannot change a date once money is due.",
  "decline-keep-costs": "You can choose no fee. We still pay your costs. Please tell us before the meeting.",
  "organisation-donation":
    "If you would like a charity to benefit, please turn the fee down first. We can then decide to give our own donation.",
  "non-cash-recognition": "We can thank you in another way, like training, a reference or your name on the work.",
  "pause-and-advice": "You can wait and talk to an adviser before you decide.",
};

/** A choice the person has. Where the law does not clearly cover it, the sentence after it says so. */
export function sayOption(option: OptionId, wording: Wording = "standard"): string {
  return wording === "easy" ? easyOptions[option] : options[option];
}

/** The line that follows a choice the law does not clearly cover. */
export const optionNotCertain = "For this benefit it is not certain how the office treats that. Ask an adviser first.";
