// Suppliers as a list in a file: what each line may hold, and the same columns written out again.
import { supportIds, type SupportId } from "#app/domain/access/supports.ts";
import { csvText } from "#app/domain/basics/csv.ts";
import { done, refused } from "#app/domain/basics/result.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { readEmail, readPhone } from "#app/domain/people/contact.ts";
import { supportName } from "#app/words/requirements.ts";
import { supplierLineProblems, notASupport } from "#app/words/venue-lists.ts";
import { record } from "#db/audit.ts";
import { listSuppliers } from "#db/stores/suppliers.ts";
import type { Context } from "./context.server.ts";
import type { CsvImport } from "./csv-import.server.ts";
import { plainName } from "./people.server.ts";
import { putSupplierOnFile, type SupplierFacts } from "./suppliers.server.ts";

type Column = "name" | "supports" | "contact" | "email" | "phone" | "notice" | "cancellation" | "price" | "notes";

const titles: Readonly<Record<Column, readonly [string, ...string[]]>> = {
  name: ["Name", "Supplier"],
  supports: ["What they supply", "Supplies", "Services"],
  contact: ["Who to ask", "Contact", "Contact name"],
  email: ["Email", "Email address", "E-mail"],
  phone: ["Phone", "Phone number", "Telephone", "Tel"],
  notice: ["Notice in working days", "Notice"],
  cancellation: ["Cancellation terms", "Cancellation"],
  price: ["Price", "What they charge"],
  notes: ["Notes"],
};

/** The columns a list of suppliers has, in order, as they are written at its head. */
export const supplierColumns: readonly string[] = Object.values(titles).map(([title]) => title);

const supportsByName = new Map<string, SupportId>(
  supportIds.flatMap((id) => [
    [plainName(supportName[id]), id],
    [id, id],
  ]),
);

/** Suppliers as a list to take in. What they supply is written with ";" between, by the names of the list of supports. */
export const supplierImport: CsvImport<Column, SupplierFacts> = {
  kind: "suppliers",
  columns: (Object.keys(titles) as readonly Column[]).map((name) => ({
    name,
    titles: titles[name],
    ...(name === "name" ? { isNeeded: true } : {}),
  })),
  readLine(cells) {
    const email = cells.email === "" ? "" : readEmail(cells.email);
    const phone = cells.phone === "" ? "" : readPhone(cells.phone);
    const named = cells.supports
      .split(/[;\n]/u)
      .map((part) => part.trim())
      .filter((part) => part !== "");
    const unknown = named.filter((part) => !supportsByName.has(plainName(part)));
    const isNotice = cells.notice === "" || /^\d{1,3}$/u.test(cells.notice);
    const tooLong = (["cancellation", "price", "notes"] as const).some((column) => [...cells[column]].length > 500);
    const problems = [
      ...(cells.name === "" ? [supplierLineProblems.noName] : []),
      ...([...cells.name].length > 100 || [...cells.contact].length > 100 ? [supplierLineProblems.nameTooLong] : []),
      ...unknown.map(notASupport),
      ...(email === null ? [supplierLineProblems.email] : []),
      ...(phone === null ? [supplierLineProblems.phone] : []),
      ...(isNotice ? [] : [supplierLineProblems.notice]),
      ...(tooLong ? [supplierLineProblems.tooLong] : []),
    ];
    if (problems.length > 0 || email === null || phone === null) return refused(problems);
    return done({
      name: cells.name,
      supports: [...new Set(named.flatMap((part) => supportsByName.get(plainName(part)) ?? []))],
      contactName: cells.contact,
      contactEmail: email,
      contactPhone: phone,
      noticeWorkingDays: cells.notice === "" ? null : Number(cells.notice),
      cancellationTerms: cells.cancellation,
      price: cells.price,
      notes: cells.notes,
    });
  },
  sameAs: ({ name }) => [plainName(name)],
  async open(db, organisationId) {
    const known = new Set((await listSuppliers(db, organisationId)).map(({ name }) => plainName(name)));
    return ({ name }) => (known.has(plainName(name)) ? { is: "already-there", because: supplierLineProblems.alreadyThere } : { is: "add" });
  },
  async add(context, tx, coordinator, row) {
    await putSupplierOnFile(context, tx, coordinator, row);
  },
  told: (row) => ({
    name: row.name,
    facts: [row.supports.map((id) => supportName[id]).join("; "), row.contactName, row.contactEmail, row.contactPhone].filter(
      (fact) => fact !== "",
    ),
  }),
};

/** Every supplier on file as CSV, with the columns the import reads. The taking away of a whole list is put on record. */
export async function exportSuppliers(context: Context, coordinator: Coordinator): Promise<string> {
  const suppliers = await listSuppliers(context.db, coordinator.organisationId);
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: coordinator.organisationId,
      actor: auditActorOf(coordinator),
      action: "suppliers-exported",
      subject: { kind: "organisation", id: coordinator.organisationId },
      details: { suppliers: suppliers.length },
    }),
  );
  return csvText(
    supplierColumns,
    suppliers.map((one) => [
      one.name,
      one.supports.map((id) => supportName[id as SupportId]).join("; "),
      one.contactName,
      one.contactEmail,
      one.contactPhone,
      one.noticeWorkingDays === null ? "" : String(one.noticeWorkingDays),
      one.cancellationTerms,
      one.price,
      one.notes,
    ]),
  );
}
