// Before a meeting is called off or moved: what it means, every message as people will read it, and the button that tells everyone.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { CalendarDate, ClockTime } from "#app/domain/basics/dates.ts";
import type { PaysPreparation } from "#app/domain/meetings/calling-off.ts";
import { callingOff, callOff, factsIfMoved, moveMeeting, type CallingOff } from "#app/services/calling-off.server.ts";
import { warningsBefore } from "#app/services/date-warnings.server.ts";
import { findMeetingFor, whyNotThen } from "#app/services/meetings.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { CopyBox } from "#app/ui/copy-box.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { optionalTime, optionalDate, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { willHearWords } from "#app/words/bookings.ts";
import { bookingToCancel, callOffHeading, moveHeading, reachWords, toldApart } from "#app/words/calling-off.ts";
import { clock, clockRange, longDate } from "#app/words/format.ts";
import { asPlainText, calledOffFor, movedFor } from "#app/words/invitation.ts";
import { changedMeanwhile, clockChangeSentence, dateWarningSentence, meetingWithDate } from "#app/words/meetings.ts";
import { messageFormNames, type MessageForm } from "#app/words/message-list.ts";

type Chosen =
  | { readonly how: "cancel"; readonly pays: PaysPreparation; readonly bookingIds: readonly string[] }
  | { readonly how: "move"; readonly when: { readonly date: CalendarDate; readonly startsAt: ClockTime; readonly endsAt: ClockTime } };

const dayShape = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** What the page before wrote into the address; null for an address that says only half. */
function chosenIn(search: URLSearchParams, asksAboutPay: boolean): Chosen | null {
  if (search.get("how") === "cancel") {
    const said = search.get("pays");
    const pays = said === "yes" || said === "no" || said === "not-decided" ? said : null;
    if (asksAboutPay && pays === null) return null;
    return { how: "cancel", pays: asksAboutPay && pays !== null ? pays : "not-asked", bookingIds: search.getAll("booking") };
  }
  const [, year, month, day] = dayShape.exec(search.get("date") ?? "") ?? [];
  const read = z
    .strictObject({
      date: optionalDate({ thing: "the new date" }),
      startsAt: optionalTime("start time"),
      endsAt: optionalTime("finish time"),
    })
    .safeParse({ date: { day, month, year }, startsAt: search.get("startsAt") ?? "", endsAt: search.get("endsAt") ?? "" });
  if (search.get("how") !== "move" || !read.success) return null;
  const { date, startsAt, endsAt } = read.data;
  return date === null || startsAt === null || endsAt === null ? null : { how: "move", when: { date, startsAt, endsAt } };
}

const forms: readonly MessageForm[] = ["email", "letter", "text", "easy-read"];

/** The message in each form it is written in, with no name, link or code of anybody's in it. */
function previewsOf(chosen: Chosen, found: CallingOff): readonly { readonly form: MessageForm; readonly text: string }[] {
  return forms.map((form) => {
    const person = {
      name: "(their name)",
      form: form === "easy-read" ? ("email" as const) : form,
      link: "(their own private link)",
      ...(form === "letter" ? { code: { code: "(their code)", at: "(our address)" } } : {}),
      isNeutral: false,
      isEasyRead: form === "easy-read",
    };
    const message =
      chosen.how === "cancel"
        ? calledOffFor(found.facts, person, chosen.pays)
        : movedFor(factsIfMoved(found, chosen.when), person, found.date);
    return { form, text: `${message.subject}\n\n${asPlainText(message)}` };
  });
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const found = await callingOff(visit.context, visit.coordinator, reference);
  if (!found.ok && found.refusal === "not-found") throw notFound();
  if (!found.ok) throw redirect(`/meetings/${reference}/cancel`);
  const chosen = chosenIn(new URL(request.url).searchParams, found.value.asksAboutPay);
  if (chosen === null) throw redirect(`/meetings/${reference}/cancel`);
  const { name, date, today, version, bookings, reach, mailIsSet } = found.value;
  const { when } = found.value.facts;
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(reference, visit.path),
    reference,
    caption: meetingWithDate(name, date),
    heading: chosen.how === "cancel" ? callOffHeading(name) : moveHeading(name, chosen.when.date),
    version,
    how: chosen.how,
    reach,
    when:
      chosen.how === "cancel"
        ? null
        : {
            before: when === null ? "" : `${longDate(when.date)}, ${clockRange(when.from, when.to)}`,
            after: `${longDate(chosen.when.date)}, ${clockRange(chosen.when.startsAt, chosen.when.endsAt)}`,
          },
    bookings:
      chosen.how === "cancel"
        ? toldApart(
            bookings.map((one) => ({
              ...bookingToCancel({ ...one, today }),
              bookingId: one.bookingId,
              hears: one.notice === null ? "" : willHearWords({ ...one.notice, mailIsSet }),
              message: one.notice === null || one.notice.email === "" ? null : `${one.notice.subject}\n\n${one.notice.text}`,
            })),
          ).filter(({ bookingId }) => chosen.bookingIds.includes(bookingId))
        : [],
    left: chosen.how === "cancel" ? bookings.filter(({ bookingId }) => !chosen.bookingIds.includes(bookingId)).length : 0,
    warnings: chosen.how === "move" ? await warningsAboutMove(visit, reference, chosen.when) : [],
    previews: previewsOf(chosen, found.value),
  };
}

