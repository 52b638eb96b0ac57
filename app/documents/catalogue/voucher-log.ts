// The voucher log (payments.md section d, form 12): vouchers are kept like cash. Bought, held, given and counted, each with a name.
// Whoever holds them does not give them out. Empty it is a form for one meeting; filled it is the log of some days, for finance.
import { bullets, facts, paragraph, penLine, penLines, section, sheet, signature, tickBoxes } from "#app/documents/model.ts";
import { column, table, type Block, type Doc, type DocOrganisation } from "#app/documents/model.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import { voucherStates, type VoucherState, type VoucherTotals } from "#app/domain/payments/vouchers.ts";
import { counted, inFours, list, longDate, money, moneyInColumn, number, plainDate } from "#app/words/format.ts";
import { endsIn, receiptNames, sentHowNames, voucherKindNames, voucherNeedNames, voucherStateNames } from "#app/words/vouchers.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { framed, whenOnPaper, type PaperFrame } from "./meeting-on-paper.ts";

/** The form to fill in by pen, or the log of some days as it stands. */
export type VoucherLogFacts = { readonly frame: PaperFrame; readonly budgetCode: string } | FilledLog;

export type FilledLog = {
  readonly organisation: DocOrganisation;
  readonly madeOn: CalendarDate;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** How the whole log adds up, whatever the days. */
  readonly totals: VoucherTotals;
  readonly bought: readonly Purchase[];
  readonly handedOver: readonly HandedOver[];
  readonly given: readonly GivenOnLog[];
  readonly outOfUse: readonly {
    readonly lastFour: string;
    readonly value: Pence;
    readonly state: Exclude<VoucherState, "held" | "given">;
    readonly on: CalendarDate;
    readonly by: string;
    readonly why: string;
  }[];
  /** The last count up to the last of the days; null where none was made. */
  readonly count: {
    readonly on: CalendarDate;
    readonly by: string;
    readonly expected: number;
    readonly expectedValue: Pence;
    readonly found: number;
    readonly foundValue: Pence;
    readonly note: string;
    readonly agreedBy: string | null;
    readonly agreedOn: CalendarDate | null;
  } | null;
};

/** Vouchers of one kind bought together. */
export type Purchase = {
  readonly on: CalendarDate;
  readonly from: string;
  readonly kind: keyof typeof voucherKindNames;
  readonly count: number;
  readonly each: Pence;
  readonly cost: Pence;
  readonly expiresOn: CalendarDate | null;
  readonly by: string;
  readonly heldBy: string;
  readonly heldWhere: string;
  readonly budgetCode: string;
};

/** Vouchers that went from one member of staff to another together. */
export type HandedOver = {
  readonly on: CalendarDate;
  readonly from: string;
  readonly to: string;
  readonly where: string;
  readonly by: string;
  /** The ends of their codes; empty for one without a code. */
  readonly lastFours: readonly string[];
  readonly value: Pence;
};

export type GivenOnLog = {
  readonly lastFour: string;
  readonly value: Pence;
  readonly on: CalendarDate;
  readonly to: string;
  readonly by: string;
  readonly meeting: string;
  readonly reference: string;
  readonly budgetCode: string;
  readonly how: keyof typeof sentHowNames;
  readonly canUse: boolean;
  readonly needsMet: readonly (keyof typeof voucherNeedNames)[];
  readonly confirmed: { readonly on: CalendarDate; readonly how: keyof typeof receiptNames; readonly by: string | null } | null;
};

export const voucherLog: DocumentDefinition<VoucherLogFacts> = {
  id: "voucher-log",
  name: "Voucher log",
  forms: paperForms,
  audiences: ["coordinator", "finance"],
  per: "meeting",
  build: buildVoucherLog,
};

const vouchersOnLog = 3;

function buildVoucherLog(given: VoucherLogFacts): Doc {
  return "frame" in given ? emptyLog(given) : filledLog(given);
}

