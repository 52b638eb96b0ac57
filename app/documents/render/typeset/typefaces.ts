// Which typefaces print uses, in the order they are asked for a letterform, and the choice of one for each run of characters.
// Files come from packages under the SIL Open Font License; they are embedded whole characters at a time, never by name.

export type Weight = "regular" | "bold";

/** A family in both weights; each file is named as its package names it. */
export type Family = { readonly name: string; readonly files: Readonly<Record<Weight, string>> };

/** The first that has a letterform draws it. Atkinson tells I, l, 1, O and 0 apart; Noto has many more scripts. */
export const families: readonly Family[] = [
  {
    name: "atkinson",
    files: {
      regular: "@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf",
      bold: "@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf",
    },
  },
  {
    name: "noto-sans",
    files: {
      regular: "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
      bold: "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
    },
  },
];

/** The letterforms a family has; both weights of our families have the same ones (a test holds them to it). */
export type Letterforms = { readonly family: string; readonly codePoints: ReadonlySet<number> };

/** Characters in one typeface, in reading order. */
export type Run = { readonly family: string; readonly text: string };

/** A letter with the marks that belong to it, which one typeface has to draw together. */
const letterWithMarks = /\P{M}\p{M}*|\p{M}+/gu;
const plainAscii = /^[ -~]*$/u;

/** Characters that never show and that print leaves out: joiners, variation selectors, fillers. */
const neverShown = /\p{Default_Ignorable_Code_Point}/gu;

/** The text as print shows it: nothing that never shows, and unbroken spaces as the spaces they look like. */
export function asPrinted(text: string): string {
  return text.replace(neverShown, "").replace(/\u00a0/gu, " ");
}

/** The text cut into runs of one typeface each. Throws for a character none has: ask `missingCharacters` first. */
export function runsOf(text: string, letterforms: readonly Letterforms[]): readonly Run[] {
  const first = letterforms[0];
  if (first !== undefined && plainAscii.test(text)) return text === "" ? [] : [{ family: first.family, text }];
  const runs: { family: string; text: string }[] = [];
  for (const [letter] of text.matchAll(letterWithMarks)) {
    const family = familyFor(letter, letterforms);
    if (family === undefined) throw new Error(`No typeface has a letterform for ${letter}`);
    const last = runs.at(-1);
    if (last !== undefined && last.family === family) last.text += letter;
    else runs.push({ family, text: letter });
  }
  return runs;
}

/** The characters of some texts, with their marks, that no typeface can draw; each once, in the order met. */
export function missingCharacters(texts: readonly string[], letterforms: readonly Letterforms[]): readonly string[] {
  const missing = new Set<string>();
  for (const text of texts.map(asPrinted)) {
    if (plainAscii.test(text)) continue;
    for (const [letter] of text.matchAll(letterWithMarks)) if (familyFor(letter, letterforms) === undefined) missing.add(letter);
  }
  return [...missing];
}

function familyFor(letter: string, letterforms: readonly Letterforms[]): string | undefined {
  return letterforms.find((forms) => hasAll(letter, forms))?.family;
}

function hasAll(letter: string, forms: Letterforms): boolean {
  return Array.from(letter, (character) => character.codePointAt(0)).every(
    (codePoint) => codePoint !== undefined && forms.codePoints.has(codePoint),
  );
}
