// People as a list in a file: what each line may hold, and the same columns written out again. Notes about safe contact are
// never in a file, and neither is anything about access, benefits or payment.
import { csvText } from "#app/domain/basics/csv.ts";
import { dayIn, instantOf, readDate, type CalendarDate, type Instant } from "#app/domain/basics/dates.ts";
import { done, refused } from "#app/domain/basics/result.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { readEmail, readPhone } from "#app/domain/people/contact.ts";
import { plainDate } from "#app/words/format.ts";
import { preferredContactNames } from "#app/words/meetings.ts";
import { personLineProblems } from "#app/words/people-list.ts";
import { record } from "#db/audit.ts";
import { listPeopleOnFile, type PreferredContact } from "#db/stores/people.ts";
import type { Context } from "./context.server.ts";
import type { CsvImport } from "./csv-import.server.ts";
import { plainName, putPersonOnFile } from "./people.server.ts";

type Column = "name" | "email" | "phone" | "address" | "preferred" | "agreed";
type PersonLine = {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly preferredContact: PreferredContact;
  /** When they said that we may contact them; null where the line does not say, and then it is today. */
  readonly agreedOn: CalendarDate | null;
};

const titles: Readonly<Record<Column, readonly [string, ...string[]]>> = {
  name: ["Name", "Full name"],
  email: ["Email", "Email address", "E-mail"],
  phone: ["Phone", "Phone number", "Telephone", "Mobile", "Tel"],
  address: ["Address", "Postal address"],
  preferred: ["Likes to be contacted by", "Preferred contact", "Contact by"],
  agreed: ["Agreed to be contacted on", "Agreed on", "Consent date"],
};

/** The columns a list of people has, in order, as they are written at its head. */
export const peopleColumns: readonly string[] = Object.values(titles).map(([title]) => title);

/** People as a list to take in. A person of the same name and the same email, phone or address is there already. */
export const peopleImport: CsvImport<Column, PersonLine> = {
  kind: "people",
  columns: [
    { name: "name", titles: titles.name, isNeeded: true },
    { name: "email", titles: titles.email },
    { name: "phone", titles: titles.phone },
    { name: "address", titles: titles.address },
    { name: "preferred", titles: titles.preferred },
    { name: "agreed", titles: titles.agreed },
  ],
  readLine(cells, context) {
    const problems: string[] = [];
    const email = cells.email === "" ? "" : readEmail(cells.email);
    const phone = cells.phone === "" ? "" : readPhone(cells.phone);
    const preferred = preferredOf(cells.preferred);
    const agreedOn = agreedOf(cells.agreed);
    if (cells.name === "") problems.push(personLineProblems.noName);
    if ([...cells.name].length > 100) problems.push(personLineProblems.nameTooLong);
    if (email === null) problems.push(personLineProblems.email);
    if (phone === null) problems.push(personLineProblems.phone);
    if ([...cells.address].length > 500) problems.push(personLineProblems.addressTooLong);
    if (cells.email === "" && cells.phone === "" && cells.address === "") problems.push(personLineProblems.noWay);
    if (preferred === "not-a-way") problems.push(personLineProblems.preferred);
    if (agreedOn === "not-a-date") problems.push(personLineProblems.agreed);
    else if (agreedOn !== null && agreedOn > context.today) problems.push(personLineProblems.agreedLater);
    const ways = { email: cells.email !== "", phone: cells.phone !== "", text: cells.phone !== "", letter: cells.address !== "" };
    if (preferred !== null && preferred in ways && !ways[preferred as keyof typeof ways])
      problems.push(personLineProblems.preferredMissing);
    if (problems.length > 0 || email === null || phone === null || preferred === "not-a-way" || agreedOn === "not-a-date")
      return refused(problems);
    const preferredContact = preferred ?? (ways.email ? "email" : ways.phone ? "phone" : "letter");
    return done({ name: cells.name, email, phone, address: cells.address, preferredContact, agreedOn });
  },
  sameAs: keysOf,
  async open(db, organisationId) {
    const people = await listPeopleOnFile(db, organisationId);
    const known = new Set(people.flatMap(keysOf));
    const names = new Set(people.map(({ name }) => plainName(name)));
    return (row) => {
      if (keysOf(row).some((key) => known.has(key))) return { is: "already-there", because: personLineProblems.alreadyThere };
      return names.has(plainName(row.name)) ? { is: "add", note: personLineProblems.sameName } : { is: "add" };
    };
  },
  async add(context, tx, coordinator, { agreedOn, ...facts }) {
    const agreedAt: Instant = agreedOn === null || agreedOn === context.today ? context.now : instantOf(`${agreedOn}T12:00:00.000Z`);
    await putPersonOnFile(context, tx, coordinator, { ...facts, neutralSubject: false, safeContact: "" }, agreedAt);
  },
  told: (row) => ({
    name: row.name,
    facts: [row.email, row.phone, row.address.replaceAll("\n", ", ")].filter((fact) => fact !== ""),
  }),
};

/** Everybody on file as CSV, with the columns the import reads. The taking away of a whole list is put on record. */
export async function exportPeople(context: Context, coordinator: Coordinator): Promise<string> {
  const people = await listPeopleOnFile(context.db, coordinator.organisationId);
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: coordinator.organisationId,
      actor: auditActorOf(coordinator),
      action: "people-exported",
      subject: { kind: "organisation", id: coordinator.organisationId },
      details: { people: people.length },
    }),
  );
  return csvText(
    peopleColumns,
    people.map((person) => [
      person.name,
      person.email,
      person.phone,
      person.address,
      preferredContactNames[person.preferredContact],
      person.agreedAt === null ? "" : plainDate(dayIn(person.agreedAt)),
    ]),
  );
}

function keysOf({ name, email, phone, address }: Pick<PersonLine, "name" | "email" | "phone" | "address">): readonly string[] {
  const who = plainName(name);
  return [
    ...(email === "" ? [] : [`${who} email ${email.toLowerCase()}`]),
    ...(phone === "" ? [] : [`${who} phone ${phone.replace(/\D/gu, "").replace(/^44/u, "0")}`]),
    ...(address === "" ? [] : [`${who} address ${plainName(address)}`]),
  ];
}

const ways: Readonly<Record<string, PreferredContact>> = {
  ...(Object.fromEntries(Object.entries(preferredContactNames).map(([way, name]) => [plainName(name), way])) as Record<
    string,
    PreferredContact
  >),
  "e-mail": "email",
  phone: "phone",
  telephone: "phone",
  text: "text",
  sms: "text",
  post: "letter",
};

function preferredOf(cell: string): PreferredContact | "not-a-way" | null {
  return cell === "" ? null : (ways[plainName(cell)] ?? "not-a-way");
}

// As people in the UK write a day, with the day first, or as a spreadsheet's own 2026-03-23.
function agreedOf(cell: string): CalendarDate | "not-a-date" | null {
  if (cell === "") return null;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T.*)?$/u.exec(cell);
  const parts = iso ? [iso[3], iso[2], iso[1]] : cell.split(/[\s/.-]+/u);
  const [day = "", month = "", year = "", ...more] = parts;
  const read = readDate({ day, month, year });
  return read.ok && more.length === 0 ? read.value : "not-a-date";
}
