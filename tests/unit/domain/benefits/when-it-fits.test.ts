// On which agreed days the same total would fit, and never once a meeting has begun or money is due.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { assessOffer } from "#app/domain/benefits/assess.ts";
import { datesThatFit } from "#app/domain/benefits/when-it-fits.ts";
import { otherDatesSaid } from "#app/words/benefits.ts";
import { knownDays, offersFrom, runs, situationsFrom } from "#tests/support/benefit-arbitraries.ts";
import { offerOf, situationOf, ucKnown } from "#tests/support/benefit-builders.ts";

const day = calendarDateOf;
const today = day("2026-05-20");
const until = day("2026-08-01");

describe("other days for the same payment", () => {
  const two = offerOf([
    { pounds: 300, on: "2026-06-12", id: "one" },
    { pounds: 300, on: "2026-06-20", id: "two" },
  ]);

  test("a second fee fits from the day the next Universal Credit month begins", () => {
    const found = datesThatFit(two, situationOf({ "universal-credit": ucKnown }), { paymentId: "two", today, until });
    expect(found.answer).toBe("days");
    expect(found.answer === "days" && [found.days[0], found.days.at(-1)]).toEqual(["2026-07-10", "2026-08-01"]);
  });

  test("for a carer, meetings in one week do not fit on any day of payment", () => {
    const near = offerOf([
      { pounds: 120, on: "2026-06-09", id: "one" },
      { pounds: 120, on: "2026-06-11", id: "two" },
    ]);
    expect(datesThatFit(near, situationOf({ "carers-allowance": {} }), { paymentId: "two", today, until })).toEqual({
      answer: "no-day-fits",
    });
  });

  test("once a meeting has begun, or the money is due, no other day is offered", () => {
    const asked = { paymentId: "one", until };
    const mine = situationOf({ "universal-credit": ucKnown });
    expect(datesThatFit(two, mine, { ...asked, today: day("2026-06-12") })).toEqual({ answer: "too-late" });
    const dueEarly = offerOf([{ pounds: 300, on: "2026-06-12", due: "2026-06-01", id: "one" }]);
    expect(datesThatFit(dueEarly, mine, { ...asked, today: day("2026-06-01") })).toEqual({ answer: "too-late" });
  });

  test("where something is not known on every day, we cannot tell", () => {
    const asked = { paymentId: "one", today, until };
    expect(datesThatFit(two, situationOf({ "universal-credit": {} }), asked)).toEqual({ answer: "cannot-tell" });
    expect(datesThatFit(two, { benefits: "not-sure", circumstances: {} }, asked)).toEqual({ answer: "cannot-tell" });
  });

  test("the words say that it is agreed in writing before, and give their source", () => {
    const situation = situationOf({ "universal-credit": ucKnown });
    const assessment = assessOffer(two, situation);
    const found = datesThatFit(two, situation, { paymentId: "two", today, until });
    const [said] = otherDatesSaid(found, assessment);
    expect(said?.text).toBe(
      "The same payment would fit the limits we know about on any day from 10 July 2026 to 1 August 2026. We can agree that in writing before you start. We cannot change a date once money is due.",
    );
    expect(said?.sources.length).toBeGreaterThan(0);
    // The sources are those of the limits that decided it, and of agreeing on another day.
    expect(said?.sources.map(({ title }) => title).join("; ")).toContain("Universal Credit Regulations 2013");
    expect(said?.sources.map(({ title }) => title).join("; ")).not.toContain("ESA");
    expect(otherDatesSaid(found, assessment, "easy")[0]?.text).toBe(
      "The same pay fits on other days. They are 10 July 2026 to 1 August 2026. We can agree a day before you start. After that we cannot change it.",
    );
    expect(otherDatesSaid({ answer: "too-late" }, assessment)).toEqual([]);
  });

  test("for any offer, every day offered really fits", () => {
    fc.assert(
      fc.property(offersFrom(knownDays, 30), situationsFrom(knownDays), (offer, situation) => {
        const fee = offer.payments.find((payment) => payment.kind === "fee");
        if (fee === undefined) return;
        const found = datesThatFit(offer, situation, { paymentId: fee.id, today: day("2025-03-01"), until: day("2025-06-20") });
        if (found.answer !== "days") return;
        for (const on of [found.days[0], found.days.at(-1)].filter((one) => one !== undefined)) {
          const payments = offer.payments.map((payment) => (payment === fee ? { ...payment, dueOn: on, paidOn: on } : payment));
          expect(["R1", "R2"]).toContain(assessOffer({ ...offer, payments }, situation).overall.result);
        }
      }),
      { numRuns: Math.min(runs, 3000) },
    );
  }, 600_000);
});
