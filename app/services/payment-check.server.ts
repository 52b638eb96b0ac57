// "Check how a payment could affect my benefits": the answers go in, the findings come out, and nothing is kept unless the
// person asked for it (decision 8). Between pages the answers travel sealed in the person's own form.
import { addDays, type CalendarDate, type Nation } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import { assessOffer, largestAmountThatFits, type Assessment, type OverallResult } from "#app/domain/benefits/assess.ts";
import type { Finding } from "#app/domain/benefits/benefit.ts";
import {
  namedBenefits,
  nothingSaidYet,
  payrollSaid,
  serviceUserAnswers,
  situationOf,
  stepAfter,
  type BodyKind,
  type CheckAnswers,
  type CheckStep,
} from "#app/domain/benefits/check-answers.ts";
import { dayOfWork, engineOffer, plannedPaymentDay } from "#app/domain/benefits/meeting-offer.ts";
import type { FactId } from "#app/domain/benefits/reasons.ts";
import type { BenefitId } from "#app/domain/benefits/names.ts";
import { datesThatFit } from "#app/domain/benefits/when-it-fits.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import type { Offer, Situation } from "#app/domain/benefits/offer.ts";
import { minutesOffered, type Offer as WrittenOffer } from "#app/domain/payments/offer.ts";
import { auditActorOf, type Attendee } from "#app/domain/people/actors.ts";
import {
  adviceLine,
  choicesSaid,
  choosingLessSaid,
  closingLine,
  easyClosingLine,
  findingHeading,
  fitsSaid,
  journalWords,
  otherDatesSaid,
  permittedWorkSteps,
  reasonsSaid,
  resultBody,
  resultHeading,
  saySource,
  sourcesBehind,
  thingsToDo,
  whatDoesNotChange,
  type Said,
} from "#app/words/benefits.ts";
import type { Wording } from "#app/words/benefits/questions.ts";
import { sayMissing } from "#app/words/benefits/reasons.ts";
import { benefitName } from "#app/words/benefits/names.ts";
import { easyFormSteps } from "#app/words/benefits/check-page.ts";
import { sayFigure, sayingSum, type SumTable } from "#app/words/benefits/sums.ts";
import { arrivalSentence, outOfDateSentence, whereYouLive } from "#app/words/payment-choice.ts";
import { record } from "#db/audit.ts";
import { dropBenefitAnswers, findBenefitAnswers, putBenefitAnswers } from "#db/stores/payment-choices.ts";
import type { Sealed } from "#db/vault.ts";
import type { Context } from "./context.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { heldBackBenefits } from "./rules.server.ts";

/** What the check is about: the frozen offer, and the days and the body it rests on. */
export type CheckSubject = {
  readonly written: WrittenOffer;
  readonly nation: Nation;
  readonly meetingName: string;
  readonly organisationName: string;
  readonly advice: string;
  readonly body: BodyKind;
  readonly worked: CalendarDate | undefined;
  readonly plannedFor: CalendarDate | undefined;
  /** Benefits whose new figures nobody here has agreed to yet. */
  readonly heldBack: readonly BenefitId[];
  readonly today: CalendarDate;
};

/** The offer of the attendee's own invitation, or null when nothing is offered. */
export async function checkSubject(context: Context, attendee: Attendee): Promise<CheckSubject | null> {
  const { invitation, meeting } = await invitationOf(context, attendee);
  if (invitation.offer === null) return null;
  const organisation = await organisationOf(context, attendee.organisationId);
  const worked = dayOfWork(invitation.offer, meeting.date);
  const { bodyKind } = organisation;
  return {
    written: invitation.offer,
    nation: meeting.nation,
    meetingName: meeting.name,
    organisationName: organisation.name,
    advice: "Citizens Advice",
    body: bodyKind === "statutory" || bodyKind === "research" ? bodyKind : "not-recorded",
    worked,
    heldBack: await heldBackBenefits(context.db, attendee.organisationId),
    today: context.today,
    plannedFor:
      worked === undefined ? undefined : plannedPaymentDay(worked, invitation.offer.paidWithin, context.holidaysOf(meeting.nation)),
  };
}

