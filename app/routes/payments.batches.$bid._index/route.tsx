// One payment batch: what is in it, who signed it, what is next, and taking a claim out.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { reasonsNotPaid } from "#app/domain/payments/payment-files.ts";
import { markReturned } from "#app/services/run-paying.server.ts";
import { cancelRun, signRun, takeOut } from "#app/services/run-signing.server.ts";
import { runForFinance } from "#app/services/run-views.server.ts";
import type { RunRefusal } from "#app/services/run-work.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { LongField, SelectField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { choice, longText, versionField } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm, type Typed } from "#app/web/forms.server.ts";
import { notFound, requireFinance, requireFinanceReader } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { runPage, runRefusalSentences, together } from "#app/web/run-words.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { asSignedSentences } from "#app/words/money-trail.ts";
import { notPaidNames } from "#app/words/payment-runs.ts";
import { FilesMade, LinesTable, tasksOf } from "./parts.tsx";

const plain = z.strictObject({ version: versionField });
const outForm = z.strictObject({
  version: versionField,
  line: z.string().min(1, "Choose which claim to take out"),
  why: longText("Why", { missing: "Say why you are taking it out", max: 1000 }),
});
const returnForm = z.strictObject({
  version: versionField,
  returned: z.string().min(1, "Choose which payment came back"),
  reason: choice(reasonsNotPaid, "Choose a reason"),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinanceReader(request);
  const found = await runForFinance(visit.context, visit.reader, params["bid"] ?? "");
  if (!found.ok) throw notFound();
  return {
    shell: staffShell(visit),
    held: visit.held,
    run: runPage(found.value),
    mayAct: visit.reader.kind === "finance",
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const runId = params["bid"] ?? "";
  const here = `/payments/batches/${runId}`;
  const button = (await formOf(request)).get("intent");
  if (button === "out") {
    const read = await readForm(request, outForm);
    if (!read.ok) return mend(read.answer);
    const { version, line, why } = read.value;
    const out = await takeOut(context, finance, { runId, version, lineId: line }, why, read.intent);
    return out.ok ? goBackSaying(here, "out") : answerTo(out.refusal, "line", read.typed);
  }
  if (button === "returned") {
    const read = await readForm(request, returnForm);
    if (!read.ok) return mend(read.answer);
    const { version, returned, reason } = read.value;
    const back = await markReturned(context, finance, { runId, version, lineId: returned }, reason, read.intent);
    return back.ok ? goBackSaying(here, "returned") : answerTo(back.refusal, "returned", read.typed);
  }
  const read = await readForm(request, plain);
  if (!read.ok) return mend(read.answer);
  const at = { runId, version: read.value.version };
  if (button === "cancel") {
    const given = await cancelRun(context, finance, at, read.intent);
    return given.ok ? goBackSaying("/payments/batches", "cancelled") : answerTo(given.refusal, "line", read.typed);
  }
  const signed = await signRun(context, finance, at, read.intent);
  return signed.ok ? goBackSaying(here, "signed") : answerTo(signed.refusal, "line", read.typed);
}

function answerTo(refusal: RunRefusal, field: string, typed: Typed) {
  return mend(problemWith(field, together(runRefusalSentences(refusal)), typed));
}

const notices: Readonly<Record<string, string>> = {
  made: "The batch is made. Somebody else signs it.",
  signed: "The batch is signed and locked. It can be printed, exported and paid.",
  out: "The claim is taken out. It is ready for another batch.",
  returned: "The claim is on hold, and the person is told.",
  paid: "The batch is marked as paid.",
  sent: "The people are told.",
  reviewed: "What was found is on record.",
};

export default function Batch() {
  const { shell, held, run, mayAct, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const notice = saved === null ? undefined : notices[saved];
  const open = run.lines.filter(({ state }) => mayAct && state === "in");
  const paid = run.lines.filter(({ state }) => mayAct && state === "paid");
  const carried = { version: String(run.version) };
  const choices = (lines: typeof open) => lines.map(({ lineId, label }) => ({ value: lineId, label }));
  return (
    <Page
      shell={shell}
      heading={run.heading}
      width="wide"
      held={held}
      back={{ href: "/payments/batches", text: "Payment batches" }}
      notice={notice === undefined ? undefined : { heading: "Saved", children: notice }}
    >
      <p>
        <StatusTag status={run.state} />
      </p>
      {run.signed === "changed" ? (
        <Warning>This batch is not as it was signed. Nothing leaves it until an administrator has found out why.</Warning>
      ) : null}
      {run.signed === "over-its-time" ? <p>{asSignedSentences["over-its-time"]}</p> : null}
      <SummaryList rows={run.facts} />
      {run.raw === "draft" && mayAct ? (
        <>
          <h2>Sign the batch</h2>
          {run.whyNotSign.length === 0 ? (
            <PageForm carried={carried}>
              <p>Your signature releases every claim in it. After that the batch cannot change.</p>
              <FormButtons primary="Sign the batch" />
            </PageForm>
          ) : (
            [...run.whyNotSign, ...(run.askToSign === null ? [] : [run.askToSign])].map((sentence) => <p key={sentence}>{sentence}</p>)
          )}
        </>
      ) : null}
      {run.raw === "cancelled" || !mayAct ? null : (
        <>
          <h2>Steps</h2>
          <TaskList tasks={tasksOf(run)} />
        </>
      )}
      <LinesTable run={run} />
      <FilesMade exports={run.exports} />
      {open.length > 0 && (run.raw === "draft" || run.raw === "locked") ? (
        <>
          <h2>Take a claim out</h2>
          <PageForm carried={{ ...carried, intent: "out" }}>
            <SelectField
              name="line"
              label="Which claim?"
              blank="Choose a claim"
              options={choices(open)}
              value={answer.value("line")}
              error={answer.error("line")}
            />
            <LongField name="why" label="Why?" rows={2} limit={1000} value={answer.value("why")} error={answer.error("why")} />
            <FormButtons primary="Take a claim out" />
          </PageForm>
        </>
      ) : null}
      {run.raw === "draft" && mayAct ? (
        <PageForm carried={{ ...carried, intent: "cancel" }}>
          <h2>Give the batch up</h2>
          <p>Its claims are then ready for another batch.</p>
          <FormButtons primary="Give the batch up" kind="danger" />
        </PageForm>
      ) : null}
      {paid.length > 0 ? (
        <>
          <h2>The bank sent a payment back</h2>
          <PageForm carried={{ ...carried, intent: "returned" }}>
            <SelectField
              name="returned"
              label="Which payment came back?"
              blank="Choose a payment"
              options={choices(paid)}
              value={answer.value("returned")}
              error={answer.error("returned")}
            />
            <SelectField
              name="reason"
              label="What did the bank say?"
              blank="Choose a reason"
              options={reasonOptions}
              value={answer.value("reason")}
              error={answer.error("reason")}
            />
            <FormButtons primary="Record that it came back" />
          </PageForm>
        </>
      ) : null}
    </Page>
  );
}

const reasonOptions = (Object.keys(notPaidNames) as (keyof typeof notPaidNames)[]).map((value) => ({ value, label: notPaidNames[value] }));
