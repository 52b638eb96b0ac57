// A second, slow and obvious way of judging every benefit, written from the rules dossier alone and sharing no code with the
// engine: plain day numbers, whole tables of weeks and periods, and for every
// unknown fact all the worlds it could be. The engine is compared with it on random cases.
import type { Offer, OtherEarnings, Situation } from "#app/domain/benefits/offer.ts";

export type SlowClass =
  "CLOSED_CHECK" | "NO_EFFECT" | "WITHIN_LIMIT" | "NOTICE_FIRST" | "REDUCES_BY" | "UNKNOWN_ADVICE" | "BREAKS_LIMIT_STOP";
export type SlowOpinion = { readonly outcome: SlowClass; readonly cuts?: readonly number[]; readonly left?: number };

const unknown: SlowOpinion = { outcome: "UNKNOWN_ADVICE" };

// Day numbers since 1970, so that no calendar code is shared.
const day = (iso: string): number => Math.round(Date.UTC(+iso.slice(0, 4), +iso.slice(5, 7) - 1, +iso.slice(8, 10)) / 86_400_000);
const firstDay = day("2024-04-08");
const lastDay = day("2027-04-11");
const lastDayScottishCarers = day("2027-04-10");

type Row = readonly [string, number];
const lookUp = (rows: readonly Row[], on: number): number | undefined => {
  let answer: number | undefined;
  for (const [from, value] of rows) if (day(from) <= on) answer = value;
  return answer;
};

// Figures copied from the dated parameters of the dossier, in pence.
const allowanceWithHousing: readonly Row[] = [
  ["2024-04-08", 40400],
  ["2025-04-07", 41100],
  ["2026-04-06", 42700],
];
const allowanceWithoutHousing: readonly Row[] = [
  ["2024-04-08", 67300],
  ["2025-04-07", 68400],
  ["2026-04-06", 71000],
];
const assessmentThreshold: readonly Row[] = [
  ["2024-04-08", 79317],
  ["2025-04-07", 84656],
  ["2026-04-06", 88123],
];
const esaLimit: readonly Row[] = [
  ["2024-04-08", 18350],
  ["2025-04-07", 19550],
  ["2026-04-06", 20350],
];
const carerLimit: readonly Row[] = [
  ["2024-04-08", 15100],
  ["2025-04-07", 19600],
  ["2026-04-06", 20400],
];
const scottishLimit: readonly Row[] = [
  ["2024-04-07", 15100],
  ["2025-04-06", 19600],
  ["2026-04-05", 20400],
];
const northernIrelandUnseenFrom = day("2026-04-06");

/** Something that might be earnings: how little or how much, and the days it belongs to. */
type Thing = {
  readonly low: number;
  readonly high: number;
  readonly worked: readonly (readonly [number | undefined, number | undefined])[];
  readonly due: number | undefined;
  readonly paid: number | undefined;
};

type Protected = { readonly costs: "sure" | "unsure"; readonly less: "sure" | "unsure"; readonly pension: number };

function isServiceUser(offer: Offer, c3Counts: boolean): "yes" | "no" | "unsure" {
  const { a, b, c1, c2, c3, c4 } = offer.serviceUser;
  if (a === "no" || b === "no") return "no";
  const yeses = [c1 === "yes", c2 === "yes", c4 === "yes", c3 === "yes" && c3Counts];
  if (c1 === "no" && c2 === "no" && c3 === "no" && c4 === "no") return "no";
  return a === "yes" && b === "yes" && yeses.some(Boolean) ? "yes" : "unsure";
}

const alwaysFine = ["travel-between-sites", "overnight-stay"];
const doubtful = ["access-taxi-or-parking", "support-worker", "meals", "phone-data-printing", "other"];

