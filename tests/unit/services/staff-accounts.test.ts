// Who works here and what each may do: given by two administrators, taken away at once, and never a way for one person to do two steps.
import Database from "better-sqlite3";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import {
  administratorOf,
  financeOfficerOf,
  type Administrator,
  type Attendee,
  type Coordinator,
  type FinanceOfficer,
  type StaffRole,
} from "#app/domain/people/actors.ts";
import { addStaffMember, beginFirstSession, signInWithPassword, staffOfSession } from "#app/services/accounts.server.ts";
import { authoriseClaim, passClaim } from "#app/services/finance.server.ts";
import { settingsHistoryFor } from "#app/services/settings-history.server.ts";
import {
  agreeToRoles,
  endAccess,
  inviteAgain,
  inviteStaff,
  leavingOf,
  peopleAndRoles,
  rolesToAgree,
  saveStaffMember,
  staffMemberOf,
  turnDownRoles,
  type Invited,
  type StaffWish,
} from "#app/services/staff-accounts.server.ts";
import { findInvitationToWork, joinByInvitation } from "#app/services/staff-invitations.server.ts";
import { findStaff } from "#db/stores/accounts.ts";
import { afterwards, invitedPerson, markEverybody, pastMeeting, sentClaim } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let ines: Administrator;
const moment = (at: string) => opened.context(at);
const now = () => opened.context(afterwards);

beforeAll(async () => {
  opened = await testInstance(afterwards);
});
afterAll(() => opened.close());
beforeEach(async () => {
  asha = (await makeOrganisation(moment("2026-08-01T09:00:00.000Z"))).coordinator;
  ines = administratorOf(await account("Ines Costa", ["administrator"]))!;
});

const address = () => `${now().newId().toLowerCase()}@example.org`;

async function account(name: string, roles: readonly StaffRole[]) {
  const email = address();
  const added = await addStaffMember(now(), { organisationId: asha.organisationId, name, email, roles });
  if (!added.ok) throw new Error(added.refusal);
  return { staffId: added.value.staffId, organisationId: asha.organisationId, name, email, roles };
}

/** An administrator beside Ines. */
const second = async () => administratorOf(await account("Owen Parry", ["administrator"]))!;

async function change(by: Administrator, staffId: string, wanted: Partial<StaffWish>) {
  const found = await staffMemberOf(now(), by, staffId);
  if (found === null) throw new Error("nobody here");
  const { roles, limit, personId, version } = found;
  return saveStaffMember(now(), by, { staffId, version }, { roles, limit, personId, ...wanted });
}

const end = async (by: Administrator, staffId: string, giveTo: string | null = null) =>
  endAccess(now(), by, { staffId, version: (await leavingOf(now(), by, staffId))!.version }, { giveTo });

/** Somebody as their session would let them in now. */
async function actorNow(staffId: string): Promise<FinanceOfficer | null> {
  const row = (await findStaff(now().db, staffId))!;
  return row.disabledAt === null ? financeOfficerOf({ ...row, staffId }) : null;
}

const rolesNow = async (staffId: string) => (await findStaff(now().db, staffId))?.roles;

function linkIn(invited: Invited | { readonly way: "hold-now" }): string {
  if (typeof invited.way !== "object") throw new Error(`no link: ${invited.way}`);
  return invited.way.link.split("/").at(-1)!;
}

async function waitingFor(by: Administrator) {
  const [first] = (await peopleAndRoles(now(), by)).waiting;
  if (first === undefined) throw new Error("nothing waits");
  return { requestId: first.requestId, version: first.version };
}

