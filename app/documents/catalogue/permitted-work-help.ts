// Help with form PW1, for whoever gets New Style ESA: what to have ready, what to write about this meeting, and how to send it.
// It is the same paper for everybody with an offer, so having it says nothing about anybody; it names no benefit they get.
import type { Doc } from "#app/documents/model.ts";
import { bullets, callout, facts, paragraph, penLine, penLines, section, steps, tickBoxes } from "#app/documents/model.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { PaidWithin } from "#app/domain/payments/offer.ts";
import { permittedWorkSource, permittedWorkSteps, saySource } from "#app/words/benefits.ts";
import { duration, list, longDate, money } from "#app/words/format.ts";
import { paidWithinWords } from "#app/words/payments.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { contactOnPaper, framed, whenOnPaper, whereOnPaper, type PaperFrame } from "./meeting-on-paper.ts";

export type PermittedWorkHelpFacts = {
  readonly frame: PaperFrame;
  readonly personName: string;
  /** The days of the work and how long it takes in all, getting ready included; no days when none is known. */
  readonly days: readonly CalendarDate[];
  readonly minutes: number;
  readonly total: Pence;
  readonly paidWithin: PaidWithin;
  readonly paysCosts: boolean;
  /** Whom to ask for free advice in this nation. */
  readonly advice: readonly string[];
};

export const permittedWorkHelp: DocumentDefinition<PermittedWorkHelpFacts> = {
  id: "permitted-work-help",
  name: "Help with the permitted work form",
  forms: paperForms,
  audiences: ["coordinator", "the-person"],
  per: "person",
  build: buildPermittedWorkHelp,
};

function buildPermittedWorkHelp(given: PermittedWorkHelpFacts): Doc {
  const { frame, personName, days, minutes, total, paidWithin, paysCosts, advice } = given;
  const { organisation, meeting } = frame;
  return {
    ...framed(frame),
    title: "Help with form PW1",
    saveAs: "help with the permitted work form",
    blocks: [
      paragraph(
        "Form PW1 tells the office that pays New Style ESA about work you would like to do. It is for people who get New Style ESA. You do not need it for anything else.",
      ),
      callout("deadline", "Send it before you start", [
        paragraph(days.length === 0 ? "The day is not chosen yet." : `You would start on ${longDate(days[0] ?? frame.madeOn)}.`),
      ]),
      section("What to do", [steps(permittedWorkSteps.map(({ text }) => text))]),
      section("What to write about this", [
        facts([
          ["Your name", personName],
          ["Who asks you", [organisation.name, ...(organisation.address ?? [])].join(", ")],
          ["Who to ask about it", meeting.contact === null ? organisation.name : contactOnPaper(meeting.contact)],
          ["What you would do", "Give your views and experience at a meeting. It is not a job, and you can stop at any time."],
          ["Meeting", meeting.name],
          ["When", days.length === 0 ? whenOnPaper(meeting) : list(days.map(longDate))],
          ["Where", whereOnPaper(meeting)],
          ["It starts", days.length === 0 ? "Not known yet" : longDate(days[0] ?? frame.madeOn)],
          ["It likely ends", days.length === 0 ? "Not known yet" : longDate(days.at(-1) ?? frame.madeOn)],
          ["How long in all", minutes > 0 ? duration(minutes) : "Not known yet"],
          ["Usual and most hours a week", minutes > 0 ? `${duration(minutes)}, if all of it is in one week` : "Not known yet"],
          ["Usual and most pay a week", total > 0 ? `${money(total)}, all of it, paid once` : "Nothing"],
          ["How often it is paid", total > 0 ? `Once, ${paidWithinWords(paidWithin)} after your claim is agreed` : "There is no payment"],
          ["Costs paid back", paysCosts ? "Yes, apart from pay. They only cover what you spend." : "None"],
        ]),
      ]),
      section("What only you know", [
        bullets([
          "Other work you do, paid or not, and its hours.",
          "The support you have while you work.",
          "The address on your ESA letters.",
        ]),
        penLines([
          penLine("Help you need to do this because of your health", "line"),
          penLine("Who supports you at work, if somebody does", "line"),
          penLine("Their role, and who employs them", "line"),
        ]),
        tickBoxes("Before you post it", [["I kept a copy", false]]),
        penLines([penLine("I posted it on", "date"), penLine("I sent it to", "line")]),
      ]),
      section("If you are in Northern Ireland", [paragraph("Send it to the ESA Centre that writes to you.")]),
      paragraph(
        "This is general information, not advice about you. An independent adviser can look at your own case for free. Keep a copy of what you send.",
      ),
      paragraph(`Free advice: ${list(advice)}.`),
      paragraph(`Source: ${saySource(permittedWorkSource)}.`),
    ],
  };
}
