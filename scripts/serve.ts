// `npm start`: takes the port, opens the installation, makes the example on the first start, and says where to go.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/server-runtime";
import { makeApplication, makeServer, type Connection } from "#app/web/server.ts";

type FromEntry = {
  readonly openTheInstance: () => Promise<void>;
  readonly closeInstance: () => Promise<void>;
  readonly startSendingMail: () => () => void;
  readonly exampleLinks: () => Promise<readonly { readonly who: string; readonly address: string }[]>;
  readonly logRequest: (line: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly milliseconds: number;
  }) => void;
};

process.env["NODE_ENV"] = "production";
const port = Number(process.env["PORT"] ?? "3000");
const buildFile = join(process.cwd(), "build", "server", "index.js");
if (!existsSync(buildFile)) stop("The pages are not built yet: use npm start, which builds them.");

let answer: (request: Request, connection: Connection) => Response | Promise<Response> = () =>
  new Response("Starting. Try again in a moment.", { status: 503, headers: { "Retry-After": "1" } });
const server = makeServer({ fetch: (request, connection) => answer(request, connection) });
server.on("error", (problem: NodeJS.ErrnoException) => {
  if (problem.code === "EADDRINUSE")
    stop(`Port ${port} is in use by another program: stop that one, or choose another port, like PORT=3001 npm start.`);
  if (problem.code === "EACCES") stop(`Port ${port} may not be used by this account: choose another port, like PORT=3001 npm start.`);
  throw problem;
});
// A port that is no port is told together with all other settings that are wrong, when the installation opens.
if (Number.isInteger(port) && port >= 0 && port <= 65_535)
  server.listen(port, process.env["WELCOME_TABLE_HOST"] ?? "localhost", () => void begin());
else void begin();

async function begin(): Promise<void> {
  const build = (await import(pathToFileURL(buildFile).href)) as ServerBuild;
  const entry = build.entry.module as unknown as FromEntry; // extra exports of entry.server, which Remix's type does not know
  try {
    await entry.openTheInstance();
  } catch (problem) {
    stop(problem instanceof Error ? problem.message : String(problem));
  }
  const origin = process.env["WELCOME_TABLE_ORIGIN"] ?? `http://localhost:${port}`;
  const application = makeApplication({ build, origin, clientFolder: "build/client", log: entry.logRequest });
  answer = (request, connection) => application.fetch(request, connection);
  const stopSending = entry.startSendingMail();

  const links = await entry.exampleLinks();
  say(`Welcome Table is ready: ${origin}`);
  for (const { who, address } of links) say(`  ${who}: ${address}`);
  say("Stop it with Ctrl+C. Everything is saved as it happens.");

  let closing = false;
  const close = (): void => {
    if (closing) return;
    closing = true;
    stopSending();
    const done = (): void => void entry.closeInstance().then(() => process.exit(0));
    server.close(done);
    server.closeIdleConnections();
    setTimeout(done, 10_000).unref();
  };
  process.on("SIGTERM", close);
  process.on("SIGINT", close);
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
