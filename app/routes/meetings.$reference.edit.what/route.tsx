// Create a meeting, page 4: what will happen, because breaks, interpreters and food are planned from it.
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { conditionsOfTheDay } from "#app/domain/access/meeting-conditions.ts";
import { findMeetingFor, saveWhat } from "#app/services/meetings.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { Fieldset } from "#app/ui/field-parts.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { formOf, mend, problemWith, readForm, typedIn, typedOf } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { backFrom, onFrom } from "#app/web/meeting-pages.ts";
import { goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { changedMeanwhile, conditionWords } from "#app/words/meetings.ts";
import { mostItems, whatFactsFrom, whatForm } from "./form.ts";

const fewestRows = 3;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findMeetingFor(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { name, version, agenda, expectedPeople, foodServed, parallelGroups, conditions, answeredSteps } = found.value;
  const isAnswered = answeredSteps.includes("what");
  return {
    shell: staffShell(visit),
    held: visit.held,
    name,
    version,
    back: backFrom(request, found.value, "what"),
    agenda,
    saved: {
      expectedPeople: expectedPeople === null ? "" : String(expectedPeople),
      food: isAnswered ? (foodServed ? "yes" : "no") : "",
      parallelGroups: isAnswered ? String(parallelGroups) : "",
    },
    conditions,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const given = await formOf(request);
  if (given.get("intent") === "add-item") {
    const typed = typedOf(given);
    const rows = Math.min(mostItems, (Number(typedIn(typed, "rows")) || fewestRows) + 1);
    return data({ problems: [], typed: { ...typed, rows: [String(rows)] } });
  }
  const form = await readForm(request, whatForm);
  if (!form.ok) return mend(form.answer);
  const at = { reference: params["reference"] ?? "", version: form.value.version };
  const saved = await saveWhat(context, coordinator, at, whatFactsFrom(form.value), form.intent);
  if (!saved.ok) {
    if (saved.refusal === "not-found") throw notFound();
    return mend(problemWith("agenda[0].title", changedMeanwhile, form.typed));
  }
  return goOn(onFrom(request, at.reference, "what"));
}

export default function EditWhat() {
  const { shell, held, name, version, back, agenda, saved, conditions } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const rows = Number(answer.value("rows", String(Math.max(fewestRows, agenda.length)))) || fewestRows;
  const wasAdded = answer.isAnswer && answer.problems.length === 0;
  const field = (key: keyof typeof saved) => ({ name: key, value: answer.value(key, saved[key]), error: answer.error(key) });
  return (
    <Page
      shell={shell}
      heading="What will happen?"
      caption={name}
      back={back}
      held={held}
      notice={
        wasAdded
          ? {
              heading: "A row was added",
              kind: "news",
              children: (
                <p>
                  <a className="target" href={`#agenda-${rows - 1}-title`}>
                    Go to item {rows}
                  </a>
                </p>
              ),
            }
          : undefined
      }
    >
      <p>We use this to plan breaks, interpreters, food and rooms. If you are not sure, give your best plan. You can change it later.</p>
      <PageForm carried={{ version: String(version), rows: String(rows) }}>
        <TextField
          {...field("expectedPeople")}
          label="How many people do you expect?"
          hint="Everybody in the meeting, with staff and supporters. Your best guess is fine."
          width={4}
          inputMode="numeric"
          autoComplete="off"
        />
        <Radios
          name="food"
          legend="Will there be food or drink?"
          options={[
            { value: "yes", label: "Yes" },
            { value: "no", label: "No" },
          ]}
          value={answer.value("food", saved.food)}
          error={answer.error("food")}
        />
        <TextField
          {...field("parallelGroups")}
          label="How many small groups will there be at one time?"
          hint="Enter 0 if everybody stays together."
          width={4}
          inputMode="numeric"
          autoComplete="off"
        />
        <Checkboxes
          name="conditions"
          legend="Which of these are true?"
          optional
          hint="Leave empty if none of them is."
          options={conditionsOfTheDay.map((value) => ({ value, label: conditionWords[value] ?? value }))}
          values={answer.values("conditions", conditions)}
          error={answer.error("conditions")}
        />
        <h2>The parts of the meeting</h2>
        <p>Give the minutes of each part without breaks. We add breaks, and extra time where people need it.</p>
        {Array.from({ length: rows }, (_, index) => {
          const row = (part: "title" | "minutes", kept: string | undefined) => {
            const key = `agenda[${index}].${part}`;
            return { name: key, value: answer.value(key, kept), error: answer.error(key) };
          };
          const item = agenda[index];
          return (
            <Fieldset key={index} legend={`Item ${index + 1}`}>
              <TextField
                {...row("title", item?.title)}
                label={
                  <>
                    What happens<span className="govuk-visually-hidden"> in item {index + 1}</span>
                  </>
                }
              />
              <TextField
                {...row("minutes", item === undefined ? "" : String(item.minutes))}
                label={
                  <>
                    Minutes<span className="govuk-visually-hidden"> of item {index + 1}</span>
                  </>
                }
                width={4}
                inputMode="numeric"
                autoComplete="off"
              />
            </Fieldset>
          );
        })}
        <FormButtons secondary={rows < mostItems ? [{ intent: "add-item", text: "Add another item" }] : []} />
      </PageForm>
    </Page>
  );
}
