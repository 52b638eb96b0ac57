// The authorisers. Every loader and every action calls one of these first; nothing above them protects anything
// (promises.md R1). What is missing and what is not yours look the same.
import { redirect } from "@remix-run/node";
import {
  administratorOf,
  coordinatorOf,
  financeOfficerOf,
  financeReaderOf,
  staffOf,
  type Administrator,
  type Attendee,
  type Coordinator,
  type FinanceOfficer,
  type FinanceReader,
  type Staff,
  type VenueManager,
} from "#app/domain/people/actors.ts";
import { keepForm, keptForm, staffOfSession, type SignedInStaff } from "#app/services/accounts.server.ts";
import { openContext, type Context } from "#app/services/context.server.ts";
import { attendeeOfSession, attendeesOfSession, venueManagerOfSession } from "#app/services/links.server.ts";
import { sessionTokenOf } from "./cookie.ts";
import { formOf, type Typed } from "./forms.server.ts";

/** What every signed-in page needs to draw its frame. */
export type Visit = SignedInStaff & {
  readonly context: Context;
  readonly session: string;
  readonly path: string;
  /** What was typed before the session ended, for this page. */
  readonly held: Typed | null;
};

/** Ends the request as not found: for what is missing and for what belongs to somebody else alike. */
export function notFound(): Response {
  return new Response("We cannot find that page", { status: 404 });
}

/** A page anybody may open. `session` is the browser's reference, signed in or not. */
export async function openToAll(request: Request): Promise<{ readonly context: Context; readonly session: string; readonly path: string }> {
  return { context: await openContext(), session: sessionTokenOf(request.headers) ?? "", path: pathOf(request) };
}

/** Any signed-in member of staff. Others are sent to sign in, and what they were sending is kept for them. */
export async function requireStaff(request: Request): Promise<Visit & { readonly staff: Staff }> {
  const context = await openContext();
  const session = sessionTokenOf(request.headers) ?? "";
  const found = await staffOfSession(context, session);
  const path = pathOf(request);
  if (found.state === "signed-in") {
    const heldId = new URL(request.url).searchParams.get("held");
    const held = heldId === null ? null : await keptForm(context, found.who.account.id, heldId, path);
    return { ...found.who, context, session, path, held, staff: staffOf(factsOf(found.who)) };
  }
  const next = `/sign-in?next=${encodeURIComponent(path)}`;
  if (found.state === "nobody" || request.method === "GET" || request.method === "HEAD") throw redirect(next);
  const kept = await keepForm(context, found.staffId, path, await typedIn(request));
  throw redirect(`${next}&held=${encodeURIComponent(kept)}`);
}

/** A coordinator. */
export async function requireCoordinator(request: Request): Promise<Visit & { readonly coordinator: Coordinator }> {
  const visit = await requireStaff(request);
  const coordinator = coordinatorOf(factsOf(visit));
  if (!coordinator) throw notFound();
  return { ...visit, coordinator };
}

/** A finance officer; with a part named, one who may do that part. */
export async function requireFinance(
  request: Request,
  part?: "check" | "authorise",
): Promise<Visit & { readonly finance: FinanceOfficer }> {
  const visit = await requireStaff(request);
  const finance = financeOfficerOf(factsOf(visit));
  if (!finance || (part === "check" && !finance.mayCheck) || (part === "authorise" && !finance.mayAuthorise)) throw notFound();
  return { ...visit, finance };
}

/** Somebody who may read about money: an officer or an auditor. For pages that change nothing. */
export async function requireFinanceReader(request: Request): Promise<Visit & { readonly reader: FinanceReader }> {
  const visit = await requireStaff(request);
  const reader = financeReaderOf(factsOf(visit));
  if (!reader) throw notFound();
  return { ...visit, reader };
}

/** An administrator. */
export async function requireAdministrator(request: Request): Promise<Visit & { readonly administrator: Administrator }> {
  const visit = await requireStaff(request);
  const administrator = administratorOf(factsOf(visit));
  if (!administrator) throw notFound();
  return { ...visit, administrator };
}

export type AttendeeVisit = {
  readonly context: Context;
  readonly session: string;
  readonly path: string;
  readonly attendee: Attendee;
  readonly reference: string;
};

/** The person a private link let in, for the meeting in the address. */
export async function requireAttendee(request: Request, reference: string | undefined): Promise<AttendeeVisit> {
  const { context, session, path } = await openToAll(request);
  const attendee = await attendeeOfSession(context, session, reference ?? "");
  if (!attendee) throw notFound();
  return { context, session, path, attendee, reference: reference ?? "" };
}

/** Every invitation this browser was let into; ends as not found when there is none. */
export async function requireAnyAttendee(request: Request): Promise<{
  readonly context: Context;
  readonly session: string;
  readonly path: string;
  readonly attendees: readonly { readonly attendee: Attendee; readonly reference: string }[];
}> {
  const { context, session, path } = await openToAll(request);
  const attendees = await attendeesOfSession(context, session);
  if (attendees.length === 0) throw notFound();
  return { context, session, path, attendees };
}

/** The venue manager a link let in, for the checklist in the address. */
export async function requireVenueManager(
  request: Request,
  venueRequestId: string | undefined,
): Promise<{ readonly context: Context; readonly session: string; readonly path: string; readonly venueManager: VenueManager }> {
  const { context, session, path } = await openToAll(request);
  const venueManager = await venueManagerOfSession(context, session, venueRequestId ?? "");
  if (!venueManager) throw notFound();
  return { context, session, path, venueManager };
}

function factsOf({ account }: SignedInStaff) {
  return { staffId: account.id, organisationId: account.organisationId, name: account.name, email: account.email, roles: account.roles };
}

function pathOf(request: Request): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.delete("held");
  searchParams.delete("_routes");
  searchParams.delete("index");
  const search = searchParams.toString();
  return pathname + (search === "" ? "" : `?${search}`);
}

async function typedIn(request: Request): Promise<Typed> {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of await formOf(request)) {
    if (typeof value === "string" && !["formToken", "intentKey", "intent"].includes(name)) (typed[name] ??= []).push(value);
  }
  return typed;
}
