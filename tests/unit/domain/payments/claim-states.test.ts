import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { penceOf } from "#app/domain/basics/money.ts";
import {
  actOnClaim,
  mayDecideLines,
  sentClaim,
  type ClaimAction,
  type ClaimActor,
  type ClaimFacts,
  type ClaimState,
} from "#app/domain/payments/claim-states.ts";
import { refusalOf, valueOf } from "#tests/support/results.ts";
import { day, pounds } from "./builders.ts";

const today = day("2026-09-15");
const everyone = (person: string): ClaimActor => ({ person, may: ["check", "authorise", "release"] });
const [ben, grace, ola] = ["ben", "grace", "ola"].map(everyone) as [ClaimActor, ClaimActor, ClaimActor];
const facts = (part: Partial<ClaimFacts> = {}): ClaimFacts => ({
  claimant: "amina",
  barred: [],
  blocks: [],
  budgetCodes: [],
  toPay: pounds(75),
  authorisedThisMonth: penceOf(0),
  isPaymentHeld: false,
  financePeople: 3,
  ...part,
});
const act = (state: ClaimState, action: ClaimAction, actor: ClaimActor, part: Partial<ClaimFacts> = {}) =>
  actOnClaim({ state, action, actor, facts: facts(part), today });
const does = (state: ClaimState, action: ClaimAction, actor: ClaimActor, part: Partial<ClaimFacts> = {}) =>
  valueOf(act(state, action, actor, part));

const checked = does(sentClaim, { action: "pass" }, ben);
const agreed = does(checked, { action: "authorise" }, grace);
const released = does(agreed, { action: "release" }, ola);
const paid = does(released, { action: "mark-paid", paidOn: day("2026-09-18") }, ola);

describe("three people", () => {
  test("a claim checked, authorised and released by three people is paid, and remembers them", () => {
    expect(paid).toEqual({
      state: "paid",
      checked: { by: "ben", on: today },
      authorised: { by: "grace", on: today },
      released: { by: "ola", on: today, asException: false },
      paidOn: "2026-09-18",
    });
  });

  test("nobody acts on their own claim, whatever their duties", () => {
    const amina = everyone("amina");
    for (const [state, action] of [
      [sentClaim, { action: "pass" }],
      [checked, { action: "authorise" }],
      [agreed, { action: "release" }],
      [released, { action: "mark-paid", paidOn: today }],
      [paid, { action: "mark-returned", why: "x" }],
      [sentClaim, { action: "hold", why: "x" }],
      [sentClaim, { action: "send-back", to: "person", why: "x" }],
    ] as const)
      expect(refusalOf(act(state, action, amina))).toEqual({ reason: "own-claim" });
    expect(refusalOf(mayDecideLines(sentClaim, amina, facts()))).toEqual({ reason: "own-claim" });
  });

  test("the checker does not authorise, and the authoriser does not release", () => {
    expect(refusalOf(act(checked, { action: "authorise" }, ben))).toEqual({ reason: "you-checked-it" });
    expect(refusalOf(act(agreed, { action: "release" }, grace))).toEqual({ reason: "you-authorised-it" });
  });

  test("the checker may release only where there is nobody else, and that is recorded as an exception", () => {
    expect(refusalOf(act(agreed, { action: "release" }, ben))).toEqual({ reason: "further-person-needed" });
    expect(does(agreed, { action: "release" }, ben, { financePeople: 2 })).toMatchObject({ released: { by: "ben", asException: true } });
  });

  test("whoever typed a claim in does no step of it, however small the team", () => {
    expect(refusalOf(act(checked, { action: "authorise" }, grace, { typedBy: ["ruth", "grace"], financePeople: 2 }))).toEqual({
      reason: "you-entered-it",
    });
    expect(refusalOf(act(sentClaim, { action: "pass" }, ben, { typedBy: ["ben"], financePeople: 2 }))).toEqual({
      reason: "you-entered-it",
    });
    expect(refusalOf(act(agreed, { action: "release" }, ola, { typedBy: ["ola"] }))).toEqual({ reason: "you-entered-it" });
  });

  test("the payee, a relative, a helper and whoever entered the bank details stay out", () => {
    for (const because of ["payee", "relative", "helper", "entered-bank-details"] as const) {
      expect(refusalOf(act(sentClaim, { action: "pass" }, ben, { barred: [{ person: "ben", because }] }))).toEqual({
        reason: "barred",
        because,
      });
    }
  });

  test("somebody without the duty is told which one it takes", () => {
    const checker: ClaimActor = { person: "ben", may: ["check"] };
    expect(refusalOf(act(checked, { action: "authorise" }, { person: "zoe", may: ["check"] }))).toEqual({
      reason: "not-your-duty",
      duty: "authorise",
    });
    expect(refusalOf(act(agreed, { action: "release" }, checker))).toEqual({ reason: "not-your-duty", duty: "release" });
    expect(refusalOf(act(sentClaim, { action: "hold", why: "x" }, { person: "zoe", may: [] }))).toEqual({
      reason: "not-your-duty",
      duty: "check",
    });
  });
});

