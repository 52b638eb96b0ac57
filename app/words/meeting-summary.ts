// Every answer about a meeting as it is checked: one row for each question, in the order of the pages.
import type { Pence } from "#app/domain/basics/money.ts";
import type { CalendarDate, ClockTime, Nation } from "#app/domain/basics/dates.ts";
import type { MeetingCondition } from "#app/domain/access/meeting-conditions.ts";
import type { ExpenseKind } from "#app/domain/payments/expenses.ts";
import type { CostsBefore, Offer, PaidWithin } from "#app/domain/payments/offer.ts";
import type { RateLine } from "#app/domain/payments/rate-card.ts";
import { counted, duration, list, sentenceCase } from "./format.ts";
import { costsInWords, onlineServiceNames } from "./invitation.ts";
import { nationNames } from "./nations.ts";
import { breaksInWords, conditionWords, modeInWords, offerSentence, questionOf, whenInWords } from "./meetings.ts";
import { paidWithinWords, rateInWords } from "./payments.ts";
import { readingAgeOf } from "./reading-age.ts";
import { readingAgeSentence } from "./meetings.ts";

type Meeting = {
  readonly name: string;
  readonly about: string;
  readonly asked: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string } | null;
  readonly mode: "in-person" | "online" | "hybrid" | null;
  readonly date: CalendarDate | null;
  readonly startsAt: ClockTime | null;
  readonly endsAt: ClockTime | null;
  readonly breakEveryMinutes: number | null;
  readonly breakMinutes: number | null;
  readonly agenda: readonly { readonly title: string; readonly minutes: number }[];
  readonly expectedPeople: number | null;
  readonly foodServed: boolean;
  readonly parallelGroups: number;
  readonly conditions: readonly MeetingCondition[];
  readonly nation: Nation;
  readonly venueState: "chosen" | "compare" | "none";
  readonly onlineService: string;
  readonly paymentOffered: "time-and-costs" | "costs-only" | "nothing" | null;
  readonly costsCovered: readonly ExpenseKind[];
  readonly costsOther: string;
  readonly costsBefore: CostsBefore | null;
  readonly budgetCode: string;
  readonly paidWithin: PaidWithin | null;
};

type Found = {
  readonly place: { readonly name: string; readonly address: string } | null;
  readonly rate: Pick<RateLine, "label" | "basis"> | null;
  /** What to know about the date: that it is a bank holiday there, or that nobody knows. */
  readonly dateWarnings: readonly string[];
  readonly offer: (Pick<Offer, "activities"> & { readonly total: Pence }) | null;
};

type Step = "about" | "type" | "when" | "what" | "where" | "payment";
export type SummaryOfMeeting = {
  readonly name: string;
  readonly lines: readonly string[];
  readonly step: Step;
  /** The answers that stand behind the row: while one is missing, the row says so. */
  readonly answers: readonly (keyof typeof questionOf)[];
};

/** The rows of the check page. What does not apply to a meeting is left out. */
export function summaryOf(meeting: Meeting, found: Found): readonly SummaryOfMeeting[] {
  return [...aboutRows(meeting), ...whenRows(meeting, found), ...whereRows(meeting, found), ...paymentRows(meeting, found)];
}

function aboutRows(meeting: Meeting): readonly SummaryOfMeeting[] {
  const { contact } = meeting;
  return [
    { name: "Meeting name", lines: [meeting.name], step: "about", answers: ["name"] },
    { name: "What it is about", lines: [meeting.about, ...ageLine(meeting.about)], step: "about", answers: ["about"] },
    { name: "What people are asked to do", lines: [meeting.asked, ...ageLine(meeting.asked)], step: "about", answers: ["asked"] },
    {
      name: "Who people can talk to",
      lines: contact === null ? [] : [[contact.name, contact.phone, contact.email].filter((part) => part !== "").join(", ")],
      step: "about",
      answers: ["contact"],
    },
    { name: "How people take part", lines: [modeInWords(meeting.mode)], step: "type", answers: ["mode"] },
  ];
}

function ageLine(text: string): readonly string[] {
  const age = readingAgeOf(text);
  return age === null ? [] : [readingAgeSentence(age)];
}

