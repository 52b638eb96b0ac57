// Display settings: how this service looks, kept in a cookie, without an account and without scripts.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button, ButtonGroup } from "#app/ui/buttons.tsx";
import { Radios, Tick } from "#app/ui/choices.tsx";
import {
  displayCookie,
  displayPreferencesIn,
  displayPreferencesSent,
  displayThemes,
  faces,
  modes,
  motions,
  sizes,
  spaces,
  standardDisplay,
} from "#app/ui/display-preferences.ts";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { formOf } from "#app/web/forms.server.ts";
import { openToAll } from "#app/web/guards.server.ts";
import { goOn, localPath } from "#app/web/responses.server.ts";
import { publicShell } from "#app/web/shell.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { context } = await openToAll(request);
  const { searchParams } = new URL(request.url);
  const from = localPath(searchParams.get("from"), "/");
  return {
    // The page's own link to itself leads back to where somebody came from, however often it is followed.
    shell: await publicShell(context, from),
    chosen: displayPreferencesIn(request.headers.get("Cookie")),
    from,
    isSaved: searchParams.get("saved") === "display",
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context } = await openToAll(request);
  const form = await formOf(request);
  const wanted = form.get("intent") === "standard" ? standardDisplay : displayPreferencesSent(form);
  const from = localPath(new URL(request.url).searchParams.get("from"), "/");
  return goOn(`/display?from=${encodeURIComponent(from)}&saved=display`, {
    "Set-Cookie": displayCookie(wanted, { isSecure: context.origin.startsWith("https:") }),
  });
}

export default function Display() {
  const { shell, chosen, from, isSaved } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="Display settings"
      back={{ href: from }}
      notice={
        isSaved
          ? {
              heading: "Display settings saved",
              children: (
                <p>
                  <a className="target" href={from}>
                    Go back to where you were
                  </a>
                </p>
              ),
            }
          : undefined
      }
    >
      <p className="govuk-body-l">Change how this service looks. We keep your choices on this device.</p>
      <PageForm>
        <Radios
          name="size"
          legend="Text size"
          hint="This changes all the text."
          options={sizes.map((size) => ({ ...size, className: `sample-size-${size.value}` }))}
          value={chosen.size}
        />
        <Radios
          name="theme"
          legend="Colours"
          hint="Choose the one that is easiest on your eyes."
          options={displayThemes}
          value={chosen.theme}
        />
        <Radios
          name="face"
          legend="Letter style"
          options={faces.map((face) => ({ ...face, className: `sample-face-${face.value}` }))}
          value={chosen.face}
        />
        <Radios name="space" legend="Space between letters and lines" options={spaces} value={chosen.space} />
        <Radios name="motion" legend="Movement" options={motions} value={chosen.motion} />
        <Radios
          name="mode"
          legend="How we write"
          hint="Easy Read uses short sentences and pictures. Only some pages have it so far."
          options={modes}
          value={chosen.mode}
        />
        <Tick name="bslFirst" label="Show British Sign Language videos first when we have them" isTicked={chosen.bslFirst} />
        <ButtonGroup>
          <Button>Save display settings</Button>
          <Button kind="secondary" intent="standard">
            Put everything back to standard
          </Button>
        </ButtonGroup>
      </PageForm>
    </Page>
  );
}
