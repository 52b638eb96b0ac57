// Pairs of requirements that can pull against each other, and the ways out, easiest first. Both people are right: nothing here
// calls anyone difficult, names anyone, or makes the easier-going person leave. Attending online is a way out only by choice.
import type { AccessSourceId } from "./access-sources.ts";
import type { MeetingCondition } from "./meeting-conditions.ts";
import type { OnlineFeatureId } from "./online-features.ts";
import type { RequirementId } from "#app/domain/access/requirements/index.ts";
import type { SupportId } from "./supports.ts";
import type { VenueFeatureId } from "./venue-features.ts";

/**
 * people: raised whenever both are there. resource: when demand is more than supply. venue: when the venue's facts do not serve
 * both. timetable: computed from the merged times. arrangement: handled by default, with a note.
 */
export type ClashKind = "people" | "resource" | "venue" | "timetable" | "arrangement";

export type ClashRule =
  | "both-present"
  | "coordinator-link"
  | "shared-window-too-short"
  | "no-valid-slot"
  | "longer-than-longest-meeting"
  | "demand-exceeds-supply"
  | "more-people-than-places"
  | "venue-does-not-serve-both";

export type WayOutNeed = VenueFeatureId | SupportId | OnlineFeatureId;

export type WayOut = {
  readonly id: string;
  readonly label: string;
  readonly needs: readonly WayOutNeed[];
  readonly effort: "low" | "medium" | "high";
  readonly leavesWorse?: string;
};

export type Clash = {
  readonly label: string;
  readonly kind: ClashKind;
  readonly one: readonly RequirementId[];
  readonly other: readonly RequirementId[];
  readonly why: string;
  readonly waysOut: readonly [WayOut, ...WayOut[]];
  readonly rule: ClashRule;
  /** Cannot arise between people who share no room, so a wholly online meeting never raises it. */
  readonly needsSharedRoom?: true;
  /** Not raised when every feature of any one line is known to be met (and, where `without` is given, the meeting lacks that condition). */
  readonly servedWhen?: readonly { readonly met: readonly VenueFeatureId[]; readonly without?: MeetingCondition }[];
  /** The number of places to compare with the number of people. */
  readonly placesCountedBy?: VenueFeatureId;
  readonly note?: string;
  readonly sources: readonly AccessSourceId[];
};

