// The tables, and nothing but the tables. What each one is for stands above it; rules the database itself must keep
// (append-only audit, two people on every payment) are triggers in db/migrations.
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { MeetingCondition } from "#app/domain/access/meeting-conditions.ts";
import type { OnlineFeatureId } from "#app/domain/access/online-features.ts";
import type { CalendarDate, ClockTime, Instant, Nation } from "#app/domain/basics/dates.ts";
import type { Tie } from "#app/domain/payments/claim-states.ts";
import type { CalledOff, TimeBeside } from "#app/domain/payments/attended-time.ts";
import type { CostPolicy } from "#app/domain/payments/cost-policy.ts";
import type { CostNeed, CostRequestState } from "#app/domain/payments/costs-before.ts";
import type { WhyNotDeleted } from "#app/domain/people/erasing.ts";
import type { FilmSlot } from "#app/domain/people/sign-films.ts";
import type { SettingKind } from "#app/domain/people/setting-kinds.ts";
import type { PaysPreparation } from "#app/domain/meetings/calling-off.ts";
import type { CardId } from "#app/domain/meetings/speech-cards.ts";
import type { TypedSunset } from "#app/domain/meetings/sunset.ts";
import type { OfferedDate } from "#app/domain/meetings/date-poll.ts";
import type { DidItsJob, HowMuchSay } from "#app/domain/meetings/evaluation.ts";
import type { ExpenseKind } from "#app/domain/payments/expenses.ts";
import type { CostsBefore, Offer, PaidWithin } from "#app/domain/payments/offer.ts";
import type { RateCard } from "#app/domain/payments/rate-card.ts";
import type { SheetLayout } from "#app/domain/payments/sheet-layouts.ts";
import type { OfferedFact } from "#app/domain/venues/offered.ts";
import type { OfferedPlace } from "#app/domain/venues/place.ts";
import type { FactSource } from "#app/domain/venues/statements.ts";
import type { KeepingPeriods } from "#app/domain/people/keeping.ts";
import { calendarDate, clockTime, id, instant, json, pence, sealed, version, yesNo } from "./columns.ts";

// Facts about this installation: the key check, the schema's own notes.
export const installation = sqliteTable("installation", { name: text("name").primaryKey(), value: text("value").notNull() });

export type ContactBlock = {
  readonly name: string;
  readonly phone: string;
  readonly textNumber: string;
  readonly email: string;
  readonly bslVideoRelay: string;
  readonly hours: string;
};

export const organisations = sqliteTable("organisations", {
  id: id(),
  name: text("name").notNull(),
  nation: text("nation").$type<Nation>().notNull(),
  isExample: yesNo("is_example").notNull().default(false),
  address: text("address").notNull().default(""),
  contact: json<ContactBlock>("contact").notNull(),
  /** The kind of body, for the service-user test and the letters: statutory, research, charity, other. */
  bodyKind: text("body_kind").notNull().default("other"),
  /** How this organisation's money shows on a bank statement. */
  statementName: text("statement_name").notNull().default(""),
  payWithinWorkingDays: integer("pay_within_working_days").notNull().default(10),
  /** A file of the files table, and what it shows in words: never one without the other. */
  logoFileId: text("logo_file_id"),
  logoDescription: text("logo_description").notNull().default(""),
  /** A logo that was chosen and is good, while something else in the form has to be mended; the next saving takes it or lets it go. */
  waitingLogoFileId: text("waiting_logo_file_id"),
  /** The part of the organisation that pays, as it stands on the claim forms. */
  department: text("department").notNull().default(""),
  policies: json<Record<string, string>>("policies").notNull(),
  createdAt: instant("created_at").notNull(),
  version: version(),
});

export type StaffRole = "coordinator" | "finance-check" | "finance-authorise" | "auditor" | "administrator";

export const staff = sqliteTable(
  "staff",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    name: text("name").notNull(),
    email: text("email").notNull(),
    phone: text("phone").notNull().default(""),
    passwordHash: text("password_hash"),
    roles: json<readonly StaffRole[]>("roles").notNull(),
    authorisationLimit: pence("authorisation_limit"),
    /** The budget codes they authorise payments from; none means every code. */
    authorisesCodes: json<readonly string[]>("authorises_codes").notNull().default([]),
    /** The first and the last day they authorise; absent does not bind. */
    authorisesFrom: calendarDate("authorises_from"),
    authorisesUntil: calendarDate("authorises_until"),
    /** The person record of a staff member who also claims, so that nobody acts on their own claim. */
    personId: text("person_id"),
    /** When they were asked to set up their account, and when they did; neither for an account made in another way. */
    invitedAt: instant("invited_at"),
    joinedAt: instant("joined_at"),
    disabledAt: instant("disabled_at"),
    createdAt: instant("created_at").notNull(),
    version: version(),
  },
  (table) => [uniqueIndex("staff_email").on(table.email)],
);

export type RoleRequestState = "waiting" | "agreed" | "refused" | "withdrawn";
// Roles one administrator wants somebody to have and another has to agree to first (promises.md T3). What was decided stays.
export const roleRequests = sqliteTable(
  "role_requests",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    staffId: text("staff_id")
      .notNull()
      .references(() => staff.id),
    /** Every role they would have, those they have already with them. */
    roles: json<readonly StaffRole[]>("roles").notNull(),
    /** Asked with an invitation: the link goes out once another administrator agrees. */
    isInvitation: yesNo("is_invitation").notNull().default(false),
    askedBy: text("asked_by")
      .notNull()
      .references(() => staff.id),
    askedAt: instant("asked_at").notNull(),
    state: text("state").$type<RoleRequestState>().notNull(),
    decidedBy: text("decided_by").references(() => staff.id),
    decidedAt: instant("decided_at"),
    version: version(),
  },
  (table) => [index("role_requests_state").on(table.organisationId, table.state)],
);

