// What a bench hands back, and how it is said: one line each, with the figure last. Only a "must" that falls short fails a run.

export type Limit = {
  /** A "must" stops a release; a "goal" is only watched (promises.md). */
  readonly level: "must" | "goal";
  readonly is: "at most" | "at least";
  readonly value: number;
  /** A time on the clock: on a busy machine it says nothing of the program, so there it is said and not judged. */
  readonly onlyAtRest?: true;
};

/** Something measured. `low` and `high` are the quickest and slowest round, in the same unit. */
export type Figure = {
  readonly kind: "figure";
  readonly bench: string;
  readonly name: string;
  readonly value: number;
  /** Follows the number: "ms", "requests/s", "×". */
  readonly unit: string;
  readonly limit?: Limit;
  readonly rounds?: number;
  readonly low?: number;
  readonly high?: number;
  /** Others were using the machine meanwhile. */
  readonly whileBusy?: true;
};

/** Something that could not be measured here. It is said, so that nobody takes silence for a pass. */
export type NotMeasured = { readonly kind: "not-measured"; readonly bench: string; readonly name: string; readonly because: string };

export type Finding = Figure | NotMeasured;

export type Judgement = "no-limit" | "kept" | "falls-short" | "not-judged";

/** Whether a figure keeps its limit. A value equal to the limit keeps it. A time on the clock is not judged on a busy machine. */
export function judge({ value, limit, whileBusy }: Figure): Judgement {
  if (limit === undefined) return "no-limit";
  const isKept = limit.is === "at most" ? value <= limit.value : value >= limit.value;
  if (isKept) return "kept";
  return limit.onlyAtRest && whileBusy ? "not-judged" : "falls-short";
}

/** The same findings, marked as measured while others used the machine. */
export function markedBusy(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => (finding.kind === "figure" ? { ...finding, whileBusy: true } : finding));
}

/** The findings that must stop a release: a "must" that fell short. What was not measured is not among them. */
export function shortfallsIn(findings: readonly Finding[]): readonly Figure[] {
  return findings
    .filter((finding) => finding.kind === "figure")
    .filter((figure) => figure.limit?.level === "must" && judge(figure) === "falls-short");
}

/** One line for people, the figure last: "pages  plan page, p99; 5 rounds, 20.1 to 25 ms; goal at most 50 ms, kept: 22.4 ms". */
export function lineOf(finding: Finding): string {
  const start = `${finding.bench.padEnd(8)} ${finding.name}`;
  if (finding.kind === "not-measured") return `${start}: not measured, because ${finding.because}`;
  const { value, unit, limit, rounds, low, high } = finding;
  const parts = [start];
  if (rounds !== undefined && low !== undefined && high !== undefined)
    parts.push(`${rounds} rounds, ${numberInFigures(low)} to ${amount(high, unit)}`);
  if (limit !== undefined) parts.push(`${limit.level} ${limit.is} ${amount(limit.value, unit)}, ${said[judge(finding)]}`);
  return `${parts.join("; ")}: ${amount(value, unit)}`;
}

const said: Readonly<Record<Judgement, string>> = {
  "no-limit": "",
  kept: "kept",
  "falls-short": "FALLS SHORT",
  "not-judged": "not judged on a busy machine",
};

/** Three significant figures, no exponent, no grouping: 0.0312, 4.2, 187, 12841. */
export function numberInFigures(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size >= 100) return String(Math.round(value));
  const places = size === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(size)));
  return String(Number(value.toFixed(Math.min(places, 9))));
}

function amount(value: number, unit: string): string {
  return unit === "×" ? `${numberInFigures(value)}×` : `${numberInFigures(value)} ${unit}`;
}
