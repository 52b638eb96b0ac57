// What is recorded about tax and employment status for each role, and which roles have nothing recorded.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { taxDecisionsOf } from "#app/services/tax-decisions.server.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { Details } from "#app/ui/details.tsx";
import { HistoryLink } from "#app/ui/history-link.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { requireAdministrator } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate } from "#app/words/format.ts";
import { taxDecisionNames, taxQuestions, taxRouteNames, yesNoNames } from "#app/words/tax-decisions.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const { withoutDecision, decisions } = await taxDecisionsOf(visit.context, visit.administrator);
  return {
    shell: staffShell(visit),
    isSaved: new URL(request.url).searchParams.get("saved") === "recorded",
    without: withoutDecision.map(({ label }) => label),
    decisions: decisions.map((one) => ({
      id: one.id,
      heading: `${one.label}, ${longDate(one.recordedOn)}`,
      state: one.isReplaced
        ? "A later decision took its place."
        : one.isReviewDue
          ? `It was to be looked at again by ${longDate(one.reviewOn)}.`
          : null,
      rows: [
        { name: "Decision", answer: taxDecisionNames[one.decision] },
        { name: "Paid through", answer: taxRouteNames[one.route] },
        { name: "Decided by", answer: `${one.decidedBy} and ${one.secondBy}` },
        { name: "Look at it again by", answer: longDate(one.reviewOn) },
      ],
      facts: taxQuestions.flatMap(({ name, label }) => {
        const said = one.facts[name] ?? "";
        return said === "" ? [] : [{ name: label, answer: said in yesNoNames ? yesNoNames[said as keyof typeof yesNoNames] : said }];
      }),
    })),
  };
}

export default function TaxDecisionsPage() {
  const { shell, isSaved, without, decisions } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="Tax and employment status"
      back={{ href: "/settings" }}
      notice={isSaved ? { heading: "Recorded", children: "Claims and forms show this decision from now on." } : undefined}
    >
      <p>
        Your organisation decides this for each role, with HR, payroll or tax. This service keeps what was decided and shows it on claims.
        It never decides.
      </p>
      <ButtonLink href="/settings/tax/new">Record a decision</ButtonLink>
      {without.length === 0 ? null : (
        <>
          <h2>Nothing recorded</h2>
          <p>People are paid in these roles, and no decision is recorded:</p>
          <ul className="govuk-list govuk-list--bullet">
            {without.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </>
      )}
      {decisions.map(({ id, heading, state, rows, facts }) => (
        <section key={id} aria-labelledby={`decision-${id}`}>
          <h2 id={`decision-${id}`}>{heading}</h2>
          {state === null ? null : <Inset>{state}</Inset>}
          <SummaryList rows={rows} />
          {facts.length === 0 ? null : (
            <Details summary="Everything recorded" about={heading}>
              <SummaryList rows={facts} />
            </Details>
          )}
        </section>
      ))}
      <HistoryLink kind="tax" />
    </Page>
  );
}