// What a setting was and what it became, beside the audit entry of the same change, which holds no values. Sealed, and never changed.
export const settingChanges = sqliteTable(
  "setting_changes",
  {
    sequence: integer("sequence").primaryKey({ autoIncrement: true }),
    id: text("id").notNull(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    kind: text("kind").$type<SettingKind>().notNull(),
    /** Which one was changed, by name, and each field with its old and new value in words. */
    changes: sealed("changes").notNull(),
    changedBy: text("changed_by")
      .notNull()
      .references(() => staff.id),
    at: instant("at").notNull(),
  },
  (table) => [index("setting_changes_kind").on(table.organisationId, table.kind, table.sequence)],
);

// A session is a random reference in a cookie; only its fingerprint is here. Attendees, venues and staff share the table.
export const sessions = sqliteTable("sessions", {
  fingerprint: text("fingerprint").primaryKey(),
  staffId: text("staff_id").references(() => staff.id, { onDelete: "cascade" }),
  /** When a second factor was last given: finance and administrators need one. */
  provenAt: instant("proven_at"),
  createdAt: instant("created_at").notNull(),
  usedAt: instant("used_at").notNull(),
});

// What a session was let into by private links.
export const sessionGrants = sqliteTable(
  "session_grants",
  {
    session: text("session")
      .notNull()
      .references(() => sessions.fingerprint, { onDelete: "cascade" }),
    grantId: text("grant_id")
      .notNull()
      .references(() => grants.id, { onDelete: "cascade" }),
    /** When a fresh link proved that this device is the person's: bank and benefit answers may be read back for a day. */
    provenAt: instant("proven_at"),
    grantedAt: instant("granted_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.session, table.grantId] })],
);

// Emailed sign-in links for staff, by fingerprint; one of an invitation sets an account up and signs nobody in before that.
export const signInLinks = sqliteTable("sign_in_links", {
  fingerprint: text("fingerprint").primaryKey(),
  purpose: text("purpose").$type<"sign-in" | "invitation">().notNull().default("sign-in"),
  staffId: text("staff_id")
    .notNull()
    .references(() => staff.id, { onDelete: "cascade" }),
  expiresAt: instant("expires_at").notNull(),
});

// Wrong passwords and unknown links, counted by fingerprint of address and account.
export const attempts = sqliteTable("attempts", {
  key: text("key").primaryKey(),
  count: integer("count").notNull(),
  since: instant("since").notNull(),
});

// What a grant lets its holder do: answer one invitation, or one venue's checklist, or read one adviser's requests.
export type GrantKind = "invitation" | "venue-request" | "adviser";
export const grants = sqliteTable("grants", {
  id: id(),
  organisationId: text("organisation_id")
    .notNull()
    .references(() => organisations.id),
  kind: text("kind").$type<GrantKind>().notNull(),
  subjectId: text("subject_id").notNull(),
  expiresOn: calendarDate("expires_on").notNull(),
  revokedAt: instant("revoked_at"),
});

// Tokens by fingerprint. Each sending mints a new one for the same grant; several may live; revoking the grant ends all.
export const linkTokens = sqliteTable(
  "link_tokens",
  {
    fingerprint: text("fingerprint").primaryKey(),
    grantId: text("grant_id")
      .notNull()
      .references(() => grants.id, { onDelete: "cascade" }),
    /** 'open' opens the landing page; 'letter-code' does too; 'read-back' proves the channel for a day. */
    purpose: text("purpose").$type<"open" | "letter-code" | "read-back">().notNull(),
    expiresAt: instant("expires_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("link_tokens_grant").on(table.grantId)],
);

export type PreferredContact = "email" | "phone" | "text" | "letter" | "someone-i-choose";
export const people = sqliteTable(
  "people",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    name: text("name").notNull(),
    email: text("email").notNull().default(""),
    phone: text("phone").notNull().default(""),
    address: text("address").notNull().default(""),
    preferredContact: text("preferred_contact").$type<PreferredContact>().notNull().default("email"),
    neutralSubject: yesNo("neutral_subject").notNull().default(false),
    /** Messages to them are written in Easy Read. */
    easyRead: yesNo("easy_read").notNull().default(false),
    /** What keeps this person safe when they are contacted: sealed, for coordinators only. */
    safeContact: sealed("safe_contact"),
    /** When they said that we may contact them about taking part. */
    agreedAt: instant("agreed_at"),
    /** The record this one was joined to, when two records turned out to be one person. */
    mergedInto: text("merged_into"),
    /** When everything but what the law wants kept was deleted; from then on the name is nobody's. */
    erasedAt: instant("erased_at"),
    createdAt: instant("created_at").notNull(),
    version: version(),
  },
  (table) => [index("people_organisation").on(table.organisationId, table.name)],
);

// Two people who are not to meet. Who they are and why is sealed: coordinators read it, and nobody else, on no paper and in no
// message. `pair` is a keyed fingerprint of the two, so that a pair is on record once.
export const keptApart = sqliteTable(
  "kept_apart",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    pair: text("pair").notNull(),
    details: sealed("details").notNull(),
    savedBy: text("saved_by").notNull(),
    savedAt: instant("saved_at").notNull(),
    endedAt: instant("ended_at"),
    version: version(),
  },
  (table) => [uniqueIndex("kept_apart_pair").on(table.organisationId, table.pair)],
);

/** What moved when two records were joined, by id, so that it can be put back. */
export type MovedByMerge = {
  readonly invitations: readonly string[];
  readonly claims: readonly string[];
  readonly costRequests: readonly string[];
  readonly vouchers: readonly string[];
  readonly staff: readonly string[];
  /** Contact details the kept record lacked and took over. */
  readonly filled: readonly ("email" | "phone" | "address")[];
  /** The version the bank details had once they had moved; null where none moved. */
  readonly bankVersion: number | null;
  /** Earlier contacts added to the kept record. */
  readonly earlierContacts: readonly string[];
};

// Two records that turned out to be one person: which was kept, who said so and why, and what moved. Undoing it is noted here too.
export const personMerges = sqliteTable(
  "person_merges",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    fromId: text("from_id")
      .notNull()
      .references(() => people.id),
    intoId: text("into_id")
      .notNull()
      .references(() => people.id),
    how: text("how").$type<"they-said" | "same-contact" | "know-them">().notNull(),
    moved: json<MovedByMerge>("moved").notNull(),
    mergedBy: text("merged_by").notNull(),
    mergedAt: instant("merged_at").notNull(),
    undoneBy: text("undone_by"),
    undoneAt: instant("undone_at"),
  },
  (table) => [index("person_merges_into").on(table.intoId), index("person_merges_from").on(table.fromId)],
);

/** A copy of everything held about them, or all of it deleted. */
export type DataRequestKind = "copy" | "erase";
// Somebody asked for a copy of everything held about them, or to have it deleted. They open the copy themselves: no member of staff
// sees it. A request to delete goes with everything else once it is done.
export const dataRequests = sqliteTable(
  "data_requests",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    kind: text("kind").$type<DataRequestKind>().notNull().default("copy"),
    askedOn: calendarDate("asked_on").notNull(),
    /** A month after they asked: the law's limit. */
    answerBy: calendarDate("answer_by").notNull(),
    /** The member of staff they asked; null when they opened the copy without asking anybody. */
    recordedBy: text("recorded_by").references(() => staff.id),
    /** When the person last opened their copy. */
    openedAt: instant("opened_at"),
    /** When it was given in another way, and by whom. */
    givenOn: calendarDate("given_on"),
    givenBy: text("given_by").references(() => staff.id),
    /** A request to be deleted that was closed without deleting anything: when, why and by whom. */
    closedAt: instant("closed_at"),
    closedWhy: text("closed_why").$type<WhyNotDeleted>(),
    closedBy: text("closed_by").references(() => staff.id),
    version: version(),
  },
  (table) => [index("data_requests_person").on(table.personId), index("data_requests_due").on(table.organisationId, table.answerBy)],
);

// People who had everything about them deleted: by ids that stand for nobody any more, with how many of each kind went and stayed.
export const erasures = sqliteTable(
  "erasures",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** Their record, and those that were merged into it. */
    personIds: json<readonly string[]>("person_ids").notNull(),
    /** "person", the id of a member of staff, or "program" where it was done again after older data was put back. */
    erasedBy: text("erased_by").notNull(),
    erasedAt: instant("erased_at").notNull(),
    gone: json<Readonly<Record<string, number>>>("gone").notNull(),
    kept: json<Readonly<Record<string, number>>>("kept").notNull(),
  },
  (table) => [index("erasures_organisation").on(table.organisationId, table.erasedAt)],
);

// Two invitations of one person to one meeting that became one, because two records of that person were merged. Everything that was
// on both sides is kept, so that it can be put back.
export const joinedInvitations = sqliteTable(
  "joined_invitations",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meetings.id),
    /** The merge that brought them together, and the two invitations: the one that stays and the one that went. */
    mergeId: text("merge_id")
      .notNull()
      .references(() => personMerges.id),
    keptId: text("kept_id").notNull(),
    otherId: text("other_id").notNull(),
    /** The rows of both as they were, and which answers the person chose. */
    before: sealed("before").notNull(),
    joinedAt: instant("joined_at").notNull(),
    undoneAt: instant("undone_at"),
  },
  (table) => [index("joined_invitations_kept").on(table.keptId), index("joined_invitations_merge").on(table.mergeId)],
);

// How long an organisation keeps each kind of thing (promises.md P3). No row: the periods of app/domain/people/keeping.ts.
export const keepingRules = sqliteTable("keeping_rules", {
  organisationId: text("organisation_id")
    .primaryKey()
    .references(() => organisations.id),
  periods: json<KeepingPeriods>("periods").notNull(),
  savedBy: text("saved_by").notNull(),
  savedAt: instant("saved_at").notNull(),
  version: version(),
});

// One day's erasing of what an organisation keeps no longer: how many of each kind, never what they were. A run without an end was
// stopped half way and is taken up again.
export const keepingRuns = sqliteTable(
  "keeping_runs",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    day: calendarDate("day").notNull(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
    counts: json<Readonly<Record<string, number>>>("counts").notNull(),
  },
  (table) => [uniqueIndex("keeping_runs_once").on(table.organisationId, table.day)],
);

// Meetings that belong together, like the monthly meetings of one group.
export const series = sqliteTable("series", {
  id: id(),
  organisationId: text("organisation_id")
    .notNull()
    .references(() => organisations.id),
  name: text("name").notNull(),
  createdAt: instant("created_at").notNull(),
  version: version(),
});

export type MeetingMode = "in-person" | "online" | "hybrid";
export type MeetingState = "draft" | "open" | "held" | "cancelled";
/** How a meeting was called off: on which day, and what was said about paying for time people had spent on getting ready. */
export type MeetingCalledOff = {
  readonly on: CalendarDate;
  readonly paysPreparation: PaysPreparation;
};
export type MeetingStep = "about" | "type" | "when" | "what" | "where" | "payment";
export type AgendaItem = { readonly title: string; readonly minutes: number };
export type PaymentOffered = "time-and-costs" | "costs-only" | "nothing";
export type PaidTime = {
  readonly meeting: boolean;
  readonly readingMinutes: number;
  readonly preparationMinutes: number;
  readonly travelMinutes: number;
};

export const meetings = sqliteTable(
  "meetings",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** Eight letters people can read aloud; the only name of a meeting in an address. */
    reference: text("reference").notNull(),
    state: text("state").$type<MeetingState>().notNull(),
    name: text("name").notNull().default(""),
    about: text("about").notNull().default(""),
    asked: text("asked").notNull().default(""),
    nation: text("nation").$type<Nation>().notNull(),
    contact: json<{ readonly name: string; readonly phone: string; readonly email: string }>("contact"),
    coordinatorId: text("coordinator_id")
      .notNull()
      .references(() => staff.id),
    mode: text("mode").$type<MeetingMode>(),
    date: calendarDate("date"),
    startsAt: clockTime("starts_at"),
    endsAt: clockTime("ends_at"),
    breakEveryMinutes: integer("break_every_minutes"),
    breakMinutes: integer("break_minutes"),
    venueId: text("venue_id").references(() => venues.id),
    venueState: text("venue_state").$type<"chosen" | "compare" | "none">().notNull().default("none"),
    onlineService: text("online_service").notNull().default(""),
    joiningLink: text("joining_link").notNull().default(""),
    onlineFeatures: json<readonly OnlineFeatureId[]>("online_features").notNull(),
    expectedPeople: integer("expected_people"),
    agenda: json<readonly AgendaItem[]>("agenda").notNull(),
    parallelGroups: integer("parallel_groups").notNull().default(0),
    foodServed: yesNo("food_served").notNull().default(false),
    /** Conditions of the access catalogue that hold for this meeting, as ids. */
    conditions: json<readonly MeetingCondition[]>("conditions").notNull(),
    paymentOffered: text("payment_offered").$type<PaymentOffered>(),
    rateCardId: text("rate_card_id").references(() => rateCards.id),
    rateLineCode: text("rate_line_code"),
    paidTime: json<PaidTime>("paid_time"),
    /** Kinds of cost of app/domain/payments/expenses.ts, and in words what "other" stands for. */
    costsCovered: json<readonly ExpenseKind[]>("costs_covered").notNull(),
    costsOther: text("costs_other").notNull().default(""),
    costsBefore: text("costs_before").$type<CostsBefore>(),
    budgetCode: text("budget_code").notNull().default(""),
    paidWithin: json<PaidWithin>("paid_within"),
    replyBy: calendarDate("reply_by"),
    /** The pages of "Create a meeting" that were saved, because "not known yet" and "not answered yet" are different answers. */
    answeredSteps: json<readonly MeetingStep[]>("answered_steps").notNull().default([]),
    seriesId: text("series_id").references(() => series.id),
    /** The meeting this one was copied from. */
    copiedFrom: text("copied_from"),
    /** Typed by a coordinator; where there is none it is worked out from where the venue is, if that is known. */
    sunset: json<TypedSunset>("sunset"),
    /** When a coordinator stopped the one reminder, by whom it is recorded. */
    remindersStoppedAt: instant("reminders_stopped_at"),
    calledOff: json<MeetingCalledOff>("called_off"),
    /** When people were last told what changed because of it. The words told are kept for a time; that they were told is not forgotten. */
    outcomesToldAt: instant("outcomes_told_at"),
    createdAt: instant("created_at").notNull(),
    version: version(),
  },
  (table) => [
    uniqueIndex("meetings_reference").on(table.reference),
    index("meetings_organisation").on(table.organisationId, table.date),
    index("meetings_name").on(table.organisationId, table.name),
  ],
);

