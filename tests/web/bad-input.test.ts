// Whatever is typed, nothing breaks, nothing is drawn as markup, and words come back as they were meant
// (promises.md T6, T10, T27, F16, N3, N4).
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openApp, origin, Visitor, type App, type Answer } from "#tests/support/app.ts";
import { formsIn, unescaped, type PageForm } from "#tests/support/forms.ts";
import { addressOf, letsIn, servedRoutes } from "#tests/support/routes.ts";
import { makeTwoOrganisations, type TwoOrganisations } from "#tests/support/two-organisations.ts";

let app: App;
let both: TwoOrganisations;
beforeAll(async () => {
  app = await openApp({ withExample: true });
  both = await makeTwoOrganisations(app);
});
afterAll(() => app.close());

const hostile: Readonly<Record<string, string>> = {
  nothing: "",
  "only spaces": " \t\u00a0\u2003 ",
  "a nought character": "Ann\u0000a",
  "a direction override": "Anna\u202egnp.exe",
  "markup and script": `"><script>zqxalert(1)</script><img src=x onerror=zqxalert(2)>`,
  "a closing text box": `</textarea></title><svg onload=zqxalert(3)>`,
  "a database command": `'; DROP TABLE people; --`,
  "a path upwards": "../../../../etc/passwd",
  "an emoji family": "👩🏽‍🦽👨‍👩‍👧‍👦",
  "Arabic, Chinese and Welsh": "عائشة 王小明 Llŷr",
  "letters in parts": "Zoe\u0308 W\u0302yn",
  "a formula": "=1+1|cmd",
  "brackets without end": "(".repeat(5_000),
  "twenty thousand letters": "a".repeat(20_000),
  "a slow pattern": `${"a@a.".repeat(4_500)}!`,
  "spaces without end": `${" ".repeat(19_000)}x`,
  "digits without end": "9".repeat(19_000),
};

function bodyWith(form: PageForm, text: string): URLSearchParams {
  const body = new URLSearchParams();
  let room = 55_000;
  for (const { name, kind, value } of form.fields) {
    if (kind === "hidden" && value !== null) body.append(name, value);
    // As many boxes as a form may carry get the text; the rest stay empty, so that the whole is read and not merely too large.
    if (kind === "text") {
      const fits = encodeURIComponent(text).length < room;
      body.append(name, fits ? text : "");
      if (fits) room -= encodeURIComponent(text).length;
    }
    if (kind === "chosen" && value !== null && name !== "intent") body.append(name, value);
  }
  return body;
}

async function send(
  path: string,
  body: URLSearchParams,
  session: string,
): Promise<{ readonly status: number; readonly html: string; readonly milliseconds: number }> {
  const began = performance.now();
  const response = await app.fetch(
    new Request(new URL(path, origin), {
      method: "POST",
      body,
      headers: { Host: new URL(origin).host, Origin: origin, Cookie: `welcome=${session}` },
    }),
  );
  return { status: response.status, html: await response.text(), milliseconds: performance.now() - began };
}

