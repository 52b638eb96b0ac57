// What is typed in from a paper claim form. Saving takes whatever is there; sending asks for what sending online asks for.
import { z } from "zod";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { expenseKinds } from "#app/domain/payments/expenses.ts";
import type { PaperChoice, PaperParts } from "#app/services/paper-claims.server.ts";
import { longText, optionalChoice, optionalDate, optionalPounds, optionalText, versionField } from "#app/web/form-fields.ts";

export const payKinds = ["full", "less", "costs-only", "nothing"] as const;
export const payWays = ["bank", "someone-elses-account", "cash", "voucher", "cheque", "payment-card", "payroll"] as const;

const fields = {
  from: optionalChoice(["paper", "phone"]),
  receivedOn: optionalDate({ thing: "the date it came" }),
  scan: z.custom<File>((given) => given instanceof Blob).optional(),
  right: optionalChoice(["right", "different"]),
  differs: longText("What is different"),
  employer: optionalChoice(["yes", "no", "not-said"]),
  ownTime: optionalChoice(["yes", "no", "not-said"]),
  payKind: optionalChoice(payKinds),
  payLess: optionalPounds("the smaller amount"),
  payHow: optionalChoice(payWays),
  kind: optionalChoice(expenseKinds),
  answer: longText("The answer"),
  signedName: optionalText({ thing: "name" }),
  signed: z.literal("yes").optional(),
  version: versionField,
};

export type PaperSaid = z.output<ReturnType<typeof savingForm>>;

function savingForm(today: CalendarDate) {
  return z.strictObject(fields).superRefine(({ receivedOn }, context) => {
    if (receivedOn !== null && receivedOn > today)
      context.addIssue({ code: "custom", message: "The date it came must be today or earlier", path: ["receivedOn", "day"] });
  });
}

/** What the claim still asks of the form: its time, the person's choice, the answer to a question. */
export type Asked = { readonly time: boolean; readonly choice: boolean; readonly answer: boolean };

/** The form as the pressed button reads it. */
export function paperForm(button: string, today: CalendarDate, asked: Asked) {
  const form = savingForm(today);
  if (button === "") return form;
  return form.superRefine((said, context) => {
    const missing = (path: string, message: string) => context.addIssue({ code: "custom", message, path: path.split(".") });
    if (button === "add") {
      if (said.kind === undefined) missing("kind", "Choose what the cost was for");
      return;
    }
    if (said.from === undefined) missing("from", "Choose how it came");
    if (said.receivedOn === null) missing("receivedOn.day", "Enter the date it came");
    if (asked.time && said.right === undefined) missing("right", "Choose whether this is right");
    if (said.right === "different" && said.differs === "") missing("differs", "Write what is different");
    if (asked.choice && said.payKind === undefined) missing("payKind", "Choose how much they would like to be paid");
    if (said.payKind === "less" && said.payLess === null) missing("payLess", "Enter the smaller amount in pounds");
    if (asked.choice && said.payKind !== undefined && said.payKind !== "nothing" && said.payHow === undefined)
      missing("payHow", "Choose how they want to be paid");
    if (asked.answer && said.answer === "") missing("answer", "Write what they answered");
    if (said.signedName === "") missing("signedName", "Enter the name it is signed with");
    if (said.signed === undefined) missing("signed", "Tick to say that they signed it, or said yes by phone");
  });
}

/** What was said, as the service takes it; the scan is read apart. */
export function partsFrom(said: PaperSaid): Omit<PaperParts, "scan"> {
  return {
    from: said.from ?? "paper",
    receivedOn: said.receivedOn,
    signedName: said.signedName,
    time:
      said.right === undefined
        ? null
        : {
            answer: said.right,
            differs: said.differs,
            paidByEmployer: said.employer ?? "not-said",
            ...(said.ownTime === undefined ? {} : { ownTime: said.ownTime }),
          },
  };
}

/** The choice about payment written on the form, or null where none was typed in. */
export function choiceFrom(said: PaperSaid): PaperChoice | null {
  if (said.payKind === undefined) return null;
  return { kind: said.payKind, less: said.payLess, how: said.payHow ?? null };
}
