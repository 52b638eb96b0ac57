// Every message the program writes by itself, with made-up facts in it, so that administrators can read what people are sent. The words
// come from the same functions that write the real ones.
import { addDays, clockTimeOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { statementOf, taxYear } from "#app/domain/payments/statement.ts";
import { outcomesMessage } from "./after-meeting.ts";
import { cancelSubject, cancelText } from "./bookings.ts";
import {
  amountChangedMessage,
  claimOpenMessage,
  claimPaidMessage,
  claimQuestionMessage,
  claimWaitsMessage,
  noClaimMessage,
  paperFormMessage,
  typedInMessage,
} from "./claims.ts";
import { complaintAnswerMessage } from "./complaints.ts";
import { answeredMessage, askedMessage } from "./costs-before.ts";
import { feedbackRequest } from "./feedback.ts";
import {
  answersReceivedFor,
  asPlainText,
  calledOffFor,
  dateChosenFor,
  invitationFor,
  linkAgainFor,
  movedFor,
  reminderFor,
  type InvitationFacts,
  type InvitationFor,
  type WrittenMessage,
} from "./invitation.ts";
import { joiningFor } from "./joining.ts";
import { linkAskedForMessage, signInLinkMessage } from "./links.ts";
import { agreedNews, bookedNews, cannotNews, leavePlanNews, notBookedNews, questionNews, questionReminderNews, type News } from "./news.ts";
import { adviserMessage, bankChangedMessage, readBackMessage } from "./payment-choice.ts";
import { moneyCameBackMessage, remittanceMessage } from "./payment-runs.ts";
import { offerRaisedMessage } from "./rises.ts";
import { invitationToWork, rolesGivenMessage } from "./staff.ts";
import { statementMessage } from "./statements.ts";
import { checklistMessage, checklistReminderMessage } from "./venues.ts";
import { voucherGivenMessage } from "./vouchers.ts";

export type MessageForm = "email" | "letter" | "text" | "easy-read";
export type ReadMessage = { readonly subject: string; readonly body: string };

export type ListedMessage = {
  readonly id: string;
  readonly name: string;
  /** Who reads it. */
  readonly to: "people" | "venues" | "suppliers" | "advisers" | "staff";
  /** The kinds it has in the outbox. */
  readonly kinds: readonly string[];
  /** The forms it is written in; the first is the usual one. */
  readonly forms: readonly [MessageForm, ...MessageForm[]];
  readonly write: (form: MessageForm) => ReadMessage;
};

export const readerNames: Readonly<Record<ListedMessage["to"], string>> = {
  people: "People who take part",
  venues: "Venues",
  suppliers: "Suppliers",
  advisers: "Benefits advisers",
  staff: "People who work here",
};

export const messageFormNames: Readonly<Record<MessageForm, string>> = {
  email: "Email",
  letter: "Letter",
  text: "Text message",
  "easy-read": "Easy Read",
};

const isEasy = (form: MessageForm): boolean => form === "easy-read";
const everyForm = ["email", "letter", "text", "easy-read"] as const;
const inEasyReadToo = ["email", "easy-read"] as const;
const oneForm = ["email"] as const;
const name = "Sam Taylor";
const meeting = "Planning group";
const reference = "KTRMWPXC";
const link = "https://meetings.example.org/i/your-private-link";
const contact = { name: "Asha Grewal", phone: "01632 960 001", email: "asha@example.org" };
const said = "Here stands what a coordinator wrote.";

/** Every message, in the order people meet them, for an organisation and from a day on. */
export function listedMessages(organisation: string, today: CalendarDate): readonly ListedMessage[] {
  const date = addDays(today, 42);
  const by = addDays(today, 14);
  const facts: InvitationFacts = {
    organisation,
    meeting,
    about: "We plan the new clinic together.",
    asked: "Tell us what matters to you.",
    contact,
    when: { date, from: clockTimeOf("10:30"), to: clockTimeOf("13:00") },
    mode: "hybrid",
    place: { name: "Exampleton Hall", address: "2 Market Place, Exampleton" },
    onlineService: "zoom",
    pay: { kind: "time-and-costs", total: penceOf(6_250), minutes: 150 },
    costs: ["public-transport", "assistant"],
    costsOther: "",
    paidWithin: { kind: "working-days", days: 10 },
    replyBy: by,
  };
  const person = (form: MessageForm): Omit<InvitationFor, "personalLine"> => ({
    name,
    form: form === "letter" || form === "text" ? form : "email",
    link,
    ...(form === "letter" ? { code: { code: reference, at: "meetings.example.org/i" } } : {}),
    isNeutral: false,
    isEasyRead: form === "easy-read",
  });
  const written = (message: WrittenMessage): ReadMessage => ({ subject: message.subject, body: asPlainText(message) });
  const toPeople = (
    id: string,
    called: string,
    kinds: readonly string[],
    write: ListedMessage["write"],
    forms: ListedMessage["forms"] = oneForm,
  ): ListedMessage => ({ id, name: called, to: "people", kinds, forms, write });
  const news = (id: string, called: string, wrote: News): ListedMessage =>
    toPeople(
      id,
      called,
      [id],
      (form) => wrote({ name, meeting, organisation, contact, link, isNeutral: false, isEasyRead: form === "easy-read" }),
      inEasyReadToo,
    );
  const paid = { total: penceOf(6_710), time: penceOf(6_250), costs: penceOf(460) };
  const statement = statementOf(taxYear(Number(today.slice(0, 4)) - 1), []);

  return [
    toPeople(
      "invitation",
      "Invitation",
      ["invitation", "invitation-test"],
      (form) => written(invitationFor(facts, { ...person(form), personalLine: "" })),
      everyForm,
    ),
    toPeople("reminder", "Reminder to reply", ["reminder"], (form) => written(reminderFor(facts, person(form))), everyForm),
    toPeople("invitation-link", "Private link", ["invitation-link"], (form) => written(linkAgainFor(facts, person(form))), everyForm),
    toPeople(
      "link-again",
      "Link somebody lost",
      ["link-again"],
      (form) => linkAskedForMessage({ name, meeting, link, isNeutral: false, isEasyRead: isEasy(form) }),
      inEasyReadToo,
    ),
    toPeople("date-chosen", "The date is chosen", ["date-chosen"], (form) => written(dateChosenFor(facts, person(form), null)), everyForm),
    toPeople(
      "meeting-moved",
      "The meeting has moved",
      ["meeting-moved"],
      (form) => written(movedFor(facts, person(form), today)),
      everyForm,
    ),
    toPeople(
      "called-off",
      "The meeting is called off",
      ["called-off"],
      (form) => written(calledOffFor(facts, person(form), "yes")),
      everyForm,
    ),
    toPeople(
      "answers-received",
      "Answers written down with somebody",
      ["answers-received"],
      (form) => written(answersReceivedFor(facts, person(form), "by-phone")),
      everyForm,
    ),
    news("booked", "Something is booked", bookedNews("bsl-interpreter")),
    news("not-booked", "A booking was called off", notBookedNews("bsl-interpreter")),
    news("cannot-meet", "We cannot do something", cannotNews(said)),
    news("clash-agreed", "What was agreed where needs differ", agreedNews(said)),
    news("question", "A question about what somebody needs", questionNews()),
    news("question-reminder", "Reminder of a question", questionReminderNews()),
    news("leave-plan", "A plan to leave safely", leavePlanNews()),
    toPeople(
      "costs-before-answered",
      "Answer about costs before the meeting",
      ["costs-before-answered"],
      (form) => answeredMessage({ name, meeting, organisation, link, isQuestion: false, isEasyRead: isEasy(form) }),
      inEasyReadToo,
    ),
    toPeople(
      "joining-instructions",
      "Joining instructions",
      ["joining-instructions"],
      (form) =>
        written(
          joiningFor(
            {
              when: "10:30am to 1pm",
              where: ["Exampleton Hall, 2 Market Place, Exampleton"],
              whoMeetsYou: `${contact.name}, ${contact.phone}`,
            },
            { name: meeting, organisation, date },
            { ...person(form), personalLine: "", isEasyRead: isEasy(form) },
            [],
          ),
        ),
      everyForm,
    ),
    toPeople(
      "feedback-request",
      "How was the meeting for you",
      ["feedback-request"],
      (form) =>
        written(
          feedbackRequest(
            { meeting, organisation, contact: contact.name },
            { ...person(form), isReminder: false, isEasyRead: isEasy(form) },
          ),
        ),
      everyForm,
    ),
    toPeople(
      "outcomes",
      "What changed because of a meeting",
      ["outcomes"],
      (form) =>
        written(
          outcomesMessage(
            { meeting, organisation },
            [{ said: "Here stands what people said.", did: "Here stands what was done about it.", byWhen: by }],
            { ...person(form), isEasyRead: isEasy(form) },
          ),
        ),
      everyForm,
    ),
    toPeople(
      "offer-raised",
      "An offer is raised",
      ["offer-raised"],
      (form) =>
        offerRaisedMessage({
          name,
          meeting,
          organisation,
          before: penceOf(5_000),
          after: paid.time,
          note: said,
          contact: contact.name,
          isEasyRead: isEasy(form),
        }),
      inEasyReadToo,
    ),
    toPeople("bank-details-changed", "Bank details changed", ["bank-details-changed"], () =>
      bankChangedMessage({ name, organisation, isFirst: false }),
    ),
    toPeople("read-back", "Link to read private answers", ["read-back"], () =>
      readBackMessage({ name, organisation, address: link, until: null, madeFor: false }),
    ),
    toPeople(
      "claim-open",
      "Claims are open",
      ["claim-open"],
      (form) => claimOpenMessage({ name, meeting, organisation, link, isEasyRead: isEasy(form) }),
      inEasyReadToo,
    ),
    toPeople(
      "no-claim",
      "Thanks to somebody who wants no money",
      ["claim-open"],
      (form) => noClaimMessage({ name, meeting, organisation, isEasyRead: isEasy(form) }),
      inEasyReadToo,
    ),
    toPeople(
      "claim-typed-in",
      "A claim was typed in",
      ["claim-typed-in"],
      (form) =>
        typedInMessage({
          name,
          reference,
          meeting,
          organisation,
          from: "paper",
          forTime: paid.time,
          forCosts: paid.costs,
          total: paid.total,
          contact: contact.name,
          phone: contact.phone,
          link,
          isEasyRead: isEasy(form),
        }),
      inEasyReadToo,
    ),
    toPeople(
      "claim-question",
      "A question about a claim",
      ["claim-question"],
      (form) => claimQuestionMessage({ name, reference, question: "Here stands the question.", isEasyRead: isEasy(form) }),
      inEasyReadToo,
    ),
    toPeople(
      "claim-amount-changed",
      "An amount was changed",
      ["claim-amount-changed"],
      (form) => amountChangedMessage({ name, reference, reasons: ["Here stands why."], isEasyRead: isEasy(form) }),
      inEasyReadToo,
    ),
    toPeople(
      "claim-waits",
      "A claim takes longer",
      ["claim-waits"],
      (form) => claimWaitsMessage({ name, reference, contact: contact.name, isEasyRead: isEasy(form) }),
      inEasyReadToo,
    ),
    toPeople(
      "claim-paid",
      "A claim was paid by hand",
      ["claim-paid"],
      (form) => claimPaidMessage({ name, reference, meeting, ...paid, paidOn: today, isEasyRead: isEasy(form) }),
      inEasyReadToo,
    ),
    toPeople("remittance", "A claim was paid", ["remittance"], () =>
      remittanceMessage({
        name,
        reference,
        meeting,
        organisation,
        ...paid,
        byDay: by,
        method: "bank",
        endsIn: "31",
        statementName: organisation.toUpperCase().slice(0, 18),
        contact,
      }),
    ),
    toPeople(
      "money-came-back",
      "A payment came back",
      ["money-came-back"],
      (form) => moneyCameBackMessage({ name, reference, amount: paid.total, isEasyRead: isEasy(form) }),
      inEasyReadToo,
    ),
    toPeople("voucher-given", "Vouchers were given", ["voucher-given"], () =>
      voucherGivenMessage({
        name,
        reference,
        value: penceOf(2_500),
        on: today,
        how: "post",
        from: ["High Street Card"],
        useBy: null,
        contact: contact.name,
      }),
    ),
    toPeople(
      "payment-problem-answer",
      "Answer about a payment that went wrong",
      ["payment-problem-answer"],
      (form) =>
        complaintAnswerMessage({ name, reference, answer: "Here stands the answer.", contact: contact.name, isEasyRead: isEasy(form) }),
      inEasyReadToo,
    ),
    toPeople("annual-statement", "What we paid in a year", ["annual-statement"], () => statementMessage({ name, organisation, statement })),
    {
      id: "venue-checklist",
      name: "Access checklist",
      to: "venues",
      kinds: ["venue-checklist"],
      forms: oneForm,
      write: () => checklistMessage("")({ link, venue: "Exampleton Hall", organisation, meeting, answerBy: by }),
    },
    {
      id: "venue-reminder",
      name: "Reminder of the access checklist",
      to: "venues",
      kinds: ["venue-checklist"],
      forms: oneForm,
      write: () => checklistReminderMessage({ link, venue: "Exampleton Hall", organisation, meeting, answerBy: by }),
    },
    {
      id: "booking-cancelled",
      name: "A booking is cancelled",
      to: "suppliers",
      kinds: ["booking-cancelled"],
      forms: oneForm,
      write: () => {
        const booked = { support: "bsl-interpreter", quantity: 2, meeting, organisation, date } as const;
        const at = { startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf("13:00"), place: facts.place, isOnline: false };
        return { subject: cancelSubject(booked), body: cancelText({ ...booked, ...at, reply: [contact.phone, contact.email] }) };
      },
    },
    {
      id: "adviser-request",
      name: "Somebody asks for advice",
      to: "advisers",
      kinds: ["adviser-request"],
      forms: oneForm,
      write: () =>
        adviserMessage({ name, organisation, adviser: "Advice Corner", how: "phone", reach: "01632 960 003", when: "In the morning" }),
    },
    {
      id: "sign-in-link",
      name: "Sign-in link",
      to: "staff",
      kinds: ["sign-in-link"],
      forms: oneForm,
      write: () => signInLinkMessage({ name: contact.name, link: "https://meetings.example.org/sign-in/confirm/your-link" }),
    },
    {
      id: "staff-invitation",
      name: "Invitation to work here",
      to: "staff",
      kinds: ["staff-invitation"],
      forms: oneForm,
      write: () =>
        invitationToWork({
          name,
          organisation,
          invitedBy: contact.name,
          link: "https://meetings.example.org/sign-in/join/your-link",
          days: 7,
        }),
    },
    {
      id: "roles-given",
      name: "Somebody has more roles",
      to: "staff",
      kinds: ["roles-given"],
      forms: oneForm,
      write: () => rolesGivenMessage({ to: contact.name, name, roles: ["finance-check"], agreedBy: "Ngozi Obi" }),
    },
    {
      id: "costs-before-asked",
      name: "Somebody asks for costs before a meeting",
      to: "staff",
      kinds: ["costs-before-asked"],
      forms: oneForm,
      write: () => askedMessage({ meeting, link: "https://meetings.example.org/meetings/ABCDEFGH/costs-before" }),
    },
    {
      id: "claim-paper",
      name: "Somebody needs a paper claim form",
      to: "staff",
      kinds: ["claim-paper"],
      forms: oneForm,
      write: () => paperFormMessage({ reference, meeting }),
    },
  ];
}
