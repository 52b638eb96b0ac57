// The landing page of a private link. Opening it changes nothing and shows nothing of the person; "Start" lets them in.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Pence } from "#app/domain/basics/money.ts";
import { landingOf } from "#app/services/my-meeting.server.ts";
import { startFromLink } from "#app/services/links.server.ts";
import { Button, ButtonGroup, FormButtons } from "#app/ui/buttons.tsx";
import { displayCookie, displayPreferencesIn, wordingIn } from "#app/ui/display-preferences.ts";
import { TextField } from "#app/ui/fields.tsx";
import { Sentences } from "#app/ui/lines.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { pageFilms } from "#app/web/films.server.ts";
import { formOf } from "#app/web/forms.server.ts";
import { openToAll } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { linkShell, publicShell } from "#app/web/shell.server.ts";
import { calledOffWords, landingHeadings, landingWords, type Wording } from "#app/words/easy-access.ts";
import { linkEndedHeading, offerInShort, whenAndWhere } from "#app/words/my-meeting.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context } = await openToAll(request);
  const found = await landingOf(context, params["token"] ?? "");
  // One answer, of one size, for links that are unknown, ended and expired (promises.md T6).
  const wording = wordingIn(request.headers.get("Cookie"));
  if (!found) return data({ found: null, films: undefined, wording, shell: await publicShell(context, "/") }, { status: 404 });
  const { meeting, isNeutral } = found;
  const state = meeting.isCalledOff ? ("called-off" as const) : meeting.isOver ? ("over" as const) : ("open" as const);
  return data({
    wording,
    films: isNeutral ? undefined : await pageFilms(request, context, meeting.organisation.id, filmsOf[state]),
    // The address holds the link's secret, so nothing on the page repeats it.
    shell: linkShell({ organisation: meeting.organisation, home: "/", path: "/" }),
    found: {
      isNeutral,
      name: meeting.name,
      about: meeting.about,
      organisation: meeting.organisation.name,
      when: whenAndWhere(meeting),
      offer: offerIn(wording, meeting.offer?.total ?? null),
      hasOffer: meeting.offer !== null,
      state,
    },
  });
}

// A meeting that is over or called off is no longer what the film about the invitation says.
const filmsOf = { open: ["invitation", "private-link"], over: ["private-link"], "called-off": ["private-link"] } as const;

function offerIn(wording: Wording, total: Pence | null): string | null {
  return wording === "easy" && total !== null ? landingWords.easy.offer(total) : offerInShort(total);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, session } = await openToAll(request);
  const token = params["token"] ?? "";
  const button = (await formOf(request)).get("intent");
  if (button === "not-me") return goOn(`/i/${encodeURIComponent(token)}/not-me`);
  if (button === "easy" || button === "standard") {
    const chosen = displayPreferencesIn(request.headers.get("Cookie"));
    return goOn(new URL(request.url).pathname, {
      "Set-Cookie": displayCookie({ ...chosen, mode: button }, { isSecure: context.origin.startsWith("https:") }),
    });
  }
  const found = await landingOf(context, token);
  const started = await startFromLink(context, "invitation", token, session);
  if (!started.ok || !found) return goOn(new URL(request.url).pathname);
  const { reference } = found.meeting;
  if (button === "claim") return goOn(`/my/m/${reference}/claim`);
  return goOn(button === "payments" ? `/my/statements?ref=${reference}` : `/my/m/${reference}`);
}

export default function Landing() {
  const { shell, found, films, wording } = useLoaderData<typeof loader>();
  if (!found) {
    return (
      <Page shell={shell} heading={linkEndedHeading}>
        <p>Check the whole link was copied. If it came in a letter, type the short code here.</p>
        <PageForm action="/link-help">
          <TextField
            name="code"
            label="Short code from your letter"
            hint="It has 8 letters. Spaces do not matter."
            width={10}
            autoComplete="off"
            spellCheck={false}
          />
          <FormButtons primary="Open my invitation" />
        </PageForm>
        <p>The link may also be switched off, or too old. Ask {shell.contact.name} for a new one.</p>
        <p>
          <a className="target" href="/link-help">
            I lost my link
          </a>
        </p>
      </Page>
    );
  }
  if (found.isNeutral) {
    return (
      <Page shell={shell} heading={`You have a message from ${found.organisation}`}>
        <StartButtons wording={wording} />
      </Page>
    );
  }
  const words = landingWords[wording];
  const heading = landingHeadings[wording][found.state](found.name);
  return (
    <Page shell={shell} heading={heading} films={films}>
      {found.state === "open" ? null : <p className="govuk-body-l">{found.name}</p>}
      <p className="govuk-body-l">{found.when}</p>
      {found.state === "called-off" ? <p>{calledOffWords[wording]}</p> : <p>{found.about}</p>}
      {found.offer === null || found.state === "called-off" ? null : (
        <p>
          <Sentences text={found.offer} wording={wording} />
        </p>
      )}
      <p>{words.from(found.organisation)}</p>
      <StartButtons
        label={found.state === "open" ? "Start" : "Go to my page"}
        wording={wording}
        isOver={found.state === "over"}
        hasOffer={found.hasOffer}
      />
      <p>
        <Sentences text={words.end} wording={wording} />
      </p>
    </Page>
  );
}

type StartProps = { readonly label?: string; readonly wording: Wording; readonly isOver?: boolean; readonly hasOffer?: boolean };

function StartButtons({ label = "Start", wording, isOver = false, hasOffer = false }: StartProps) {
  return (
    <PageForm>
      <ButtonGroup>
        <Button>{label}</Button>
        {isOver && hasOffer ? (
          <>
            <Button kind="secondary" intent="claim">
              Claim your payment
            </Button>
            <Button kind="secondary" intent="payments">
              See my payments
            </Button>
          </>
        ) : null}
        <Button kind="secondary" intent={wording === "easy" ? "standard" : "easy"}>
          {landingWords[wording].other}
        </Button>
        <Button kind="secondary" intent="not-me">
          {landingWords[wording].notMe}
        </Button>
      </ButtonGroup>
    </PageForm>
  );
}
