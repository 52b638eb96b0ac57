import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import { countNoReasons, myAfterNo, saveAfterNo, standingAfterNo } from "#app/services/after-no.server.ts";
import { listSendings, sendLinkAgain } from "#app/services/invitations.server.ts";
import { mintLink } from "#app/services/links.server.ts";
import type { SavedMeeting } from "#app/services/meetings.server.ts";
import { landingOf, refuseLink, saveReply } from "#app/services/my-meeting.server.ts";
import { copyOfEverything } from "#app/services/own-copy.server.ts";
import { attendeeOf } from "#app/domain/people/actors.ts";
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
  meeting = await meetingOf(opened, asha, { when: onTwelfthOfJanuary });
  bo = await invite(opened, asha, meeting, "Bo Lind");
});

const versionOf = async (attendee: Attendee): Promise<number> => {
  const found = await opened.context().db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, attendee.invitationId) });
  return found?.version ?? 0;
};

async function saysNo(attendee: Attendee): Promise<void> {
  const saved = await saveReply(opened.context(), attendee, await versionOf(attendee), "not-coming");
  if (!saved.ok) throw new Error(saved.refusal);
}

const saysMore = async (attendee: Attendee, said: Parameters<typeof saveAfterNo>[3]) =>
  saveAfterNo(opened.context(), attendee, await versionOf(attendee), said);

const sendingTo = async (name: string) => (await listSendings(opened.context(), asha, meeting.id)).find((one) => one.name === name);

describe("after No", () => {
  test("the coordinator sees how else somebody would give their views, and never their reasons", async () => {
    await saysNo(bo);
    expect((await saysMore(bo, { reasons: ["not-well", "payment"], otherWay: "phone" })).ok).toBe(true);
    const sending = await sendingTo("Bo Lind");
    expect(sending?.otherWay).toBe("phone");
    expect(JSON.stringify(sending)).not.toContain("not-well");
    expect(await countNoReasons(opened.context(), asha, meeting.id)).toEqual([]);
  });

  test("a reason is counted once three people gave it, and 'prefer not to say' never is", async () => {
    const others = [await invite(opened, asha, meeting, "Cy Hale"), await invite(opened, asha, meeting, "Dee Moss")];
    for (const person of [bo, ...others]) {
      await saysNo(person);
      await saysMore(person, {
        reasons: person === bo ? ["place", "date"] : ["place"],
        otherWay: null,
      });
    }
    for (const name of ["Eva Rook", "Finn Oder", "Gwen Pike"]) {
      const person = await invite(opened, asha, meeting, name);
      await saysNo(person);
      await saysMore(person, { reasons: ["rather-not-say"], otherWay: null });
    }
    expect(await countNoReasons(opened.context(), asha, meeting.id)).toEqual([{ reason: "place", people: 3 }]);
  });

  test("a reason together with the wish not to say is refused, and what was said before stays", async () => {
    await saysNo(bo);
    await saysMore(bo, { reasons: ["date"], otherWay: "phone" });
    expect(await saysMore(bo, { reasons: ["date", "rather-not-say"], otherWay: null })).toEqual({ ok: false, refusal: "mixed-reasons" });
    expect(await myAfterNo(opened.context(), bo)).toEqual({ reasons: ["date"], otherWay: "phone" });
  });

  test("whoever answers with somebody learns that more was said, and not what", async () => {
    expect(await standingAfterNo(opened.context(), bo)).toBe("not-no");
    await saysNo(bo);
    expect(await standingAfterNo(opened.context(), bo)).toBe("nothing-more");
    await saysMore(bo, { reasons: ["not-well"], otherWay: null });
    expect(await standingAfterNo(opened.context(), bo)).toBe("said-more");
  });

  test("nothing more is kept from somebody who did not say no, and a change of mind wipes what was said", async () => {
    expect(await saysMore(bo, { reasons: ["date"], otherWay: null })).toEqual({ ok: false, refusal: "changed-elsewhere" });
    await saysNo(bo);
    await saysMore(bo, { reasons: ["date"], otherWay: "writing" });
    await saveReply(opened.context(), bo, await versionOf(bo), "coming-in-room");
    expect(await myAfterNo(opened.context(), bo)).toBe(null);
    await saysNo(bo);
    expect(await myAfterNo(opened.context(), bo)).toEqual({ reasons: [], otherWay: null });
  });

  test("what was said lies sealed in the database and open in their own copy", async () => {
    await saysNo(bo);
    await saysMore(bo, { reasons: ["not-well"], otherWay: null });
    const row = await opened.context().db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, bo.invitationId) });
    expect(row?.afterNo).not.toContain("not-well");
    const copy = await copyOfEverything(opened.context(), attendeeOf({ ...bo, mayReadBack: true }));
    expect(copy.ok && copy.value.text).toContain("not-well");
  });
});

describe("This is not for me", () => {
  test("switches the link off, tells the coordinator why, and stands until the link is sent again", async () => {
    const context = opened.context();
    const path = await context.change(async (tx) =>
      mintLink(context, tx, {
        organisationId: asha.organisationId,
        kind: "invitation",
        id: bo.invitationId,
        meetingDate: onTwelfthOfJanuary.date,
      }),
    );
    const token = path.replace("/i/", "");
    await refuseLink(context, token, "wrong-person");
    expect(await landingOf(context, token)).toBe(null);
    expect((await sendingTo("Bo Lind"))?.notForMe).toBe("wrong-person");
    await refuseLink(context, token, "no-invitations");
    expect((await sendingTo("Bo Lind"))?.notForMe).toBe("wrong-person");
    expect((await sendLinkAgain(context, asha, meeting.reference, bo.personId)).ok).toBe(true);
    expect((await sendingTo("Bo Lind"))?.notForMe).toBe(null);
  });
});
