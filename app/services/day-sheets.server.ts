// Two things taken from the day page: the card of one role to print, and the page itself to keep where there is no signal.
import { dayCopy } from "#app/documents/catalogue/day-copy.ts";
import { roleCard, type DayFacts } from "#app/documents/catalogue/day-papers.ts";
import type { Doc } from "#app/documents/model.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { arrivalSentence } from "#app/words/day.ts";
import { readingText } from "#app/words/sharing.ts";
import { record } from "#db/audit.ts";
import { findMeeting, listInvited, type Meeting } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";
import { buildDayPaper, dayPaperFacts } from "./day-papers.server.ts";
import { dayOf, type DayRole } from "./day.server.ts";
import { documentOf, printedSizeOf } from "./documents.server.ts";
import { frameOf } from "./paper-desk.server.ts";
import { organisationOf } from "./organisations.server.ts";
import type { PlanView } from "./plan-view.ts";
import { planFor } from "./plan.server.ts";

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

type SheetSize = { readonly fileName: string; readonly pages: number };
export type DayPackId = "day-pack" | "day-pack-without-details";
export type DaySheetSizes = {
  readonly cards: ReadonlyMap<DayRole, SheetSize>;
  readonly packs: readonly (SheetSize & { readonly id: DayPackId; readonly name: string })[];
};

/** The card of each role and both packs at 12 points, for their links; a sheet our typefaces cannot draw is left out. */
export async function daySheetSizes(context: Context, meeting: Meeting, plan: PlanView): Promise<DaySheetSizes> {
  const day = await dayFactsOf(context, meeting, plan);
  const cards = new Map<DayRole, SheetSize>();
  for (const held of day.roles) {
    const printed = await printedSizeOf(roleCard(day, held), roleCardName(held.role), 12);
    if (printed.ok) cards.set(held.role, { fileName: printed.value.fileName, pages: printed.value.pages });
  }
  const invited = await listInvited(context.db, meeting.organisationId, meeting.id);
  const packs: (SheetSize & { readonly id: DayPackId; readonly name: string })[] = [];
  for (const id of ["day-pack", "day-pack-without-details"] as const) {
    const printed = await printedSizeOf(buildDayPaper(id, day, invited), id, 12);
    if (printed.ok) packs.push({ id, name: documentOf(id).name, fileName: printed.value.fileName, pages: printed.value.pages });
  }
  return { cards, packs };
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
