// Who supplies interpreters, captions, transport and the like: what they supply, whom to ask, how much notice they want, what
// cancelling costs and what they charge. Bookings read this list; a supplier who has ended stays on past bookings.
import type { SupportId } from "#app/domain/access/supports.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import { addSupplier, findSupplier, listSuppliers, saveSupplier, type Supplier } from "#db/stores/suppliers.ts";
import { listedFields, supplierSaid } from "#app/words/setting-fields.ts";
import type { Context } from "./context.server.ts";
import { keepSettingChange } from "./settings-history.server.ts";

export type SupplierFacts = Pick<
  Supplier,
  "name" | "contactName" | "contactEmail" | "contactPhone" | "noticeWorkingDays" | "cancellationTerms" | "price" | "notes"
> & { readonly supports: readonly SupportId[] };

export type SupplierView = SupplierFacts & { readonly supplierId: string; readonly isEnded: boolean; readonly version: number };

/** The suppliers by name, those who have ended last. With a support, only those who supply it; with words, those who have them. */
export async function listSuppliersFor(
  context: Context,
  coordinator: Coordinator,
  wanted: { readonly support?: SupportId; readonly words?: string } = {},
): Promise<readonly SupplierView[]> {
  const words = plain(wanted.words ?? "");
  const found = (await listSuppliers(context.db, coordinator.organisationId))
    .map(viewOf)
    .filter(
      ({ name, contactName, notes, supports }) =>
        plain(`${name} ${contactName} ${notes}`).includes(words) && (wanted.support === undefined || supports.includes(wanted.support)),
    );
  return [...found.filter(({ isEnded }) => !isEnded), ...found.filter(({ isEnded }) => isEnded)];
}

const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

/** One supplier of the organisation. */
export async function findSupplierFor(
  context: Context,
  coordinator: Coordinator,
  supplierId: string,
): Promise<Result<SupplierView, "not-found">> {
  const found = await findSupplier(context.db, coordinator.organisationId, supplierId);
  return found ? done(viewOf(found)) : refused("not-found");
}

function viewOf(row: Supplier): SupplierView {
  const { id, name, contactName, contactEmail, contactPhone, noticeWorkingDays, cancellationTerms, price, notes, endedAt, version } = row;
  return {
    supplierId: id,
    name,
    supports: row.supports as readonly SupportId[],
    contactName,
    contactEmail,
    contactPhone,
    noticeWorkingDays,
    cancellationTerms,
    price,
    notes,
    isEnded: endedAt !== null,
    version,
  };
}

/** Adds a supplier. */
export async function addSupplierFor(
  context: Context,
  coordinator: Coordinator,
  facts: SupplierFacts,
  intent?: string,
): Promise<{ readonly supplierId: string }> {
  return context.change(async (tx) => putSupplierOnFile(context, tx, coordinator, facts), intent === undefined ? {} : { intent });
}

/** Adds a supplier inside a change, with its audit entry. */
export async function putSupplierOnFile(
  context: Context,
  tx: Tx,
  coordinator: Coordinator,
  facts: SupplierFacts,
): Promise<{ readonly supplierId: string }> {
  const supplierId = context.newId();
  await addSupplier(tx, { id: supplierId, organisationId: coordinator.organisationId, ...facts, createdAt: context.now });
  await record(context, tx, {
    organisationId: coordinator.organisationId,
    actor: auditActorOf(coordinator),
    action: "supplier-added",
    subject: { kind: "supplier", id: supplierId },
  });
  const fields = listedFields(null, supplierSaid(facts));
  await keepSettingChange(context, tx, coordinator, { kind: "suppliers", about: facts.name, fields });
  return { supplierId };
}

export type SupplierChange = { readonly facts: SupplierFacts } | { readonly isEnded: boolean };

/** Changes a supplier's facts, or ends or brings back the supplier. */
export async function changeSupplier(
  context: Context,
  coordinator: Coordinator,
  at: { readonly supplierId: string; readonly version: number },
  change: SupplierChange,
  intent?: string,
): Promise<Result<{ readonly supplierId: string }, "not-found" | "changed-by-someone-else">> {
  return context.change<Result<{ supplierId: string }, "not-found" | "changed-by-someone-else">>(
    async (tx) => {
      const found = await findSupplier(tx, coordinator.organisationId, at.supplierId);
      if (!found) return refused("not-found");
      const row = "facts" in change ? change.facts : { endedAt: change.isEnded ? context.now : null };
      if (!(await saveSupplier(tx, found.id, at.version, row))) return refused("changed-by-someone-else");
      await record(context, tx, {
        organisationId: coordinator.organisationId,
        actor: auditActorOf(coordinator),
        action: "facts" in change ? "supplier-changed" : change.isEnded ? "supplier-ended" : "supplier-brought-back",
        subject: { kind: "supplier", id: found.id },
      });
      const was = viewOf(found);
      const fields =
        "facts" in change
          ? listedFields(supplierSaid(was), supplierSaid(change.facts))
          : [{ field: "Used for new bookings", before: was.isEnded ? "No" : "Yes", after: change.isEnded ? "No" : "Yes" }];
      await keepSettingChange(context, tx, coordinator, { kind: "suppliers", about: found.name, fields });
      return done({ supplierId: found.id });
    },
    intent === undefined ? {} : { intent },
  );
}
