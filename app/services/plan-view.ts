// What a coordinator sees of a plan: no names and no references of people are in it.
import type { ClashId } from "#app/domain/access/conflicts.ts";
import type { FollowUpId } from "#app/domain/access/follow-ups.ts";
import type { FormatId } from "#app/domain/access/formats.ts";
import type { AskedId } from "#app/domain/access/asked.ts";
import type { Note, ReaderId, SharedLine } from "#app/domain/access/sharing.ts";
import type { SupportId } from "#app/domain/access/supports.ts";
import type { OptionId } from "#app/domain/access/topic-options.ts";
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { CalendarDate, ClockTime } from "#app/domain/basics/dates.ts";
import type { BookedHours } from "#app/domain/meetings/booked-hours.ts";
import type { WayOutState } from "#app/domain/meetings/conflicts.ts";
import type { Booking, DeadlineStatus } from "#app/domain/meetings/deadlines.ts";
import type { ClashDecision, ClashState, ReopenReason, RequirementDecision, RequirementState } from "#app/domain/meetings/decisions.ts";
import type { DemandState } from "#app/domain/meetings/demands.ts";
import type { BaselineFinding, Finding } from "#app/domain/meetings/fit.ts";
import type { VenueFact } from "#app/domain/meetings/meeting.ts";
import type { VenueQuestion } from "#app/domain/meetings/questions.ts";
import type { KnownSunset } from "#app/domain/meetings/sunset.ts";
import type { RunningOrder } from "#app/domain/meetings/running-order.ts";
import type {
  TimeNeeded,
  TimetableChange,
  TimetableFinding,
  TimetableLimits,
  TimetableNote,
  TimetableSource,
} from "#app/domain/meetings/timetable.ts";
import type { BookingState, StoredBooking } from "#db/stores/bookings.ts";
import type { Meeting, Reply } from "#db/stores/meetings.ts";
import type { PreferredContact } from "#db/stores/people.ts";
import type { VenueRequest } from "#db/stores/venues.ts";
import type { ChangeView } from "./plan-changes.server.ts";
import type { FactOnRecord } from "./venue-facts.server.ts";
import type { MissingFact } from "./plan-loading.server.ts";

// ---- For the coordinator ----

/** One demand with where it stands and, for a fact of the venue, who said so and when. */
export type DemandView = DemandState & {
  readonly key: string;
  readonly isAsked: boolean;
  readonly recorded: {
    readonly value: VenueFact | null;
    /** Why it is known or not: settled, too old, disagreed on. */
    readonly standing: FactOnRecord["standing"];
    readonly source: FactOnRecord["source"];
    readonly saidBy: string;
    readonly on: CalendarDate;
    readonly note: string;
  } | null;
};

export type RequirementView = {
  readonly requirement: AskedId;
  readonly people: number;
  readonly essentialPeople: number;
  /** How many of them gave their name for this. */
  readonly withName: number;
  /** Who besides the coordinator is told, because somebody let them be: readers, never who let them. */
  readonly told: readonly ReaderId[];
  readonly status: RequirementState;
  readonly finding: Finding;
  readonly reopened: readonly ReopenReason[];
  /** What changed since it was decided, since somebody was talked to, or since the plan was confirmed. */
  readonly changes: readonly ChangeView[];
  /** How many people were talked to about it and said yes to another way, or know that it will not be met. */
  readonly talkedTo: number;
  readonly demands: readonly DemandView[];
  readonly deadline: CalendarDate | null;
  readonly decision: Omit<RequirementDecision, "basis"> | null;
  /** Nought while nothing was decided. */
  readonly version: number;
};

export type BookingRecord = {
  readonly bookingId: string;
  readonly state: BookingState;
  readonly supplier: string;
  readonly quantity: number;
  readonly cost: StoredBooking["cost"];
  readonly cancelFreeUntil: CalendarDate | null;
  readonly askedOn: CalendarDate | null;
  readonly remindOn: CalendarDate | null;
  readonly reopened: readonly ReopenReason[];
};

export type BookingView = {
  readonly support: SupportId;
  /** Null when something is booked that nobody needs any more. */
  readonly needed: Omit<Booking, "attendees" | "causes"> | null;
  /** For how long, from the planned times; absent while those are not known. */
  readonly hours?: BookedHours;
  readonly people: number;
  readonly secured: number;
  readonly records: readonly BookingRecord[];
};

