// What finance records about an account: one of six things, each with what it needs.
import { z } from "zod";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { PayeeEntry } from "#app/services/payees.server.ts";
import { choice, longText, optionalChoice, optionalDate, optionalText } from "#app/web/form-fields.ts";

export const kinds = [
  "call-back",
  "confirmed-reply",
  "name-check",
  "name-check-decision",
  "authority",
  "account-kind",
  "appointee-advice",
] as const;
export const results = ["match", "close-match", "no-match", "unavailable"] as const;
export const accountKinds = ["personal", "business"] as const;
export const decisions = ["name-updated", "confirmed-with-person", "accepted"] as const;
export const authorities = ["court-order", "attorney", "third-party-mandate", "dwp-appointee", "account-holder-agrees"] as const;

const chosen = <const Option extends string>(options: readonly Option[]) =>
  z.preprocess((given) => (given === "" ? undefined : given), optionalChoice(options));

export const payeeForm = z
  .strictObject({
    kind: choice(kinds, "Choose what you did"),
    account: z.string().max(100),
    reached: optionalText({ max: 100, thing: "whom you reached" }),
    heldBefore: optionalChoice(["yes", "no"]),
    result: chosen(results),
    nameGiven: optionalText({ max: 100, thing: "the name the bank gave" }),
    what: chosen(decisions),
    authority: chosen(authorities),
    accountKind: chosen(accountKinds),
    from: optionalDate({ thing: "the first day" }),
    to: optionalDate({ thing: "the last day" }),
    why: longText("What you know", { max: 1000 }),
  })
  .superRefine(({ kind, reached, heldBefore, result, what, authority, accountKind, why }, context) => {
    const missing = (path: string, message: string) => context.addIssue({ code: "custom", message, path: [path] });
    if (kind === "call-back" && reached === "") missing("reached", "Enter which number or address you used");
    if (kind === "call-back" && heldBefore === undefined) missing("heldBefore", "Choose whether we had it before the change");
    if (kind === "name-check" && result === undefined) missing("result", "Choose what the bank said");
    if (kind === "name-check-decision" && what === undefined) missing("what", "Choose what you decided");
    if (kind === "authority" && authority === undefined) missing("authority", "Choose what you saw");
    if (kind === "account-kind" && accountKind === undefined) missing("accountKind", "Choose whether it is personal or a business account");
    if (kind !== "name-check" && kind !== "account-kind" && why === "") missing("why", "Say what you know");
  });

/** A form with a button and nothing to fill in. */
export const nothingTyped = z.strictObject({});

/** The record a filled-in form asks for. */
export function entryFrom(said: z.output<typeof payeeForm>, today: CalendarDate): PayeeEntry {
  const { kind, reached, heldBefore, result, nameGiven, what, authority, accountKind, from, to, why } = said;
  switch (kind) {
    case "call-back":
      return { kind, reached, heldBefore: heldBefore === "yes", confirmed: true, said: why };
    case "confirmed-reply":
      return { kind, on: today, said: why };
    case "name-check":
      return { kind, result: result ?? "unavailable", nameGiven, on: today };
    case "name-check-decision":
      return { kind, what: what ?? "accepted", why };
    case "authority":
      return { kind, authority: authority ?? "account-holder-agrees", holder: "", from, to, limits: "", evidence: why };
    case "account-kind":
      return { kind, accountKind: accountKind ?? "personal" };
    case "appointee-advice":
      return { kind, advice: why };
  }
}
