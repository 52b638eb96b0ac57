// What a new cost was for: only the kinds this meeting's offer covers.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { startCost } from "#app/services/claims.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { requireClaimToFillIn } from "#app/web/claim-page.server.ts";
import { claimedSoFar } from "#app/web/claim-rows.ts";
import { choice } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { costLabel, notNow } from "#app/words/claims.ts";
import { money } from "#app/words/format.ts";

const missing = "Choose what the cost was for";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, caption, claim, claimHome } = await requireClaimToFillIn(request, params["ref"]);
  const options = claim.costsCovered.map((value) => ({ value, label: costLabel(value) }));
  return { shell, caption, claimHome, options, soFar: money(claimedSoFar(claim)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, claim, claimHome } = await requireClaimToFillIn(request, params["ref"]);
  const read = await readForm(request, z.strictObject({ kind: choice(claim.costsCovered, missing) }));
  if (!read.ok) return mend(read.answer);
  const started = await startCost(context, attendee, read.value.kind, read.intent);
  if (started.ok) return goOn(`${claimHome}/costs/${started.value.costId}`);
  return mend(problemWith("kind", started.refusal === "not-covered" ? missing : notNow, read.typed));
}

export default function NewCost() {
  const { shell, caption, claimHome, options, soFar } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page shell={shell} title="What was the cost for?" caption={caption} back={{ href: `${claimHome}/costs` }}>
      <PageForm>
        <Radios
          name="kind"
          legend="What was the cost for?"
          asHeading="h1"
          options={options}
          value={answer.value("kind")}
          error={answer.error("kind")}
        />
        <FormButtons />
      </PageForm>
      <p>
        Costs so far: <strong>{soFar}</strong>
      </p>
    </Page>
  );
}
