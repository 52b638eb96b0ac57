// A merge that was made, and taking the two records apart again.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { dayIn } from "#app/domain/basics/dates.ts";
import { findMergeFor, undoMerge } from "#app/services/person-merges.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate, number } from "#app/words/format.ts";
import { howKnownChoices, mergeObstacleWords } from "#app/words/person-merges.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { pid: personId = "", merge: mergeId = "" } = params;
  const found = await findMergeFor(visit.context, visit.coordinator, { personId, mergeId });
  if (!found.ok) throw notFound();
  return { shell: staffShell(visit), held: visit.held, personId, merge: found.value };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const { pid: personId = "", merge: mergeId = "" } = params;
  const form = await readForm(request, z.strictObject({}));
  if (!form.ok) return mend(form.answer);
  const undone = await undoMerge(context, coordinator, { personId, mergeId }, form.intent);
  if (undone.ok || undone.refusal === "done-already") return goBackSaying(`/people/${personId}`, "apart");
  if (undone.refusal === "not-found") throw notFound();
  return mend(problemWith("merge", mergeObstacleWords["claim-under-way"], form.typed));
}

export default function OneMerge() {
  const { shell, held, personId, merge } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="A merged record"
      caption={merge.name}
      back={{ href: `/people/${personId}`, text: `Back to ${merge.name}` }}
      held={held}
    >
      <SummaryList
        rows={[
          { name: "Merged record", answer: merge.otherName },
          { name: "Merged on", answer: longDate(dayIn(merge.mergedAt)) },
          { name: "Merged by", answer: merge.mergedBy },
          { name: "How we know", answer: howKnownChoices[merge.how].said },
          { name: "Meetings that moved", answer: number(merge.meetings) },
          ...(merge.undoneAt === null
            ? []
            : [{ name: "Taken apart", answer: `${longDate(dayIn(merge.undoneAt))}, by ${merge.undoneBy ?? ""}` }]),
        ]}
      />
      {merge.undoneAt === null ? (
        <>
          <h2 id="merge">Take the two apart again</h2>
          <p>
            The meetings that moved go back to the merged record, with everything said and claimed there. Bank details that moved go back if
            nobody has changed them, and finance checks them again. Notes about safe contact stay on both.
          </p>
          <PageForm>
            <FormButtons primary="Take the two records apart" />
          </PageForm>
        </>
      ) : null}
    </Page>
  );
}
