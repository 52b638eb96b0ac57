// Draws one question of the benefits check, or its result.
import { Button, ButtonGroup, ButtonLink } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { CopyBox } from "#app/ui/copy-box.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Details } from "#app/ui/details.tsx";
import { MoneyField, TextField } from "#app/ui/fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import type { Shell } from "#app/ui/page.tsx";
import { Inset } from "#app/ui/warning.tsx";
import type { CheckView } from "./view.server.ts";

type Props = {
  readonly shell: Shell;
  readonly home: string;
  readonly caption: string;
  readonly view: CheckView;
  readonly carried: string;
  readonly isAskedAgain: boolean;
  readonly isLocked: boolean;
};

/** The page of a question or of the result. */
export function CheckPage(props: Props) {
  return props.view.kind === "question" ? <QuestionPage {...props} view={props.view} /> : <ResultPage {...props} view={props.view} />;
}

type QuestionView = Extract<CheckView, { kind: "question" }>;

function QuestionPage({ shell, home, caption, view, carried, isAskedAgain, isLocked }: Props & { readonly view: QuestionView }) {
  const { isFirst, isKept } = view;
  return (
    <Page shell={shell} caption={caption} title={view.legend} back={{ href: `${home}/pay`, text: "Back to your payment" }}>
      {isAskedAgain ? <Inset>We had not kept your answers, so the questions start here.</Inset> : null}
      {isLocked ? (
        <Inset>
          We have answers you asked us to keep. To see them,{" "}
          <a href={`/my/confirm-you?ref=${home.split("/").at(-1) ?? ""}`}>check it is you</a>. Or start again here.
        </Inset>
      ) : null}
      <PageForm action={`${home}/pay/check/${view.step}`} carried={{ carried }}>
        <QuestionBody key={view.step} view={view} />
        <ButtonGroup>
          <Button>Continue</Button>
          {isFirst ? null : (
            <>
              <Button kind="secondary" intent="skip">
                Skip this question
              </Button>
              <Button kind="secondary" intent="back">
                Go back one question
              </Button>
              {isKept ? (
                <Button kind="secondary" intent="later">
                  Save and come back later
                </Button>
              ) : (
                <Button kind="secondary" intent="forget">
                  Forget this and go back
                </Button>
              )}
            </>
          )}
        </ButtonGroup>
      </PageForm>
      <Details summary="Why we ask this">We use your answers to show the right rules. You can skip any question.</Details>
      <Details summary="Who will see this">
        {isKept
          ? "Only you. We keep your answers locked. To see them again you need a fresh link."
          : "Only you. We do not keep your answers. They are gone when you close this page."}
      </Details>
    </Page>
  );
}

function QuestionBody({ view }: { readonly view: QuestionView }) {
  const answer = useAnswer();
  const shared = { legend: view.legend, asHeading: "h1" as const, hint: view.hint ?? undefined };
  if (view.control === "checkboxes") {
    return (
      <Checkboxes
        {...shared}
        name="which"
        options={view.options}
        values={answer.values("which", view.values)}
        error={answer.error("which")}
      />
    );
  }
  if (view.control === "day") {
    return (
      <TextField
        name="day"
        label={view.legend}
        asHeading="h1"
        hint={view.hint ?? undefined}
        width={2}
        inputMode="numeric"
        value={answer.value("day", view.values[0])}
        error={answer.error("day")}
      />
    );
  }
  return (
    <>
      <Radios
        {...shared}
        name="answer"
        options={view.options}
        value={answer.value("answer", view.values[0])}
        error={answer.error("answer")}
      />
      {view.amount === null ? null : (
        <MoneyField
          name="amount"
          label={view.amount.label}
          value={answer.value("amount", view.amount.value)}
          error={answer.error("amount")}
        />
      )}
      {view.hours === null ? null : (
        <TextField
          name="hours"
          label={view.hours.label}
          width={5}
          inputMode="decimal"
          value={answer.value("hours", view.hours.value)}
          error={answer.error("hours")}
        />
      )}
    </>
  );
}

