// Starting the app for a test: it gets a place of its own, is waited for, and is gone afterwards with all it started.
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { startApp } from "#tests/support/server.ts";

// An app that starts a second process, which answers too.
const serving = `
  const { createServer } = require("node:http");
  const { spawn } = require("node:child_process");
  const second = spawn(process.execPath, ["-e", "const { createServer } = require('node:http'); const server = createServer((_, response) => response.end('there')).listen(0, () => console.log(server.address().port))"], { stdio: ["ignore", "pipe", "inherit"] });
  require("node:fs").writeFileSync(process.env.FOLDER + "/started", "yes");
  second.stdout.once("data", (port) =>
    createServer((_, response) => response.end("here")).listen(Number(process.env.PORT), () =>
      console.log("Second at http://localhost:" + String(port).trim() + ". Open http://localhost:" + process.env.PORT)));
`;
const app = {
  command: [process.execPath, "-e", serving],
  env: (place: { readonly port: number; readonly dataFolder: string }) => ({ PORT: String(place.port), FOLDER: place.dataFolder }),
  readyPattern: /Second at (http\S+)\. Open (http\S+)/,
} as const;

describe("the app starter", () => {
  test("the app answers at its own address, and stopping it ends what it started and removes its data", async () => {
    const running = await startApp(app);
    const [, second, printed] = running.ready;
    expect([await (await fetch(running.baseUrl)).text(), printed, existsSync(running.dataFolder)]).toEqual(["here", running.baseUrl, true]);
    expect(running.logs()).toContain("Open http://localhost:");
    await running.stop();
    expect([existsSync(running.dataFolder), await answers(second)]).toEqual([false, false]);
  });

  test("after a power cut the data is there for the next start", async () => {
    const first = await startApp(app);
    await first.kill();
    expect([existsSync(`${first.dataFolder}/started`), await answers(first.ready[1])]).toEqual([true, false]);
    const second = await startApp({ ...app, dataFolder: first.dataFolder, port: first.port });
    await second.stop();
    expect([second.dataFolder, existsSync(first.dataFolder)]).toEqual([first.dataFolder, true]);
    await rm(first.dataFolder, { recursive: true });
  });

  test("an app that ends, stays silent or is not there is told in its own words", async () => {
    const readyPattern = /never/;
    await expect(
      startApp({ command: [process.execPath, "-e", "console.error('The port is taken.'); process.exit(3)"], readyPattern }),
    ).rejects.toThrow(/it ended with 3\. It said:\nThe port is taken\./);
    await expect(
      startApp({ command: [process.execPath, "-e", "setInterval(() => {}, 1000)"], readyPattern, readyWithinMilliseconds: 300 }),
    ).rejects.toThrow(/not ready after 0\.3 seconds.*\(nothing\)/s);
    await expect(startApp({ command: ["/no/such/program"], readyPattern })).rejects.toThrow(/ENOENT/);
  });
});

async function answers(address: string | undefined): Promise<boolean> {
  if (address === undefined) throw new Error("The second process said no address.");
  return fetch(address).then(
    () => true,
    () => false,
  );
}
