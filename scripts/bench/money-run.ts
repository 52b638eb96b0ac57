// Claims on their whole way through the services and a real database file: checked, authorised, put in a batch, signed, printed as one
// PDF and as a file each, exported, paid and told. What comes out is counted and added up before any figure is handed back.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { calendarDateOf, instantOf } from "#app/domain/basics/dates.ts";
import { readAccountNumber, readSortCode } from "#app/domain/payments/bank-details.ts";
import { attendeeOf, coordinatorOf, financeOfficerOf, type Coordinator, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { addStaffMember } from "#app/services/accounts.server.ts";
import { attendanceOf, markAttendance } from "#app/services/attendance.server.ts";
import { myClaim, saveTime, sendClaim } from "#app/services/claims.server.ts";
import { openInstance, type Context } from "#app/services/context.server.ts";
import { claimForFinance } from "#app/services/finance-claim.server.ts";
import { authoriseTogether, passClaim } from "#app/services/finance.server.ts";
import { invitePeople } from "#app/services/invitations.server.ts";
import { savePayingAccount } from "#app/services/payees.server.ts";
import { decide, ownChoice, saveBankDetails, saveDraft } from "#app/services/payment-choice.server.ts";
import { addPerson } from "#app/services/people.server.ts";
import { cancelPrint, printsOf, startPrint } from "#app/services/print-jobs.server.ts";
import { downloadExport, exportRun } from "#app/services/run-exports.server.ts";
import { makeRun } from "#app/services/run-making.server.ts";
import { markRunPaid } from "#app/services/run-paying.server.ts";
import { sendRemittances } from "#app/services/run-remittances.server.ts";
import { signRun } from "#app/services/run-signing.server.ts";
import { runForFinance } from "#app/services/run-views.server.ts";
import { addOrganisation } from "#db/stores/accounts.ts";
import type { Figure, Finding } from "./figures.ts";
import { afterwards, pastMeeting, planning } from "./past-meeting.ts";
import { memoryOf } from "./running-app.ts";

const figure = (name: string, unit: string, value: number): Figure => ({ kind: "figure", bench: "payments", name, unit, value });

type Answer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: unknown };

function sure<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value;
  throw new Error(`A claim of the bench was stopped on its way: ${JSON.stringify(answer.refusal)}`);
}

