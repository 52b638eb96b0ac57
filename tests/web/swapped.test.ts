// Somebody who is let in, and asks for what is beside: ids of one meeting under the address of another, links that have ended, a form
// from before somebody else's change, the same form twice.
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { eq } from "drizzle-orm";
import { openApp, origin, someMonday, type App } from "#tests/support/app.ts";
import { asItStands, formsIn } from "#tests/support/forms.ts";
import { addressOf, letsIn, servedRoutes, type Ids } from "#tests/support/routes.ts";
import { contentsOf, idsOf, makeTwoOrganisations, type TwoOrganisations, type Walker } from "#tests/support/two-organisations.ts";
import { administratorOf } from "#app/domain/people/actors.ts";
import { beginFirstSession } from "#app/services/accounts.server.ts";
import { endAccess } from "#app/services/staff-accounts.server.ts";
import { grants } from "#db/schema.ts";

let app: App;
let both: TwoOrganisations;

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

beforeAll(async () => {
  app = await openApp({ withExample: true });
  both = await makeTwoOrganisations(app);
});
afterAll(() => app.close());

async function ask(path: string, session: string | null, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers({ Host: new URL(origin).host, Origin: origin, "Sec-Fetch-Site": "same-origin" });
  if (session !== null) headers.set("Cookie", `welcome=${session}`);
  return app.fetch(new Request(new URL(path, origin), { ...init, headers }));
}

const called = (who: string): Walker => {
  const found = [...both.walkers, ...both.owners].find((one) => one.who === who);
  if (!found) throw new Error(`Nobody is ${who}`);
  return found;
};

/** Parameters that stand for something of one meeting, venue, person or batch, and not for an entry of a catalogue. */
const idsOfThings = ["bid", "pid", "message", "rid", "cid", "lid", "merge", "photo", "problem", "iid", "job", "vid"] as const;
const isOfCatalogue = /conflicts|requirements|talk/u;

describe("an id of one thing under the address of another", () => {
  test("of the same organisation is not found, on every route with two of them", async () => {
    const context = app.instance.context();
    const organisation = await context.db.query.organisations.findFirst({ where: (table, { eq: is }) => is(table.isExample, true) });
    const meetings = (await context.db.query.meetings.findMany()).filter((one) => one.organisationId === organisation?.id);
    expect(meetings.length).toBe(2);
    const [one, other] = await Promise.all(meetings.map(async ({ id }) => idsOf(context, organisation?.id ?? "", id)));
    const session = called("the example's coordinator").session;
    const coordinators = servedRoutes(app.build).filter(
      ({ loader, pattern }) =>
        loader !== null && letsIn(loader) !== "anybody" && letsIn(loader).includes("coordinator") && /:reference.*:/u.test(pattern),
    );
    const things = coordinators.filter(
      ({ pattern }) => idsOfThings.some((name) => pattern.includes(`:${name}`)) && !isOfCatalogue.test(pattern),
    );
    expect(things.length).toBeGreaterThan(8);
    const invitedTo = async (reference: string) => {
      const meeting = meetings.find((each) => each.reference === reference);
      const all = await context.db.query.invitations.findMany({ where: (table, { eq: is }) => is(table.meetingId, meeting?.id ?? "") });
      return new Set(all.map(({ personId }) => personId));
    };
    for (const [mine, theirs] of [
      [one, other],
      [other, one],
    ] as const) {
      if (mine === undefined || theirs === undefined) throw new Error("no two meetings");
      const here = await invitedTo(mine.meeting);
      const elsewhere = [...(await invitedTo(theirs.meeting))].find((id) => !here.has(id)) ?? null;
      // What stands for both meetings alike is nobody's mistake to find: only what is the other's alone is asked for.
      const own = Object.entries(theirs).map(([name, id]) => [name, id === mine[name as keyof Ids] ? null : id] as const);
      const swapped = { ...Object.fromEntries(own), meeting: mine.meeting, person: elsewhere } as Ids;
      for (const { pattern } of things) {
        const response = await ask(addressOf(pattern, swapped), session);
        expect([404, 302, 303], `${pattern}: ${String(response.status)}`).toContain(response.status);
      }
    }
  });

  test("of somebody else's claim or request is not found by an attendee", async () => {
    const session = called("the example's own attendee").session;
    const context = app.instance.context();
    const lines = await context.db.query.claimLines.findMany();
    const invitation = await context.db.query.invitations.findFirst({
      where: (table, { eq: is }) => is(table.id, both.example.ids.invitation ?? ""),
    });
    for (const line of lines) {
      const claim = await context.db.query.claims.findFirst({ where: (table, { eq: is }) => is(table.id, line.claimId) });
      if (claim?.invitationId === invitation?.id) continue;
      const response = await ask(`/my/m/${both.example.ids.meeting}/claim/costs/${line.id}`, session);
      expect([303, 404]).toContain(response.status);
    }
    expect((await ask(`/my/m/${both.second.ids.meeting}`, session)).status).toBe(404);
  });
});

