// What each step of the access questions shows, as plain data.
import { followUpOf, yesNoAnswers, yesNoLabels, type FollowUpId } from "#app/domain/access/follow-ups.ts";
import { addressOf, stepsOf, type JourneyStep } from "#app/domain/access/journey.ts";
import { cannotBeArranged, choiceOf, choicesFor, readerIds, readingOf } from "#app/domain/access/sharing.ts";
import { topicsWithAnswers } from "#app/domain/access/topic-answers.ts";
import { optionOf, type OptionId } from "#app/domain/access/topic-options.ts";
import type { TopicId } from "#app/domain/access/topic-options.ts";
import {
  anythingElseLabel,
  itemsOf,
  nothingNeeded,
  openQuestions,
  topicOf,
  topics,
  topicsQuestion,
  type OpenQuestionId,
} from "#app/domain/access/topics.ts";
import { addDays } from "#app/domain/basics/dates.ts";
import type { MyPage } from "#app/services/my-meeting.server.ts";
import { sharedOf, type AccessAnswers, type OwnAnswers } from "#app/services/needs.server.ts";
import {
  answerLine,
  cannotArrangeText,
  choiceLabel,
  everyoneQuestion,
  keepAnswers,
  keptUntil,
  privateByDefault,
  readerHeading,
  readingText,
  sharingHeading,
  sharingIntro,
  whatTheyRead,
} from "#app/words/sharing.ts";
import { noteReaderLabels, noteReaders, noteTitle, strengthLabels, strengths, takenBackSentence } from "./words.ts";
import { counted } from "#app/words/format.ts";

export type Choice = { readonly value: string; readonly label: string; readonly hint?: string };
export type FieldView = {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly kind: "text" | "long" | "radios";
  readonly value: string;
  readonly options: readonly Choice[];
};
export type QuestionView = {
  readonly name: string;
  readonly legend: string;
  readonly kind: "checkboxes" | "radios";
  readonly options: readonly Choice[];
  readonly values: readonly string[];
};

export type StepView =
  | {
      readonly kind: "topics";
      readonly legend: string;
      readonly hint: string;
      readonly options: readonly Choice[];
      readonly orElse: Choice;
      readonly values: readonly string[];
      /** Said where something was told that unticking takes back. */
      readonly takesBack: string | null;
    }
  | {
      readonly kind: "page";
      readonly topic: TopicId;
      readonly title: string;
      readonly questions: readonly QuestionView[];
      readonly fields: readonly FieldView[];
      /** Null where the room for own words comes on a later part. */
      readonly note: string | null;
      readonly noteLabel: string;
      readonly more: readonly { readonly href: string; readonly text: string }[];
    }
  | { readonly kind: "open"; readonly title: string; readonly fields: readonly FieldView[] }
  | { readonly kind: "follow-up"; readonly question: QuestionView | null; readonly field: FieldView | null; readonly title: string }
  | { readonly kind: "essential"; readonly items: readonly QuestionView[] }
  | {
      readonly kind: "sharing";
      readonly heading: string;
      readonly intro: string;
      readonly announced: string;
      readonly boxTitle: string;
      readonly readers: readonly {
        readonly id: string;
        readonly heading: string;
        readonly opening: string;
        readonly lines: readonly string[];
        readonly choice: QuestionView | null;
        readonly cost: string;
      }[];
      readonly notes: { readonly texts: readonly string[]; readonly question: QuestionView } | null;
      readonly everyone: FieldView;
      readonly keptUntil: string;
      readonly keep: QuestionView;
    }
  | {
      readonly kind: "check";
      readonly rows: readonly AnswerRow[];
      readonly untold: readonly { readonly text: string; readonly address: string }[];
      readonly nothing: string | null;
      readonly planner: string;
      readonly isSent: boolean;
    }
  | { readonly kind: "done"; readonly planner: string; readonly hasPayment: boolean };

