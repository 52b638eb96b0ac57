// Faith, children, caring and the times a person can manage.
import { clockTimeOf } from "#app/domain/basics/dates.ts";
import { requirementsOf } from "#app/domain/access/requirement.ts";

export const faithFamilyTime = requirementsOf("faith-family-time", {
  "prayer-space": {
    label: "I need a place and time to pray.",
    help: "Tell us the times.",
    sensitivity: "special-category",
    venueMust: ["prayer-room"],
    venueNice: ["washing-before-prayer"],
    timetable: { fixedBreakTimes: true, minBreakMinutes: 20 },
    sources: ["ulster-arrange"],
  },
  "avoid-holy-days": {
    label: "I cannot meet on certain holy days or after sunset on Friday.",
    help: "Tell us the dates.",
    sensitivity: "special-category",
    timetable: { avoidDates: true, endBeforeSunsetFridayMinutes: 120 },
    sources: ["scie-planning", "scope-date"],
  },
  childcare: {
    label: "I need childcare, or to bring my child.",
    help: "Tell us ages and times. We pay agreed costs.",
    sensitivity: "low",
    venueShould: ["feeding-expressing-room"],
    bookings: [{ support: "childcare-costs" }],
    timetable: { latestEnd: clockTimeOf("14:30"), earliestStart: clockTimeOf("09:45") },
    sources: ["scie-expenses", "frida"],
  },
  "replacement-care": {
    label: "I care for someone. I need cover for them.",
    help: "Tell us the hours, with travel. We pay agreed costs.",
    sensitivity: "personal",
    bookings: [{ support: "replacement-care" }],
    timetable: { endOnTime: true },
    sources: ["scie-expenses"],
  },
  "feeding-baby": {
    label: "I need a room to feed a baby or express milk.",
    help: "A private room with a chair, a lock and a socket.",
    sensitivity: "special-category",
    venueMust: ["feeding-expressing-room"],
    timetable: { minBreakMinutes: 30 },
    sources: ["frida"],
  },
  "school-hours": {
    label: "I need school hours, in term time.",
    help: "Tell us your local term dates.",
    sensitivity: "low",
    timetable: { earliestStart: clockTimeOf("09:45"), latestEnd: clockTimeOf("14:30"), termTimeOnly: true },
    sources: ["ulster-arrange"],
  },
  "work-hours-only": {
    label: "I work. I need an evening or lunchtime meeting.",
    help: "Tell us the times that work.",
    sensitivity: "low",
    timetable: { earliestStart: clockTimeOf("17:30") },
    online: ["recording-with-consent"],
    sources: ["lanarkshire"],
  },
  "quiet-room-shared": {
    label: "I need the quiet room to myself at times.",
    help: "We make a timetable for the room.",
    sensitivity: "personal",
    bookings: [{ support: "room-care-hire", unlessVenueHas: ["private-care-room"] }],
    sources: ["alz"],
  },
});
