// One payment from the rate it was worked out by to the file it left the house in, and back: for auditors and everybody in finance.
// It only reads. Nothing of what somebody needs or gets is in it, and of an account only its end.
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Offer } from "#app/domain/payments/offer.ts";
import { priceTime } from "#app/domain/payments/price-time.ts";
import type { RateCard, RateLine } from "#app/domain/payments/rate-card.ts";
import type { FinanceReader } from "#app/domain/people/actors.ts";
import { listStaff } from "#db/stores/accounts.ts";
import { countClaimsByCard, findClaimByReference, findOfferOfClaim, listClaimsByCard, listSteps } from "#db/stores/claims.ts";
import {
  findExportsByFingerprint,
  listExports,
  listRunLines,
  listRunLinesOfClaim,
  listRunsNaming,
  type RunLineState,
} from "#db/stores/payment-runs.ts";
import { findRateCard, listRateCards } from "#db/stores/rate-cards.ts";
import type { Context } from "./context.server.ts";
import { claimForFinance, type CheckView } from "./finance-claim.server.ts";
import { costRulesOf, type CostRules } from "./money-settings.server.ts";
import { type SignedState, signedStateOf } from "./run-work.server.ts";

export type TrailOffer = {
  readonly madeOn: CalendarDate;
  readonly total: Pence;
  readonly card: Offer["card"];
  readonly activities: readonly {
    readonly id: string;
    readonly activity: Offer["activities"][number]["entry"]["activity"];
    readonly on: CalendarDate;
    readonly line: string;
    readonly working: Offer["activities"][number]["working"];
    readonly amount: Pence;
    /** What it comes to worked out again by the card on file; null where that card or line is gone. */
    readonly again: Pence | null;
  }[];
  readonly changes: Offer["changes"];
};

export type TrailPayment = {
  readonly lineId: string;
  readonly runId: string;
  readonly number: number;
  readonly place: number;
  readonly state: RunLineState;
  readonly paymentDate: CalendarDate;
  readonly paidOn: CalendarDate | null;
  readonly forTime: Pence;
  readonly forCosts: Pence;
  readonly toPay: Pence;
  readonly endsIn: string;
  readonly builtBy: string;
  readonly signedBy: string | null;
  readonly signedOn: CalendarDate | null;
  readonly controlSum: string | null;
  /** Whether every amount and account of the batch is still what was signed. */
  readonly signed: SignedState;
  readonly files: readonly {
    readonly number: number;
    readonly format: string;
    readonly fileName: string;
    readonly fingerprint: string;
    readonly by: string;
    readonly on: CalendarDate;
  }[];
};

export type TrailView = {
  readonly claim: CheckView;
  readonly offer: TrailOffer | null;
  readonly steps: readonly {
    readonly step: "check" | "authorise" | "release";
    readonly round: number;
    readonly name: string;
    readonly on: CalendarDate;
  }[];
  readonly payments: readonly TrailPayment[];
  /** What the claim comes to and what its live payment pays are one amount; null while it is in no batch. */
  readonly agrees: boolean | null;
};

/** Everything one payment went through, from its rate to the files it is in. */
export async function trailOfClaim(context: Context, reader: FinanceReader, claimId: string): Promise<Result<TrailView, "not-found">> {
  const found = await claimForFinance(context, reader, claimId);
  if (!found.ok) return found;
  const offer = await findOfferOfClaim(context.db, reader.organisationId, claimId);
  const payments = await paymentsOf(context, reader, claimId);
  const live = payments.find(({ state }) => state === "in" || state === "paid");
  return done({
    claim: found.value,
    offer: offer === null ? null : await offerOf(context, reader, offer),
    steps: (await listSteps(context.db, [claimId])).map(({ step, name }) => ({
      step: step.step,
      round: step.round,
      name,
      on: dayIn(step.at),
    })),
    payments,
    agrees: live === undefined ? null : live.toPay === found.value.instruction.toPay,
  });
}

async function offerOf(context: Context, reader: FinanceReader, offer: Offer): Promise<TrailOffer> {
  const stored = await findRateCard(context.db, reader.organisationId, offer.card.id);
  return {
    madeOn: offer.madeOn,
    total: offer.total,
    card: offer.card,
    activities: offer.activities.map(({ entry, line, working, amount }) => ({
      id: entry.id,
      activity: entry.activity,
      on: entry.date,
      line: line.label,
      working,
      amount,
      again: stored === undefined ? null : pricedAgain(stored.card, entry),
    })),
    changes: offer.changes,
  };
}

function pricedAgain(card: RateCard, entry: Offer["activities"][number]["entry"]): Pence | null {
  const priced = priceTime({ card, entries: [entry] });
  return priced.ok ? (priced.value.entries[0]?.amount ?? null) : null;
}

