// A message about money as a letter, for whoever no mail server reaches: the same words with the organisation's own address at the
// head, or, for somebody who is told by phone or text, a sheet to read from.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { callout, paragraph } from "#app/documents/model.ts";
import type { Doc, DocOrganisation } from "#app/documents/model.ts";
import { plainDate } from "#app/words/format.ts";
import { letterLines } from "./letter-lines.ts";
import { otherWays } from "./meeting-on-paper.ts";

export type MoneyLetterFacts = {
  readonly organisation: DocOrganisation;
  /** The day the message was written, which the letter carries as its date. */
  readonly writtenOn: CalendarDate;
  readonly subject: string;
  readonly body: string;
  readonly name: string;
  /** Where it goes: lines of an address, or a number for whoever is told by phone or text. */
  readonly to: { readonly address: readonly string[] } | { readonly phone: string };
};

/** The letter, or the sheet to read from. */
export function moneyLetter({ organisation, writtenOn, subject, body, name, to }: MoneyLetterFacts): Doc {
  const lines = body.split(/\n\s*\n/u).flatMap((part) => part.split("\n"));
  // A sheet to read from is not posted: its address is never opened from it.
  const words = "address" in to ? letterLines(lines) : lines.map((line) => paragraph(line));
  return {
    language: "en-GB",
    organisation,
    madeOn: writtenOn,
    edition: plainDate(writtenOn),
    title: subject,
    saveAs: "letter about money",
    ...("address" in to ? { addressedTo: [name, ...to.address] } : { audience: "To be told by phone or text. Not to be posted." }),
    blocks: [
      ...("phone" in to ? [callout("note", "Tell them", [paragraph(`${name}, ${to.phone}`)])] : []),
      ...words,
      ...("address" in to ? [paragraph(otherWays({ organisation }))] : []),
    ],
  };
}