describe("what stops a step", () => {
  test("a block found before or after the check stops the next signature", () => {
    const blocks = [{ block: "budget-code-missing" }] as const;
    expect(refusalOf(act(sentClaim, { action: "pass" }, ben, { blocks }))).toEqual({ reason: "blocked", blocks });
    expect(refusalOf(act(checked, { action: "authorise" }, grace, { blocks }))).toEqual({ reason: "blocked", blocks });
  });

  test("a limit counts the person's whole month, and exactly the limit is within it", () => {
    const limited: ClaimActor = { ...grace, limit: pounds(500) };
    expect(act(checked, { action: "authorise" }, limited, { authorisedThisMonth: pounds(425) }).ok).toBe(true);
    expect(refusalOf(act(checked, { action: "authorise" }, limited, { authorisedThisMonth: penceOf(42501) }))).toEqual({
      reason: "over-your-limit",
      limit: 50000,
      wouldBe: 50001,
    });
  });

  test("somebody who authorises for some budgets is refused a claim that any other pays for, and every code counts", () => {
    const some: ClaimActor = { ...grace, authority: { codes: ["PPI-204", "ppi-310"] } };
    const paidFrom = (...budgetCodes: readonly string[]) => act(checked, { action: "authorise" }, some, { budgetCodes });
    expect(paidFrom("ppi-204", "PPI-310 ").ok).toBe(true);
    expect(refusalOf(paidFrom("PPI-204", "PPI-999"))).toEqual({ reason: "not-your-budget", codes: ["PPI-999"] });
    expect(act(checked, { action: "authorise" }, grace, { budgetCodes: ["PPI-999"] }).ok).toBe(true);
  });

  test("somebody authorises from their first day to their last, and not a day either side", () => {
    const between = (from: string, until: string) =>
      act(checked, { action: "authorise" }, { ...grace, authority: { from: day(from), until: day(until) } });
    expect(between("2026-09-15", "2026-09-15").ok).toBe(true);
    expect(refusalOf(between("2026-09-16", "2026-09-30"))).toMatchObject({ reason: "not-in-your-time" });
    expect(refusalOf(between("2026-09-01", "2026-09-14"))).toMatchObject({ reason: "not-in-your-time" });
  });

  test("a held payment, or nothing to pay, is not released", () => {
    expect(refusalOf(act(agreed, { action: "release" }, ola, { isPaymentHeld: true }))).toEqual({ reason: "payment-held" });
    expect(refusalOf(act(agreed, { action: "release" }, ola, { toPay: penceOf(0) }))).toEqual({ reason: "nothing-to-pay" });
  });

  test("a claim that was not released is not marked as paid", () => {
    expect(refusalOf(act(agreed, { action: "mark-paid", paidOn: today }, ola))).toEqual({ reason: "not-released" });
  });

  test("a step out of turn says what state the claim is in", () => {
    expect(refusalOf(act(checked, { action: "pass" }, ola))).toEqual({ reason: "not-now", state: "checked" });
    expect(refusalOf(act(sentClaim, { action: "authorise" }, grace))).toEqual({ reason: "not-now", state: "sent" });
    expect(refusalOf(act(released, { action: "release" }, ola))).toEqual({ reason: "not-now", state: "agreed" });
    expect(refusalOf(act(sentClaim, { action: "release" }, ola))).toEqual({ reason: "not-now", state: "sent" });
    expect(refusalOf(act(checked, { action: "mark-paid", paidOn: today }, ola))).toEqual({ reason: "not-now", state: "checked" });
    expect(refusalOf(act(agreed, { action: "mark-returned", why: "x" }, ola))).toEqual({ reason: "not-now", state: "agreed" });
    expect(refusalOf(act(paid, { action: "hold", why: "x" }, ola))).toEqual({ reason: "not-now", state: "paid" });
    expect(refusalOf(act(paid, { action: "resume" }, ola))).toEqual({ reason: "not-now", state: "paid" });
    expect(refusalOf(act(paid, { action: "send-back", to: "person", why: "x" }, ola))).toEqual({ reason: "not-now", state: "paid" });
    expect(refusalOf(act(sentClaim, { action: "send-back", to: "checker", why: "x" }, ola))).toEqual({ reason: "not-now", state: "sent" });
    expect(refusalOf(mayDecideLines(checked, ben, facts()))).toEqual({ reason: "not-now", state: "checked" });
  });
});

