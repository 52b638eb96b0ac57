// What others wrote of a person: finding it and putting it back without them. What is taken out is decided by the service.
import { and, eq, getTableColumns, isNotNull, ne, sql, type SQL } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Instant } from "#app/domain/basics/dates.ts";
import type { Db, Tx } from "../open.ts";
import {
  arrangements,
  bookings,
  claimExceptionReviews,
  dayProblems,
  dayRoles,
  evaluations,
  exceptionReviews,
  feedback,
  heldForms,
  imports,
  intents,
  joiningInstructions,
  keptApart,
  leavePlans,
  meetings,
  outcomes,
  people,
  series,
  staff,
  suppliers,
  unnamedFeedback,
  venuePhotos,
  venueProblems,
  venueRequests,
  venues,
  venueStatements,
  writtenToDos,
} from "../schema.ts";
import type { Sealed } from "../vault.ts";

/** Plain columns somebody may have written a name into, of the rows of an organisation. */
const writtenFreely: readonly {
  readonly table: SQLiteTable;
  readonly organisation: SQLiteColumn;
  readonly columns: readonly SQLiteColumn[];
}[] = [
  {
    table: bookings,
    organisation: bookings.organisationId,
    columns: [bookings.whoIsComing, bookings.note, bookings.evidence, bookings.owner, bookings.supplierContact],
  },
  { table: meetings, organisation: meetings.organisationId, columns: [meetings.name, meetings.about, meetings.asked, meetings.costsOther] },
  {
    table: venueRequests,
    organisation: venueRequests.organisationId,
    columns: [venueRequests.extraLine, venueRequests.sentTo, venueRequests.answeredBy],
  },
  { table: venueProblems, organisation: venueProblems.organisationId, columns: [venueProblems.what, venueProblems.fixedHow] },
  { table: venueStatements, organisation: venueStatements.organisationId, columns: [venueStatements.note] },
  { table: venuePhotos, organisation: venuePhotos.organisationId, columns: [venuePhotos.shows] },
  { table: venues, organisation: venues.organisationId, columns: [venues.notes] },
  { table: suppliers, organisation: suppliers.organisationId, columns: [suppliers.notes] },
  { table: series, organisation: series.organisationId, columns: [series.name] },
  // Both are guarded: a review may only lose a deleted name.
  { table: exceptionReviews, organisation: exceptionReviews.organisationId, columns: [exceptionReviews.found] },
  { table: claimExceptionReviews, organisation: claimExceptionReviews.organisationId, columns: [claimExceptionReviews.found] },
];

/** Rewrites what others wrote freely, where it changes; whoever has it open is told that it changed. Says how many texts did. */
export async function rewritePlain(tx: Tx, organisationId: string, rewrite: (text: string) => string): Promise<number> {
  let changed = 0;
  for (const { table, organisation, columns } of writtenFreely) {
    for (const column of columns) {
      const found = await tx
        .selectDistinct({ text: sql<string>`${column}` })
        .from(table)
        .where(and(eq(organisation, organisationId), ne(column, "")));
      for (const { text } of found) {
        const rest = rewrite(text);
        if (rest === text) continue;
        changed += 1;
        await tx.run(
          sql`UPDATE ${table} SET ${sql.identifier(column.name)} = ${rest}${nextVersionOf(table)} WHERE ${organisation} = ${organisationId} AND ${column} = ${text}`,
        );
      }
    }
  }
  for (const { id, agenda } of await tx
    .select({ id: meetings.id, agenda: meetings.agenda })
    .from(meetings)
    .where(eq(meetings.organisationId, organisationId))) {
    const rest = agenda.map((item) => ({ ...item, title: rewrite(item.title) }));
    if (rest.every(({ title }, at) => title === agenda[at]?.title)) continue;
    changed += 1;
    await tx
      .update(meetings)
      .set({ agenda: rest, version: sql`${meetings.version} + 1` })
      .where(eq(meetings.id, id));
  }
  return changed;
}

// A row with a version is counted on, so that a form that was open meanwhile does not write the name back.
function nextVersionOf(table: SQLiteTable): SQL {
  return "version" in getTableColumns(table) ? sql`, version = version + 1` : sql``;
}

export type NamedRole = typeof dayRoles.$inferSelect;

/** Every role on the day of every meeting. */
export async function listAllRoles(db: Db, organisationId: string): Promise<readonly NamedRole[]> {
  return db.select().from(dayRoles).where(eq(dayRoles.organisationId, organisationId));
}

/** Takes away a role on the day. */
export async function dropRole(tx: Tx, id: string): Promise<void> {
  await tx.delete(dayRoles).where(eq(dayRoles.id, id));
}

/** Changes whose a role on the day is, or how they are rung. */
export async function saveRole(tx: Tx, id: string, change: Pick<NamedRole, "name" | "phone">): Promise<void> {
  await tx
    .update(dayRoles)
    .set({ ...change, version: sql`${dayRoles.version} + 1` })
    .where(eq(dayRoles.id, id));
}

/** A sealed text of an organisation and the place it is sealed for. */
export type SealedText = {
  readonly table: string;
  readonly column: string;
  readonly row: string;
  readonly text: Sealed;
  readonly kind: string;
};