describe("an invitation to work here", () => {
  const wanted = { name: "Ben Ali", email: "", roles: ["finance-check"] as const };

  test("of a single administrator gives a link by which the invited person chooses their own password", async () => {
    const email = address();
    const invited = await inviteStaff(now(), ines, { ...wanted, email });
    if (!invited.ok) throw new Error(invited.refusal);
    const token = linkIn(invited.value);
    expect(await findInvitationToWork(now(), token)).toMatchObject({ name: "Ben Ali", email, roles: "Finance: check" });
    const joined = await joinByInvitation(now(), token, { name: "Benjamin Ali", password: "sycamore harbour lantern" });
    if (!joined.ok) throw new Error(joined.refusal);
    expect(await staffOfSession(now(), joined.value.session)).toMatchObject({
      state: "signed-in",
      who: { account: { name: "Benjamin Ali" } },
    });
    expect(await signInWithPassword(now(), { email, password: "sycamore harbour lantern" })).toMatchObject({ ok: true });
  });

  test("works once, for 7 days, and not with a password everybody guesses", async () => {
    const invited = await inviteStaff(now(), ines, { ...wanted, email: address() });
    if (!invited.ok) throw new Error(invited.refusal);
    const token = linkIn(invited.value);
    expect(await findInvitationToWork(moment("2026-11-10T08:59:00.000Z"), token)).not.toBeNull();
    expect(await findInvitationToWork(moment("2026-11-10T09:00:00.000Z"), token)).toBeNull();
    expect(await joinByInvitation(now(), token, { name: "Ben", password: "aaaaaaaaaaaaaa" })).toEqual({
      ok: false,
      refusal: "password-is-common",
    });
    await joinByInvitation(now(), token, { name: "Ben Ali", password: "sycamore harbour lantern" });
    const again = { name: "Somebody Else", password: "another long password" };
    expect(await joinByInvitation(now(), token, again)).toEqual({ ok: false, refusal: "link-ended" });
  });

  test("made anew ends the link before it, and is not made for somebody who has an account", async () => {
    const invited = await inviteStaff(now(), ines, { ...wanted, email: address() });
    if (!invited.ok) throw new Error(invited.refusal);
    const again = await inviteAgain(now(), ines, invited.value.staffId);
    if (!again.ok) throw new Error(again.refusal);
    expect(await findInvitationToWork(now(), linkIn(invited.value))).toBeNull();
    expect(await findInvitationToWork(now(), linkIn(again.value))).not.toBeNull();
    expect(await inviteAgain(now(), ines, asha.staffId)).toEqual({ ok: false, refusal: "not-found" });
  });

  test("is refused for an address in use here or elsewhere, and without a role", async () => {
    const other = await makeOrganisation(now(), "Elsewhere");
    for (const email of [asha.email.toUpperCase(), other.coordinator.email])
      expect(await inviteStaff(now(), ines, { ...wanted, email })).toEqual({ ok: false, refusal: "email-in-use" });
    expect(await inviteStaff(now(), ines, { ...wanted, email: address(), roles: [] })).toEqual({ ok: false, refusal: "no-role" });
  });

  test("waits for the other administrator where there are two, gives nothing until then, and shows its link to who agreed", async () => {
    const owen = await second();
    const invited = await inviteStaff(now(), ines, { ...wanted, email: address() });
    expect(invited).toMatchObject({ ok: true, value: { way: "waits" } });
    const staffId = invited.ok ? invited.value.staffId : "";
    expect(await rolesNow(staffId)).toEqual([]);
    expect(await inviteAgain(now(), ines, staffId)).toEqual({ ok: false, refusal: "not-found" });
    expect(await rolesToAgree(now(), owen)).toBe(1);
    expect(await rolesToAgree(now(), ines)).toBe(0);
    const agreed = await agreeToRoles(now(), owen, await waitingFor(owen));
    if (!agreed.ok) throw new Error(agreed.refusal);
    expect(await findInvitationToWork(now(), linkIn(agreed.value))).toMatchObject({ roles: "Finance: check" });
    expect(await rolesNow(staffId)).toEqual(["finance-check"]);
  });

  test("that is not agreed to takes the person off the list", async () => {
    const owen = await second();
    await inviteStaff(now(), ines, { ...wanted, email: address() });
    expect(await turnDownRoles(now(), owen, await waitingFor(owen))).toMatchObject({ ok: true });
    expect((await peopleAndRoles(now(), ines)).people.map(({ name }) => name)).not.toContain("Ben Ali");
  });
});

