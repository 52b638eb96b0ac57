// The kinds of settings an organisation has, in the order "Settings" lists them: what its history is sorted by.

export const settingKinds = [
  "organisation",
  "people",
  "rates",
  "costs",
  "paying",
  "account",
  "tax",
  "rules",
  "advisers",
  "suppliers",
  "charities",
  "videos",
] as const;

/** One field of a setting before and after a change, in words; the empty text is "not set". */
export type ChangedField = { readonly field: string; readonly before: string; readonly after: string };

export type SettingKind = (typeof settingKinds)[number];
