// The page on which people check what they told us before they send it: everything they typed is on it, as its readers will read it.
import { expect, test } from "vitest";
import { followUpIds, followUpOf, readFollowUp, type FollowUpId } from "#app/domain/access/follow-ups.ts";
import { topicIds } from "#app/domain/access/topic-options.ts";
import { answerRows } from "#app/routes/my.m.$ref.access.$step/view.server.ts";
import type { AccessAnswers } from "#app/services/needs.server.ts";
import { answerLine } from "#app/words/sharing.ts";

const typedInto: Readonly<Record<string, string>> = {
  text: "Zqx words",
  long: "Zqx longer words",
  length: "68 cm",
  time: "12pm",
  breaks: "12:30pm for 15 minutes",
  dates: "4 March 2027",
  "yes-no": "yes",
};

const isTyped = (id: FollowUpId): boolean => !["radios", "checkboxes"].includes(followUpOf(id).kind);

function saying(id: FollowUpId): AccessAnswers {
  const asked = followUpOf(id);
  const read = readFollowUp(id, asked.kind === "number" ? String(asked.to) : (typedInto[asked.kind] ?? ""));
  if (!read.ok || read.value === null) throw new Error(`Nothing to type into ${id}`);
  return {
    topics: [...topicIds],
    needsNothing: false,
    chosen: asked.askedWhen === "on-the-page" ? [] : [{ id: asked.askedWhen[0] }],
    followUps: { [id]: read.value },
    notes: [],
    forEveryone: "",
    choices: {},
    keep: "erase",
    filledBy: null,
    helper: "",
    visited: [],
  };
}

test.each(followUpIds.filter(isTyped).map((id) => [id]))(
  "what somebody typed into %s is on the page they check before they send it",
  (id) => {
    const answers = saying(id);
    const rows = answerRows(answers);
    expect(rows.find(({ topic }) => topic === followUpOf(id).topic)?.lines).toContain(answerLine(id, answers.followUps[id]!));
    expect(rows.flatMap(({ lines }) => lines).filter((line) => line === answerLine(id, answers.followUps[id]!))).toHaveLength(1);
  },
);

test("a time that stands on a topic's own page is shown like any other, in words people use", () => {
  const rows = answerRows(saying("finished-by"));
  expect(rows.find(({ topic }) => topic === "running")?.lines).toEqual(["Finished by: midday"]);
});
