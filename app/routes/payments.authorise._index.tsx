// The claims somebody else checked, that wait to be authorised: one by one, or several together on a page that lists them.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isAloneInFinance } from "#app/services/finance.server.ts";
import { Checkboxes } from "#app/ui/choices.tsx";
import { ClaimQueueList } from "#app/ui/claim-queue.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { requireFinance } from "#app/web/guards.server.ts";
import { queuePage } from "#app/web/queue-page.server.ts";
import { staffShell } from "#app/web/shell.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const queue = await queuePage(visit.context, visit.finance, request, {
    turn: "authorise",
    path: "/payments/authorise",
    base: "/payments/authorise",
  });
  const saved = new URL(request.url).searchParams.get("saved");
  return {
    shell: staffShell(visit),
    isAlone: await isAloneInFinance(visit.context, visit.finance),
    mayInvite: visit.account.roles.includes("administrator"),
    queue,
    saved,
  };
}

export default function ToAuthorise() {
  const { shell, isAlone, mayInvite, queue, saved } = useLoaderData<typeof loader>();
  const notice =
    saved === "together"
      ? "The claims are authorised."
      : saved === "some"
        ? "Some claims are authorised. Those still here need another look."
        : "What you decided about the claim is saved.";
  return (
    <Page
      shell={shell}
      heading="Authorise payments"
      width="wide"
      back={{ href: "/payments", text: "Payments" }}
      notice={saved === null ? undefined : { heading: "Saved", children: notice }}
    >
      {isAlone ? (
        <Warning>
          You need a second person to authorise payments.{" "}
          {mayInvite ? <a href="/settings/people">Invite an authoriser</a> : "Ask an administrator to invite an authoriser."}
        </Warning>
      ) : null}
      <ClaimQueueList
        id="to-authorise"
        caption="Claims to authorise, the first to be paid first unless you sort them"
        empty="Nothing to authorise. Claims appear here once somebody has checked them."
        queue={queue}
      />
      {queue.rows.length > 1 ? (
        <>
          <h2>Authorise several together</h2>
          <form method="get" action="/payments/authorise/together">
            <Checkboxes
              name="claim"
              legend="Which claims?"
              hint="The next page lists them with their total. Nothing is authorised yet."
              options={queue.rows.map(({ key, link, cells }) => ({ value: key, label: `${link}: ${cells[3] ?? ""}` }))}
              values={queue.rows.map(({ key }) => key)}
            />
            <button type="submit" className="govuk-button govuk-button--secondary">
              See these claims together
            </button>
          </form>
        </>
      ) : null}
    </Page>
  );
}
