// The three ways an answer can come back: done with a value, refused for a named reason, or a fault (which throws).
// There is deliberately no map, flatMap or pipe: write `if (!found.ok) return found`.

export type Result<Value, Refusal> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };

/** The asked-for thing happened, and this is what came of it. */
export function done<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** The asked-for thing was understood and not done, for a reason the caller must handle. */
export function refused<Refusal>(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}

/** Marks a case the types say cannot happen. Throws an Error naming the value if it does. */
export function unreachable(value: never): never {
  throw new Error(`A case nobody handles: ${JSON.stringify(value)}`);
}
