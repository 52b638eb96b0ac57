// What a coordinator decided about a requirement or a clash, the facts that decision rests on, and what it secures. When one of
// those facts changes the decision no longer counts, and the reason is known.
import { askedOf, type AskedId } from "#app/domain/access/asked.ts";
import type { ClashId } from "#app/domain/access/conflicts.ts";
import type { MeetingCondition } from "#app/domain/access/meeting-conditions.ts";
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { CalendarDate, ClockTime, Nation } from "#app/domain/basics/dates.ts";
import type { Arrangement } from "./arrangements.ts";
import { checkFact, placeOf } from "./fit.ts";
import type { AttendeeNeeds, MeetingMode, VenueFact, VenueFacts } from "./meeting.ts";
import { formatsFor } from "./papers.ts";

export type HowMet = "booking" | "venue" | "way-of-working" | "talk" | "cannot";
export type RequirementState = "to-do" | "waiting" | "part-met" | "met" | "cannot-meet";
export type ClashState = "to-sort-out" | "asked" | "agreed" | "could-not-agree";

/** The facts a decision was made on. */
export type Basis = {
  /** Who asked, by reference and requirement, and how: the answer itself. */
  readonly people: Readonly<Record<string, string>>;
  readonly date: CalendarDate;
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
  readonly mode: MeetingMode;
  readonly venueId: string | null;
  readonly facts: VenueFacts;
  /** The confirmed bookings it leans on, by id, each with everything that was confirmed. Absent before bookings were noted. */
  readonly bookings?: Readonly<Record<string, string>>;
  /** The items and their minutes, where what was asked is about time. Absent where it is not. */
  readonly agenda?: string;
  /** Where what was asked hangs on the time of sunset. Absent where it does not. */
  readonly sunset?: Sunset;
  /** What of the day and the way in brings in checks of what was asked (a lift, a stage, food). Absent before it was noted. */
  readonly conditions?: readonly MeetingCondition[];
  /** Whose bank holidays count, where what was asked is counted in working days. Absent where it is not, and before it was noted. */
  readonly nation?: Nation;
};

export type RequirementDecision = {
  readonly kind: "requirement";
  readonly requirement: AskedId;
  readonly how: HowMet;
  readonly state: RequirementState;
  readonly plan: string;
  /** Who makes sure on the day. */
  readonly role: string;
  /** What shows that it is met: a confirmation, a photo, a call and its date. */
  readonly evidence: string;
  /** A plan to leave safely was made with everybody who needs one because of this. */
  readonly hasPlansToLeave: boolean;
  readonly tried: string;
  readonly offered: string;
  readonly agreedBy: string;
  /** What the people it is for are told when it cannot be met. */
  readonly message: string;
  readonly decidedOn: CalendarDate;
  readonly decidedBy: string;
  readonly basis: Basis;
};

/** Who agreed to a way out of a clash. */
export const whoAgreed = ["everybody", "one-side", "with-supporter", "group", "chair"] as const;
export type AgreedBy = (typeof whoAgreed)[number];

export type ClashDecision = {
  readonly kind: "clash";
  readonly clash: ClashId;
  readonly state: ClashState;
  /** The id of a way out of the catalogue, or "something-else". */
  readonly way: string;
  readonly otherWay: string;
  readonly asked: "both" | "one" | "not-yet";
  /** Who agreed to it: one of a short list, never a name. Absent before it was asked. */
  readonly agreedBy?: AgreedBy | "";
  /** The day the people it affects were sent the message; absent while they were not. */
  readonly toldOn?: CalendarDate;
  readonly role: string;
  readonly evidence: string;
  readonly message: string;
  readonly decidedOn: CalendarDate;
  readonly decidedBy: string;
  readonly basis: Basis;
};

/** One person was talked to about one thing they asked for. */
export type TalkDecision = {
  readonly kind: "talk";
  readonly requirement: AskedId;
  /** The person's reference in this meeting. */
  readonly attendee: string;
  readonly state: TalkOutcome;
  /** When and how: "by phone on 4 January". */
  readonly evidence: string;
  /** What was said or agreed, in plain words. */
  readonly agreed: string;
  readonly decidedOn: CalendarDate;
  readonly decidedBy: string;
  readonly basis: Basis;
};
export type TalkOutcome = "other-way-agreed" | "told-it-will-not-be-met";

export const questionAnswers = ["yes", "no", "talk"] as const;
export type QuestionAnswer = (typeof questionAnswers)[number];

