// The organisation's own columns for its payment files, and what a new set can begin with.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { layoutBeginnings } from "#app/domain/payments/sheet-layouts.ts";
import { layoutsOf } from "#app/services/export-layouts.server.ts";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { requireFinance } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted } from "#app/words/format.ts";
import { beginningNames } from "#app/words/sheet-layouts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const saved = new URL(request.url).searchParams.get("saved");
  return {
    shell: staffShell(visit),
    notice:
      saved === "layout"
        ? "Your columns are saved. Choose them when you export a batch."
        : saved === "retired"
          ? "It is not offered any more."
          : null,
    layouts: (await layoutsOf(visit.context, visit.finance)).map(({ layoutId, name, layout }) => ({
      href: `/payments/layouts/${layoutId}`,
      text: `${name}: ${layout.isFor === "bank" ? "bank file" : "spreadsheet"}, ${counted(layout.columns.length, "column", "columns")}`,
    })),
  };
}

export default function Layouts() {
  const { shell, notice, layouts } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="Your own columns"
      back={{ href: "/payments/batches", text: "Payment batches" }}
      notice={notice === null ? undefined : { heading: "Saved", children: notice }}
    >
      <p>Choose which columns a file of a batch has, in which order and under which headings.</p>
      {layouts.length === 0 ? (
        <p>There are none yet. They appear here once you save some, and then at every export.</p>
      ) : (
        <LinkList links={layouts} />
      )}
      <h2>Begin a new set</h2>
      <LinkList
        links={layoutBeginnings.map((one) => ({ href: `/payments/layouts/new?from=${one}`, text: `Begin with: ${beginningNames[one]}` }))}
      />
    </Page>
  );
}
