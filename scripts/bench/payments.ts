// Money in bulk: a batch of payment forms printed by a worker while this process stays free, and finance's list pages over many
// people and claims. The rows are written straight into a throw-away database, with its guards taken off for the writing only.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import Database from "better-sqlite3";
import type { PrintNews, PrintOrder } from "#app/documents/print-worker.ts";
import { paymentForms } from "#app/documents/catalogue/payment-run-papers.ts";
import { addDays, calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { readAccountNumber, readSortCode } from "#app/domain/payments/bank-details.ts";
import { checkModulus, readModulusTable } from "#app/domain/payments/modulus-check.ts";
import { writeBankFile } from "#app/domain/payments/payment-files.ts";
import { priceTime } from "#app/domain/payments/price-time.ts";
import { adoptPublishedCard, publishedCards } from "#app/domain/payments/published-cards.ts";
import type { RateCard } from "#app/domain/payments/rate-card.ts";
import type { PaymentSheet } from "#app/domain/payments/payment-form.ts";
import { financeOfficerOf } from "#app/domain/people/actors.ts";
import { openInstance, type Context } from "#app/services/context.server.ts";
import { budgetTotals, claimQueue, financeCounts, heldAndLate } from "#app/services/finance-lists.server.ts";
import { workerMemory } from "#app/services/print-jobs.server.ts";
import { listRunsFor } from "#app/services/run-views.server.ts";
import { peopleInTaxYear } from "#app/services/statements.server.ts";
import type { Bench } from "./bench.ts";
import type { Figure, Finding } from "./figures.ts";
import { throughTheServices } from "./money-run.ts";
import { memoryOf } from "./running-app.ts";
import { countStatements } from "./statements.ts";

const figure = (name: string, unit: string, value: number): Figure => ({ kind: "figure", bench: "payments", name, unit, value });

/** 100 claims, with --full 1,000, through the services from check to remittance; 1,000 claims priced, checked and written as one bank file; a batch of 200 forms and lists over 20,000 claims, with --full 1,000 forms and 1,000,000 claims of 100,000 people. */
export const paymentsBench: Bench = async ({ full }) => [
  ...throughABatch(1_000),
  ...(await throughTheServices(full ? 1_000 : 100)),
  ...(await printedBatch(full ? 1_000 : 200)),
  ...(await lists(full ? { people: 100_000, claims: 1_000_000 } : { people: 2_000, claims: 20_000 })),
];

/** What happens to claims on their way to the bank, without the database: time priced, account numbers checked, one file written. */
function throughABatch(count: number): readonly Finding[] {
  const card = rates();
  const table = readModulusTable({ version: "made up", weights: "990000 990000 MOD11 0 0 0 0 0 0 8 7 6 5 4 3 2 1", substitutes: "" });
  if (!table.ok) throw new Error("The made-up table of the modulus check is not understood");
  const date = calendarDateOf("2026-11-02");
  const clock = performance.now();
  const amounts = Array.from({ length: count }, (_, index) => {
    const priced = priceTime({ card, entries: [{ id: "t", event: "M", date, activity: "meeting", minutes: 60 + (index % 240) }] });
    if (!priced.ok) throw new Error("A claim of the bench has no price");
    return priced.value.total;
  });
  const pricedAt = performance.now();
  const accounts = amounts.map((_, index) => {
    const sortCode = readSortCode("990000");
    const accountNumber = readAccountNumber(String(10_000_000 + index));
    if (!sortCode.ok || !accountNumber.ok) throw new Error("An account of the bench is not one");
    return { sortCode: sortCode.value, accountNumber: accountNumber.value };
  });
  const fitting = accounts.filter((account) => checkModulus(table.value, account).answer === "passes").length;
  const checkedAt = performance.now();
  const file = writeBankFile("bacs18", {
    payer: { sortCode: "089999", accountNumber: "66374958", name: "Riverside Voices", serviceUserNumber: "123456" },
    credits: accounts.map((account, index) => ({
      ...account,
      claim: `C${index}`,
      name: `Person ${index}`,
      reference: `CLAIM ${index}`,
      amount: amounts[index] ?? penceOf(1),
    })),
    run: 1,
    created: date,
    processingDay: calendarDateOf("2026-11-03"),
    entryDay: calendarDateOf("2026-11-04"),
  });
  const writtenAt = performance.now();
  if (!file.ok || file.value.split("\r\n").length !== count + 9) throw new Error("The bank file of the bench is not whole");
  return [
    figure(`${count} claims priced`, "ms", pricedAt - clock),
    figure(`${count} account numbers checked (${fitting} fit)`, "ms", checkedAt - pricedAt),
    figure(`${count} payments written as one Bacs file`, "ms", writtenAt - checkedAt),
  ];
}

function rates(): RateCard {
  const published = publishedCards.find(({ id }) => id === "blue-heart");
  if (published === undefined) throw new Error("The published card of the bench is gone");
  const card = adoptPublishedCard(published, {
    id: "card",
    organisation: "o",
    version: 1,
    validFrom: calendarDateOf("2026-04-01"),
    breaks: { kind: "count" },
    paysPlannedTime: true,
    weekBegins: "Monday",
    cancellation: [],
    answers: {},
  });
  if (!card.ok) throw new Error("The published card of the bench leaves something open");
  return card.value;
}

async function printedBatch(count: number): Promise<readonly Finding[]> {
  const doc = paymentForms(
    {
      organisation: { name: "Riverside Voices" },
      madeOn: calendarDateOf("2026-11-23"),
      number: 1,
      kind: "printed-forms",
      paymentDate: calendarDateOf("2026-11-27"),
      preparedBy: "Priya Nair",
      preparedOn: calendarDateOf("2026-11-23"),
      releasedBy: "Tom Hale",
      releasedOn: calendarDateOf("2026-11-23"),
      controlSum: "0011223344556677",
      edition: 1,
      processingDay: null,
      payingAccount: "Riverside Voices, ends 58",
      authorisedBy: ["Cara Iqbal"],
      lines: [],
      exceptions: [],
      exports: [],
      returns: [],
    },
    Array.from({ length: count }, (_, index) => sheetOf(index)),
  );
  const began = performance.now();
  let longest = 0;
  let last = began;
  let most = 0;
  const beat = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 10);
    last = now;
    most = Math.max(most, memoryOf(process.pid)?.now ?? 0);
  }, 10);
  const order: PrintOrder = { as: "one-file", prints: [{ doc, sizePoints: 12 }], about: doc };
  const made = await new Promise<Extract<PrintNews, { readonly news: "done" }>>((resolve, reject) => {
    const worker = new Worker(join(process.cwd(), "app", "documents", "print-worker.ts"), {
      workerData: order,
      resourceLimits: workerMemory,
    });
    worker.on("message", (news: PrintNews) => {
      if (news.news === "done") resolve(news);
      if (news.news === "cannot-draw") reject(new Error(`No letterform for ${news.characters.join(" ")}`));
    });
    worker.on("error", reject);
  });
  clearInterval(beat);
  if (made.pages < count) throw new Error(`A batch of ${count} forms came out on ${made.pages} sheets`);
  return [
    figure(`one PDF of ${count} payment forms, beside this process, on the clock`, "ms", performance.now() - began),
    figure(`the longest this process was kept meanwhile`, "ms", longest),
    figure(`most memory of this process with its worker`, "MB", most),
    figure(`the file`, "bytes", made.bytes.length),
  ];
}