/** What a coordinator offers to somebody who asked for something without their name, and what that person said to it. */
export type WrittenQuestion = {
  readonly requirement: AskedId;
  readonly attendee: string;
  readonly offer: string;
  readonly askedOn: CalendarDate;
  readonly askedBy: string;
  /** The day they were reminded of it; absent while they were not. */
  readonly remindedOn?: CalendarDate;
  /** The facts it was given on are absent while the meeting has no date; then it secures nothing yet. */
  readonly answer: {
    readonly said: QuestionAnswer;
    readonly words: string;
    readonly on: CalendarDate;
    readonly basis?: Basis;
  } | null;
};

/** A yes is a talk that was had in writing; anything else is none. */
export function talkFromQuestion({ requirement, attendee, offer, askedBy, answer }: WrittenQuestion): TalkDecision | undefined {
  if (answer?.said !== "yes" || answer.basis === undefined) return undefined;
  return {
    kind: "talk",
    requirement,
    attendee,
    state: "other-way-agreed",
    evidence: `Their own answer of ${answer.on}`,
    agreed: offer,
    decidedOn: answer.on,
    decidedBy: askedBy,
    basis: answer.basis,
  };
}

export type Decision = RequirementDecision | ClashDecision | TalkDecision;

export type ReopenReason =
  | "somebody-else-asked"
  | "answers-changed"
  | "date-or-times-changed"
  | "mode-changed"
  | "venue-changed"
  | "venue-facts-changed"
  | "booking-changed"
  | "agenda-changed"
  | "sunset-changed"
  | "nation-changed"
  | "conditions-changed"
  | "decision-changed";

/** One thing that is no longer as it was when something was decided. */
export type Change =
  /** `asked` is the key of a basis's people: a reference and what they asked for. */
  | { readonly kind: "somebody-else-asked" | "answers-changed"; readonly asked: string }
  | { readonly kind: "date-or-times-changed"; readonly then: When; readonly now: When }
  | { readonly kind: "mode-changed"; readonly then: MeetingMode; readonly now: MeetingMode }
  | { readonly kind: "venue-changed"; readonly then: string | null; readonly now: string | null }
  | { readonly kind: "venue-facts-changed"; readonly feature: VenueFeatureId; readonly then?: VenueFact; readonly now?: VenueFact }
  | { readonly kind: "booking-changed"; readonly bookingId: string }
  | { readonly kind: "agenda-changed" }
  | { readonly kind: "sunset-changed"; readonly then: Sunset; readonly now: Sunset }
  | { readonly kind: "nation-changed"; readonly then: Nation; readonly now: Nation }
  /** There is more to check than there was: a lift on the way, a stage, food. */
  | { readonly kind: "conditions-changed"; readonly added: readonly MeetingCondition[] }
  /** What was decided itself, its owner or what shows it. */
  | { readonly kind: "decision-changed"; readonly subject: string };

export type Sunset = ClockTime | "not-known";
export type When = Pick<Basis, "date" | "startsAt" | "endsAt">;

/**
 * Everything that changed since; empty while all of it stands. Somebody who no longer asks changes nothing, and nor does a
 * booking that was added: only what was relied on can fail.
 */
export function changesSince(then: Basis, now: Basis): readonly Change[] {
  const asking = Object.entries(now.people);
  const features = [...new Set([...Object.keys(then.facts), ...Object.keys(now.facts)])] as readonly VenueFeatureId[];
  const isElsewhere = then.venueId !== now.venueId;
  const isMoved = then.date !== now.date || then.startsAt !== now.startsAt || then.endsAt !== now.endsAt;
  return [
    ...asking.flatMap(([asked]): readonly Change[] => (then.people[asked] === undefined ? [{ kind: "somebody-else-asked", asked }] : [])),
    ...asking.flatMap(([asked, answer]): readonly Change[] =>
      then.people[asked] !== undefined && then.people[asked] !== answer ? [{ kind: "answers-changed", asked }] : [],
    ),
    ...(isMoved ? [{ kind: "date-or-times-changed", then: whenOf(then), now: whenOf(now) } as const] : []),
    ...(then.mode === now.mode ? [] : [{ kind: "mode-changed", then: then.mode, now: now.mode } as const]),
    ...(isElsewhere ? [{ kind: "venue-changed", then: then.venueId, now: now.venueId } as const] : []),
    ...(isElsewhere ? [] : features.filter((feature) => then.facts[feature] !== now.facts[feature])).map((feature): Change => ({
      kind: "venue-facts-changed",
      feature,
      ...(then.facts[feature] === undefined ? {} : { then: then.facts[feature] }),
      ...(now.facts[feature] === undefined ? {} : { now: now.facts[feature] }),
    })),
    ...Object.entries(then.bookings ?? {}).flatMap(([bookingId, was]): readonly Change[] =>
      now.bookings?.[bookingId] === was ? [] : [{ kind: "booking-changed", bookingId }],
    ),
    ...(then.agenda !== undefined && then.agenda !== now.agenda ? [{ kind: "agenda-changed" } as const] : []),
    ...sunsetChanges(then, now, isMoved || isElsewhere),
    ...(then.nation === undefined || now.nation === undefined || then.nation === now.nation
      ? []
      : [{ kind: "nation-changed", then: then.nation, now: now.nation } as const]),
    ...conditionChanges(then, now),
  ];
}

