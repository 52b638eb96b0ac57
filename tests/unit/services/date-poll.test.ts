import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import type { DateAnswers } from "#app/domain/meetings/date-poll.ts";
import type { Coordinator } from "#app/domain/people/actors.ts";
import {
  chooseDate,
  compareDates,
  dateQuestion,
  dateToChoose,
  saveDateAnswers,
  savePoll,
  stopPoll,
} from "#app/services/date-poll.server.ts";
import { listSendings, removeInvitation } from "#app/services/invitations.server.ts";
import { findMeetingFor, type SavedMeeting } from "#app/services/meetings.server.ts";
import { showMessage } from "#app/services/messages.server.ts";
import { saveReply } from "#app/services/my-meeting.server.ts";
import { saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { invite, meetingOf } from "#tests/support/invited-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;

beforeAll(async () => {
  opened = await testInstance();
});
afterAll(() => opened.close());
beforeEach(async () => {
  asha = await coordinatorWith(opened, { organisation: "Weavers", email: `${opened.context().newId()}@example.org` });
  meeting = await meetingOf(opened, asha);
});

const when = (date: string, from = "10:30", to = "13:00") => ({
  date: calendarDateOf(date),
  startsAt: clockTimeOf(from),
  endsAt: clockTimeOf(to),
});
const replyBy = calendarDateOf("2026-12-04");

async function offer(dates = [when("2027-01-12"), when("2027-01-14")], version = 0): Promise<readonly string[]> {
  const saved = await savePoll(opened.context(), asha, { reference: meeting.reference, version }, { dates, replyBy });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  return (await compared()).dates.map(({ id }) => id);
}

async function compared(by = asha) {
  const found = await compareDates(opened.context(), by, meeting.reference);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}

const said = (choices: DateAnswers["choices"], more: Partial<DateAnswers> = {}): DateAnswers => ({
  choices,
  never: [],
  restDays: "",
  ...more,
});

describe("choosing a date with people", () => {
  test("a date that stays keeps its answers when another is changed", async () => {
    const [first = "", second = ""] = await offer();
    const bo = await invite(opened, asha, meeting, "Bo Lind");
    expect((await saveDateAnswers(opened.context(), bo, 0, said({ [first]: "yes", [second]: "no" }))).ok).toBe(true);
    const after = await offer([when("2027-01-12"), when("2027-01-21")], 1);
    expect(after[0]).toBe(first);
    const question = await dateQuestion(opened.context(), bo);
    expect(question?.answers.choices[first]).toBe("yes");
    expect(question?.open).toBe(1);
    expect((await compared()).dates.map(({ can, noReply }) => [can, noReply])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test("two people changing the offer at once: the second is told, and nothing is lost", async () => {
    await offer();
    const stale = await savePoll(
      opened.context(),
      asha,
      { reference: meeting.reference, version: 0 },
      { dates: [when("2027-02-02"), when("2027-02-03")], replyBy },
    );
    expect(stale).toEqual({ ok: false, refusal: { reason: "changed-by-someone-else" } });
    expect((await compared()).dates.map(({ date }) => date)).toEqual(["2027-01-12", "2027-01-14"]);
  });

  test("somebody with an essential requirement who cannot come is counted, and named only if they gave their name", async () => {
    const [first = "", second = ""] = await offer();
    const bo = await invite(opened, asha, meeting, "Bo Lind");
    const cy = await invite(opened, asha, meeting, "Cy Hale");
    for (const one of [bo, cy]) {
      await saveOwnAnswers(opened.context(), one, 0, (answers) => ({
        ...answers,
        chosen: [{ id: "bsl-interpreter", strength: "essential" }],
        choices: one === cy ? { coordinator: "with-name" } : { coordinator: "without-name" },
      }));
      await sendOwnAnswers(opened.context(), one);
      await saveDateAnswers(opened.context(), one, 0, said({ [first]: "no", [second]: "yes" }, { restDays: "Zqxday of treatment" }));
    }
    const table = await compared();
    expect(table.dates.map(({ leavesOut }) => leavesOut)).toEqual([2, 0]);
    expect(table.best?.id).toBe(second);
    expect(table.dates[0]?.bookings.map(({ support, isEssential }) => [support, isEssential])).toContainEqual(["bsl-interpreter", true]);
    const choosing = await dateToChoose(opened.context(), asha, meeting.reference, first);
    if (!choosing.ok) throw new Error(choosing.refusal);
    expect(choosing.value.cannot).toEqual({ names: ["Cy Hale"], others: 1 });
    const stranger = await coordinatorWith(opened, { organisation: "Others", email: `${first}@example.net` });
    expect(await compareDates(opened.context(), stranger, meeting.reference)).toEqual({ ok: false, refusal: "not-found" });
    const sealed = JSON.stringify(await opened.context().db.query.dateAnswers.findMany());
    expect(sealed).not.toContain("Zqxday");
  });

  test("somebody who said no to the meeting is not asked again and does not count", async () => {
    await offer();
    const bo = await invite(opened, asha, meeting, "Bo Lind");
    await saveReply(opened.context(), bo, 1, "not-coming");
    expect((await compared()).invited).toBe(0);
  });

  test("choosing sets the date once, tells everybody their own way, and asks those who cannot come about another way", async () => {
    const [first = ""] = await offer();
    const bo = await invite(opened, asha, meeting, "Bo Lind");
    await invite(opened, asha, meeting, "Cy Hale", { address: "1 Kiln Lane\nLeeds" });
    await saveDateAnswers(opened.context(), bo, 0, said({ [first]: "no" }));
    const choosing = await dateToChoose(opened.context(), asha, meeting.reference, first);
    if (!choosing.ok) throw new Error(choosing.refusal);
    const choose = () =>
      chooseDate(
        opened.context("2026-11-24T10:00:00.000Z"),
        asha,
        { reference: meeting.reference, version: choosing.value.meetingVersion, dateId: first },
        { askForOtherWays: true },
        `choose ${first}`,
      );
    const [once, twice] = await Promise.all([choose(), choose()]);
    expect(once).toEqual({ ok: true, value: { told: 2, unreachable: 0 } });
    expect(twice).toEqual(once);
    const found = await findMeetingFor(opened.context(), asha, meeting.reference);
    expect(found.ok && found.value.date).toBe("2027-01-12");
    expect(await dateQuestion(opened.context(), bo)).toBeNull();
    const sendings = await listSendings(opened.context(), asha, meeting.id);
    expect(sendings.map(({ name, message }) => [name, message?.kind, message?.channel])).toEqual([
      ["Bo Lind", "date-chosen", "email"],
      ["Cy Hale", "date-chosen", "letter"],
    ]);
    const texts = await Promise.all(
      sendings.map(async ({ message }) => {
        const shown = await showMessage(opened.context(), asha, message?.messageId ?? "");
        return shown.ok ? shown.value.text : "";
      }),
    );
    expect(texts[0]).toContain("We still want your views");
    expect(texts[1]).not.toContain("We still want your views");
    expect(texts[1]).toContain("Tuesday 12 January 2027, 10:30am to 1pm");
  });

  test("answers about dates keep somebody on the list, and are kept when the question is withdrawn and asked again", async () => {
    const [first = ""] = await offer();
    const bo = await invite(opened, asha, meeting, "Bo Lind");
    await saveDateAnswers(opened.context(), bo, 0, said({ [first]: "yes" }));
    expect(await removeInvitation(opened.context(), asha, meeting.reference, bo.personId)).toEqual({ ok: false, refusal: "has-answered" });
    await stopPoll(opened.context(), asha, meeting.reference);
    expect(await dateQuestion(opened.context(), bo)).toBeNull();
    expect(await saveDateAnswers(opened.context(), bo, 1, said({}))).toEqual({ ok: false, refusal: "not-asked" });
  });
});
