// What each page of feedback asks, as a form and as fields to draw.
import { z } from "zod";
import { isAskedId, type AskedId } from "#app/domain/access/asked.ts";
import { gotAnswers, howMuch, toTellMoreOf, type FeedbackAnswers, type FeedbackStep } from "#app/domain/meetings/feedback.ts";
import { longText, optionalChoice } from "#app/web/form-fields.ts";
import { feedbackHints, feedbackQuestions, gotLabels, gotQuestion, heardLabels, saidLabels } from "#app/words/feedback.ts";
import { requirementName } from "#app/words/requirements.ts";

const yesNo = ["yes", "no"] as const;

type Choice = { readonly value: string; readonly label: string };
export type FieldOfStep =
  | {
      readonly kind: "radios";
      readonly name: string;
      readonly label: string;
      readonly hint?: string;
      readonly options: readonly Choice[];
      readonly value: string;
    }
  | { readonly kind: "words"; readonly name: string; readonly label: string; readonly value: string };

const choicesOf = <Id extends string>(labels: Readonly<Record<Id, string>>): readonly Choice[] =>
  (Object.entries(labels) as [Id, string][]).map(([value, label]) => ({ value, label }));

const asYesNo = (said: boolean | null): string => (said === null ? "" : said ? "yes" : "no");

const families: Readonly<Partial<Record<FeedbackStep, string>>> = { got: "got-", "what-happened": "happened-" };

/**
 * What a posted page asked about, by the names of its fields. It can be more than somebody is asked about now: what they need may have
 * been erased, or changed in another window, since the page was drawn. What they typed is kept all the same.
 */
export function askedOnPage(step: FeedbackStep, fields: readonly string[]): readonly AskedId[] {
  const family = families[step];
  if (family === undefined) return [];
  return fields
    .filter((name) => name.startsWith(family))
    .map((name) => name.slice(family.length))
    .filter(isAskedId);
}

/** The fields of a page, filled with what was answered before. `also` is what a posted page asked about. */
export function fieldsOf(
  step: FeedbackStep,
  { asked: now, answers }: { readonly asked: readonly AskedId[]; readonly answers: FeedbackAnswers },
  wording: "standard" | "easy",
  also: readonly AskedId[] = [],
): readonly FieldOfStep[] {
  const asked = [...new Set([...now, ...also])];
  const label = (of: keyof typeof feedbackQuestions): string => feedbackQuestions[of][wording];
  switch (step) {
    case "got":
      return asked.map((requirement) => ({
        kind: "radios",
        name: `got-${requirement}`,
        label: gotQuestion(requirement),
        options: choicesOf(gotLabels),
        value: answers.got[requirement] ?? "",
      }));
    case "what-happened":
      return [...new Set([...toTellMoreOf(asked, answers), ...also])].map((requirement) => ({
        kind: "words",
        name: `happened-${requirement}`,
        label: `${requirementName[requirement]}: what happened?`,
        value: answers.happened[requirement] ?? "",
      }));
    case "said":
      return [{ kind: "radios", name: "said", label: label("said"), options: choicesOf(saidLabels), value: answers.said ?? "" }];
    case "heard":
      return [{ kind: "radios", name: "heard", label: label("heard"), options: choicesOf(heardLabels), value: answers.heard ?? "" }];
    case "hard":
      return [{ kind: "words", name: "hard", label: label("hard"), value: answers.hard }];
    case "saved":
      return [
        {
          kind: "radios",
          name: "saved",
          label: label("saved"),
          options: [
            { value: "no", label: "No" },
            { value: "yes", label: "Yes, show me" },
          ],
          value: answers.wantsToChange ? "yes" : "",
        },
      ];
    case "words":
      return [
        {
          kind: "radios",
          name: "words",
          label: label("words"),
          hint: feedbackHints.words[wording],
          options: [
            { value: "yes", label: "Yes" },
            { value: "no", label: "No" },
          ],
          value: asYesNo(answers.mayQuote),
        },
      ];
    case "name":
      return [
        {
          kind: "radios",
          name: "name",
          label: label("name"),
          hint: feedbackHints.name[wording],
          options: [
            { value: "no", label: "No, the organiser may see my name" },
            { value: "yes", label: "Yes, leave my name off" },
          ],
          value: answers.withName === null ? "" : answers.withName ? "no" : "yes",
        },
      ];
  }
}

type Change = (answers: FeedbackAnswers) => FeedbackAnswers;
type Said = Readonly<Record<string, unknown>>;

const oneOf = <Option extends string>(options: readonly Option[], given: unknown): Option | null =>
  options.find((option) => option === given) ?? null;
const saidYes = (given: unknown): boolean | null => (given === "yes" ? true : given === "no" ? false : null);
const textOf = (given: unknown): string => (typeof given === "string" ? given : "");

/**
 * The form of a page, and how what was said changes the answers. A question passed over counts as not answered. `also` is what the posted
 * page asked about.
 */
export function formOf(
  step: FeedbackStep,
  { asked: now, answers }: { readonly asked: readonly AskedId[]; readonly answers: FeedbackAnswers },
  also: readonly AskedId[],
): { readonly schema: z.ZodType<Said & { readonly version: number }>; readonly change: (said: Said) => Change } {
  const page = (fields: Readonly<Record<string, z.ZodType>>, change: (said: Said) => Change) => ({
    schema: z.strictObject({ ...fields, version: z.coerce.number().int().nonnegative() }),
    change,
  });
  const asked = [...new Set([...now, ...also])];
  switch (step) {
    case "got":
      return page(Object.fromEntries(asked.map((id) => [`got-${id}`, optionalChoice(gotAnswers)])), (said) => {
        const got = asked.flatMap((id) => {
          const answer = oneOf(gotAnswers, said[`got-${id}`]);
          return answer === null ? [] : [[id, answer] as const];
        });
        return (before) => ({ ...before, got: Object.fromEntries(got) });
      });
    case "what-happened": {
      const open = [...new Set([...toTellMoreOf(asked, answers), ...also])];
      return page(Object.fromEntries(open.map((id) => [`happened-${id}`, longText("what happened")])), (said) => (before) => ({
        ...before,
        happened: { ...before.happened, ...Object.fromEntries(open.map((id) => [id, textOf(said[`happened-${id}`])])) },
      }));
    }
    case "said":
      return page({ said: optionalChoice(howMuch) }, (said) => (before) => ({ ...before, said: oneOf(howMuch, said["said"]) }));
    case "heard":
      return page({ heard: optionalChoice(howMuch) }, (said) => (before) => ({ ...before, heard: oneOf(howMuch, said["heard"]) }));
    case "hard":
      return page({ hard: longText("your answer") }, (said) => (before) => ({ ...before, hard: textOf(said["hard"]) }));
    case "saved":
      return page({ saved: optionalChoice(yesNo) }, (said) => (before) => ({ ...before, wantsToChange: said["saved"] === "yes" }));
    case "words":
      return page({ words: optionalChoice(yesNo) }, (said) => (before) => ({ ...before, mayQuote: saidYes(said["words"]) }));
    case "name":
      return page({ name: optionalChoice(yesNo) }, (said) => (before) => {
        const leavesItOff = saidYes(said["name"]);
        return { ...before, withName: leavesItOff === null ? null : !leavesItOff };
      });
  }
}
