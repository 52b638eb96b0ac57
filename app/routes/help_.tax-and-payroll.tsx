// Tax and payroll: short general facts with their sources. It never says what somebody owes.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/ui/page-frame.tsx";
import { openToAll } from "#app/web/guards.server.ts";
import { publicShell } from "#app/web/shell.server.ts";
import { saySource } from "#app/words/benefits.ts";
import { taxFacts } from "#app/words/tax-and-payroll.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { context, path } = await openToAll(request);
  return {
    shell: await publicShell(context, path),
    facts: taxFacts.map(({ heading, sentences, sources }) => ({ heading, sentences, sources: sources.map(saySource) })),
  };
}

export default function TaxAndPayroll() {
  const { shell, facts } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Tax and payroll">
      {facts.map((fact) => (
        <section key={fact.heading} aria-label={fact.heading}>
          <h2>{fact.heading}</h2>
          {fact.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {fact.sources.length === 0 ? null : <p className="govuk-hint">Source: {fact.sources.join("; ")}</p>}
        </section>
      ))}
      <p>
        <strong>This is general information, not advice about you.</strong>
      </p>
    </Page>
  );
}
