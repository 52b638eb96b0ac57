// Two things taken from the day page: the card of one role to print, and the page itself to keep where there is no signal.
import { dayCopy } from "#app/documents/catalogue/day-copy.ts";
import { roleCard, type DayFacts } from "#app/documents/catalogue/day-papers.ts";
import type { Doc } from "#app/documents/model.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { arrivalSentence } from "#app/words/day.ts";
import { readingText } from "#app/words/sharing.ts";
import { record } from "#db/audit.ts";
import { findMeeting, type Meeting } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";
import { dayPaperFacts } from "./day-papers.server.ts";
import { dayOf, type DayRole } from "./day.server.ts";
import { printedSizeOf } from "./documents.server.ts";
import { frameOf } from "./paper-desk.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { planFor, type PlanView } from "./plan.server.ts";

/** The card of one role: who has it, its duties, and what goes with it. Refused where the meeting has no such role. */
export async function roleCardOf(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  role: string,
): Promise<Result<Doc, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  const plan = await planFor(context, coordinator, reference);
  if (!meeting || !plan.ok) return refused("not-found");
  const day = await dayFactsOf(context, meeting, plan.value);
  const held = day.roles.find((one) => one.role === role);
  return held === undefined ? refused("not-found") : done(roleCard(day, held));
}

/** The file of the card of a role, before its size. */
export function roleCardName(role: DayRole): string {
  return `card-for-${role}`;
}

export type RoleCardSize = { readonly fileName: string; readonly pages: number };

/** The card of each role at 12 points, for its link; a role whose card our typefaces cannot draw is left out. */
export async function roleCardSizes(context: Context, meeting: Meeting, plan: PlanView): Promise<ReadonlyMap<DayRole, RoleCardSize>> {
  const day = await dayFactsOf(context, meeting, plan);
  const sizes = new Map<DayRole, RoleCardSize>();
  for (const held of day.roles) {
    const printed = await printedSizeOf(roleCard(day, held), roleCardName(held.role), 12);
    if (printed.ok) sizes.set(held.role, { fileName: printed.value.fileName, pages: printed.value.pages });
  }
  return sizes;
}

async function dayFactsOf(context: Context, meeting: Meeting, plan: PlanView): Promise<DayFacts> {
  const frame = await frameOf(context, meeting, await organisationOf(context, meeting.organisationId));
  return dayPaperFacts(context, frame, meeting, plan);
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
