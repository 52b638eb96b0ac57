// Draws one question of the benefits check, or its result.
import { Button, ButtonGroup, ButtonLink } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { CopyBox } from "#app/ui/copy-box.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Details } from "#app/ui/details.tsx";
import { DateField, MoneyField, TextField } from "#app/ui/fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import type { Shell } from "#app/ui/page.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { Lines } from "#app/ui/lines.tsx";
import { checkPageWords } from "#app/words/benefits/check-page.ts";
import type { Wording } from "#app/words/benefits/questions.ts";
import type { CheckView } from "./view.server.ts";

type Props = {
  readonly shell: Shell;
  readonly home: string;
  readonly caption: string;
  readonly wording: Wording;
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

function QuestionPage({ shell, home, caption, wording, view, carried, isAskedAgain, isLocked }: Props & { readonly view: QuestionView }) {
  const { isFirst, isKept } = view;
  const words = checkPageWords[wording];
  return (
    <Page shell={shell} caption={caption} title={view.legend} back={{ href: `${home}/pay`, text: words.backToPayment }}>
      {isAskedAgain ? <Inset>{words.askedAgain}</Inset> : null}
      {isLocked ? (
        <Inset>
          {words.lockedBefore} <a href={`/my/confirm-you?ref=${home.split("/").at(-1) ?? ""}`}>{words.lockedLink}</a>. {words.lockedAfter}
        </Inset>
      ) : null}
      <PageForm action={`${home}/pay/check/${view.step}`} carried={{ carried }}>
        <QuestionBody key={view.step} view={view} />
        <ButtonGroup>
          <Button>{words.next}</Button>
          {isFirst ? null : (
            <>
              <Button kind="secondary" intent="skip">
                {words.skip}
              </Button>
              <Button kind="secondary" intent="back">
                {words.back}
              </Button>
              {isKept ? (
                <Button kind="secondary" intent="later">
                  {words.later}
                </Button>
              ) : (
                <Button kind="secondary" intent="forget">
                  {words.forget}
                </Button>
              )}
            </>
          )}
        </ButtonGroup>
      </PageForm>
      <Details summary={words.whyHeading}>{words.why}</Details>
      <Details summary={words.whoHeading}>{isKept ? words.whoKept : words.whoForgotten}</Details>
    </Page>
  );
}

function QuestionBody({ view }: { readonly view: QuestionView }) {
  const answer = useAnswer();
  const hint = view.hint.length === 0 ? undefined : <Lines all={view.hint} />;
  const shared = { legend: view.legend, asHeading: "h1" as const, hint };
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
        hint={hint}
        width={2}
        inputMode="numeric"
        value={answer.value("day", view.values[0])}
        error={answer.error("day")}
      />
    );
  }
  if (view.control === "two-days") {
    return (
      <>
        <h1 className="govuk-heading-l">{view.legend}</h1>
        <p className="govuk-hint">{hint}</p>
        {view.days.map(({ name, label, value }) => (
          <DateField key={name} name={name} label={label} value={answer.date(name, value)} error={answer.error(name)} />
        ))}
      </>
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

function ResultPage({ shell, home, caption, wording, view, carried }: Props & { readonly view: ResultView }) {
  const { result, isKept } = view;
  const words = checkPageWords[wording];
  return (
    <Page shell={shell} caption={caption} heading={result.heading} back={{ href: `${home}/pay`, text: words.backToPayment }}>
      {[...result.cannot, ...result.body.map((said) => said.text)].map((text) => (
        <p key={text} className="govuk-body-l">
          <Sentences text={text} wording={wording} />
        </p>
      ))}
      {result.findings.map((finding, at) => (
        <section key={finding.heading} aria-label={finding.heading}>
          <h2>{finding.heading}</h2>
          {finding.reasons.map((reason) => (
            <p key={reason}>
              <Sentences text={reason} wording={wording} />
            </p>
          ))}
          {finding.working.length === 0 && finding.figures.length === 0 ? null : (
            <Details summary={words.working(finding.benefit)}>
              {finding.working.map((sum, index) => (
                <DataTable
                  key={sum.heading}
                  id={`working-${at}-${index}`}
                  caption={sum.heading}
                  columns={[{ header: words.workingColumns[0] }, { header: words.workingColumns[1], holds: "figures" }]}
                  rows={sum.rows.map((row, line) => ({ key: String(line), cells: [row.label, row.amount] }))}
                />
              ))}
              {finding.figures.length === 0 ? null : (
                <>
                  <p>{words.figures}</p>
                  <ul className="govuk-list govuk-list--bullet">
                    {finding.figures.map((figure) => (
                      <li key={figure}>{figure}</li>
                    ))}
                  </ul>
                </>
              )}
            </Details>
          )}
        </section>
      ))}
      <SaidList heading={words.choices} all={result.choices} wording={wording} />
      <SaidList heading={words.unchanged} all={result.unchanged} wording={wording} />
      <SaidList heading={words.toDo} all={result.toDo} wording={wording} />
      {result.journal === null ? null : <CopyBox name="journal" label={words.journal} text={result.journal} rows={10} />}
      {result.form.length === 0 ? null : (
        <>
          <h3>{words.form}</h3>
          <ol className="govuk-list govuk-list--number">
            {result.form.map((text) => (
              <li key={text}>
                <Sentences text={text} wording={wording} />
              </li>
            ))}
          </ol>
          <LinkList links={[{ href: `${home}/papers/permitted-work-help.pdf`, text: words.formSheet }]} />
        </>
      )}
      <h2>{words.arrival}</h2>
      <p>
        <Sentences text={result.arrival} wording={wording} />
      </p>
      <h2>{words.letter}</h2>
      <LinkList
        links={[
          { href: `${home}/papers/jobcentre-letter.pdf`, text: words.letterLink },
          { href: `${home}/pay/letter`, text: words.otherLetter },
        ]}
      />
      <h2>{words.sources}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {result.sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
      <p>
        <Sentences text={result.advice} wording={wording} />
      </p>
      <p>
        <strong>
          <Sentences text={result.closing} wording={wording} />
        </strong>
      </p>
      <ButtonGroup>
        <ButtonLink href={`${home}/pay/choose`}>{words.choose}</ButtonLink>
        <ButtonLink href={`${home}/pay/adviser`} kind="secondary">
          {words.adviser}
        </ButtonLink>
      </ButtonGroup>
      <PageForm action={`${home}/pay/check/result`} carried={{ carried }}>
        <ButtonGroup>
          <Button kind="secondary" intent="forget">
            {words.forget}
          </Button>
          <Button kind="secondary" intent="back">
            {words.back}
          </Button>
        </ButtonGroup>
      </PageForm>
      <p>
        <Sentences text={isKept ? words.keptNote : words.forgottenNote} wording={wording} />
      </p>
    </Page>
  );
}

/** In Easy Read every sentence has a line of its own. */
function Sentences({ text, wording }: { readonly text: string; readonly wording: Wording }) {
  return wording === "easy" ? <Lines all={text.split(/(?<=[.?!]) (?=[A-Z£])/u)} /> : <>{text}</>;
}

type SaidListProps = {
  readonly heading: string;
  readonly all: readonly { readonly text: string; readonly sources: readonly { readonly title: string }[] }[];
  readonly wording: Wording;
};

function SaidList({ heading, all, wording }: SaidListProps) {
  if (all.length === 0) return null;
  return (
    <>
      <h2>{heading}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {all.map((said) => (
          <li key={said.text}>
            <Sentences text={said.text} wording={wording} />{" "}
            <span className="govuk-hint">
              {checkPageWords[wording].source} {said.sources.map((source) => source.title).join("; ")}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
