// What needs a member of staff now, gathered from every part they have.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Staff } from "#app/domain/people/actors.ts";
import type { Context } from "./context.server.ts";

/** One thing to do, as data: words/today.ts makes its sentence. */
export type ToDo = {
  readonly key: string;
  readonly kind: "claims-to-check" | "claims-to-authorise" | "meeting-needs" | "invite-people";
  readonly by: CalendarDate | null;
  readonly count: number;
  readonly meeting?: string;
  readonly href: string;
};

/** Everything that needs this person, unsorted; only from the parts their roles give them. */
export async function todayFor(
  _context: Context,
  _staff: Staff,
): Promise<{ readonly today: CalendarDate; readonly toDos: readonly ToDo[] }> {
  return { today: _context.today, toDos: [] };
}
