import { expect, test } from "vitest";
import { isKeptAsData, withWordsRewritten } from "#app/domain/people/written-words.ts";

// Everything that may be rewritten is: what stays is what is never words.
const rewrite = { note: () => "NOTE", name: () => "NAME" };

test("of a decision only the words are rewritten: no key, kind, state, day or answer it rests on", () => {
  const basis = { people: { "i1 low-light": "essential" }, date: "2027-02-02", bookings: { b1: '["bsl",2,"Signs","Asha","a letter"]' } };
  const decision = { kind: "requirement", requirement: "low-light", state: "met", plan: "Lamps", decidedOn: "2026-11-23", basis };
  expect(withWordsRewritten({ table: "arrangements", kind: "requirement" }, decision, rewrite)).toEqual({
    ...decision,
    plan: "NOTE",
    basis: { ...basis, bookings: { b1: '["bsl",2,"Signs","NAME","NAME"]' } },
  });
});

test("a confirmation says the same as the decisions it confirmed after both are rewritten", () => {
  const decided = { kind: "clash", clash: "light", way: "two-rooms", message: "Two rooms", role: "Chair" };
  const [one, both] = [
    withWordsRewritten({ table: "arrangements", kind: "clash" }, decided, rewrite),
    withWordsRewritten({ table: "arrangements", kind: "confirmation" }, { decisions: { "clash light": JSON.stringify(decided) } }, rewrite),
  ];
  expect(both).toEqual({ decisions: { "clash light": JSON.stringify(one) } });
});

test("of feedback, a plan to leave and a pair only the words are rewritten", () => {
  expect(
    withWordsRewritten({ table: "feedback", kind: "" }, { got: { "low-light": "no" }, happened: { "low-light": "x" }, hard: "y" }, rewrite),
  ).toEqual({
    got: { "low-light": "no" },
    happened: { "low-light": "NOTE" },
    hard: "NOTE",
  });
  expect(
    withWordsRewritten({ table: "leave_plans", kind: "" }, { alarm: ["pager"], route: "x", helper: "A B", backUp: "" }, rewrite),
  ).toEqual({
    alarm: ["pager"],
    route: "NOTE",
    helper: "NAME",
    backUp: "NAME",
  });
  expect(withWordsRewritten({ table: "kept_apart", kind: "" }, { people: ["p1", "p2"], note: "x" }, rewrite)).toEqual({
    people: ["p1", "p2"],
    note: "NOTE",
  });
});

test("a kind of arrangement that is data alone stays as it is", () => {
  const choice = { venueId: "v", venue: "Kiln Hall", by: "Asha" };
  expect(withWordsRewritten({ table: "arrangements", kind: "venue-choice" }, choice, rewrite)).toEqual(choice);
  expect(isKeptAsData("arrangements")).toBe(true);
  expect(isKeptAsData("day_problems")).toBe(false);
});
