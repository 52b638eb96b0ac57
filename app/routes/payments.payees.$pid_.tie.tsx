// How an officer knows somebody who is paid: said by themselves, ended by a colleague. Whoever says so does no step of the claims.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { declareTie, endDeclaredTie, tiesOf, type TieView } from "#app/services/ties.server.ts";
import { Button, FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { choice } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { inFours, longDate, plainDate } from "#app/words/format.ts";
import { sentBackForTie, tieNames, tieSaid } from "#app/words/ties.ts";

const kinds = ["relative", "helper", "payee"] as const;
const form = z.strictObject({ kind: choice(kinds, "Choose how you know them") });
const endForm = z.strictObject({ tie: z.string().min(1).max(64) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const personId = params["pid"] ?? "";
  const found = await tiesOf(visit.context, visit.finance, personId);
  if (!found.ok) throw notFound();
  const { person, ties, isTied, inBatches } = found.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    person,
    isTied,
    payeeHref: `/payments/payees/${personId}`,
    toTakeOut: inBatches.map(
      ({ reference, number, by }) =>
        `Claim ${inFours(reference)} is in batch ${number}, and ${by} signed it. Ask a colleague to take it out of the batch.`,
    ),
    ties: ties.map((tie) => ({
      id: tie.id,
      text: sentenceOf(tie),
      about: `${tie.by}: ${tieNames[tie.kind]}`,
      mayEnd: !tie.isMine && tie.ended === null,
    })),
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

function sentenceOf({ by, kind, on, ended }: TieView): string {
  const said = `${plainDate(on)}, ${by}: ${tieNames[kind]}.`;
  return ended === null ? said : `${said} Ended on ${longDate(ended.on)} by ${ended.by}.`;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const personId = params["pid"] ?? "";
  const here = `/payments/payees/${personId}/tie`;
  if ((await formOf(request)).get("intent") === "end") {
    const read = await readForm(request, endForm);
    if (!read.ok) return mend(read.answer);
    const ended = await endDeclaredTie(context, finance, { personId, tieId: read.value.tie }, read.intent);
    if (ended.ok) return goBackSaying(here, "ended");
    if (ended.refusal === "not-found") throw notFound();
    return mend(problemWith("kind", "You said this yourself. A colleague can end it.", read.typed));
  }
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const said = { kind: read.value.kind, why: sentBackForTie };
  const kept = await declareTie(context, finance, personId, said, read.intent);
  if (kept.ok) return goBackSaying(here, kept.value.sentBack.length === 0 ? "kept" : "kept-and-sent-back");
  if (kept.refusal === "not-found") throw notFound();
  return mend(problemWith("kind", "You said this already. It stands.", read.typed));
}

const notices: Readonly<Record<string, string>> = {
  kept: "Colleagues check, authorise and pay their claims from now on.",
  "kept-and-sent-back": "Colleagues check, authorise and pay their claims from now on. What you signed is checked again.",
  ended: "It is noted that this is no longer so, and that you said it.",
};

export default function Tie() {
  const { shell, held, person, isTied, payeeHref, toTakeOut, ties, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const notice = saved === null ? undefined : notices[saved];
  return (
    <Page
      shell={shell}
      heading={`Do you know ${person}?`}
      held={held}
      back={{ href: payeeHref, text: `Bank details of ${person}` }}
      notice={notice === undefined ? undefined : { heading: "Saved", children: notice }}
    >
      {toTakeOut.map((sentence) => (
        <Warning key={sentence}>{sentence}</Warning>
      ))}
      <p>
        Nobody works on the claims of a relative, of somebody they help, or on money that goes to themselves. Say so here. From then on
        colleagues do it.
      </p>
      {isTied ? <p>You said how you know them. Colleagues do their claims.</p> : null}
      <PageForm>
        <Radios
          name="kind"
          legend={isTied ? "Is there another way you know them?" : "How do you know them?"}
          options={kinds.map((value) => ({ value, label: tieSaid[value] }))}
          value={answer.value("kind")}
          error={answer.error("kind")}
        />
        <FormButtons primary="Save" />
      </PageForm>
      <h2>What was said</h2>
      {ties.length === 0 ? (
        <p>Nobody has said that they know {person}.</p>
      ) : (
        <ul className="govuk-list">
          {ties.map(({ id, text, about, mayEnd }) => (
            <li key={id}>
              <p>{text}</p>
              {mayEnd ? (
                <PageForm carried={{ intent: "end", tie: id }}>
                  <Button kind="secondary" about={about}>
                    This is no longer so
                  </Button>
                </PageForm>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
