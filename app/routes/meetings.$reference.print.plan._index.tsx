// "Print the access plan": who it is for, how large, with clashes or without; then the printable page itself. Everything chosen is in
// the address, so that the same page can be opened again.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { findMeetingFor } from "#app/services/meetings.server.ts";
import { openPaper, printedSizeOf, type Doc } from "#app/services/documents.server.ts";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { DocumentView } from "#app/ui/document-view.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { cannotPrintNotice } from "#app/web/paper-response.server.ts";
import { addressOf, readPlanWanted, type PlanWanted } from "#app/web/plan-wanted.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted } from "#app/words/format.ts";
import { meetingWithDate } from "#app/words/meetings.ts";
import { planPaperOf, planReaderChoice, planReaders, planSizes } from "#app/words/print-plan.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { context, coordinator } = visit;
  const reference = params["reference"] ?? "";
  const found = await findMeetingFor(context, coordinator, reference);
  if (!found.ok) throw notFound();
  const search = new URL(request.url).searchParams;
  const read = readPlanWanted(search);
  const shared = {
    shell: staffShell(visit),
    nav: meetingNav(reference, visit.path),
    caption: meetingWithDate(found.value.name, found.value.date),
    base: `/meetings/${reference}/print`,
  };
  if (read.wanted === null || search.has("change")) return { ...shared, typed: read.typed, problems: read.problems, paper: null };
  const { wanted } = read;
  const id = planPaperOf[wanted.reader];
  const made = await openPaper(context, coordinator, reference, { id, showsClashes: wanted.showsClashes });
  if (!made.ok) throw notFound();
  const printed = await printedSizeOf(made.value, id, wanted.size);
  return {
    ...shared,
    typed: read.typed,
    problems: read.problems,
    paper: {
      doc: made.value,
      wanted,
      file: printed.ok ? `${printed.value.fileName}?${addressOf(wanted)}` : null,
      pages: printed.ok ? counted(printed.value.pages, "page", "pages") : "",
      cannotPrint: printed.ok ? null : printed.refusal,
      notice: search.get("print") === "letters" ? cannotPrintNotice : null,
    },
  };
}

export default function PrintPlanPage() {
  const { shell, nav, caption, base, typed, problems, paper } = useLoaderData<typeof loader>();
  if (paper !== null) return <PrintablePlan {...{ shell, base, paper }} />;
  return (
    <Page
      shell={shell}
      meetingNav={nav}
      caption={caption}
      heading="Print the access plan"
      back={{ href: base, text: "Back to all papers" }}
      problems={[
        ...(problems.reader === undefined ? [] : [{ field: "reader", message: problems.reader }]),
        ...(problems.size === undefined ? [] : [{ field: "size", message: problems.size }]),
      ]}
    >
      <form method="get" action={`${base}/plan#main`} noValidate>
        <input type="hidden" name="show" value="yes" />
        <Radios
          name="reader"
          legend="Who is it for?"
          error={problems.reader}
          options={planReaders.map((reader) => ({ value: reader, ...planReaderChoice[reader] }))}
          value={typed.reader}
        />
        <Radios
          name="size"
          legend="Text size"
          hint="18 and 24 point are large print, set out afresh for that size."
          error={problems.size}
          options={planSizes.map((size) => ({ value: String(size), label: `${String(size)} point` }))}
          value={typed.size}
        />
        <Checkboxes
          name="clashes"
          legend="What else should it hold?"
          hint="A clash names what is asked for and never who asked. The venue’s copy never has them."
          options={[{ value: "yes", label: "Include clashes and decisions" }]}
          values={typed.clashes ? ["yes"] : []}
        />
        <button type="submit" className="govuk-button">
          Show the printable page
        </button>
      </form>
      <p>Plans to leave safely are always separate papers. You find each under “Papers for one person”.</p>
    </Page>
  );
}

type PaperShown = {
  readonly doc: Doc;
  readonly wanted: PlanWanted;
  readonly file: string | null;
  readonly pages: string;
  readonly cannotPrint: string | null;
  readonly notice: { readonly heading: string; readonly text: string } | null;
};

function PrintablePlan({
  shell,
  base,
  paper: { doc, wanted, file, pages, cannotPrint, notice },
}: {
  readonly shell: Parameters<typeof Page>[0]["shell"];
  readonly base: string;
  readonly paper: PaperShown;
}): ReactElement {
  return (
    <Page
      shell={shell}
      title={doc.title}
      back={{ href: `${base}/plan?${addressOf(wanted)}&change=yes#main`, text: "Change what is printed" }}
      notice={notice === null ? undefined : { heading: notice.heading, children: notice.text }}
    >
      <div className="no-print">
        <p>Use Print in your browser’s menu. Or keep the same paper as a file:</p>
        {file === null ? (
          <p>{cannotPrint}</p>
        ) : (
          <LinkList links={[{ href: `${base}/plan/${file}`, text: `This plan, ${String(wanted.size)} point (PDF, ${pages})` }]} />
        )}
      </div>
      <div className={`print-plan print-plan--${String(wanted.size)} print-plan--${wanted.reader}`}>
        <DocumentView doc={doc} />
      </div>
    </Page>
  );
}
