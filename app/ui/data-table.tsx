// Figures and facts in rows and columns; on small screens each row is a card whose lines carry the column's name.
import type { ReactElement, ReactNode } from "react";
import { classes } from "#app/ui/classes.ts";

export type TableColumn = {
  readonly header: string;
  /** Money and counts stand to the right, in digits of one width. */
  readonly holds?: "words" | "figures" | undefined;
  /** Left out on small screens, where another column of its kind is shown in its place. */
  readonly isAside?: boolean | undefined;
  /** A sortable column: where its header leads, and how the rows stand now. Say the order in the caption too. */
  readonly sort?: { readonly href: string; readonly order: "ascending" | "descending" | "none" } | undefined;
};

export type TableRow = {
  readonly key: string;
  /** As many as there are columns; the first heads the row. */
  readonly cells: readonly ReactNode[];
};

export type DataTableProps = {
  /** Unlike any other on the page: its id is made from it. */
  readonly id: string;
  readonly caption: ReactNode;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Rows that sum up the rows above. */
  readonly totals?: readonly TableRow[] | undefined;
  /** Too wide for some screens: puts it in a named region that scrolls by keyboard. Assumed above five columns. */
  readonly isWide?: boolean | undefined;
};

/** A table with caption and scoped headers. Throws when a row's cells are not as many as the columns: a figure under the wrong header is worse than no page. */
export function DataTable({ id, caption, columns, rows, totals = [], isWide = columns.length > 5 }: DataTableProps): ReactElement {
  const table = (
    <table className={classes("data-table", !isWide && "data-table--held")} role="table">
      <caption id={`${id}-caption`}>{caption}</caption>
      <thead className={columns.some((column) => column.sort !== undefined) ? "sorts" : undefined}>
        <tr role="row">
          {columns.map((column) => (
            <HeaderCell key={column.header} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} row={row} columns={columns} />
        ))}
      </tbody>
      {totals.length === 0 ? null : (
        <tfoot>
          {totals.map((row) => (
            <Row key={row.key} row={row} columns={columns} />
          ))}
        </tfoot>
      )}
    </table>
  );
  if (!isWide) return <div className="table-region">{table}</div>;
  return (
    // A region that scrolls sideways must be reachable by keyboard.
    <div className="table-region" role="region" aria-labelledby={`${id}-caption`} tabIndex={0}>
      {table}
    </div>
  );
}

function HeaderCell({ column }: { readonly column: TableColumn }): ReactElement {
  const { header, holds, isAside, sort } = column;
  return (
    <th
      scope="col"
      role="columnheader"
      className={classes(holds === "figures" && "figure", isAside === true && "aside-when-narrow")}
      aria-sort={sort === undefined || sort.order === "none" ? undefined : sort.order}
    >
      {sort === undefined ? (
        header
      ) : (
        <a className="sort" href={sort.href}>
          {header}
          <span className="govuk-visually-hidden">, sort by this</span>
        </a>
      )}
    </th>
  );
}

function Row({ row, columns }: { readonly row: TableRow; readonly columns: readonly TableColumn[] }): ReactElement {
  if (row.cells.length !== columns.length)
    throw new Error(`The row ${row.key} has ${row.cells.length} cells for ${columns.length} columns`);
  return (
    <tr role="row">
      {columns.map((column, index) => {
        const cell = row.cells[index];
        const className = classes(column.holds === "figures" && "figure", column.isAside === true && "aside-when-narrow");
        if (index === 0) {
          return (
            <th key={column.header} scope="row" role="rowheader">
              {cell}
            </th>
          );
        }
        return (
          // A cell that is drawn as a block loses its own role in some browsers: it is said again, not changed.
          // eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role
          <td key={column.header} role="cell" className={className}>
            {isEmpty(cell) ? null : (
              <span className="cell-name" aria-hidden="true">
                {column.header}
              </span>
            )}
            {cell}
          </td>
        );
      })}
    </tr>
  );
}

/** Nothing to show: a card then leaves the line out rather than showing a name with no value. */
function isEmpty(cell: ReactNode): boolean {
  return cell === undefined || cell === null || cell === "";
}
