// The four nations in the order people are asked about them.
import type { Nation } from "#app/domain/basics/dates.ts";

export const nationNames: Readonly<Record<Nation, string>> = {
  england: "England",
  scotland: "Scotland",
  wales: "Wales",
  "northern-ireland": "Northern Ireland",
};
