// The parts of an access plan that two papers share: the coordinator's file, and the copy without names. Everything here
// is counts, things and times; who asked for what never comes in, and neither does anything only the coordinator may know.
import type { ClashId } from "#app/domain/access/conflicts.ts";
import type { ClashState, RequirementState } from "#app/domain/meetings/decisions.ts";
import { papersName } from "#app/words/arranged.ts";
import { layouts } from "#app/domain/access/layouts.ts";
import { onlineFeatures } from "#app/domain/access/online-features.ts";
import type { AskedId } from "#app/domain/access/asked.ts";
import type { SupportId } from "#app/domain/access/supports.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Booking } from "#app/domain/meetings/deadlines.ts";
import type { DemandState } from "#app/domain/meetings/demands.ts";
import type { Finding } from "#app/domain/meetings/fit.ts";
import type { RunningOrder } from "#app/domain/meetings/running-order.ts";
import type { MergedTimetable, TimeNeeded, TimetableFinding } from "#app/domain/meetings/timetable.ts";
import { bullets, callout, column, facts, paragraph, penLine, penLines, section, strong, table, tickBoxes } from "#app/documents/model.ts";
import type { Block, Written } from "#app/documents/model.ts";
import { conflictTitle } from "#app/words/conflicts.ts";
import { clock, clockRange, counted, duration, list, number, plainDate, sentenceCase } from "#app/words/format.ts";
import { requirementName, supportName } from "#app/words/requirements.ts";
import { featureName } from "#app/words/venue-questions.ts";
import { contactOnPaper, whenOnPaper, whereOnPaper, type MeetingOnPaper } from "./meeting-on-paper.ts";

export type PlannedNeed = {
  readonly requirement: AskedId;
  readonly people: number;
  readonly essentialPeople: number;
  readonly status: RequirementState;
  readonly finding: Finding;
  readonly demands: readonly DemandState[];
};

export type PlannedBooking = {
  readonly support: SupportId;
  readonly needed: Pick<Booking, "quantity" | "bookBy" | "lastChance" | "status"> | null;
  readonly secured: number;
  readonly made: readonly {
    readonly state: "to-book" | "asked" | "confirmed" | "declined" | "cancelled";
    readonly supplier: string;
    /** How to reach them; only on the coordinator's own file. */
    readonly contact?: string;
  }[];
};

export type PlannedClash = {
  readonly clash: ClashId;
  readonly isCertain: boolean;
  readonly state: ClashState;
  readonly waysOut: readonly { readonly label: string; readonly finding: Finding }[];
  /** The way agreed, where one was: of the catalogue, or that it was another one. Never words somebody typed. */
  readonly agreedWay: string | null;
};

export type PlanOnPaper = {
  readonly isReady: boolean;
  readonly needs: readonly PlannedNeed[];
  readonly bookings: readonly PlannedBooking[];
  readonly clashes: readonly PlannedClash[];
  readonly runningOrder: RunningOrder | null;
  readonly limits: MergedTimetable["limits"];
  readonly timeNeeded: TimeNeeded;
  readonly timetableFindings: readonly TimetableFinding[];
  readonly facilitatorActions: readonly string[];
  readonly peopleWithAPlanToLeave: number;
};

export type Replies = { readonly asked: number; readonly coming: number; readonly answered: number };

/** Why there is no plan yet, in the order it has to be put right. */
export type NoPlan = "no-mode" | "no-date" | "no-agenda" | "no-people";

const noPlanSentences: Readonly<Record<NoPlan, string>> = {
  "no-mode": "There is no plan yet, because nobody has said whether the meeting is in a room or online.",
  "no-date": "There is no plan yet, because the date and times are not chosen.",
  "no-agenda": "There is no plan yet, because the agenda is empty.",
  "no-people": "There is no plan yet, because nobody has said how many people to expect.",
};

/** The worst first, in the words of every page (experience.md 3.4). */
const statesInOrder: readonly RequirementState[] = ["cannot-meet", "to-do", "part-met", "waiting", "met"];
const stateNames: Readonly<Record<RequirementState, string>> = {
  "cannot-meet": "Cannot meet",
  "to-do": "To do",
  "part-met": "Part met",
  waiting: "Waiting",
  met: "Met",
};
const stateInSentence: Readonly<Record<RequirementState, string>> = {
  "cannot-meet": "cannot be met",
  "to-do": "to do",
  "part-met": "part met",
  waiting: "waiting for an answer",
  met: "met",
};
const findingWords: Readonly<Record<Finding, string>> = { met: "met", "not-met": "not met", unknown: "not known yet" };

