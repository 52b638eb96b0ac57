// Type in one claim that came on paper or by phone, in the order of the printed form.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sum, type Pence } from "#app/domain/basics/money.ts";
import type { SettledLine } from "#app/domain/payments/claim.ts";
import { startCost, unreadyOf } from "#app/services/claims.server.ts";
import { readUpload } from "#app/services/files.server.ts";
import { paperClaimOf, savePaperChoice, savePaperParts, sendPaperClaim, type PaperClaim } from "#app/services/paper-claims.server.ts";
import { Page, useAnswer } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { claimedSoFar, costRows } from "#app/web/claim-rows.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { costLabel, timeLine, uploadRefusalSentence } from "#app/words/claims.ts";
import { inFours, money } from "#app/words/format.ts";
import { paperClaimMessages, whyNotTypeSentences } from "#app/words/paper-claims.ts";
import { paymentMethodNames } from "#app/words/payments.ts";
import { PaperFields } from "./fields.tsx";
import { choiceFrom, paperForm, partsFrom } from "./form.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const at = placeOf(params);
  const found = await paperClaimOf(visit.context, visit.coordinator, at);
  if (!found.ok) throw notFound();
  const paper = found.value;
  const here = `/meetings/${at.reference}/paper-claims`;
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(at.reference, visit.path),
    listHref: here,
    heading: `Type in ${paper.person}’s claim`,
    reference: inFours(paper.claim.reference),
    isOpen: paper.claim.mayChange,
    whyNot: paper.whyNot === null ? null : whyNotTypeSentences[paper.whyNot],
    form: formOfPaper(paper, `${here}/${paper.claimId}`),
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

function formOfPaper({ claim, scanName, receivedOn, from, firstName, paidBy }: PaperClaim, here: string) {
  return {
    firstName,
    version: claim.version,
    from: from ?? "",
    receivedOn,
    scanName,
    scanHref: `${here}/scan`,
    asksTime: claim.offersTime,
    isUnpriced: claim.isTimeUnpriced,
    time: [
      ...claim.time.map(({ priced }) => ({ name: timeLine(priced.entry.activity, priced.entry.minutes), answer: money(priced.amount) })),
      { name: "Total for time", answer: money(sum(claim.settlement.lines.flatMap(beforeTheirChoice))) },
    ],
    right: claim.timeAnswer ?? "",
    differs: claim.timeDiffers,
    employer: claim.timeAnswer === null ? "" : claim.paidByEmployer,
    ownTime: claim.timeAnswer === null ? "" : (claim.ownTime ?? ""),
    asksOwnTime: claim.ownTime !== null,
    asksChoice: claim.choice === null,
    ways: paidBy.map((value) => ({ value, label: paymentMethodNames[value] })),
    costs: costRows(claim).map((row) => ({ ...row, href: `${here}/costs/${row.id}` })),
    kinds: claim.costsCovered.map((value) => ({ value, label: costLabel(value) })),
    soFar: money(claimedSoFar(claim)),
    question: claim.question,
    signedName: claim.signedName,
  };
}

// What a person chose to take of it is theirs alone.
function beforeTheirChoice({ group, amount, because }: SettledLine): readonly Pence[] {
  return group === "time" && (because.kind === "line" || because.kind === "cap") ? [amount] : [];
}

const placeOf = (params: Readonly<Record<string, string | undefined>>) => ({
  reference: params["reference"] ?? "",
  claimId: params["cid"] ?? "",
});

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const at = placeOf(params);
  const found = await paperClaimOf(context, coordinator, at);
  if (!found.ok) throw notFound();
  const { claim, typist } = found.value;
  const here = `/meetings/${at.reference}/paper-claims/${at.claimId}`;
  const button = (await formOf(request)).get("intent");
  const asked = { time: claim.offersTime, choice: claim.choice === null, answer: claim.question !== "" };
  const read = await readForm(request, paperForm(typeof button === "string" ? button : "", context.today, asked));
  if (!read.ok) return mend(read.answer);
  const said = read.value;
  const problem = (field: string, message: string) => mend(problemWith(field, message, read.typed));
  const scan = said.scan === undefined || said.scan.size === 0 ? null : await readUpload(context, said.scan);
  if (scan !== null && !scan.ok) return problem("scan", uploadRefusalSentence(scan.refusal, said.scan?.name ?? ""));
  const parts = { ...partsFrom(said), scan: scan?.value ?? null };
  const kept = await savePaperParts(context, coordinator, { ...at, version: said.version }, parts, read.intent);
  if (!kept.ok) {
    if (kept.refusal === "not-found") throw notFound();
    return problem("from", paperClaimMessages[kept.refusal]);
  }
  const chosen = choiceFrom(said);
  if (asked.choice && chosen !== null && (button === "send" || chosen.how !== null || chosen.kind === "nothing")) {
    const decided = await savePaperChoice(context, coordinator, at, chosen);
    if (!decided.ok && button === "send")
      return problem(decided.refusal === "not-less" ? "payLess" : "payKind", paperClaimMessages[decided.refusal]);
  }
  if (button === "add" && said.kind !== undefined) {
    const started = await startCost(context, typist, said.kind, `${read.intent} add`);
    return started.ok ? goOn(`${here}/costs/${started.value.costId}`) : problem("kind", "Choose what the cost was for");
  }
  if (button !== "send" || said.receivedOn === null) return goBackSaying(here, "later");
  const again = await paperClaimOf(context, coordinator, at);
  if (!again.ok)
    return again.refusal === "nothing-chosen"
      ? goBackSaying(`/meetings/${at.reference}/paper-claims`, "nothing")
      : problem("from", paperClaimMessages["not-now"]);
  const [unready] = unreadyOf(again.value.claim);
  if (unready !== undefined) return problem(fieldOf[unready], paperClaimMessages[unready]);
  const sent = await sendPaperClaim(
    context,
    coordinator,
    { ...at, version: again.value.claim.version },
    { signedName: said.signedName, answer: said.answer, from: said.from ?? "paper", receivedOn: said.receivedOn },
    `${read.intent} send`,
  );
  if (sent.ok) return goBackSaying(`/meetings/${at.reference}/paper-claims`, "sent");
  return problem("from", paperClaimMessages[sent.refusal]);
}

const fieldOf = {
  "choice-missing": "payKind",
  "time-not-priced": "right",
  "time-not-checked": "right",
  "cost-not-finished": "kind",
  "nothing-to-claim": "kind",
} as const;

const notices: Readonly<Record<string, { readonly heading: string; readonly children: string }>> = {
  later: { heading: "Saved", children: "What you typed is kept. Nothing is sent yet." },
  removed: { heading: "Saved", children: "The cost is taken out." },
  cost: { heading: "Saved", children: "The cost is kept with this claim." },
};

export default function TypeInClaim() {
  const { shell, held, nav, listHref, heading, reference, isOpen, whyNot, form, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading={heading}
      caption={`Claim ${reference}`}
      meetingNav={nav}
      held={held}
      back={{ href: listHref, text: "Claims on paper or by phone" }}
      notice={saved === null ? undefined : notices[saved]}
    >
      {whyNot === null ? null : <Warning>{whyNot}</Warning>}
      {isOpen ? null : <p>This claim is sent. What was typed in can no longer be changed here.</p>}
      {isOpen && whyNot === null ? <PaperFields form={form} answer={answer} /> : null}
    </Page>
  );
}
