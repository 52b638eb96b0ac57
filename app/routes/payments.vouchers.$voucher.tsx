// One voucher of the log: where it is and who keeps it, its code on request, the person's receipt, and taking it out of use.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readUpload } from "#app/services/files.server.ts";
import { custodyOf, handOver, type NotHandedOver } from "#app/services/voucher-custody.server.ts";
import { recordReceipt } from "#app/services/voucher-giving.server.ts";
import { closeVoucher, openVoucherCode, voucherFor, type VoucherView } from "#app/services/vouchers.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DateField, FileField, LongField, SelectField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { choice, date, longText, optionalText, requiredText, versionField } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { uploadRefusalSentence } from "#app/words/claims.ts";
import { counted, dateInColumn, inFours, longDate, money } from "#app/words/format.ts";
import { endsIn, receiptNames, sentHowNames, voucherKindNames, voucherNeedNames, voucherStateNames } from "#app/words/vouchers.ts";

const receiptForm = z.strictObject({
  how: choice(["signed", "said-so", "wrote"], "Choose how they confirmed"),
  on: date({ thing: "the date they confirmed" }),
  file: z.custom<File>((given) => given instanceof Blob).optional(),
  version: versionField,
});
const handForm = z.strictObject({
  which: choice(["this", "all"], "Choose this voucher or all they keep"),
  keeper: requiredText("Choose who keeps it now", { max: 60, thing: "name" }),
  where: optionalText({ max: 200, thing: "place" }),
  handedOn: date({ thing: "the date it changed hands" }),
  version: versionField,
});
const closeForm = z.strictObject({
  to: choice(["given-back", "expired", "lost"], "Choose what happened"),
  why: longText("What you write", { missing: "Say what happened", max: 1_000 }),
  version: versionField,
});
const codeForm = z.strictObject({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const found = await voucherFor(visit.context, visit.finance, params["voucher"] ?? "");
  if (!found.ok) throw notFound();
  const view = found.value;
  const custody = await custodyOf(visit.context, visit.finance, view.voucherId);
  if (!custody.ok) throw notFound();
  const { handovers, keptBySame, successors } = custody.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    saved: new URL(request.url).searchParams.get("saved"),
    today: visit.context.today,
    version: view.version,
    heading: `${money(view.value)} voucher, ${view.supplier}`,
    hasRunOut: view.hasRunOut,
    isOpen: view.state === "held" || view.state === "given",
    isGiven: view.state === "given",
    hasCode: view.hasCode,
    asksReceipt: view.state === "given" && view.given?.confirmed === null,
    scanHref: view.given?.confirmed?.hasScan === true ? `/payments/vouchers/${view.voucherId}/receipt` : null,
    keeper: view.heldBy,
    keptBySame: counted(keptBySame, "voucher", "vouchers"),
    keepsMore: keptBySame > 1,
    mayChangeHands: view.state === "held",
    successors: successors.map(({ id, name }) => ({ value: id, label: name })),
    handovers: handovers.map(({ on, from, to, writtenBy }, index) => ({
      key: String(index),
      cells: [dateInColumn(on), from, to, writtenBy],
    })),
    claimHref: view.given === null ? null : `/payments/claims/${view.given.claimId}`,
    bought: boughtRows(view),
    given: givenRows(view),
    closed:
      view.closed === null
        ? []
        : [
            { name: "What happened", answer: voucherStateNames[view.state] },
            { name: "On", answer: longDate(view.closed.on) },
            { name: "Written by", answer: view.closed.by },
            { name: "Why", answer: view.closed.why },
          ],
  };
}

function boughtRows(view: VoucherView) {
  return [
    { name: "State", answer: voucherStateNames[view.state] },
    { name: "Kind", answer: voucherKindNames[view.kind] },
    { name: "Code", answer: endsIn(view.lastFour) },
    { name: "Worth", answer: money(view.value) },
    { name: "Cost", answer: money(view.cost) },
    { name: "Budget code", answer: view.budgetCode },
    { name: "Bought", answer: `${longDate(view.boughtOn)}, by ${view.boughtBy}` },
    { name: "Use by", answer: view.expiresOn === null ? "No date" : longDate(view.expiresOn) },
    {
      name: view.state === "held" ? "Kept by" : "Was kept by",
      answer: view.heldWhere === "" ? view.heldBy : `${view.heldBy}, ${view.heldWhere}`,
    },
  ];
}