/** The list of things that may be earnings, or "stuck" where the dossier says not to work anything out. */
function things(offer: Offer, protection: Protected, c3Counts: boolean): readonly Thing[] | "stuck" {
  const found: Thing[] = [];
  const test = isServiceUser(offer, c3Counts);
  const workedOn = (id: string): number | undefined => {
    for (const activity of offer.activities) if (activity.id === id && activity.on !== undefined) return day(activity.on);
    return undefined;
  };
  const when = (money: { dueOn?: string; paidOn?: string }) => ({
    due: money.dueOn === undefined ? undefined : day(money.dueOn),
    paid: money.paidOn === undefined ? (money.dueOn === undefined ? undefined : day(money.dueOn)) : day(money.paidOn),
  });
  for (const payment of offer.payments) {
    if (payment.kind === "voucher") {
      if (payment.pence > 0) return "stuck";
      continue;
    }
    const whole = payment.for.map((part) => [workedOn(part.activity), undefined] as const);
    if (payment.kind === "fee") {
      const off = Math.floor((payment.pensionPence ?? 0) * protection.pension);
      const down = (pence: number): number => Math.max(0, pence - off);
      const split = payment.for.every((part) => part.pence !== undefined)
        ? payment.for.map((part) => [workedOn(part.activity), part.pence] as const)
        : whole;
      if (payment.payroll === "no") found.push({ low: down(payment.pence), high: down(payment.pence), worked: split, ...when(payment) });
      else if (payment.payroll === "yes" && payment.takeHomePence !== undefined)
        found.push({ low: down(payment.takeHomePence), high: down(payment.takeHomePence), worked: split, ...when(payment) });
      else found.push({ low: 0, high: down(payment.pence), worked: whole, ...when(payment) });
    }
    const given = payment.kind === "donation" ? { pence: payment.pence, agreed: payment.agreed } : payment.turnedDown;
    if (given === undefined || given.pence === 0) continue;
    if (test === "unsure") return "stuck";
    const covered = test === "yes" && given.agreed === "before-activity" && protection.less === "sure";
    if (!covered) found.push({ low: 0, high: given.pence, worked: whole, ...when(payment) });
  }
  for (const cost of offer.expenses) {
    if (cost.pence === 0) continue;
    const real = cost.meetsActualCost === "yes";
    const judged = (met: boolean): "no" | "yes" | "maybe" => {
      if (cost.kind === "loss-of-earnings") return "yes";
      if (cost.kind === "flat-sum") return met ? "maybe" : "yes";
      if (met || alwaysFine.includes(cost.kind)) return real ? "no" : "maybe";
      return doubtful.includes(cost.kind) ? "maybe" : "yes";
    };
    if (test === "unsure" && (judged(true) === "maybe" || judged(true) !== judged(false))) return "stuck";
    let verdict = judged(test !== "no");
    if (verdict === "no" && protection.costs === "unsure") verdict = "maybe";
    if (verdict === "no") continue;
    const worked = cost.activity === undefined ? [] : [[workedOn(cost.activity), undefined] as const];
    found.push({ low: verdict === "yes" ? cost.pence : 0, high: cost.pence, worked, ...when(cost) });
  }
  return found;
}

function touched(offer: Offer): readonly number[] {
  const all: number[] = [];
  for (const activity of offer.activities) if (activity.on !== undefined) all.push(day(activity.on));
  for (const money of [...offer.payments, ...offer.expenses]) {
    if (money.dueOn !== undefined) all.push(day(money.dueOn));
    if (money.paidOn !== undefined) all.push(day(money.paidOn));
  }
  return all;
}

function outside(offer: Offer, last = lastDay): boolean {
  const days = touched(offer);
  const hasNoDay = touched(offer.payments.length > 0 ? { ...offer, expenses: [] } : offer).length === 0;
  return hasNoDay || days.some((on) => on < firstDay || on > last);
}

// --- Universal Credit -------------------------------------------------------------------------------------------------

/** The start of every assessment period from 2023 to 2028, written out month by month. */
function periodStarts(periodDay: number): readonly number[] {
  const starts: number[] = [];
  for (let year = 2023; year <= 2028; year++) {
    for (let month = 1; month <= 12; month++) {
      const isLeap = year % 4 === 0;
      const length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
      let at = periodDay;
      if (periodDay === 31) at = length;
      else if (month === 2 && periodDay > 28) at = isLeap ? 28 : 27;
      starts.push(day(`${year}-${String(month).padStart(2, "0")}-${String(at).padStart(2, "0")}`));
    }
  }
  return starts;
}

