// Who meets people on the day, and with which phone number: one answer for the messages, the papers and what is still missing.
import { deletedName } from "#app/domain/people/written-as.ts";
import type { Db } from "#db/open.ts";
import { listRoles } from "#db/stores/day.ts";
import type { Meeting } from "#db/stores/meetings.ts";

/** Somebody who welcomes people; the phone is empty while nobody knows it. */
export type Welcomer = { readonly name: string; readonly phone: string };

/** Whoever welcomes people at a meeting, one with a phone number before one without; null while nobody has the part. */
export async function whoMeetsAt(db: Db, meeting: Meeting): Promise<Welcomer | null> {
  const meeters = (await listRoles(db, meeting.organisationId, meeting.id)).filter(
    ({ role, name }) => role === "welcome" && name !== deletedName,
  );
  const chosen = meeters.find(({ phone }) => phone !== "") ?? meeters[0];
  return chosen === undefined ? null : { name: chosen.name, phone: chosen.phone };
}