describe("a form from before somebody else's change", () => {
  test("changes nothing, on every page whose form carries the version it was read at", async () => {
    const tried: string[] = [];
    for (const target of ["example", "second"] as const) {
      for (const route of servedRoutes(app.build)) {
        if (route.action === null || letsIn(route.action) === "anybody") continue;
        const owner = both.owners.find(
          (one) => one.of === target && one.roles.some((role) => (letsIn(route.action ?? "") as readonly string[]).includes(role)),
        );
        if (owner === undefined) continue;
        const path = addressOf(route.pattern, both[target].ids);
        const page = await ask(path, owner.session);
        if (page.status !== 200) continue;
        for (const form of formsIn(await page.text())) {
          if (form.action !== null && form.action.split("?")[0] !== path) continue;
          const body = asItStands(form);
          if (!body.has("version")) continue;
          body.set("version", String(Number(body.get("version")) + 41));
          const before = contentsOf(app);
          const answer = await ask(path, owner.session, { method: "POST", body });
          tried.push(route.pattern);
          expect(answer.status, `${route.pattern} with an old version`).toBeLessThan(500);
          expect(contentsOf(app) === before, `${route.pattern} was changed by a form of another version`).toBe(true);
        }
      }
    }
    expect(new Set(tried).size).toBeGreaterThan(15);
  });
});

describe("a way in that has ended", () => {
  test("a link that was switched off opens nothing any more, on the device that was let in by it too", async () => {
    const walker = called("an attendee of another meeting of the second organisation");
    const context = app.instance.context();
    const invitations = await context.db.query.invitations.findMany();
    const open = async (): Promise<number> => {
      const statuses = await Promise.all(
        (await context.db.query.meetings.findMany()).map(async ({ reference }) => (await ask(`/my/m/${reference}`, walker.session)).status),
      );
      return statuses.filter((status) => status === 200).length;
    };
    expect(await open()).toBe(1);
    const meeting = (await context.db.query.meetings.findMany()).find(({ name }) => name === "Tree planting");
    const invitation = invitations.find(({ meetingId }) => meetingId === meeting?.id);
    await context.change(async (tx) => {
      await tx
        .update(grants)
        .set({ revokedAt: context.now })
        .where(eq(grants.subjectId, invitation?.id ?? ""));
      return {};
    });
    expect(await open()).toBe(0);
  });

  test("a link past its last day opens nothing any more", async () => {
    const session = called("the second organisation's own attendee").session;
    const path = `/my/m/${both.second.ids.meeting}`;
    expect((await ask(path, session)).status).toBe(200);
    app.setClock("2027-06-01T10:00:00.000Z");
    expect((await ask(path, session)).status).toBe(404);
    app.setClock(someMonday);
  });

  test("somebody whose access was ended is signed out everywhere, and what they send changes nothing", async () => {
    const context = app.instance.context();
    const staff = await context.db.query.staff.findMany();
    const admin = staff.find(({ email }) => email === "zqxadmin@example.net");
    const leaver = staff.find(({ email }) => email === "zqxcheck@example.net");
    if (!admin || !leaver) throw new Error("nobody");
    const session = await beginFirstSession(context, leaver.email);
    expect((await ask("/payments", session)).status).toBe(200);
    const { id: staffId, organisationId, name, email } = admin;
    const administrator = administratorOf({ staffId, organisationId, name, email, roles: ["administrator"] });
    if (administrator === null) throw new Error("not an administrator");
    const ended = await endAccess(context, administrator, { staffId: leaver.id, version: leaver.version }, { giveTo: null });
    expect(ended).toMatchObject({ ok: true });
    const answer = await ask("/payments", session);
    expect([302, 303]).toContain(answer.status);
    expect(answer.headers.get("Location")).toMatch(/^\/sign-in/u);
    const before = contentsOf(app);
    await ask("/people", session, { method: "POST", body: new URLSearchParams({ name: "Somebody" }) });
    expect(contentsOf(app)).toBe(before);
  });
});
