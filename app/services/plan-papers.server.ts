// The plan on paper for each of its readers: the coordinator's file, anybody without names, the venue, and the chair with the
// access host. What a reader may read is worked out here from what each person chose; the papers only print it.
import { readingsFor, type SharedLine } from "#app/domain/access/sharing.ts";
import type { SupportId } from "#app/domain/access/supports.ts";
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { AccessPlanFacts, PlannedDecision } from "#app/documents/catalogue/access-plan.ts";
import type { PlanForChairFacts } from "#app/documents/catalogue/plan-for-chair.ts";
import type { PlanForVenueFacts, VenueNeed } from "#app/documents/catalogue/plan-for-venue.ts";
import { buildDocument, type DocumentId } from "#app/documents/catalogue/index.ts";
import type { Doc } from "#app/documents/model.ts";
import { conflictTitle } from "#app/words/conflicts.ts";
import { howLabel, whoAgreedLabel } from "#app/words/plan.ts";
import { requirementName } from "#app/words/requirements.ts";
import { listBookings } from "#db/stores/bookings.ts";
import type { Context } from "./context.server.ts";
import { dayPaperFacts } from "./day-papers.server.ts";
import { agreedWayOf, isConfidential, planOnPaper, type Desk } from "./paper-desk.server.ts";
import type { PlanView } from "./plan-view.ts";

export const planPaperIds = ["access-plan", "plan-without-names", "plan-for-venue", "plan-for-chair"] as const;
export type PlanPaperId = (typeof planPaperIds)[number];

/** Says whether a paper is the plan for one of its readers. */
export function isPlanPaper(id: DocumentId): id is PlanPaperId {
  return planPaperIds.some((one) => one === id);
}

/**
 * The plan for one reader, with clashes and decisions or without. The venue never reads of a clash; typed words stand only in the
 * coordinator's own file.
 */
export async function planPaper(context: Context, desk: Desk, view: PlanView, id: PlanPaperId, showsClashes: boolean): Promise<Doc> {
  const { frame, replies, meeting } = desk;
  const shared = { frame, replies, agenda: meeting.agenda.map(({ title }) => title) };
  const plan = planOnPaper(view);
  switch (id) {
    case "access-plan": {
      const file = await withContacts(context, desk, plan);
      return buildDocument(id, { ...shared, plan: file, readings: desk.readings, decisions: showsClashes ? decisionsOf(view) : null });
    }
    case "plan-without-names":
      return buildDocument(id, { ...shared, plan, showsClashes });
    case "plan-for-venue":
      return buildDocument(id, venueFacts(desk, view));
    case "plan-for-chair":
      return buildDocument(id, await chairFacts(context, desk, view, showsClashes));
  }
}

/** How to reach who was asked or booked stands beside them in the coordinator's file. */
async function withContacts(context: Context, { meeting }: Desk, plan: AccessPlanFacts["plan"]): Promise<AccessPlanFacts["plan"]> {
  if (typeof plan === "string") return plan;
  const stored = await listBookings(context.db, meeting.organisationId, meeting.id);
  const contactOf = (support: SupportId, supplier: string): string => {
    const found = stored.find((one) => one.supportId === support && one.supplier === supplier);
    if (found === undefined) return "";
    return [found.supplierContact, found.supplierPhone, found.supplierEmail].filter((part) => part !== "").join(", ");
  };
  return {
    ...plan,
    bookings: plan.bookings.map((booking) => ({
      ...booking,
      made: booking.made.map((one) => ({ ...one, contact: contactOf(booking.support, one.supplier) })),
    })),
  };
}

function decisionsOf(view: PlanView): readonly PlannedDecision[] {
  const needs = view.requirements.flatMap(({ requirement, decision }): readonly PlannedDecision[] => {
    if (decision === null || isConfidential(requirement)) return [];
    const { how, plan, role, evidence, decidedBy, decidedOn } = decision;
    return [{ about: requirementName[requirement], words: plan === "" ? `${howLabel[how]}.` : plan, role, evidence, decidedBy, decidedOn }];
  });
  const clashes = view.clashes.flatMap((clash): readonly PlannedDecision[] => {
    const { decision, isConfidential: isKeptBack, requirements } = clash;
    if (decision === null || isKeptBack || requirements.some(isConfidential)) return [];
    const { way, otherWay, agreedBy, role, evidence, decidedBy, decidedOn } = decision;
    const chosen = way === "something-else" && otherWay !== "" ? otherWay : (agreedWayOf(clash) ?? "Not agreed yet.");
    const who = agreedBy === undefined || agreedBy === "" ? "" : ` Agreed by: ${whoAgreedLabel[agreedBy].toLowerCase()}.`;
    return [{ about: conflictTitle[clash.clash], words: `${ended(chosen)}${who}`, role, evidence, decidedBy, decidedOn }];
  });
  return [...needs, ...clashes];
}

function ended(text: string): string {
  return /[.?!]$/u.test(text) ? text : `${text}.`;
}

/** Only what people let the venue know, each thing with whether somebody cannot take part without it. */
function venueFacts({ frame, meeting, toShare, venueFacts: rows }: Desk, view: PlanView): PlanForVenueFacts {
  const lines = meeting.mode === "online" ? [] : readingsFor(toShare, "venue").flatMap((reading) => reading.lines);
  const essential = new Set<VenueFeatureId>(
    view.requirements.flatMap(({ requirement, essentialPeople, demands }) =>
      essentialPeople === 0 || isConfidential(requirement)
        ? []
        : demands.flatMap(({ demand, level }) => (demand.kind === "venue-feature" && level === "must" ? [demand.feature] : [])),
    ),
  );
  const needOf = (feature: VenueFeatureId, count?: number): VenueNeed => {
    const fact = rows.find(({ featureId }) => featureId === feature);
    return {
      feature,
      ...(count === undefined ? {} : { count }),
      isEssential: essential.has(feature),
      known: fact === undefined || fact.value === null ? null : { value: fact.value, checkedOn: fact.checkedOn },
    };
  };
  return {
    frame,
    people: meeting.expectedPeople,
    needs: lines.flatMap((line): readonly VenueNeed[] => {
      if (line.kind === "venue-quantity") return [needOf(line.feature, line.count)];
      return line.kind === "venue-feature" ? [needOf(line.feature)] : [];
    }),
    extraSeats: lines.reduce((sum, line) => (line.kind === "extra-seats" ? sum + line.count : sum), 0),
    notes: lines.filter((line): line is Extract<SharedLine, { readonly kind: "own-words" }> => line.kind === "own-words"),
    runningOrder: view.timetable?.runningOrder ?? null,
  };
}

async function chairFacts(context: Context, desk: Desk, view: PlanView, showsClashes: boolean): Promise<PlanForChairFacts> {
  const { waysOfWorking: _forAll, signInLines: _lines, ...day } = await dayPaperFacts(context, desk.frame, desk.meeting, view);
  const isOpen = ({ state, isConfidential: isKeptBack, requirements }: PlanView["clashes"][number]): boolean =>
    state !== "agreed" && !isKeptBack && !requirements.some(isConfidential);
  return {
    ...day,
    readings: readingsFor(desk.toShare, "chair-and-access-host"),
    open: showsClashes ? view.clashes.filter(isOpen).map(({ clash }) => clash) : null,
  };
}
