// The questions of one page of the checklist, for a venue and for staff on a visit.
import type { ReactElement } from "react";
import type { QuestionView } from "#app/services/venues.server.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Radios, Tick } from "#app/ui/choices.tsx";
import { Details } from "#app/ui/details.tsx";
import { SelectField, TextField } from "#app/ui/fields.tsx";
import type { PageAnswer } from "#app/ui/page-frame.tsx";
import { longDate } from "#app/words/format.ts";
import { factWords } from "#app/words/plan.ts";
import { featureName, venueQuestion } from "#app/words/venue-questions.ts";
import { isNumber, noneField, noteField, ownNote, photoField, unknownField } from "./answers.ts";

export function Questions({
  questions,
  answer,
}: {
  readonly questions: readonly QuestionView[];
  readonly answer: PageAnswer;
}): ReactElement {
  return (
    <>
      {questions.map((question) => (
        <Question key={question.feature} asked={question} answer={answer} />
      ))}
    </>
  );
}

/** Saves the answers of the page and goes to where a photo is added: nothing typed is lost on the way. */
export function PhotoOfAnyOf({
  questions,
  answer,
}: {
  readonly questions: readonly QuestionView[];
  readonly answer: PageAnswer;
}): ReactElement {
  return (
    <Details summary="Send a photo instead of measuring" isOpen={answer.error(photoField) !== undefined}>
      <SelectField
        name={photoField}
        label="What is the photo of?"
        blank="Choose one"
        options={questions.map(({ feature }) => ({ value: feature, label: featureName[feature] }))}
        value={answer.value(photoField)}
        error={answer.error(photoField)}
      />
      <Button kind="secondary" intent="photo">
        Save and add a photo
      </Button>
    </Details>
  );
}

function Question({ asked, answer }: { readonly asked: QuestionView; readonly answer: PageAnswer }): ReactElement {
  const { feature, answer: said, before } = asked;
  const { question, hint, number } = venueQuestion[feature];
  const isUnknown = said !== null && said.value === null;
  const value = said?.value ?? null;
  const last = before === null ? "" : ` The last answer was: ${factWords(feature, before.value)}, on ${longDate(before.on)}.`;
  const savedNote = ownNote(feature, said?.note ?? "");
  const note = (
    <Details summary={`Add a note: ${featureName[feature]}`} isOpen={savedNote !== ""}>
      <TextField
        name={noteField(feature)}
        label={`Note about: ${featureName[feature]}`}
        autoComplete="off"
        value={answer.value(noteField(feature), savedNote)}
        error={answer.error(noteField(feature))}
      />
    </Details>
  );
  if (number === undefined || !isNumber(feature)) {
    const saved = value === true ? "yes" : value === false ? "no" : isUnknown ? "unknown" : undefined;
    return (
      <>
        <Radios
          name={feature}
          legend={question}
          hint={`${hint}${last}`}
          options={[
            { value: "yes", label: "Yes" },
            { value: "no", label: "No" },
            { value: "unknown", label: "I do not know" },
          ]}
          value={answer.value(feature, saved)}
          error={answer.error(feature)}
        />
        {note}
      </>
    );
  }
  const saved = typeof value === "number" ? String(value / number.timesToFact) : value === false && number.label === "How many?" ? "0" : "";
  const isTicked = answer.isAnswer ? answer.value(unknownField(feature)) === "yes" : isUnknown;
  const isNone = answer.isAnswer ? answer.value(noneField(feature)) === "yes" : value === false && number.none !== undefined;
  return (
    <>
      <TextField
        name={feature}
        label={question}
        hint={`${hint} ${number.label} (optional)${last}`}
        width={5}
        inputMode="decimal"
        autoComplete="off"
        value={answer.value(feature, saved)}
        error={answer.error(feature)}
      />
      {number.none === undefined ? null : (
        <Tick name={noneField(feature)} label={`${number.none}: ${featureName[feature]}`} isTicked={isNone} />
      )}
      <Tick name={unknownField(feature)} label={`I do not know: ${featureName[feature]}`} isTicked={isTicked} />
      {note}
    </>
  );
}
