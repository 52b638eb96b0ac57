// The questions about costs paid before a meeting.
import type { ReactElement } from "react";
import { costNeeds, waysBefore } from "#app/domain/payments/costs-before.ts";
import { needLabels, wayLabels } from "#app/words/costs-before.ts";
import { Checkboxes, Radios } from "./choices.tsx";
import { DateField, LongField, MoneyField } from "./fields.tsx";
import type { PageAnswer } from "./page-frame.tsx";

/** What somebody needs, in their words, how it would best be paid, about how much, and by when. */
export function CostsBeforeFields({ answer }: { readonly answer: PageAnswer }): ReactElement {
  return (
    <>
      <Checkboxes
        name="needs"
        legend="What do you need?"
        hint="Tick all that apply."
        options={costNeeds.map((value) => ({ value, label: needLabels[value] }))}
        values={answer.values("needs", [])}
        error={answer.error("needs")}
      />
      <LongField
        name="about"
        label="Tell us about it"
        hint="For example: from Leeds station, arriving by 10am. Seat with a table."
        value={answer.value("about", "")}
        error={answer.error("about")}
      />
      <Radios
        name="way"
        legend="Would paying first be hard for you? (optional)"
        hint="Choose what would be best."
        options={waysBefore.map((value) => ({ value, label: wayLabels[value] }))}
        value={answer.value("way", "")}
        error={answer.error("way")}
      />
      <MoneyField
        name="amount"
        label="About how much, in pounds? (optional)"
        hint="A guess is fine."
        value={answer.value("amount", "")}
        error={answer.error("amount")}
      />
      <DateField
        name="needed"
        label="When do you need it by? (optional)"
        value={answer.date("needed", "")}
        error={answer.error("needed")}
      />
    </>
  );
}
