// The papers of a meeting: who may have which, made afresh from what is known now. A person's own paper may say what they
// told us; the same paper in somebody else's hands says only what they let that reader see.
import { createHash } from "node:crypto";
import { serialize } from "node:v8";
import type { FormatId } from "#app/domain/access/formats.ts";
import type { AnswersToShare } from "#app/domain/access/sharing.ts";
import { optionOf } from "#app/domain/access/topic-options.ts";
import { itemsOf, meaningOfChoices } from "#app/domain/access/topics.ts";
import { venueFeatureIds, venueFeatureOf, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { clockIn, dayIn } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { RequirementState } from "#app/domain/meetings/decisions.ts";
import { checkFact, placeOf as placeForPlanning } from "#app/domain/meetings/fit.ts";
import type { AttendeeNeeds } from "#app/domain/meetings/meeting.ts";
import { formatsFor } from "#app/domain/meetings/papers.ts";
import type { Claim } from "#app/domain/payments/claim.ts";
import { payableFor } from "#app/domain/payments/choice.ts";
import { minutesOffered, type Offer } from "#app/domain/payments/offer.ts";
import type { Activity } from "#app/domain/payments/rate-card.ts";
import { layOutExpensesForm, layOutInvolvementForm, type FormParties, type SignBlock } from "#app/domain/payments/payment-form.ts";
import { auditActorOf, type Attendee, type Coordinator, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { fieldMatrix } from "#app/domain/people/field-matrix.ts";
import { paperForms, type PaperForm } from "#app/documents/catalogue/definition.ts";
import { buildDocument, documentIds, documentOf, type DocumentId } from "#app/documents/catalogue/index.ts";
import type { BodyKind } from "#app/documents/catalogue/jobcentre-letter.ts";
import type { JoiningFacts } from "#app/documents/catalogue/joining-instructions.ts";
import { relayNumber, type PaperFrame } from "#app/documents/catalogue/meeting-on-paper.ts";
import type { ChecklistQuestion } from "#app/documents/catalogue/venue-checklist.ts";
import type { Doc } from "#app/documents/model.ts";
import { renderDocument, type RenderedDocument } from "#app/documents/render.ts";
import { arrangedSentences } from "#app/words/arranged.ts";
import { inFours, list, plainDate } from "#app/words/format.ts";
import { costsInWords } from "#app/words/invitation.ts";
import { adviceLines } from "#app/words/payment-choice.ts";
import { rateInWords } from "#app/words/payments.ts";
import { preferredContactNames } from "#app/words/meetings.ts";
import { record } from "#db/audit.ts";
import { findClaimOfInvitation, findSentClaim, listSteps, type StoredClaim } from "#db/stores/claims.ts";
import { findMeeting, findMeetingById, listInvited, type InvitedPerson, type Meeting } from "#db/stores/meetings.ts";
import { listCostRequestsOf } from "#db/stores/cost-requests.ts";
import { findRateCard } from "#db/stores/rate-cards.ts";
import { findLiveRunOf } from "#db/stores/payment-runs.ts";
import { sentClaimOf } from "./claim-records.server.ts";
import type { Context } from "./context.server.ts";
import { buildDayPaper, dayPaperFacts, isDayPaper } from "./day-papers.server.ts";
import { paymentFormFor, paymentFormToLookAt, type NoPaymentForm } from "./payment-form.server.ts";
import { leavePlanOnPaper } from "./leave-plans.server.ts";
import { needsOfMeeting } from "./needs.server.ts";
import { letterheadOf, linesOf } from "./letterhead.server.ts";
import { organisationOf, type Organisation } from "./organisations.server.ts";
import { answersFor, deskFor, frameOf, inOrderAsked, isConfidential, type Desk } from "./paper-desk.server.ts";
import { payeeNumberOf } from "./payees.server.ts";
import { decisionFor } from "./payment-choice.server.ts";
import { isPlanPaper, planPaper } from "./plan-papers.server.ts";
import { findRateLine } from "./rate-cards.server.ts";
import { doneForPerson, factsFrom } from "./plan-loading.server.ts";
import type { PlanView } from "./plan-view.ts";
import { planFor } from "./plan.server.ts";
import { taxForOffer } from "./tax-decisions.server.ts";
import { photosOfPlace, picturesOfPlace } from "./venue-photos.server.ts";
import { whoMeetsAt } from "./who-meets.server.ts";

export type { Doc, DocumentId, PaperForm };
export { documentIds, documentOf, paperForms };
export { isDocumentId } from "#app/documents/catalogue/index.ts";

/** Why a paper cannot be made: it is not there or not theirs, or what it is about has not been decided. */
export type NoPaper = "not-found" | "no-offer" | "no-plan-to-leave";

/** A person asked to a meeting, by a neutral number in the order they were asked, as papers for them are named. */
export type PaperPerson = { readonly invitationId: string; readonly number: number; readonly name: string };

/** The papers of a meeting a coordinator may have, and the people there are papers for. */
export async function listPapers(
  context: Context,
  coordinator: Coordinator,
  reference: string,
): Promise<Result<{ readonly meeting: Meeting; readonly people: readonly PaperPerson[] }, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const invited = inOrderAsked(await listInvited(context.db, coordinator.organisationId, meeting.id));
  return done({
    meeting,
    people: invited.map(({ invitation, person }, index) => ({ invitationId: invitation.id, number: index + 1, name: person.name })),
  });
}

/**
 * Which paper is asked for: one of the meeting, or one for a person by their invitation. A plan holds clashes and decisions where it
 * says so; the coordinator's file does unless it says not.
 */
export type WantedPaper = {
  readonly id: DocumentId;
  readonly invitationId?: string;
  readonly showsClashes?: boolean;
  readonly photoAddress?: PhotoAddress;
};

/** One paper of a meeting for its coordinator. Nothing is put on record: see `openPaper`. */
export async function paperOfMeeting(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  wanted: WantedPaper,
): Promise<Result<Doc, NoPaper>> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const view = await planFor(context, coordinator, reference);
  if (!view.ok) return view;
  const desk = await deskFor(context, meeting);
  const { id, invitationId, photoAddress } = wanted;
  if (isDayPaper(id)) {
    if (invitationId !== undefined) return refused("not-found");
    return done(buildDayPaper(id, await dayPaperFacts(context, desk.frame, meeting, view.value), desk.invited));
  }
  if (isPlanPaper(id)) {
    if (invitationId !== undefined) return refused("not-found");
    return done(await planPaper(context, desk, view.value, id, wanted.showsClashes ?? id === "access-plan"));
  }
  if (documentOf(id).per === "meeting")
    return invitationId === undefined ? done(await sharedPaper(context, desk, view.value, id)) : refused("not-found");
  const invited = desk.invited.find(({ invitation }) => invitation.id === invitationId);
  if (!invited) return refused("not-found");
  const arranged = arrangedFor(desk, view.value, invited.invitation.id);
  return personalPaper(context, desk, invited, {
    id,
    reader: "coordinator",
    arranged,
    ...(photoAddress === undefined ? {} : { photoAddress }),
  });
}

