// Bank details. They can be written with a link and never read back: what was typed is shown once, on the answer to sending
// it, and afterwards only its last two digits (decisions 9 and 25).
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ownChoice, saveBankDetails } from "#app/services/payment-choice.server.ts";
import { Button, ButtonGroup, ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { Tick } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { sortCodeInPairs } from "#app/domain/payments/bank-details.ts";
import { plainDate } from "#app/words/format.ts";
import { dayIn } from "#app/domain/basics/dates.ts";
import { inPairs } from "#app/words/payment-choice.ts";
import { modulusSentence } from "#app/words/payments.ts";
import { bankForm } from "./read.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownChoice(context, attendee);
  if (own === null) throw notFound();
  const onFile = own.bank === null ? null : { lastTwo: own.bank.lastTwo, savedOn: plainDate(dayIn(own.bank.savedAt)) };
  return { shell, home, caption, onFile, isSomeoneElses: own.draft.how === "someone-elses-account" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { home, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownChoice(context, attendee);
  if (own === null) throw notFound();
  const read = await readForm(request, bankForm(own.draft.how === "someone-elses-account"));
  if (read.button === "later") return goBackSaying(home, "later");
  if (read.button === "use" && own.bank !== null) return goOn(`${home}/pay/check-answers`);
  if (!read.ok) return mend(read.answer);
  const saved = await saveBankDetails(context, attendee, read.value, { intent: read.intent });
  if (!saved.ok) {
    return mend(problemWith("accountNumber", "Check the sort code and account number. They do not seem to match.", read.typed));
  }
  const { nameOnAccount, sortCode, accountNumber, rollNumber } = read.value;
  return data({
    shownOnce: {
      nameOnAccount,
      sortCode: sortCodeInPairs(sortCode),
      accountNumber: inPairs(accountNumber),
      rollNumber: rollNumber ?? null,
      check: modulusSentence(saved.value.check),
      isChanged: saved.value.state === "changed",
    },
  });
}

type ShownOnce = {
  readonly nameOnAccount: string;
  readonly sortCode: string;
  readonly accountNumber: string;
  readonly rollNumber: string | null;
  readonly check: string;
  readonly isChanged: boolean;
};

export default function Bank() {
  const sent = useActionData<{ readonly shownOnce?: ShownOnce }>();
  return sent?.shownOnce === undefined ? <BankForm /> : <BankShownOnce shown={sent.shownOnce} />;
}

function BankForm() {
  const { shell, home, caption, onFile, isSomeoneElses } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page shell={shell} caption={caption} heading="Bank or building society details" back={{ href: `${home}/pay/how` }}>
      {isSomeoneElses ? (
        <Inset>
          Money in an account you share, or somebody else&apos;s account, can count as theirs. Benefits may ask about it. Only you can
          decide who you trust with your money.
        </Inset>
      ) : null}
      {onFile === null ? null : (
        <>
          <p>
            We have an account that ends {onFile.lastTwo}, saved on {onFile.savedOn}. To change it, enter new details. We tell you about the
            change at the email or address we already have.
          </p>
          <PageForm>
            <Button intent="use" kind="secondary">
              Use the account that ends {onFile.lastTwo}
            </Button>
          </PageForm>
        </>
      )}
      <PageForm>
        <TextField
          name="nameOnAccount"
          label="Name on the account"
          autoComplete="name"
          spellCheck={false}
          value={answer.value("nameOnAccount")}
          error={answer.error("nameOnAccount")}
        />
        <TextField
          name="sortCode"
          label="Sort code"
          hint="6 digits, like 12-34-56"
          inputMode="numeric"
          width={10}
          autoComplete="off"
          spellCheck={false}
          value={answer.value("sortCode")}
          error={answer.error("sortCode")}
        />
        <TextField
          name="accountNumber"
          label="Account number"
          hint="Between 6 and 10 digits"
          inputMode="numeric"
          width={20}
          autoComplete="off"
          spellCheck={false}
          value={answer.value("accountNumber")}
          error={answer.error("accountNumber")}
        />
        <TextField
          name="rollNumber"
          label="Building society roll number (if you have one)"
          hint="It is on your card, statement or passbook"
          width={20}
          autoComplete="off"
          spellCheck={false}
          value={answer.value("rollNumber")}
          error={answer.error("rollNumber")}
        />
        {isSomeoneElses ? (
          <Tick
            name="holderAgreed"
            label="The account holder agrees that my money is paid into this account"
            isTicked={answer.value("holderAgreed") === "yes"}
            error={answer.error("holderAgreed")}
          />
        ) : null}
        <FormButtons secondary={[{ intent: "later", text: "Leave this for later" }]} />
      </PageForm>
      <p>We store these locked. Staff see only the last 2 digits of the account number, apart from the person who makes the payment.</p>
    </Page>
  );
}

function BankShownOnce({ shown }: { readonly shown: ShownOnce }) {
  const { shell, home, caption } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} caption={caption} heading="Check your bank details" back={{ href: `${home}/pay/how` }}>
      <p>These are saved. We show them once, here, so that you can check them.</p>
      <SummaryList
        rows={[
          { name: "Name on the account", answer: shown.nameOnAccount },
          { name: "Sort code", answer: shown.sortCode },
          { name: "Account number", answer: shown.accountNumber },
          ...(shown.rollNumber === null ? [] : [{ name: "Roll number", answer: shown.rollNumber }]),
          { name: "Our check for slips", answer: shown.check },
        ]}
      />
      {shown.isChanged ? (
        <Inset>These replace details we had. We pay nothing into the new account until we have checked with you.</Inset>
      ) : null}
      <ButtonGroup>
        <ButtonLink href={`${home}/pay/check-answers`}>These are right</ButtonLink>
        <ButtonLink href={`${home}/pay/bank`} kind="secondary">
          Enter them again
        </ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
