// What is being done for one person, on their own page: short sentences, one thing each.
import type { FormatId } from "#app/domain/access/formats.ts";
import type { SupportId } from "#app/domain/access/supports.ts";
import { optionOf, type OptionId } from "#app/domain/access/topic-options.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { unreachable } from "#app/domain/basics/result.ts";
import { longDate } from "./format.ts";
import { requirementName, supportName } from "./requirements.ts";

export type DoneLine =
  | { readonly kind: "booking"; readonly support: SupportId; readonly state: "booked" | "asked" | "to-book" }
  | { readonly kind: "papers"; readonly format: FormatId; readonly sendBy: CalendarDate | null; readonly isSecured: boolean }
  | { readonly kind: "requirement"; readonly option: OptionId; readonly state: "met" | "asking-venue" | "working-on-it" }
  /** The message was written to this person by the coordinator. */
  | { readonly kind: "cannot" | "agreed"; readonly message: string }
  /** Something only the coordinator may know: never named on a page. */
  | { readonly kind: "private"; readonly state: "met" | "working-on-it" };

/** Papers in each format, as the person who gets them knows them. */
export const papersName: Readonly<Record<FormatId, string>> = {
  "html-accessible": "Papers as a web page",
  "docx-structured": "Papers as a Word file",
  "pdf-tagged": "Papers as a PDF",
  "plain-text": "Papers as plain text",
  "clear-print": "Papers in clear print",
  "large-print-16": "Large print papers, 16 point",
  "large-print-18": "Large print papers, 18 point",
  "large-print-20": "Large print papers, 20 point",
  "giant-print-24": "Giant print papers",
  "dyslexia-friendly": "Dyslexia-friendly papers",
  "coloured-paper": "Papers on a coloured background",
  "high-contrast-dark": "Papers with light text on dark",
  "plain-english": "Papers in plain words",
  "easy-read": "Easy Read papers",
  "easy-read-agenda": "An Easy Read agenda",
  "pictures-symbols": "A timetable with pictures",
  "braille-brf-g2": "Papers in braille, grade 2",
  "braille-brf-g1": "Papers in braille, grade 1",
  "braille-paper": "Papers in braille on paper",
  "audio-synthetic": "Papers as audio, read by a computer",
  "audio-human": "Papers as audio, read by a person",
  "bsl-video": "Papers as a BSL video",
  "captioned-video": "Videos with captions",
  translated: "Papers in another language",
  "paper-by-post": "Papers by post",
  "short-summary": "A one-page summary",
  "slides-accessible": "The slides before the day",
  "tactile-diagram": "Raised diagrams",
  "phone-spoken": "Going through the papers with you",
};

/** One sentence for each thing; nothing is promised that was not done. */
export function arrangedSentences(lines: readonly DoneLine[]): readonly string[] {
  return [...new Set(lines.map(sentenceOf))];
}

function sentenceOf(line: DoneLine): string {
  switch (line.kind) {
    case "booking": {
      const name = supportName[line.support];
      if (line.state === "booked") return `${name}: booked.`;
      return line.state === "asked" ? `${name}: we have asked, and are waiting for an answer.` : `${name}: we are going to book this.`;
    }
    case "papers": {
      const name = papersName[line.format];
      if (line.isSecured) return `${name}: arranged.`;
      return line.sendBy === null ? `${name}: we are working on it.` : `${name}: we plan to send them by ${longDate(line.sendBy)}.`;
    }
    case "requirement": {
      const name = ownTimeName(line.option) ?? optionOf(line.option).name.replace(/\.$/u, "");
      if (line.state === "met") return `${name}: arranged.`;
      return line.state === "asking-venue" ? `${name}: we are checking with the venue.` : `${name}: we are working on it.`;
    }
    case "cannot":
    case "agreed":
      return line.message;
    case "private":
      return line.state === "met"
        ? "What you told only the organiser: arranged."
        : "What you told only the organiser: we are working on it.";
    default:
      return unreachable(line);
  }
}

// Whoever typed a time of their own is not told another: the catalogue's "by 2pm" stands only for those who ticked it.
function ownTimeName(option: OptionId): string | undefined {
  return option === "early-finish" || option === "late-start" ? requirementName[option] : undefined;
}