async function paymentsOf(context: Context, reader: FinanceReader, claimId: string): Promise<readonly TrailPayment[]> {
  const staff = new Map((await listStaff(context.db, reader.organisationId)).map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => staff.get(id) ?? "A former member of staff";
  const found = await listRunLinesOfClaim(context.db, reader.organisationId, claimId);
  return Promise.all(
    found.map(async ({ run, line }): Promise<TrailPayment> => {
      return {
        lineId: line.id,
        runId: run.id,
        number: run.number,
        place: line.position,
        state: line.state,
        paymentDate: run.paymentDate,
        paidOn: line.paidOn,
        forTime: line.forTime,
        forCosts: line.forCosts,
        toPay: line.toPay,
        endsIn: line.lastTwo,
        builtBy: nameOf(run.builtBy),
        signedBy: run.signedBy === null ? null : nameOf(run.signedBy),
        signedOn: run.signedAt === null ? null : dayIn(run.signedAt),
        controlSum: run.linesFingerprint?.slice(0, 16) ?? null,
        signed: signedStateOf(context, run, await listRunLines(context.db, run.id)),
        files: (await listExports(context.db, run.id)).map(({ made, by }) => ({
          number: made.number,
          format: made.format,
          fileName: made.fileName,
          fingerprint: made.fingerprint,
          by,
          on: dayIn(made.at),
        })),
      };
    }),
  );
}

/** The claim a reference belongs to, as it stands on a bank statement ("CLAIM KTRMWPXC") or on paper; null where there is none. */
export async function claimByReference(context: Context, reader: FinanceReader, typed: string): Promise<string | null> {
  const plain = typed
    .toUpperCase()
    .replace(/^\s*CLAIM\b/u, "")
    .replace(/[^A-Z0-9]/gu, "");
  if (plain.length !== 8) return null;
  const found = await findClaimByReference(context.db, reader.organisationId, plain);
  return found === undefined || found.claim.state === "open" ? null : found.claim.id;
}

export type CardInList = {
  readonly cardId: string;
  readonly name: string;
  readonly version: number;
  readonly validFrom: CalendarDate;
  readonly source: RateCard["source"];
};

/** Every version of the rates, the newest first, and the rules for costs. */
export async function ratesForReader(
  context: Context,
  reader: FinanceReader,
): Promise<{ readonly cards: readonly CardInList[]; readonly costs: CostRules }> {
  const stored = await listRateCards(context.db, reader.organisationId);
  return {
    cards: stored
      .map(({ id, card }) => ({ cardId: id, name: card.name, version: card.version, validFrom: card.validFrom, source: card.source }))
      .toReversed(),
    costs: await costRulesOf(context, reader),
  };
}

export type CardForReader = {
  readonly card: RateCard;
  readonly lines: readonly RateLine[];
  readonly claims: readonly {
    readonly claimId: string;
    readonly reference: string;
    readonly person: string;
    readonly forTime: Pence | null;
  }[];
  readonly total: number;
  readonly pages: number;
};

const claimsOnPage = 25;

/** One version of the rates with its source, and a page of the claims whose offers were made by it. */
export async function cardForReader(
  context: Context,
  reader: FinanceReader,
  cardId: string,
  page: number,
): Promise<Result<CardForReader, "not-found">> {
  const stored = await findRateCard(context.db, reader.organisationId, cardId);
  if (stored === undefined) return refused("not-found");
  const total = await countClaimsByCard(context.db, reader.organisationId, cardId);
  const found = await listClaimsByCard(context.db, reader.organisationId, cardId, {
    from: (page - 1) * claimsOnPage,
    atMost: claimsOnPage,
  });
  return done({
    card: stored.card,
    lines: stored.card.lines,
    claims: found,
    total,
    pages: Math.max(1, Math.ceil(total / claimsOnPage)),
  });
}

export type FileAnswer =
  | {
      readonly answer: "yes";
      readonly runId: string;
      readonly batch: number;
      readonly export: number;
      readonly fileName: string;
      readonly by: string;
      readonly on: CalendarDate;
      /** The line ends or the mark at its start are other ones, as pasting makes them; every letter and figure is the same. */
      readonly isButForLineEnds: boolean;
    }
  | { readonly answer: "no"; readonly named: readonly { readonly runId: string; readonly batch: number }[] };

/**
 * Whether a file is one we exported, told by the fingerprint kept when it was made. A pasted text loses its line ends and the mark at its
 * start, so those may differ; nothing else may. Where it is none of ours, the batches that the claims named in it are in.
 */
export async function recogniseFile(context: Context, reader: FinanceReader, text: string): Promise<FileAnswer> {
  const candidates = [...new Set([text, ...withOtherLineEnds(text)])];
  const prints = new Map(candidates.map((one, index) => [context.vault.fingerprint("payment-file", one), index]));
  const [found] = [...(await findExportsByFingerprint(context.db, reader.organisationId, [...prints.keys()]))].sort(
    (one, other) => (prints.get(one.made.fingerprint) ?? 0) - (prints.get(other.made.fingerprint) ?? 0),
  );
  if (found !== undefined) {
    const { made, run, by } = found;
    return {
      answer: "yes",
      runId: run.id,
      batch: run.number,
      export: made.number,
      fileName: made.fileName,
      by,
      on: dayIn(made.at),
      isButForLineEnds: prints.get(made.fingerprint) !== 0,
    };
  }
  const references = [...new Set([...text.matchAll(/\b[A-Z]{8}\b/gu)].map(([reference]) => reference))].slice(0, 200);
  return { answer: "no", named: await listRunsNaming(context.db, reader.organisationId, references) };
}

function withOtherLineEnds(text: string): readonly string[] {
  const plain = text
    .replace(/^\uFEFF/u, "")
    .replace(/\r\n?/gu, "\n")
    .replace(/\n+$/u, "");
  return ["\r\n", "\n"].flatMap((end) => {
    const lines = `${plain.replaceAll("\n", end)}${end}`;
    return [lines, `\uFEFF${lines}`];
  });
}
