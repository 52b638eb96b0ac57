// Tell the people a batch paid: each message as it will be read, then send them all, and print the letters.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { remittancesOf, sendRemittances } from "#app/services/run-remittances.server.ts";
import { ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { Details } from "#app/ui/details.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { runRefusalSentences, together, unreachableSentence } from "#app/web/run-words.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted, longDate, number } from "#app/words/format.ts";

const form = z.strictObject({ version: versionField });
const channelNames = { email: "By email", letter: "By letter", show: "By text or phone" } as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const runId = params["bid"] ?? "";
  const found = await remittancesOf(visit.context, visit.finance, runId);
  if (!found.ok && found.refusal.kind !== "not-now") throw notFound();
  const view = found.ok ? found.value : null;
  return {
    shell: staffShell(visit),
    base: `/payments/batches/${runId}`,
    number: view === null ? "" : number(view.run.number),
    version: view?.version ?? 0,
    sentOn: view?.sentOn == null ? null : longDate(view.sentOn),
    isPaid: view !== null,
    letters: view?.remittances.filter(({ channel }) => channel === "letter").length ?? 0,
    messages: (view?.remittances ?? []).map(({ lineId, person, channel, body }) => ({ lineId, person, channel, body })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const runId = params["bid"] ?? "";
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const sent = await sendRemittances(context, finance, { runId, version: read.value.version }, read.intent);
  return sent.ok
    ? goBackSaying(`/payments/batches/${runId}`, "sent")
    : mend(problemWith("send", together(runRefusalSentences(sent.refusal)), read.typed));
}

export default function Remittance() {
  const { shell, base, number: batch, version, sentOn, isPaid, letters, messages } = useLoaderData<typeof loader>();
  useAnswer(null);
  const reachable = messages.filter(({ channel }) => channel !== null);
  const toSend = reachable.length - letters;
  const unreachable = messages.filter(({ channel }) => channel === null).map(({ person }) => person);
  return (
    <Page
      shell={shell}
      heading={isPaid ? `Tell people about batch ${batch}` : "Tell people they are paid"}
      back={{ href: base, text: "Back to the batch" }}
    >
      {isPaid ? (
        <>
          {sentOn === null ? null : <p>Sent on {sentOn}.</p>}
          {unreachable.length === 0 ? null : <Warning>{unreachableSentence(unreachable)}</Warning>}
          {sentOn === null && reachable.length > 0 ? (
            <PageForm carried={{ version: String(version) }}>
              <FormButtons primary={toSend > 0 ? `Send ${counted(toSend, "message", "messages")}` : "Mark the letters as posted"} />
            </PageForm>
          ) : null}
          {letters === 0 ? null : (
            <ButtonLink href={`${base}/print`} kind="secondary">
              {`Print ${counted(letters, "letter", "letters")}`}
            </ButtonLink>
          )}
          <h2>What each person reads</h2>
          {messages.map(({ lineId, person, channel, body }) => (
            <Details key={lineId} summary={`${person}: ${channel === null ? "no way to tell them" : channelNames[channel].toLowerCase()}`}>
              <p className="keeps-lines">{body}</p>
            </Details>
          ))}
        </>
      ) : (
        <p>People are told once the batch is marked as paid.</p>
      )}
    </Page>
  );
}
