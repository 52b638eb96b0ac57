// What each person chose about payment, beside what others can open: coordinators see how many have decided and never who chose
// what, other people see nothing, and finance sees amounts only where there is money to pay (decision 22, experience.md 2.5).
import { afterAll, beforeAll, describe, test, vi } from "vitest";
import { penceOf } from "#app/domain/basics/money.ts";
import { attendeeOf, coordinatorOf, type Attendee } from "#app/domain/people/actors.ts";
import { invitePeople } from "#app/services/invitations.server.ts";
import { decide, ownChoice, saveDraft, undoDecision, type Draft } from "#app/services/payment-choice.server.ts";
import { addPerson } from "#app/services/people.server.ts";
import { openApp, type App } from "#tests/support/app.ts";
import { makeTwoOrganisations, type TwoOrganisations } from "#tests/support/two-organisations.ts";
import { expectNothingSeen } from "#tests/support/what-others-see.ts";

let app: App;
let both: TwoOrganisations;
let pair: readonly [Attendee, Attendee];

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

beforeAll(async () => {
  app = await openApp({ withExample: true });
  both = await makeTwoOrganisations(app);
  pair = [await invited("Ffion Pugh"), await invited("Idris Cole")];
});
afterAll(() => app.close());

/** Somebody more at the second organisation's meeting. */
async function invited(name: string): Promise<Attendee> {
  const context = app.instance.context();
  const reference = both.second.ids.meeting ?? "";
  const meeting = (await context.db.query.meetings.findFirst({ where: (table, { eq }) => eq(table.reference, reference) }))!;
  const staff = await context.db.query.staff.findMany({ where: (table, { eq }) => eq(table.organisationId, meeting.organisationId) });
  const coordinator = staff.map((one) => coordinatorOf({ ...one, staffId: one.id })).find((one) => one !== null)!;
  const facts = { name, email: `${name.slice(0, 4).toLowerCase()}@example.org`, phone: "", address: "", safeContact: "" } as const;
  const person = await addPerson(context, coordinator, { ...facts, preferredContact: "email", neutralSubject: false });
  if (!person.ok) throw new Error(person.refusal);
  const { personId } = person.value;
  const sent = await invitePeople(context, coordinator, reference, { personIds: [personId], personalLine: "", neutralFor: [] });
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusal));
  const invitation = (await context.db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.personId, personId) }))!;
  const { organisationId, id: meetingId } = meeting;
  return attendeeOf({ organisationId, personId, invitationId: invitation.id, meetingId, grantId: "test", mayReadBack: false });
}

async function choose(attendee: Attendee, draft: Draft): Promise<void> {
  const context = app.instance.context();
  const version = async () => (await ownChoice(context, attendee))!.version;
  await undoDecision(context, attendee, await version());
  const drafted = await saveDraft(context, attendee, await version(), draft);
  if (!drafted.ok) throw new Error(drafted.refusal);
  const decided = await decide(context, attendee, await version());
  if (!decided.ok) throw new Error(decided.refusal);
}

const nothing: Draft = { kind: "nothing" };
const less: Draft = { kind: "less", less: penceOf(1_357), how: "bank" };

describe("what two people chose about payment", () => {
  test("could be the other way round, and not one page, list, paper or file of anybody else would be different", async () => {
    await choose(pair[0], less);
    await choose(pair[1], nothing);
    await expectNothingSeen(app, both, ["13.57"], async () => {
      await choose(pair[0], nothing);
      await choose(pair[1], less);
    });
  });
});
