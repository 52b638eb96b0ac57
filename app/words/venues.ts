// Headings and messages of the venue side.
import type { VenueArea } from "#app/domain/access/venue-features.ts";
import { counted } from "./format.ts";

/** The parts of a building, as headings. */
export const areaName: Readonly<Record<VenueArea, string>> = {
  arrival: "Arriving and parking",
  entrance: "The way in",
  circulation: "Doors and routes inside",
  room: "The room",
  "support-rooms": "Quiet and other rooms",
  toilets: "Toilets",
  animals: "Assistance dogs",
  food: "Food and drink",
  air: "Smell and air",
  emergency: "Emergencies",
  staff: "People and policies",
};

/** About 20 seconds a question: our own reckoning. */
export function aboutMinutes(questions: number): string {
  return `About ${counted(Math.max(1, Math.ceil(questions / 3)), "minute", "minutes")}.`;
}

/** The email to a venue. It says what is asked and never who asks. */
export function checklistMessage(extraLine: string) {
  return (facts: { readonly link: string; readonly venue: string; readonly organisation: string; readonly meeting: string }) => ({
    subject: `Access checklist for ${facts.venue}`,
    body: [
      `${facts.organisation} plans to meet at ${facts.venue}: ${facts.meeting}.`,
      "Please answer some questions about access. “I do not know” is a fine answer. You can stop and come back.",
      ...(extraLine === "" ? [] : [extraLine]),
      facts.link,
    ].join("\n\n"),
  });
}
