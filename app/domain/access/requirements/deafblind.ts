// Hands-on, visual-frame and deafblind manual communication, and guides.
import { requirementsOf } from "#app/domain/access/requirement.ts";

export const deafblind = requirementsOf("deafblind", {
  "hands-on-signing": {
    label: "I use hands-on signing.",
    help: "Tell us who you have worked well with, and where you like to sit.",
    sensitivity: "special-category",
    aisCategory: "communication-professional",
    venueShould: ["room-aisle-width", "alarm-pagers"],
    bookings: [{ support: "hands-on-interpreter" }, { support: "communicator-guide" }],
    timetable: { maxContinuousMinutes: 30, minBreakMinutes: 20, extraTimeFactor: 1.5, papersToProfessionalsWorkingDays: 5 },
    layout: ["space-beside-for-assistant", "table-to-write"],
    facilitatorAction: "Name each speaker. Describe votes, laughter and silence. Wait before moving on.",
    needsEvacuationPlan: true,
    sources: ["db-research", "db-sense", "db-scot"],
  },
  "deafblind-manual": {
    label: "I use the deafblind manual alphabet.",
    help: "Tell us who you have worked well with, and how long you like between breaks.",
    sensitivity: "special-category",
    aisCategory: "communication-professional",
    venueShould: ["room-aisle-width", "alarm-pagers"],
    bookings: [{ support: "deafblind-manual-interpreter" }, { support: "communicator-guide" }],
    timetable: { maxContinuousMinutes: 30, minBreakMinutes: 20, extraTimeFactor: 1.5, papersToProfessionalsWorkingDays: 5 },
    layout: ["space-beside-for-assistant", "table-to-write"],
    facilitatorAction: "Name each speaker. Slow the pace. Wait before moving on.",
    needsEvacuationPlan: true,
    sources: ["db-sense", "db-research", "db-scot"],
  },
  "communicator-guide-needed": {
    label: "I need a communicator-guide from door to door.",
    help: "Tell us where to be met, and when you want to be home.",
    sensitivity: "personal",
    aisCategory: "communication-professional",
    venueShould: ["staff-greeter"],
    bookings: [{ support: "communicator-guide" }],
    timetable: { arrivalBufferMinutes: 20 },
    needsEvacuationPlan: true,
    sources: ["db-scot"],
  },
});
