// What a list shows, as its address says: the page, the order and what was looked for. Unknown words mean the list as it usually is.

/** The page asked for; the first where the address names none that can be. */
export function pageFrom(request: Request): number {
  const asked = Number(new URL(request.url).searchParams.get("page") ?? "1");
  return Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1;
}

/** The rows of a list on one page (experience.md 4.7). */
export const rowsOnAPage = 25;

export type OnePage<Row> = {
  readonly rows: readonly Row[];
  /** The page that shows, from 1; null where all rows show. */
  readonly page: number | null;
  readonly pages: number;
};

/** The page of a list that its address asks for; the last where the list is shorter than that, and everything for "page=all". */
export function onePage<Row>(request: Request, all: readonly Row[]): OnePage<Row> {
  const pages = Math.max(1, Math.ceil(all.length / rowsOnAPage));
  if (new URL(request.url).searchParams.get("page") === "all") return { rows: all, page: null, pages };
  const page = Math.min(pageFrom(request), pages);
  return { rows: all.slice((page - 1) * rowsOnAPage, page * rowsOnAPage), page, pages };
}

/** One of the words a list knows, from its address. */
export function wordFrom<const Word extends string>(request: Request, name: string, known: readonly Word[], usual: Word): Word {
  const asked = new URL(request.url).searchParams.get(name);
  return known.find((word) => word === asked) ?? usual;
}

/** What was typed into a filter, trimmed and not too long. */
export function typedFrom(request: Request, name: string): string {
  return (new URL(request.url).searchParams.get(name) ?? "").trim().slice(0, 100);
}

/** A reference of eight letters and digits in an address; null where there is none. */
export function referenceFrom(request: Request, name: string): string | null {
  const asked = new URL(request.url).searchParams.get(name) ?? "";
  return /^[A-Z0-9]{8}$/u.test(asked) ? asked : null;
}

/** The same address with some of its words changed; an empty word is left out. */
export function addressWith(path: string, words: Readonly<Record<string, string | number>>): string {
  const search = new URLSearchParams();
  for (const [name, word] of Object.entries(words)) if (word !== "") search.set(name, String(word));
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}