const huge = 10_000_000;

/** Every amount of other pay that could have come in the period. */
function payWorlds(other: OtherEarnings | undefined, start: number, end: number, pensionShare: number): readonly number[] {
  if (other === undefined || other.answer === "not-sure") return [0, huge];
  if (other.answer === "none") return [0];
  let worlds = [0];
  for (const pay of other.pay) {
    const amount = Math.max(0, pay.takeHomePence - Math.floor((pay.pensionPence ?? 0) * pensionShare));
    let times: number[];
    const paid = pay.paidOn === undefined ? undefined : day(pay.paidOn);
    if (pay.pattern === "in-the-same-period") times = [1];
    else if (pay.pattern === "once") times = paid === undefined ? [0, 1] : [paid >= start && paid <= end ? 1 : 0];
    else if (pay.pattern === "month") times = paid === undefined ? [0, 1, 2] : [monthlyTimes(pay.paidOn!, start, end)];
    else {
      const step = { week: 7, fortnight: 14, "four-weeks": 28 }[pay.pattern];
      const count = (offset: number): number => {
        let times = 0;
        for (let on = start; on <= end; on++) if ((((on - offset) % step) + step) % step === 0) times++;
        return times;
      };
      times = paid === undefined ? [...new Set(Array.from({ length: step }, (_, offset) => count(offset)))] : [count(paid)];
    }
    worlds = worlds.flatMap((sum) => times.map((n) => sum + n * amount));
  }
  return [...new Set(worlds)];
}

function monthlyTimes(payday: string, start: number, end: number): number {
  let times = 0;
  const wanted = +payday.slice(8);
  for (let on = start; on <= end; on++) {
    const date = new Date(on * 86_400_000);
    const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    if (date.getUTCDate() === Math.min(wanted, lastOfMonth)) times++;
  }
  return times;
}

const could = (answer: string | undefined): readonly boolean[] => (answer === "yes" ? [true] : answer === "no" ? [false] : [true, false]);
const taper = (above: number): number => Math.round((Math.max(0, above) * 55) / 100 + 1e-9);

