// Everything said to people about money: how an amount was worked out, what was chosen, why somebody may not act, what a
// checker should look at. One whole sentence for each case, so that another language can follow.
import type { Pence } from "#app/domain/basics/money.ts";
import type { ModulusAnswer } from "#app/domain/payments/modulus-check.ts";
import type { readAccountNumber, readRollNumber, readSortCode } from "#app/domain/payments/bank-details.ts";
import type { Choice, ChoiceRefusal } from "#app/domain/payments/choice.ts";
import type { ClaimFlag } from "#app/domain/payments/claim-flags.ts";
import type { ClaimRefusal, ClaimState, Duty } from "#app/domain/payments/claim-states.ts";
import type { ClaimBlock, SettledLine } from "#app/domain/payments/claim.ts";
import type { ExpenseFinding, ExpenseKind, ReceiptAnswer } from "#app/domain/payments/expenses.ts";
import type { MileageRefusal, MileageStep, readMilesTenths, Vehicle } from "#app/domain/payments/mileage.ts";
import type { OfferRefusal, PaidWithin, PaymentMethod } from "#app/domain/payments/offer.ts";
import type { PayeeNeed } from "#app/domain/payments/payee.ts";
import type { Declaration } from "#app/domain/payments/payment-form.ts";
import type { PricedEntry, PriceProblem, WorkingStep } from "#app/domain/payments/price-time.ts";
import type { Activity, Band, Basis, CancelRule, Mode, RateCardProblem, RateLine } from "#app/domain/payments/rate-card.ts";
import type { AccountNumber } from "#app/domain/payments/bank-details.ts";
import { lastTwoDigits } from "#app/domain/payments/bank-details.ts";
import { counted, duration, list, longDate, money, number, penceOrPounds } from "./format.ts";

type RefusalOf<Reader extends (...given: never[]) => unknown> =
  Extract<ReturnType<Reader>, { readonly ok: false }> extends { readonly refusal: infer Refusal } ? Refusal : never;

export const activityNames: Readonly<Record<Activity, string>> = {
  meeting: "The meeting",
  preparation: "Getting ready",
  reading: "Reading papers",
  review: "Reviewing",
  training: "Training",
  "interview-panel": "Interview panel",
  chairing: "Chairing",
  facilitating: "Facilitating",
  presenting: "Presenting",
  "travel-time": "Travel time",
  feedback: "Giving feedback",
  other: "Something else",
};

export const basisNames: Readonly<Record<Basis["kind"], string>> = {
  "per-minute": "By the hour, to the minute",
  "started-unit": "By the hour, counted in started units",
  band: "Bands: a set amount for each length",
  "fixed-per-event": "One amount for the event",
  "per-item": "An amount for each thing, such as a review",
};

export const modeNames: Readonly<Record<Mode, string>> = {
  "in-person": "In person",
  online: "Online",
  phone: "By phone",
  "at-home": "At home",
};

export const expenseKindNames: Readonly<Record<ExpenseKind, string>> = {
  "public-transport": "Bus, train or tram",
  taxi: "Taxi",
  "own-vehicle": "Own car, motorcycle or cycle",
  "parking-toll": "Parking or toll",
  assistant: "Personal assistant or supporter",
  "communication-support": "Interpreter, captions or other communication support",
  care: "Care for someone I look after, or childcare",
  "food-drink": "Food and drink",
  "phone-data": "Internet, phone or data",
  "printing-post": "Printing or post",
  "overnight-stay": "Overnight stay",
  training: "Training course",
  other: "Something else",
};

export const vehicleNames: Readonly<Record<Vehicle, string>> = { car: "Car", motorcycle: "Motorcycle", cycle: "Cycle" };

export const receiptNames: Readonly<Record<ReceiptAnswer["kind"], string>> = {
  photo: "Yes, with a photo",
  "will-post": "Will be posted",
  lost: "Lost",
  "none-given": "There is no receipt for this",
  "not-said": "Not answered yet",
};

export const claimStateNames: Readonly<Record<ClaimState["state"], string>> = {
  sent: "Sent",
  checked: "Checked",
  agreed: "Agreed",
  paid: "Paid",
  "on-hold": "On hold",
  "sent-back": "Sent back",
};

