// `npm run pack`: writes every paper of a meeting to a folder, without a browser. The work is in pack-door.ts; here are only
// the process and its streams.
import { pack } from "./pack-door.ts";

const answer = await pack(process.argv.slice(2), {
  environment: process.env,
  say: (sentence) => process.stderr.write(`${sentence}\n`),
});
process.exitCode = answer;