describe("roles", () => {
  test("given where there are two administrators hold once the other agrees, and never by who asked", async () => {
    const owen = await second();
    expect(await change(ines, ines.staffId, { roles: ["finance-authorise", "administrator"] })).toEqual({
      ok: true,
      value: { waiting: ["finance-authorise"] },
    });
    expect(await rolesNow(ines.staffId)).toEqual(["administrator"]);
    expect(await agreeToRoles(now(), ines, await waitingFor(ines))).toEqual({ ok: false, refusal: "your-own" });
    expect(await rolesNow(ines.staffId)).toEqual(["administrator"]);
    expect(await agreeToRoles(now(), owen, await waitingFor(owen))).toMatchObject({ ok: true, value: { way: "hold-now" } });
    expect(await rolesNow(ines.staffId)).toEqual(["finance-authorise", "administrator"]);
  });

  test("cannot be agreed to by who asked for them even in the database itself", async () => {
    await second();
    await change(ines, ines.staffId, { roles: ["finance-check", "administrator"] });
    const file = new Database(join(opened.folder, "data", "welcome-table.db"));
    const agree = file.prepare("UPDATE role_requests SET state = 'agreed', decided_by = asked_by WHERE asked_by = ?");
    expect(() => agree.run(ines.staffId)).toThrow(/somebody other than who asked/u);
    file.close();
  });

  test("taken away end at once, in a session that is open", async () => {
    await account("Second Authoriser", ["finance-authorise"]);
    const ngozi = await account("Ngozi Obi", ["finance-check", "finance-authorise"]);
    const session = await beginFirstSession(now(), ngozi.email);
    await change(ines, ngozi.staffId, { roles: ["finance-check"] });
    expect(await staffOfSession(now(), session)).toMatchObject({ state: "signed-in", who: { account: { roles: ["finance-check"] } } });
  });

  test("asked for again are one request, and asked for no more are none", async () => {
    await second();
    const ben = await account("Ben Ali", ["coordinator"]);
    await change(ines, ben.staffId, { roles: ["coordinator", "finance-check"] });
    await change(ines, ben.staffId, { roles: ["coordinator", "finance-check"] });
    expect((await peopleAndRoles(now(), ines)).waiting).toHaveLength(1);
    await change(ines, ben.staffId, { roles: ["coordinator"] });
    expect((await peopleAndRoles(now(), ines)).waiting).toEqual([]);
  });

  test("leave at least one administrator and one who authorises", async () => {
    const ngozi = await account("Ngozi Obi", ["finance-authorise"]);
    expect(await change(ines, ines.staffId, { roles: ["coordinator"] })).toEqual({ ok: false, refusal: "last-administrator" });
    expect(await change(ines, ngozi.staffId, { roles: ["finance-check"] })).toEqual({ ok: false, refusal: "only-authoriser" });
    expect(await end(ines, ngozi.staffId)).toEqual({ ok: false, refusal: "only-authoriser" });
    expect(await change(ines, ngozi.staffId, { roles: [] })).toEqual({ ok: false, refusal: "no-role" });
    await inviteStaff(now(), ines, { name: "Not Here Yet", email: address(), roles: ["finance-authorise"] });
    expect(await end(ines, ngozi.staffId)).toEqual({ ok: false, refusal: "only-authoriser" });
  });

  test("are not given alone for a week by an administrator who put the other one out", async () => {
    const owen = await second();
    expect(await end(ines, owen.staffId)).toMatchObject({ ok: true });
    expect(await change(ines, ines.staffId, { roles: ["finance-check", "administrator"] })).toEqual({
      ok: false,
      refusal: "too-soon-alone",
    });
    expect(await inviteStaff(now(), ines, { name: "Ben Ali", email: address(), roles: ["finance-check"] })).toEqual({
      ok: false,
      refusal: "too-soon-alone",
    });
    const later = moment("2026-11-10T09:00:00.000Z");
    const own = (await staffMemberOf(later, ines, ines.staffId))!;
    const wanted = { roles: ["finance-check", "administrator"], limit: null, personId: null } as const;
    expect(await saveStaffMember(later, ines, { staffId: own.id, version: own.version }, wanted)).toMatchObject({ ok: true });
  });

  test("are in the history with what they were and what they became, limits too, and never with who somebody is as a person", async () => {
    const mia = await invitedPerson(moment, asha, (await pastMeeting(moment, asha)).reference);
    const ben = await account("Ben Ali", ["finance-check"]);
    await change(ines, ben.staffId, {
      roles: ["finance-check", "finance-authorise"],
      limit: penceOf(50_000),
      personId: mia.personId,
      authorises: { codes: ["PPI-204"], from: null, until: calendarDateOf("2026-12-31") },
    });
    const { changes } = await settingsHistoryFor(now(), ines, { kind: "people", page: 1 });
    expect(changes[0]).toMatchObject({
      who: "Ines Costa",
      about: "Ben Ali",
      fields: [
        { field: "Roles", before: "Finance: check", after: "Finance: check and Finance: authorise" },
        { field: "Authorisation limit", before: "No limit", after: "£500" },
        { field: "Authorises for", before: "Every code", after: "PPI-204, until Thursday 31 December 2026" },
        { field: "Who they are among the people you invite", before: "Nobody", after: "Somebody on file" },
      ],
    });
    expect(JSON.stringify(changes)).not.toContain("Mia");
  });

  test("for budget codes and days are no more one's own to set than a limit is", async () => {
    const authorises = { codes: ["PPI-204"], from: null, until: null };
    await second();
    expect(await change(ines, ines.staffId, { authorises })).toEqual({ ok: false, refusal: "own-limit" });
  });

  test("changed on a page that is no longer as it was are not written over", async () => {
    const ben = await account("Ben Ali", ["coordinator"]);
    const { version } = (await staffMemberOf(now(), ines, ben.staffId))!;
    await change(ines, ben.staffId, { limit: penceOf(1_000) });
    const wanted = { roles: ["coordinator"], limit: null, personId: null } as const;
    expect(await saveStaffMember(now(), ines, { staffId: ben.staffId, version }, wanted)).toEqual({
      ok: false,
      refusal: "changed-by-someone-else",
    });
  });

  test("of another organisation are out of reach", async () => {
    const { coordinator } = await makeOrganisation(now(), "Elsewhere");
    expect(await staffMemberOf(now(), ines, coordinator.staffId)).toBeNull();
    expect(await leavingOf(now(), ines, coordinator.staffId)).toBeNull();
    expect(await endAccess(now(), ines, { staffId: coordinator.staffId, version: 1 }, { giveTo: null })).toEqual({
      ok: false,
      refusal: "not-found",
    });
  });
});

