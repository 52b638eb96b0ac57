// Choosing a date together: a coordinator offers dates, people answer through their own page, and the dates are compared with
// what each of them does to people's requirements. Counts go to the coordinator; names only where somebody gave theirs.
import {
  bestDate,
  isAvoidedBy,
  problemsOfOffer,
  standingsOf,
  type DateAnswers,
  type DateStanding,
  type OfferedDate,
  type OfferProblem,
} from "#app/domain/meetings/date-poll.ts";
import { replyByFor } from "#app/domain/meetings/key-dates.ts";
import { planMeeting, type MeetingPlan } from "#app/domain/meetings/plan.ts";
import type { CalendarDate, ClockTime, Nation } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { choiceOf } from "#app/domain/access/sharing.ts";
import { auditActorOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { channelFor } from "#app/domain/people/reach.ts";
import { dateChosenFor } from "#app/words/invitation.ts";
import { record } from "#db/audit.ts";
import type { Db } from "#db/open.ts";
import {
  addDatePoll,
  findDateAnswers,
  findDatePoll,
  listDateAnswers,
  removeDatePoll,
  saveDateAnswersAt,
  saveDatePoll,
} from "#db/stores/date-polls.ts";
import { findMeeting, findMeetingById, listInvited, listMeetings, saveMeeting, type Meeting } from "#db/stores/meetings.ts";
import { findVenue } from "#db/stores/venues.ts";
import { askedPeople, dateAnswersIn, dateAnswersPlace } from "./asked-people.server.ts";
import type { Context } from "./context.server.ts";
import { warningsBefore } from "./date-warnings.server.ts";
import { invitationFactsOf, sendLink } from "./invitations.server.ts";
import { meetingFactsOf, whyNotThen, type DateWarning, type WhenRefusal } from "./meetings.server.ts";
import { needsOf, ownAnswers } from "./needs.server.ts";
import { renewOffers } from "./offers.server.ts";
import { factsFrom } from "./plan-loading.server.ts";
import { factsOnRecord } from "./venue-facts.server.ts";
import { onceEach } from "./once-each.server.ts";

export type PollView = {
  readonly meeting: {
    readonly reference: string;
    readonly name: string;
    readonly date: CalendarDate | null;
    readonly state: Meeting["state"];
    readonly nation: Nation;
  };
  /** Null while no dates were offered. */
  readonly offered: { readonly dates: readonly OfferedDate[]; readonly replyBy: CalendarDate; readonly chosen: string | null } | null;
  /** Nought while no dates were offered. */
  readonly version: number;
  /** How many people have said something about the dates. */
  readonly answered: number;
};

/** The dates offered for a meeting of this organisation. */
export async function findPoll(context: Context, coordinator: Coordinator, reference: string): Promise<Result<PollView, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const poll = await findDatePoll(context.db, meeting.organisationId, meeting.id);
  return done({
    meeting: { reference, name: meeting.name, date: meeting.date, state: meeting.state, nation: meeting.nation },
    offered: poll ? { dates: poll.dates, replyBy: poll.replyBy, chosen: poll.chosen } : null,
    version: poll?.version ?? 0,
    answered: poll ? (await listDateAnswers(context.db, meeting.organisationId, meeting.id)).length : 0,
  });
}

export type NewDate = Omit<OfferedDate, "id">;
export type PollRefusal =
  | { readonly reason: "not-found" | "changed-by-someone-else" | "date-is-chosen" }
  | { readonly reason: "problems"; readonly problems: readonly OfferProblem[] }
  | {
      readonly reason: "no-such-time";
      readonly at: number;
      readonly refusal: Exclude<WhenRefusal, "not-found" | "changed-by-someone-else">;
    };

