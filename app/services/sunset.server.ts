// When the sun sets on the day of a meeting: what is known of it and how, a time somebody looked up, and where the venue is.
import type { CalendarDate, ClockTime } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Coordinates, KnownSunset } from "#app/domain/meetings/sunset.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import { findMeeting, saveMeeting } from "#db/stores/meetings.ts";
import { findVenue, saveVenue } from "#db/stores/venues.ts";
import type { Context } from "./context.server.ts";
import { sunsetKnownFor } from "./meetings.server.ts";
import { columnsOf, coordinatesOf, notePlaces } from "./venue-places.server.ts";

export type SunsetView = {
  readonly reference: string;
  readonly meeting: string;
  readonly date: CalendarDate | null;
  readonly isOnline: boolean;
  readonly version: number;
  /** Null where it is not known. */
  readonly known: KnownSunset | null;
  readonly venue: { readonly name: string; readonly coordinates: Coordinates | null; readonly version: number } | null;
};

/** What is known of sunset on the day of a meeting. */
export async function sunsetFor(context: Context, coordinator: Coordinator, reference: string): Promise<Result<SunsetView, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const { date, venueId, mode, version, name } = meeting;
  const venue = venueId === null || mode === "online" ? undefined : await findVenue(context.db, coordinator.organisationId, venueId);
  return done({
    reference: meeting.reference,
    meeting: name,
    date,
    isOnline: mode === "online",
    version,
    known: date === null ? null : (sunsetKnownFor({ ...meeting, date }, venue ?? null) ?? null),
    venue: venue === undefined ? null : { name: venue.name, coordinates: coordinatesOf(venue), version: venue.version },
  });
}

type NotSaved = "not-found" | "no-date" | "changed-by-someone-else";

/** Keeps the time of sunset somebody looked up, for this day and this venue only; null takes it back. */
export async function typeSunset(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly version: number },
  time: ClockTime | null,
  intent?: string,
): Promise<Result<{ readonly reference: string }, NotSaved>> {
  return context.change<Result<{ reference: string }, NotSaved>>(async (tx) => {
    const meeting = await findMeeting(tx, coordinator.organisationId, at.reference);
    if (!meeting) return refused("not-found");
    const { date, venueId } = meeting;
    if (date === null) return refused("no-date");
    const sunset = time === null ? null : { at: time, date, venueId };
    if (!(await saveMeeting(tx, meeting.id, at.version, { sunset }))) return refused("changed-by-someone-else");
    await record(context, tx, {
      organisationId: meeting.organisationId,
      actor: auditActorOf(coordinator),
      action: "sunset-typed",
      subject: { kind: "meeting", id: meeting.id },
      details: { known: time !== null },
    });
    return done({ reference: meeting.reference });
  }, optional(intent));
}

/** Keeps where the meeting's venue is: it then holds for every meeting there. Null takes it back. */
export async function placeVenue(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly version: number },
  coordinates: Coordinates | null,
  intent?: string,
): Promise<Result<{ readonly reference: string }, Exclude<NotSaved, "no-date">>> {
  return context.change<Result<{ reference: string }, Exclude<NotSaved, "no-date">>>(async (tx) => {
    const meeting = await findMeeting(tx, coordinator.organisationId, at.reference);
    const venue = meeting?.venueId ? await findVenue(tx, coordinator.organisationId, meeting.venueId) : undefined;
    if (!meeting || !venue) return refused("not-found");
    if (!(await saveVenue(tx, venue.id, at.version, columnsOf(coordinates)))) return refused("changed-by-someone-else");
    const by = { source: "typed", saidBy: coordinator.name, checkedOn: context.today } as const;
    await notePlaces(context, tx, venue, { town: venue.town, address: venue.address, ...columnsOf(coordinates) }, by);
    await record(context, tx, {
      organisationId: meeting.organisationId,
      actor: auditActorOf(coordinator),
      action: "venue-placed",
      subject: { kind: "venue", id: venue.id },
      details: { known: coordinates !== null },
    });
    return done({ reference: meeting.reference });
  }, optional(intent));
}

function optional(intent: string | undefined): { readonly intent?: string } {
  return intent === undefined ? {} : { intent };
}
