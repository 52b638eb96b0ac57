// The forms of a page as a browser would send them: every field with the value it stands at.

export type PageField = {
  readonly name: string;
  readonly kind: "text" | "chosen" | "hidden" | "file";
  readonly value: string | null;
  readonly offered: readonly string[];
};
/** A form that is sent. `action` is null where it goes to the address of its page. */
export type PageForm = { readonly action: string | null; readonly fields: readonly PageField[] };

/** Every form of a page that is sent, in the order of the page; forms that only look something up are left out. */
export function formsIn(html: string): readonly PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([^]*?)<\/form>/gu)].flatMap(([, attributes = "", inside = ""]) =>
    attribute(attributes, "method")?.toLowerCase() === "post" ? [{ action: addressIn(attributes), fields: fieldsIn(inside) }] : [],
  );
}

/** What a browser sends for a form somebody changed nothing in. */
export function asItStands(form: PageForm): URLSearchParams {
  const body = new URLSearchParams();
  for (const { name, value } of form.fields) if (value !== null) body.append(name, value);
  return body;
}

/** The same, once for each of the form's buttons that says which it is; once without any where none does. */
export function withEachButton(form: PageForm): readonly URLSearchParams[] {
  const buttons = form.fields.filter(({ name, offered }) => name === "intent" && offered.length > 0).flatMap(({ offered }) => offered);
  if (buttons.length === 0) return [asItStands(form)];
  return [...new Set(buttons)].map((button) => {
    const body = asItStands(form);
    body.set("intent", button);
    return body;
  });
}

/** The text behind the marks of HTML. */
export function unescaped(text: string): string {
  return text
    .replace(/&lt;/gu, "<")
    .replace(/&gt;/gu, ">")
    .replace(/&quot;/gu, '"')
    .replace(/&#x27;/gu, "'")
    .replace(/&amp;/gu, "&");
}

// A form without an address of its own is sent to its page; the part after # never leaves the browser.
function addressIn(attributes: string): string | null {
  return attribute(attributes, "action")?.split("#")[0] || null;
}

function fieldsIn(inside: string): readonly PageField[] {
  const fields: PageField[] = [];
  for (const [, tag = "", attributes = "", rest = ""] of inside.matchAll(
    /<(input|textarea|select|button)\b([^>]*?)\/?>(?:([^]*?)<\/(?:textarea|select)>)?/gu,
  )) {
    const name = attribute(attributes, "name");
    if (name === null) continue;
    const value = attribute(attributes, "value");
    const type = attribute(attributes, "type") ?? "text";
    if (tag === "button") fields.push({ name, kind: "chosen", value: null, offered: [value ?? ""] });
    else if (tag === "textarea") fields.push({ name, kind: "text", value: unescaped(rest.replace(/^\n/u, "")), offered: [] });
    else if (tag === "select") {
      const options = [...rest.matchAll(/<option\b([^>]*)>/gu)].map(([, option = ""]) => ({
        value: attribute(option, "value") ?? "",
        isOn: /\bselected\b/u.test(option),
      }));
      fields.push({
        name,
        kind: "chosen",
        value: options.find(({ isOn }) => isOn)?.value ?? options[0]?.value ?? null,
        offered: options.map((option) => option.value),
      });
    } else if (type === "radio" || type === "checkbox") {
      fields.push({ name, kind: "chosen", value: /\bchecked\b/u.test(attributes) ? (value ?? "on") : null, offered: [value ?? "on"] });
    } else if (type === "hidden") fields.push({ name, kind: "hidden", value: value ?? "", offered: [] });
    else if (type === "file") fields.push({ name, kind: "file", value: null, offered: [] });
    else if (type !== "submit") fields.push({ name, kind: "text", value: value ?? "", offered: [] });
  }
  return fields;
}

function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`\\b${name}="([^"]*)"`, "u").exec(attributes);
  return found ? unescaped(found[1] ?? "") : null;
}
