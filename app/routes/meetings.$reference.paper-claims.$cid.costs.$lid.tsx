// One cost on a paper claim form: the questions the person would answer online, typed in for them.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { removeCost, removeReceipt, saveCostDetails } from "#app/services/claims.server.ts";
import { readUpload } from "#app/services/files.server.ts";
import { paperClaimOf } from "#app/services/paper-claims.server.ts";
import { Button, FormButtons } from "#app/ui/buttons.tsx";
import { CostFields, ReceiptFields } from "#app/ui/cost-fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { costForm, costFrom, costTyped, paidByTheHour } from "#app/web/cost-form.ts";
import { formOf, mend, problemWith, readForm, typedIn, typedOf } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { costLabel, uploadRefusalSentence } from "#app/words/claims.ts";
import { inFours } from "#app/words/format.ts";
import { paperClaimMessages } from "#app/words/paper-claims.ts";

const placeOf = (params: Readonly<Record<string, string | undefined>>) => ({
  reference: params["reference"] ?? "",
  claimId: params["cid"] ?? "",
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const at = placeOf(params);
  const found = await paperClaimOf(visit.context, visit.coordinator, at);
  const cost = found.ok && found.value.claim.mayChange ? found.value.claim.costs.find(({ id }) => id === params["lid"]) : undefined;
  if (!found.ok || found.value.whyNot !== null || cost === undefined) throw notFound();
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(at.reference, visit.path),
    claimHref: `/meetings/${at.reference}/paper-claims/${at.claimId}`,
    caption: `Claim ${inFours(found.value.claim.reference)}, ${found.value.person}`,
    kind: cost.kind,
    heading: costLabel(cost.kind),
    isByTheHour: paidByTheHour.has(cost.kind),
    version: cost.version,
    saved: costTyped(cost),
    date: cost.expense?.date ?? found.value.claim.meetingDate,
    receiptName: cost.receiptName,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const at = placeOf(params);
  const found = await paperClaimOf(context, coordinator, at);
  const cost = found.ok ? found.value.claim.costs.find(({ id }) => id === params["lid"]) : undefined;
  if (!found.ok || found.value.whyNot !== null || cost === undefined) throw notFound();
  const { typist } = found.value;
  const claimHref = `/meetings/${at.reference}/paper-claims/${at.claimId}`;
  const posted = await formOf(request);
  const key = typedIn(typedOf(posted), "intentKey") || undefined;
  if (posted.get("of") === "cost") {
    await removeCost(context, typist, cost.id, key);
    return goBackSaying(claimHref, "removed");
  }
  if (posted.get("remove") !== null) {
    await removeReceipt(context, typist, { costId: cost.id, version: cost.version }, key);
    return goBackSaying(`${claimHref}/costs/${cost.id}`, "receipt");
  }
  const read = await readForm(request, costForm(cost.kind));
  if (!read.ok) return mend(read.answer);
  const said = costFrom(cost.kind, read.value);
  const file = "file" in read.value && read.value.file instanceof File ? read.value.file : null;
  const upload = file === null ? null : await readUpload(context, file);
  if (upload !== null && !upload.ok) return mend(problemWith("file", uploadRefusalSentence(upload.refusal, file?.name ?? ""), read.typed));
  const receipt = upload === null ? said.receipt : ("photo" as const);
  const place = { costId: cost.id, version: read.value.version };
  const saved = await saveCostDetails(context, typist, place, { ...said, receipt, upload: upload?.value ?? null }, read.intent);
  if (saved.ok) return goBackSaying(claimHref, "cost");
  if (saved.refusal === "not-found") throw notFound();
  if (saved.refusal === "photo-missing") return mend(problemWith("file", uploadRefusalSentence("nothing-chosen", ""), read.typed));
  return mend(problemWith(cost.kind === "own-vehicle" ? "vehicle" : "amount", paperClaimMessages[saved.refusal], read.typed));
}

export default function PaperCost() {
  const { shell, held, nav, claimHref, caption, kind, heading, isByTheHour, version, saved, date, receiptName } =
    useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page shell={shell} heading={heading} caption={caption} meetingNav={nav} held={held} back={{ href: claimHref }}>
      <p>Type in what they wrote. &ldquo;You&rdquo; and &ldquo;I&rdquo; are the person who claims.</p>
      <PageForm hasFiles carried={{ version: String(version) }}>
        <CostFields kind={kind} isByTheHour={isByTheHour} saved={saved} date={date} answer={answer} />
        {kind === "own-vehicle" ? null : <ReceiptFields saved={saved} receiptName={receiptName} answer={answer} />}
        <FormButtons primary="Save this cost" />
      </PageForm>
      {receiptName === null ? null : (
        <PageForm id="remove-receipt" carried={{ of: "receipt" }}>
          {null}
        </PageForm>
      )}
      <PageForm carried={{ of: "cost" }}>
        <Button kind="secondary">Take this cost out</Button>
      </PageForm>
    </Page>
  );
}