export type NotForMe = "wrong-person" | "no-invitations" | "not-said";
export type Reply = "coming-in-room" | "coming-online" | "coming-by-phone" | "not-sure" | "not-coming" | "none";

// One person asked to one meeting. Everything that person says about that meeting hangs from here.
export const invitations = sqliteTable(
  "invitations",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meetings.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    reply: text("reply").$type<Reply>().notNull().default("none"),
    repliedAt: instant("replied_at"),
    invitedAt: instant("invited_at"),
    remindedAt: instant("reminded_at"),
    /** The offer of payment as it stood when it was made, whole: see app/domain/payments/offer.ts. */
    offer: json<Offer>("offer"),
    /** Attendance as the coordinator marked it: in-room, online, another-way, part, not; and minutes given. */
    attendance: text("attendance"),
    attendedMinutes: integer("attended_minutes"),
    /** Time beside the meeting itself, where it differs from the offer; null where it is as offered. */
    givenTime: json<readonly TimeBeside[]>("given_time"),
    calledOff: json<CalledOff>("called_off"),
    /** The line of the rate card for this person's part, where it is not the meeting's own. */
    rateLineCode: text("rate_line_code"),
    /** Why somebody said no, and how else they would give their views: see app/services/after-no.server.ts. */
    afterNo: sealed("after_no"),
    /** What was said by "This is not for me": the wrong person, no more invitations, or nothing more. */
    notForMe: text("not_for_me").$type<NotForMe>(),
    version: version(),
  },
  (table) => [
    uniqueIndex("invitations_once").on(table.meetingId, table.personId),
    index("invitations_person").on(table.personId),
    // Which offers were made by one version of the rates, for whoever follows the money back.
    index("invitations_card").on(sql`${table.offer} ->> '$.card.id'`),
  ],
);

// What somebody was offered before their offer changed: the whole of it, kept so that any penny can be followed.
export const earlierOffers = sqliteTable(
  "earlier_offers",
  {
    id: id(),
    invitationId: text("invitation_id")
      .notNull()
      .references(() => invitations.id),
    offer: json<Offer>("offer").notNull(),
    replacedAt: instant("replaced_at").notNull(),
    replacedBy: text("replaced_by").notNull(),
  },
  (table) => [index("earlier_offers_invitation").on(table.invitationId, table.replacedAt)],
);

// Charities an organisation offers as a choice when somebody would rather it gave than paid them. Taken off the list, never removed.
export const charities = sqliteTable(
  "charities",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    name: text("name").notNull(),
    number: text("number").notNull().default(""),
    addedBy: text("added_by").notNull(),
    addedAt: instant("added_at").notNull(),
    removedAt: instant("removed_at"),
    version: version(),
  },
  (table) => [index("charities_organisation").on(table.organisationId, table.name)],
);

// Sign language films about the program's own pages, one to a slot. Each is elsewhere, with captions of its own, and has a transcript
// here and the day a signer who uses BSL checked it against the words of the page.
export const signFilms = sqliteTable(
  "sign_films",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    slot: text("slot").$type<FilmSlot>().notNull(),
    /** Where the film is: always https. */
    address: text("address").notNull().default(""),
    transcript: text("transcript").notNull(),
    seconds: integer("seconds").notNull(),
    checkedBy: text("checked_by").notNull().default(""),
    checkedOn: calendarDate("checked_on").notNull(),
    /** A digest of the page's words as they were when the film was checked: another one now, and the film is not shown. */
    checkedWords: text("checked_words").notNull().default(""),
    savedBy: text("saved_by").notNull(),
    savedAt: instant("saved_at").notNull(),
    version: version(),
  },
  (table) => [uniqueIndex("sign_films_slot").on(table.organisationId, table.slot)],
);

// Access answers of one invitation: one sealed JSON value, because which requirements somebody has is itself sensitive.
export const accessAnswers = sqliteTable("access_answers", {
  invitationId: text("invitation_id")
    .primaryKey()
    .references(() => invitations.id, { onDelete: "cascade" }),
  answers: sealed("answers").notNull(),
  /** The answers as they were when the person last pressed "Send my answers"; what everybody else plans from. */
  sent: sealed("sent"),
  sentAt: instant("sent_at"),
  savedAt: instant("saved_at").notNull(),
  /** The invitation whose answers were taken up here, and what the person said about them; nothing of theirs is reused unasked. */
  reusedFrom: text("reused_from"),
  reviewed: text("reviewed").$type<"same" | "mostly" | "start-again" | "skipped">(),
  version: version(),
});

// The dates people are asked about while a meeting has none. Each offered date keeps its id, so that answers stay with it.
export const datePolls = sqliteTable("date_polls", {
  meetingId: text("meeting_id")
    .primaryKey()
    .references(() => meetings.id),
  organisationId: text("organisation_id")
    .notNull()
    .references(() => organisations.id),
  dates: json<readonly OfferedDate[]>("dates").notNull(),
  replyBy: calendarDate("reply_by").notNull(),
  /** The id of the offered date that was chosen. */
  chosen: text("chosen"),
  savedAt: instant("saved_at").notNull(),
  version: version(),
});

// What one person said about the offered dates: sealed, because days of care or treatment can be among it.
export const dateAnswers = sqliteTable("date_answers", {
  invitationId: text("invitation_id")
    .primaryKey()
    .references(() => invitations.id, { onDelete: "cascade" }),
  answers: sealed("answers").notNull(),
  savedAt: instant("saved_at").notNull(),
  version: version(),
});

// Times a coordinator filled in answers together with somebody, by phone or in person, each with that person's yes to go on.
export const answeringTogether = sqliteTable(
  "answering_together",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    invitationId: text("invitation_id")
      .notNull()
      .references(() => invitations.id, { onDelete: "cascade" }),
    staffId: text("staff_id")
      .notNull()
      .references(() => staff.id),
    how: text("how").$type<"by-phone" | "in-person">().notNull(),
    agreedAt: instant("agreed_at").notNull(),
    endedAt: instant("ended_at"),
    version: version(),
  },
  (table) => [index("answering_together_invitation").on(table.invitationId)],
);

// How far one person's joining instructions have got: the personal line, and the facts they were last sent with.
export const joiningInstructions = sqliteTable("joining_instructions", {
  invitationId: text("invitation_id")
    .primaryKey()
    .references(() => invitations.id, { onDelete: "cascade" }),
  organisationId: text("organisation_id")
    .notNull()
    .references(() => organisations.id),
  personalLine: sealed("personal_line"),
  readyAt: instant("ready_at"),
  /** What they said when somebody found them ready: when it differs from what they say now, somebody looks again. */
  readyFacts: sealed("ready_facts"),
  sentAt: instant("sent_at"),
  /** What was sent, to tell what has changed since. */
  sentFacts: sealed("sent_facts"),
  version: version(),
});

// Lists read from a file and not yet taken in: kept sealed until somebody confirms them or does not, then erased.
export type ImportKind = "people" | "venues" | "suppliers";
export const imports = sqliteTable(
  "imports",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    staffId: text("staff_id")
      .notNull()
      .references(() => staff.id),
    kind: text("kind").$type<ImportKind>().notNull(),
    /** The file as text, and its name; nothing once it was taken in or dropped. */
    file: sealed("file"),
    added: integer("added"),
    /** Lines that changed what was on file already, like the address of a venue that has moved. */
    changed: integer("changed"),
    passedOver: integer("passed_over"),
    createdAt: instant("created_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (table) => [index("imports_organisation").on(table.organisationId, table.createdAt)],
);

// The decision about payment. Who decided is visible to coordinators as yes or no; what was decided is sealed.
export const paymentChoices = sqliteTable("payment_choices", {
  invitationId: text("invitation_id")
    .primaryKey()
    .references(() => invitations.id, { onDelete: "cascade" }),
  choice: sealed("choice").notNull(),
  decidedAt: instant("decided_at"),
  adviserAskedAt: instant("adviser_asked_at"),
  version: version(),
});

// Answers to the benefit questions, only where the person asked us to keep them (decision 8).
export const benefitAnswers = sqliteTable("benefit_answers", {
  invitationId: text("invitation_id")
    .primaryKey()
    .references(() => invitations.id, { onDelete: "cascade" }),
  answers: sealed("answers").notNull(),
  savedAt: instant("saved_at").notNull(),
});

// Free, independent advisers the organisation has an understanding with. They read requests through a private link of their own.
export const advisers = sqliteTable(
  "advisers",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    name: text("name").notNull(),
    /** Whom they help and where, in their own words. */
    about: text("about").notNull().default(""),
    email: text("email").notNull().default(""),
    phone: text("phone").notNull().default(""),
    /** Their text, relay and sign language services, and their hours. */
    otherWays: text("other_ways").notNull().default(""),
    hours: text("hours").notNull().default(""),
    repliesWithinDays: integer("replies_within_days").notNull(),
    stoppedAt: instant("stopped_at"),
    createdAt: instant("created_at").notNull(),
    version: version(),
  },
  (table) => [index("advisers_organisation").on(table.organisationId)],
);