/** So many claims from the day they are sent to the day people are told, each step timed. */
export async function throughTheServices(count: number): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), "welcome-table-bench-"));
  const settings = { dataFolder: join(folder, "data"), keyFile: join(folder, "key"), origin: "http://localhost:3000" };
  const instance = await openInstance({ ...settings, clock: () => instantOf(afterwards) });
  try {
    const team = await sentClaims((at) => instance.context(instantOf(at)), count);
    return await walked(instance.context(), team, join(folder, "data", "files"));
  } finally {
    instance.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Team = {
  readonly checker: FinanceOfficer;
  readonly authoriser: FinanceOfficer;
  readonly releaser: FinanceOfficer;
  readonly claims: readonly string[];
};

async function walked(context: Context, { checker, authoriser, releaser, claims }: Team, filesFolder: string): Promise<readonly Finding[]> {
  const count = claims.length;
  const found: Finding[] = [];
  const beat = heartbeat();
  const timed = async <Value>(name: string, work: () => Promise<Value>): Promise<Value> => {
    // Pages are asked for one after another: what waits gets its turn between two of them.
    await pause(20);
    const began = performance.now();
    const value = await work();
    found.push(figure(`${count} claims ${name}, through the services and the database`, "ms", performance.now() - began));
    return value;
  };
  const versionOf = async (claimId: string, finance: FinanceOfficer) => sure(await claimForFinance(context, finance, claimId)).version;
  await timed("checked", async () => {
    for (const claimId of claims) {
      sure(await passClaim(context, checker, { claimId, version: await versionOf(claimId, checker) }, "PPI-204"));
      await pause(0);
    }
  });
  // As the page does it: at most 50 together.
  await timed("authorised, 50 together", async () => {
    for (let from = 0; from < count; from += 50) {
      const at = [];
      for (const claimId of claims.slice(from, from + 50)) at.push({ claimId, version: await versionOf(claimId, authoriser) });
      const { left } = await authoriseTogether(context, authoriser, at);
      if (left.length > 0) throw new Error(`${left.length} claims were not authorised`);
      await pause(0);
    }
  });
  const wanted = { kind: "bank-file", paymentDate: calendarDateOf("2026-11-10"), claimIds: "all" } as const;
  const { runId } = await timed("put in a batch", async () => sure(await makeRun(context, checker, wanted)));
  const view = async () => sure(await runForFinance(context, releaser, runId));
  const at = async () => ({ runId, version: (await view()).version });
  const made = await view();
  if (made.count !== count || made.byBudgetCode.reduce((sum, { total }) => sum + total, 0) !== made.total)
    throw new Error(`The batch holds ${made.count} of ${count} claims, or its budget codes do not add up`);
  await timed("signed", async () => sure(await signRun(context, releaser, await at())));
  await timed("exported and downloaded as a Bacs file", async () => {
    const { number } = sure(await exportRun(context, checker, await at(), "bacs18"));
    const { text } = sure(await downloadExport(context, checker, { runId, number }));
    if (text.split("\r\n").length !== count + 9) throw new Error("The Bacs file of the batch is not whole");
  });

  await pause(20);
  const calm = beat.longest();
  const state = async (jobId: string) => sure(await printsOf(context, checker, runId)).find((one) => one.jobId === jobId);
  const print = async (what: "payment-forms" | "payment-form-files") => {
    const { jobId } = sure(await startPrint(context, checker, runId, { what, order: "surname" }));
    const seen = new Set<number>();
    for (let job = await state(jobId); job?.state === "working"; job = await state(jobId)) {
      seen.add(job.done);
      await pause(50);
    }
    const job = await state(jobId);
    if (job?.state !== "done" || (job.pages ?? 0) < count) throw new Error("The print of the batch did not come out whole");
    return { steps: seen.size, held: beat.longest() };
  };
  const printed = await timed("printed as one PDF, beside this process", async () => print("payment-forms"));
  const each = await timed("printed as a file each, beside this process", async () => print("payment-form-files"));
  found.push(figure(`the longest this process was kept while ${count} claims were checked, signed and exported`, "ms", calm));
  found.push(figure(`the longest this process was kept while ${count} forms were printed beside it`, "ms", printed.held));
  found.push(figure(`the longest this process was kept while ${count} files were made beside it`, "ms", each.held));
  found.push(figure(`steps of progress seen while ${count} forms were printed`, "steps", printed.steps));
  found.push(figure(`steps of progress seen while ${count} files were made`, "steps", each.steps));
  const before = readdirSync(filesFolder).length;
  for (const what of ["payment-forms", "payment-form-files"] as const) {
    const { jobId } = sure(await startPrint(context, checker, runId, { what, order: "budget-code" }));
    // Some of it is made by then: that goes too. A print of few forms may be done before it can be stopped.
    for (let job = await state(jobId); job?.state === "working" && job.done === 0; job = await state(jobId)) await pause(20);
    if ((await state(jobId))?.state !== "working") continue;
    await timed(what === "payment-forms" ? "stopped while printed" : "stopped while made as a file each", async () =>
      sure(await cancelPrint(context, checker, jobId)),
    );
    if ((await state(jobId))?.state !== "cancelled" || readdirSync(filesFolder).length !== before)
      throw new Error("A print that was stopped left something behind");
  }
  await timed("marked as paid", async () =>
    sure(await markRunPaid(context, releaser, await at(), { paidOn: calendarDateOf("2026-11-03"), notPaid: [] })),
  );
  const told = await timed("told to the people", async () => sure(await sendRemittances(context, checker, await at())));
  if (told.sent + told.toPost + told.unreachable !== count) throw new Error("Somebody who was paid is not told, or told twice");
  found.push(figure(`most memory of this process with its workers, with ${count} claims`, "MB", beat.end()));
  return found;
}

/** How long this process is kept from anything else, and the most memory it takes. `longest` begins again each time it is asked. */
function heartbeat(): { readonly longest: () => number; readonly end: () => number } {
  let longest = 0;
  let most = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 10);
    last = now;
    most = Math.max(most, memoryOf(process.pid)?.now ?? 0);
  }, 10);
  return {
    longest: () => {
      const found = longest;
      longest = 0;
      return found;
    },
    end: () => {
      clearInterval(beat);
      return most;
    },
  };
}

