// What goes and what stays when somebody has everything about them deleted: in words to them, and in words to staff.
import {
  goingKinds,
  stayingKinds,
  type Deletion,
  type GoingKind,
  type StayingKind,
  type WayToKnow,
  type WhyNotDeleted,
} from "#app/domain/people/erasing.ts";
import { counted } from "./format.ts";

type Count = (count: number) => string;
const always =
  (sentence: string): Count =>
  () =>
    sentence;

const goingToThem: Readonly<Record<GoingKind, Count>> = {
  contact: always("How to reach you."),
  invitations: (n) => `${counted(n, "invitation", "invitations")}, and if you said you were coming.`,
  answers: always("What you told us you need, and which days suit you."),
  "payment-choices": always("What you chose about payment."),
  "private-answers": always("What you told us about benefits, and what you asked an adviser."),
  "leave-plans": always("Your plan to leave safely."),
  "bank-details": always("Your bank details."),
  "claims-not-sent": (n) => `${counted(n, "claim", "claims")} you have not sent. You will not be paid for it.`,
  "claims-sent-back": (n) => `${counted(n, "claim", "claims")} we sent back to you with a question. You will not be paid for it.`,
  "costs-not-paid": (n) => `${counted(n, "cost", "costs")} you asked us to pay before a meeting.`,
  files: (n) => `${counted(n, "photo or paper", "photos and papers")} you sent us.`,
  messages: (n) => `${counted(n, "message", "messages")} to you and about you.`,
  notes: always("Your name, where other people wrote it in a note."),
  "merged-records": always("The note that we put two records of you together."),
  links: always("Your private links. They stop working at once."),
  requests: always("What you asked us about your data, and problems you told us of."),
};

const stayingToThem: Readonly<Record<StayingKind, (count: number, years: string) => string>> = {
  "claims-under-way": (n) => `${counted(n, "claim", "claims")} that we have not paid yet. We pay as planned.`,
  "costs-under-way": (n) => `${counted(n, "cost", "costs")} that we agreed to pay before a meeting. We still send you the money.`,
  "ways-to-pay": () => "How to reach you and how to pay you, until then. After that they go too.",
  "claims-paid": (n, years) => `${counted(n, "claim", "claims")} that we paid, for ${years}. The rules on tax and accounts ask for that.`,
  "claims-stopped": (n) =>
    `${counted(n, "claim", "claims")} we sent back to you with a question. You will not be paid for it. We keep it, because it is in our accounts.`,
  "costs-paid": (n, years) => `${counted(n, "cost", "costs")} that we paid before a meeting, for ${years}.`,
  receipts: (n) => `${counted(n, "receipt", "receipts")} for them.`,
  payments: (n) => `The record of ${counted(n, "payment", "payments")} to you, with your name.`,
  vouchers: (n) => `The record of ${counted(n, "voucher", "vouchers")} we gave you.`,
};

/** Where nothing is kept of a person, the name goes too. */
export function goingSentences({ gone, kept }: Deletion): readonly string[] {
  const keepsName = Object.keys(kept).length > 0;
  return goingKinds.flatMap((kind) => {
    const count = gone[kind] ?? 0;
    if (kind === "contact") {
      if ((kept["ways-to-pay"] ?? 0) > 0) return [];
      return [keepsName ? goingToThem.contact(count) : "Your name and how to reach you."];
    }
    // What others wrote is opened by deleting alone, so it is said of everybody.
    return count === 0 && kind !== "notes" ? [] : [goingToThem[kind](count)];
  });
}

/** What stays, one sentence each, for the person. `years` is how long claims are kept. */
export function stayingSentences({ kept }: Deletion, years: number): readonly string[] {
  return stayingKinds.flatMap((kind) => {
    const count = kept[kind] ?? 0;
    return count === 0 ? [] : [stayingToThem[kind](count, yearsWords(years))];
  });
}

function yearsWords(years: number): string {
  return counted(years, "year", "years");
}

