// Somebody who is let in, and puts the id of one thing where another belongs: a receipt's under the address of a photo, a break of one
// meeting in the form of another. Files, letters, layouts, vouchers, complaints and drafts are all among them.
import { join } from "node:path";
import Database from "better-sqlite3";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { coordinatorOf, financeOfficerOf, staffOf, type Coordinator } from "#app/domain/people/actors.ts";
import { writeDownComplaint } from "#app/services/complaints.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { giveRole, noteProblem, startBreak } from "#app/services/day.server.ts";
import { keepLayout, newLayout } from "#app/services/export-layouts.server.ts";
import { readUpload, writeUpload } from "#app/services/files.server.ts";
import { askForSignedLetter } from "#app/services/letter-requests.server.ts";
import { addPhotoFor } from "#app/services/venue-photos.server.ts";
import { noteProblem as noteVenueProblem } from "#app/services/venue-problems.server.ts";
import { claimLines, files } from "#db/schema.ts";
import { buyVouchers } from "#app/services/vouchers.server.ts";
import { openApp, origin, type App } from "#tests/support/app.ts";
import { formsIn, withEachButton } from "#tests/support/forms.ts";
import { attendeeFor } from "#tests/support/meeting.ts";
import { valueOf } from "#tests/support/results.ts";
import { addressOf, letsIn, servedRoutes } from "#tests/support/routes.ts";
import { contentsOf, makeTwoOrganisations, type TwoOrganisations, type Walker } from "#tests/support/two-organisations.ts";

let app: App;
let both: TwoOrganisations;
let meetings: readonly { readonly id: string; readonly reference: string; readonly venueId: string | null }[];

vi.setConfig({ testTimeout: 400_000, hookTimeout: 120_000 });

beforeAll(async () => {
  app = await openApp({ withExample: true });
  both = await makeTwoOrganisations(app);
  await fill(app.instance.context());
});
afterAll(() => app.close());

// A picture of one dot.
const picture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** One of everything a person could mistake for another thing, at each of the example's meetings and venues. */
async function fill(context: Context): Promise<void> {
  const { query } = context.db;
  const organisation = await query.organisations.findFirst({ where: (table, { eq }) => eq(table.isExample, true) });
  const organisationId = organisation?.id ?? "";
  const staff = (await query.staff.findMany()).filter((one) => one.organisationId === organisationId);
  const asha = staff.find(({ roles }) => roles.includes("coordinator"));
  const tom = staff.find(({ roles }) => roles.includes("finance-check"));
  const coordinator = asha && coordinatorOf({ ...asha, staffId: asha.id });
  const checker = tom && financeOfficerOf({ ...tom, staffId: tom.id });
  if (!coordinator || !checker) throw new Error("nobody works for the example");
  meetings = (await query.meetings.findMany()).filter((one) => one.organisationId === organisationId);
  for (const { reference, venueId } of meetings) {
    valueOf(await giveRole(context, coordinator, reference, { role: "chair", name: "Zqxchair", phone: "" }));
    valueOf(await startBreak(context, coordinator, reference, 15));
    valueOf(await noteProblem(context, coordinator, reference, { what: "The lift stopped.", isFixed: false }));
    await photoOf(context, coordinator, venueId ?? "");
  }
  const venue = (await query.venues.findMany()).find((one) => one.organisationId === organisationId && one.id !== meetings[0]?.venueId);
  if (venue) await photoOf(context, coordinator, venue.id);
  valueOf(await keepLayout(context, checker, "new", { name: "Our ledger", layout: newLayout("plain") }));
  const bought = {
    supplier: "High Street Card",
    kind: "card",
    codes: ["HS-1111-2222"],
    howMany: null,
    value: penceOf(2_500),
    cost: penceOf(2_500),
    budgetCode: "PPI-204",
    boughtOn: calendarDateOf("2026-11-20"),
    expiresOn: calendarDateOf("2027-10-20"),
    heldBy: coordinator.staffId,
    heldWhere: "The safe",
  } as const;
  valueOf(await buyVouchers(context, checker, bought));
  const claim = (await query.claims.findMany()).find((one) => one.organisationId === organisationId && one.state !== "open");
  const told = {
    reference: claim?.reference ?? "",
    what: "not-arrived",
    text: "It has not come.",
    how: "phone",
    aboutStaff: null,
  } as const;
  valueOf(await writeDownComplaint(context, staffOf({ ...tom, staffId: tom.id }), told));
  const withLines = (await query.claimLines.findMany()).find(({ claimId }) => claimId !== "");
  await receiptOn(context, organisationId, withLines?.claimId ?? "");
  const invitation = (await query.invitations.findMany()).find(({ id }) => id === claim?.invitationId);
  const attendee = await attendeeFor(context, invitation?.id ?? "");
  const holds = { name: true, meeting: true, amount: false, chosen: false };
  valueOf(await askForSignedLetter(context, attendee, { holds, address: "1 Kiln Lane, Leeds LS1 4AP" }));
}

