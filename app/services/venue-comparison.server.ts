// Venues side by side for one meeting, and choosing one with open eyes: where it leaves somebody's essential need unmet, what will
// be done about each is kept before it is chosen. What nobody knows of a venue is asked, and stops nobody.
import type { AskedId } from "#app/domain/access/asked.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { SettingFacts } from "#app/domain/meetings/meeting.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import {
  assessVenue,
  mostCompared,
  type ComparedCheck,
  type ComparedNeed,
  type VenueInComparison,
  type WayToGoOn,
} from "#app/domain/venues/compare.ts";
import { holdsUntil } from "#app/domain/venues/statements.ts";
import { record } from "#db/audit.ts";
import { addArrangement, listArrangements, type StoredArrangement } from "#db/stores/arrangements.ts";
import { findMeeting, saveMeeting, type Meeting } from "#db/stores/meetings.ts";
import { findVenue, listRequests, listVenues, type Venue, type VenueRequest } from "#db/stores/venues.ts";
import type { Context } from "./context.server.ts";
import { sunsetKnownFor } from "./meetings.server.ts";
import { needsOfMeeting } from "./needs.server.ts";
import { arrangementsStanding, factsFrom } from "./plan-loading.server.ts";
import { factsOnRecord, type FactOnRecord } from "./venue-facts.server.ts";

export type CheckView = ComparedCheck & {
  /** Who said so and when; null where nobody ever spoke of it. */
  readonly recorded:
    | (Pick<FactOnRecord, "standing" | "source" | "saidBy" | "checkedOn" | "heard"> & {
        /** The last day it may be relied on, where that is before the meeting; null where it holds, or the day is not known. */
        readonly holdsOnlyUntil: CalendarDate | null;
      })
    | null;
};
export type NeedAtVenue = Omit<ComparedNeed, "checks"> & { readonly checks: readonly CheckView[] };
export type ComparedVenue = Omit<VenueInComparison, "needs"> & {
  readonly venueId: string;
  readonly name: string;
  readonly isChosen: boolean;
  readonly needs: readonly NeedAtVenue[];
  /** The latest checklist sent to it for this meeting; null where none was. */
  readonly asked: Pick<VenueRequest, "sentAt" | "answeredAt" | "answerBy"> | null;
};

export type VenueComparison = {
  readonly meeting: Pick<Meeting, "reference" | "name" | "date" | "mode" | "version">;
  /** Every venue on file, by name. */
  readonly onFile: readonly { readonly venueId: string; readonly name: string; readonly isShown: boolean }[];
  readonly venues: readonly ComparedVenue[];
  /** How many people have said what they need. */
  readonly answered: number;
};

/** Puts venues beside each other: those that were asked for, else the chosen one and the others by name. */
export async function compareVenues(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  wanted: readonly string[],
): Promise<Result<VenueComparison, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const onFile = await listVenues(context.db, coordinator.organisationId);
  const chosenFirst = onFile.toSorted((one, other) => Number(other.id === meeting.venueId) - Number(one.id === meeting.venueId));
  const asked = chosenFirst.filter(({ id }) => wanted.includes(id));
  const shown = (asked.length === 0 ? chosenFirst : asked).slice(0, mostCompared);
  const { attendees } = await needsOfMeeting(context, meeting.organisationId, meeting.id);
  const venues: ComparedVenue[] = [];
  for (const venue of shown) venues.push(await viewOf(context, meeting, venue, attendees));
  return done({
    meeting,
    onFile: onFile.map(({ id, name }) => ({ venueId: id, name, isShown: shown.some((one) => one.id === id) })),
    venues,
    answered: attendees.length,
  });
}

type Attendees = Awaited<ReturnType<typeof needsOfMeeting>>["attendees"];

async function viewOf(context: Context, meeting: Meeting, venue: Venue, attendees: Attendees): Promise<ComparedVenue> {
  const rows = await factsOnRecord(context, context.db, venue);
  const recorded = new Map<string, FactOnRecord>(rows.map((row) => [row.featureId, row]));
  const isChosen = meeting.venueId === venue.id;
  const { needs, ...counts } = assessVenue(
    settingOf({ ...meeting, venueId: venue.id }, venue),
    attendees,
    factsFrom(rows),
    isChosen ? await arrangementsStanding(context, meeting) : [],
  );
  const requests = await listRequests(context.db, meeting.organisationId, meeting.id);
  const request = requests.find(({ venueId }) => venueId === venue.id);
  return {
    venueId: venue.id,
    name: venue.name,
    isChosen,
    ...counts,
    needs: needs.map((need) => ({
      ...need,
      checks: need.checks.map((check) => ({ ...check, recorded: sourceOf(recorded, check, meeting.date) })),
    })),
    asked: request === undefined ? null : { sentAt: request.sentAt, answeredAt: request.answeredAt, answerBy: request.answerBy },
  };
}

function sourceOf(
  recorded: ReadonlyMap<string, FactOnRecord>,
  { feature }: ComparedCheck,
  meetingDay: CalendarDate | null,
): CheckView["recorded"] {
  const row = recorded.get(feature);
  if (row === undefined) return null;
  const { standing, source, saidBy, checkedOn, heard } = row;
  const until = holdsUntil(feature, checkedOn);
  const isOver = standing === "known" && meetingDay !== null && until < meetingDay;
  return { standing, source, saidBy, checkedOn, heard, holdsOnlyUntil: isOver ? until : null };
}

