// Create a meeting, page 3b: the dates people are asked about.
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPoll, savePoll, warningsAboutOffer, type PollRefusal } from "#app/services/date-poll.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { DaysWeCheck } from "#app/ui/days-we-check.tsx";
import { DateField, TimeField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { formOf, mend, readForm, typedIn, typedOf, type FormAnswer, type Typed } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { backFrom, onFrom } from "#app/web/meeting-pages.ts";
import { goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { offeredDate, offerProblem } from "#app/words/dates.ts";
import { clock, shortDate } from "#app/words/format.ts";
import { changedMeanwhile, clockChangeSentence, dateWarningSentence } from "#app/words/meetings.ts";
import { offerFrom, places, pollForm, type Place } from "./form.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findPoll(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { meeting, offered, version, answered } = found.value;
  const back = meeting.state === "draft" ? backFrom(request, meeting, "what") : { href: `/meetings/${meeting.reference}/dates` };
  return {
    shell: staffShell(visit),
    held: visit.held,
    caption: meeting.name,
    isChosen: meeting.date === null ? null : shortDate(meeting.date),
    back,
    version,
    answered,
    saved: (offered?.dates ?? []).map((one) => ({ date: one.date, starts: clock(one.startsAt), ends: clock(one.endsAt) })),
    replyBy: offered?.replyBy ?? null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const typed = typedOf(await formOf(request));
  if ((await formOf(request)).get("intent") === "add") {
    const shown = Math.min(places.length, Number(typedIn(typed, "shown")) + 1);
    return data({ problems: [], typed: { ...typed, shown: [String(shown)] } });
  }
  const form = await readForm(request, pollForm);
  if (!form.ok) return mend(form.answer);
  const offer = offerFrom(form.value);
  const asked = offer.dates.map(({ date, startsAt }) => `${date} ${startsAt}`).join(", ");
  const at = { reference, version: form.value.version };
  const warned = form.value.warned === asked ? [] : await warningsAboutOffer(context, coordinator, reference, offer.dates);
  const found = await findPoll(context, coordinator, reference);
  if (!found.ok) throw notFound();
  const { nation, state } = found.value.meeting;
  if (warned.length > 0 && offer.dates.length > 1) {
    const warnings = warned.map((one) => ({
      about: offeredDate(one.date),
      sentences: one.warnings.map((warning) => dateWarningSentence(warning, nation)),
    }));
    return data({ problems: [], typed: form.typed, warnings, warned: asked });
  }
  const saved = await savePoll(context, coordinator, at, offer, form.intent);
  if (!saved.ok) {
    if (saved.refusal.reason === "not-found") throw notFound();
    return mend(answerTo(saved.refusal, offer, form.typed));
  }
  return goOn(state === "draft" ? onFrom(request, reference, "when") : `/meetings/${reference}/dates?saved=offered`);
}

function answerTo(refusal: PollRefusal, offer: ReturnType<typeof offerFrom>, typed: Typed): FormAnswer {
  const problem = (field: string, message: string): FormAnswer => ({ problems: [{ field, message }], typed });
  if (refusal.reason === "problems") {
    // The service counts the dates it was given; the page counts its places, and some may be empty.
    const atPlace = (at: number): number => (offer.places[at] ?? at + 1) - 1;
    return {
      typed,
      problems: refusal.problems.map((one) =>
        offerProblem(
          one.problem === "same"
            ? { ...one, at: atPlace(one.at), as: atPlace(one.as) }
            : "at" in one
              ? { ...one, at: atPlace(one.at) }
              : one,
        ),
      ),
    };
  }
  if (refusal.reason !== "no-such-time")
    return problem("date1.day", refusal.reason === "date-is-chosen" ? "The date of this meeting is chosen already" : changedMeanwhile);
  const place = offer.places[refusal.at] ?? 1;
  const when = offer.dates[refusal.at];
  if (when === undefined || refusal.refusal === "in-the-past") return problem(`date${place}.day`, `Date ${place} must be today or later`);
  switch (refusal.refusal) {
    case "ends-before-it-starts":
      return problem(`ends${place}`, `Finish time of date ${place} must be after its start time`);
    case "start-does-not-exist":
      return problem(`starts${place}`, clockChangeSentence("does-not-exist", when.startsAt, when.date));
    case "start-happens-twice":
      return problem(`starts${place}`, clockChangeSentence("happens-twice", when.startsAt, when.date));
    case "finish-does-not-exist":
      return problem(`ends${place}`, clockChangeSentence("does-not-exist", when.endsAt, when.date));
    case "finish-happens-twice":
      return problem(`ends${place}`, clockChangeSentence("happens-twice", when.endsAt, when.date));
  }
}

type Warned = {
  readonly warnings?: readonly { readonly about: string; readonly sentences: readonly string[] }[];
  readonly warned?: string;
};

export default function OfferDates() {
  const { shell, held, caption, isChosen, back, version, answered, saved, replyBy } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const sent = useActionData<Warned>();
  const warnings = sent?.warnings ?? [];
  if (isChosen !== null) {
    return (
      <Page shell={shell} heading="Which dates will you offer?" caption={caption} back={back}>
        <p>The date of this meeting is chosen: {isChosen}. People are not asked about dates any more.</p>
      </Page>
    );
  }
  const shown = Math.max(3, saved.length, Number(answer.value("shown", "3")));
  const shownPlaces = places.filter((place) => place <= shown);
  const notice =
    warnings.length === 0
      ? undefined
      : {
          heading: "Before people see the dates",
          kind: "news" as const,
          children: (
            <>
              {warnings.map(({ about, sentences }) => (
                <p key={about}>
                  {about}. {sentences.join(" ")}
                </p>
              ))}
              <p>You can change a date or a time, or continue anyway.</p>
            </>
          ),
        };
  return (
    <Page shell={shell} heading="Which dates will you offer?" caption={caption} back={back} held={held} notice={notice}>
      {answered === 0 ? null : (
        <p>People have answered already. A date you leave as it is keeps their answers. They are asked about each new date.</p>
      )}
      <PageForm carried={{ shown: String(shown), warned: sent?.warned ?? "", version: String(version) }}>
        {shownPlaces.map((place) => (
          <OneDate key={place} place={place} saved={saved[place - 1]} answer={answer} />
        ))}
        <DateField name="replyBy" label="Reply by" value={answer.date("replyBy", replyBy)} error={answer.error("replyBy")} />
        <FormButtons primary={warnings.length === 0 ? "Save and continue" : "Continue anyway"}>
          {shown < places.length ? (
            <button
              type="submit"
              className="govuk-button govuk-button--secondary"
              name="intent"
              value="add"
              // The answer opens at the new date, so that nobody has to look for it.
              formAction={`#date${shown + 1}-day`}
            >
              Add another date
            </button>
          ) : null}
        </FormButtons>
        <p>We check each date for bank holidays and booking times before people see it.</p>
      </PageForm>
      <DaysWeCheck />
    </Page>
  );
}

function OneDate({
  place,
  saved,
  answer,
}: {
  readonly place: Place;
  readonly saved: { readonly date: string; readonly starts: string; readonly ends: string } | undefined;
  readonly answer: ReturnType<typeof useAnswer>;
}) {
  const field = (name: `starts${Place}` | `ends${Place}`, otherwise: string | undefined) => ({
    name,
    value: answer.value(name, otherwise ?? ""),
    error: answer.error(name),
  });
  return (
    <>
      <DateField
        name={`date${place}`}
        label={`Date ${place}`}
        value={answer.date(`date${place}`, saved?.date ?? null)}
        error={answer.error(`date${place}`)}
      />
      <TimeField {...field(`starts${place}`, saved?.starts)} label={`Start time of date ${place}`} />
      <TimeField {...field(`ends${place}`, saved?.ends)} label={`Finish time of date ${place}`} />
    </>
  );
}
