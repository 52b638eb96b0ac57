// One cost: what it came to, and what shows it. No receipt never stops a claim.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { removeReceipt, saveCostDetails } from "#app/services/claims.server.ts";
import { readUpload } from "#app/services/files.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { CostFields, ReceiptFields } from "#app/ui/cost-fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { requireClaimToFillIn } from "#app/web/claim-page.server.ts";
import { claimedSoFar } from "#app/web/claim-rows.ts";
import { costForm, costFrom, costTyped, paidByTheHour } from "#app/web/cost-form.ts";
import { formOf, mend, problemWith, readForm, typedIn, typedOf } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { expenseWorking } from "#app/words/claim-working.ts";
import { changedElsewhere, costLabel, notNow, uploadRefusalSentence } from "#app/words/claims.ts";
import { money } from "#app/words/format.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, caption, claim, claimHome } = await requireClaimToFillIn(request, params["ref"]);
  const cost = claim.costs.find(({ id }) => id === params["lid"]);
  if (cost === undefined) throw notFound();
  return {
    shell,
    caption,
    claimHome,
    kind: cost.kind,
    heading: costLabel(cost.kind),
    isByTheHour: paidByTheHour.has(cost.kind),
    version: cost.version,
    saved: costTyped(cost),
    date: cost.expense?.date ?? claim.meetingDate,
    receiptName: cost.receiptName,
    working: cost.assessed === null ? [] : expenseWorking(cost.assessed),
    soFar: money(claimedSoFar(claim)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, claim, claimHome } = await requireClaimToFillIn(request, params["ref"]);
  const cost = claim.costs.find(({ id }) => id === params["lid"]);
  if (cost === undefined) throw notFound();
  const posted = await formOf(request);
  const here = `${claimHome}/costs/${cost.id}`;
  if (posted.get("remove") !== null) {
    await removeReceipt(context, attendee, { costId: cost.id, version: cost.version }, typedIn(typedOf(posted), "intentKey") || undefined);
    return goBackSaying(here, "receipt");
  }
  const read = await readForm(request, costForm(cost.kind));
  if (!read.ok) return mend(read.answer);
  const said = costFrom(cost.kind, read.value);
  const file = "file" in read.value && read.value.file instanceof File ? read.value.file : null;
  const upload = file === null ? null : await readUpload(context, file);
  if (upload !== null && !upload.ok) return mend(problemWith("file", uploadRefusalSentence(upload.refusal, file?.name ?? ""), read.typed));
  const receipt = upload === null ? said.receipt : ("photo" as const);
  const at = { costId: cost.id, version: read.value.version };
  const saved = await saveCostDetails(context, attendee, at, { ...said, receipt, upload: upload?.value ?? null }, read.intent);
  if (saved.ok) return goBackSaying(`${claimHome}/costs`, "cost");
  if (saved.refusal === "not-found") throw notFound();
  if (saved.refusal === "photo-missing") return mend(problemWith("file", uploadRefusalSentence("nothing-chosen", ""), read.typed));
  const first = cost.kind === "own-vehicle" ? "vehicle" : "amount";
  return mend(problemWith(first, saved.refusal === "changed-elsewhere" ? changedElsewhere : notNow, read.typed));
}

export default function OneCost() {
  const { shell, caption, claimHome, kind, heading, isByTheHour, version, saved, date, receiptName, working, soFar } =
    useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page shell={shell} heading={heading} caption={caption} back={{ href: `${claimHome}/costs` }}>
      {working.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <PageForm hasFiles carried={{ version: String(version) }}>
        <CostFields kind={kind} isByTheHour={isByTheHour} saved={saved} date={date} answer={answer} />
        {kind === "own-vehicle" ? null : <ReceiptFields saved={saved} receiptName={receiptName} answer={answer} />}
        <FormButtons />
      </PageForm>
      {receiptName === null ? null : (
        <PageForm id="remove-receipt" carried={{ of: "receipt" }}>
          {null}
        </PageForm>
      )}
      <p>
        Costs so far: <strong>{soFar}</strong>
      </p>
    </Page>
  );
}
