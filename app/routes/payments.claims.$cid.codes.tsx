// Which budget codes pay one claim: its own for all of it, or others for some lines or some amounts.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { nothing, penceOf } from "#app/domain/basics/money.ts";
import type { BudgetSplit } from "#app/domain/payments/claim.ts";
import { claimForFinance, type CheckView } from "#app/services/finance-claim.server.ts";
import { budgetCodeRule, splitBudget } from "#app/services/finance.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { MoneyField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { lineWords, type LineWords } from "#app/web/finance-words.ts";
import { choice, optionalPounds, optionalText, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { financeRefusalSentence, nobodyToAsk } from "#app/words/claims.ts";
import { inFours, money } from "#app/words/format.ts";

const places = ["1", "2", "3", "4"] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const found = await claimForFinance(visit.context, visit.finance, params["cid"] ?? "");
  if (!found.ok) throw notFound();
  const view = found.value;
  const { pass } = view.refusals;
  const { pattern } = await budgetCodeRule(visit.context, visit.finance.organisationId);
  return {
    shell: staffShell(visit),
    held: visit.held,
    claimHref: `/payments/claims/${view.claimId}`,
    reference: inFours(view.reference),
    version: view.version,
    whyNot: pass === null || pass.reason === "blocked" ? null : financeRefusalSentence(pass, view.couldAuthorise, "check"),
    pattern,
    code: view.budgetCode,
    parts: [
      ...view.budgetParts.map(({ code, amount }) => ({ name: code === "" ? "No code yet" : code, answer: money(amount) })),
      { name: "Total to pay", answer: money(view.instruction.toPay) },
    ],
    how: view.budgetSplit === null ? "one" : view.budgetSplit.by,
    lines: lineWords(view).map(({ id, label }) => ({
      id,
      label,
      amount: money(view.lines.find((line) => line.id === id)?.amount ?? nothing),
      code: codeOfLine(view, id),
    })),
    others: places.map((place, index) => ({ place, ...otherAt(view, index) })),
  };
}

function codeOfLine({ budgetSplit }: CheckView, id: string): string {
  return budgetSplit?.by === "line" ? (budgetSplit.codes[id] ?? "") : "";
}

function otherAt({ budgetSplit }: CheckView, index: number): { readonly code: string; readonly pounds: string } {
  const part = budgetSplit?.by === "amount" ? budgetSplit.parts[index] : undefined;
  return part === undefined ? { code: "", pounds: "" } : { code: part.code, pounds: (part.amount / 100).toFixed(2) };
}

function codesForm(lines: readonly LineWords[]) {
  const code = optionalText({ max: 40, thing: "budget code" });
  return z
    .strictObject({
      code,
      how: choice(["one", "line", "amount"], "Choose how many budget codes pay this claim"),
      version: versionField,
      ...Object.fromEntries(lines.map(({ id }) => [`line-${id}`, code])),
      ...Object.fromEntries(places.map((place) => [`other-${place}`, code])),
      ...Object.fromEntries(places.map((place) => [`pounds-${place}`, optionalPounds("the amount")])),
    })
    .superRefine((said, context) => {
      const given = said as Readonly<Record<string, unknown>>;
      const missing = (path: string, message: string) => context.addIssue({ code: "custom", message, path: [path] });
      if (said.code === "") missing("code", "Enter a budget code");
      if (said.how !== "amount") return;
      for (const place of places) {
        const [other, pounds] = [given[`other-${place}`], given[`pounds-${place}`]];
        if (other !== "" && pounds === null) missing(`pounds-${place}`, "Enter the amount in pounds");
        if (other === "" && pounds !== null) missing(`other-${place}`, "Enter a budget code");
      }
      if (places.every((place) => given[`other-${place}`] === "" && given[`pounds-${place}`] === null))
        missing("other-1", "Enter a budget code");
    });
}

type Said = z.output<ReturnType<typeof codesForm>>;

