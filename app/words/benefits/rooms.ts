// Which of a finding's weeks or periods to tell people about.
import type { Finding } from "#app/domain/benefits/benefit.ts";

/** The room with least left: the one to tell people about. */
export function tightestRoom(finding: Finding): Finding["rooms"][number] | undefined {
  let tightest: Finding["rooms"][number] | undefined;
  for (const room of finding.rooms) if (tightest === undefined || room.left < tightest.left) tightest = room;
  return tightest;
}
