// The web server: Hono in front of Remix. Limits, headers, the origin check, the form token, static files and the log are
// here, before the framework sees a request. It imports no service: what it needs comes from the Remix build, so that
// there is one database and one lock (decision 37).
import { createServer, type Server } from "node:http";
import { randomBytes } from "node:crypto";
import { getRequestListener } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import type { ServerBuild } from "@remix-run/server-runtime";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { secureHeaders } from "hono/secure-headers";
import { keepOwnSession, sessionCookie, sessionTokenOf } from "./cookie.ts";
import { addressOf, watchGuessing } from "./guessing.ts";
import { plainPage } from "./plain-page.ts";
import { servedRoutes } from "./served-routes.ts";
import { takesFiles } from "./upload-routes.ts";

/** What the Remix build hands to the server, exported by app/entry.server.tsx. */
export type FromTheBuild = {
  readonly formTokenFits: (session: string, token: string) => Promise<boolean>;
};

export type ServerOptions = {
  readonly build: ServerBuild;
  readonly origin: string;
  readonly clientFolder: string;
  /** One line for each request: the route's pattern, never its path. */
  readonly log: (line: { readonly method: string; readonly route: string; readonly status: number; readonly milliseconds: number }) => void;
};

export const limits = { form: 64 * 1024, upload: 26 * 1024 * 1024, fields: 500, field: 20 * 1024 } as const;

/** How a request came in. Absent where the application is asked in its own process. */
export type Connection = { readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } } };

/** The whole application as a fetch handler. */
export function makeApplication({ build, origin, clientFolder, log }: ServerOptions): Hono<{ Bindings: Connection }> {
  const fromTheBuild = build.entry.module as unknown as FromTheBuild; // extra exports of entry.server, which Remix's type does not know
  const routes = servedRoutes(build);
  const guessing = watchGuessing(() => performance.now());
  const application = new Hono<{ Bindings: Connection }>();

  application.use(async (context, next) => {
    const started = performance.now();
    await next();
    const { pathname } = new URL(context.req.url);
    log({
      method: context.req.method,
      route: routes.patternOf(pathname),
      status: context.res.status,
      milliseconds: Math.round(performance.now() - started),
    });
  });
  application.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        mediaSrc: ["'self'"],
        scriptSrc: ["'none'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
      strictTransportSecurity: "max-age=63072000; includeSubDomains",
      referrerPolicy: "same-origin",
      xFrameOptions: "DENY",
      crossOriginOpenerPolicy: "same-origin",
      crossOriginResourcePolicy: "same-origin",
      permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [], fullscreen: [], displayCapture: [] },
    }),
  );
  application.use(compress());
  application.use(async (context, next) => {
    await next();
    if (!context.res.headers.has("Cache-Control")) context.header("Cache-Control", keptFor(context.req.path, context.res.status));
  });
  application.use((context, next) => {
    if (hostIsOurs(context.req.header("host"), origin)) return next();
    return Promise.resolve(context.html(plainPage("We cannot find that page", "Check the address."), 400));
  });
  application.use((context, next) => {
    // The framework would write a path it cannot read to the log, and a path can be a private link.
    if (isReadable(new URL(context.req.url).pathname)) return next();
    return Promise.resolve(context.html(notFoundPage, 404));
  });
  for (const folder of ["/assets/*", "/fonts/*", "/images/*"]) application.use(folder, serveStatic({ root: clientFolder }));
  application.use("/favicon.ico", serveStatic({ root: clientFolder }));

  application.use(async (context, next) => {
    if (!routes.patternOf(context.req.path).includes(":token")) return next();
    const address = addressOf(context.env?.incoming?.socket.remoteAddress, context.req.header("x-forwarded-for"));
    if (address === null) return next();
    if (guessing.hasToWait(address)) return context.html(waitPage, 429, { "Retry-After": "900" });
    await next();
    if (context.res.status === 404) guessing.noteMiss(address);
  });
  application.use(async (context, next) => {
    const { method } = context.req;
    if (method === "GET" || method === "HEAD") return next();
    // Our pages send forms by POST and nothing else, so nothing else is answered (promises.md R2).
    if (method !== "POST") return context.html(notFoundPage, 405, { Allow: "GET, HEAD, POST" });
    if (!comesFromOurPages(context.req.raw.headers, origin)) return context.html(refusedPage, 403);
    return next();
  });
  const tooLarge = bodyLimit({ maxSize: limits.form, onError: (context) => context.html(tooLargePage, 413) });
  const uploadTooLarge = bodyLimit({ maxSize: limits.upload, onError: (context) => context.html(tooLargePage, 413) });
  application.use((context, next) => {
    const hasFiles = (context.req.header("content-type") ?? "").startsWith("multipart/form-data");
    return hasFiles && takesFiles(context.req.path) ? uploadTooLarge(context, next) : tooLarge(context, next);
  });

  application.all("*", async (context) => {
    const { method } = context.req;
    const headers = withoutForwarding(context.req.raw.headers);
    keepOwnSession(headers, origin);
    let session = sessionTokenOf(headers);
    let given: string | undefined;
    if (session === null) {
      given = session = randomBytes(32).toString("base64url");
      headers.append("Cookie", sessionCookie(origin, session).split(";")[0] ?? "");
      headers.set("Cookie", (headers.get("Cookie") ?? "").replace(", ", "; "));
    }
    if (asksForDataAlone(new URL(context.req.url))) return context.html(notFoundPage, 404);
    const init: RequestInit = { method, headers, signal: context.req.raw.signal };
    if (method === "POST") {
      // Where the form came from was judged above; the framework would judge it again, and answer "null" with a fault.
      headers.delete("Origin");
      const body = await context.req.raw.arrayBuffer();
      const form = await formIn(body, headers.get("Content-Type"));
      if (form === null) return context.html(refusedPage, 400);
      if (form.fields > limits.fields || form.longest > limits.field) return context.html(tooLargePage, 413);
      if (!(await fromTheBuild.formTokenFits(session, form.token))) return context.html(refusedPage, 403);
      init.body = body;
    }
    const response = await routes.answer(new Request(ownAddress(context.req.url, origin), init));
    if (given === undefined || response.headers.has("Set-Cookie")) return response;
    const answer = new Response(response.body, response);
    answer.headers.append("Set-Cookie", sessionCookie(origin, given));
    return answer;
  });
  application.onError((_problem, context) =>
    context.html(plainPage("Sorry, something went wrong", "Your last saved answers are safe. Try again in a few minutes."), 500),
  );
  return application;
}

