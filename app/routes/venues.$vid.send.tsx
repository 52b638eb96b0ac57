// "Send checklist" from a venue's record: a checklist asks what one meeting needs, so the meeting is chosen first.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { meetingsToAskAbout } from "#app/services/venue-sheet.server.ts";
import { findVenueFor } from "#app/services/venues.server.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { meetingWithDate } from "#app/words/meetings.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const venue = await findVenueFor(visit.context, visit.coordinator, params["vid"] ?? "");
  if (!venue.ok) throw notFound();
  const { venueId, name } = venue.value;
  const meetings = await meetingsToAskAbout(visit.context, visit.coordinator, venueId);
  return {
    shell: staffShell(visit),
    venue: { venueId, name },
    meetings: meetings.map(({ reference, name: meeting, date, isHere }) => ({
      href: `/meetings/${reference}/venue/send?venue=${venueId}`,
      text: `${meetingWithDate(meeting, date)}${isHere ? " (planned here)" : ""}`,
    })),
  };
}

export default function SendFromVenue() {
  const { shell, venue, meetings } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading={`Send the checklist to ${venue.name}`}
      back={{ href: `/venues/${venue.venueId}`, text: "Back to the venue" }}
    >
      <p>A checklist asks what one meeting needs, where it is not known or too old. So the venue is never asked more than it has to be.</p>
      <h2>Which meeting is it for?</h2>
      {meetings.length === 0 ? (
        <>
          <p>You have no meeting ahead that needs a room. Meetings appear here once they are created.</p>
          <ButtonLink href="/meetings/new/about">Create a meeting</ButtonLink>
        </>
      ) : (
        <LinkList links={meetings} />
      )}
    </Page>
  );
}
