// The real server as `npm start` runs it, on the example, with its printed links.
import { rm } from "node:fs/promises";
import type { BrowserContext } from "playwright-core";
import { freshFolder } from "#tests/support/fresh-folder.ts";
import { startApp, type RunningApp } from "#tests/support/server.ts";

export type ExampleApp = RunningApp & {
  /** The printed link of a part: "Coordinator", "Finance, checks", "Finance, authorises" or "Attendee". */
  readonly linkOf: (part: string) => string;
  /** Ends it and starts it again on the same data at a later moment, with new printed links and at another address. */
  readonly startAgainAt: (later: string) => Promise<ExampleApp>;
};

/** Starts the server with the example in it, on Monday 23 November 2026 at 10am; with more settings where given. */
export async function startExample(settings: Readonly<Record<string, string>> = {}): Promise<ExampleApp> {
  const startIn = (folder: string, at: string): Promise<RunningApp> =>
    startApp({
      command: [process.execPath, "scripts/serve.ts"],
      dataFolder: folder,
      env: (place) => ({
        PORT: String(place.port),
        WELCOME_TABLE_DATA: `${folder}/data`,
        WELCOME_TABLE_KEY_FILE: `${folder}/key`,
        WELCOME_TABLE_CLOCK: at,
        WELCOME_TABLE_LOG: "warn",
        ...settings,
      }),
      readyPattern: /Stop it with Ctrl\+C/u,
    });
  // Made a little earlier, so that what it holds lies in the past, as it would on any server that is started again.
  const folder = await freshFolder(`served example ${JSON.stringify(settings)}`, async (place) =>
    (await startIn(place, "2026-11-23T09:58:00Z")).stop(),
  );
  const appAt = async (moment: string): Promise<ExampleApp> => {
    const running = await startIn(folder, moment);
    return {
      ...running,
      stop: async () => {
        await running.stop();
        await rm(folder, { recursive: true, force: true });
      },
      startAgainAt: async (later) => {
        await running.stop();
        return appAt(later);
      },
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
  };
  return appAt("2026-11-23T10:00:00Z");
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