/** Universal Credit by writing out every period and every world. */
export function slowUniversalCredit(offer: Offer, situation: Situation): SlowOpinion {
  const facts = situation.circumstances["universal-credit"]!;
  if (outside(offer)) return unknown;
  const isNi = offer.nation === "northern-ireland";
  const found = things(offer, { costs: "sure", less: isNi ? "unsure" : "sure", pension: 1 }, isNi);
  if (found === "stuck") return unknown;
  const real = found.filter((thing) => thing.high > 0);
  if (real.length === 0) return { outcome: "NO_EFFECT" };
  if (facts.periodDay === undefined || facts.selfEmployed !== "no" || real.some((thing) => thing.paid === undefined)) return unknown;

  const starts = periodStarts(facts.periodDay);
  const cuts: number[] = [];
  let left = Infinity;
  let worst: "WITHIN_LIMIT" | "REDUCES_BY" = "WITHIN_LIMIT";
  for (const [index, start] of starts.entries()) {
    const end = (starts[index + 1] ?? start + 31) - 1;
    const here = real.filter((thing) => thing.paid! >= start && thing.paid! <= end);
    if (here.length === 0) continue;
    const housed = lookUp(allowanceWithHousing, start);
    const unhoused = lookUp(allowanceWithoutHousing, start);
    const threshold = lookUp(assessmentThreshold, start);
    if (start > lastDay || housed === undefined || unhoused === undefined || threshold === undefined) return unknown;

    const low = here.reduce((sum, thing) => sum + thing.low, 0);
    const high = here.reduce((sum, thing) => sum + thing.high, 0);
    const partner = could(facts.couple).flatMap((isCouple) => (isCouple ? payWorlds(facts.partnerEarnings, start, end, 1) : [0]));
    const own = payWorlds(situation.otherEarnings, start, end, 1);
    const seen: { cut: number; left: number; above: number }[] = [];
    for (const pay of [low, high]) {
      for (const other of own.flatMap((one) => partner.map((two) => one + two))) {
        const mayBeWaiting = could(facts.waitingForAssessment).includes(true) && facts.limitedCapability !== "yes";
        if (mayBeWaiting && other + high >= threshold) return unknown;
        for (const isLimited of could(facts.limitedCapability)) {
          for (const hasChild of could(facts.childOnClaim)) {
            for (const hasHousing of could(facts.housingCosts)) {
              const allowance = isLimited || hasChild ? (hasHousing ? housed : unhoused) : 0;
              const above = Math.max(0, other + pay - allowance) - Math.max(0, other - allowance);
              seen.push({ cut: taper(other + pay - allowance) - taper(other - allowance), left: allowance - other - pay, above });
            }
          }
        }
      }
    }
    const tightest = Math.min(...seen.map((world) => world.left));
    if (tightest >= 0) {
      left = Math.min(left, tightest);
      continue;
    }
    const aboves = new Set(seen.map((world) => world.above));
    if (aboves.size > 1) return unknown;
    // With other pay not known the penny can fall either way, so the larger cut is the one to tell.
    const isExact = new Set(seen.map((world) => world.left)).size === 1;
    const largest = isExact ? seen[0]!.cut : Math.ceil(([...aboves][0]! * 55) / 100);
    if (facts.capped !== "no") return unknown;
    if (
      facts.usualAwardPence === undefined
        ? facts.awardMoreThanCut !== "yes"
        : Math.ceil(([...aboves][0]! * 55) / 100) >= facts.usualAwardPence
    )
      return unknown;
    worst = "REDUCES_BY";
    cuts.push(largest);
  }
  return worst === "REDUCES_BY" ? { outcome: "REDUCES_BY", cuts } : { outcome: "WITHIN_LIMIT", left };
}

// --- Weeks ------------------------------------------------------------------------------------------------------------

type Cell = { low: number; high: number; otherLow: number; otherHigh: number; minutesLow: number; minutesHigh: number };
type Table = ReadonlyMap<number, Cell>;
const weekdayNames = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];

type Basis = "worked" | "due" | "paid";

/** Three tables of weeks for each first day a week could have, holding only the weeks the offer touches. */
function tables(input: {
  readonly offer: Offer;
  readonly things: readonly Thing[];
  readonly other: OtherEarnings;
  readonly begins: string | undefined;
  readonly pension: number;
}): readonly { readonly basis: Basis; readonly table: Table }[] | "no-day" {
  const { offer, other, begins, pension } = input;
  const real = input.things.filter((thing) => thing.high > 0);
  if (offer.activities.some((activity) => activity.on === undefined)) return "no-day";
  for (const thing of real) {
    if (thing.due === undefined || thing.paid === undefined || thing.worked.length === 0 || thing.worked.some(([on]) => on === undefined))
      return "no-day";
  }
  const all: { readonly basis: Basis; readonly table: Table }[] = [];
  for (let offset = 0; offset < 7; offset++) {
    if (begins !== undefined && weekdayNames[offset] !== begins) continue;
    const weekOf = (on: number): number => on - ((((on - offset) % 7) + 7) % 7);
    const weeks = new Set<number>();
    for (const activity of offer.activities) weeks.add(weekOf(day(activity.on!)));
    for (const thing of real) for (const on of [...thing.worked.map(([worked]) => worked!), thing.due!, thing.paid!]) weeks.add(weekOf(on));
    for (const basis of ["worked", "due", "paid"] as const) {
      const table = new Map<number, Cell>();
      for (const start of weeks) table.set(start, cellFor({ offer, real, other, pension, basis, start }));
      all.push({ basis, table });
    }
  }
  return all;
}