/** What a coordinator should know about offered dates before people see them: the calendar's days, notice, and what people told us. */
export async function warningsAboutOffer(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  dates: readonly NewDate[],
): Promise<readonly { readonly date: NewDate; readonly warnings: readonly DateWarning[] }[]> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return [];
  const warned = await warningsBefore(context, meeting, dates);
  return dates.map((date, at) => ({ date, warnings: warned[at] ?? [] })).filter(({ warnings }) => warnings.length > 0);
}

/**
 * Offers dates, or changes the dates that are offered: a date that stays as it was keeps the answers people gave about it.
 * Refused for a meeting that has its date, and with everything wrong with the dates.
 */
export async function savePoll(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly version: number },
  offer: { readonly dates: readonly NewDate[]; readonly replyBy: CalendarDate },
  intent?: string,
): Promise<Result<{ readonly version: number }, PollRefusal>> {
  const problems = problemsOfOffer(offer.dates, offer.replyBy, context.today);
  if (problems.length > 0) return refused({ reason: "problems", problems });
  return context.change<Result<{ readonly version: number }, PollRefusal>>(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, at.reference);
      if (!meeting) return refused({ reason: "not-found" });
      if (meeting.date !== null) return refused({ reason: "date-is-chosen" });
      for (const [place, when] of offer.dates.entries()) {
        const refusal = whyNotThen(context, meeting, when);
        if (refusal !== null) return refused({ reason: "no-such-time", at: place, refusal });
      }
      const before = await findDatePoll(tx, meeting.organisationId, meeting.id);
      const dates = offer.dates.map((when): OfferedDate => {
        const same = before?.dates.find((one) => one.date === when.date && one.startsAt === when.startsAt && one.endsAt === when.endsAt);
        return { ...when, id: same?.id ?? context.newId() };
      });
      const saved = { dates, replyBy: offer.replyBy, chosen: null, savedAt: context.now };
      const isSaved =
        at.version === 0
          ? await addDatePoll(tx, { ...saved, meetingId: meeting.id, organisationId: meeting.organisationId })
          : await saveDatePoll(tx, meeting.id, at.version, saved);
      if (!isSaved) return refused({ reason: "changed-by-someone-else" });
      // "Ask people" is an answer to "When is it?".
      if (!meeting.answeredSteps.includes("when")) {
        await saveMeeting(tx, meeting.id, meeting.version, { answeredSteps: [...meeting.answeredSteps, "when"] });
      }
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action: "dates-offered",
        subject: { kind: "meeting", id: meeting.id },
        details: { dates: dates.length },
      });
      return done({ version: at.version + 1 });
    },
    intent === undefined ? {} : { intent },
  );
}

/** Stops asking about dates. What people said stays on file, and counts again for a date that is offered again. */
export async function stopPoll(context: Context, coordinator: Coordinator, reference: string): Promise<Result<null, "not-found">> {
  return context.change(async (tx) => {
    const meeting = await findMeeting(tx, coordinator.organisationId, reference);
    if (!meeting) return refused("not-found");
    if (!(await findDatePoll(tx, meeting.organisationId, meeting.id))) return done(null);
    await removeDatePoll(tx, meeting.id);
    await record(context, tx, {
      organisationId: meeting.organisationId,
      actor: auditActorOf(coordinator),
      action: "dates-withdrawn",
      subject: { kind: "meeting", id: meeting.id },
    });
    return done(null);
  });
}

export type DateQuestion = {
  readonly dates: readonly OfferedDate[];
  readonly answers: DateAnswers;
  /** Offered dates the person told us before do not work for them. */
  readonly toldBefore: readonly string[];
  /** How many of the dates have no answer yet. */
  readonly open: number;
  readonly replyBy: CalendarDate;
  /** Nought while nothing was said. */
  readonly version: number;
};

const nothingSaid: DateAnswers = { choices: {}, never: [], restDays: "" };