/** The invitation and the meeting of the person who asks. */
export async function invitationOf(context: Context, attendee: Attendee) {
  const invitation = await context.db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, attendee.invitationId) });
  const meeting = await context.db.query.meetings.findFirst({
    where: (table, { and, eq }) => and(eq(table.id, attendee.meetingId), eq(table.organisationId, attendee.organisationId)),
  });
  if (!invitation || !meeting) throw new Error("An attendee's invitation or meeting is gone");
  return { invitation, meeting };
}

/** The question after the answers so far. */
export function nextStep(subject: CheckSubject, answers: CheckAnswers): CheckStep | "result" {
  const known = new Map<string, Assessment>();
  return stepAfter(answers, subject.body, (given) => {
    const key = JSON.stringify(given);
    const found = known.get(key) ?? assess(subject, given);
    known.set(key, found);
    return found;
  });
}

/** How much Universal Credit could go down, for the question whether the person gets more than that. */
export function cutAskedAbout(subject: CheckSubject, answers: CheckAnswers): Pence | null {
  const finding = assess(subject, answers).findings.find(({ benefit }) => benefit === "universal-credit");
  const cuts = finding?.sums.flatMap((sum) => sum.steps.filter((step) => step.label === "cut").map((step) => step.amount)) ?? [];
  return cuts.length === 0 ? null : (Math.max(...cuts) as Pence);
}

function assess(subject: CheckSubject, answers: CheckAnswers): Assessment {
  return assessOffer(offerFor(subject, answers), situationFor(subject, answers));
}

/** What the answers mean to the engine, with the benefits whose new figures wait left out. */
export function situationFor(subject: CheckSubject, answers: CheckAnswers): Situation {
  return { ...situationOf(answers), heldBack: subject.heldBack };
}

/** What all offers of the organisation to this person share: where the person lives, who pays, and the service-user test. */
export function sharedOfOffers(subject: CheckSubject, answers: CheckAnswers | null) {
  const nation = (answers?.said.nation as Nation | undefined) ?? subject.nation;
  const serviceUser = serviceUserAnswers(answers ?? nothingSaidYet, subject.body, nation);
  return { nation, payer: subject.organisationName, serviceUser: serviceUser.answers, isTestMet: serviceUser.isMet };
}

function offerFor(subject: CheckSubject, answers: CheckAnswers) {
  const offer = engineOffer({
    ...sharedOfOffers(subject, answers),
    written: subject.written,
    meetingDay: subject.worked ?? null,
    ...(subject.plannedFor === undefined ? {} : { plannedFor: subject.plannedFor }),
  });
  return withPayroll(offer, answers);
}

// What the person knows of payroll goes before what the organisation left open; a take-home above the fee cannot be right.
function withPayroll(offer: Offer, answers: CheckAnswers): Offer {
  const said = payrollSaid(answers);
  if (said === undefined) return offer;
  const payments = offer.payments.map((payment) => {
    if (payment.kind !== "fee" || payment.payroll === "no") return payment;
    const isTooMuch = said.takeHomePence !== undefined && said.takeHomePence > payment.pence;
    return { ...payment, ...(isTooMuch ? { payroll: said.payroll } : said) };
  });
  return { ...offer, payments };
}

/** A sentence with the numbers of its sources in the list at the end of the page. */
export type SaidHere = { readonly text: string; readonly sources: readonly number[] };

export type CheckResult = {
  readonly kind: OverallResult;
  readonly heading: string;
  readonly body: readonly SaidHere[];
  /** Why no answer can be given: figures out of date, or the nation not known. */
  readonly cannot: readonly string[];
  readonly findings: readonly {
    readonly heading: string;
    readonly benefit: string;
    readonly reasons: readonly SaidHere[];
    readonly working: readonly SumTable[];
    readonly figures: readonly SaidHere[];
  }[];
  readonly choices: readonly SaidHere[];
  readonly unchanged: readonly SaidHere[];
  readonly toDo: readonly SaidHere[];
  readonly journal: string | null;
  readonly form: readonly string[];
  readonly arrival: string;
  /** Each source once, in the order of its number. */
  readonly sources: readonly string[];
  readonly advice: string;
  readonly closing: string;
};

