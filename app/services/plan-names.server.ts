// Who asked for what, by name: only those who let the coordinator know, only when it is opened, and that it was opened is put on record.
import { isAskedId, type AskedId } from "#app/domain/access/asked.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import { findMeeting, type Meeting } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";
import { loadPlan, peopleToTalkTo } from "./plan-loading.server.ts";

export type NamedPerson = { readonly name: string; readonly asked: readonly AskedId[] };

/**
 * What each person who gave their name asked for, by name. Opening it is recorded (decision 23). `others` counts those who asked for
 * something and did not give their name for it.
 */
export async function openPeople(
  context: Context,
  coordinator: Coordinator,
  reference: string,
): Promise<Result<{ readonly people: readonly NamedPerson[]; readonly others: number }, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const loaded = await loadPlan(context, meeting);
  const asked = new Map<string, { name: string; asked: AskedId[] }>();
  for (const { requirement } of loaded.plan?.requirements ?? []) {
    for (const { invitationId, name } of peopleToTalkTo(requirement, loaded)) {
      const before = asked.get(invitationId) ?? { name, asked: [] };
      asked.set(invitationId, { name, asked: [...before.asked, requirement] });
    }
  }
  await recordNames(
    context,
    coordinator,
    meeting,
    [...asked.keys()].map((invitationId) => ({ invitationId })),
  );
  const people = [...asked.values()].toSorted((one, other) => one.name.localeCompare(other.name));
  const others = loaded.attendees.filter(({ ref, needs }) => needs.length > 0 && !asked.has(ref)).length;
  return done({ people, others });
}

/** The names of the people who asked for something and gave their name. Opening them is recorded (decision 23). */
export async function openNames(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  requirement: string,
): Promise<Result<{ readonly names: readonly string[] }, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting || !isAskedId(requirement)) return refused("not-found");
  const people = peopleToTalkTo(requirement, await loadPlan(context, meeting));
  await recordNames(context, coordinator, meeting, people);
  return done({ names: people.map(({ name }) => name) });
}

/**
 * Puts on record that names were opened: once for the meeting, and once for each person whose name it was, so that everybody finds it in
 * their own copy. Never for what.
 */
export async function recordNames(
  context: Context,
  coordinator: Coordinator,
  meeting: Meeting,
  people: readonly { readonly invitationId: string }[],
): Promise<void> {
  const by = { organisationId: coordinator.organisationId, actor: auditActorOf(coordinator) };
  await context.change(async (tx) => {
    await record(context, tx, {
      ...by,
      action: "names-opened",
      subject: { kind: "meeting", id: meeting.id },
      details: { people: people.length },
    });
    for (const { invitationId } of people)
      await record(context, tx, { ...by, action: "name-seen", subject: { kind: "invitation", id: invitationId } });
  });
}