function givenRows({ given }: VoucherView) {
  if (given === null) return [];
  const { confirmed } = given;
  return [
    { name: "Given to", answer: given.person },
    { name: "Claim", answer: `${inFours(given.reference)}, ${given.meeting}` },
    { name: "Given", answer: `${longDate(given.on)}, by ${given.by}` },
    { name: "How", answer: sentHowNames[given.how] },
    { name: "Can they use it?", answer: given.canUse === "said-yes" ? "Yes, they said so" : "We have not asked" },
    ...(given.needsMet.length === 0 ? [] : [{ name: "Your rule", answer: given.needsMet.map(needName).join(". ") }]),
    {
      name: "They have it",
      answer:
        confirmed === null
          ? "Not confirmed yet"
          : `${longDate(confirmed.on)}. ${receiptNames[confirmed.how]}${confirmed.by === null ? "" : `, written down by ${confirmed.by}`}`,
    },
  ];
}

function needName(need: string): string {
  return need in voucherNeedNames ? voucherNeedNames[need as keyof typeof voucherNeedNames] : need;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const voucherId = params["voucher"] ?? "";
  const here = `/payments/vouchers/${voucherId}`;
  const button = (await formOf(request)).get("intent");
  if (button === "code") {
    const read = await readForm(request, codeForm);
    if (!read.ok) return mend(read.answer);
    const code = await openVoucherCode(context, finance, voucherId);
    if (!code.ok) throw notFound();
    return { code: code.value };
  }
  if (button === "receipt") {
    const read = await readForm(request, receiptForm);
    if (!read.ok) return mend(read.answer);
    const { how, on, file = null, version } = read.value;
    const hasFile = file !== null && (file.size > 0 || file.name !== "");
    const upload = hasFile ? await readUpload(context, file) : null;
    if (upload?.ok === false) return mend(problemWith("file", uploadRefusalSentence(upload.refusal, file?.name ?? ""), read.typed));
    const received = { how, on, scan: upload?.value ?? null };
    const saved = await recordReceipt(context, finance, { voucherId, version }, received, read.intent);
    if (saved.ok) return goBackSaying(here, "receipt");
    if (saved.refusal === "not-found") throw notFound();
    return mend(problemWith("on.day", receiptProblems[saved.refusal], read.typed));
  }
  if (button === "hand") {
    const read = await readForm(request, handForm);
    if (!read.ok) return mend(read.answer);
    const { keeper: to, where, handedOn, which, version } = read.value;
    const handed = await handOver(context, finance, { voucherId, version }, { to, where, on: handedOn, which }, read.intent);
    if (handed.ok) return goBackSaying(here, "handed");
    if (handed.refusal === "not-found") throw notFound();
    const { field, message } = handProblems[handed.refusal];
    return mend(problemWith(field, message, read.typed));
  }
  const read = await readForm(request, closeForm);
  if (!read.ok) return mend(read.answer);
  const { to, why, version } = read.value;
  const closed = await closeVoucher(context, finance, { voucherId, version }, { to, why }, read.intent);
  if (closed.ok) return goBackSaying(here, "closed");
  if (closed.refusal === "not-found") throw notFound();
  return mend(problemWith("to", closeProblems[closed.refusal], read.typed));
}

const changed = "Somebody else changed this voucher while you had it open. Read it again, then save.";
const receiptProblems = {
  "changed-elsewhere": changed,
  "not-now": changed,
  "before-given": "The date they confirmed must be the day it was given or later",
  "in-the-future": "The date they confirmed must be today or earlier",
} as const;
const handProblems: Readonly<Record<Exclude<NotHandedOver, "not-found">, { readonly field: string; readonly message: string }>> = {
  "changed-elsewhere": { field: "keeper", message: changed },
  "not-now": { field: "keeper", message: changed },
  "no-such-holder": { field: "keeper", message: "Choose somebody who works here" },
  "same-holder": { field: "keeper", message: "They keep it already. Choose somebody else" },
  "to-yourself": { field: "keeper", message: "You have it now, so somebody else in finance writes that down" },
  "in-the-future": { field: "handedOn.day", message: "The date it changed hands must be today or earlier" },
  "before-bought": { field: "handedOn.day", message: "The date it changed hands must be the day it was bought or later" },
};
const closeProblems = {
  "changed-elsewhere": changed,
  "not-now": "A voucher that was given out can be given back or lost, and nothing else",
  "still-good": "This voucher can still be used. It has not run out.",
} as const;
const notices: Readonly<Record<string, string>> = {
  receipt: "It is written down that they have it.",
  handed: "It is written down who keeps it now.",
  closed: "The voucher is out of use. It stays in the log.",
};

/** The whole code, on the answer to the button that asked for it and nowhere else. */
function codeIn(data: unknown): string | null {
  return typeof data === "object" && data !== null && "code" in data && typeof data.code === "string" ? data.code : null;
}