/** A receipt on a line of a claim that was sent, which the example's own claims have none of. */
async function receiptOn(context: Context, organisationId: string, claimId: string): Promise<void> {
  const upload = valueOf(await readUpload(context, new File([picture], "receipt.png", { type: "image/png" })));
  const id = await writeUpload(context, upload);
  await context.change(async (tx) => {
    const name = context.vault.seal(upload.name, { table: "files", column: "name", row: id });
    const { mediaType, fingerprint } = upload;
    await tx.insert(files).values({ id, organisationId, name, mediaType, fingerprint, bytes: upload.bytes.length, savedAt: context.now });
    await tx.update(claimLines).set({ fileId: id }).where(eq(claimLines.claimId, claimId));
    return {};
  });
}

async function photoOf(context: Context, coordinator: Coordinator, venueId: string): Promise<void> {
  const upload = valueOf(await readUpload(context, new File([picture], "door.png", { type: "image/png" })));
  valueOf(await addPhotoFor(context, coordinator, venueId, { feature: null, shows: `The door of ${venueId}`, upload }));
  const problem = { what: "The ramp is steep.", seenOn: calendarDateOf("2026-11-20") };
  valueOf(await noteVenueProblem(context, coordinator, venueId, problem));
}

async function ask(path: string, session: string | null, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers({ Host: new URL(origin).host, Origin: origin, "Sec-Fetch-Site": "same-origin" });
  if (session !== null) headers.set("Cookie", `welcome=${session}`);
  return app.fetch(new Request(new URL(path, origin), { ...init, headers }));
}

function fromFile<T>(read: (file: Database.Database) => T): T {
  const file = new Database(join(app.folder, "data", "welcome-table.db"), { readonly: true });
  try {
    return read(file);
  } finally {
    file.close();
  }
}

type Thing = { readonly table: string; readonly id: string; readonly meetingId: string | null };

/** Every row with an id, with the meeting it belongs to where it belongs to one, of the organisation the example is. */
function thingsOf(organisationId: string): readonly Thing[] {
  return fromFile((file) => {
    const tables = file
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
      .pluck()
      .all() as string[];
    return tables.flatMap((table) => {
      const columns = new Set((file.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all() as string[]).map(String));
      if (!columns.has("id")) return [];
      const meeting = columns.has("meeting_id")
        ? "t.meeting_id"
        : columns.has("invitation_id")
          ? "(SELECT meeting_id FROM invitations i WHERE i.id = t.invitation_id)"
          : columns.has("claim_id")
            ? "(SELECT meeting_id FROM claims c WHERE c.id = t.claim_id)"
            : "NULL";
      const own = columns.has("organisation_id") ? "WHERE t.organisation_id = @organisation" : "";
      const rows = file
        .prepare(`SELECT t.id AS id, ${meeting} AS meetingId FROM "${table}" t ${own}`)
        .all({ organisation: organisationId });
      return (rows as readonly { readonly id: string | number; readonly meetingId: string | null }[]).map((row) => ({
        table,
        ...row,
        id: String(row.id),
      }));
    });
  });
}

