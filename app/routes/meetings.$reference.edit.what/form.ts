// "What will happen?": the agenda with its minutes, and what else planning needs to know of the day.
import { z } from "zod";
import { conditionsOfTheDay } from "#app/domain/access/meeting-conditions.ts";
import type { AgendaItem, WhatFacts } from "#app/services/meetings.server.ts";
import { choice, choices, optionalText, requiredText, versionField } from "#app/web/form-fields.ts";

/** Rows of the agenda at most; a meeting of more parts is better split in two. */
export const mostItems = 20;

const item = z.strictObject({ title: optionalText({ max: 80, thing: "agenda item" }), minutes: optionalText({ thing: "minutes" }) });

/** A whole number in a range, from what was typed. */
function wholeNumber(missing: string, wrong: string, least: number, most: number) {
  return requiredText(missing, { thing: "number" })
    .refine((typed) => /^\d{1,4}$/u.test(typed) && Number(typed) >= least && Number(typed) <= most, wrong)
    .transform(Number);
}

export const whatForm = z
  .strictObject({
    agenda: z.array(item).max(mostItems).default([]),
    expectedPeople: wholeNumber(
      "Enter how many people you expect",
      "How many people you expect must be a whole number from 2 to 1000",
      2,
      1000,
    ),
    food: choice(["yes", "no"], "Choose whether there will be food or drink"),
    parallelGroups: wholeNumber(
      "Enter how many small groups there are at one time",
      "Small groups must be a whole number from 0 to 50",
      0,
      50,
    ),
    conditions: choices(conditionsOfTheDay),
    rows: optionalText({ thing: "rows" }),
    version: versionField,
  })
  .superRefine((said, context) => {
    const missing = (message: string, path: (string | number)[]) => context.addIssue({ code: "custom", message, path });
    said.agenda.forEach(({ title, minutes }, index) => {
      if (title === "" && minutes !== "") missing(`Enter what item ${index + 1} is`, ["agenda", index, "title"]);
      if (title !== "" && minutes === "") missing(`Enter how many minutes item ${index + 1} takes`, ["agenda", index, "minutes"]);
      if (minutes !== "" && !(/^\d{1,3}$/u.test(minutes) && Number(minutes) >= 1 && Number(minutes) <= 600)) {
        missing(`Minutes of item ${index + 1} must be a whole number from 1 to 600`, ["agenda", index, "minutes"]);
      }
    });
    if (!said.agenda.some(({ title, minutes }) => title !== "" || minutes !== ""))
      missing("Enter at least 1 thing that will happen, with its minutes", ["agenda", 0, "title"]);
  });

/** What was said, as the service takes it; rows that were left empty are left out. */
export function whatFactsFrom(said: z.output<typeof whatForm>): WhatFacts {
  const agenda: readonly AgendaItem[] = said.agenda
    .filter(({ title }) => title !== "")
    .map(({ title, minutes }) => ({ title, minutes: Number(minutes) }));
  return {
    agenda,
    expectedPeople: said.expectedPeople,
    foodServed: said.food === "yes",
    parallelGroups: said.parallelGroups,
    conditions: said.conditions,
  };
}
