// Markup of a component as the server sends it, and small ways to ask about it.
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** The markup of one element. */
export function markupOf(element: ReactElement): string {
  return renderToStaticMarkup(element);
}

type AttributeName =
  | "action"
  | "aria-current"
  | "aria-describedby"
  | "aria-hidden"
  | "aria-invalid"
  | "aria-label"
  | "aria-labelledby"
  | "aria-sort"
  | "for"
  | "form"
  | "href"
  | "id"
  | "inputMode"
  | "name"
  | "role"
  | "scope"
  | "tabindex"
  | "type"
  | "value";
export type Tag = { readonly [Name in AttributeName]?: string };

/** The opening tags with this name, in document order, each with its attributes. */
export function tagsIn(markup: string, name: string): readonly Tag[] {
  const tags = markup.matchAll(new RegExp(`<${name}((?:\\s[^>]*?)?)/?>`, "gu"));
  return [...tags].map(([, attributes]) =>
    Object.fromEntries([...(attributes ?? "").matchAll(/([a-zA-Z-]+)="([^"]*)"/gu)].map(([, key, value]) => [key ?? "", value ?? ""])),
  );
}

/** Every id in the markup, in order. */
export function idsIn(markup: string): readonly string[] {
  return [...markup.matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id ?? "");
}

/** The words of a piece of markup, without its tags. */
export function wordsIn(markup: string): string {
  return markup
    .replace(/<[^>]+>/gu, "")
    .replace(/&#x27;/gu, "'")
    .replace(/&amp;/gu, "&");
}
