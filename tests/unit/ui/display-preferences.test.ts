import fc from "fast-check";
import { expect, test } from "vitest";
import {
  displayAttributes,
  displayCookie,
  displayCookieValue,
  displayPreferencesIn,
  displayPreferencesOf,
  displayPreferencesSent,
  displayThemes,
  faces,
  modes,
  motions,
  sizes,
  spaces,
  standardDisplay,
  type DisplayPreferences,
} from "#app/ui/display-preferences.ts";
import { themes } from "#app/ui/tokens.ts";

const anyPreferences: fc.Arbitrary<DisplayPreferences> = fc.record({
  size: fc.constantFrom(...sizes.map((option) => option.value)),
  theme: fc.constantFrom(...displayThemes.map((option) => option.value)),
  face: fc.constantFrom(...faces.map((option) => option.value)),
  space: fc.constantFrom(...spaces.map((option) => option.value)),
  mode: fc.constantFrom(...modes.map((option) => option.value)),
  motion: fc.constantFrom(...motions.map((option) => option.value)),
  bslFirst: fc.boolean(),
});

test("for any choices, the cookie gives them back", () => {
  fc.assert(
    fc.property(anyPreferences, (chosen) => {
      expect(displayPreferencesOf(displayCookieValue(chosen))).toEqual(chosen);
      expect(displayPreferencesIn(`session=a=b; display=${displayCookieValue(chosen)}; other=1`)).toEqual(chosen);
    }),
  );
});

test("for any choices, the cookie's value needs no quoting", () => {
  fc.assert(
    fc.property(anyPreferences, (chosen) => {
      expect(displayCookieValue(chosen)).toMatch(/^[A-Za-z=&-]*$/u);
    }),
  );
});

test("for any text in the cookie, the page still looks like something we know", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = displayPreferencesIn(`display=${text}`);
      expect(sizes.map((option) => option.value)).toContain(read.size);
      expect(displayThemes.map((option) => option.value)).toContain(read.theme);
    }),
  );
});

test("no cookie, another cookie or a colour we do not have leaves the standard", () => {
  expect(displayPreferencesIn(null)).toEqual(standardDisplay);
  expect(displayPreferencesIn("displayed=size=large")).toEqual(standardDisplay);
  expect(displayPreferencesIn("display=theme=hotpink")).toEqual(standardDisplay);
});

test("a sent form is read field by field", () => {
  const form = new FormData();
  form.set("size", "biggest");
  form.set("theme", "yellow-on-black");
  form.set("bslFirst", "yes");
  expect(displayPreferencesSent(form)).toEqual({ ...standardDisplay, size: "biggest", theme: "yellow-on-black", bslFirst: true });
});

test("only what was chosen is written on the page, so the device's own wishes hold elsewhere", () => {
  expect(displayAttributes(standardDisplay)).toEqual({});
  expect(displayAttributes({ ...standardDisplay, size: "large", theme: "dark", bslFirst: true })).toEqual({
    "data-size": "large",
    "data-theme": "dark",
  });
});

test("the cookie lasts a year, is not for scripts, and goes away when everything is standard", () => {
  const chosen = displayCookie({ ...standardDisplay, space: "most" }, { isSecure: true });
  expect(chosen).toBe("display=space=most; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure");
  expect(displayCookie(standardDisplay, { isSecure: false })).toBe("display=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly");
});

test("every colour scheme offered is one whose contrast is measured", () => {
  for (const { value } of displayThemes.filter((option) => option.value !== "device")) expect(Object.keys(themes)).toContain(value);
});