/** The data one step's page is drawn from. */
export function viewOfStep(
  step: JourneyStep | { readonly kind: "done" },
  { answers, sentAt, hasChanges }: OwnAnswers,
  page: MyPage,
  keptDays: number,
): StepView {
  switch (step.kind) {
    case "topics":
      return {
        kind: "topics",
        legend: topicsQuestion.legend,
        hint: topicsQuestion.hint,
        options: topics
          .filter((topic) => topic.onlyWhen === undefined || page.meeting.mode !== "in-person")
          .map(({ id, title, hint }) => ({ value: id, label: title, ...(hint === undefined ? {} : { hint }) })),
        orElse: { value: nothingNeeded.id, label: nothingNeeded.label },
        values: answers.needsNothing ? [nothingNeeded.id] : answers.topics,
        takesBack: takenBackSentence(
          topics
            .filter(
              ({ id, onlyWhen }) =>
                topicsWithAnswers(answers).includes(id) && (onlyWhen === undefined || page.meeting.mode !== "in-person"),
            )
            .map(({ title }) => title),
        ),
      };
    case "page":
      return step.page.id === "else" ? openView(answers) : pageView(step, answers);
    case "follow-up": {
      const asked = followUpOf(step.question);
      const isChoice = asked.kind === "radios" || asked.kind === "checkboxes";
      return {
        kind: "follow-up",
        title: asked.question,
        question: isChoice ? questionView("answer", asked.question, asked.kind, asked.options, answers) : null,
        field: isChoice ? null : fieldView("answer", step.question, answers),
      };
    }
    case "essential":
      return {
        kind: "essential",
        items: step.options.map((id) => ({
          name: `strength_${id}`,
          legend: optionOf(id).name,
          kind: "radios" as const,
          options: strengths.map((value) => ({ value, label: strengthLabels[value] })),
          values: [answers.chosen.find((one) => one.id === id)?.strength ?? ""],
        })),
      };
    case "sharing":
      return sharingView(answers, page, keptDays);
    case "check":
      return checkView(answers, page, sentAt !== null && !hasChanges);
    case "done":
      return { kind: "done", planner: page.meeting.coordinatorName, hasPayment: page.payment !== "nothing-offered" };
  }
}

function pageView({ page, topic, isPartial = false }: Extract<JourneyStep, { kind: "page" }>, answers: AccessAnswers): StepView {
  const others = topicOf(topic).pages.filter((other) => other.isMore === true && other.id !== page.id);
  const isLast =
    topicOf(topic)
      .pages.filter((other) => other.isMore !== true)
      .at(-1)?.id === page.id;
  return {
    kind: "page",
    topic,
    title: page.title,
    questions: page.questions.map((question) => questionView(question.id, question.legend, question.kind, question.options, answers)),
    fields: (page.fields ?? []).map((id) => fieldView(`field_${id}`, id, answers)),
    note: isPartial ? null : (answers.notes.find((note) => note.about === topic)?.text ?? ""),
    noteLabel: anythingElseLabel,
    more: !isPartial && (isLast || page.isMore === true) ? others.map((other) => ({ href: other.id, text: other.title })) : [],
  };
}

function openView(answers: AccessAnswers): StepView {
  return {
    kind: "open",
    title: "Something else",
    fields: (Object.entries(openQuestions) as [OpenQuestionId, string][]).map(([id, label]) => ({
      name: id,
      label,
      hint: null,
      kind: "long" as const,
      value: answers.notes.find((note) => note.about === id)?.text ?? "",
      options: [],
    })),
  };
}

function questionView(
  name: string,
  legend: string,
  kind: "checkboxes" | "radios",
  options: readonly OptionId[],
  answers: AccessAnswers,
): QuestionView {
  const chosen = answers.chosen.map(({ id }) => id);
  return {
    name,
    legend,
    kind,
    options: options
      .map(optionOf)
      .filter((option) => option.onlyWhen === undefined || chosen.includes(option.id))
      .map(({ id, label, hint }) => ({ value: id, label, ...(hint === undefined ? {} : { hint }) })),
    values: options.filter((id) => chosen.includes(id)),
  };
}

function fieldView(name: string, id: FollowUpId, answers: AccessAnswers): FieldView {
  const asked = followUpOf(id);
  const value = answers.followUps[id];
  const isYesNo = asked.kind === "yes-no";
  return {
    name,
    label: asked.question,
    hint: asked.hint ?? null,
    kind: isYesNo ? "radios" : asked.kind === "long" || asked.kind === "dates" ? "long" : "text",
    value: value === undefined ? "" : asked.kind === "length" && typeof value === "number" ? String(value / 10) : String(value),
    options: isYesNo ? yesNoAnswers.map((answer) => ({ value: answer, label: yesNoLabels[answer] })) : [],
  };
}

