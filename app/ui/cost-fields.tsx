// The questions about one cost, by its kind, and about its receipt.
import type { ReactElement } from "react";
import type { ExpenseKind } from "#app/domain/payments/expenses.ts";
import { Radios } from "#app/ui/choices.tsx";
import { DateField, FileField, LongField, MoneyField, TextField } from "#app/ui/fields.tsx";
import type { PageAnswer } from "#app/ui/page-frame.tsx";
import { receiptNames, vehicleNames } from "#app/words/payments.ts";

type Saved = Readonly<Record<string, string>>;
type Props = { readonly saved: Saved; readonly answer: PageAnswer };

/** What was spent, and what this kind of cost asks besides. */
export function CostFields({
  kind,
  isByTheHour,
  date,
  saved,
  answer,
}: Props & { readonly kind: ExpenseKind; readonly isByTheHour: boolean; readonly date: string }): ReactElement {
  const field = (name: string) => ({ name, value: answer.value(name, saved[name] ?? ""), error: answer.error(name) });
  return (
    <>
      {kind === "own-vehicle" ? (
        <>
          <Radios
            {...field("vehicle")}
            legend="What did you travel in?"
            options={[
              { value: "car", label: vehicleNames.car },
              { value: "motorcycle", label: vehicleNames.motorcycle },
              { value: "cycle", label: vehicleNames.cycle },
            ]}
          />
          <TextField {...field("miles")} label="How many miles, there and back?" width={5} inputMode="decimal" autoComplete="off" />
          <TextField
            {...field("from")}
            label="From which postcode? (optional)"
            hint="For example, LS1 4AP"
            width={10}
            autoComplete="postal-code"
          />
          <TextField {...field("to")} label="Where to? (optional)" hint="For example, the place of the meeting" autoComplete="off" />
          <TextField
            {...field("passengers")}
            label="Passengers from this meeting (optional)"
            hint="How many people you brought."
            width={3}
            inputMode="numeric"
            autoComplete="off"
          />
          <TextField {...field("passengerNames")} label="Their names (optional)" hint="Put a comma between names." autoComplete="off" />
        </>
      ) : (
        <MoneyField {...field("amount")} label="How much, in pounds?" />
      )}
      {isByTheHour ? (
        <>
          <p>Or tell us the hours and the rate, and we work it out.</p>
          <TextField {...field("hours")} label="Hours" hint="For example, 2.5" width={4} inputMode="decimal" autoComplete="off" />
          <MoneyField {...field("rate")} label="Rate for one hour, in pounds" />
          <TextField {...field("who")} label="Who was paid? (optional)" autoComplete="off" />
          <Radios
            {...field("paidAlready")}
            legend="Have you paid them already?"
            options={[
              { value: "yes", label: "Yes" },
              { value: "no", label: "No" },
            ]}
          />
        </>
      ) : null}
      {kind === "care" ? (
        <>
          <TextField {...field("times")} label="When was the care? (optional)" hint="For example, 9am to 12:30pm" autoComplete="off" />
          <Radios
            {...field("inPackage")}
            legend="Is this care already paid for another way?"
            hint="For example, in a care package. You can leave this out."
            options={[
              { value: "no", label: "No" },
              { value: "yes", label: "Yes" },
              { value: "not-said", label: "Prefer not to say" },
            ]}
          />
        </>
      ) : null}
      {kind === "food-drink" ? (
        <>
          <TextField
            {...field("awayHours")}
            label="How many hours were you away from home? (optional)"
            hint="For example, 6.5. Our limit for food depends on it."
            width={4}
            inputMode="decimal"
            autoComplete="off"
          />
          <Radios
            {...field("past8pm")}
            legend="Were you still out at 8pm? (optional)"
            options={[
              { value: "yes", label: "Yes" },
              { value: "no", label: "No" },
            ]}
          />
        </>
      ) : null}
      {kind === "other" ? <TextField {...field("whatFor")} label="What was it for?" autoComplete="off" /> : null}
      {kind === "overnight-stay" ? (
        <>
          <TextField {...field("nights")} label="How many nights?" width={3} inputMode="numeric" autoComplete="off" />
          <Radios
            {...field("place")}
            legend="Where did you stay?"
            options={[
              { value: "london", label: "In London" },
              { value: "elsewhere", label: "Somewhere else" },
            ]}
          />
        </>
      ) : null}
      <DateField name="date" label="Date" value={answer.date("date", date)} error={answer.error("date")} />
      {kind === "taxi" ? (
        <Radios
          {...field("why")}
          legend="Why a taxi?"
          hint="This is only so that we pay it without asking you again. The payments team does not see your answer."
          options={[
            { value: "access", label: "I need it because of access" },
            { value: "agreed-before", label: "Agreed before" },
            { value: "no-other-way", label: "No other way" },
            { value: "not-said", label: "Prefer not to say" },
          ]}
        />
      ) : null}
    </>
  );
}

/** What shows the cost. Any answer will do, and so will none. */
export function ReceiptFields({ saved, receiptName, answer }: Props & { readonly receiptName: string | null }): ReactElement {
  return (
    <>
      <Radios
        name="receipt"
        legend="Do you have a receipt?"
        hint="You can claim without one."
        options={[
          { value: "photo", label: "Yes, add a photo", hint: "Choose the photo below." },
          { value: "will-post", label: "I will post it" },
          { value: "lost", label: "I lost it", hint: "Tell us about it below." },
          { value: "none-given", label: receiptNames["none-given"], hint: "Tell us about it below." },
        ]}
        value={answer.value("receipt", saved["receipt"] ?? "")}
        error={answer.error("receipt")}
      />
      <FileField
        name="file"
        label="Photo of the receipt"
        hint="A photo from your phone is fine. Up to 5 MB. We take out where and when the photo was made."
        accept="image/jpeg,image/png,application/pdf"
        kept={receiptName === null ? [] : [{ id: "receipt", name: receiptName }]}
        removeForm="remove-receipt"
        error={answer.error("file")}
      />
      <LongField
        name="reason"
        label="Tell us about it"
        hint="Only if you have no receipt. Say what you bought, where and when. If something else shows it, like a line from your bank, say so."
        rows={3}
        value={answer.value("reason", saved["reason"] ?? "")}
        error={answer.error("reason")}
      />
    </>
  );
}
