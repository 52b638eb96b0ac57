// The shape of an entry in the catalogue of documents: what it is called, who may have it, and how facts become a paper.
// Which forms of print a paper comes in is said here once, so that pages, `npm run pack` and the tests agree.
import type { Doc } from "#app/documents/model.ts";

/** The forms every paper comes in: a web page, and print at three sizes. */
export const paperForms = ["web-page", "12-point", "18-point", "24-point"] as const;
export type PaperForm = (typeof paperForms)[number];

/** Who may have a paper. A paper of "the-person" is about one person and is theirs; the rest hold nobody's name unless they say so. */
export type PaperAudience = "coordinator" | "anyone" | "venue" | "the-person" | "finance";

export type DocumentDefinition<Facts> = {
  readonly id: string;
  /** What the paper is, for a list of links: "Venue checklist". Never a person's name. */
  readonly name: string;
  readonly forms: readonly PaperForm[];
  readonly audiences: readonly PaperAudience[];
  /** One paper for a meeting, one for each person asked to it, for a claim, for a payment run, or for a time such as a tax year. */
  readonly per: "meeting" | "person" | "claim" | "run" | "period";
  /** Makes the paper. The same facts give the same paper on any day. */
  readonly build: (facts: Facts) => Doc;
};
