// Draws one step of the access questions.
import { FormButtons, skipAndLater } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { Details } from "#app/ui/details.tsx";
import { LongField, TextField } from "#app/ui/fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { NextSteps } from "#app/ui/next-steps.tsx";
import { TopicPicture } from "#app/ui/topic-pictures.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import type { Shell } from "#app/ui/page.tsx";
import type { PageFilms } from "#app/ui/sign-films.tsx";
import { DonePanel } from "#app/ui/panel.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { doneSoFar, partTitle, stepWords, type Wording } from "#app/words/easy-access.ts";
import type { FieldView, QuestionView, StepView } from "./view.server.ts";

type Props = {
  readonly shell: Shell;
  readonly caption: string;
  readonly home: string;
  readonly back: string;
  readonly version: number;
  readonly wording: Wording;
  /** Which part of a page this is, in Easy Read. */
  readonly part: number;
  readonly parts: number;
  /** How many topics somebody has been asked about, in Easy Read. */
  readonly done: number;
  readonly view: StepView;
  readonly films?: PageFilms | undefined;
  /** The first name of somebody a coordinator reads the questions to. */
  readonly readAloudTo?: string | undefined;
};

/** The page of a step. */
export function StepPage({ shell, caption, home, back, version, wording, part, parts, done, view, films, readAloudTo }: Props) {
  const words = stepWords[wording];
  const title = partTitle(titleOf(view), part, parts);
  const frame = { shell, caption, back: { href: back } };
  const carried = { version: String(version) };
  if (view.kind === "check") return <CheckPage frame={frame} view={view} carried={carried} wording={wording} />;
  if (view.kind === "done") return <DonePage frame={frame} view={view} home={home} wording={wording} />;
  return (
    <Page
      {...frame}
      title={title}
      films={films}
      {...(view.kind === "sharing" || view.kind === "essential" || view.kind === "open" || hasManyQuestions(view)
        ? { heading: title }
        : {})}
    >
      {readAloudTo === undefined ? null : <p>Read this aloud to {readAloudTo}, in these words. Say: “You can skip this question.”</p>}
      {wording === "easy" ? <p>{doneSoFar(done)}</p> : null}
      {wording === "easy" && view.kind === "page" ? <TopicPicture topic={view.topic} /> : null}
      <PageForm carried={carried}>
        <StepBody view={view} wording={wording} title={title} />
        <FormButtons secondary={skipAndLater} />
      </PageForm>
      {view.kind === "page" && view.more.length > 0 ? <LinkList links={view.more} /> : null}
      <Details summary="Why we ask this">{words.why}</Details>
      <Details summary="Who will see this">{words.whoSees}</Details>
    </Page>
  );
}

type Frame = { readonly shell: Shell; readonly caption: string; readonly back: { readonly href: string } };

function titleOf(view: StepView): string {
  switch (view.kind) {
    case "topics":
      return view.legend;
    case "essential":
      return "Which of these do you need to be able to come?";
    case "sharing":
      return view.heading;
    case "page":
    case "open":
    case "follow-up":
      return view.title;
    case "check":
      return "Check what you have told us";
    case "done":
      return "Done: we have your answers";
  }
}

// A page with one question has it as its heading; with several, the page's own title is the heading.
function hasManyQuestions(view: StepView): boolean {
  return view.kind === "page" && (view.questions.length !== 1 || view.title !== view.questions[0]?.legend);
}

type BodyProps = { readonly view: StepView; readonly wording: Wording; readonly title: string };

function StepBody({ view, wording, title }: BodyProps) {
  const answer = useAnswer();
  switch (view.kind) {
    case "topics":
      return (
        <>
          {view.takesBack === null ? null : <p>{view.takesBack}</p>}
          <Checkboxes
            name="topics"
            legend={view.legend}
            asHeading="h1"
            hint={view.hint}
            options={view.options}
            orElse={view.orElse}
            values={answer.values("topics", view.values)}
            error={answer.error("topics")}
          />
        </>
      );
    case "page":
      return (
        <>
          {view.questions.map((question) => (
            <Question
              key={question.name}
              question={hasManyQuestions(view) ? question : { ...question, legend: title }}
              asHeading={hasManyQuestions(view) ? "h2" : "h1"}
            />
          ))}
          {view.fields.map((field) => (
            <Field key={field.name} field={field} />
          ))}
          {view.note === null ? null : (
            <LongField
              name="note"
              label={stepWords[wording].anythingElse ?? view.noteLabel}
              hint="You can write as much or as little as you like."
              value={answer.value("note", view.note)}
              error={answer.error("note")}
            />
          )}
        </>
      );
    case "open":
      return view.fields.map((field) => <Field key={field.name} field={field} />);
    case "follow-up":
      if (view.question) return <Question question={view.question} asHeading="h1" />;
      return view.field ? <Field field={view.field} asHeading /> : null;
    case "essential":
      return (
        <>
          <p className="govuk-body-l">{stepWords[wording].essential}</p>
          {view.items.map((item) => (
            <Question key={item.name} question={item} />
          ))}
        </>
      );
    case "sharing":
      return <Sharing view={view} intro={stepWords[wording].sharingIntro ?? view.intro} />;
    case "check":
    case "done":
      return null;
  }
}

