// The questions whoever checks a claim answers.
import type { ReactElement } from "react";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { LongField, MoneyField, TextField } from "#app/ui/fields.tsx";
import type { PageAnswer } from "#app/ui/page-frame.tsx";

type Claim = {
  readonly firstName: string;
  readonly budgetCode: string;
  readonly lines: readonly { readonly id: string; readonly label: string }[];
};

/** The four answers, and what each of them needs. */
export function CheckFields({ claim, answer }: { readonly claim: Claim; readonly answer: PageAnswer }): ReactElement {
  const { firstName } = claim;
  const field = (name: string, saved = "") => ({ name, value: answer.value(name, saved), error: answer.error(name) });
  return (
    <>
      <Radios
        {...field("decision")}
        legend="Is this claim right?"
        asHeading="h2"
        options={[
          { value: "pass", label: "Yes, pass it for authorising" },
          { value: "change", label: "Change an amount" },
          { value: "ask", label: `Ask ${firstName} a question` },
          { value: "hold", label: "Put on hold" },
        ]}
      />
      <TextField {...field("budgetCode", claim.budgetCode)} label="Budget code" width={20} autoComplete="off" spellCheck={false} />
      <FormButtons primary="Save" />
      <h2>If you change an amount</h2>
      <p>Fill in only the lines you change. {firstName} sees the amount and why.</p>
      {claim.lines.map(({ id, label }) => (
        <div key={id}>
          <MoneyField {...field(`amount-${id}`)} label={`New amount for ${label}, in pounds`} optional />
          <LongField
            {...field(`why-${id}`)}
            label={
              <>
                Why?<span className="govuk-visually-hidden"> {label}</span>
              </>
            }
            rows={2}
            limit={1000}
          />
        </div>
      ))}
      <h2>If you ask a question</h2>
      <LongField
        {...field("question")}
        label="Your question"
        hint={`${firstName} gets this in the way they chose. The claim waits until they answer.`}
      />
      <h2>If you put it on hold</h2>
      <LongField {...field("holdWhy")} label="Why is it on hold?" rows={3} />
      <FormButtons primary="Save what you wrote" />
    </>
  );
}
