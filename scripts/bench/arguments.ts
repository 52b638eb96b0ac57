// The words after `npm run bench --`.
import { done, refused, type Result } from "#app/domain/basics/result.ts";

export type Asked<Name extends string> = {
  readonly only: readonly Name[];
  /** Longer rounds and more of them. */
  readonly full: boolean;
  /** JSON on standard output in place of lines. */
  readonly json: boolean;
};

/** Reads `--full`, `--json` and `--only <name>`, which may be repeated; without it every bench runs. They keep their own order. Refuses anything else in one sentence. */
export function readArguments<Name extends string>(words: readonly string[], names: readonly Name[]): Result<Asked<Name>, string> {
  const only: Name[] = [];
  let full = false;
  let json = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === "--full") full = true;
    else if (word === "--json") json = true;
    else if (word === "--only") {
      at += 1;
      const name = names.find((candidate) => candidate === words[at]);
      if (name === undefined) return refused(`Write one of ${names.join(", ")} after --only.`);
      if (!only.includes(name)) only.push(name);
    } else return refused(`"${word ?? ""}" is not known here: use --full, --json or --only with one of ${names.join(", ")}.`);
  }
  return done({ only: only.length === 0 ? names : names.filter((name) => only.includes(name)), full, json });
}