type ResultView = Extract<CheckView, { kind: "result" }>;

function ResultPage({ shell, home, caption, view, carried }: Props & { readonly view: ResultView }) {
  const { result, isKept } = view;
  return (
    <Page shell={shell} caption={caption} heading={result.heading} back={{ href: `${home}/pay`, text: "Back to your payment" }}>
      {[...result.cannot, ...result.body.map((said) => said.text)].map((text) => (
        <p key={text} className="govuk-body-l">
          {text}
        </p>
      ))}
      {result.findings.map((finding, at) => (
        <section key={finding.heading} aria-label={finding.heading}>
          <h2>{finding.heading}</h2>
          {finding.reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
          {finding.working.length === 0 ? null : (
            <Details summary={`How we worked this out for ${finding.heading.split(":")[0] ?? finding.heading}`}>
              {finding.working.map((sum, index) => (
                <DataTable
                  key={sum.heading}
                  id={`working-${at}-${index}`}
                  caption={sum.heading}
                  columns={[{ header: "What" }, { header: "Amount", holds: "figures" }]}
                  rows={sum.rows.map((row, line) => ({ key: String(line), cells: [row.label, row.amount] }))}
                />
              ))}
              <p>Figures used:</p>
              <ul className="govuk-list govuk-list--bullet">
                {finding.figures.map((figure) => (
                  <li key={figure}>{figure}</li>
                ))}
              </ul>
            </Details>
          )}
        </section>
      ))}
      {result.choices.length === 0 ? null : (
        <>
          <h2>What you can do</h2>
          <Said all={result.choices} />
        </>
      )}
      {result.unchanged.length === 0 ? null : (
        <>
          <h2>What does not change</h2>
          <Said all={result.unchanged} />
        </>
      )}
      {result.toDo.length === 0 ? null : (
        <>
          <h2>What you may need to do</h2>
          <Said all={result.toDo} />
          {result.journal === null ? null : (
            <CopyBox name="journal" label="Words you can copy into your Universal Credit journal" text={result.journal} rows={10} />
          )}
          {result.form.length === 0 ? null : (
            <>
              <h3>Send form PW1</h3>
              <ol className="govuk-list govuk-list--number">
                {result.form.map((said) => (
                  <li key={said.text}>{said.text}</li>
                ))}
              </ol>
            </>
          )}
        </>
      )}
      <h2>When the money would arrive</h2>
      <p>{result.arrival}</p>
      <h2>Our letter for the Jobcentre</h2>
      <LinkList links={[{ href: `${home}/papers/jobcentre-letter.pdf`, text: "Letter about involvement and payment (PDF, 1 page)" }]} />
      <h2>Where this comes from</h2>
      <ul className="govuk-list govuk-list--bullet">
        {result.sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
      <p>{result.advice}</p>
      <p>
        <strong>{result.closing}</strong>
      </p>
      <ButtonGroup>
        <ButtonLink href={`${home}/pay/choose`}>Choose my payment</ButtonLink>
        <ButtonLink href={`${home}/pay/adviser`} kind="secondary">
          Talk to an adviser
        </ButtonLink>
      </ButtonGroup>
      <PageForm action={`${home}/pay/check/result`} carried={{ carried }}>
        <ButtonGroup>
          <Button kind="secondary" intent="forget">
            Forget this and go back
          </Button>
          <Button kind="secondary" intent="back">
            Go back one question
          </Button>
        </ButtonGroup>
      </PageForm>
      <p>
        {isKept
          ? "We kept your answers because you asked us to. To see them again you need a fresh link. Press 'Forget this and go back' to delete them."
          : "We have not kept your answers or this result. To keep a copy, print this page now."}
      </p>
    </Page>
  );
}

function Said({ all }: { readonly all: readonly { readonly text: string; readonly sources: readonly { readonly title: string }[] }[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {all.map((said) => (
        <li key={said.text}>
          {said.text} <span className="govuk-hint">Source: {said.sources.map((source) => source.title).join("; ")}</span>
        </li>
      ))}
    </ul>
  );
}
