// The people an organisation invites: how to reach them safely, and the meetings they were asked to. Nothing about
// benefits, bank or payment passes through here.
import type { CalendarDate, Instant } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import type { Sealed } from "#db/vault.ts";
import { listAllInvitations, listMeetingsOf, type Reply } from "#db/stores/meetings.ts";
import {
  addPerson as store,
  findPeopleByEmail,
  findPersonOnFile,
  listPeopleOnFile,
  savePerson as change,
  type Person,
  type PreferredContact,
} from "#db/stores/people.ts";
import type { Context } from "./context.server.ts";
import { peopleWithKeptAnswers } from "./needs.server.ts";
import { keepReplacedContacts } from "./earlier-contacts.server.ts";

export type { PreferredContact };

export type PersonFacts = {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly preferredContact: PreferredContact;
  readonly neutralSubject: boolean;
  /** Messages to them are written in Easy Read; left out means not. */
  readonly easyRead?: boolean;
  /** What keeps them safe when they are contacted, in the coordinator's words; sealed. */
  readonly safeContact: string;
};

const safeContactPlace = (row: string) => ({ table: "people", column: "safe_contact", row });

/**
 * Adds a person who has agreed to be contacted. Refused without any way to reach them, and when somebody of the same name
 * and email address is there already (two people may share an address).
 */
export async function addPerson(
  context: Context,
  coordinator: Coordinator,
  facts: PersonFacts,
  intent?: string,
): Promise<Result<{ personId: string }, "no-way-to-contact" | "already-there">> {
  if (facts.email === "" && facts.phone === "" && facts.address === "") return refused("no-way-to-contact");
  return context.change(
    async (tx) => {
      const same = facts.email === "" ? [] : await findPeopleByEmail(tx, coordinator.organisationId, facts.email);
      if (same.some((person) => sameName(person.name, facts.name))) return refused("already-there");
      return done({ personId: await putPersonOnFile(context, tx, coordinator, facts, context.now) });
    },
    intent === undefined ? {} : { intent },
  );
}

/** Puts one person on file inside a change that has checked them already. Gives their id. */
export async function putPersonOnFile(
  context: Context,
  tx: Tx,
  coordinator: Coordinator,
  facts: PersonFacts,
  agreedAt: Instant,
): Promise<string> {
  const personId = context.newId();
  await store(tx, {
    ...columnsOf(context, personId, facts),
    id: personId,
    organisationId: coordinator.organisationId,
    agreedAt,
    createdAt: context.now,
  });
  await record(context, tx, {
    organisationId: coordinator.organisationId,
    actor: auditActorOf(coordinator),
    action: "person-added",
    subject: { kind: "person", id: personId },
  });
  return personId;
}

/** Changes how to reach a person. Refused when somebody else changed it since it was read. */
export async function savePerson(
  context: Context,
  coordinator: Coordinator,
  at: { readonly personId: string; readonly version: number },
  facts: PersonFacts,
  intent?: string,
): Promise<Result<{ personId: string }, "not-found" | "no-way-to-contact" | "changed-by-someone-else">> {
  if (facts.email === "" && facts.phone === "" && facts.address === "") return refused("no-way-to-contact");
  return context.change(
    async (tx) => {
      const person = await findPersonOnFile(tx, coordinator.organisationId, at.personId);
      if (!person || person.mergedInto !== null) return refused("not-found");
      if (!(await change(tx, person.id, at.version, columnsOf(context, person.id, facts)))) return refused("changed-by-someone-else");
      await keepReplacedContacts(context, tx, person, facts);
      await record(context, tx, {
        organisationId: coordinator.organisationId,
        actor: auditActorOf(coordinator),
        action: "person-changed",
        subject: { kind: "person", id: person.id },
      });
      return done({ personId: person.id });
    },
    intent === undefined ? {} : { intent },
  );
}

export type ListedPerson = {
  readonly personId: string;
  readonly name: string;
  /** Somebody else on file has the same name: say how to tell them apart. */
  readonly hasNamesake: boolean;
  readonly email: string;
  readonly phone: string;
  readonly hasAddress: boolean;
  readonly preferredContact: PreferredContact;
  /** They asked us to keep what they told us. What it says is not here. */
  readonly hasSavedProfile: boolean;
  readonly nextMeeting: { readonly reference: string; readonly name: string; readonly date: CalendarDate } | null;
};