export const paymentMethodNames: Readonly<Record<PaymentMethod, string>> = {
  bank: "Into my bank or building society",
  "someone-elses-account": "Into an account I share or someone else's account",
  cash: "Cash on the day",
  voucher: "Voucher",
  cheque: "Cheque",
  "payment-card": "Payment card",
  payroll: "Through payroll",
};

/** "within 10 working days", for the end of a sentence about when people are paid. */
export function paidWithinWords(within: PaidWithin): string {
  switch (within.kind) {
    case "on-the-day":
      return "on the day";
    case "working-days":
      return `within ${counted(within.days, "working day", "working days")}`;
    case "days":
      return `within ${counted(within.days, "day", "days")}`;
    case "other":
      return within.words;
  }
}

/** The labels of the choices, with the full amount in the first. Declining comes before; a gift is the organisation's own (decision 20). */
export function choiceLabels(offered: Pence): Readonly<Record<Choice["kind"], string>> {
  return {
    full: `The full ${money(offered)}`,
    less: "A smaller amount",
    charity: "No payment to me. You may give a donation of your own to a charity I name",
    split: "Some to me. You may give a donation of your own to a charity I name",
    "costs-only": "No payment, only my costs",
    nothing: "No payment and no costs",
  };
}

/** Goes beside a choice that names a charity. */
export const charityNote =
  "You decline all or part of the payment before the meeting. What we then give to the charity is our own donation. It does not pass through you.";

/** What somebody chose, told back to them. */
export function choiceSentence(choice: Choice, offered: Pence): string {
  switch (choice.kind) {
    case "full":
      return `You chose the full ${money(offered)}. Your costs are paid on top.`;
    case "less":
      return `You chose ${money(choice.amount)} of the ${money(offered)} we offered. Your costs are paid on top.`;
    case "charity":
      return `You chose no payment. We may give a donation of our own, up to ${money(offered)}, to ${choice.charity.name}. Your costs are paid back.`;
    case "split":
      return `You chose ${money(choice.forPerson)} for you. We may give a donation of our own, up to ${money(choice.forCharity)}, to ${choice.charity.name}. Your costs are paid on top.`;
    case "costs-only":
      return "You chose no payment. Your costs are paid back.";
    case "nothing":
      return "You chose no payment and no costs.";
  }
}

/** The message for a choice that cannot be kept as it stands. */
export function choiceRefusalSentence(refusal: ChoiceRefusal): string {
  switch (refusal.reason) {
    case "amount-missing":
      return {
        less: "Enter how much, in pounds",
        "for-person": "Enter the amount for you, in pounds",
        "for-charity": "Enter the amount for the charity, in pounds",
      }[refusal.field];
    case "amount-below-nothing":
      return {
        less: "Amount must be more than £0. For no payment, choose 'No payment, only my costs'",
        "for-person": "Amount for you must be £0 or more",
        "for-charity": "Amount for the charity must be £0 or more",
      }[refusal.field];
    case "not-less":
      return `Amount must be less than ${money(refusal.offered)}`;
    case "adds-up-to-more":
      return `The two amounts add up to ${money(refusal.total)}. They must be ${money(refusal.offered)} or less.`;
    case "charity-missing":
      return "Enter the charity's name";
  }
}

/** How a rate line pays, in words: "£25 an hour", "£18 an hour in started 15 minutes". */
export function rateInWords(line: Pick<RateLine, "basis">): string {
  const { basis } = line;
  switch (basis.kind) {
    case "per-minute":
      return `${money(basis.hourly.pence)} an hour`;
    case "started-unit":
      return `${money(basis.hourly.pence)} an hour, counted in started ${duration(basis.unitMinutes)}`;
    case "band":
      return basis.bands.map((band) => `${money(band.amount)} for ${bandInWords(band)}`).join("; ");
    case "fixed-per-event":
      return `${money(basis.amount)} for the event`;
    case "per-item":
      return `${money(basis.each.pence)} for each`;
  }
}

/** A band's edges: "up to and including 4 hours", "over 4 hours". */
export function bandInWords(band: Band): string {
  const { from, to } = band;
  const startsAtNothing = from.minutes === 0;
  if (to === "no-end") {
    if (startsAtNothing) return "any length";
    return from.inclusive ? `${duration(from.minutes)} or longer` : `over ${duration(from.minutes)}`;
  }
  const end = to.inclusive ? `up to and including ${duration(to.minutes)}` : `under ${duration(to.minutes)}`;
  if (startsAtNothing) return end;
  return from.inclusive ? `${duration(from.minutes)} or longer and ${end}` : `over ${duration(from.minutes)} and ${end}`;
}

