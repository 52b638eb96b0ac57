// How hard a text is to read, as a rough guide for the person writing it. It never stops anybody.

export type ReadingAge = { readonly age: number; readonly longWords: readonly string[] };

/**
 * The reading age of a text by the Flesch-Kincaid grade (0.39 words a sentence + 11.8 syllables a word - 15.59) plus 5 years,
 * and its words of four or more syllables. Syllables are counted by groups of vowels, so it is a guide. Null for fewer than 5 words.
 */
export function readingAgeOf(text: string): ReadingAge | null {
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  if (words.length < 5) return null;
  const sentences = Math.max(1, text.split(/[.!?]+(?:\s|$)|\n+/u).filter((part) => part.trim() !== "").length);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  const grade = 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
  const longWords = [...new Set(words.filter((word) => syllablesIn(word) >= 4).map((word) => word.toLowerCase()))];
  return { age: Math.max(5, Math.round(grade + 5)), longWords: longWords.slice(0, 6) };
}

function syllablesIn(word: string): number {
  const plain = word.toLowerCase().replace(/(?:[^laeiouy]es|[^dt]ed|[^l]e)$/u, (end) => end.charAt(0));
  return Math.max(1, plain.match(/[aeiouy]+/gu)?.length ?? 0);
}

/** The reading age of a message, without the addresses in it, which nobody reads. Null where there is too little to say. */
export function ageToRead(message: string): number | null {
  return readingAgeOf(message.replace(/https?:\/\/\S+/gu, ""))?.age ?? null;
}
