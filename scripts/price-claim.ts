// npm run -s price-claim: JSON of a rate card, an offer and a claim on standard input, the claim priced as JSON on standard output.
// Exit code 2 and nothing on standard output when the input is not understood; the reasons go to standard error.
import { text } from "node:stream/consumers";
import { priceClaimFromJson } from "./price-claim-door.ts";

const answer = priceClaimFromJson(await text(process.stdin));
if (answer.ok) {
  process.stdout.write(`${JSON.stringify(answer.value, null, 2)}\n`);
} else {
  process.stderr.write(`${answer.refusal.join("\n")}\n`);
  process.exitCode = 2;
}
