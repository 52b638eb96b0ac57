// What the two claim forms share: who, for whom, which budget, and who signs. An empty field is a ruled line to fill in by
// pen. Nothing about access, health or benefits has a place here.
import type { Block, PenLine } from "#app/documents/model.ts";
import { facts, penLine, penLines, section, signature, strong } from "#app/documents/model.ts";
import type { CalendarDate, ClockTime } from "#app/domain/basics/dates.ts";
import type { ActivityBlock, FormParties, SignBlock } from "#app/domain/payments/payment-form.ts";
import { clock, clockRange, longDate, plainDate } from "#app/words/format.ts";
import { modeNames } from "#app/words/payments.ts";

/** A field that is printed when it is known, and ruled for a pen when it is not. */
export type Field = readonly [label: string, known: string | undefined, room?: PenLine["room"]];

/** Known fields first, as facts, then the empty ones as lines to write on. */
export function fields(all: readonly Field[]): readonly Block[] {
  const known = all.flatMap(([label, value]) => (value === undefined || value === "" ? [] : [[label, value] as const]));
  const empty = all.filter(([, value]) => value === undefined || value === "");
  return [
    ...(known.length === 0 ? [] : [facts(known)]),
    ...(empty.length === 0 ? [] : [penLines(empty.map(([label, , room]) => penLine(label, room ?? "line")))]),
  ];
}

/** The organisation, the person and the activity. */
export function partiesSections({ organisation, person, activities }: FormParties): readonly Block[] {
  return [
    section("Organisation", [
      facts([
        ["Name", [organisation.name, organisation.department].filter(isSaid).join(", ")],
        ...(organisation.address === undefined ? [] : [["Address", organisation.address.join(", ")] as const]),
        ...contactRow(organisation.contactName, organisation.phone, organisation.email),
        ...(organisation.relayPhone === undefined ? [] : [["Relay UK", organisation.relayPhone] as const]),
        ["Other formats", "Ask us if you need this form in another format or language."],
      ]),
    ]),
    section("You", [
      ...fields([
        ["Name", person.nameUsed],
        ["Address", person.address?.join(", ")],
        ["Phone", person.phone, "few-words"],
        ["Email", person.email],
        ["Best way to reach you", person.preferredContact, "few-words"],
        ["Person reference", person.reference],
        ["Helped by (you need not say)", person.helper],
      ]),
    ]),
    ...activities.map((activity) => section("Activity", activityBlocks(activity))),
  ];
}

function activityBlocks(activity: ActivityBlock): readonly Block[] {
  return fields([
    ["What", activity.title],
    ["Reference", activity.reference],
    ["Date", longDate(activity.date)],
    [
      "Planned",
      activity.plannedFrom === undefined || activity.plannedTo === undefined
        ? undefined
        : clockRange(activity.plannedFrom, activity.plannedTo),
      "few-words",
    ],
    [
      "Actual start and end",
      activity.actualFrom === undefined || activity.actualTo === undefined ? undefined : clockRange(activity.actualFrom, activity.actualTo),
      "few-words",
    ],
    ["How", activity.mode === undefined ? undefined : modeNames[activity.mode], "few-words"],
    ...(activity.place === undefined ? [] : [["Place", activity.place] as const]),
    ...(activity.organiser === undefined ? [] : [["Organiser", activity.organiser] as const]),
    ...(activity.project === undefined ? [] : [["Project", activity.project] as const]),
  ]);
}

function contactRow(...parts: readonly (string | undefined)[]): readonly (readonly [string, string])[] {
  const said = parts.filter(isSaid);
  return said.length === 0 ? [] : [["Contact", said.join(", ")]];
}

function isSaid(part: string | undefined): part is string {
  return part !== undefined && part !== "";
}

/** The budget the money comes from, and what the finance office writes. */
export function moneySection({ organisation, code, financeUse }: FormParties): Block {
  return section(
    "Budget and finance use",
    fields([
      ["Department", organisation.department, "few-words"],
      ["Cost centre", code?.costCentre, "few-words"],
      ["Account code", code?.account, "few-words"],
      ["Project or grant", code?.project, "few-words"],
      ["Funder", code?.funder, "few-words"],
      ["Budget holder", code?.budgetHolder, "few-words"],
      ["Payee number", financeUse.payeeNumber, "few-words"],
      ["Date paid", financeUse.paidOn === undefined ? undefined : plainDate(financeUse.paidOn), "date"],
      ["Voucher or batch number", financeUse.batch, "few-words"],
    ]),
  );
}

const roleHeadings: Readonly<Record<SignBlock["role"], string>> = {
  person: "You",
  coordinator: "Coordinator",
  checker: "Checked by",
  authoriser: "Authorised by",
  releaser: "Paid by",
};

const howWords: Readonly<Record<NonNullable<SignBlock["how"]>, string>> = {
  online: "agreed online",
  phone: "agreed by phone",
  paper: "signed on paper",
  "with-support": "agreed with support",
};

/** One signature: recorded, or with room to sign. `declares` is what is being agreed to. */
export function signBlock(sign: SignBlock, declares: string): Block {
  if (sign.name !== undefined && sign.on !== undefined) {
    return facts(
      [
        [
          roleHeadings[sign.role],
          [strong(sign.name), `, ${signedOn(sign.on, sign.at)}${sign.how === undefined ? "" : `, ${howWords[sign.how]}`}`],
        ],
      ],
      declares,
    );
  }
  return signature(`${roleHeadings[sign.role]}: ${declares}`, [
    penLine("Signed", "signature"),
    penLine(sign.role === "person" ? "Name" : "Name and role", "line", sign.name),
    penLine("Date", "date"),
  ]);
}

/** "5 February 2027 at 2:30pm", or the day alone where the time is not on record. */
export function signedOn(on: CalendarDate, at?: ClockTime): string {
  return at === undefined ? plainDate(on) : `${plainDate(on)} at ${clock(at)}`;
}

/** For a form that was read out on the phone and agreed to there. */
export const agreedByPhone: Block = penLines([penLine("If agreed by phone: read out by, and when", "line")]);
