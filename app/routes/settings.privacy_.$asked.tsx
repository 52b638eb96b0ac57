// One request to be deleted, for an administrator: how many of what would go and stay, and never whose it is.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { whysNotDeleted } from "#app/domain/people/erasing.ts";
import { answerDeletionRequest, closeDeletionRequest, deletionRequestFor } from "#app/services/erasing.server.ts";
import { periodsOf } from "#app/services/keeping-periods.server.ts";
import { Button, FormButtons } from "#app/ui/buttons.tsx";
import { Radios, Tick } from "#app/ui/choices.tsx";
import { DeletionLists } from "#app/ui/deletion.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { choice, versionField } from "#app/web/form-fields.ts";
import { formOf, mend, readForm } from "#app/web/forms.server.ts";
import { notFound, requireAdministrator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { closingMissing, goingSentencesForStaff, stayingSentencesForStaff, whyNotDeletedWords } from "#app/words/erasing.ts";
import { longDate } from "#app/words/format.ts";

const form = z.strictObject({ sure: z.literal("yes", "Tick the box once the person has confirmed") });
const closingForm = z.strictObject({ version: versionField, why: choice(whysNotDeleted, closingMissing) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const found = await deletionRequestFor(visit.context, visit.administrator, params["asked"] ?? "");
  if (!found.ok) throw notFound();
  const { askedOn, answerBy, version, deletion } = found.value;
  const { claims: years } = await periodsOf(visit.context.db, visit.administrator.organisationId);
  return {
    shell: staffShell(visit),
    held: visit.held,
    askedOn: longDate(askedOn),
    answerBy: longDate(answerBy),
    version,
    going: goingSentencesForStaff(deletion),
    staying: stayingSentencesForStaff(deletion, years),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, administrator } = await requireAdministrator(request);
  const requestId = params["asked"] ?? "";
  if ((await formOf(request)).has("version")) {
    const closing = await readForm(request, closingForm);
    if (!closing.ok) return mend(closing.answer);
    const { version, why } = closing.value;
    const closed = await closeDeletionRequest(context, administrator, { requestId, version }, why, closing.intent);
    return answerTo(closed, "closed");
  }
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  return answerTo(await answerDeletionRequest(context, administrator, requestId, read.intent), "deleted");
}

// Where somebody closed it meanwhile there is no request any more to show an error on: the list says so.
function answerTo(
  made: { readonly ok: true } | { readonly ok: false; readonly refusal: "not-found" | "closed-already" | "changed-by-someone-else" },
  saved: "closed" | "deleted",
) {
  if (!made.ok && made.refusal === "not-found") throw notFound();
  return goBackSaying("/settings/privacy", made.ok ? saved : "closed-meanwhile");
}

export default function DeletionRequest() {
  const { shell, held, askedOn, answerBy, version, going, staying } = useLoaderData<typeof loader>();
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
      <h2>Nothing to delete?</h2>
      <p>A coordinator may find that they changed their mind, or that somebody else asked. Then close the request. Nothing is deleted.</p>
      <PageForm carried={{ version: String(version) }}>
        <Radios
          name="why"
          legend="Why is nothing deleted?"
          options={whysNotDeleted.map((why) => ({ value: why, label: whyNotDeletedWords[why] }))}
          value={answer.value("why")}
          error={answer.error("why")}
        />
        <Button kind="secondary">Close the request</Button>
      </PageForm>
    </Page>
  );
}
