// Starts the real app as its own process for a test: a free port, a data folder of its own, logs kept, everything ended with it.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where a started app lives. */
export type Place = { readonly port: number; readonly baseUrl: string; readonly dataFolder: string };

export type AppCommand = {
  /** The program and its arguments. */
  readonly command: readonly [program: string, ...words: string[]];
  /** What the app is told through its environment; usually made from the place. Added to the test's own environment. */
  readonly env?: (place: Place) => Readonly<Record<string, string>>;
  /** What the app prints, on either stream, once it answers. */
  readonly readyPattern: RegExp;
  readonly workingFolder?: string;
  /** Default 60 seconds. */
  readonly readyWithinMilliseconds?: number;
  /** A folder kept from an earlier start; without it a temporary one is made, and removed at `stop`. */
  readonly dataFolder?: string;
  readonly port?: number;
};

export type RunningApp = Place & {
  /** Everything the app has printed so far, both streams in order of arrival. */
  readonly logs: () => string;
  /** What the ready pattern matched: its groups may carry links that the app printed. */
  readonly ready: RegExpExecArray;
  /** Asks the app and all it started to end, insists after five seconds, and removes a data folder made for it. */
  readonly stop: () => Promise<void>;
  /** Ends it at once, as a power cut would; the data folder stays for the next start. */
  readonly kill: () => Promise<void>;
};

/** Starts the app and waits until it is ready. Throws with the app's own words if it ends or says nothing in time. */
export async function startApp(asked: AppCommand): Promise<RunningApp> {
  const port = asked.port ?? (await freePort());
  const dataFolder = asked.dataFolder ?? (await mkdtemp(join(tmpdir(), "welcome-table-data-")));
  const place: Place = { port, baseUrl: `http://localhost:${port}`, dataFolder };
  const [program, ...words] = asked.command;
  // A group of its own, so that ending it ends whatever it has started.
  const child = spawn(program, words, {
    cwd: asked.workingFolder ?? process.cwd(),
    env: { ...process.env, ...asked.env?.(place) },
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  const endWithTest = (): void => signal(child, "SIGKILL");
  process.once("exit", endWithTest);
  const gone = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, by) => resolve(by === null ? `it ended with ${code ?? "no code"}` : `it was ended by ${by}`));
  });
  void gone.then(() => process.removeListener("exit", endWithTest));

  async function end(by: NodeJS.Signals): Promise<void> {
    signal(child, by);
    const insist = setTimeout(() => signal(child, "SIGKILL"), 5_000);
    await gone;
    clearTimeout(insist);
    // The leader may be gone while something it started lives on.
    signal(child, "SIGKILL");
  }

  const removeData = async (): Promise<void> => {
    if (asked.dataFolder === undefined) await rm(dataFolder, { recursive: true, force: true });
  };

  let printed = "";
  const ready = await new Promise<RegExpExecArray | string>((resolve) => {
    const limit = asked.readyWithinMilliseconds ?? 60_000;
    const timer = setTimeout(() => resolve(`it was not ready after ${limit / 1000} seconds`), limit);
    const listen = (chunk: Buffer): void => {
      printed += chunk.toString("utf8");
      const match = asked.readyPattern.exec(printed);
      if (match === null) return;
      clearTimeout(timer);
      resolve(match);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    void gone.then((how) => {
      clearTimeout(timer);
      resolve(how);
    });
  });
  if (typeof ready === "string") {
    await end("SIGKILL");
    await removeData();
    throw new Error(`${asked.command.join(" ")} did not start: ${ready}. It said:\n${printed.trim() || "(nothing)"}`);
  }

  return {
    ...place,
    ready,
    logs: () => printed,
    stop: async () => {
      await end("SIGTERM");
      await removeData();
    },
    kill: () => end("SIGKILL"),
  };
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("The system gave no port.")),
      );
    });
  });
}

function signal(child: ChildProcess, by: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(by);
    else process.kill(-child.pid, by);
  } catch (error) {
    // Nothing of the group is left: that is what was wanted.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