/** Everything sealed that coordinators wrote about meetings, and about pairs of people. */
export async function listSealedNotes(db: Db, organisationId: string): Promise<readonly SealedText[]> {
  const from = async (
    table: SQLiteTable,
    organisation: SQLiteColumn,
    key: SQLiteColumn,
    column: SQLiteColumn,
    name: string,
    kind: SQLiteColumn | null = null,
  ) =>
    (
      await db
        .select({ row: sql<string>`${key}`, text: sql<Sealed>`${column}`, kind: kind === null ? sql<string>`''` : sql<string>`${kind}` })
        .from(table)
        .where(and(eq(organisation, organisationId), isNotNull(column)))
    ).map((one) => ({ ...one, table: name, column: column.name }));
  return (
    await Promise.all([
      from(arrangements, arrangements.organisationId, arrangements.id, arrangements.decision, "arrangements", arrangements.kind),
      from(dayProblems, dayProblems.organisationId, dayProblems.id, dayProblems.what, "day_problems"),
      from(keptApart, keptApart.organisationId, keptApart.id, keptApart.details, "kept_apart"),
      from(leavePlans, leavePlans.organisationId, leavePlans.invitationId, leavePlans.plan, "leave_plans"),
      from(
        joiningInstructions,
        joiningInstructions.organisationId,
        joiningInstructions.invitationId,
        joiningInstructions.personalLine,
        "joining_instructions",
      ),
      from(evaluations, evaluations.organisationId, evaluations.meetingId, evaluations.missing, "evaluations"),
      from(evaluations, evaluations.organisationId, evaluations.meetingId, evaluations.differently, "evaluations"),
      from(outcomes, outcomes.organisationId, outcomes.id, outcomes.said, "outcomes"),
      from(outcomes, outcomes.organisationId, outcomes.id, outcomes.did, "outcomes"),
      from(feedback, feedback.organisationId, feedback.invitationId, feedback.answers, "feedback"),
      from(unnamedFeedback, unnamedFeedback.organisationId, unnamedFeedback.id, unnamedFeedback.answers, "unnamed_feedback"),
      from(writtenToDos, writtenToDos.organisationId, writtenToDos.id, writtenToDos.what, "written_to_dos"),
      from(imports, imports.organisationId, imports.id, imports.file, "imports"),
    ])
  ).flat();
}

/** Forms sent before, and forms kept for somebody who was signed out: of the whole installation, because they name no organisation. */
export async function listSealedForms(db: Db): Promise<readonly SealedText[]> {
  const once = await db.select({ row: intents.key, text: intents.result }).from(intents);
  const held = await db.select({ row: heldForms.id, text: heldForms.form }).from(heldForms);
  return [
    ...once.map((one) => ({ ...one, table: "intents", column: "result", kind: "" })),
    ...held.map((one) => ({ ...one, table: "held_forms", column: "form", kind: "" })),
  ];
}

const keysOf: Readonly<Record<string, { readonly table: SQLiteTable; readonly key: SQLiteColumn }>> = {
  arrangements: { table: arrangements, key: arrangements.id },
  day_problems: { table: dayProblems, key: dayProblems.id },
  kept_apart: { table: keptApart, key: keptApart.id },
  leave_plans: { table: leavePlans, key: leavePlans.invitationId },
  joining_instructions: { table: joiningInstructions, key: joiningInstructions.invitationId },
  evaluations: { table: evaluations, key: evaluations.meetingId },
  outcomes: { table: outcomes, key: outcomes.id },
  feedback: { table: feedback, key: feedback.invitationId },
  unnamed_feedback: { table: unnamedFeedback, key: unnamedFeedback.id },
  written_to_dos: { table: writtenToDos, key: writtenToDos.id },
  imports: { table: imports, key: imports.id },
  intents: { table: intents, key: intents.key },
  held_forms: { table: heldForms, key: heldForms.id },
};

/** Deletes the row of a sealed text. */
export async function dropSealed(tx: Tx, { table, row }: SealedText): Promise<void> {
  const found = keysOf[table];
  if (found === undefined) throw new Error(`No sealed texts are known in ${table}`);
  await tx.delete(found.table).where(eq(found.key, row));
}

/** Puts another sealed text in its place; whoever has the row open is told that it changed. */
export async function saveSealed(tx: Tx, { table, column, row }: SealedText, text: Sealed): Promise<void> {
  const found = keysOf[table];
  if (found === undefined) throw new Error(`No sealed texts are known in ${table}`);
  await tx.run(sql`UPDATE ${found.table} SET ${sql.identifier(column)} = ${text}${nextVersionOf(found.table)} WHERE ${found.key} = ${row}`);
}

/** Ends a list that waits to be taken in: the file goes, that there was one stays. */
export async function emptyImport(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.update(imports).set({ file: null, endedAt: at }).where(eq(imports.id, id));
}

/** The names of everybody else on file, to tell whose a single name is. */
export async function listOtherNames(db: Db, organisationId: string, except: readonly string[]): Promise<readonly string[]> {
  const others = await db.select({ id: people.id, name: people.name }).from(people).where(eq(people.organisationId, organisationId));
  const colleagues = await db.select({ name: staff.name }).from(staff).where(eq(staff.organisationId, organisationId));
  return [...others.filter(({ id }) => !except.includes(id)), ...colleagues].map(({ name }) => name);
}
