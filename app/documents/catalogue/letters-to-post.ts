// Every letter that waits to be posted as one paper: a first sheet to tick off, then one letter a sheet.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { address, bullets, paragraph, sheet, type Doc, type DocOrganisation } from "#app/documents/model.ts";
import { counted, plainDate } from "#app/words/format.ts";
import type { InvitationLetterFacts } from "./invitation-letter.ts";
import { letterParts } from "./letter-lines.ts";

export type LettersToPost = {
  readonly organisation: DocOrganisation;
  readonly madeOn: CalendarDate;
  readonly letters: readonly Pick<InvitationLetterFacts, "name" | "addressLines" | "subject" | "parts">[];
};

/** The letters. Each holds one person's own link and code, so the first sheet says to keep them apart. */
export function lettersToPost({ organisation, madeOn, letters }: LettersToPost): Doc {
  return {
    title: `${counted(letters.length, "letter", "letters")} to post`,
    language: "en-GB",
    organisation,
    madeOn,
    edition: plainDate(madeOn),
    audience: "For the person who posts these letters",
    saveAs: "letters to post",
    blocks: [
      paragraph("Each letter begins on a new sheet. It is only for the person named on it. Put each one in its own envelope."),
      bullets(letters.map(({ name }) => name)),
      ...letters.map((letter) => sheet(letter.subject, [address([letter.name, ...letter.addressLines]), ...letterParts(letter.parts)])),
    ],
  };
}
