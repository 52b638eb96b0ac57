// The frame of a page as data: whose page it is, the menu for the roles they have, and the person to talk to.
import type { Contact, NavGroup, Shell } from "#app/ui/page.tsx";
import type { StaffRole } from "#app/domain/people/actors.ts";
import { listOrganisations, type Organisation } from "#app/services/organisations.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { formTokenFor } from "./form-token.server.ts";
import type { Visit } from "./guards.server.ts";

const version = "0.1.0";

/** The frame of a page for staff. */
export function staffShell(visit: Visit): Shell {
  const { organisation, account, context, session, path } = visit;
  return {
    organisation: organisation.name,
    home: "/today",
    contact: contactOf(organisation),
    nav: navFor(account.roles, path),
    leaving: { kind: "sign-out", action: "/sign-out", formToken: formTokenFor(context.vault, session) },
    example: organisation.isExample ? { clearHref: account.roles.includes("administrator") ? "/settings/example" : undefined } : undefined,
    version,
    here: path,
  };
}

/** The frame of a page for somebody who came by a private link. */
export function linkShell({
  organisation,
  home,
  path,
  clearHref,
}: {
  readonly organisation: Organisation;
  readonly home: string;
  readonly path: string;
  readonly clearHref?: string;
}): Shell {
  return {
    organisation: organisation.name,
    home,
    contact: contactOf(organisation),
    leaving: clearHref === undefined ? undefined : { kind: "clear-device", href: clearHref },
    example: organisation.isExample ? {} : undefined,
    version,
    here: path,
  };
}

/** The frame of a page for anybody: the installation's first organisation, or the program itself before it is set up. */
export async function publicShell(context: Context, path: string): Promise<Shell> {
  const [organisation] = await listOrganisations(context);
  if (organisation) return linkShell({ organisation, home: "/", path });
  return { organisation: "Welcome Table", home: "/", contact: { name: "The person who installed Welcome Table" }, version, here: path };
}

/** An organisation's contact block, without the ways that are not filled in. */
export function contactOf({ contact }: Organisation): Contact {
  return {
    name: contact.name,
    phone: contact.phone || undefined,
    textNumber: contact.textNumber || undefined,
    email: contact.email || undefined,
    bslRelay: contact.bslVideoRelay || undefined,
    hours: contact.hours || undefined,
  };
}

const menus: readonly {
  readonly heading: string;
  readonly roles: readonly StaffRole[];
  readonly items: readonly { readonly text: string; readonly href: string }[];
}[] = [
  {
    heading: "Meetings",
    roles: ["coordinator"],
    items: [
      { text: "Meetings", href: "/meetings" },
      { text: "People", href: "/people" },
      { text: "Venues", href: "/venues" },
    ],
  },
  {
    heading: "Payments",
    roles: ["finance-check", "finance-authorise"],
    items: [{ text: "Payments", href: "/payments" }],
  },
  { heading: "Audit", roles: ["auditor"], items: [{ text: "Follow the money", href: "/payments/audit" }] },
  { heading: "Settings", roles: ["administrator"], items: [{ text: "Settings", href: "/settings" }] },
];

function navFor(roles: readonly StaffRole[], path: string): readonly NavGroup[] {
  const current = (href: string): boolean | "section" => {
    if (path === href || path.startsWith(`${href}?`)) return true;
    return path.startsWith(`${href}/`) ? "section" : false;
  };
  const mine = menus.filter((menu) => menu.roles.some((role) => roles.includes(role)));
  const groups = mine.map((menu) => ({
    heading: mine.length > 1 ? menu.heading : undefined,
    items: menu.items.map((item) => ({ ...item, isCurrent: current(item.href) })),
  }));
  return [
    { items: [{ text: "Today", href: "/today", isCurrent: current("/today") }, ...(groups.length === 1 ? (groups[0]?.items ?? []) : [])] },
    ...(groups.length > 1 ? groups : []),
  ];
}