describe("who somebody is as a person", () => {
  test("stops them from checking their own claim, and they cannot take it off themselves", async () => {
    const { reference } = await pastMeeting(moment, asha);
    const mia = await invitedPerson(moment, asha, reference);
    await markEverybody(now(), asha, reference);
    const claimId = await sentClaim(now(), mia);
    await change(ines, ines.staffId, { roles: ["finance-check", "administrator"], personId: mia.personId });
    expect(await passClaim(now(), (await actorNow(ines.staffId))!, await at(claimId), "PPI-204")).toMatchObject({ ok: false });
    expect(await change(ines, ines.staffId, { personId: null })).toEqual({ ok: false, refusal: "own-person" });
    expect(await change(ines, ines.staffId, { personId: "somebody else" })).toEqual({ ok: false, refusal: "own-person" });
    expect(await change(ines, asha.staffId, { personId: "nobody on file" })).toEqual({ ok: false, refusal: "not-a-person-here" });
  });
});

test("an administrator does not set their own limit where there is another", async () => {
  await second();
  expect(await change(ines, ines.staffId, { limit: penceOf(1) })).toEqual({ ok: false, refusal: "own-limit" });
});

describe("ending somebody's access", () => {
  test("closes their open sessions and their password at once, and gives their meetings to who was chosen", async () => {
    const { reference } = await pastMeeting(moment, asha);
    const ben = await account("Ben Ali", ["coordinator"]);
    const session = await beginFirstSession(now(), asha.email);
    expect(await leavingOf(now(), ines, asha.staffId)).toMatchObject({ meetings: [{ reference }], successors: [{ name: "Ben Ali" }] });
    expect(await end(ines, asha.staffId)).toEqual({ ok: false, refusal: "nobody-takes-over" });
    expect(await end(ines, asha.staffId, ines.staffId)).toEqual({ ok: false, refusal: "nobody-takes-over" });
    expect(await end(ines, asha.staffId, ben.staffId)).toMatchObject({ ok: true });
    expect(await staffOfSession(now(), session)).toEqual({ state: "nobody" });
    const meeting = await now().db.query.meetings.findFirst({ where: (table, { eq }) => eq(table.reference, reference) });
    expect(meeting?.coordinatorId).toBe(ben.staffId);
    expect((await peopleAndRoles(now(), ines)).people.map(({ name }) => name)).toEqual(["Ben Ali", "Ines Costa"]);
  });

  test("is not for oneself, and takes back what they had asked for", async () => {
    const owen = await second();
    await change(owen, owen.staffId, { roles: ["finance-check", "administrator"] });
    expect(await end(owen, owen.staffId)).toEqual({ ok: false, refusal: "yourself" });
    await end(ines, owen.staffId);
    expect((await peopleAndRoles(now(), ines)).waiting).toEqual([]);
  });
});