/** The dates a person is asked about, with what they said; null when they are not asked, or a date is chosen. */
export async function dateQuestion(context: Context, attendee: Attendee, db: Db = context.db): Promise<DateQuestion | null> {
  const poll = await findDatePoll(db, attendee.organisationId, attendee.meetingId);
  const meeting = await findMeetingById(db, attendee.organisationId, attendee.meetingId);
  if (!poll || !meeting || meeting.date !== null || meeting.state !== "open") return null;
  const stored = await findDateAnswers(db, attendee.invitationId);
  const answers = stored ? dateAnswersIn(context, stored) : nothingSaid;
  const needs = needsOf(attendee.invitationId, (await ownAnswers(context, attendee, db)).answers).needs;
  const avoided = needs.flatMap(({ datesToAvoid = [] }) => datesToAvoid);
  return {
    dates: poll.dates,
    answers,
    toldBefore: poll.dates.filter(({ date }) => avoided.includes(date)).map(({ id }) => id),
    open: poll.dates.filter(({ id }) => answers.choices[id] === undefined).length,
    replyBy: poll.replyBy,
    version: stored?.version ?? 0,
  };
}

/** Saves what a person said about the dates. Answers about dates that are no longer offered stay as they were. */
export async function saveDateAnswers(
  context: Context,
  attendee: Attendee,
  version: number,
  said: DateAnswers,
  intent?: string,
): Promise<Result<{ readonly version: number }, "changed-elsewhere" | "not-asked">> {
  return context.change(
    async (tx) => {
      const asked = await dateQuestion(context, attendee, tx);
      if (asked === null) return refused("not-asked");
      const offered = new Set(asked.dates.map(({ id }) => id));
      const kept = Object.entries(asked.answers.choices).filter(([id]) => !offered.has(id));
      const answers: DateAnswers = {
        ...said,
        choices: Object.fromEntries([...kept, ...Object.entries(said.choices).filter(([id]) => offered.has(id))]),
      };
      const sealed = context.vault.seal(JSON.stringify(answers), dateAnswersPlace(attendee.invitationId));
      if (!(await saveDateAnswersAt(tx, version, { invitationId: attendee.invitationId, answers: sealed, savedAt: context.now })))
        return refused("changed-elsewhere");
      await record(context, tx, {
        organisationId: attendee.organisationId,
        actor: auditActorOf(attendee),
        action: "dates-answered",
        subject: { kind: "invitation", id: attendee.invitationId },
      });
      return done({ version: version + 1 });
    },
    intent === undefined ? {} : { intent },
  );
}

export type ComparedDate = DateStanding & {
  readonly date: CalendarDate;
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
  /** What the chosen venue means on that day: no venue is chosen, nobody has asked it, or another meeting of ours is there. */
  readonly venueFree: "no-venue" | "not-known" | { readonly taken: string };
  readonly bookings: readonly Pick<MeetingPlan["bookings"][number], "support" | "isEssential" | "status" | "bookBy" | "lastChance">[];
  readonly timetable: Pick<MeetingPlan, "timetableFindings"> & { readonly notes: MeetingPlan["timetable"]["notes"] };
  readonly isPast: boolean;
};
export type DateComparison = PollView & {
  readonly dates: readonly ComparedDate[];
  readonly best: ComparedDate | null;
  readonly invited: number;
  /** How often each time of day was said never to work. */
  readonly never: readonly { readonly time: Exclude<DateAnswers["never"], string>[number]; readonly people: number }[];
  /** What people wrote about days of care, treatment or rest; without names. */
  readonly restDays: readonly string[];
  readonly venueName: string | null;
};

