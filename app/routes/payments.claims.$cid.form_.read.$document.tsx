// A claim form as a web page for finance.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isDocumentId, paperOfClaim } from "#app/services/documents.server.ts";
import { DocumentView } from "#app/ui/document-view.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { notFound, requireFinance } from "#app/web/guards.server.ts";
import { cannotPrintNotice } from "#app/web/paper-response.server.ts";
import { staffShell } from "#app/web/shell.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const { cid = "", document: id = "" } = params;
  const made = isDocumentId(id) ? await paperOfClaim(visit.context, visit.finance, cid, id) : null;
  if (made?.ok !== true) throw notFound();
  const isUnprintable = new URL(request.url).searchParams.get("print") === "letters";
  return {
    shell: staffShell(visit),
    doc: made.value,
    backHref: `/payments/claims/${cid}`,
    notice: isUnprintable ? cannotPrintNotice : null,
  };
}

export default function ClaimFormPage() {
  const { shell, doc, backHref, notice } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      title={doc.title}
      back={{ href: backHref, text: "Back to the claim" }}
      notice={notice === null ? undefined : { heading: notice.heading, children: notice.text }}
    >
      <DocumentView doc={doc} />
    </Page>
  );
}
