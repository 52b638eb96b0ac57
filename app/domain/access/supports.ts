// What can be booked, hired or made: people, services, transport, equipment, rooms, food and formats.
// Lead times are in working days before the meeting; those of kind format-production count back from the papers date.
// Those marked as convention are our working rules: local suppliers may need more, and the organisation can change them.
import type { AccessSourceId } from "./access-sources.ts";

export const supportKinds = [
  "communication-professional",
  "support-role",
  "service",
  "transport",
  "equipment",
  "room",
  "catering",
  "format-production",
] as const;
export type SupportKind = (typeof supportKinds)[number];

/** All that finance ever sees of a booking besides its money. */
export type CostCategory =
  | "communication support"
  | "support person"
  | "access support"
  | "facilitation"
  | "none"
  | "travel"
  | "accommodation"
  | "replacement care"
  | "equipment"
  | "venue"
  | "catering"
  | "accessible information";

/** So many for a booking longer than so many minutes; the last step that applies counts. */
export type LengthStep = { readonly overMinutes: number; readonly count: number };

type QuantityPer =
  | { readonly per: "meeting" | "language"; readonly byLength: readonly LengthStep[] }
  | { readonly per: "attendee"; readonly byLength: readonly LengthStep[] }
  | { readonly per: "attendee"; readonly eachServes: number }
  | { readonly per: "people-at-the-meeting"; readonly eachServes: number }
  | { readonly per: "document"; readonly translators?: number };

export type QuantityRule<OtherSupport extends string = SupportId> = QuantityPer & {
  readonly text: string;
  /** One more for each parallel small group that has somebody who needs it. */
  readonly morePerParallelGroup?: number;
  readonly isShareable?: boolean;
  readonly mostPeopleSharing?: number;
  /** Colleagues change places after so many minutes. */
  readonly swapMinutes?: number;
  readonly longestStretchMinutes?: number;
  readonly extraTimeFactor?: number;
  readonly preMeetingMinutes?: number;
  readonly debriefMinutes?: number;
  /** Never booked without this other support. */
  readonly alwaysWith?: OtherSupport;
};

export type Support<OtherSupport extends string = SupportId> = {
  readonly label: string;
  readonly kind: SupportKind;
  readonly leadWorkingDays: { readonly minimum: number; readonly typical: number };
  readonly leadBasis: "published" | "convention";
  readonly quantity: QuantityRule<OtherSupport>;
  readonly sources: readonly AccessSourceId[];
  /** The register a professional is on; check the badge or number. */
  readonly register?: string;
  readonly positionAndNeeds?: string;
  /** Papers must reach them so many working days before the meeting. */
  readonly briefingWorkingDays?: number;
  readonly costCategory: CostCategory;
  /** What a wholly online meeting needs in its place; without this, the same support serves online. */
  readonly whenOnline?: OtherSupport | "not-needed";
  /** What to try when this cannot be had. */
  readonly fallbackSupports?: readonly OtherSupport[];
};

// The function only lets entries name each other: a support that does not exist does not compile.
const supportsOf = <Id extends string>(entries: { readonly [Key in Id]: Support<NoInfer<Id>> }) => entries;