describe("anything typed into the forms of the public and of people who were invited", () => {
  test("is answered soon, never as our fault, and never drawn as markup", async () => {
    const faults: string[] = [];
    let sent = 0;
    const attendee = both.owners.find(({ who }) => who === "the second organisation's own attendee")?.session ?? "";
    for (const route of servedRoutes(app.build)) {
      const roles = letsIn(route.action ?? "openToAll");
      const isPublic = roles === "anybody";
      if (route.action === null || ["/sign-out", "/my/clear"].includes(route.pattern) || !(isPublic || roles.includes("attendee")))
        continue;
      const session = isPublic ? "G".repeat(43) : attendee;
      const path = addressOf(route.pattern, both.second.ids);
      const page = await app.fetch(
        new Request(new URL(path, origin), { headers: { Host: new URL(origin).host, Cookie: `welcome=${session}` } }),
      );
      for (const form of formsIn(await page.text())) {
        if (["/sign-out", "/my/clear"].includes(form.action ?? "")) continue;
        for (const [what, text] of Object.entries(hostile)) {
          sent += 1;
          const answer = await send(form.action ?? path, bodyWith(form, text), session);
          const asking = `${what} in ${route.pattern}`;
          if (answer.status >= 500) faults.push(`${asking} gets ${answer.status}`);
          // Far above what any honest text takes: only a pattern that runs away with a hostile one is that slow (promises.md T27).
          if (answer.milliseconds > 5_000) faults.push(`${asking} takes ${Math.round(answer.milliseconds)} milliseconds`);
          if (/<script|<svg onload|<img src=x/u.test(answer.html)) faults.push(`${asking} is drawn as markup`);
          if (/[\u0000\u202e]/u.test(answer.html)) faults.push(`${asking} keeps a character nobody can see`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(sent).toBeGreaterThan(100);
  });
});

describe("names", () => {
  const names = ["Siân Ŵyn-Prŷs", "Łucja Żółć", "عائشة محمد", "王小明", "Nguyễn Thị Ánh", "O’Brien & <Sons>", "👩🏽‍🦽 Sam"];

  test.each(names)("come back as they are written: %s", async (name) => {
    const visitor = await new Visitor(app).signInAs("coordinator");
    const fields = {
      name: name.normalize("NFD"),
      email: "",
      phone: "07700 900 555",
      address: "",
      preferredContact: "phone",
      agreed: "yes",
    };
    expect((await visitor.submit("/people", fields, { to: "/people?index" })).status).toBe(303);
    const page: Answer = await visitor.get("/people");
    expect(unescaped(page.html)).toContain(name.normalize("NFC"));
    expect(page.html).not.toContain("<Sons>");
  });
});

describe("a private link that opens nothing", () => {
  test("gives one and the same answer, whether it never was, has ended or was switched off", async () => {
    const context = app.instance.context();
    const { mintLink, endLinks } = await import("#app/services/links.server.ts");
    const { calendarDateOf } = await import("#app/domain/basics/dates.ts");
    const invitations = await context.db.query.invitations.findMany();
    const tokens: string[] = [];
    for (const { organisationId, id } of invitations.slice(-2)) {
      const path = await context.change(async (tx) =>
        mintLink(context, tx, { organisationId, kind: "invitation", id, meetingDate: calendarDateOf("2027-01-12") }),
      );
      tokens.push(path.slice("/i/".length));
    }
    const [ended = "", expired = ""] = tokens;
    const grants = await context.db.query.grants.findMany();
    const grant = grants.find(({ subjectId }) => subjectId === invitations.at(-2)?.id);
    if (!grant) throw new Error("no grant");
    await endLinks(context, grant, { kind: "staff", id: "test" });
    app.setClock("2028-01-12T10:00:00.000Z");
    const shapes = new Map<string, string>();
    for (const token of [ended, expired, "Z".repeat(43), "short", "%3Cscript%3E"]) {
      const answer = await new Visitor(app).get(`/i/${token}`);
      shapes.set(token, `${answer.status} ${answer.html.length} ${answer.text}`);
    }
    app.setClock("2026-11-23T10:00:00.000Z");
    expect(new Set(shapes.values()).size).toBe(1);
    expect([...shapes.values()][0]).toMatch(/^404 /u);
  });
});

describe("the day of a meeting", () => {
  test.each([
    ["yesterday", "22", "11", "2026", 422],
    ["Christmas Day", "25", "12", "2026", null],
    ["the day the clocks go forward", "28", "3", "2027", null],
    ["the last day of the tax year", "5", "4", "2027", 303],
    ["the first day of the tax year", "6", "4", "2027", 303],
    ["the thirtieth of February", "30", "2", "2027", 422],
    ["a year with five digits", "1", "1", "20270", 422],
    ["words", "soon", "or", "later", 422],
  ] as const)("can be asked to be %s, and is answered in words", async (_name, day, month, year, status) => {
    const visitor = await new Visitor(app).signInAs("coordinator");
    const path = `/meetings/${both.example.ids.meeting}/edit/when`;
    const page = await visitor.get(path);
    const form = formsIn(page.html).find(({ fields }) => fields.some(({ name }) => name === "date-day"));
    if (!form) throw new Error("the page asks for no date");
    const fields: Record<string, string> = {};
    for (const { name, value } of form.fields) if (value !== null) fields[name] = value;
    const answer = await visitor.post(path, { ...fields, "date-day": day, "date-month": month, "date-year": year });
    expect(answer.status).toBeLessThan(500);
    if (status !== null) expect(answer.status, answer.text).toBe(status);
    if (answer.status === 422) expect(unescaped(answer.html)).toContain(`value="${day}"`);
  });
});