/** The answer, with its working and sources, in sentences. Nothing of it is kept. */
export function checkResult(subject: CheckSubject, answers: CheckAnswers, wording: Wording): CheckResult {
  const offer = offerFor(subject, answers);
  const situation = situationFor(subject, answers);
  const assessment = assessOffer(offer, situation);
  const { result } = assessment.overall;
  const isNationMissing = answers.said.any === "yes" && answers.said.nation === undefined;
  const actions = new Set(assessment.findings.flatMap((finding) => finding.actions));
  const numbered = numberSources();
  return {
    kind: result,
    heading: resultHeading(assessment, subject.written.total, wording),
    body: resultBody(assessment, wording).map((said) => numbered.said(isNationMissing ? withoutWhich(said, wording) : said)),
    cannot: outOfDate(assessment.findings, wording),
    findings: assessment.findings.map((finding) => ({
      heading: findingHeading(finding, wording),
      benefit: benefitName(finding.benefit),
      reasons: reasonsSaid(finding, wording).map(numbered.said),
      working: finding.sums.map(sayingSum),
      figures: finding.figures.map((figure) => numbered.said({ text: `${sayFigure(figure)}.`, sources: [figure.source] })),
    })),
    choices: result === "R3" ? choicesFor({ subject, offer, situation, assessment, wording }).map(numbered.said) : [],
    unchanged: whatDoesNotChange(assessment, wording).map(numbered.said),
    toDo: thingsToDo(assessment, wording).map(numbered.said),
    journal: actions.has("uc-report-in-journal") ? journalFor(subject, answers) : null,
    form: actions.has("esa-send-form-first") ? formSteps(wording) : [],
    arrival: arrivalSentence(subject.worked, subject.plannedFor, subject.written.paidWithin, wording),
    sources: numbered.all(sourcesBehind(assessment)),
    advice: adviceLine(subject.advice, wording).text,
    closing: (wording === "easy" ? easyClosingLine : closingLine).text,
  };
}

/** Gives each source a number when it is first named, so that the page can say it once. */
function numberSources() {
  const numbers = new Map<string, number>();
  const numberOf = (source: Source): number => {
    const text = saySource(source);
    const number = numbers.get(text) ?? numbers.size + 1;
    numbers.set(text, number);
    return number;
  };
  return {
    said: ({ text, sources }: Said): SaidHere => ({
      text,
      sources: [...new Set(sources.map(numberOf))].toSorted((one, other) => one - other),
    }),
    all: (also: readonly Source[]): readonly string[] => {
      also.forEach(numberOf);
      return [...numbers.keys()];
    },
  };
}

/** Days after the planned one on which another day of payment is looked for: long enough for the next Universal Credit month. */
const daysLookedAt = 31;

// What would fit comes first, then the choices in the order of the rules. Nothing here is chosen for the person.
function choicesFor(asked: {
  readonly subject: CheckSubject;
  readonly offer: Offer;
  readonly situation: Situation;
  readonly assessment: Assessment;
  readonly wording: Wording;
}): readonly Said[] {
  const { subject, offer, situation, assessment, wording } = asked;
  const about = offer.payments.some(({ id }) => id === "fee") ? [...amountAndDays()] : [];
  return [...about, ...choicesSaid(assessment, wording), ...choosingLessSaid(assessment, wording)];

  function amountAndDays(): readonly Said[] {
    const fits = fitsSaid(largestAmountThatFits(offer, situation, "fee").overall, assessment, wording);
    const last = subject.plannedFor ?? subject.worked;
    if (last === undefined) return fits;
    const days = datesThatFit(offer, situation, { paymentId: "fee", today: subject.today, until: addDays(last, daysLookedAt) });
    return [...fits, ...otherDatesSaid(days, assessment, wording)];
  }
}

// "Which benefits you get" is not what is missing when they were named and the nation was not.
function withoutWhich(said: Said, wording: Wording): Said {
  const unknown = sayMissing("which-benefits" satisfies FactId, wording).toLowerCase();
  return said.text.toLowerCase().includes(unknown) ? { ...said, text: whereYouLive[wording] } : said;
}

