// The colours of every theme as data. app/styles/_themes.scss holds the same values and a test compares the two, so that every
// pair of colours people read is measured. Sizes and spacing live in the style sheet only.

/** A colour as the style sheet writes it: "#0B4F6C". */
export type Colour = `#${string}`;

export type StatusTone = "to-do" | "waiting" | "part-met" | "met" | "cannot";

export type TokenName =
  | "page"
  | "surface"
  | "sunk"
  | "ink"
  | "ink-2"
  | "link"
  | "link-hover"
  | "visited"
  | "primary"
  | "on-primary"
  | "primary-hover"
  | "danger"
  | "on-danger"
  | "danger-hover"
  | "error"
  | "success"
  | "on-success"
  | "warning"
  | "control-border"
  | "rule"
  | "focus-ring"
  | "focus-halo"
  | "focus-fill"
  | "focus-ink"
  | `${StatusTone}-ink`
  | `${StatusTone}-fill`
  | `${StatusTone}-border`;

export type ThemeColours = Readonly<Record<TokenName, Colour>>;

export type ThemeName =
  "light" | "dark" | "cream" | "pale-blue" | "black-on-white" | "white-on-black" | "yellow-on-black" | "black-on-yellow";

const lightTags = {
  "to-do-ink": "#33383F",
  "to-do-fill": "#ECEAE4",
  "to-do-border": "#59616C",
  "waiting-ink": "#153E75",
  "waiting-fill": "#E5EFFA",
  "waiting-border": "#235FA8",
  "part-met-ink": "#5C3D00",
  "part-met-fill": "#FFF1CC",
  "part-met-border": "#8A5A00",
  "met-ink": "#14532D",
  "met-fill": "#E6F4EA",
  "met-border": "#236A3B",
  "cannot-ink": "#8A1C14",
  "cannot-fill": "#FDECEA",
  "cannot-border": "#A3201A",
} as const;

const light: ThemeColours = {
  page: "#FBFAF7",
  surface: "#FFFFFF",
  sunk: "#F0EEE8",
  ink: "#1B1F24",
  "ink-2": "#474F5A",
  link: "#0B4A99",
  "link-hover": "#072F63",
  visited: "#5B2A86",
  primary: "#0B4F6C",
  "on-primary": "#FFFFFF",
  "primary-hover": "#083A50",
  danger: "#A3201A",
  "on-danger": "#FFFFFF",
  "danger-hover": "#7D1813",
  error: "#A3201A",
  success: "#14532D",
  "on-success": "#FFFFFF",
  warning: "#5C3D00",
  "control-border": "#59616C",
  rule: "#D5D0C4",
  "focus-ring": "#1B1F24",
  "focus-halo": "#FFD43B",
  "focus-fill": "#FFD43B",
  "focus-ink": "#1B1F24",
  ...lightTags,
};

const dark: ThemeColours = {
  page: "#14181D",
  surface: "#1E242B",
  sunk: "#272E36",
  ink: "#F2F4F6",
  "ink-2": "#C3CAD2",
  link: "#9CCBFF",
  "link-hover": "#CFE5FF",
  visited: "#D3B8FF",
  primary: "#86CBE6",
  "on-primary": "#0E1317",
  "primary-hover": "#B4E0F1",
  danger: "#FFB4AB",
  "on-danger": "#2A0704",
  "danger-hover": "#FFD0CA",
  error: "#FFB4AB",
  success: "#93E0AC",
  "on-success": "#0E1317",
  warning: "#FFD27A",
  "control-border": "#8D98A4",
  rule: "#3C454F",
  "focus-ring": "#FFE066",
  "focus-halo": "#14181D",
  "focus-fill": "#FFE066",
  "focus-ink": "#14181D",
  "to-do-ink": "#E3E6EA",
  "to-do-fill": "#2B323A",
  "to-do-border": "#8D98A4",
  "waiting-ink": "#D5E7FF",
  "waiting-fill": "#12294A",
  "waiting-border": "#6FA8E8",
  "part-met-ink": "#FFE7B0",
  "part-met-fill": "#3A2A06",
  "part-met-border": "#D9A93A",
  "met-ink": "#C9F2D5",
  "met-fill": "#123322",
  "met-border": "#5FBF80",
  "cannot-ink": "#FFDAD5",
  "cannot-fill": "#4A1510",
  "cannot-border": "#F08A80",
};

