// The worked cases of money, read once for every test that compares with them: published and made-up policies, 32 cases, account
// numbers and a Bacs file. They are data in tests/golden; each test says which shape it expects a case to have.
import { readFileSync } from "node:fs";
import { expect } from "vitest";

export type Account = { readonly sortCode: string; readonly accountNumber: string };

/** A policy's figures by name, in pence, miles or minutes; `bands` only where it pays by bands. */
export type WorkedPolicy = Readonly<Record<string, number>> & { readonly bands?: readonly { readonly pence: number }[] };

type Examples = {
  readonly policies: Readonly<Record<string, WorkedPolicy>>;
  readonly cases: readonly { readonly id: string; readonly title: string; readonly facts: unknown; readonly expect: unknown }[];
  readonly modulus: {
    readonly cases: readonly (Account & { readonly passes: boolean })[];
    readonly notCheckable: readonly Account[];
    readonly twoChecksBothNeeded: readonly Account[];
    readonly orderMustNotMatter: readonly { readonly first: Account; readonly then: Account }[];
  };
  readonly bacsStandard18: readonly {
    readonly facts: unknown;
    readonly expect: { readonly totalPence: number; readonly records: readonly string[] };
  }[];
};

export const paymentExamples = JSON.parse(readFileSync(new URL("../golden/payment-examples.json", import.meta.url), "utf8")) as Examples;

/** One case, "S01" to "S32". Fails where there is none. */
export const workedCase = (id: string) => paymentExamples.cases.find((one) => one.id === id) ?? expect.fail(`There is no case ${id}`);

/** What a case starts from, in the shape the test says it has. */
export const factsOf = <Facts>(id: string) => workedCase(id).facts as Facts;

/** What a case comes to, in the shape the test says it has. */
export const expectOf = <Expected>(id: string) => workedCase(id).expect as Expected;

/** The figures of a policy. Fails where there is none of that name. */
export const workedPolicy = (name: string) => paymentExamples.policies[name] ?? expect.fail(`There is no policy ${name}`);
