// A list read from a file, before anybody confirms it: what will happen, what is wrong line by line, and what will be added.
import type { ReactElement } from "react";
import { DataTable } from "#app/ui/data-table.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { list, number } from "#app/words/format.ts";
import { importSentences, type Things } from "#app/words/lists-from-files.ts";

type Line = {
  readonly line: number;
  readonly name: string;
  readonly facts: readonly string[];
  readonly outcome: "add" | "change" | "already-there" | "problem";
  readonly because: readonly string[];
};

export type ImportPreviewProps = {
  readonly preview: {
    readonly fileName: string;
    readonly lines: readonly Line[];
    readonly counts: Readonly<Record<Line["outcome"], number>>;
    readonly unread: readonly string[];
    readonly checkAccents: boolean;
  };
  readonly things: Things;
  /** The page of "Will be added" that shows, from 1, and its address. */
  readonly page: number;
  readonly hrefOf: (page: number) => string;
};

const linesOnAPage = 50;

/** The preview of a kept file. The form that confirms it belongs to the page, above or below. */
export function ImportPreview({ preview, things, page, hrefOf }: ImportPreviewProps): ReactElement {
  const { fileName, lines, counts, unread, checkAccents } = preview;
  const of = (outcome: Line["outcome"]): readonly Line[] => lines.filter((line) => line.outcome === outcome);
  const pages = Math.max(1, Math.ceil(counts.add / linesOnAPage));
  const current = Math.min(Math.max(1, page), pages);
  return (
    <>
      <p>Nothing has been added yet. This is what {fileName} would do.</p>
      <ul className="govuk-list govuk-list--bullet">
        {importSentences(counts, things).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {checkAccents ? <Warning>This file was saved in an older way. Check that letters with accents are right.</Warning> : null}
      {unread.length === 0 ? null : <p>We do not use these columns: {list(unread)}.</p>}
      <LineTable
        id="to-mend"
        heading="To mend"
        caption="Lines that will not be added"
        last="What to mend"
        lines={of("problem")}
        lastOf={({ because }) => because.join(". ")}
      />
      <LineTable
        id="to-change"
        heading="Will be changed"
        caption="Lines that change what is on file"
        last="What changes"
        lines={of("change")}
        lastOf={({ facts, because }) => [...because, ...facts].join(" · ")}
      />
      <LineTable
        id="to-add"
        heading="Will be added"
        caption={pages === 1 ? "Lines that will be added" : `Lines that will be added, page ${number(current)} of ${number(pages)}`}
        last="Details"
        lines={of("add").slice((current - 1) * linesOnAPage, current * linesOnAPage)}
        lastOf={({ facts, because }) => [...facts, ...because].join(" · ")}
      />
      <Pagination current={current} count={pages} hrefOf={hrefOf} />
      <LineTable
        id="already-there"
        heading="Left out"
        caption="Lines that are left out because they are there already"
        last="Why"
        lines={of("already-there")}
        lastOf={({ because }) => because.join(". ")}
      />
    </>
  );
}

function LineTable({
  id,
  heading,
  caption,
  last,
  lines,
  lastOf,
}: {
  readonly id: string;
  readonly heading: string;
  readonly caption: string;
  readonly last: string;
  readonly lines: readonly Line[];
  readonly lastOf: (line: Line) => string;
}): ReactElement | null {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <DataTable
        id={`${id}-lines`}
        caption={caption}
        columns={[{ header: "Line" }, { header: "Name" }, { header: last }]}
        rows={lines.map((line) => ({ key: String(line.line), cells: [`Line\u00A0${line.line}`, line.name, lastOf(line)] }))}
      />
    </section>
  );
}