/** The working of one priced entry, a sentence for each step that changes something; the last one ends with the amount. */
export function workingSentences(priced: Pick<PricedEntry, "working">): readonly string[] {
  return priced.working.flatMap((step, index) => {
    const isLast = index === priced.working.length - 1;
    return step.step === "time" && !isLast ? [] : [stepSentence(step, priced.working)];
  });
}

function stepSentence(step: WorkingStep, working: readonly WorkingStep[]): string {
  switch (step.step) {
    case "time":
      return step.minutes === 0 ? "No time: £0" : duration(step.minutes);
    case "started-units":
      return `${duration(timeIn(working))} counted in started ${duration(step.unitMinutes)}: ${duration(step.minutes)}`;
    case "minimum":
      return `Shorter than the minimum, so paid as ${duration(step.minimumMinutes)}`;
    case "hourly-rate":
      return step.rounded
        ? `${duration(step.minutes)} at ${money(step.hourly.pence)} an hour: ${money(step.amount)}, to the nearest penny with half a penny up`
        : `${duration(step.minutes)} at ${money(step.hourly.pence)} an hour: ${money(step.amount)}`;
    case "band":
      return `${duration(step.minutes)}, paid as ${bandInWords(step.band)}: ${money(step.amount)}`;
    case "fixed":
      return `A set amount for the event: ${money(step.amount)}`;
    case "called-off":
      return calledOffSentence(step.rule, step.of, step.amount);
    case "items":
      return `${number(step.items)} at ${money(step.each.pence)} each: ${money(step.amount)}`;
  }
}

function calledOffSentence(rule: CancelRule, of: Pence, amount: Pence): string {
  switch (rule.pays.kind) {
    case "percent":
      return `Called off: ${rule.pays.percent}% of ${money(of)}: ${money(amount)}`;
    case "amount":
      return `Called off: the set amount for that: ${money(amount)}`;
    case "nothing":
      return "Called off: the meeting itself is not paid: £0";
  }
}

function timeIn(working: readonly WorkingStep[]): number {
  const time = working.find((step) => step.step === "time");
  return time?.step === "time" ? time.minutes : 0;
}

/** Miles as people write them: "37.4 miles", "1 mile". */
export function milesInWords(tenths: number): string {
  const whole = number(Math.floor(tenths / 10));
  const miles = tenths % 10 === 0 ? whole : `${whole}.${tenths % 10}`;
  return tenths === 10 ? "1 mile" : `${miles} miles`;
}

/** One step of the working of a journey: "37.4 miles at 45p a mile: £16.83". */
export function mileageSentence(step: MileageStep): string {
  if (step.step === "passengers") {
    return `${counted(step.passengers, "passenger", "passengers")} for ${milesInWords(step.milesTenths)} at ${penceOrPounds(step.rate.pence)} a mile each: ${money(step.amount)}`;
  }
  const plain = `${milesInWords(step.milesTenths)} at ${penceOrPounds(step.rate.pence)} a mile: ${money(step.amount)}`;
  return step.part === "after-the-edge" ? `${plain}, the rate for more miles in one year` : plain;
}

/** What a line of a settled claim is, where it is not something claimed. Undefined for a claimed line, which has its own label. */
export function takenOffSentence(line: SettledLine): string | undefined {
  const { because } = line;
  switch (because.kind) {
    case "line":
      return undefined;
    case "cap":
      return because.cut.cap.per === "day"
        ? `The most for one day is ${money(because.cut.cap.limit)}. ${longDate(because.cut.cap.from)} came to ${money(because.cut.uncapped)}.`
        : `The most for one week is ${money(because.cut.cap.limit)}. The week from ${longDate(because.cut.cap.from)} came to ${money(because.cut.uncapped)}.`;
    case "employer-pays":
      return "An employer pays for this time";
    case "choice":
      return because.choice.kind === "nothing" ? "You chose no payment and no costs" : "You chose less";
    case "advance":
      return `Paid before the meeting, on ${longDate(because.advance.paidOn)}`;
  }
}

