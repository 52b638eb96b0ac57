// Asking for costs to be paid before the meeting, and what became of each. You should not have to lend us money.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { askForCosts, myCostsBefore } from "#app/services/costs-before.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { CostsBeforeFields } from "#app/ui/costs-before-fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { costsAskedFrom, costsBeforeForm, costsBeforeProblems } from "#app/web/costs-before-form.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { needLabels, requestState } from "#app/words/costs-before.ts";
import { longDate } from "#app/words/format.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, shell, caption, home } = await requireAttendeePage(request, params["ref"]);
  const mine = await myCostsBefore(context, attendee);
  const asked = mine.requests.filter(({ state }) => state === "asked").map(({ replyBy }) => replyBy);
  return {
    shell,
    caption,
    home,
    mayAsk: mine.mayAsk,
    contactName: mine.contactName,
    rows: mine.requests.map((one) => ({
      name: needLabels[one.need],
      answer: requestState(one),
      change: { href: `${home}/before/${one.id}`, text: "See", about: `what you asked: ${needLabels[one.need]}, ${one.id}` },
    })),
    replyBy: new URL(request.url).searchParams.get("saved") === "asked" ? (asked.sort().at(-1) ?? null) : null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, home } = await requireAttendeePage(request, params["ref"]);
  const read = await readForm(request, costsBeforeForm);
  if (!read.ok) return mend(read.answer);
  const asked = await askForCosts(context, attendee, costsAskedFrom(read.value), read.intent);
  if (asked.ok) return goBackSaying(`${home}/before`, "asked");
  const [field, message] = costsBeforeProblems[asked.refusal];
  return mend(problemWith(field, message, read.typed));
}

export default function CostsBefore() {
  const { shell, caption, home, mayAsk, contactName, rows, replyBy } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const notice =
    replyBy === null
      ? undefined
      : {
          heading: "Done: we have your request",
          children: (
            <>
              <p>
                {contactName} replies by {longDate(replyBy)}.
              </p>
              <p>Do not pay for it yourself before then unless you want to.</p>
            </>
          ),
        };
  return (
    <Page shell={shell} heading="Ask for costs to be paid before the meeting" caption={caption} back={{ href: home }} notice={notice}>
      {rows.length === 0 ? null : (
        <>
          <h2>What you asked for</h2>
          <SummaryList rows={rows} />
        </>
      )}
      {mayAsk ? (
        <>
          {rows.length === 0 ? null : <h2>Ask for something else</h2>}
          <p>You should not have to lend us money. You do not have to say why you ask.</p>
          <ul className="govuk-list govuk-list--bullet">
            <li>We book it and pay.</li>
            <li>We send you money first, or give it to you on the day.</li>
          </ul>
          <PageForm>
            <CostsBeforeFields answer={answer} />
            <FormButtons primary="Send my request" />
          </PageForm>
        </>
      ) : (
        <p>You cannot ask for costs before this meeting here. Please contact us if you need help with a cost.</p>
      )}
    </Page>
  );
}
