// One request to be deleted, for an administrator: how many of what would go and stay, and never whose it is.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { answerDeletionRequest, deletionRequestFor } from "#app/services/erasing.server.ts";
import { periodsOf } from "#app/services/keeping-periods.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Tick } from "#app/ui/choices.tsx";
import { DeletionLists } from "#app/ui/deletion.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { mend, readForm } from "#app/web/forms.server.ts";
import { notFound, requireAdministrator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { goingSentencesForStaff, stayingSentencesForStaff } from "#app/words/erasing.ts";
import { longDate } from "#app/words/format.ts";

const form = z.strictObject({ sure: z.literal("yes", "Tick the box once the person has confirmed") });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const found = await deletionRequestFor(visit.context, visit.administrator, params["asked"] ?? "");
  if (!found.ok) throw notFound();
  const { askedOn, answerBy, deletion } = found.value;
  const { claims: years } = await periodsOf(visit.context.db, visit.administrator.organisationId);
  return {
    shell: staffShell(visit),
    held: visit.held,
    askedOn: longDate(askedOn),
    answerBy: longDate(answerBy),
    going: goingSentencesForStaff(deletion),
    staying: stayingSentencesForStaff(deletion, years),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, administrator } = await requireAdministrator(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const made = await answerDeletionRequest(context, administrator, params["asked"] ?? "", read.intent);
  if (!made.ok) throw notFound();
  return goBackSaying("/settings/privacy", "deleted");
}

export default function DeletionRequest() {
  const { shell, held, askedOn, answerBy, going, staying } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading="Somebody asked to be deleted"
      caption={`Asked on ${askedOn}`}
      back={{ href: "/settings/privacy#requests", text: "Back to privacy and keeping data" }}
      held={held}
    >
      <p>You do not see who it is. The law wants it answered by {answerBy}.</p>
      <p>
        Most people do this themselves, on their own page. A coordinator can see who asked on that person&apos;s record, rings them, and can
        delete everything there too.
      </p>
      <DeletionLists going={going} staying={staying} nothingStays="Nothing: they were never paid." />
      <p>
        Safety copies of the whole system still hold them until those are thrown away. If one is put back, they are deleted from it before
        anybody works with it.
      </p>
      <Warning>This cannot be undone.</Warning>
      <PageForm>
        <Tick
          name="sure"
          label="A coordinator has checked that it is them, and they still want it"
          isTicked={answer.value("sure") === "yes"}
          error={answer.error("sure")}
        />
        <FormButtons primary="Delete everything about them" />
      </PageForm>
    </Page>
  );
}