// Somebody asked an adviser to contact them. Sealed, and opened by that adviser only; the organisation sees how many.
export const adviserRequests = sqliteTable(
  "adviser_requests",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    invitationId: text("invitation_id")
      .notNull()
      .references(() => invitations.id, { onDelete: "cascade" }),
    adviserId: text("adviser_id")
      .notNull()
      .references(() => advisers.id),
    request: sealed("request").notNull(),
    askedAt: instant("asked_at").notNull(),
    contactedAt: instant("contacted_at"),
    version: version(),
  },
  (table) => [uniqueIndex("adviser_requests_invitation").on(table.invitationId), index("adviser_requests_adviser").on(table.adviserId)],
);

// A signed copy of the letter for the Jobcentre, to be posted by the payments team: a name, an address and the letter only.
export const letterRequests = sqliteTable(
  "letter_requests",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    invitationId: text("invitation_id")
      .notNull()
      .references(() => invitations.id, { onDelete: "cascade" }),
    /** What the person ticked to have in the letter. */
    includes: json<readonly string[]>("includes").notNull(),
    /** The name and address to post it to, and the amount chosen where that was ticked. */
    details: sealed("details").notNull(),
    askedAt: instant("asked_at").notNull(),
    postBy: calendarDate("post_by").notNull(),
    postedAt: instant("posted_at"),
    postedBy: text("posted_by").references(() => staff.id),
    version: version(),
  },
  (table) => [
    uniqueIndex("letter_requests_invitation").on(table.invitationId),
    index("letter_requests_organisation").on(table.organisationId),
  ],
);

// Who agreed to use which set of benefit and tax figures. A set is known by the fingerprint of everything in it; `contents` has
// one for each entry, so that what an update changed can be shown. Without a staff member: the set an organisation began with.
export const ruleApprovals = sqliteTable(
  "rule_approvals",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    fingerprint: text("fingerprint").notNull(),
    contents: json<Readonly<Record<string, string>>>("contents").notNull(),
    staffId: text("staff_id").references(() => staff.id),
    approvedAt: instant("approved_at").notNull(),
  },
  (table) => [uniqueIndex("rule_approvals_once").on(table.organisationId, table.fingerprint, table.staffId)],
);

export const bankDetails = sqliteTable("bank_details", {
  personId: text("person_id")
    .primaryKey()
    .references(() => people.id, { onDelete: "cascade" }),
  details: sealed("details").notNull(),
  lastTwo: text("last_two").notNull(),
  /** 'new' until a first payment clears the checks; 'changed' after replacing details that were on file. */
  state: text("state").$type<"new" | "checked" | "changed">().notNull(),
  check: text("check").$type<"fits" | "does-not-fit" | "not-checked">().notNull(),
  savedAt: instant("saved_at").notNull(),
  /** When the account itself last became another one; saving the same one again does not move it. */
  changedAt: instant("changed_at"),
  /** Who typed it in: "person", or the id of a member of staff, who may then not check or pay it. */
  enteredBy: text("entered_by").notNull().default("person"),
  /** The end of the account before this one, to know it by. */
  lastTwoBefore: text("last_two_before"),
  version: version(),
});

export type PayeeRecordKind =
  "call-back" | "confirmed-reply" | "name-check" | "name-check-decision" | "authority" | "appointee-advice" | "account-kind";
// What finance did to make sure of one account: calls, name checks, authority seen. Added to and never changed; what each says is
// sealed. A record counts for the one version of the account it was made about.
export const payeeRecords = sqliteTable(
  "payee_records",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** Fingerprint of the account it is about. */
    account: text("account").notNull(),
    kind: text("kind").$type<PayeeRecordKind>().notNull(),
    details: sealed("details").notNull(),
    staffId: text("staff_id")
      .notNull()
      .references(() => staff.id),
    at: instant("at").notNull(),
  },
  (table) => [index("payee_records_person").on(table.personId)],
);

// Ways to reach somebody that were on file before, so that news of a changed account still goes there (promises.md T12).
export const earlierContacts = sqliteTable(
  "earlier_contacts",
  {
    id: id(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    kind: text("kind").$type<"email" | "phone" | "address">().notNull(),
    value: sealed("value").notNull(),
    replacedAt: instant("replaced_at").notNull(),
  },
  (table) => [index("earlier_contacts_person").on(table.personId)],
);

// The table for the modulus check that the organisation supplies (decision 14): the two text files as they were loaded.
export const modulusTables = sqliteTable("modulus_tables", {
  organisationId: text("organisation_id")
    .primaryKey()
    .references(() => organisations.id),
  name: text("name").notNull(),
  validFrom: calendarDate("valid_from"),
  weights: text("weights").notNull(),
  substitutes: text("substitutes").notNull(),
  rows: integer("rows").notNull(),
  loadedBy: text("loaded_by").notNull(),
  loadedAt: instant("loaded_at").notNull(),
});

// The account the organisation pays from, and its number with Bacs: sealed.
export const payingAccounts = sqliteTable("paying_accounts", {
  organisationId: text("organisation_id")
    .primaryKey()
    .references(() => organisations.id),
  details: sealed("details").notNull(),
  lastTwo: text("last_two").notNull(),
  savedBy: text("saved_by").notNull(),
  savedAt: instant("saved_at").notNull(),
  version: version(),
});

export const venues = sqliteTable(
  "venues",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    name: text("name").notNull(),
    address: text("address").notNull().default(""),
    /** The town, as somebody wrote it; never guessed from the address, and empty where nobody has said. */
    town: text("town").notNull().default(""),
    contactName: text("contact_name").notNull().default(""),
    contactEmail: text("contact_email").notNull().default(""),
    contactPhone: text("contact_phone").notNull().default(""),
    notes: text("notes").notNull().default(""),
    /** The day building works ended, or the venue was changed in another way: what was checked before it is too old. */
    changedOn: calendarDate("changed_on"),
    /** Where it is, in degrees north and east; null when nobody has said. */
    latitude: real("latitude"),
    longitude: real("longitude"),
    createdAt: instant("created_at").notNull(),
    version: version(),
  },
  (table) => [index("venues_organisation").on(table.organisationId, table.name)],
);

// Everything anybody ever said or measured of a venue, one row each, never changed and never taken away. What a plan may rely
// on is worked out from these by app/domain/venues. No row means nobody has said: not known.
export const venueStatements = sqliteTable(
  "venue_statements",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    venueId: text("venue_id")
      .notNull()
      .references(() => venues.id, { onDelete: "cascade" }),
    featureId: text("feature_id").notNull(),
    /** true, false, a number in the feature's unit, or null for "I do not know". */
    value: json<boolean | number | null>("value"),
    note: text("note").notNull().default(""),
    source: text("source").$type<FactSource>().notNull(),
    saidBy: text("said_by").notNull(),
    /** The day it was true: measured, seen, said or published. */
    checkedOn: calendarDate("checked_on").notNull(),
    savedAt: instant("saved_at").notNull(),
    /** The checklist it answers, or the import it was approved from. */
    requestId: text("request_id"),
    importId: text("import_id"),
  },
  (table) => [index("venue_statements_feature").on(table.venueId, table.featureId, table.checkedOn)],
);

// What anybody said of where a venue is: its address or its coordinates, never changed and never taken away. The row of the venue
// holds what counts now, which is what was said last.
export const venuePlaces = sqliteTable(
  "venue_places",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    venueId: text("venue_id")
      .notNull()
      .references(() => venues.id, { onDelete: "cascade" }),
    kind: text("kind").$type<"address" | "town" | "coordinates">().notNull(),
    /** As written; the coordinates as "north, east" in degrees, and nothing where they were taken back. */
    value: text("value").notNull(),
    /** As for facts; "typed" where a coordinator wrote it without saying from where. */
    source: text("source").$type<FactSource | "typed">().notNull(),
    saidBy: text("said_by").notNull(),
    /** The day it was true: looked up, said or published. */
    checkedOn: calendarDate("checked_on").notNull(),
    savedAt: instant("saved_at").notNull(),
    importId: text("import_id"),
  },
  (table) => [index("venue_places_venue").on(table.venueId, table.kind, table.savedAt)],
);

// Where statements disagree, a person decides which one stands, and says why. A later row takes the place of an earlier one.
export const venueSettlements = sqliteTable(
  "venue_settlements",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    venueId: text("venue_id")
      .notNull()
      .references(() => venues.id, { onDelete: "cascade" }),
    featureId: text("feature_id").notNull(),
    /** The statement that stands; null when the fact counts as not known until it is checked. */
    statementId: text("statement_id"),
    /** The statements that were looked at. One that arrives later and disagrees opens the question again. */
    considered: json<readonly string[]>("considered").notNull(),
    reason: text("reason").notNull(),
    settledBy: text("settled_by").notNull(),
    settledAt: instant("settled_at").notNull(),
  },
  (table) => [index("venue_settlements_feature").on(table.venueId, table.featureId, table.settledAt)],
);

