// Checks of wording: words the content guide rules out, ways of writing values, sentence length, reading age. All but the
// gathering of text are plain functions of text, so that documents and mails can be checked by them too.
import type { Fault } from "#tests/support/page-checks/fault.ts";
import type { Tools } from "#tests/support/page-checks/tools.ts";

/** A block of text as it stands on the page. */
export type TextBlock = { readonly where: string; readonly text: string; readonly isInTable: boolean; readonly isProse: boolean };

type Ban = { readonly pattern: RegExp; readonly instead: string; readonly pages?: "attendee"; readonly atMost?: number };

/** What no page says, and what to say instead. One line per row of the content guide. */
export const bannedWords: readonly Ban[] = [
  { pattern: /\bjust\b/i, instead: "leave it out" },
  { pattern: /\bsimply\b/i, instead: "leave it out" },
  { pattern: /\beasy\b(?! read\b)/i, instead: "say what to do" },
  { pattern: /\bplease note\b/i, instead: "say it" },
  { pattern: /\bunfortunately\b/i, instead: "say what happens next" },
  { pattern: /\boops\b/i, instead: "say what is safe and what to try" },
  { pattern: /!/, instead: "a full stop" },
  { pattern: /\b\w+n[’']t\b/i, instead: "the words in full, like do not" },
  { pattern: /\b(special|additional) needs\b/i, instead: "access requirements" },
  {
    pattern: /\bthe (disabled|blind)\b(?! (people|person|attendee|attendees|member|members|spot))/i,
    instead: "disabled people, people who are blind",
  },
  { pattern: /\bsuffer(s|ed|ing)? from\b/i, instead: "has" },
  { pattern: /\bwheelchair[- ]bound\b/i, instead: "wheelchair user" },
  { pattern: /\b(high|low)[- ]functioning\b/i, instead: "what the person needs" },
  { pattern: /\bconfined to\b/i, instead: "uses" },
  { pattern: /\bnon-?verbal\b/i, instead: "uses a communication aid" },
  { pattern: /\bdisabled (toilets?|loos?|parking|bays?|access|entrance)\b/i, instead: "accessible toilet, accessible parking" },
  { pattern: /\bservice[- ]users?\b/i, instead: "people who use services" },
  { pattern: /\bpatients?\b/i, instead: "people who use services" },
  { pattern: /\bstakeholders?\b/i, instead: "the people themselves" },
  { pattern: /\bcohorts?\b/i, instead: "group" },
  { pattern: /\bhard[- ]to[- ]reach\b/i, instead: "people we have not reached" },
  { pattern: /\b(consultation|engagement|buy-in)\b/i, instead: "working together" },
  { pattern: /\b(rewards?|honorari(um|a)|thank[- ]you payments?|incentives?|wages)\b/i, instead: "payment for your time" },
  { pattern: /\b(reimburse(ment|ments|d)?|remuneration|subsistence)\b/i, instead: "costs, money back" },
  { pattern: /\b(helpers?|minders?)\b/i, instead: "personal assistant or supporter" },
  { pattern: /\b(STTR|palantypists?)\b/i, instead: "captions typed by a person", atMost: 1 },
  { pattern: /\bofficers?\b/i, instead: "adviser" },
  { pattern: /\b(refused|denied)\b/i, instead: "cannot meet yet" },
  { pattern: /\b(waived|declined)\b/i, instead: "You chose less" },
  { pattern: /\bauthoris(e|es|ed|ing|ation)\b/i, instead: "agree, check", pages: "attendee" },
  { pattern: /\bevacuat(e|es|ed|ing)\b/i, instead: "leave safely" },
  { pattern: /\b(in)?eligib(le|ility)\b/i, instead: "what the rule says" },
  { pattern: /\bproof\b/i, instead: "evidence, or nothing" },
  { pattern: /\bare you sure\b/i, instead: "what will happen" },
  { pattern: /\b(invalid|must not be blank|is required)\b/i, instead: "what to do, like Enter a date" },
];

const months = "January|February|March|April|May|June|July|August|September|October|November|December";

const valueRules: readonly { readonly pattern: RegExp; readonly instead: string; readonly isFineInTables?: true }[] = [
  { pattern: new RegExp(`\\b\\d{1,2}(st|nd|rd|th)( of)? (${months})\\b`, "i"), instead: "23 March" },
  { pattern: new RegExp(`\\b(${months}) \\d{1,2}(st|nd|rd|th)\\b`, "i"), instead: "23 March" },
  { pattern: /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/, instead: "23 March 2027" },
  { pattern: /\b\d{4}-\d{2}-\d{2}\b/, instead: "23 March 2027" },
  { pattern: /\b\d{1,2}\.\d{2} ?[ap]m\b/i, instead: "10:30am" },
  { pattern: /\b\d{1,2}(:\d{2})? [ap]m\b/i, instead: "10:30am" },
  { pattern: /\b\d{1,2}:00[ap]m\b/i, instead: "10am" },
  { pattern: /\b12(:00)?pm\b|\b12(:00)?am\b/i, instead: "midday or midnight" },
  { pattern: /£ \d|£[\d,]+\.\d(?!\d)|\b\d+ pounds\b/i, instead: "£20 or £20.50" },
  { pattern: /£[\d,]+\.00(?!\d)/, instead: "£20", isFineInTables: true },
  { pattern: /£0\.\d\d\b/, instead: "45p", isFineInTables: true },
];

const leaks = /\bundefined\b|\bNaN\b|\[object \w+\]|\bInvalid Date\b|\bnull\b|\$\{|\{[a-z]\w*\}|<\/?[a-z]+>/;

/** Longest sentence allowed on a page for attendees, in words. */
export const longestSentenceWords = 25;
/** Highest reading age allowed on a page for attendees, in years. */
export const highestReadingAgeYears = 11;

/** The banned words in these blocks; `allowed` are words this page has a reason to use, in lower case. */
export function bannedWordFaults(
  blocks: readonly TextBlock[],
  settings: { readonly reading: "attendee" | "staff"; readonly allowed: readonly string[] },
): readonly Fault[] {
  return bannedWords
    .filter((ban) => ban.pages === undefined || ban.pages === settings.reading)
    .flatMap((ban) => {
      const found = blocks.flatMap((block) =>
        [...block.text.matchAll(new RegExp(ban.pattern, `g${ban.pattern.flags}`))].map((match) => ({ block, word: match[0] })),
      );
      const told = found.filter(({ word }) => !settings.allowed.includes(word.toLowerCase())).slice(ban.atMost ?? 0);
      return told.map(({ block, word }) =>
        faultIn(block, "banned-words", `"${word}" in "${shorten(block.text, word)}"; instead: ${ban.instead}`),
      );
    });
}

/** Dates, times and money written another way than ours, and values that should never have reached the page. */
export function valueFaults(blocks: readonly TextBlock[]): readonly Fault[] {
  return blocks.flatMap((block) => {
    const written = valueRules.flatMap((rule) => {
      const match = rule.pattern.exec(block.text);
      if (match === null || (rule.isFineInTables === true && block.isInTable)) return [];
      return [faultIn(block, "value-formats", `"${match[0]}" in "${shorten(block.text, match[0])}"; we write ${rule.instead}`)];
    });
    const leaked = leaks.exec(block.text);
    return leaked === null
      ? written
      : [...written, faultIn(block, "leaked-values", `"${leaked[0]}" in "${shorten(block.text, leaked[0])}"`)];
  });
}

/** Sentences that are too long, and a page that is too hard. The age is only worked out from 100 words of prose on. */
export function readingFaults(blocks: readonly TextBlock[]): readonly Fault[] {
  const sentences = blocks
    .filter((block) => block.isProse)
    .flatMap((block) => sentencesOf(block.text).map((sentence) => ({ block, sentence })));
  const long = sentences.flatMap(({ block, sentence }) => {
    const count = wordsOf(sentence).length;
    return count <= longestSentenceWords ? [] : [faultIn(block, "long-sentence", `${count} words in one sentence: "${sentence}"`)];
  });
  const age = readingAgeOf(sentences.map(({ sentence }) => sentence));
  if (age === null || age <= highestReadingAgeYears) return long;
  return [
    ...long,
    { check: "reading-age", where: "page", message: `The page reads at age ${age.toFixed(1)}; ${highestReadingAgeYears} is the most` },
  ];
}

/**
 * The reading age of sentences in years: the Flesch-Kincaid grade plus five, as British schools count. Null below 100 words,
 * where the formula says nothing. It is a signal for a person to read the page, not a judgement.
 */
export function readingAgeOf(sentences: readonly string[]): number | null {
  const words = sentences.flatMap(wordsOf);
  if (words.length < 100) return null;
  const syllables = words.map(syllablesIn).reduce((total, count) => total + count, 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59 + 5;
}

/** The sentences of a text, cut after a full stop, question mark or colon that begins a new sentence. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.?!:;])\s+(?=["'“‘(]?[\p{Lu}\p{N}£])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0);
}

function wordsOf(sentence: string): readonly string[] {
  return sentence.match(/[\p{L}\p{N}£][\p{L}\p{N}’'.,:/@%-]*/gu) ?? [];
}

function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, "");
  if (letters.length <= 3) return 1;
  const groups = letters
    .replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, "")
    .replace(/^y/, "")
    .match(/[aeiouy]{1,2}/g);
  return Math.max(1, groups?.length ?? 1);
}

