// The table of fields held against every page and every download: each reader opens every address of the manifest that lets them in,
// and every link they find there, in an organisation whose every private word is a marker. A new page, paper or file is walked the day
// it is linked or routed; nobody has to remember to add it here. What was logged and mailed on the way is searched too.
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { staffRoles } from "#app/domain/people/role-changes.ts";
import { openApp, origin, type App } from "#tests/support/app.ts";
import { readingText, readPdf } from "#tests/support/pdf-reader.ts";
import { addressOf, letsIn, servedRoutes, type Role } from "#tests/support/routes.ts";
import { allMarkers, makeTwoOrganisations, markers, type TwoOrganisations, type Walker } from "#tests/support/two-organisations.ts";

let app: App;
let both: TwoOrganisations;
let examplesPeople: readonly string[];

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

/** More than anybody's pages come to; so that a list that never ends does not hold the test up. */
const mostPages = 2_000;

beforeAll(async () => {
  app = await openApp({ withExample: true });
  both = await makeTwoOrganisations(app);
  const context = app.instance.context();
  const example = await context.db.query.organisations.findFirst({ where: (table, { eq }) => eq(table.isExample, true) });
  const people = (await context.db.query.people.findMany()).filter(({ organisationId }) => organisationId === example?.id);
  examplesPeople = people.flatMap(({ name, email, phone }) => [name, email, phone]).filter((word) => word.length > 3);
});
afterAll(() => app.close());

const { open, sealed } = markers;
const account = [sealed.accountNumber, sealed.sortCode, "08-99-77", "08 99 77", sealed.nameOnAccount];
const needs = [sealed.note, sealed.forEveryone, sealed.safeContact, open.bookingNote, open.supplier];
const reach = [open.email, open.phone];

type Reader = {
  readonly who: string;
  readonly of: "example" | "second";
  /** About as many pages as they can come to: fewer, and something hides the rest from the walk. */
  readonly pages: number;
  readonly words: () => readonly string[];
};

/** What each reader may never see, whatever page they open (promises.md section 3). */
const never: readonly Reader[] = [
  {
    who: "the second organisation's coordinator",
    of: "second",
    pages: 700,
    words: () => [...account, sealed.charity, sealed.adviser, sealed.benefit],
  },
  ...(
    [
      ["checker", 65],
      ["authoriser", 65],
      ["auditor", 18],
    ] as const
  ).map(([part, pages]) => ({
    who: `the second organisation's ${part}`,
    of: "second" as const,
    pages,
    words: () => [...account, ...needs, ...reach, sealed.adviser, sealed.benefit],
  })),
  {
    who: "the second organisation's administrator",
    of: "second",
    pages: 120,
    words: () => [open.person, ...reach, open.address, ...needs, ...Object.values(sealed), "08-99-77", "08 99 77"],
  },
  {
    who: "an attendee of another meeting of the second organisation",
    of: "second",
    pages: 45,
    words: () => allMarkers,
  },
  {
    who: "the second organisation's own attendee",
    of: "second",
    pages: 60,
    words: () => [...account, sealed.adviser, sealed.benefit, sealed.safeContact, open.bookingNote],
  },
  { who: "the example's own venue manager", of: "example", pages: 17, words: () => examplesPeople },
  { who: "an attendee of the example", of: "example", pages: 50, words: () => examplesPeople.filter((word) => !own.has(word)) },
];

/** What the example's attendee of another meeting is themselves called, and the ways to reach them. */
const own = new Set<string>();

function walkerCalled(who: string): Walker {
  const found = [...both.walkers, ...both.owners].find((one) => one.who === who);
  if (!found) throw new Error(`Nobody is ${who}`);
  return found;
}

async function ask(path: string, { session }: Walker): Promise<Response> {
  const headers = new Headers({ Host: new URL(origin).host, "Sec-Fetch-Site": "same-origin" });
  if (session !== null) headers.set("Cookie", `welcome=${session}`);
  return app.fetch(new Request(new URL(path, origin), { headers }));
}

/** What somebody reads of an answer: the page as it is, a PDF as it is read aloud, any other file as text. */
async function wordsOf(response: Response): Promise<string> {
  const type = response.headers.get("Content-Type") ?? "";
  if (type.startsWith("application/pdf")) return readingText(await readPdf(new Uint8Array(await response.arrayBuffer())));
  return (await response.text()).replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}

