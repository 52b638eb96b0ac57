// A meeting of many people who have all answered, made through the services: for the bench of a large plan, and for tests that look
// at pages full of people.
import { requirementIds } from "#app/domain/access/requirements/index.ts";
import type { ChosenOption } from "#app/domain/access/topics.ts";
import { addDays, clockTimeOf } from "#app/domain/basics/dates.ts";
import { attendeeOf, type Coordinator } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import { invitePeople } from "#app/services/invitations.server.ts";
import { createWholeMeeting } from "#app/services/meetings.server.ts";
import { saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { addPerson } from "#app/services/people.server.ts";

const requirementsEach = 5;

/** Makes the meeting, ten weeks ahead and in a venue of which nothing is known, and answers for everybody. Gives its reference. */
export async function makeLargeMeeting(
  context: Context,
  coordinator: Coordinator,
  names: { readonly meeting: string; readonly people: readonly string[]; readonly venue?: string },
): Promise<string> {
  const meeting = await createWholeMeeting(context, coordinator, {
    name: names.meeting,
    about: "Everybody meets.",
    asked: "Say what you think.",
    contact: { kind: "staff", staffId: coordinator.staffId },
    mode: "hybrid",
    when: { kind: "known", date: addDays(context.today, 70), startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf("15:00") },
    breaks: { everyMinutes: 45, minutes: 15 },
    what: {
      agenda: [{ title: "Agenda", minutes: 130 }],
      expectedPeople: names.people.length,
      foodServed: true,
      parallelGroups: 2,
      conditions: [],
    },
    where: {
      place: { kind: "new", name: names.venue ?? "Kiln Hall", address: "1 Kiln Lane", email: "" },
      online: { service: "zoom", joiningLink: "", features: [] },
      conditions: [],
    },
    payment: { offered: "nothing", costs: [], costsOther: "", budgetCode: "" },
  });
  const personIds: string[] = [];
  for (const [index, name] of names.people.entries()) {
    const added = await addPerson(context, coordinator, {
      name,
      email: `person${index + 1}@example.org`,
      phone: "",
      address: "",
      preferredContact: "email",
      neutralSubject: false,
      safeContact: "",
    });
    if (!added.ok) throw new Error(added.refusal);
    personIds.push(added.value.personId);
  }
  const sent = await invitePeople(context, coordinator, meeting.reference, { personIds, personalLine: "", neutralFor: [] });
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusal));
  for (const [index, personId] of personIds.entries()) await answerAs(context, coordinator, { meetingId: meeting.id, personId, index });
  return meeting.reference;
}

// Steps of primes through the catalogue, as in planning.ts: nobody has a requirement twice, and neighbours differ.
async function answerAs(
  context: Context,
  { organisationId }: Coordinator,
  { meetingId, personId, index }: { readonly meetingId: string; readonly personId: string; readonly index: number },
): Promise<void> {
  const invitation = await context.db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.personId, personId) });
  if (!invitation) throw new Error("Somebody was not invited");
  const attendee = attendeeOf({ organisationId, personId, invitationId: invitation.id, meetingId, grantId: "bench", mayReadBack: false });
  const chosen = Array.from({ length: requirementsEach }, (_, turn): ChosenOption => ({
    id: requirementIds[(index * 37 + turn * 29) % requirementIds.length] ?? "bsl-interpreter",
    strength: turn % 3 === 2 ? "helpful" : "essential",
  }));
  await saveOwnAnswers(context, attendee, 0, (answers) => ({ ...answers, chosen }));
  await sendOwnAnswers(context, attendee);
}
