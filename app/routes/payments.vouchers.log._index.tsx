// The voucher log of a month or a financial year, to read, print or save.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { voucherLogPaper } from "#app/services/voucher-papers.server.ts";
import { DocumentView } from "#app/ui/document-view.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { requireFinance } from "#app/web/guards.server.ts";
import { typedFrom } from "#app/web/list-address.ts";
import { cannotPrintNotice } from "#app/web/paper-response.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { logTimeIn, logTimes } from "#app/web/voucher-log-days.ts";

const sizes = [12, 18, 24] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const time = logTimeIn(request, visit.context.today);
  const file = (name: string) => `/payments/vouchers/log/${name}?time=${time.value}`;
  return {
    shell: staffShell(visit),
    time: time.value,
    times: logTimes(visit.context.today).map(({ value, label }) => ({ value, label })),
    doc: await voucherLogPaper(visit.context, visit.finance, time),
    links: [
      ...sizes.map((size) => ({ href: file(`voucher-log-${size}-point.pdf`), text: `Voucher log, ${size} point (PDF)` })),
      { href: file("voucher-log.csv"), text: "Voucher log (CSV)" },
    ],
    notice: typedFrom(request, "print") === "letters" ? cannotPrintNotice : null,
  };
}

export default function VoucherLogPaper() {
  const { shell, time, times, doc, links, notice } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      title={doc.title}
      back={{ href: "/payments/vouchers", text: "Vouchers" }}
      notice={notice === null ? undefined : { heading: notice.heading, children: notice.text }}
    >
      <form method="get" action="/payments/vouchers/log">
        <SelectField name="time" label="Time" options={times} value={time} />
        <button type="submit" className="govuk-button govuk-button--secondary">
          Show this time
        </button>
      </form>
      <LinkList links={links} />
      <DocumentView doc={doc} />
    </Page>
  );
}
