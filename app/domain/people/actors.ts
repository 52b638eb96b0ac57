// Who is doing something. A service asks for the kind of actor it serves, so permission is in its type. Actors are made
// by web/guards.server.ts from a checked session, by the example's seeding and by tests; nowhere else.

export type StaffRole = "coordinator" | "finance-check" | "finance-authorise" | "auditor" | "administrator";

declare const checked: unique symbol;
type Checked = { readonly [checked]: true };

type StaffFacts = {
  readonly staffId: string;
  readonly organisationId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly StaffRole[];
};

export type Staff = StaffFacts & Checked & { readonly kind: "staff" };
export type Coordinator = StaffFacts & Checked & { readonly kind: "coordinator" };
/** A finance officer with the part they may do now. */
export type FinanceOfficer = StaffFacts &
  Checked & { readonly kind: "finance"; readonly mayCheck: boolean; readonly mayAuthorise: boolean };
/** Somebody who reads everything about money and changes nothing. */
export type Auditor = StaffFacts & Checked & { readonly kind: "auditor"; readonly mayCheck: false; readonly mayAuthorise: false };
/** Whoever may read about money: those who pay, and auditors. */
export type FinanceReader = FinanceOfficer | Auditor;
export type Administrator = StaffFacts & Checked & { readonly kind: "administrator" };

/** Somebody who came by a private link: one person, one invitation. */
export type Attendee = Checked & {
  readonly kind: "attendee";
  readonly organisationId: string;
  readonly personId: string;
  readonly invitationId: string;
  readonly meetingId: string;
  readonly grantId: string;
  /** A fresh link proved the channel within the last day: bank and kept benefit answers may be read back. */
  readonly mayReadBack: boolean;
  /** Set while a coordinator fills in answers together with them, or types in what came on paper: the record then says who typed. */
  readonly helpedBy?: { readonly staffId: string; readonly how: "by-phone" | "in-person" | "on-paper" };
};

/** Somebody who came by a venue's link: one venue, one checklist. */
export type VenueManager = Checked & {
  readonly kind: "venue-manager";
  readonly organisationId: string;
  readonly venueId: string;
  readonly venueRequestId: string;
  /** The meeting the checklist asks for; null where it asks for the venue's record. */
  readonly meetingId: string | null;
};

export type Actor = Staff | Coordinator | FinanceOfficer | Auditor | Administrator | Attendee | VenueManager;

/** Any signed-in member of staff. */
export function staffOf(facts: StaffFacts): Staff {
  return { ...facts, kind: "staff" } as Staff;
}

/** A coordinator, or null when this member of staff is not one. */
export function coordinatorOf(facts: StaffFacts): Coordinator | null {
  return facts.roles.includes("coordinator") ? ({ ...facts, kind: "coordinator" } as Coordinator) : null;
}

/** A finance officer, or null when this member of staff neither checks nor authorises. */
export function financeOfficerOf(facts: StaffFacts): FinanceOfficer | null {
  const mayCheck = facts.roles.includes("finance-check");
  const mayAuthorise = facts.roles.includes("finance-authorise");
  return mayCheck || mayAuthorise ? ({ ...facts, kind: "finance", mayCheck, mayAuthorise } as FinanceOfficer) : null;
}

/** Somebody who may read about money, or null: an officer where they are both officer and auditor. */
export function financeReaderOf(facts: StaffFacts): FinanceReader | null {
  const officer = financeOfficerOf(facts);
  if (officer !== null || !facts.roles.includes("auditor")) return officer;
  return { ...facts, kind: "auditor", mayCheck: false, mayAuthorise: false } as Auditor;
}

/** An administrator, or null when this member of staff is not one. */
export function administratorOf(facts: StaffFacts): Administrator | null {
  return facts.roles.includes("administrator") ? ({ ...facts, kind: "administrator" } as Administrator) : null;
}

/** The attendee a grant names. */
export function attendeeOf(facts: Omit<Attendee, "kind" | typeof checked>): Attendee {
  return { ...facts, kind: "attendee" } as Attendee;
}

/** The venue manager a grant names. */
export function venueManagerOf(facts: Omit<VenueManager, "kind" | typeof checked>): VenueManager {
  return { ...facts, kind: "venue-manager" } as VenueManager;
}

/** How an actor stands in the audit record. */
export function auditActorOf(actor: Actor): { readonly kind: string; readonly id: string } {
  if (actor.kind === "attendee") {
    return actor.helpedBy === undefined ? { kind: "attendee", id: actor.grantId } : { kind: "staff", id: actor.helpedBy.staffId };
  }
  if (actor.kind === "venue-manager") return { kind: "venue-manager", id: actor.venueRequestId };
  return { kind: "staff", id: actor.staffId };
}
