// Reads the form of one step of the access questions into a change of the person's answers.
import { z } from "zod";
import { followUpOf, readFollowUp, type FollowUpId } from "#app/domain/access/follow-ups.ts";
import type { JourneyStep } from "#app/domain/access/journey.ts";
import { choicesFor, readerIds, type ReaderId } from "#app/domain/access/sharing.ts";
import { withoutTopics } from "#app/domain/access/topic-answers.ts";
import { topicIds, type OptionId } from "#app/domain/access/topic-options.ts";
import { nothingNeeded, openQuestions, type ChosenOption, type OpenQuestionId, type Strength } from "#app/domain/access/topics.ts";
import { sharedOf, type AccessAnswers } from "#app/services/needs.server.ts";
import { choices, longText, optionalChoice } from "#app/web/form-fields.ts";
import { noteReaders, strengths } from "./words.ts";

type Change = (answers: AccessAnswers) => AccessAnswers;
export type StepForm = { readonly schema: z.ZodType<{ change: Change; version: number }> };

const version = z.coerce.number().int().nonnegative();

/** The schema of a step's form. Its value is the change the form asks for and the version it was drawn from. */
export function formOfStep(
  step: JourneyStep,
  answers: AccessAnswers,
  { fullName, isOnlineOffered }: { readonly fullName: string; readonly isOnlineOffered: boolean },
): z.ZodType<{ readonly change: Change; readonly version: number }> {
  switch (step.kind) {
    case "topics":
      return topicsForm(isOnlineOffered);
    case "page":
      return step.page.id === "else" ? openForm : pageForm(step);
    case "follow-up":
      return followUpForm(step.question);
    case "essential":
      return essentialForm(step.options);
    case "sharing":
      return sharingForm(answers, fullName);
    case "check":
      return z.strictObject({ version }).transform(({ version: at }) => ({ version: at, change: (before: AccessAnswers) => before }));
  }
}

// What was said under a topic goes with it, as the page says; a topic that is not offered for this meeting stays as it was.
function topicsForm(isOnlineOffered: boolean) {
  return z
    .strictObject({ version, topics: choices([...topicIds, nothingNeeded.id]) })
    .refine(({ topics }) => !topics.includes(nothingNeeded.id) || topics.length === 1, {
      message: nothingNeeded.mixedError,
      path: ["topics"],
    })
    .transform(({ version: at, topics }) => ({
      version: at,
      change: (answers: AccessAnswers): AccessAnswers => {
        const isAsked = (id: (typeof topicIds)[number]): boolean => id !== "online" || isOnlineOffered;
        const without = withoutTopics(
          answers,
          topicIds.filter((id) => isAsked(id) && !topics.includes(id)),
        );
        return {
          ...without,
          topics: topicIds.filter((id) => topics.includes(id) || without.topics.includes(id)),
          needsNothing: topics.includes(nothingNeeded.id),
        };
      },
    }));
}

function pageForm({ page, topic, isPartial = false }: Extract<JourneyStep, { kind: "page" }>) {
  const questions = page.questions.map(
    (question) => [question.id, question.kind === "radios" ? optionalChoice(question.options) : choices(question.options)] as const,
  );
  const fields = (page.fields ?? []).map((id) => [fieldName(id), typedFollowUp(id)] as const);
  return z
    .strictObject({ version, note: longText("your answer"), ...Object.fromEntries(questions), ...Object.fromEntries(fields) })
    .transform((given: Readonly<Record<string, unknown>>) => ({
      version: given["version"] as number,
      change: (answers: AccessAnswers): AccessAnswers => {
        const offered = page.questions.flatMap((question) => question.options);
        const ticked = page.questions.flatMap((question) => [given[question.id] ?? []].flat() as OptionId[]);
        return {
          ...answers,
          chosen: withChoices(answers.chosen, offered, ticked),
          followUps: { ...answers.followUps, ...valuesOf(page.fields ?? [], given) },
          notes: isPartial ? answers.notes : withNote(answers.notes, topic, given["note"] as string),
        };
      },
    }));
}

const openIds = Object.keys(openQuestions) as readonly OpenQuestionId[];

const openForm = z
  .strictObject({ version, ...Object.fromEntries(openIds.map((id) => [id, longText("your answer")])) })
  .transform((given: Readonly<Record<string, unknown>>) => ({
    version: given["version"] as number,
    change: (answers: AccessAnswers): AccessAnswers => ({
      ...answers,
      notes: openIds.reduce((notes, id) => withNote(notes, id, given[id] as string), answers.notes),
    }),
  }));

