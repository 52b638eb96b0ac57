// A queue of claims: its filter, its table and its pages. The order is said in the caption too.
import type { ReactElement } from "react";
import { Radios } from "#app/ui/choices.tsx";
import { QueueTable, type QueueSorts, type QueueTableRow } from "#app/ui/claim-tables.tsx";
import { Details } from "#app/ui/details.tsx";
import { DateField, SelectField } from "#app/ui/fields.tsx";
import { Filters } from "#app/ui/filters.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

export type QueueProps = {
  readonly id: string;
  readonly caption: string;
  readonly empty: string;
  readonly queue: {
    readonly path: string;
    readonly rows: readonly QueueTableRow[];
    readonly page: number;
    readonly pages: number;
    readonly here: string;
    readonly sorts: QueueSorts;
    readonly codes: readonly string[];
    readonly chosen: {
      readonly code: string;
      readonly payBy: { readonly day: string; readonly month: string; readonly year: string };
      readonly state: string;
    };
    readonly isFiltered: boolean;
    readonly showing: string;
  };
  /** Whether claims of several states are in it. */
  readonly withState?: boolean;
};

const states = [
  { value: "any", label: "Any" },
  { value: "sent", label: "Sent" },
  { value: "checked", label: "Checked" },
  { value: "agreed", label: "Agreed" },
  { value: "paid", label: "Paid" },
  { value: "on-hold", label: "On hold" },
  { value: "sent-back", label: "Sent back" },
] as const;

/** The queue with everything to find one's way in it. */
export function ClaimQueueList({ id, caption, empty, queue, withState = false }: QueueProps): ReactElement {
  const { chosen } = queue;
  return (
    <>
      <Details summary="Choose which claims to show" isOpen={queue.isFiltered}>
        <Filters action={queue.path} result={queue.isFiltered ? queue.showing : undefined}>
          <SelectField
            name="code"
            label="Budget code"
            blank="Any"
            options={queue.codes.map((code) => ({ value: code, label: code }))}
            value={chosen.code}
          />
          <DateField name="payBy" label="Pay by" hint="This day or earlier" value={chosen.payBy} />
          {withState ? <Radios name="state" legend="State" options={states} value={chosen.state} /> : null}
        </Filters>
      </Details>
      {queue.rows.length === 0 ? (
        <p>{queue.isFiltered ? "No claim fits what you chose." : empty}</p>
      ) : (
        <QueueTable id={id} caption={caption} rows={queue.rows} sorts={queue.sorts} />
      )}
      <Pagination
        current={queue.page}
        count={queue.pages}
        hrefOf={(page) => `${queue.here}${queue.here.includes("?") ? "&" : "?"}page=${page}`}
      />
    </>
  );
}
