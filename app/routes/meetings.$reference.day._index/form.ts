// The forms of the day page: what was looked at, who has come, what went wrong.
import { z } from "zod";
import { dayCheckIds } from "#app/domain/meetings/day-checks.ts";
import type { Arrival } from "#app/services/day.server.ts";
import { choice, choices, longText } from "#app/web/form-fields.ts";

export const checksForm = z.strictObject({ seen: choices(dayCheckIds), shown: choices(dayCheckIds) });

export const problemForm = z.strictObject({
  what: longText("what went wrong", { missing: "Say what went wrong" }),
  fixed: choice(["yes", "no"], "Say whether it is fixed"),
});

export const arrivalStates = ["arrived", "online", "not-here", "not-said"] as const;
export type ArrivalSaid = Arrival | "not-said";

/** A button beside a name says whose it is and what happened: "abc arrived". */
export const arrivalForm = z.strictObject({
  came: z.string().transform((text, context): { invitationId: string; state: ArrivalSaid } => {
    const [invitationId = "", said = ""] = text.split(" ");
    const state = arrivalStates.find((one) => one === said);
    if (state !== undefined && invitationId !== "") return { invitationId, state };
    context.addIssue({ code: "custom", message: "Choose who has come" });
    return z.NEVER;
  }),
});

/** A button beside a card says which card of whom was answered: "abc 2027-02-02T10:40:00.000Z 1". */
export const cardForm = z.strictObject({
  answered: z.string().transform((text, context): { invitationId: string; savedAt: string; version: number } => {
    const [, invitationId = "", savedAt = "", version = ""] = /^(\S+) (\d{4}-\d\d-\d\dT[\d:.]+Z) (\d{1,9})$/u.exec(text) ?? [];
    if (version !== "") return { invitationId, savedAt, version: Number(version) };
    context.addIssue({ code: "custom", message: "Choose which card was answered" });
    return z.NEVER;
  }),
});
