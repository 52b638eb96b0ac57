// BSL videos: each place on our pages that can have one, and how it stands (experience.md 2.15, 5.10).
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { filmsFor, type SlotView } from "#app/services/sign-films.server.ts";
import { HistoryLink } from "#app/ui/history-link.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { requireAdministrator } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { filmNames, filmPlaces, filmStands } from "#app/words/sign-films.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const slots = await filmsFor(visit.context, visit.administrator);
  return { shell: staffShell(visit), slots: slots.map(rowOf), saved: new URL(request.url).searchParams.get("saved") };
}

function rowOf({ slot, state, film }: SlotView) {
  const status = { none: "Not started", shown: "In date", "out-of-date": "Out of date" } as const;
  return {
    slot,
    name: filmNames[slot],
    place: filmPlaces[slot],
    status: status[state],
    lines: filmStands(state, film),
    link: film === null ? "Add a video" : "Change or remove",
  };
}

const notices: Readonly<Record<string, { readonly heading: string; readonly children: string }>> = {
  saved: { heading: "Saved", children: "People see the video on its page now." },
  "not-removed": {
    heading: "Nothing was removed",
    children: "Somebody else changed the video while you had it open. Look at it here again.",
  },
  removed: { heading: "Saved", children: "The video is no longer on its page." },
};

export default function Videos() {
  const { shell, slots, saved } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="BSL videos"
      back={{ href: "/settings", text: "Settings" }}
      notice={saved === null ? undefined : notices[saved]}
    >
      <p className="govuk-body-l">Videos in British Sign Language that explain your pages, the most useful first.</p>
      <p>
        Each video is on a site you choose. People go there when they press its link. When we change the words of a page, we stop showing
        its video until a BSL user has checked it again.
      </p>
      <ul className="states">
        {slots.map(({ slot, name, place, status, lines, link }) => (
          <li key={slot}>
            <StatusTag status={status} />
            <div className="states__text">
              <h2 className="govuk-heading-s">{name}</h2>
              <p>{place}</p>
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
              <p>
                <a className="target" href={`/settings/videos/${slot}`}>
                  {link}
                  <span className="govuk-visually-hidden">: {name}</span>
                </a>
              </p>
            </div>
          </li>
        ))}
      </ul>
      <HistoryLink kind="videos" />
    </Page>
  );
}