/** What a line of a settled claim is called where anybody in finance may read it: an access cost is never named. */
export function settledLineName(line: SettledLine): string {
  if (line.because.kind !== "line") return takenOffSentence(line) ?? "Taken off";
  const { line: claimed } = line.because;
  if (claimed.about === "time") return activityNames[claimed.priced.entry.activity];
  if (claimed.about === "correction") return "A correction of an earlier claim";
  return claimed.assessed.purse === "access" ? "Access cost" : expenseKindNames[claimed.assessed.expense.details.kind];
}

/** What an advance comes to against costs, in the words of the claim page. */
export function advanceSentence(netting: {
  readonly advanced: Pence;
  readonly spent: Pence;
  readonly due: Pence;
  readonly left: Pence;
}): string {
  const begin = `You had ${money(netting.advanced)} before the meeting. You spent ${money(netting.spent)}.`;
  return netting.left > 0 ? `${begin} You have ${money(netting.left)} left.` : `${begin} We owe you ${money(netting.due)}.`;
}

/** The message for an activity or an offer that cannot be priced. */
export function priceProblemSentence(problem: PriceProblem): string {
  switch (problem.problem) {
    case "no-line":
      return "No rate on this card pays for this. Choose another activity, or add a rate";
    case "more-than-one-line":
      return "More than one rate on this card fits. Choose which one";
    case "minutes-missing":
      return "Enter how long this takes";
    case "not-whole-minutes":
      return "Time must be whole minutes, like 45";
    case "items-missing":
      return "Enter how many";
    case "not-whole-items":
      return "Enter a whole number, like 2";
    case "no-band":
      return "No band of this rate covers this length of time. Check the rate card";
    case "included-already":
      return "This time is already paid for in the rate for the meeting";
  }
}

/** The message for an offer that cannot be made. */
export function offerRefusalSentence(refusal: OfferRefusal): string {
  switch (refusal.reason) {
    case "no-activities":
      return "Choose what time you pay for";
    case "card-not-in-force":
      return `This rate is not in force on ${longDate(refusal.date)}. Choose a rate that is`;
    case "not-priced":
      return refusal.problems.map(priceProblemSentence).join(". ");
  }
}

/** The message for a rate card that cannot be saved. */
export function rateCardProblemSentence(problem: RateCardProblem): string {
  switch (problem.problem) {
    case "no-name":
      return "Enter a rate name";
    case "no-lines":
      return "Add at least 1 rate";
    case "ends-before-it-starts":
      return "The last day must be on or after the start date";
    case "code-used-twice":
      return `Two rates have the code ${problem.line}. Give each its own`;
    case "no-label":
      return `Enter a name people understand for rate ${problem.line}`;
    case "nothing-chosen":
      return {
        activities: `Choose what rate ${problem.line} is for`,
        roles: `Choose who rate ${problem.line} is for`,
        modes: `Choose how people take part for rate ${problem.line}`,
      }[problem.field];
    case "not-an-amount":
      return `Amounts for rate ${problem.line} must be £0 or more, in pounds and whole pence`;
    case "not-whole-minutes":
      return `Times for rate ${problem.line} must be whole minutes, like 15`;
    case "minimum-not-whole-units":
      return `The minimum for rate ${problem.line} is ${duration(problem.minimumMinutes)}. Make it a multiple of ${duration(problem.unitMinutes)}`;
    case "minimum-without-time":
      return `Rate ${problem.line} does not pay by time, so it has no minimum time. Take the minimum out`;
    case "band-empty":
      return `Band ${problem.band + 1} of rate ${problem.line} covers no time. Check where it starts and ends`;
    case "bands-gap":
      return problem.toMinute === "no-end"
        ? `No band of rate ${problem.line} covers ${duration(problem.fromMinute)} or longer`
        : `No band of rate ${problem.line} covers ${minuteSpan(problem.fromMinute, problem.toMinute)}`;
    case "bands-overlap":
      return problem.toMinute === "no-end"
        ? `Two bands of rate ${problem.line} both cover ${duration(problem.fromMinute)} or longer`
        : `Two bands of rate ${problem.line} both cover ${minuteSpan(problem.fromMinute, problem.toMinute)}`;
    case "lines-clash":
      return `Rates ${problem.line} and ${problem.other} could both pay for the same thing. Say which is for what`;
    case "cancellation-rule-twice":
      return "Two cancellation rules are for the same notice. Keep one";
    case "cancellation-not-a-share":
      return "A cancellation rule must pay between 0% and 100%, or an amount, for a notice in hours";
  }
}

