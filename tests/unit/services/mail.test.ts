// Messages and a real mail server that behaves in every way a mail server can.
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sendWaitingMessages, takeUpInterruptedMessages } from "#app/services/mail.server.ts";
import { queueMessage, type Message } from "#app/services/messages.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { moveMessage } from "#db/stores/messages.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";

type Behaviour = "accept" | "refuse-recipient" | "refuse-message";

describe("a message", () => {
  let installation: TestInstance;
  let context: Context;
  let organisationId: string;
  let server: SMTPServer | undefined;
  let received: string[];

  beforeEach(async () => {
    installation = await testInstance();
    context = { ...installation.context(), mailIsSet: true };
    organisationId = (await makeOrganisation(context)).organisationId;
    received = [];
  });
  afterEach(async () => {
    await new Promise<void>((resolve) => (server ? server.close(resolve) : resolve()));
    server = undefined;
    installation.close();
  });

  async function listen(behaviour: () => Behaviour): Promise<string> {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      onRcptTo(_address, _session, answer) {
        answer(behaviour() === "refuse-recipient" ? new Error("no such person") : null);
      },
      onData(stream, _session, answer) {
        let text = "";
        stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
        stream.on("end", () => {
          if (behaviour() === "refuse-message") {
            answer(new Error("try later"));
            return;
          }
          received.push(text);
          answer();
        });
      },
    });
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  }

  const message = (): Message => ({
    organisationId,
    key: "one",
    kind: "invitation",
    channel: "email",
    recipient: "maryam@example.org",
    subject: "Invitation: Day services",
    body: "Hello Maryam.\n\nhttp://localhost:3000/i/SECRET-OF-THE-LINK",
  });
  const outbox = async () => context.db.query.outbox.findMany();

  test("is handed over once, and its body is erased afterwards", async () => {
    const address = await listen(() => "accept");
    await context.change(async (tx) => queueMessage(context, tx, message()));
    expect(await sendWaitingMessages(context, address)).toBe(1);
    expect(await sendWaitingMessages(context, address)).toBe(0);
    expect(received).toHaveLength(1);
    expect(received[0]).toContain("SECRET-OF-THE-LINK");
    const [kept] = await outbox();
    expect([kept?.state, kept?.body]).toEqual(["sent", null]);
  });

  test("queued twice with the same key goes once", async () => {
    const address = await listen(() => "accept");
    await context.change(async (tx) => queueMessage(context, tx, message()));
    await context.change(async (tx) => queueMessage(context, tx, message()));
    await sendWaitingMessages(context, address);
    expect(received).toHaveLength(1);
  });

  test("handed over by four senders at the same moment goes once", async () => {
    const address = await listen(() => "accept");
    for (let count = 0; count < 10; count += 1)
      await context.change(async (tx) => queueMessage(context, tx, { ...message(), key: `key ${count}` }));
    const sent = await Promise.all([1, 2, 3, 4].map(async () => sendWaitingMessages(context, address)));
    expect(sent.reduce((one, other) => one + other, 0)).toBe(10);
    expect(received).toHaveLength(10);
  });

  for (const behaviour of ["refuse-recipient", "refuse-message"] as const) {
    test(`that the mail server will not take (${behaviour}) is kept, tried again, and given up after five tries in words for the coordinator`, async () => {
      const address = await listen(() => behaviour);
      await context.change(async (tx) => queueMessage(context, tx, message()));
      for (let count = 0; count < 4; count += 1) await sendWaitingMessages(context, address);
      expect((await outbox())[0]?.state).toBe("waiting");
      await sendWaitingMessages(context, address);
      const [kept] = await outbox();
      expect([kept?.state, kept?.tries]).toEqual(["failed", 5]);
      expect(kept?.body).not.toBeNull();
    });
  }

  test("waits while there is no mail server to be reached, and goes when there is one again", async () => {
    await context.change(async (tx) => queueMessage(context, tx, message()));
    expect(await sendWaitingMessages(context, "smtp://127.0.0.1:9")).toBe(0);
    expect((await outbox())[0]?.state).toBe("waiting");
    const address = await listen(() => "accept");
    expect(await sendWaitingMessages(context, address)).toBe(1);
  });

  test("that was being handed over when the program died goes again under the same name", async () => {
    const address = await listen(() => "accept");
    const id = await context.change(async (tx) => queueMessage(context, tx, message()));
    await context.change(async (tx) => moveMessage(tx, id, "waiting", { state: "sending" }));
    expect(await sendWaitingMessages(context, address)).toBe(0);
    await takeUpInterruptedMessages(context);
    expect(await sendWaitingMessages(context, address)).toBe(1);
    expect(received[0]).toContain(`<${id}@welcome-table>`);
  });

  test("is sealed in the database until it is sent", async () => {
    await context.change(async (tx) => queueMessage(context, tx, message()));
    expect(JSON.stringify(await outbox())).not.toContain("SECRET-OF-THE-LINK");
  });
});