describe("holding and sending back", () => {
  test("a hold keeps the signatures but not the release, and a reason is asked for", () => {
    const held = does(released, { action: "hold", why: "Bank details changed" }, grace);
    expect(held).toMatchObject({ state: "on-hold", from: { state: "agreed" }, held: { by: "grace" } });
    expect(does(held, { action: "resume" }, grace)).toEqual(agreed);
    expect(refusalOf(act(released, { action: "hold", why: " " }, grace))).toEqual({ reason: "why-missing" });
    expect(does(does(sentClaim, { action: "hold", why: "Complaint" }, ben), { action: "resume" }, ben)).toEqual(sentClaim);
  });

  test("a payment the bank returned is held, still signed, and has to be released again", () => {
    const returned = does(paid, { action: "mark-returned", why: "Account closed" }, ola);
    expect(does(returned, { action: "resume" }, ola)).toEqual(agreed);
    expect(refusalOf(act(paid, { action: "mark-returned", why: "" }, ola))).toEqual({ reason: "why-missing" });
  });

  test("what the authoriser sends back is checked again from the start", () => {
    const back = does(checked, { action: "send-back", to: "checker", why: "Which budget?" }, grace);
    expect(back).toMatchObject({ state: "sent-back", to: "checker", sentBack: { by: "grace" } });
    expect(mayDecideLines(back, ben, facts()).ok).toBe(true);
    expect(does(back, { action: "pass" }, ben)).toEqual(checked);
    expect(refusalOf(act(checked, { action: "send-back", to: "person", why: " " }, grace))).toEqual({ reason: "why-missing" });
    expect(refusalOf(act(checked, { action: "send-back", to: "person", why: "x" }, { person: "zoe", may: ["check"] }))).toEqual({
      reason: "not-your-duty",
      duty: "authorise",
    });
  });

  test("only the person, or whoever typed it in for them, sends a claim again", () => {
    const back = does(sentClaim, { action: "send-back", to: "person", why: "Was it 2 hours?" }, ben);
    expect(refusalOf(act(back, { action: "send-again" }, ben))).toEqual({ reason: "not-the-claimant" });
    expect(does(back, { action: "send-again" }, { person: "amina", may: [] })).toEqual(sentClaim);
    expect(does(back, { action: "send-again" }, { person: "ruth", may: [] }, { typedBy: ["ruth"] })).toEqual(sentClaim);
    expect(refusalOf(act(paid, { action: "send-again" }, { person: "amina", may: [] }))).toEqual({ reason: "not-now", state: "paid" });
  });
});

