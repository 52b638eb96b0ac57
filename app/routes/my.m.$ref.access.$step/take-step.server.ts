// One step of the access questions, read and taken: by the person themselves, and by a coordinator together with them.
import { addressAfter, addressBefore, stepAt } from "#app/domain/access/journey.ts";
import { addressOfPart, easyDone, easyStepAt, easyTopics, partIn } from "#app/domain/access/easy-parts.ts";
import type { Attendee } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import { periodsOf } from "#app/services/keeping-periods.server.ts";
import type { MyPage } from "#app/services/my-meeting.server.ts";
import { ownAnswers, saveOwnAnswers, sendOwnAnswers, type AccessAnswers } from "#app/services/needs.server.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import type { Wording } from "#app/words/easy-access.ts";
import { formOfStep } from "./read.server.ts";
import { viewOfStep } from "./view.server.ts";

/** Whose answers, and where their pages are: `home` is left for the list of tasks, `steps` holds the questions. */
export type StepPlace = {
  readonly context: Context;
  readonly attendee: Attendee;
  readonly page: MyPage;
  readonly home: string;
  readonly steps: string;
  /** In Easy Read a page of many choices comes in parts. */
  readonly wording: Wording;
};

function partAt(answers: AccessAnswers, address: string, wording: Wording) {
  const { page, part } = wording === "easy" ? partIn(address) : { page: address, part: 1 };
  const whole = stepAt(answers, page);
  if (whole === undefined) return undefined;
  const found = wording === "easy" ? easyStepAt(whole, part) : { step: whole, part: 1, parts: 1 };
  return found && { ...found, page };
}

/** What the page at an address shows. Ends as not found for an address that is no step. */
export async function readStep({ context, attendee, page, home, steps, wording }: StepPlace, address: string) {
  const own = await ownAnswers(context, attendee);
  const kept = (await periodsOf(context.db, attendee.organisationId))["access-answers"];
  const done = easyDone(own.answers, easyTopics(page.meeting.mode !== "in-person"));
  const shown = { version: own.version, wording, part: 1, parts: 1, done };
  if (address === "done") return { ...shown, back: `${steps}/check`, view: viewOfStep({ kind: "done" }, own, page, kept) };
  const found = partAt(own.answers, address, wording);
  if (found === undefined) throw notFound();
  const { step, part, parts } = found;
  const before = part > 1 ? addressOfPart(found.page, part - 1) : addressBefore(own.answers, step);
  return { ...shown, part, parts, back: before === null ? home : `${steps}/${before}`, view: viewOfStep(step, own, page, kept) };
}

const placeOf = ({ fullName, meeting }: MyPage) => ({ fullName, isOnlineOffered: meeting.mode !== "in-person" });

/** Takes the form of a step and says where to go. `afterSending` leads on once the answers are sent. */
export async function takeStep(
  request: Request,
  { context, attendee, page, home, steps, wording }: StepPlace,
  address: string,
  afterSending: () => Promise<Response>,
) {
  const own = await ownAnswers(context, attendee);
  const found = partAt(own.answers, address, wording);
  if (found === undefined) throw notFound();
  const { step, part, parts } = found;
  const after = (answers: AccessAnswers): string => (part < parts ? addressOfPart(found.page, part + 1) : addressAfter(answers, step));
  const read = await readForm(request, formOfStep(step, own.answers, placeOf(page)));
  if (read.button === "skip") return goOn(`${steps}/${after(own.answers)}`);
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
  return goOn(`${steps}/${after(now.answers)}`);
}
