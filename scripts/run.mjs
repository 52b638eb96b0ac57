// The one door behind every npm command. It runs on plain Node 20.19, brings the project to the point where it can run
// (packages, Node 24, build), and hands over. It speaks on standard error only, so that commands may speak JSON on standard output.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, watch, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command = "", ...rest] = process.argv.slice(2);

const checks = [
  ["types", "tsc", ["--noEmit"]],
  [
    "lint",
    "eslint",
    ["app", "db", "scripts", "tests", "--cache-strategy", "content", "--max-warnings", "0", "--cache", "--cache-location", ".cache/eslint"],
  ],
  ["format", "prettier", ["--check", "--log-level", "warn", "."]],
  ["import rules", "depcruise", ["app", "db", "scripts", "--config", ".dependency-cruiser.cjs", "--output-type", "err"]],
  ["dead code", "knip", ["--no-progress"]],
];

// Little room for young objects, and a heap that grows in small steps: the server then stays within 300 MB (promises.md S-e), and
// answers about a twentieth fewer pages a second than it could with half as much memory again.
const server = ["--max-semi-space-size=8", "--heap-growing-percent=30", "scripts/serve.ts"];

/** What `npm test` runs: everything but the rounds that look at every page in each of its states, which take as long again. */
const everyday = ["unit", "web", "browser"].flatMap((name) => ["--project", name]);

/** name → what it needs first, and what it then runs. */
const commands = {
  start: { build: true, run: () => run(nodeProgram(), [...server, ...rest], {}) },
  test: { build: true, run: () => tool("vitest", ["run", ...(rest.length === 0 ? everyday : rest)]) },
  "test:pages": { build: true, run: () => tool("vitest", ["run", "--project", "pages", ...rest]) },
  "test:full": { build: true, run: () => tool("vitest", ["run", ...rest], { TEST_FULL: "1" }) },
  check: { run: checkEverything },
  bench: { build: true, run: () => node("scripts/bench.ts", rest) },
  dev: { build: true, run: develop },
  pack: { run: () => node("scripts/pack.ts", rest) },
  figures: { run: () => node("scripts/figures.ts", rest) },
  "plan-meeting": { run: () => node("scripts/plan-meeting.ts", rest) },
  "check-payment": { run: () => node("scripts/check-payment.ts", rest) },
  "price-claim": { run: () => node("scripts/price-claim.ts", rest) },
  "migrate:generate": { run: () => tool("drizzle-kit", ["generate", ...rest]) },
};

const wanted = commands[command];
if (!wanted) stop(`There is no command called "${command}". There are: ${Object.keys(commands).join(", ")}.`);
try {
  await install();
  if (wanted.build) await build();
  process.exitCode = await wanted.run();
} catch (problem) {
  stop(inOneSentence(problem));
}

async function install() {
  const lock = readFileSync(join(root, "package-lock.json"));
  const stamp = join(root, "node_modules", ".installed");
  const now = createHash("sha256").update(lock).update(process.platform).update(process.arch).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  say("Installing packages. The first time this takes about a minute.");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const code = npm
    ? await run(process.execPath, [npm, ...args], { collect: true })
    : await run("npm", args, { collect: true, shell: process.platform === "win32" });
  if (code !== 0) throw new Error(`npm ci: ${collected.join("").slice(-4000)}`);
  writeFileSync(stamp, now);
}

async function build() {
  const stamp = join(root, "build", ".built-from");
  const now = fingerprintOf(["app", "db", "public", "vite.config.ts", "package-lock.json"]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  say("Building the pages. This takes about 15 seconds.");
  const code = await tool("remix", ["vite:build", "--logLevel", "error"], { NODE_ENV: "production" }, { collect: true });
  if (code !== 0) throw new Error(`build: ${collected.join("").slice(-4000)}`);
  mkdirSync(join(root, "build"), { recursive: true });
  writeFileSync(stamp, now);
}

async function checkEverything() {
  let worst = 0;
  for (const [name, program, args] of checks) {
    const started = Date.now();
    const code = await tool(program, args);
    say(`${code === 0 ? "ok    " : "FAILED"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    if (code !== 0) worst = 1;
  }
  return worst;
}

async function develop() {
  let running = startServer();
  let timer;
  for (const folder of ["app", "db", "public"]) {
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        try {
          await build();
          running.kill("SIGTERM");
          running = startServer();
        } catch (problem) {
          say(inOneSentence(problem));
        }
      }, 150);
    });
  }
  return new Promise(() => {});
  function startServer() {
    return spawn(nodeProgram(), [...server, ...rest], { cwd: root, stdio: "inherit", env: environment() });
  }
}

function node(script, args) {
  return run(nodeProgram(), [script, ...args], {});
}

function tool(name, args, env = {}, options = {}) {
  const file = join(root, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);
  return run(file, args, { env, shell: process.platform === "win32", ...options });
}

// better-sqlite3 13 crashes without a word on Node 20, so everything after set-up runs on the Node that came with the packages.
function nodeProgram() {
  const major = Number(process.versions.node.split(".")[0]);
  const brought = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
  if (existsSync(brought)) return brought;
  if (major >= 24) return process.execPath;
  throw new Error(`platform: ${process.platform} ${process.arch}`);
}

function environment(extra = {}) {
  const path = join(root, "node_modules", ".bin");
  const separator = process.platform === "win32" ? ";" : ":";
  return { ...process.env, PATH: `${path}${separator}${process.env.PATH ?? ""}`, ...extra };
}

var collected;
function run(program, args, { env = {}, collect = false, shell = false }) {
  collected = [];
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      shell,
      env: environment(env),
      stdio: collect ? ["ignore", "pipe", "pipe"] : "inherit",
    });
    if (collect) for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => collected.push(String(chunk)));
    const pass = (signal) => child.kill(signal);
    process.on("SIGINT", pass);
    process.on("SIGTERM", pass);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      process.off("SIGINT", pass);
      process.off("SIGTERM", pass);
      resolve(code ?? (signal === "SIGINT" || signal === "SIGTERM" ? 0 : 1));
    });
  });
}

function fingerprintOf(places) {
  const hash = createHash("sha256");
  const visit = (place) => {
    const full = join(root, place);
    if (!existsSync(full)) return;
    const info = statSync(full);
    if (info.isDirectory())
      return readdirSync(full)
        .sort()
        .forEach((name) => visit(join(place, name)));
    hash.update(`${place}\n`).update(readFileSync(full));
  };
  places.forEach(visit);
  return hash.digest("hex");
}

function inOneSentence(problem) {
  const text = String(problem?.message ?? problem);
  if (/ENOSPC/u.test(text)) return "There is no space left on this disk: free about 1 GB and run the same command again.";
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/u.test(text)) {
    return "The packages could not be fetched because the network did not answer: connect to the internet once and run the same command again.";
  }
  if (/EACCES|EPERM/u.test(text))
    return "This folder cannot be written to: use a folder that belongs to you and run the same command again.";
  if (/EBADPLATFORM|^platform:/u.test(text)) {
    return `Welcome Table brings its own Node 24 for Linux, Windows and Apple silicon, and this machine (${process.platform} ${process.arch}) is none of these: install Node 24 yourself and run the same command again.`;
  }
  return `It could not go on. What the tools said:\n${text}`;
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

function stop(sentence) {
  say(sentence);
  process.exit(1);
}