export const supports = supportsOf({
  "bsl-interpreter": {
    label: "BSL/English interpreter",
    kind: "communication-professional",
    leadWorkingDays: { minimum: 20, typical: 30 },
    leadBasis: "published",
    whenOnline: "bsl-interpreter-remote",
    quantity: {
      text: "1 if the booking is 30 minutes or less; 2 above 30 minutes is usual and above 60 minutes required; 1 more for each parallel small group that has a signing attendee; share between deaf attendees who can see the same interpreter",
      per: "meeting",
      byLength: [
        { overMinutes: 0, count: 1 },
        { overMinutes: 30, count: 2 },
        { overMinutes: 60, count: 2 },
        { overMinutes: 240, count: 3 },
      ],
      swapMinutes: 20,
      morePerParallelGroup: 1,
      isShareable: true,
    },
    sources: ["bsl-edin", "bsl-chh", "bsl-deaflink", "bsl-lamb", "bsl-cu"],
    register: "NRCPD or SRLPDC",
    positionAndNeeds:
      "Opposite the signing attendee, beside the speaker, plain background, lit face and hands, not in front of a window; parking or route details",
    briefingWorkingDays: 5,
    costCategory: "communication support",
    fallbackSupports: ["bsl-interpreter-remote"],
  },
  "bsl-interpreter-remote": {
    label: "BSL/English interpreter by video",
    kind: "communication-professional",
    leadWorkingDays: { minimum: 3, typical: 10 },
    leadBasis: "convention",
    quantity: {
      text: "As in the room; 2 above 30 minutes of continuous work; pinned at all times",
      per: "meeting",
      byLength: [
        { overMinutes: 0, count: 1 },
        { overMinutes: 30, count: 2 },
        { overMinutes: 240, count: 3 },
      ],
      swapMinutes: 20,
      isShareable: true,
    },
    sources: ["bsl-edin", "ulster-online"],
    register: "NRCPD",
    positionAndNeeds: "Own screen tile pinned; interpreter must see and hear everyone",
    briefingWorkingDays: 5,
    costCategory: "communication support",
  },
  "deaf-relay-interpreter": {
    label: "Deaf relay (intralingual) interpreter",
    kind: "communication-professional",
    leadWorkingDays: { minimum: 20, typical: 30 },
    leadBasis: "convention",
    quantity: {
      text: "1 for up to 2 hours with breaks, always with a BSL/English interpreter",
      per: "meeting",
      byLength: [
        { overMinutes: 0, count: 1 },
        { overMinutes: 120, count: 2 },
      ],
      alwaysWith: "bsl-interpreter",
    },
    sources: ["gmcdp"],
    register: "NRCPD",
    positionAndNeeds: "Beside the deaf attendee, facing the BSL interpreter",
    briefingWorkingDays: 5,
    costCategory: "communication support",
  },
  "sse-interpreter": {
    label: "Sign Supported English communicator",
    kind: "communication-professional",
    leadWorkingDays: { minimum: 20, typical: 30 },
    leadBasis: "convention",
    quantity: {
      text: "As for BSL interpreters",
      per: "meeting",
      byLength: [
        { overMinutes: 0, count: 1 },
        { overMinutes: 30, count: 2 },
      ],
      swapMinutes: 20,
      isShareable: true,
    },
    sources: ["gmcdp"],
    positionAndNeeds: "Clear view of face and hands",
    briefingWorkingDays: 5,
    costCategory: "communication support",
    fallbackSupports: ["bsl-interpreter-remote"],
  },
  "hands-on-interpreter": {
    label: "Hands-on (tactile) or visual-frame BSL interpreter",
    kind: "communication-professional",
    leadWorkingDays: { minimum: 20, typical: 40 },
    leadBasis: "convention",
    quantity: {
      text: "2 for each deafblind attendee above 30 minutes; not shareable",
      per: "attendee",
      byLength: [
        { overMinutes: 0, count: 1 },
        { overMinutes: 30, count: 2 },
      ],
      swapMinutes: 15,
      isShareable: false,
    },
    sources: ["db-research", "db-sense"],
    register: "NRCPD (interpreters for deafblind people)",
    positionAndNeeds: "Seated within touch, slightly behind or beside; sees the speaker and the main interpreter; dark plain top",
    briefingWorkingDays: 5,
    costCategory: "communication support",
  },
  "deafblind-manual-interpreter": {
    label: "Deafblind manual interpreter",
    kind: "communication-professional",
    leadWorkingDays: { minimum: 20, typical: 40 },
    leadBasis: "convention",
    quantity: {
      text: "2 for each attendee above 30 minutes; not shareable; slower than speech, so lengthen items",
      per: "attendee",
      byLength: [
        { overMinutes: 0, count: 1 },
        { overMinutes: 30, count: 2 },
      ],
      swapMinutes: 15,
      isShareable: false,
      extraTimeFactor: 1.5,
    },
    sources: ["db-sense", "db-research"],
    register: "NRCPD",
    positionAndNeeds: "Seated side by side at a table corner within touch",
    briefingWorkingDays: 5,
    costCategory: "communication support",
  },
  "communicator-guide": {
    label: "Communicator-guide (door to door)",
    kind: "support-role",
    leadWorkingDays: { minimum: 15, typical: 20 },
    leadBasis: "convention",
    quantity: {
      text: "1 for each deafblind attendee; collects, guides, supports, takes home; does not replace an interpreter for a BSL user",
      per: "attendee",
      eachServes: 1,
      isShareable: false,
    },
    sources: ["db-scot"],
    positionAndNeeds: "Travel time both ways is paid; own meal and seat",
    costCategory: "communication support",
  },
  "sttr-in-room": {
    label: "Speech-to-text reporter in the room",
    kind: "communication-professional",
    leadWorkingDays: { minimum: 20, typical: 30 },
    leadBasis: "published",
    whenOnline: "sttr-remote",
    quantity: {
      text: "1 with a break at least every 90 minutes at the outside, better every 30 to 60; 2 for a full day, technical talk or heated debate",
      per: "meeting",
      byLength: [
        { overMinutes: 0, count: 1 },
        { overMinutes: 120, count: 2 },
      ],
      longestStretchMinutes: 90,
      isShareable: true,
    },
    sources: ["sttr-2", "sttr-k", "sol"],
    register: "NRCPD / AVSTTR",
    positionAndNeeds: "Table, socket, clear sound feed, screen or tablet beside the speaker",
    briefingWorkingDays: 10,
    costCategory: "communication support",
    fallbackSupports: ["sttr-remote", "notetaker-electronic"],
  },
  "sttr-remote": {
    label: "Live captioner working remotely",
    kind: "communication-professional",
    leadWorkingDays: { minimum: 3, typical: 10 },
    leadBasis: "convention",
    quantity: {
      text: "1 up to 2 hours with breaks, 2 above; needs one clean audio feed from room microphones",
      per: "meeting",
      byLength: [
        { overMinutes: 0, count: 1 },
        { overMinutes: 120, count: 2 },
      ],
      longestStretchMinutes: 60,
      isShareable: true,
    },
    sources: ["frida", "sttr-k"],
    positionAndNeeds: "Stable line, microphone on every speaker, caption window link sent to attendees",
    briefingWorkingDays: 5,
    costCategory: "communication support",
  },
  lipspeaker: {
    label: "Registered lipspeaker",
    kind: "communication-professional",
    leadWorkingDays: { minimum: 20, typical: 30 },
    leadBasis: "convention",
    quantity: {
      text: "1 up to 60 minutes with a break each 30 minutes; 2 above 60 minutes",
      per: "meeting",
      byLength: [
        { overMinutes: 0, count: 1 },
        { overMinutes: 60, count: 2 },
      ],
      longestStretchMinutes: 30,
      isShareable: true,
      mostPeopleSharing: 3,
    },
    sources: ["lip-fdp", "lip-rnid"],
    register: "NRCPD",
    positionAndNeeds: "About 1 to 2 m in front of the lipreader, lit face, plain background",
    briefingWorkingDays: 5,
    costCategory: "communication support",
    fallbackSupports: ["sttr-remote"],
  },
  "notetaker-electronic": {
    label: "Electronic notetaker",
    kind: "communication-professional",
    leadWorkingDays: { minimum: 10, typical: 20 },
    leadBasis: "convention",
    quantity: {
      text: "1 up to 60 minutes; 2 above 60 minutes without breaks",
      per: "meeting",
      byLength: [
        { overMinutes: 0, count: 1 },
        { overMinutes: 60, count: 2 },
      ],
      isShareable: true,
    },
    sources: ["note-rnid", "gmcdp"],
    register: "NRCPD",
    positionAndNeeds: "Table, socket; linked tablet for the reader",
    briefingWorkingDays: 3,
    costCategory: "communication support",
    fallbackSupports: ["notetaker-manual"],
  },
  "notetaker-manual": {
    label: "Manual notetaker",
    kind: "communication-professional",
    leadWorkingDays: { minimum: 5, typical: 15 },
    leadBasis: "convention",
    quantity: { text: "1 for each attendee who asked", per: "attendee", eachServes: 1, isShareable: true },
    sources: ["note-rnid"],
    positionAndNeeds: "Seat beside the attendee",
    briefingWorkingDays: 2,
    costCategory: "communication support",
  },
  "spoken-language-interpreter": {
    label: "Spoken-language interpreter",
    kind: "communication-professional",
    leadWorkingDays: { minimum: 5, typical: 10 },
    leadBasis: "convention",
    quantity: {
      text: "1 for each language up to 60 minutes; 2 above 60 minutes if simultaneous",
      per: "language",
      byLength: [
        { overMinutes: 0, count: 1 },
        { overMinutes: 60, count: 2 },
      ],
      swapMinutes: 30,
      isShareable: true,
    },
    sources: ["ulster-arrange", "convention"],
    positionAndNeeds: "Seat beside the attendee, or whisper/radio equipment; check dialect and gender preference",
    briefingWorkingDays: 3,
    costCategory: "communication support",
  },
  "speech-supporter": {
    label: "Communication supporter or re-voicer for unclear speech or AAC",
    kind: "support-role",
    leadWorkingDays: { minimum: 5, typical: 15 },
    leadBasis: "convention",
    quantity: { text: "1 for each attendee who asked; the attendee chooses the person", per: "attendee", eachServes: 1 },
    sources: ["stammer", "sol"],
    positionAndNeeds: "Seat beside; speaks only when asked",
    costCategory: "communication support",
  },
  advocate: {
    label: "Independent advocate",
    kind: "support-role",
    leadWorkingDays: { minimum: 10, typical: 15 },
    leadBasis: "convention",
    quantity: { text: "1 for each attendee who asked; meets them before", per: "attendee", eachServes: 1 },
    sources: ["mlmc", "lanarkshire"],
    briefingWorkingDays: 3,
    costCategory: "support person",
  },
  "meeting-supporter": {
    label: "Supporter for an attendee with a learning disability (pre-meeting, meeting, debrief)",
    kind: "support-role",
    leadWorkingDays: { minimum: 5, typical: 15 },
    leadBasis: "published",
    quantity: {
      text: "1 for each attendee; add 60 minutes before papers are discussed and 30 minutes after",
      per: "attendee",
      eachServes: 1,
      preMeetingMinutes: 60,
      debriefMinutes: 30,
    },
    sources: ["lir-before", "lir-during", "mlmc"],
    positionAndNeeds: "Sits beside, does not answer for the person; gets the same papers",
    briefingWorkingDays: 5,
    costCategory: "support person",
  },
  "pa-own": {
    label: "Attendee's own personal assistant: fee, travel and meal agreed",
    kind: "support-role",
    leadWorkingDays: { minimum: 3, typical: 10 },
    leadBasis: "published",
    quantity: { text: "1 for each attendee, 2 if they say so", per: "attendee", eachServes: 1 },
    sources: ["scie-expenses", "sol"],
    positionAndNeeds: "Seat, meal, travel, name badge",
    costCategory: "support person",
  },
  "pa-provided": {
    label: "Personal assistant arranged by the organiser",
    kind: "support-role",
    leadWorkingDays: { minimum: 10, typical: 20 },
    leadBasis: "convention",
    quantity: { text: "1 for each attendee who asked; same gender if asked", per: "attendee", eachServes: 1 },
    sources: ["scie-expenses"],
    positionAndNeeds: "Met by the attendee beforehand; task list in the attendee's words",
    costCategory: "support person",
  },
  "sighted-guide": {
    label: "Sighted guide from the door or station",
    kind: "support-role",
    leadWorkingDays: { minimum: 2, typical: 5 },
    leadBasis: "convention",
    whenOnline: "not-needed",
    quantity: { text: "1 for up to 2 attendees arriving together; 1 each in an emergency", per: "attendee", eachServes: 2 },
    sources: ["ada-temp", "scie-planning"],
    costCategory: "support person",
  },
  "audio-description": {
    label: "Person who describes slides and visual activities aloud",
    kind: "support-role",
    leadWorkingDays: { minimum: 2, typical: 5 },
    leadBasis: "published",
    quantity: { text: "1 for the meeting; can be the presenter, if rehearsed", per: "meeting", byLength: [{ overMinutes: 0, count: 1 }] },
    sources: ["wai-events"],
    costCategory: "access support",
  },
  "wellbeing-supporter": {
    label: "Wellbeing supporter outside the room",
    kind: "support-role",
    leadWorkingDays: { minimum: 5, typical: 10 },
    leadBasis: "convention",
    quantity: {
      text: "1 for up to 12 attendees when the topic may distress; not the facilitator",
      per: "people-at-the-meeting",
      eachServes: 12,
    },
    sources: ["trauma-kh", "trauma-ctipp", "ym-quaker"],
    positionAndNeeds: "Quiet room nearby",
    costCategory: "support person",
  },
  "co-facilitator": {
    label: "Second facilitator watching hands, chat, cards and time",
    kind: "support-role",
    leadWorkingDays: { minimum: 3, typical: 10 },
    leadBasis: "convention",
    quantity: {
      text: "1 when hybrid, when cards are used, or above 10 attendees",
      per: "meeting",
      byLength: [{ overMinutes: 0, count: 1 }],
    },
    sources: ["w3c-remote", "lir-during"],
    costCategory: "facilitation",
  },
  "online-access-host": {
    label: "Online access host: lets people in, runs captions, pins interpreters, answers a phone line",
    kind: "support-role",
    leadWorkingDays: { minimum: 3, typical: 10 },
    leadBasis: "published",
    quantity: { text: "1 for every online or hybrid meeting; not the chair", per: "meeting", byLength: [{ overMinutes: 0, count: 1 }] },
    sources: ["w3c-remote", "ulster-online"],
    costCategory: "facilitation",
  },
  "tech-rehearsal": {
    label: "One-to-one practice call before an online meeting",
    kind: "service",
    leadWorkingDays: { minimum: 2, typical: 5 },
    leadBasis: "published",
    quantity: {
      text: "15 to 30 minutes for each attendee who asked and for each interpreter or captioner",
      per: "attendee",
      eachServes: 1,
    },
    sources: ["doncaster", "afme"],
    costCategory: "none",
  },
  "pre-visit": {
    label: "Visit or video walk-through of the venue beforehand",
    kind: "service",
    leadWorkingDays: { minimum: 5, typical: 10 },
    leadBasis: "convention",
    whenOnline: "not-needed",
    quantity: { text: "1 for each attendee who asked", per: "attendee", eachServes: 1 },
    sources: ["autism-dialogue", "nhse-meetings"],
    costCategory: "travel",
  },
  "accessible-taxi": {
    label: "Wheelchair-accessible taxi, both ways, time fixed",
    kind: "transport",
    leadWorkingDays: { minimum: 2, typical: 5 },
    leadBasis: "convention",
    whenOnline: "not-needed",
    quantity: { text: "1 vehicle for each wheelchair user unless two agree and the vehicle holds two", per: "attendee", eachServes: 1 },
    sources: ["scie-venue", "scie-planning"],
    positionAndNeeds: "Chair size, ramp or lift, fixed return 15 minutes after the end",
    costCategory: "travel",
  },
  "taxi-standard": {
    label: "Prepaid taxi, both ways",
    kind: "transport",
    leadWorkingDays: { minimum: 1, typical: 3 },
    leadBasis: "convention",
    whenOnline: "not-needed",
    quantity: { text: "1 vehicle for up to 3 attendees who agree to share", per: "attendee", eachServes: 1 },
    sources: ["scie-planning", "lanarkshire"],
    costCategory: "travel",
  },
  "parking-reservation": {
    label: "Named accessible parking bay",
    kind: "transport",
    leadWorkingDays: { minimum: 2, typical: 10 },
    leadBasis: "convention",
    whenOnline: "not-needed",
    quantity: { text: "1 bay for each attendee who asked", per: "attendee", eachServes: 1 },
    sources: ["wiltshire", "sol"],
    costCategory: "none",
  },
  "rail-assistance": {
    label: "Rail Passenger Assist",
    kind: "transport",
    leadWorkingDays: { minimum: 1, typical: 3 },
    leadBasis: "published",
    whenOnline: "not-needed",
    quantity: { text: "1 booking for each leg; the operator accepts requests up to 2 hours before", per: "attendee", eachServes: 1 },
    sources: ["rail-assist"],
    costCategory: "none",
  },
  "travel-prepaid": {
    label: "Tickets or travel bought for the attendee in advance",
    kind: "transport",
    leadWorkingDays: { minimum: 5, typical: 10 },
    leadBasis: "convention",
    whenOnline: "not-needed",
    quantity: { text: "1 for each attendee who asked", per: "attendee", eachServes: 1 },
    sources: ["scie-expenses", "crohns"],
    costCategory: "travel",
  },
  "overnight-stay": {
    label: "Accessible hotel room the night before or after",
    kind: "transport",
    leadWorkingDays: { minimum: 10, typical: 20 },
    leadBasis: "convention",
    whenOnline: "not-needed",
    quantity: { text: "1 room, plus 1 for the assistant", per: "attendee", eachServes: 1 },
    sources: ["crohns", "scie-expenses"],
    positionAndNeeds: "Check shower, bed height, hoist space, vibrating alarm",
    costCategory: "accommodation",
  },
  "childcare-costs": {
    label: "Childcare on site or paid",
    kind: "service",
    leadWorkingDays: { minimum: 10, typical: 15 },
    leadBasis: "convention",
    quantity: { text: "For each attendee who asked; registered carer if on site", per: "attendee", eachServes: 1 },
    sources: ["scie-expenses"],
    costCategory: "replacement care",
  },
  "replacement-care": {
    label: "Replacement care for the person an attendee cares for",
    kind: "service",
    leadWorkingDays: { minimum: 10, typical: 20 },
    leadBasis: "convention",
    quantity: { text: "For each carer who asked; covers travel time as well", per: "attendee", eachServes: 1 },
    sources: ["scie-expenses"],
    costCategory: "replacement care",
  },
  "portable-loop": {
    label: "Portable hearing loop or radio aids",
    kind: "equipment",
    leadWorkingDays: { minimum: 3, typical: 7 },
    leadBasis: "convention",
    whenOnline: "not-needed",
    quantity: {
      text: "Loop for a small table of up to about 6; radio or infrared receivers 1 for each attendee plus 1 spare",
      per: "attendee",
      eachServes: 1,
    },
    sources: ["sol", "bs7594"],
    positionAndNeeds: "Set up and tested 60 minutes before",
    costCategory: "equipment",
  },
  "loop-check": {
    label: "Loop and microphone check with a listener",
    kind: "service",
    leadWorkingDays: { minimum: 1, typical: 5 },
    leadBasis: "published",
    whenOnline: "not-needed",
    quantity: { text: "1 check in the week before and 1 on the day", per: "meeting", byLength: [{ overMinutes: 0, count: 2 }] },
    sources: ["sol", "bs7594"],
    costCategory: "none",
  },
  "ramp-portable": {
    label: "Portable ramp hire",
    kind: "equipment",
    leadWorkingDays: { minimum: 3, typical: 7 },
    leadBasis: "convention",
    whenOnline: "not-needed",
    quantity: {
      text: "1 for each stepped point; length at least 12 times the rise",
      per: "meeting",
      byLength: [{ overMinutes: 0, count: 1 }],
    },
    sources: ["adm-1.26"],
    costCategory: "equipment",
  },
  "changing-places-mobile": {
    label: "Mobile Changing Places unit hire",
    kind: "equipment",
    leadWorkingDays: { minimum: 20, typical: 40 },
    leadBasis: "convention",
    whenOnline: "not-needed",
    quantity: { text: "1 for each event; level ground about 8 x 3 m, power", per: "meeting", byLength: [{ overMinutes: 0, count: 1 }] },
    sources: ["cp-std"],
    costCategory: "equipment",
  },
  "chair-special": {
    label: "Special seating hire (high-back, wide, recliner)",
    kind: "equipment",
    leadWorkingDays: { minimum: 3, typical: 7 },
    leadBasis: "convention",
    whenOnline: "not-needed",
    quantity: { text: "1 for each attendee who asked", per: "attendee", eachServes: 1 },
    sources: ["sol"],
    costCategory: "equipment",
  },
  "alarm-pager": {
    label: "Vibrating alarm pager",
    kind: "equipment",
    leadWorkingDays: { minimum: 2, typical: 7 },
    leadBasis: "convention",
    whenOnline: "not-needed",
    quantity: { text: "1 for each attendee who would not hear the alarm", per: "attendee", eachServes: 1 },
    sources: ["peep-why"],
    costCategory: "equipment",
  },
  "room-quiet-hire": {
    label: "Second room held all day as a quiet room",
    kind: "room",
    leadWorkingDays: { minimum: 5, typical: 15 },
    leadBasis: "convention",
    whenOnline: "not-needed",
    quantity: { text: "1 for each 25 attendees or part; step-free, same floor", per: "people-at-the-meeting", eachServes: 25 },
    sources: ["alz", "disc-edin"],
    costCategory: "venue",
  },
  "room-care-hire": {
    label: "Private room for care, medication, feeding or rest",
    kind: "room",
    leadWorkingDays: { minimum: 5, typical: 15 },
    leadBasis: "convention",
    whenOnline: "not-needed",
    quantity: { text: "1; timetable use if more than one asked", per: "meeting", byLength: [{ overMinutes: 0, count: 1 }] },
    sources: ["incl-scot"],
    costCategory: "venue",
  },
  "catering-special": {
    label: "Separate labelled meal",
    kind: "catering",
    leadWorkingDays: { minimum: 3, typical: 5 },
    leadBasis: "convention",
    whenOnline: "not-needed",
    quantity: { text: "1 for each attendee who asked, and for their assistants", per: "attendee", eachServes: 1 },
    sources: ["ulster-arrange"],
    costCategory: "catering",
  },
  "peep-conversation": {
    label: "Evacuation conversation and written plan",
    kind: "service",
    leadWorkingDays: { minimum: 2, typical: 5 },
    leadBasis: "convention",
    whenOnline: "not-needed",
    quantity: { text: "1 for each attendee who would need help, information or time to leave", per: "attendee", eachServes: 1 },
    sources: ["fire-disabled", "doncaster"],
    costCategory: "none",
  },
  "first-aider": {
    label: "Named first aider briefed with consent",
    kind: "service",
    leadWorkingDays: { minimum: 1, typical: 5 },
    leadBasis: "convention",
    whenOnline: "not-needed",
    quantity: { text: "1 on duty", per: "meeting", byLength: [{ overMinutes: 0, count: 1 }] },
    sources: ["convention"],
    costCategory: "none",
  },
  "easy-read-professional": {
    label: "Easy read version made and checked with people with learning disabilities",
    kind: "format-production",
    leadWorkingDays: { minimum: 10, typical: 20 },
    leadBasis: "convention",
    quantity: { text: "For each document; about 1 working day per 2 pages plus a checking panel", per: "document" },
    sources: ["dh-easyread", "change"],
    costCategory: "accessible information",
    fallbackSupports: ["papers-phone-through", "meeting-supporter"],
  },
  "bsl-video-translation": {
    label: "BSL video of papers, checked by a second registered translator",
    kind: "format-production",
    leadWorkingDays: { minimum: 10, typical: 20 },
    leadBasis: "convention",
    quantity: { text: "For each document; 2 translators, 1 presents and 1 checks", per: "document", translators: 2 },
    sources: ["nhs-bsl"],
    register: "NRCPD",
    costCategory: "accessible information",
  },
  "braille-transcription": {
    label: "Braille printing (checked by a transcriber)",
    kind: "format-production",
    leadWorkingDays: { minimum: 5, typical: 10 },
    leadBasis: "published",
    quantity: { text: "1 copy for each attendee who asked", per: "attendee", eachServes: 1 },
    sources: ["hants-formats", "ukaaf-g002"],
    costCategory: "accessible information",
  },
  "audio-recording": {
    label: "Human-read audio version",
    kind: "format-production",
    leadWorkingDays: { minimum: 5, typical: 10 },
    leadBasis: "published",
    quantity: { text: "1 for each document", per: "document" },
    sources: ["hants-formats"],
    costCategory: "accessible information",
  },
  "written-translation": {
    label: "Written translation into another language",
    kind: "format-production",
    leadWorkingDays: { minimum: 5, typical: 10 },
    leadBasis: "published",
    quantity: { text: "1 for each document and language", per: "document" },
    sources: ["hants-formats"],
    costCategory: "accessible information",
  },
  "tactile-graphics": {
    label: "Tactile diagram or map",
    kind: "format-production",
    leadWorkingDays: { minimum: 10, typical: 15 },
    leadBasis: "convention",
    quantity: { text: "1 for each diagram that carries meaning", per: "document" },
    sources: ["ulster-arrange"],
    costCategory: "accessible information",
  },
  "papers-phone-through": {
    label: "Call to read papers through together",
    kind: "service",
    leadWorkingDays: { minimum: 1, typical: 3 },
    leadBasis: "convention",
    quantity: { text: "30 minutes for each 10 pages, for each attendee who asked", per: "attendee", eachServes: 1 },
    sources: ["sol", "lanarkshire"],
    costCategory: "none",
  },
  "claim-help": {
    label: "Help with the payment or expenses claim",
    kind: "service",
    leadWorkingDays: { minimum: 1, typical: 3 },
    leadBasis: "published",
    quantity: { text: "1 conversation for each attendee who asked", per: "attendee", eachServes: 1 },
    sources: ["lanarkshire", "scie-expenses"],
    costCategory: "none",
  },
});

export type SupportId = keyof typeof supports;

export const supportIds = Object.keys(supports) as readonly SupportId[];

/** The entry of a support, seen with all its possible properties. */
export function supportOf(id: SupportId): Support {
  return supports[id];
}
