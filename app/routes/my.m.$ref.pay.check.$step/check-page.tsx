// Draws one question of the benefits check.
import { Button, ButtonGroup } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { Details } from "#app/ui/details.tsx";
import { DateField, MoneyField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { Lines } from "#app/ui/lines.tsx";
import { checkPageWords } from "#app/words/benefits/check-page.ts";
import type { CheckFrame } from "./frame.ts";
import { ResultPage } from "./result-page.tsx";
import type { CheckView } from "./view.server.ts";
import { YearPage } from "./year-page.tsx";

type CheckPageProps = CheckFrame & {
  readonly view: CheckView;
  readonly isAskedAgain: boolean;
  readonly isLocked: boolean;
};

/** The page of a question, of the result, or of the year. */
export function CheckPage(props: CheckPageProps) {
  const { view } = props;
  if (view.kind === "question") return <QuestionPage {...props} view={view} />;
  return view.kind === "year" ? <YearPage {...props} view={view} /> : <ResultPage {...props} view={view} />;
}

type QuestionView = Extract<CheckView, { kind: "question" }>;

function QuestionPage({
  shell,
  home,
  caption,
  wording,
  view,
  carried,
  isAskedAgain,
  isLocked,
}: CheckPageProps & { readonly view: QuestionView }) {
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
