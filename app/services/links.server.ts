// Private links. A link is 256 random bits of which only the fingerprint is kept. Opening one changes nothing; pressing
// its button lets this browser's session in. Several links to the same grant may live; revoking the grant ends them all.
import { addDays, clockTimeOf, instantOf, momentOf, type CalendarDate, type Instant } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { withoutGap } from "#app/domain/payments/reference.ts";
import { attendeeOf, venueManagerOf, type Attendee, type VenueManager } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import { saveSession, saveSessionGrant } from "#db/stores/accounts.ts";
import { addLinkToken, findLink, grantFor, listSessionGrants, moveGrantEnd, revokeGrant, type Grant } from "#db/stores/links.ts";
import { sessionFingerprint } from "./accounts.server.ts";
import type { Context } from "./context.server.ts";
import { periodsOf } from "./keeping-periods.server.ts";

const readBackHours = 24;

/** How many days after the one it was written on a link in a letter works: it has to be printed, posted and carried. */
export const letterLinkDays = 14;

/** What a private link is to: one invitation, or one venue's checklist. */
export type LinkSubject = {
  readonly organisationId: string;
  readonly kind: Grant["kind"];
  readonly id: string;
  readonly meetingDate: CalendarDate | null;
};

/** Makes a new link to a subject inside a change; gives its path, which is the only copy of the secret. */
export async function mintLink(context: Context, tx: Tx, subject: LinkSubject): Promise<string> {
  return addLink(context, tx, await grantOf(context, tx, subject), { purpose: "open", expiresAt: null });
}

/**
 * Makes a link that also shows that whoever opens it has what is on file: for 24 hours by email, to the end of a day in a letter. Gives
 * its path, the only copy of the secret, and that day. Refused when nothing would open any more, because links to the subject have ended.
 */
export async function mintReadBackLink(
  context: Context,
  tx: Tx,
  subject: LinkSubject,
  channel: "email" | "letter",
): Promise<Result<{ readonly path: string; readonly until: CalendarDate | null }, "links-ended">> {
  const grant = await grantOf(context, tx, subject);
  if (grant.expiresOn < context.today) return refused("links-ended");
  const until = channel === "letter" ? letterLinkEnd(context.today, grant) : null;
  const expiresAt = until === null ? hoursAfter(context, readBackHours) : endOf(until);
  return done({ path: await addLink(context, tx, grant, { purpose: "read-back", expiresAt }), until });
}

/** The last day a link in a letter of some day works: never after links to the same thing end. */
export function letterLinkEnd(writtenOn: CalendarDate, { expiresOn }: Pick<Grant, "expiresOn">): CalendarDate {
  const carried = addDays(writtenOn, letterLinkDays);
  return carried < expiresOn ? carried : expiresOn;
}

async function addLink(
  context: Context,
  tx: Tx,
  grant: Grant,
  { purpose, expiresAt }: { readonly purpose: "open" | "read-back"; readonly expiresAt: Instant | null },
): Promise<string> {
  const token = context.newToken();
  await addLinkToken(tx, { fingerprint: linkFingerprint(context, token), grantId: grant.id, purpose, expiresAt, createdAt: context.now });
  return `/${grant.kind === "invitation" ? "i" : "v"}/${token}`;
}

/**
 * Makes an 8-letter code for a letter, which opens the same landing page as the link and nothing more (decision 19). The
 * code is the only copy; whoever answers to it limits how often codes may be tried.
 */
export async function mintLetterCode(context: Context, tx: Tx, subject: LinkSubject): Promise<string> {
  const code = context.newReference();
  const fingerprint = letterCodeFingerprint(context, code);
  if (await findLink(tx, fingerprint)) return mintLetterCode(context, tx, subject);
  await addLinkToken(tx, {
    fingerprint,
    grantId: (await grantOf(context, tx, subject)).id,
    purpose: "letter-code",
    expiresAt: null,
    createdAt: context.now,
  });
  return code;
}

/** What a letter's code is stored under, however it was typed: spaces, hyphens and small letters make no difference. */
export function letterCodeFingerprint(context: Context, typed: string): string {
  return context.vault.fingerprint("letter-code", withoutGap(typed).replace(/[^A-Z]/gu, ""));
}

/** Lets the links to a subject live until some days after a meeting's date, 30 unless the organisation chose otherwise, when that date is chosen or moved. */
export async function moveLinkEnd(context: Context, tx: Tx, subject: LinkSubject): Promise<void> {
  await moveGrantEnd(tx, subject.kind, subject.id, await lastDayOf(context, tx, subject));
}

async function grantOf(context: Context, tx: Tx, subject: LinkSubject): Promise<Grant> {
  return grantFor(tx, {
    id: context.newId(),
    organisationId: subject.organisationId,
    kind: subject.kind,
    subjectId: subject.id,
    expiresOn: await lastDayOf(context, tx, subject),
  });
}

// A date far off where none is chosen: it is moved when one is.
async function lastDayOf(context: Context, tx: Tx, { organisationId, meetingDate }: LinkSubject): Promise<CalendarDate> {
  const { links } = await periodsOf(tx, organisationId);
  return addDays(meetingDate ?? addDays(context.today, 365), links);
}

