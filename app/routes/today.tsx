// Today: what needs this person, by role, the most pressing first.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { todayFor } from "#app/services/today.server.ts";
import { Page } from "#app/ui/page-frame.tsx";
import { requireStaff } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate } from "#app/words/format.ts";
import { todaySections } from "#app/words/today.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireStaff(request);
  const isNew = new URL(request.url).searchParams.get("saved") === "set-up";
  return {
    shell: staffShell(visit),
    today: visit.context.today,
    sections: todaySections(await todayFor(visit.context, visit.staff)),
    isNew,
  };
}

export default function Today() {
  const { shell, today, sections, isNew } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading={`Today, ${longDate(today)}`}
      width="wide"
      notice={isNew ? { heading: "You are set up", children: "Begin by creating a meeting." } : undefined}
    >
      {sections.length === 0 ? <p>Nothing needs you today.</p> : null}
      {sections.map((section) => (
        <section key={section.heading} aria-labelledby={section.id}>
          <h2 id={section.id}>{section.heading}</h2>
          <ul className="todo">
            {section.items.map((item) => (
              <li key={item.key}>
                <a href={item.href}>{item.text}</a>
                <p>{item.why}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