async function sentClaims(moment: (at: string) => Context, count: number): Promise<Team> {
  const early = moment(planning);
  const context = moment(afterwards);
  const organisationId = early.newId();
  const contact = { name: "Asha Grewal", phone: "01632 960 001", textNumber: "", email: "asha@example.org", bslVideoRelay: "", hours: "" };
  await early.change(async (tx) =>
    addOrganisation(tx, { id: organisationId, name: "Riverside Voices", nation: "england", contact, policies: {}, createdAt: early.now }),
  );
  const staff = async (name: string, roles: readonly ("coordinator" | "finance-check" | "finance-authorise")[]) => {
    const email = `${early.newId().toLowerCase()}@example.org`;
    const { staffId } = sure(await addStaffMember(early, { organisationId, name, email, roles }));
    return { staffId, organisationId, name, email, roles };
  };
  const coordinator = coordinatorOf(await staff("Asha Grewal", ["coordinator"]));
  const officer = async (name: string) => financeOfficerOf(await staff(name, ["finance-check", "finance-authorise"]));
  const [checker, authoriser, releaser] = [await officer("Ben Ali"), await officer("Cara Iqbal"), await officer("Dev Shah")];
  if (coordinator === null || checker === null || authoriser === null || releaser === null) throw new Error("The bench has no staff");
  sure(
    await savePayingAccount(early, releaser, {
      name: "Riverside Voices",
      sortCode: "089999",
      accountNumber: "66374958",
      serviceUserNumber: "123456",
    }),
  );
  const { reference } = await pastMeeting(moment, coordinator);
  const invited = await invitedPeople(early, coordinator, reference, count);
  const marks = sure(await attendanceOf(context, coordinator, reference)).people.map(({ invitationId, version }) => ({
    invitationId,
    version,
    attendance: "online" as const,
    minutes: 120,
  }));
  sure(await markAttendance(context, coordinator, reference, marks));
  const claims: string[] = [];
  for (const attendee of invited) {
    const version = async () => sure(await myClaim(context, attendee)).version;
    sure(await saveTime(context, attendee, await version(), { answer: "right", differs: "", paidByEmployer: "no" }));
    sure(await sendClaim(context, attendee, await version(), { signedName: "A person", answer: "" }));
    const claim = await context.db.query.claims.findFirst({ where: (table, { eq }) => eq(table.invitationId, attendee.invitationId) });
    if (claim !== undefined) claims.push(claim.id);
  }
  return { checker, authoriser, releaser, claims };
}

async function invitedPeople(context: Context, coordinator: Coordinator, reference: string, count: number) {
  const invited = [];
  for (let index = 0; index < count; index += 1) {
    const name = `Person ${index}`;
    // An account each: people who share one are looked at together, and few do.
    const [sortCode, accountNumber] = [readSortCode("089999"), readAccountNumber(String(10_000_000 + index))];
    if (!sortCode.ok || !accountNumber.ok) throw new Error("An account of the bench is not one");
    const { personId } = sure(
      await addPerson(context, coordinator, {
        name,
        email: `person-${index}@example.net`,
        phone: "",
        address: `${index} Sea Road\nHarbour`,
        preferredContact: "email",
        neutralSubject: false,
        safeContact: "",
      }),
    );
    const [invitation] = sure(
      await invitePeople(context, coordinator, reference, { personIds: [personId], personalLine: "", neutralFor: [] }),
    );
    const row = await context.db.query.invitations.findFirst({
      where: (table, { eq }) => eq(table.id, invitation?.invitationId ?? ""),
    });
    if (row === undefined) throw new Error("Nobody was invited");
    const attendee = attendeeOf({
      organisationId: row.organisationId,
      personId,
      invitationId: row.id,
      meetingId: row.meetingId,
      grantId: "bench",
      mayReadBack: false,
    });
    sure(await saveDraft(context, attendee, 0, { kind: "full", how: "bank" }));
    sure(await decide(context, attendee, (await ownChoice(context, attendee))?.version ?? 0));
    sure(await saveBankDetails(context, attendee, { nameOnAccount: name, sortCode: sortCode.value, accountNumber: accountNumber.value }));
    invited.push(attendee);
  }
  return invited;
}
