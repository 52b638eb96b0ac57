// `npm run bench`: runs each bench, says each figure on one line with the figure last, and ends with 1 when a "must" falls
// short or an answer is wrong. `--only <name>`, `--full` and `--json` choose what and how.
import { availableParallelism, loadavg } from "node:os";
import { readArguments } from "./bench/arguments.ts";
import { benefitsBench } from "./bench/benefits.ts";
import { shareInstallation, type Bench } from "./bench/bench.ts";
import { lineOf, markedBusy, numberInFigures, shortfallsIn, type Finding } from "./bench/figures.ts";
import { pagesBench } from "./bench/pages.ts";
import { pdfBench } from "./bench/papers.ts";
import { eightyBench } from "./bench/eighty.ts";
import { planBench } from "./bench/planning.ts";
import { paymentsBench } from "./bench/payments.ts";
import { memoryOf } from "./bench/running-app.ts";
import { shareOfACore } from "./bench/rounds.ts";
import { startBench } from "./bench/start.ts";

// The papers come first, while this process is still small, so that the memory they take can be told from the rest.
const benches = {
  pdf: pdfBench,
  payments: paymentsBench,
  plan: planBench,
  eighty: eightyBench,
  benefits: benefitsBench,
  start: startBench,
  pages: pagesBench,
} satisfies Record<string, Bench>;
type Name = keyof typeof benches;

/** Below this share of a core somebody else is using the machine. */
const quietShare = 0.9;

const asked = readArguments(process.argv.slice(2), Object.keys(benches) as Name[]);
if (!asked.ok) {
  process.stderr.write(`${asked.refusal}\n`);
  process.exit(2);
}
const { only, full, json } = asked.value;

const installation = shareInstallation();
// Interrupted, it still ends the servers it started and leaves no data behind.
process.once("exit", () => installation.remove());
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
const findings: Finding[] = [];
const wrong: string[] = [];
const shares = [shareOfACore()];
say(`On ${availableParallelism()} cores with Node ${process.versions.node}; load average ${numberInFigures(load())}.`);
try {
  for (const name of only) {
    try {
      const found = await benches[name]({ rounds: full ? 11 : 5, roundMilliseconds: full ? 3_000 : 1_000, full, installation });
      shares.push(shareOfACore());
      keep(Math.min(...shares.slice(-2)) < quietShare ? markedBusy(found) : found);
    } catch (problem) {
      shares.push(shareOfACore());
      wrong.push(`${name}: ${problem instanceof Error ? problem.message : String(problem)}`);
    }
  }
} finally {
  installation.remove();
}
const memory = memoryOf(process.pid);
if (memory !== null) keep([{ kind: "figure", bench: "memory", name: "this process after all", value: memory.now, unit: "MB" }]);

const shortfalls = shortfallsIn(findings);
const share = Math.min(...shares);
if (json) {
  const machine = { node: process.versions.node, cores: availableParallelism(), loadAverage: load(), shareOfACore: share };
  process.stdout.write(`${JSON.stringify({ ...machine, findings, wrong, fallingShort: shortfalls.map(lineOf) }, null, 2)}\n`);
}
if (share < quietShare)
  say("Others were using this machine, so times on the clock are longer than at rest; ratios, bytes and processor times hold better.");
for (const sentence of wrong) process.stderr.write(`WRONG ${sentence}\n`);
for (const figure of shortfalls) process.stderr.write(`FALLS SHORT ${lineOf(figure)}\n`);
say(
  `Load average ${numberInFigures(load())}, least share of a core ${numberInFigures(share)}; falling short or wrong: ${shortfalls.length + wrong.length}`,
);
process.exitCode = shortfalls.length + wrong.length > 0 ? 1 : 0;

function keep(found: readonly Finding[]): void {
  findings.push(...found);
  for (const finding of found) say(lineOf(finding));
}

function load(): number {
  return loadavg()[0] ?? 0;
}

function say(sentence: string): void {
  if (!json) process.stdout.write(`${sentence}\n`);
}