/** The meeting itself, and where the plan stands in one sentence. */
export function openingOf(meeting: MeetingOnPaper, replies: Replies, plan: PlanOnPaper | NoPlan): readonly Block[] {
  const about = facts([
    ["Meeting", meeting.name],
    ["When", whenOnPaper(meeting)],
    ["Where", whereOnPaper(meeting)],
    ...(meeting.contact === null ? [] : [["Contact on the day", contactOnPaper(meeting.contact)] as const]),
  ]);
  if (typeof plan === "string") return [about, callout("warning", "No plan yet", [paragraph(noPlanSentences[plan])])];
  const standing = `${counted(plan.needs.length, "thing is", "things are")} asked for: ${list(
    statesInOrder.flatMap((status) => {
      const count = plan.needs.filter((need) => need.status === status).length;
      return count === 0 ? [] : [`${number(count)} ${stateInSentence[status]}`];
    }),
  )}.`;
  return [
    about,
    paragraph([
      `${counted(replies.asked, "person was", "people were")} asked, and ${counted(replies.coming, "is", "are")} coming. ${counted(replies.answered, "person has", "people have")} told us what they need. `,
      strong(plan.needs.length === 0 ? "Nothing is asked for yet." : standing),
    ]),
    callout(plan.isReady ? "note" : "warning", plan.isReady ? "Ready" : "Not ready yet", [
      paragraph(
        plan.isReady
          ? "Everything somebody cannot take part without is met or arranged."
          : "Something that somebody cannot take part without is still open. Not known is not the same as met.",
      ),
    ]),
  ];
}

/** Everything of the plan that holds nobody's name, in the order it is used. */
export function planSections(meeting: MeetingOnPaper, agenda: readonly string[], plan: PlanOnPaper): readonly Block[] {
  return [
    section("What somebody cannot take part without", essentialBlocks(plan)),
    section("Everything asked for, by where it stands", [
      ...statesInOrder.flatMap((status) => needsWith(plan, status)),
      ...(plan.needs.length === 0 ? [paragraph("Nobody has asked for anything yet.")] : []),
    ]),
    section("Bookings", bookingBlocks(plan)),
    section("Running order", runningOrderBlocks(agenda, plan)),
    section("Roles on the day", [
      ...(plan.facilitatorActions.length === 0
        ? []
        : [paragraph("Whoever leads the meeting:"), bullets(plan.facilitatorActions.map(sentenceCase))]),
      penLines([penLine("Chair", "few-words"), penLine("Access host", "few-words"), penLine("First aider", "few-words")]),
    ]),
    ...(meeting.mode === "online" ? [] : [section("The room", roomBlocks(plan))]),
    section("Check on the morning", morningBlocks(plan)),
  ];
}

/** Pairs of needs that pull against each other, each with its ways out. What only the coordinator may know is never among them. */
export function clashSections(plan: PlanOnPaper): readonly Block[] {
  if (plan.clashes.length === 0) return [];
  return [
    section("Needs that pull against each other", [
      paragraph("Both sides are right. These are ways to do both."),
      ...plan.clashes.map((clash) =>
        section(conflictTitle[clash.clash], [
          paragraph([
            strong(clashStates[clash.state]),
            clash.agreedWay === null ? "" : ` ${sentence(clash.agreedWay)}`,
            clash.isCertain ? "" : " This may not arise: a fact about the place is not known yet.",
          ]),
          ...(clash.agreedWay === null ? [] : [paragraph("The other ways there were:")]),
          bullets(clash.waysOut.map(({ label, finding }) => [sentence(label), ` ${wayWords[finding]}`])),
        ]),
      ),
    ]),
  ];
}

const clashStates: Readonly<Record<ClashState, string>> = {
  "to-sort-out": "To sort out.",
  asked: "Asked people.",
  agreed: "Agreed.",
  "could-not-agree": "Could not agree.",
};

const wayWords: Readonly<Record<Finding, string>> = {
  met: "What it takes is there.",
  "not-met": "What it takes is not there.",
  unknown: "Not known yet whether what it takes is there.",
};

function essentialBlocks(plan: PlanOnPaper): readonly Block[] {
  const essential = plan.needs.filter((need) => need.essentialPeople > 0);
  if (essential.length === 0) return [paragraph("Nobody has said that they cannot take part without something.")];
  return [
    table({
      caption: "Essential, for how many people, and where it stands",
      columns: [column("What"), column("People", "count"), column("Where it stands")],
      rows: essential.map((need) => [
        requirementName[need.requirement],
        number(need.essentialPeople),
        need.status === "met" ? stateNames.met : `${stateNames[need.status]}: ${findingWords[need.finding]}`,
      ]),
    }),
  ];
}

