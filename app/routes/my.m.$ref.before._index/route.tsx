// Asking for costs to be paid before the meeting, and what became of each. You should not have to lend us money.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { costNeeds, waysBefore } from "#app/domain/payments/costs-before.ts";
import { askForCosts, myCostsBefore } from "#app/services/costs-before.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { DateField, LongField, MoneyField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { choices, longText, optionalChoice, optionalDate, optionalPounds } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { needLabels, requestState, wayLabels } from "#app/words/costs-before.ts";
import { longDate } from "#app/words/format.ts";

const form = z
  .strictObject({
    needs: choices(costNeeds),
    about: longText("What you tell us"),
    amount: optionalPounds("amount"),
    needed: optionalDate({ thing: "the date you need it by" }),
    way: optionalChoice(waysBefore),
  })
  .superRefine(({ needs }, context) => {
    if (needs.length === 0) context.addIssue({ code: "custom", message: "Choose what you need", path: ["needs"] });
  });

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
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { needs, about, amount, needed, way } = read.value;
  const asked = await askForCosts(
    context,
    attendee,
    { needs, words: about, estimate: amount, neededBy: needed, wish: way ?? null },
    read.intent,
  );
  if (asked.ok) return goBackSaying(`${home}/before`, "asked");
  return mend(
    asked.refusal === "after-the-meeting"
      ? problemWith("needed", "The date must be before the meeting", read.typed)
      : problemWith("needs", "You cannot ask for this now. Please contact us instead", read.typed),
  );
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
            <Checkboxes
              name="needs"
              legend="What do you need?"
              hint="Tick all that apply."
              options={costNeeds.map((value) => ({ value, label: needLabels[value] }))}
              values={answer.values("needs", [])}
              error={answer.error("needs")}
            />
            <LongField
              name="about"
              label="Tell us about it"
              hint="For example: from Leeds station, arriving by 10am. Seat with a table."
              value={answer.value("about", "")}
              error={answer.error("about")}
            />
            <Radios
              name="way"
              legend="Would paying first be hard for you? (optional)"
              hint="Choose what would be best."
              options={waysBefore.map((value) => ({ value, label: wayLabels[value] }))}
              value={answer.value("way", "")}
              error={answer.error("way")}
            />
            <MoneyField
              name="amount"
              label="About how much, in pounds? (optional)"
              hint="A guess is fine."
              value={answer.value("amount", "")}
              error={answer.error("amount")}
            />
            <DateField
              name="needed"
              label="When do you need it by? (optional)"
              value={answer.date("needed", "")}
              error={answer.error("needed")}
            />
            <FormButtons primary="Send my request" />
          </PageForm>
        </>
      ) : (
        <p>You cannot ask for costs before this meeting here. Please contact us if you need help with a cost.</p>
      )}
    </Page>
  );
}