/** The offered dates side by side, in the order they were offered. Only people who were invited and did not say no to the meeting count. */
export async function compareDates(
  context: Context,
  coordinator: Coordinator,
  reference: string,
): Promise<Result<DateComparison, "not-found">> {
  const view = await findPoll(context, coordinator, reference);
  if (!view.ok) return view;
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const offered = view.value.offered?.dates ?? [];
  const { people, attendees } = await askedPeople(context, context.db, meeting);
  const venue =
    meeting.venueId === null || meeting.mode === "online"
      ? undefined
      : await findVenue(context.db, meeting.organisationId, meeting.venueId);
  const venueFacts = venue ? factsFrom(await factsOnRecord(context, context.db, venue)) : null;
  const others = (await listMeetings(context.db, meeting.organisationId)).filter(
    (other) => other.id !== meeting.id && other.state === "open" && other.venueId !== null && other.venueId === meeting.venueId,
  );
  const holidays = context.holidaysOf(meeting.nation);
  const plans = new Map(
    offered.map((when) => {
      const facts = meetingFactsOf(
        { ...meeting, date: when.date, startsAt: when.startsAt, endsAt: when.endsAt },
        context.today,
        venue ?? null,
      );
      return [when.id, facts.ok ? planMeeting({ meeting: facts.value, attendees, venue: venueFacts, holidays }) : null] as const;
    }),
  );
  const standings = standingsOf({ dates: offered, people, holidays, bookings: ({ id }) => plans.get(id)?.bookings ?? null });
  const dates = offered.flatMap((when): readonly ComparedDate[] => {
    const standing = standings.find(({ id }) => id === when.id);
    const plan = plans.get(when.id) ?? null;
    const taken = others.find((other) => other.date === when.date);
    if (standing === undefined) return [];
    return [
      {
        ...standing,
        date: when.date,
        startsAt: when.startsAt,
        endsAt: when.endsAt,
        venueFree: venue === undefined ? "no-venue" : taken === undefined ? "not-known" : { taken: taken.name },
        bookings: (plan?.bookings ?? []).map(({ support, isEssential, status, bookBy, lastChance }) => ({
          support,
          isEssential,
          status,
          ...(bookBy === undefined ? {} : { bookBy }),
          ...(lastChance === undefined ? {} : { lastChance }),
        })),
        timetable: { timetableFindings: plan?.timetableFindings ?? [], notes: plan?.timetable.notes ?? [] },
        isPast: when.date < context.today,
      },
    ];
  });
  const best = bestDate(
    offered.filter(({ date }) => date >= context.today),
    standings.filter(({ id }) => dates.some((one) => one.id === id && !one.isPast)),
  );
  const said = people.flatMap(({ answers }) => (answers === null ? [] : [answers]));
  const nevers = said.flatMap(({ never }) => (never === "none-of-these" ? [] : never));
  return done({
    ...view.value,
    dates,
    best: dates.find(({ id }) => id === best?.id) ?? null,
    invited: people.length,
    never: [...new Set(nevers)].map((time) => ({ time, people: nevers.filter((one) => one === time).length })),
    restDays: said
      .map(({ restDays }) => restDays.trim())
      .filter((text) => text !== "")
      .toSorted(),
    venueName: venue?.name ?? null,
  });
}

export type DateToChoose = {
  readonly meeting: PollView["meeting"];
  readonly date: ComparedDate;
  readonly meetingVersion: number;
  /** Those who said no to this date: names of those who gave theirs, and how many did not. */
  readonly cannot: { readonly names: readonly string[]; readonly others: number };
  /** What else is worth knowing about the date: the calendar's days, an early start, short notice, times that never work for somebody. */
  readonly warnings: readonly DateWarning[];
  readonly toTell: number;
};

/** What choosing one of the dates would mean. */
export async function dateToChoose(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  dateId: string,
): Promise<Result<DateToChoose, "not-found" | "date-is-chosen">> {
  const compared = await compareDates(context, coordinator, reference);
  if (!compared.ok) return compared;
  const date = compared.value.dates.find(({ id }) => id === dateId);
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!date || !meeting) return refused("not-found");
  if (meeting.date !== null) return refused("date-is-chosen");
  const { people, toShare } = await askedPeople(context, context.db, meeting);
  const cannot = people.filter((one) => one.answers?.choices[dateId] === "no" || isAvoidedBy(one, date));
  const names = cannot.flatMap(({ ref }) => {
    const shared = toShare.find(({ invitationId }) => invitationId === ref);
    return shared !== undefined && shared.choices.coordinator === "with-name" && choiceOf(shared, "coordinator") === "with-name"
      ? [shared.name]
      : [];
  });
  return done({
    meeting: compared.value.meeting,
    date,
    meetingVersion: meeting.version,
    cannot: { names, others: cannot.length - names.length },
    warnings: ((await warningsBefore(context, meeting, [date]))[0] ?? []).filter(({ kind }) => kind !== "people-cannot"),
    toTell: people.length,
  });
}