/** The papers the plan page has links to, from the plan it shows, all off one desk. Nobody has opened them: nothing is put on record. */
export async function papersOfPlan(
  context: Context,
  coordinator: Coordinator,
  view: PlanView,
): Promise<Result<Readonly<Record<"access-plan" | "plan-without-names" | "plan-for-venue" | "wall-sheet", Doc>>, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, view.reference);
  if (!meeting) return refused("not-found");
  const desk = await deskFor(context, meeting);
  return done({
    "access-plan": await planPaper(context, desk, view, "access-plan", true),
    "plan-without-names": await planPaper(context, desk, view, "plan-without-names", false),
    "plan-for-venue": await planPaper(context, desk, view, "plan-for-venue", false),
    "wall-sheet": buildDayPaper("wall-sheet", await dayPaperFacts(context, desk.frame, meeting, view), desk.invited),
  });
}

const holdsNames: ReadonlySet<DocumentId> = new Set([
  "access-plan",
  "plan-for-chair",
  "joining-instructions",
  "joining-easy-read",
  "joining-aloud",
  "joining-signed",
  "day-pack",
  "plan-to-leave",
]);

/** The same, opened by somebody: a paper that holds names or answers is put on record as opened (decision 23). */
export async function openPaper(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  wanted: WantedPaper,
): Promise<Result<Doc, NoPaper>> {
  const made = await paperOfMeeting(context, coordinator, reference, wanted);
  if (!made.ok || !holdsNames.has(wanted.id)) return made;
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: coordinator.organisationId,
      actor: auditActorOf(coordinator),
      action: `${wanted.id}-opened`,
      subject: wanted.invitationId === undefined ? { kind: "meeting", id: meeting.id } : { kind: "invitation", id: wanted.invitationId },
    }),
  );
  return made;
}

/** What the person wants their letter for the Jobcentre to hold (experience.md 2.5.6b). */
export type LetterHolds = { readonly name: boolean; readonly meeting: boolean; readonly amount: boolean; readonly chosen: boolean };
export const usualLetter: LetterHolds = { name: true, meeting: true, amount: false, chosen: false };

