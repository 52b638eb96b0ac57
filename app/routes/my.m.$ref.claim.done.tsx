// A claim was sent: its reference, and what happens next.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { myClaim } from "#app/services/claims.server.ts";
import { toldOfPayingBy } from "#app/services/posting.server.ts";
import { NextSteps } from "#app/ui/next-steps.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { DonePanel } from "#app/ui/panel.tsx";
import { claimPapers } from "#app/web/claim-rows.ts";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { afterSending } from "#app/words/claims.ts";
import { inFours } from "#app/words/format.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, shell, caption, home } = await requireAttendeePage(request, params["ref"]);
  const found = await myClaim(context, attendee);
  if (!found.ok || found.value.mayChange) throw redirect(`${home}/claim#main`, { status: 303 });
  const { reference, payBy, checkBy, offersTime, costs } = found.value;
  return {
    shell,
    caption,
    home,
    papers: claimPapers(home, { offersTime, costs: costs.length }),
    reference: inFours(reference),
    steps: afterSending({ contact: shell.contact.name, payBy, checkBy, told: await toldOfPayingBy(context, attendee) }),
  };
}

export default function ClaimDone() {
  const { shell, caption, home, papers, reference, steps } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} title={`Done: claim ${reference} sent`} caption={caption}>
      <DonePanel what={`claim ${reference} sent`}>Thank you.</DonePanel>
      <NextSteps steps={steps} />
      <ul className="link-list">
        {papers.map(({ href, text }) => (
          <li key={href}>
            <a className="target" href={href}>
              {text}
            </a>
          </li>
        ))}
        <li>
          <a className="target" href={`${home}/claim`}>
            See where your claim is
          </a>
        </li>
        <li>
          <a className="target" href={home}>
            Back to your page for this meeting
          </a>
        </li>
      </ul>
    </Page>
  );
}
