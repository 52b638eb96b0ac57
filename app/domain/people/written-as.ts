// How somebody is written about by others, and a text without them. What may be a word, or somebody else, is left: a note that says
// something wrong of another person harms more than a short name that stays.

/** What takes the place of a name in what others wrote. */
export const deletedName = "[name deleted]";

export type WrittenAs = {
  /** Names of several words, found however they are spaced or written large. */
  readonly names: readonly string[];
  /** Email addresses, phone numbers and addresses that are told from any other word. */
  readonly contacts: readonly string[];
  /** What they are called for short: looked for in notes only, as it is written. */
  readonly parts: readonly string[];
  /** Names of others that have one of theirs in them: left whole. */
  readonly others: readonly string[];
};

/**
 * How somebody is written about. `others` are the names of everybody else on file and of colleagues: a name that is theirs too is
 * nobody's to take out. `contacts` are those nobody else has.
 */
export function writtenAsOf(written: {
  readonly names: readonly string[];
  readonly contacts: readonly string[];
  readonly others: readonly string[];
}): WrittenAs {
  const taken = new Set(written.others.map(folded));
  const names = written.names.filter((name) => wordsIn(name).length > 1 && !taken.has(folded(name)));
  return {
    names,
    contacts: written.contacts.filter(isTelling),
    parts: partsOfNames(written.names, written.others),
    others: written.others.filter((other) => names.some((name) => hasInIt(other, name))),
  };
}

/** The same without short names, for texts that are no notes. */
export function withoutParts(writtenAs: WrittenAs): WrittenAs {
  return { ...writtenAs, parts: [] };
}

/** A name as it is compared with another: however it is spaced or written large. */
export function folded(name: string): string {
  return wordsIn(name).join(" ").toLowerCase();
}

/** The digits of a phone number, however they are grouped; of anything else the text in small letters. */
export function foldedContact(contact: string): string {
  return isNumber(contact) ? contact.replaceAll(/\D/gu, "") : folded(contact);
}

/** Takes a person's names and contact details out of a text that others wrote; the same text where they are not in it. */
export function withoutPerson(text: string, { names, contacts, parts, others }: WrittenAs): string {
  const left = new Set(others.map(folded));
  const isLeft = (found: string): boolean => left.has(folded(found)) || (isAllWords(found) && isWrittenOtherwise(found, names));
  const sources = [...names, ...others].map(nameSource).concat(contacts.map(contactSource));
  const rest = sources.length === 0 ? text : text.replaceAll(anyOf(sources, "giu"), (found) => (isLeft(found) ? found : deletedName));
  // Short names are as they are written, so that "will" in a sentence is left alone.
  return parts.length === 0 ? rest : rest.replaceAll(anyOf(parts.map(nameSource), "gu"), deletedName);
}

/** Says whether a person is named or can be reached by anything that is written somewhere in a value. */
export function isWrittenIn(value: unknown, writtenAs: WrittenAs): boolean {
  if (typeof value === "string") return withoutPerson(value, writtenAs) !== value;
  return typeof value === "object" && value !== null && Object.values(value).some((one) => isWrittenIn(one, writtenAs));
}

// A name that is nothing but words is theirs only as it is written: "Mark Hall", and not "mark hall B as ours".
function isWrittenOtherwise(found: string, names: readonly string[]): boolean {
  const same = names.filter((name) => folded(name) === folded(found));
  return same.length > 0 && !same.some((name) => wordsIn(name).join(" ") === wordsIn(found).join(" "));
}

function isAllWords(text: string): boolean {
  return wordsIn(text).every((word) => alsoWords.has(word.toLowerCase()));
}

function wordsIn(text: string): readonly string[] {
  return text.trim().split(/\s+/u);
}

function hasInIt(other: string, name: string): boolean {
  return folded(other) !== folded(name) && anyOf([nameSource(name)], "iu").test(other);
}

const isNumber = (text: string): boolean => /^[\d\s+()-]{6,}$/u.test(text);

// An address is told from a place by its number or its many parts: "Leeds" is in many notes.
function isTelling(contact: string): boolean {
  if (contact.includes("@") || isNumber(contact)) return true;
  const lines = contact.split(/[,\n]/u).filter((line) => line.trim() !== "");
  return lines.length > 2 || (/\d/u.test(contact) && (lines.length > 1 || wordsIn(contact).length > 2));
}