function sharingView(answers: AccessAnswers, page: MyPage, keptDays: number): StepView {
  const person = sharedOf(page.fullName, answers);
  const { coordinatorName, date } = page.meeting;
  return {
    kind: "sharing",
    heading: sharingHeading,
    intro: sharingIntro,
    announced: privateByDefault,
    boxTitle: whatTheyRead,
    readers: readerIds
      .filter((reader) => reader !== "finance" && reader !== "other-attendees")
      .map((reader) => {
        const { opening, lines } = readingText(readingOf(person, reader));
        const offered = choicesFor(person, reader);
        return {
          id: reader,
          heading: readerHeading(reader, coordinatorName),
          opening,
          lines,
          choice:
            offered.length < 2
              ? null
              : {
                  name: `share_${reader}`,
                  legend: `What may we share with: ${readerHeading(reader, coordinatorName)}?`,
                  kind: "radios",
                  options: offered.map((value) => ({ value, label: choiceLabel[value] })),
                  values: [choiceOf(person, reader)],
                },
          cost: cannotArrangeText(reader, cannotBeArranged(person, reader, "do-not-share"), coordinatorName),
        };
      }),
    notes:
      answers.notes.length === 0
        ? null
        : {
            texts: answers.notes.map((note) => note.text),
            question: {
              name: "noteReaders",
              legend: "Who else may read what you wrote in your own words?",
              kind: "checkboxes",
              options: noteReaders.map((value) => ({ value, label: noteReaderLabels[value] })),
              values: [...new Set(answers.notes.flatMap((note) => note.mayRead))],
            },
          },
    everyone: { name: "forEveryone", label: everyoneQuestion, hint: null, kind: "long", value: answers.forEveryone, options: [] },
    keptUntil:
      date === null
        ? `Kept until ${counted(keptDays, "day", "days")} after the meeting. After that we delete it, unless you ask us to keep it for next time.`
        : keptUntil(addDays(date, keptDays)),
    keep: {
      name: "keep",
      legend: "What should we do with your answers after that?",
      kind: "radios",
      options: [
        { value: "keep", label: keepAnswers.keep },
        { value: "erase", label: keepAnswers.erase },
      ],
      values: [answers.keep],
    },
  };
}

export type AnswerRow = { readonly topic: TopicId; readonly name: string; readonly lines: readonly string[]; readonly address: string };

/** What somebody told us, topic by topic, in the words they chose. */
export function answerRows(answers: AccessAnswers): readonly AnswerRow[] {
  const steps = stepsOf(answers);
  const items = itemsOf(answers.chosen);
  // Whatever is sent is shown, also under a topic that was unticked before unticking took its answers back.
  const told = topicsWithAnswers(answers);
  return topics
    .filter((topic) => (answers.topics.includes(topic.id) || told.includes(topic.id)) && !answers.needsNothing)
    .map((topic) => {
      const offered = topic.pages.flatMap((one) => one.questions.flatMap((question) => question.options));
      const onThePages = topic.pages.flatMap((one) => one.fields ?? []);
      const asked = [...onThePages, ...steps.flatMap((step) => (step.kind === "follow-up" ? [step.question] : []))]
        .map(followUpOf)
        .filter((one) => one.topic === topic.id);
      const followUpOptions = asked.flatMap((one) => ("options" in one ? one.options : []));
      const chosen = items.filter(({ id }) => offered.includes(id) || followUpOptions.includes(id));
      const notes = answers.notes.filter((note) => note.about === topic.id || (topic.id === "else" && note.about in openQuestions));
      const typed = asked.flatMap(({ id }) => {
        const answer = answers.followUps[id];
        return answer === undefined ? [] : [answerLine(id, answer)];
      });
      return {
        topic: topic.id,
        name: topic.title,
        lines: [
          ...chosen.map(({ id, strength }) =>
            strength === undefined ? optionOf(id).name : `${optionOf(id).name}: ${strengthLabels[strength]}`,
          ),
          ...typed,
          ...notes.map((note) => (note.about === topic.id ? `“${note.text}”` : `${noteTitle(note.about)} “${note.text}”`)),
        ],
        address: topic.pages[0]?.id ?? "topics",
      };
    });
}

function checkView(answers: AccessAnswers, page: MyPage, isSent: boolean): StepView {
  const rows = answerRows(answers);
  const untold = answers.needsNothing
    ? []
    : topics.filter((topic) => !answers.topics.includes(topic.id) && (topic.onlyWhen === undefined || page.meeting.mode !== "in-person"));
  return {
    kind: "check",
    rows,
    untold: untold.map((topic) => ({ text: topic.title, address: addressOf({ kind: "topics" }) })),
    nothing: answers.needsNothing ? nothingNeeded.onCheckPage : null,
    planner: page.meeting.coordinatorName,
    isSent,
  };
}