function minuteSpan(from: number, to: number): string {
  return from === to ? duration(from) : `${duration(from)} to ${duration(to)}`;
}

/** Why a journey was not priced. */
export function mileageRefusalSentence(refusal: MileageRefusal): string {
  switch (refusal) {
    case "no-scheme-yet":
      return "No mileage rate is in force on that day, so a person decides";
    case "no-rate-for-vehicle":
      return "There is no rate for this vehicle, so a person decides";
    case "no-rate-for-passengers":
      return "There is no rate for passengers, so a person decides";
    case "miles-before-not-known":
      return "We do not know how many miles were paid earlier this year, so a person decides";
    case "not-tenths-of-miles":
      return "Miles must be a number, like 12";
    case "not-whole-passengers":
      return "Enter a whole number of passengers, like 1";
  }
}

/** The message for miles that could not be read. */
export function milesRefusalSentence(refusal: RefusalOf<typeof readMilesTenths>): string {
  switch (refusal) {
    case "missing":
      return "Enter how many miles";
    case "not-a-number":
      return "Miles must be a number, like 12";
    case "smaller-than-a-tenth":
      return "Give miles with at most 1 figure after the point, like 12.5";
    case "too-far":
      return "Miles must be 5,000 or fewer for one journey";
  }
}

/** What a checker should know about one cost. */
export function expenseFindingSentence(finding: ExpenseFinding): string {
  switch (finding.finding) {
    case "paid-by-organisation":
      return "Already booked or paid by the organisation, so there is nothing to pay";
    case "paid-by-employer":
      return "Already paid by an employer, so there is nothing to pay";
    case "not-covered":
      return "Not one of the costs in the offer. Decide whether to pay it";
    case "not-agreed-first":
      return "This kind of cost is usually agreed first, and we have no record that it was";
    case "paid-without-receipt":
      return `No receipt. A reason was given, and it is within the ${money(finding.limit)} limit`;
    case "no-receipt":
      return finding.why === "over-limit"
        ? `No receipt, and it is over the ${money(finding.limit)} limit. Decide whether to pay it`
        : "No receipt and no reason given. Ask, then decide";
    case "receipt-to-come":
      return "The receipt is coming by post";
    case "over-ceiling":
      return `This is ${money(finding.by)} over the usual ${money(finding.ceiling)}. Decide whether to pay it all`;
    case "time-away-not-given":
      return "The limit for food depends on time away, and we do not know it. Decide how much to pay";
    case "away-too-short-for-the-scale":
      return "The meal scale says nothing for a time away this short. Decide whether to pay it";
    case "in-care-package":
      return "This care may already be paid for another way. Decide whether to pay it";
    case "care-package-not-said":
      return "We do not know whether this care is already paid for another way";
    case "amount-missing":
      return "No amount was given. Ask how much it was";
    case "mileage-not-priced":
      return mileageRefusalSentence(finding.why);
    case "above-approved-mileage":
      return `${money(finding.above)} of this is above the mileage HMRC approves. Finance checks the tax`;
    case "approved-mileage-not-known":
      return "We could not compare this with the mileage HMRC approves";
  }
}

