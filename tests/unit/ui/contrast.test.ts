// Every pair of colours people read, in every theme, measured with the WCAG formula; and the style sheet holding the same colours.
import { compile } from "sass";
import { describe, expect, test } from "vitest";
import { cardColours } from "#app/documents/card-shapes.ts";
import { themes, type Colour, type ThemeName, type TokenName } from "#app/ui/tokens.ts";

const themeNames = Object.keys(themes) as ThemeName[];
const tones = ["to-do", "waiting", "part-met", "met", "cannot"] as const;

/** Words on what they stand on: 7:1. */
const readPairs: readonly (readonly [TokenName, TokenName])[] = [
  ...(["ink", "ink-2", "link", "link-hover"] as const).flatMap((ink) =>
    (["page", "surface", "sunk"] as const).map((fill) => [ink, fill] as const),
  ),
  ["visited", "page"],
  ["visited", "surface"],
  ["visited", "sunk"],
  // Errors stand on the page and in the summary's white box, never on a sunk band.
  ["error", "page"],
  ["error", "surface"],
  ["success", "page"],
  ["warning", "page"],
  ["on-primary", "primary"],
  ["on-primary", "primary-hover"],
  ["on-danger", "danger"],
  ["on-danger", "danger-hover"],
  ["on-success", "success"],
  // Notices of news are headed in the primary colour with the same words' colour as successes.
  ["on-success", "primary"],
  ["focus-ink", "focus-fill"],
  ...tones.map((tone) => [`${tone}-ink`, `${tone}-fill`] as const),
];

/** Borders, rings and shapes against what is beside them: 3:1. */
const seenPairs: readonly (readonly [TokenName, TokenName])[] = [
  ["control-border", "page"],
  ["control-border", "surface"],
  ["control-border", "sunk"],
  ["primary", "page"],
  ["primary", "surface"],
  ["danger", "page"],
  ["success", "page"],
  ["error", "surface"],
  ["focus-ring", "page"],
  ["focus-ring", "surface"],
  ["focus-ring", "sunk"],
  // The halo keeps the ring apart from whatever it goes round.
  ["focus-halo", "focus-ring"],
  ["focus-halo", "primary"],
  ["focus-halo", "danger"],
  ...tones.flatMap((tone) => [
    [`${tone}-border`, "page"] as const,
    [`${tone}-border`, "surface"] as const,
    [`${tone}-border`, `${tone}-fill`] as const,
  ]),
];

describe.each(themeNames)("in the theme %s", (name) => {
  test.each(readPairs)("%s can be read on %s by people with low vision", (ink, fill) => {
    expect(contrast(themes[name][ink], themes[name][fill])).toBeGreaterThanOrEqual(7);
  });

  test.each(seenPairs)("%s can be told from %s", (mark, beside) => {
    expect(contrast(themes[name][mark], themes[name][beside])).toBeGreaterThanOrEqual(3);
  });
});

test("the formula gives the ratios the design was made with", () => {
  expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 2);
  const measured: readonly (readonly [Colour, Colour, number])[] = [
    [themes.light.ink, themes.light.page, 15.87],
    [themes.light["ink-2"], themes.light.sunk, 7.14],
    [themes.light.link, themes.light.page, 8.2],
    [themes.light.primary, themes.light["on-primary"], 8.94],
    [themes.light["part-met-ink"], themes.light["part-met-fill"], 8.81],
    [themes.dark["ink-2"], themes.dark.surface, 9.46],
    [themes.dark.danger, themes.dark["on-danger"], 10.94],
    [themes.cream.link, themes.cream.page, 7.95],
    [themes["pale-blue"].error, themes["pale-blue"].page, 8.02],
    [themes["yellow-on-black"].link, themes["yellow-on-black"].page, 16.87],
    [themes["black-on-yellow"].link, themes["black-on-yellow"].page, 15.27],
  ];
  for (const [ink, fill, ratio] of measured) expect(contrast(ink, fill)).toBeCloseTo(ratio, 1);
});

