// The built application as a process of its own: ours, or the same build under the framework's stock server. Each bench run
// has one throw-away data folder, which both may read at once.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export type ServerKind = "ours" | "stock";

/** Where an installation keeps its data and its key. */
export type Installation = { readonly folder: string; readonly remove: () => void };

export type RunningApp = {
  readonly address: string;
  /** From starting the process to the first whole answer with status 200. */
  readonly startMilliseconds: number;
  /** What it printed so far; only ours prints anything worth reading. */
  readonly printed: () => string;
  /** Memory of the process in megabytes now, and the most it ever had; null where this system does not say. */
  readonly memory: () => Memory | null;
  /** Milliseconds of processor time it has used so far, in steps of 10; null where this system does not say. */
  readonly processorMilliseconds: () => number | null;
  /** Asks it to end, and insists after five seconds. */
  readonly stop: () => Promise<void>;
};

/** Megabytes of 1,048,576 bytes. `most` is null where only the present is known. */
export type Memory = { readonly now: number; readonly most: number | null };

const pollMilliseconds = 5;
const startWithinMilliseconds = 120_000;

/** An empty folder for an installation that nobody else has. */
export function makeInstallation(): Installation {
  const folder = mkdtempSync(join(tmpdir(), "welcome-table-bench-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Starts a server on a free port and waits for the first 200 to "/". Throws with the server's own words if it ends or never answers. */
export async function startServer(kind: ServerKind, installation: Installation): Promise<RunningApp> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  // Ours as npm start runs it (scripts/run.mjs); the stock server as its own command runs it.
  const words =
    kind === "ours"
      ? ["--max-semi-space-size=8", "--heap-growing-percent=30", "scripts/serve.ts"]
      : [join("node_modules", "@remix-run", "serve", "dist", "cli.js"), "build/server/index.js"];
  for (const file of [words.find((word) => !word.startsWith("--")) ?? "", join("build", "server", "index.js")])
    if (!existsSync(file)) throw new Error(`There is no ${file}: run npm run bench, which installs and builds first.`);

  const started = performance.now();
  const child = spawn(process.execPath, words, {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      HOST: "localhost",
      WELCOME_TABLE_HOST: "localhost",
      WELCOME_TABLE_ORIGIN: address,
      WELCOME_TABLE_DATA: join(installation.folder, "data"),
      WELCOME_TABLE_KEY_FILE: join(installation.folder, "key"),
    },
    // The stock server logs each request here; ours logs to standard error. Both write, and nothing reads.
    stdio: ["ignore", kind === "ours" ? "pipe" : "ignore", "ignore"],
  });
  let printed = "";
  child.stdout?.on("data", (chunk: Buffer) => (printed += chunk.toString("utf8")));
  let ended = false;
  const gone = new Promise<void>((resolve) => {
    const end = (): void => {
      ended = true;
      resolve();
    };
    child.once("exit", end);
    child.once("error", end);
  });
  const endWithUs = (): void => void child.kill("SIGKILL");
  process.once("exit", endWithUs);
  void gone.then(() => process.removeListener("exit", endWithUs));

  const stop = async (): Promise<void> => {
    if (ended) return;
    child.kill("SIGTERM");
    const insist = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await gone;
    clearTimeout(insist);
  };

  while (!ended && performance.now() - started < startWithinMilliseconds) {
    if (await answers(address)) {
      const startMilliseconds = performance.now() - started;
      return {
        address,
        startMilliseconds,
        printed: () => printed,
        memory: () => memoryOf(child.pid),
        processorMilliseconds: () => processorMillisecondsOf(child.pid),
        stop,
      };
    }
    await pause(pollMilliseconds);
  }
  const how = ended ? "ended before it answered" : "did not answer in two minutes";
  await stop();
  throw new Error(`The ${kind} server ${how}. It said: ${printed.trim() || "nothing"}`);
}

/** The addresses our server printed, by the words in front of them. Waits a moment: they come just after the first answer. */
export async function printedLinks(app: RunningApp): Promise<readonly { readonly who: string; readonly path: string }[]> {
  for (let tries = 0; tries < 200 && !app.printed().includes("Stop it with"); tries += 1) await pause(25);
  return [...app.printed().matchAll(/^\s+(.+): (https?:\/\/\S+)$/gmu)].map(([, who = "", link = ""]) => ({
    who,
    path: new URL(link).pathname,
  }));
}

/** Memory of a process: from /proc on Linux, from ps elsewhere. */
export function memoryOf(pid: number | undefined): Memory | null {
  if (pid === undefined) return null;
  if (process.platform === "linux") {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const megabytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "mu").exec(status)?.[1]) / 1024;
    return { now: megabytes("VmRSS"), most: megabytes("VmHWM") };
  }
  if (process.platform === "win32") return null;
  const kilobytes = Number(spawnSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim());
  return kilobytes > 0 ? { now: kilobytes / 1024, most: null } : null;
}

// The 14th and 15th words of /proc/<pid>/stat, counted after the name, which may hold spaces; in hundredths of a second.
function processorMillisecondsOf(pid: number | undefined): number | null {
  if (pid === undefined || process.platform !== "linux") return null;
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const words = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(words[11]) + Number(words[12])) * 10;
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { headers: { Connection: "close" } });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false; // nobody is listening yet
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "localhost", () => {
      const place = server.address();
      server.close(() =>
        typeof place === "object" && place !== null ? resolve(place.port) : reject(new Error("The system gave no port.")),
      );
    });
  });
}
