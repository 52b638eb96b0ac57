// "Show what I typed" for passwords, without scripts: the form comes back as it was, with the password to be seen.
import { data } from "@remix-run/node";
import { typedOf } from "./forms.server.ts";

/** The answer to pressing "Show what I typed" or "Hide what I typed"; null for any other button. The password is on this answer only. */
export function showTyped(form: FormData) {
  const button = form.get("intent");
  if (button !== "show-typed" && button !== "hide-typed") return null;
  const password = form.get("password");
  const shown = { isShown: button === "show-typed", ...(typeof password === "string" ? { value: password } : {}) };
  return data({ problems: [], typed: typedOf(form), password: shown });
}
