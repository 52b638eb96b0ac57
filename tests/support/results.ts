// What a result has to be, in tests: the value of one that is done, or the refusal of one that is refused.
import type { Result } from "#app/domain/basics/result.ts";

/** The value of a result that has to be done; the refusal is the message when it is not. */
export function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`Expected an answer, found the refusal ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** The refusal of a result that has to be refused; the value is the message when it is not. */
export function refusalOf<Refusal>(result: Result<unknown, Refusal>): Refusal {
  if (result.ok) throw new Error(`Expected a refusal, found ${JSON.stringify(result.value)}`);
  return result.refusal;
}