function cellFor(input: {
  readonly offer: Offer;
  readonly real: readonly Thing[];
  readonly other: OtherEarnings;
  readonly pension: number;
  readonly basis: Basis;
  readonly start: number;
}): Cell {
  const { offer, real, other, pension, basis, start } = input;
  const inside = (on: number | undefined): boolean => on !== undefined && on >= start && on <= start + 6;
  const cell: Cell = { low: 0, high: 0, otherLow: 0, otherHigh: 0, minutesLow: 0, minutesHigh: 0 };
  for (const thing of real) {
    if (basis !== "worked") {
      if (inside(basis === "due" ? thing.due : thing.paid)) {
        cell.low += thing.low;
        cell.high += thing.high;
      }
      continue;
    }
    const here = thing.worked.filter(([on]) => inside(on));
    if (here.length === thing.worked.length) {
      cell.low += thing.low;
      cell.high += thing.high;
    } else if (here.length > 0) {
      const isSplit = thing.worked.every(([, pence]) => pence !== undefined) && thing.low === thing.high;
      const part = here.reduce((sum, [, pence]) => sum + (pence ?? 0), 0);
      const taken = isSplit ? thing.worked.reduce((sum, [, pence]) => sum + (pence ?? 0), 0) - thing.high : 0;
      cell.low += isSplit ? Math.max(0, part - taken) : 0;
      cell.high += isSplit ? Math.min(part, thing.high) : thing.high;
    }
  }
  for (const activity of offer.activities) {
    if (!inside(day(activity.on!))) continue;
    cell.minutesLow += activity.minutes ?? 0;
    cell.minutesHigh += activity.minutes ?? Infinity;
  }
  if (other.answer === "not-sure") {
    cell.otherHigh = Infinity;
    cell.minutesHigh = Infinity;
  }
  for (const pay of other.answer === "some" ? other.pay : []) {
    const amount = Math.max(0, pay.takeHomePence - Math.floor((pay.pensionPence ?? 0) * pension));
    const weeksInPay = { once: 1, "in-the-same-period": 1, week: 1, fortnight: 2, "four-weeks": 4, month: 52 / 12 }[pay.pattern];
    const weekly = (whole: number): number => Math.ceil(Number((whole / weeksInPay).toFixed(6)));
    const worked = pay.workedOn === undefined ? undefined : day(pay.workedOn);
    const paid = pay.paidOn === undefined ? undefined : day(pay.paidOn);
    const surely = (on: number | undefined): "yes" | "no" | "maybe" => {
      if (pay.pattern === "in-the-same-period") return "maybe";
      if (pay.pattern !== "once") return "yes";
      return on === undefined ? "maybe" : inside(on) ? "yes" : "no";
    };
    const money = surely(basis === "worked" ? worked : paid);
    if (money === "yes") cell.otherLow += weekly(amount);
    if (money !== "no") cell.otherHigh += weekly(amount);
    const hours = surely(worked);
    if (hours === "yes") cell.minutesLow += weekly(pay.minutes ?? 0);
    if (hours !== "no") cell.minutesHigh += pay.minutes === undefined ? Infinity : weekly(pay.minutes);
  }
  return cell;
}