/** What a link opens, without changing anything. Unknown, ended and expired links all give null (promises.md T6). */
export async function findLinkGrant(
  context: Context,
  kind: Grant["kind"],
  token: string,
): Promise<{ readonly grant: Grant; readonly proves: boolean } | null> {
  if (!/^[A-Za-z0-9_-]{43}$/u.test(token)) return null;
  const found = await findLink(context.db, linkFingerprint(context, token));
  if (!found || found.grant.kind !== kind || found.grant.revokedAt !== null || found.grant.expiresOn < context.today) return null;
  if (found.token.expiresAt !== null && found.token.expiresAt <= context.now) return null;
  return { grant: found.grant, proves: found.token.purpose === "read-back" };
}

/** Lets a browser's session into what a link opens: the answer to the button on the landing page. */
export async function startFromLink(
  context: Context,
  kind: Grant["kind"],
  token: string,
  session: string,
): Promise<Result<{ grant: Grant }, "link-ended">> {
  const found = await findLinkGrant(context, kind, token);
  if (!found) return refused("link-ended");
  const fingerprint = sessionFingerprint(context, session);
  await context.change(async (tx) => {
    const [known] = await tx.query.sessions.findMany({ where: (table, { eq }) => eq(table.fingerprint, fingerprint) });
    if (!known) await saveSession(tx, { fingerprint, createdAt: context.now, usedAt: context.now });
    await saveSessionGrant(tx, {
      session: fingerprint,
      grantId: found.grant.id,
      grantedAt: context.now,
      provenAt: found.proves ? context.now : null,
    });
    await record(context, tx, {
      organisationId: found.grant.organisationId,
      actor: { kind: kind === "invitation" ? "attendee" : "venue-manager", id: found.grant.id },
      action: "link-started",
      subject: { kind: found.grant.kind, id: found.grant.subjectId },
      details: { proves: found.proves },
    });
  });
  return done({ grant: found.grant });
}

/** Switches off every link to a grant. */
export async function endLinks(context: Context, grant: Grant, by: { readonly kind: string; readonly id: string }): Promise<void> {
  await context.change(async (tx) => {
    await revokeGrant(tx, grant.id, context.now);
    await record(context, tx, {
      organisationId: grant.organisationId,
      actor: by,
      action: "links-ended",
      subject: { kind: grant.kind, id: grant.subjectId },
    });
  });
}

/** The attendee a session may act as for a meeting's reference, or null. */
export async function attendeeOfSession(context: Context, session: string, reference: string): Promise<Attendee | null> {
  for (const attendee of await attendeesOfSession(context, session)) if (attendee.reference === reference) return attendee.attendee;
  return null;
}

/** Every invitation a session was let into, with its meeting's reference. */
export async function attendeesOfSession(
  context: Context,
  session: string,
): Promise<readonly { readonly attendee: Attendee; readonly reference: string }[]> {
  const held = await listSessionGrants(context.db, sessionFingerprint(context, session), context.today);
  const found = [];
  for (const { grant, provenAt } of held) {
    if (grant.kind !== "invitation") continue;
    const invitation = await context.db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, grant.subjectId) });
    const meeting =
      invitation && (await context.db.query.meetings.findFirst({ where: (table, { eq }) => eq(table.id, invitation.meetingId) }));
    if (!invitation || !meeting) continue;
    const attendee = attendeeOf({
      organisationId: invitation.organisationId,
      personId: invitation.personId,
      invitationId: invitation.id,
      meetingId: invitation.meetingId,
      grantId: grant.id,
      mayReadBack: provenAt !== null && Date.parse(provenAt) > Date.parse(context.now) - readBackHours * 3_600_000,
    });
    found.push({ attendee, reference: meeting.reference });
  }
  return found;
}

/** The venue manager a session may act as for a checklist, or null. */
export async function venueManagerOfSession(context: Context, session: string, venueRequestId: string): Promise<VenueManager | null> {
  const held = await listSessionGrants(context.db, sessionFingerprint(context, session), context.today);
  if (!held.some(({ grant }) => grant.kind === "venue-request" && grant.subjectId === venueRequestId)) return null;
  const request = await context.db.query.venueRequests.findFirst({ where: (table, { eq }) => eq(table.id, venueRequestId) });
  if (!request) return null;
  return venueManagerOf({
    organisationId: request.organisationId,
    venueId: request.venueId,
    venueRequestId: request.id,
    meetingId: request.meetingId,
  });
}

function linkFingerprint(context: Context, token: string): string {
  return context.vault.fingerprint("private-link", token);
}

function hoursAfter(context: Context, hours: number) {
  return instantOf(new Date(Date.parse(context.now) + hours * 3_600_000).toISOString());
}

// The midnight after a day. Clocks change at one in the morning, so each day has exactly one.
function endOf(day: CalendarDate): Instant {
  const midnight = momentOf(addDays(day, 1), clockTimeOf("00:00"));
  if (!midnight.ok) throw new Error("A day has no midnight");
  return midnight.value;
}
