// The coordinator's look back on a meeting, with the facts beside it: who said no, in groups, and what access cost.
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import { accessCosts, type AccessCosts, type DidItsJob, type HowMuchSay } from "#app/domain/meetings/evaluation.ts";
import type { NoReason } from "#app/domain/people/after-no.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import {
  addWrittenToDo,
  findEvaluation,
  listWrittenToDos,
  removeWrittenToDo,
  saveEvaluation,
  saveWrittenToDo,
} from "#db/stores/after-meeting.ts";
import { listBookings } from "#db/stores/bookings.ts";
import { findMeeting, listInvited, type Meeting } from "#db/stores/meetings.ts";
import { countNoReasons } from "./after-no.server.ts";
import { toDoPlace } from "./after-to-dos.server.ts";
import { isSupportId } from "./bookings.server.ts";
import type { Context } from "./context.server.ts";

export type Evaluation = {
  readonly didItsJob: DidItsJob;
  readonly howMuchSay: HowMuchSay;
  readonly missing: string;
  readonly addedCost: Pence | null;
  readonly staffMinutes: number | null;
  readonly differently: string;
  readonly isToDo: boolean;
};

export type EvaluationView = {
  readonly meeting: Meeting;
  readonly evaluation: Evaluation | null;
  readonly saidNo: number;
  readonly didNotReply: number;
  readonly reasons: readonly { readonly reason: NoReason; readonly people: number }[];
  readonly costs: AccessCosts;
  /** Nought while nothing was saved. */
  readonly version: number;
};

const place = (column: "missing" | "differently", row: string) => ({ table: "evaluations", column, row });
const source = "look-back";

/** The look back as it stands, with what is known beside it. */
export async function evaluationOf(
  context: Context,
  coordinator: Coordinator,
  reference: string,
): Promise<Result<EvaluationView, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const { id, organisationId } = meeting;
  const stored = await findEvaluation(context.db, organisationId, id);
  const invited = await listInvited(context.db, organisationId, id);
  const isToDo = (await listWrittenToDos(context.db, organisationId, [id])).some((one) => one.source === source);
  const bookings = await listBookings(context.db, organisationId, id);
  return done({
    meeting,
    evaluation:
      stored === undefined
        ? null
        : {
            didItsJob: stored.didItsJob,
            howMuchSay: stored.howMuchSay,
            missing: stored.missing === null ? "" : context.vault.unseal(stored.missing, place("missing", id)),
            addedCost: stored.addedCost,
            staffMinutes: stored.staffMinutes,
            differently: stored.differently === null ? "" : context.vault.unseal(stored.differently, place("differently", id)),
            isToDo,
          },
    saidNo: invited.filter(({ invitation }) => invitation.reply === "not-coming").length,
    didNotReply: invited.filter(({ invitation }) => invitation.reply === "none").length,
    reasons: await countNoReasons(context, coordinator, id),
    costs: accessCosts(
      bookings.flatMap(({ supportId, cost, state }) =>
        isSupportId(supportId) ? [{ support: supportId, cost, isCalledOff: state === "cancelled" || state === "declined" }] : [],
      ),
    ),
    version: stored?.version ?? 0,
  });
}

/**
 * Keeps the look back, and what to do differently as a thing to do for the next meeting where that is wanted. It stays the same thing to
 * do when its words change, so that a mark on it is not lost. Refused where it is wanted and nothing is written.
 */
export async function saveLookBack(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly version: number },
  said: Evaluation,
  intent?: string,
): Promise<Result<null, "not-found" | "changed-by-someone-else" | "nothing-to-do-written">> {
  if (said.isToDo && said.differently.trim() === "") return refused("nothing-to-do-written");
  return context.change<Result<null, "not-found" | "changed-by-someone-else">>(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, at.reference);
      if (!meeting) return refused("not-found");
      const { id, organisationId } = meeting;
      const sealed = (column: "missing" | "differently") =>
        said[column] === "" ? null : context.vault.seal(said[column], place(column, id));
      const { didItsJob, howMuchSay, addedCost, staffMinutes } = said;
      const row = { meetingId: id, organisationId, didItsJob, howMuchSay, addedCost, staffMinutes };
      const who = { savedBy: coordinator.staffId, savedAt: context.now };
      if (!(await saveEvaluation(tx, at.version, { ...row, ...who, missing: sealed("missing"), differently: sealed("differently") })))
        return refused("changed-by-someone-else");
      const before = (await listWrittenToDos(tx, organisationId, [id])).find((one) => one.source === source);
      const toDoId = before?.id ?? context.newId();
      const what = context.vault.seal(said.differently, toDoPlace(toDoId));
      if (!said.isToDo) await removeWrittenToDo(tx, id, source);
      else if (before !== undefined) await saveWrittenToDo(tx, toDoId, { what, ...who });
      else await addWrittenToDo(tx, { id: toDoId, organisationId, meetingId: id, source, what, ...who });
      await record(context, tx, {
        organisationId,
        actor: auditActorOf(coordinator),
        action: "evaluation-saved",
        subject: { kind: "meeting", id },
      });
      return done(null);
    },
    intent === undefined ? {} : { intent },
  );
}
