// How long a start takes on an existing example, beside the stock server on the same build and data, and what it needs at rest.
import { setTimeout as pause } from "node:timers/promises";
import type { Bench } from "./bench.ts";
import type { Figure } from "./figures.ts";
import { inTurns, ratiosOf, summaryOf } from "./rounds.ts";
import { startServer, type Memory } from "./running-app.ts";

// After a start the engine gives back what starting took only after a good while without work.
const restMilliseconds = 30_000;

/** Start to first answer, and memory at rest. The first start of all, which makes the example, is its own figure. */
export const startBench: Bench = async ({ installation, rounds }) => {
  const figure = (name: string, unit: string): Pick<Figure, "kind" | "bench" | "name" | "unit"> => ({
    kind: "figure",
    bench: "start",
    name,
    unit,
  });
  const first = await startServer("ours", installation.get());
  await first.stop();

  const atRest: Memory[] = [];
  const started = await inTurns(
    {
      ours: async () => {
        const app = await startServer("ours", installation.get());
        if (atRest.length === 0) await pause(restMilliseconds);
        const memory = app.memory();
        if (memory !== null) atRest.push(memory);
        await app.stop();
        return app.startMilliseconds;
      },
      stock: async () => {
        const app = await startServer("stock", installation.get());
        await app.stop();
        return app.startMilliseconds;
      },
    },
    rounds,
  );
  const [resting] = atRest;
  return [
    { ...figure("first start of all, the example made", "ms"), value: first.startMilliseconds },
    {
      ...figure("start to first answer on an existing example", "ms"),
      ...summaryOf(started.ours),
      limit: { level: "must", is: "at most", value: 1_000, onlyAtRest: true },
    },
    { ...figure("the stock server's start to first answer", "ms"), ...summaryOf(started.stock) },
    { ...figure("start against the stock server (under 1 is quicker)", "×"), ...summaryOf(ratiosOf(started.ours, started.stock)) },
    resting === undefined
      ? { kind: "not-measured", bench: "start", name: "memory at rest", because: "this system does not say how much memory a process has" }
      : {
          ...figure("memory at rest, half a minute after a start", "MB"),
          value: resting.now,
          limit: { level: "must", is: "at most", value: 200 },
        },
  ];
};
