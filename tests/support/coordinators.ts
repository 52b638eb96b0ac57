// A coordinator with an organisation of their own, for tests that need no more of it than that.
import { coordinatorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { addOrganisation, addStaff } from "#db/stores/accounts.ts";
import type { TestInstance } from "#tests/support/instance.ts";

/** Puts an organisation and its coordinator on file. */
export async function coordinatorWith(
  opened: TestInstance,
  { organisation, email }: { organisation: string; email: string },
): Promise<Coordinator> {
  const context = opened.context();
  const organisationId = context.newId();
  const staffId = context.newId();
  await context.change(async (tx) => {
    await addOrganisation(tx, {
      id: organisationId,
      name: organisation,
      nation: "england",
      isExample: false,
      contact: { name: "Asha Grewal", phone: "0113 496 0100", textNumber: "", email, bslVideoRelay: "", hours: "" },
      policies: {},
      createdAt: context.now,
    });
    await addStaff(tx, { id: staffId, organisationId, name: "Asha Grewal", email, roles: ["coordinator"], createdAt: context.now });
  });
  const coordinator = coordinatorOf({ staffId, organisationId, name: "Asha Grewal", email, roles: ["coordinator"] });
  if (!coordinator) throw new Error("not a coordinator");
  return coordinator;
}