const at = async (claimId: string) => {
  const row = await now().db.query.claims.findFirst({ where: (table, { eq }) => eq(table.id, claimId) });
  return { claimId, version: row!.version };
};

describe("two steps on one claim", () => {
  let claimId: string;
  let tom: { readonly staffId: string; readonly email: string };
  let mia: Attendee;

  beforeEach(async () => {
    const { reference } = await pastMeeting(moment, asha);
    mia = await invitedPerson(moment, asha, reference);
    await markEverybody(now(), asha, reference);
    claimId = await sentClaim(now(), mia);
    await account("Ngozi Obi", ["finance-authorise"]);
    tom = await account("Tom Hale", ["finance-check"]);
    expect(await passClaim(now(), (await actorNow(tom.staffId))!, await at(claimId), "PPI-204")).toMatchObject({ ok: true });
  });

  const authorise = async (staffId: string) => authoriseClaim(now(), (await actorNow(staffId))!, await at(claimId));

  test("are not one person's, also when who checked is given the role to authorise", async () => {
    await change(ines, tom.staffId, { roles: ["finance-check", "finance-authorise"] });
    expect(await authorise(tom.staffId)).toMatchObject({ ok: false });
  });

  test("are not one person's, also when the checker's role is first taken away", async () => {
    await change(ines, tom.staffId, { roles: ["finance-authorise"] });
    expect(await authorise(tom.staffId)).toMatchObject({ ok: false });
  });

  test("are not one person's, also when they leave and are invited back with the other role", async () => {
    expect(await end(ines, tom.staffId)).toMatchObject({ ok: true });
    expect(await actorNow(tom.staffId)).toBeNull();
    const back = await inviteStaff(now(), ines, { name: "Thomas Hale", email: tom.email.toUpperCase(), roles: ["finance-authorise"] });
    if (!back.ok) throw new Error(back.refusal);
    expect(back.value.staffId).toBe(tom.staffId);
    await joinByInvitation(now(), linkIn(back.value), { name: "Thomas Hale", password: "sycamore harbour lantern" });
    expect(await authorise(tom.staffId)).toMatchObject({ ok: false });
  });

  test("are not one person's, also when an administrator gives themself both roles", async () => {
    await change(ines, ines.staffId, { roles: ["finance-check", "finance-authorise", "administrator"] });
    const { reference } = await pastMeeting(moment, asha);
    const other = await invitedPerson(moment, asha, reference, { name: "Ada Crane", email: "ada@example.org" });
    await markEverybody(now(), asha, reference);
    claimId = await sentClaim(now(), other);
    expect(await passClaim(now(), (await actorNow(ines.staffId))!, await at(claimId), "PPI-204")).toMatchObject({ ok: true });
    expect(await authorise(ines.staffId)).toMatchObject({ ok: false });
  });

  test("stay two people's when the only other authoriser would go", async () => {
    const [ngozi] = (await peopleAndRoles(now(), ines)).people.filter(({ name }) => name === "Ngozi Obi");
    await change(ines, tom.staffId, { roles: ["finance-check", "finance-authorise"] });
    expect(await end(ines, ngozi!.id)).toMatchObject({ ok: true });
    expect(await authorise(tom.staffId)).toMatchObject({ ok: false });
  });
});