describe("laws of the claim's life", () => {
  const people = ["amina", "ben", "grace", "ola", "ruth"];
  // Steps forward are likelier, so that many sequences get as far as a payment.
  const forward: readonly ClaimAction[] = [
    { action: "pass" },
    { action: "authorise" },
    { action: "release" },
    { action: "mark-paid", paidOn: today },
  ];
  const aside: readonly ClaimAction[] = [
    { action: "mark-returned", why: "Closed" },
    { action: "hold", why: "Wait" },
    { action: "resume" },
    { action: "send-back", to: "person", why: "Ask" },
    { action: "send-back", to: "checker", why: "Ask" },
    { action: "send-again" },
  ];
  const actions = [...forward, ...forward, ...forward, ...forward, ...aside];
  const amounts = [-1, 0, 7500, 7500, 7500, 7500];

  // One number is one step: who does what, and how things stand then. Numbers are quick to make by the hundred thousand.
  const stepFrom = (seed: number) => {
    let left = seed;
    const pick = <Of>(from: readonly Of[]): Of => {
      const chosen = from[left % from.length]!;
      left = Math.floor(left / from.length);
      return chosen;
    };
    const rarely = [true, false, false, false, false];
    return { action: pick(actions), person: pick(people), toPay: pick(amounts), isPaymentHeld: pick(rarely), isBlocked: pick(rarely) };
  };

  test("for any sequence of actions by anyone, a paid claim was checked, authorised and released by people who may, none of them the claimant", () => {
    let everPaid = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(2, 3, 5),
        fc.constantFrom(undefined, "ruth"),
        fc.array(fc.nat({ max: 2_000_000 }), { minLength: 20, maxLength: 60, size: "max" }),
        (financePeople, enteredBy, seeds) => {
          let state: ClaimState = sentClaim;
          // A second book, kept by somebody who reads only what was allowed, not how.
          let book: { by: string; action: string }[] = [];
          for (const one of seeds.map(stepFrom)) {
            const answer = actOnClaim({
              state,
              action: one.action,
              actor: { person: one.person, may: ["check", "authorise", "release"], limit: pounds(100) },
              today,
              facts: facts({
                financePeople,
                isPaymentHeld: one.isPaymentHeld,
                blocks: one.isBlocked ? [{ block: "choice-missing" }] : [],
                toPay: penceOf(one.toPay),
                ...(enteredBy === undefined ? {} : { typedBy: [enteredBy] }),
              }),
            });
            if (!answer.ok) continue;
            const { action } = one.action;
            if (one.person === "amina" && action !== "send-again") throw new Error(`The claimant was let ${action}`);
            if (one.isBlocked && (action === "pass" || action === "authorise")) throw new Error(`A blocked claim was let ${action}`);
            if (action === "release" && (one.isPaymentHeld || one.toPay <= 0)) throw new Error("A payment that may not go was released");
            if (action === "pass") book = [];
            book.push({ by: one.person, action });
            state = answer.value;
            if (state.state !== "paid" || action !== "mark-paid") continue;
            everPaid += 1;
            const last = (name: string) => book.findLast((entry) => entry.action === name)?.by;
            const [checker, authoriser, releaser] = [last("pass"), last("authorise"), last("release")];
            expect([checker, authoriser, releaser]).toEqual([state.checked.by, state.authorised.by, state.released.by]);
            expect(new Set(["amina", checker, authoriser]).size).toBe(3);
            expect([authoriser, "amina"]).not.toContain(releaser);
            expect([checker, authoriser, releaser]).not.toContain(enteredBy);
            expect(releaser === checker).toBe(state.released.asException);
            if (financePeople > 2) expect(new Set(["amina", enteredBy ?? "nobody", checker, authoriser, releaser]).size).toBe(5);
          }
        },
      ),
      { numRuns: 10_000 },
    );
    expect(everPaid).toBeGreaterThan(500);
  }, 60_000);
});