// The longest first, so that what holds another is found before it.
function anyOf(sources: readonly string[], flags: string): RegExp {
  return new RegExp(sources.toSorted((one, other) => other.length - one.length).join("|"), flags);
}

const before = "(?<![\\p{L}\\p{N}])";
const after = "(?![\\p{L}\\p{N}])";
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, "\\$&");

function nameSource(name: string): string {
  return `${before}${wordsIn(name).map(escaped).join("\\s+")}${after}`;
}

// A number is found however its digits are grouped, an address however its lines are, and an email address never inside a longer one.
function contactSource(contact: string): string {
  if (isNumber(contact)) return `${before}${[...contact.replaceAll(/\D/gu, "")].join("[\\s-]*")}${after}`;
  if (contact.includes("@")) return `(?<![\\p{L}\\p{N}._%+-])${escaped(contact.trim())}(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])`;
  const words = contact.split(/[\s,]+/u).filter((word) => word !== "");
  return `${before}${words.map(escaped).join("[\\s,]+")}${after}`;
}

/** Names that are words, days, months or places as well: in a note they are more often those. */
const alsoWords: ReadonlySet<string> = new Set(
  (
    "amber angel april archer ash asia august austin autumn baker banks basil bay bell berry bill bird bishop black blossom blue bob bond " +
    "bonnie brand bridge brook brooke brown buddy bush butler buck cannon care carol carter chance chapel charity chase chelsea cherry " +
    "chester chief christian church clay cliff cole cook cooper coral cross crystal daisy dale dawn day dean destiny devon drew duke earl " +
    "easter eden ember faith fern field finch fisher florence flora fox frank gale garden gardener gay gene georgia ginger glen good grace " +
    "grant gray green grey guy hall happy harmony hart hazel heath heather heaven hill holly home honey honor hope hunt hunter india iris " +
    "ivy jack jade jasmine jean jet jewel joy jordan josh july june justice kent king kit knight lake lance lane lark lead leeds lee lily " +
    "lincoln long london lord lorraine love lucky mace major march mark martin mason max may mead melody mercy merry mike miles mill miller " +
    "misty moon moor myrtle nick noble norm north olive opal page paris park parker pat patience peace pearl peg penny pepper piper pitt " +
    "pool poppy porter potter power preston price prince prudence queen rain raven ray red reed rich rise river rivers rob robin rod rose " +
    "rowan ruby sage sandy saturday savannah serenity sharp short shore skip sky sky small snow sonny star sterling stew stone storm " +
    "street strong sue summer sunday sunny swift sydney tad taylor ted temple tiffany trinity troy true tuesday turner tyler verity " +
    "victor victoria violet virginia wade walker ward warren waters way wednesday well wells west white will willow winter wise wolf wood " +
    "woods woody wren york young monday thursday friday january february september october november december"
  ).split(" "),
);

/**
 * What somebody is called for short: the first or only name, unless it is a word or in another person's name too; and the last one
 * after a title, unless another person has it as well.
 */
export function partsOfNames(names: readonly string[], others: readonly string[]): readonly string[] {
  const taken = new Set(others.flatMap((name) => wordsIn(name.toLowerCase())));
  const isFree = (word: string): boolean => word.length > 2 && !taken.has(word.toLowerCase());
  const first = names
    .map((name) => wordsIn(name)[0] ?? "")
    .filter((word) => isFree(word) && !alsoWords.has(word.toLowerCase()))
    .flatMap(asWritten);
  const last = names.flatMap((name) => {
    const words = wordsIn(name);
    const word = words.at(-1) ?? "";
    return words.length < 2 || taken.has(word.toLowerCase())
      ? []
      : asWritten(word).flatMap((one) => titles.map((title) => `${title} ${one}`));
  });
  return [...new Set([...last, ...first])];
}

const titles = ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr"] as const;

// Names are kept as somebody typed them, and written in a note with a capital letter.
function asWritten(word: string): readonly string[] {
  const capital = word.slice(0, 1).toUpperCase();
  return [...new Set([`${capital}${word.slice(1)}`, `${capital}${word.slice(1).toLowerCase()}`])];
}