const organisationOfExample = (): string =>
  fromFile((file) => file.prepare("SELECT id FROM organisations WHERE is_example = 1").pluck().get() as string);

function ownerOf(authoriser: string): Walker | undefined {
  const roles = letsIn(authoriser);
  return both.owners.find((one) => one.of === "example" && (roles === "anybody" || one.roles.some((role) => roles.includes(role))));
}

/** Parameters that stand for rows; the others stand for words of ours. */
const rowParameters = [
  "pid",
  "sid",
  "vid",
  "bid",
  "lid",
  "merge",
  "photo",
  "problem",
  "iid",
  "job",
  "letter",
  "layout",
  "supplier",
  "asked",
  "other",
  "complaint",
  "voucher",
  "file",
  "message",
  "card",
  "rid",
  "cid",
] as const;
const isOurs =
  /conflicts|requirements|talk|\/settings\/messages|\/cards\/|papers\/:file|form\/:file|copy\/:file|statements\/:file|payroll|log\/:file|print|role-card|fact-sheet/u;

/** What an address is for: the tables whose rows may stand there. */
const belongsThere: Readonly<Record<string, readonly string[]>> = {
  pid: ["people"],
  sid: ["staff"],
  vid: ["venues"],
  photo: ["venue_photos"],
  file: ["files"],
  letter: ["letter_requests"],
  layout: ["export_layouts"],
  complaint: ["payment_complaints"],
  voucher: ["vouchers"],
  problem: ["venue_problems"],
  bid: ["bookings", "payment_runs"],
  message: ["outbox"],
  card: ["rate_cards"],
  rid: ["venue_requests", "cost_requests"],
  cid: ["claims"],
  lid: ["claim_lines"],
  supplier: ["suppliers"],
  other: ["people"],
};

describe("an id of one kind in the place of another", () => {
  test("is not found, on every page and file whose address names a thing, for every kind of thing there is", async () => {
    const things = thingsOf(organisationOfExample());
    const kinds = [...Map.groupBy(things, ({ table }) => table).values()].map((rows) => rows.slice(0, 2));
    for (const wanted of [
      "files",
      "venue_photos",
      "vouchers",
      "payment_complaints",
      "letter_requests",
      "export_layouts",
      "claims",
      "outbox",
    ])
      expect(
        kinds.some(([first]) => first?.table === wanted),
        wanted,
      ).toBe(true);
    const faults: string[] = [];
    let tried = 0;
    for (const { pattern, loader } of servedRoutes(app.build)) {
      const named = rowParameters.filter((name) => new RegExp(`:${name}(?![a-z])`, "u").test(pattern));
      const last = named.at(-1);
      const owner = loader === null || letsIn(loader) === "anybody" ? undefined : ownerOf(loader);
      if (last === undefined || loader === null || owner === undefined || isOurs.test(pattern)) continue;
      for (const { table, id } of kinds.flat()) {
        if (belongsThere[last]?.includes(table) === true) continue;
        const path = addressOf(pattern.replace(`:${last}`, "ZQXHERE"), both.example.ids).replace("ZQXHERE", encodeURIComponent(id));
        const { status } = await ask(path, owner.session);
        tried += 1;
        if (![404, 302, 303].includes(status)) faults.push(`${pattern} with a row of ${table}: ${String(status)}`);
      }
    }
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(1_000);
  });

  test("a file of one kind is never given where another kind is asked for", async () => {
    const all = fromFile((file) => file.prepare("SELECT id FROM files").pluck().all() as string[]);
    const photos = fromFile((file) =>
      file.prepare("SELECT id, file_id AS fileId, venue_id AS venueId FROM venue_photos").all(),
    ) as readonly {
      readonly id: string;
      readonly fileId: string;
      readonly venueId: string;
    }[];
    const receipts = all.filter((id) => photos.every(({ fileId }) => fileId !== id));
    expect([photos.length >= 2, receipts.length >= 1]).toEqual([true, true]);
    const coordinator = ownerOf("requireCoordinator")?.session ?? null;
    const checker = ownerOf("requireFinance")?.session ?? null;
    const venueManager = ownerOf("requireVenueManager")?.session ?? null;
    // Finance reads receipts and no photos; a coordinator photos of one venue and no receipts; a venue only what it sent itself.
    for (const { fileId } of photos) expect((await ask(`/payments/receipts/${fileId}`, checker)).status).toBe(404);
    for (const { venueId } of photos)
      for (const id of receipts) expect((await ask(`/venues/${venueId}/photos/${id}`, coordinator)).status).toBe(404);
    for (const one of photos)
      for (const other of photos.filter(({ venueId }) => venueId !== one.venueId))
        expect((await ask(`/venues/${one.venueId}/photos/${other.id}`, coordinator)).status).toBe(404);
    for (const id of [...photos.map((photo) => photo.id), ...all])
      expect((await ask(`/v/checklist/${both.example.ids.venueRequest ?? ""}/photo/${id}`, venueManager)).status).toBe(404);
  });
});