export default function OneVoucher() {
  const {
    shell,
    held,
    saved,
    today,
    version,
    heading,
    hasRunOut,
    isOpen,
    isGiven,
    hasCode,
    asksReceipt,
    scanHref,
    keeper,
    keptBySame,
    keepsMore,
    mayChangeHands,
    successors,
    handovers,
    claimHref,
    bought,
    given,
    closed,
  } = useLoaderData<typeof loader>();
  const code = codeIn(useActionData());
  const answer = useAnswer(held);
  const notice = saved === null ? undefined : notices[saved];
  return (
    <Page
      shell={shell}
      heading={heading}
      held={held}
      back={{ href: "/payments/vouchers", text: "Vouchers" }}
      notice={notice === undefined ? undefined : { heading: "Saved", children: notice }}
    >
      {hasRunOut ? <Inset>This voucher is past its last day. Take it out of use below.</Inset> : null}
      <SummaryList rows={bought} />
      {code === null ? null : (
        <Inset>
          <p>
            The whole code: <strong className="reference">{code}</strong>
          </p>
          <p>It is shown this once. We record that you saw it.</p>
        </Inset>
      )}
      {given.length === 0 ? null : (
        <>
          <h2>Given out</h2>
          <SummaryList rows={given} />
          {scanHref === null ? null : (
            <p>
              <a className="target" href={scanHref}>
                Download the receipt they gave
              </a>
            </p>
          )}
          {claimHref === null ? null : (
            <p>
              <a className="target" href={claimHref}>
                See the claim
              </a>
            </p>
          )}
        </>
      )}
      {closed.length === 0 ? null : (
        <>
          <h2>Out of use</h2>
          <SummaryList rows={closed} />
        </>
      )}
      {isOpen && hasCode && code === null ? (
        <PageForm carried={{ intent: "code" }}>
          <h2>The whole code</h2>
          <p>It is shown once, to send or to use. We record that you saw it.</p>
          <FormButtons primary="Show the whole code" />
        </PageForm>
      ) : null}
      {asksReceipt ? (
        <PageForm carried={{ version: String(version), intent: "receipt" }} hasFiles>
          <h2>When they have it</h2>
          <Radios
            name="how"
            legend="How did they confirm?"
            options={(["signed", "said-so", "wrote"] as const).map((value) => ({ value, label: receiptNames[value] }))}
            value={answer.value("how")}
            error={answer.error("how")}
          />
          <DateField name="on" label="Date they confirmed" value={answer.date("on", today)} error={answer.error("on")} />
          <FileField
            name="file"
            label="Photo or scan of what they signed or wrote"
            optional
            hint="A photo from your phone is fine. Up to 5 MB."
            accept="image/jpeg,image/png,application/pdf"
            error={answer.error("file")}
          />
          <FormButtons primary="Save the receipt" />
        </PageForm>
      ) : null}
      {handovers.length === 0 ? null : (
        <DataTable
          id="handovers"
          caption="Who kept it before"
          columns={[{ header: "Date" }, { header: "From" }, { header: "To" }, { header: "Written down by" }]}
          rows={handovers}
        />
      )}
      {mayChangeHands ? (
        <PageForm carried={{ version: String(version), intent: "hand" }}>
          <h2>Somebody else keeps it now</h2>
          <p>{`${keeper} keeps ${keepsMore ? `${keptBySame}, and this is one of them` : "this voucher"}. Whoever takes it does not write this down alone.`}</p>
          {keepsMore ? (
            <Radios
              name="which"
              legend="What changed hands?"
              options={[
                { value: "this", label: "This voucher" },
                { value: "all", label: `Everything they keep: ${keptBySame}` },
              ]}
              value={answer.value("which")}
              error={answer.error("which")}
            />
          ) : (
            <input type="hidden" name="which" value="this" />
          )}
          <SelectField
            name="keeper"
            label="Who keeps it now?"
            blank="Choose somebody"
            options={successors}
            value={answer.value("keeper")}
            error={answer.error("keeper")}
          />
          <TextField name="where" label="Where is it kept?" optional value={answer.value("where")} error={answer.error("where")} />
          <DateField
            name="handedOn"
            label="Date it changed hands"
            value={answer.date("handedOn", today)}
            error={answer.error("handedOn")}
          />
          <FormButtons primary="Save who keeps it" />
        </PageForm>
      ) : null}
      {isOpen ? (
        <PageForm carried={{ version: String(version), intent: "close" }}>
          <h2>Take it out of use</h2>
          <Radios
            name="to"
            legend="What happened?"
            options={[
              { value: "given-back", label: isGiven ? "The person gave it back" : "It went back to the shop, or was cancelled" },
              ...(isGiven ? [] : [{ value: "expired", label: "It ran out" }]),
              { value: "lost", label: "It was lost" },
            ]}
            value={answer.value("to")}
            error={answer.error("to")}
          />
          <LongField name="why" label="Tell us about it" rows={3} limit={1_000} value={answer.value("why")} error={answer.error("why")} />
          <FormButtons primary="Take it out of use" />
        </PageForm>
      ) : null}
    </Page>
  );
}
