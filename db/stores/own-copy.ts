// Every row that is about one person, table by table, still sealed: for the copy somebody may ask for of everything held about them.
// A new table about people goes into one of these lists; the test over the schema knows every such table.
import { and, desc, eq, getTableColumns, getTableName, gte, inArray, or } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Instant } from "#app/domain/basics/dates.ts";
import type { Db } from "../open.ts";
import {
  accessAnswers,
  adviserRequests,
  answeringTogether,
  arrivals,
  audit,
  bankDetails,
  benefitAnswers,
  claimCodes,
  claimExceptionReviews,
  claimFindings,
  claimLines,
  claims,
  claimSteps,
  claimTyping,
  costRequests,
  dateAnswers,
  declaredTies,
  earlierContacts,
  earlierOffers,
  feedback,
  invitations,
  joinedInvitations,
  joiningInstructions,
  leavePlans,
  letterRequests,
  meetings,
  outbox,
  payeeRecords,
  paymentChoices,
  paymentComplaints,
  paymentRunLines,
  people,
  personMerges,
  shownCards,
  vouchers,
} from "../schema.ts";

type Row = Readonly<Record<string, unknown>>;

/** One table about a person: how its rows are found, and which columns are sealed, with the column whose value each is sealed for. */
export type PartOfCopy = {
  readonly name: string;
  readonly table: SQLiteTable;
  readonly key: SQLiteColumn;
  readonly sealed: readonly string[];
  readonly sealedFor: (row: Row) => string;
  /** What stays out of the copy: what is somebody else's, or is itself a key to money or to a page. */
  readonly hidden: readonly string[];
};

const part = (
  name: string,
  table: SQLiteTable,
  key: SQLiteColumn,
  { sealed = [], sealedFor = ({ id }) => String(id), hidden = [] }: Partial<Pick<PartOfCopy, "sealed" | "sealedFor" | "hidden">> = {},
): PartOfCopy => ({ name, table, key, sealed, sealedFor, hidden });

/** By the person. */
export const partsOfPerson: readonly PartOfCopy[] = [
  part("bankDetails", bankDetails, bankDetails.personId, { hidden: ["details"] }),
  part("checksOfBankDetails", payeeRecords, payeeRecords.personId, { hidden: ["details", "account"] }),
  part("earlierContacts", earlierContacts, earlierContacts.personId, { sealed: ["value"] }),
  part("staffWhoKnowThem", declaredTies, declaredTies.personId),
  part("payments", paymentRunLines, paymentRunLines.personId, { sealed: ["why"], hidden: ["payee"] }),
  part("vouchers", vouchers, vouchers.personId, { sealed: ["closedWhy"], hidden: ["code", "codePrint"] }),
  part("mergedRecords", personMerges, personMerges.intoId, { hidden: ["moved"] }),
];

const byInvitation = { sealedFor: ({ invitationId }: Row) => String(invitationId) } as const;

/** By each invitation of the person. */
export const partsOfInvitation: readonly PartOfCopy[] = [
  part("accessAnswers", accessAnswers, accessAnswers.invitationId, { ...byInvitation, sealed: ["answers", "sent"] }),
  part("datesTheyCanDo", dateAnswers, dateAnswers.invitationId, { ...byInvitation, sealed: ["answers"] }),
  part("answeredTogether", answeringTogether, answeringTogether.invitationId),
  part("joiningInstructions", joiningInstructions, joiningInstructions.invitationId, {
    ...byInvitation,
    sealed: ["personalLine", "readyFacts", "sentFacts"],
  }),
  part("planToLeaveSafely", leavePlans, leavePlans.invitationId, { ...byInvitation, sealed: ["plan"] }),
  part("arrival", arrivals, arrivals.invitationId),
  part("cardShown", shownCards, shownCards.invitationId),
  part("howItWas", feedback, feedback.invitationId, { ...byInvitation, sealed: ["answers"] }),
  part("paymentChoice", paymentChoices, paymentChoices.invitationId, { ...byInvitation, sealed: ["choice"] }),
  part("benefitAnswers", benefitAnswers, benefitAnswers.invitationId, { ...byInvitation, sealed: ["answers"] }),
  part("adviserRequest", adviserRequests, adviserRequests.invitationId, { ...byInvitation, sealed: ["request"] }),
  part("letterRequest", letterRequests, letterRequests.invitationId, { ...byInvitation, sealed: ["details"] }),
  part("earlierOffers", earlierOffers, earlierOffers.invitationId),
  part("costsBeforeTheMeeting", costRequests, costRequests.invitationId, { sealed: ["details", "question", "reply", "answer"] }),
  part("answersMadeOne", joinedInvitations, joinedInvitations.keptId, { hidden: ["before"] }),
  part("claim", claims, claims.invitationId, { sealed: ["sent", "timeDiffers", "question", "answer", "why"] }),
];