/** A Node server for the application, with the time limits of promises.md T26. */
export function makeServer(application: {
  readonly fetch: (request: Request, connection: Connection) => Response | Promise<Response>;
}): Server {
  const listener = getRequestListener((request, connection) => application.fetch(request, connection));
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000, maxHeaderSize: 16 * 1024 },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  server.maxConnections = 1_000;
  return server;
}

const refusedPage = plainPage(
  "We could not accept that form",
  "Nothing was saved. Go back to the page, open it again and send the form from there. If your browser blocks cookies, allow them for this site.",
);
const waitPage = plainPage(
  "Wait before you try again",
  "Too many links that do not work were opened from here. Wait 15 minutes, then open your link again. If it still does not work, ask the person who invited you for a new one.",
);
const tooLargePage = plainPage(
  "That was too much to send at once",
  "Nothing was saved. Go back, make the answer shorter or the file smaller, and send it again.",
);
const notFoundPage = plainPage(
  "We cannot find that page",
  "Check the address, or go back to the start. Nothing you told us has been lost.",
);

// A form is accepted only from a page of ours. Browsers say so themselves in Sec-Fetch-Site; older ones send Origin (promises.md R2).
function comesFromOurPages(headers: Headers, origin: string): boolean {
  const site = headers.get("Sec-Fetch-Site");
  const from = headers.get("Origin");
  if (from !== null && from !== "null" && !sameOrigin(from, origin)) return false;
  if (site !== null) return site === "same-origin" || site === "none";
  return from !== null && from !== "null";
}

// The framework's scripts would ask for data without its page, or for the list of pages. No page of ours has a script, so
// those ways in are shut.
function asksForDataAlone({ pathname, searchParams }: URL): boolean {
  return pathname.endsWith(".data") || pathname === "/__manifest" || searchParams.has("_data");
}

function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

// Files named by what they hold are kept for good, other files for a week; whatever could be about a person is never kept.
function keptFor(path: string, status: number): string {
  if (status >= 400) return "no-store";
  if (path.startsWith("/assets/")) return "public, max-age=31536000, immutable";
  return path.startsWith("/fonts/") || path.startsWith("/images/") ? "public, max-age=604800" : "no-store";
}

function sameOrigin(from: string, origin: string): boolean {
  if (from === origin) return true;
  return URL.canParse(from) && isLoopback(new URL(from)) && isLoopback(new URL(origin)) && new URL(from).port === new URL(origin).port;
}

function hostIsOurs(host: string | undefined, origin: string): boolean {
  if (host === undefined || !URL.canParse(`http://${host}`)) return false;
  const ours = new URL(origin);
  const theirs = new URL(`${ours.protocol}//${host}`);
  return theirs.host === ours.host || (isLoopback(ours) && isLoopback(theirs) && theirs.port === ours.port);
}

function isLoopback(url: URL): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
}

function ownAddress(address: string, origin: string): string {
  const { pathname, search, host } = new URL(address);
  return `${new URL(origin).protocol}//${host}${pathname}${search}`;
}

function withoutForwarding(given: Headers): Headers {
  const headers = new Headers(given);
  for (const name of [...headers.keys()]) if (name.startsWith("x-forwarded-") || name === "forwarded") headers.delete(name);
  return headers;
}

async function formIn(body: ArrayBuffer, type: string | null): Promise<{ fields: number; longest: number; token: string } | null> {
  const isForm = type?.startsWith("application/x-www-form-urlencoded") === true || type?.startsWith("multipart/form-data") === true;
  if (!isForm) return null;
  let form: FormData;
  try {
    form = await new Request("http://form.invalid", { method: "POST", headers: { "Content-Type": type ?? "" }, body }).formData();
  } catch {
    return null; // not a form at all: the caller answers 400
  }
  let fields = 0;
  let longest = 0;
  for (const [name, value] of form) {
    fields += 1;
    longest = Math.max(longest, Buffer.byteLength(name), typeof value === "string" ? Buffer.byteLength(value) : 0);
  }
  const token = form.get("formToken");
  return { fields, longest, token: typeof token === "string" ? token : "" };
}
