// Two things taken from the day page: the card of one role to print, and the page itself to keep where there is no signal.
import { dayCopy } from "#app/documents/catalogue/day-copy.ts";
import { roleCard, type DayFacts } from "#app/documents/catalogue/day-papers.ts";
import type { Doc } from "#app/documents/model.ts";
import { renderDocument } from "#app/documents/render.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { arrivalSentence } from "#app/words/day.ts";
import { readingText } from "#app/words/sharing.ts";
import { record } from "#db/audit.ts";
import { findMeeting } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";
import { dayPaperFacts } from "./day-papers.server.ts";
import { dayOf, type DayRole } from "./day.server.ts";
import { frameOf } from "./paper-desk.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { planFor } from "./plan.server.ts";

/** The card of one role: who has it, its duties, and what goes with it. Refused where the meeting has no such role. */
export async function roleCardOf(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  role: string,
): Promise<Result<Doc, "not-found">> {
  const day = await dayFactsOf(context, coordinator, reference);
  const held = day?.roles.find((one) => one.role === role);
  return day === null || held === undefined ? refused("not-found") : done(roleCard(day, held));
}

/** How many sheets the card of each role is at 12 points; a role whose card our typefaces cannot draw is left out. */
export async function roleCardSheets(context: Context, coordinator: Coordinator, reference: string): Promise<ReadonlyMap<DayRole, number>> {
  const day = await dayFactsOf(context, coordinator, reference);
  const sheets = new Map<DayRole, number>();
  for (const held of day?.roles ?? []) {
    const printed = day === null ? null : await renderDocument(roleCard(day, held), { pdf: 12 });
    if (printed?.ok === true) sheets.set(held.role, printed.value.pages ?? 0);
  }
  return sheets;
}

async function dayFactsOf(context: Context, coordinator: Coordinator, reference: string): Promise<DayFacts | null> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  const plan = await planFor(context, coordinator, reference);
  if (!meeting || !plan.ok) return null;
  const frame = await frameOf(context, meeting, await organisationOf(context, meeting.organisationId));
  return dayPaperFacts(context, frame, meeting, plan.value);
}

/** The day page as one page to keep. It holds names, so that it was saved is put on record. */
export async function dayToKeep(context: Context, coordinator: Coordinator, reference: string): Promise<Result<Doc, "not-found">> {
  const found = await dayOf(context, coordinator, reference);
  if (!found.ok) return found;
  const { meeting, now, runningOrder, roles, checks, people, unnamed, problems } = found.value;
  const frame = await frameOf(context, meeting, await organisationOf(context, meeting.organisationId));
  const doc = dayCopy({
    frame,
    savedAt: now,
    agenda: meeting.agenda.map(({ title }) => title),
    runningOrder,
    roles,
    checks: checks.map(({ check, done: seen }) => ({ check, isDone: seen !== null })),
    people: people.map(({ name, reply, arrival, lines }) => ({
      name,
      standing: arrivalSentence(reply, arrival),
      lines: readingText({ reader: "chair-and-access-host", name: null, lines }).lines,
    })),
    unnamed: unnamed === null ? [] : readingText(unnamed).lines,
    problems,
  });
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: coordinator.organisationId,
      actor: auditActorOf(coordinator),
      action: "day-copy-saved",
      subject: { kind: "meeting", id: meeting.id },
    }),
  );
  return done(doc);
}