/** New Style ESA by three tables of weeks. */
export function slowEsa(offer: Offer, situation: Situation): SlowOpinion {
  const facts = situation.circumstances["new-style-esa"]!;
  if (outside(offer)) return unknown;
  const found = things(offer, { costs: "sure", less: "unsure", pension: 0 }, false);
  if (found === "stuck") return unknown;
  if (offer.activities.length === 0 && found.every((thing) => thing.high === 0)) return { outcome: "NO_EFFECT" };
  const all = tables({
    offer,
    things: found,
    other: situation.otherEarnings ?? { answer: "not-sure" },
    begins: facts.weekBegins,
    pension: 0,
  });
  if (all === "no-day" || all.every(({ table }) => table.size === 0)) return unknown;

  const verdicts: Record<Basis, Set<string>> = { worked: new Set(), due: new Set(), paid: new Set() };
  for (const { basis, table } of all) {
    for (const [start, cell] of table) {
      const higher = lookUp(esaLimit, start);
      if (higher === undefined || start > lastDay) return unknown;
      if (offer.nation === "northern-ireland" && start >= northernIrelandUnseenFrom) return unknown;
      const keeps = (money: number, minutes: number): boolean => money <= 2000 || (money <= higher && minutes < 16 * 60);
      const worst = keeps(cell.high + cell.otherHigh, cell.minutesHigh);
      const best = keeps(cell.low + cell.otherLow, cell.minutesLow);
      verdicts[basis].add(worst ? "fits" : best ? "maybe" : "over");
    }
  }
  const say = (verdict: Set<string>): string => (verdict.has("over") ? "over" : verdict.has("maybe") ? "maybe" : "fits");
  const worked = say(verdicts.worked);
  const payment = say(verdicts.due) === say(verdicts.paid) ? say(verdicts.due) : "maybe";
  if (worked === "over" && payment === "over") return { outcome: "BREAKS_LIMIT_STOP" };
  if (worked !== "fits" || payment !== "fits") return unknown;
  return { outcome: facts.formSent === "yes" ? "WITHIN_LIMIT" : "NOTICE_FIRST" };
}

/** Carer's Allowance or Carer Support Payment by three tables of weeks. */
export function slowCarer(offer: Offer, situation: Situation, id: "carers-allowance" | "carer-support-payment"): SlowOpinion {
  const facts = situation.circumstances[id]!;
  const isScottish = id === "carer-support-payment";
  if ((offer.nation === "scotland") !== isScottish) return unknown;
  if (outside(offer, isScottish ? lastDayScottishCarers : lastDay)) return unknown;
  const found = things(offer, { costs: isScottish ? "unsure" : "sure", less: "unsure", pension: 0.5 }, false);
  if (found === "stuck") return unknown;
  if (found.every((thing) => thing.high === 0)) return { outcome: "NO_EFFECT" };
  const begins = isScottish ? "Sunday" : facts.weekBegins;
  const all = tables({ offer, things: found, other: situation.otherEarnings ?? { answer: "not-sure" }, begins, pension: 0.5 });
  if (all === "no-day") return unknown;
  let isOver = false;
  let isUnclear = false;
  let left = Infinity;
  let fitsAfterCare = true;
  for (const { table } of all) {
    for (const [start, cell] of table) {
      const limit = lookUp(isScottish ? scottishLimit : carerLimit, start);
      if (limit === undefined || start > (isScottish ? lastDayScottishCarers : lastDay)) return unknown;
      if (offer.nation === "northern-ireland" && start >= northernIrelandUnseenFrom) return unknown;
      const low = cell.low + cell.otherLow;
      const high = cell.high + cell.otherHigh;
      if (low > limit) isOver = true;
      else if (high > limit) isUnclear = true;
      left = Math.min(left, limit - high);
      const care = facts.careCostsWeeklyPence ?? 0;
      if (care === 0 || low - Math.min(care, Math.floor(low / 2)) > limit) fitsAfterCare = false;
    }
  }
  if (isOver) return { outcome: fitsAfterCare ? "UNKNOWN_ADVICE" : "BREAKS_LIMIT_STOP" };
  if (isUnclear || all.some((one) => reachesOverInAPeriod(one, found, isScottish ? scottishLimit : carerLimit))) return unknown;
  return { outcome: "WITHIN_LIMIT", left };
}

/**
 * Regulation 6(2)(a) by trying every length: a payment for meetings on several days is laid over 1, 2, 3 ... 52 whole weeks from its
 * own week on, and no week may go over whatever the lengths are. Payments of one week go together.
 */
