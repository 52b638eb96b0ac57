import { describe, expect, test } from "vitest";
import { expenseKinds } from "#app/domain/benefits/offer.ts";
import { dependsOnTest, serviceUserTest, treatmentOfCost } from "#app/domain/benefits/service-user.ts";

const test_ = (answers: Parameters<typeof serviceUserTest>[0]) => serviceUserTest(answers, "universal-credit", "england");

describe("taking part as a service user", () => {
  test("needs being consulted, the right body, and one of the four routes", () => {
    expect(test_({ a: "yes", b: "yes", c1: "yes" })).toBe("yes");
    expect(test_({ a: "yes", b: "yes", c2: "yes", c1: "no" })).toBe("yes");
    expect(test_({ a: "yes", b: "yes", c4: "yes" })).toBe("yes");
  });

  test("is not met by a job, by another body, or when every route is ruled out", () => {
    expect(test_({ a: "no", b: "yes", c1: "yes" })).toBe("no");
    expect(test_({ a: "yes", b: "no", c1: "yes" })).toBe("no");
    expect(test_({ a: "yes", b: "yes", c1: "no", c2: "no", c3: "no", c4: "no" })).toBe("no");
  });

  test("is not certain while any answer it needs is missing", () => {
    expect(test_({})).toBe("not-sure");
    expect(test_({ a: "yes", b: "not-sure", c1: "yes" })).toBe("not-sure");
    expect(test_({ a: "yes", b: "yes", c1: "no", c2: "no", c3: "no" })).toBe("not-sure");
  });

  test("by the social security route alone is certain only where its text was read", () => {
    const answers = { a: "yes", b: "yes", c1: "no", c2: "no", c3: "yes", c4: "no" } as const;
    expect(serviceUserTest(answers, "universal-credit", "northern-ireland")).toBe("yes");
    expect(serviceUserTest(answers, "council-tax-reduction", "england")).toBe("yes");
    expect(serviceUserTest(answers, "universal-credit", "england")).toBe("not-sure");
    expect(serviceUserTest(answers, "carers-allowance", "england")).toBe("not-sure");
  });
});

describe("costs", () => {
  test("are ignored when the test is met, except flat sums and lost earnings", () => {
    const notIgnored = expenseKinds.filter((kind) => treatmentOfCost(kind, "yes", "yes") !== "ignored");
    expect(notIgnored).toEqual(["flat-sum", "loss-of-earnings"]);
  });

  test("are never ignored when they may be more than was spent", () => {
    for (const kind of expenseKinds) {
      for (const met of ["yes", "no"] as const) {
        expect(treatmentOfCost(kind, "no", met)).not.toBe("ignored");
        expect(treatmentOfCost(kind, "not-sure", met)).not.toBe("ignored");
      }
    }
  });

  test("for travel between sites and nights away do not depend on the test", () => {
    expect(expenseKinds.filter((kind) => !dependsOnTest(kind, "yes"))).toEqual([
      "travel-between-sites",
      "overnight-stay",
      "loss-of-earnings",
    ]);
  });
});
