// What the organisation pays: its rates with their days, published ones to start from, its rules for costs, and who changed what.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { costRulesOf } from "#app/services/money-settings.server.ts";
import { publishedChoices, rateHistory, type CardVersion } from "#app/services/rate-cards.server.ts";
import { meetingsOnEarlierRates } from "#app/services/rises.server.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Details } from "#app/ui/details.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { requireAdministrator } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted, longDate, shortDate } from "#app/words/format.ts";
import { costPolicySentences, versionStates } from "#app/words/money-settings.ts";
import { rateInWords } from "#app/words/payments.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const { context, administrator } = visit;
  const rules = await costRulesOf(context, administrator);
  const saved = new URL(request.url).searchParams.get("saved");
  return {
    shell: staffShell(visit),
    notice: saved === "rates" ? "The new rates are saved." : saved === "costs" ? "The new rules for costs are saved." : null,
    behind: (await meetingsOnEarlierRates(context, administrator)).map((one) => ({
      href: !visit.account.roles.includes("coordinator") ? null : `/meetings/${one.reference}/offers`,
      text: `${one.name}, ${longDate(one.date)}: offers by version ${one.version}`,
    })),
    cards: (await rateHistory(context, administrator)).map(cardOf),
    published: publishedChoices().map((card) => ({
      id: card.id,
      name: `${card.publisher}: ${card.name}`,
      lines: card.lines.map((line) => `${line.label}: ${rateInWords(line)}`),
      asksHalfDay: card.lines.length === 0,
      isUnsure: card.isUnsure,
      source: card.source.title,
      url: card.source.url ?? null,
      dates: `${card.published === "undated" ? "No date on the page." : `Dated ${longDate(card.published)}.`} We looked on ${longDate(card.source.checkedOn)}.`,
    })),
    rulesNow: costPolicySentences(rules.now),
    hasOwnRules: rules.versions.length > 0,
    ruleVersions: rules.versions.map(({ id, policy, savedBy, state }) => ({
      key: id,
      cells: [shortDate(policy.validFrom), versionStates[state], costPolicySentences(policy).join(" "), savedBy],
    })),
  };
}

function cardOf({ cardId, card, until, state, meetings }: CardVersion) {
  return {
    id: cardId,
    heading: `Version ${card.version}: ${card.name}`,
    when: `${versionStates[state]}. From ${longDate(card.validFrom)}${until === null ? "" : ` to ${longDate(until)}`}.`,
    isInUse: state === "in-use",
    lines: card.lines.map((line) => `${line.label}: ${rateInWords(line)}`),
    source: `Source: ${card.source.title}. Approved by ${card.approved?.by ?? "nobody recorded"}.`,
    meetings: meetings === 0 ? "No meeting pays by it yet." : `${counted(meetings, "meeting pays", "meetings pay")} by it.`,
  };
}

export default function Rates() {
  const { shell, notice, behind, cards, published, rulesNow, hasOwnRules, ruleVersions } = useLoaderData<typeof loader>();
  const [newest] = cards;
  return (
    <Page
      shell={shell}
      heading="Payment rates and costs"
      width="wide"
      back={{ href: "/settings" }}
      notice={notice === null ? undefined : { heading: "Saved", children: notice }}
    >
      <p>A change starts on a day. What was offered, claimed or paid before that day stays as it was.</p>
      <h2>Rates for time</h2>
      {cards.length === 0 ? <p>There are no rates yet. Start from published ones below, or write your own.</p> : null}
      {cards.map((card) => (
        <section key={card.id} className="form-part" aria-labelledby={`card-${card.id}`}>
          <h3 id={`card-${card.id}`}>{card.heading}</h3>
          <p>
            {card.when} {card.meetings}
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {card.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>{card.source}</p>
        </section>
      ))}
      {behind.length === 0 ? null : (
        <>
          <h3>Meetings ahead with offers by earlier rates</h3>
          <p>Later rates hold on the day of these meetings. A coordinator can apply a rise to offers already made.</p>
          <ul className="govuk-list govuk-list--bullet">
            {behind.map(({ href, text }) => (
              <li key={text}>
                {href === null ? (
                  text
                ) : (
                  <a className="target" href={href}>
                    {text}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <ButtonLink href={newest === undefined ? "/settings/rates/new" : `/settings/rates/new?from=${newest.id}`}>
          {newest === undefined ? "Write your own rates" : "Change rates from a day on"}
        </ButtonLink>
      </p>
      <Details summary="Published rates to start from">
        {published.map((card) => (
          <section key={card.id} aria-labelledby={`published-${card.id}`}>
            <h3 id={`published-${card.id}`}>{card.name}</h3>
            <ul className="govuk-list govuk-list--bullet">
              {card.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p>
              {card.isUnsure ? "We could not confirm every figure. " : ""}
              {card.asksHalfDay ? "The page says more than half a day, and not how long half a day is: you decide that. " : ""}
              Source: {card.url === null ? card.source : <a href={card.url}>{card.source}</a>}. {card.dates}
            </p>
            {card.asksHalfDay ? (
              <form method="get" action="/settings/rates/new">
                <input type="hidden" name="from" value={card.id} />
                <div className="govuk-form-group">
                  <label className="govuk-label" htmlFor="half-day">
                    Hours in half a day
                  </label>
                  <input
                    className="govuk-input govuk-input--width-4"
                    id="half-day"
                    name="half-day"
                    inputMode="decimal"
                    autoComplete="off"
                  />
                </div>
                <button type="submit" className="govuk-button govuk-button--secondary">
                  Start from these rates<span className="govuk-visually-hidden"> of {card.name}</span>
                </button>
              </form>
            ) : (
              <LinkList links={[{ href: `/settings/rates/new?from=${card.id}`, text: `Start from the rates of ${card.name}` }]} />
            )}
          </section>
        ))}
      </Details>
      <h2>Rules for costs</h2>
      <p>{hasOwnRules ? "Today:" : "You have written none yet, so this holds today:"}</p>
      <ul className="govuk-list govuk-list--bullet">
        {rulesNow.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>
        <ButtonLink href="/settings/rates/costs" kind="secondary">
          Change rules for costs from a day on
        </ButtonLink>
      </p>
      {ruleVersions.length === 0 ? null : (
        <DataTable
          id="rule-versions"
          caption="Every set of rules for costs"
          columns={[{ header: "From" }, { header: "State" }, { header: "Rules" }, { header: "Saved by" }]}
          rows={ruleVersions}
        />
      )}
      <h2>What was changed</h2>
      <LinkList
        links={[
          { href: "/settings/history?kind=rates", text: "History of payment rates" },
          { href: "/settings/history?kind=costs", text: "History of rules for costs" },
        ]}
      />
    </Page>
  );
}