/** By each claim of the person. */
export const partsOfClaim: readonly PartOfCopy[] = [
  part("costsClaimed", claimLines, claimLines.claimId, { sealed: ["expense"] }),
  part("whatWasFoundInChecking", claimFindings, claimFindings.claimId, {
    sealed: ["why"],
    sealedFor: ({ claimId, subject }) => `${String(claimId)} ${String(subject)}`,
  }),
  part("problemsWithPayment", paymentComplaints, paymentComplaints.claimId, { sealed: ["text", "answer", "aboutName"] }),
  part("stepsOfTheClaim", claimSteps, claimSteps.claimId),
  part("typedInFor", claimTyping, claimTyping.claimId),
  part("budgetCodes", claimCodes, claimCodes.claimId),
  part("looksAtExceptions", claimExceptionReviews, claimExceptionReviews.claimId),
];

/** Tables with somebody's id in them that are not in the copy, and why. */
export const leftOutOfCopy: Readonly<Record<string, string>> = {
  staff: "a member of staff's own account, which the person sees when signed in",
  data_requests: "the note of this very copy",
};

/** The rows of a part, by the ids it is found by. */
export async function listPart(db: Db, { table, key }: PartOfCopy, ids: readonly string[]): Promise<readonly Row[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(table)
    .where(inArray(key, [...ids]));
}

/** The place a sealed column is sealed for. */
export function placeIn({ table, sealedFor }: PartOfCopy, column: string, row: Row): { table: string; column: string; row: string } {
  const name = getTableColumns(table)[column]?.name;
  if (name === undefined) throw new Error(`${getTableName(table)} has no column ${column}`);
  return { table: getTableName(table), column: name, row: sealedFor(row) };
}

/** A person with the records that were merged into theirs. */
export async function listRecordsOf(db: Db, organisationId: string, personId: string): Promise<readonly (typeof people.$inferSelect)[]> {
  const found = await db
    .select()
    .from(people)
    .where(or(eq(people.id, personId), eq(people.mergedInto, personId)));
  return found.filter((one) => one.organisationId === organisationId);
}

/** Every invitation of some records, with its meeting's name and day. */
export async function listInvitationsOf(
  db: Db,
  personIds: readonly string[],
): Promise<readonly { readonly invitation: typeof invitations.$inferSelect; readonly meeting: string; readonly date: string | null }[]> {
  return db
    .select({ invitation: invitations, meeting: meetings.name, date: meetings.date })
    .from(invitations)
    .innerJoin(meetings, eq(meetings.id, invitations.meetingId))
    .where(inArray(invitations.personId, [...personIds]));
}

/** The messages about some things: to whom, when and with what subject. What they said is erased once it is sent. */
export async function listMessagesAbout(
  db: Db,
  ids: readonly string[],
): Promise<readonly Pick<typeof outbox.$inferSelect, "kind" | "channel" | "recipient" | "subject" | "state" | "createdAt" | "sentAt">[]> {
  if (ids.length === 0) return [];
  const { kind, channel, recipient, subject, state, createdAt, sentAt } = outbox;
  return db
    .select({ kind, channel, recipient, subject, state, createdAt, sentAt })
    .from(outbox)
    .where(inArray(outbox.aboutId, [...ids]));
}

/**
 * Who looked at what of a person, the latest first: by the ids of what is theirs, of messages about that, of payment batches they were
 * in, and, since their record was made, of lists of everybody.
 */
export async function listLooks(
  db: Db,
  { organisationId, ids, personIds, since, actions }: Looks,
): Promise<readonly Pick<typeof audit.$inferSelect, "at" | "action">[]> {
  if (ids.length === 0) return [];
  const messages = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(inArray(outbox.aboutId, [...ids]));
  const runs = db
    .select({ id: paymentRunLines.runId })
    .from(paymentRunLines)
    .where(inArray(paymentRunLines.personId, [...personIds]));
  return db
    .select({ at: audit.at, action: audit.action })
    .from(audit)
    .where(
      and(
        eq(audit.organisationId, organisationId),
        inArray(audit.action, [...actions]),
        or(
          inArray(audit.subjectId, [...ids]),
          inArray(audit.subjectId, messages),
          inArray(audit.subjectId, runs),
          and(eq(audit.subjectId, organisationId), gte(audit.at, since)),
        ),
      ),
    )
    .orderBy(desc(audit.sequence))
    .limit(2_000);
}

type Looks = {
  readonly organisationId: string;
  readonly ids: readonly string[];
  readonly personIds: readonly string[];
  readonly since: Instant;
  readonly actions: readonly string[];
};

/** Who did what to some things, and when: the part of the person, never the name of a colleague. */
export async function listDeedsAbout(
  db: Db,
  ids: readonly string[],
): Promise<readonly Pick<typeof audit.$inferSelect, "at" | "actorKind" | "action">[]> {
  if (ids.length === 0) return [];
  return db
    .select({ at: audit.at, actorKind: audit.actorKind, action: audit.action })
    .from(audit)
    .where(inArray(audit.subjectId, [...ids]));
}