function whenRows(meeting: Meeting, { dateWarnings }: Found): readonly SummaryOfMeeting[] {
  const { agenda, breakEveryMinutes: every, breakMinutes: minutes } = meeting;
  const total = agenda.reduce((sum, item) => sum + item.minutes, 0);
  const groups =
    meeting.parallelGroups === 0
      ? "Everybody stays together."
      : `${counted(meeting.parallelGroups, "small group", "small groups")} at one time.`;
  const conditions = meeting.conditions.flatMap((condition) =>
    conditionWords[condition] === undefined ? [] : [conditionWords[condition]],
  );
  return [
    { name: "Date and time", lines: [whenInWords(meeting), ...dateWarnings], step: "when", answers: ["when"] },
    { name: "Breaks", lines: every === null || minutes === null ? [] : [breaksInWords(every, minutes)], step: "when", answers: ["breaks"] },
    {
      name: "What will happen",
      lines: [...agenda.map((item) => `${item.title}: ${duration(item.minutes)}`), `${duration(total)} in all, before breaks`],
      step: "what",
      answers: ["agenda"],
    },
    {
      name: "People expected",
      lines: [
        meeting.expectedPeople === null ? "" : counted(meeting.expectedPeople, "person", "people"),
        groups,
        meeting.foodServed ? "Food or drink is served." : "No food or drink.",
      ],
      step: "what",
      answers: ["expected-people"],
    },
    ...(conditions.length === 0 ? [] : [{ name: "Also planned for", lines: conditions, step: "what" as const, answers: [] }]),
  ];
}

function whereRows(meeting: Meeting, { place }: Found): readonly SummaryOfMeeting[] {
  const rows: SummaryOfMeeting[] = [];
  if (meeting.mode !== "online") {
    const room =
      place === null
        ? ["Compare venues when people have replied"]
        : [place.name, ...place.address.split("\n").filter((line) => line.trim() !== "")];
    rows.push({ name: "The room", lines: room, step: "where", answers: ["place"] });
  }
  if (meeting.mode === "online" || meeting.mode === "hybrid") {
    rows.push({
      name: "Online service",
      lines: [sentenceCase(onlineServiceNames[meeting.onlineService] ?? "Not answered yet")],
      step: "where",
      answers: ["online-service"],
    });
  }
  rows.push({ name: "Nation", lines: [nationNames[meeting.nation], "Its bank holidays count."], step: "where", answers: [] });
  return rows;
}

function paymentRows(meeting: Meeting, { rate, offer }: Found): readonly SummaryOfMeeting[] {
  const { paymentOffered, paidWithin } = meeting;
  const paid = { "time-and-costs": "Yes", "costs-only": "No, expenses only", nothing: "No payment or expenses" };
  const rows: SummaryOfMeeting[] = [
    { name: "Payment for time", lines: paymentOffered === null ? [] : [paid[paymentOffered]], step: "payment", answers: ["payment"] },
  ];
  if (paymentOffered === null || paymentOffered === "nothing") return rows;
  const costs = costsInWords(meeting.costsCovered, meeting.costsOther);
  const isCostsOnly = paymentOffered === "costs-only";
  if (!isCostsOnly)
    rows.push({
      name: "Payment rate",
      lines: rate === null ? [] : [`${rate.label}: ${rateInWords(rate)}`],
      step: "payment",
      answers: ["rate"],
    });
  rows.push(
    { name: "Costs covered", lines: [costs.length === 0 ? "None" : sentenceCase(list(costs))], step: "payment", answers: [] },
    {
      name: "Costs paid before the meeting",
      lines:
        meeting.costsBefore === null
          ? []
          : [
              {
                "book-for-you": "Yes, we can book and pay for travel",
                advance: "Yes, we can pay an advance",
                "cash-on-the-day": "Cash on the day",
                "claim-later": "No",
              }[meeting.costsBefore],
            ],
      step: "payment",
      answers: ["costs-before"],
    },
    {
      name: "When people are paid",
      lines: paidWithin === null ? [] : [sentenceCase(paidWithinWords(paidWithin))],
      step: "payment",
      answers: ["paid-within"],
    },
    {
      name: "Budget code",
      lines: [meeting.budgetCode === "" ? "Not known yet. Finance needs it before the first claim." : meeting.budgetCode],
      step: "payment",
      answers: [],
    },
  );
  if (offer !== null) {
    const minutes = offer.activities.reduce((sum, one) => sum + (one.entry.minutes ?? 0), 0);
    rows.push({
      name: "The offer",
      lines: [offerSentence({ total: offer.total, minutes, costs, within: paidWithin, isCostsOnly })],
      step: "payment",
      answers: [],
    });
  }
  return rows;
}