const cream: ThemeColours = { ...light, page: "#FFF6DF", surface: "#FFFBF0", sunk: "#FAEFD2", rule: "#DDCFA8" };

const paleBlue: ThemeColours = { ...light, page: "#E3F0FA", surface: "#F4F9FD", sunk: "#F1F8FD", error: "#8A1C14", rule: "#B4CBDD" };

/** Two colours and links: every tag looks alike, told apart by its shape and its word. */
function plainTags(ink: Colour, fill: Colour): Pick<ThemeColours, keyof typeof lightTags> {
  return {
    "to-do-ink": ink,
    "to-do-fill": fill,
    "to-do-border": ink,
    "waiting-ink": ink,
    "waiting-fill": fill,
    "waiting-border": ink,
    "part-met-ink": ink,
    "part-met-fill": fill,
    "part-met-border": ink,
    "met-ink": ink,
    "met-fill": fill,
    "met-border": ink,
    "cannot-ink": ink,
    "cannot-fill": fill,
    "cannot-border": ink,
  };
}

function twoColours(
  ink: Colour,
  fill: Colour,
  links: Pick<ThemeColours, "link" | "link-hover" | "visited" | "error"> &
    Pick<ThemeColours, "focus-ring" | "focus-halo" | "focus-fill" | "focus-ink">,
): ThemeColours {
  return {
    page: fill,
    surface: fill,
    sunk: fill,
    ink,
    "ink-2": ink,
    primary: ink,
    "on-primary": fill,
    "primary-hover": links["link-hover"],
    danger: links.error,
    "on-danger": fill,
    "danger-hover": ink,
    success: ink,
    "on-success": fill,
    warning: ink,
    "control-border": ink,
    rule: ink,
    ...links,
    ...plainTags(ink, fill),
  };
}

/** Every theme. White on black is never offered by name: it follows a device that asks for a dark scheme and more contrast. */
export const themes: Readonly<Record<ThemeName, ThemeColours>> = {
  light,
  dark,
  cream,
  "pale-blue": paleBlue,
  "black-on-white": twoColours("#000000", "#FFFFFF", {
    link: "#0000C0",
    "link-hover": "#00007A",
    visited: "#4B0082",
    error: "#8A0000",
    "focus-ring": "#000000",
    "focus-halo": "#FFD43B",
    "focus-fill": "#FFD43B",
    "focus-ink": "#000000",
  }),
  "white-on-black": twoColours("#FFFFFF", "#000000", {
    link: "#9CCBFF",
    "link-hover": "#CFE5FF",
    visited: "#D3B8FF",
    error: "#FFB4AB",
    "focus-ring": "#FFE066",
    "focus-halo": "#000000",
    "focus-fill": "#FFE066",
    "focus-ink": "#000000",
  }),
  "yellow-on-black": twoColours("#FFFF00", "#000000", {
    link: "#7DF9FF",
    "link-hover": "#FFFFFF",
    visited: "#E0B3FF",
    error: "#FFB4AB",
    "focus-ring": "#FFFFFF",
    "focus-halo": "#000000",
    "focus-fill": "#FFFFFF",
    "focus-ink": "#000000",
  }),
  "black-on-yellow": twoColours("#000000", "#FFFF00", {
    link: "#00007A",
    "link-hover": "#000052",
    visited: "#4B0066",
    error: "#7A0000",
    "focus-ring": "#000000",
    "focus-halo": "#FFFF00",
    "focus-fill": "#000000",
    "focus-ink": "#FFFF00",
  }),
};