/** What the person is told beside: who sees what stays, what becomes of it, and what nobody can take back. */
export function honestSentences(keepsSomething: boolean, contact: string): readonly string[] {
  return [
    ...(keepsSomething
      ? [
          "Only the payments team and auditors see what stays. Coordinators do not.",
          "When that time is over, your name goes too. Only amounts, dates and numbers are left.",
        ]
      : []),
    "We keep a note that somebody was deleted, with the day. It does not say who.",
    "We may have safety copies of the whole system. You are in those until they are thrown away.",
    "If we ever use one again, we delete you from it before anybody works with it.",
    `We cannot take back what was sent or printed before. Ask ${contact} about that.`,
    `In notes we leave a name that is somebody else's too, or a word like Will. If a note has yours, ask ${contact} to change it.`,
  ];
}

const goingToStaff: Partial<Readonly<Record<GoingKind, Count>>> = {
  contact: always("Their name and how to reach them."),
  invitations: (n) => `${counted(n, "invitation", "invitations")}.`,
  "claims-not-sent": (n) => `${counted(n, "claim", "claims")} they have not sent.`,
  "claims-sent-back": (n) =>
    `${counted(n, "claim", "claims")} sent back to them with a question. Nobody can pay ${n === 1 ? "it" : "them"} afterwards.`,
  messages: (n) => `${counted(n, "message", "messages")} to them.`,
  "merged-records": always("The note that two records were put together."),
  links: (n) => `${counted(n, "private link", "private links")}.`,
};

/** What goes, for staff: what they know of, and that there may be more. */
export function goingSentencesForStaff({ gone, kept }: Deletion): readonly string[] {
  const known = goingKinds.flatMap((kind) => {
    const count = gone[kind] ?? 0;
    const words = goingToStaff[kind];
    if (kind === "contact" && Object.keys(kept).length > 0) {
      return (kept["ways-to-pay"] ?? 0) > 0 ? [] : ["How to reach them."];
    }
    return count === 0 || words === undefined ? [] : [words(count)];
  });
  return [...known, "Whatever they told us in private, and their name in notes. You do not see whether there is any."];
}

const stayingToStaff: Readonly<Record<StayingKind, (count: number, years: string) => string>> = {
  "claims-under-way": (n) => `${counted(n, "claim", "claims")} that ${n === 1 ? "is" : "are"} not paid yet. Finance pays as planned.`,
  "costs-under-way": (n) => `${counted(n, "cost", "costs")} authorised before a meeting and not sent yet. Finance sends the money.`,
  "ways-to-pay": () => "How to reach and pay them, for finance alone, until that is paid.",
  "claims-paid": (n, years) => `${counted(n, "claim", "claims")} that were paid, for ${years}, for tax and accounts.`,
  "claims-stopped": (n) =>
    `${counted(n, "claim", "claims")} sent back to them that the accounts have. ${n === 1 ? "It is" : "They are"} not paid.`,
  "costs-paid": (n, years) => `${counted(n, "cost", "costs")} paid before a meeting, for ${years}.`,
  receipts: (n) => `${counted(n, "receipt", "receipts")}.`,
  payments: (n) => `The record of ${counted(n, "payment", "payments")}, with their name.`,
  vouchers: (n) => `The record of ${counted(n, "voucher", "vouchers")}.`,
};

/** What stays, for staff. */
export function stayingSentencesForStaff({ kept }: Deletion, years: number): readonly string[] {
  return stayingKinds.flatMap((kind) => {
    const count = kept[kind] ?? 0;
    return count === 0 ? [] : [stayingToStaff[kind](count, yearsWords(years))];
  });
}

/** How a coordinator knows that it is the person who asks. */
export const wayToKnowWords: Readonly<Record<WayToKnow, string>> = {
  "by-phone": "I rang them on a number we have for them",
  "in-person": "They told me in person",
  "in-writing": "They wrote from an address we have for them",
};

/** Why a request to be deleted was closed and nobody was deleted. */
export const whyNotDeletedWords: Readonly<Record<WhyNotDeleted, string>> = {
  "not-wanted-any-more": "They no longer want it",
  "was-not-them": "It was not them who asked",
};

export const closingMissing = "Choose why nothing is deleted";
