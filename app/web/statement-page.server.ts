// Which period a person's statement shows, from its address, and what it says in words.
import { taxYearOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { periodKinds, periodsOf, type Period, type PeriodKind, type Statement } from "#app/domain/payments/statement.ts";
import { addressWith, typedFrom, wordFrom } from "#app/web/list-address.ts";
import { inFours, moneyInColumn, plainDate } from "#app/words/format.ts";
import { returnedSentence, totalsSentence, vouchersSentence } from "#app/words/statements.ts";

export type WantedStatement = {
  readonly kind: PeriodKind;
  readonly year: number;
  readonly startDay: number;
  readonly periods: readonly Period[];
};

/** The periods an address asks for: this tax year unless it says otherwise. */
export function statementFrom(request: Request, today: CalendarDate): WantedStatement {
  const kind = wordFrom(request, "period", periodKinds, "tax-year");
  const usual = kind === "calendar-year" ? Number(today.slice(0, 4)) : taxYearOf(today);
  const asked = Number(typedFrom(request, "year"));
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= usual ? asked : usual;
  const day = Number(typedFrom(request, "day"));
  const startDay = Number.isInteger(day) && day >= 1 && day <= 31 ? day : 1;
  return { kind, year, startDay, periods: periodsOf(kind, { today, year, startDay }) };
}

/** The same statement as another file or page. */
export function statementAddress(path: string, ref: string, { kind, year, startDay }: WantedStatement): string {
  return addressWith(path, { ref, period: kind, year, ...(kind === "uc-months" ? { day: startDay } : {}) });
}

/** A statement for its table. */
export function statementWords(statement: Statement, index: number) {
  const { period, rows, time, costs, toCharity } = statement;
  return {
    id: `paid-${index}`,
    sentence: totalsSentence(statement),
    more: [vouchersSentence(statement), ...statement.returned.map(returnedSentence)].filter((one) => one !== null),
    caption: `Payments from ${plainDate(period.from)} to ${plainDate(period.to)}`,
    rows: rows.map((row) => ({
      key: row.reference,
      cells: [
        plainDate(row.paidOn),
        `${row.meeting}, ${plainDate(row.activityDate)}`,
        moneyInColumn(row.forTime),
        moneyInColumn(row.forCosts),
        moneyInColumn(row.toCharity),
        inFours(row.reference),
      ],
    })),
    totals: [{ key: "total", cells: ["Total", "", moneyInColumn(time), moneyInColumn(costs), moneyInColumn(toCharity), ""] }],
  };
}
