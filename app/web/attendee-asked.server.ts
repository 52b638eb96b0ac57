// Pages that belong to a person and not to one meeting: which of the invitations of this device they are opened as.
import { notFound, type requireAnyAttendee } from "./guards.server.ts";

type Visit = Awaited<ReturnType<typeof requireAnyAttendee>>;

/** With a meeting named in the address, that one; otherwise the only or first one this device was let into. */
export function attendeeAsked(request: Request, { attendees }: Visit): Visit["attendees"][number] {
  const wanted = new URL(request.url).searchParams.get("ref");
  const found = wanted === null ? attendees[0] : attendees.find(({ reference }) => reference === wanted);
  if (!found) throw notFound();
  return found;
}
