// What somebody is told once their claim is sent: a day only where the organisation promises one, and how they hear that it was paid.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import type { Attendee } from "#app/domain/people/actors.ts";
import { myClaim } from "#app/services/claims.server.ts";
import { policyWithoutCosts } from "#app/services/organisations.server.ts";
import { toldOfPayingBy } from "#app/services/posting.server.ts";
import { afterSending } from "#app/words/claims.ts";
import { withoutCostsSentence } from "#app/words/meetings.ts";
import { people } from "#db/schema.ts";
import { afterwards, invitedPerson, markEverybody, pastMeeting, sentClaim } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";
import { valueOf } from "#tests/support/results.ts";
import { setPolicies } from "#tests/support/vouchers.ts";

let opened: TestInstance;
let organisationId: string;
let mia: Attendee;

const moment = (at: string) => opened.context(at);
const now = () => opened.context(afterwards);

beforeAll(async () => {
  opened = await testInstance(afterwards);
  const made = await makeOrganisation(moment("2026-08-01T09:00:00.000Z"));
  ({ organisationId } = made);
  const { reference } = await pastMeeting(moment, made.coordinator);
  mia = await invitedPerson(moment, made.coordinator, reference);
  await markEverybody(now(), made.coordinator, reference);
  await sentClaim(now(), mia);
});
afterAll(() => opened.close());

async function reach(change: Partial<typeof people.$inferInsert>): Promise<void> {
  await now().change(async (tx) => {
    await tx.update(people).set(change).where(eq(people.id, mia.personId));
  });
}

test("a day by which the claim is checked is said only where the organisation promises one, counted in working days", async () => {
  expect(valueOf(await myClaim(now(), mia)).checkBy).toBeNull();
  await setPolicies(now(), organisationId, { checkDays: "5" });
  // Sent on a Tuesday: five working days on is the next Tuesday.
  expect(valueOf(await myClaim(now(), mia)).checkBy).toBe("2026-11-10");
  await setPolicies(now(), organisationId, { checkDays: "soon" });
  expect(valueOf(await myClaim(now(), mia)).checkBy).toBeNull();
});

test("how they hear is what they like, where it can be done: a letter where no mail server carries an email", async () => {
  expect(await toldOfPayingBy(now(), mia)).toBe("letter");
  expect(await toldOfPayingBy({ ...now(), mailIsSet: true }, mia)).toBe("email");
  await reach({ address: "" });
  expect(await toldOfPayingBy(now(), mia)).toBe("another-way");
  await reach({ preferredContact: "text", phone: "07700 900 111" });
  expect(await toldOfPayingBy(now(), mia)).toBe("text");
  await reach({ preferredContact: "phone" });
  expect(await toldOfPayingBy(now(), mia)).toBe("phone");
  await reach({ email: "", phone: "" });
  expect(await toldOfPayingBy(now(), mia)).toBe("no-way");
});

test("four sentences say what happens next, and none promises a day nobody knows", () => {
  const known = {
    contact: "Asha Grewal",
    payBy: calendarDateOf("2026-11-17"),
    checkBy: calendarDateOf("2026-11-10"),
    told: "letter",
  } as const;
  expect(afterSending(known)).toEqual([
    "The payments team checks it by Tuesday 10 November 2026.",
    "A second person agrees it.",
    "The money should reach you by Tuesday 17 November 2026. We tell you by letter on the day we pay.",
    "If it is late, contact Asha Grewal. You can see where it is at any time.",
  ]);
  expect(afterSending({ ...known, payBy: null, checkBy: null }).join(" ")).not.toMatch(/\d{4}/u);
});

test("whoever sets up a meeting without costs reads the organisation's own policy, and nothing is made up where there is none", async () => {
  const actor = { organisationId };
  expect(withoutCostsSentence(await policyWithoutCosts(now(), actor))).toBe("Without expenses some people cannot afford to come.");
  await setPolicies(now(), organisationId, { withoutCosts: "We always pay travel" });
  expect(withoutCostsSentence(await policyWithoutCosts(now(), actor))).toBe(
    "Without expenses some people cannot afford to come. Your organisation’s policy says: We always pay travel.",
  );
});
