import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { clockTimeOf } from "#app/domain/basics/dates.ts";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import { renderDocument } from "#app/documents/render.ts";
import { paperOfMeeting, printPaper, type PhotoAddress } from "#app/services/documents.server.ts";
import { listSendings } from "#app/services/invitations.server.ts";
import { openFormats } from "#app/services/joining-formats.server.ts";
import { listJoining, markReady, savePersonalLine, sendJoining } from "#app/services/joining.server.ts";
import { findMeetingFor, saveWhen, type SavedMeeting } from "#app/services/meetings.server.ts";
import { showMessage } from "#app/services/messages.server.ts";
import { ownAnswers, saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { saveReply } from "#app/services/my-meeting.server.ts";
import { readUpload } from "#app/services/files.server.ts";
import { addPhotoFor, openPhotoOfPlace } from "#app/services/venue-photos.server.ts";
import { venuePhotos } from "#db/schema.ts";
import { addRole } from "#db/stores/day.ts";
import { checkPdf } from "#tests/support/pdf-checks.ts";
import { allElements, readPdf, textAt } from "#tests/support/pdf-reader.ts";
import { harbourSign } from "#tests/support/pictures.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { invite, meetingOf, onTwelfthOfJanuary } from "#tests/support/invited-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;
let bo: Attendee;

beforeAll(async () => {
  opened = await testInstance();
});
afterAll(() => opened.close());
beforeEach(async () => {
  asha = await coordinatorWith(opened, { organisation: "Weavers", email: `${opened.context().newId()}@example.org` });
  meeting = await meetingOf(opened, asha, {
    when: onTwelfthOfJanuary,
    where: { place: { kind: "new", name: "Kiln Hall", address: "1 Kiln Lane\nLeeds", email: "" }, conditions: [] },
  });
  bo = await invite(opened, asha, meeting, "Bo Lind");
  await invite(opened, asha, meeting, "Cy Hale", { address: "2 Kiln Lane\nLeeds" });
});

async function listed() {
  const found = await listJoining(opened.context(), asha, meeting.reference);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}

async function welcome(phone = "07700 900 111"): Promise<void> {
  await opened.context().change(async (tx) =>
    addRole(tx, {
      id: opened.context().newId(),
      organisationId: asha.organisationId,
      meetingId: meeting.id,
      role: "welcome",
      name: "Dilys Ong",
      phone,
    }),
  );
}

const send = async (at: string, wanted: Parameters<typeof sendJoining>[3] = "all-ready") => {
  const sent = await sendJoining(opened.context(at), asha, meeting.reference, wanted);
  return sent.ok ? sent.value.sent : sent.refusal;
};

async function latestTo(name: string): Promise<{ subject: string; text: string }> {
  const sending = (await listSendings(opened.context(), asha, meeting.id)).find((one) => one.name === name);
  const shown = await showMessage(opened.context(), asha, sending?.message?.messageId ?? "");
  return shown.ok ? shown.value : { subject: "", text: "" };
}

describe("joining instructions", () => {
  test("are not sent while nobody is named with a phone for the day, and the list says so", async () => {
    expect((await listed()).missing).toEqual(["who-meets"]);
    expect(await send("2026-11-24T10:00:00.000Z")).toBe(0);
    await welcome();
    expect((await listed()).people.every(({ missing }) => missing.length === 0)).toBe(true);
  });

  test("go once to everybody who may come, with the personal line only in its own", async () => {
    await welcome();
    await savePersonalLine(opened.context(), asha, { reference: meeting.reference, personId: bo.personId, version: 0 }, "Zqxline for Bo.");
    expect(await send("2026-11-24T10:00:00.000Z")).toBe(2);
    expect(await send("2026-11-24T11:00:00.000Z")).toBe(0);
    const [toBo, toCy] = [await latestTo("Bo Lind"), await latestTo("Cy Hale")];
    expect(toBo.text).toContain("Zqxline for Bo.");
    expect(toCy.text).not.toContain("Zqxline");
    expect(toCy.text).toContain("Dilys Ong. Phone on the day: 07700 900 111.");
    expect(toCy.subject).toBe("How to join Planning group, Tuesday 12 January");
    expect(JSON.stringify(await opened.context().db.query.joiningInstructions.findMany())).not.toContain("Zqxline");
  });

  test("name the same person on paper as in the message, and on paper say so while nobody is chosen", async () => {
    const onPaper = async () => {
      const made = await paperOfMeeting(opened.context(), asha, meeting.reference, {
        id: "joining-instructions",
        invitationId: bo.invitationId,
      });
      const rendered = made.ok ? await renderDocument(made.value, "plain-text") : made;
      if (!rendered.ok) throw new Error("No paper");
      return new TextDecoder().decode(rendered.value.bytes);
    };
    expect(await onPaper()).toContain("We have not chosen who will meet you yet.");
    await welcome();
    const text = await onPaper();
    expect(text).toContain("Dilys Ong will meet you.");
    expect(text).toContain("07700 900 111");
  });

  test("hold pictures of the place, the front door first, and only those somebody here looked at and described", async () => {
    const found = await findMeetingFor(opened.context(), asha, meeting.reference);
    const venueId = found.ok ? (found.value.venueId ?? "") : "";
    const add = async (feature: "toilet-accessible" | "entrance-door-width" | null, shows: string, name: string) => {
      const upload = await readUpload(opened.context(), new File([new Uint8Array(harbourSign)], name, { type: "image/png" }));
      if (!upload.ok) throw new Error(upload.refusal);
      const kept = await addPhotoFor(opened.context(), asha, venueId, { feature, shows, upload: upload.value });
      if (!kept.ok) throw new Error(kept.refusal);
      return kept.value.photoId;
    };
    await add(null, "The whole building", "a.png");
    await add("toilet-accessible", "The toilet with its rails", "b.png");
    const door = await add("entrance-door-width", "The blue front door", "c.png");
    const bare = await add(null, "", "d.png");
    const notLookedAt = await add(null, "A photo nobody here saw", "e.png");
    await opened.context().change(async (tx) => tx.update(venuePhotos).set({ approvedAt: null }).where(eq(venuePhotos.id, notLookedAt)));
    const paper = async (photoAddress?: PhotoAddress) => {
      const made = await paperOfMeeting(opened.context(), asha, meeting.reference, {
        id: "joining-instructions",
        invitationId: bo.invitationId,
        ...(photoAddress === undefined ? {} : { photoAddress }),
      });
      if (!made.ok) throw new Error(made.refusal);
      return made.value;
    };
    const doc = await paper();
    for (const size of [12, 18, 24]) {
      const printed = await printPaper(doc, "joining", size);
      if (!printed.ok) throw new Error(printed.refusal);
      expect(await checkPdf(printed.value.bytes)).toEqual([]);
      const figures = allElements((await readPdf(printed.value.bytes)).structure).filter(({ type }) => type === "Figure");
      expect(figures.map(({ dictionary }) => textAt(dictionary, "Alt"))).toEqual([
        "The blue front door",
        "The toilet with its rails",
        "The whole building",
      ]);
    }
    expect(JSON.stringify(await paper(({ photoId }) => `/photos/${photoId}`))).toContain(`"/photos/${door}"`);
    expect((await openPhotoOfPlace(opened.context(), bo, door)).ok).toBe(true);
    for (const id of [bare, notLookedAt, "nothing"])
      expect(await openPhotoOfPlace(opened.context(), bo, id)).toEqual({ ok: false, refusal: "not-found" });
  });

  test("a welcome without a phone for the day asks for the number", async () => {
    await welcome("");
    expect((await listed()).missing).toEqual(["day-phone"]);
  });

  test("are marked as ready only when nothing is missing, until the personal line changes", async () => {
    const at = (version: number) => ({ reference: meeting.reference, personId: bo.personId, version });
    const mark = async (version: number) => markReady(opened.context("2026-11-24T10:00:00.000Z"), asha, at(version));
    expect(await mark(0)).toEqual({ ok: false, refusal: "something-missing" });
    await welcome();
    expect((await mark(0)).ok).toBe(true);
    const theirs = async () => (await listed()).people.find(({ name }) => name === "Bo Lind");
    expect((await theirs())?.readyOn).toBe("2026-11-24");
    expect(await mark(0)).toEqual({ ok: false, refusal: "changed-by-someone-else" });
    await savePersonalLine(opened.context(), asha, at(1), "Come by the side door.");
    expect((await theirs())?.readyOn).toBe(null);
  });

  test("what was marked as ready is not ready any more when the time changes, says why, and is not sent until somebody looks again", async () => {
    await welcome();
    const at = (version: number) => ({ reference: meeting.reference, personId: bo.personId, version });
    await markReady(opened.context("2026-11-24T10:00:00.000Z"), asha, at(0));
    const found = await findMeetingFor(opened.context(), asha, meeting.reference);
    if (!found.ok) throw new Error(found.refusal);
    await saveWhen(
      opened.context(),
      asha,
      { reference: meeting.reference, version: found.value.version },
      { when: { ...onTwelfthOfJanuary, startsAt: clockTimeOf("11:00") }, breaks: { everyMinutes: 45, minutes: 15 } },
    );
    const theirs = async () => (await listed()).people.find(({ name }) => name === "Bo Lind");
    expect(await theirs()).toMatchObject({ readyOn: null, lookAgain: ["When: Tuesday 12 January 2027, 11am to 1pm"] });
    expect(await send("2026-11-24T11:00:00.000Z")).toBe(1);
    await markReady(opened.context("2026-11-25T10:00:00.000Z"), asha, at(1));
    expect(await theirs()).toMatchObject({ readyOn: "2026-11-25", lookAgain: [] });
    expect(await send("2026-11-25T11:00:00.000Z")).toBe(1);
  });

  test("what was marked as ready is looked at again when the person changes what they need, and nobody else's is", async () => {
    await welcome();
    for (const { personId } of (await listed()).people)
      await markReady(opened.context("2026-11-24T10:00:00.000Z"), asha, { reference: meeting.reference, personId, version: 0 });
    await saveOwnAnswers(opened.context(), bo, 0, (answers) => ({ ...answers, chosen: [{ id: "hearing-loop", strength: "essential" }] }));
    await sendOwnAnswers(opened.context(), bo);
    expect((await listed()).people.map(({ name, lookAgain }) => [name, lookAgain])).toEqual([
      ["Bo Lind", ["What they told us has changed."]],
      ["Cy Hale", []],
    ]);
  });

  test("as a text message are under 300 characters whatever is in them, with the link and the phone for the day", async () => {
    await welcome();
    const di = await invite(opened, asha, meeting, "Di Marsh", { phone: "07700 900222" });
    await savePersonalLine(
      opened.context(),
      asha,
      { reference: meeting.reference, personId: di.personId, version: 0 },
      "A long line of kind words. ".repeat(18),
    );
    await send("2026-11-24T10:00:00.000Z");
    const { text } = await latestTo("Di Marsh");
    expect(text.length).toBeLessThan(300);
    expect(text).toContain("Phone on the day: 07700 900 111");
    expect(text).toMatch(/\/i\/[\w-]{43}/u);
    expect(text).toContain("Tuesday 12 January 2027");
  });

  test("say in which formats somebody gets papers only where they let it be read with their name, and that it was read", async () => {
    const formatsOfBo = async () => {
      const found = await openFormats(opened.context(), asha, meeting.reference);
      return found.ok ? found.value.get(bo.invitationId) : found.refusal;
    };
    const say = async (coordinator: "with-name" | "without-name", ids: readonly ["easy-read"] | readonly []) => {
      const { version } = await ownAnswers(opened.context(), bo);
      await saveOwnAnswers(opened.context(), bo, version, (answers) => ({
        ...answers,
        chosen: ids.map((id) => ({ id, strength: "essential" as const })),
        choices: { coordinator },
      }));
      await sendOwnAnswers(opened.context(), bo);
    };
    const seen = async () =>
      (await opened.context().db.query.audit.findMany()).filter(
        ({ action, subjectId }) => action === "name-seen" && subjectId === bo.invitationId,
      ).length;
    expect(await formatsOfBo()).toBe(undefined);
    await say("without-name", ["easy-read"]);
    expect(await formatsOfBo()).toBe("private");
    expect(await seen()).toBe(0);
    await say("with-name", ["easy-read"]);
    expect(await formatsOfBo()).toEqual({ formats: ["easy-read", "easy-read-agenda"], isUsual: false });
    expect(await seen()).toBe(1);
    await say("with-name", []);
    expect(await formatsOfBo()).toEqual({ formats: ["clear-print"], isUsual: true });
    const stranger = await coordinatorWith(opened, { organisation: "Elsewhere", email: `${bo.invitationId}@example.net` });
    expect(await openFormats(opened.context(), stranger, meeting.reference)).toEqual({ ok: false, refusal: "not-found" });
  });

  test("somebody who said no gets none", async () => {
    await welcome();
    await saveReply(opened.context(), bo, 1, "not-coming");
    expect((await listed()).people.map(({ name }) => name)).toEqual(["Cy Hale"]);
  });

  test("a change after they were sent is noticed, and told first", async () => {
    await welcome();
    await send("2026-11-24T10:00:00.000Z");
    const found = await findMeetingFor(opened.context(), asha, meeting.reference);
    if (!found.ok) throw new Error(found.refusal);
    await saveWhen(
      opened.context(),
      asha,
      { reference: meeting.reference, version: found.value.version },
      { when: { ...onTwelfthOfJanuary, startsAt: clockTimeOf("11:00") }, breaks: { everyMinutes: 45, minutes: 15 } },
    );
    expect((await listed()).people[0]?.changed).toEqual(["When: Tuesday 12 January 2027, 11am to 1pm"]);
    expect(await send("2026-11-25T10:00:00.000Z")).toBe(2);
    const told = await latestTo("Bo Lind");
    expect(told.subject).toBe("A change to Planning group");
    expect(told.text.indexOf("What has changed")).toBeLessThan(told.text.indexOf("Where, or how to join"));
    expect((await listed()).people[0]?.changed).toEqual([]);
  });

  test("are nobody else's to see or send", async () => {
    const stranger = await coordinatorWith(opened, { organisation: "Others", email: `${bo.personId}@example.net` });
    expect(await listJoining(opened.context(), stranger, meeting.reference)).toEqual({ ok: false, refusal: "not-found" });
    expect(await sendJoining(opened.context(), stranger, meeting.reference, "all-ready")).toEqual({ ok: false, refusal: "not-found" });
    const at = { reference: meeting.reference, personId: bo.personId, version: 0 };
    expect(await savePersonalLine(opened.context(), stranger, at, "x")).toEqual({ ok: false, refusal: "not-found" });
  });
});
