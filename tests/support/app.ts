// The real application in this process: the build that is served, the web server's own handler, and a database file of
// its own with a clock that stands where the test puts it.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/server-runtime";
import { instantOf, type Instant } from "#app/domain/basics/dates.ts";
import type { Instance, openInstance, useInstance } from "#app/services/context.server.ts";
import { makeApplication } from "#app/web/server.ts";
import { freshFolder } from "#tests/support/fresh-folder.ts";

type FromBuild = {
  readonly openInstance: typeof openInstance;
  readonly useInstance: typeof useInstance;
  readonly openTheInstance: () => Promise<void>;
  readonly exampleLinks: () => Promise<readonly { readonly who: string; readonly address: string }[]>;
};

export const origin = "http://localhost:3000";

export type App = {
  /** Answers a request, as if it came from the given address on the network. */
  readonly fetch: (request: Request, from?: string) => Promise<Response>;
  readonly instance: Instance;
  readonly build: ServerBuild;
  readonly fromBuild: FromBuild;
  /** Every line the web server logged. */
  readonly log: readonly string[];
  /** Puts the clock at a moment. */
  readonly setClock: (moment: string) => void;
  readonly folder: string;
  readonly close: () => void;
};

/** The day most tests stand on: a Monday. */
export const someMonday = "2026-11-23T10:00:00.000Z";

/** Opens the application on an empty database; `withExample` makes the example organisation first. */
export async function openApp({
  at = someMonday,
  withExample = false,
}: { readonly at?: string; readonly withExample?: boolean } = {}): Promise<App> {
  let now: Instant = instantOf(at);
  const build = (await import(pathToFileURL(join(process.cwd(), "build", "server", "index.js")).href)) as ServerBuild;
  const fromBuild = build.entry.module as unknown as FromBuild;
  const openIn = async (place: string): Promise<Instance> => {
    const opened = await fromBuild.openInstance({
      dataFolder: join(place, "data"),
      keyFile: join(place, "key"),
      origin,
      clock: () => now,
    });
    fromBuild.useInstance(opened);
    if (withExample) await fromBuild.openTheInstance();
    return opened;
  };
  const folder = await freshFolder(withExample ? `example at ${at}` : "empty", async (place) => (await openIn(place)).close());
  const instance = await openIn(folder);
  const log: string[] = [];
  const application = makeApplication({ build, origin, clientFolder: "build/client", log: (line) => log.push(JSON.stringify(line)) });
  return {
    fetch: async (request, from) => application.fetch(request, from === undefined ? {} : { incoming: { socket: { remoteAddress: from } } }),
    instance,
    build,
    fromBuild,
    log,
    folder,
    setClock: (moment) => {
      now = instantOf(moment);
    },
    close() {
      instance.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Answer = {
  readonly status: number;
  readonly location: string | null;
  readonly html: string;
  readonly text: string;
  readonly headers: Headers;
};
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A person with a browser: keeps its cookie, reads a page before sending its form, follows redirects only when asked. */
export class Visitor {
  readonly #app: App;
  #cookies = new Map<string, string>();

  constructor(app: App) {
    this.#app = app;
  }

  /** Opens a page. */
  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send(new Request(addressOf(path), { headers }));
  }

  /** Opens a page and whatever it sends on to. */
  async follow(path: string): Promise<Answer> {
    let answer = await this.get(path);
    for (let hops = 0; answer.location !== null && hops < 8; hops += 1) answer = await this.get(answer.location);
    return answer;
  }

  /** Opens a page, fills in its form and sends it: with that page's own token and key, as a browser would. */
  async submit(
    path: string,
    fields: Fields,
    { to = path, button }: { readonly to?: string; readonly button?: string } = {},
  ): Promise<Answer> {
    const page = await this.get(path);
    const secrets = { formToken: hiddenIn(page.html, "formToken"), intentKey: hiddenIn(page.html, "intentKey") };
    return this.post(to, { ...secrets, ...fields, ...(button === undefined ? {} : { intent: button }) });
  }

  /** Sends a form, and follows where its answer leads. */
  async submitAndFollow(path: string, fields: Fields, options: { readonly to?: string; readonly button?: string } = {}): Promise<Answer> {
    const answer = await this.submit(path, fields, options);
    return answer.location === null ? answer : this.follow(answer.location);
  }

  /** Sends fields as they are. */
  async post(path: string, fields: Fields, headers: Readonly<Record<string, string>> = { Origin: origin }): Promise<Answer> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
      for (const one of typeof value === "string" ? [value] : value) body.append(name, one);
    return this.send(new Request(addressOf(path), { method: "POST", body, headers }));
  }

  /** Signs in by the example's printed link whose name contains the given words. */
  async signInAs(who: string): Promise<this> {
    const links = await this.#app.fromBuild.exampleLinks();
    const link = links.find((candidate) => candidate.who.toLowerCase().includes(who.toLowerCase()));
    if (!link) throw new Error(`No printed link is for "${who}": there are ${links.map((one) => one.who).join(", ")}`);
    await this.submit(new URL(link.address).pathname, {});
    return this;
  }

  private async send(request: Request): Promise<Answer> {
    request.headers.set("Host", new URL(origin).host);
    if (this.#cookies.size > 0) request.headers.set("Cookie", [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await this.#app.fetch(request);
    for (const line of response.headers.getSetCookie()) {
      // A value may hold "=" itself: only the first one ends the name.
      const [, name = "", value = ""] = /^([^=;]*)=([^;]*)/u.exec(line) ?? [];
      if (/max-age=0/iu.test(line) || value === "") this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const html = await response.text();
    return { status: response.status, location: response.headers.get("Location"), html, text: textOf(html), headers: response.headers };
  }
}

/** What a person reads of a page: its text with the markup taken away. */
export function textOf(html: string): string {
  return html
    .replace(/<(?:head|style|script)\b[^]*?<\/(?:head|style|script)>/gu, " ")
    .replace(/<!--[^]*?-->/gu, "")
    .replace(/<\/?(?:p|li|h\d|dt|dd|td|th|tr|div|legend|label|summary|option|br|section|ul|ol|dl|table)\b[^>]*>/gu, "\n")
    .replace(/<[^>]+>/gu, "")
    .replace(/&amp;/gu, "&")
    .replace(/&lt;/gu, "<")
    .replace(/&gt;/gu, ">")
    .replace(/&quot;/gu, '"')
    .replace(/&#x27;/gu, "'")
    .replace(/[ \t]+/gu, " ")
    .replace(/\s*\n\s*/gu, "\n")
    .trim();
}

function addressOf(path: string): string {
  return new URL(path.split("#")[0] ?? path, origin).href;
}

function hiddenIn(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`, "u").exec(html)?.[1] ?? "";
}
