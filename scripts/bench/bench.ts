// What every bench is: something that measures for a while and hands back findings, correct answers checked first.
import { setTimeout as pause } from "node:timers/promises";
import type { Finding } from "./figures.ts";
import { makeInstallation, startServer, type Installation } from "./running-app.ts";

export type BenchSetting = {
  /** At least 5 (promises.md section 5). */
  readonly rounds: number;
  /** How long one round of one thing lasts. */
  readonly roundMilliseconds: number;
  readonly full: boolean;
  /** The throw-away installation of this run, made when first asked for. */
  readonly installation: SharedInstallation;
};

/** Throws an Error in one sentence when the thing measured gives a wrong answer: wrong and quick is worth nothing. */
export type Bench = (setting: BenchSetting) => Promise<readonly Finding[]>;

export type SharedInstallation = {
  /** The folder as it stands; empty until somebody starts a server on it. */
  readonly get: () => Installation;
  /** The folder with the example in it. */
  readonly withExample: () => Promise<Installation>;
  readonly remove: () => void;
};

/** One installation for all benches of a run. */
export function shareInstallation(): SharedInstallation {
  let made: Installation | undefined;
  let hasExample = false;
  const get = (): Installation => (made ??= makeInstallation());
  return {
    get,
    async withExample() {
      if (!hasExample) {
        const app = await startServer("ours", get());
        await app.stop();
        await pause(100);
        hasExample = true;
      }
      return get();
    },
    remove: () => made?.remove(),
  };
}
