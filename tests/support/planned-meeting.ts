// A meeting with made-up people who have sent what they need: for tests of the plan and of everything drawn from it.
import type { ChosenOption } from "#app/domain/access/topics.ts";
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import { attendeeOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import { invitePeople } from "#app/services/invitations.server.ts";
import { createWholeMeeting, type SavedMeeting } from "#app/services/meetings.server.ts";
import { saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { addPerson } from "#app/services/people.server.ts";

/** A meeting on Tuesday 2 February 2027 in a new venue of which nothing is known. */
export async function plannedMeeting(context: Context, coordinator: Coordinator): Promise<SavedMeeting> {
  return createWholeMeeting(context, coordinator, {
    name: "Garden planning group",
    about: "We plan the new garden.",
    asked: "Say what you would like.",
    contact: { kind: "staff", staffId: coordinator.staffId },
    mode: "in-person",
    when: { kind: "known", date: calendarDateOf("2027-02-02"), startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf("13:00") },
    breaks: { everyMinutes: 45, minutes: 15 },
    what: {
      agenda: [
        { title: "Welcome", minutes: 20 },
        { title: "Ideas", minutes: 60 },
      ],
      expectedPeople: 8,
      foodServed: false,
      parallelGroups: 0,
      conditions: [],
    },
    where: { place: { kind: "new", name: "Kiln Hall", address: "1 Kiln Lane\nLeeds", email: "hall@example.org" }, conditions: [] },
    payment: { offered: "nothing", costs: [], costsOther: "", budgetCode: "" },
  });
}

/** Somebody asked to a meeting, who sends these choices; without choices they have not answered. */
export async function somebodyAsks(
  context: Context,
  coordinator: Coordinator,
  meeting: SavedMeeting,
  name: string,
  chosen: readonly ChosenOption[],
): Promise<Attendee> {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.org`;
  const facts = { name, email, phone: "", address: "", preferredContact: "email", neutralSubject: false, safeContact: "" } as const;
  const person = await addPerson(context, coordinator, facts);
  if (!person.ok) throw new Error(person.refusal);
  const { personId } = person.value;
  const sent = await invitePeople(context, coordinator, meeting.reference, { personIds: [personId], personalLine: "", neutralFor: [] });
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusal));
  const invitation = await context.db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.personId, personId) });
  if (!invitation) throw new Error("Nobody was invited");
  const attendee = attendeeOf({
    organisationId: coordinator.organisationId,
    personId,
    invitationId: invitation.id,
    meetingId: meeting.id,
    grantId: "test",
    mayReadBack: false,
  });
  if (chosen.length > 0) {
    await saveOwnAnswers(context, attendee, 0, (answers) => ({ ...answers, chosen }));
    await sendOwnAnswers(context, attendee);
  }
  return attendee;
}
