// The one reminder to a venue that has not finished its checklist, and the news for the coordinator when it has.
import { beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import { staffOf, type Coordinator } from "#app/domain/people/actors.ts";
import { checklistReminderDay, isChecklistReminderDue } from "#app/domain/venues/reminder.ts";
import { findMeeting } from "#db/stores/meetings.ts";
import { todayFor } from "#app/services/today.server.ts";
import {
  finishChecklist,
  forwardChecklist,
  listSentChecklists,
  reopenChecklist,
  sendChecklist,
  showChecklistMessage,
} from "#app/services/venue-checklist.server.ts";
import { makeDueVenueReminders } from "#app/services/venue-reminders.server.ts";
import { checklistMessage } from "#app/words/venues.ts";
import { askedVenue, type AskedVenue } from "#tests/support/asked-venue.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";

let opened: TestInstance;
let asha: Coordinator;
let asked: AskedVenue;

beforeEach(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Weavers", email: "asha@example.org" });
  // Asked on 23 November to answer by 10 December, so the reminder is due from 7 December.
  asked = await askedVenue(opened.context(), asha, "2026-12-10");
  return () => opened.close();
});

const at = (moment: string) => opened.context(moment);
const due = "2026-12-07T10:00:00.000Z";

async function messages() {
  const meeting = await findMeeting(opened.context().db, asha.organisationId, asked.meeting.reference);
  if (!meeting) throw new Error("no meeting");
  const [sent] = await listSentChecklists(opened.context(), asha, meeting);
  return Promise.all(
    (sent?.messages ?? []).map(async ({ messageId }) => {
      const shown = await showChecklistMessage(opened.context(), asha, meeting, messageId);
      if (!shown.ok) throw new Error(shown.refusal);
      return shown.value;
    }),
  );
}

describe("the reminder to a venue", () => {
  test("is made on its day, once, with a link of its own and no name", async () => {
    expect(await makeDueVenueReminders(at("2026-12-06T10:00:00.000Z"))).toBe(0);
    expect(await makeDueVenueReminders(at(due))).toBe(1);
    expect(await makeDueVenueReminders(at(due))).toBe(0);
    expect(await makeDueVenueReminders(at("2026-12-09T10:00:00.000Z"))).toBe(0);
    const sent = await messages();
    expect(sent.map(({ subject }) => subject).toSorted()).toEqual([
      "Access checklist for Kiln Hall, please answer by Thursday 10 December 2026",
      "Reminder: access checklist for Kiln Hall, please answer by Thursday 10 December 2026",
    ]);
    expect(new Set(sent.map(({ text }) => /\/v\/([\w-]{43})/u.exec(text)?.[1])).size).toBe(2);
    expect(JSON.stringify(sent)).not.toContain("Maren");
  });

  test("keeps to the hours of the day, and is not made once the day is past", async () => {
    expect(await makeDueVenueReminders(at("2026-12-07T07:30:00.000Z"))).toBe(0);
    expect(await makeDueVenueReminders(at("2026-12-07T18:30:00.000Z"))).toBe(0);
    expect(await makeDueVenueReminders(at("2026-12-11T10:00:00.000Z"))).toBe(0);
  });

  test("goes to nobody who has finished, and to whom the link was passed on last", async () => {
    await forwardChecklist(opened.context(), asked.venueManager, "caretaker@example.org", checklistMessage(""));
    expect(await makeDueVenueReminders(at(due))).toBe(1);
    const reminder = (await messages()).find(({ subject }) => subject.startsWith("Reminder"));
    expect(reminder?.recipient).toBe("caretaker@example.org");
    const other = await askedVenue(opened.context(), asha, "2026-12-10");
    await finishChecklist(opened.context(), other.venueManager);
    expect(await makeDueVenueReminders(at(due))).toBe(0);
  });

  test("of a checklist opened until another day is made once more for that day", async () => {
    await makeDueVenueReminders(at(due));
    await reopenChecklist(at("2026-12-11T10:00:00.000Z"), asha, { requestId: asked.requestId, version: 1 }, calendarDateOf("2026-12-20"));
    expect(await makeDueVenueReminders(at("2026-12-16T10:00:00.000Z"))).toBe(0);
    expect(await makeDueVenueReminders(at("2026-12-17T10:00:00.000Z"))).toBe(1);
  });

  test("is not made where the venue was asked so late that it would only press", () => {
    const answerBy = calendarDateOf("2026-12-10");
    expect(checklistReminderDay({ sentOn: calendarDateOf("2026-12-05"), answerBy })).toBe("2026-12-07");
    expect(checklistReminderDay({ sentOn: calendarDateOf("2026-12-06"), answerBy })).toBeNull();
    const now = { today: answerBy, time: clockTimeOf("10:00") };
    expect(isChecklistReminderDue({ sentOn: calendarDateOf("2026-12-06"), answerBy }, now)).toBe(false);
    expect(isChecklistReminderDue({ sentOn: calendarDateOf("2026-12-05"), answerBy }, now)).toBe(true);
  });
});

describe("a venue that answers", () => {
  const news = async (moment: string) => (await todayFor(at(moment), staffOf(asha))).toDos.filter(({ kind }) => kind === "venue-answered");

  test("is news for the coordinator for three days, with the way to its answers", async () => {
    expect(await news("2026-11-23T10:00:00.000Z")).toEqual([]);
    await finishChecklist(at("2026-11-24T10:00:00.000Z"), asked.venueManager);
    expect(await news("2026-11-24T11:00:00.000Z")).toMatchObject([
      { venue: "Kiln Hall", meeting: "Garden planning group", href: `/meetings/${asked.meeting.reference}/venue` },
    ]);
    expect(await news("2026-11-27T11:00:00.000Z")).toHaveLength(1);
    expect(await news("2026-11-28T11:00:00.000Z")).toEqual([]);
  });

  test("too late to plan with is not asked for: the day has to come before the meeting", async () => {
    const sending = { email: "hall@example.org", sentTo: "", parts: "all", extraLine: "" } as const;
    const send = async (answerBy: string) =>
      sendChecklist(
        opened.context(),
        asha,
        asked.meeting.reference,
        { ...sending, answerBy: calendarDateOf(answerBy) },
        checklistMessage(""),
      );
    expect(await send("2027-02-02")).toEqual({ ok: false, refusal: { notBefore: "2027-02-02" } });
    expect(await send("2027-02-01")).toMatchObject({ ok: true });
  });
});