// Photos of a venue, of one feature or of the building as a whole. What a photo shows is read by a person, never by the program.
export const venuePhotos = sqliteTable(
  "venue_photos",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    venueId: text("venue_id")
      .notNull()
      .references(() => venues.id, { onDelete: "cascade" }),
    featureId: text("feature_id"),
    fileId: text("file_id")
      .notNull()
      .references(() => files.id),
    /** What the photo shows, in words; empty until somebody writes it. */
    shows: text("shows").notNull().default(""),
    source: text("source").$type<FactSource>().notNull(),
    sentBy: text("sent_by").notNull(),
    requestId: text("request_id"),
    savedAt: instant("saved_at").notNull(),
    /** When a coordinator took it, or looked at it and its words. A photo nobody here has looked at goes into no paper. */
    approvedAt: instant("approved_at"),
    removedAt: instant("removed_at"),
    version: version(),
  },
  (table) => [index("venue_photos_venue").on(table.venueId, table.featureId)],
);

// What went wrong at a venue and whether it was put right.
export const venueProblems = sqliteTable(
  "venue_problems",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    venueId: text("venue_id")
      .notNull()
      .references(() => venues.id, { onDelete: "cascade" }),
    what: text("what").notNull(),
    seenOn: calendarDate("seen_on").notNull(),
    savedBy: text("saved_by").notNull(),
    savedAt: instant("saved_at").notNull(),
    fixedOn: calendarDate("fixed_on"),
    fixedHow: text("fixed_how").notNull().default(""),
    version: version(),
  },
  (table) => [index("venue_problems_venue").on(table.venueId)],
);

// Facts read from a file of somebody else. They wait here, line by line, until a person approves them; none is on record before.
export const venueImports = sqliteTable(
  "venue_imports",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    venueId: text("venue_id")
      .notNull()
      .references(() => venues.id, { onDelete: "cascade" }),
    kind: text("kind").$type<"a11yjson" | "openstreetmap">().notNull(),
    /** Where it came from, in the words of the person who brought it. */
    origin: text("origin").notNull(),
    /** The day the file's facts are of. */
    checkedOn: calendarDate("checked_on").notNull(),
    /** The whole file as it came. */
    content: text("content").notNull(),
    offered: json<readonly OfferedFact[]>("offered").notNull(),
    /** Where the file says the venue is; null in files brought in before this was read. */
    place: json<readonly OfferedPlace[]>("place"),
    /** The features approved, and "address" or "coordinates"; null while it waits. */
    approved: json<readonly string[]>("approved"),
    savedBy: text("saved_by").notNull(),
    savedAt: instant("saved_at").notNull(),
    decidedBy: text("decided_by").notNull().default(""),
    decidedAt: instant("decided_at"),
    version: version(),
  },
  (table) => [index("venue_imports_venue").on(table.venueId)],
);

// Who supplies interpreters, captions, transport and the like, and on what terms.
export const suppliers = sqliteTable(
  "suppliers",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    name: text("name").notNull(),
    /** The supports of the catalogue they supply. */
    supports: json<readonly string[]>("supports").notNull(),
    contactName: text("contact_name").notNull().default(""),
    contactEmail: text("contact_email").notNull().default(""),
    contactPhone: text("contact_phone").notNull().default(""),
    /** How much notice they ask for; null when nobody has said, and the catalogue's notice holds. */
    noticeWorkingDays: integer("notice_working_days"),
    cancellationTerms: text("cancellation_terms").notNull().default(""),
    /** What they charge, in their own words. */
    price: text("price").notNull().default(""),
    notes: text("notes").notNull().default(""),
    /** Set when they are used no more: they stay on past bookings and are offered for no new one. */
    endedAt: instant("ended_at"),
    createdAt: instant("created_at").notNull(),
    version: version(),
  },
  (table) => [index("suppliers_organisation").on(table.organisationId, table.name)],
);

// A checklist sent to a venue: for one meeting, or for its record alone.
export const venueRequests = sqliteTable("venue_requests", {
  id: id(),
  organisationId: text("organisation_id")
    .notNull()
    .references(() => organisations.id),
  venueId: text("venue_id")
    .notNull()
    .references(() => venues.id),
  /** The meeting it asks for; null where it asks for the venue's record, and no meeting is named in it. */
  meetingId: text("meeting_id").references(() => meetings.id),
  email: text("email").notNull(),
  sentTo: text("sent_to").notNull().default(""),
  answerBy: calendarDate("answer_by").notNull(),
  features: json<readonly string[]>("features").notNull(),
  extraLine: text("extra_line").notNull().default(""),
  sentAt: instant("sent_at").notNull(),
  answeredAt: instant("answered_at"),
  answeredBy: text("answered_by").notNull().default(""),
  /** To whom the venue passed the link on, the first first. */
  forwards: json<readonly { readonly email: string; readonly at: Instant }[]>("forwards"),
  version: version(),
});

export type BookingState = "to-book" | "asked" | "confirmed" | "declined" | "cancelled";
/** What a promise was made for. When one of these changes, the promise has to be asked for again. */
export type BookedFor = {
  readonly date: CalendarDate;
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
  readonly venueId: string | null;
  readonly mode: MeetingMode;
};
export const bookings = sqliteTable(
  "bookings",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meetings.id),
    supportId: text("support_id").notNull(),
    quantity: integer("quantity").notNull(),
    state: text("state").$type<BookingState>().notNull(),
    supplier: text("supplier").notNull().default(""),
    /** The record the supplier was chosen from; null for somebody typed in. */
    supplierId: text("supplier_id").references(() => suppliers.id),
    /** The booking this one took over from, where a supplier said no. */
    takesOverFrom: text("takes_over_from"),
    supplierContact: text("supplier_contact").notNull().default(""),
    /** Where a request can be sent from here, and where one can be phoned through. */
    supplierEmail: text("supplier_email").notNull().default(""),
    supplierPhone: text("supplier_phone").notNull().default(""),
    /** The confirmation as a picture or PDF. */
    confirmationFileId: text("confirmation_file_id").references((): AnySQLiteColumn => files.id),
    whoIsComing: text("who_is_coming").notNull().default(""),
    note: text("note").notNull().default(""),
    cost: pence("cost"),
    cancelFreeUntil: calendarDate("cancel_free_until"),
    remindOn: calendarDate("remind_on"),
    askedOn: calendarDate("asked_on"),
    papersSentOn: calendarDate("papers_sent_on"),
    /** Who makes sure on the day, and what shows that it is confirmed. A booking counts only with both. */
    owner: text("owner").notNull().default(""),
    evidence: text("evidence").notNull().default(""),
    bookedFor: json<BookedFor>("booked_for"),
    version: version(),
  },
  (table) => [index("bookings_meeting").on(table.meetingId)],
);

// What a coordinator decided about one requirement or one clash of a meeting, a talk with one person about one requirement, a
// question written to somebody who asked for it without their name, a venue chosen although it leaves something unmet, and each
// time somebody confirmed the whole plan. Which one, what was decided and the facts it rests on are sealed together, because
// they say who needs what; `subject` is a keyed fingerprint of which one it is.
export type ArrangementKind = "requirement" | "clash" | "talk" | "confirmation" | "venue-choice" | "question";
export const arrangements = sqliteTable(
  "arrangements",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meetings.id),
    kind: text("kind").$type<ArrangementKind>().notNull(),
    subject: text("subject").notNull(),
    decision: sealed("decision").notNull(),
    savedBy: text("saved_by").notNull(),
    savedAt: instant("saved_at").notNull(),
    version: version(),
  },
  (table) => [uniqueIndex("arrangements_once").on(table.meetingId, table.subject)],
);

// What somebody said about a thing to do: done already, or remind me. Things to do are worked out afresh, so a mark is kept by keyed
// fingerprints of which one it is and of what it said; when that changes the mark no longer counts. Readiness never reads marks.
export const toDoMarks = sqliteTable(
  "to_do_marks",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meetings.id),
    subject: text("subject").notNull(),
    basis: text("basis").notNull(),
    state: text("state").$type<"open" | "done">().notNull(),
    remindOn: calendarDate("remind_on"),
    givenTo: text("given_to").references(() => staff.id),
    savedBy: text("saved_by").notNull(),
    savedAt: instant("saved_at").notNull(),
    version: version(),
  },
  (table) => [uniqueIndex("to_do_marks_once").on(table.meetingId, table.subject)],
);

export type DayRole =
  "chair" | "access-host" | "online-access-host" | "welcome" | "notetaker" | "timekeeper" | "technology" | "evacuation-helper";
// Who does what on the day. Several people may help to leave safely; every other role has one holder.
export const dayRoles = sqliteTable(
  "day_roles",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meetings.id),
    role: text("role").$type<DayRole>().notNull(),
    name: text("name").notNull(),
    phone: text("phone").notNull().default(""),
    version: version(),
  },
  (table) => [index("day_roles_meeting").on(table.meetingId)],
);

// Things looked at before doors open.
export const dayChecks = sqliteTable(
  "day_checks",
  {
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meetings.id),
    check: text("check").notNull(),
    doneBy: text("done_by").notNull(),
    doneAt: instant("done_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.check] })],
);

export type Arrival = "arrived" | "online" | "not-here";
// Who has come. Attendance for payment is another answer, given afterwards.
export const arrivals = sqliteTable("arrivals", {
  invitationId: text("invitation_id")
    .primaryKey()
    .references(() => invitations.id, { onDelete: "cascade" }),
  state: text("state").$type<Arrival>().notNull(),
  savedBy: text("saved_by").notNull(),
  savedAt: instant("saved_at").notNull(),
  version: version(),
});

// The card somebody holds up now, from their own page: one at a time, gone when it is put down or answered.
export const shownCards = sqliteTable("shown_cards", {
  invitationId: text("invitation_id")
    .primaryKey()
    .references(() => invitations.id, { onDelete: "cascade" }),
  card: text("card").$type<CardId>().notNull(),
  savedAt: instant("saved_at").notNull(),
  version: version(),
});

// Breaks as they were really taken.
export const dayBreaks = sqliteTable(
  "day_breaks",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meetings.id),
    startedAt: instant("started_at").notNull(),
    minutes: integer("minutes").notNull(),
    endedAt: instant("ended_at"),
    version: version(),
  },
  (table) => [index("day_breaks_meeting").on(table.meetingId)],
);

