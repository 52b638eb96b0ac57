// The sentences of the page "Today".
import { daysBetween, type CalendarDate } from "#app/domain/basics/dates.ts";
import { counted, shortDate } from "./format.ts";

type ToDo = {
  readonly key: string;
  readonly kind:
    | "claims-to-check"
    | "claims-to-authorise"
    | "meeting-needs"
    | "invite-people"
    | "rules-to-agree"
    | "rules-to-review"
    | "roles-to-agree"
    | "data-requests-due"
    | "problems-to-answer"
    | "held-too-long"
    | "venue-answered"
    | "feedback-in"
    | "private-letters"
    | "outcomes-due";
  readonly by: CalendarDate | null;
  readonly count: number;
  readonly meeting?: string;
  readonly venue?: string;
  readonly href: string;
};

type Item = { readonly key: string; readonly href: string; readonly text: string; readonly why: string };
export type TodaySection = { readonly id: string; readonly heading: string; readonly items: readonly Item[] };

const texts: Readonly<Record<ToDo["kind"], (toDo: ToDo) => { readonly text: string; readonly why: string }>> = {
  "claims-to-check": ({ count }) => ({ text: `Check ${counted(count, "claim", "claims")}`, why: "People are waiting for this money." }),
  "claims-to-authorise": ({ count }) => ({
    text: `Authorise ${counted(count, "claim", "claims")}`,
    why: "Each was checked by somebody else.",
  }),
  "problems-to-answer": ({ count }) => ({
    text: `Answer ${counted(count, "person", "people")} about a payment that went wrong`,
    why: "They were told when they would hear from us.",
  }),
  "held-too-long": ({ count }) => ({
    text: `Ask the payments team about ${counted(count, "payment", "payments")} on hold`,
    why: count === 1 ? "It has been on hold for more than 10 working days." : "They have been on hold for more than 10 working days.",
  }),
  "meeting-needs": ({ count, meeting = "" }) => ({
    text: `Arrange ${counted(count, "thing", "things")} for ${meeting}`,
    why: "Someone may not be able to take part without it.",
  }),
  "rules-to-agree": () => ({
    text: "Check the new benefit figures and agree to them",
    why: "Until two administrators agree, people are told that we cannot tell.",
  }),
  "rules-to-review": () => ({
    text: "Look at the benefit and tax rules",
    why: "Some figures end then. After that, people are told that we cannot tell.",
  }),
  "roles-to-agree": ({ count }) => ({
    text: `Look at roles for ${counted(count, "person", "people")}`,
    why: "Another administrator asked. They hold once you agree.",
  }),
  "data-requests-due": ({ count }) => ({
    text: `Data requests due: ${counted(count, "person is", "people are")} waiting for an answer`,
    why: "The law gives one month from the day they asked.",
  }),
  "venue-answered": ({ venue = "", meeting = "" }) => ({
    text: `Look at what ${venue} answered for ${meeting}`,
    why: "The plan has changed with it.",
  }),
  "feedback-in": ({ count, meeting = "" }) => ({
    text: `Read what people told us about ${meeting}`,
    why: `${counted(count, "person has", "people have")} answered in the last 3 days.`,
  }),
  "private-letters": ({ count, meeting = "" }) => ({
    text: `Post ${counted(count, "private letter", "private letters")} for ${meeting}`,
    why: "Somebody waits to read their own answers. The link in it works for 14 days at most.",
  }),
  "outcomes-due": ({ meeting = "" }) => ({
    text: `Tell people what changed because of ${meeting}`,
    why: "They were told that they would hear within 6 weeks.",
  }),
  "invite-people": ({ meeting = "" }) => ({ text: `Invite people to ${meeting}`, why: "Nobody has been asked what they need yet." }),
};

/** Sections in the order late, today, this week, later. */
export function todaySections({
  today,
  toDos,
}: {
  readonly today: CalendarDate;
  readonly toDos: readonly ToDo[];
}): readonly TodaySection[] {
  const sections = [
    { id: "late", heading: "Late", takes: (days: number) => days < 0 },
    { id: "now", heading: "Today", takes: (days: number) => days === 0 },
    { id: "this-week", heading: "This week", takes: (days: number) => days > 0 && days <= 7 },
    { id: "later", heading: "Later", takes: (days: number) => days > 7 },
  ];
  const dated = toDos
    .map((toDo) => ({ toDo, days: toDo.by === null ? 0 : daysBetween(today, toDo.by) }))
    .sort((one, other) => one.days - other.days);
  return sections
    .map(({ id, heading, takes }) => ({
      id,
      heading,
      items: dated.filter(({ days }) => takes(days)).map(({ toDo }) => itemOf(toDo)),
    }))
    .filter(({ items }) => items.length > 0);
}

function itemOf(toDo: ToDo): Item {
  const { text, why } = texts[toDo.kind](toDo);
  return { key: toDo.key, href: toDo.href, text, why: toDo.by === null ? why : `By ${shortDate(toDo.by)}. ${why}` };
}
