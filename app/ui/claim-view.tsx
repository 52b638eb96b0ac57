// One claim as checking and authorising both show it: is it whole, what it comes to, what to pay, where, and what was done.
import type { ReactElement, ReactNode } from "react";
import { Button } from "#app/ui/buttons.tsx";
import { AmountsTable } from "#app/ui/claim-tables.tsx";
import { PageForm } from "#app/ui/page-frame.tsx";
import { StatusTag, type StatusWord } from "#app/ui/status-tag.tsx";
import { Inset } from "#app/ui/warning.tsx";

type Sums = readonly { readonly id: string; readonly text: string; readonly amount: string }[];

export type ClaimViewProps = {
  readonly claim: {
    readonly person: string;
    readonly meeting: string;
    readonly state: StatusWord;
    readonly completeness: readonly string[];
    readonly isComplete: boolean;
    readonly lines: Parameters<typeof AmountsTable>[0]["lines"];
    readonly takenOff: Sums;
    readonly totals: Sums;
    readonly flags: readonly string[];
    readonly typedIn: string | null;
    readonly codes: readonly { readonly code: string; readonly amount: string }[];
    readonly instruction: readonly string[];
    readonly bank: string;
    readonly hasBank: boolean;
    /** Where an officer says how they know the person; null on their own claim. */
    readonly tieHref: string | null;
    readonly budgetCode: string;
    readonly timeDiffers: string;
    readonly question: string;
    readonly answer: string;
    readonly why: string;
    readonly history: readonly { readonly id: string; readonly what: string; readonly who: string; readonly when: string }[];
  };
};

/** Everything to be read before deciding. */
export function ClaimView({
  claim,
  repeats,
  bankHref,
}: ClaimViewProps & {
  readonly repeats: ReactNode;
  /** Where the account is shown in full, once and on record; null for a reader who only reads: they do nothing about people either. */
  readonly bankHref: string | null;
}): ReactElement {
  return (
    <>
      <p>
        <StatusTag status={claim.state} /> {claim.person}, for {claim.meeting}.
      </p>
      {claim.why === "" ? null : (
        <Inset>
          <p className="keeps-lines">{claim.why}</p>
        </Inset>
      )}
      {claim.typedIn === null ? null : <p>{claim.typedIn}</p>}
      <h2>Is anything missing?</h2>
      {claim.completeness.map((sentence) => (
        <p key={sentence}>{claim.isComplete ? sentence : <strong>{sentence}</strong>}</p>
      ))}
      {claim.flags.length === 0 ? null : (
        <>
          <h2>Look at this</h2>
          <ul className="govuk-list govuk-list--bullet">
            {claim.flags.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {repeats}
      {claim.timeDiffers === "" ? null : (
        <>
          <h2>The person says the time is different</h2>
          <p className="keeps-lines">{claim.timeDiffers}</p>
        </>
      )}
      <h2>Amounts</h2>
      <AmountsTable lines={claim.lines} takenOff={claim.takenOff} totals={claim.totals} />
      <h2>What to pay</h2>
      {claim.instruction.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {claim.budgetCode === "" || claim.codes.length > 0 ? null : <p>Budget code: {claim.budgetCode}</p>}
      {claim.codes.length === 0 ? null : (
        <>
          <p>Paid from these budget codes:</p>
          <ul className="govuk-list govuk-list--bullet">
            {claim.codes.map(({ code, amount }) => (
              <li key={code}>
                {code}: {amount}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>Bank details</h2>
      <p>{claim.bank}</p>
      {claim.hasBank && bankHref !== null ? (
        <PageForm action={bankHref}>
          <Button kind="secondary">Show full details</Button>
        </PageForm>
      ) : null}
      {claim.tieHref === null || bankHref === null ? null : (
        <p>
          <a className="target" href={claim.tieHref}>
            Say that you know {claim.person}
          </a>
        </p>
      )}
      {claim.question === "" ? null : (
        <>
          <h2>Question and answer</h2>
          <p className="keeps-lines">{claim.question}</p>
          <p className="keeps-lines">{claim.answer === "" ? "No answer yet." : claim.answer}</p>
        </>
      )}
      <h2>History</h2>
      <ol className="govuk-list">
        {claim.history.map(({ id, what, who, when }) => (
          <li key={id}>
            {when}: {what}
            {who === "" ? null : `, ${who}`}
          </li>
        ))}
      </ol>
    </>
  );
}
