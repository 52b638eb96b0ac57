// Help for somebody whose link does not open. Neither way says whether an address or a code is known to us beyond what it
// has to (promises.md T6), and wrong codes are counted.
import { linkAskedForMessage } from "#app/words/links.ts";
import { addDays, instantOf } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { addAttempt, countAttempts } from "#db/stores/accounts.ts";
import { findLink } from "#db/stores/links.ts";
import { findMeetingById } from "#db/stores/meetings.ts";
import { sessionFingerprint } from "./accounts.server.ts";
import type { Context } from "./context.server.ts";
import { letterCodeFingerprint, mintLink } from "./links.server.ts";
import { queueMessage } from "./messages.server.ts";
import { periodsOf } from "./keeping-periods.server.ts";

const windowMinutes = 15;
const triesForOne = 10;
const triesForAll = 200;

/** The landing page a letter's code opens. Refused for a code we do not know, and after too many wrong ones. */
export async function openByLetterCode(
  context: Context,
  typed: string,
  session: string,
): Promise<Result<{ path: string }, "not-known" | "too-many-tries">> {
  const since = instantOf(new Date(Date.parse(context.now) - windowMinutes * 60_000).toISOString());
  const mine = context.vault.fingerprint("attempt", `letter-code ${sessionFingerprint(context, session)}`);
  const everybody = context.vault.fingerprint("attempt", "letter-code");
  const isTooMany =
    (await countAttempts(context.db, mine, since)) >= triesForOne || (await countAttempts(context.db, everybody, since)) >= triesForAll;
  if (isTooMany) return refused("too-many-tries");
  const found = await findLink(context.db, letterCodeFingerprint(context, typed));
  const isLive = found?.token.purpose === "letter-code" && found.grant.revokedAt === null && found.grant.expiresOn >= context.today;
  const invitation = isLive
    ? await context.db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, found.grant.subjectId) })
    : undefined;
  if (!invitation) {
    await context.change(async (tx) => {
      await addAttempt(tx, mine, { now: context.now, since });
      await addAttempt(tx, everybody, { now: context.now, since });
    });
    return refused("not-known");
  }
  const meeting = await findMeetingById(context.db, invitation.organisationId, invitation.meetingId);
  const path = await context.change(async (tx) =>
    mintLink(context, tx, {
      organisationId: invitation.organisationId,
      kind: "invitation",
      id: invitation.id,
      meetingDate: meeting?.date ?? null,
    }),
  );
  return done({ path });
}

/** Sends new links to an address, for every meeting its people were asked to that is not long over. Does nothing for an unknown address. */
export async function sendLinkAgainTo(context: Context, email: string): Promise<void> {
  if (!context.mailIsSet) return;
  const people = await context.db.query.people.findMany({ where: (table, { eq }) => eq(table.email, email) });
  for (const person of people) {
    const invitations = await context.db.query.invitations.findMany({ where: (table, { eq }) => eq(table.personId, person.id) });
    const { links } = await periodsOf(context.db, person.organisationId);
    for (const invitation of invitations) {
      // Whoever reads this address said that the message came to the wrong person: a coordinator looks into it first.
      if (invitation.notForMe === "wrong-person") continue;
      const meeting = await findMeetingById(context.db, invitation.organisationId, invitation.meetingId);
      if (!meeting || meeting.state === "draft" || (meeting.date !== null && addDays(meeting.date, links) < context.today)) continue;
      await context.change(async (tx) => {
        const path = await mintLink(context, tx, {
          organisationId: invitation.organisationId,
          kind: "invitation",
          id: invitation.id,
          meetingDate: meeting.date,
        });
        const link = `${context.origin}${path}`;
        await queueMessage(context, tx, {
          organisationId: invitation.organisationId,
          key: `link-again ${context.newId()}`,
          kind: "link-again",
          channel: "email",
          recipient: person.email,
          ...linkAskedForMessage({
            name: person.name,
            meeting: meeting.name,
            link,
            isNeutral: person.neutralSubject,
            isEasyRead: person.easyRead,
          }),
          about: { kind: "invitation", id: invitation.id },
        });
      });
    }
  }
}