function needsWith(plan: PlanOnPaper, status: RequirementState): readonly Block[] {
  const needs = plan.needs.filter((need) => need.status === status);
  if (needs.length === 0) return [];
  if (status === "met") return [section(stateNames[status], [bullets(needs.map(nameAndPeople))])];
  return [
    section(
      stateNames[status],
      needs.map((need) => section(nameAndPeople(need), [bullets(openThings(need))])),
    ),
  ];
}

function nameAndPeople(need: PlannedNeed): string {
  return `${requirementName[need.requirement]} (${counted(need.people, "person", "people")})`;
}

/** What keeps a need open, each once, with the reason. */
function openThings(need: PlannedNeed): readonly Written[] {
  const open = need.demands.filter((state) => state.finding !== "met" && !state.isSecured && state.level !== "nice");
  // How the room is set and what whoever leads does have parts of the plan of their own, so they stand here only when nothing else is open.
  const elsewhere = open.filter(({ demand }) => demand.kind !== "layout" && demand.kind !== "facilitator-action");
  const said = [...new Set((elsewhere.length === 0 ? open : elsewhere).map(demandSentence))];
  return said.length === 0 ? ["Talk to the people who asked about what is still missing."] : said;
}

function demandSentence(state: DemandState): string {
  const { demand } = state;
  switch (demand.kind) {
    case "venue-feature":
      return `${featureName[demand.feature]}: ${reasonWords[state.reason]}.`;
    case "booking":
      return `${sentenceCase(supportName[demand.support])}: not confirmed yet${dueWords("book by", state.dueBy)}.`;
    case "format":
      return `${papersName[demand.format]}: not ready yet${dueWords("start by", state.dueBy)}.`;
    case "timetable":
    case "stated-break":
      return state.reason === "planned-times-do-not-suit" ? "The planned times do not suit." : "Whether the times suit is not known yet.";
    case "layout":
      return `In the room: ${layouts[demand.layout].label.toLowerCase().slice(0, 1)}${layouts[demand.layout].label.slice(1)}.`;
    case "online":
      return `Online: ${onlineFeatures[demand.feature].label}: nobody has confirmed it yet.`;
    case "facilitator-action":
      return `For whoever leads: ${sentence(demand.action)}`;
    case "evacuation-plan":
      return "A plan to leave safely has to be made together.";
    case "way-of-working":
      return "Agree with the people who asked how this will be done.";
  }
}

const reasonWords: Readonly<Record<DemandState["reason"], string>> = {
  "fact-recorded": "not good enough",
  "fact-not-recorded": "nobody has said",
  "fact-not-measured": "it is there, and nobody has measured it",
  secured: "arranged",
  "not-secured": "not arranged yet",
  "planned-times-suit": "the times suit",
  "planned-times-do-not-suit": "the times do not suit",
  "agenda-not-known": "the agenda is not known",
  "sunset-not-known": "the time of sunset is not known",
};

function dueWords(verb: string, day: CalendarDate | undefined): string {
  return day === undefined ? "" : `, ${verb} ${plainDate(day)}`;
}

function bookingBlocks(plan: PlanOnPaper): readonly Block[] {
  if (plan.bookings.length === 0) return [paragraph("Nothing has to be booked for what people have told us so far.")];
  const suppliers = plan.bookings.flatMap(({ support, made }) =>
    made
      .filter(({ supplier, state }) => supplier !== "" && state !== "cancelled")
      .map(({ supplier, contact = "" }) => [supportNameOf(support), contact === "" ? supplier : `${supplier}: ${contact}`] as const),
  );
  return [
    table({
      caption: "What to book, how many, and by when",
      columns: [column("What"), column("How many", "count"), column("Book by"), column("Last chance"), column("Where it stands")],
      rows: plan.bookings.map((booking) => [
        supportNameOf(booking.support),
        booking.needed === null ? "0" : number(booking.needed.quantity),
        booking.needed === null ? "" : dayOrUnknown(booking.needed.bookBy),
        booking.needed === null ? "" : dayOrUnknown(booking.needed.lastChance),
        bookingWords(booking),
      ]),
    }),
    ...(suppliers.length === 0 ? [] : [facts(suppliers, "Who is asked or booked")]),
  ];
}

function supportNameOf(support: SupportId): string {
  return sentenceCase(supportName[support]);
}

function dayOrUnknown(day: CalendarDate | undefined): string {
  return day === undefined ? "Not known" : plainDate(day);
}

function bookingWords({ needed, secured, made }: PlannedBooking): string {
  if (needed === null) return "No longer needed";
  if (secured >= needed.quantity) return "Confirmed";
  if (secured > 0) return `${number(secured)} of ${number(needed.quantity)} confirmed`;
  if (made.some(({ state }) => state === "asked")) return "Asked";
  return bookingStatuses[needed.status];
}

const bookingStatuses: Readonly<Record<Booking["status"], string>> = {
  "in-time": "To book",
  late: "To book: late",
  "at-risk": "To book: past the last chance, so plan another way",
  unknown: "To book: the dates are not known",
};