/** The papers that are a person's own. */
export const ownPaperIds = documentIds.filter((id) => {
  const { per, audiences } = documentOf(id);
  return (per === "person" || per === "meeting") && audiences.includes("the-person");
});

/** One paper of the person who asks for it. */
export async function myPaper(
  context: Context,
  attendee: Attendee,
  id: DocumentId,
  holds: LetterHolds = usualLetter,
  photoAddress?: PhotoAddress,
): Promise<Result<Doc, NoPaper>> {
  if (!ownPaperIds.includes(id)) return refused("not-found");
  const meeting = await findMeetingById(context.db, attendee.organisationId, attendee.meetingId);
  if (!meeting) return refused("not-found");
  const desk = await deskFor(context, meeting);
  if (id === "cards") return done(buildDocument(id, { frame: desk.frame }));
  const invited = desk.invited.find(({ invitation }) => invitation.id === attendee.invitationId);
  if (!invited) return refused("not-found");
  const own = (await doneForPerson(context, attendee)).filter(({ kind }) => kind !== "private");
  const arranged = desk.told.has(attendee.invitationId) ? arrangedSentences(own) : "not-sent";
  return personalPaper(context, desk, invited, {
    id,
    reader: "the-person",
    holds,
    arranged,
    ...(photoAddress === undefined ? {} : { photoAddress }),
  });
}

/** The print sizes a person's papers come in: the usual three, and the one they asked for where it is another. */
export async function mySizes(context: Context, attendee: Attendee): Promise<readonly number[]> {
  const { attendees, toShare } = await needsOfMeeting(context, attendee.organisationId, attendee.meetingId);
  const needs = attendees.find(({ ref }) => ref === attendee.invitationId);
  return sizesWith(
    ownSize(
      needs,
      toShare.find(({ invitationId }) => invitationId === attendee.invitationId),
    ),
  );
}

/** The sizes for a person's papers in the coordinator's hands: their own size only where they let the coordinator see answers by name. */
export async function sizesFor(
  context: Context,
  coordinator: Coordinator,
  meeting: Meeting,
  invitationId: string,
): Promise<readonly number[]> {
  if (meeting.organisationId !== coordinator.organisationId) return usualSizes;
  const { attendees, told, named } = await answersFor(context, meeting);
  if (!named.has(invitationId)) return usualSizes;
  return sizesWith(
    ownSize(
      attendees.find(({ ref }) => ref === invitationId),
      told.get(invitationId),
    ),
  );
}

export const usualSizes: readonly number[] = paperForms.flatMap((form) =>
  form === "web-page" ? [] : [Number(form.replace("-point", ""))],
);

function sizesWith(own: number | undefined): readonly number[] {
  return own === undefined || usualSizes.includes(own) ? usualSizes : [...usualSizes, own].toSorted((one, other) => one - other);
}

const sizesOfFormats: { readonly [Id in FormatId]?: number } = {
  "large-print-16": 16,
  "large-print-18": 18,
  "large-print-20": 20,
  "giant-print-24": 24,
};

/** The size of print each person of a meeting asked for, by invitation; absent where they asked for none. For their own letters only. */
export async function printSizesOf(context: Context, organisationId: string, meetingId: string): Promise<ReadonlyMap<string, number>> {
  const { attendees, toShare } = await needsOfMeeting(context, organisationId, meetingId);
  return new Map(
    attendees.flatMap((needs) => {
      const size = ownSize(
        needs,
        toShare.find(({ invitationId }) => invitationId === needs.ref),
      );
      return size === undefined ? [] : [[needs.ref, size] as const];
    }),
  );
}

// The size somebody typed, else the largest print among the formats their papers are planned in.
function ownSize(needs: AttendeeNeeds | undefined, told: AnswersToShare | undefined): number | undefined {
  const typed = Number(told?.answers["print-size-other"] ?? Number.NaN);
  if (Number.isInteger(typed) && typed >= 12 && typed <= 72) return typed;
  const asked = needs === undefined ? [] : formatsFor(needs).flatMap(({ format }) => sizesOfFormats[format] ?? []);
  return asked.length === 0 ? undefined : Math.max(...asked);
}

/** The forms a finance officer may have of a claim that was sent. */
export const financePaperIds = documentIds.filter((id) => documentOf(id).per === "person" && documentOf(id).audiences.includes("finance"));

