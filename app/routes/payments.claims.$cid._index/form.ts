// What finance may decide about a claim while checking it: one of four answers, with what each needs.
import { z } from "zod";
import { fitsPattern } from "#app/domain/payments/budget-codes.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { AmountChange } from "#app/services/finance.server.ts";
import { choice, date, longText, optionalChoice, optionalPounds, optionalText, versionField } from "#app/web/form-fields.ts";

export const decisions = ["pass", "change", "ask", "hold"] as const;

type Line = { readonly id: string; readonly label: string };

/** The form for a claim with these lines. */
export function checkForm(lines: readonly Line[], firstName: string, pattern: string) {
  return z
    .strictObject({
      decision: choice(decisions, "Choose whether the claim is right"),
      question: longText("Your question"),
      holdWhy: longText("Why"),
      budgetCode: optionalText({ max: 40, thing: "budget code" }),
      version: versionField,
      ...Object.fromEntries(
        lines.flatMap(({ id, label }): readonly [string, z.ZodType][] => [
          [`amount-${id}`, optionalPounds(`the new amount for ${label}`)],
          [`why-${id}`, longText("Why", { max: 1000 })],
        ]),
      ),
    })
    .superRefine((said, context) => {
      const missing = (path: string, message: string) => context.addIssue({ code: "custom", message, path: [path] });
      const given = said as Readonly<Record<string, unknown>>;
      if (said.decision === "pass" && said.budgetCode === "") missing("budgetCode", "Enter a budget code");
      if (said.budgetCode !== "" && !fitsPattern(said.budgetCode, pattern)) missing("budgetCode", `Budget code must be ${pattern}`);
      if (said.decision === "ask" && said.question === "") missing("question", "Write your question");
      if (said.decision === "hold" && said.holdWhy === "") missing("holdWhy", "Say why you are putting it on hold");
      if (said.decision !== "change") return;
      const changes = changesFrom(lines, given);
      const [first] = lines;
      if (changes.length === 0 && first !== undefined) missing(`amount-${first.id}`, `Enter the new amount for ${first.label} in pounds`);
      for (const { line, why } of changes) if (why === "") missing(`why-${line}`, `Say why you changed it. ${firstName} will see this.`);
    });
}

/** The amounts that were typed; an empty box leaves its line as it is. */
export function changesFrom(lines: readonly Line[], said: Readonly<Record<string, unknown>>): readonly AmountChange[] {
  return lines.flatMap(({ id }) => {
    const amount = said[`amount-${id}`];
    const why = said[`why-${id}`];
    return typeof amount === "number" ? [{ line: id, amount: amount as Pence, why: typeof why === "string" ? why : "" }] : [];
  });
}

/** A decision about one of the things that may be claimed twice. */
export function repeatForm(place: string) {
  return z
    .strictObject({
      place: z.string(),
      version: versionField,
      [`repeat-${place}`]: choice(["not-a-repeat", "is-a-repeat"], "Choose whether this is a repeat"),
      [`because-${place}`]: longText("The reason", { missing: "Say why", max: 500 }),
    })
    .transform((said) => ({
      version: said["version"] as number,
      decision: said[`repeat-${place}`] as "not-a-repeat" | "is-a-repeat",
      why: said[`because-${place}`] as string,
    }));
}

/** "Mark as paid"; whether vouchers were given is asked where somebody is paid in them. */
export const paidForm = z.strictObject({
  paidOn: date({ thing: "the date paid" }),
  vouchers: optionalChoice(["given", "to-give"]),
  version: versionField,
});
export const resumeForm = z.strictObject({ version: versionField });