export type ClashView = {
  readonly clash: ClashId;
  readonly isCertain: boolean;
  readonly isConfidential: boolean;
  /** Handled by default, with a note. */
  readonly isHandled: boolean;
  readonly people: number;
  readonly essentialPeople: number;
  readonly requirements: readonly AskedId[];
  readonly state: ClashState;
  readonly reopened: readonly ReopenReason[];
  readonly changes: readonly ChangeView[];
  readonly waysOut: readonly WayOutState[];
  /** The ways agreed, each with what it asks of the meeting and where that stands. */
  readonly agreed: readonly { readonly way: string; readonly isSecured: boolean; readonly demands: readonly DemandView[] }[];
  readonly decision: Omit<ClashDecision, "basis"> | null;
  readonly version: number;
  readonly breakMinutesForQueue: number | null;
};

export type PaperView = {
  readonly format: FormatId;
  readonly people: number;
  readonly secured: number;
  readonly startBy: CalendarDate | null;
  readonly sendBy: CalendarDate | null;
};

/** One thing to do, as data: words/plan.ts makes its sentence. `harm` counts the people who cannot take part without it. */
export type PlanToDo = { readonly key: string; readonly by: CalendarDate | null; readonly harm: number; readonly href: string } & (
  | { readonly kind: "choose-date" | "choose-mode" | "add-agenda" | "say-how-many" | "invite" | "choose-venue" }
  | { readonly kind: "look-again"; readonly requirement: AskedId; readonly reasons: readonly ReopenReason[] }
  | { readonly kind: "look-again-at-clash"; readonly clash: ClashId; readonly reasons: readonly ReopenReason[] }
  | { readonly kind: "look-again-at-booking"; readonly support: SupportId; readonly reasons: readonly ReopenReason[] }
  | {
      readonly kind: "book";
      readonly support: SupportId;
      readonly quantity: number;
      readonly status: DeadlineStatus;
      readonly lastChance?: CalendarDate;
    }
  | { readonly kind: "chase-booking"; readonly support: SupportId; readonly supplier: string }
  | { readonly kind: "ask-venue"; readonly venue: string; readonly count: number; readonly musts: number }
  | { readonly kind: "chase-venue"; readonly venue: string }
  /** What the venue was asked and does not know, in the order of a walk through it, and how many of them somebody must have. */
  | { readonly kind: "check-venue"; readonly venue: string; readonly features: readonly VenueFeatureId[]; readonly musts: number }
  | { readonly kind: "other-way"; readonly requirement: AskedId; readonly feature: VenueFeatureId }
  | { readonly kind: "clash" | "clash-way-open"; readonly clash: ClashId }
  | { readonly kind: "times" }
  | { readonly kind: "papers"; readonly format: FormatId; readonly people: number }
  | { readonly kind: "ways-of-working"; readonly count: number }
  | { readonly kind: "leave-safely"; readonly count: number }
  | { readonly kind: "ask-people"; readonly question: FollowUpId; readonly people: number }
  /** People who have not said whether they come, how many of them sent what they need all the same, and whether replies were due. */
  | { readonly kind: "no-reply"; readonly count: number; readonly told: number; readonly toPhone: boolean }
  /** People who were on file twice and answered twice. */
  | { readonly kind: "answered-twice"; readonly count: number }
  | { readonly kind: "question-waits"; readonly requirement: AskedId; readonly people: number; readonly askedOn: CalendarDate }
  | { readonly kind: "confirm-again"; readonly count: number; readonly mayConfirm: boolean }
  | { readonly kind: "confirm" }
  | { readonly kind: "tell-outcomes" }
  | { readonly kind: "written"; readonly what: string; readonly meeting: string }
);

export type NoteView = { readonly about: Note["about"]; readonly text: string; readonly mayRead: Note["mayRead"] };

