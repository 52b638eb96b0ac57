// Help that rests on another benefit: NHS costs, free school meals, social tariffs. Only the limits for NHS costs in England
// were read; they are shown to be checked and decide nothing here, because the benefit behind the help is looked at on its own.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import type { Dated } from "#app/domain/basics/figures.ts";
import { penceOf, type Rate } from "#app/domain/basics/money.ts";
import { adviceFirst } from "../advice-first.ts";
import type { FigureUsed } from "../benefit.ts";
import { sources } from "../sources.ts";

function takeHome(pence: number): Dated<Rate<"month">> {
  return {
    entries: [
      {
        value: { pence: penceOf(pence), per: "month" },
        from: calendarDateOf("2016-11-01"),
        source: sources.nhsHealthCosts,
        grade: "confirmed",
      },
    ],
    goodUntil: calendarDateOf("2027-04-11"),
  };
}

const figures = { nhsEnglandTakeHome: takeHome(435_00), nhsEnglandTakeHomeWithChildOrLimitedCapability: takeHome(935_00) };

function shown(id: string, { entries, goodUntil }: Dated<Rate<"month">>): FigureUsed {
  return { id, ...entries[0], goodUntil };
}

export const passportedHelp = adviceFirst("passported-help", {
  reasons: ["passported-nhs-england", "passported-other-limits"],
  sources: [sources.nhsHealthCosts],
  actions: ["passported-check-again"],
  figures,
  shown: [
    shown("passported.nhs-england-take-home", figures.nhsEnglandTakeHome),
    shown("passported.nhs-england-take-home-child-or-limited-capability", figures.nhsEnglandTakeHomeWithChildOrLimitedCapability),
  ],
});