describe("the cards to hold up", () => {
  const shapes = Object.entries(cardColours) as [string, { ink: Colour; fill: Colour }][];

  test.each(shapes)("the %s can be read by people with low vision, in grey as well", (_shape, { ink, fill }) => {
    expect(contrast(ink, fill)).toBeGreaterThanOrEqual(7);
  });

  test("have the ratios the design was made with", () => {
    const ratios = (["square", "triangle", "octagon", "circle"] as const).map((shape) => {
      const { ink, fill } = cardColours[shape] as { ink: Colour; fill: Colour };
      return contrast(ink, fill);
    });
    [8.94, 10.71, 7.56, 9.11].forEach((ratio, index) => expect(ratios[index]).toBeCloseTo(ratio, 1));
  });
});

describe("the style sheet", () => {
  const css = compile(new URL("../../../app/styles/app.scss", import.meta.url).pathname, {
    loadPaths: ["node_modules"],
    quietDeps: true,
  }).css;

  test("gives every theme a person can choose the colours that were measured", () => {
    for (const name of themeNames.filter((each) => each !== "light" && each !== "white-on-black")) {
      expect(coloursUnder(`:root[data-theme=${name}]`), name).toEqual(lowered(themes[name]));
    }
  });

  test("gives the cards to hold up the colours of their papers", () => {
    for (const [shape, { ink, fill }] of Object.entries(cardColours)) {
      const colours = coloursUnder(`[data-shape=${shape}]`);
      expect([colours["card-ink"], colours["card-fill"]], shape).toEqual([ink, fill]);
    }
  });

  test("starts from the light theme on screens, and follows a device that asks for dark or more contrast", () => {
    const screen = css.slice(css.indexOf("@media screen {"));
    expect(coloursIn(ruleAfter(screen, ":root {"))).toEqual(lowered(themes.light));
    for (const [wish, name] of [
      ["@media screen and (prefers-color-scheme: dark) {", "dark"],
      ["@media screen and (prefers-contrast: more) {", "black-on-white"],
      ["@media screen and (prefers-contrast: more) and (prefers-color-scheme: dark) {", "white-on-black"],
    ] as const) {
      const at = css.indexOf(wish);
      expect(at, wish).toBeGreaterThan(0);
      expect(coloursIn(ruleAfter(css.slice(at), ":root:not([data-theme]) {")), wish).toEqual(lowered(themes[name]));
    }
  });

  test("prints in black on white whatever the theme", () => {
    const paper = coloursIn(ruleAfter(css, ":root {"));
    expect(paper["ink"]).toBe("#000000");
    expect(paper["page"]).toBe("#ffffff");
  });

  test("moves nothing, sticks nothing and floats nothing over the page", () => {
    expect(css).not.toMatch(/position:\s*(?:sticky|fixed)/u);
    expect(css).not.toMatch(/@keyframes/u);
    expect(css).not.toMatch(/transition:(?!\s*none)/u);
  });

  function coloursUnder(selector: string): Record<string, string> {
    return coloursIn(ruleAfter(css, `${selector} {`));
  }
});

function ruleAfter(css: string, opening: string): string {
  const at = css.indexOf(opening);
  expect(at, opening).toBeGreaterThanOrEqual(0);
  return css.slice(at, css.indexOf("}", at));
}

/** The colour properties of a rule; govuk-frontend's names, which point at ours, are left out. */
function coloursIn(rule: string): Record<string, string> {
  const found = rule.matchAll(/--(?!govuk)([a-z0-9-]+):\s*(#[0-9a-f]{3,6}|[a-z]+);/gu);
  return Object.fromEntries([...found].map(([, name, value]) => [name ?? "", sixDigits(value ?? "")]));
}

function sixDigits(value: string): string {
  const names: Readonly<Record<string, string>> = { black: "#000000", white: "#ffffff", yellow: "#ffff00" };
  if (/^#[0-9a-f]{3}$/u.test(value)) return `#${[...value.slice(1)].map((digit) => digit + digit).join("")}`;
  return names[value] ?? value;
}

function lowered(theme: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(theme).map(([name, value]) => [name, value.toLowerCase()]));
}

/** The WCAG 2 contrast ratio. */
function contrast(one: Colour, other: Colour): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
