// `npm run figures`: writes every figure, source and worked example as one page to sign. The work is in figures-door.ts.
import { writeFigures } from "./figures-door.ts";

process.exitCode = await writeFigures(process.argv.slice(2), (sentence) => process.stderr.write(`${sentence}\n`));
