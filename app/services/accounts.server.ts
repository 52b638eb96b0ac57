// Setting up, signing in and out, and what a session stands for.
import { hash, verify } from "@node-rs/argon2";
import { instantOf, type Instant, type Nation } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { StaffRole } from "#app/domain/people/actors.ts";
import { commonPasswords } from "#app/domain/people/common-passwords.ts";
import { signInLinkMessage } from "#app/words/links.ts";
import { record } from "#db/audit.ts";
import {
  addAttempt,
  addOrganisation,
  addSignInLink,
  addStaff,
  clearAttempts,
  countAttempts,
  findHeldForm,
  findSession,
  findSignInLink,
  findStaffByEmail,
  holdForm,
  listOrganisations,
  removeHeldForms,
  removeSession,
  removeSignInLink,
  saveSession,
  touchSession,
  type Organisation,
  type StaffAccount,
} from "#db/stores/accounts.ts";
import type { Context } from "./context.server.ts";
import { beginWithRules } from "./rules.server.ts";
import { queueMessage } from "./messages.server.ts";

// argon2id with the parameters of the OWASP password storage guide: 19 MiB, 2 passes, 1 lane. It runs off the main thread.
export const argon2id = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export type SetUp = {
  readonly organisationName: string;
  readonly nation: Nation;
  readonly fullName: string;
  readonly email: string;
  readonly password: string;
};

/** Whether a real organisation exists; until then `/setup` stays open (decision 36). */
export async function isSetUp(context: Context): Promise<boolean> {
  return (await listOrganisations(context.db)).some((organisation) => !organisation.isExample);
}

/**
 * Makes the organisation and its first member of staff, who is administrator and coordinator (decision 27).
 * Refused when it was done already, when the password is one everybody guesses, and when the address is in use.
 */
export async function setUp(
  context: Context,
  facts: SetUp,
  intent: string,
): Promise<Result<{ organisationId: string; staffId: string }, "already-set-up" | "password-is-common" | "email-in-use">> {
  if (isCommonPassword(facts.password)) return refused("password-is-common");
  const passwordHash = await hash(facts.password, argon2id);
  return context.change(
    async (tx) => {
      const organisations = await tx.query.organisations.findMany();
      if (organisations.some((organisation) => !organisation.isExample)) return refused("already-set-up");
      if (await findStaffByEmail(tx, facts.email)) return refused("email-in-use");
      const organisationId = context.newId();
      const staffId = context.newId();
      await addOrganisation(tx, {
        id: organisationId,
        name: facts.organisationName,
        nation: facts.nation,
        contact: {
          name: facts.fullName,
          phone: "",
          textNumber: "",
          email: facts.email,
          bslVideoRelay: "",
          hours: "Monday to Friday, 9am to 5pm",
        },
        policies: {},
        createdAt: context.now,
      });
      await beginWithRules(context, tx, organisationId);
      await addStaff(tx, {
        id: staffId,
        organisationId,
        name: facts.fullName,
        email: facts.email,
        passwordHash,
        roles: ["administrator", "coordinator"],
        createdAt: context.now,
      });
      await record(context, tx, {
        organisationId,
        actor: { kind: "staff", id: staffId },
        action: "set-up",
        subject: { kind: "organisation", id: organisationId },
      });
      return done({ organisationId, staffId });
    },
    { intent },
  );
}

/** Adds a member of staff with given roles; used by setting up the example and by "People and roles". */
export async function addStaffMember(
  context: Context,
  facts: {
    readonly organisationId: string;
    readonly name: string;
    readonly email: string;
    readonly phone?: string;
    readonly roles: readonly StaffRole[];
    readonly personId?: string;
  },
): Promise<Result<{ staffId: string }, "email-in-use">> {
  return context.change(async (tx) => {
    if (await findStaffByEmail(tx, facts.email)) return refused("email-in-use");
    const staffId = context.newId();
    await addStaff(tx, { ...facts, email: facts.email.toLowerCase(), id: staffId, createdAt: context.now });
    await record(context, tx, {
      organisationId: facts.organisationId,
      actor: { kind: "staff", id: staffId },
      action: "staff-added",
      subject: { kind: "staff", id: staffId },
      details: { roles: facts.roles.join(" ") },
    });
    return done({ staffId });
  });
}

export type SignInRefusal = "no-match" | "paused";
/** `session` is the new secret for the cookie; `needsLink` when a link by email must follow the password (decision 28). */
export type SignedIn = { readonly session: string | null; readonly needsLink: boolean; readonly roles: readonly StaffRole[] };

