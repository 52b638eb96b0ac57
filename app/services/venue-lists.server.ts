// Venues as a list in a file: what each line may hold, and the same columns written out again. Facts of a venue are not in the
// list: they come one by one, each with its source.
import { csvText } from "#app/domain/basics/csv.ts";
import { done, refused } from "#app/domain/basics/result.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { readEmail, readPhone } from "#app/domain/people/contact.ts";
import { sameVenueName, venueLineProblems } from "#app/words/venue-lists.ts";
import { record } from "#db/audit.ts";
import { listVenues } from "#db/stores/venues.ts";
import type { Context } from "./context.server.ts";
import type { CsvImport } from "./csv-import.server.ts";
import { plainName } from "./people.server.ts";
import { putVenueOnFile, type VenueDetails } from "./venues.server.ts";

type Column = "name" | "address" | "contact" | "email" | "phone";

const titles: Readonly<Record<Column, readonly [string, ...string[]]>> = {
  name: ["Name", "Venue", "Name of the venue"],
  address: ["Address", "Postal address"],
  contact: ["Who to ask", "Contact", "Contact name"],
  email: ["Email", "Email address", "E-mail"],
  phone: ["Phone", "Phone number", "Telephone", "Tel"],
};

/** The columns a list of venues has, in order, as they are written at its head. */
export const venueColumns: readonly string[] = Object.values(titles).map(([title]) => title);

/** Venues as a list to take in. A venue of the same name and address is there already. */
export const venueImport: CsvImport<Column, VenueDetails> = {
  kind: "venues",
  columns: [
    { name: "name", titles: titles.name, isNeeded: true },
    { name: "address", titles: titles.address },
    { name: "contact", titles: titles.contact },
    { name: "email", titles: titles.email },
    { name: "phone", titles: titles.phone },
  ],
  readLine(cells) {
    const email = cells.email === "" ? "" : readEmail(cells.email);
    const phone = cells.phone === "" ? "" : readPhone(cells.phone);
    const problems = [
      ...(cells.name === "" ? [venueLineProblems.noName] : []),
      ...([...cells.name].length > 100 ? [venueLineProblems.nameTooLong] : []),
      ...([...cells.address].length > 500 ? [venueLineProblems.addressTooLong] : []),
      ...([...cells.contact].length > 100 ? [venueLineProblems.contactTooLong] : []),
      ...(email === null ? [venueLineProblems.email] : []),
      ...(phone === null ? [venueLineProblems.phone] : []),
    ];
    if (problems.length > 0 || email === null || phone === null) return refused(problems);
    return done({ name: cells.name, address: cells.address, contactName: cells.contact, contactEmail: email, contactPhone: phone });
  },
  sameAs: keysOf,
  async open(db, organisationId) {
    const venues = await listVenues(db, organisationId);
    const known = new Set(venues.flatMap(keysOf));
    return (row) => {
      if (keysOf(row).some((key) => known.has(key))) return { is: "already-there", because: venueLineProblems.alreadyThere };
      // Whether it has moved or is another one of that name, only a person can say: nothing on file is replaced.
      const same = venues.find(({ name }) => plainName(name) === plainName(row.name));
      return same === undefined ? { is: "add" } : { is: "add", note: sameVenueName(same.address.replaceAll("\n", ", ")) };
    };
  },
  async add(context, tx, coordinator, row) {
    await putVenueOnFile(context, tx, coordinator, row);
  },
  told: (row) => ({
    name: row.name,
    facts: [row.address.replaceAll("\n", ", "), row.contactName, row.contactEmail, row.contactPhone].filter((fact) => fact !== ""),
  }),
};

// Two halls of one name in two places are two venues.
function keysOf({ name, address }: Pick<VenueDetails, "name" | "address">): readonly string[] {
  return [`${plainName(name)} at ${plainName(address)}`];
}

/** Every venue on file as CSV, with the columns the import reads. The taking away of a whole list is put on record. */
export async function exportVenues(context: Context, coordinator: Coordinator): Promise<string> {
  const venues = await listVenues(context.db, coordinator.organisationId);
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: coordinator.organisationId,
      actor: auditActorOf(coordinator),
      action: "venues-exported",
      subject: { kind: "organisation", id: coordinator.organisationId },
      details: { venues: venues.length },
    }),
  );
  return csvText(
    venueColumns,
    venues.map(({ name, address, contactName, contactEmail, contactPhone }) => [name, address, contactName, contactEmail, contactPhone]),
  );
}
