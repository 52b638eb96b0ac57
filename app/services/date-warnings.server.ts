// What a coordinator should know before a date is set: the calendar's days, and what the people asked have said about theirs.
// Counts only: who it is stays with them.
import { clashesWith, type AskedPerson, type OfferedDate } from "#app/domain/meetings/date-poll.ts";
import type { CalendarDate, ClockTime } from "#app/domain/basics/dates.ts";
import { findDatePoll } from "#db/stores/date-polls.ts";
import type { Meeting } from "#db/stores/meetings.ts";
import { askedPeople } from "./asked-people.server.ts";
import type { Context } from "./context.server.ts";
import { warningsAbout, type DateWarning } from "./meetings.server.ts";

type When = { readonly date: CalendarDate; readonly startsAt: ClockTime; readonly endsAt: ClockTime };

/** What is worth knowing about each date of this meeting, the people's own words first. None of it stops anybody. */
export async function warningsBefore(
  context: Context,
  meeting: Meeting,
  dates: readonly When[],
): Promise<readonly (readonly DateWarning[])[]> {
  const { people } = await askedPeople(context, context.db, meeting);
  const poll = people.length === 0 ? undefined : await findDatePoll(context.db, meeting.organisationId, meeting.id);
  return dates.map((when) => [...toldAbout(when, people, poll?.dates ?? []), ...warningsAbout(context, meeting, when)]);
}

function toldAbout(when: When, people: readonly AskedPerson[], dates: readonly OfferedDate[]): readonly DateWarning[] {
  const offered = dates.filter(({ date }) => date === when.date).map(({ id }) => id);
  const cannot = people.filter(({ answers, datesToAvoid }) => {
    const said = offered.flatMap((id) => answers?.choices[id] ?? []);
    // What somebody says about the day itself goes before what they told us earlier; a day they could do at any offered time works.
    return said.length === 0 ? datesToAvoid.includes(when.date) : said.every((choice) => choice === "no");
  });
  const neverThen = people.filter(
    (person) =>
      !cannot.includes(person) &&
      person.answers !== null &&
      person.answers.never !== "none-of-these" &&
      person.answers.never.some((time) => clashesWith(time, when)),
  );
  const leavesOut = cannot.filter(({ hasEssential }) => hasEssential).length;
  return [
    ...(cannot.length === 0 ? [] : [{ kind: "people-cannot", people: cannot.length, leavesOut } as const]),
    ...(neverThen.length === 0 ? [] : [{ kind: "never-then", people: neverThen.length } as const]),
  ];
}