const pauseMinutes = 15;
const triesBeforePause = 10;

/**
 * Signs in with a password. One refusal for an unknown address and a wrong password, after the same work, so that nobody
 * learns who has an account. After 10 wrong tries the account's password is paused for 15 minutes.
 */
export async function signInWithPassword(
  context: Context,
  given: { readonly email: string; readonly password: string },
): Promise<Result<SignedIn, SignInRefusal>> {
  const key = context.vault.fingerprint("attempt", `password ${given.email.toLowerCase()}`);
  const since = minutesBefore(context.now, pauseMinutes);
  if ((await countAttempts(context.db, key, since)) >= triesBeforePause) return refused("paused");
  const account = await findStaffByEmail(context.db, given.email);
  const fits = await verify(account?.passwordHash ?? (await neverFits), given.password.slice(0, 500));
  if (!account?.passwordHash || account.disabledAt !== null || !fits) {
    await context.change(async (tx) => addAttempt(tx, key, { now: context.now, since }));
    return refused("no-match");
  }
  const needsLink = context.mailIsSet && handlesMoneyOrPeople(account.roles);
  await context.change(async (tx) => clearAttempts(tx, key));
  if (needsLink) {
    await sendSignInLink(context, account.email);
    return done({ session: null, needsLink, roles: account.roles });
  }
  return done({ session: await openSession(context, account, "password"), needsLink, roles: account.roles });
}

const neverFits = hash("no account has this", argon2id);

/** Sends a sign-in link to an address if it has an account; says nothing about whether it has (promises.md T6). */
export async function sendSignInLink(context: Context, email: string): Promise<void> {
  const account = await findStaffByEmail(context.db, email);
  // Somebody who was invited sets their account up by that link first.
  const isOnlyInvited = account !== undefined && account.invitedAt !== null && account.joinedAt === null;
  if (!account || account.disabledAt !== null || isOnlyInvited || !context.mailIsSet) return;
  const token = context.newToken();
  await context.change(async (tx) => {
    await addSignInLink(tx, {
      fingerprint: signInFingerprint(context, token),
      staffId: account.id,
      expiresAt: minutesBefore(context.now, -24 * 60),
    });
    await queueMessage(context, tx, {
      organisationId: account.organisationId,
      key: `sign-in ${context.newId()}`,
      kind: "sign-in-link",
      channel: "email",
      recipient: account.email,
      ...signInLinkMessage({ name: account.name, link: `${context.origin}/sign-in/confirm/${token}` }),
    });
  });
}

/** Makes a sign-in link for somebody without sending it: for `npm start`, which prints the example's links, and for nothing else (decision 18). */
export async function exampleSignInLink(context: Context, account: StaffAccount, organisation: Organisation): Promise<string> {
  if (!organisation.isExample) throw new Error("Sign-in links are printed for the example organisation only");
  const token = context.newToken();
  await context.change(async (tx) => {
    await addSignInLink(tx, {
      fingerprint: signInFingerprint(context, token),
      staffId: account.id,
      expiresAt: minutesBefore(context.now, -7 * 24 * 60),
    });
  });
  return `${context.origin}/sign-in/confirm/${token}`;
}

/** Whose sign-in link this is, without using it up: opening a link changes nothing. */
export async function findSignIn(context: Context, token: string): Promise<{ readonly name: string } | null> {
  const account = await findSignInLink(context.db, signInFingerprint(context, token), context.now);
  return account ? { name: account.name } : null;
}

/** Signs in by an emailed link, which proves a second factor too. Refused when the link has stopped working. */
export async function signInWithLink(
  context: Context,
  token: string,
): Promise<Result<{ session: string; roles: readonly StaffRole[] }, "link-ended">> {
  const fingerprint = signInFingerprint(context, token);
  const account = await findSignInLink(context.db, fingerprint, context.now);
  if (!account) return refused("link-ended");
  const session = await openSession(context, account, "link");
  const [organisation] = (await listOrganisations(context.db)).filter(({ id }) => id === account.organisationId);
  // The example's printed links may be opened again and again; a real one signs in once.
  if (!organisation?.isExample) await context.change(async (tx) => removeSignInLink(tx, fingerprint));
  return done({ session, roles: account.roles });
}

