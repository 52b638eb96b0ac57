// Joining instructions as the script of a film in British Sign Language: the parts of the letter in the same order, one idea a line, for
// whoever signs it to put into signs.
import { callout, paragraph, section } from "#app/documents/model.ts";
import type { Doc } from "#app/documents/model.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { sentencesOf, withoutPictures } from "./joining-aloud.ts";
import { easyParts } from "./joining-easy-read.ts";
import type { JoiningFacts } from "./joining-instructions.ts";
import { framed } from "./meeting-on-paper.ts";

export const joiningSigned: DocumentDefinition<JoiningFacts> = {
  id: "joining-signed",
  name: "Joining instructions, script for filming",
  forms: paperForms,
  audiences: ["coordinator"],
  per: "person",
  build: (joining): Doc => ({
    ...framed(joining.frame),
    title: `BSL script for filming: how to join ${joining.frame.meeting.name}`,
    saveAs: "joining instructions BSL script",
    blocks: [
      callout("note", "For whoever signs", [
        paragraph("This is a script for a film in British Sign Language (BSL). Each line is one idea. Keep the order of the parts."),
        paragraph("Show names, addresses, numbers and links in letters on the screen as well."),
      ]),
      paragraph(`This is for ${joining.person.name}.`),
      ...easyParts(withoutPictures(joining)).map(({ heading, blocks }) =>
        section(
          heading,
          blocks.flatMap(sentencesOf).map((sentence) => paragraph(sentence)),
        ),
      ),
    ],
  }),
};
