// A made-up payment form of one sheet, for any number of different people: twelve facts, a table of seven rows, three
// paragraphs (promises.md S-c). It is shaped like the real form and holds nobody's data.
import { column, facts, paragraph, penLine, section, signature, strong, table, type Doc } from "#app/documents/model.ts";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { money } from "#app/words/format.ts";

const givenNames = ["Łucja", "Amara", "Siân", "Zoë", "Tomos", "Nikhil", "Marguerite", "Oluwaseun", "Çelik", "Ffion"];
const familyNames = ["Wójcik-Ŵyn", "Okafor", "O’Neill", "Bălan", "Nguyễn", "ap Rhys", "de la Tour", "Hale"];
const costs = ["Bus, return", "Taxi home", "Personal assistant", "Phone data", "Reading before the meeting", "Parking"];

/** The form of the person with this number; every number gives other words and other sums. */
export function paymentFormFor(number: number): Doc {
  const pick = (list: readonly string[], step: number): string => list[(number * step + step) % list.length] ?? "";
  const name = `${pick(givenNames, 3)} ${pick(familyNames, 5)}`;
  const sums = [6250, ...costs.map((_, index) => 111 + ((number * 37 + index * 911) % 6000))].map((pence) => penceOf(pence));
  const rows = ["Meeting", ...costs].map((what, index) => [
    what,
    `${1 + ((number + index) % 28)} February`,
    `${index + 1}`,
    money(sums[index] ?? penceOf(0)),
  ]);
  return {
    title: "Involvement payment claim",
    language: "en-GB",
    organisation: { name: "Riverside Voices", phone: "01632 960 001", email: "hello@riverside.example" },
    madeOn: calendarDateOf("2026-03-03"),
    edition: "Made on 3 March 2026",
    reference: `KTR4-${String(number).padStart(4, "0")}`,
    audience: "For the payments team",
    blocks: [
      facts([
        ["Name", name],
        ["Claim number", `RV-${String(10_000 + number)}`],
        ["Meeting", "Shaping the new health hub"],
        ["Date", "Tuesday 17 February 2026, 10:30am to 1pm"],
        ["Cost code", `CP-${String(2000 + (number % 700))}`],
        ["Rate", "£25 for an hour"],
        ["Reply by", "Friday 6 March 2026"],
        ["Made by", "Priya Nair"],
      ]),
      paragraph(`This form is for the time ${name} gave and for the costs of coming. It was made from the record of the meeting.`),
      section("What is claimed", [
        table({
          caption: "Time and costs",
          columns: [column("What for"), column("When"), column("How many", "count"), column("Amount", "money")],
          rows,
          totals: [["Total", "", "", money(penceOf(sums.reduce<number>((sum, pence) => sum + pence, 0)))]],
        }),
        paragraph("Costs are paid back at what was spent. Each has its receipt, or a reason why there is none."),
      ]),
      section("Where to pay", [
        facts([
          ["Name on the account", name],
          ["Sort code", "08-99-99"],
          ["Account number", [strong(`ending ${String(10 + (number % 90))}`)]],
          ["Pay by", "Tuesday 17 March 2026"],
        ]),
        paragraph("If anything here is not right, tell Priya Nair before signing. Nothing is paid until both people have signed."),
      ]),
      section("Signatures", [
        signature("I gave this time and spent this money.", [
          penLine("Signed", "signature"),
          penLine("Name", "line", name),
          penLine("Date", "date"),
        ]),
      ]),
    ],
  };
}