/** One claim form for finance, from the claim as it stands. */
export async function paperOfClaim(
  context: Context,
  finance: FinanceOfficer,
  claimId: string,
  id: DocumentId,
): Promise<Result<Doc, NoPaper>> {
  const found = await findSentClaim(context.db, finance.organisationId, claimId);
  if (!found || !financePaperIds.includes(id)) return refused("not-found");
  const meeting = await findMeetingById(context.db, finance.organisationId, found.claim.meetingId);
  if (!meeting) return refused("not-found");
  const desk = await deskFor(context, meeting);
  const invited = desk.invited.find(({ invitation }) => invitation.id === found.claim.invitationId);
  if (!invited) return refused("not-found");
  const paper = await personalPaper(context, desk, invited, { id, reader: "finance", arranged: "private" });
  if (!paper.ok) return paper;
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: finance.organisationId,
      actor: auditActorOf(finance),
      action: "claim-form-opened",
      subject: { kind: "claim", id: claimId },
      details: { form: id },
    }),
  );
  return paper;
}

/**
 * Finance's payment form as a paper: to look at, with the end of the account only, or to pay from, in full. Making it in full is
 * put on record where it is made.
 */
export async function paymentFormPaper(
  context: Context,
  finance: FinanceOfficer,
  claimId: string,
  account: "end-only" | "in-full",
): Promise<Result<Doc, NoPaymentForm>> {
  const organisation = await letterheadOf(context, await organisationOf(context, finance.organisationId));
  const shared = { organisation, madeOn: context.today };
  if (account === "in-full") {
    const full = await paymentFormFor(context, finance, claimId);
    return full.ok ? done(buildDocument("payment-form", { ...shared, sheet: full.value, endsIn: null })) : full;
  }
  const looked = await paymentFormToLookAt(context, finance, claimId);
  if (!looked.ok) return looked;
  const { sheet, endsIn } = looked.value;
  return done(buildDocument("payment-form", { ...shared, sheet, endsIn }));
}

export type PrintedPaper = Pick<RenderedDocument, "mediaType" | "bytes"> & { readonly fileName: string; readonly pages: number };

/**
 * A paper as a tagged PDF. Refused with a sentence naming the letters when no typeface of ours can draw them; the same paper
 * as a web page shows them.
 */
export async function printPaper(doc: Doc, name: string, sizePoints: number): Promise<Result<PrintedPaper, string>> {
  const rendered = await renderDocument(doc, { pdf: sizePoints });
  if (!rendered.ok) return refused(cannotDrawSentence(rendered.refusal.characters));
  const { mediaType, bytes, pages = 0 } = rendered.value;
  return done({ mediaType, bytes, pages, fileName: fileNameOf(name, sizePoints) });
}

const pagesCounted = new Map<string, number>();
/** About what a busy day opens; each is a fingerprint and a number, so no word of a paper is kept here. */
const mostCounted = 2_000;

/**
 * What a link says of a paper as a PDF: its file and how many pages it is. Refused as `printPaper` is. The same paper gives the same bytes
 * on any day, so it is drawn once and only counted after that.
 */
export async function printedSizeOf(
  doc: Doc,
  name: string,
  sizePoints: number,
): Promise<Result<Pick<PrintedPaper, "fileName" | "pages">, string>> {
  const { key, known } = countOnRecord(doc, sizePoints);
  if (known !== undefined) return done({ fileName: fileNameOf(name, sizePoints), pages: known });
  const printed = await printPaper(doc, name, sizePoints);
  if (!printed.ok) return printed;
  const [first] = pagesCounted.keys();
  if (pagesCounted.size >= mostCounted && first !== undefined) pagesCounted.delete(first);
  pagesCounted.set(key, printed.value.pages);
  return printed;
}

function countOnRecord(doc: Doc, sizePoints: number): { readonly key: string; readonly known: number | undefined; readonly bytes: number } {
  const paper = serialize([doc, sizePoints]);
  const key = createHash("sha256").update(paper).digest("base64");
  return { key, known: pagesCounted.get(key), bytes: paper.length };
}

/** A paper of up to so many bytes of words and marks is drawn in well under a tenth of a second. */
const quickToDraw = 100_000;

/**
 * The same for a page that has more to show than this link: pages is null for a paper nobody has counted yet where it is large or
 * `mayDraw` says that there is no time, and `printedSizeOf` draws it later.
 */
export async function printedSizeIfQuick(
  doc: Doc,
  name: string,
  sizePoints: number,
  mayDraw: boolean,
): Promise<Result<{ readonly fileName: string; readonly pages: number | null }, string>> {
  const { known, bytes } = countOnRecord(doc, sizePoints);
  if (known === undefined && (bytes > quickToDraw || !mayDraw)) return done({ fileName: fileNameOf(name, sizePoints), pages: null });
  return printedSizeOf(doc, name, sizePoints);
}

