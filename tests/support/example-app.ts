// The real server as `npm start` runs it, on the example, with its printed links.
import type { BrowserContext } from "playwright-core";
import { startApp, type RunningApp } from "#tests/support/server.ts";

export type ExampleApp = RunningApp & {
  /** The printed link of a part: "Coordinator", "Finance, checks", "Finance, authorises" or "Attendee". */
  readonly linkOf: (part: string) => string;
};

/** Starts the server on an empty folder, so that it makes the example, on Monday 23 November 2026; with more settings where given. */
export async function startExample(settings: Readonly<Record<string, string>> = {}): Promise<ExampleApp> {
  const running = await startApp({
    command: [process.execPath, "scripts/serve.ts"],
    env: (place) => ({
      PORT: String(place.port),
      WELCOME_TABLE_DATA: `${place.dataFolder}/data`,
      WELCOME_TABLE_KEY_FILE: `${place.dataFolder}/key`,
      WELCOME_TABLE_CLOCK: "2026-11-23T10:00:00Z",
      WELCOME_TABLE_LOG: "warn",
      ...settings,
    }),
    readyPattern: /Stop it with Ctrl\+C/u,
  });
  return {
    ...running,
    linkOf(part) {
      const found = running
        .logs()
        .split("\n")
        .map((line) => /^ {2}(.+): (https?:\S+)$/u.exec(line))
        .find((line) => line?.[1]?.startsWith(part));
      if (!found?.[2]) throw new Error(`No link was printed for "${part}":\n${running.logs()}`);
      return found[2];
    },
  };
}

/** Opens a printed link in a browser and presses its button. Gives the address it leads to. */
export async function enterBy(context: BrowserContext, link: string): Promise<string> {
  const page = await context.newPage();
  await page.goto(link);
  await page.locator("main button[type=submit]").first().click();
  // A browser asked to close a page in the middle of going to another may forget it was asked, and then nobody goes on.
  await page.waitForLoadState("load");
  const address = page.url().split("#")[0] ?? "";
  await page.close();
  return address;
}
