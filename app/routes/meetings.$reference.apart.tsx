// People who should not meet: two of those invited, why, and nobody but coordinators ever reads it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { endKeptApart, keepApart, keptApartFor } from "#app/services/kept-apart.server.ts";
import { Button, FormButtons } from "#app/ui/buttons.tsx";
import { LongField, SelectField } from "#app/ui/fields.tsx";
import { Item, Items } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { longText, requiredText, versionField } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate } from "#app/words/format.ts";
import { changedMeanwhile, meetingWithDate } from "#app/words/meetings.ts";

const pairForm = z.strictObject({
  one: requiredText("Choose the first person", { thing: "first person" }),
  other: requiredText("Choose the second person", { thing: "second person" }),
  note: longText("what to know", { max: 1_000 }),
});
const endForm = z.strictObject({ pair: z.string().max(100), version: versionField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await keptApartFor(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { meeting, people, pairs } = found.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(meeting.reference, visit.path),
    reference: meeting.reference,
    caption: meetingWithDate(meeting.name, meeting.date),
    people,
    pairs,
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const here = `/meetings/${reference}/apart`;
  if ((await formOf(request)).get("intent") === "end") {
    const form = await readForm(request, endForm);
    if (!form.ok) return mend(form.answer);
    const { pair: pairId, version } = form.value;
    const ended = await endKeptApart(context, coordinator, { pairId, version }, form.intent);
    return ended.ok ? goBackSaying(here, "ended") : mend(problemWith("main", changedMeanwhile, form.typed));
  }
  const form = await readForm(request, pairForm);
  if (!form.ok) return mend(form.answer);
  const kept = await keepApart(context, coordinator, reference, form.value, form.intent);
  if (kept.ok) return goBackSaying(here, "kept");
  return mend(problemWith("other", notKept[kept.refusal], form.typed));
}

const notKept = {
  "not-found": "Choose two people who are invited to this meeting",
  "one-person": "Choose two different people",
  "on-record": "These two are on the list already",
} as const;

const notices: Readonly<Record<string, string>> = {
  kept: "The plan of every meeting both are invited to now has this to sort out. Nobody was told.",
  ended: "The two may meet again. What was written about it is erased.",
};

export default function PeopleApart() {
  const { shell, held, nav, reference, caption, people, pairs, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const notice = saved === null ? undefined : notices[saved];
  const options = people.map(({ personId, name }) => ({ value: personId, label: name }));
  return (
    <Page
      shell={shell}
      heading="People who should not meet"
      caption={caption}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/plan#clashes`, text: "Back to the plan" }}
      notice={notice === undefined ? undefined : { heading: "Saved", children: notice }}
      held={held}
    >
      <p>
        Only coordinators see this. It is on no paper, in no message and in no download, and neither person is told. That you opened a list
        with names is put on record.
      </p>
      {pairs.length === 0 ? <p>Nobody is kept apart at this meeting so far.</p> : null}
      <Items>
        {pairs.map(({ pairId, names, note, savedBy, savedOn, invited, version }) => (
          <Item key={pairId} level="h2" heading={`${names[0]} and ${names[1]}`}>
            {note === "" ? null : <p>“{note}”</p>}
            <p>
              Written down on {longDate(savedOn)}
              {savedBy === "" ? "." : ` by ${savedBy}.`} {invited === 1 ? "Only one of them is invited to this meeting." : ""}
            </p>
            <PageForm carried={{ pair: pairId, version: String(version) }}>
              <Button kind="secondary" intent="end" about={`for ${names[0]} and ${names[1]}`}>
                They may meet again
              </Button>
            </PageForm>
          </Item>
        ))}
      </Items>
      <h2>Keep two people apart</h2>
      {people.length < 2 ? (
        <p>Invite both people first. Then choose them here.</p>
      ) : (
        <PageForm>
          <SelectField
            name="one"
            label="First person"
            blank="Choose a person"
            options={options}
            value={answer.value("one")}
            error={answer.error("one")}
          />
          <SelectField
            name="other"
            label="Second person"
            blank="Choose a person"
            options={options}
            value={answer.value("other")}
            error={answer.error("other")}
          />
          <LongField
            name="note"
            label="What should another coordinator know?"
            optional
            hint="Only what is needed to keep people safe. You do not need to write why."
            rows={3}
            limit={1000}
            value={answer.value("note")}
            error={answer.error("note")}
          />
          <FormButtons primary="Keep them apart" />
        </PageForm>
      )}
    </Page>
  );
}
