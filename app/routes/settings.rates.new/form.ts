// A version of the organisation's rate card as a form: as many rates as are needed, each with its bands, and the rules for meetings
// that are called off. What is typed is read here; whether the card is sound is decided by app/domain/payments/rate-card.ts.
import { z } from "zod";
import { readPounds, type Pence } from "#app/domain/basics/money.ts";
import {
  activities,
  modes,
  type Band,
  type Basis,
  type CancelRule,
  type RateCard,
  type RateCardProblem,
  type RateLine,
} from "#app/domain/payments/rate-card.ts";
import type { Problem, Typed } from "#app/web/forms.server.ts";
import { choice, choices, date, optionalText, requiredText } from "#app/web/form-fields.ts";
import { rateCardProblemSentence } from "#app/words/payments.ts";

export const basisKinds = ["per-minute", "started-unit", "band", "fixed-per-event", "per-item"] as const;
export const payKinds = ["percent", "amount", "nothing"] as const;
const mostLines = 20;
const mostBands = 10;
const mostRules = 8;

/** How many rates, bands of each and rules a form has: told by the form itself, because pages have no script. */
export type Shape = { readonly lines: number; readonly bands: readonly number[]; readonly rules: number };

export function shapeOf(typed: Typed): Shape {
  const count = (name: string, otherwise: number, most: number) => {
    const number = Number(typed[name]?.[0] ?? otherwise);
    return Number.isSafeInteger(number) ? Math.min(Math.max(number, 1), most) : otherwise;
  };
  const lines = count("lines", 1, mostLines);
  return {
    lines,
    bands: Array.from({ length: lines }, (_, index) => count(`bands${index + 1}`, 2, mostBands)),
    rules: count("rules", 1, mostRules),
  };
}

/** The hidden fields that carry a shape. */
export function carriedOf({ lines, bands, rules }: Shape): Readonly<Record<string, string>> {
  return {
    lines: String(lines),
    rules: String(rules),
    ...Object.fromEntries(bands.map((count, index) => [`bands${index + 1}`, String(count)])),
  };
}

/** The form once a button for one more was pressed; undefined for any other button. */
export function withOneMore(button: string, typed: Typed): Typed | undefined {
  const { lines, bands, rules } = shapeOf(typed);
  if (button === "add-rate") return { ...typed, lines: [String(Math.min(lines + 1, mostLines))] };
  if (button === "add-rule") return { ...typed, rules: [String(Math.min(rules + 1, mostRules))] };
  const line = Number(/^add-band-(\d{1,2})$/u.exec(button)?.[1] ?? 0);
  const now = bands[line - 1];
  return now === undefined ? undefined : { ...typed, [`bands${line}`]: [String(Math.min(now + 1, mostBands))] };
}

const text = (thing: string, max = 100) => optionalText({ thing, max });

/** Every field of a form of this shape; what belongs together is read afterwards. */
export function cardForm(shape: Shape) {
  const count = text("count");
  const numbered = (length: number) => Array.from({ length }, (_, index) => index + 1);
  const line = (n: number): Record<string, z.ZodType> => ({
    [`label${n}`]: text("rate name"),
    [`activities${n}`]: choices(activities),
    [`roles${n}`]: text("roles", 300),
    [`modes${n}`]: choices(modes),
    [`basis${n}`]: z.enum(basisKinds).optional(),
    [`amount${n}`]: text("amount"),
    [`unit${n}`]: text("minutes"),
    [`minimum${n}`]: text("minutes"),
    [`dayCap${n}`]: text("amount"),
    [`weekCap${n}`]: text("amount"),
    [`includes${n}`]: choices(activities),
    [`bands${n}`]: count,
    ...Object.fromEntries(numbered(shape.bands[n - 1] ?? 0).flatMap((b) => Object.entries(bandFields(n, b)))),
  });
  const bandFields = (n: number, b: number): Record<string, z.ZodType> => ({
    [`from${n}x${b}`]: text("minutes"),
    [`fromToo${n}x${b}`]: z.enum(["yes"]).optional(),
    [`to${n}x${b}`]: text("minutes"),
    [`toToo${n}x${b}`]: z.enum(["yes"]).optional(),
    [`pays${n}x${b}`]: text("amount"),
  });
  const rule = (n: number): Record<string, z.ZodType> => ({
    [`ruleBy${n}`]: z.enum(["organiser", "participant"]).optional(),
    [`ruleNotice${n}`]: text("hours"),
    [`rulePays${n}`]: z.enum(payKinds).optional(),
    [`ruleAmount${n}`]: text("amount"),
    [`rulePrepared${n}`]: z.enum(["yes"]).optional(),
  });
  return z.strictObject({
    name: requiredText("Enter a rate name", { thing: "rate name" }),
    source: requiredText("Say where these figures come from", { thing: "where these figures come from", max: 300 }),
    starts: date({ thing: "the start date" }),
    breaks: choice(["count", "take-off"], "Choose whether breaks are paid"),
    breakMinutes: text("minutes"),
    planned: choice(["yes", "no"], "Choose what is paid when a meeting ends early"),
    lines: count,
    rules: count,
    ...Object.fromEntries(numbered(shape.lines).flatMap((n) => Object.entries(line(n)))),
    ...Object.fromEntries(numbered(shape.rules).flatMap((n) => Object.entries(rule(n)))),
  });
}