export const clashes = {
  "dog-vs-allergy": {
    label: "Assistance dog and dog allergy",
    kind: "people",
    one: ["assistance-dog"],
    other: ["dog-allergy"],
    why: "A dog may not be turned away, and an allergy to dogs can itself be a disability. Both people have a right to take part.",
    waysOut: [
      {
        id: "apart-in-room",
        label: "Seats at opposite ends of a large aired room, separate doors, dog enters first and stays put",
        needs: ["room-fresh-air", "room-area-per-person"],
        effort: "low",
      },
      {
        id: "air-cleaner",
        label: "Air cleaner and open window by the person with the allergy; no shared soft seating",
        needs: ["room-fresh-air"],
        effort: "low",
      },
      {
        id: "two-rooms-linked",
        label: "Two rooms with a good video link and an equal share of the chair's attention",
        needs: ["hybrid-kit", "network-upload", "online-access-host"],
        effort: "medium",
      },
      {
        id: "online-by-choice",
        label: "Either person joins online, only if they offer",
        needs: ["online-access-host"],
        effort: "low",
        leavesWorse: "Not a fair default for one side",
      },
      { id: "two-sessions", label: "Two sessions with the same material", needs: ["co-facilitator"], effort: "high" },
    ],
    rule: "both-present",
    needsSharedRoom: true,
    note: "Severity depends on the allergy: mild by contact, or asthma by air. Ask. Never ask the dog owner to come without the dog.",
    sources: ["ehrc-dogs", "conf-mi"],
  },
  "dog-vs-fear": {
    label: "Assistance dog and fear of dogs",
    kind: "people",
    one: ["assistance-dog"],
    other: ["dog-fear"],
    why: "Being near a dog can make someone unable to stay in the room.",
    waysOut: [
      {
        id: "apart-seen",
        label: "Seats apart, with a clear view of where the dog is and a clear path to the door",
        needs: [],
        effort: "low",
      },
      {
        id: "arrive-apart",
        label: "Different arrival times; dog settled before the other person comes in",
        needs: ["staff-greeter"],
        effort: "low",
      },
      { id: "meet-first", label: "Offer a short meeting beforehand, if both want it", needs: ["pre-visit"], effort: "medium" },
      { id: "online-by-choice", label: "Online by choice", needs: ["online-access-host"], effort: "low" },
    ],
    rule: "both-present",
    needsSharedRoom: true,
    sources: ["ehrc-dogs", "convention"],
  },
  "light-vs-dark": {
    label: "Bright light to see or lipread, and low light for pain or migraine",
    kind: "people",
    one: ["strong-light", "lipread-clear-view", "bsl-interpreter", "lipspeaker-needed", "sse-needed", "bsl-relay", "visual-frame-signing"],
    other: ["low-light"],
    why: "Faces and hands must be lit; bright light can bring on pain or seizures.",
    waysOut: [
      {
        id: "zones",
        label: "Light the speaker and interpreter only; dim the far corner; seat the light-sensitive person there",
        needs: ["room-light-zoned", "room-face-light"],
        effort: "low",
      },
      {
        id: "shade",
        label: "Side lamps without glare, no tubes, blinds shut; tinted glasses, cap or screen welcome",
        needs: ["room-blinds", "room-light-no-flicker"],
        effort: "low",
      },
      { id: "link", label: "Video feed to a dim room next door", needs: ["hybrid-kit", "quiet-room"], effort: "medium" },
      { id: "short-turns", label: "Short bright sessions with long breaks", needs: [], effort: "low" },
    ],
    rule: "both-present",
    sources: ["conf-ia", "photosens"],
  },
  "alarm-flash-vs-photosensitive": {
    label: "Flashing fire alarm and sensitivity to flashing",
    kind: "people",
    one: ["visual-alarm"],
    other: ["no-flashing"],
    why: "Deaf people need a visible alarm; flashing can bring on a seizure.",
    waysOut: [
      {
        id: "pagers",
        label: "Vibrating pagers for deaf people and a buddy for each",
        needs: ["alarm-pager", "alarm-pagers"],
        effort: "low",
      },
      {
        id: "ask-rate",
        label: "Ask the venue the flash rate and warn the person; seat them near the exit and brief the first aider",
        needs: ["first-aider", "alarm-test-known"],
        effort: "low",
      },
      { id: "no-test", label: "No alarm test that day", needs: ["alarm-test-known"], effort: "low" },
    ],
    rule: "both-present",
    needsSharedRoom: true,
    sources: ["fire-disabled", "photosens"],
  },
  "captions-vs-visual-overload": {
    label: "On-screen captions and overload from moving text",
    kind: "people",
    one: ["captions-human", "captions-auto"],
    other: ["plain-visuals"],
    why: "Scrolling text in the eye line tires or distracts.",
    waysOut: [
      {
        id: "own-screen",
        label: "Send captions to a tablet or second screen beside the speaker, not over the slides",
        needs: ["caption-screen"],
        effort: "low",
      },
      { id: "seat-away", label: "Seat the other person so that screen is outside their view", needs: [], effort: "low" },
      { id: "hide-online", label: "Online: captions switched on by each person for themselves", needs: [], effort: "low" },
    ],
    rule: "both-present",
    sources: ["conf-ia", "w3c-remote"],
  },
  "noise-lively-vs-quiet": {
    label: "Lively activity and pain from noise",
    kind: "people",
    one: ["lively-session"],
    other: ["low-noise"],
    why: "Music, clapping and games help some people take part and drive others out.",
    waysOut: [
      {
        id: "parallel",
        label: "Two ways to do the task: quiet table and active table, in separate rooms",
        needs: ["breakout-step-free"],
        effort: "low",
      },
      { id: "timed", label: "Put the noisy part in one announced slot before a break", needs: [], effort: "low" },
      { id: "silent-applause", label: "Silent applause and hand signals", needs: [], effort: "low" },
    ],
    rule: "both-present",
    sources: ["autism-dialogue", "reframing"],
  },
  "move-vs-still": {
    label: "Moving about and distraction from movement",
    kind: "people",
    one: ["stand-and-move", "fidget-and-move", "change-position"],
    other: ["low-movement-in-view"],
    why: "Pacing in view pulls attention away.",
    waysOut: [
      {
        id: "front-back",
        label: "Still-view seats at the front, movement space at the back",
        needs: ["free-movement-space"],
        effort: "low",
      },
      { id: "quiet-fidgets", label: "Silent fidget objects", needs: [], effort: "low" },
    ],
    rule: "both-present",
    sources: ["disc-edin"],
  },
  "late-vs-early": {
    label: "Late start and early finish",
    kind: "timetable",
    one: ["late-start", "afternoons-best"],
    other: ["early-finish", "mornings-best", "childcare", "school-hours"],
    why: "The shared window may be too short for the agenda and breaks.",
    waysOut: [
      {
        id: "core-window",
        label: "Put decisions in the shared window; work before or after it in writing or by phone",
        needs: ["papers-phone-through"],
        effort: "low",
      },
      { id: "two-short", label: "Two shorter meetings on different days", needs: [], effort: "medium" },
      { id: "part-online", label: "First or last part online", needs: ["online-access-host"], effort: "low" },
      { id: "cut-agenda", label: "Cut the agenda to fit", needs: [], effort: "low" },
    ],
    rule: "shared-window-too-short",
    note: "Compute: shared window = earliest latestEnd minus latest earliestStart; compare with net agenda time times extra-time factor plus breaks.",
    sources: ["scie-timing", "incl-scot"],
  },
  "office-hours-vs-evening": {
    label: "Daytime travel limits and evening-only availability",
    kind: "timetable",
    one: ["avoid-peak-travel", "finish-in-daylight", "school-hours", "early-finish"],
    other: ["work-hours-only"],
    why: "No single slot works.",
    waysOut: [
      {
        id: "two-slots",
        label: "A daytime session in the room and an evening session online, one shared summary",
        needs: ["online-access-host"],
        effort: "medium",
      },
      { id: "async", label: "Comment by recorded message, phone or form", needs: ["papers-phone-through"], effort: "low" },
      { id: "paid-release", label: "Pay for time off work if policy allows", needs: [], effort: "low" },
    ],
    rule: "no-valid-slot",
    sources: ["lanarkshire", "scope-date"],
  },
  "slow-vs-fast": {
    label: "Slow pace and need to keep moving",
    kind: "people",
    one: ["slow-pace"],
    other: ["fast-pace"],
    why: "One person is lost when the other is bored.",
    waysOut: [
      { id: "fewer-items", label: "Fewer items, each with a change of activity", needs: [], effort: "low" },
      {
        id: "roles",
        label: "Give a role to those who need movement: scribe, card watcher, timekeeper",
        needs: ["co-facilitator"],
        effort: "low",
      },
      { id: "split-detail", label: "Detail in optional small groups", needs: ["breakout-step-free"], effort: "low" },
    ],
    rule: "both-present",
    sources: ["lir-before"],
  },
  "long-turns-vs-short": {
    label: "Extra time to speak and difficulty with long speeches",
    kind: "people",
    one: ["extra-time-to-speak", "aac-user"],
    other: ["short-contributions"],
    why: "A time limit on turns shuts out people whose speech takes longer.",
    waysOut: [
      {
        id: "limit-not-for-all",
        label: "Time guide for turns, with a standing exception that needs no explaining",
        needs: [],
        effort: "low",
      },
      { id: "prepared", label: "Prepared answers read out or shown while others listen", needs: ["speech-supporter"], effort: "low" },
      { id: "summary-line", label: "Facilitator gives a one-line summary after each turn", needs: [], effort: "low" },
    ],
    rule: "both-present",
    sources: ["stammer", "lir-during"],
  },
  "description-vs-less-talk": {
    label: "Spoken description and overload from talk",
    kind: "people",
    one: ["describe-visuals"],
    other: ["fewer-words"],
    why: "More speech for one is too much for another.",
    waysOut: [
      { id: "describe-before", label: "Send descriptions before; speak only what changes", needs: ["slides-sent-before"], effort: "low" },
      { id: "earpiece", label: "Describe quietly to one person or by earpiece", needs: ["audio-description"], effort: "low" },
      { id: "fewer-slides", label: "Use fewer pictures", needs: [], effort: "low" },
    ],
    rule: "both-present",
    sources: ["conf-aao", "wai-events"],
  },
  "chat-vs-no-chat": {
    label: "Writing instead of speaking, and chat as a barrier",
    kind: "people",
    one: ["write-not-speak"],
    other: ["no-chat"],
    why: "A busy chat talks over speech in a screen reader.",
    waysOut: [
      {
        id: "private-chat",
        label: "Comments go to the co-facilitator only, who reads them out at set points",
        needs: ["co-facilitator"],
        effort: "low",
      },
      { id: "qa-box", label: "Use a question box instead", needs: [], effort: "low" },
      { id: "text-number", label: "Comments by text message", needs: [], effort: "low" },
    ],
    rule: "both-present",
    sources: ["ulster-online"],
  },
  "camera-off-vs-faces": {
    label: "Camera off and need to see faces",
    kind: "people",
    one: ["online-camera-off"],
    other: ["faces-visible-online", "lipread-clear-view"],
    why: "Lipreading online needs faces; some people cannot be on camera.",
    waysOut: [
      { id: "speaker-only", label: "Camera on only while speaking, only for those who can", needs: [], effort: "low" },
      { id: "human-captions", label: "Human captions cover the speakers who stay off camera", needs: ["sttr-remote"], effort: "low" },
      { id: "revoice", label: "Co-facilitator repeats key points on camera", needs: ["co-facilitator"], effort: "low" },
    ],
    rule: "both-present",
    sources: ["ulster-online", "afme"],
  },
  "touch-vs-no-touch": {
    label: "Guiding or attention by touch, and no touching",
    kind: "people",
    one: ["hands-on-guiding", "sighted-guide"],
    other: ["personal-space-no-touch"],
    why: "A hand meant for one person can fall on another.",
    waysOut: [
      { id: "ask-first", label: "Rule for all: ask before any touch", needs: [], effort: "low" },
      { id: "assigned", label: "One named guide for each person who wants one", needs: ["sighted-guide"], effort: "low" },
      { id: "spacing", label: "Clear space around the other person", needs: ["room-area-per-person"], effort: "low" },
    ],
    rule: "both-present",
    needsSharedRoom: true,
    sources: ["trauma-kh", "ada-temp"],
  },
  "hot-vs-cold": {
    label: "Warm room and cool room",
    kind: "people",
    one: ["warm-room"],
    other: ["cool-room", "fresh-air"],
    why: "No single temperature suits both.",
    waysOut: [
      { id: "seat-zones", label: "Warm seats by the heater, cool seats by the window", needs: ["temperature-range"], effort: "low" },
      { id: "personal", label: "Blankets, heat pads, personal fans; layers advised beforehand", needs: [], effort: "low" },
      { id: "breaks", label: "Regular breaks outdoors or in another room", needs: ["outdoor-air-step-free"], effort: "low" },
    ],
    rule: "both-present",
    needsSharedRoom: true,
    sources: ["convention"],
  },
  "window-vs-noise": {
    label: "Open window and need for quiet",
    kind: "arrangement",
    one: ["fresh-air", "infection-risk"],
    other: ["quiet-acoustics", "hearing-loop", "low-noise"],
    why: "Street noise comes in with the air.",
    waysOut: [
      { id: "break-airing", label: "Air the room in every break", needs: [], effort: "low" },
      { id: "mechanical", label: "Air cleaner on low", needs: ["room-fresh-air"], effort: "low" },
      { id: "far-window", label: "Open the window furthest from the road; microphones for all", needs: ["microphones"], effort: "low" },
    ],
    rule: "both-present",
    needsSharedRoom: true,
    sources: ["hse-co2", "scie-venue"],
  },
  scent: {
    label: "Scented products and chemical sensitivity",
    kind: "people",
    one: ["scent-wearer"],
    other: ["no-strong-scents"],
    why: "Medicated or cultural products may not be optional; exposure makes others ill.",
    waysOut: [
      { id: "apart-air", label: "Seats far apart with fresh air between", needs: ["room-fresh-air"], effort: "low" },
      { id: "unscented-alternative", label: "Offer unscented alternatives; never send anyone home", needs: [], effort: "low" },
      { id: "online-by-choice", label: "Online by choice", needs: ["online-access-host"], effort: "low" },
    ],
    rule: "both-present",
    needsSharedRoom: true,
    sources: ["scent"],
  },
  "food-smell": {
    label: "Eating in the meeting and food smells",
    kind: "people",
    one: ["working-lunch"],
    other: ["no-food-smells"],
    why: "Food in the room makes one person ill; set eating times keep another well.",
    waysOut: [
      { id: "cold-plain", label: "Cold, low-smell food, eaten by the door", needs: [], effort: "low" },
      { id: "side-room", label: "Side room with a video or audio feed", needs: ["private-care-room"], effort: "low" },
      { id: "timed-break", label: "Break at the time the person must eat", needs: [], effort: "low" },
    ],
    rule: "both-present",
    needsSharedRoom: true,
    sources: ["convention", "reframing"],
  },
  "airborne-vs-own-food": {
    label: "Airborne allergy and food brought from home",
    kind: "people",
    one: ["airborne-allergy"],
    other: ["bring-own-food"],
    why: "Home food cannot be checked.",
    waysOut: [
      {
        id: "no-nut-notice",
        label: "Tell everyone beforehand which food must stay out, without naming the person",
        needs: [],
        effort: "low",
      },
      { id: "separate-eating", label: "Own food eaten in another room; hands washed", needs: ["own-food-facilities"], effort: "low" },
      { id: "labelled-supply", label: "Offer to supply the person's food instead", needs: ["catering-special"], effort: "low" },
    ],
    rule: "both-present",
    needsSharedRoom: true,
    sources: ["fsa-14", "ulster-arrange"],
  },
  "wheelchair-vs-sightline": {
    label: "Wheelchair place and view of the interpreter or screen",
    kind: "resource",
    one: ["manual-wheelchair", "powered-wheelchair", "mobility-scooter", "assistance-dog"],
    other: ["bsl-interpreter", "lipspeaker-needed", "lipread-clear-view", "near-screen"],
    why: "The gap left for a chair or dog is often at the end or the back, out of the eye line, or a high-backed chair blocks others.",
    waysOut: [
      { id: "gaps-in-arc", label: "Leave gaps within the horseshoe, not only at its ends", needs: ["wheelchair-spaces"], effort: "low" },
      {
        id: "second-interpreter-spot",
        label: "Interpreter on a small step-free rise opposite the group",
        needs: ["sight-lines"],
        effort: "low",
      },
      { id: "seat-plan", label: "Draw and send the seating plan beforehand", needs: [], effort: "low" },
    ],
    rule: "demand-exceeds-supply",
    needsSharedRoom: true,
    servedWhen: [{ met: ["wheelchair-spaces", "sight-lines"] }],
    sources: ["ulster-day", "gmcdp"],
  },
  "two-transfer-sides": {
    label: "Left and right transfer with one accessible toilet",
    kind: "venue",
    one: ["toilet-transfer-left"],
    other: ["toilet-transfer-right"],
    why: "One toilet room usually offers one side.",
    waysOut: [
      {
        id: "second-toilet",
        label: "Use a second accessible toilet of the other hand",
        needs: ["toilet-transfer-left", "toilet-transfer-right"],
        effort: "low",
      },
      { id: "peninsular", label: "A room with space both sides, such as a Changing Places", needs: ["changing-places"], effort: "low" },
      { id: "ask", label: "Ask if assisted transfer or the other side works", needs: ["pa-provided"], effort: "low" },
    ],
    rule: "venue-does-not-serve-both",
    needsSharedRoom: true,
    servedWhen: [{ met: ["toilet-transfer-left", "toilet-transfer-right"] }],
    sources: ["adm-wc"],
  },
  "one-toilet-many": {
    label: "Several people and one accessible toilet",
    kind: "resource",
    one: ["manual-wheelchair", "powered-wheelchair", "mobility-scooter", "accessible-toilet", "changing-places-needed"],
    other: ["manual-wheelchair", "powered-wheelchair", "mobility-scooter", "accessible-toilet", "changing-places-needed"],
    why: "A 15-minute break cannot serve a queue at about 10 minutes each.",
    waysOut: [
      {
        id: "longer-breaks",
        label: "Lengthen breaks: 10 minutes for each person who needs that toilet, at least 20",
        needs: [],
        effort: "low",
      },
      { id: "stagger", label: "Staggered breaks by small group", needs: [], effort: "low" },
      { id: "second-toilet", label: "Venue with two", needs: ["toilet-accessible-count"], effort: "medium" },
    ],
    rule: "more-people-than-places",
    needsSharedRoom: true,
    placesCountedBy: "toilet-accessible-count",
    note: "Self-conflict: applies when the number of people is more than one.",
    sources: ["ulster-venue"],
  },
  "mask-vs-lips": {
    label: "Masks for infection risk and need to see mouths",
    kind: "people",
    one: ["infection-risk"],
    other: ["mask-barrier", "lipread-clear-view", "lipspeaker-needed"],
    why: "A mask hides lips and muffles speech.",
    waysOut: [
      {
        id: "air-not-masks",
        label: "Clean air, tests and spacing instead of masks for speakers",
        needs: ["room-fresh-air"],
        effort: "low",
      },
      { id: "clear-visor", label: "Clear-panel masks and microphones", needs: ["microphones"], effort: "low" },
      { id: "captions", label: "Human captions", needs: ["sttr-in-room", "sttr-remote"], effort: "low" },
      { id: "online-by-choice", label: "Online by choice", needs: ["online-access-host"], effort: "low" },
    ],
    rule: "both-present",
    needsSharedRoom: true,
    sources: ["hse-co2"],
  },
  "record-vs-no-record": {
    label: "Recording needed and no recording",
    kind: "people",
    one: ["recording-needed"],
    other: ["no-recording-photos"],
    why: "A recording helps memory; being recorded can harm trust.",
    waysOut: [
      { id: "notes-instead", label: "Full written or audio notes without names", needs: ["notetaker-electronic"], effort: "low" },
      { id: "part-record", label: "Record only presentations, not discussion", needs: [], effort: "low" },
      { id: "private-aid", label: "Personal recording kept by one person, agreed and deleted by a date", needs: [], effort: "low" },
    ],
    rule: "both-present",
    sources: ["scie-event", "wai-events"],
  },
  "quiet-room-shared-use": {
    label: "One spare room for quiet, prayer, rest, care",
    kind: "resource",
    one: ["prayer-space"],
    other: ["quiet-room-shared", "quiet-room", "lie-down", "personal-care-support", "medication-time", "feeding-baby"],
    why: "Prayer, rest and care cannot share one room at the same moment.",
    waysOut: [
      { id: "two-rooms", label: "Hire a second room", needs: ["room-care-hire", "room-quiet-hire"], effort: "medium" },
      { id: "timetable", label: "Booked slots on the door, privacy kept", needs: [], effort: "low" },
      { id: "breaks-apart", label: "Put prayer time in a break and keep quiet use at other times", needs: [], effort: "low" },
    ],
    rule: "demand-exceeds-supply",
    needsSharedRoom: true,
    servedWhen: [{ met: ["prayer-room", "quiet-room", "private-care-room"] }],
    sources: ["ulster-arrange", "alz"],
  },
  "lift-vs-no-lift": {
    label: "Step-free needs and avoiding lifts",
    kind: "venue",
    one: ["manual-wheelchair", "powered-wheelchair", "no-stairs"],
    other: ["no-lifts"],
    why: "An upper-floor room needs a lift for some and stairs for others.",
    waysOut: [
      { id: "ground-floor", label: "Ground-floor room", needs: ["step-free-route-to-room"], effort: "low" },
      {
        id: "both-routes",
        label: "Room with both a lift and good stairs; nobody sent alone",
        needs: ["stairs-handrails", "lift-in-service"],
        effort: "low",
      },
    ],
    rule: "venue-does-not-serve-both",
    needsSharedRoom: true,
    servedWhen: [{ met: ["step-free-route-to-room"], without: "route-uses-lift" }, { met: ["lift-in-service", "stairs-handrails"] }],
    sources: ["convention"],
  },
  "people-apart": {
    label: "Two people who must not meet",
    kind: "people",
    one: ["avoid-a-person"],
    other: ["avoid-a-person"],
    why: "Safety of one attendee. Details are for the coordinator only.",
    waysOut: [
      { id: "two-sessions", label: "Two sessions, or one online", needs: ["co-facilitator"], effort: "medium" },
      { id: "apart-plan", label: "Seats, arrivals, breaks and taxis kept apart", needs: ["staff-greeter"], effort: "low" },
    ],
    rule: "coordinator-link",
    note: "Detected from a coordinator-only link between two people. Never print it.",
    sources: ["trauma-kh"],
  },
  "fasting-vs-lunch": {
    label: "Fasting and a shared lunch",
    kind: "arrangement",
    one: ["fasting"],
    other: ["working-lunch", "halal", "vegetarian-vegan", "soft-food"],
    why: "Eating in front of people who fast, or a long lunch with nothing to do.",
    waysOut: [
      {
        id: "separate-room",
        label: "Serve food in another room, rest space for the rest",
        needs: ["prayer-room", "quiet-room"],
        effort: "low",
      },
      { id: "shorter", label: "Shorter day with no lunch", needs: [], effort: "low" },
      { id: "date", label: "Another date", needs: [], effort: "low" },
    ],
    rule: "both-present",
    needsSharedRoom: true,
    sources: ["ulster-arrange"],
  },
  "break-length": {
    label: "Many long breaks and a short meeting",
    kind: "timetable",
    one: ["hands-on-signing", "deafblind-manual", "slow-pace", "bsl-relay"],
    other: ["short-meeting", "early-finish", "mornings-best"],
    why: "Extra time and long breaks stretch the meeting beyond what others can manage.",
    waysOut: [
      { id: "split", label: "Split over two days with a rest day between", needs: [], effort: "medium" },
      { id: "cut", label: "Fewer items; decisions first", needs: [], effort: "low" },
      {
        id: "prep",
        label: "One-to-one preparation for those who need longer",
        needs: ["meeting-supporter", "papers-phone-through"],
        effort: "low",
      },
    ],
    rule: "longer-than-longest-meeting",
    sources: ["db-sense", "mlmc"],
  },
  "in-person-vs-online": {
    label: "Online only and in-person only",
    kind: "arrangement",
    one: ["online-option", "infection-risk"],
    other: ["online-practice", "near-speaker", "hands-on-signing", "deafblind-manual"],
    why: "Hybrid meetings often fail the people on the screen.",
    waysOut: [
      {
        id: "hybrid-done-well",
        label: "Hybrid with a host, room microphones, remote people speak first",
        needs: ["online-access-host", "hybrid-kit", "microphones", "room-mic-for-each-speaker"],
        effort: "low",
      },
      { id: "alternate", label: "Alternate online and in-person meetings", needs: [], effort: "low" },
      { id: "two-sessions", label: "One of each with the same facilitator", needs: ["co-facilitator"], effort: "medium" },
    ],
    rule: "both-present",
    sources: ["w3c-remote", "disc-edin"],
  },
} satisfies Record<string, Clash>;

export type ClashId = keyof typeof clashes;

export const clashIds = Object.keys(clashes) as readonly ClashId[];

/** The definition of a clash, seen with all its possible properties. */
export function clashOf(id: ClashId): Clash {
  return clashes[id];
}
