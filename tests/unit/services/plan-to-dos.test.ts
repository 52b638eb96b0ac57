// What there is to do on a plan after a venue has answered: what it does not know is not asked of it again.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { venueFeatureIds } from "#app/domain/access/venue-features.ts";
import { planFor } from "#app/services/plan.server.ts";
import { checklistOf, finishChecklist, saveChecklist } from "#app/services/venue-checklist.server.ts";
import { ownCheckAddress, ownCheckOf, recordOwnCheck } from "#app/services/venues.server.ts";
import { askedVenue, type AskedVenue } from "#tests/support/asked-venue.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { venueDesk } from "#tests/support/venue-desk.ts";

let opened: TestInstance;
let asked: AskedVenue;

beforeAll(async () => {
  opened = await testInstance();
});
afterAll(() => opened.close());
beforeEach(async () => {
  const { asha } = await venueDesk(opened);
  asked = await askedVenue(opened.context(), asha, "2026-12-10", [
    { id: "powered-wheelchair", strength: "essential" },
    { id: "leave-no-stairs", strength: "essential" },
  ]);
});

const now = () => opened.context();

async function toDo(kind: string) {
  const plan = await planFor(now(), asked.asha, asked.meeting.reference);
  if (!plan.ok) throw new Error(plan.refusal);
  return plan.value.toDos.find((one) => one.kind === kind);
}

async function everythingAsked() {
  return (await checklistOf(now(), asked.venueManager)).pages.flatMap(({ questions }) => questions.map(({ feature }) => feature));
}

async function answers(value: (feature: (typeof venueFeatureIds)[number]) => boolean | null): Promise<void> {
  const said = (await everythingAsked()).map((feature) => ({ feature, value: value(feature), note: "" }));
  if (!(await saveChecklist(now(), asked.venueManager, said)).ok) throw new Error("closed");
  if (!(await finishChecklist(now(), asked.venueManager)).ok) throw new Error("closed");
}

describe("what a venue does not know", () => {
  test("is to be found out by somebody who goes there, and is not asked of the venue again", async () => {
    expect(await toDo("check-venue")).toBeUndefined();
    await answers((feature) => (feature === "entrance-door-width" ? null : false));
    const askAgain = await toDo("ask-venue");
    expect(askAgain?.kind === "ask-venue" ? askAgain.musts : 0).toBe(0);
    expect(await toDo("check-venue")).toMatchObject({
      features: ["entrance-door-width"],
      musts: 1,
      harm: 1,
      href: ownCheckAddress(asked.venueId, "entrance-door-width"),
    });
  });

  test("is found out once somebody has measured it", async () => {
    await answers((feature) => (feature === "entrance-door-width" ? null : false));
    const measured = [{ feature: "entrance-door-width", value: 900, note: "" }] as const;
    expect((await recordOwnCheck(now(), asked.asha, asked.venueId, measured)).ok).toBe(true);
    expect(await toDo("check-venue")).toBeUndefined();
  });

  test("is asked of the venue once more where it was we who did not know", async () => {
    const unsure = (await everythingAsked()).map((feature) => ({ feature, value: null, note: "" }));
    if (!(await finishChecklist(now(), asked.venueManager)).ok) throw new Error("closed");
    expect((await recordOwnCheck(now(), asked.asha, asked.venueId, unsure)).ok).toBe(true);
    expect(await toDo("check-venue")).toBeUndefined();
    expect(await toDo("ask-venue")).toMatchObject({ venue: "Kiln Hall" });
  });

  test("has a part of the check that asks about it, for every feature", async () => {
    const check = await ownCheckOf(now(), asked.asha, asked.venueId);
    if (!check.ok) throw new Error(check.refusal);
    for (const feature of venueFeatureIds) {
      const page = check.value.pages.find(({ questions }) => questions.some((question) => question.feature === feature));
      expect(ownCheckAddress(asked.venueId, feature)).toBe(`/venues/${asked.venueId}/check/${page?.address ?? "none"}`);
    }
  });
});