export type CardRead = Pick<RateCard, "name" | "validFrom" | "breaks" | "paysPlannedTime" | "lines" | "cancellation"> & {
  readonly sourceTitle: string;
  /** The number of the form's rate that each line was typed in, by code. */
  readonly places: ReadonlyMap<string, number>;
};

type Said = Readonly<Record<string, unknown>>;

/** The card that was typed, or each thing that cannot be read. A rate without a name and an amount is left out. */
export function cardFrom(
  said: Said,
  shape: Shape,
): { readonly ok: true; readonly value: CardRead } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const read = readerOf(said, problems);
  const lines: RateLine[] = [];
  const places = new Map<string, number>();
  for (let n = 1; n <= shape.lines; n += 1) {
    if (read.text(`label${n}`) === "" && read.text(`amount${n}`) === "" && said[`basis${n}`] === undefined) continue;
    const line = lineFrom(n, said, shape, { read, problems, codes: places });
    if (line === undefined) continue;
    places.set(line.code, n);
    lines.push(line);
  }
  const cancellation = Array.from({ length: shape.rules }, (_, index) => ruleFrom(index + 1, said, read, problems)).filter(
    (rule) => rule !== undefined,
  );
  const longerThanMinutes =
    said["breaks"] === "take-off" ? read.minutes("breakMinutes", "Enter how long a break is before it comes off") : 0;
  if (lines.length === 0 && problems.length === 0) problems.push({ field: "label1", message: "Add at least 1 rate" });
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      name: read.text("name"),
      validFrom: said["starts"] as RateCard["validFrom"],
      breaks: said["breaks"] === "take-off" ? { kind: "take-off", longerThanMinutes: longerThanMinutes ?? 0 } : { kind: "count" },
      paysPlannedTime: said["planned"] === "yes",
      lines,
      cancellation,
      sourceTitle: read.text("source"),
      places,
    },
  };
}

type Reader = ReturnType<typeof readerOf>;

function readerOf(said: Said, problems: Problem[]) {
  const typed = (field: string): string => {
    const value = said[field];
    return typeof value === "string" ? value.trim() : "";
  };
  const problem = (field: string, message: string): void => {
    problems.push({ field, message });
  };
  return {
    text: typed,
    pounds(field: string, missing: string): Pence | undefined {
      const read = readPounds(typed(field));
      if (read.ok) return read.value;
      problem(field, typed(field) === "" ? missing : "Amount must be an amount, like 12.50");
      return undefined;
    },
    minutes(field: string, missing: string): number | undefined {
      const plain = typed(field);
      if (/^\d{1,5}$/u.test(plain)) return Number(plain);
      problem(field, plain === "" ? missing : "Time must be whole minutes, like 240");
      return undefined;
    },
  };
}

function lineFrom(
  n: number,
  said: Said,
  shape: Shape,
  { read, problems, codes }: { readonly read: Reader; readonly problems: Problem[]; readonly codes: ReadonlyMap<string, number> },
): RateLine | undefined {
  const label = read.text(`label${n}`);
  if (label === "") problems.push({ field: `label${n}`, message: "Enter a name people understand for this rate" });
  const basis = basisFrom(n, said, shape.bands[n - 1] ?? 0, { read, problems });
  const roles = read
    .text(`roles${n}`)
    .split(",")
    .map((role) => role.trim())
    .filter((role) => role !== "");
  const cap = (field: string) => (read.text(field) === "" ? undefined : read.pounds(field, ""));
  const minimum = read.text(`minimum${n}`) === "" ? undefined : read.minutes(`minimum${n}`, "");
  const dayCap = cap(`dayCap${n}`);
  const weekCap = cap(`weekCap${n}`);
  if (basis === undefined) return undefined;
  const some = <Item>(items: unknown): readonly Item[] | "any" => (Array.isArray(items) && items.length > 0 ? (items as Item[]) : "any");
  return {
    code: codeOf(label, n, codes),
    label,
    activities: some(said[`activities${n}`]),
    roles: roles.length === 0 ? "any" : roles,
    modes: some(said[`modes${n}`]),
    basis,
    includes: (said[`includes${n}`] as RateLine["includes"] | undefined) ?? [],
    ...(minimum === undefined ? {} : { minimumMinutes: minimum }),
    ...(dayCap === undefined ? {} : { dayCap }),
    ...(weekCap === undefined ? {} : { weekCap }),
  };
}

