// Compares what two formats of one paper say, leaving aside only how each shows a bullet, a box, a rule or the end of a name.

const shownNotSaid = new Set(["•", "-", "[", "]", "[x]", ""]);

/** The words of a paper as read out, in order. */
export function wordsOfReading(text: string): readonly string[] {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/_{4,}/gu, " ")
    .split(/[\s\u00a0]+/u)
    .map((word) => word.replace(/:+$/u, ""))
    .filter((word) => !shownNotSaid.has(word));
}

/** The characters of a text that could be asked of a typeface: nothing that never shows. */
export function heldBack(text: string): string {
  return text.replace(/\p{Default_Ignorable_Code_Point}/gu, "");
}