// One condition less means one check less, so only what is new can shut somebody out.
function conditionChanges({ conditions: then }: Basis, { conditions: now }: Basis): readonly Change[] {
  const added = then === undefined ? [] : (now ?? []).filter((condition) => !then.includes(condition));
  return added.length === 0 ? [] : [{ kind: "conditions-changed", added }];
}

// On another day or elsewhere the sun sets at another time: the day or the venue is the reason then. Before it was noted, nobody
// knew it.
function sunsetChanges({ sunset: then = "not-known" }: Basis, { sunset: now }: Basis, isElsewhere: boolean): readonly Change[] {
  return isElsewhere || now === undefined || then === now ? [] : [{ kind: "sunset-changed", then, now }];
}

/** The reasons in some changes, each once. */
export function reasonsOf(changes: readonly Change[]): readonly ReopenReason[] {
  return [...new Set(changes.map(({ kind }) => kind))];
}

function whenOf({ date, startsAt, endsAt }: Basis): When {
  return { date, startsAt, endsAt };
}

/** The venue features a requirement asks about. */
export function featuresOf(requirement: AskedId): readonly VenueFeatureId[] {
  const { venueMust = [], venueShould = [], venueNice = [] } = askedOf(requirement);
  return [...venueMust, ...venueShould, ...venueNice];
}

/**
 * What a decision that still stands secures. "The venue has it" never secures a feature whose recorded fact says the opposite:
 * two sources that disagree are not evidence.
 */
export function arrangementsFrom(decision: Decision, attendees: readonly AttendeeNeeds[], facts: VenueFacts): readonly Arrangement[] {
  if (decision.kind === "talk") {
    const { attendee, requirement, evidence, decidedBy: by, decidedOn: on } = decision;
    return [{ kind: "talked-through", attendee, requirement, by, on, evidence }];
  }
  const backing = { owner: decision.role, evidence: decision.evidence };
  if (decision.kind === "clash") {
    return decision.state === "agreed" ? [{ kind: "clash", clash: decision.clash, way: decision.way, ...backing }] : [];
  }
  if (decision.state !== "met" || decision.how === "cannot") return [];
  const { requirement, how } = decision;
  const asking = attendees.filter(({ needs }) => needs.some((need) => need.requirement === requirement));
  const owed = askedOf(requirement).formats;
  const place = placeOf(attendees, facts, new Set());
  const features = featuresOf(requirement).filter((feature) => how !== "venue" || checkFact(place, feature).finding !== "not-met");
  return [
    { kind: "way-of-working", requirement, ...backing },
    ...(how === "booking" ? [] : features.map((feature): Arrangement => ({ kind: "other-way", requirement, feature, ...backing }))),
    ...asking.flatMap((attendee): readonly Arrangement[] => [
      ...(owed === undefined
        ? []
        : [...new Set([...formatsFor(attendee).map(({ format }) => format), ...owed.from])]
            .filter((format) => owed.from.includes(format))
            .map((format): Arrangement => ({ kind: "papers", attendee: attendee.ref, format, ...backing }))),
      ...(decision.hasPlansToLeave && askedOf(requirement).needsEvacuationPlan === true
        ? [{ kind: "evacuation-plan", attendee: attendee.ref, ...backing } as const]
        : []),
      ...(how === "talk"
        ? [
            {
              kind: "talked-through",
              attendee: attendee.ref,
              requirement,
              by: decision.decidedBy,
              on: decision.decidedOn,
              evidence: decision.evidence,
            } as const,
          ]
        : []),
    ]),
  ];
}
