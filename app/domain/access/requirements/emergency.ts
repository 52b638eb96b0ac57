// Getting out safely.
import { requirementsOf } from "#app/domain/access/requirement.ts";

export const emergency = requirementsOf("emergency", {
  "evacuation-help": {
    label: "I would need help to get out in a fire.",
    help: "We agree a plan with you before the meeting.",
    sensitivity: "special-category",
    venueMust: ["exit-step-free"],
    venueShould: ["refuge", "refuge-two-way-call", "evac-chair-trained"],
    venueNice: ["evac-lift"],
    bookings: [{ support: "peep-conversation" }],
    layout: ["seat-near-door"],
    needsEvacuationPlan: true,
    sources: ["fire-disabled", "peep-form"],
  },
  "evacuation-briefing": {
    label: "I need the fire plan explained to me before we start.",
    help: "In easy read, BSL, large print or by walking the route.",
    sensitivity: "low",
    venueShould: ["alarm-test-known"],
    bookings: [{ support: "peep-conversation" }],
    timetable: { arrivalBufferMinutes: 15 },
    needsEvacuationPlan: true,
    sources: ["fire-disabled", "doncaster"],
  },
});
