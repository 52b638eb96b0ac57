// The accessibility statement: what works, what does not yet, and how it was tested.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/ui/page-frame.tsx";
import { openToAll } from "#app/web/guards.server.ts";
import { publicShell } from "#app/web/shell.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { context, path } = await openToAll(request);
  return { shell: await publicShell(context, path) };
}

export default function AccessibilityStatement() {
  const { shell } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Accessibility statement">
      <p>We want everybody to be able to use this service. It is made to meet the Web Content Accessibility Guidelines 2.2 at level AA.</p>
      <h2>What works</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>Every page works with a keyboard alone, and without scripts.</li>
        <li>Text can be made four times larger without scrolling sideways.</li>
        <li>You can choose colours, letters and spacing.</li>
        <li>There is no time limit on any page, and no puzzle to sign in.</li>
        <li>Every PDF is tagged, and each has the same words as a web page.</li>
      </ul>
      <h2>What does not work yet</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>Easy Read with pictures is not ready. Ask a person below for an Easy Read copy.</li>
        <li>Only some pages have a video in British Sign Language, where the organisation has made one.</li>
        <li>The service is in English only.</li>
      </ul>
      <h2>How it was tested</h2>
      <p>
        Each page is checked by machine for known barriers each time the program changes. It has not yet been tested by people who use
        screen readers, magnifiers, voice control or switches.
      </p>
      <h2>If something gets in your way</h2>
      <p>
        Tell the person below what you were trying to do. If you are not happy with the answer, you can contact the Equality Advisory and
        Support Service. In Northern Ireland, contact the Equality Commission.
      </p>
    </Page>
  );
}
