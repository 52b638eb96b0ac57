// The seven worked meetings, built through the services the pages call, come out as the JSON door says.
import { describe, expect, test } from "vitest";
import type { MeetingCondition } from "#app/domain/access/meeting-conditions.ts";
import { conditionsOfTheDay, conditionsOfThePlace } from "#app/domain/access/meeting-conditions.ts";
import type { FormatId } from "#app/domain/access/formats.ts";
import { coordinatorOf } from "#app/domain/people/actors.ts";
import { setUp } from "#app/services/accounts.server.ts";
import { createWholeMeeting } from "#app/services/meetings.server.ts";
import { needsOfMeeting } from "#app/services/needs.server.ts";
import type { PlanView } from "#app/services/plan-view.ts";
import { planFor } from "#app/services/plan.server.ts";
import { recordOwnCheck } from "#app/services/venues.server.ts";
import { testInstance } from "#tests/support/instance.ts";
import { somebodyAsks } from "#tests/support/planned-meeting.ts";
import { doorAnswer, findingsOfDoor, findingsOfPage } from "#tests/support/same-findings.ts";
import { workedMeetings, type WorkedMeeting } from "#tests/support/worked-meetings.ts";

type Built = { readonly plan: PlanView; readonly formatsOf: (ref: string) => readonly FormatId[] };

async function built({ given, input }: WorkedMeeting): Promise<Built> {
  const opened = await testInstance();
  try {
    const context = opened.context();
    const { meeting } = input;
    const about = { organisationName: "Harbour Trust", fullName: "Asha Grewal", email: "asha@example.org", password: "three random words" };
    const made = await setUp(context, { ...about, nation: meeting.nation }, "set-up");
    if (!made.ok) throw new Error(made.refusal);
    const asha = coordinatorOf({ ...made.value, name: "Asha Grewal", email: "asha@example.org", roles: ["coordinator"] })!;
    const asked = (from: readonly MeetingCondition[]) => meeting.conditions.filter((one) => from.includes(one));
    const saved = await createWholeMeeting(context, asha, {
      name: given.title.slice(0, 80),
      about: "A worked meeting.",
      asked: "Say what you think.",
      contact: { kind: "staff", staffId: asha.staffId },
      mode: meeting.mode,
      when: { kind: "known", date: meeting.date, startsAt: meeting.plannedStart, endsAt: meeting.plannedEnd },
      breaks: { everyMinutes: 60, minutes: 15 },
      what: {
        agenda: [{ title: "Agenda", minutes: meeting.netAgendaMinutes }],
        expectedPeople: meeting.people,
        foodServed: meeting.foodServed,
        parallelGroups: meeting.parallelGroups,
        conditions: asked(conditionsOfTheDay),
      },
      where:
        meeting.mode === "online"
          ? { online: { service: "zoom", joiningLink: "", features: [] }, conditions: [] }
          : { place: { kind: "new", name: "The venue", address: "1 Kiln Lane", email: "" }, conditions: asked(conditionsOfThePlace) },
      payment: { offered: "nothing", costs: [], costsOther: "", budgetCode: "" },
    });
    const refs = new Map<string, string>();
    for (const { ref, name, requirements } of given.attendees) {
      const chosen = requirements.map(({ id, strength }) => ({ id, ...(strength === "none" ? {} : { strength }) }));
      refs.set((await somebodyAsks(context, asha, saved, `${name} Test`, chosen)).invitationId, ref);
    }
    const first = await planFor(context, asha, saved.reference);
    if (!first.ok) throw new Error(first.refusal);
    const facts = Object.entries(input.venue ?? {}).map(([feature, value]) => ({ feature: feature as never, value, note: "" }));
    if (first.value.venue !== null) await recordOwnCheck(context, asha, first.value.venue.venueId, facts);
    const { attendees } = await needsOfMeeting(context, asha.organisationId, saved.id);
    const plan = await planFor(context, asha, saved.reference);
    if (!plan.ok) throw new Error(plan.refusal);
    return {
      plan: plan.value,
      formatsOf: (ref) => attendees.find((one) => refs.get(one.ref) === ref)?.chosenFormats ?? [],
    };
  } finally {
    opened.close();
  }
}

describe("a worked meeting built through the services", { timeout: 60_000 }, () => {
  test.each(workedMeetings().map((worked) => [worked.id, worked] as const))(
    "%s gives the findings of the JSON door",
    async (_id, worked) => {
      const { plan, formatsOf } = await built(worked);
      expect(plan.missing).toBeNull();
      expect(findingsOfPage(plan)).toEqual(findingsOfDoor(doorAnswer(worked, formatsOf)));
    },
  );
});