// A meeting whose day is not known yet can be compared all the same: nothing about a place hangs on the day but darkness.
function settingOf(meeting: Meeting, venue: Venue): SettingFacts {
  const { mode, parallelGroups, foodServed, conditions, date, endsAt } = meeting;
  const sunset = date === null ? undefined : sunsetKnownFor({ ...meeting, date }, venue)?.at;
  return {
    mode: mode ?? "in-person",
    parallelGroups,
    foodServed,
    conditions,
    ...(endsAt === null ? {} : { plannedEnd: endsAt }),
    ...(sunset === undefined ? {} : { sunset }),
  };
}

export type VenueToChoose = {
  readonly meeting: Pick<Meeting, "reference" | "name" | "date" | "version">;
  readonly venueId: string;
  readonly name: string;
  readonly isChosen: boolean;
  readonly notMet: readonly NeedAtVenue[];
  readonly notKnown: readonly NeedAtVenue[];
};

/** What choosing a venue would leave unmet, and what nobody knows of it. */
export async function venueToChoose(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  venueId: string,
): Promise<Result<VenueToChoose, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  const venue = await findVenue(context.db, coordinator.organisationId, venueId);
  if (!meeting || !venue) return refused("not-found");
  const { attendees } = await needsOfMeeting(context, meeting.organisationId, meeting.id);
  const { needs, name, isChosen } = await viewOf(context, meeting, venue, attendees);
  const essential = needs.filter((need) => need.isEssential);
  return done({
    meeting,
    venueId,
    name,
    isChosen,
    notMet: essential.filter(({ finding }) => finding === "not-met"),
    notKnown: essential.filter(({ finding }) => finding === "unknown"),
  });
}

/** What was known when a venue was chosen although it leaves something unmet. */
export type VenueChoice = {
  readonly venueId: string;
  readonly venue: string;
  readonly unmet: readonly { readonly requirement: AskedId; readonly way: WayToGoOn }[];
  readonly notKnown: readonly AskedId[];
  readonly on: CalendarDate;
  readonly by: string;
};

type ChooseRefusal = "not-found" | "changed-by-someone-else" | { readonly without: readonly AskedId[] };

/**
 * Chooses a venue. Refused while somebody's essential need is unmet there and nobody has said what will be done about it; what is
 * said is kept, sealed, with who said it. A need nobody knows about stops nothing: the plan asks the venue.
 */
export async function chooseVenueKnowing(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly version: number; readonly venueId: string },
  ways: ReadonlyMap<string, WayToGoOn>,
  intent?: string,
): Promise<Result<{ readonly notKnown: number; readonly unmet: number }, ChooseRefusal>> {
  const seen = await venueToChoose(context, coordinator, at.reference, at.venueId);
  if (!seen.ok) return seen;
  const { notMet, notKnown, name } = seen.value;
  const unmet = notMet.flatMap(({ requirement }) => {
    const way = ways.get(requirement);
    return way === undefined ? [] : [{ requirement, way }];
  });
  if (unmet.length < notMet.length)
    return refused({ without: notMet.flatMap(({ requirement }) => (ways.has(requirement) ? [] : [requirement])) });
  return context.change<Result<{ notKnown: number; unmet: number }, ChooseRefusal>>(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, at.reference);
      const venue = await findVenue(tx, coordinator.organisationId, at.venueId);
      if (!meeting || !venue) return refused("not-found");
      if (!(await saveMeeting(tx, meeting.id, at.version, { venueId: venue.id, venueState: "chosen" })))
        return refused("changed-by-someone-else");
      if (unmet.length > 0) {
        const id = context.newId();
        const choice: VenueChoice = {
          venueId: venue.id,
          venue: name,
          unmet,
          notKnown: notKnown.map(({ requirement }) => requirement),
          on: context.today,
          by: coordinator.name,
        };
        await addArrangement(tx, {
          id,
          organisationId: meeting.organisationId,
          meetingId: meeting.id,
          kind: "venue-choice",
          subject: context.vault.fingerprint("arrangement", `${meeting.id} venue-choice ${id}`),
          decision: context.vault.seal(JSON.stringify(choice), place(id)),
          savedBy: coordinator.staffId,
          savedAt: context.now,
        });
      }
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action: unmet.length === 0 ? "venue-chosen" : "venue-chosen-with-unmet-needs",
        subject: { kind: "meeting", id: meeting.id },
        details: { unmet: unmet.length, notKnown: notKnown.length },
      });
      return done({ notKnown: notKnown.length, unmet: unmet.length });
    },
    intent === undefined ? {} : { intent },
  );
}

const place = (row: string) => ({ table: "arrangements", column: "decision", row });

/** What was said when the meeting's venue was chosen although it leaves something unmet; null where nothing had to be. */
export async function venueChoiceOf(
  context: Context,
  coordinator: Coordinator,
  meeting: Pick<Meeting, "id" | "venueId">,
): Promise<VenueChoice | null> {
  const rows = await listArrangements(context.db, coordinator.organisationId, meeting.id);
  const latest = rows.filter(({ kind }) => kind === "venue-choice").toSorted((one, other) => other.savedAt.localeCompare(one.savedAt))[0];
  const choice = latest === undefined ? null : opened(context, latest);
  return choice?.venueId === meeting.venueId ? choice : null;
}

// Written only by this module, so its shape is known.
function opened(context: Context, row: StoredArrangement): VenueChoice {
  return JSON.parse(context.vault.unseal(row.decision, place(row.id))) as VenueChoice;
}
