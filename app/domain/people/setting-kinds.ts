// The kinds of settings an organisation has, in the order "Settings" lists them: what its history is sorted by.

export const settingKinds = [
  "organisation",
  "people",
  "rates",
  "costs",
  "paying",
  "account",
  "budgets",
  "tax",
  "rules",
  "advisers",
  "suppliers",
  "charities",
] as const;

export type SettingKind = (typeof settingKinds)[number];