// What went wrong on a day, for the next time at this venue. Sealed: it can say who was shut out.
export const dayProblems = sqliteTable(
  "day_problems",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meetings.id),
    venueId: text("venue_id").references(() => venues.id),
    what: sealed("what").notNull(),
    isFixed: yesNo("is_fixed").notNull(),
    savedBy: text("saved_by").notNull(),
    savedAt: instant("saved_at").notNull(),
    version: version(),
  },
  (table) => [index("day_problems_meeting").on(table.meetingId), index("day_problems_venue").on(table.venueId)],
);

// One person's plan to get out safely, written with them: sealed, and erased after the meeting unless they keep it.
export const leavePlans = sqliteTable("leave_plans", {
  invitationId: text("invitation_id")
    .primaryKey()
    .references(() => invitations.id, { onDelete: "cascade" }),
  organisationId: text("organisation_id")
    .notNull()
    .references(() => organisations.id),
  meetingId: text("meeting_id")
    .notNull()
    .references(() => meetings.id),
  plan: sealed("plan").notNull(),
  /** The day the person agreed it; nothing while they have not. */
  agreedOn: calendarDate("agreed_on"),
  /** The date, times and place it was made for: agreed for one room says nothing about another. */
  madeFor: json<BookedFor>("made_for").notNull(),
  isKept: yesNo("is_kept").notNull().default(false),
  savedBy: text("saved_by").notNull(),
  savedAt: instant("saved_at").notNull(),
  version: version(),
});

// How the meeting was for one person, as they answer it. What is sent with their name stays here; what is sent without it is moved
// to a row that knows no person, and only that they have answered stays here.
export const feedback = sqliteTable(
  "feedback",
  {
    invitationId: text("invitation_id")
      .primaryKey()
      .references(() => invitations.id, { onDelete: "cascade" }),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meetings.id),
    answers: sealed("answers"),
    askedAt: instant("asked_at"),
    remindedAt: instant("reminded_at"),
    sentOn: calendarDate("sent_on"),
    version: version(),
  },
  (table) => [index("feedback_meeting").on(table.meetingId)],
);

// Feedback whose writer left their name off: no person, no moment, nothing to tell them apart by but what they wrote.
export const unnamedFeedback = sqliteTable(
  "unnamed_feedback",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meetings.id),
    answers: sealed("answers").notNull(),
  },
  (table) => [index("unnamed_feedback_meeting").on(table.meetingId)],
);

// What people said of a meeting and what was done about it. Sealed until it is sent and after: it can say what somebody needed.
export const outcomes = sqliteTable(
  "outcomes",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meetings.id),
    said: sealed("said").notNull(),
    did: sealed("did").notNull(),
    byWhen: calendarDate("by_when"),
    savedBy: text("saved_by").notNull(),
    savedAt: instant("saved_at").notNull(),
    sentAt: instant("sent_at"),
    version: version(),
  },
  (table) => [index("outcomes_meeting").on(table.meetingId)],
);

// The coordinator's own look back on a meeting.
export const evaluations = sqliteTable("evaluations", {
  meetingId: text("meeting_id")
    .primaryKey()
    .references(() => meetings.id),
  organisationId: text("organisation_id")
    .notNull()
    .references(() => organisations.id),
  didItsJob: text("did_its_job").$type<DidItsJob>().notNull(),
  howMuchSay: text("how_much_say").$type<HowMuchSay>().notNull(),
  /** Who was missing and why: sealed, because it can say who. */
  missing: sealed("missing"),
  addedCost: pence("added_cost"),
  staffMinutes: integer("staff_minutes"),
  differently: sealed("differently"),
  savedBy: text("saved_by").notNull(),
  savedAt: instant("saved_at").notNull(),
  version: version(),
});

// Things to do that a coordinator wrote down after a meeting, for the next one that follows from it.
export const writtenToDos = sqliteTable(
  "written_to_dos",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meetings.id),
    /** Where it came from, once for each: a problem of the day, what somebody said, or the look back. */
    source: text("source").notNull(),
    what: sealed("what").notNull(),
    savedBy: text("saved_by").notNull(),
    savedAt: instant("saved_at").notNull(),
    version: version(),
  },
  (table) => [uniqueIndex("written_to_dos_once").on(table.meetingId, table.source)],
);

export const rateCards = sqliteTable("rate_cards", {
  id: id(),
  organisationId: text("organisation_id")
    .notNull()
    .references(() => organisations.id),
  /** The whole card as app/domain/payments/rate-card.ts shapes it; a change is a new row with a later start. */
  card: json<RateCard>("card").notNull(),
  name: text("name").notNull(),
  validFrom: calendarDate("valid_from").notNull(),
  createdAt: instant("created_at").notNull(),
});

// What an organisation pays back and by which limits. Never changed: a change is a new row with a later start.
export const costPolicies = sqliteTable(
  "cost_policies",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    policy: json<CostPolicy>("policy").notNull(),
    validFrom: calendarDate("valid_from").notNull(),
    savedBy: text("saved_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [uniqueIndex("cost_policies_once").on(table.organisationId, table.validFrom)],
);

// One cost somebody asked to have paid before the meeting, and what became of it. An advance is agreed, authorised and sent by
// three people; the triggers refuse the same one twice, and whoever it is for.
export const costRequests = sqliteTable(
  "cost_requests",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    invitationId: text("invitation_id")
      .notNull()
      .references(() => invitations.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meetings.id),
    need: text("need").$type<CostNeed>().notNull(),
    /** How it is paid, once that is decided. */
    way: text("way").$type<CostsBefore>(),
    /** In the person's own words, and how they would like it paid: sealed, because it can say what they need. */
    details: sealed("details").notNull(),
    estimate: pence("estimate"),
    neededBy: calendarDate("needed_by"),
    replyBy: calendarDate("reply_by").notNull(),
    state: text("state").$type<CostRequestState>().notNull(),
    question: sealed("question"),
    reply: sealed("reply"),
    /** What the person was told: where the ticket is, or why not and what is offered. */
    answer: sealed("answer"),
    /** What was booked for, handed over or advanced; null where a booking's price is not known. */
    amount: pence("amount"),
    askedAt: instant("asked_at").notNull(),
    answeredBy: text("answered_by").references(() => staff.id),
    answeredAt: instant("answered_at"),
    authorisedBy: text("authorised_by").references(() => staff.id),
    authorisedAt: instant("authorised_at"),
    sentBy: text("sent_by").references(() => staff.id),
    sentOn: calendarDate("sent_on"),
    version: version(),
  },
  (table) => [
    index("cost_requests_invitation").on(table.invitationId),
    index("cost_requests_meeting").on(table.meetingId),
    index("cost_requests_state").on(table.organisationId, table.state),
  ],
);

export type ClaimState = "open" | "sent" | "checked" | "agreed" | "paid" | "on-hold" | "sent-back";
/** How a person answered "Is this right?" about their time. */
export type TimeAnswer = "right" | "different";
// One person's claim for one meeting. It is open while the person fills it in; when they send it, the whole claim is kept sealed
// as the rules of app/domain/payments/claim.ts shape it, because costs can say what somebody needs.
export const claims = sqliteTable(
  "claims",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    invitationId: text("invitation_id")
      .notNull()
      .references(() => invitations.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meetings.id),
    reference: text("reference").notNull(),
    state: text("state").$type<ClaimState>().notNull(),
    /** The claim as sent, with what checkers decided since: a Claim of app/domain/payments/claim.ts. */
    sent: sealed("sent"),
    timeAnswer: text("time_answer").$type<TimeAnswer>(),
    timeDiffers: sealed("time_differs"),
    paidByEmployer: text("paid_by_employer").$type<"yes" | "no" | "not-said">().notNull().default("not-said"),
    /** The person said that they have no costs to add, which is not the same as not having said. */
    hasNoCosts: yesNo("has_no_costs").notNull().default(false),
    /** For people in public service, where the organisation asks: the work has nothing to do with their job and was in their own time. */
    ownTime: text("own_time").$type<"yes" | "no" | "not-said">().notNull().default("not-said"),
    /** A claim on paper or by phone: who typed it in last (everybody who did is in claim_typing), and the day it came. */
    enteredBy: text("entered_by").references(() => staff.id),
    enteredFrom: text("entered_from").$type<"paper" | "phone">(),
    scanFileId: text("scan_file_id").references(() => files.id),
    receivedOn: calendarDate("received_on"),
    signedName: text("signed_name").notNull().default(""),
    sentAt: instant("sent_at"),
    payBy: calendarDate("pay_by"),
    paidOn: calendarDate("paid_on"),
    question: sealed("question"),
    answer: sealed("answer"),
    /** Why it waits or went back, who did that and when, and where it came from or went to. */
    why: sealed("why"),
    movedBy: text("moved_by"),
    movedOn: calendarDate("moved_on"),
    heldFrom: text("held_from").$type<"sent" | "checked" | "agreed">(),
    sentBackTo: text("sent_back_to").$type<"person" | "checker">(),
    /** Goes up each time the claim is sent back: steps count within a round. */
    round: integer("round").notNull().default(1),
    /** What the sent claim comes to, for lists and totals; made from it at every save of it. Never what a cost was for. */
    forTime: pence("for_time"),
    forCosts: pence("for_costs"),
    toPay: pence("to_pay"),
    /** In which roles time was given, by the codes of the rate lines, for the list for payroll. Null where it was sent before this was kept. */
    timeRoles: json<readonly string[]>("time_roles"),
    budgetCode: text("budget_code").notNull().default(""),
    /** Paid from several budget codes: how much from each is in claim_codes. */
    isSplit: yesNo("is_split").notNull().default(false),
    /** Set once only name, amounts, dates and references are left of it (promises.md P3). */
    reducedAt: instant("reduced_at"),
    version: version(),
  },
  (table) => [
    uniqueIndex("claims_once").on(table.invitationId),
    uniqueIndex("claims_reference").on(table.reference),
    index("claims_state").on(table.organisationId, table.state),
    index("claims_queue").on(table.organisationId, table.state, table.payBy, table.id),
    index("claims_all").on(table.organisationId, table.payBy, table.id),
    index("claims_person").on(table.personId, table.state),
    index("claims_meeting").on(table.meetingId),
    // Totals of a year and who was paid in it are read from this index alone.
    index("claims_paid").on(table.organisationId, table.paidOn, table.budgetCode, table.personId, table.state, table.toPay, table.isSplit),
    index("claims_person_paid").on(table.personId, table.paidOn),
    // The orders a list can be sorted in; without them every page of a long list sorts all of it.
    index("claims_since").on(table.organisationId, table.sentAt, table.id),
    index("claims_time").on(table.organisationId, table.forTime, table.id),
    index("claims_costs").on(table.organisationId, table.forCosts, table.id),
    index("claims_total").on(table.organisationId, table.toPay, table.id),
    index("claims_budget").on(table.organisationId, table.budgetCode, table.state),
  ],
);

