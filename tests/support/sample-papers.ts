// Three made-up papers that together hold every kind of block and inline: a form, a letter and a long plan.
import {
  abbreviation,
  address,
  bullets,
  callout,
  column,
  facts,
  link,
  paragraph,
  penLine,
  penLines,
  phone,
  photo,
  holdUpCard,
  pictured,
  scanSquare,
  section,
  sheet,
  signature,
  steps,
  strong,
  table,
  tickBoxes,
  type Doc,
} from "#app/documents/model.ts";
import { calendarDateOf } from "#app/domain/basics/dates.ts";

const organisation = {
  name: "Riverside Voices",
  address: ["Old Dispensary", "14 Quay Street", "Exampleton", "EX4 9ZZ"],
  phone: "01632 960 001",
  email: "hello@riverside.example",
} as const;

/** A payment form of one sheet: facts, a table of money with totals, boxes to tick and lines to sign. */
export const paymentForm: Doc = {
  title: "Involvement payment claim",
  language: "en-GB",
  organisation,
  madeOn: calendarDateOf("2026-03-03"),
  edition: "Made on 3 March 2026",
  reference: "KTR4-MWPX",
  audience: "For the payments team",
  blocks: [
    facts([
      ["Name", "Łucja Wójcik-Ŵyn"],
      ["Meeting", "Shaping the new health hub"],
      ["Date", "Tuesday 17 February 2026, 10:30am to 1pm"],
      ["Cost code", "CP-2210"],
      ["Pay to", [strong("Account ending 31"), ", sort code 08-99-99"]],
    ]),
    section("What is claimed", [
      table({
        caption: "Time and costs",
        columns: [column("What for"), column("When"), column("How many", "count"), column("Amount", "money")],
        rows: [
          ["Meeting", "17 February", "2.5", "£62.50"],
          ["Reading before the meeting", "16 February", "1", "£25.00"],
          ["Bus, return", "17 February", "1", "£4.60"],
          ["Personal assistant", "17 February", "4", "£58.40"],
          ["Phone data", "17 February", "1", "£1.11"],
        ],
        totals: [["Total", "", "", "£151.61"]],
      }),
      tickBoxes("Receipts", [
        ["Receipts are with this form", true],
        ["A receipt is missing, and the reason is written below", false],
      ]),
    ]),
    section("Signatures", [
      signature("I gave this time and spent this money, as far as I know.", [
        penLine("Signed by the claimant", "signature"),
        penLine("Name", "line", "Łucja Wójcik-Ŵyn"),
        penLine("Date", "date"),
      ]),
    ]),
  ],
};

/** A letter with an address for a window envelope, a deadline, links, an abbreviation and a phone number. */
export const letter: Doc = {
  title: "Your involvement payment and Universal Credit",
  language: "en-GB",
  organisation,
  madeOn: calendarDateOf("2026-03-03"),
  edition: "3 March 2026",
  reference: "KTR4-MWPX",
  addressedTo: ["Amara Okafor", "Flat 2, 8 Mill Lane", "Exampleton", "EX1 2AB"],
  blocks: [
    paragraph("Dear Amara Okafor,"),
    paragraph([
      "You asked for ",
      abbreviation("BSL", "British Sign Language"),
      " interpreters. They are booked for the whole morning. The meeting is by its nature step-free, and you can reach us on ",
      phone("01632 960 001"),
      " at any time on the day.",
    ]),
    callout("deadline", "Tell us by Friday 13 March 2026", [
      paragraph("After that day we can still change your choice, but the payment may come a month later."),
      bullets(["Full payment", "Less than the full payment", "No payment"]),
    ]),
    section("What you could do", [
      steps([
        [strong("Read"), " the page about ", link("payments and benefits", "https://www.example.org/payments-and-benefits/"), "."],
        "Talk to an adviser. You do not have to say who you are.",
        ["Write to ", link("hello@riverside.example", "mailto:hello@riverside.example"), "."],
      ]),
      callout("note", "What does not change", [paragraph("Costs paid back are not earnings.")]),
      callout("choice", "Your choice so far", [facts([["Payment", "Full"]])]),
      callout("warning", "This could affect your benefit", [paragraph("Ask before the meeting, not after it.")]),
    ]),
    section("Your own page", [
      paragraph("Open https://www.example.org/i/Qm9vayBhIHF1aWV0IHJvb20gZm9yIHRoZSBtb3JuaW5n on a device of your own."),
      scanSquare(
        "Or point the camera of a phone at this square.",
        "https://www.example.org/i/Qm9vayBhIHF1aWV0IHJvb20gZm9yIHRoZSBtb3JuaW5n",
      ),
    ]),
    section("A card for you", [
      pictured("clock", ["The meeting starts at 10am.", "Come a little early."]),
      holdUpCard("I need a break", "bars"),
      holdUpCard("My own words:", null),
    ]),
    section("Where we meet", [address(["Exampleton Central Library", "2 Market Place", "Exampleton", "EX1 1AA"])]),
    signature("With thanks,", [
      penLine("Signed", "signature"),
      penLine("Name", "line", "Priya Nair"),
      penLine("Anything you want to tell us", "sentences"),
    ]),
  ],
};

