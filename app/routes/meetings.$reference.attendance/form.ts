// "Who took part?": one answer and the hours for each person who has not sent a claim.
import { z } from "zod";
import { attendances } from "#app/domain/payments/attended-time.ts";
import type { AttendanceRow, Mark } from "#app/services/attendance.server.ts";
import { choice, versionField } from "#app/web/form-fields.ts";
import { attendanceLabels } from "#app/words/claims.ts";

export const attendanceOptions = attendances.map((value) => ({ value, label: attendanceLabels[value] }));

type Person = Pick<AttendanceRow, "invitationId" | "name">;
type Said = Readonly<Record<string, unknown>>;

/** The form for these people. Nobody is marked by leaving a question out. */
export function attendanceForm(people: readonly Person[]) {
  return z.strictObject(
    Object.fromEntries(
      people.flatMap(({ invitationId, name }): readonly [string, z.ZodType][] => [
        [`took-${invitationId}`, choice(attendances, `Choose how ${name} took part`)],
        [`hours-${invitationId}`, hours(`${name}: hours must be a number, like 2.5`)],
        [`version-${invitationId}`, versionField],
      ]),
    ),
  );
}

/** What was said, as the service takes it. */
export function marksFrom(people: readonly Person[], said: Said): readonly Mark[] {
  return people.map(({ invitationId }) => ({
    invitationId,
    attendance: said[`took-${invitationId}`] as Mark["attendance"],
    minutes: said[`hours-${invitationId}`] as number,
    version: said[`version-${invitationId}`] as number,
  }));
}

/** Minutes as hours for the box: "2", "2.5", "1.33". */
export function hoursTyped(minutes: number): string {
  return String(Math.round((minutes / 60) * 100) / 100);
}

// To the nearest minute, so that the hours we wrote in the box ourselves come back as the minutes they stood for.
function hours(message: string) {
  return z.string({ error: message }).transform((typed, context): number => {
    const plain = typed.normalize("NFKC").trim();
    if (/^\d{1,2}(?:\.\d{1,2})?$/u.test(plain) && Number(plain) <= 24) return Math.round(Number(plain) * 60);
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
}
