// The fields of "What will you pay people?".
import type { JSX } from "react";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { PageForm, type PageAnswer } from "#app/ui/page-frame.tsx";
import { costGroups } from "#app/words/meetings.ts";
import type { SavedPayment } from "./saved.ts";

type Props = {
  readonly answer: PageAnswer;
  /** Whether the answer is this form's own, and not that of the form above it. */
  readonly isOwnAnswer: boolean;
  readonly saved: SavedPayment;
  readonly rates: {
    readonly name: string;
    /** The day these rates were put in, and the day they are in use from. */
    readonly updated: string;
    readonly from: string;
    readonly lines: readonly { readonly value: string; readonly label: string }[];
  } | null;
  readonly version: number;
  readonly warned: string;
};

/** The form, filled with what was typed, else with what was saved. */
export function PaymentFields({ answer, isOwnAnswer, saved, rates, version, warned }: Props): JSX.Element {
  const one = (name: Exclude<keyof SavedPayment, "paidFor" | "costs">) => ({
    name,
    value: isOwnAnswer ? answer.value(name, saved[name]) : saved[name],
    error: answer.error(name),
  });
  const many = (name: "paidFor" | "costs") => ({
    name,
    values: isOwnAnswer ? answer.values(name, saved[name]) : saved[name],
    error: answer.error(name),
  });
  return (
    <PageForm carried={{ version: String(version), warned }}>
      <Radios
        {...one("offered")}
        legend="Will you pay people for their time?"
        hint="Being paid is always the person's choice."
        options={[
          { value: "time-and-costs", label: "Yes" },
          { value: "costs-only", label: "No, expenses only" },
          { value: "nothing", label: "No payment or expenses" },
        ]}
      />
      {rates === null ? null : (
        <Radios
          {...one("rate")}
          legend="Payment rate"
          hint={`From your organisation's rates, last updated ${rates.updated}. ${rates.name}, in use from ${rates.from}.`}
          options={rates.lines}
        />
      )}
      <Checkboxes
        {...many("paidFor")}
        legend="What time do you pay for?"
        hint="If you tick reading, getting ready or travel, give the hours below."
        options={[
          { value: "meeting", label: "The meeting" },
          { value: "reading", label: "Reading papers" },
          { value: "preparation", label: "Getting ready or a pre-meeting" },
          { value: "travel", label: "Travel time" },
        ]}
      />
      <TextField {...one("readingHours")} label="Hours of reading papers" optional width={4} inputMode="decimal" autoComplete="off" />
      <TextField {...one("preparationHours")} label="Hours of getting ready" optional width={4} inputMode="decimal" autoComplete="off" />
      <TextField {...one("travelHours")} label="Hours of travel time" optional width={4} inputMode="decimal" autoComplete="off" />
      <Checkboxes
        {...many("costs")}
        legend="Which costs do you cover?"
        hint="Tick all. Add others below."
        options={costGroups.map(({ value, label }) => ({ value, label }))}
      />
      <TextField {...one("costsOther")} label="Other costs you cover" optional autoComplete="off" />
      <Radios
        {...one("costsBefore")}
        legend="Can people have costs paid before the meeting?"
        hint="Many people cannot pay first and wait."
        options={[
          { value: "book-for-you", label: "Yes, we can book and pay for travel" },
          { value: "cash-on-the-day", label: "Yes, we can give cash on the day" },
          { value: "advance", label: "Yes, we can pay an advance" },
          { value: "claim-later", label: "No" },
        ]}
      />
      <TextField
        {...one("budgetCode")}
        label="Budget code"
        optional
        hint="Finance needs this to pay claims. You can add it later."
        width={20}
        autoComplete="off"
        spellCheck={false}
      />
      <Radios
        {...one("paidWithin")}
        legend="How soon will people be paid?"
        hint="Be honest. People plan around this."
        options={[
          { value: "on-the-day", label: "On the day" },
          { value: "10-working-days", label: "Within 10 working days" },
          { value: "30-days", label: "Within 30 days" },
          { value: "other", label: "Other" },
        ]}
      />
      <TextField
        {...one("paidWithinOther")}
        label="If other, how soon?"
        optional
        hint="For example: by the end of the month"
        autoComplete="off"
      />
      <FormButtons
        primary={warned === "" ? "Save and continue" : "Continue anyway"}
        secondary={[{ intent: "work-out", text: "Save and work out the offer" }]}
      />
    </PageForm>
  );
}