/** What a checker should look at, for the top of the claim page. */
export function claimFlagSentence(flag: ClaimFlag): string {
  switch (flag.flag) {
    case "own-claim":
      return "This is your own claim. Someone else must check it.";
    case "claimed-already":
      return `This time is already in claim ${flag.other.claim}. It cannot be paid twice.`;
    case "looks-alike":
      return {
        "same-receipt": `The same picture of a receipt is in claim ${flag.other.claim}.`,
        "same-journey": `A claim for the same journey on the same day is in claim ${flag.other.claim}.`,
        "same-cost": `The same kind of cost, with the same day and amount, is in claim ${flag.other.claim}.`,
      }[flag.why];
    case "at-the-same-time":
      return `This was at the same time as something in claim ${flag.other.claim}.`;
    case "late":
      return `Sent ${counted(flag.daysLate, "day", "days")} after the last day, ${longDate(flag.lastDay)}. Late is not a reason to refuse. Decide.`;
    case "called-off":
      return flag.hasRule
        ? "The meeting, or their part in it, was called off. It is paid by the rule in the offer."
        : "The meeting, or their part in it, was called off. The offer has no rule for that. Decide.";
    case "booked-already":
      return "We booked and paid a cost of this kind before the meeting. Check that this is another one.";
    case "under-wage-floor":
      return `This is less than the National Living Wage of ${money(flag.floor)} an hour. Payment for taking part is not a wage.`;
    case "expense":
      return expenseFindingSentence(flag.finding);
    case "budget-code-missing":
      return "Missing: budget code";
    case "budget-code-form":
      return `Budget code must be ${flag.pattern}`;
    case "choice-missing":
      return "Missing: how much the person chose to be paid";
    case "employer-not-said":
      return "We do not know whether an employer pays for this time.";
    case "advance-left-over":
      return `${money(flag.amount)} is left from money sent before the meeting. Decide what happens with it.`;
    case "without-receipt-before":
      return `${counted(flag.costs, "cost", "costs")} of theirs since ${longDate(flag.from)} came without a receipt. This is no reason to refuse one.`;
    case "account-shared":
      return flag.others === 1
        ? "One other person is paid into this account. That can be right: couples, care homes and appointees share accounts."
        : `${counted(flag.others, "other person is", "other people are")} paid into this account. That can be right: couples, care homes and appointees share accounts.`;
    case "just-under-limit":
      return `${counted(flag.claims, "claim", "claims")} this month come to ${money(flag.total)}, over the limit of ${money(flag.limit)}.`;
  }
}

/** What has to be done before a claim can be passed. */
export function claimBlockSentence(block: ClaimBlock): string {
  switch (block.block) {
    case "choice-missing":
      return "Ask how much they would like to be paid";
    case "budget-code-missing":
      return "Enter a budget code";
    case "line-undecided":
      return `Decide about the ${money(block.amount)} that policy does not cover`;
    case "left-over-undecided":
      return `Decide what happens with the ${money(block.amount)} left from money sent before the meeting`;
    case "below-nothing":
      return `This claim comes to ${money(block.toPay)}. Decide how to put that right before it is passed`;
    case "claimed-already":
      return `Take out the time that is already in claim ${block.claim}`;
    case "repeat-undecided":
      return "Decide whether a cost or time is claimed twice";
    case "split-too-large":
      return `Other budget codes pay ${money(block.by)} more than this claim comes to. Change the amounts`;
  }
}

const dutyWords: Readonly<Record<Duty, string>> = { check: "check", authorise: "authorise", release: "release" };

/** Why somebody may not do this to a claim. `others` are names of people who could, and may be empty. */
export function claimRefusalSentence(refusal: ClaimRefusal, others: readonly string[] = []): string {
  const ask = others.length === 0 ? "" : ` Ask: ${others.join(", ")}.`;
  switch (refusal.reason) {
    case "not-now":
      return `This claim is now: ${claimStateNames[refusal.state]}. Look at it again before you go on.`;
    case "not-your-duty":
      return `You are not set up to ${dutyWords[refusal.duty]} claims.${ask}`;
    case "own-claim":
      return `This is your own claim, so someone else must do this.${ask}`;
    case "barred":
      return {
        payee: `This payment goes to you, so someone else must do this.${ask}`,
        relative: `This claim is from a relative of yours, so someone else must do this.${ask}`,
        helper: `You helped with this claim, so someone else must do this.${ask}`,
        "entered-bank-details": `You entered the bank details, so someone else must do this.${ask}`,
      }[refusal.because];
    case "you-entered-it":
      return `You typed this claim in, so someone else must do this.${ask}`;
    case "you-checked-it":
      return `You checked this claim, so someone else must authorise it.${ask}`;
    case "you-authorised-it":
      return `You authorised this claim, so someone else must release it.${ask}`;
    case "further-person-needed":
      return `You checked this claim, so a third person must release it.${ask}`;
    case "not-your-budget":
      return `You do not authorise payments from ${list(refusal.codes)}.${ask}`;
    case "not-in-your-time":
      return `${outOfTimeSentence(refusal)}${ask}`;
    case "over-your-limit":
      return others.length === 0
        ? `This is over your limit of ${money(refusal.limit)}.`
        : `This is over your limit of ${money(refusal.limit)}. Send it to ${others.join(", ")}.`;
    case "blocked":
      return `${refusal.blocks.map(claimBlockSentence).join(". ")}.`;
    case "why-missing":
      return "Say why. They will see this.";
    case "payment-held":
      return "This payment is held until the bank details are confirmed.";
    case "not-released":
      return "This payment has not been released yet.";
    case "nothing-to-pay":
      return "There is nothing to pay on this claim.";
    case "not-the-claimant":
      return "Only the person, or whoever typed the claim in for them, can send it again.";
  }
}

