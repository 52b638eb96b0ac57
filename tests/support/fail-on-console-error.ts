// A warning nobody reads is a fault nobody mends: anything written to console.error during a test fails that test.
import { afterEach, beforeEach, expect, vi } from "vitest";

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

afterEach(() => {
  const spy = vi.mocked(console.error); // eslint-disable-line no-console -- this is what listens to it
  const said = spy.mock.calls.map((call) => call.map(String).join(" "));
  spy.mockRestore();
  expect(said, "console.error was called during the test").toEqual([]);
});