/**
 * Makes one of the offered dates the meeting's date and tells everybody who was asked, each their own way. Offers already made
 * move with the date and never become smaller. Chosen twice, it is chosen once.
 */
export async function chooseDate(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly version: number; readonly dateId: string },
  { askForOtherWays }: { readonly askForOtherWays: boolean },
  intent?: string,
): Promise<
  Result<
    { readonly told: number; readonly unreachable: number },
    "not-found" | "changed-by-someone-else" | "date-is-chosen" | "date-is-past"
  >
> {
  return context.change(
    async (tx) => {
      const before = await findMeeting(tx, coordinator.organisationId, at.reference);
      const poll = before && (await findDatePoll(tx, before.organisationId, before.id));
      const when = poll?.dates.find(({ id }) => id === at.dateId);
      if (!before || !poll || !when) return refused("not-found");
      if (before.date !== null) return refused("date-is-chosen");
      if (whyNotThen(context, before, when) !== null) return refused("date-is-past");
      const change = {
        date: when.date,
        startsAt: when.startsAt,
        endsAt: when.endsAt,
        replyBy: replyByFor(when.date, context.today),
        answeredSteps: before.answeredSteps.includes("when") ? before.answeredSteps : [...before.answeredSteps, "when" as const],
      };
      if (!(await saveMeeting(tx, before.id, at.version, change))) return refused("changed-by-someone-else");
      if (!(await saveDatePoll(tx, before.id, poll.version, { chosen: when.id }))) return refused("changed-by-someone-else");
      const meeting: Meeting = { ...before, ...change, version: at.version + 1 };
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action: "date-chosen",
        subject: { kind: "meeting", id: meeting.id },
      });
      await renewOffers(context, tx, coordinator, meeting);
      if (meeting.state !== "open") return done({ told: 0, unreachable: 0 });
      const facts = await invitationFactsOf(context, tx, meeting);
      const { people } = await askedPeople(context, tx, meeting);
      const shutOut = new Set(people.flatMap((one) => (one.answers?.choices[when.id] === "no" || isAvoidedBy(one, when) ? [one.ref] : [])));
      let told = 0;
      let unreachable = 0;
      const asked = (await listInvited(tx, meeting.organisationId, meeting.id)).filter(
        ({ invitation }) => invitation.reply !== "not-coming" && invitation.notForMe === null,
      );
      // Of two answers of one person the one that the day does not suit is told: it has the question in it.
      for (const { invitation, person } of await onceEach(tx, meeting, asked, (one) => (shutOut.has(one.invitation.id) ? 0 : 1))) {
        const channel = channelFor(person);
        if (channel === null) {
          unreachable += 1;
          continue;
        }
        const saidNo = shutOut.has(invitation.id);
        await sendLink(
          context,
          tx,
          { meeting, person, invitationId: invitation.id, channel, kind: "date-chosen", key: `date-chosen ${invitation.id} ${when.id}` },
          (access) =>
            dateChosenFor(
              facts,
              { ...access, isNeutral: person.neutralSubject, isEasyRead: person.easyRead },
              saidNo ? (askForOtherWays ? "ask-another-way" : "say-so") : null,
            ),
        );
        told += 1;
      }
      return done({ told, unreachable });
    },
    intent === undefined ? {} : { intent },
  );
}