function emptyLog({ frame, budgetCode }: Exclude<VoucherLogFacts, FilledLog>): Doc {
  const { meeting } = frame;
  return {
    ...framed(frame),
    title: "Voucher log",
    blocks: [
      paragraph("Keep only what is needed soon. Whoever holds the vouchers does not give them out. It goes to finance each month."),
      section("Meeting", [
        facts([
          ["Meeting", `${meeting.name}, ${whenOnPaper(meeting)}`],
          ["Reference", inFours(meeting.reference)],
          ["Budget code", budgetCode === "" ? "Not known yet" : budgetCode],
        ]),
      ]),
      section("Bought", [
        penLines([
          penLine("Date", "date"),
          penLine("From", "line"),
          penLine("How many, and what each is worth", "few-words"),
          penLine("What they cost in all", "few-words"),
          penLine("They run out on", "date"),
          penLine("Bought by", "few-words"),
          penLine("Held by, and where", "line"),
          penLine("Handed over to, and when", "line"),
        ]),
      ]),
      ...Array.from({ length: vouchersOnLog }, (_, index) => section(`Given, ${index + 1}`, givenByPen())),
      sheet("Counted", [
        penLines([
          penLine("Date", "date"),
          penLine("How many there should be", "few-words"),
          penLine("How many there are", "few-words"),
          penLine("Given back, run out or lost, with their last 4 letters or figures", "line"),
          penLine("Why they differ, if they do", "sentences"),
        ]),
        signature("Counted by", [penLine("Signed", "signature"), penLine("Name", "line"), penLine("Date", "date")]),
        signature("Seen by a second person", [penLine("Signed", "signature"), penLine("Name", "line"), penLine("Date", "date")]),
        bullets([
          "Write the last 4 letters or figures of a code, never the whole of it.",
          "Ask for a National Insurance number only where your organisation’s own rule asks for it at that value.",
        ]),
      ]),
    ],
  };
}

function givenByPen(): readonly Block[] {
  return [
    penLines([
      penLine("Last 4 of the code", "few-words"),
      penLine("Value", "few-words"),
      penLine("Date", "date"),
      penLine("Given to", "line"),
      penLine("Given by", "few-words"),
      penLine("Budget code, if another", "few-words"),
      penLine("If your rule asks: National Insurance number seen, and payroll agreed", "line"),
    ]),
    tickBoxes("How it was sent", [
      ["Email", false],
      ["Text", false],
      ["Post", false],
      ["By hand", false],
    ]),
    tickBoxes("Can this person use it where they are?", [
      ["Yes", false],
      ["No, another kind was found", false],
    ]),
    signature("I have it", [penLine("Signed, or how they confirmed", "signature"), penLine("Date", "date")]),
  ];
}

function filledLog(log: FilledLog): Doc {
  const { organisation, madeOn, from, to } = log;
  return {
    language: "en-GB",
    organisation,
    madeOn,
    edition: `Made on ${plainDate(madeOn)}`,
    title: `Voucher log, ${plainDate(from)} to ${plainDate(to)}`,
    audience: "For the payments team only.",
    saveAs: "voucher-log",
    blocks: [
      paragraph("Whoever holds the vouchers does not give them out. A code is shown by its end only."),
      section("How the log adds up", [totalsTable(log)]),
      section("Bought", log.bought.length === 0 ? [paragraph("None were bought in this time.")] : log.bought.map(boughtFacts)),
      section(
        "Handed over to somebody else to keep",
        log.handedOver.length === 0 ? [paragraph("None were handed over in this time.")] : log.handedOver.map(handedOverFacts),
      ),
      section("Given", log.given.length === 0 ? [paragraph("None were given in this time.")] : log.given.map(givenFacts)),
      section(
        "Given back, run out or lost, with their last 4 letters or figures",
        log.outOfUse.length === 0 ? [paragraph("None in this time.")] : [bullets(log.outOfUse.map(outOfUseSentence))],
      ),
      ...countBlocks(log.count),
    ],
  };
}

function totalsTable({ totals }: FilledLog): Block {
  const row = (name: string, one: { readonly count: number; readonly value: Pence }) => [name, number(one.count), moneyInColumn(one.value)];
  return table({
    caption: "Every voucher in the log, on the day this was made",
    columns: [column("Where they are"), column("How many", "count"), column("Worth", "money")],
    rows: voucherStates.map((state) => row(voucherStateNames[state], totals[state])),
    totals: [row("Bought in all", totals.bought)],
  });
}

