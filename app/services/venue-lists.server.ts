// Venues as a list in a file: what each line may hold, and the same columns written out again. Facts of a venue are not in the
// list: they come one by one, each with its source.
import { csvText } from "#app/domain/basics/csv.ts";
import { done, refused } from "#app/domain/basics/result.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { readEmail, readPhone } from "#app/domain/people/contact.ts";
import { sameVenueName, venueLineProblems, venueMoves } from "#app/words/venue-lists.ts";
import { record } from "#db/audit.ts";
import { listVenues } from "#db/stores/venues.ts";
import type { Context } from "./context.server.ts";
import type { CsvImport } from "./csv-import.server.ts";
import { plainName } from "./people.server.ts";
import { moveVenue, putVenueOnFile, type VenueDetails } from "./venues.server.ts";

type Column = "name" | "address" | "town" | "contact" | "email" | "phone" | "moved";

/** A line of the list. `hasMoved`: the venue of this name is on file, and this is where it is now. */
export type VenueLineRow = VenueDetails & { readonly hasMoved: boolean };

const titles: Readonly<Record<Column, readonly [string, ...string[]]>> = {
  name: ["Name", "Venue", "Name of the venue"],
  address: ["Address", "Postal address"],
  town: ["Town", "City", "Town or city"],
  contact: ["Who to ask", "Contact", "Contact name"],
  email: ["Email", "Email address", "E-mail"],
  phone: ["Phone", "Phone number", "Telephone", "Tel"],
  moved: ["Has moved", "Moved"],
};

/** The columns a list of venues has, in order, as they are written at its head. */
export const venueColumns: readonly string[] = Object.values(titles).map(([title]) => title);

/** Venues as a list to take in. A venue of the same name and address is there already. */
export const venueImport: CsvImport<Column, VenueLineRow> = {
  kind: "venues",
  columns: [
    { name: "name", titles: titles.name, isNeeded: true },
    { name: "address", titles: titles.address },
    { name: "town", titles: titles.town },
    { name: "contact", titles: titles.contact },
    { name: "email", titles: titles.email },
    { name: "phone", titles: titles.phone },
    { name: "moved", titles: titles.moved },
  ],
  readLine(cells) {
    const email = cells.email === "" ? "" : readEmail(cells.email);
    const phone = cells.phone === "" ? "" : readPhone(cells.phone);
    const moved = cells.moved.toLowerCase();
    const problems = [
      ...(cells.name === "" ? [venueLineProblems.noName] : []),
      ...([...cells.name].length > 100 ? [venueLineProblems.nameTooLong] : []),
      ...([...cells.address].length > 500 ? [venueLineProblems.addressTooLong] : []),
      ...([...cells.town].length > 100 ? [venueLineProblems.townTooLong] : []),
      ...(["", "yes", "no"].includes(moved) ? [] : [venueLineProblems.moved]),
      ...(moved === "yes" && cells.address === "" ? [venueLineProblems.movedWhere] : []),
      ...([...cells.contact].length > 100 ? [venueLineProblems.contactTooLong] : []),
      ...(email === null ? [venueLineProblems.email] : []),
      ...(phone === null ? [venueLineProblems.phone] : []),
    ];
    if (problems.length > 0 || email === null || phone === null) return refused(problems);
    const { name, address, town, contact } = cells;
    return done({ name, address, town, contactName: contact, contactEmail: email, contactPhone: phone, hasMoved: moved === "yes" });
  },
  // Two lines that move one venue cannot both be right: the second is left out.
  sameAs: (row) => [...keysOf(row), ...(row.hasMoved ? [`${plainName(row.name)} moves`] : [])],
  async open(db, organisationId) {
    const venues = await listVenues(db, organisationId);
    const known = new Set(venues.flatMap(keysOf));
    return (row) => {
      if (keysOf(row).some((key) => known.has(key))) return { is: "already-there", because: venueLineProblems.alreadyThere };
      // Whether it has moved or is another one of that name, only a person can say: nothing on file is replaced.
      const named = venues.filter(({ name }) => plainName(name) === plainName(row.name));
      const [same] = named;
      if (row.hasMoved && same === undefined) return { is: "problem", because: venueLineProblems.movedWhich };
      if (row.hasMoved && named.length > 1) return { is: "problem", because: venueLineProblems.movedOneOfMany };
      if (row.hasMoved && same !== undefined) return { is: "change", because: venueMoves(same.address.replaceAll("\n", ", ")) };
      return same === undefined ? { is: "add" } : { is: "add", note: sameVenueName(same.address.replaceAll("\n", ", ")) };
    };
  },
  async add(context, tx, coordinator, { hasMoved: _, ...row }) {
    await putVenueOnFile(context, tx, coordinator, row);
  },
  async change(context, tx, coordinator, row) {
    const named = (await listVenues(tx, coordinator.organisationId)).filter(({ name }) => plainName(name) === plainName(row.name));
    const [venue] = named;
    if (venue === undefined || named.length > 1) throw new Error("A line that moves no venue, or several");
    const { latitude, longitude } = venue;
    const contact = {
      ...(row.contactName === "" ? {} : { contactName: row.contactName }),
      ...(row.contactEmail === "" ? {} : { contactEmail: row.contactEmail }),
      ...(row.contactPhone === "" ? {} : { contactPhone: row.contactPhone }),
    };
    const after = { address: row.address, town: row.town ?? "", latitude, longitude, ...contact };
    if (!(await moveVenue(context, tx, coordinator, venue, after))) throw new Error("A venue changed within its own change");
  },
  told: (row) => ({
    name: row.name,
    facts: [row.address.replaceAll("\n", ", "), row.town ?? "", row.contactName, row.contactEmail, row.contactPhone].filter(
      (fact) => fact !== "",
    ),
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
    venues.map(({ name, address, town, contactName, contactEmail, contactPhone }) => [
      name,
      address,
      town,
      contactName,
      contactEmail,
      contactPhone,
      // Whoever fills the list in says so: nothing on file does.
      "",
    ]),
  );
}