/** A long plan: nested parts, a table over several sheets, a part that starts a sheet, lines to fill in. */
export const longPlan: Doc = {
  title: "Access plan: Shaping the new health hub, Tuesday 14 April 2026",
  language: "en-GB",
  organisation,
  madeOn: calendarDateOf("2026-03-03"),
  edition: "Made on 3 March 2026 at 2:14pm",
  audience: "Venue copy: no names",
  blocks: [
    paragraph("This plan follows what people told us. What nobody has told us yet is marked as not known."),
    section("Do next", [
      steps(
        Array.from(
          { length: 9 },
          (_, index) => `Book the ${index + 1} o’clock interpreter team, and write down who confirmed it and on which day they did so.`,
        ),
      ),
    ]),
    section("What people need", [
      section("Getting in", [
        paragraph("Measured on the day the venue was visited."),
        facts([
          ["Step-free route", "Met: level from the street to the room"],
          ["Door width", "Not known: nobody has measured the door of the meeting room yet"],
          ["Lift", "Met: 110 cm by 140 cm, 80 cm door"],
        ]),
      ]),
      section("Communication", [bullets(["Two interpreters, working in turns", "Live captions on the large screen"])]),
    ]),
    section("Timetable", [
      table({
        caption: "The day with its breaks",
        columns: [column("Time"), column("What happens"), column("Who leads"), column("Minutes", "count")],
        rows: Array.from({ length: 45 }, (_, index) => [
          `${9 + Math.floor(index / 6)}:${String((index % 6) * 10).padStart(2, "0")}`,
          index % 3 === 2 ? "Break, and a quiet room for anybody who wants it" : `Part ${index + 1}: talking about what matters`,
          "Chair",
          "10",
        ]),
      }),
    ]),
    sheet("To fill in by hand", [
      penLines([
        penLine("Name", "few-words"),
        penLine("Date", "date"),
        penLine("Phone on the day", "line"),
        penLine("What we should know", "sentences"),
      ]),
      tickBoxes("Which room?", [
        ["The hall", false],
        ["The library", true],
      ]),
      tickBoxes(
        "How wide is the narrowest door?",
        [
          ["There is no door", false],
          ["I do not know", false],
        ],
        penLine("How many centimetres", "few-words"),
      ),
      photo({
        address: "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        width: 400,
        height: 300,
        shows: "A blue front door, level with the street",
        caption: "A blue front door, level with the street. Seen on 3 March 2026.",
      }),
      table({
        caption: "Rooms",
        columns: [column("Room"), column("Seats", "count")],
        rows: [
          ["Hall", "80"],
          ["Library", "24"],
        ],
      }),
    ]),
  ],
};

export const samplePapers: readonly Doc[] = [paymentForm, letter, longPlan];