function codeOf(label: string, n: number, codes: ReadonlyMap<string, number>): string {
  const plain = label
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "")
    .slice(0, 40);
  const code = plain === "" ? `rate-${n}` : plain;
  return codes.has(code) ? `${code}-${n}` : code;
}

function basisFrom(
  n: number,
  said: Said,
  bandCount: number,
  { read, problems }: { readonly read: Reader; readonly problems: Problem[] },
): Basis | undefined {
  const kind = said[`basis${n}`] as Basis["kind"] | undefined;
  if (kind === undefined) {
    problems.push({ field: `basis${n}`, message: "Choose how this rate pays" });
    return undefined;
  }
  if (kind === "band") {
    const bands = Array.from({ length: bandCount }, (_, index) => bandFrom(n, index + 1, said, read)).filter((band) => band !== undefined);
    if (bands.length === 0) problems.push({ field: `from${n}x1`, message: "Add at least 1 band" });
    return { kind, bands };
  }
  const amount = read.pounds(`amount${n}`, "Enter amount in pounds");
  const unitMinutes = kind === "started-unit" ? read.minutes(`unit${n}`, "Enter how many minutes are counted at a time") : 0;
  if (amount === undefined || unitMinutes === undefined) return undefined;
  switch (kind) {
    case "per-minute":
      return { kind, hourly: { pence: amount, per: "hour" } };
    case "started-unit":
      return { kind, unitMinutes, hourly: { pence: amount, per: "hour" } };
    case "fixed-per-event":
      return { kind, amount };
    case "per-item":
      return { kind, each: { pence: amount, per: "item" } };
  }
}

function bandFrom(n: number, b: number, said: Said, read: Reader): Band | undefined {
  const at = `${n}x${b}`;
  if (read.text(`pays${at}`) === "" && read.text(`to${at}`) === "" && read.text(`from${at}`) === "") return undefined;
  const from = read.text(`from${at}`) === "" ? 0 : read.minutes(`from${at}`, "");
  const to = read.text(`to${at}`) === "" ? "no-end" : read.minutes(`to${at}`, "");
  const amount = read.pounds(`pays${at}`, "Enter amount in pounds");
  if (from === undefined || to === undefined || amount === undefined) return undefined;
  return {
    from: { minutes: from, inclusive: said[`fromToo${at}`] === "yes" },
    to: to === "no-end" ? to : { minutes: to, inclusive: said[`toToo${at}`] === "yes" },
    amount,
  };
}

function ruleFrom(n: number, said: Said, read: Reader, problems: Problem[]): CancelRule | undefined {
  const by = said[`ruleBy${n}`] as CancelRule["cancelledBy"] | undefined;
  const kind = said[`rulePays${n}`] as CancelRule["pays"]["kind"] | undefined;
  if (by === undefined && kind === undefined) return undefined;
  if (by === undefined) problems.push({ field: `ruleBy${n}`, message: "Choose who calls it off" });
  if (kind === undefined) problems.push({ field: `rulePays${n}`, message: "Choose what is paid" });
  const hours = read.text(`ruleNotice${n}`);
  if (hours !== "" && !/^\d{1,4}$/u.test(hours)) problems.push({ field: `ruleNotice${n}`, message: "Notice must be whole hours, like 48" });
  const pays = kind === undefined ? undefined : paysFrom(n, kind, read, problems);
  if (by === undefined || pays === undefined) return undefined;
  return {
    cancelledBy: by,
    noticeUnderMinutes: hours === "" ? "any" : Number(hours) * 60,
    pays,
    paysPreparationDone: said[`rulePrepared${n}`] === "yes",
  };
}

function paysFrom(n: number, kind: CancelRule["pays"]["kind"], read: Reader, problems: Problem[]): CancelRule["pays"] | undefined {
  if (kind === "nothing") return { kind };
  if (kind === "amount") {
    const amount = read.pounds(`ruleAmount${n}`, "Enter amount in pounds");
    return amount === undefined ? undefined : { kind, amount };
  }
  const typed = read.text(`ruleAmount${n}`).replace(/%$/u, "");
  if (/^\d{1,3}$/u.test(typed) && Number(typed) <= 100) return { kind, percent: Number(typed) };
  problems.push({ field: `ruleAmount${n}`, message: "Enter a percentage from 0 to 100" });
  return undefined;
}

