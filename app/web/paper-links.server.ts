// The links to the papers of a meeting, each saying its form and how many pages it is before somebody opens it.
import type { Coordinator } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import {
  documentIds,
  documentOf,
  paperFileName,
  paperOfMeeting,
  printedSizeOf,
  sizesFor,
  usualSizes,
  type Doc,
  type DocumentId,
  type PaperPerson,
} from "#app/services/documents.server.ts";
import type { Meeting } from "#app/services/meetings.server.ts";
import { counted } from "#app/words/format.ts";

export type PaperLinks = {
  readonly id: DocumentId;
  readonly name: string;
  /** What somebody should know before opening it, or why there is none. */
  readonly note: string | null;
  readonly links: readonly { readonly href: string; readonly text: string }[];
};

const whyNone = {
  "not-found": "There is none.",
  "no-offer": "There is none: no payment is offered to this person.",
  "no-plan-to-leave": "There is none: no plan to leave safely was written with this person.",
} as const;

/** The papers of a meeting, or those for one person of it. */
export async function paperLinks(
  context: Context,
  coordinator: Coordinator,
  meeting: Meeting,
  person: PaperPerson | null,
): Promise<readonly PaperLinks[]> {
  const per = person === null ? "meeting" : "person";
  const sizes = person === null ? usualSizes : await sizesFor(context, coordinator, meeting, person.invitationId);
  const found: PaperLinks[] = [];
  for (const id of documentIds.filter((one) => documentOf(one).per === per)) {
    const { name } = documentOf(id);
    const wanted = person === null ? { id } : { id, invitationId: person.invitationId };
    const made = await paperOfMeeting(context, coordinator, meeting.reference, wanted);
    if (!made.ok) {
      found.push({ id, name, note: whyNone[made.refusal], links: [] });
      continue;
    }
    const search = person === null ? "" : `?for=${person.invitationId}`;
    const base = `/meetings/${meeting.reference}/print/${id}`;
    const { links, note } = await linksOf(made.value, {
      name,
      page: `${base}${search}`,
      fileName: paperFileName(id, person?.number),
      fileHref: (file) => `${base}/${file}${search}`,
      sizes,
    });
    found.push({ id, name, links, note: [noteOf(id), note].filter((one) => one !== null).join(" ") || null });
  }
  return found;
}

function noteOf(id: DocumentId): string | null {
  if (id === "access-plan") return "Holds names of people who agreed. We put on record that it was opened.";
  if (id === "day-pack") return "Holds first names. We put on record that it was opened.";
  return id.startsWith("joining-") || id === "plan-to-leave" ? "We put on record that it was opened." : null;
}

export type LinksWanted = {
  readonly name: string;
  readonly page: string;
  readonly fileName: string;
  readonly fileHref: (file: string) => string;
  readonly sizes: readonly number[];
};

/** The links to one paper: the web page, then print at each size with its pages; and a sentence where it cannot be printed. */
export async function linksOf(
  doc: Doc,
  { name, page, fileName, fileHref, sizes }: LinksWanted,
): Promise<{ readonly links: readonly { readonly href: string; readonly text: string }[]; readonly note: string | null }> {
  const links = [{ href: page, text: `${name} (web page)` }];
  for (const size of sizes) {
    const printed = await printedSizeOf(doc, fileName, size);
    if (!printed.ok) return { links, note: printed.refusal };
    const { pages, fileName: file } = printed.value;
    links.push({ href: fileHref(file), text: `${name}, ${size} point (PDF, ${counted(pages, "page", "pages")})` });
  }
  return { links, note: null };
}

/** The link to the cards alone, with how many pages they are: "Cards (PDF, 5 pages)". */
export async function cardsLink(
  doc: Doc,
  fileHref: (file: string) => string,
): Promise<{ readonly href: string; readonly text: string } | null> {
  const { name, id } = documentOf("cards");
  const printed = await printedSizeOf(doc, id, 12);
  if (!printed.ok) return null;
  const { fileName, pages } = printed.value;
  return { href: fileHref(fileName), text: `${name} (PDF, ${counted(pages, "page", "pages")})` };
}
