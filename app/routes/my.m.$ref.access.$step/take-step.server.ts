// One step of the access questions, read and taken: by the person themselves, and by a coordinator together with them.
import { addressAfter, addressBefore, stepAt } from "#app/domain/access/journey.ts";
import type { Attendee } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import { periodsOf } from "#app/services/keeping-periods.server.ts";
import type { MyPage } from "#app/services/my-meeting.server.ts";
import { ownAnswers, saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { formOfStep } from "./read.server.ts";
import { viewOfStep } from "./view.server.ts";

/** Whose answers, and where their pages are: `home` is left for the list of tasks, `steps` holds the questions. */
export type StepPlace = {
  readonly context: Context;
  readonly attendee: Attendee;
  readonly page: MyPage;
  readonly home: string;
  readonly steps: string;
};

/** What the page at an address shows. Ends as not found for an address that is no step. */
export async function readStep({ context, attendee, page, home, steps }: StepPlace, address: string) {
  const own = await ownAnswers(context, attendee);
  const kept = (await periodsOf(context.db, attendee.organisationId))["access-answers"];
  if (address === "done") return { version: own.version, back: `${steps}/check`, view: viewOfStep({ kind: "done" }, own, page, kept) };
  const step = stepAt(own.answers, address);
  if (!step) throw notFound();
  const before = addressBefore(own.answers, step);
  return { version: own.version, back: before === null ? home : `${steps}/${before}`, view: viewOfStep(step, own, page, kept) };
}

/** Takes the form of a step and says where to go. `afterSending` leads on once the answers are sent. */
export async function takeStep(
  request: Request,
  { context, attendee, page, home, steps }: StepPlace,
  address: string,
  afterSending: () => Promise<Response>,
) {
  const own = await ownAnswers(context, attendee);
  const step = stepAt(own.answers, address);
  if (!step) throw notFound();
  const read = await readForm(request, formOfStep(step, own.answers, page.fullName));
  if (read.button === "skip") return goOn(`${steps}/${addressAfter(own.answers, step)}`);
  if (!read.ok) return mend(read.answer);
  const { change, version } = read.value;
  const changedElsewhere = problemWith("", "Your answers were changed in another window. Check this page, and save it again.", read.typed);
  if (step.kind === "check" && read.button !== "later") {
    const sent = await sendOwnAnswers(context, attendee, read.intent);
    return sent.ok ? afterSending() : mend(changedElsewhere);
  }
  const saved = await saveOwnAnswers(
    context,
    attendee,
    version,
    (answers) => {
      const changed = change(answers);
      return { ...changed, visited: [...new Set([...changed.visited, address])] };
    },
    read.intent,
  );
  if (!saved.ok) return mend(changedElsewhere);
  if (read.button === "later") return goBackSaying(home, "later");
  const now = await ownAnswers(context, attendee);
  return goOn(`${steps}/${addressAfter(now.answers, step)}`);
}