function splitFrom(lines: readonly LineWords[], said: Said): BudgetSplit | null {
  const given = said as Readonly<Record<string, unknown>>;
  if (said.how === "one") return null;
  if (said.how === "line") return { by: "line", codes: Object.fromEntries(lines.map(({ id }) => [id, String(given[`line-${id}`])])) };
  const parts = places.flatMap((place) => {
    const [code, amount] = [given[`other-${place}`], given[`pounds-${place}`]];
    return typeof code === "string" && code !== "" && typeof amount === "number" ? [{ code, amount: penceOf(amount) }] : [];
  });
  return { by: "amount", parts };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const claimId = params["cid"] ?? "";
  const found = await claimForFinance(context, finance, claimId);
  if (!found.ok) throw notFound();
  const lines = lineWords(found.value);
  const read = await readForm(request, codesForm(lines));
  if (!read.ok) return mend(read.answer);
  const { version, code } = read.value;
  const wanted = { budgetCode: code, split: splitFrom(lines, read.value) };
  const saved = await splitBudget(context, finance, { claimId, version }, wanted, read.intent);
  if (saved.ok) return goBackSaying(`/payments/claims/${claimId}`, "codes");
  const problem = (field: string, message: string) => mend(problemWith(field, message, read.typed));
  const { refusal } = saved;
  switch (refusal.kind) {
    case "not-found":
      throw notFound();
    case "split": {
      if (refusal.refusal === "not-the-pattern") {
        const { pattern } = await budgetCodeRule(context, finance.organisationId);
        return problem("code", `Budget code must be ${pattern}`);
      }
      return problem(refusal.refusal === "code-missing" ? "other-1" : "pounds-1", splitMessages[refusal.refusal]);
    }
    case "rule":
      return problem("how", financeRefusalSentence(refusal.refusal, refusal.others, "check"));
    case "in-a-run":
      return problem("how", `This claim is in batch ${refusal.number}. Take it out of the batch first.`);
    case "nobody-to-ask":
      return problem("how", nobodyToAsk);
    case "changed-by-someone-else":
      return problem("how", "Somebody else changed this claim while you had it open. Read it again, then save.");
  }
}

const splitMessages = {
  "code-missing": "Enter a budget code",
  "no-amount": "Each amount must be more than £0",
  "more-than-the-claim": "The amounts come to more than this claim. Make them smaller",
} as const;

export default function ClaimCodes() {
  const { shell, held, claimHref, reference, version, whyNot, pattern, code, parts, how, lines, others } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const field = (name: string, saved: string) => ({ name, value: answer.value(name, saved), error: answer.error(name) });
  return (
    <Page
      shell={shell}
      heading="Budget codes of this claim"
      caption={`Claim ${reference}`}
      held={held}
      back={{ href: claimHref, text: `Claim ${reference}` }}
    >
      {whyNot === null ? null : <Warning>{whyNot}</Warning>}
      <p>The person sends one claim. Behind it, several budgets can pay. The parts always add up to the claim, to the penny.</p>
      <h2>As it stands</h2>
      <SummaryList rows={parts} />
      {whyNot === null ? (
        <PageForm carried={{ version: String(version) }}>
          <TextField
            {...field("code", code)}
            label="Budget code of the claim"
            hint={
              pattern === "" ? "It pays whatever no other code pays." : `It pays whatever no other code pays. Codes look like ${pattern}.`
            }
            width={20}
            autoComplete="off"
            spellCheck={false}
          />
          <Radios
            {...field("how", how)}
            legend="How many budget codes pay this claim?"
            options={[
              { value: "one", label: "This code pays all of it" },
              { value: "line", label: "Other codes pay some lines", hint: "Fill in the codes of those lines." },
              { value: "amount", label: "Other codes pay some amounts", hint: "Fill in each code and its amount." },
            ]}
          />
          <h2>Codes of lines</h2>
          {lines.map((line) => (
            <TextField
              key={line.id}
              {...field(`line-${line.id}`, line.code)}
              label={`Code for ${line.label}, ${line.amount} (optional)`}
              width={20}
              autoComplete="off"
              spellCheck={false}
            />
          ))}
          <h2>Codes and amounts</h2>
          {others.map((other) => (
            <div key={other.place} className="form-part">
              <TextField
                {...field(`other-${other.place}`, other.code)}
                label={`Other code ${other.place} (optional)`}
                width={20}
                autoComplete="off"
                spellCheck={false}
              />
              <MoneyField
                {...field(`pounds-${other.place}`, other.pounds)}
                label={`Amount of other code ${other.place}, in pounds (optional)`}
              />
            </div>
          ))}
          <FormButtons primary="Save the codes" />
        </PageForm>
      ) : null}
    </Page>
  );
}