/** Signs in the person who has just set up the organisation, or their own account by the link they were sent. */
export async function beginFirstSession(context: Context, email: string, by: "set-up" | "link" = "set-up"): Promise<string> {
  const account = await findStaffByEmail(context.db, email);
  if (!account) throw new Error("The account just made cannot be found");
  return openSession(context, account, by);
}

/** Ends a session here and now, and forgets what was kept for its member of staff. */
export async function endSession(context: Context, session: string): Promise<void> {
  const fingerprint = sessionFingerprint(context, session);
  const staffId = (await findSession(context.db, fingerprint))?.account?.id;
  await context.change(async (tx) => {
    if (staffId !== undefined) await removeHeldForms(tx, staffId);
    await removeSession(tx, fingerprint);
  });
}

export type SignedInStaff = { readonly account: StaffAccount; readonly organisation: Organisation };

/**
 * Who a session belongs to. "ended" names a member of staff whose session was left too long: 12 hours for coordinators,
 * 1 hour for finance and administrators (decision 10); their form can be held for them.
 */
export async function staffOfSession(
  context: Context,
  session: string,
): Promise<
  | { readonly state: "signed-in"; readonly who: SignedInStaff }
  | { readonly state: "ended"; readonly staffId: string }
  | { readonly state: "nobody" }
> {
  const fingerprint = sessionFingerprint(context, session);
  const found = await findSession(context.db, fingerprint);
  if (!found?.account || !found.organisation || found.account.disabledAt !== null) return { state: "nobody" };
  const idleMinutes = found.organisation.isExample || !handlesMoneyOrPeople(found.account.roles) ? 12 * 60 : 60;
  if (found.session.usedAt < minutesBefore(context.now, idleMinutes)) return { state: "ended", staffId: found.account.id };
  // Written at most once a minute, so that reading pages does not wait for the disk.
  if (found.session.usedAt < minutesBefore(context.now, 1)) await context.change(async (tx) => touchSession(tx, fingerprint, context.now));
  return { state: "signed-in", who: { account: found.account, organisation: found.organisation } };
}

const heldPlace = (row: string) => ({ table: "held_forms", column: "form", row });

/** Keeps what somebody typed after their session had ended, in place of what was kept before; gives the id to find it by once they are back. */
export async function keepForm(
  context: Context,
  staffId: string,
  path: string,
  form: Readonly<Record<string, readonly string[]>>,
): Promise<string> {
  const id = context.newId();
  await context.change(async (tx) => {
    await removeHeldForms(tx, staffId);
    await holdForm(tx, { id, staffId, path, form: context.vault.seal(JSON.stringify(form), heldPlace(id)), heldAt: context.now });
  });
  return id;
}

/** What was kept for this member of staff, for this page. */
export async function keptForm(
  context: Context,
  staffId: string,
  id: string,
  path: string,
): Promise<Readonly<Record<string, readonly string[]>> | null> {
  const held = await findHeldForm(context.db, id, staffId);
  if (!held || held.path !== path) return null;
  return JSON.parse(context.vault.unseal(held.form, heldPlace(id))) as Readonly<Record<string, readonly string[]>>;
}

/** The fingerprint a session's secret is stored under. */
export function sessionFingerprint(context: Context, session: string): string {
  return context.vault.fingerprint("session", session);
}

async function openSession(context: Context, account: StaffAccount, by: "password" | "link" | "set-up"): Promise<string> {
  const session = context.newToken();
  await context.change(async (tx) => {
    await saveSession(tx, {
      fingerprint: sessionFingerprint(context, session),
      staffId: account.id,
      provenAt: by === "link" ? context.now : null,
      createdAt: context.now,
      usedAt: context.now,
    });
    await record(context, tx, {
      organisationId: account.organisationId,
      actor: { kind: "staff", id: account.id },
      action: "signed-in",
      subject: { kind: "staff", id: account.id },
      details: { by },
    });
  });
  return session;
}

function handlesMoneyOrPeople(roles: readonly StaffRole[]): boolean {
  return roles.some((role) => role !== "coordinator");
}

/** Whether a password is one that everybody guesses. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase().replace(/[^a-z0-9]/gu, "");
  return commonPasswords.has(plain) || /^(.)\1*$/u.test(plain) || /^(?:0?123456789?0?)+$/u.test(plain);
}

function signInFingerprint(context: Context, token: string): string {
  return context.vault.fingerprint("sign-in-link", token);
}

function minutesBefore(now: Instant, minutes: number): Instant {
  return instantOf(new Date(Date.parse(now) - minutes * 60_000).toISOString());
}
