// Reading the JSON of a command strictly: one line for each thing that is wrong, by its path. Values are never repeated, because
// they may be somebody's own.
import type { z } from "zod";
import { done, refused, type Result } from "#app/domain/basics/result.ts";

/** Reads JSON as a schema wants it. Refused with one line for each unknown key and each bad value. */
export function readStrictly<Shape extends z.ZodType>(json: string, schema: Shape): Result<z.infer<Shape>, readonly string[]> {
  let given: unknown;
  let hasProtoKey = false;
  try {
    given = JSON.parse(json, (key, value: unknown) => {
      if (key === "__proto__") hasProtoKey = true;
      return value;
    });
  } catch {
    return refused(["input: expected JSON"]);
  }
  if (hasProtoKey) return refused(["__proto__: not a key we know"]);
  const read = schema.safeParse(given, { error: plainReason });
  return read.success ? done(read.data) : refused(read.error.issues.flatMap((issue) => linesOf(issue)));
}

// zod's own wording is for programmers of zod; these say what was expected.
function plainReason(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "invalid_type") return issue.input === undefined ? "missing" : `expected ${nameOfType(issue.expected)}`;
  if (issue.code === "invalid_union") return issue.input === undefined ? "missing" : undefined;
  if (issue.code === "too_small") return `expected ${String(issue.minimum)} or more`;
  if (issue.code === "too_big") return `expected ${String(issue.maximum)} or less`;
  return undefined;
}

function nameOfType(expected: string): string {
  return expected === "int" ? "a whole number" : /^[aeio]/u.test(expected) ? `an ${expected}` : `a ${expected}`;
}

function linesOf(issue: z.core.$ZodIssue): readonly string[] {
  const path = pathOf(issue.path);
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => `${pathOf([...issue.path, key])}: not a key we know`);
  if (issue.code === "invalid_key") return [`${path}: not a key we know`];
  return [`${path}: ${issue.message}`];
}

function pathOf(path: readonly PropertyKey[]): string {
  const parts = path.map((part, index) => (typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${String(part)}`));
  return parts.length === 0 ? "input" : parts.join("");
}
