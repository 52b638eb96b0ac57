// Bank details. They can be written with a link and never read back: what was typed is shown once, on the answer to sending
// it, and afterwards only its last two digits (decisions 9 and 25).
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ownChoice, saveBankDetails } from "#app/services/payment-choice.server.ts";
import { Button, ButtonGroup, ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { Tick } from "#app/ui/choices.tsx";
import { wordingIn } from "#app/ui/display-preferences.ts";
import { TextField } from "#app/ui/fields.tsx";
import { Sentences } from "#app/ui/lines.tsx";
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
import { bankCheckSaid, payWords } from "#app/words/pay-pages.ts";
import { bankForm } from "./read.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownChoice(context, attendee);
  if (own === null) throw notFound();
  const onFile = own.bank === null ? null : { lastTwo: own.bank.lastTwo, savedOn: plainDate(dayIn(own.bank.savedAt)) };
  const wording = wordingIn(request.headers.get("cookie"));
  return { shell, home, caption, wording, onFile, isSomeoneElses: own.draft.how === "someone-elses-account" };
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
      check: bankCheckSaid(wordingIn(request.headers.get("cookie")), saved.value.check),
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
  const { shell, home, caption, wording, onFile, isSomeoneElses } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const words = payWords[wording].bank;
  return (
    <Page shell={shell} caption={caption} heading={words.heading} back={{ href: `${home}/pay/how` }}>
      {isSomeoneElses ? (
        <Inset>
          <Sentences text={words.shared} wording={wording} />
        </Inset>
      ) : null}
      {onFile === null ? null : (
        <>
          <p>
            <Sentences text={words.onFile(onFile.lastTwo, onFile.savedOn)} wording={wording} />
          </p>
          <PageForm>
            <Button intent="use" kind="secondary">
              {words.use(onFile.lastTwo)}
            </Button>
          </PageForm>
        </>
      )}
      <PageForm>
        <TextField
          name="nameOnAccount"
          label={words.name}
          autoComplete="name"
          spellCheck={false}
          value={answer.value("nameOnAccount")}
          error={answer.error("nameOnAccount")}
        />
        <TextField
          name="sortCode"
          label={words.sortCode}
          hint={words.sortCodeHint}
          inputMode="numeric"
          width={10}
          autoComplete="off"
          spellCheck={false}
          value={answer.value("sortCode")}
          error={answer.error("sortCode")}
        />
        <TextField
          name="accountNumber"
          label={words.number}
          hint={words.numberHint}
          inputMode="numeric"
          width={20}
          autoComplete="off"
          spellCheck={false}
          value={answer.value("accountNumber")}
          error={answer.error("accountNumber")}
        />
        <TextField
          name="rollNumber"
          label={words.roll}
          hint={words.rollHint}
          width={20}
          autoComplete="off"
          spellCheck={false}
          value={answer.value("rollNumber")}
          error={answer.error("rollNumber")}
        />
        {isSomeoneElses ? (
          <Tick
            name="holderAgreed"
            label={words.holderAgrees}
            isTicked={answer.value("holderAgreed") === "yes"}
            error={answer.error("holderAgreed")}
          />
        ) : null}
        <FormButtons primary={payWords[wording].save} secondary={[{ intent: "later", text: words.later }]} />
      </PageForm>
      <p>
        <Sentences text={words.locked} wording={wording} />
      </p>
    </Page>
  );
}

function BankShownOnce({ shown }: { readonly shown: ShownOnce }) {
  const { shell, home, caption, wording } = useLoaderData<typeof loader>();
  const words = payWords[wording].bank;
  return (
    <Page shell={shell} caption={caption} heading={words.checkHeading} back={{ href: `${home}/pay/how` }}>
      <p>
        <Sentences text={words.shownOnce} wording={wording} />
      </p>
      <SummaryList
        rows={[
          { name: words.name, answer: shown.nameOnAccount },
          { name: words.sortCode, answer: shown.sortCode },
          { name: words.number, answer: shown.accountNumber },
          ...(shown.rollNumber === null ? [] : [{ name: words.rollShort, answer: shown.rollNumber }]),
          { name: words.ourCheck, answer: shown.check },
        ]}
      />
      {shown.isChanged ? (
        <Inset>
          <Sentences text={words.changed} wording={wording} />
        </Inset>
      ) : null}
      <ButtonGroup>
        <ButtonLink href={`${home}/pay/check-answers`}>{words.right}</ButtonLink>
        <ButtonLink href={`${home}/pay/bank`} kind="secondary">
          {words.again}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
