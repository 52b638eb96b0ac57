// The privacy page: what is kept, who sees it and for how long.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publicPeriods } from "#app/services/keeping-periods.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { openToAll } from "#app/web/guards.server.ts";
import { publicShell } from "#app/web/shell.server.ts";
import { keptSentences } from "#app/words/keeping.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { context, path } = await openToAll(request);
  return { shell: await publicShell(context, path), kept: keptSentences(await publicPeriods(context.db)) };
}

export default function Privacy() {
  const { shell, kept } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Privacy">
      <h2>What we ask, and why</h2>
      <p>
        We ask what you need to take part, so that we can plan the meeting. We never ask what condition you have, or for evidence. You can
        skip every question.
      </p>
      <h2>Who sees it</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>The person who plans the meeting sees what you chose to share.</li>
        <li>The venue sees what is needed and how many people need it. It does not see names.</li>
        <li>The payments team sees what to pay and when. It does not see what you need, or any benefit.</li>
        <li>Other people at the meeting see nothing, unless you choose to tell them.</li>
      </ul>
      <h2>Benefits</h2>
      <p>
        Your answers about benefits are forgotten when you have seen the result, unless you ask us to keep them. We do not send them to
        anybody.
      </p>
      <h2>How it is kept</h2>
      <p>
        What you need, your payment choice and your bank details are locked with a key that is kept apart from them. There is no tracking,
        and nothing is loaded from other services.
      </p>
      <h2 id="how-long">How long we keep it</h2>
      <DataTable
        id="how-long-kept"
        caption="How long we keep each thing"
        columns={[{ header: "What" }, { header: "Until when" }]}
        rows={kept.map(([what, until]) => ({ key: what, cells: [what, until] }))}
      />
      <p>After that it is deleted by itself, every day.</p>
      <h2>Your rights</h2>
      <p>You can see, correct or withdraw what you told us. On your own page you can get a copy of everything, or have it all deleted.</p>
      <p>You can also ask the person below. And you can complain to the Information Commissioner.</p>
    </Page>
  );
}