function faultIn(block: TextBlock, check: Fault["check"], message: string): Fault {
  return { check, where: block.where, message };
}

function shorten(text: string, around: string): string {
  const at = Math.max(0, text.indexOf(around) - 30);
  return `${at > 0 ? "..." : ""}${text.slice(at, at + 80)}${at + 80 < text.length ? "..." : ""}`;
}

/** Every block of text on the page and its title, as eyes or ears get it; without what is hidden from both, and without `theirWords`. */
export function textBlocks(tools: Tools, settings: { readonly theirWords: string | null }): TextBlock[] {
  const theirs = settings.theirWords === null ? 'script, [aria-hidden="true"]' : `[aria-hidden="true"], ${settings.theirWords}`;
  const groups = new Map<Element, Text[]>();
  for (const node of tools.textNodes()) {
    if (node.parentElement?.closest(theirs) != null) continue;
    const block = tools.blockOf(node);
    groups.set(block, [...(groups.get(block) ?? []), node]);
  }
  const blocks = [...groups].map(([block, nodes]) => ({
    where: tools.selectorOf(block),
    text: tools.squash(nodes.map((node) => node.data).join("")),
    isInTable: block.closest("table") !== null,
    isProse: block.closest("main") !== null && block.closest("table") === null,
  }));
  const spoken = [...document.querySelectorAll("[aria-label], img[alt]")]
    .filter((element) => element.closest(theirs) === null && tools.isShown(element))
    .map((element) => ({
      where: tools.selectorOf(element),
      text: tools.squash(element.getAttribute("aria-label") ?? element.getAttribute("alt") ?? ""),
      isInTable: false,
      isProse: false,
    }));
  return [
    { where: "title", text: tools.squash(document.title), isInTable: false, isProse: false },
    ...blocks,
    ...spoken.filter(({ text }) => text !== ""),
  ];
}
