// The invitation as a letter for a window envelope. It carries one person's private address and code.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Doc, DocOrganisation } from "#app/documents/model.ts";
import { plainDate } from "#app/words/format.ts";
import type { MessagePart } from "#app/words/invitation.ts";
import { letterParts } from "./letter-lines.ts";

export type InvitationLetterFacts = {
  readonly organisation: DocOrganisation;
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly subject: string;
  readonly parts: readonly MessagePart[];
  readonly madeOn: CalendarDate;
};

/** The letter. Its file is named without the person, so that a list of files tells nobody who was invited. */
export function invitationLetter(facts: InvitationLetterFacts): Doc {
  return {
    title: facts.subject,
    language: "en-GB",
    organisation: facts.organisation,
    madeOn: facts.madeOn,
    edition: plainDate(facts.madeOn),
    addressedTo: [facts.name, ...facts.addressLines],
    saveAs: "invitation letter",
    blocks: letterParts(facts.parts),
  };
}
