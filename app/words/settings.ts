// What is said on the pages of settings, and what each kind of setting is called in its history.
import type { SettingKind } from "#app/domain/people/setting-kinds.ts";
import { uploadRefusalSentence } from "./claims.ts";

export const settingKindNames: Readonly<Record<SettingKind, string>> = {
  organisation: "Organisation details",
  people: "People and roles",
  rates: "Payment rates",
  costs: "Rules for costs",
  paying: "How we pay",
  account: "The account we pay from",
  tax: "Tax and employment status",
  rules: "Benefit and tax rules",
  advisers: "Advisers",
  suppliers: "Suppliers",
  charities: "Charities",
  videos: "BSL videos",
};

export const changedInSettings = "Somebody else changed this page while you had it open. Check it and save again.";
export const describeTheLogo = "Describe the logo, or leave the file out";

/** The message for a logo that cannot be taken. */
export function logoRefusalSentence(
  refusal: Parameters<typeof uploadRefusalSentence>[0] | "not-a-picture" | "too-big-for-letters",
  name: string,
): string {
  if (refusal === "not-a-picture" || refusal === "not-a-photo-or-pdf") return `${name} must be a PNG or JPEG picture`;
  if (refusal === "too-big-for-letters") return `${name} is too big to stand on every letter. It must be 1 MB or smaller.`;
  return uploadRefusalSentence(refusal, name);
}

/** A field before and after, a line each. */
export function fieldChangeLines({ before, after }: { readonly before: string; readonly after: string }): readonly [string, string] {
  return [before === "" ? "Before: not set" : `Before: ${before}`, after === "" ? "Now: not set" : `Now: ${after}`];
}