/** What to know about the new date, as it is said wherever a date is set. */
async function warningsAboutMove(
  { context, coordinator }: Pick<Awaited<ReturnType<typeof requireCoordinator>>, "context" | "coordinator">,
  reference: string,
  when: Extract<Chosen, { readonly how: "move" }>["when"],
): Promise<readonly string[]> {
  const meeting = await findMeetingFor(context, coordinator, reference);
  if (!meeting.ok || whyNotThen(context, meeting.value, when) !== null) return [];
  const [warnings = []] = await warningsBefore(context, meeting.value, [when]);
  return warnings.map((warning) => dateWarningSentence(warning, meeting.value.nation));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const form = await readForm(request, z.strictObject({ version: versionField }));
  if (!form.ok) return mend(form.answer);
  const found = await callingOff(context, coordinator, reference);
  if (!found.ok && found.refusal === "not-found") throw notFound();
  const chosen = found.ok ? chosenIn(new URL(request.url).searchParams, found.value.asksAboutPay) : null;
  if (chosen === null) throw redirect(`/meetings/${reference}/cancel`);
  const at = { reference, version: form.value.version };
  const answered =
    chosen.how === "cancel"
      ? await callOff(context, coordinator, at, chosen, form.intent)
      : await moveMeeting(context, coordinator, at, chosen.when, form.intent);
  if (answered.ok && chosen.how === "cancel" && chosen.bookingIds.length > 0)
    return goBackSaying(`/meetings/${reference}/invite/sent?cancelled=${chosen.bookingIds.join(",")}`, "called-off");
  if (answered.ok) return goBackSaying(`/meetings/${reference}/invite/sent`, chosen.how === "cancel" ? "called-off" : "moved");
  if (answered.refusal === "not-found") throw notFound();
  return mend(problemWith("main", chosen.how === "cancel" ? changedMeanwhile : whyNot(answered.refusal, chosen.when), form.typed));
}

type Refusal = Extract<Awaited<ReturnType<typeof moveMeeting>>, { readonly ok: false }>["refusal"];

function whyNot(refusal: Refusal, when: { readonly date: CalendarDate; readonly startsAt: ClockTime; readonly endsAt: ClockTime }): string {
  switch (refusal) {
    case "in-the-past":
      return "The meeting date must be today or later. Go back and choose another date.";
    case "ends-before-it-starts":
      return "Finish time must be after start time. Go back and change it.";
    case "same-day-and-time":
      return `The meeting is on ${longDate(when.date)} at ${clock(when.startsAt)} already. Go back and choose another date or time.`;
    case "start-does-not-exist":
      return clockChangeSentence("does-not-exist", when.startsAt, when.date);
    case "start-happens-twice":
      return clockChangeSentence("happens-twice", when.startsAt, when.date);
    case "finish-does-not-exist":
      return clockChangeSentence("does-not-exist", when.endsAt, when.date);
    case "finish-happens-twice":
      return clockChangeSentence("happens-twice", when.endsAt, when.date);
    default:
      return changedMeanwhile;
  }
}

export default function ConfirmCallingOff() {
  const { shell, held, nav, reference, caption, heading, version, how, reach, when, bookings, left, warnings, previews } =
    useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading={heading}
      caption={caption}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/cancel`, text: "Go back" }}
      held={held}
    >
      {when === null ? (
        <Warning>This cannot be undone. Everybody is told that the meeting is not going ahead.</Warning>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {when.before === "" ? null : <li>It is now on {when.before}.</li>}
          <li>It will be on {when.after}.</li>
          <li>Bookings made for the old day have to be asked for again. The plan says which.</li>
        </ul>
      )}
      {warnings.length === 0 ? null : (
        <>
          <h2>Before you go on</h2>
          {warnings.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </>
      )}
      <p>{reachWords(reach)}</p>
      {how === "move" || bookings.length + left === 0 ? null : (
        <>
          <h2>Bookings</h2>
          {bookings.length === 0 ? <p>You cancel none of them.</p> : <p>You cancel these:</p>}
          <ul className="govuk-list govuk-list--bullet">
            {bookings.map(({ bookingId, label, hint, hears }) => (
              <li key={bookingId}>
                {label}. {hint} {hears}
              </li>
            ))}
          </ul>
          {bookings.map(({ bookingId, label, message }, index) =>
            message === null ? null : (
              <CopyBox key={bookingId} name={`supplier-${String(index + 1)}`} label={`To the supplier: ${label}`} text={message} rows={9} />
            ),
          )}
          {left === 0 ? null : <p>Bookings that stay as they are: {left}.</p>}
        </>
      )}
      <h2>What people will read</h2>
      {previews.map(({ form, text }) => (
        <CopyBox key={form} name={`preview-${form}`} label={messageFormNames[form]} text={text} rows={20} />
      ))}
      <PageForm carried={{ version: String(version) }}>
        {answer.error("main") === undefined ? null : <p className="govuk-error-message">{answer.error("main")}</p>}
        <FormButtons
          kind={how === "cancel" ? "danger" : "primary"}
          primary={how === "cancel" ? "Cancel the meeting and tell everyone" : "Move the meeting and tell everyone"}
        />
      </PageForm>
    </Page>
  );
}
