// What the catalogue does not say of the ways out of clashes: who has the poorer part when a way is taken, and whose support it
// is. Our own reading, a working rule to be argued with: read from each way's words, never from who asked first or louder.
import type { ClashId } from "./conflicts.ts";

/** "one" and "other" are the clash's two sides; "whoever-agrees" is the person who moves or joins another way, by choice only. */
export type WorseOff = "nobody" | "one" | "other" | "both" | "whoever-agrees";

/** For each clash and way out, who gets less of what they asked for. */
export const worseOffBy: Readonly<Record<ClashId, Readonly<Record<string, WorseOff>>>> = {
  "dog-vs-allergy": {
    "apart-in-room": "nobody",
    "air-cleaner": "nobody",
    "two-rooms-linked": "whoever-agrees",
    "online-by-choice": "whoever-agrees",
    "two-sessions": "both",
  },
  "dog-vs-fear": {
    "apart-seen": "nobody",
    "arrive-apart": "nobody",
    "meet-first": "other",
    "online-by-choice": "whoever-agrees",
  },
  "light-vs-dark": {
    zones: "nobody",
    shade: "one",
    link: "other",
    "short-turns": "other",
  },
  "alarm-flash-vs-photosensitive": {
    pagers: "nobody",
    "ask-rate": "other",
    "no-test": "other",
  },
  "captions-vs-visual-overload": {
    "own-screen": "nobody",
    "seat-away": "other",
    "hide-online": "nobody",
  },
  "noise-lively-vs-quiet": {
    parallel: "nobody",
    timed: "other",
    "silent-applause": "one",
  },
  "move-vs-still": {
    "front-back": "nobody",
    "quiet-fidgets": "one",
  },
  "late-vs-early": {
    "core-window": "both",
    "two-short": "both",
    "part-online": "whoever-agrees",
    "cut-agenda": "both",
  },
  "office-hours-vs-evening": {
    "two-slots": "both",
    async: "whoever-agrees",
    "paid-release": "other",
  },
  "slow-vs-fast": {
    "fewer-items": "both",
    roles: "nobody",
    "split-detail": "one",
  },
  "long-turns-vs-short": {
    "limit-not-for-all": "nobody",
    prepared: "one",
    "summary-line": "nobody",
  },
  "description-vs-less-talk": {
    "describe-before": "nobody",
    earpiece: "nobody",
    "fewer-slides": "nobody",
  },
  "chat-vs-no-chat": {
    "private-chat": "one",
    "qa-box": "other",
    "text-number": "one",
  },
  "camera-off-vs-faces": {
    "speaker-only": "other",
    "human-captions": "other",
    revoice: "other",
  },
  "touch-vs-no-touch": {
    "ask-first": "nobody",
    assigned: "nobody",
    spacing: "nobody",
  },
  "hot-vs-cold": {
    "seat-zones": "nobody",
    personal: "both",
    breaks: "both",
  },
  "window-vs-noise": {
    "break-airing": "one",
    mechanical: "nobody",
    "far-window": "nobody",
  },
  scent: {
    "apart-air": "other",
    "unscented-alternative": "one",
    "online-by-choice": "whoever-agrees",
  },
  "food-smell": {
    "cold-plain": "other",
    "side-room": "one",
    "timed-break": "nobody",
  },
  "airborne-vs-own-food": {
    "no-nut-notice": "nobody",
    "separate-eating": "other",
    "labelled-supply": "other",
  },
  "wheelchair-vs-sightline": {
    "gaps-in-arc": "nobody",
    "second-interpreter-spot": "nobody",
    "seat-plan": "nobody",
  },
  "two-transfer-sides": {
    "second-toilet": "nobody",
    peninsular: "nobody",
    ask: "whoever-agrees",
  },
  "one-toilet-many": {
    "longer-breaks": "nobody",
    stagger: "nobody",
    "second-toilet": "nobody",
  },
  "mask-vs-lips": {
    "air-not-masks": "one",
    "clear-visor": "one",
    captions: "other",
    "online-by-choice": "whoever-agrees",
  },
  "record-vs-no-record": {
    "notes-instead": "one",
    "part-record": "both",
    "private-aid": "other",
  },
  "quiet-room-shared-use": {
    "two-rooms": "nobody",
    timetable: "both",
    "breaks-apart": "one",
  },
  "lift-vs-no-lift": {
    "ground-floor": "nobody",
    "both-routes": "nobody",
  },
  "people-apart": {
    "two-sessions": "both",
    "apart-plan": "nobody",
  },
  "fasting-vs-lunch": {
    "separate-room": "nobody",
    shorter: "other",
    date: "nobody",
  },
  "break-length": {
    split: "both",
    cut: "both",
    prep: "one",
  },
  "in-person-vs-online": {
    "hybrid-done-well": "nobody",
    alternate: "both",
    "two-sessions": "both",
  },
};

type Side = "one" | "other";

// A pager is for the person who may not hear the alarm, not for the person the flashing harms.
const servedBy: Readonly<Partial<Record<ClashId, Readonly<Record<string, Side>>>>> = {
  "alarm-flash-vs-photosensitive": { pagers: "one" },
  "long-turns-vs-short": { prepared: "one" },
  "touch-vs-no-touch": { assigned: "one" },
  "airborne-vs-own-food": { "labelled-supply": "other" },
  "break-length": { prep: "one" },
};

/** Which side the supports of a way are for; both where this gives none. */
export function sideServedBy(clash: ClashId, way: string): Side | undefined {
  return servedBy[clash]?.[way];
}
