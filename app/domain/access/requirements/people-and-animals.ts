// Assistants, supporters and assistance dogs.
import { requirementsOf } from "#app/domain/access/requirement.ts";

export const peopleAndAnimals = requirementsOf("people-and-animals", {
  "own-pa": {
    label: "I bring my own assistant.",
    help: "We pay their fee, travel and meal. Tell us what they need.",
    sensitivity: "personal",
    venueShould: ["wheelchair-spaces"],
    bookings: [{ support: "pa-own" }],
    layout: ["space-beside-for-assistant"],
    sources: ["scie-expenses", "sol", "ulster-day"],
  },
  "pa-arranged": {
    label: "I need you to arrange an assistant.",
    help: "Tell us the tasks in your own words, and if you want to meet them first.",
    sensitivity: "special-category",
    bookings: [{ support: "pa-provided" }],
    layout: ["space-beside-for-assistant"],
    sources: ["scie-expenses"],
  },
  advocate: {
    label: "I need an advocate.",
    help: "Someone independent who is on your side.",
    sensitivity: "personal",
    bookings: [{ support: "advocate" }],
    timetable: { preMeetingMinutes: 30 },
    layout: ["seat-beside-supporter"],
    sources: ["mlmc"],
  },
  "assistance-dog": {
    label: "I bring an assistance dog.",
    help: "Tell us what your dog needs: water, floor space, a place to go outside.",
    sensitivity: "personal",
    venueMust: ["dogs-welcome", "dog-floor-space"],
    venueShould: ["dog-spending-distance", "dog-water"],
    bookings: [{ support: "peep-conversation" }],
    timetable: { minBreakMinutes: 15 },
    layout: ["space-for-dog", "seat-end-of-row"],
    facilitatorAction: "Do not touch or feed the dog.",
    needsEvacuationPlan: true,
    sources: ["ehrc-dogs"],
  },
  "dog-allergy": {
    label: "I have an allergy to dogs.",
    help: "Tell us if distance and fresh air are enough, or if you cannot be in the same room.",
    sensitivity: "special-category",
    venueShould: ["room-fresh-air", "room-area-per-person"],
    layout: ["seat-away-from-dog"],
    sources: ["conf-mi", "ehrc-dogs"],
  },
  "dog-fear": {
    label: "I am frightened of dogs.",
    help: "Tell us what helps: distance, knowing where the dog is, meeting first.",
    sensitivity: "personal",
    layout: ["seat-away-from-dog", "seat-near-door"],
    sources: ["convention"],
  },
});
