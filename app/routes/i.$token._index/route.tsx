// The landing page of a private link. Opening it changes nothing and shows nothing of the person; "Start" lets them in.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { landingOf } from "#app/services/my-meeting.server.ts";
import { startFromLink } from "#app/services/links.server.ts";
import { Button, ButtonGroup } from "#app/ui/buttons.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { formOf } from "#app/web/forms.server.ts";
import { openToAll } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { linkShell, publicShell } from "#app/web/shell.server.ts";
import { linkEndedHeading, linkEndedText, offerInShort, whenAndWhere } from "#app/words/my-meeting.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context } = await openToAll(request);
  const found = await landingOf(context, params["token"] ?? "");
  // One answer, of one size, for links that are unknown, ended and expired (promises.md T6).
  if (!found) return data({ found: null, shell: await publicShell(context, "/") }, { status: 404 });
  const { meeting, isNeutral } = found;
  return data({
    // The address holds the link's secret, so nothing on the page repeats it.
    shell: linkShell({ organisation: meeting.organisation, home: "/", path: "/" }),
    found: {
      isNeutral,
      name: meeting.name,
      about: meeting.about,
      organisation: meeting.organisation.name,
      when: whenAndWhere(meeting),
      offer: offerInShort(meeting.offer?.total ?? null),
      state: meeting.isCalledOff ? ("called-off" as const) : meeting.isOver ? ("over" as const) : ("open" as const),
    },
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, session } = await openToAll(request);
  const token = params["token"] ?? "";
  if ((await formOf(request)).get("intent") === "not-me") return goOn(`/i/${encodeURIComponent(token)}/not-me`);
  const found = await landingOf(context, token);
  const started = await startFromLink(context, "invitation", token, session);
  if (!started.ok || !found) return goOn(new URL(request.url).pathname);
  return goOn(`/my/m/${found.meeting.reference}`);
}

export default function Landing() {
  const { shell, found } = useLoaderData<typeof loader>();
  if (!found) {
    return (
      <Page shell={shell} heading={linkEndedHeading}>
        <p>{linkEndedText}</p>
        <p>
          <a className="target" href="/link-help">
            Ask for a new link
          </a>
        </p>
      </Page>
    );
  }
  if (found.isNeutral) {
    return (
      <Page shell={shell} heading={`You have a message from ${found.organisation}`}>
        <StartButtons />
      </Page>
    );
  }
  const heading = {
    open: `You are invited: ${found.name}`,
    over: "This meeting has finished",
    "called-off": "This meeting is not going ahead",
  }[found.state];
  return (
    <Page shell={shell} heading={heading}>
      {found.state === "open" ? null : <p className="govuk-body-l">{found.name}</p>}
      <p className="govuk-body-l">{found.when}</p>
      <p>{found.about}</p>
      {found.offer === null ? null : <p>{found.offer}</p>}
      <p>From {found.organisation}.</p>
      <StartButtons label={found.state === "open" ? "Start" : "Go to my page"} />
      <p>You do not need a password. You can stop and come back. It is fine to say no.</p>
    </Page>
  );
}

function StartButtons({ label = "Start" }: { readonly label?: string }) {
  return (
    <PageForm>
      <ButtonGroup>
        <Button>{label}</Button>
        <Button kind="secondary" intent="not-me">
          This is not for me
        </Button>
      </ButtonGroup>
    </PageForm>
  );
}