function fileNameOf(name: string, sizePoints: number): string {
  return `${name}-${sizePoints}-point.pdf`;
}

/** A paper as a web page of its own. */
export async function paperAsPage(doc: Doc, name: string): Promise<PrintedPaper> {
  const rendered = await renderDocument(doc, "html");
  if (!rendered.ok) throw new Error("A web page was refused for its letters");
  return { mediaType: rendered.value.mediaType, bytes: rendered.value.bytes, pages: 1, fileName: `${name}.html` };
}

function cannotDrawSentence(characters: readonly string[]): string {
  const shown = characters.slice(0, 8).map((character) => `“${character}”`);
  return `We cannot print ${list(shown)} as a PDF yet. Use the web page instead: it shows every letter, and it can be printed.`;
}

/** The beginning of a file's name, without anybody's name: "joining-instructions-person-3". */
export function paperFileName(id: DocumentId, person?: number): string {
  return person === undefined ? id : `${id}-person-${person}`;
}

/** The file of an address: which size it asks for, or null when it is no file of that paper. */
export function sizeInFileName(file: string, name: string): number | null {
  const [, begins, size = ""] = /^(.+)-(\d{2})-point\.pdf$/u.exec(file) ?? [];
  const points = Number(size);
  return begins === name && points >= 12 && points <= 72 ? points : null;
}

async function sharedPaper(context: Context, desk: Desk, view: PlanView, id: DocumentId): Promise<Doc> {
  const { frame, meeting } = desk;
  if (id === "venue-checklist") return buildDocument(id, { frame, questions: questionsOf(desk, view) });
  if (id === "voucher-log") return buildDocument(id, { frame, budgetCode: meeting.budgetCode });
  if (id === "status-decision-form") return buildDocument(id, { frame, role: await roleOf(context, meeting) });
  throw new Error(`The paper ${id} is not one of a meeting's own`);
}

/** The part people are asked to play in a meeting, and how it is paid; null where nothing is offered yet. */
async function roleOf(
  context: Context,
  meeting: Meeting,
): Promise<{ readonly name: string; readonly pays: string; readonly costs: string } | null> {
  const line = await findRateLine(context, meeting);
  if (line === null) return null;
  const costs = costsInWords(meeting.costsCovered, meeting.costsOther);
  return {
    name: line.roles === "any" ? line.label : list(line.roles),
    pays: rateInWords(line),
    costs: costs.length === 0 ? "None are met" : list(costs),
  };
}

function questionsOf({ venueFacts }: Desk, { venueQuestions }: PlanView): readonly ChecklistQuestion[] {
  return venueQuestions.map(({ feature, quantity }) => {
    const fact = venueFacts.find(({ featureId }) => featureId === feature);
    return {
      feature,
      ...(quantity === undefined ? {} : { quantity }),
      ...(fact === undefined ? {} : { known: { value: fact.value, saidBy: fact.saidBy, checkedOn: fact.checkedOn } }),
    };
  });
}

/** One paper about a person, and in whose hands. */
type Hands = {
  readonly id: DocumentId;
  readonly reader: "coordinator" | "the-person" | "finance";
  readonly holds?: LetterHolds;
  readonly arranged: JoiningFacts["arranged"];
  readonly photoAddress?: PhotoAddress;
};

/** Where a page of the program finds a photo; left out for a file, which carries its pictures itself. */
export type PhotoAddress = (photo: { readonly venueId: string; readonly photoId: string }) => string;

