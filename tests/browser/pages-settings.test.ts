// The pages where an administrator looks after the organisation, its people and its money, in every state.
import { afterAll, beforeAll, describe, test } from "vitest";
import { browserAvailable, closeBrowser } from "#tests/support/browser.ts";
import { enterBy, startExample, type ExampleApp } from "#tests/support/example-app.ts";
import { organisationVisits } from "#tests/support/settings-visits.ts";
import { expectStatesClean, type Visit } from "#tests/support/visit-states.ts";

describe.skipIf(!browserAvailable)("pages of settings", { timeout: 300_000 }, () => {
  let app: ExampleApp;
  beforeAll(async () => {
    app = await startExample();
  }, 120_000);
  afterAll(async () => {
    await closeBrowser();
    await app?.stop();
  });

  // One after another: each state stands on what was saved before it.
  const look = async (visits: readonly Visit[]): Promise<void> => {
    await expectStatesClean({
      baseUrl: app.baseUrl,
      signIn: (context) => enterBy(context, app.linkOf("Coordinator")),
      visits,
      atOnce: 1,
      expect: { plain: true, reading: "staff" },
    });
  };

  test("about the organisation hold, changed and refused", async () => {
    await look(organisationVisits);
  });
});
