// Which religious and cultural days a date is checked against, and where our list has them from.
import type { ReactElement } from "react";
import { observances, observancesKnown } from "#app/domain/basics/observances.ts";
import { longDate } from "#app/words/format.ts";
import { daysChecked } from "#app/words/meetings.ts";
import { Details } from "./details.tsx";

const names = [...new Set(observances.map(({ name }) => name))];
const sources = [...new Map(observances.map(({ source }) => [source.url, source])).values()];

/** A disclosure with the days we hold and their sources. */
export function DaysWeCheck(): ReactElement {
  return (
    <Details summary="Which religious and cultural days we check">
      <p>{daysChecked(observancesKnown.goodUntil)}</p>
      <ul className="govuk-list govuk-list--bullet">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p>There are other days. People can tell us theirs in their answers, without saying why.</p>
      <p>Where the dates come from:</p>
      <ul className="govuk-list govuk-list--bullet">
        {sources.map(({ title, url, checkedOn }) => (
          <li key={title}>
            {url === undefined ? title : <a href={url}>{title}</a>}. Checked {longDate(checkedOn)}.
          </li>
        ))}
      </ul>
    </Details>
  );
}
