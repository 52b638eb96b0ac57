// Every version of the rates and of the rules for costs, to read: what was paid by each is one link further.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ratesForReader } from "#app/services/money-trail.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { requireFinanceReader } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { shortDate } from "#app/words/format.ts";
import { costPolicySentences, versionStates } from "#app/words/money-settings.ts";
import { sourceSentence } from "#app/words/money-trail.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinanceReader(request);
  const { cards, costs } = await ratesForReader(visit.context, visit.reader);
  return {
    shell: staffShell(visit),
    cards: cards.map(({ cardId, name, version, validFrom, source }) => ({
      key: cardId,
      href: `/payments/rates/${cardId}`,
      name: `Version ${version}: ${name}`,
      from: shortDate(validFrom),
      source: sourceSentence(source),
    })),
    now: costPolicySentences(costs.now),
    versions: costs.versions.map(({ id, policy, savedBy, state }) => ({
      key: id,
      cells: [shortDate(policy.validFrom), versionStates[state], costPolicySentences(policy).join(" "), savedBy],
    })),
  };
}

export default function RatesToRead() {
  const { shell, cards, now, versions } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Rates and rules for costs" width="wide" back={{ href: "/payments/audit", text: "Follow the money" }}>
      <p>A version never changes. What was offered by it stays as it was when another begins.</p>
      <h2>Rates for time</h2>
      {cards.length === 0 ? (
        <p>There are no rates yet. They appear here once an administrator has saved some.</p>
      ) : (
        <DataTable
          id="rates"
          caption="Every version of the rates, the newest first"
          columns={[{ header: "Rates" }, { header: "From" }, { header: "Source" }]}
          rows={cards.map(({ key, href, name, from, source }) => ({
            key,
            cells: [
              <a key="link" className="target" href={href}>
                {name}
              </a>,
              from,
              source,
            ],
          }))}
        />
      )}
      <h2 id="costs">Rules for costs</h2>
      <p>Today:</p>
      <ul className="govuk-list govuk-list--bullet">
        {now.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {versions.length === 0 ? null : (
        <DataTable
          id="rule-versions"
          caption="Every version of the rules for costs"
          columns={[{ header: "From" }, { header: "State" }, { header: "Rules" }, { header: "Saved by" }]}
          rows={versions}
        />
      )}
    </Page>
  );
}
