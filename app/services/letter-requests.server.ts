// A signed copy of the letter for the Jobcentre by post: asked for by the person, signed and posted by the payments team, who see
// a name, where to post it, and the letter (experience.md 2.5.6b). Where to is erased once it is posted.
import { addWorkingDays, dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Attendee, type FinanceOfficer } from "#app/domain/people/actors.ts";
import type { Doc } from "#app/documents/model.ts";
import { record } from "#db/audit.ts";
import {
  countLettersToPost,
  findLetterRequestOf,
  findLetterToPost,
  listLettersToPost,
  putLetterRequest,
  savePosted,
  type StoredLetterRequest,
} from "#db/stores/letter-requests.ts";
import { findMeetingById } from "#db/stores/meetings.ts";
import { findPerson } from "#db/stores/people.ts";
import type { Context } from "./context.server.ts";
import { letterFor, type LetterHolds } from "./documents.server.ts";
import { maskedAddress } from "./read-back.server.ts";

/** Working days in which a signed copy is promised to be in the post. */
const daysToPost = 5;

const place = (row: string) => ({ table: "letter_requests", column: "details", row });

const parts = ["name", "meeting", "amount", "chosen"] as const satisfies readonly (keyof LetterHolds)[];

export type OwnLetterRequest = {
  readonly postBy: CalendarDate;
  readonly postedOn: CalendarDate | null;
  /** Where to, as far as a link alone may read it back. */
  readonly where: string;
};

/** A person's own request, and the end of the address on file; a link alone never reads an address back (decision 9). */
export async function ownLetterRequest(
  context: Context,
  attendee: Attendee,
): Promise<{ readonly request: OwnLetterRequest | null; readonly onFile: string | null }> {
  const found = await findLetterRequestOf(context.db, attendee.invitationId);
  const address = await addressOnFile(context, attendee);
  return {
    request:
      found === undefined
        ? null
        : {
            postBy: found.postBy,
            postedOn: found.postedAt === null ? null : dayIn(found.postedAt),
            where: maskedAddress(addressIn(context, found)),
          },
    onFile: address === "" ? null : maskedAddress(address),
  };
}

async function addressOnFile(context: Context, attendee: Attendee): Promise<string> {
  return ((await findPerson(context.db, attendee.organisationId, attendee.personId))?.address ?? "").trim();
}

function addressIn(context: Context, { details, invitationId }: StoredLetterRequest): string {
  return (JSON.parse(context.vault.unseal(details, place(invitationId))) as { readonly address: string }).address;
}

/** Asks for a signed copy by post, to the address on file unless another is given. Refused when the letter would say nothing, or nobody says where to post it. */
export async function askForSignedLetter(
  context: Context,
  attendee: Attendee,
  { holds, address }: { readonly holds: LetterHolds; readonly address: string },
  intent?: string,
): Promise<Result<{ readonly postBy: CalendarDate }, "nothing-chosen" | "no-address">> {
  const includes = parts.filter((part) => holds[part]);
  if (includes.length === 0) return refused("nothing-chosen");
  const where = address.trim() === "" ? await addressOnFile(context, attendee) : address.trim();
  if (where === "") return refused("no-address");
  const meeting = await findMeetingById(context.db, attendee.organisationId, attendee.meetingId);
  if (!meeting) throw new Error("An attendee's meeting is gone");
  const day = addWorkingDays(context.today, daysToPost, context.holidaysOf(meeting.nation));
  if (!day.ok) throw new Error("The bank holidays of the next week are not known");
  const { organisationId, invitationId } = attendee;
  return context.change<Result<{ readonly postBy: CalendarDate }, never>>(
    async (tx) => {
      await putLetterRequest(tx, {
        id: context.newId(),
        organisationId,
        invitationId,
        includes,
        details: context.vault.seal(JSON.stringify({ address: where }), place(invitationId)),
        askedAt: context.now,
        postBy: day.value,
      });
      await record(context, tx, {
        organisationId,
        actor: auditActorOf(attendee),
        action: "signed-letter-asked",
        subject: { kind: "invitation", id: invitationId },
      });
      return done({ postBy: day.value });
    },
    intent === undefined ? {} : { intent },
  );
}

export type LetterInQueue = {
  readonly id: string;
  readonly version: number;
  readonly person: string;
  readonly postBy: CalendarDate;
  readonly isLate: boolean;
};

/** The letters that wait to be signed and posted: a name and a day each. */
export async function lettersToPost(context: Context, finance: FinanceOfficer): Promise<readonly LetterInQueue[]> {
  return (await listLettersToPost(context.db, finance.organisationId)).map(({ request, person }) => ({
    id: request.id,
    version: request.version,
    person: person.name,
    postBy: request.postBy,
    isLate: request.postBy < context.today,
  }));
}

/** How many letters wait. */
export async function countLetters(context: Context, finance: FinanceOfficer): Promise<number> {
  return countLettersToPost(context.db, finance.organisationId);
}

/** One letter to print and sign, with where to post it at its head. Each opening is on record. */
export async function letterToPost(context: Context, finance: FinanceOfficer, id: string): Promise<Result<Doc, "not-found">> {
  const found = await findLetterToPost(context.db, finance.organisationId, id);
  if (found === undefined) return refused("not-found");
  const { request, invitation, person, meeting } = found;
  const doc = await letterFor(context, { meeting, invitation, person }, holdsOf(request));
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: finance.organisationId,
      actor: auditActorOf(finance),
      action: "signed-letter-opened",
      subject: { kind: "invitation", id: invitation.id },
    }),
  );
  const lines = addressIn(context, request)
    .split("\n")
    .flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  return done({ ...doc, addressedTo: [person.name, ...lines] });
}

function holdsOf({ includes }: StoredLetterRequest): LetterHolds {
  const [name, meeting, amount, chosen] = parts.map((part) => includes.includes(part));
  return { name: name === true, meeting: meeting === true, amount: amount === true, chosen: chosen === true };
}

/** Notes that a letter was signed and posted, and erases where to. Refused when it was posted already or asked for anew meanwhile. */
export async function markLetterPosted(
  context: Context,
  finance: FinanceOfficer,
  { id, version }: { readonly id: string; readonly version: number },
  intent?: string,
): Promise<Result<object, "changed-by-someone-else">> {
  const found = await findLetterToPost(context.db, finance.organisationId, id);
  if (found === undefined) return refused("changed-by-someone-else");
  const { invitationId } = found.request;
  return context.change<Result<object, "changed-by-someone-else">>(
    async (tx) => {
      const details = context.vault.seal(JSON.stringify({ address: "" }), place(invitationId));
      if (!(await savePosted(tx, { id, version }, { at: context.now, by: finance.staffId, details })))
        return refused("changed-by-someone-else");
      await record(context, tx, {
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        action: "signed-letter-posted",
        subject: { kind: "invitation", id: invitationId },
      });
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}
