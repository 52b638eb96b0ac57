// Everything to do for a meeting, with what people said about it: done already, remind me, or given to a colleague. The things
// themselves are worked out afresh; a mark counts only while what it was about says the same. Whether a plan is ready never reads marks.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import { listStaff } from "#db/stores/accounts.ts";
import { findMeeting } from "#db/stores/meetings.ts";
import { listMarks, saveMark, type StoredMark } from "#db/stores/to-do-marks.ts";
import type { Context } from "./context.server.ts";
import type { LoadPart, PlanToDo, PlanView } from "./plan-view.ts";
import { planFor } from "./plan.server.ts";

export type MarkedToDo = {
  /** Names it in an address without saying what it is. */
  readonly toDoId: string;
  readonly toDo: PlanToDo;
  readonly state: "open" | "later" | "done";
  readonly remindOn: CalendarDate | null;
  readonly givenTo: { readonly staffId: string; readonly name: string } | null;
};

export type ToDoList = {
  readonly plan: PlanView;
  readonly toDos: readonly MarkedToDo[];
  readonly colleagues: readonly { readonly staffId: string; readonly name: string }[];
};

/** Everything to do for a meeting, in the order of the plan; part by part where the caller draws it so. */
export async function toDosFor(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  loadPart?: LoadPart,
): Promise<Result<ToDoList, "not-found">> {
  const plan = await planFor(context, coordinator, reference, loadPart);
  if (!plan.ok) return plan;
  const { organisationId } = coordinator;
  const load = async () => ({
    stored: await listMarks(context.db, organisationId, plan.value.meetingId),
    everybody: await listStaff(context.db, organisationId),
  });
  const { stored, everybody } = loadPart === undefined ? await load() : await loadPart("do-next", load, { stored: [], everybody: [] });
  const marks = new Map(stored.map((mark) => [mark.subject, mark]));
  const staff = everybody.filter(({ roles, disabledAt }) => disabledAt === null && roles.includes("coordinator"));
  const colleagues = staff.map(({ id, name }) => ({ staffId: id, name }));
  const toDos = plan.value.toDos.map((toDo): MarkedToDo => {
    const toDoId = subjectOf(context, plan.value.meetingId, toDo);
    const mark = marks.get(toDoId);
    return {
      toDoId,
      toDo,
      state: stateOf(context, toDo, mark),
      remindOn: mark?.remindOn ?? null,
      givenTo: colleagues.find(({ staffId }) => staffId === mark?.givenTo) ?? null,
    };
  });
  return done({ plan: plan.value, toDos, colleagues });
}

/** What is left to do now: neither done nor put off to a later day. */
export function openToDos({ toDos }: Pick<ToDoList, "toDos">): readonly MarkedToDo[] {
  return toDos.filter(({ state }) => state === "open");
}

/** What was put off and comes back first, and on which day; null when nothing was put off. */
export function nextReminder({ toDos }: Pick<ToDoList, "toDos">): { readonly toDo: PlanToDo; readonly on: CalendarDate } | null {
  const later = toDos.flatMap(({ state, toDo, remindOn }) => (state === "later" && remindOn !== null ? [{ toDo, on: remindOn }] : []));
  return later.toSorted((one, other) => one.on.localeCompare(other.on))[0] ?? null;
}

function stateOf(context: Context, toDo: PlanToDo, mark: StoredMark | undefined): MarkedToDo["state"] {
  if (mark === undefined || mark.basis !== basisOf(context, toDo)) return "open";
  if (mark.state === "done") return "done";
  return mark.remindOn !== null && mark.remindOn > context.today ? "later" : "open";
}

function subjectOf(context: Context, meetingId: string, { key }: PlanToDo): string {
  return context.vault.fingerprint("to-do", `${meetingId} ${key}`).slice(0, 24);
}

// What it says, so that a thing done for two people comes back when a third asks.
function basisOf(context: Context, toDo: PlanToDo): string {
  return context.vault.fingerprint("to-do-basis", JSON.stringify(toDo));
}

export type MarkRefusal = "not-found";

/** Says that things are done already, or takes that back. What the plan still waits for goes on being shown as open there. */
export async function markToDos(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  toDoIds: readonly string[],
  state: "done" | "open",
  intent?: string,
): Promise<Result<{ readonly marked: number }, MarkRefusal>> {
  return keepMarks(
    context,
    coordinator,
    reference,
    toDoIds,
    { action: state === "done" ? "to-dos-done" : "to-dos-put-back", intent },
    (found) => ({
      state,
      remindOn: state === "done" ? null : found.remindOn,
      givenTo: found.givenTo?.staffId ?? null,
    }),
  );
}

/** Gives one thing to a colleague, and puts it off to a day or not. */
export async function planToDo(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  toDoId: string,
  said: { readonly givenTo: string | null; readonly remindOn: CalendarDate | null },
  intent?: string,
): Promise<Result<{ readonly marked: number }, MarkRefusal>> {
  const list = await toDosFor(context, coordinator, reference);
  if (!list.ok || (said.givenTo !== null && !list.value.colleagues.some(({ staffId }) => staffId === said.givenTo)))
    return refused("not-found");
  return keepMarks(context, coordinator, reference, [toDoId], { action: "to-do-planned", intent }, () => ({ state: "open", ...said }));
}

async function keepMarks(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  toDoIds: readonly string[],
  { action, intent }: { readonly action: string; readonly intent: string | undefined },
  said: (found: MarkedToDo) => Pick<StoredMark, "state" | "remindOn" | "givenTo">,
): Promise<Result<{ readonly marked: number }, MarkRefusal>> {
  const list = await toDosFor(context, coordinator, reference);
  if (!list.ok) return refused("not-found");
  const found = list.value.toDos.filter(({ toDoId }) => toDoIds.includes(toDoId));
  if (found.length === 0) return refused("not-found");
  return context.change<Result<{ marked: number }, MarkRefusal>>(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, reference);
      if (!meeting) return refused("not-found");
      for (const one of found) {
        await saveMark(tx, {
          id: context.newId(),
          organisationId: meeting.organisationId,
          meetingId: meeting.id,
          subject: one.toDoId,
          basis: basisOf(context, one.toDo),
          ...said(one),
          savedBy: coordinator.staffId,
          savedAt: context.now,
        });
      }
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action,
        subject: { kind: "meeting", id: meeting.id },
        details: { count: found.length },
      });
      return done({ marked: found.length });
    },
    intent === undefined ? {} : { intent },
  );
}
