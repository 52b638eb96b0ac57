// How the app looks to one person: kept in a cookie, read on the server, written as attributes on <html>, so that no script and no
// flash is needed. Anything not known in the cookie is ignored: a display setting is never worth an error.

export type DisplayPreferences = {
  readonly size: (typeof sizes)[number]["value"];
  readonly theme: (typeof displayThemes)[number]["value"];
  readonly face: (typeof faces)[number]["value"];
  readonly space: (typeof spaces)[number]["value"];
  readonly mode: (typeof modes)[number]["value"];
  readonly motion: (typeof motions)[number]["value"];
  readonly bslFirst: boolean;
};

type Option<Value extends string> = { readonly value: Value; readonly label: string };

/** Text size: the words people read, in the order shown. */
export const sizes = [
  { value: "standard", label: "Standard" },
  { value: "large", label: "Large" },
  { value: "very-large", label: "Very large" },
  { value: "biggest", label: "Biggest" },
] as const satisfies readonly Option<string>[];

/** Colours. */
export const displayThemes = [
  { value: "device", label: "Same as my device" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "cream", label: "Cream" },
  { value: "pale-blue", label: "Pale blue" },
  { value: "black-on-white", label: "Black on white" },
  { value: "yellow-on-black", label: "Yellow on black" },
  { value: "black-on-yellow", label: "Black on yellow" },
] as const satisfies readonly Option<string>[];

/** Letter style. */
export const faces = [
  { value: "standard", label: "Standard (Atkinson Hyperlegible Next)" },
  { value: "lexend", label: "Wider letters (Lexend)" },
  { value: "opendyslexic", label: "Weighted letters (OpenDyslexic)" },
  { value: "device", label: "My device's own letters" },
] as const satisfies readonly Option<string>[];

/** Space between letters and lines. */
export const spaces = [
  { value: "standard", label: "Standard" },
  { value: "more", label: "More space" },
  { value: "most", label: "Most space" },
] as const satisfies readonly Option<string>[];

/** How we write. */
export const modes = [
  { value: "standard", label: "Standard" },
  { value: "easy", label: "Easy Read with pictures" },
] as const satisfies readonly Option<string>[];

/** Movement. */
export const motions = [
  { value: "device", label: "Same as my device" },
  { value: "none", label: "No movement" },
] as const satisfies readonly Option<string>[];

/** What holds until a person chooses. */
export const standardDisplay: DisplayPreferences = {
  size: "standard",
  theme: "device",
  face: "standard",
  space: "standard",
  mode: "standard",
  motion: "device",
  bslFirst: false,
};

export const displayCookieName = "display";

/** The choices in a Cookie header; the standard for whatever is missing or not known. */
export function displayPreferencesIn(cookieHeader: string | null | undefined): DisplayPreferences {
  for (const pair of (cookieHeader ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === displayCookieName) return displayPreferencesOf(pair.slice(at + 1).trim());
  }
  return standardDisplay;
}

/** The choices in a cookie's value, as `displayCookieValue` writes it. */
export function displayPreferencesOf(cookieValue: string): DisplayPreferences {
  const kept = new URLSearchParams(cookieValue);
  return chosenFrom((field) => kept.get(field));
}

/** The choices of a sent form, whose fields are named like the preferences; a form without a field leaves it standard. */
export function displayPreferencesSent(form: FormData): DisplayPreferences {
  return chosenFrom((field) => {
    const sent = form.get(field);
    return typeof sent === "string" ? sent : null;
  });
}

/** The cookie's value: only what differs from the standard; empty when nothing does. Letters, "=", "&" and "-" only, so it needs no quoting. */
export function displayCookieValue(preferences: DisplayPreferences): string {
  return Object.entries(attributeValues(preferences))
    .map(([field, value]) => `${field}=${value}`)
    .concat(preferences.bslFirst ? ["bslFirst=yes"] : [])
    .join("&");
}

/** The whole Set-Cookie header: kept for a year, or taken away when everything is standard. `isSecure` on https. */
export function displayCookie(preferences: DisplayPreferences, connection: { readonly isSecure: boolean }): string {
  const value = displayCookieValue(preferences);
  const lasting = value === "" ? 0 : 365 * 24 * 60 * 60;
  return `${displayCookieName}=${value}; Path=/; Max-Age=${lasting}; SameSite=Lax; HttpOnly${connection.isSecure ? "; Secure" : ""}`;
}

/** Attributes for <html>: one for each choice that differs from the standard, so that the device's wishes hold elsewhere. */
export function displayAttributes(preferences: DisplayPreferences): Readonly<Record<`data-${string}`, string>> {
  return Object.fromEntries(Object.entries(attributeValues(preferences)).map(([field, value]) => [`data-${field}`, value]));
}

function attributeValues(preferences: DisplayPreferences): Readonly<Record<string, string>> {
  const { bslFirst: _shownByPages, ...looks } = preferences;
  const standard: Readonly<Record<string, string | boolean>> = standardDisplay;
  return Object.fromEntries(Object.entries(looks).filter(([field, value]) => value !== standard[field]));
}

function chosenFrom(valueOf: (field: keyof DisplayPreferences) => string | null): DisplayPreferences {
  return {
    size: knownOr(sizes, valueOf("size"), standardDisplay.size),
    theme: knownOr(displayThemes, valueOf("theme"), standardDisplay.theme),
    face: knownOr(faces, valueOf("face"), standardDisplay.face),
    space: knownOr(spaces, valueOf("space"), standardDisplay.space),
    mode: knownOr(modes, valueOf("mode"), standardDisplay.mode),
    motion: knownOr(motions, valueOf("motion"), standardDisplay.motion),
    bslFirst: valueOf("bslFirst") === "yes",
  };
}

function knownOr<Value extends string>(options: readonly Option<Value>[], value: string | null, standard: Value): Value {
  return options.find((option) => option.value === value)?.value ?? standard;
}

/** The way of writing a person chose under "How we write", from their Cookie header. */
export function wordingIn(cookieHeader: string | null): "standard" | "easy" {
  return displayPreferencesIn(cookieHeader).mode;
}