function runningOrderBlocks(agenda: readonly string[], plan: PlanOnPaper): readonly Block[] {
  const { limits, timeNeeded } = plan;
  const rules = [
    ...(limits.maxContinuousMinutes === undefined
      ? []
      : [`No stretch longer than ${duration(limits.maxContinuousMinutes)} without a break.`]),
    ...(limits.minBreakMinutes === undefined ? [] : [`Every break at least ${duration(limits.minBreakMinutes)}.`]),
    ...(limits.earliestStart === undefined ? [] : [`Nobody has to start before ${clock(limits.earliestStart)}.`]),
    ...(limits.latestEnd === undefined ? [] : [`Nobody has to stay after ${clock(limits.latestEnd)}.`]),
    ...(limits.extraTimeFactor === undefined || limits.extraTimeFactor === 1
      ? []
      : [`Items have more time than planned: ${duration(timeNeeded.netMinutes)} of agenda takes ${duration(timeNeeded.workMinutes)}.`]),
  ];
  return [
    ...plan.timetableFindings.map((finding) => callout("warning", "The times do not fit yet", [paragraph(timeFindingSentence(finding))])),
    ...(plan.runningOrder === null
      ? [paragraph("The day cannot be laid out: it would run past midnight.")]
      : [runningOrderTable(agenda, plan.runningOrder)]),
    ...(rules.length === 0 ? [] : [paragraph("These times follow what people can manage:"), bullets(rules)]),
  ];
}

/** The day on the clock, with its breaks. */
export function runningOrderTable(agenda: readonly string[], order: RunningOrder): Block {
  return table({
    caption: "The day with its breaks",
    columns: [column("Time"), column("What happens")],
    rows: order.parts.map((part) => [clockRange(part.from, part.to), partWords(agenda, part)]),
  });
}

function partWords(agenda: readonly string[], part: RunningOrder["parts"][number]): string {
  if (part.kind !== "work") return part.kind === "lunch" ? "Lunch" : "Break";
  if (part.items.length === 0) return "Work";
  return part.items
    .map(({ id, isContinued }) => `${agenda[Number(id.replace("item-", "")) - 1] ?? "Work"}${isContinued ? ", continued" : ""}`)
    .join(". ");
}

function timeFindingSentence(finding: TimetableFinding): string {
  switch (finding.kind) {
    case "starts-too-early":
      return `The planned start, ${clock(finding.planned)}, is too early for somebody. ${clock(finding.limit)} or later works for everybody.`;
    case "ends-too-late":
      return `The planned end, ${clock(finding.planned)}, is too late for somebody. ${clock(finding.limit)} or earlier works for everybody.`;
    case "agenda-does-not-fit":
      return `With breaks and extra time the agenda needs ${duration(finding.neededMinutes)}. That is longer than everybody can manage in one day.`;
    case "planned-too-short":
      return `The meeting is planned for ${duration(finding.plannedMinutes)}. With breaks and extra time it needs ${duration(finding.neededMinutes)}.`;
  }
}

function roomBlocks(plan: PlanOnPaper): readonly Block[] {
  const wanted = [
    ...new Set(
      plan.needs.flatMap((need) => need.demands.flatMap(({ demand }) => (demand.kind === "layout" ? [layouts[demand.layout].label] : []))),
    ),
  ];
  return [
    ...(wanted.length === 0 ? [] : [paragraph("Set the room so that there is:"), bullets(wanted)]),
    ...(plan.peopleWithAPlanToLeave === 0
      ? []
      : [
          paragraph(
            `${counted(plan.peopleWithAPlanToLeave, "person needs", "people need")} a plan to leave safely. Each plan is a paper of its own, made together before the day.`,
          ),
        ]),
    penLines([penLine("Sketch or notes about the room", "sentences")]),
  ];
}

function morningBlocks(plan: PlanOnPaper): readonly Block[] {
  const things = plan.needs.flatMap((need) =>
    need.demands.flatMap((state) => {
      if (state.demand.kind === "venue-feature") return state.level === "must" ? [featureName[state.demand.feature]] : [];
      return state.demand.kind === "online" ? [`Online: ${onlineFeatures[state.demand.feature].label}`] : [];
    }),
  );
  const people = plan.bookings.map((booking) => `${supportNameOf(booking.support)}: here, or delivered`);
  const all = [...new Set([...things, ...people, "The running order is up where everybody can read it"])];
  return [
    tickBoxes(
      "Tick each when you have seen it working",
      all.map((thing) => [thing, false] as const),
    ),
  ];
}

function sentence(text: string): string {
  return /[.?!]$/u.test(text) ? text : `${text}.`;
}