// How much of a claim each budget code pays, where there are several; made from the claim at every save of it. They add up to what
// is to be paid.
export const claimCodes = sqliteTable(
  "claim_codes",
  {
    claimId: text("claim_id")
      .notNull()
      .references(() => claims.id),
    code: text("code").notNull(),
    amount: pence("amount").notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.code] }), index("claim_codes_code").on(table.code)],
);

// Everybody who typed in a claim for somebody, on paper or by phone. None of them may do a step of it.
export const claimTyping = sqliteTable(
  "claim_typing",
  {
    claimId: text("claim_id")
      .notNull()
      .references(() => claims.id),
    staffId: text("staff_id")
      .notNull()
      .references(() => staff.id),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.staffId] })],
);

// The costs of a claim as the person told them, and the picture of the receipt of each.
export const claimLines = sqliteTable(
  "claim_lines",
  {
    id: id(),
    claimId: text("claim_id")
      .notNull()
      .references(() => claims.id),
    position: integer("position").notNull(),
    kind: text("kind").$type<ExpenseKind>().notNull(),
    /** The cost as an Expense of app/domain/payments/expenses.ts; nothing until its details are saved. */
    expense: sealed("expense"),
    fileId: text("file_id").references(() => files.id),
    version: version(),
  },
  (table) => [index("claim_lines_claim").on(table.claimId), index("claim_lines_file").on(table.fileId)],
);

// What a person decided about something noticed on a claim: that a repeat is not one, that a limit may be passed.
export const claimFindings = sqliteTable(
  "claim_findings",
  {
    claimId: text("claim_id")
      .notNull()
      .references(() => claims.id),
    /** Which one: the flag, the line and the claim it was compared with. */
    subject: text("subject").notNull(),
    decision: text("decision").$type<"not-a-repeat" | "is-a-repeat">().notNull(),
    why: sealed("why").notNull(),
    staffId: text("staff_id")
      .notNull()
      .references(() => staff.id),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.subject] })],
);

export type ComplaintAbout = "not-arrived" | "wrong-amount" | "too-long" | "how-treated" | "something-else";
// Something a person told us went wrong with a payment, until it is answered. Both texts are sealed.
export const paymentComplaints = sqliteTable(
  "payment_complaints",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    claimId: text("claim_id")
      .notNull()
      .references(() => claims.id),
    what: text("what").$type<ComplaintAbout>().notNull().default("something-else"),
    text: sealed("text").notNull(),
    /** "person", or the id of the member of staff who wrote down what was said. */
    raisedBy: text("raised_by").notNull(),
    raisedAt: instant("raised_at").notNull(),
    /** How it was said, where somebody wrote it down for them. */
    saidHow: text("said_how").$type<"phone" | "in-person" | "letter" | "email">(),
    /** The member of staff it is about, who does not answer it. */
    aboutStaff: text("about_staff").references(() => staff.id),
    /** Whom the person wrote that it is about, where nobody who works here has that name. */
    aboutName: sealed("about_name"),
    /** The last day by which they were told that somebody answers. */
    answerBy: calendarDate("answer_by"),
    answer: sealed("answer"),
    answeredBy: text("answered_by"),
    answeredAt: instant("answered_at"),
    version: version(),
  },
  (table) => [index("payment_complaints_open").on(table.organisationId, table.answeredAt)],
);

export type RunKind = "bank-file" | "printed-forms" | "cash-or-voucher" | "payroll";
export type RunState = "draft" | "locked" | "exported" | "paid" | "cancelled";
// A payment run (people read "batch"): made by one person, signed by another. The fingerprint of its lines is taken at signing and
// compared at every print and export; triggers keep the lines as they were signed.
export const paymentRuns = sqliteTable(
  "payment_runs",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    number: integer("number").notNull(),
    kind: text("kind").$type<RunKind>().notNull(),
    state: text("state").$type<RunState>().notNull(),
    paymentDate: calendarDate("payment_date").notNull(),
    builtBy: text("built_by")
      .notNull()
      .references(() => staff.id),
    builtAt: instant("built_at").notNull(),
    signedBy: text("signed_by").references(() => staff.id),
    signedAt: instant("signed_at"),
    linesFingerprint: text("lines_fingerprint"),
    /** What else its files say, as it was when the run was signed, so that the same bytes come again: sealed. Null before signing. */
    signedWith: sealed("signed_with"),
    paidBy: text("paid_by").references(() => staff.id),
    paidOn: calendarDate("paid_on"),
    remittedAt: instant("remitted_at"),
    version: version(),
  },
  (table) => [uniqueIndex("payment_runs_number").on(table.organisationId, table.number)],
);

/** left-out: before signing. taken-out: after it. failed: the bank did not pay it. returned: it was paid and came back. */
export type RunLineState = "in" | "left-out" | "taken-out" | "paid" | "failed" | "returned";
export const paymentRunLines = sqliteTable(
  "payment_run_lines",
  {
    id: id(),
    runId: text("run_id")
      .notNull()
      .references(() => paymentRuns.id),
    claimId: text("claim_id")
      .notNull()
      .references(() => claims.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    position: integer("position").notNull(),
    state: text("state").$type<RunLineState>().notNull(),
    reference: text("reference").notNull(),
    budgetCode: text("budget_code").notNull(),
    method: text("method").notNull(),
    forTime: pence("for_time").notNull(),
    forCosts: pence("for_costs").notNull(),
    forAccess: pence("for_access").notNull(),
    toPay: pence("to_pay").notNull(),
    /** Who is paid and where, as it was when the run was made: sealed. */
    payee: sealed("payee").notNull(),
    lastTwo: text("last_two").notNull().default(""),
    why: sealed("why"),
    paidOn: calendarDate("paid_on"),
    closedOn: calendarDate("closed_on"),
  },
  (table) => [
    uniqueIndex("one_live_run_for_a_claim")
      .on(table.claimId)
      .where(sql`state IN ('in', 'paid')`),
    index("payment_run_lines_run").on(table.runId, table.position),
    index("payment_run_lines_person").on(table.personId, table.paidOn),
  ],
);

// Each time a run left the house as a file: its number, who, what and the fingerprint of the bytes.
export const runExports = sqliteTable(
  "run_exports",
  {
    id: id(),
    runId: text("run_id")
      .notNull()
      .references(() => paymentRuns.id),
    number: integer("number").notNull(),
    format: text("format").notNull(),
    fileName: text("file_name").notNull(),
    fingerprint: text("fingerprint").notNull(),
    /** Where the organisation's own columns were used: those columns as they were then, so that the same file can be made again. */
    layout: json<SheetLayout>("layout"),
    withChecksum: yesNo("with_checksum").notNull().default(false),
    staffId: text("staff_id")
      .notNull()
      .references(() => staff.id),
    at: instant("at").notNull(),
  },
  (table) => [uniqueIndex("run_exports_number").on(table.runId, table.number), index("run_exports_fingerprint").on(table.fingerprint)],
);

// The columns an organisation chose for its own files: for a bank's template, for its ledger, or to look at.
export const exportLayouts = sqliteTable(
  "export_layouts",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    name: text("name").notNull(),
    layout: json<SheetLayout>("layout").notNull(),
    savedBy: text("saved_by")
      .notNull()
      .references(() => staff.id),
    savedAt: instant("saved_at").notNull(),
    /** No longer offered; files made with it keep their columns. */
    retiredAt: instant("retired_at"),
    version: version(),
  },
  (table) => [index("export_layouts_organisation").on(table.organisationId, table.name)],
);

// A large print made beside the running program: how far it is, and the sealed file when it is done.
export const printJobs = sqliteTable(
  "print_jobs",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    runId: text("run_id")
      .notNull()
      .references(() => paymentRuns.id),
    what: text("what").$type<"payment-forms" | "payment-form-files" | "remittance-letters">().notNull(),
    order: text("order").$type<"surname" | "budget-code">().notNull(),
    state: text("state").$type<"working" | "done" | "cancelled" | "failed">().notNull(),
    total: integer("total").notNull(),
    done: integer("done").notNull().default(0),
    pages: integer("pages"),
    isCopy: yesNo("is_copy").notNull().default(false),
    fileId: text("file_id").references(() => files.id),
    startedBy: text("started_by")
      .notNull()
      .references(() => staff.id),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (table) => [index("print_jobs_run").on(table.runId, table.startedAt)],
);

