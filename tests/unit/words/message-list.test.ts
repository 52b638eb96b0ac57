// The list of messages administrators read: every message the services send by themselves is on it, in words of the real ones.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { listedMessages } from "#app/words/message-list.ts";
import { ageToRead } from "#app/words/reading-age.ts";

const messages = listedMessages("Riverside Voices", calendarDateOf("2026-11-23"));
/** Written whole by a coordinator: there is no template of it. */
const writtenByPeople = ["booking-request"];

test("every kind of message that a service puts in the outbox is on the list", () => {
  const folder = join("app", "services");
  const sent = readdirSync(folder).flatMap((file) => {
    const source = file.endsWith(".ts") ? readFileSync(join(folder, file), "utf8") : "";
    return [...source.matchAll(/await queueMessage(?:To)?\((?:(?!about:)[^;])*?\bkind: "([a-z-]+)"/gu)].map(([, kind = ""]) => kind);
  });
  expect(new Set(sent).size).toBeGreaterThan(15);
  const listed = new Set(messages.flatMap(({ kinds }) => kinds));
  expect([...new Set(sent)].filter((kind) => !listed.has(kind) && !writtenByPeople.includes(kind))).toEqual([]);
});

test("whoever is written to in Easy Read gets short sentences with who helps at the end, and no more than is said in the promise", () => {
  const people = messages.filter(({ to }) => to === "people");
  const usualOnly = people.filter(({ forms }) => !forms.includes("easy-read")).map(({ id }) => id);
  expect(usualOnly.toSorted()).toEqual(["annual-statement", "bank-details-changed", "read-back", "remittance", "voucher-given"]);
  for (const { id, forms, write } of people.filter((one) => one.forms.includes("easy-read"))) {
    const { body } = write("easy-read");
    expect(body, id).not.toBe(write(forms[0]).body);
    expect(body, id).toContain("If you need help\n");
    const long = body
      .replaceAll(/https?:\S+/gu, "")
      .split(/(?<=[.?!])\s+|\n/u)
      .filter((sentence) => sentence.split(/\s+/u).length > 15);
    expect(long, id).toEqual([]);
    expect(body, id).not.toMatch(/[;()]/u);
  }
});

test("each has a name of its own and says something in each of its forms", () => {
  expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
  expect(new Set(messages.map(({ name }) => name)).size).toBe(messages.length);
  for (const { id, to, forms, write } of messages) {
    for (const form of forms) {
      const { subject, body } = write(form);
      expect(body.length, id).toBeGreaterThan(60);
      expect(body, id).not.toMatch(/undefined|\[object|NaN/u);
      if (to === "people") expect(body.startsWith("Hello Sam Taylor"), id).toBe(true);
      expect(subject, id).not.toBe("");
    }
  }
});

test("an address is not read, and a message of a few words is too short to say at what age it can be", () => {
  expect(ageToRead("Open it here: https://meetings.example.org/i/impossibilities")).toBeNull();
  expect(ageToRead("We would like you to come. It is on Monday.")).toBeLessThan(8);
});
