// Telling people what was arranged for them, each through a private link of their own. Who was told is never shown to staff:
// a person's own page says the same, and the coordinator reads only how many an email went to.
import { channelFor } from "#app/domain/people/reach.ts";
import type { News } from "#app/words/news.ts";
import type { Tx } from "#db/open.ts";
import { listInvited, type InvitedPerson, type Meeting } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";
import { mintLink } from "./links.server.ts";
import { queueMessage } from "./messages.server.ts";
import { onceEach } from "./once-each.server.ts";
import { organisationOf } from "./organisations.server.ts";

/** How many an email went to, and how many find it on their own page only. */
export type Told = { readonly emailed: number; readonly onTheirPage: number };
export const nobodyTold: Told = { emailed: 0, onTheirPage: 0 };

/** How many of these people an email would go to, and how many would find it on their own page only. Nothing is sent. */
export async function reachOf(context: Context, meeting: Meeting, invitationIds: ReadonlySet<string>): Promise<Told> {
  const invited = await listInvited(context.db, meeting.organisationId, meeting.id);
  const theirs = await onceEach(
    context.db,
    meeting,
    invited.filter((one) => invitationIds.has(one.invitation.id) && takesNews(one)),
  );
  const emailed = theirs.filter(({ person }) => context.mailIsSet && channelFor(person) === "email").length;
  return { emailed, onTheirPage: theirs.length - emailed };
}

/**
 * Tells the people of these invitations something, inside the change it tells of. Only those who like email best get one: a letter
 * or a call would show whoever prints or makes it what the person needs. `key` makes it one message for each person and version.
 */
export async function tellPeople(
  context: Context,
  tx: Tx,
  meeting: Meeting,
  invitationIds: ReadonlySet<string>,
  { kind, key, news }: { readonly kind: string; readonly key: string; readonly news: News },
): Promise<Told> {
  if (invitationIds.size === 0) return nobodyTold;
  const organisation = await organisationOf(context, meeting.organisationId);
  const invited = await listInvited(tx, meeting.organisationId, meeting.id);
  let emailed = 0;
  let onTheirPage = 0;
  const theirs = invited.filter((one) => invitationIds.has(one.invitation.id) && takesNews(one));
  for (const { invitation, person } of await onceEach(tx, meeting, theirs)) {
    if (!context.mailIsSet || channelFor(person) !== "email") {
      onTheirPage += 1;
      continue;
    }
    const path = await mintLink(context, tx, {
      organisationId: meeting.organisationId,
      kind: "invitation",
      id: invitation.id,
      meetingDate: meeting.date,
    });
    const { subject, body } = news({
      name: person.name,
      meeting: meeting.name,
      organisation: organisation.name,
      contact: meeting.contact,
      link: `${context.origin}${path}`,
      isNeutral: person.neutralSubject,
      isEasyRead: person.easyRead,
    });
    await queueMessage(context, tx, {
      organisationId: meeting.organisationId,
      key: `${kind} ${key} ${invitation.id}`,
      kind,
      channel: "email",
      recipient: person.email,
      subject,
      body,
      about: { kind: "invitation", id: invitation.id },
    });
    emailed += 1;
  }
  return { emailed, onTheirPage };
}

// A link somebody said is not theirs is never sent again by itself: not as an invitation, and not with what is arranged.
function takesNews({ invitation }: InvitedPerson): boolean {
  return invitation.reply !== "not-coming" && invitation.notForMe === null;
}
