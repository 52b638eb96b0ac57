// Which religious and cultural days a date is checked against, and where our list has them from.
import type { ReactElement } from "react";
import { observances, observancesKnown } from "#app/domain/basics/observances.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import { longDate } from "#app/words/format.ts";
import { observancesHeld } from "#app/words/meetings.ts";
import { Details } from "./details.tsx";

const names = [...new Set(observances.map(({ name }) => name))];
const sources = [...new Map(observances.map(({ source }) => [source.url, source])).values()];

/** A disclosure with the days we hold and their sources. */
export function DaysWeCheck(): ReactElement {
  return (
    <Details summary="Which religious and cultural days we check">
      {observancesHeld(names, observancesKnown.goodUntil).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>Where the dates come from:</p>
      <ul className="govuk-list govuk-list--bullet">
        {sources.map((source) => (
          <li key={source.title}>{sourceLine(source)}</li>
        ))}
      </ul>
    </Details>
  );
}

function sourceLine({ title, locator, checkedOn }: Source): string {
  return locator === undefined ? `${title}. Checked ${longDate(checkedOn)}.` : `${title} (${locator}). Checked ${longDate(checkedOn)}.`;
}
