// Reading forms: one way in for everything people type. Text is made whole once (normal letters, no control characters),
// read by a strict zod schema through conform, and given back in full when something needs mending.
import { createHash } from "node:crypto";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";

/** One thing to mend: the field's name and the sentence that says what to do. */
export type Problem = { readonly field: string; readonly message: string };

/** Everything that was typed, by field name, as it was typed. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** What an action gives back when something needs mending. */
export type FormAnswer = { readonly problems: readonly Problem[]; readonly typed: Typed };

export type FormRead<Value> =
  | { readonly ok: true; readonly value: Value; readonly button: string; readonly intent: string; readonly typed: Typed }
  | { readonly ok: false; readonly button: string; readonly answer: FormAnswer };

// Fields every form carries for us; they are not part of what the person said.
const ours = new Set(["formToken", "intentKey", "intent"]);

/**
 * Reads a posted form with a strict schema. `button` is the value of the pressed button named "intent"; `intent` is the key
 * that makes a form sent twice act once: pass it to the change. A field the schema does not know ends the request with 400.
 */
export async function readForm<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<FormRead<z.output<Schema>>> {
  const form = await formOf(request);
  const button = textOf(form.get("intent"));
  const typed = typedOf(form);
  const said = new FormData();
  for (const [name, value] of form) if (!ours.has(name)) said.append(partOfDate(form, name), value);
  const submission = parseWithZod(said, { schema });
  if (submission.status === "success") {
    return { ok: true, value: submission.value, button, typed, intent: intentOf(request, form) };
  }
  const problems = Object.entries(submission.error ?? {}).flatMap(([field, messages]) =>
    (messages ?? []).slice(0, 1).map((message) => ({ field, message })),
  );
  if (problems.some(({ message }) => /unrecognized key/iu.test(message)))
    throw new Response("A field this form does not have was sent.", { status: 400 });
  return { ok: false, button, answer: { problems, typed } };
}

// The three boxes of a date are named "due-day" and so on; for the schema they are one thing with three parts. A field whose own
// name ends so ("venue-contact-on-day") stands alone and stays as it is.
function partOfDate(form: FormData, name: string): string {
  const [, whole = "", part = ""] = /^(.*)-(day|month|year)$/u.exec(name) ?? [];
  const boxes = ["day", "month", "year"].filter((one) => form.has(`${whole}-${one}`));
  return part !== "" && boxes.length > 1 ? `${whole}.${part}` : name;
}

/** The answer 422 with everything kept: what an action returns when something needs mending. */
export function mend(answer: FormAnswer) {
  return data(answer, { status: 422 });
}

/** An answer with one problem a service found after the form itself read well. */
export function problemWith(field: string, message: string, typed: Typed): FormAnswer {
  return { problems: [{ field, message }], typed };
}

/** The posted form with its text made whole. Can be called again on the same request. */
export async function formOf(request: Request): Promise<FormData> {
  const given = await request.clone().formData();
  const whole = new FormData();
  for (const [name, value] of given) whole.append(name, typeof value === "string" ? wholeText(value) : value);
  return whole;
}

/** Normal letters and plain line ends; control characters, lone surrogates and direction overrides are taken out (promises.md F16). */
export function wholeText(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?/gu, "\n")
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F\uFEFF\uFFFD\u202A-\u202E\u2066-\u2069]/gu, "");
}

/** The first value typed in a field, or nothing typed. */
export function typedIn(typed: Typed, field: string): string {
  return typed[field]?.[0] ?? "";
}

/** Everything typed in a form but passwords, which are never handed back by accident. */
export function typedOf(form: FormData): Typed {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (ours.has(name) || typeof value !== "string" || /password/iu.test(name)) continue;
    (typed[name] ??= []).push(value);
  }
  return typed;
}

// The same form sent twice from the same page is one intent; a form changed before it is sent again is another.
function intentOf(request: Request, form: FormData): string {
  const hash = createHash("sha256")
    .update(request.headers.get("Cookie") ?? "")
    .update(new URL(request.url).pathname);
  for (const [name, value] of form) {
    if (name !== "formToken") hash.update(JSON.stringify([name, typeof value === "string" ? value : value.name]));
  }
  return hash.digest("base64url");
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value : "";
}
