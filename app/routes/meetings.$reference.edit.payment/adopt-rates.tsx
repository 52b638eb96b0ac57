// For an organisation without rates: published ones to take over, each with its source and date.
import type { JSX } from "react";
import type { PublishedChoice } from "#app/services/rate-cards.server.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { PageForm, type PageAnswer } from "#app/ui/page-frame.tsx";
import { longDate } from "#app/words/format.ts";
import { rateInWords } from "#app/words/payments.ts";

/** The section with its own form. */
export function AdoptRates({
  published,
  answer,
}: {
  readonly published: readonly PublishedChoice[];
  readonly answer: PageAnswer;
}): JSX.Element {
  return (
    <section aria-labelledby="adopt-heading">
      <h2 id="adopt-heading">Choose your organisation's rates</h2>
      <p>
        Your organisation has no payment rates here yet. You can start from rates another organisation has published. They become your own
        rates from today. Breaks count as paid time, and planned time is paid when a meeting ends early.
      </p>
      <PageForm>
        <Radios
          name="published"
          legend="Published rates"
          hint="Check with whoever decides your rates."
          options={published.map((card) => ({ value: card.id, label: `${card.publisher}: ${card.name}`, hint: hintOf(card) }))}
          value={answer.value("published")}
          error={answer.error("published")}
        />
        <TextField
          name="halfDayHours"
          label="Hours in half a day"
          hint="Only where the rates ask for it, for example 3.5"
          width={4}
          inputMode="decimal"
          autoComplete="off"
          value={answer.value("halfDayHours")}
          error={answer.error("halfDayHours")}
        />
        <Button kind="secondary" intent="adopt">
          Use these rates
        </Button>
      </PageForm>
    </section>
  );
}

function hintOf(card: PublishedChoice): JSX.Element {
  return (
    <>
      {card.lines.map((line) => (
        <span key={line.code}>
          {line.label}: {rateInWords(line)}.{" "}
        </span>
      ))}
      {card.lines.length === 0 ? "The page says more than half a day, and not how long half a day is: you decide that. " : null}
      {card.published === "undated" ? "No date on the page. " : `Dated ${longDate(card.published)}. `}
      {card.runsTo === null ? null : `It ran until ${longDate(card.runsTo)}. `}
      {card.isUnsure ? "We could not confirm every figure. " : null}
      Source: {card.source.title}
      {card.source.locator === undefined ? "" : `, ${card.source.locator}`}. We looked on {longDate(card.source.checkedOn)}.
    </>
  );
}