function outOfTimeSentence({ from, until }: Extract<ClaimRefusal, { reason: "not-in-your-time" }>): string {
  if (from !== undefined && until !== undefined) return `You authorise payments from ${longDate(from)} to ${longDate(until)} only.`;
  if (from !== undefined) return `You authorise payments from ${longDate(from)} on.`;
  return until === undefined ? "You do not authorise payments now." : `You authorised payments until ${longDate(until)}.`;
}

/** "Ends 58": the only way an account number is shown once it is kept. */
export function accountEnding(account: AccountNumber): string {
  return `Ends ${lastTwoDigits(account)}`;
}

/** The message for a sort code that could not be read. */
export function sortCodeRefusalSentence(refusal: RefusalOf<typeof readSortCode>): string {
  return { missing: "Enter a sort code", "not-six-digits": "Sort code must be 6 digits" }[refusal];
}

/** The message for an account number that could not be read. */
export function accountNumberRefusalSentence(refusal: RefusalOf<typeof readAccountNumber>): string {
  return {
    missing: "Enter an account number",
    "not-digits": "Account number must be 6 to 10 digits",
    "not-six-to-ten-digits": "Account number must be 6 to 10 digits",
  }[refusal];
}

/** The message for a roll number that could not be read. */
export function rollNumberRefusalSentence(refusal: RefusalOf<typeof readRollNumber>): string {
  return {
    missing: "Enter the roll number, or leave it out if you have none",
    "too-long": "Roll number must be 18 characters or fewer",
    "other-characters": "Roll number must be letters, numbers, spaces and / . -",
  }[refusal];
}

/** What the check of the numbers found. It is a check for slips and says so. */
export function modulusSentence(answer: ModulusAnswer): string {
  switch (answer.answer) {
    case "passes":
      return answer.unchecked === undefined
        ? "The sort code and account number fit together. This does not show whose account it is."
        : "This looks like a foreign currency account, so the numbers cannot be checked.";
    case "fails":
      return "Check the sort code and account number. They do not seem to match.";
    case "not-checkable":
      return "These numbers cannot be checked by us. That does not mean they are wrong.";
    case "not-checked":
      return "Not checked. We have no table to check the numbers with.";
  }
}

/** What has to happen before a held payment can go. */
export function payeeNeedSentence(need: PayeeNeed): string {
  switch (need.need) {
    case "contact-on-details-already-held":
      return "Contact the person on details we already had before the change";
    case "second-person-check":
      return "A second finance person checks the change";
    case "wait-or-call-back":
      return need.until === "not-known"
        ? "Wait until the change is confirmed"
        : `Or wait until after ${longDate(need.until)} for a confirmed reply`;
    case "name-check":
      return "Check the name with the bank and record the answer";
    case "name-check-decision":
      return {
        match: "Record the name check",
        "close-match": "The bank gave a close match. Update the name or confirm with the person, and say why",
        "no-match": "The bank says the name does not match. Contact the person, and say what you decided",
        unavailable: "The bank could not check the name. That is not a match. Say what you decided and why",
        "not-done": "Check the name with the bank and record the answer",
      }[need.check];
    case "authority":
      return "Record what lets this account be used for the person's money";
    case "authority-seen":
      return "Record who saw the authority for this account";
    case "authority-out-of-date":
      return "The authority for this account is not in force on this day";
    case "advice-on-appointee":
      return "Whether an appointee may receive this payment is not settled. Get legal advice first";
  }
}

export const declarationSentences: Readonly<Record<Declaration, string>> = {
  true: "This is the time I gave, as far as I know.",
  "not-claimed-before": "I have not claimed this before.",
  "not-paid-by-anyone-else-for-this-time": "No one else has paid me for this time.",
  "took-part-as-shown": "This person took part as shown.",
  "needed-to-take-part": "I needed to spend this to take part.",
  "receipts-given-where-there-are-any": "I have given the receipts I have.",
  "real-distance": "The miles are what I travelled.",
  "the-way-that-worked-for-me": "I travelled the way that worked for me.",
};