function sheetOf(index: number): PaymentSheet {
  const pence = 2_500 + ((index * 37) % 9_000);
  const letters = "CDFHJKMNPRTWX";
  const reference = Array.from({ length: 8 }, (_, at) => letters[Math.floor(index / letters.length ** at) % letters.length]).join("");
  const signedOn = calendarDateOf("2026-11-23");
  return {
    form: "payment-sheet",
    reference,
    organisation: "Riverside Voices",
    payee: `Person ${index}`,
    address: [`${index} Sea Road`, "Harbour"],
    forTime: penceOf(pence),
    forCosts: penceOf(280),
    forAccess: penceOf(0),
    advancesTaken: penceOf(0),
    toPay: penceOf(pence + 280),
    taxTreatment: "not-recorded",
    budgetCode: `PPI-${200 + (index % 12)}`,
    method: "bank",
    signatures: [
      { role: "checker", name: "Ben Ali", on: signedOn },
      { role: "authoriser", name: "Cara Iqbal", on: signedOn },
      { role: "releaser", name: "Tom Hale", on: signedOn },
    ],
  };
}

type Size = { readonly people: number; readonly claims: number };

async function lists(size: Size): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), "welcome-table-bench-"));
  try {
    const settings = { dataFolder: join(folder, "data"), keyFile: join(folder, "key"), origin: "http://localhost:3000" };
    (await openInstance(settings)).close();
    fill(join(folder, "data", "welcome-table.db"), size);
    const instance = await openInstance(settings);
    try {
      return await timed(instance.context(), size);
    } finally {
      instance.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Most claims of a working organisation are paid; some hundreds wait.
function fill(file: string, { people, claims }: Size): void {
  const db = new Database(file);
  const guards = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all() as { name: string; sql: string }[];
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`);
  db.pragma("foreign_keys = OFF");
  const at = "2026-11-23T09:00:00.000Z";
  db.transaction(() => {
    db.prepare(
      "INSERT INTO organisations (id, name, nation, contact, policies, created_at) VALUES ('o', 'Riverside Voices', 'england', '{}', '{}', ?)",
    ).run(at);
    db.prepare(
      "INSERT INTO staff (id, organisation_id, name, email, roles, created_at) VALUES ('s', 'o', 'Ben Ali', 'ben@example.org', '[]', ?)",
    ).run(at);
    const person = db.prepare("INSERT INTO people (id, organisation_id, name, email, created_at) VALUES (?, 'o', ?, ?, ?)");
    for (let index = 0; index < people; index += 1) person.run(`p${index}`, `Person ${index}`, `p${index}@example.org`, at);
    const meeting = db.prepare(
      "INSERT INTO meetings (id, organisation_id, reference, state, name, nation, coordinator_id, online_features, agenda, conditions, costs_covered, created_at) VALUES (?, 'o', ?, 'held', ?, 'england', 's', '[]', '[]', '[]', '[]', ?)",
    );
    for (let index = 0; index < 200; index += 1) meeting.run(`m${index}`, `M${index}`, `Meeting ${index}`, at);
    const claim = db.prepare(
      "INSERT INTO claims (id, organisation_id, invitation_id, person_id, meeting_id, reference, state, sent_at, pay_by, paid_on, for_time, for_costs, to_pay, budget_code) VALUES (?, 'o', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    );
    const first = calendarDateOf("2024-04-06");
    const waiting = ["sent", "checked", "agreed", "on-hold", "sent"];
    for (let index = 0; index < claims; index += 1) {
      const isOpen = index % 1_000 < 2;
      const day = addDays(first, index % 950);
      const time = 2_500 + ((index * 37) % 9_000);
      const state = isOpen ? (waiting[Math.floor(index / 1_000) % waiting.length] ?? "sent") : "paid";
      claim.run(
        `c${index}`,
        `i${index}`,
        `p${index % people}`,
        `m${index % 200}`,
        `R${index}`,
        state,
        at,
        day,
        isOpen ? null : day,
        time,
        280,
        time + 280,
        `PPI-${200 + (index % 12)}`,
      );
    }
  })();
  for (const { sql } of guards) db.exec(sql);
  db.exec("ANALYZE");
  db.close();
}

async function timed(context: Context, { people, claims }: Size): Promise<readonly Finding[]> {
  const finance = financeOfficerOf({
    staffId: "s",
    organisationId: "o",
    name: "Ben Ali",
    email: "ben@example.org",
    roles: ["finance-check", "finance-authorise"],
  });
  if (finance === null) throw new Error("The bench has nobody in finance");
  const pages: Readonly<Record<string, () => Promise<unknown>>> = {
    "counts of the payments page": () => financeCounts(context, finance),
    "claims to check": () => claimQueue(context, finance, { turn: "check" }),
    "claims to check, by person": () => claimQueue(context, finance, { turn: "check", order: "person" }),
    "all claims": () => claimQueue(context, finance, { turn: "all" }),
    "all claims, page 100": () => claimQueue(context, finance, { turn: "all", page: 100 }),
    "all claims, by person": () => claimQueue(context, finance, { turn: "all", order: "person" }),
    "all claims, by meeting": () => claimQueue(context, finance, { turn: "all", order: "meeting" }),
    "all claims, the largest first": () => claimQueue(context, finance, { turn: "all", order: "total", isDescending: true }),
    "held and late": () => heldAndLate(context, finance),
    "totals by budget code": () => budgetTotals(context, finance, calendarDateOf("2026-04-01")),
    batches: () => listRunsFor(context, finance, 1),
    "annual statements": () => peopleInTaxYear(context, finance, 2026, 1),
  };
  const found: Finding[] = [];
  for (const [name, page] of Object.entries(pages)) {
    const times: number[] = [];
    const until = performance.now() + 5_000;
    while (times.length < 5 || (times.length < 100 && performance.now() < until)) {
      const began = performance.now();
      await page();
      times.push(performance.now() - began);
    }
    times.sort((one, other) => one - other);
    const place = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    const over = `${name}, ${claims} claims of ${people} people, from the database`;
    found.push({ ...figure(over, "ms", place(0.5)), rounds: times.length, low: times[0] ?? 0, high: times.at(-1) ?? 0 });
    found.push(figure(`${over}, 99 of 100`, "ms", place(0.99)));
    found.push(figure(`${name}, asked of the database`, "statements", await countStatements(page)));
  }
  return found;
}
