// A small browser for benches: opens pages byte for byte as they were sent, presses one button, and asks for one page as
// fast as a number of connections can.
import { Agent, request, type IncomingHttpHeaders } from "node:http";
import { gunzipSync, inflateSync } from "node:zlib";
import { percentileOf } from "./rounds.ts";

/** One answer as it crossed the wire. `sent` is the body still packed; `text` is it unpacked. */
export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly sent: Buffer;
  readonly text: string;
};

export type Asking = {
  readonly cookie?: string;
  readonly agent?: Agent;
  readonly form?: Readonly<Record<string, string>>;
};

/** Asks for one address, as a browser that takes gzip; with a form, sends it. Does not follow redirects. */
export async function ask(address: string, asking: Asking = {}): Promise<Answer> {
  const { status, headers, sent } = await exchange(address, asking);
  return { status, headers, sent, text: unpacked(sent, headers["content-encoding"]).toString("utf8") };
}

/** Opens a page that has one form with a button, presses it, and gives the cookie and where the answer leads. Throws when it leads nowhere. */
export async function pressButton(
  address: string,
  path: string,
  { cookie, fields = {} }: { readonly cookie?: string; readonly fields?: Readonly<Record<string, string>> } = {},
): Promise<{ readonly cookie: string; readonly leadsTo: string }> {
  const page = await ask(address + path, cookie === undefined ? {} : { cookie });
  const given = cookie ?? cookieIn(page.headers);
  const form = { ...hiddenFieldsIn(page.text), ...fields };
  const answer = await ask(address + path, { cookie: given, form });
  const { location } = answer.headers;
  if (answer.status !== 303 || location === undefined)
    throw new Error(`The form on the page was answered with ${answer.status}, not with 303`);
  // Signing in gives a new session reference, so that nobody else's old one is signed in with it.
  return { cookie: cookieIn(answer.headers) || given, leadsTo: new URL(location, address).pathname };
}

/** The heading of the first level of a page, as text. */
export function headingOf(html: string): string {
  const inside = /<h1\b[^>]*>([^]*?)<\/h1>/u.exec(html)?.[1] ?? "";
  return inside
    .replace(/<!--[^]*?-->|<[^>]+>/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** The first checkbox on a page, or null. */
export function firstCheckboxIn(html: string): { readonly name: string; readonly value: string } | null {
  const tag = /<input\b[^>]*type="checkbox"[^>]*>/u.exec(html)?.[0] ?? "";
  const name = /\bname="([^"]*)"/u.exec(tag)?.[1];
  const value = /\bvalue="([^"]*)"/u.exec(tag)?.[1];
  return name === undefined || value === undefined ? null : { name, value };
}

export type Load = { readonly answers: number; readonly perSecond: number; readonly p99Milliseconds: number };

/**
 * Asks for one page over and over on so many kept-alive connections, and gives answers a second and the 99th percentile of
 * their times. Throws when any answer is not a 200, because a quick refusal is no speed.
 */
export async function loadPage(
  address: string,
  { cookie, connections, milliseconds }: { readonly cookie: string; readonly connections: number; readonly milliseconds: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const started = performance.now();
  const until = started + milliseconds;
  const connection = async (): Promise<void> => {
    while (performance.now() < until) {
      const before = performance.now();
      const { status } = await exchange(address, { cookie, agent });
      if (status !== 200) throw new Error(`Under load a page was answered with ${status}`);
      times.push(performance.now() - before);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, connection));
  } finally {
    agent.destroy();
  }
  const seconds = (performance.now() - started) / 1000;
  return { answers: times.length, perSecond: times.length / seconds, p99Milliseconds: percentileOf(times, 0.99) };
}

type Exchanged = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly sent: Buffer };

function exchange(address: string, { cookie = "", agent, form }: Asking): Promise<Exchanged> {
  const body = form === undefined ? undefined : new URLSearchParams(form).toString();
  const headers = {
    Accept: "text/html",
    "Accept-Encoding": "gzip, deflate",
    ...(cookie === "" ? {} : { Cookie: cookie }),
    ...(body === undefined ? {} : { "Content-Type": "application/x-www-form-urlencoded", Origin: new URL(address).origin }),
  };
  return new Promise((resolve, reject) => {
    const asked = request(address, { method: body === undefined ? "GET" : "POST", headers, ...(agent ? { agent } : {}) }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, sent: Buffer.concat(chunks) }));
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

function unpacked(sent: Buffer, encoding: string | undefined): Buffer {
  if (encoding === "gzip") return gunzipSync(sent);
  return encoding === "deflate" ? inflateSync(sent) : sent;
}

function cookieIn(headers: IncomingHttpHeaders): string {
  return (headers["set-cookie"] ?? []).map((line) => line.split(";")[0] ?? "").join("; ");
}

/** What the first form of a page carries without showing it: token, key and version. */
function hiddenFieldsIn(html: string): Readonly<Record<string, string>> {
  const form = /<form\b[^>]*method="post"[^]*?<\/form>/u.exec(html)?.[0] ?? "";
  const fields = new Map<string, string>();
  for (const [tag] of form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/gu))
    fields.set(/\bname="([^"]*)"/u.exec(tag)?.[1] ?? "", /\bvalue="([^"]*)"/u.exec(tag)?.[1] ?? "");
  return Object.fromEntries(fields);
}