async function personalPaper(context: Context, desk: Desk, invited: InvitedPerson, hands: Hands): Promise<Result<Doc, NoPaper>> {
  const { id } = hands;
  const { frame, meeting, organisation } = desk;
  const { invitation, person } = invited;
  const { offer } = invitation;
  const addressee = { name: person.name, addressLines: linesOf(person.address) };
  switch (id) {
    case "joining-instructions":
    case "joining-easy-read":
    case "joining-aloud":
    case "joining-signed":
      return done(buildDocument(id, await joiningFacts(context, desk, invited, hands)));
    case "plan-to-leave": {
      const plan = await leavePlanOnPaper(context, meeting, invitation.id);
      if (plan === null) return refused("no-plan-to-leave");
      const { agreedOn, stands } = plan;
      return done(buildDocument(id, { frame, name: person.name, plan, agreedOn, stands }));
    }
    case "offer-letter": {
      if (offer === null) return refused("no-offer");
      const status = await taxForOffer(context, meeting.organisationId, offer);
      return done(
        buildDocument(id, {
          frame,
          person: addressee,
          offer,
          costsOther: meeting.costsOther,
          included: await includedIn(context, meeting.organisationId, offer),
          ...(status === undefined ? {} : { status }),
        }),
      );
    }
    case "jobcentre-letter":
      return done(
        await jobcentreLetter(context, { frame, organisation, invitation, person }, hands.holds ?? { ...usualLetter, amount: true }),
      );
    case "permitted-work-help":
      return offer === null
        ? refused("no-offer")
        : done(
            buildDocument(id, {
              frame,
              personName: person.name,
              days: [...new Set(offer.activities.map(({ entry }) => entry.date))].toSorted(),
              minutes: minutesOffered(offer),
              total: offer.total,
              paidWithin: offer.paidWithin,
              paysCosts: offer.costsCovered.length > 0,
              advice: adviceLines(meeting.nation),
            }),
          );
    case "choice-form":
      return offer === null ? refused("no-offer") : done(buildDocument(id, { frame, personName: person.name, offer }));
    case "payee-details-form":
      return done(buildDocument(id, { frame, personName: person.name, personReference: payeeNumberOf(person.id) }));
    case "involvement-payment-claim-form":
    case "expenses-claim-form":
      return offer === null ? refused("no-offer") : done(await claimForm(context, desk, { invited, offer, id, hands }));
    default:
      return refused("not-found");
  }
}

async function jobcentreLetter(
  context: Context,
  { frame, organisation, invitation, person }: { readonly frame: PaperFrame; readonly organisation: Organisation } & InvitedPerson,
  holds: LetterHolds,
): Promise<Doc> {
  const { offer } = invitation;
  const decision = holds.chosen && offer !== null ? await decisionFor(context, context.db, invitation.id) : null;
  return buildDocument("jobcentre-letter", {
    frame,
    bodyKind: bodyKindOf(organisation),
    includesMeeting: holds.meeting,
    ...(holds.name ? { personName: person.name } : {}),
    ...(holds.amount && offer !== null
      ? { amount: { total: offer.total, paidWithin: offer.paidWithin, minutes: minutesOffered(offer) } }
      : {}),
    ...(decision === null ? {} : { chosen: payableFor(decision.choice, decision.offered).forTime }),
  });
}

/** The letter for one invitation, with the parts the person asked for. The caller has checked who may have it. */
export async function letterFor(
  context: Context,
  { meeting, invitation, person }: { readonly meeting: Meeting } & InvitedPerson,
  holds: LetterHolds,
): Promise<Doc> {
  const organisation = await organisationOf(context, meeting.organisationId);
  return jobcentreLetter(context, { frame: await frameOf(context, meeting, organisation), organisation, invitation, person }, holds);
}

/** What the rates of an offer pay for besides the meeting itself, as the card says that it was made by: a card is never changed. */
async function includedIn(context: Context, organisationId: string, offer: Offer): Promise<readonly Activity[]> {
  const stored = await findRateCard(context.db, organisationId, offer.card.id);
  const codes = new Set(offer.activities.map(({ line }) => line.code));
  return [...new Set((stored?.card.lines ?? []).filter(({ code }) => codes.has(code)).flatMap(({ includes }) => includes))];
}

function bodyKindOf({ bodyKind }: Organisation): BodyKind {
  return bodyKind === "statutory" || bodyKind === "research" || bodyKind === "charity" ? bodyKind : "other";
}

async function joiningFacts(
  context: Context,
  desk: Desk,
  { invitation, person }: InvitedPerson,
  { reader, arranged, photoAddress }: Hands,
): Promise<JoiningFacts> {
  const { frame, meeting, plan, forEveryone } = desk;
  const mayRead = reader === "the-person" || desk.named.has(invitation.id);
  const theirTimes = plan?.personalTimes.find(({ attendee }) => attendee === invitation.id);
  const arrivalMinutes = mayRead ? theirTimes?.arrivalBufferMinutes : undefined;
  const hasPlanToLeave = mayRead && plan !== null && plan.evacuation.plans.some(({ attendee }) => attendee === invitation.id);
  return {
    frame,
    person: { name: person.name, addressLines: linesOf(person.address) },
    way: wayOf(invitation.reply),
    meets: await whoMeetsAt(context.db, meeting),
    photos: { ...(await photosOfPlace(context, meeting)), pictures: await picturesOfPlace(context, meeting, photoAddress) },
    arranged,
    ...(arrivalMinutes === undefined ? {} : { arrivalMinutes }),
    knownOfTheWay: knownOfTheWay(desk),
    agenda: meeting.agenda,
    runningOrder: plan?.runningOrder ?? null,
    expectedPeople: meeting.expectedPeople,
    // What somebody else said everyone may know; a person's own words need not be told back to them.
    forEveryone: forEveryone.filter(({ name }) => name !== person.name),
    offer: invitation.offer ?? (meeting.paymentOffered === "nothing" ? "nothing-offered" : "not-decided"),
    costsOther: meeting.costsOther,
    hasPlanToLeave,
  };
}

