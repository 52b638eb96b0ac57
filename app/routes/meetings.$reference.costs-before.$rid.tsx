// One request for costs before a meeting, and the answer to it. Whoever asked does not have to say why.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { nothing } from "#app/domain/basics/money.ts";
import { answerCostRequest, costsBeforeOf, type Answer } from "#app/services/costs-before.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { LongField, MoneyField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { choice, longText, optionalPounds, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { advanceRefusalSentence, needLabels, requestStateForStaff, wayLabels } from "#app/words/costs-before.ts";
import { longDate, money } from "#app/words/format.ts";

const moves = ["book", "advance", "cash", "agree-first", "ask", "cannot"] as const;
const form = z
  .strictObject({
    move: choice(moves, "Choose your answer"),
    amount: optionalPounds("amount"),
    words: longText("What you tell them"),
    version: versionField,
  })
  .superRefine(({ move, amount, words }, context) => {
    if ((move === "advance" || move === "cash") && (amount === null || amount <= 0))
      context.addIssue({ code: "custom", message: "Enter amount in pounds", path: ["amount"] });
    if (words === "" && move === "ask") context.addIssue({ code: "custom", message: "Write your question", path: ["words"] });
    if (words === "" && move === "cannot")
      context.addIssue({ code: "custom", message: "Say why, and what you can offer instead. They will see this", path: ["words"] });
    if (words === "" && move === "book")
      context.addIssue({ code: "custom", message: "Say what is booked, and where they find the ticket", path: ["words"] });
  });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await costsBeforeOf(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { meeting, requests } = found.value;
  const one = requests.find(({ id }) => id === params["rid"]);
  if (one === undefined) throw notFound();
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(meeting.reference, visit.path),
    home: `/meetings/${meeting.reference}/costs-before`,
    caption: `${meeting.name}, ${one.person}`,
    heading: needLabels[one.need],
    firstName: one.person.split(" ")[0] ?? one.person,
    version: one.version,
    mayAnswer: one.state === "asked" || one.state === "question",
    rows: [
      { name: "State", answer: requestStateForStaff(one) },
      { name: "What they told us", answer: one.words === "" ? "Nothing written" : one.words },
      { name: "What would be best for them", answer: one.wish === null ? "Not said" : wayLabels[one.wish] },
      { name: "About how much", answer: one.estimate === null ? "Not said" : money(one.estimate) },
      { name: "Needed by", answer: one.neededBy === null ? "Not said" : longDate(one.neededBy) },
      ...(one.question === "" ? [] : [{ name: "Your question", answer: one.question }]),
      ...(one.reply === "" ? [] : [{ name: "Their answer", answer: one.reply }]),
      ...(one.answer === "" ? [] : [{ name: "What you told them", answer: one.answer }]),
      ...(one.amount === null ? [] : [{ name: "Amount", answer: money(one.amount) }]),
      ...(one.agreedBy === null ? [] : [{ name: "Answered by", answer: one.agreedBy }]),
    ],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const at = { reference, id: params["rid"] ?? "", version: read.value.version };
  const saved = await answerCostRequest(context, coordinator, at, answerFrom(read.value), read.intent);
  if (saved.ok) return goBackSaying(`/meetings/${reference}/costs-before`, "answered");
  switch (saved.refusal) {
    case "not-found":
      throw notFound();
    case "own-money":
      return mend(problemWith("move", advanceRefusalSentence("own-money"), read.typed));
    case "no-amount":
      return mend(problemWith("amount", "Enter amount in pounds", read.typed));
    case "not-now":
    case "changed-by-someone-else":
      return mend(problemWith("move", "Somebody else answered this while you had it open. Look at it again.", read.typed));
  }
}

function answerFrom({ move, amount, words }: z.output<typeof form>): Answer {
  switch (move) {
    case "book":
    case "agree-first":
      return { move, amount, words };
    case "advance":
    case "cash":
      return { move: "agree-money", way: move === "cash" ? "cash-on-the-day" : "advance", amount: amount ?? nothing, words };
    case "ask":
    case "cannot":
      return { move, words };
  }
}

export default function OneCostRequest() {
  const { shell, held, nav, home, caption, heading, firstName, version, mayAnswer, rows } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page shell={shell} heading={heading} caption={caption} meetingNav={nav} held={held} back={{ href: home }}>
      <SummaryList rows={rows.map((row) => ({ ...row, answer: <span className="keeps-lines">{row.answer}</span> }))} />
      {mayAnswer ? (
        <PageForm carried={{ version: String(version) }}>
          <Radios
            name="move"
            legend="Your answer"
            options={[
              { value: "book", label: "Book it", hint: "You book and pay, so that they pay nothing." },
              { value: "advance", label: "Send money first", hint: "Goes to finance as an advance. It is taken off their claim." },
              { value: "cash", label: "Cash on the day", hint: "Goes to finance too, to be handed over on the day." },
              { value: "agree-first", label: "Agree it, to be claimed later", hint: "They pay, and claim it after the meeting." },
              { value: "ask", label: `Ask ${firstName} a question` },
              { value: "cannot", label: "We cannot do this" },
            ]}
            value={answer.value("move", "")}
            error={answer.error("move")}
          />
          <MoneyField
            name="amount"
            label="Amount, in pounds"
            hint="For money first and cash. For a booking, what it costs, if you know."
            value={answer.value("amount", "")}
            error={answer.error("amount")}
          />
          <LongField
            name="words"
            label={`What do you tell ${firstName}?`}
            hint="Where the ticket is, your question, or why not and what you can offer."
            value={answer.value("words", "")}
            error={answer.error("words")}
          />
          <FormButtons primary="Save and tell them" />
        </PageForm>
      ) : null}
    </Page>
  );
}
