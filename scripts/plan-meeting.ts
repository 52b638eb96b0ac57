// npm run -s plan-meeting: JSON of one meeting on standard input, its plan as JSON on standard output.
// Exit code 2 and nothing on standard output when the input is not understood; the reasons go to standard error.
import { text } from "node:stream/consumers";
import { planMeetingFromJson } from "./plan-meeting-door.ts";

const answer = planMeetingFromJson(await text(process.stdin));
if (answer.ok) {
  process.stdout.write(`${JSON.stringify(answer.value, null, 2)}\n`);
} else {
  process.stderr.write(`${answer.refusal.join("\n")}\n`);
  process.exitCode = 2;
}
