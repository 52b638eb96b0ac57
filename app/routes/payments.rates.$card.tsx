// One version of the rates: its lines, where they come from, who approved it, and the claims that were offered by it.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { cardForReader } from "#app/services/money-trail.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { notFound, requireFinanceReader } from "#app/web/guards.server.ts";
import { pageFrom } from "#app/web/list-address.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted, inFours, longDate, moneyInColumn } from "#app/words/format.ts";
import { sourceSentence } from "#app/words/money-trail.ts";
import { rateInWords } from "#app/words/payments.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinanceReader(request);
  const page = pageFrom(request);
  const found = await cardForReader(visit.context, visit.reader, params["card"] ?? "", page);
  if (!found.ok) throw notFound();
  const { card, lines, claims, total, pages } = found.value;
  return {
    shell: staffShell(visit),
    heading: `Version ${card.version}: ${card.name}`,
    facts: [
      { name: "In use from", answer: longDate(card.validFrom) },
      ...(card.validTo === undefined ? [] : [{ name: "To", answer: longDate(card.validTo) }]),
      {
        name: "Approved by",
        answer: card.approved === undefined ? "Nobody recorded" : `${card.approved.by}, ${longDate(card.approved.on)}`,
      },
      { name: "Published", answer: card.published === "undated" ? "No date on it" : longDate(card.published) },
    ],
    source: sourceSentence(card.source),
    sourceHref: card.source.url ?? null,
    lines: lines.map((line) => ({ key: line.code, cells: [line.label, rateInWords(line)] })),
    here: `/payments/rates/${card.id}`,
    page,
    pages,
    count: counted(total, "claim was", "claims were"),
    claims: claims.map(({ claimId, reference, person, forTime }) => ({
      key: claimId,
      href: `/payments/claims/${claimId}/trail`,
      name: `${inFours(reference)}, ${person}`,
      forTime: forTime === null ? "" : moneyInColumn(forTime),
    })),
  };
}

export default function OneCard() {
  const { shell, heading, facts, source, sourceHref, lines, here, page, pages, count, claims } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading={heading} width="wide" back={{ href: "/payments/rates", text: "Rates and rules for costs" }}>
      <SummaryList rows={facts} />
      <p>
        Source: {sourceHref === null ? null : <a href={sourceHref}>the publication</a>}
        {sourceHref === null ? "" : ". "}
        {source}
      </p>
      <DataTable id="lines" caption="What it pays" columns={[{ header: "For" }, { header: "Rate" }]} rows={lines} />
      <h2>Claims offered by it</h2>
      {claims.length === 0 ? (
        <p>No claim has been sent for an offer made by these rates. Claims appear here once they are.</p>
      ) : (
        <>
          <DataTable
            id="claims"
            caption={`${count} offered by these rates, by reference`}
            columns={[{ header: "Trail of claim" }, { header: "For time", holds: "figures" }]}
            rows={claims.map(({ key, href, name, forTime }) => ({
              key,
              cells: [
                <a key="link" className="target" href={href}>
                  {name}
                </a>,
                forTime,
              ],
            }))}
          />
          <Pagination current={page} count={pages} hrefOf={(one) => `${here}?page=${one}`} />
        </>
      )}
    </Page>
  );
}