// How an organisation decided to treat payments for one role (payments.md form 11). A new decision is a new row; none is changed.
export const taxDecisions = sqliteTable(
  "tax_decisions",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    role: text("role").notNull(),
    decision: text("decision")
      .$type<"expenses-only" | "payment-without-employment" | "payroll-for-tax-only" | "employee-or-worker" | "self-employed">()
      .notNull(),
    route: text("route").$type<"accounts-payable" | "payroll" | "voucher">().notNull(),
    /** The other fields of form 11, by name. */
    facts: json<Readonly<Record<string, string>>>("facts").notNull(),
    reviewOn: calendarDate("review_on").notNull(),
    decidedBy: text("decided_by").notNull(),
    secondBy: text("second_by").notNull(),
    recordedBy: text("recorded_by")
      .notNull()
      .references(() => staff.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [index("tax_decisions_role").on(table.organisationId, table.role, table.recordedAt)],
);

export type VoucherKind = "card" | "paper" | "code";
// Vouchers are kept like cash: bought, held, given, given back, lost or run out (payments.md form 12).
export const vouchers = sqliteTable(
  "vouchers",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    supplier: text("supplier").notNull(),
    kind: text("kind").$type<VoucherKind>().notNull().default("card"),
    code: sealed("code").notNull(),
    /** A keyed fingerprint of the code, so that one voucher is not written in twice; empty where it has none. */
    codePrint: text("code_print").notNull().default(""),
    lastFour: text("last_four").notNull(),
    value: pence("value").notNull(),
    cost: pence("cost").notNull(),
    budgetCode: text("budget_code").notNull(),
    boughtOn: calendarDate("bought_on").notNull(),
    expiresOn: calendarDate("expires_on"),
    boughtBy: text("bought_by")
      .notNull()
      .references(() => staff.id),
    /** The id of the member of staff who keeps it, and where. */
    heldBy: text("held_by").notNull(),
    heldWhere: text("held_where").notNull().default(""),
    state: text("state").$type<"held" | "given" | "given-back" | "expired" | "lost">().notNull(),
    claimId: text("claim_id").references(() => claims.id),
    personId: text("person_id").references(() => people.id),
    givenOn: calendarDate("given_on"),
    givenBy: text("given_by").references(() => staff.id),
    sentHow: text("sent_how").$type<"email" | "text" | "post" | "by-hand">(),
    /** Whether the person said before that they can use this kind of voucher. */
    canUse: text("can_use").$type<"said-yes" | "not-asked">().notNull().default("not-asked"),
    /** What the organisation's rule asked for at this value and was had before it was given; never a number itself. */
    needsMet: json<readonly string[]>("needs_met").notNull().default([]),
    confirmedOn: calendarDate("confirmed_on"),
    /** How they said that they have it, and who wrote that down: the id of a member of staff, or "person". */
    confirmedHow: text("confirmed_how").$type<"signed" | "said-so" | "wrote" | "online">(),
    confirmedBy: text("confirmed_by"),
    /** A photo or scan of the receipt the person signed or wrote. */
    receiptFileId: text("receipt_file_id").references(() => files.id),
    closedWhy: sealed("closed_why"),
    closedBy: text("closed_by").references(() => staff.id),
    closedOn: calendarDate("closed_on"),
    version: version(),
  },
  (table) => [
    index("vouchers_state").on(table.organisationId, table.state, table.boughtOn),
    index("vouchers_claim").on(table.claimId),
    uniqueIndex("vouchers_once")
      .on(table.organisationId, table.codePrint)
      .where(sql`code_print <> ''`),
  ],
);

// Who kept a voucher before and after, each time it went from one member of staff to another. Never changed.
export const voucherHandovers = sqliteTable(
  "voucher_handovers",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    voucherId: text("voucher_id")
      .notNull()
      .references(() => vouchers.id),
    /** Ids of members of staff, as on the voucher itself. */
    heldBefore: text("held_before").notNull(),
    heldBy: text("held_by").notNull(),
    heldWhere: text("held_where").notNull().default(""),
    on: calendarDate("on").notNull(),
    writtenBy: text("written_by")
      .notNull()
      .references(() => staff.id),
    writtenAt: instant("written_at").notNull(),
  },
  (table) => [index("voucher_handovers_voucher").on(table.voucherId, table.writtenAt)],
);

export const voucherCounts = sqliteTable("voucher_counts", {
  id: id(),
  organisationId: text("organisation_id")
    .notNull()
    .references(() => organisations.id),
  countedBy: text("counted_by")
    .notNull()
    .references(() => staff.id),
  countedOn: calendarDate("counted_on").notNull(),
  expected: integer("expected").notNull(),
  found: integer("found").notNull(),
  /** What they were worth by the log, and as found. */
  expectedValue: pence("expected_value"),
  foundValue: pence("found_value"),
  note: text("note").notNull().default(""),
  /** The second person, who was there and agrees. */
  confirmedBy: text("confirmed_by").references(() => staff.id),
  confirmedOn: calendarDate("confirmed_on"),
});

// Who did which step of a claim. The triggers refuse the same person twice, and the claimant at any step.
export const claimSteps = sqliteTable(
  "claim_steps",
  {
    claimId: text("claim_id")
      .notNull()
      .references(() => claims.id),
    round: integer("round").notNull(),
    step: text("step").$type<"check" | "authorise" | "release">().notNull(),
    staffId: text("staff_id")
      .notNull()
      .references(() => staff.id),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.round, table.step] })],
);

// A member of staff who said how they are tied to somebody who is paid. While it stands they do no step of that person's claims;
// a trigger refuses it too. It is never changed: it ends, and who ended it is kept.
export const declaredTies = sqliteTable(
  "declared_ties",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    staffId: text("staff_id")
      .notNull()
      .references(() => staff.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    kind: text("kind").$type<Tie>().notNull(),
    declaredAt: instant("declared_at").notNull(),
    endedAt: instant("ended_at"),
    endedBy: text("ended_by").references(() => staff.id),
  },
  (table) => [index("declared_ties_person").on(table.personId), index("declared_ties_staff").on(table.staffId)],
);

// What somebody outside finance, such as a trustee, found when they looked at the claims of a batch that one person both checked
// and released, because the team is small.
export const exceptionReviews = sqliteTable("exception_reviews", {
  runId: text("run_id")
    .primaryKey()
    .references(() => paymentRuns.id),
  organisationId: text("organisation_id")
    .notNull()
    .references(() => organisations.id),
  reviewer: text("reviewer").notNull(),
  reviewedOn: calendarDate("reviewed_on").notNull(),
  found: text("found").notNull(),
  recordedBy: text("recorded_by")
    .notNull()
    .references(() => staff.id),
  recordedAt: instant("recorded_at").notNull(),
});

// What somebody outside finance found about a claim that was paid outside a batch and released by its checker.
export const claimExceptionReviews = sqliteTable(
  "claim_exception_reviews",
  {
    claimId: text("claim_id")
      .notNull()
      .references(() => claims.id),
    round: integer("round").notNull(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    reviewer: text("reviewer").notNull(),
    reviewedOn: calendarDate("reviewed_on").notNull(),
    found: text("found").notNull(),
    recordedBy: text("recorded_by")
      .notNull()
      .references(() => staff.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.round] })],
);

// Receipts and photos, sealed on disk under a random name.
export const files = sqliteTable(
  "files",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** What the person called it: sealed, because a name can say what somebody needs. */
    name: sealed("name").notNull(),
    mediaType: text("media_type").notNull(),
    bytes: integer("bytes").notNull(),
    fingerprint: text("fingerprint").notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (table) => [index("files_fingerprint").on(table.organisationId, table.fingerprint)],
);

// Messages to send, written in the same transaction as the change they tell of. The body is sealed, and erased once sent.
export const outbox = sqliteTable(
  "outbox",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** One message for each kind, recipient and version of its subject. */
    key: text("key").notNull(),
    kind: text("kind").notNull(),
    channel: text("channel").$type<"email" | "letter" | "show">().notNull(),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    body: sealed("body"),
    aboutKind: text("about_kind").notNull().default(""),
    aboutId: text("about_id").notNull().default(""),
    state: text("state").$type<"waiting" | "sending" | "sent" | "failed" | "shown">().notNull(),
    problem: text("problem").notNull().default(""),
    tries: integer("tries").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (table) => [
    uniqueIndex("outbox_once").on(table.key),
    index("outbox_state").on(table.state),
    index("outbox_about").on(table.aboutKind, table.aboutId),
  ],
);

// Append-only record of who did what. Each row carries a keyed fingerprint over the one before.
export const audit = sqliteTable(
  "audit",
  {
    sequence: integer("sequence").primaryKey({ autoIncrement: true }),
    at: instant("at").notNull(),
    organisationId: text("organisation_id").notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id").notNull(),
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    /** Names of fields and states, never values that belong to a person. */
    details: json<Record<string, string | number | boolean | null>>("details").notNull(),
    chain: text("chain").notNull(),
  },
  (table) => [index("audit_subject").on(table.subjectKind, table.subjectId), index("audit_action").on(table.action)],
);

// Forms already acted on, so that a form sent twice acts once and both senders see the first one's result.
export const intents = sqliteTable("intents", {
  key: text("key").primaryKey(),
  result: sealed("result").notNull(),
  at: instant("at").notNull(),
});

// Forms sent after a session had ended, kept sealed until the same person signs in again.
export const heldForms = sqliteTable("held_forms", {
  id: id(),
  staffId: text("staff_id")
    .notNull()
    .references(() => staff.id, { onDelete: "cascade" }),
  path: text("path").notNull(),
  form: sealed("form").notNull(),
  heldAt: instant("held_at").notNull(),
});
