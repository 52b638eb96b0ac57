// Offers of a meeting ahead and later rates: for whom they rise and by how much, then raising them with a note; and what was offered
// before.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { raiseOffers, risesFor } from "#app/services/rises.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { LongField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { longText, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted, dateInColumn, longDate, moneyInColumn } from "#app/words/format.ts";
import { riseAnswers } from "#app/words/rises.ts";

const form = z.strictObject({
  note: longText("What you tell them", { missing: "Write why the offer goes up", max: 500 }),
  card: z.string().max(60),
  version: versionField,
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await risesFor(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { meeting, version, now, later, people, earlier } = found.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(meeting.reference, visit.path),
    name: meeting.name,
    back: `/meetings/${meeting.reference}/edit/payment`,
    isSaved: new URL(request.url).searchParams.get("saved") === "raised",
    version,
    cardId: later?.cardId ?? "",
    now: now === null ? null : `The offers were made by the rates “${now}”.`,
    later:
      later === null
        ? null
        : `On the day of this meeting other rates hold: “${later.name}, version ${later.version}”, from ${longDate(later.from)}.`,
    rises: people.filter(({ answer }) => answer === "rise").length,
    rows: people.map(({ invitationId, person, before, after, answer }) => ({
      key: invitationId,
      cells: [
        person,
        before === null ? "None" : moneyInColumn(before),
        after === null ? "None" : moneyInColumn(after),
        riseAnswers[answer],
      ],
    })),
    earlier: earlier.map(({ person, total, madeOn, until, by, card }, index) => ({
      key: String(index),
      cells: [person, moneyInColumn(total), dateInColumn(madeOn), dateInColumn(until), card, by],
    })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { note, card, version } = read.value;
  const raised = await raiseOffers(context, coordinator, { reference, version, cardId: card }, note, read.intent);
  if (raised.ok) return goBackSaying(`/meetings/${reference}/offers`, "raised");
  if (raised.refusal === "not-found") throw notFound();
  return mend(problemWith("note", whyNot[raised.refusal], read.typed));
}

const whyNot = {
  "no-later-rates": "There are no later rates for this meeting any more. Read this page again.",
  "nobody-to-raise": "No offer goes up by these rates any more. Read this page again.",
  "note-missing": "Write why the offer goes up",
  "changed-by-someone-else": "Something changed while you had this open. Read this page again, then save.",
} as const;

export default function RaiseOffers() {
  const { shell, held, nav, name, back, isSaved, version, cardId, now, later, rises, rows, earlier } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading="Apply the new rates"
      caption={name}
      width="wide"
      held={held}
      meetingNav={nav}
      back={{ href: back, text: "What you pay people" }}
      notice={isSaved ? { heading: "Saved", children: "The offers are raised, and the people are told in the way they chose." } : undefined}
    >
      {now === null ? <p>No rates are chosen for this meeting.</p> : <p>{now}</p>}
      {now === null || later !== null ? null : <p>No later rates hold on the day of this meeting. There is nothing to apply.</p>}
      {later === null ? null : <p>{later} A rise can be given to people who have an offer already. A cut never touches them.</p>}
      {later === null ? null : rows.length === 0 ? (
        <p>Nobody has been asked to this meeting yet.</p>
      ) : (
        <DataTable
          id="people"
          caption="What the later rates do to each offer"
          columns={[
            { header: "Person" },
            { header: "Offered now", holds: "figures" },
            { header: "By the later rates", holds: "figures" },
            { header: "What happens" },
          ]}
          rows={rows}
        />
      )}
      {rises === 0 ? null : (
        <PageForm carried={{ version: String(version), card: cardId }}>
          <h2>Raise the offers</h2>
          <LongField
            name="note"
            label="Why does the offer go up?"
            hint="Everybody whose offer goes up reads this, and it stands in their offer letter."
            rows={3}
            limit={500}
            value={answer.value("note")}
            error={answer.error("note")}
          />
          <FormButtons primary={`Raise ${counted(rises, "offer", "offers")}`} />
        </PageForm>
      )}
      {earlier.length === 0 ? null : (
        <DataTable
          id="earlier"
          caption="What was offered before"
          columns={[
            { header: "Person" },
            { header: "Offered", holds: "figures" },
            { header: "From" },
            { header: "Until" },
            { header: "Rates" },
            { header: "Changed by" },
          ]}
          rows={earlier}
        />
      )}
    </Page>
  );
}
