// Several claims to authorise at once: each listed with what it comes to, and one tick that they were looked at.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { authoriseTogether, claimsToAuthorise } from "#app/services/finance.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Tick } from "#app/ui/choices.tsx";
import { QueueTable } from "#app/ui/claim-tables.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { queueRow } from "#app/web/finance-words.ts";
import { ticked } from "#app/web/form-fields.ts";
import { mend, readForm } from "#app/web/forms.server.ts";
import { requireFinance } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { financeRefusalSentence } from "#app/words/claims.ts";
import { counted, money } from "#app/words/format.ts";

const form = z.strictObject({ looked: ticked("Tick to say you have looked at these claims"), claims: z.string().max(4_000) });

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const asked = new URL(request.url).searchParams.getAll("claim").slice(0, 50);
  const { claims, refused, total } = await claimsToAuthorise(visit.context, visit.finance, asked);
  return {
    shell: staffShell(visit),
    held: visit.held,
    button: `Authorise ${counted(claims.length, "claim", "claims")}, total ${money(total)}`,
    rows: claims.map((claim) => ({ ...queueRow(claim), href: `/payments/authorise/${claim.claimId}` })),
    carried: claims.map(({ claimId, version }) => `${claimId}.${version}`).join(" "),
    refused: refused.map(({ claim, refusal, others }) => ({
      name: queueRow(claim).link,
      href: `/payments/authorise/${claim.claimId}`,
      why: financeRefusalSentence(refusal, others, "authorise"),
    })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const claims = read.value.claims.split(" ").flatMap((one) => {
    const [, claimId, version] = /^([\w-]{1,40})\.(\d{1,9})$/u.exec(one) ?? [];
    return claimId === undefined ? [] : [{ claimId, version: Number(version) }];
  });
  const { left } = await authoriseTogether(context, finance, claims, read.intent);
  return goBackSaying("/payments/authorise", left.length === 0 ? "together" : "some");
}

export default function AuthoriseTogether() {
  const { shell, held, button, rows, carried, refused } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading="Authorise these claims"
      width="wide"
      held={held}
      back={{ href: "/payments/authorise", text: "Authorise payments" }}
    >
      {rows.length === 0 ? (
        <p>There is no claim here that you may authorise. Choose claims on the page before this one.</p>
      ) : (
        <>
          <QueueTable id="together" caption="Claims to authorise together" rows={rows} />
          <PageForm carried={{ claims: carried }}>
            <Tick
              name="looked"
              label="I have looked at these claims"
              isTicked={answer.value("looked") === "yes"}
              error={answer.error("looked")}
            />
            <FormButtons primary={button} />
          </PageForm>
        </>
      )}
      {refused.length === 0 ? null : (
        <>
          <h2>Not among them</h2>
          <ul className="govuk-list govuk-list--spaced">
            {refused.map(({ name, href, why }) => (
              <li key={href}>
                <a className="target" href={href}>
                  {name}
                </a>
                : {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
