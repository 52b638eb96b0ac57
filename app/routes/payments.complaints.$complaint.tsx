// One thing somebody said went wrong: read it, look at the claim, and answer them.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { financeOfficerOf } from "#app/domain/people/actors.ts";
import { answerComplaint, complaintFor } from "#app/services/complaints.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { LongField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Inset, Warning } from "#app/ui/warning.tsx";
import { longText, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireStaff } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { complaintNames, saidHowNames } from "#app/words/complaints.ts";
import { inFours, longDate } from "#app/words/format.ts";

const form = z.strictObject({ answer: longText("Your answer", { missing: "Write your answer" }), version: versionField });
const ownClaim = "This is about your own claim. Someone else must answer it.";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireStaff(request);
  const found = await complaintFor(visit.context, visit.staff, params["complaint"] ?? "");
  if (!found.ok) throw notFound();
  const {
    person,
    firstName,
    meeting,
    reference,
    claimId,
    what,
    text,
    saidOn,
    answerBy,
    answer,
    answeredBy,
    answeredOn,
    isOwn,
    version,
    written,
    about,
  } = found.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    firstName,
    version,
    text,
    answer,
    answered: answeredOn === null ? null : `Answered by ${answeredBy ?? "a former member of staff"} on ${longDate(answeredOn)}.`,
    isOwn,
    claimHref: financeOfficerOf(visit.staff) === null ? null : `/payments/claims/${claimId}`,
    rows: [
      { name: "What went wrong", answer: complaintNames[what] },
      { name: "From", answer: person },
      { name: "Claim", answer: `${inFours(reference)}, ${meeting}` },
      { name: "Said on", answer: longDate(saidOn) },
      ...(written === null ? [] : [{ name: "How", answer: `${saidHowNames[written.how]}. Written down by ${written.by}` }]),
      ...(about === null ? [] : [{ name: "About", answer: `${about}. They do not see this and do not answer it.` }]),
      { name: "We answer by", answer: answerBy === null ? "No date" : longDate(answerBy) },
    ],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, staff } = await requireStaff(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const at = { id: params["complaint"] ?? "", version: read.value.version };
  const said = await answerComplaint(context, staff, at, read.value.answer, read.intent);
  if (said.ok) return goBackSaying("/payments/complaints", "answered");
  if (said.refusal === "not-found") throw notFound();
  const message = said.refusal === "own-claim" ? ownClaim : "Somebody else has answered this while you had it open. Read it again.";
  return mend(problemWith("answer", message, read.typed));
}

export default function Complaint() {
  const { shell, held, firstName, version, text, answer, answered, isOwn, claimHref, rows } = useLoaderData<typeof loader>();
  const typed = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading={`What ${firstName} told us`}
      held={held}
      back={{ href: "/payments/complaints", text: "Problems with payments" }}
    >
      {isOwn ? <Warning>{ownClaim}</Warning> : null}
      <SummaryList rows={rows} />
      <Inset>
        <p className="keeps-lines">{text}</p>
      </Inset>
      {claimHref === null ? null : (
        <p>
          <a className="target" href={claimHref}>
            See the claim
          </a>
        </p>
      )}
      {answer === null ? null : (
        <>
          <h2>Our answer</h2>
          <p className="keeps-lines">{answer}</p>
          <p>{answered}</p>
        </>
      )}
      {answer !== null || isOwn ? null : (
        <PageForm carried={{ version: String(version) }}>
          <LongField
            name="answer"
            label="Your answer"
            hint={`${firstName} gets this in the way they chose. Say what happens next, and by when.`}
            value={typed.value("answer")}
            error={typed.error("answer")}
          />
          <FormButtons primary="Send the answer" />
        </PageForm>
      )}
    </Page>
  );
}
