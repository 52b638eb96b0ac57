// What others wrote stays without the person in it; what was written about them alone goes.
import { withoutReferences } from "#app/domain/people/erasing.ts";
import {
  deletedName,
  folded,
  foldedContact,
  isWrittenIn,
  withoutParts,
  withoutPerson,
  type WrittenAs,
} from "#app/domain/people/written-as.ts";
import { isKeptAsData, withWordsRewritten } from "#app/domain/people/written-words.ts";
import type { Tx } from "#db/open.ts";
import * as store from "#db/stores/erasing-notes.ts";
import type { Context } from "./context.server.ts";
import type { Work } from "./erasing-work.server.ts";

/** Takes the person out of everything others wrote; says how many texts that changed. Before anything else goes. */
export async function rewriteNotes(context: Context, tx: Tx, work: Work): Promise<number> {
  const { organisationId, personIds, hanging, writtenAs } = work;
  const references = new Set([...personIds, ...hanging.invitations.map(({ id }) => id)]);
  const whole = withoutParts(writtenAs);
  let changed = work.records.filter(({ safeContact }) => safeContact !== null).length;
  for (const note of await store.listSealedNotes(tx, organisationId)) {
    const place = { table: note.table, column: note.column, row: note.row };
    const text = context.vault.unseal(note.text, place);
    const left = noteWithout(note, text, references, writtenAs);
    if (left === text) continue;
    // Of their own invitation: counted where that goes.
    if (references.has(note.row)) continue;
    changed += 1;
    if (left !== null) await store.saveSealed(tx, note, context.vault.seal(left, place));
    else if (note.table === "imports") await store.emptyImport(tx, note.row, context.now);
    else await store.dropSealed(tx, note);
  }
  for (const form of await store.listSealedForms(tx)) {
    const text = context.vault.unseal(form.text, { table: form.table, column: form.column, row: form.row });
    if ([...references].some((id) => text.includes(id)) || isWrittenIn(JSON.parse(text), whole)) await store.dropSealed(tx, form);
  }
  await rewriteRoles(tx, work);
  return changed + (await store.rewritePlain(tx, organisationId, (text) => withoutPerson(text, whole)));
}

/** What is left of a note: null where it was about this person alone. */
function noteWithout(note: store.SealedText, text: string, references: ReadonlySet<string>, writtenAs: WrittenAs): string | null {
  const whole = withoutParts(writtenAs);
  if (note.table === "imports") return withoutPerson(text, whole) === text ? text : null;
  if (!isKeptAsData(note.table)) return withoutPerson(text, writtenAs);
  const value = JSON.parse(text) as unknown;
  const theirs = withoutReferences(value, references);
  const isAboutThem = JSON.stringify(theirs) !== JSON.stringify(value);
  if (isAboutThem && (note.table === "kept_apart" || note.kind === "talk" || note.kind === "question" || asksNobody(theirs))) return null;
  const left = withWordsRewritten(note, theirs, {
    note: (words) => withoutPerson(words, writtenAs),
    name: (words) => withoutPerson(words, whole),
  });
  return JSON.stringify(left) === JSON.stringify(value) ? text : JSON.stringify(left);
}

// A decision about something nobody asks for any more says what this one person asked for.
function asksNobody(decision: unknown): boolean {
  const basis = (decision as { readonly basis?: { readonly people?: Readonly<Record<string, string>> } }).basis;
  return basis?.people !== undefined && Object.keys(basis.people).length === 0;
}

// A role goes when its name is theirs and something else says that it is them: how they are rung, or that they were asked to that very
// meeting and nobody else on file has the name. A name alone may be another person's; where nobody else on file has it, it is taken out.
async function rewriteRoles(tx: Tx, { organisationId, names, otherNames, contacts, hanging }: Work): Promise<void> {
  const own = new Set(names.map(folded));
  const others = new Set(otherNames.map(folded));
  const numbers = new Set(contacts.map(foldedContact));
  const meetings = new Set(hanging.invitations.map(({ meetingId }) => meetingId));
  for (const role of await store.listAllRoles(tx, organisationId)) {
    const isNamed = own.has(folded(role.name));
    const isRung = role.phone !== "" && numbers.has(foldedContact(role.phone));
    const isTheirsAlone = isNamed && !others.has(folded(role.name));
    if (isNamed && (isRung || (isTheirsAlone && meetings.has(role.meetingId)))) await store.dropRole(tx, role.id);
    else if (isTheirsAlone || isRung)
      await store.saveRole(tx, role.id, { name: isTheirsAlone ? deletedName : role.name, phone: isRung ? "" : role.phone });
  }
}