function wayOf(reply: string): JoiningFacts["way"] {
  if (reply === "coming-in-room") return "room";
  if (reply === "coming-online") return "online";
  return reply === "coming-by-phone" ? "phone" : "not-said";
}

const standings: Readonly<Record<RequirementState, string>> = {
  met: "arranged.",
  waiting: "we have asked, and wait for an answer.",
  "part-met": "part of it is arranged. We are working on the rest.",
  "to-do": "we are working on it.",
  "cannot-meet": "we cannot do this. We will talk with you about it.",
};
// The worst first: a choice that means several things is as far as the one that is furthest behind.
const slowest: readonly RequirementState[] = ["cannot-meet", "to-do", "part-met", "waiting", "met"];

/** What is being done for one person, for a paper in the coordinator's hands: only where they gave the coordinator their name. */
function arrangedFor({ told, named }: Desk, view: PlanView, invitationId: string): JoiningFacts["arranged"] {
  const answers = told.get(invitationId);
  if (answers === undefined) return "not-sent";
  if (!named.has(invitationId)) return "private";
  const states = new Map(view.requirements.map(({ requirement, status }) => [requirement, status]));
  return itemsOf(answers.chosen, answers.answers).flatMap((item) => {
    const meant = meaningOfChoices([item], answers.answers).requirements.map(({ id }) => id);
    if (meant.some(isConfidential)) return [];
    // A choice no requirement stands for is read by a person, so nobody can say yet that it is arranged.
    const found = meant.map((requirement) => states.get(requirement) ?? "to-do");
    const state = slowest.find((one) => found.includes(one)) ?? "to-do";
    return [`${optionOf(item.id).name.replace(/\.$/u, "")}: ${standings[state]}`];
  });
}

function knownOfTheWay({ meeting, venueFacts, attendees }: Desk): readonly VenueFeatureId[] {
  const facts = factsFrom(venueFacts);
  const place = placeForPlanning(attendees, facts, new Set(meeting.conditions));
  return venueFeatureIds.filter((feature) => {
    const { area } = venueFeatureOf(feature);
    return (area === "arrival" || area === "entrance") && checkFact(place, feature).finding === "met";
  });
}

type FormWanted = {
  readonly invited: InvitedPerson;
  readonly offer: Offer;
  readonly id: "involvement-payment-claim-form" | "expenses-claim-form";
  readonly hands: Hands;
};

async function claimForm(context: Context, desk: Desk, { invited, offer, id, hands }: FormWanted): Promise<Doc> {
  const { frame, meeting } = desk;
  const stored = await findClaimOfInvitation(context.db, invited.invitation.id);
  const claim = stored?.sent == null ? null : sentClaimOf(context, stored);
  const parties = await partiesOf(context, desk, { invited, hands, ...(stored === undefined || claim === null ? {} : { stored }) });
  const stage = claim === null ? "to-fill-in" : "as-claimed";
  const value = claim ?? unclaimed(meeting, invited, offer);
  if (id === "expenses-claim-form") {
    const covered = costsInWords(offer.costsCovered, meeting.costsOther);
    const agreedBefore = (await listCostRequestsOf(context.db, invited.invitation.id)).flatMap(({ state, answeredAt, amount }) =>
      state === "agreed" && answeredAt !== null ? [{ on: dayIn(answeredAt), ...(amount === null ? {} : { amount }) }] : [],
    );
    return buildDocument(id, { frame, stage, covered, form: layOutExpensesForm(value, parties, { agreedBefore }) });
  }
  const { name, version, validFrom } = offer.card;
  const decision = stored === undefined || claim === null ? null : await decisionFor(context, context.db, invited.invitation.id);
  return buildDocument(id, {
    frame,
    stage,
    form: layOutInvolvementForm(value, parties, {
      offer: { reference: offer.reference, card: { name, version, validFrom } },
      payeeReference: payeeNumberOf(invited.person.id),
      ...(decision === null
        ? {}
        : {
            choiceRecord: `${inFours(offer.reference)}, ${plainDate(decision.decidedOn)}`,
            ...(decision.how === null ? {} : { method: decision.how }),
          }),
      // Asked only by some organisations, so it stands here only where somebody was asked and answered.
      ...(stored === undefined || stored.ownTime === "not-said" ? {} : { publicSectorJobUnrelatedAndOwnTime: stored.ownTime }),
    }),
  });
}