function followUpForm(question: FollowUpId) {
  const asked = followUpOf(question);
  if (asked.kind === "radios" || asked.kind === "checkboxes") {
    const options = asked.options;
    return z
      .strictObject({ version, answer: asked.kind === "radios" ? optionalChoice(options) : choices(options) })
      .transform(({ version: at, answer }) => ({
        version: at,
        change: (answers: AccessAnswers): AccessAnswers => ({
          ...answers,
          chosen: withChoices(answers.chosen, options, [answer ?? []].flat()),
        }),
      }));
  }
  return z.strictObject({ version, answer: typedFollowUp(question) }).transform(({ version: at, answer }) => ({
    version: at,
    change: (answers: AccessAnswers): AccessAnswers => ({
      ...answers,
      followUps: { ...answers.followUps, ...valuesOf([question], { [fieldName(question)]: answer }) },
    }),
  }));
}

function essentialForm(options: readonly OptionId[]) {
  return z
    .strictObject({ version, ...Object.fromEntries(options.map((id) => [`strength_${id}`, optionalChoice(strengths)])) })
    .transform((given: Readonly<Record<string, unknown>>) => ({
      version: given["version"] as number,
      change: (answers: AccessAnswers): AccessAnswers => ({
        ...answers,
        chosen: answers.chosen.map((one) => {
          if (!options.includes(one.id)) return one;
          const strength = given[`strength_${one.id}`] as Strength | undefined;
          return strength === undefined ? { id: one.id } : { id: one.id, strength };
        }),
      }),
    }));
}

function sharingForm(before: AccessAnswers, fullName: string) {
  const person = sharedOf(fullName, before);
  const fields = readerIds
    .filter((reader) => choicesFor(person, reader).length > 1)
    .map((reader) => [`share_${reader}`, optionalChoice(choicesFor(person, reader))] as const);
  return z
    .strictObject({
      version,
      forEveryone: longText("your answer", { max: 500 }),
      keep: optionalChoice(["keep", "erase"]),
      noteReaders: choices(noteReaders),
      ...Object.fromEntries(fields),
    })
    .transform((given) => ({
      version: given.version,
      change: (answers: AccessAnswers): AccessAnswers => ({
        ...answers,
        choices: Object.fromEntries(
          readerIds.flatMap((reader: ReaderId) => {
            const choice = (given as Readonly<Record<string, unknown>>)[`share_${reader}`];
            return choice === undefined ? [] : [[reader, choice]];
          }),
        ),
        notes: answers.notes.map((note) => ({ ...note, mayRead: given.noteReaders })),
        forEveryone: given.forEveryone,
        keep: given.keep ?? answers.keep,
      }),
    }));
}

/** The name of a typed follow-up that stands on a topic's own page. */
export function fieldName(id: FollowUpId): string {
  return `field_${id}`;
}

function typedFollowUp(id: FollowUpId) {
  return z
    .string()
    .default("")
    .transform((typed, context) => {
      const read = readFollowUp(id, typed);
      if (read.ok) return read.value;
      context.addIssue({ code: "custom", message: read.refusal });
      return z.NEVER;
    });
}

function valuesOf(ids: readonly FollowUpId[], given: Readonly<Record<string, unknown>>): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const id of ids) {
    const value = given[fieldName(id)];
    // An emptied box is taken back: undefined leaves no key behind once it is stored.
    values[id] = (typeof value === "string" || typeof value === "number" ? value : undefined) as string;
  }
  return values;
}

// What was ticked before keeps its strength; what this page offers and is not ticked any more is taken back.
function withChoices(chosen: readonly ChosenOption[], offered: readonly OptionId[], ticked: readonly OptionId[]): readonly ChosenOption[] {
  const kept = chosen.filter(({ id }) => !offered.includes(id) || ticked.includes(id));
  const added = ticked.filter((id) => !kept.some((one) => one.id === id)).map((id) => ({ id }));
  return [...kept, ...added];
}

function withNote(notes: AccessAnswers["notes"], about: AccessAnswers["notes"][number]["about"], text: string): AccessAnswers["notes"] {
  const mayRead = notes.find((note) => note.about === about)?.mayRead ?? [];
  const others = notes.filter((note) => note.about !== about);
  return text === "" ? others : [...others, { about, text, mayRead }];
}
