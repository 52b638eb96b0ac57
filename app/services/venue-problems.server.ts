// What went wrong at a venue, kept where the next coordinator sees it before booking.
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import { listProblemsAtVenue } from "#db/stores/day.ts";
import { addProblem, listProblems, saveProblem, type VenueProblem } from "#db/stores/venue-facts.ts";
import { findVenue } from "#db/stores/venues.ts";
import type { Context } from "./context.server.ts";
import { openedProblem } from "./day.server.ts";

export type ProblemView = Pick<VenueProblem, "what" | "seenOn" | "savedBy" | "fixedOn" | "fixedHow" | "version"> & {
  readonly problemId: string;
};

/** The problems of a venue: those not put right first, then the newest first. */
export async function listProblemsFor(
  context: Context,
  coordinator: Coordinator,
  venueId: string,
): Promise<Result<readonly ProblemView[], "not-found">> {
  const venue = await findVenue(context.db, coordinator.organisationId, venueId);
  if (!venue) return refused("not-found");
  return done(
    (await listProblems(context.db, venue.id)).map(({ id, what, seenOn, savedBy, fixedOn, fixedHow, version }) => ({
      problemId: id,
      what,
      seenOn,
      savedBy,
      fixedOn,
      fixedHow,
      version,
    })),
  );
}

export type DayProblemView = {
  readonly problemId: string;
  readonly what: string;
  readonly meeting: string;
  readonly on: CalendarDate;
  readonly isFixed: boolean;
};

/** What was written down on the days of meetings here, the latest first. */
export async function listDayProblemsAt(
  context: Context,
  coordinator: Coordinator,
  venueId: string,
): Promise<Result<readonly DayProblemView[], "not-found">> {
  const venue = await findVenue(context.db, coordinator.organisationId, venueId);
  if (!venue) return refused("not-found");
  return done(
    (await listProblemsAtVenue(context.db, coordinator.organisationId, venue.id)).map(({ problem, meeting }) => ({
      problemId: problem.id,
      what: openedProblem(context, problem),
      meeting,
      on: dayIn(problem.savedAt),
      isFixed: problem.isFixed,
    })),
  );
}

/** Notes that something went wrong at a venue. */
export async function noteProblem(
  context: Context,
  coordinator: Coordinator,
  venueId: string,
  problem: { readonly what: string; readonly seenOn: CalendarDate },
  intent?: string,
): Promise<Result<{ readonly problemId: string }, "not-found">> {
  return context.change<Result<{ problemId: string }, "not-found">>(
    async (tx) => {
      const venue = await findVenue(tx, coordinator.organisationId, venueId);
      if (!venue) return refused("not-found");
      const problemId = context.newId();
      await addProblem(tx, {
        id: problemId,
        organisationId: coordinator.organisationId,
        venueId: venue.id,
        ...problem,
        savedBy: coordinator.name,
        savedAt: context.now,
      });
      await record(context, tx, {
        organisationId: coordinator.organisationId,
        actor: auditActorOf(coordinator),
        action: "venue-problem-noted",
        subject: { kind: "venue", id: venue.id },
      });
      return done({ problemId });
    },
    intent === undefined ? {} : { intent },
  );
}

/** Notes that a problem was put right, and how. */
export async function markFixed(
  context: Context,
  coordinator: Coordinator,
  at: { readonly venueId: string; readonly problemId: string; readonly version: number },
  fixed: { readonly fixedOn: CalendarDate; readonly fixedHow: string },
  intent?: string,
): Promise<Result<{ readonly problemId: string }, "not-found" | "changed-by-someone-else">> {
  return context.change<Result<{ problemId: string }, "not-found" | "changed-by-someone-else">>(
    async (tx) => {
      const venue = await findVenue(tx, coordinator.organisationId, at.venueId);
      const problem = venue && (await listProblems(tx, venue.id)).find(({ id }) => id === at.problemId);
      if (!venue || !problem) return refused("not-found");
      if (!(await saveProblem(tx, problem.id, at.version, fixed))) return refused("changed-by-someone-else");
      await record(context, tx, {
        organisationId: coordinator.organisationId,
        actor: auditActorOf(coordinator),
        action: "venue-problem-fixed",
        subject: { kind: "venue", id: venue.id },
      });
      return done({ problemId: problem.id });
    },
    intent === undefined ? {} : { intent },
  );
}
