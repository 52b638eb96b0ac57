// People who should not meet: two of those invited, why, and nobody but coordinators ever reads it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { z } from "zod";
import { clashOf } from "#app/domain/access/conflicts.ts";
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
  const chosen = chosenIn(request);
  const found = await keptApartFor(visit.context, visit.coordinator, params["reference"] ?? "", chosen);
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
    chosen,
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

/** Those who were chosen to be invited, where the page was opened before they are. */
function chosenIn(request: Request): readonly string[] {
  const ids = (new URL(request.url).searchParams.get("people") ?? "").split(",").filter((id) => id !== "");
  return ids.slice(0, 500);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const chosen = chosenIn(request);
  const here = `/meetings/${reference}/apart${chosen.length === 0 ? "" : `?people=${chosen.join(",")}`}`;
  if ((await formOf(request)).get("intent") === "end") {
    const form = await readForm(request, endForm);
    if (!form.ok) return mend(form.answer);
    const { pair: pairId, version } = form.value;
    const ended = await endKeptApart(context, coordinator, { pairId, version }, form.intent);
    return ended.ok ? goBackSaying(here, "ended") : mend(problemWith("main", changedMeanwhile, form.typed));
  }
  const form = await readForm(request, pairForm);
  if (!form.ok) return mend(form.answer);
  const kept = await keepApart(context, coordinator, reference, form.value, form.intent, chosen);
  if (kept.ok) return goBackSaying(here, "kept");
  return mend(problemWith("other", notKept[kept.refusal], form.typed));
}

const notKept = {
  "not-found": "Choose two people who are invited to this meeting",
  "one-person": "Choose two different people",
  "on-record": "These two are on the list already",
} as const;

const whoIsInvited = {
  0: "Neither is invited to this meeting.",
  1: "Only one of them is invited to this meeting.",
  2: "",
} as const;

/** What can be done where two people who are kept apart would both be asked, in no order that blames either. */
function WaysToGoOn(): ReactElement {
  return (
    <>
      <p>Both would be invited to this meeting. These are ways to go on:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>Invite one of them now, and the other to another meeting.</li>
        {clashOf("people-apart").waysOut.map(({ id, label }) => (
          <li key={id}>{label}.</li>
        ))}
        <li>Talk to each of them alone about how they would like to take part. Never say who else is invited, or why you ask.</li>
      </ul>
      <p>If you invite both, the plan has this to sort out before it can be ready.</p>
    </>
  );
}

const notices: Readonly<Record<string, string>> = {
  kept: "The plan of every meeting both are invited to now has this to sort out. Nobody was told.",
  ended: "The two may meet again. What was written about it is erased.",
};

export default function PeopleApart() {
  const { shell, held, nav, reference, caption, people, pairs, chosen, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const notice = saved === null ? undefined : notices[saved];
  const options = people.map(({ personId, name }) => ({ value: personId, label: name }));
  return (
    <Page
      shell={shell}
      heading="People who should not meet"
      caption={caption}
      meetingNav={nav}
      back={
        chosen.length === 0
          ? { href: `/meetings/${reference}/plan#clashes`, text: "Back to the plan" }
          : { href: `/meetings/${reference}/invite/message?people=${chosen.join(",")}`, text: "Back to the invitation" }
      }
      notice={notice === undefined ? undefined : { heading: "Saved", children: notice }}
      held={held}
    >
      <p>
        Only coordinators see this. It is on no paper, in no message and in no download, and neither person is told. That you opened a list
        with names is put on record.
      </p>
      {pairs.length === 0 ? <p>Nobody is kept apart at this meeting so far.</p> : null}
      <Items>
        {pairs.map(({ pairId, names, note, savedBy, savedOn, invited, wouldMeet, version }) => (
          <Item key={pairId} level="h2" heading={`${names[0]} and ${names[1]}`}>
            {note === "" ? null : <p>“{note}”</p>}
            <p>
              Written down on {longDate(savedOn)}
              {savedBy === "" ? "." : ` by ${savedBy}.`} {wouldMeet ? "" : whoIsInvited[invited]}
            </p>
            {wouldMeet ? <WaysToGoOn /> : null}
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
