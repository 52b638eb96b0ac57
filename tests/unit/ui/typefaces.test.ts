// The letters people see must exist: every typeface the style sheet names is there, and holds the letters of Welsh.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { compile } from "sass";
import { describe, expect, test } from "vitest";

type Letters = { readonly characterSet: readonly number[] };
const fontkit = createRequire(import.meta.url)("fontkit") as { create(file: Buffer): Letters };

const publicFolder = new URL("../../../public", import.meta.url).pathname;
const css = compile(new URL("../../../app/styles/app.scss", import.meta.url).pathname, {
  loadPaths: ["node_modules"],
  quietDeps: true,
}).css;
const faces = [...css.matchAll(/@font-face \{[^}]*font-family: "([^"]+)"[^}]*font-weight: (\d+)[^}]*url\("([^"]+)"\)/gu)].map(
  ([, family, weight, address]) => ({
    family: family ?? "",
    weight: weight ?? "",
    address: address ?? "",
  }),
);

describe.each(["Atkinson Hyperlegible Next", "Lexend", "OpenDyslexic"])("%s", (family) => {
  test.each(["400", "700"])("at weight %s has the letters of English, Welsh, Polish and the marks we print", (weight) => {
    const files = faces.filter((face) => face.family === family && face.weight === weight);
    const letters = new Set(files.flatMap((face) => fontkit.create(readFileSync(`${publicFolder}${face.address}`)).characterSet));
    const missing = Array.from("abcxyzABCXYZ0123456789£–’“”…éâêîôûÂÊÎÔÛŵŷŴŶẁẃẅỳłżąęśćńóź−").filter(
      (letter) => !letters.has(letter.codePointAt(0) ?? 0),
    );
    expect(missing.join("")).toBe("");
  });
});

test("the regular and bold letters of a first visit weigh less than 26 kilobytes together", () => {
  const first = faces.filter((face) => /atkinson.*latin-[47]00\.woff2$/u.test(face.address));
  expect(first).toHaveLength(2);
  const bytes = first.map((face) => readFileSync(`${publicFolder}${face.address}`).length).reduce((sum, each) => sum + each, 0);
  expect(bytes).toBeLessThan(26 * 1024);
});
