// The form of one set of columns: a place and a heading for each, four columns with the same words in every row, and how it is written.
import { z } from "zod";
import {
  characterSets,
  columnSources,
  dateFormats,
  separators,
  type SheetColumn,
  type SheetLayout,
} from "#app/domain/payments/sheet-layouts.ts";
import { choice, optionalText, requiredText, versionField } from "#app/web/form-fields.ts";
import { columnNames } from "#app/words/sheet-layouts.ts";

/** Columns that hold the same words in every row. */
export const sameColumns = ["same-1", "same-2", "same-3", "same-4"] as const;
export const purposes = ["spreadsheet", "bank"] as const;
export const rowKinds = ["payment", "budget-code"] as const;
export const headingAnswers = ["yes", "no"] as const;
export const amountKinds = ["pounds", "pence"] as const;
export const quoteKinds = ["always", "when-needed"] as const;
export const lineEnds = ["cr-lf", "lf"] as const;

const boxes = [...columnSources, ...sameColumns];

/** What a column is called on the page. */
export function nameOfColumn(box: (typeof boxes)[number]): string {
  const place = sameColumns.findIndex((one) => one === box);
  return place === -1 ? columnNames[box as keyof typeof columnNames] : `The same in every row, ${place + 1}`;
}

export const layoutForm = z
  .strictObject({
    name: requiredText("Enter a name for these columns", { max: 60, thing: "name" }),
    isFor: choice(purposes, "Choose what the file is for"),
    rowFor: choice(rowKinds, "Choose what a row is for"),
    hasHeadings: choice(headingAnswers, "Choose whether there is a row of headings"),
    dates: choice(dateFormats, "Choose how dates are written"),
    amounts: choice(amountKinds, "Choose how amounts are written"),
    separator: choice(separators, "Choose what stands between columns"),
    quotes: choice(quoteKinds, "Choose where quotes stand"),
    lineEnds: choice(lineEnds, "Choose how lines end"),
    characters: choice(characterSets, "Choose which letters the file has"),
    version: versionField.optional(),
    ...Object.fromEntries(
      boxes.flatMap((box): readonly [string, z.ZodType][] => [
        [`place-${box}`, place(nameOfColumn(box))],
        [`heading-${box}`, optionalText({ max: 60, thing: "heading" })],
        [`most-${box}`, most(nameOfColumn(box))],
      ]),
    ),
    ...Object.fromEntries(sameColumns.map((box) => [`text-${box}`, optionalText({ max: 60, thing: "words" })])),
  })
  .superRefine((said, context) => {
    const given = said as Readonly<Record<string, unknown>>;
    const seen = new Map<number, string>();
    for (const box of boxes) {
      const at = given[`place-${box}`];
      if (typeof at !== "number") continue;
      const other = seen.get(at);
      if (other !== undefined)
        context.addIssue({
          code: "custom",
          message: `${nameOfColumn(box)}: place ${at} is taken by “${other.toLowerCase()}”`,
          path: [`place-${box}`],
        });
      seen.set(at, nameOfColumn(box));
    }
  });

// Empty is no place at all: the column is left out.
function place(name: string) {
  return z
    .string()
    .default("")
    .transform((typed, context): number | null => {
      const plain = typed.trim();
      if (plain === "") return null;
      if (/^\d{1,3}$/u.test(plain) && Number(plain) >= 1) return Number(plain);
      context.addIssue({ code: "custom", message: `${name}: the place must be a whole number, like 1` });
      return z.NEVER;
    });
}

// Empty is as many as there are.
function most(name: string) {
  return z
    .string()
    .default("")
    .transform((typed, context): number | null => {
      const plain = typed.trim();
      if (plain === "") return null;
      if (/^\d{1,3}$/u.test(plain) && Number(plain) >= 1 && Number(plain) <= 500) return Number(plain);
      context.addIssue({ code: "custom", message: `${name}: the most characters must be a whole number from 1 to 500` });
      return z.NEVER;
    });
}

/** The layout a filled-in form asks for: its columns in the order of their places. */
export function layoutFrom(said: z.output<typeof layoutForm>): SheetLayout {
  const given = said as Readonly<Record<string, unknown>>;
  const text = (name: string): string => {
    const value = given[name];
    return typeof value === "string" ? value : "";
  };
  const placed = boxes.flatMap((box) => {
    const at = given[`place-${box}`];
    return typeof at === "number" ? [{ at, box }] : [];
  });
  const { isFor, rowFor, hasHeadings, dates, amounts, separator, quotes, lineEnds: ends, characters } = said;
  return {
    isFor,
    rowFor,
    hasHeadings: hasHeadings === "yes",
    dates,
    amounts,
    separator,
    quotes,
    lineEnds: ends,
    characters,
    columns: placed
      .toSorted((one, other) => one.at - other.at)
      .map(({ box }): SheetColumn => {
        const heading = text(`heading-${box}`);
        const limit = given[`most-${box}`];
        const shared = { heading, ...(typeof limit === "number" ? { most: limit } : {}) };
        const source = columnSources.find((one) => one === box);
        return source === undefined ? { ...shared, holds: "the-same", text: text(`text-${box}`) } : { ...shared, holds: source };
      }),
  };
}

/** A layout by the names of the boxes. */
export function layoutTyped(name: string, layout: SheetLayout): Readonly<Record<string, string>> {
  const same = layout.columns.flatMap((column, index) => (column.holds === "the-same" ? [{ column, index }] : []));
  return {
    name,
    isFor: layout.isFor,
    rowFor: layout.rowFor,
    hasHeadings: layout.hasHeadings ? "yes" : "no",
    dates: layout.dates,
    amounts: layout.amounts,
    separator: layout.separator,
    quotes: layout.quotes,
    lineEnds: layout.lineEnds,
    characters: layout.characters,
    ...Object.fromEntries(
      layout.columns.flatMap(({ holds, heading, most: limit }, index): readonly (readonly [string, string])[] =>
        holds === "the-same"
          ? []
          : [
              [`place-${holds}`, String(index + 1)],
              [`heading-${holds}`, heading],
              [`most-${holds}`, limit === undefined ? "" : String(limit)],
            ],
      ),
    ),
    ...Object.fromEntries(
      same.slice(0, sameColumns.length).flatMap(({ column, index }, which): readonly (readonly [string, string])[] => [
        [`place-same-${which + 1}`, String(index + 1)],
        [`heading-same-${which + 1}`, column.heading],
        [`text-same-${which + 1}`, column.text],
        [`most-same-${which + 1}`, column.most === undefined ? "" : String(column.most)],
      ]),
    ),
  };
}