/** Where on the form a fault of the whole card is mended. */
export function problemsOnForm(found: readonly RateCardProblem[], places: ReadonlyMap<string, number>): readonly Problem[] {
  return found.map((problem) => {
    const n = "line" in problem ? (places.get(problem.line) ?? 1) : 1;
    return { field: fieldOf(problem, n), message: rateCardProblemSentence(problem) };
  });
}

function fieldOf({ problem }: RateCardProblem, n: number): string {
  switch (problem) {
    case "no-name":
      return "name";
    case "ends-before-it-starts":
      return "starts";
    case "band-empty":
    case "bands-gap":
    case "bands-overlap":
      return `from${n}x1`;
    case "minimum-not-whole-units":
    case "minimum-without-time":
      return `minimum${n}`;
    case "not-an-amount":
      return `amount${n}`;
    case "not-whole-minutes":
      return `unit${n}`;
    case "cancellation-rule-twice":
      return "ruleBy1";
    case "cancellation-not-a-share":
      return "ruleAmount1";
    default:
      return `label${n}`;
  }
}

const poundsTyped = (amount: Pence): string => (amount / 100).toFixed(2);

/** A card as it stands in the form's boxes, to start the next version from. */
export function typedFromCard(card: Pick<RateCard, "name" | "breaks" | "paysPlannedTime" | "lines" | "cancellation" | "source">): Typed {
  const typed: Record<string, readonly string[]> = {
    name: [card.name],
    source: [card.source.title],
    breaks: [card.breaks.kind],
    breakMinutes: card.breaks.kind === "take-off" ? [String(card.breaks.longerThanMinutes)] : [""],
    planned: [card.paysPlannedTime ? "yes" : "no"],
    lines: [String(Math.max(card.lines.length, 1))],
    rules: [String(Math.max(card.cancellation.length, 1))],
  };
  card.lines.forEach((line, index) => Object.assign(typed, typedFromLine(line, index + 1)));
  card.cancellation.forEach((rule, index) => {
    const n = index + 1;
    typed[`ruleBy${n}`] = [rule.cancelledBy];
    typed[`ruleNotice${n}`] = [rule.noticeUnderMinutes === "any" ? "" : String(rule.noticeUnderMinutes / 60)];
    typed[`rulePays${n}`] = [rule.pays.kind];
    if (rule.pays.kind === "percent") typed[`ruleAmount${n}`] = [String(rule.pays.percent)];
    if (rule.pays.kind === "amount") typed[`ruleAmount${n}`] = [poundsTyped(rule.pays.amount)];
    if (rule.paysPreparationDone) typed[`rulePrepared${n}`] = ["yes"];
  });
  return typed;
}

function typedFromLine(line: RateLine, n: number): Record<string, readonly string[]> {
  const { basis } = line;
  const bands = basis.kind === "band" ? basis.bands : [];
  return {
    [`label${n}`]: [line.label],
    [`activities${n}`]: line.activities === "any" ? [] : line.activities,
    [`roles${n}`]: [line.roles === "any" ? "" : line.roles.join(", ")],
    [`modes${n}`]: line.modes === "any" ? [] : line.modes,
    [`basis${n}`]: [basis.kind],
    [`amount${n}`]: [amountTyped(basis)],
    [`unit${n}`]: [basis.kind === "started-unit" ? String(basis.unitMinutes) : ""],
    [`minimum${n}`]: [line.minimumMinutes === undefined ? "" : String(line.minimumMinutes)],
    [`dayCap${n}`]: [line.dayCap === undefined ? "" : poundsTyped(line.dayCap)],
    [`weekCap${n}`]: [line.weekCap === undefined ? "" : poundsTyped(line.weekCap)],
    [`includes${n}`]: line.includes,
    [`bands${n}`]: [String(Math.max(bands.length, 2))],
    ...Object.fromEntries(
      bands.flatMap((band, index): readonly (readonly [string, readonly string[]])[] => {
        const at = `${n}x${index + 1}`;
        return [
          [`from${at}`, [String(band.from.minutes)]],
          ...(band.from.inclusive ? ([[`fromToo${at}`, ["yes"]]] as const) : []),
          [`to${at}`, [band.to === "no-end" ? "" : String(band.to.minutes)]],
          ...(band.to !== "no-end" && band.to.inclusive ? ([[`toToo${at}`, ["yes"]]] as const) : []),
          [`pays${at}`, [poundsTyped(band.amount)]],
        ];
      }),
    ),
  };
}

function amountTyped(basis: Basis): string {
  switch (basis.kind) {
    case "per-minute":
    case "started-unit":
      return poundsTyped(basis.hourly.pence);
    case "fixed-per-event":
      return poundsTyped(basis.amount);
    case "per-item":
      return poundsTyped(basis.each.pence);
    case "band":
      return "";
  }
}
