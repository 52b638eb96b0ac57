// The example organisation: made-up people, real services. Everything in it is done through the same services a person
// would use, each with a context whose clock is set to the day it happened (decision 36).
import { addDays, instantOf, momentOf, clockTimeOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { addOrganisation, listOrganisations, listStaff } from "#db/stores/accounts.ts";
import { addStaffMember, exampleSignInLink } from "./accounts.server.ts";
import type { Context, Instance } from "./context.server.ts";

/** Makes the example where no organisation exists at all. */
export async function makeExampleIfNone(instance: Instance): Promise<void> {
  const context = instance.context();
  if ((await listOrganisations(context.db)).length > 0) return;
  await makeExample(instance);
}

/** Makes the example organisation, its staff, and all that happened up to today. */
export async function makeExample(instance: Instance): Promise<{ readonly organisationId: string }> {
  const now = instance.context();
  const began = at(instance, addDays(now.today, -60));
  const organisationId = began.newId();
  await began.change(async (tx) =>
    addOrganisation(tx, {
      id: organisationId,
      name: "Riverbank Council (example)",
      nation: "england",
      isExample: true,
      address: "Example House\n1 Example Street\nLeeds\nLS1 4AP",
      contact: {
        name: "Example coordinator Asha Grewal",
        phone: "01632 960 001",
        textNumber: "07700 900 982",
        email: "asha@example.org",
        bslVideoRelay: "",
        hours: "Monday to Friday, 9am to 5pm",
      },
      bodyKind: "statutory",
      statementName: "RIVERBANK COUNCIL",
      policies: {},
      createdAt: began.now,
    }),
  );
  for (const member of exampleStaff) {
    const added = await addStaffMember(began, { organisationId, ...member });
    if (!added.ok) throw new Error(`The example could not be made: ${added.refusal}`);
  }
  return { organisationId };
}

const exampleStaff = [
  { name: "Asha Grewal", email: "asha@example.org", phone: "01632 960 001", roles: ["coordinator", "administrator"] },
  { name: "Tom Hale", email: "tom@example.org", phone: "01632 960 002", roles: ["finance-check"] },
  { name: "Ngozi Obi", email: "ngozi@example.org", phone: "01632 960 003", roles: ["finance-authorise"] },
] as const;

/** Ready links to the example's parts, for `npm start` to print. */
export async function exampleSignInLinks(context: Context): Promise<readonly { readonly who: string; readonly address: string }[]> {
  const example = (await listOrganisations(context.db)).find((organisation) => organisation.isExample);
  if (!example) return [];
  const links = [];
  for (const account of await listStaff(context.db, example.id)) {
    const part = partOf(account.roles);
    links.push({ who: `${part}, ${account.name}`, address: await exampleSignInLink(context, account, example) });
  }
  return links;
}

function partOf(roles: readonly string[]): string {
  if (roles.includes("finance-check")) return "Finance, checks claims";
  if (roles.includes("finance-authorise")) return "Finance, authorises payments";
  return "Coordinator";
}

// Ten in the morning of a day: late enough for offices, and never in the hour the clocks change.
function at(instance: Instance, day: CalendarDate): Context {
  const moment = momentOf(day, clockTimeOf("10:00"));
  return instance.context(moment.ok ? moment.value : instantOf(`${day}T10:00:00.000Z`));
}
