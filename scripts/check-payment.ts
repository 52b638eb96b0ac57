// npm run -s check-payment: JSON of one offer on standard input, what it does to each benefit as JSON on standard output.
// Exit code 2 and nothing on standard output when the input is not understood; the reasons go to standard error.
import { text } from "node:stream/consumers";
import { checkPaymentFromJson } from "./check-payment-door.ts";

const answer = checkPaymentFromJson(await text(process.stdin));
if (answer.ok) {
  process.stdout.write(`${JSON.stringify(answer.value, null, 2)}\n`);
} else {
  process.stderr.write(`${answer.refusal.join("\n")}\n`);
  process.exitCode = 2;
}
