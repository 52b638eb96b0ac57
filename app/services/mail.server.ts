// Hands waiting messages to the mail server, each at most once: a message is marked as being sent before it is handed
// over, and its body is erased once it is gone (decision 19, promises.md N8).
import { createTransport } from "nodemailer";
import { listWaiting, moveMessage, releaseInterrupted } from "#db/stores/messages.ts";
import type { Context } from "./context.server.ts";
import { outboxPlace } from "./messages.server.ts";

const triesAtMost = 5;

/** Sends what is waiting; gives how many were sent. A message the mail server refuses is tried again later, 5 times at most. */
export async function sendWaitingMessages(context: Context, server = process.env["WELCOME_TABLE_SMTP"]): Promise<number> {
  if (server === undefined) return 0;
  const waiting = await listWaiting(context.db);
  if (waiting.length === 0) return 0;
  const transport = createTransport(server);
  let sent = 0;
  try {
    for (const message of waiting) {
      if (message.body === null) continue;
      if (!(await context.change(async (tx) => moveMessage(tx, message.id, "waiting", { state: "sending", tries: message.tries + 1 }))))
        continue;
      const text = context.vault.unseal(message.body, outboxPlace(message.id));
      try {
        await transport.sendMail({
          from: process.env["WELCOME_TABLE_MAIL_FROM"] ?? "welcome-table@localhost",
          to: message.recipient,
          subject: message.subject,
          text,
          messageId: `<${message.id}@welcome-table>`,
        });
        await context.change(async (tx) =>
          moveMessage(tx, message.id, "sending", { state: "sent", sentAt: context.now, body: null, problem: "" }),
        );
        sent += 1;
      } catch {
        // The server's own words may hold an address, so only the fact is kept; the page offers to try again or to print.
        const state = message.tries + 1 >= triesAtMost ? ("failed" as const) : ("waiting" as const);
        await context.change(async (tx) => moveMessage(tx, message.id, "sending", { state, problem: "not-accepted" }));
      }
    }
  } finally {
    transport.close();
  }
  return sent;
}

/**
 * Takes up messages whose hand-over was cut off by a crash: whether they left is not known, so they go again under the
 * same Message-ID (promises.md N8). Called once, before anything is sent.
 */
export async function takeUpInterruptedMessages(context: Context): Promise<void> {
  await context.change(async (tx) => releaseInterrupted(tx));
}
