// Joining instructions to be read aloud or recorded: the parts of the letter as spoken sentences, with nothing to look at, in under
// four minutes. Whoever reads pauses where a new paragraph begins.
import { callout, paragraph } from "#app/documents/model.ts";
import type { Block, Doc, Inline } from "#app/documents/model.ts";
import { counted } from "#app/words/format.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { easyParts } from "./joining-easy-read.ts";
import type { JoiningFacts } from "./joining-instructions.ts";
import { framed } from "./meeting-on-paper.ts";

/** A calm reader says about this many words a minute. */
const wordsAMinute = 130;
const mostMinutes = 4;

export const joiningAloud: DocumentDefinition<JoiningFacts> = {
  id: "joining-aloud",
  name: "Joining instructions to read aloud",
  forms: paperForms,
  audiences: ["coordinator", "the-person"],
  per: "person",
  build: (joining): Doc => {
    const said = spoken(joining);
    const minutes = Math.max(1, Math.ceil(said.join(" ").split(/\s+/u).length / wordsAMinute));
    const takes = `This takes about ${counted(minutes, "minute", "minutes")}`;
    return {
      ...framed(joining.frame),
      title: `To read aloud: how to join ${joining.frame.meeting.name}`,
      saveAs: "joining instructions to read aloud",
      blocks: [
        callout("note", "For whoever reads", [
          paragraph(
            minutes <= mostMinutes
              ? `${takes}. Read slowly, and wait a moment between the parts.`
              : `${takes}, which is long to listen to. Read it in two parts, with a rest between.`,
          ),
        ]),
        ...said.map((part) => paragraph(part)),
      ],
    };
  },
};

function spoken(joining: JoiningFacts): readonly string[] {
  return [
    `Hello ${joining.person.name}. This is how to join ${joining.frame.meeting.name}.`,
    ...easyParts(withoutPictures(joining)).map(
      ({ heading, blocks }) => `${heading.replace(/^\d+\. /u, "")}. ${blocks.flatMap(sentencesOf).join(" ")}`,
    ),
    "That is all. Thank you for listening.",
  ];
}

/** The same where nothing can be looked at: what the pictures show is said in words. */
export function withoutPictures(joining: JoiningFacts): JoiningFacts {
  return { ...joining, photos: { ...joining.photos, pictures: [] } };
}

/** What a part says, a sentence each. Every one ends, so that whoever reads, or a computer that reads, makes a pause. */
export function sentencesOf(block: Block): readonly string[] {
  const ended = (text: string): string => (/[.!?:]$/u.test(text) ? text : `${text}.`);
  if (block.kind === "pictured") return block.lines.map(ended);
  return block.kind === "table" ? block.rows.map((row) => ended(row.map(plain).join(": "))) : [];
}

function plain(cell: readonly Inline[]): string {
  return cell.map((inline) => ("text" in inline ? inline.text : "")).join("");
}
