// How things are measured: in rounds, peers in turn inside each round, so that a busy moment of the machine hits all alike.
// A ratio is taken within each round and its median reported (promises.md section 5).

/** The middle value; between two, their mean. Throws RangeError for no values at all. */
export function medianOf(values: readonly number[]): number {
  const ordered = values.toSorted((one, other) => one - other);
  const upper = ordered[Math.floor(ordered.length / 2)];
  const lower = ordered[Math.floor((ordered.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new RangeError("There is no median of no values");
  return (lower + upper) / 2;
}

/** The smallest value that at least this share of all values does not exceed; 0.99 for p99. Throws RangeError for none. */
export function percentileOf(values: readonly number[], share: number): number {
  const ordered = values.toSorted((one, other) => one - other);
  const found = ordered[Math.max(0, Math.ceil(ordered.length * share) - 1)];
  if (found === undefined) throw new RangeError("There is no percentile of no values");
  return found;
}

/** What a figure says of its rounds. */
export type Summary = { readonly value: number; readonly rounds: number; readonly low: number; readonly high: number };

/** Median, number of rounds and spread. Throws RangeError for no values at all. */
export function summaryOf(values: readonly number[]): Summary {
  return { value: medianOf(values), rounds: values.length, low: Math.min(...values), high: Math.max(...values) };
}

/** The ratio of each round to the peer's same round. Throws RangeError when one ran more rounds than the other. */
export function ratiosOf(ours: readonly number[], theirs: readonly number[]): readonly number[] {
  if (ours.length !== theirs.length) throw new RangeError(`${ours.length} rounds cannot be compared with ${theirs.length}`);
  return ours.map((value, round) => value / (theirs[round] ?? Number.NaN));
}

/** Who runs when: everybody once in each round, and each round begins with the next one, so that no place in the turn is anybody's own. */
export function turnsFor<Name extends string>(names: readonly Name[], rounds: number): readonly (readonly Name[])[] {
  return Array.from({ length: rounds }, (_, round) => {
    const first = round % names.length;
    return [...names.slice(first), ...names.slice(0, first)];
  });
}

/** Runs everybody once in each round, one after another, and keeps each one's measurements in order of rounds. */
export async function inTurns<Name extends string, Measured>(
  runners: Readonly<Record<Name, () => Measured | Promise<Measured>>>,
  rounds: number,
): Promise<Readonly<Record<Name, readonly Measured[]>>> {
  const names = Object.keys(runners) as Name[];
  const kept = Object.fromEntries(names.map((name) => [name, [] as Measured[]])) as Record<Name, Measured[]>;
  for (const turn of turnsFor(names, rounds)) {
    for (const name of turn) kept[name].push(await runners[name]());
  }
  return kept;
}

/** Milliseconds of processor time for one call, as the mean over as many calls as fill the given time on the clock. */
export function processorTimePerCall(work: () => unknown, fillMilliseconds: number): number {
  const started = performance.now();
  const before = process.cpuUsage();
  let calls = 0;
  do {
    work();
    calls += 1;
  } while (performance.now() - started < fillMilliseconds);
  return processorMillisecondsSince(before) / calls;
}

/**
 * Milliseconds of processor time for one piece of work that may wait. Processor time leaves out the moments in which the
 * machine does somebody else's work; it counts this process's collector and compiler too, so it never flatters.
 */
export async function processorTimeOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return processorMillisecondsSince(before);
}

/**
 * How much of one core this process gets when it wants all of it, from 0 to 1: well under 1 means that others are using
 * the machine, and that times on the clock say little. Takes about a third of a second.
 */
export function shareOfACore(): number {
  const started = performance.now();
  const before = process.cpuUsage();
  while (performance.now() - started < 300);
  return Math.min(1, processorMillisecondsSince(before) / (performance.now() - started));
}

function processorMillisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
