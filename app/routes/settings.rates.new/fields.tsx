// One rate of the card with its bands, and one rule for a meeting that is called off. Each label says which rate it belongs to.
import type { ReactElement, ReactNode } from "react";
import { activities, modes } from "#app/domain/payments/rate-card.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios, Tick } from "#app/ui/choices.tsx";
import { Details } from "#app/ui/details.tsx";
import { MoneyField, TextField } from "#app/ui/fields.tsx";
import type { PageAnswer } from "#app/ui/page-frame.tsx";
import { activityNames, basisNames, modeNames } from "#app/words/payments.ts";
import { basisKinds, payKinds } from "./form.ts";

type Props = { readonly n: number; readonly answer: PageAnswer };

// The same question stands under every rate, so each says to those who only hear it which rate it is about.
function of(text: string, n: number, thing = "rate"): ReactNode {
  return (
    <>
      {text}
      <span className="govuk-visually-hidden">
        {" "}
        ({thing} {n})
      </span>
    </>
  );
}

/** The fields of one rate. */
export function RateFields({ n, bands, answer }: Props & { readonly bands: number }): ReactElement {
  const field = (name: string) => ({ name: `${name}${n}`, value: answer.value(`${name}${n}`), error: answer.error(`${name}${n}`) });
  const group = (name: string) => ({ name: `${name}${n}`, values: answer.values(`${name}${n}`), error: answer.error(`${name}${n}`) });
  return (
    <section className="form-part" aria-labelledby={`rate-${n}`}>
      <h2 id={`rate-${n}`}>Rate {n}</h2>
      <TextField {...field("label")} label={of("Rate name", n)} hint="In words people understand. Leave a rate empty to leave it out." />
      <Checkboxes
        {...group("activities")}
        legend={of("What is it for?", n)}
        hint="Tick none for everything."
        options={activities.map((value) => ({ value, label: activityNames[value] }))}
      />
      <Radios
        {...field("basis")}
        legend={of("How does it pay?", n)}
        options={basisKinds.map((value) => ({ value, label: basisNames[value] }))}
      />
      <MoneyField {...field("amount")} label={of("Amount, in pounds", n)} hint="As published. Leave empty for bands." />
      <TextField
        {...field("unit")}
        label={of("Minutes counted at a time", n)}
        hint="Only for started units, for example 15"
        width={4}
        inputMode="numeric"
        autoComplete="off"
      />
      <Details summary={`Bands of rate ${n}`} isOpen={answer.value(`basis${n}`) === "band"}>
        <p>Bands must cover every length of meeting, with no gap and no overlap.</p>
        {Array.from({ length: bands }, (_, index) => (
          <BandFields key={index} n={n} b={index + 1} answer={answer} />
        ))}
        <Button kind="secondary" intent={`add-band-${n}`} about={`to rate ${n}`}>
          Add a band
        </Button>
      </Details>
      <Details summary={`More about rate ${n}`}>
        <TextField {...field("roles")} label={of("Roles", n)} hint="Separate with commas. Leave empty for everybody." autoComplete="off" />
        <Checkboxes
          {...group("modes")}
          legend={of("Ways of taking part", n)}
          hint="Tick none for all."
          options={modes.map((value) => ({ value, label: modeNames[value] }))}
        />
        <Checkboxes
          {...group("includes")}
          legend={of("What this rate already includes", n)}
          hint="So that nobody is paid for it twice."
          options={activities.filter((value) => value !== "meeting").map((value) => ({ value, label: activityNames[value] }))}
        />
        <TextField
          {...field("minimum")}
          label={of("Least time paid, in minutes", n)}
          hint="For example 60. Leave empty for none."
          width={5}
          inputMode="numeric"
          autoComplete="off"
        />
        <MoneyField {...field("dayCap")} label={of("Most for one day, in pounds", n)} hint="Leave empty for no limit." />
        <MoneyField {...field("weekCap")} label={of("Most for one week, in pounds", n)} hint="Leave empty for no limit." />
      </Details>
    </section>
  );
}

function BandFields({ n, b, answer }: Props & { readonly b: number }): ReactElement {
  const at = `${n}x${b}`;
  const field = (name: string) => ({ name: `${name}${at}`, value: answer.value(`${name}${at}`), error: answer.error(`${name}${at}`) });
  const tick = (name: string) => ({ name: `${name}${at}`, isTicked: answer.value(`${name}${at}`) === "yes" });
  const label = (text: string) => of(text, b, `rate ${n}, band`);
  return (
    <fieldset className="govuk-fieldset form-part">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        Band {b}
        <span className="govuk-visually-hidden"> of rate {n}</span>
      </legend>
      <TextField {...field("from")} label={label("From, in minutes")} width={5} inputMode="numeric" autoComplete="off" />
      <Tick {...tick("fromToo")} label={label("Exactly this long belongs to this band")} />
      <TextField
        {...field("to")}
        label={label("To, in minutes")}
        hint="Leave empty for no end."
        width={5}
        inputMode="numeric"
        autoComplete="off"
      />
      <Tick {...tick("toToo")} label={label("Exactly that long belongs to this band")} />
      <MoneyField {...field("pays")} label={label("Pays, in pounds")} />
    </fieldset>
  );
}

const payNames = { percent: "A part of the payment, in percent", amount: "A set amount, in pounds", nothing: "Nothing" } as const;

/** The fields of one rule. */
export function RuleFields({ n, answer }: Props): ReactElement {
  const field = (name: string) => ({ name: `${name}${n}`, value: answer.value(`${name}${n}`), error: answer.error(`${name}${n}`) });
  return (
    <fieldset className="govuk-fieldset form-part">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">Rule {n}</legend>
      <Radios
        {...field("ruleBy")}
        legend={of("Who calls it off?", n, "rule")}
        options={[
          { value: "organiser", label: "We do" },
          { value: "participant", label: "The person does" },
        ]}
      />
      <TextField
        {...field("ruleNotice")}
        label={of("With less notice than, in hours", n, "rule")}
        hint="For example 48. Leave empty for any notice."
        width={4}
        inputMode="numeric"
        autoComplete="off"
      />
      <Radios
        {...field("rulePays")}
        legend={of("What is paid for the meeting?", n, "rule")}
        options={payKinds.map((value) => ({ value, label: payNames[value] }))}
      />
      <TextField {...field("ruleAmount")} label={of("How much", n, "rule")} width={10} inputMode="decimal" autoComplete="off" />
      <Tick
        name={`rulePrepared${n}`}
        isTicked={answer.value(`rulePrepared${n}`) === "yes"}
        label={of("Getting ready that was already done is paid too", n, "rule")}
      />
    </fieldset>
  );
}
