import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// One runner for everything. Remix's own Vite plugin is deliberately absent here: it does not work inside Vitest.
export default defineConfig({
  test: {
    // Every core: left to itself the runner leaves one free, and on two cores that is half of them.
    maxWorkers: availableParallelism(),
    // Files share what they import, as reading it anew for each takes as long as the tests; none leaves anything behind there.
    isolate: false,
    globalSetup: ["tests/support/models-folder.ts"],
    reporters: ["default", "./tests/support/closing-line.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts", "tests/unit/**/*.test.tsx", "tests/contracts/**/*.test.ts", "tests/golden/**/*.test.ts"],
          setupFiles: ["tests/support/fail-on-console-error.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "web",
          include: ["tests/web/**/*.test.ts"],
          setupFiles: ["tests/support/fail-on-console-error.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "pages",
          include: ["tests/pages/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
