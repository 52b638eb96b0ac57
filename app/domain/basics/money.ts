// Money as whole pence. Nothing here rounds without saying so, and no pound is ever a number with a point in it.
import { done, refused, type Result } from "./result.ts";

declare const penceBrand: unique symbol;
/** A whole number of pence; may be negative where a difference is meant. */
export type Pence = number & { readonly [penceBrand]: true };

export type RateUnit = "hour" | "day" | "week" | "month" | "year" | "mile" | "item";
/** So many pence for each unit. The unit is part of the type, so a weekly figure cannot stand where a monthly one is wanted. */
export type Rate<Per extends RateUnit> = { readonly pence: Pence; readonly per: Per };

export type MoneyRefusal = "not-money" | "part-pennies" | "too-large";

/** Brands a whole number of pence. Throws RangeError when it is not a safe whole number: that is a fault, not a refusal. */
export function penceOf(amount: number): Pence {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Expected whole pence, found ${amount}`);
  // `+ 0` turns minus zero into zero, which JSON and people both expect.
  return (amount + 0) as Pence;
}

export const nothing: Pence = penceOf(0);

/**
 * Reads pounds as a person types them: "£1,200.50", "1 200", "12.5", " 40 ".
 * A comma or space may only stand before three figures: "12,50" is refused, because it is £12.50 to some and £1,250 to others.
 * Refuses anything with part pennies, and amounts over £99,999.99.
 */
export function readPounds(typed: string): Result<Pence, MoneyRefusal> {
  const plain = typed.normalize("NFKC").trim().replace(/^£\s*/u, "");
  const parts = /^(\d+|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+)?(?:\.(\d*))?$/u.exec(plain);
  const pounds = parts?.[1]?.replace(/[, ]/gu, "").replace(/^0+(?=\d)/u, "") ?? "";
  const afterPoint = parts?.[2] ?? "";
  if (pounds === "" && afterPoint === "") return refused("not-money");
  if (/[1-9]/u.test(afterPoint.slice(2))) return refused("part-pennies");
  if (pounds.length > 5) return refused("too-large");
  return done(penceOf(Number(pounds) * 100 + Number(afterPoint.slice(0, 2).padEnd(2, "0"))));
}

/** Adds amounts; the sum of none is nothing. */
export function sum(amounts: Iterable<Pence>): Pence {
  let total = 0;
  for (const amount of amounts) total += amount;
  return penceOf(total);
}

/** Takes the second amount from the first; may be negative. */
export function subtract(from: Pence, amount: Pence): Pence {
  return penceOf(from - amount);
}

/** The smaller of two amounts. */
export function smaller(one: Pence, other: Pence): Pence {
  return one < other ? one : other;
}

/** The larger of two amounts. */
export function larger(one: Pence, other: Pence): Pence {
  return one > other ? one : other;
}

/**
 * A fraction of an amount, half a penny rounded away from nothing (payments.md section g, rule 3).
 * Numerator and denominator are whole numbers, so 55% is `{ numerator: 55, denominator: 100 }`.
 * Throws RangeError for a denominator that is not positive.
 */
export function fractionOf(amount: Pence, fraction: { readonly numerator: number; readonly denominator: number }): Pence {
  const { numerator, denominator } = fraction;
  if (denominator <= 0 || !Number.isSafeInteger(denominator) || !Number.isSafeInteger(numerator)) {
    throw new RangeError(`Expected a fraction of whole numbers, found ${numerator}/${denominator}`);
  }
  const doubled = Math.abs(amount * numerator) * 2 + denominator;
  // Small enough to be exact as ordinary whole numbers, which is far quicker: the remainder of two of them is exact too.
  if (Number.isSafeInteger(doubled) && Number.isSafeInteger(denominator * 2)) {
    const size = (doubled - (doubled % (denominator * 2))) / (denominator * 2);
    return penceOf(amount < 0 !== numerator < 0 ? -size : size);
  }
  const product = BigInt(amount) * BigInt(numerator);
  const size = product < 0n ? -product : product;
  const rounded = (size * 2n + BigInt(denominator)) / (BigInt(denominator) * 2n);
  return penceOf(Number(product < 0n ? -rounded : rounded));
}

/**
 * Shares an amount by weights so that every penny goes somewhere: shares add up to the total exactly,
 * and each is within a penny of its fair part. Throws RangeError for negative weights or weights that are all nothing.
 */
export function share(total: Pence, weights: readonly number[]): Pence[] {
  const whole = weights.reduce((one, other) => one + other, 0);
  if (weights.some((weight) => weight < 0 || !Number.isSafeInteger(weight)) || whole <= 0) {
    throw new RangeError(`Expected whole weights with something to share by, found ${weights.join(", ")}`);
  }
  let weightSoFar = 0;
  let sharedSoFar = 0;
  return weights.map((weight) => {
    weightSoFar += weight;
    const upToHere = fractionOf(total, { numerator: weightSoFar, denominator: whole });
    const part = penceOf(upToHere - sharedSoFar);
    sharedSoFar = upToHere;
    return part;
  });
}