function formSteps(wording: Wording): readonly string[] {
  return wording === "easy" ? easyFormSteps : permittedWorkSteps.map(({ text }) => text);
}

function outOfDate(findings: readonly Finding[], wording: Wording): readonly string[] {
  return findings.some(({ reasons }) => reasons.includes("outside-known-dates") || reasons.includes("figures-not-approved"))
    ? [outOfDateSentence[wording]]
    : [];
}

function journalFor(subject: CheckSubject, answers: CheckAnswers): string | null {
  // The words say that the person takes part as someone who uses services, or as a carer: only for those who told us so.
  if (subject.worked === undefined || answers.said.services !== "yes" || answers.said.involvement !== "yes") return null;
  const { written, plannedFor, worked } = subject;
  return journalWords({
    activity: subject.meetingName,
    organisation: subject.organisationName,
    role: namedBenefits(answers).some((id) => id === "carers-allowance" || id === "carer-support-payment")
      ? "a carer"
      : "someone who uses services",
    days: [worked],
    minutes: minutesOffered(written),
    payments: written.total > 0 && plannedFor !== undefined ? [{ pence: written.total, on: plannedFor }] : [],
    hasCosts: written.costsCovered.length > 0,
  });
}

const carriedPlace = (attendee: Attendee, day: CalendarDate) => ({
  table: "form",
  column: "payment-check",
  row: `${attendee.invitationId} ${day}`,
});

/** The answers sealed for this invitation and today, to travel in the person's own form and nowhere else. */
export function sealAnswers(context: Context, attendee: Attendee, answers: CheckAnswers): string {
  return context.vault.seal(JSON.stringify(answers), carriedPlace(attendee, context.today));
}

/** Opens answers sealed today or yesterday for this invitation. Anything else is null: the questions begin again. */
export function openAnswers(context: Context, attendee: Attendee, carried: string): CheckAnswers | null {
  for (const day of [context.today, addDays(context.today, -1)]) {
    try {
      return JSON.parse(context.vault.unseal(carried as Sealed, carriedPlace(attendee, day))) as CheckAnswers;
    } catch {
      continue; // Sealed for another day, another person, or changed on the way: all the same to us.
    }
  }
  return null;
}

const keptPlace = (row: string) => ({ table: "benefit_answers", column: "answers", row });

/** Keeps the answers because the person asked for it; or forgets what was kept because they no longer do. */
export async function keepOrForget(context: Context, attendee: Attendee, answers: CheckAnswers): Promise<void> {
  const isKept = answers.said.keep === "keep";
  if (!isKept && (await findBenefitAnswers(context.db, attendee.invitationId)) === undefined) return;
  await context.change(async (tx) => {
    if (isKept) {
      const sealed = context.vault.seal(JSON.stringify(answers), keptPlace(attendee.invitationId));
      await putBenefitAnswers(tx, { invitationId: attendee.invitationId, answers: sealed, savedAt: context.now });
    } else await dropBenefitAnswers(tx, attendee.invitationId);
    await record(context, tx, {
      organisationId: attendee.organisationId,
      actor: auditActorOf(attendee),
      action: isKept ? "private-answers-kept" : "private-answers-forgotten",
      subject: { kind: "invitation", id: attendee.invitationId },
    });
  });
}

/** Forgets kept answers at the person's word. Nothing kept is nothing to do. */
export async function forgetAnswers(context: Context, attendee: Attendee): Promise<void> {
  await keepOrForget(context, attendee, nothingSaidYet);
}

/**
 * The kept answers for whoever may read them back: a link alone may not (decision 9). "ask-first" when there are some and
 * this device has not shown it is the person's.
 */
export async function keptAnswers(context: Context, attendee: Attendee): Promise<CheckAnswers | "ask-first" | null> {
  const kept = await findBenefitAnswers(context.db, attendee.invitationId);
  if (kept === undefined) return null;
  if (!attendee.mayReadBack) return "ask-first";
  return JSON.parse(context.vault.unseal(kept.answers, keptPlace(attendee.invitationId))) as CheckAnswers;
}