// Every page leads to the display settings, which are the same wherever somebody came from.
function linksIn(html: string): readonly string[] {
  return [...html.matchAll(/href="(\/[^"#]*)/gu)].map(([, path = "/"]) =>
    path.replaceAll("&amp;", "&").replace(/^\/display\?.*/u, "/display"),
  );
}

const mayPass = (authoriser: string, roles: readonly Role[]): boolean => {
  const allowed = letsIn(authoriser);
  return allowed === "anybody" || roles.some((role) => allowed.includes(role));
};

/** Pages that end a session, or that a link opens for somebody else. */
const leaveAlone = /^\/(?:sign-out|my\/clear|build\/|fonts\/|images\/|assets\/|i\/|v\/[^c])/u;

type Walked = {
  readonly pages: number;
  readonly downloads: number;
  readonly faults: readonly string[];
  /** Where the reader found what is theirs to read. */
  readonly finds: readonly string[];
};

/** Opens everything one reader can come to by reading alone. */
async function walk(
  walker: Walker,
  { of, words }: { of: Reader["of"]; words: readonly string[] },
  theirs: readonly string[],
): Promise<Walked> {
  const routes = servedRoutes(app.build);
  const wanted = routes
    .filter(({ loader }) => loader !== null && mayPass(loader, walker.roles))
    .map(({ pattern }) => addressOf(pattern, both[of].ids))
    .filter((path) => !leaveAlone.test(path));
  const seen = new Set(wanted);
  const faults: string[] = [];
  const finds: string[] = [];
  let pages = 0;
  let downloads = 0;
  for (const path of wanted) {
    if (pages + downloads >= mostPages) break;
    const response = await ask(path, walker);
    const isPage = (response.headers.get("Content-Type") ?? "").startsWith("text/html");
    const text = await wordsOf(response);
    if (response.status === 200) {
      if (isPage) pages += 1;
      else downloads += 1;
    }
    const found = words.filter((word) => text.includes(word));
    if (theirs.some((word) => text.includes(word))) finds.push(path);
    if (found.length > 0) faults.push(`${walker.who} reads ${found.join(", ")} at ${path}`);
    if (response.status >= 500) faults.push(`${walker.who} gets ${String(response.status)} at ${path}`);
    if (!isPage || response.status !== 200) continue;
    for (const link of linksIn(text)) {
      if (seen.has(link) || leaveAlone.test(link)) continue;
      seen.add(link);
      wanted.push(link);
    }
  }
  return { pages, downloads, faults, finds };
}

describe("no page and no download shows a reader what is not theirs", () => {
  test.each(never.map(({ who }, at) => [who, at] as const))("to %s", async (who, at) => {
    const reader = never[at];
    if (reader === undefined) throw new Error("no reader");
    const walker = walkerCalled(who);
    if (who === "an attendee of the example") await noteOwn(walker);
    const { pages, downloads, faults, finds } = await walk(walker, { of: reader.of, words: reader.words() }, [open.person, open.email]);
    expect(faults).toEqual([]);
    expect(pages).toBeGreaterThan(reader.pages);
    expect(pages + downloads, "everything was walked").toBeLessThan(mostPages);
    // Whoever plans the meeting does find the person, in papers too: so a leak to somebody else would be seen.
    if (walker.roles.includes("coordinator")) {
      expect(finds.length).toBeGreaterThan(3);
      expect(downloads).toBeGreaterThan(3);
    }
  });
});

async function noteOwn(walker: Walker): Promise<void> {
  const context = app.instance.context();
  const { attendeesOfSession } = await import("#app/services/links.server.ts");
  for (const { attendee } of await attendeesOfSession(context, walker.session ?? "")) {
    const person = await context.db.query.people.findFirst({ where: (table, { eq }) => eq(table.id, attendee.personId) });
    for (const word of [person?.name, person?.email, person?.phone]) if (word !== undefined) own.add(word);
  }
}

test("every reader of the table is walked: each role there is, and both kinds of link", () => {
  const roles = new Set(never.flatMap(({ who }) => walkerCalled(who).roles));
  expect([...roles].toSorted()).toEqual([...staffRoles, "attendee", "venue-manager"].toSorted());
});

describe("what left on the way", () => {
  test("no line that was logged holds a word of anybody", () => {
    expect(app.log.length).toBeGreaterThan(300);
    const text = app.log.join("\n");
    expect([...allMarkers, ...examplesPeople].filter((word) => text.includes(word) || text.includes(encodeURIComponent(word)))).toEqual([]);
  });

  test("no message holds what its reader has no part in, and no subject names anybody or what they need", async () => {
    const context = app.instance.context();
    const messages = await context.db.query.outbox.findMany();
    const people = await context.db.query.people.findMany();
    expect(messages.length).toBeGreaterThan(5);
    for (const message of messages) {
      const body = message.body === null ? "" : context.vault.unseal(message.body, { table: "outbox", column: "body", row: message.id });
      const mine = people.filter(({ email, address }) => message.recipient === email || message.recipient === address);
      const others = people.filter((one) => !mine.includes(one));
      const forbidden = [
        ...others.flatMap(({ email, phone }) => [email, phone]),
        ...others.filter(({ name }) => !mine.some((one) => one.name === name)).map(({ name }) => name),
        ...account.filter((word) => word !== sealed.nameOnAccount || mine.length === 0),
        sealed.safeContact,
        sealed.benefit,
        sealed.note,
      ].filter((word) => word.length > 3);
      // An adviser is told how to reach the person who asked them, and that is the whole message.
      const allowed = message.kind === "adviser-request" ? new Set([sealed.adviser, open.person]) : new Set<string>();
      expect(
        forbidden.filter((word) => !allowed.has(word) && body.includes(word)),
        message.kind,
      ).toEqual([]);
      const named = [...people.map(({ name }) => name), ...needs].filter((word) => message.subject.includes(word));
      expect(named, `the subject of ${message.kind}`).toEqual([]);
    }
  });
});
