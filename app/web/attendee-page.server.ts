// What every page of a person's own journey shares: the frame, and the meeting they were asked to.
import { myPage, type MyPage } from "#app/services/my-meeting.server.ts";
import { wordingIn } from "#app/ui/display-preferences.ts";
import type { Shell } from "#app/ui/page.tsx";
import type { Wording } from "#app/words/easy-access.ts";
import { longDate } from "#app/words/format.ts";
import { requireAttendee, type AttendeeVisit } from "./guards.server.ts";
import { linkShell } from "./shell.server.ts";

export type AttendeePage = AttendeeVisit & {
  readonly page: MyPage;
  readonly shell: Shell;
  readonly caption: string;
  readonly home: string;
  /** How this person likes us to write. */
  readonly wording: Wording;
};

/** Lets the person in and gathers their page's frame. Call it first: it is the authoriser. */
export async function requireAttendeePage(request: Request, reference: string | undefined): Promise<AttendeePage> {
  const visit = await requireAttendee(request, reference);
  const page = await myPage(visit.context, visit.attendee);
  const home = `/my/m/${visit.reference}`;
  const { meeting } = page;
  return {
    ...visit,
    page,
    home,
    wording: wordingIn(request.headers.get("Cookie")),
    caption: meeting.date === null ? meeting.name : `${meeting.name}, ${longDate(meeting.date)}`,
    shell: linkShell({ organisation: meeting.organisation, home, path: visit.path, clearHref: "/my/clear" }),
  };
}
