// What each role is called.
import type { StaffRole } from "#app/domain/people/actors.ts";

export const roleNames: Readonly<Record<StaffRole, string>> = {
  coordinator: "Coordinator",
  "finance-check": "Finance: check",
  "finance-authorise": "Finance: authorise",
  auditor: "Auditor (reads about money, changes nothing)",
  administrator: "Administrator",
};
