// One person's account as finance makes sure of it: by its end only, what still has to happen, what was done, and what to record.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dayIn } from "#app/domain/basics/dates.ts";
import { complaintsAbout } from "#app/services/complaints.server.ts";
import { payeeForFinance, recordAboutPayee, waysToCallBack } from "#app/services/payees.server.ts";
import { ComplaintLinks } from "#app/ui/complaint-links.tsx";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { DateField, LongField, SelectField, TextField } from "#app/ui/fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { complaintLink } from "#app/web/finance-words.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate, plainDate } from "#app/words/format.ts";
import {
  accountKindNames,
  authorityNames,
  nameCheckNames,
  nameDecisionNames,
  payeeEntrySentence,
  payeeNeedSentences,
} from "#app/words/payment-runs.ts";
import { accountKinds, authorities, decisions, entryFrom, kinds, nothingTyped, payeeForm, results } from "./form.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const personId = params["pid"] ?? "";
  const found = await payeeForFinance(visit.context, visit.finance, personId);
  if (!found.ok) throw notFound();
  const { person, payee } = found.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    person,
    account: payee?.account ?? "",
    isOwn: payee?.isOwn ?? false,
    tieHref: `/payments/payees/${personId}/tie`,
    sharedWith: (payee?.sharedWith ?? []).map((one) => ({ href: `/payments/payees/${one.personId}`, text: one.name })),
    facts: payee === null ? [] : factsOf(payee),
    needs: payee === null ? [] : payeeNeedSentences(payee.answer.needs),
    notes: payee?.answer.notes.length ?? 0,
    history: (payee?.entries ?? []).map(({ entry, by, at }, index) => ({
      id: String(index),
      text: `${plainDate(dayIn(at))}, ${by}: ${payeeEntrySentence(entry)}`,
    })),
    complaints: (await complaintsAbout(visit.context, visit.finance, { personId })).map(complaintLink),
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

type Payee = NonNullable<Extract<Awaited<ReturnType<typeof payeeForFinance>>, { ok: true }>["value"]["payee"]>;

const checks = {
  fits: "The sort code and account number fit together. This finds slips, not fraud.",
  "does-not-fit": "The sort code and account number do not seem to match.",
  "not-checked": "Not checked. This finds slips, not fraud.",
} as const;
const states = { new: "New: nothing has been paid into it yet", checked: "In use", changed: "Changed" } as const;

function factsOf(payee: Payee) {
  return [
    { name: "Account", answer: `Ends ${payee.lastTwo}` },
    ...(payee.lastTwoBefore === null ? [] : [{ name: "The account before", answer: `Ended ${payee.lastTwoBefore}` }]),
    { name: "State", answer: states[payee.state] },
    { name: "Saved on", answer: longDate(dayIn(payee.savedAt)) },
    {
      name: "Whose account",
      answer: payee.accountInOwnName ? "The person’s own" : "Shared or somebody else’s. The income is the person’s.",
    },
    { name: "Number check", answer: checks[payee.check] },
    { name: "Name check", answer: nameCheckNames[payee.nameCheck] },
    { name: "Payments", answer: payee.answer.payment === "allowed" ? "Can be paid" : "Held" },
  ];
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const personId = params["pid"] ?? "";
  if ((await formOf(request)).get("intent") === "show") {
    const asked = await readForm(request, nothingTyped);
    if (!asked.ok) return mend(asked.answer);
    const ways = await waysToCallBack(context, finance, personId);
    if (!ways.ok) throw notFound();
    return {
      ways: ways.value.map(({ value, wasHeldBefore }) => ({
        value,
        answer: wasHeldBefore ? "On file before the change" : "New. A call on this does not count",
      })),
    };
  }
  const read = await readForm(request, payeeForm);
  if (!read.ok) return mend(read.answer);
  const { account } = read.value;
  const saved = await recordAboutPayee(context, finance, { personId, account }, entryFrom(read.value, context.today), read.intent);
  if (saved.ok) return goBackSaying(`/payments/payees/${personId}`, "recorded");
  if (saved.refusal === "not-found") throw notFound();
  const message = {
    "no-account": "There are no bank details on file any more.",
    "own-account": "This is your own account. Someone else makes sure of it.",
    tied: "You entered these details, or said how you know this person. Someone else makes sure of the account.",
    "account-changed": "The bank details were changed while you had this open. Look at them again.",
    "not-held-before": "A call back counts only on a number or address we had before the change",
    "nothing-to-decide": "There is no name check to decide about. Record what the bank said first",
  }[saved.refusal];
  return mend(problemWith("kind", message, read.typed));
}

