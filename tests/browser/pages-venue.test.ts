// Every page of a venue with a link to its checklist, in every state.
import { test } from "vitest";
import { everyPage } from "#tests/support/every-page.ts";

// Long: it is one of the proofs of `npm run test:full`.
if (process.env["TEST_FULL"] === "1") everyPage("of a venue with a link to its checklist");
else test.skip("runs with npm run test:full", () => undefined);
