// People and roles: who works here, what each may do, up to how much they authorise, and how their access begins and ends. A role
// given to anybody waits for a second administrator where there is one (promises.md T3); what is taken away is gone at once.
import { addDays, dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { ChangedField } from "#app/domain/people/setting-kinds.ts";
import { auditActorOf, type Administrator, type StaffRole } from "#app/domain/people/actors.ts";
import { changeRoles, daysBeforeAlone, staffRoles, whyAccessStays, type RoleRefusal } from "#app/domain/people/role-changes.ts";
import { list, money } from "#app/words/format.ts";
import { roleNames } from "#app/words/roles.ts";
import { authorityWords, rolesGivenMessage } from "#app/words/staff.ts";
import { latestEntryAbout, record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { addStaff, findStaffByEmail, hasJoined, listStaff, saveStaff, type StaffAccount } from "#db/stores/accounts.ts";
import { listPeopleOnFile } from "#db/stores/people.ts";
import {
  addRoleRequest,
  decideRoles,
  endWaysIn,
  giveTasks,
  listWaitingRoles,
  tasksOf,
  withdrawRoles,
  type RoleRequest,
} from "#db/stores/staff-roles.ts";
import type { Context } from "./context.server.ts";
import { moveAllKeptBy } from "./voucher-custody.server.ts";
import { queueMessage } from "./messages.server.ts";
import { sameName } from "./people.server.ts";
import { keepSettingChange } from "./settings-history.server.ts";
import { inviteToSetUp, type InvitationWay } from "./staff-invitations.server.ts";

export type StaffOnList = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly StaffRole[];
  readonly limit: Pence | null;
  /** Asked to set up their account, and not done yet. */
  readonly isInvited: boolean;
};

export type WaitingRoles = {
  readonly requestId: string;
  readonly version: number;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly askedBy: string;
  readonly askedOn: CalendarDate;
  readonly isInvitation: boolean;
  /** Whether this administrator asked: then another has to agree. */
  readonly isMine: boolean;
};

/** Everybody who can sign in or was asked to, and the roles that wait for a second administrator. */
export async function peopleAndRoles(
  context: Context,
  administrator: Administrator,
): Promise<{ readonly people: readonly StaffOnList[]; readonly waiting: readonly WaitingRoles[] }> {
  const staff = await listStaff(context.db, administrator.organisationId);
  const nameOf = (id: string) => staff.find((one) => one.id === id)?.name ?? "";
  const waiting = await listWaitingRoles(context.db, administrator.organisationId);
  return {
    people: staff.map((one) => ({
      id: one.id,
      name: one.name,
      email: one.email,
      roles: one.roles,
      limit: one.authorisationLimit,
      isInvited: !hasJoined(one),
    })),
    waiting: waiting.map((request) => ({
      requestId: request.id,
      version: request.version,
      name: nameOf(request.staffId),
      roles: request.roles,
      askedBy: nameOf(request.askedBy),
      askedOn: dayIn(request.askedAt),
      isInvitation: request.isInvitation,
      isMine: request.askedBy === administrator.staffId,
    })),
  };
}

/** How many requests for roles wait for this administrator. */
export async function rolesToAgree(context: Context, { organisationId, staffId }: Administrator): Promise<number> {
  return (await listWaitingRoles(context.db, organisationId)).filter(({ askedBy }) => askedBy !== staffId).length;
}

export type StaffMember = StaffOnList & {
  readonly personId: string | null;
  readonly authorises: Authorises;
  readonly version: number;
  readonly isMe: boolean;
  /** Roles that wait for another administrator. */
  readonly waiting: readonly StaffRole[];
  /** People of the organisation they might be. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
};

/** One member of staff: their roles, up to how much they authorise, and who they are as a person who may claim. */
export async function staffMemberOf(context: Context, administrator: Administrator, staffId: string): Promise<StaffMember | null> {
  const found = (await listStaff(context.db, administrator.organisationId)).find(({ id }) => id === staffId);
  if (found === undefined) return null;
  const people = await listPeopleOnFile(context.db, administrator.organisationId);
  const waiting = await listWaitingRoles(context.db, administrator.organisationId);
  return {
    id: found.id,
    name: found.name,
    email: found.email,
    roles: found.roles,
    limit: found.authorisationLimit,
    authorises: authorisesOf(found),
    isInvited: !hasJoined(found),
    personId: found.personId,
    version: found.version,
    isMe: found.id === administrator.staffId,
    waiting: waiting.filter((request) => request.staffId === staffId).flatMap(({ roles }) => roles),
    // An administrator sees nobody's name but a colleague's: only records that look like this colleague's own are offered.
    people: people
      .filter((one) => one.id === found.personId || sameName(one.name, found.name) || (one.email !== "" && one.email === found.email))
      .map(({ id, name }) => ({ id, name })),
  };
}

export type InviteRefusal = "email-in-use" | Extract<RoleRefusal, "no-role" | "too-soon-alone">;
/** What became of an invitation: it waits for a second administrator, went by email, or its link is shown this once. */
export type Invited = { readonly staffId: string; readonly way: "waits" | InvitationWay };

/**
 * Invites somebody to work here. Somebody whose access ended comes back as who they were, so that nobody becomes a second person by
 * leaving and returning. Refused for an address that is in use.
 */
export async function inviteStaff(
  context: Context,
  administrator: Administrator,
  wanted: { readonly name: string; readonly email: string; readonly roles: readonly StaffRole[] },
  intent?: string,
): Promise<Result<Invited, InviteRefusal>> {
  return context.change<Result<Invited, InviteRefusal>>(
    async (tx) => {
      const { organisationId } = administrator;
      const known = await findStaffByEmail(tx, wanted.email);
      if (known && (known.organisationId !== organisationId || known.disabledAt === null)) return refused("email-in-use");
      const staffId = known?.id ?? context.newId();
      const change = await roleChange(context, tx, administrator, { person: { id: staffId, roles: [] }, wanted: wanted.roles });
      if (!change.ok) return refused(change.refusal === "too-soon-alone" ? "too-soon-alone" : "no-role");
      const row = {
        name: wanted.name,
        roles: change.value.now,
        invitedAt: context.now,
        joinedAt: null,
        disabledAt: null,
        passwordHash: null,
      };
      if (known) await saveStaff(tx, staffId, known.version, row);
      else await addStaff(tx, { ...row, id: staffId, organisationId, email: wanted.email.toLowerCase(), createdAt: context.now });
      await record(context, tx, {
        organisationId,
        actor: auditActorOf(administrator),
        action: known ? "staff-invited-back" : "staff-invited",
        subject: { kind: "staff", id: staffId },
        details: { roles: wanted.roles.join(" "), waits: change.value.waiting.length > 0 },
      });
      const fields = [{ field: "Access", before: known ? "Ended" : "", after: "Invited" }, rolesField([], change.value.now)];
      await keepSettingChange(context, tx, administrator, { kind: "people", about: wanted.name, fields });
      if (change.value.waiting.length > 0) {
        await ask(context, tx, administrator, { staffId, roles: change.value.waiting, isInvitation: true });
        return done({ staffId, way: "waits" });
      }
      return done({ staffId, way: await inviteToSetUp(context, tx, administrator, { staffId, name: wanted.name, email: wanted.email }) });
    },
    intent === undefined ? {} : { intent },
  );
}

/** Sends somebody who has not set up their account yet a new link; earlier ones end. */
export async function inviteAgain(
  context: Context,
  administrator: Administrator,
  staffId: string,
  intent?: string,
): Promise<Result<Invited, "not-found">> {
  return context.change<Result<Invited, "not-found">>(
    async (tx) => {
      const found = (await listStaff(tx, administrator.organisationId)).find(({ id }) => id === staffId);
      if (found === undefined || hasJoined(found) || found.roles.length === 0) return refused("not-found");
      await record(context, tx, {
        organisationId: administrator.organisationId,
        actor: auditActorOf(administrator),
        action: "staff-invited-again",
        subject: { kind: "staff", id: staffId },
      });
      return done({ staffId, way: await inviteToSetUp(context, tx, administrator, { staffId, name: found.name, email: found.email }) });
    },
    intent === undefined ? {} : { intent },
  );
}

/** What somebody authorises: from which budget codes, none meaning every one, and between which days. */
export type Authorises = { readonly codes: readonly string[]; readonly from: CalendarDate | null; readonly until: CalendarDate | null };

/** What is to be saved of somebody. What they authorise stays as it is where nothing is said about it. */
export type StaffWish = {
  readonly roles: readonly StaffRole[];
  readonly limit: Pence | null;
  readonly personId: string | null;
  readonly authorises?: Authorises;
};
export type StaffRefusal = RoleRefusal | "not-found" | "changed-by-someone-else" | "own-limit" | "own-person" | "not-a-person-here";

/**
 * Saves somebody's roles, their limit, and who they are as a person, so that nobody acts on their own claim. Nobody sets their own
 * limit where there is another administrator to do it, and nobody takes off themself who they are. Gives the roles that wait.
 */
export async function saveStaffMember(
  context: Context,
  administrator: Administrator,
  at: { readonly staffId: string; readonly version: number },
  wanted: StaffWish,
  intent?: string,
): Promise<Result<{ readonly waiting: readonly StaffRole[] }, StaffRefusal>> {
  return context.change<Result<{ readonly waiting: readonly StaffRole[] }, StaffRefusal>>(
    async (tx) => {
      const { organisationId } = administrator;
      const staff = await listStaff(tx, organisationId);
      const found = staff.find(({ id }) => id === at.staffId);
      if (found === undefined) return refused("not-found");
      const own = await whyNotOwn(tx, administrator, { found, wanted, staff });
      if (own !== null) return refused(own);
      const waited = (await listWaitingRoles(tx, organisationId)).filter(({ staffId }) => staffId === found.id);
      const change = await roleChange(context, tx, administrator, { person: found, wanted: wanted.roles });
      if (!change.ok) return change;
      const { now, waiting } = change.value;
      const before = authorisesOf(found);
      const authorises = wanted.authorises ?? before;
      const row = {
        roles: now,
        authorisationLimit: wanted.limit,
        personId: wanted.personId,
        authorisesCodes: authorises.codes,
        authorisesFrom: authorises.from,
        authorisesUntil: authorises.until,
      };
      if (!(await saveStaff(tx, at.staffId, at.version, row))) return refused("changed-by-someone-else");
      // What waited before gives way to what is wanted now, unless it is the same.
      const isAskedAlready = waited.length === 1 && sameRoles(waited[0]?.roles ?? [], waiting);
      if (!isAskedAlready) {
        for (const { id, version } of waited) await decideRoles(tx, { id, version }, decided("withdrawn"));
        if (waiting.length > 0)
          await ask(context, tx, administrator, {
            staffId: found.id,
            roles: waiting,
            isInvitation: !hasJoined(found) && found.roles.length === 0,
          });
      }
      await record(context, tx, {
        organisationId,
        actor: auditActorOf(administrator),
        action: "staff-saved",
        subject: { kind: "staff", id: found.id },
        details: {
          roles: now.join(" "),
          waiting: waiting.join(" "),
          limitChanged: wanted.limit !== found.authorisationLimit || !sameAuthority(before, authorises),
          personChanged: wanted.personId !== found.personId,
        },
      });
      if (found.roles.includes("administrator") && !now.includes("administrator")) await recordEnding(context, tx, administrator, found.id);
      const fields = [
        rolesField(found.roles, now),
        { field: "Authorisation limit", before: limitWords(found.authorisationLimit), after: limitWords(wanted.limit) },
        { field: "Authorises for", before: authorityWords(before), after: authorityWords(authorises) },
        personField(found.personId, wanted.personId),
      ];
      await keepSettingChange(context, tx, administrator, { kind: "people", about: found.name, fields });
      return done({ waiting });
    },
    intent === undefined ? {} : { intent },
  );

  function decided(state: "withdrawn") {
    return { state, by: administrator.staffId, at: context.now };
  }
}

async function whyNotOwn(
  tx: Tx,
  administrator: Administrator,
  { found, wanted, staff }: { readonly found: StaffAccount; readonly wanted: StaffWish; readonly staff: readonly StaffAccount[] },
): Promise<"own-limit" | "own-person" | "not-a-person-here" | null> {
  const others = staff.filter((one) => one.id !== administrator.staffId && hasJoined(one) && one.roles.includes("administrator"));
  const isOwn = found.id === administrator.staffId;
  const before = authorisesOf(found);
  const isMore = wanted.limit !== found.authorisationLimit || !sameAuthority(before, wanted.authorises ?? before);
  if (isOwn && isMore && others.length > 0) return "own-limit";
  if (isOwn && found.personId !== null && wanted.personId !== found.personId) return "own-person";
  const people = await listPeopleOnFile(tx, administrator.organisationId);
  return wanted.personId !== null && !people.some(({ id }) => id === wanted.personId) ? "not-a-person-here" : null;
}

/** Agrees to roles another administrator asked for; they hold at once, and an invitation goes out. Nobody agrees to their own. */
export async function agreeToRoles(
  context: Context,
  administrator: Administrator,
  at: { readonly requestId: string; readonly version: number },
  intent?: string,
): Promise<Result<Invited | { readonly staffId: string; readonly way: "hold-now" }, "not-found" | "your-own">> {
  return context.change<Result<Invited | { readonly staffId: string; readonly way: "hold-now" }, "not-found" | "your-own">>(
    async (tx) => {
      const found = await waitingFor(tx, administrator, at);
      if (found === null) return refused("not-found");
      const { request, person } = found;
      if (request.askedBy === administrator.staffId) return refused("your-own");
      const roles = staffRoles.filter((role) => person.roles.includes(role) || request.roles.includes(role));
      const agreed = { state: "agreed", by: administrator.staffId, at: context.now } as const;
      if (!(await decideRoles(tx, { id: request.id, version: at.version }, agreed))) return refused("not-found");
      if (!(await saveStaff(tx, person.id, person.version, { roles }))) throw new Error("Roles changed inside one change");
      await recordDecision(context, tx, administrator, { request, action: "roles-agreed" });
      await keepSettingChange(context, tx, administrator, {
        kind: "people",
        about: person.name,
        fields: [rolesField(person.roles, roles)],
      });
      await tellAdministrators(context, tx, administrator, { name: person.name, roles: request.roles });
      if (!request.isInvitation) return done({ staffId: person.id, way: "hold-now" });
      return done({
        staffId: person.id,
        way: await inviteToSetUp(context, tx, administrator, { staffId: person.id, name: person.name, email: person.email }),
      });
    },
    intent === undefined ? {} : { intent },
  );
}

/** Every other administrator is told of roles that were given, where a mail server can tell them (promises.md T3). */
async function tellAdministrators(
  context: Context,
  tx: Tx,
  { organisationId, staffId, name: agreedBy }: Administrator,
  given: { readonly name: string; readonly roles: readonly StaffRole[] },
): Promise<void> {
  if (!context.mailIsSet) return;
  const others = (await listStaff(tx, organisationId)).filter(
    (one) => one.id !== staffId && hasJoined(one) && one.roles.includes("administrator"),
  );
  for (const { name, email } of others)
    await queueMessage(context, tx, {
      organisationId,
      key: `roles-given ${context.newId()}`,
      kind: "roles-given",
      channel: "email",
      recipient: email,
      ...rolesGivenMessage({ to: name, name: given.name, roles: given.roles, agreedBy }),
    });
}

/** Does not agree, or takes back what one asked for oneself. Somebody who was only to be invited is taken off the list. */
export async function turnDownRoles(
  context: Context,
  administrator: Administrator,
  at: { readonly requestId: string; readonly version: number },
  intent?: string,
): Promise<Result<object, "not-found">> {
  return context.change<Result<object, "not-found">>(
    async (tx) => {
      const found = await waitingFor(tx, administrator, at);
      if (found === null) return refused("not-found");
      const { request, person } = found;
      const state = request.askedBy === administrator.staffId ? "withdrawn" : "refused";
      if (!(await decideRoles(tx, { id: request.id, version: at.version }, { state, by: administrator.staffId, at: context.now })))
        return refused("not-found");
      await recordDecision(context, tx, administrator, { request, action: state === "withdrawn" ? "roles-withdrawn" : "roles-refused" });
      if (request.isInvitation && person.roles.length === 0) {
        await saveStaff(tx, person.id, person.version, { disabledAt: context.now });
        const fields = [{ field: "Access", before: "Invited", after: "Ended" }];
        await keepSettingChange(context, tx, administrator, { kind: "people", about: person.name, fields });
      }
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}

async function waitingFor(
  tx: Tx,
  { organisationId }: Administrator,
  { requestId, version }: { readonly requestId: string; readonly version: number },
): Promise<{ readonly request: RoleRequest; readonly person: StaffAccount } | null> {
  const request = (await listWaitingRoles(tx, organisationId)).find(({ id }) => id === requestId);
  const person = (await listStaff(tx, organisationId)).find(({ id }) => id === request?.staffId);
  return request === undefined || person === undefined || request.version !== version ? null : { request, person };
}

export type Leaving = {
  readonly name: string;
  readonly version: number;
  readonly meetings: readonly { readonly reference: string; readonly name: string }[];
  readonly toDos: number;
  readonly vouchers: number;
  /** Who may take over: coordinators, where there is anything to take over. */
  readonly successors: readonly { readonly id: string; readonly name: string }[];
  /** Who may keep the vouchers they keep: everybody else at work. */
  readonly keepers: readonly { readonly id: string; readonly name: string }[];
};

/** What ending somebody's access would do; null for nobody here. */
export async function leavingOf(context: Context, administrator: Administrator, staffId: string): Promise<Leaving | null> {
  const staff = await listStaff(context.db, administrator.organisationId);
  const found = staff.find(({ id }) => id === staffId);
  if (found === undefined) return null;
  return {
    name: found.name,
    version: found.version,
    ...(await tasksOf(context.db, staffId)),
    successors: successorsOf(staff, staffId),
    keepers: keepersOf(staff, { leaving: staffId, writtenBy: administrator.staffId }),
  };
}

export type EndRefusal =
  | "not-found"
  | "changed-by-someone-else"
  | "yourself"
  | "nobody-takes-over"
  | "vouchers-with-them"
  | "last-administrator"
  | "only-authoriser";

/**
 * Ends somebody's access at once: their open sessions, their links, and what waits for them. Their tasks go to who was chosen, and so do
 * vouchers they keep, on record; refused while it is not said who has those.
 */
export async function endAccess(
  context: Context,
  administrator: Administrator,
  at: { readonly staffId: string; readonly version: number },
  { giveTo, vouchersTo = null }: { readonly giveTo: string | null; readonly vouchersTo?: string | null },
  intent?: string,
): Promise<Result<object, EndRefusal>> {
  return context.change<Result<object, EndRefusal>>(
    async (tx) => {
      const { organisationId } = administrator;
      const staff = await listStaff(tx, organisationId);
      const found = staff.find(({ id }) => id === at.staffId);
      if (found === undefined) return refused("not-found");
      if (found.id === administrator.staffId) return refused("yourself");
      const stays = whyAccessStays(
        found,
        staff.filter((one) => one.id !== found.id && hasJoined(one)),
      );
      if (stays !== null) return refused(stays);
      const tasks = await tasksOf(tx, found.id);
      const successor = successorsOf(staff, found.id).find(({ id }) => id === giveTo);
      const hasTasks = tasks.meetings.length + tasks.toDos > 0;
      if (hasTasks && successor === undefined) return refused("nobody-takes-over");
      const keeper = keepersOf(staff, { leaving: found.id, writtenBy: administrator.staffId }).find(({ id }) => id === vouchersTo);
      if (tasks.vouchers > 0 && keeper === undefined) return refused("vouchers-with-them");
      if (!(await saveStaff(tx, found.id, at.version, { disabledAt: context.now, roles: [], passwordHash: null })))
        return refused("changed-by-someone-else");
      await endWaysIn(tx, found.id);
      await withdrawRoles(tx, found.id, administrator.staffId, context.now);
      if (hasTasks && successor !== undefined) await giveTasks(tx, found.id, successor.id);
      const by = { organisationId, writtenBy: administrator.staffId, actor: auditActorOf(administrator) };
      if (keeper !== undefined) await moveAllKeptBy(context, tx, found.id, { ...by, to: keeper.id });
      await record(context, tx, {
        organisationId,
        actor: auditActorOf(administrator),
        action: "staff-access-ended",
        subject: { kind: "staff", id: found.id },
        details: { tasksTo: hasTasks ? (successor?.id ?? null) : null, meetings: tasks.meetings.length, toDos: tasks.toDos },
      });
      if (found.roles.includes("administrator")) await recordEnding(context, tx, administrator, found.id);
      const fields = [
        { field: "Access", before: hasJoined(found) ? "Could sign in" : "Invited", after: "Ended" },
        rolesField(found.roles, []),
        { field: "Their tasks", before: "", after: hasTasks ? `Given to ${successor?.name ?? ""}` : "" },
        { field: "Vouchers they kept", before: "", after: tasks.vouchers > 0 ? `Kept by ${keeper?.name ?? ""}` : "" },
      ];
      await keepSettingChange(context, tx, administrator, { kind: "people", about: found.name, fields });
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}

function successorsOf(staff: readonly StaffAccount[], leaving: string): readonly { readonly id: string; readonly name: string }[] {
  return staff
    .filter((one) => one.id !== leaving && hasJoined(one) && one.roles.includes("coordinator"))
    .map(({ id, name }) => ({ id, name }));
}

// Whoever writes it down takes the vouchers only where nobody else is there to.
function keepersOf(
  staff: readonly StaffAccount[],
  { leaving, writtenBy }: { readonly leaving: string; readonly writtenBy: string },
): readonly { readonly id: string; readonly name: string }[] {
  const staying = staff.filter((one) => one.id !== leaving && hasJoined(one));
  const others = staying.filter(({ id }) => id !== writtenBy);
  return (others.length > 0 ? others : staying).map(({ id, name }) => ({ id, name }));
}

async function roleChange(
  context: Context,
  tx: Tx,
  { organisationId, staffId }: Administrator,
  {
    person,
    wanted,
  }: { readonly person: { readonly id: string; readonly roles: readonly StaffRole[] }; readonly wanted: readonly StaffRole[] },
) {
  const staff = await listStaff(tx, organisationId);
  return changeRoles({
    person,
    wanted,
    others: staff.filter((one) => one.id !== person.id && hasJoined(one)),
    askedBy: staffId,
    endedAnother: (await aloneFrom(context, tx, organisationId)) !== null,
  });
}

/** The day from which a single administrator may give roles alone again, after another was put out; null where that is today or was. */
export async function aloneAgainOn(context: Context, { organisationId }: Administrator): Promise<CalendarDate | null> {
  return aloneFrom(context, context.db, organisationId);
}

async function aloneFrom(context: Context, db: Db | Tx, organisationId: string): Promise<CalendarDate | null> {
  const ended = await latestEntryAbout(db, "organisation", organisationId, ["administrator-ended"]);
  const from = ended === null ? null : addDays(dayIn(ended), daysBeforeAlone);
  return from !== null && from > context.today ? from : null;
}

/** Puts on record that one administrator put another out. Somebody who gives their own role back is not put out. */
async function recordEnding(context: Context, tx: Tx, administrator: Administrator, endedId: string): Promise<void> {
  if (endedId === administrator.staffId) return;
  await record(context, tx, {
    organisationId: administrator.organisationId,
    actor: auditActorOf(administrator),
    action: "administrator-ended",
    subject: { kind: "organisation", id: administrator.organisationId },
    details: { staff: endedId },
  });
}

async function ask(
  context: Context,
  tx: Tx,
  { organisationId, staffId: askedBy }: Administrator,
  request: { readonly staffId: string; readonly roles: readonly StaffRole[]; readonly isInvitation: boolean },
): Promise<void> {
  await addRoleRequest(tx, { id: context.newId(), organisationId, ...request, askedBy, askedAt: context.now, state: "waiting" });
}

async function recordDecision(
  context: Context,
  tx: Tx,
  administrator: Administrator,
  { request, action }: { readonly request: RoleRequest; readonly action: string },
): Promise<void> {
  await record(context, tx, {
    organisationId: administrator.organisationId,
    actor: auditActorOf(administrator),
    action,
    subject: { kind: "staff", id: request.staffId },
    details: { roles: request.roles.join(" "), askedBy: request.askedBy },
  });
}

function sameRoles(some: readonly StaffRole[], others: readonly StaffRole[]): boolean {
  return some.length === others.length && some.every((role) => others.includes(role));
}

function rolesField(before: readonly StaffRole[], after: readonly StaffRole[]): ChangedField {
  const words = (roles: readonly StaffRole[]) => list(roles.map((role) => roleNames[role]));
  return { field: "Roles", before: words(before), after: words(after) };
}

function authorisesOf({ authorisesCodes, authorisesFrom, authorisesUntil }: StaffAccount): Authorises {
  return { codes: authorisesCodes, from: authorisesFrom, until: authorisesUntil };
}

function sameAuthority(one: Authorises, other: Authorises): boolean {
  return one.from === other.from && one.until === other.until && one.codes.join("\n") === other.codes.join("\n");
}

function limitWords(limit: Pence | null): string {
  return limit === null ? "No limit" : money(limit);
}

// Who somebody is as a person who claims is personal: that it was changed is kept, and not to whom.
function personField(before: string | null, after: string | null): ChangedField {
  const words = (id: string | null) => (id === null ? "Nobody" : "Somebody on file");
  const isAnother = before !== null && after !== null && before !== after;
  return {
    field: "Who they are among the people you invite",
    before: words(before),
    after: isAnother ? "Somebody else on file" : words(after),
  };
}