function boughtFacts(one: Purchase): Block {
  return facts(
    [
      ["Date", plainDate(one.on)],
      ["From", `${one.from}. ${voucherKindNames[one.kind]}`],
      ["How many, and what each is worth", `${number(one.count)}, ${money(one.each)} each`],
      ["What they cost in all", money(one.cost)],
      ["They run out on", one.expiresOn === null ? "No date" : plainDate(one.expiresOn)],
      ["Bought by", one.by],
      ["Held by, and where", one.heldWhere === "" ? one.heldBy : `${one.heldBy}, ${one.heldWhere}`],
      ["Budget code", one.budgetCode],
    ],
    `${counted(one.count, "voucher", "vouchers")} from ${one.from}, ${plainDate(one.on)}`,
  );
}

function handedOverFacts(one: HandedOver): Block {
  const ends = one.lastFours.filter((end) => end !== "");
  return facts(
    [
      ["Date", plainDate(one.on)],
      ["How many, and what they are worth", `${number(one.lastFours.length)}, ${money(one.value)} in all`],
      ["Last 4 of each code", ends.length === 0 ? "No codes" : list(ends)],
      ["From", one.from],
      ["To", one.to],
      ["Held where", one.where === "" ? "Not said" : one.where],
      ["Written down by", one.by],
    ],
    `${counted(one.lastFours.length, "voucher", "vouchers")} from ${one.from} to ${one.to}, ${plainDate(one.on)}`,
  );
}

function givenFacts(one: GivenOnLog): Block {
  const { confirmed } = one;
  return facts(
    [
      ["Last 4 of the code", one.lastFour === "" ? "No code" : one.lastFour],
      ["Value", money(one.value)],
      ["Date", plainDate(one.on)],
      ["Given to", one.to],
      ["Given by", one.by],
      ["Meeting", one.meeting],
      ["Reference", inFours(one.reference)],
      ["Budget code", one.budgetCode],
      ["How it was sent", sentHowNames[one.how]],
      ["Can this person use it where they are?", one.canUse ? "Yes, they said so" : "Not asked"],
      [
        "If your rule asks: National Insurance number seen, and payroll agreed",
        one.needsMet.length === 0 ? "Not asked at this value" : one.needsMet.map((need) => voucherNeedNames[need]).join(". "),
      ],
      [
        "I have it",
        confirmed === null
          ? "Not confirmed yet"
          : `${plainDate(confirmed.on)}. ${receiptNames[confirmed.how]}${confirmed.by === null ? "" : `, written down by ${confirmed.by}`}`,
      ],
    ],
    `${money(one.value)} to ${one.to}, ${plainDate(one.on)}`,
  );
}

function outOfUseSentence(one: FilledLog["outOfUse"][number]): string {
  const why = one.why.trim().replace(/[.\s]+$/u, "");
  return `${endsIn(one.lastFour)}, ${money(one.value)}. ${voucherStateNames[one.state]}, ${plainDate(one.on)}, written down by ${one.by}${why === "" ? "" : `: ${why}`}.`;
}

function countBlocks(count: FilledLog["count"]): readonly Block[] {
  const amount = (many: number, value: Pence) => `${counted(many, "voucher", "vouchers")}, ${money(value)}`;
  if (count === null)
    return [
      section("Counted", [
        penLines([
          penLine("How many there should be", "few-words"),
          penLine("How many there are", "few-words"),
          penLine("Why they differ, if they do", "sentences"),
        ]),
        signature("Counted by", [penLine("Signed", "signature"), penLine("Name", "line"), penLine("Date", "date")]),
        signature("Seen by a second person", [penLine("Signed", "signature"), penLine("Name", "line"), penLine("Date", "date")]),
      ]),
    ];
  return [
    section("Counted", [
      facts([
        ["How many there should be", amount(count.expected, count.expectedValue)],
        ["How many there are", amount(count.found, count.foundValue)],
        ["Why they differ, if they do", count.note === "" ? "They agree" : count.note],
        ["Counted by", `${count.by}, ${longDate(count.on)}`],
        [
          "Seen by a second person",
          count.agreedBy === null || count.agreedOn === null ? "Not yet" : `${count.agreedBy}, ${longDate(count.agreedOn)}`,
        ],
      ]),
    ]),
  ];
}
