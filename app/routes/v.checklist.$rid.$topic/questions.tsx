// The questions of one page of the checklist, for a venue and for staff on a visit.
import type { ReactElement } from "react";
import type { QuestionView } from "#app/services/venues.server.ts";
import { Radios, Tick } from "#app/ui/choices.tsx";
import { Details } from "#app/ui/details.tsx";
import { classes } from "#app/ui/classes.ts";
import { FileField, LongField, TextField } from "#app/ui/fields.tsx";
import { hasDrawing, MeasureDrawing } from "#app/ui/measure-drawing.tsx";
import type { PageAnswer } from "#app/ui/page-frame.tsx";
import { longDate } from "#app/words/format.ts";
import { factWords } from "#app/words/plan.ts";
import type { BuildingPhotoWords } from "#app/words/venues.ts";
import { featureName, venueQuestion } from "#app/words/venue-questions.ts";
import { isNumber, noneField, noteField, ownNote, photoField, showsField, unknownField } from "./answers.ts";

/** A photo already sent with a question. */
export type SentPhoto = { readonly href: string; readonly text: string };

/** Where photos of the building as a whole are found among the photos by question. */
const building = "building";

/** The photos sent so far, by the question they are of: told apart by number where nobody said what they show. */
export function sentPhotos(
  photos: readonly { readonly photoId: string; readonly feature: string | null; readonly shows: string }[],
  hrefOf: (photoId: string) => string,
): Readonly<Record<string, readonly SentPhoto[]>> {
  const byFeature: Record<string, SentPhoto[]> = {};
  for (const { photoId, feature, shows } of photos.toReversed()) {
    const here = (byFeature[feature ?? building] ??= []);
    here.push({ href: hrefOf(photoId), text: `Photo ${String(here.length + 1)}: ${shows === "" ? "saved" : shows}` });
  }
  return byFeature;
}

export type QuestionsProps = {
  readonly questions: readonly QuestionView[];
  /** The photos sent so far, by feature. */
  readonly photos: Readonly<Partial<Record<string, readonly SentPhoto[]>>>;
  readonly answer: PageAnswer;
  /** What to photograph of the building on this page. */
  readonly toPhotograph?: BuildingPhotoWords | undefined;
};

/** The questions of a page, each with a drawing where something is measured, and room for a photo and a note. */
export function Questions({ questions, photos, answer, toPhotograph }: QuestionsProps): ReactElement {
  return (
    <>
      {questions.map((question) => (
        <div key={question.feature} className={classes("building-question", hasDrawing(question.feature) && "building-question--drawn")}>
          <Question asked={question} answer={answer} />
          <InWords asked={question} answer={answer} />
          <Beside asked={question} photos={photos[question.feature] ?? []} answer={answer} />
        </div>
      ))}
      {toPhotograph === undefined ? null : <BuildingPhoto words={toPhotograph} photos={photos[building] ?? []} answer={answer} />}
    </>
  );
}

/** A photo of the building, asked for where it belongs. Its words are there to be changed, so that nobody has to type on a phone. */
function BuildingPhoto({
  words: { heading, shows, ask },
  photos,
  answer,
}: {
  readonly words: BuildingPhotoWords;
  readonly photos: readonly SentPhoto[];
  readonly answer: PageAnswer;
}): ReactElement {
  return (
    <section aria-labelledby="building-photo-heading">
      <h2 id="building-photo-heading">{heading}</h2>
      <p>{ask ?? "Photos of the building help people to know where they are going."}</p>
      <SentPhotos photos={photos} />
      <FileField
        name={photoField(null)}
        label={photos.length === 0 ? "Add this photo (optional)" : "Add another photo of the building (optional)"}
        hint="A JPEG, PNG or PDF of up to 5 MB. We take out where and when it was taken."
        accept="image/jpeg,image/png,application/pdf"
        error={answer.error(photoField(null))}
      />
      <TextField
        name={showsField(null)}
        label={
          <>
            What does this photo show? (optional)<span className="govuk-visually-hidden">: the building</span>
          </>
        }
        hint="For people who cannot see it. No faces or names."
        autoComplete="off"
        value={answer.value(showsField(null), shows)}
        error={answer.error(showsField(null))}
      />
    </section>
  );
}

