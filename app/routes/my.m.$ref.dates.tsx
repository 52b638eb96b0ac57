// Which dates suit a person: one question after another, never a grid. Any of them can be left, and changed until a date is chosen.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { dateChoices, timeOfDayIds, type DateAnswers } from "#app/domain/meetings/date-poll.ts";
import { dateQuestion, saveDateAnswers } from "#app/services/date-poll.server.ts";
import { FormButtons, skipAndLater } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { Details } from "#app/ui/details.tsx";
import { LongField } from "#app/ui/fields.tsx";
import { Sentences } from "#app/ui/lines.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { choices, longText, optionalChoice } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { dateChoiceLabels, offeredDate, timeOfDayLabels } from "#app/words/dates.ts";
import { datesWords } from "#app/words/easy-access.ts";
import { longDate } from "#app/words/format.ts";

const times = [...timeOfDayIds, "none-of-these"] as const;
const places = [0, 1, 2, 3, 4, 5] as const;

const datesForm = z.strictObject({
  ...(Object.fromEntries(places.map((place) => [`date${place}`, optionalChoice(dateChoices)])) as Record<
    `date${(typeof places)[number]}`,
    ReturnType<typeof optionalChoice<"yes" | "if-have-to" | "no">>
  >),
  never: choices(times),
  restDays: longText("what you wrote", { max: 1000 }),
  /** The dates the page showed, in its order, so that an answer never lands on a date that took another's place. */
  shown: z.string().max(300),
  version: z.coerce.number().int().min(0),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, wording, context, attendee, page } = await requireAttendeePage(request, params["ref"]);
  const asked = await dateQuestion(context, attendee);
  if (asked === null) throw redirect(home);
  return {
    shell,
    home,
    caption,
    wording,
    who: page.meeting.coordinatorName,
    version: asked.version,
    replyBy: longDate(asked.replyBy),
    dates: asked.dates.map((one) => ({
      id: one.id,
      legend: offeredDate(one),
      choice: asked.answers.choices[one.id] ?? "",
      wasTold: asked.toldBefore.includes(one.id),
    })),
    never: asked.answers.never === "none-of-these" ? ["none-of-these"] : asked.answers.never,
    restDays: asked.answers.restDays,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, home } = await requireAttendeePage(request, params["ref"]);
  const form = await readForm(request, datesForm);
  if (!form.ok) return mend(form.answer);
  if (form.button === "skip") return goOn(home);
  const { value } = form;
  const both = value.never.includes("none-of-these") && value.never.length > 1;
  if (both) return mend(problemWith("never", "You chose 'None of these' and other answers. Choose one or the other.", form.typed));
  const said: DateAnswers = {
    choices: Object.fromEntries(
      value.shown.split(" ").flatMap((id, at) => {
        const place = places[at];
        const choice = place === undefined ? undefined : value[`date${place}`];
        return choice === undefined ? [] : [[id, choice] as const];
      }),
    ),
    never: value.never.includes("none-of-these") ? "none-of-these" : timeOfDayIds.filter((time) => value.never.includes(time)),
    restDays: value.restDays,
  };
  const saved = await saveDateAnswers(context, attendee, value.version, said, form.intent);
  if (saved.ok) return goBackSaying(home, form.button === "later" ? "later" : "dates");
  if (saved.refusal === "not-asked") return goOn(home);
  return mend(problemWith("main", "Your answers were changed in another window. Check them, and save again.", form.typed));
}

export default function Dates() {
  const { shell, home, caption, wording, who, version, replyBy, dates, never, restDays } = useLoaderData<typeof loader>();
  const words = datesWords[wording];
  const answer = useAnswer();
  return (
    <Page shell={shell} caption={caption} heading={words.heading} back={{ href: home }}>
      <p>
        <Sentences text={words.intro(replyBy)} wording={wording} />
      </p>
      <PageForm carried={{ version: String(version), shown: dates.map(({ id }) => id).join(" ") }}>
        {dates.map((date, place) => (
          <Radios
            key={date.id}
            name={`date${place}`}
            legend={date.legend}
            hint={date.wasTold ? words.toldBefore : undefined}
            options={dateChoices.map((value) => ({ value, label: dateChoiceLabels[value] }))}
            value={answer.value(`date${place}`, date.choice)}
            error={answer.error(`date${place}`)}
          />
        ))}
        <Checkboxes
          name="never"
          legend={words.never}
          optional
          options={timeOfDayIds.map((value) => ({ value, label: timeOfDayLabels[value] }))}
          orElse={{ value: "none-of-these", label: "None of these" }}
          values={answer.values("never", never)}
          error={answer.error("never")}
        />
        <LongField
          name="restDays"
          label={words.restDays}
          optional
          hint={words.restDaysHint}
          rows={3}
          limit={1000}
          value={answer.value("restDays", restDays)}
          error={answer.error("restDays")}
        />
        <FormButtons secondary={skipAndLater} />
      </PageForm>
      <Details summary="Why we ask this">{words.why}</Details>
      <Details summary="Who will see this">{words.whoSees(who)}</Details>
    </Page>
  );
}
