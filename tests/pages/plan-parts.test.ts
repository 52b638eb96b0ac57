// The plan with a part that cannot be loaded, whom to phone, and suppliers told that something is cancelled, as they look.
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserAvailable, closeBrowser, closeContext, openContext } from "#tests/support/browser.ts";
import { enterBy, startExample, type ExampleApp } from "#tests/support/example-app.ts";
import { expectStatesClean } from "#tests/support/visit-states.ts";

/** A supplier who said no, as experience.md 2.6.3 names it: not somebody who chose less money. */
const ofASupplier = { allowedWords: ["declined"] } as const;
const press = (name: string) => async (page: Page) => page.getByRole("button", { name, exact: true }).first().click();

describe.skipIf(!browserAvailable)("the plan when something is amiss", { timeout: 600_000 }, () => {
  let app: ExampleApp;
  beforeAll(async () => {
    app = await startExample();
  }, 120_000);
  afterAll(async () => {
    await closeBrowser();
    await app?.stop();
  });

  test("every page, in every state", async () => {
    const coordinator = await openContext();
    await enterBy(coordinator, app.linkOf("Coordinator"));
    const page = await coordinator.newPage();
    await page.goto(`${app.baseUrl}/meetings`);
    const plan = await page.locator("main a[href$='/plan']").first().getAttribute("href");
    const m = (plan ?? "").replace(/\/plan$/u, "");
    expect(m).toMatch(/^\/meetings\/[A-Z]{8}$/u);
    const [written, phoned] = [
      await booked(page, `${app.baseUrl}${m}`, { email: "desk@hands.example", phone: "01632 960 004" }),
      await booked(page, `${app.baseUrl}${m}`, { phone: "01632 960 005" }),
    ];
    const coordinatorRound = {
      baseUrl: app.baseUrl,
      signIn: async (context: Parameters<typeof enterBy>[0]) => enterBy(context, app.linkOf("Coordinator")),
      expect: { plain: true, reading: "staff" },
    } as const;
    await expectStatesClean({
      ...coordinatorRound,
      visits: [
        { page: "plan", state: "with bookings", path: `${m}/plan` },
        { page: "meeting people", state: "people to phone", path: `${m}/people?show=no-reply` },
        { page: "booking", state: "with an address", path: written, expect: ofASupplier },
        { page: "booking", state: "to phone", path: phoned, expect: ofASupplier },
        { page: "booking new", state: "why so many", path: `${m}/bookings/new?for=bsl-interpreter` },
        { page: "cancel or move", state: "with bookings", path: `${m}/cancel` },
        {
          page: "cancel or move",
          state: "bookings to cancel",
          path: `${m}/cancel/confirm?how=cancel&pays=yes&booking=${idOf(written)}&booking=${idOf(phoned)}`,
        },
      ],
    });
    rename(app, "payment_choices", "payment_choices_away");
    rename(app, "day_roles", "day_roles_away");
    await expectStatesClean({ ...coordinatorRound, visits: [{ page: "plan", state: "parts not loaded", path: `${m}/plan` }] });
    rename(app, "payment_choices_away", "payment_choices");
    rename(app, "day_roles_away", "day_roles");
    // The second day of the year is kept on the Monday in Scotland, and nowhere else.
    const moved = (date: string) => change(app, `UPDATE meetings SET date = '${date}' WHERE reference = '${m.split("/").at(-1) ?? ""}'`);
    moved("2027-01-04");
    await expectStatesClean({
      ...coordinatorRound,
      visits: [
        {
          page: "edit where",
          state: "a bank holiday in the nation",
          path: `${m}/edit/where`,
          reach: async (visited) => {
            await visited.getByLabel("Scotland").check();
            await press("Save and continue")(visited);
            await visited.getByText("This date is a bank holiday in Scotland.").waitFor();
          },
        },
      ],
    });
    moved("2027-01-05");
    await expectStatesClean({
      ...coordinatorRound,
      atOnce: 1,
      visits: [
        {
          page: "booking",
          state: "cancelled and told",
          path: written,
          expect: ofASupplier,
          reach: async (visited) => {
            await visited.getByLabel("Cancelled", { exact: true }).check();
            await visited.getByLabel("Tell the supplier that it is cancelled").check();
            await press("Save")(visited);
          },
        },
        {
          page: "invite sent",
          state: "called off, with suppliers",
          path: `${m}/cancel/confirm?how=cancel&pays=yes&booking=${idOf(phoned)}`,
          reach: press("Cancel the meeting and tell everyone"),
        },
      ],
    });
    await closeContext(coordinator);
  });
});

/** Writes down interpreters that are booked already; gives the address of the booking. */
async function booked(page: Page, meeting: string, ways: { readonly email?: string; readonly phone: string }): Promise<string> {
  await page.goto(`${meeting}/bookings/new?for=bsl-interpreter`);
  const other = page.getByLabel("Someone else");
  if ((await other.count()) > 0) await other.check();
  await page.locator("input[name=supplier]").fill("Hands Interpreting");
  await page.getByLabel("Their email address").fill(ways.email ?? "");
  await page.getByLabel("Their phone number").fill(ways.phone);
  await page.getByLabel("I have already booked").check();
  await page.getByLabel("Who will make sure on the day?").selectOption("The access host");
  await page.getByLabel("What shows that it is confirmed?").fill("Their email of 20 November.");
  await press("Save the booking")(page);
  return new URL(page.url()).pathname;
}

function idOf(booking: string): string {
  return booking.split("/").at(-1) ?? "";
}

function rename(app: ExampleApp, table: string, as: string): void {
  change(app, `ALTER TABLE ${table} RENAME TO ${as}`);
}

function change(app: ExampleApp, statement: string): void {
  const database = new Database(join(app.dataFolder, "data", "welcome-table.db"));
  database.exec(statement);
  database.close();
}
