// The costs of a claim so far, each with a way to change it or take it out.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { removeCost, sayNoCosts } from "#app/services/claims.server.ts";
import { Button, ButtonGroup, ButtonLink } from "#app/ui/buttons.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { requireClaimToFillIn } from "#app/web/claim-page.server.ts";
import { claimedSoFar, costRows } from "#app/web/claim-rows.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { bookedSentence, notNow } from "#app/words/claims.ts";
import { money } from "#app/words/format.ts";

const form = z.strictObject({ remove: z.string().max(40).optional() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, caption, claim, claimHome } = await requireClaimToFillIn(request, params["ref"]);
  return {
    shell,
    caption,
    claimHome,
    costs: costRows(claim),
    soFar: money(claimedSoFar(claim)),
    booked: claim.booked.length === 0 ? null : bookedSentence(claim.booked),
    mayAdd: claim.costsCovered.length > 0,
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, claimHome } = await requireClaimToFillIn(request, params["ref"]);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { remove } = read.value;
  if (remove !== undefined) {
    await removeCost(context, attendee, remove, read.intent);
    return goBackSaying(`${claimHome}/costs`, "removed");
  }
  const said = await sayNoCosts(context, attendee, read.intent);
  if (said.ok) return goOn(claimHome);
  const message = said.refusal === "has-costs" ? "You have added costs. Take them out first, or go on." : notNow;
  return mend(problemWith("no-costs", message, read.typed));
}

const notices: Readonly<Record<string, string>> = { cost: "Your cost is saved.", removed: "The cost is taken out." };

export default function ClaimCosts() {
  const { shell, caption, claimHome, costs, soFar, booked, mayAdd, saved } = useLoaderData<typeof loader>();
  const notice = saved === null ? undefined : notices[saved];
  return (
    <Page
      shell={shell}
      heading="Add your costs"
      caption={caption}
      back={{ href: claimHome }}
      notice={notice === undefined ? undefined : { heading: "Saved", children: notice }}
    >
      {mayAdd ? null : <p>Our offer for this meeting does not cover costs. If you spent something to take part, please contact us.</p>}
      {booked === null ? null : <p>{booked}</p>}
      {costs.length === 0 ? null : (
        <PageForm id="remove-cost">
          <ul className="items">
            {costs.map((cost) => (
              <li key={cost.id}>
                <article className="item">
                  <div className="item__head">
                    <h2>{cost.label}</h2>
                    <strong>{cost.amount}</strong>
                  </div>
                  {cost.notes.map((note) => (
                    <p key={note}>{note}</p>
                  ))}
                  <ButtonGroup>
                    <a className="target" href={`${claimHome}/costs/${cost.id}`}>
                      Change {cost.name}
                    </a>
                    <Button kind="secondary" name="remove" value={cost.id}>
                      Remove {cost.name}
                    </Button>
                  </ButtonGroup>
                </article>
              </li>
            ))}
          </ul>
        </PageForm>
      )}
      <p>
        Costs so far: <strong>{soFar}</strong>
      </p>
      {costs.length === 0 ? (
        <PageForm>
          <ButtonGroup>
            {mayAdd ? <ButtonLink href={`${claimHome}/costs/new`}>Add a cost</ButtonLink> : null}
            <Button kind="secondary" id="no-costs">
              I have no costs to add
            </Button>
          </ButtonGroup>
        </PageForm>
      ) : (
        <ButtonGroup>
          <ButtonLink href={claimHome}>Save and continue</ButtonLink>
          {mayAdd ? (
            <ButtonLink href={`${claimHome}/costs/new`} kind="secondary">
              Add a cost
            </ButtonLink>
          ) : null}
        </ButtonGroup>
      )}
    </Page>
  );
}
