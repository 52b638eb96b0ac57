// The boxes of one set of columns: each column on a line with its place and its heading, then how the file is written.
import type { ReactElement } from "react";
import { characterSets, columnSources, dateFormats, separators, type ColumnSource } from "#app/domain/payments/sheet-layouts.ts";
import { Radios } from "#app/ui/choices.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Details } from "#app/ui/details.tsx";
import { SelectField, TextField } from "#app/ui/fields.tsx";
import type { PageAnswer } from "#app/ui/page-frame.tsx";
import {
  amountNames,
  characterNames,
  dateFormatNames,
  lineEndNames,
  purposeNames,
  quoteNames,
  rowNames,
  separatorNames,
} from "#app/words/sheet-layouts.ts";
import { amountKinds, lineEnds, nameOfColumn, purposes, quoteKinds, rowKinds, sameColumns } from "./form.ts";

const optionsOf = <Key extends string>(keys: readonly Key[], names: Readonly<Record<Key, string>>) =>
  keys.map((value) => ({ value, label: names[value] }));

const usual: ReadonlySet<ColumnSource> = new Set([
  "account-name",
  "sort-code",
  "account-number",
  "amount",
  "payment-reference",
  "payment-date",
]);

type Box = (name: string, label: string, of: string, width: 2 | 10) => ReactElement;

function ColumnsTable({
  id,
  caption,
  sources,
  box,
}: {
  readonly id: string;
  readonly caption: string;
  readonly sources: readonly ColumnSource[];
  readonly box: Box;
}): ReactElement {
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={[{ header: "What it holds" }, { header: "Place" }, { header: "Heading" }, { header: "Most characters" }]}
      rows={sources.map((source) => ({
        key: source,
        cells: [
          nameOfColumn(source),
          box(`place-${source}`, "Place", nameOfColumn(source), 2),
          box(`heading-${source}`, "Heading", nameOfColumn(source), 10),
          box(`most-${source}`, "Most characters", nameOfColumn(source), 2),
        ],
      }))}
    />
  );
}

/** Every box, with what was typed or what is kept. */
export function LayoutFields({
  saved,
  answer,
}: {
  readonly saved: Readonly<Record<string, string>>;
  readonly answer: PageAnswer;
}): ReactElement {
  const field = (name: string) => ({ name, value: answer.value(name, saved[name] ?? ""), error: answer.error(name) });
  const box: Box = (name, label, of, width) => (
    <TextField
      {...field(name)}
      key={name}
      label={
        <span className="govuk-visually-hidden">
          {label} of {of.toLowerCase()}
        </span>
      }
      width={width}
      autoComplete="off"
      {...(width === 2 ? { inputMode: "numeric" as const } : {})}
    />
  );
  // Those with a place, and where there are few of them those that most files have.
  const isShown = (source: ColumnSource) => usual.has(source) || (saved[`place-${source}`] ?? "") !== "";
  return (
    <>
      <TextField {...field("name")} label="Name of these columns" autoComplete="off" />
      <Radios {...field("isFor")} legend="What is the file for?" options={optionsOf(purposes, purposeNames)} />
      <Radios {...field("rowFor")} legend="What is a row for?" options={optionsOf(rowKinds, rowNames)} />
      <fieldset className="govuk-fieldset">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
          <h2 className="govuk-fieldset__heading">Columns</h2>
        </legend>
        <p>
          Where your bank or ledger takes only so many letters and figures in a column, say how many. A file with a longer value is not
          made: nothing is cut.
        </p>
        <ColumnsTable
          id="columns"
          caption="Give each you want its place, 1 for the first. Leave the others empty"
          sources={columnSources.filter(isShown)}
          box={box}
        />
        <Details
          summary="More columns"
          isOpen={columnSources.some(
            (source) => !isShown(source) && (answer.error(`place-${source}`) ?? answer.error(`most-${source}`)) !== undefined,
          )}
        >
          <ColumnsTable
            id="more-columns"
            caption="More columns to choose from"
            sources={columnSources.filter((source) => !isShown(source))}
            box={box}
          />
        </Details>
        <DataTable
          id="same"
          caption="Columns with the same words in every row, or with none"
          columns={[{ header: "Column" }, { header: "Place" }, { header: "Heading" }, { header: "Words" }, { header: "Most characters" }]}
          rows={sameColumns.map((one) => ({
            key: one,
            cells: [
              nameOfColumn(one),
              box(`place-${one}`, "Place", nameOfColumn(one), 2),
              box(`heading-${one}`, "Heading", nameOfColumn(one), 10),
              box(`text-${one}`, "Words", nameOfColumn(one), 10),
              box(`most-${one}`, "Most characters", nameOfColumn(one), 2),
            ],
          }))}
        />
      </fieldset>
      <Radios
        {...field("hasHeadings")}
        legend="Is there a row of headings at the top?"
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ]}
      />
      <SelectField {...field("dates")} label="How are dates written?" options={optionsOf(dateFormats, dateFormatNames)} />
      <SelectField {...field("amounts")} label="How are amounts written?" options={optionsOf(amountKinds, amountNames)} />
      <SelectField {...field("separator")} label="What stands between columns?" options={optionsOf(separators, separatorNames)} />
      <SelectField {...field("quotes")} label="Where do quotes stand?" options={optionsOf(quoteKinds, quoteNames)} />
      <SelectField {...field("lineEnds")} label="How do lines end?" options={optionsOf(lineEnds, lineEndNames)} />
      <SelectField {...field("characters")} label="Which letters does it have?" options={optionsOf(characterSets, characterNames)} />
    </>
  );
}
