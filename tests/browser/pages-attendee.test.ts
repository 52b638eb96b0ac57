// Every page of a person with a private link, in every state.
import { test } from "vitest";
import { everyPage } from "#tests/support/every-page.ts";

// Long: it is one of the proofs of `npm run test:full`.
if (process.env["TEST_FULL"] === "1") everyPage("of a person with a private link");
else test.skip("runs with npm run test:full", () => undefined);
