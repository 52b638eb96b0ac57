// Two records of one person may both be asked to a meeting. Until the two invitations are one, whoever is told something is told once.
import type { Db } from "#db/open.ts";
import { listTwins } from "#db/stores/joined-invitations.ts";
import type { InvitedPerson, Meeting } from "#db/stores/meetings.ts";

/**
 * Each person of a meeting once. Of two invitations of one person it is the one that comes first by `rank`, and where they are alike
 * that of the record that is kept.
 */
export async function onceEach(
  db: Db,
  meeting: Pick<Meeting, "id" | "organisationId">,
  invited: readonly InvitedPerson[],
  rank: (one: InvitedPerson) => number = () => 0,
): Promise<readonly InvitedPerson[]> {
  const twins = new Map((await listTwins(db, meeting.organisationId, meeting.id)).map((one) => [one.invitationId, one]));
  const rankOf = (one: InvitedPerson): number => rank(one) * 2 + (twins.get(one.invitation.id)?.rootId === one.person.id ? 0 : 1);
  return invited.filter((one) => {
    const twin = twins.get(one.invitation.id);
    if (twin === undefined) return true;
    const theirs = invited.filter(({ invitation }) => twins.get(invitation.id)?.rootId === twin.rootId);
    return theirs.toSorted((first, second) => rankOf(first) - rankOf(second))[0]?.invitation.id === one.invitation.id;
  });
}
