// The last line of a test run: how many tests passed, failed and were left out, and nothing else.
import type { Reporter, TestCase, TestModule } from "vitest/node";

/** Prints "120 passed, 0 failed, 1 skipped" when everything has run. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      const tests: TestCase[] = [...module.children.allTests()];
      for (const test of tests) counts[test.result().state] += 1;
      // A file that could not be read, or set up, has no test that failed, and is one failure.
      if (module.state() === "failed" && !tests.some((test) => test.result().state === "failed")) counts.failed += 1;
    }
    setTimeout(
      () => process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped + counts.pending} skipped\n`),
      0,
    );
  }
}
