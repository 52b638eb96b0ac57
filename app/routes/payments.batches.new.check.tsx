// The claims a new batch would pay, and those it would not with the reason. All of them, or those chosen, are put in.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readDate, type CalendarDate } from "#app/domain/basics/dates.ts";
import { sum } from "#app/domain/basics/money.ts";
import { claimsForRun, makeRun } from "#app/services/run-making.server.ts";
import type { RunKind } from "#app/services/run-views.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choice } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireFinance } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { stopSentence } from "#app/web/run-words.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { inFours, longDate, money, number } from "#app/words/format.ts";
import { countAndTotal, runKindNames } from "#app/words/payment-runs.ts";

const several = z.preprocess(
  (given): unknown => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.string().max(40)).max(5_000),
);
const form = z
  .strictObject({ which: choice(["all", "chosen"], "Choose which claims"), claims: several })
  .superRefine(({ which, claims }, context) => {
    if (which === "chosen" && claims.length === 0)
      context.addIssue({ code: "custom", message: "Choose at least 1 claim", path: ["claims"] });
  });

function wantedFrom(request: Request): { readonly kind: RunKind; readonly paymentDate: CalendarDate } {
  const { searchParams } = new URL(request.url);
  const kind = (Object.keys(runKindNames) as RunKind[]).find((one) => one === searchParams.get("kind"));
  const [year = "", month = "", day = ""] = (searchParams.get("date") ?? "").split("-");
  const date = readDate({ day, month, year });
  if (kind === undefined || !date.ok) throw redirect("/payments/batches/new", { status: 303 });
  return { kind, paymentDate: date.value };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const wanted = wantedFrom(request);
  const found = await claimsForRun(visit.context, visit.finance, wanted);
  const ready = found.filter(({ stops }) => stops.length === 0);
  const name = ({ reference, person }: (typeof found)[number]) => `${inFours(reference)}, ${person}`;
  return {
    shell: staffShell(visit),
    held: visit.held,
    what: `${runKindNames[wanted.kind]}, ${longDate(wanted.paymentDate)}`,
    count: ready.length,
    total: countAndTotal(ready.length, sum(ready.map(({ toPay }) => toPay))),
    ready: ready.map((one) => ({
      value: one.claimId,
      label: `${name(one)}: ${money(one.toPay)}`,
      hint: [
        one.meeting,
        `Budget code ${one.budgetCode}`,
        ...(one.payBy === null ? [] : [`pay by ${longDate(one.payBy)}`]),
        ...(one.accountChanged ? ["bank details changed in the last month"] : []),
      ].join(", "),
    })),
    stopped: found
      .filter(({ stops }) => stops.length > 0)
      .map((one) => ({ name: name(one), href: `/payments/claims/${one.claimId}`, why: one.stops.map(stopSentence).join(" ") })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const wanted = wantedFrom(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { which, claims } = read.value;
  const made = await makeRun(context, finance, { ...wanted, claimIds: which === "all" ? "all" : claims }, read.intent);
  if (made.ok) return goOn(`/payments/batches/${made.value.runId}?saved=made`);
  const message = {
    "not-a-working-day": `Payment date must be a working day, ${longDate(context.today)} or later`,
    "nothing-to-put-in": "No claim is ready for this batch. Look at the reasons below.",
    "a-claim-cannot-go": "A claim you chose cannot go in this batch any more. Look at the list again, then choose.",
  }[made.refusal];
  return mend(problemWith("which", message, read.typed));
}

export default function CheckBatch() {
  const { shell, held, what, count, total, ready, stopped } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page shell={shell} heading="Check the batch" held={held} back={{ href: "/payments/batches/new", text: "Make a payment batch" }}>
      <p>{what}</p>
      {count === 0 ? (
        <p>No claim is ready for this batch.</p>
      ) : (
        <PageForm>
          <p className="govuk-body-l">{`Ready: ${total}.`}</p>
          <Radios
            name="which"
            legend="Which claims?"
            asHeading="h2"
            options={[
              { value: "all", label: count === 1 ? "The 1 ready claim" : `All ${number(count)} ready claims` },
              { value: "chosen", label: "Those I choose below" },
            ]}
            value={answer.value("which", "all")}
            error={answer.error("which")}
          />
          <Checkboxes
            name="claims"
            legend="Claims that are ready"
            options={ready}
            values={answer.values("claims", [])}
            error={answer.error("claims")}
          />
          <FormButtons primary="Make batch" />
        </PageForm>
      )}
      {stopped.length === 0 ? null : (
        <>
          <h2>Not in this batch</h2>
          <ul className="govuk-list govuk-list--spaced">
            {stopped.map(({ name, href, why }) => (
              <li key={href}>
                <a className="target" href={href}>
                  {name}
                </a>
                : {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
