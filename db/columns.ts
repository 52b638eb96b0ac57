// Column types of our own: whole pence, calendar dates, clock times, moments and sealed text.
// They carry no behaviour; they only stop the wrong kind of value from compiling into a column.
import { sql, type SQL } from "drizzle-orm";
import { customType, integer, text, type SQLiteTable } from "drizzle-orm/sqlite-core";
import type { CalendarDate, ClockTime, Instant } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { Sealed } from "./vault.ts";

export const pence = customType<{ data: Pence; driverData: number }>({ dataType: () => "integer" });
export const calendarDate = customType<{ data: CalendarDate; driverData: string }>({ dataType: () => "text" });
export const clockTime = customType<{ data: ClockTime; driverData: string }>({ dataType: () => "text" });
export const instant = customType<{ data: Instant; driverData: string }>({ dataType: () => "text" });
/** Accepts only what the vault sealed: plain text in a sensitive column does not compile. */
export const sealed = customType<{ data: Sealed; driverData: string }>({ dataType: () => "text" });

/** A random id, made by services/context.server.ts. */
export const id = () => text("id").primaryKey();
/** Counts the saves of a row, so that two people editing never overwrite each other silently. */
export const version = () => integer("version").notNull().default(1);
export const yesNo = (name: string) => integer(name, { mode: "boolean" });
export const json = <Shape>(name: string) => text(name, { mode: "json" }).$type<Shape>();

/** The order rows were written in, for what was written at one moment: ids are random, and tell nothing of it. */
export const asWritten = (table: SQLiteTable): SQL => sql`${table}.rowid`;