export default function PayeePage() {
  const { shell, held, person, account, isOwn, tieHref, sharedWith, complaints, facts, needs, notes, history, isSaved } =
    useLoaderData<typeof loader>();
  const shown = useActionData<{ readonly ways?: readonly { readonly value: string; readonly answer: string }[] }>();
  const ways = shown?.ways ?? null;
  const answer = useAnswer(held);
  const field = (name: string) => ({ name, value: answer.value(name), error: answer.error(name) });
  const options = <Key extends string>(keys: readonly Key[], names: Readonly<Record<Key, string>>) =>
    keys.map((value) => ({ value, label: names[value] }));
  return (
    <Page
      shell={shell}
      heading={`Bank details of ${person}`}
      held={held}
      back={{ href: "/payments", text: "Payments" }}
      notice={isSaved ? { heading: "Saved", children: "What you did is on record." } : undefined}
    >
      {facts.length === 0 ? <p>No bank details on file. Ask the person how they would like to be paid.</p> : <SummaryList rows={facts} />}
      {notes > 0 ? <Warning>Contact details and bank details were changed within 30 days of each other.</Warning> : null}
      {sharedWith.length === 0 ? null : (
        <>
          <h2>Others paid into this account</h2>
          <p>That can be right: couples, care homes and appointees share accounts.</p>
          <LinkList links={sharedWith} />
        </>
      )}
      <ComplaintLinks links={complaints} />
      {needs.length === 0 ? null : (
        <>
          <h2>Before money can go there</h2>
          <ul className="govuk-list govuk-list--bullet">
            {needs.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {facts.length === 0 ? null : (
        <>
          <h2>Call back</h2>
          {ways === null ? (
            <PageForm carried={{ intent: "show" }}>
              <p>We record that you looked at these numbers.</p>
              <FormButtons primary="Show how to reach them" />
            </PageForm>
          ) : (
            <SummaryList rows={ways.map(({ value, answer: said }) => ({ name: value, answer: said }))} />
          )}
        </>
      )}
      <h2>What was done</h2>
      {history.length === 0 ? (
        <p>Nothing is on record for this account yet.</p>
      ) : (
        <ol className="govuk-list">
          {history.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ol>
      )}
      {facts.length === 0 || isOwn ? null : (
        <PageForm carried={{ account }}>
          <Radios
            {...field("kind")}
            legend="What did you do?"
            asHeading="h2"
            options={options(kinds, {
              "call-back": "Called back, and they confirmed the account",
              "confirmed-reply": "Had a reply that confirms it",
              "name-check": "Checked the name with the bank",
              "name-check-decision": "Decided about the name",
              authority: "Saw what lets this account be used for the person’s money",
              "account-kind": "Learnt whether it is personal or a business account",
              "appointee-advice": "Got legal advice about an appointee",
            })}
          />
          <h2>If you called back</h2>
          <TextField {...field("reached")} label="Which number or address did you use?" autoComplete="off" />
          <Radios
            {...field("heldBefore")}
            legend="Did we have it before the change?"
            options={[
              { value: "yes", label: "Yes" },
              { value: "no", label: "No" },
            ]}
          />
          <h2>If you checked the name</h2>
          <SelectField
            {...field("result")}
            label="What did the bank say?"
            blank="Choose an answer"
            options={options(results, nameCheckNames)}
          />
          <TextField {...field("nameGiven")} label="Name the bank gave" optional autoComplete="off" />
          <SelectField
            {...field("what")}
            label="What did you decide?"
            blank="Choose an answer"
            options={options(decisions, nameDecisionNames)}
          />
          <h2>If the account is somebody else’s</h2>
          <SelectField
            {...field("authority")}
            label="What did you see?"
            blank="Choose an answer"
            options={options(authorities, authorityNames)}
          />
          <DateField name="from" label="In force from" optional value={answer.date("from")} error={answer.error("from")} />
          <DateField name="to" label="In force until" optional value={answer.date("to")} error={answer.error("to")} />
          <h2>If you learnt what kind of account it is</h2>
          <SelectField
            {...field("accountKind")}
            label="Is it personal or a business account?"
            blank="Choose an answer"
            options={options(accountKinds, accountKindNames)}
          />
          <h2>In your own words</h2>
          <LongField {...field("why")} label="What do you know, and from whom?" rows={3} limit={1000} />
          <FormButtons primary="Record this" />
        </PageForm>
      )}
      {isOwn ? <p>This is your own account. Someone else makes sure of it.</p> : null}
      <p>
        <a className="target" href={tieHref}>
          Say that you know {person}
        </a>
      </p>
    </Page>
  );
}