/** Everybody on file whose name holds the given words, by name. */
export async function listPeopleFor(
  context: Context,
  coordinator: Coordinator,
  name = "",
): Promise<{ readonly people: readonly ListedPerson[]; readonly total: number }> {
  const words = plainName(name);
  const all = await listPeopleOnFile(context.db, coordinator.organisationId);
  const byName = Map.groupBy(all, (person) => plainName(person.name));
  const asked = Map.groupBy(await listAllInvitations(context.db, coordinator.organisationId), ({ personId }) => personId);
  const kept = await peopleWithKeptAnswers(context, coordinator.organisationId);
  const people = all
    .filter((person) => plainName(person.name).includes(words))
    .map((person) => {
      const next = (asked.get(person.id) ?? [])
        .filter(({ meeting }) => meeting.state === "open" && meeting.date !== null && meeting.date >= context.today)
        .flatMap(({ meeting }) => (meeting.date === null ? [] : [{ reference: meeting.reference, name: meeting.name, date: meeting.date }]))
        .toSorted((one, other) => one.date.localeCompare(other.date))[0];
      return {
        personId: person.id,
        name: person.name,
        hasNamesake: (byName.get(plainName(person.name))?.length ?? 0) > 1,
        email: person.email,
        phone: person.phone,
        hasAddress: person.address !== "",
        preferredContact: person.preferredContact,
        hasSavedProfile: kept.has(person.id),
        nextMeeting: next ?? null,
      };
    });
  return { people, total: all.length };
}

export type PersonView = PersonFacts & {
  readonly personId: string;
  readonly version: number;
  readonly agreedAt: Instant | null;
  readonly meetings: readonly {
    readonly reference: string;
    readonly name: string;
    readonly date: CalendarDate | null;
    readonly reply: Reply;
  }[];
};

/** One person as a coordinator may see them. Looking is recorded when there are notes about safe contact. A merged record says where it went. */
export async function findPersonFor(
  context: Context,
  coordinator: Coordinator,
  personId: string,
): Promise<Result<PersonView, "not-found" | { readonly mergedInto: string }>> {
  const person = await findPersonOnFile(context.db, coordinator.organisationId, personId);
  if (!person) return refused("not-found");
  if (person.mergedInto !== null) return refused({ mergedInto: person.mergedInto });
  const meetings = await listMeetingsOf(context.db, coordinator.organisationId, personId);
  if (person.safeContact !== null) {
    await context.change(async (tx) =>
      record(context, tx, {
        organisationId: coordinator.organisationId,
        actor: auditActorOf(coordinator),
        action: "safe-contact-read",
        subject: { kind: "person", id: person.id },
      }),
    );
  }
  return done({
    personId: person.id,
    version: person.version,
    name: person.name,
    email: person.email,
    phone: person.phone,
    address: person.address,
    preferredContact: person.preferredContact,
    neutralSubject: person.neutralSubject,
    easyRead: person.easyRead,
    safeContact: safeContactOf(context, person),
    agreedAt: person.agreedAt,
    meetings: meetings.map(({ invitation, meeting }) => ({
      reference: meeting.reference,
      name: meeting.name,
      date: meeting.date,
      reply: invitation.reply,
    })),
  });
}

/** The notes about safe contact, opened; the caller records that somebody looked. Empty where there are none. */
export function safeContactOf(context: Context, { id, safeContact }: Pick<Person, "id" | "safeContact">): string {
  return safeContact === null ? "" : context.vault.unseal(safeContact, safeContactPlace(id));
}

/** Notes about safe contact, sealed for one person's record. */
export function sealSafeContact(context: Context, personId: string, text: string): Sealed {
  return context.vault.seal(text, safeContactPlace(personId));
}

/** Whether two names are the same person's as far as a computer can say: letters compared without case and spaces. */
export function sameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other);
}

/** A name with case and spaces evened out, to compare with. */
export function plainName(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

function columnsOf(
  context: Context,
  id: string,
  facts: PersonFacts,
): Omit<Person, "id" | "organisationId" | "agreedAt" | "mergedInto" | "erasedAt" | "createdAt" | "version"> {
  const { safeContact, easyRead = false, ...rest } = facts;
  return {
    ...rest,
    easyRead,
    email: facts.email.toLowerCase(),
    safeContact: safeContact === "" ? null : sealSafeContact(context, id, safeContact),
  };
}