function reachesOverInAPeriod(
  { basis, table }: { readonly basis: Basis; readonly table: Table },
  found: readonly Thing[],
  limits: readonly Row[],
): boolean {
  if (basis === "worked") return false;
  const several = found.filter((thing) => thing.high > 0 && new Set(thing.worked.map(([on]) => on)).size > 1);
  for (const [start, cell] of table) {
    let extra = 0;
    for (let weeksBefore = 1; weeksBefore < 52; weeksBefore++) {
      const from = start - 7 * weeksBefore;
      const together = several
        .filter((thing) => {
          const on = (basis === "due" ? thing.due : thing.paid)!;
          return on >= from && on <= from + 6;
        })
        .reduce((sum, thing) => sum + thing.high, 0);
      let largestShare = 0;
      for (let length = 1; length <= 52; length++) if (weeksBefore < length) largestShare = Math.max(largestShare, together / length);
      extra += Math.ceil(largestShare);
    }
    if (extra > 0 && cell.high + cell.otherHigh + extra > (lookUp(limits, start) ?? Infinity)) return true;
  }
  return false;
}

// --- Benefits that lose a share or all of what is above an ignored part ------------------------------------------------

/** The rows of all tables, week by week. */
function rowsOf(all: readonly { readonly table: Table }[]): readonly Cell[] {
  return all.flatMap(({ table }) => [...table.values()]);
}

const over = (amount: number, ignored: number): number => Math.max(0, amount - ignored);

/** New Style JSA: £5 a week kept, the rest lost, and none at all from 16 hours. */
export function slowJsa(offer: Offer, situation: Situation): SlowOpinion {
  const facts = situation.circumstances["new-style-jsa"]!;
  if (outside(offer)) return unknown;
  const found = things(offer, { costs: "sure", less: "unsure", pension: 0 }, false);
  if (found === "stuck") return unknown;
  if (offer.activities.length === 0 && found.every((thing) => thing.high === 0)) return { outcome: "NO_EFFECT" };
  const other = situation.otherEarnings ?? { answer: "not-sure" as const };
  const all = tables({ offer, things: found, other, begins: facts.weekBegins, pension: 0 });
  if (all === "no-day") return unknown;
  const rows = rowsOf(all);
  if (rows.length === 0) return unknown;
  if (rows.some((row) => row.minutesLow >= 16 * 60)) return { outcome: "BREAKS_LIMIT_STOP" };
  if (rows.some((row) => row.minutesHigh >= 16 * 60)) return unknown;
  if (rows.some((row) => row.high > 0 && row.otherHigh === Infinity)) return unknown;
  const lost = (row: Cell, beside: number): number => over(beside + row.high, 500) - over(beside, 500);
  if (rows.some((row) => row.high > 0 && lost(row, row.otherHigh) !== lost(row, row.otherLow))) return unknown;
  const withMost = Math.max(...rows.map((row) => lost(row, row.otherLow)));
  if (withMost === 0) return { outcome: "WITHIN_LIMIT" };
  if (found.some((thing) => thing.low !== thing.high)) return unknown;
  return { outcome: "REDUCES_BY", cuts: [withMost] };
}

const keptByHousingBenefit: Readonly<Record<string, number>> = { single: 500, couple: 1000, higher: 2000, "lone-parent": 2500 };