function SentPhotos({ photos }: { readonly photos: readonly SentPhoto[] }): ReactElement | null {
  if (photos.length === 0) return null;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {photos.map(({ href, text }) => (
        <li key={href}>
          <a className="target" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What is asked in words: kept as the note of the answer, and standing open, because nobody looks for a question behind a button. */
function InWords({ asked: { feature, answer: said }, answer }: { readonly asked: QuestionView; readonly answer: PageAnswer }) {
  const { inWords } = venueQuestion[feature];
  if (inWords === undefined) return null;
  return (
    <LongField
      name={noteField(feature)}
      label={inWords}
      optional
      hint="Their role is enough. No names."
      rows={3}
      limit={1000}
      value={answer.value(noteField(feature), ownNote(feature, said?.note ?? ""))}
      error={answer.error(noteField(feature))}
    />
  );
}

/** A photo instead of measuring, or beside it, and a note where the question itself does not ask for words. */
function Beside({
  asked: { feature, answer: said },
  photos,
  answer,
}: {
  readonly asked: QuestionView;
  readonly photos: readonly SentPhoto[];
  readonly answer: PageAnswer;
}): ReactElement {
  const hasNote = venueQuestion[feature].inWords === undefined;
  const savedNote = hasNote ? ownNote(feature, said?.note ?? "") : "";
  const fields = [...(hasNote ? [noteField(feature)] : []), photoField(feature), showsField(feature)];
  const isOpen = savedNote !== "" || photos.length > 0 || fields.some((field) => answer.error(field) !== undefined);
  const name = featureName[feature];
  return (
    <Details summary={hasNote ? "Add a photo or a note" : "Add a photo"} about={name} isOpen={isOpen}>
      <SentPhotos photos={photos} />
      <FileField
        name={photoField(feature)}
        label={
          <>
            {photos.length === 0 ? "Add a photo (optional)" : "Add another photo (optional)"}
            <span className="govuk-visually-hidden">: {name}</span>
          </>
        }
        hint="A JPEG, PNG or PDF of up to 5 MB. We take out where and when it was taken."
        accept="image/jpeg,image/png,application/pdf"
        error={answer.error(photoField(feature))}
      />
      <TextField
        name={showsField(feature)}
        label={
          <>
            What does this photo show? (optional)<span className="govuk-visually-hidden">: {name}</span>
          </>
        }
        hint="For people who cannot see it. No faces or names."
        autoComplete="off"
        value={answer.value(showsField(feature))}
        error={answer.error(showsField(feature))}
      />
      {hasNote ? (
        <TextField
          name={noteField(feature)}
          label={
            <>
              Note (optional)<span className="govuk-visually-hidden">: {name}</span>
            </>
          }
          autoComplete="off"
          value={answer.value(noteField(feature), savedNote)}
          error={answer.error(noteField(feature))}
        />
      ) : null}
    </Details>
  );
}

function Question({ asked, answer }: { readonly asked: QuestionView; readonly answer: PageAnswer }): ReactElement {
  const { feature, answer: said, before } = asked;
  const { question, hint, number } = venueQuestion[feature];
  const isUnknown = said !== null && said.value === null;
  const value = said?.value ?? null;
  const last = before === null ? "" : ` The last answer was: ${factWords(feature, before.value)}, on ${longDate(before.on)}.`;
  // Several boxes of a page say the same: who hears them alone hears what they are about.
  const about = (words: string): ReactElement => (
    <>
      {words}
      <span className="govuk-visually-hidden">: {featureName[feature]}</span>
    </>
  );
  const withDrawing = (words: string): ReactElement => (
    <>
      {words}
      {last}
      <MeasureDrawing feature={feature} />
    </>
  );
  if (number === undefined || !isNumber(feature)) {
    const saved = value === true ? "yes" : value === false ? "no" : isUnknown ? "unknown" : undefined;
    return (
      <Radios
        name={feature}
        legend={question}
        hint={withDrawing(hint)}
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
          { value: "unknown", label: "I do not know" },
        ]}
        value={answer.value(feature, saved)}
        error={answer.error(feature)}
      />
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
        hint={withDrawing(`${hint} ${number.label} (optional)`)}
        width={5}
        inputMode="decimal"
        autoComplete="off"
        value={answer.value(feature, saved)}
        error={answer.error(feature)}
      />
      {number.none === undefined ? null : <Tick name={noneField(feature)} label={about(number.none)} isTicked={isNone} />}
      <Tick name={unknownField(feature)} label={about("I do not know")} isTicked={isTicked} />
    </>
  );
}
