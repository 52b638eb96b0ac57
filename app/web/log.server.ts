// The log: one line for each request with the route's pattern, and one for each fault with its kind and place.
// Nothing a person typed, no path and no address goes in (promises.md R4, T25).
import pino from "pino";

const log = pino(
  { level: process.env["WELCOME_TABLE_LOG"] ?? "info", base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination({ dest: 2, sync: false }),
);

/** A request, by its pattern. */
export function logRequest(line: {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
}): void {
  log.info(line);
}

/** A fault: the kind of error and the places in our code it passed, never its message, which may hold a value. */
export function logFault(problem: unknown): void {
  const error = problem instanceof Error ? problem : new Error("not an Error");
  const places = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /u.test(line))
    .map((line) => line.trim().replace(/\(?(?:file:\/\/)?\/.*\/(?=[^/]+:\d+:\d+)/u, ""))
    .slice(0, 8);
  log.error({ fault: error.name, places });
}
