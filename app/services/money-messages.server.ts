// Messages to people about their money that no mail server carries: letters to post, and words to say on the phone or in a text. They
// are printed, then marked as told, and only then erased. Links that sign somebody in are never among them (decision 18).
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { moneyLetter } from "#app/documents/catalogue/money-letter.ts";
import { printTogether, type Print } from "#app/documents/render.ts";
import { record } from "#db/audit.ts";
import { listClaimsById } from "#db/stores/claims.ts";
import { countShown, listShown, moveMessage, type OutboxMessage } from "#db/stores/messages.ts";
import { listPeopleById, type Person } from "#db/stores/people.ts";
import type { Context } from "./context.server.ts";
import { outboxPlace } from "./messages.server.ts";
import { letterheadOf, linesOf } from "./letterhead.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { printSizes, usualPoints } from "./posting.server.ts";

/** The kinds finance may read out or post. */
export const moneyMessageKinds = [
  "bank-details-changed",
  "money-came-back",
  "remittance",
  "annual-statement",
  "claim-amount-changed",
  "claim-question",
  "claim-paid",
  "claim-waits",
  "voucher-given",
  "offer-raised",
] as const;
export type MoneyMessageKind = (typeof moneyMessageKinds)[number];

const messagesOnPage = 50;

export type MoneyMessage = {
  readonly messageId: string;
  readonly person: string;
  readonly kind: MoneyMessageKind;
  /** A letter; words to say; or an email nothing carries, to somebody without an address. */
  readonly way: "letter" | "say" | "email";
  readonly writtenOn: CalendarDate;
};

type Waiting = { readonly message: OutboxMessage; readonly person: Person };

/** One page of the messages that wait, the first written first, and how many there are. */
export async function moneyMessages(
  context: Context,
  finance: FinanceOfficer,
  page: number,
): Promise<{ readonly messages: readonly MoneyMessage[]; readonly total: number; readonly pages: number }> {
  const total = await countShown(context.db, finance.organisationId, moneyMessageKinds);
  const found = await waitingOn(context, finance, page);
  return {
    messages: found.map(({ message, person }) => ({
      messageId: message.id,
      person: person.name,
      kind: message.kind as MoneyMessageKind,
      way: wayOf(message, person),
      writtenOn: dayIn(message.createdAt),
    })),
    total,
    pages: Math.max(1, Math.ceil(total / messagesOnPage)),
  };
}

/** How many messages wait. */
export async function countMoneyMessages(context: Context, finance: FinanceOfficer): Promise<number> {
  return countShown(context.db, finance.organisationId, moneyMessageKinds);
}

async function waitingOn(context: Context, finance: FinanceOfficer, page: number): Promise<readonly Waiting[]> {
  const found = await listShown(context.db, finance.organisationId, {
    kinds: moneyMessageKinds,
    skip: (page - 1) * messagesOnPage,
    atMost: messagesOnPage,
  });
  const whose = await peopleOf(context, finance, found);
  return found.flatMap((message) => {
    const person = whose(message);
    return person === undefined ? [] : [{ message, person }];
  });
}

/** Whom messages are for, read together: a page of fifty asks as much of the database as a page of one. */
async function peopleOf(
  context: Context,
  finance: FinanceOfficer,
  messages: readonly OutboxMessage[],
): Promise<(message: OutboxMessage) => Person | undefined> {
  const ids = (about: "person" | "claim") =>
    messages.filter(({ aboutKind }) => (aboutKind === "person") === (about === "person")).map(({ aboutId }) => aboutId);
  const claims = new Map(
    (await listClaimsById(context.db, finance.organisationId, ids("claim"))).map(({ id, personId }) => [id, personId]),
  );
  const people = await listPeopleById(context.db, finance.organisationId, [...ids("person"), ...claims.values()]);
  const known = new Map(people.map((person) => [person.id, person]));
  return ({ aboutKind, aboutId }) => known.get(aboutKind === "person" ? aboutId : (claims.get(aboutId) ?? ""));
}

// A notice of a changed account goes only where it was addressed to: another address may be the one somebody changed.
function wayOf({ channel, kind }: OutboxMessage, { address }: Person): MoneyMessage["way"] {
  if (channel !== "email") return channel === "letter" ? "letter" : "say";
  return kind !== "bank-details-changed" && address.trim() !== "" ? "letter" : "email";
}

/**
 * One page of the messages as a PDF to post or read from, each letter in the size of print its person asked for. Each opening is on
 * record. Refused where nothing of it can be posted or said.
 */
export async function printMoneyMessages(
  context: Context,
  finance: FinanceOfficer,
  page: number,
): Promise<Result<{ readonly bytes: Uint8Array; readonly printed: number }, "nothing-to-print" | "letters-we-cannot-draw">> {
  const organisation = await organisationOf(context, finance.organisationId);
  const sizeFor = printSizes(context);
  const prints: Print[] = [];
  const opened: OutboxMessage[] = [];
  for (const { message, person } of await waitingOn(context, finance, page)) {
    const way = wayOf(message, person);
    if (way === "email" || message.body === null) continue;
    const address = message.channel === "letter" ? message.recipient : person.address;
    const doc = moneyLetter({
      organisation: await letterheadOf(context, organisation),
      writtenOn: dayIn(message.createdAt),
      subject: message.subject,
      body: context.vault.unseal(message.body, outboxPlace(message.id)),
      name: person.name,
      to: way === "letter" ? { address: linesOf(address) } : { phone: message.recipient },
    });
    prints.push({ doc, sizePoints: way === "letter" ? await sizeFor(person) : usualPoints });
    opened.push(message);
  }
  if (prints.length === 0) return refused("nothing-to-print");
  const printed = await printTogether(prints, {
    title: "Messages about payments",
    organisation: { name: organisation.name },
    madeOn: context.today,
  });
  if (!printed.ok) return refused("letters-we-cannot-draw");
  await context.change(async (tx) => {
    for (const { id } of opened)
      await record(context, tx, {
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        action: "message-shown",
        subject: { kind: "message", id },
      });
    return done({});
  });
  return done({ bytes: printed.value.bytes, printed: prints.length });
}

/** Notes that messages were posted or said; their words are erased. One that was told meanwhile stays as it is. */
export async function markMessagesTold(
  context: Context,
  finance: FinanceOfficer,
  messageIds: readonly string[],
  intent?: string,
): Promise<Result<{ readonly told: number }, "not-found">> {
  return context.change<Result<{ readonly told: number }, "not-found">>(
    async (tx) => {
      const waiting = await listShown(tx, finance.organisationId, {
        kinds: moneyMessageKinds,
        ids: messageIds,
        skip: 0,
        atMost: messageIds.length,
      });
      if (waiting.length === 0) return refused("not-found");
      for (const { id } of waiting) {
        await moveMessage(tx, id, "shown", { state: "sent", sentAt: context.now, body: null });
        await record(context, tx, {
          organisationId: finance.organisationId,
          actor: auditActorOf(finance),
          action: "message-told",
          subject: { kind: "message", id },
        });
      }
      return done({ told: waiting.length });
    },
    intent === undefined ? {} : { intent },
  );
}
