import { expect, test } from "vitest";
import { deletedName, isWrittenIn, partsOfNames, withoutPerson, writtenAsOf } from "#app/domain/people/written-as.ts";

const maren = writtenAsOf({ names: ["Maren Vik"], contacts: ["maren@example.org", "07700 900123"], others: ["Tomas Oak"] });
const only = (name: string, others: readonly string[] = []) => writtenAsOf({ names: [name], contacts: [], others });

test("a name goes from a note however it is spaced or written large, and so does a number however it is grouped", () => {
  expect(withoutPerson("Ask MAREN  VIK on 07700900123 or at maren@example.org.", maren)).toBe(
    `Ask ${deletedName} on ${deletedName} or at ${deletedName}.`,
  );
});

test("a first name alone goes, and a last name after a title; part of another word stays", () => {
  expect(withoutPerson("Maren and Ms Vik; the Viking Room; marenostrum", maren)).toBe(
    `${deletedName} and ${deletedName}; the Viking Room; marenostrum`,
  );
});

test("a first name that is a word, a month or somebody else's too is left, because it may not be them", () => {
  expect(partsOfNames(["May Hall"], [])).not.toContain("May");
  expect(partsOfNames(["Maren Vik"], ["Maren Oak"])).not.toContain("Maren");
  expect(withoutPerson("Kiln Hall in May", only("May Hall"))).toBe("Kiln Hall in May");
});

test("somebody called one ordinary word is looked for nowhere: what others wrote stays as it is", () => {
  const note = "Kate will bring the ramp. Will Kate come in May?";
  for (const name of ["Will", "will", "May", "WILL"]) expect(withoutPerson(note, only(name))).toBe(note);
});

test("somebody called one name that is no word is found as it is written, as a whole word only", () => {
  for (const name of ["Wendeline", "wendeline", "WENDELINE"])
    expect(withoutPerson("Ring Wendeline; wendelines; Wendelines", only(name))).toBe(`Ring ${deletedName}; wendelines; Wendelines`);
});

test("a name of words alone goes only as it is written", () => {
  expect(withoutPerson("Mark Hall says: mark hall B as ours, and mark  Hall C", only("Mark Hall"))).toBe(
    `${deletedName} says: mark hall B as ours, and mark  Hall C`,
  );
});

test("a name another person or a colleague has as well is left, however it is written", () => {
  expect(withoutPerson("Ali Zaman and Mr Zaman and Ali", only("Ali Zaman", ["ali  zaman"]))).toBe("Ali Zaman and Mr Zaman and Ali");
});

test("a last name after a title is left where somebody else has it", () => {
  expect(withoutPerson("Mr Vik rang, then Maren Vik", only("Maren Vik", ["Jonas Vik"]))).toBe(`Mr Vik rang, then ${deletedName}`);
});

test("a longer name of somebody else with theirs in it stays whole", () => {
  const ann = only("Ann Lee", ["Ann Lee Brown", "Ann Lee-Jones", "Mary Ann Lee"]);
  expect(withoutPerson("Ann Lee, Ann Lee Brown, Ann Lee-Jones and Mary Ann Lee", ann)).toBe(
    `${deletedName}, Ann Lee Brown, Ann Lee-Jones and Mary Ann Lee`,
  );
});

test("an email address inside a longer one is somebody else's", () => {
  const text = "mary-maren@example.org, maren@example.org.uk and maren@example.org";
  expect(withoutPerson(text, maren)).toBe(`mary-maren@example.org, maren@example.org.uk and ${deletedName}`);
});

test("an address goes when it has several parts, however its lines are; a place alone stays", () => {
  const at = (address: string) => writtenAsOf({ names: [], contacts: [address], others: [] });
  expect(withoutPerson("We meet in Leeds", at("Leeds"))).toBe("We meet in Leeds");
  expect(withoutPerson("We meet in Leeds, West Yorkshire", at("Leeds, West Yorkshire"))).toBe("We meet in Leeds, West Yorkshire");
  expect(withoutPerson("Fetch from 9 Lark Rise, Leeds at 9", at("9 Lark Rise\nLeeds"))).toBe(`Fetch from ${deletedName} at 9`);
});

test("a text without them is the very same text", () => {
  expect(withoutPerson("Nobody is named here", maren)).toBe("Nobody is named here");
  expect(withoutPerson("Nobody is named here", writtenAsOf({ names: [], contacts: [], others: [] }))).toBe("Nobody is named here");
});

test("they are found anywhere inside a value, and never in its keys", () => {
  expect(isWrittenIn({ name: ["Maren Vik"] }, maren)).toBe(true);
  expect(isWrittenIn({ "Maren Vik": 1, note: null }, maren)).toBe(false);
});
