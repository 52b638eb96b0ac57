// The one maker of clocks, ids and database handles. Everything a service needs from the world comes in a Context.
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { bankHolidaysOf } from "#app/domain/basics/bank-holidays.ts";
import { dayIn, instantOf, type BankHolidays, type CalendarDate, type Instant, type Nation } from "#app/domain/basics/dates.ts";
import { referenceBytes, referenceFrom } from "#app/domain/payments/reference.ts";
import { openDatabase, type Change, type Db } from "#db/open.ts";
import { makeVault, readKeys, writeKeys, type Vault } from "#db/vault.ts";

export type Context = {
  readonly db: Db;
  readonly change: Change;
  /** After erasing: leaves nothing of what was erased in the write-ahead log. */
  readonly emptyLog: () => Promise<void>;
  readonly vault: Vault;
  readonly now: Instant;
  readonly today: CalendarDate;
  readonly holidaysOf: (nation: Nation) => BankHolidays;
  /** Where the public finds us, like "http://localhost:3000"; absolute links begin with it. */
  readonly origin: string;
  /** Whether a mail server is configured; without one messages are shown on screen and printed. */
  readonly mailIsSet: boolean;
  /** Sealed uploads live here. */
  readonly filesFolder: string;
  /** A new random id. */
  readonly newId: () => string;
  /** A new secret of 256 bits, for a link or a session. */
  readonly newToken: () => string;
  /** Eight letters without vowels or look-alikes, to be read aloud. */
  readonly newReference: () => string;
};

export type InstanceSettings = {
  readonly dataFolder: string;
  readonly keyFile: string;
  readonly origin: string;
  readonly mailIsSet?: boolean;
  /** Gives the time now. Tests and the example's seeding bring their own. */
  readonly clock?: () => Instant;
  readonly migrationsFolder?: string;
};

export type Instance = {
  readonly settings: InstanceSettings;
  /** A context for one request, at the clock's time or at the given moment. */
  readonly context: (at?: Instant) => Context;
  readonly close: () => void;
};

/** Opens an installation: its key, its database, its clock. Throws in one sentence when the key is missing or wrong. */
export async function openInstance(settings: InstanceSettings): Promise<Instance> {
  const file = join(settings.dataFolder, "welcome-table.db");
  const vault = makeVault(readKeys(keyText(settings.keyFile, existsSync(file))));
  const opened = await openDatabase({
    file,
    vault,
    ...(settings.migrationsFolder === undefined ? {} : { migrationsFolder: settings.migrationsFolder }),
  });
  const clock = settings.clock ?? (() => instantOf(new Date().toISOString()));
  return {
    settings,
    context(at) {
      const now = at ?? clock();
      return {
        db: opened.db,
        change: opened.change,
        emptyLog: opened.emptyLog,
        vault,
        now,
        today: dayIn(now),
        holidaysOf: bankHolidaysOf,
        origin: settings.origin,
        mailIsSet: settings.mailIsSet ?? false,
        filesFolder: join(settings.dataFolder, "files"),
        newId: () => randomBytes(12).toString("base64url"),
        newToken: () => randomBytes(32).toString("base64url"),
        newReference: () => referenceFrom(randomBytes(referenceBytes)),
      };
    },
    close: opened.close,
  };
}

// A key made beside existing data could never open it, so a key is only made where there is no data yet.
function keyText(keyFile: string, dataExists: boolean): string {
  if (existsSync(keyFile)) return readFileSync(keyFile, "utf8");
  if (dataExists)
    throw new Error(`The key file ${keyFile} is missing. Put it back from your recovery copy: the data cannot be read without it.`);
  mkdirSync(dirname(resolve(keyFile)), { recursive: true });
  const text = writeKeys(new Map([[1, randomBytes(32)]]));
  writeFileSync(keyFile, text, { mode: 0o600, flag: "wx" });
  chmodSync(keyFile, 0o600);
  return text;
}

/** The settings an installation starts with, read from the environment. Throws naming every setting that is wrong. */
export function settingsFrom(environment: Readonly<Record<string, string | undefined>>): InstanceSettings {
  const problems: string[] = [];
  const port = environment["PORT"] ?? "3000";
  if (!/^\d{1,5}$/u.test(port) || Number(port) > 65535) problems.push(`PORT is "${port}": use a number, like PORT=3000.`);
  const origin = environment["WELCOME_TABLE_ORIGIN"] ?? `http://localhost:${port}`;
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
    problems.push(`WELCOME_TABLE_ORIGIN is "${origin}": use only the beginning of the address, like https://meetings.example.org`);
  }
  const smtp = environment["WELCOME_TABLE_SMTP"];
  if (smtp !== undefined && !/^smtps?:\/\/[^\s]+$/u.test(smtp)) {
    problems.push("WELCOME_TABLE_SMTP is not a mail server address: use one like smtp://mail.example.org:587");
  }
  const at = environment["WELCOME_TABLE_CLOCK"];
  if (at !== undefined && Number.isNaN(Date.parse(at)))
    problems.push(`WELCOME_TABLE_CLOCK is "${at}": use a moment like 2026-11-23T09:00:00Z`);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const began = Date.now();
  return {
    dataFolder: environment["WELCOME_TABLE_DATA"] ?? "data",
    keyFile: environment["WELCOME_TABLE_KEY_FILE"] ?? "key",
    origin,
    mailIsSet: smtp !== undefined,
    // A demonstration or a test may begin on a day of its own; the clock runs on from there.
    ...(at === undefined ? {} : { clock: () => instantOf(new Date(Date.parse(at) + Date.now() - began).toISOString()) }),
  };
}

let running: Promise<Instance> | undefined;

/** The installation of this process, opened on first use from the environment. */
export function instance(): Promise<Instance> {
  running ??= openInstance(settingsFrom(process.env));
  return running;
}

/** Makes an already opened installation the one of this process: for tests and scripts. */
export function useInstance(opened: Instance): void {
  running = Promise.resolve(opened);
}

/** A context for one request. */
export async function openContext(): Promise<Context> {
  return (await instance()).context();
}

/** Closes the installation of this process, if it was opened. */
export async function closeInstanceIfOpen(): Promise<void> {
  const opened = running;
  running = undefined;
  (await opened)?.close();
}