function Question({ question, asHeading }: { readonly question: QuestionView; readonly asHeading?: "h1" | "h2" }) {
  const answer = useAnswer();
  const shared = { name: question.name, legend: question.legend, asHeading, options: question.options, error: answer.error(question.name) };
  return question.kind === "radios" ? (
    <Radios {...shared} value={answer.value(question.name, question.values[0] ?? "")} />
  ) : (
    <Checkboxes {...shared} values={answer.values(question.name, question.values)} />
  );
}

function Field({ field, asHeading = false }: { readonly field: FieldView; readonly asHeading?: boolean }) {
  const answer = useAnswer();
  const shared = {
    name: field.name,
    label: field.label,
    asHeading: asHeading ? ("h1" as const) : undefined,
    hint: field.hint ?? undefined,
    value: answer.value(field.name, field.value),
    error: answer.error(field.name),
  };
  if (field.kind === "radios") {
    return (
      <Radios
        name={field.name}
        legend={field.label}
        asHeading={shared.asHeading}
        options={field.options}
        value={shared.value}
        error={shared.error}
      />
    );
  }
  return field.kind === "long" ? <LongField {...shared} /> : <TextField {...shared} width={20} />;
}

function Sharing({ view, intro }: { readonly view: Extract<StepView, { kind: "sharing" }>; readonly intro: string }) {
  return (
    <>
      <p className="govuk-body-l">{intro}</p>
      <p>{view.announced}</p>
      {view.readers.map((reader) => (
        <section key={reader.id} aria-labelledby={`reader-${reader.id}`}>
          <h2 id={`reader-${reader.id}`}>{reader.heading}</h2>
          <div className="exact-words">
            <h3>{view.boxTitle}</h3>
            <blockquote>
              <p>{reader.opening}</p>
              {reader.lines.length === 0 ? null : (
                <ul className="govuk-list govuk-list--bullet">
                  {reader.lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              )}
            </blockquote>
          </div>
          {reader.choice === null ? null : <Question question={reader.choice} />}
          {reader.cost === "" ? null : <p>{reader.cost}</p>}
        </section>
      ))}
      <section aria-labelledby="reader-everyone">
        <h2 id="reader-everyone">Other people at the meeting</h2>
        <p>Nothing, unless you choose to.</p>
        <Field field={view.everyone} />
      </section>
      {view.notes === null ? null : (
        <section aria-labelledby="own-words">
          <h2 id="own-words">Your own words</h2>
          {view.notes.texts.map((text) => (
            <blockquote key={text} className="exact-words">
              {text}
            </blockquote>
          ))}
          <Question question={view.notes.question} />
        </section>
      )}
      <h2>How long we keep this</h2>
      <p>{view.keptUntil}</p>
      <Question question={view.keep} />
    </>
  );
}

function CheckPage({
  frame,
  view,
  carried,
  wording,
}: {
  readonly frame: Frame;
  readonly wording: Wording;
  readonly view: Extract<StepView, { kind: "check" }>;
  readonly carried: Readonly<Record<string, string>>;
}) {
  const words = stepWords[wording].check;
  return (
    <Page {...frame} heading="Check what you have told us">
      {view.nothing === null ? null : <p>{view.nothing}</p>}
      {view.rows.length === 0 ? null : (
        <SummaryList
          rows={view.rows.map((row) => ({
            name: row.name,
            answer:
              row.lines.length === 0 ? (
                "Nothing yet"
              ) : (
                <ul className="govuk-list">
                  {row.lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              ),
            change: { href: row.address },
          }))}
        />
      )}
      {view.untold.length === 0 ? null : (
        <>
          <h2>{words.untold}</h2>
          <p>{words.untoldNote}</p>
          <ul className="govuk-list govuk-list--bullet">
            {view.untold.map((topic) => (
              <li key={topic.text}>{topic.text}</li>
            ))}
          </ul>
          <LinkList links={[{ href: "topics", text: words.more }]} />
        </>
      )}
      <p>{view.isSent ? words.sent(view.planner) : words.notSent(view.planner)}</p>
      <PageForm carried={carried}>
        <FormButtons
          primary={view.isSent ? "Send my answers again" : "Send my answers"}
          secondary={[{ intent: "later", text: "Save and come back later" }]}
        />
      </PageForm>
    </Page>
  );
}

function DonePage({
  frame,
  view,
  home,
  wording,
}: {
  readonly frame: Frame;
  readonly wording: Wording;
  readonly view: Extract<StepView, { kind: "done" }>;
  readonly home: string;
}) {
  return (
    <Page {...frame} title="Done: we have your answers">
      <DonePanel what="we have your answers" />
      <NextSteps steps={stepWords[wording].done(view.planner)} />
      <LinkList
        links={[
          ...(view.hasPayment ? [{ href: `${home}/pay`, text: "Choose about payment" }] : []),
          { href: `${home}/access/check`, text: "Change something" },
          { href: home, text: "Go to my page for this meeting" },
        ]}
      />
    </Page>
  );
}
