// How the organisation pays and what it tells people about it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { payingFactsOf, savePayingFacts } from "#app/services/money-settings.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { LongField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choice, longText, optionalText, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireAdministrator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { bodyKindNames } from "#app/words/money-settings.ts";

const kinds = ["statutory", "research", "charity", "other"] as const;
const form = z.strictObject({
  kind: choice(kinds, "Choose what kind of body you are"),
  statementName: optionalText({ thing: "the name on the bank statement", max: 18 }),
  lateClaims: longText("The line", { max: 300 }),
  illness: longText("The line", { max: 300 }),
  moneyLeft: longText("The line", { max: 300 }),
  version: versionField,
});

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const facts = await payingFactsOf(visit.context, visit.administrator);
  const isSaved = new URL(request.url).searchParams.get("saved") === "paying";
  return { shell: staffShell(visit), held: visit.held, facts, isSaved };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, administrator } = await requireAdministrator(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { kind, statementName, lateClaims, illness, moneyLeft, version } = read.value;
  const facts = { bodyKind: kind, statementName, lines: { lateClaims, illnessOnTheDay: illness, moneyLeft } };
  const saved = await savePayingFacts(context, administrator, version, facts, read.intent);
  if (saved.ok) return goBackSaying("/settings/paying", "paying");
  return mend(problemWith("kind", "Somebody else changed this page while you had it open. Check it and save again.", read.typed));
}

export default function Paying() {
  const { shell, held, facts, isSaved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading="How we pay"
      held={held}
      back={{ href: "/settings" }}
      notice={isSaved ? { heading: "Saved", children: "Letters and offers made from now on use this." } : undefined}
    >
      <PageForm carried={{ version: String(facts.version) }}>
        <Radios
          name="kind"
          legend="What kind of body are you?"
          hint="Letters say it, and the benefit rules ask it."
          options={kinds.map((value) => ({ value, label: bodyKindNames[value] }))}
          value={answer.value("kind", facts.bodyKind)}
          error={answer.error("kind")}
        />
        <TextField
          name="statementName"
          label="Name on people's bank statements (optional)"
          hint="As the bank shows it, up to 18 letters. Offers tell people what to look for."
          autoComplete="off"
          value={answer.value("statementName", facts.statementName)}
          error={answer.error("statementName")}
        />
        <h2>What you tell people</h2>
        <LongField
          name="lateClaims"
          label="About claims that come late (optional)"
          hint="Shown where people claim. We always add that lateness alone is no reason to refuse."
          rows={2}
          limit={300}
          value={answer.value("lateClaims", facts.lines.lateClaims)}
          error={answer.error("lateClaims")}
        />
        <LongField
          name="illness"
          label="About being ill on the day (optional)"
          hint="Shown to whoever marks attendance."
          rows={2}
          limit={300}
          value={answer.value("illness", facts.lines.illnessOnTheDay)}
          error={answer.error("illness")}
        />
        <LongField
          name="moneyLeft"
          label="About money left from what was sent before (optional)"
          hint="For example: Keep it for the next meeting."
          rows={2}
          limit={300}
          value={answer.value("moneyLeft", facts.lines.moneyLeft)}
          error={answer.error("moneyLeft")}
        />
        <FormButtons primary="Save" />
      </PageForm>
    </Page>
  );
}
