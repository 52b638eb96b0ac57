// What stands above the blocks of every paper, in reading order and in plain lines, so that all formats begin alike.
import type { Doc, DocLogo } from "#app/documents/model.ts";
import { referenceLabel } from "#app/documents/render/fixed-words.ts";

export type DocHead = {
  /** The organisation's sign, before its name. */
  readonly logo: DocLogo | undefined;
  /** The organisation's name and, on a letter, its address. */
  readonly sender: readonly string[];
  /** Where a letter goes; none for other papers. */
  readonly recipient: readonly string[];
  /** A letter says its date and reference before what it is about; other papers after their title. */
  readonly aboutBeforeTitle: readonly string[];
  readonly title: string;
  readonly aboutAfterTitle: readonly string[];
  readonly audience: string | undefined;
};

/** The lines above the blocks. */
export function headOf(doc: Doc): DocHead {
  const isLetter = doc.addressedTo !== undefined;
  const { name, address, phone, email, logo } = doc.organisation;
  const about = [doc.edition, doc.reference === undefined ? undefined : `${referenceLabel}: ${doc.reference}`].filter(
    (line) => line !== undefined,
  );
  return {
    logo,
    sender: isLetter ? [name, ...(address ?? []), ...[phone, email].filter((line) => line !== undefined)] : [name],
    recipient: doc.addressedTo ?? [],
    aboutBeforeTitle: isLetter ? about : [],
    title: doc.title,
    aboutAfterTitle: isLetter ? [] : about,
    audience: doc.audience,
  };
}

/** What is repeated at the foot of every sheet, besides its number: who it is for, or whose it is; then what it is and of when. */
export function footOf(doc: Doc): { readonly first: string; readonly isForSomebody: boolean; readonly name: string } {
  return {
    first: doc.audience ?? doc.organisation.name,
    isForSomebody: doc.audience !== undefined,
    name: [doc.title, doc.reference, doc.edition].filter((part) => part !== undefined).join(", "),
  };
}
