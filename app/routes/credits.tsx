// Credits for letters and pictures.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/ui/page-frame.tsx";
import { openToAll } from "#app/web/guards.server.ts";
import { publicShell } from "#app/web/shell.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { context, path } = await openToAll(request);
  return { shell: await publicShell(context, path) };
}

export default function Credits() {
  const { shell } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Picture and font credits">
      <ul className="govuk-list govuk-list--bullet">
        <li>Atkinson Hyperlegible Next, by the Braille Institute of America, under the SIL Open Font License 1.1.</li>
        <li>Lexend, by The Lexend Project Authors, under the SIL Open Font License 1.1.</li>
        <li>OpenDyslexic, by Abbie Gonzalez, under the SIL Open Font License 1.1.</li>
        <li>
          Noto Sans, by The Noto Project Authors, under the SIL Open Font License 1.1. It stands in for letters the first typeface does not
          have.
        </li>
        <li>Page parts from GOV.UK Frontend, Crown copyright, under the MIT licence. This is not a government service.</li>
        <li>The small drawings are our own.</li>
      </ul>
    </Page>
  );
}
