// A meeting with people invited to it, made through the services, and each of them as the attendee their link makes them.
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import { attendeeOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { invitePeople } from "#app/services/invitations.server.ts";
import { createWholeMeeting, type SavedMeeting, type WholeMeeting } from "#app/services/meetings.server.ts";
import { addPerson } from "#app/services/people.server.ts";
import { findLiveGrant } from "#db/stores/links.ts";
import type { TestInstance } from "#tests/support/instance.ts";

export const onTwelfthOfJanuary = {
  kind: "known",
  date: calendarDateOf("2027-01-12"),
  startsAt: clockTimeOf("10:30"),
  endsAt: clockTimeOf("13:00"),
} as const;

/** Makes a meeting that pays nothing, so that nothing of money is wanted. Its date is not known unless one is given. */
export async function meetingOf(opened: TestInstance, coordinator: Coordinator, change: Partial<WholeMeeting> = {}): Promise<SavedMeeting> {
  return createWholeMeeting(opened.context(), coordinator, {
    name: "Planning group",
    about: "We plan the new garden.",
    asked: "Say what you would like.",
    contact: { kind: "staff", staffId: coordinator.staffId },
    mode: "in-person",
    when: { kind: "not-known" },
    breaks: { everyMinutes: 45, minutes: 15 },
    what: { agenda: [{ title: "Ideas", minutes: 60 }], expectedPeople: 8, foodServed: false, parallelGroups: 0, conditions: [] },
    where: { place: { kind: "compare" }, conditions: [] },
    payment: { offered: "nothing", costs: [], costsOther: "", budgetCode: "" },
    ...change,
  });
}

/** Puts a person on file and invites them; by email unless an address or a phone number is given. */
export async function invite(
  opened: TestInstance,
  coordinator: Coordinator,
  meeting: SavedMeeting,
  name: string,
  ways: { readonly phone?: string; readonly address?: string } = {},
): Promise<Attendee> {
  const { phone = "", address = "" } = ways;
  const email = phone === "" && address === "" ? `${name.toLowerCase().replaceAll(" ", ".")}@example.org` : "";
  const preferredContact = email !== "" ? "email" : phone !== "" ? "phone" : "letter";
  const added = await addPerson(opened.context(), coordinator, {
    name,
    email,
    phone,
    address,
    preferredContact,
    neutralSubject: false,
    safeContact: "",
  });
  if (!added.ok) throw new Error(added.refusal);
  return inviteKnown(opened, coordinator, meeting, added.value.personId);
}

/** Invites somebody on file. */
export async function inviteKnown(
  opened: TestInstance,
  coordinator: Coordinator,
  meeting: SavedMeeting,
  personId: string,
): Promise<Attendee> {
  const inviting = { personIds: [personId], personalLine: "", neutralFor: [] };
  const invited = await invitePeople(opened.context(), coordinator, meeting.reference, inviting);
  const [one] = invited.ok ? invited.value : [];
  if (one === undefined) throw new Error("Nobody was invited");
  const grant = await findLiveGrant(opened.context().db, "invitation", one.invitationId);
  if (!grant) throw new Error("An invitation has no link");
  return attendeeOf({
    organisationId: coordinator.organisationId,
    personId,
    invitationId: one.invitationId,
    meetingId: meeting.id,
    grantId: grant.id,
    mayReadBack: false,
  });
}
