// Is everything working? What the program knows about its own parts, in sentences with days.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { healthFor } from "#app/services/health.server.ts";
import { Page } from "#app/ui/page-frame.tsx";
import { requireAdministrator } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted } from "#app/words/format.ts";
import { healthParts, partStates } from "#app/words/health.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const parts = healthParts(await healthFor(visit.context, visit.administrator));
  return { shell: staffShell(visit), parts, toLookAt: parts.filter(({ state }) => state === "look-at-it").length };
}

export default function Health() {
  const { shell, parts, toLookAt } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Is everything working?" back={{ href: "/settings", text: "Settings" }}>
      <p className="govuk-body-l">
        {toLookAt === 0
          ? "Nothing here needs you today. Some things this program cannot know: they say so."
          : `${counted(toLookAt, "thing needs", "things need")} somebody to look.`}
      </p>
      {parts.map(({ name, state, sentences, link }) => (
        <section key={name} className="form-part" aria-label={name}>
          <h2>{name}</h2>
          <p>
            <strong>{partStates[state]}</strong>
          </p>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {link === undefined ? null : (
            <p>
              <a className="target" href={link.href}>
                {link.text}
              </a>
            </p>
          )}
        </section>
      ))}
    </Page>
  );
}
