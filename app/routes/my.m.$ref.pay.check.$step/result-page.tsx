// Draws the result of the benefits check: the answer, why, the working, what can be done, and every source once.
import type { ReactElement } from "react";
import { Button, ButtonGroup, ButtonLink } from "#app/ui/buttons.tsx";
import { CopyBox } from "#app/ui/copy-box.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Details } from "#app/ui/details.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { Sentences } from "#app/ui/lines.tsx";
import { checkPageWords, sourcesNamed } from "#app/words/benefits/check-page.ts";
import type { Wording } from "#app/words/benefits/questions.ts";
import type { CheckFrame } from "./frame.ts";
import type { CheckView } from "./view.server.ts";

type ResultView = Extract<CheckView, { kind: "result" }>;
type SaidHere = ResultView["result"]["body"][number];

/** The result in the person's own way of writing. */
export function ResultPage({ shell, home, caption, wording, view, carried }: CheckFrame & { readonly view: ResultView }): ReactElement {
  const { result, isKept } = view;
  const words = checkPageWords[wording];
  return (
    <Page shell={shell} caption={caption} heading={result.heading} back={{ href: `${home}/pay`, text: words.backToPayment }}>
      {result.cannot.map((text) => (
        <p key={text} className="govuk-body-l">
          <Sentences text={text} wording={wording} />
        </p>
      ))}
      {result.body.map((said) => (
        <p key={said.text} className="govuk-body-l">
          <WithSources said={said} wording={wording} />
        </p>
      ))}
      {result.findings.map((finding, at) => (
        <section key={finding.heading} aria-label={finding.heading}>
          <h2>{finding.heading}</h2>
          {finding.reasons.map((reason) => (
            <p key={reason.text}>
              <WithSources said={reason} wording={wording} />
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
                      <li key={figure.text}>
                        <WithSources said={figure} wording={wording} />
                      </li>
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
          <LinkList links={[{ href: `${home}/papers/permitted-work-help.pdf`, text: `${words.formSheet} (PDF)` }]} />
        </>
      )}
      <h2>{words.arrival}</h2>
      <p>
        <Sentences text={result.arrival} wording={wording} />
      </p>
      <h2>{words.letter}</h2>
      <LinkList
        links={[
          { href: `${home}/papers/jobcentre-letter.pdf`, text: `${words.letterLink} (PDF, 1 page)` },
          { href: `${home}/pay/letter`, text: words.otherLetter },
        ]}
      />
      <h2>{words.sources}</h2>
      <p>{words.sourcesAre}</p>
      <ol className="govuk-list govuk-list--number">
        {result.sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ol>
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
      <PageForm action={`${home}/pay/check/year`} carried={{ carried }}>
        <ButtonGroup>
          <Button kind="secondary">{words.year}</Button>
        </ButtonGroup>
      </PageForm>
      <p>
        <Sentences text={isKept ? words.keptNote : words.forgottenNote} wording={wording} />
      </p>
    </Page>
  );
}

/** A sentence, and after it the numbers of its sources in the list at the end of the page. */
function WithSources({ said, wording }: { readonly said: SaidHere; readonly wording: Wording }): ReactElement {
  return (
    <>
      <Sentences text={said.text} wording={wording} />
      {said.sources.length === 0 ? null : (
        <>
          {" "}
          <span className="source-numbers">{sourcesNamed(said.sources)}</span>
        </>
      )}
    </>
  );
}

type SaidListProps = { readonly heading: string; readonly all: readonly SaidHere[]; readonly wording: Wording };

function SaidList({ heading, all, wording }: SaidListProps) {
  if (all.length === 0) return null;
  return (
    <>
      <h2>{heading}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {all.map((said) => (
          <li key={said.text}>
            <WithSources said={said} wording={wording} />
          </li>
        ))}
      </ul>
    </>
  );
}