/** Housing Benefit: 65p in the pound above the ignored part, or nothing at all inside permitted work. */
export function slowHousing(offer: Offer, situation: Situation): SlowOpinion {
  const facts = situation.circumstances["housing-benefit"]!;
  if (offer.nation === "northern-ireland" || outside(offer)) return unknown;
  if (facts.guaranteeCredit === "yes") return { outcome: "NO_EFFECT" };
  const found = things(offer, { costs: "sure", less: "sure", pension: 0.5 }, false);
  if (found === "stuck") return unknown;
  if (found.every((thing) => thing.high === 0)) return { outcome: "NO_EFFECT" };
  const told = [facts.guaranteeCredit, facts.onUniversalCredit, facts.temporaryOrSupportedHousing];
  if (told.some((answer) => answer !== "no")) return unknown;
  const kept = keptByHousingBenefit[facts.disregard ?? ""];
  if (facts.permittedWorkEsa !== "yes" && (facts.permittedWorkEsa !== "no" || kept === undefined)) return unknown;
  const other = situation.otherEarnings ?? { answer: "not-sure" as const };
  const all = tables({ offer, things: found, other, begins: facts.weekBegins, pension: 0.5 });
  if (all === "no-day") return unknown;
  const rows = rowsOf(all);
  if (rows.length === 0) return unknown;
  if (facts.permittedWorkEsa === "yes") {
    for (const { table } of all) {
      for (const [start, row] of table) {
        const limit = lookUp(esaLimit, start);
        if (limit === undefined || start > lastDay) return unknown;
        if (row.high + row.otherHigh > limit || row.minutesHigh >= 16 * 60) return unknown;
      }
    }
    return { outcome: "NO_EFFECT" };
  }
  if (kept === undefined) return unknown;
  if (found.some((thing) => thing.low !== thing.high) || rows.some((row) => row.otherLow !== row.otherHigh)) return unknown;
  if (rows.every((row) => row.high + row.otherHigh <= kept)) return { outcome: "WITHIN_LIMIT" };
  const lost = Math.max(...rows.map((row) => over(row.otherLow + row.high, kept) - over(row.otherLow, kept)));
  return { outcome: "REDUCES_BY", cuts: [Math.floor((lost * 65 + 50) / 100)] };
}

/** Pension Credit: all above an ignored part of at least £5, so never less than that is told. */
export function slowPensionCredit(offer: Offer, situation: Situation): SlowOpinion {
  const facts = situation.circumstances["pension-credit"]!;
  if (outside(offer)) return unknown;
  const found = things(offer, { costs: "sure", less: "unsure", pension: 0.5 }, false);
  if (found === "stuck") return unknown;
  if (found.every((thing) => thing.high === 0)) return { outcome: "NO_EFFECT" };
  if (facts.part !== "guarantee") return unknown;
  const other = situation.otherEarnings ?? { answer: "not-sure" as const };
  const all = tables({ offer, things: found, other, begins: facts.weekBegins, pension: 0.5 });
  if (all === "no-day") return unknown;
  const rows = rowsOf(all);
  if (found.some((thing) => thing.low !== thing.high) || rows.some((row) => row.otherLow !== row.otherHigh)) return unknown;
  return { outcome: "REDUCES_BY", cuts: [Math.max(...rows.map((row) => over(row.otherLow + row.high, 500) - over(row.otherLow, 500)))] };
}

// --- Benefits that ask nothing about amounts --------------------------------------------------------------------------

const notInScotland = ["pip", "dla", "attendance-allowance"];
const inScotlandOnly = ["adult-disability-payment", "pension-age-disability-payment", "child-disability-payment", "scottish-adult-dla"];
const ended: Readonly<Record<string, readonly [string, boolean]>> = {
  "income-related-esa": ["2026-07-01", false],
  "income-support": ["2026-04-01", false],
  "income-based-jsa": ["2026-04-01", false],
  "tax-credits": ["2025-04-06", true],
};

/** Every benefit that has no amounts of its own here: disability benefits, ended ones, and those whose rules were not read. */
export function slowWithoutAmounts(offer: Offer, situation: Situation, id: string): SlowOpinion {
  if (outside(offer)) return unknown;
  const isScottish = offer.nation === "scotland";
  if (notInScotland.includes(id)) return isScottish ? unknown : { outcome: "NO_EFFECT" };
  if (inScotlandOnly.includes(id)) return isScottish ? { outcome: "NO_EFFECT" } : unknown;
  if (id === "council-tax-reduction" && offer.nation === "england") {
    return situation.circumstances[id]?.guaranteeCredit === "yes" ? { outcome: "NO_EFFECT" } : unknown;
  }
  const end = ended[id];
  if (end === undefined) return unknown;
  const [from, isEverywhere] = end;
  if (offer.nation === "northern-ireland" && !isEverywhere) return unknown;
  return touched(offer).some((on) => on < day(from)) ? unknown : { outcome: "CLOSED_CHECK" };
}
