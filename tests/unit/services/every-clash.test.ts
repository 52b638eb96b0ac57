// Each of the clashes, from the answers of two people (or the link between them, the room and the times) to the ways out, what each
// needs and whom it leaves worse off, and to the plan once a way is chosen. Nobody is ever named.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clashIds, clashOf, type Clash, type ClashId } from "#app/domain/access/conflicts.ts";
import { followUpIds, followUpOf } from "#app/domain/access/follow-ups.ts";
import { onlineFeatures } from "#app/domain/access/online-features.ts";
import { supports } from "#app/domain/access/supports.ts";
import { optionOf, type OptionId } from "#app/domain/access/topic-options.ts";
import { topics } from "#app/domain/access/topics.ts";
import { worseOffBy } from "#app/domain/access/ways-out.ts";
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import { paperOfMeeting } from "#app/services/documents.server.ts";
import { keepApart } from "#app/services/kept-apart.server.ts";
import { createWholeMeeting, type SavedMeeting } from "#app/services/meetings.server.ts";
import { decideClash, previewOfTelling } from "#app/services/plan-decisions.server.ts";
import type { ClashView, PlanView } from "#app/services/plan-view.ts";
import { planFor } from "#app/services/plan.server.ts";
import { planPaperIds } from "#app/services/plan-papers.server.ts";
import { conflictTitle } from "#app/words/conflicts.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
const context = (): Context => ({ ...opened.context(), mailIsSet: true });

beforeAll(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Harbour Trust", email: "asha@example.org" });
});
afterAll(() => opened.close());

/** Every choice that stands on a page of the attendee's. */
const onPages: readonly OptionId[] = [
  ...topics.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions.flatMap(({ options }) => options))),
  ...followUpIds.map(followUpOf).flatMap((asked) => ("options" in asked ? asked.options : [])),
];

/** What a person ticks on their pages to ask for something: the choice of that name, or one that means it. */
function choiceFor(requirement: string): OptionId {
  const means = onPages.filter((id) => optionOf(id).requirements.some((one) => one === requirement));
  const chosen = means.find((id) => id === requirement) ?? means[0];
  if (chosen === undefined) throw new Error(`No choice asks for ${requirement}`);
  return chosen;
}

/** One from each side; of a clash with itself, twice the same. */
function pairOf({ one, other }: Clash): readonly [string, string] {
  const [first = ""] = one;
  return [first, other.find((id) => id !== first) ?? first];
}

let made = 0;
async function raised(
  id: ClashId,
): Promise<{ readonly meeting: SavedMeeting; readonly people: readonly Attendee[]; readonly markers: readonly string[] }> {
  const meeting = await createWholeMeeting(opened.context(), asha, {
    name: "Garden planning group",
    about: "We plan the new garden.",
    asked: "Say what you would like.",
    contact: { kind: "staff", staffId: asha.staffId },
    mode: "in-person",
    when: { kind: "known", date: calendarDateOf("2027-02-02"), startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf("15:30") },
    breaks: { everyMinutes: 45, minutes: 15 },
    what: { agenda: [{ title: "Ideas", minutes: 160 }], expectedPeople: 8, foodServed: true, parallelGroups: 0, conditions: [] },
    where: { place: { kind: "new", name: "Kiln Hall", address: "1 Kiln Lane\nLeeds", email: "hall@example.org" }, conditions: [] },
    payment: { offered: "nothing", costs: [], costsOther: "", budgetCode: "" },
  });
  made += 1;
  const markers = [`Zqxone${String(made)}`, `Zqxother${String(made)}`];
  const people: Attendee[] = [];
  for (const [at, requirement] of pairOf(clashOf(id)).entries()) {
    people.push(
      await somebodyAsks(opened.context(), asha, meeting, `Ada ${markers[at] ?? ""}`, [
        { id: choiceFor(requirement), strength: "essential" },
      ]),
    );
  }
  if (clashOf(id).rule === "coordinator-link") {
    const [one, other] = people.map(({ personId }) => personId);
    const kept = await keepApart(opened.context(), asha, meeting.reference, { one: one ?? "", other: other ?? "", note: "Zqxnote" });
    if (!kept.ok) throw new Error(kept.refusal);
  }
  return { meeting, people, markers };
}

async function planOf({ reference }: SavedMeeting): Promise<PlanView> {
  const plan = await planFor(context(), asha, reference);
  if (!plan.ok) throw new Error(plan.refusal);
  return plan.value;
}

function clashIn(plan: PlanView, id: ClashId): ClashView {
  const found = plan.clashes.find(({ clash }) => clash === id);
  if (found === undefined) throw new Error(`${id} is not raised`);
  return found;
}

const isWorse = (who: string): boolean => ["one", "other", "both"].includes(who);

