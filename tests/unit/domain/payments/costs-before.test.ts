import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import {
  costNeeds,
  costRequestStates,
  isAgreedFirst,
  kindOfNeed,
  mayMoveAdvance,
  moveCostRequest,
  waysBefore,
  type CostRequestMove,
  type CostRequestState,
} from "#app/domain/payments/costs-before.ts";
import { expenseKinds } from "#app/domain/payments/expenses.ts";

const moves: readonly CostRequestMove[] = [
  { move: "book", amount: null },
  { move: "agree-first", amount: null },
  { move: "agree-money", amount: penceOf(500) },
  { move: "ask" },
  { move: "cannot" },
  { move: "answer" },
  { move: "withdraw" },
  { move: "authorise-money" },
  { move: "send-money", on: calendarDateOf("2026-11-23") },
];

describe("money before the meeting", () => {
  test("each thing that can be asked for is a kind of cost that a claim knows", () => {
    for (const need of costNeeds) expect(expenseKinds).toContain(kindOfNeed[need]);
    expect(waysBefore).toContain("claim-later");
  });

  test("an advance goes only after one person agreed it and another authorised it", () => {
    expect(moveCostRequest("asked", { move: "authorise-money" })).toEqual({ ok: false, refusal: "not-now" });
    expect(moveCostRequest("money-agreed", { move: "send-money", on: calendarDateOf("2026-11-23") })).toEqual({
      ok: false,
      refusal: "not-now",
    });
    expect(moveCostRequest("money-authorised", { move: "send-money", on: calendarDateOf("2026-11-23") })).toEqual({
      ok: true,
      value: "money-sent",
    });
  });

  test("an advance of nothing is not an advance", () => {
    expect(moveCostRequest("asked", { move: "agree-money", amount: penceOf(0) })).toEqual({ ok: false, refusal: "no-amount" });
  });

  test("for any moves, money is sent at most once and never before it was agreed and authorised", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 30 }), (tried) => {
        let state: CostRequestState = "asked";
        const done: string[] = [];
        for (const move of tried) {
          const moved = moveCostRequest(state, move);
          if (!moved.ok) continue;
          state = moved.value;
          done.push(move.move);
          expect(costRequestStates).toContain(state);
        }
        const sent = done.indexOf("send-money");
        expect(done.filter((move) => move === "send-money").length).toBeLessThanOrEqual(1);
        if (sent < 0) return;
        expect(done.lastIndexOf("authorise-money")).toBeLessThan(sent);
        expect(done.lastIndexOf("agree-money")).toBeLessThan(done.lastIndexOf("authorise-money"));
        expect(state).toBe("money-sent");
      }),
    );
  });

  test("whoever agreed an advance does not authorise it, and nobody decides about their own", () => {
    const facts = { actor: "s1", actorPerson: null, person: "p1", agreedBy: "s1", authorisedBy: null };
    expect(mayMoveAdvance("authorise-money", facts)).toEqual({ ok: false, refusal: "you-agreed-it" });
    expect(mayMoveAdvance("authorise-money", { ...facts, actor: "s2" }).ok).toBe(true);
    expect(mayMoveAdvance("send-money", { ...facts, actor: "s2", authorisedBy: "s2" })).toEqual({
      ok: false,
      refusal: "you-authorised-it",
    });
    expect(mayMoveAdvance("send-money", { ...facts, actor: "s3", actorPerson: "p1", authorisedBy: "s2" })).toEqual({
      ok: false,
      refusal: "own-money",
    });
  });

  test("whatever was promised before the meeting counts as agreed first, and nothing else does", () => {
    expect(costRequestStates.filter((state) => !isAgreedFirst(state))).toEqual(["asked", "question", "cannot", "withdrawn"]);
  });
});
