// The next version of the organisation's rates. It starts on a day, and changes nothing before it.
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { addRates, cardToStartFrom } from "#app/services/rate-cards.server.ts";
import { Button, FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { DateField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { formOf, mend, problemWith, readForm, typedOf } from "#app/web/forms.server.ts";
import { notFound, requireAdministrator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { RateFields, RuleFields } from "./fields.tsx";
import { cardForm, cardFrom, carriedOf, problemsOnForm, shapeOf, typedFromCard, withOneMore } from "./form.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const from = new URL(request.url).searchParams.get("from");
  const half = minutesTyped(new URL(request.url).searchParams.get("half-day"));
  const card = from === null ? null : await cardToStartFrom(visit.context, visit.administrator, from, half);
  if (from !== null && card === null) throw notFound();
  return { shell: staffShell(visit), held: visit.held, start: card === null ? null : typedFromCard(card) };
}

function minutesTyped(hours: string | null): number | undefined {
  return hours !== null && /^\d{1,2}(?:\.\d{1,2})?$/u.test(hours) ? Math.round(Number(hours) * 60) : undefined;
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, administrator } = await requireAdministrator(request);
  const posted = await formOf(request);
  const typed = typedOf(posted);
  const shape = shapeOf(typed);
  const button = posted.get("intent");
  const more = withOneMore(typeof button === "string" ? button : "", typed);
  if (more !== undefined) return data({ problems: [], typed: more });
  const form = await readForm(request, cardForm(shape));
  if (!form.ok) return mend(form.answer);
  const card = cardFrom(form.value, shape);
  if (!card.ok) return mend({ problems: card.problems, typed });
  const { places, ...wanted } = card.value;
  const added = await addRates(context, administrator, wanted, form.intent);
  if (added.ok) return goBackSaying("/settings/rates", "rates");
  if (added.refusal === "starts-in-the-past")
    return mend(problemWith("starts", "Start date must be today or later, so that nothing already offered changes", typed));
  if (added.refusal === "starts-on-the-same-day") return mend(problemWith("starts", "Start date must be after the last rate ended", typed));
  return mend({ problems: problemsOnForm(added.refusal, places), typed });
}

export default function NewRates() {
  const { shell, held, start } = useLoaderData<typeof loader>();
  const answer = useAnswer(held ?? start);
  const shape = shapeOf(answer.typed);
  return (
    <Page shell={shell} heading="Add rates" held={held} back={{ href: "/settings/rates" }}>
      <p>These rates pay for meetings from their start date on. Offers that were made before keep their own rates.</p>
      <p>Type the figures in as they were published or decided. Nothing here is worked out from the rates before.</p>
      <PageForm carried={carriedOf(shape)}>
        {/* Enter in any box means "save", and a form's first button is what Enter presses. */}
        <button type="submit" hidden />
        <TextField name="name" label="Rate card name" value={answer.value("name")} error={answer.error("name")} autoComplete="off" />
        <TextField
          name="source"
          label="Where do these figures come from?"
          hint="For example: Decision of the board, 3 March 2027"
          value={answer.value("source")}
          error={answer.error("source")}
          autoComplete="off"
        />
        <DateField name="starts" label="Starts on" value={answer.date("starts")} error={answer.error("starts")} />
        {Array.from({ length: shape.lines }, (_, index) => (
          <RateFields key={index} n={index + 1} bands={shape.bands[index] ?? 2} answer={answer} />
        ))}
        <Button kind="secondary" intent="add-rate">
          Add another rate
        </Button>
        <h2>Breaks, and meetings that end early</h2>
        <Radios
          name="breaks"
          legend="Are breaks paid?"
          options={[
            { value: "count", label: "Yes, breaks count" },
            { value: "take-off", label: "Long breaks are taken off" },
          ]}
          value={answer.value("breaks")}
          error={answer.error("breaks")}
        />
        <TextField
          name="breakMinutes"
          label="A break is taken off when it is longer than, in minutes"
          width={4}
          inputMode="numeric"
          autoComplete="off"
          value={answer.value("breakMinutes")}
          error={answer.error("breakMinutes")}
        />
        <Radios
          name="planned"
          legend="What is paid when a meeting ends early?"
          options={[
            { value: "yes", label: "The planned time" },
            { value: "no", label: "The time it took" },
          ]}
          value={answer.value("planned")}
          error={answer.error("planned")}
        />
        <h2>When a meeting is called off</h2>
        <p>Fares and care that cannot be got back are always paid. Without a rule that fits, a person decides.</p>
        {Array.from({ length: shape.rules }, (_, index) => (
          <RuleFields key={index} n={index + 1} answer={answer} />
        ))}
        <Button kind="secondary" intent="add-rule">
          Add another rule
        </Button>
        <FormButtons primary="Save these rates" />
      </PageForm>
    </Page>
  );
}