export type PlanView = {
  readonly meetingId: string;
  readonly reference: string;
  readonly name: string;
  readonly state: Meeting["state"];
  /** The plan is a record of what was arranged. */
  readonly isOver: boolean;
  readonly mode: Meeting["mode"];
  readonly date: CalendarDate | null;
  readonly startsAt: ClockTime | null;
  readonly endsAt: ClockTime | null;
  readonly daysAway: number | null;
  readonly agenda: Meeting["agenda"];
  readonly missing: MissingFact | null;
  readonly venue: { readonly venueId: string; readonly name: string; readonly address: string } | null;
  readonly venueState: Meeting["venueState"];
  readonly replies: {
    readonly invited: number;
    readonly byReply: Readonly<Record<Reply, number>>;
    readonly answered: number;
    readonly paymentOffered: number;
    readonly paymentDecided: number;
    /** How those without a reply like to be contacted. Who they are is on the list of people. */
    readonly silentWays: readonly { readonly way: PreferredContact; readonly people: number }[];
    /** Of those without a reply, how many sent what they need. */
    readonly silentWithAnswers: number;
    /** People with two sets of answers who have still to choose: the plan counts both. */
    readonly twice: number;
  };
  readonly requirements: readonly RequirementView[];
  readonly clashes: readonly ClashView[];
  readonly bookings: readonly BookingView[];
  readonly papers: readonly PaperView[];
  readonly timetable: {
    readonly limits: TimetableLimits;
    /** Why each limit: every meeting's, or a requirement. Never who. */
    readonly sources: Readonly<Record<string, TimetableSource>>;
    readonly notes: readonly TimetableNote[];
    readonly needed: TimeNeeded;
    readonly findings: readonly TimetableFinding[];
    readonly changes: readonly TimetableChange[];
    readonly runningOrder: RunningOrder | null;
  } | null;
  /** The time of sunset and how it is known, where somebody asked for something that hangs on it. */
  readonly sunset: { readonly known: KnownSunset | null } | null;
  readonly baseline: readonly (BaselineFinding & { readonly isAsked: boolean })[];
  readonly venueQuestions: readonly VenueQuestion[];
  readonly requests: readonly Pick<VenueRequest, "id" | "venueId" | "answerBy" | "answeredAt" | "answeredBy" | "sentAt">[];
  readonly leaveSafely: { readonly people: number };
  readonly facilitatorActions: readonly string[];
  /** Nothing essential is open, and nothing changed since somebody confirmed the plan. */
  readonly isReady: boolean;
  /** Nothing essential is open, so that somebody may confirm the plan. */
  readonly mayConfirm: boolean;
  /** Changes with everything a plan rests on: what somebody confirms has to be what they saw. */
  readonly seen: string;
  readonly confirmation: {
    readonly by: string;
    readonly on: CalendarDate;
    readonly requirements: number;
    readonly answers: number;
    readonly facts: number;
    readonly bookings: number;
    readonly decisions: number;
  } | null;
  /** What changed since it was confirmed, each with its day and what it touches. */
  readonly actionNeeded: readonly ChangeView[];
  readonly openEssentials: number;
  readonly openClashes: number;
  readonly openTimes: number;
  /** Asked for and no part of the plan stands for it: a person has to read it. */
  readonly alsoAsked: readonly {
    readonly option: OptionId;
    readonly people: number;
    readonly features: readonly { readonly feature: VenueFeatureId; readonly value: VenueFact | null }[];
  }[];
  readonly stillToAsk: readonly { readonly question: FollowUpId; readonly people: number }[];
  /** Questions put in writing to people who gave no name, not answered and not reminded of: how many, never who. */
  readonly waitingInWriting: readonly { readonly requirement: AskedId; readonly people: number; readonly askedOn: CalendarDate }[];
  readonly details: readonly SharedLine[];
  readonly notes: readonly NoteView[];
  readonly toDos: readonly PlanToDo[];
  readonly today: CalendarDate;
};

/** A part of the plan page: one heading. */
export type PlanPart = "do-next" | "needs" | "own-words" | "clashes" | "bookings" | "timetable" | "papers" | "replies" | "place" | "print";

/** Loads one part of a plan. A page that is drawn part by part gives one that keeps a fault to its part, and then draws `without` nowhere. */
export type LoadPart = <Loaded>(part: PlanPart, load: () => Promise<Loaded> | Loaded, without: Loaded) => Promise<Loaded>;
