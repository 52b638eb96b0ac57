// The questions of one page of the checklist, for a venue and for staff on a visit.
import type { ReactElement } from "react";
import type { FactView } from "#app/services/venues.server.ts";
import { Radios, Tick } from "#app/ui/choices.tsx";
import { Details } from "#app/ui/details.tsx";
import { TextField } from "#app/ui/fields.tsx";
import type { PageAnswer } from "#app/ui/page-frame.tsx";
import { featureName, venueQuestion } from "#app/words/venue-questions.ts";
import { isNumber, noteField, unknownField } from "./answers.ts";

export function Questions({ facts, answer }: { readonly facts: readonly FactView[]; readonly answer: PageAnswer }): ReactElement {
  return (
    <>
      {facts.map((fact) => (
        <Question key={fact.feature} fact={fact} answer={answer} />
      ))}
    </>
  );
}

function Question({ fact, answer }: { readonly fact: FactView; readonly answer: PageAnswer }): ReactElement {
  const { feature, value, said } = fact;
  const { question, hint, number } = venueQuestion[feature];
  const isUnknown = said !== null && value === null;
  const note = (
    <Details summary={`Add a note: ${featureName[feature]}`} isOpen={(said?.note ?? "") !== ""}>
      <TextField
        name={noteField(feature)}
        label={`Note about: ${featureName[feature]}`}
        autoComplete="off"
        value={answer.value(noteField(feature), said?.note)}
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
          hint={hint}
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
  return (
    <>
      <TextField
        name={feature}
        label={question}
        hint={`${hint} ${number.label} (optional)`}
        width={5}
        inputMode="decimal"
        autoComplete="off"
        value={answer.value(feature, saved)}
        error={answer.error(feature)}
      />
      <Tick name={unknownField(feature)} label={`I do not know: ${featureName[feature]}`} isTicked={isTicked} />
      {note}
    </>
  );
}