describe("each clash, through the services of the pages", { timeout: 120_000 }, () => {
  test("there are thirty-one, with two ways out or more each", () => {
    expect(clashIds).toHaveLength(31);
    for (const id of clashIds) expect(clashOf(id).waysOut.length, id).toBeGreaterThanOrEqual(2);
  });

  test.each(clashIds.map((id) => [id]))("%s", async (id) => {
    const { meeting, people, markers } = await raised(id);
    const clash = clashOf(id);
    const first = clashIn(await planOf(meeting), id);
    expect([first.people, first.state]).toEqual([2, "to-sort-out"]);
    expect(first.isHandled).toBe(clash.kind === "arrangement");

    // The ways out, easiest first as the catalogue has them, with what each needs and whom it leaves worse off.
    expect(first.waysOut.map(({ way }) => way.id)).toEqual(clash.waysOut.map((way) => way.id));
    for (const { way, needs, worseOff } of first.waysOut) {
      expect(needs.map((need) => need.id)).toEqual(way.needs);
      expect(worseOff.who).toBe(worseOffBy[id][way.id]);
      // Of two who must not meet, one may have asked for nothing: then nobody can be said to have asked for more.
      if (isWorse(worseOff.who) && clash.rule !== "coordinator-link") expect(worseOff.people, way.id).toBeGreaterThan(0);
      if (!isWorse(worseOff.who)) expect(worseOff.people).toBe(0);
    }

    // Each way, once chosen, is part of the plan: what it needs is checked, asked of the venue and booked.
    for (const [version, way] of clash.waysOut.entries()) {
      const choice = {
        state: "agreed" as const,
        way: way.id,
        otherWay: "",
        asked: "both" as const,
        agreedBy: "everybody" as const,
        role: "The chair",
        evidence: "Both said yes by phone on 20 November",
        message: "",
      };
      const decided = await decideClash(context(), asha, { reference: meeting.reference, clash: id, version }, choice);
      expect(decided.ok, way.id).toBe(true);
      const plan = await planOf(meeting);
      const { agreed } = clashIn(plan, id);
      const [only] = agreed;
      expect(agreed).toHaveLength(1);
      expect([only?.way, only?.isSecured]).toEqual([way.id, true]);
      const wanted = way.needs.map((need) =>
        Object.hasOwn(supports, need)
          ? `booking ${need}`
          : Object.hasOwn(onlineFeatures, need)
            ? `online ${need}`
            : `venue-feature ${need}`,
      );
      expect(only?.demands.map(({ key }) => key).toSorted()).toEqual(wanted.toSorted());
      for (const { demand, finding } of only?.demands ?? []) {
        if (demand.kind === "booking")
          expect(plan.bookings.find(({ support }) => support === demand.support)?.needed?.quantity).toBeGreaterThan(0);
        if (demand.kind === "venue-feature") expect(plan.venueQuestions.map(({ feature }) => feature)).toContain(demand.feature);
        // Nothing was booked, and nobody has said anything of the venue.
        if (demand.kind !== "online") expect(finding).toBe("unknown");
      }
    }

    // What holds the plan back is on the list of what to do; what is handled by itself, or in place, is not.
    const last = await planOf(meeting);
    const missing = clashIn(last, id).agreed.some(({ demands }) => demands.some(({ finding }) => finding !== "met"));
    const toDo = last.toDos.filter((one) => "clash" in one && one.clash === id).map(({ kind }) => kind);
    expect(toDo).toEqual(missing && clash.kind !== "arrangement" ? ["clash-way-open"] : []);

    // Nobody is named: not on the plan, not in what would be sent, not on any paper that can be printed of it.
    const secrets = [...markers, "Zqxnote", ...people.flatMap(({ personId, invitationId }) => [personId, invitationId])];
    const told = await previewOfTelling(context(), asha, { reference: meeting.reference, clash: id }, "We found a way for everybody.");
    const isSecret = clash.rule === "coordinator-link";
    expect(told.ok ? "shown" : told.refusal).toBe(isSecret ? "not-to-be-told" : "shown");
    const papers = await Promise.all(
      planPaperIds.map(
        async (paper) => [paper, await paperOfMeeting(context(), asha, meeting.reference, { id: paper, showsClashes: true })] as const,
      ),
    );
    const written = { plan: await planOf(meeting), told, papers: papers.filter(([paper]) => paper !== "access-plan") };
    for (const secret of secrets) expect(JSON.stringify(written).includes(secret), secret).toBe(false);
    const [, forVenue] = papers.find(([paper]) => paper === "plan-for-venue") ?? [];
    expect(forVenue?.ok && JSON.stringify(forVenue.value).includes(conflictTitle[id])).toBe(false);
    if (isSecret)
      for (const [paper, doc] of papers) expect(doc.ok && JSON.stringify(doc.value).includes(conflictTitle[id]), paper).toBe(false);
    // The coordinator's own file says who asked for what, to those who gave their name; what was written about a pair is not in it.
    const [, file] = papers.find(([paper]) => paper === "access-plan") ?? [];
    expect(JSON.stringify(file)).not.toContain("Zqxnote");
  });
});