// A form before there is a claim: the offer's time and sums, and no choice, because a choice is the person's own to write.
function unclaimed(meeting: Meeting, { invitation, person }: InvitedPerson, offer: Offer): Claim {
  return {
    reference: meeting.reference,
    person: person.id,
    event: meeting.id,
    activityDate: meeting.date ?? offer.madeOn,
    sentOn: offer.madeOn,
    offer: invitation.id,
    paidByEmployerForThisTime: "not-said",
    lines: offer.activities.map((priced) => ({ about: "time", id: priced.entry.id, priced })),
    caps: offer.cuts.map(({ cap }) => cap),
    advances: [],
    leftOverDecisions: [],
    ...(meeting.budgetCode === "" ? {} : { budgetCode: meeting.budgetCode }),
  };
}

async function partiesOf(
  context: Context,
  { organisation, meeting, frame }: Desk,
  { invited, stored, hands }: { readonly invited: InvitedPerson; readonly stored?: StoredClaim; readonly hands: Hands },
): Promise<FormParties> {
  const { person } = invited;
  const { contact } = organisation;
  const { place } = frame.meeting;
  const isMasked = fieldMatrix.contact.seenBy[hands.reader] === "masked";
  const said = (key: "phone" | "email", value: string) => (value === "" && !isMasked ? {} : { [key]: isMasked ? heldBack : value });
  return {
    organisation: {
      name: organisation.name,
      ...(organisation.department === "" ? {} : { department: organisation.department }),
      ...(organisation.address === "" ? {} : { address: linesOf(organisation.address) }),
      ...(contact.name === "" ? {} : { contactName: contact.name }),
      ...(contact.phone === "" ? {} : { phone: contact.phone, relayPhone: relayNumber(contact.phone) }),
      ...(contact.email === "" ? {} : { email: contact.email }),
    },
    person: {
      reference: inFours(payeeNumberOf(person.id)),
      nameUsed: person.name,
      preferredContact: isMasked ? heldBack : preferredContactNames[person.preferredContact],
      ...(person.address === "" && !isMasked ? {} : { address: isMasked ? [heldBack] : linesOf(person.address) }),
      ...said("phone", person.phone),
      ...said("email", person.email),
    },
    activities:
      meeting.date === null
        ? []
        : [
            {
              reference: meeting.reference,
              title: meeting.name,
              date: meeting.date,
              ...(meeting.startsAt === null ? {} : { plannedFrom: meeting.startsAt }),
              ...(meeting.endsAt === null ? {} : { plannedTo: meeting.endsAt }),
              ...(meeting.mode === "in-person" ? { mode: "in-person" as const } : {}),
              ...(meeting.mode === "online" ? { mode: "online" as const } : {}),
              ...(place === null ? {} : { place: [place.name, ...place.address].join(", ") }),
              ...(meeting.contact === null ? {} : { organiser: meeting.contact.name }),
            },
          ],
    ...(meeting.budgetCode === "" ? {} : { code: { costCentre: meeting.budgetCode } }),
    signatures: stored === undefined ? [] : await signaturesOf(context, stored),
    financeUse: await financeUseOf(context, stored),
  };
}

async function financeUseOf(context: Context, stored: StoredClaim | undefined): Promise<FormParties["financeUse"]> {
  if (stored === undefined) return {};
  const run = await findLiveRunOf(context.db, stored.id);
  return {
    payeeNumber: inFours(payeeNumberOf(stored.personId)),
    ...(run === undefined ? {} : { batch: String(run.run.number) }),
    ...(stored.paidOn === null ? {} : { paidOn: stored.paidOn }),
  };
}

// Finance pays by the payee's record, and sees how to reach a person only masked (promises.md section 3).
const heldBack = "Not shown on this copy";

async function signaturesOf(context: Context, claim: StoredClaim): Promise<readonly SignBlock[]> {
  const steps = (await listSteps(context.db, [claim.id])).filter(({ step }) => step.round === claim.round);
  const roles = { check: "checker", authorise: "authoriser", release: "releaser" } as const;
  return [
    claim.signedName === "" || claim.sentAt === null
      ? { role: "person" }
      : { role: "person", name: claim.signedName, on: dayIn(claim.sentAt), at: clockIn(claim.sentAt), how: claim.enteredFrom ?? "online" },
    { role: "coordinator" },
    ...steps.map(({ step, name }): SignBlock => ({
      role: roles[step.step],
      name,
      on: dayIn(step.at),
      at: clockIn(step.at),
      how: "online",
    })),
  ];
}