describe("a claim somebody is still writing", () => {
  test("is found by nobody in finance, at any address a claim has there", async () => {
    const drafts = fromFile((file) => file.prepare("SELECT id FROM claims WHERE state = 'open'").pluck().all() as string[]);
    expect(drafts.length).toBeGreaterThan(0);
    const addresses = servedRoutes(app.build).filter(
      ({ pattern, loader }) => loader !== null && letsIn(loader) !== "anybody" && /^\/payments\/.*:cid/u.test(pattern),
    );
    expect(addresses.length).toBeGreaterThan(5);
    for (const { pattern, loader } of addresses)
      for (const draft of drafts) {
        const path = addressOf(pattern, { ...both.example.ids, claim: draft });
        expect([404, 302, 303], pattern).toContain((await ask(path, ownerOf(loader ?? "")?.session ?? null)).status);
      }
  });
});

describe("a form that names a thing of another meeting", () => {
  test("changes nothing, on every page of a meeting whose forms carry or offer the id of something", async () => {
    const things = thingsOf(organisationOfExample());
    const byId = new Map(things.map((thing) => [thing.id, thing]));
    const faults: string[] = [];
    const tried = new Set<string>();
    for (const { id: meetingId, reference } of meetings) {
      for (const route of servedRoutes(app.build)) {
        if (!route.pattern.includes(":reference") || route.action === null || letsIn(route.action) === "anybody") continue;
        const owner = ownerOf(route.action);
        if (owner === undefined) continue;
        const path = addressOf(route.pattern, { ...both.example.ids, meeting: reference });
        const page = await ask(path, owner.session);
        if (page.status !== 200) continue;
        for (const form of formsIn(await page.text())) {
          if (form.action !== null && form.action.split("?")[0] !== path) continue;
          for (const { name, value, offered } of form.fields) {
            for (const given of new Set([value ?? "", ...offered])) {
              const word = given.split(" ").find((one) => byId.get(one)?.meetingId === meetingId);
              if (word === undefined) continue;
              const { table } = byId.get(word)!;
              const stranger = things.find((one) => one.table === table && one.meetingId !== null && one.meetingId !== meetingId);
              const key = `${route.pattern} ${name} ${table}`;
              if (stranger === undefined || tried.has(key)) continue;
              tried.add(key);
              for (const body of withEachButton(form)) {
                body.set(name, given.replace(word, stranger.id));
                const before = contentsOf(app);
                const answer = await ask(path, owner.session, { method: "POST", body });
                if (answer.status >= 500) faults.push(`${key}: ${String(answer.status)}`);
                if (contentsOf(app) !== before) faults.push(`${key} changed something`);
              }
            }
          }
        }
      }
    }
    expect(faults).toEqual([]);
    expect([...tried].toSorted()).toEqual([
      "/meetings/:reference/day came invitations",
      "/meetings/:reference/day/breaks breakId day_breaks",
      "/meetings/:reference/day/roles take day_roles",
      "/meetings/:reference/feedback problem day_problems",
    ]);
  });
});
