// Choosing between two sets of answers together with the person, read aloud: what either says is not shown here.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findJoinByPhone, joinByPhone, type GivenSet, type PhoneQuestion } from "#app/services/joined-by-phone.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { HappyToGoOnFields } from "#app/ui/happy-to-go-on-fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { optionalChoice } from "#app/web/form-fields.ts";
import { confirmHappy, happyToGoOn } from "#app/web/happy-to-go-on-form.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import {
  accessLegend,
  chooseOne,
  givenOn,
  givenSet,
  replyLegend,
  sideLabels,
  twiceByPhoneProblems,
  twiceHeading,
  twiceProblems,
  wholePartLegends,
} from "#app/words/joined-answers.ts";
import { replyLabels } from "#app/words/my-meeting.ts";

const two = ["one", "other"] as const;
const sides = [...two, "both"] as const;
const form = z.strictObject({
  ...happyToGoOn,
  reply: optionalChoice(two),
  access: optionalChoice(sides),
  dateAnswers: optionalChoice(two),
  leavePlans: optionalChoice(two),
  seen: z.string().max(20_000),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findJoinByPhone(visit.context, visit.coordinator, params["reference"] ?? "", params["pid"] ?? "");
  if (!found.ok) throw notFound();
  const { questions, ...rest } = found.value;
  return { shell: staffShell(visit), held: visit.held, ...rest, questions: questions.map(askedFor) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const [reference, personId] = [params["reference"] ?? "", params["pid"] ?? ""];
  const found = await findJoinByPhone(context, coordinator, reference, personId);
  if (!found.ok) throw notFound();
  const { questions, firstName } = found.value;
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { how, agreed, seen, ...choices } = read.value;
  if (agreed !== "yes") return mend(problemWith("agreed", confirmHappy(firstName), read.typed));
  const missing = questions.filter(({ about }) => choices[about] === undefined);
  if (missing.length > 0) return mend({ problems: missing.map(({ about }) => ({ field: about, message: chooseOne })), typed: read.typed });
  const said = Object.fromEntries(Object.entries(choices).filter(([, side]) => side !== undefined));
  const joined = await joinByPhone(context, coordinator, { reference, personId, seen, how }, said, read.intent);
  if (joined.ok) return goBackSaying(`/meetings/${reference}/people`, "joined");
  switch (joined.refusal) {
    case "not-found":
      return goOn(`/meetings/${reference}/people`);
    case "payment":
    case "two-claims":
      return mend(problemWith("agreed", twiceByPhoneProblems[joined.refusal], read.typed));
    case "changed-elsewhere":
      return mend(problemWith("agreed", twiceProblems["changed-elsewhere"], read.typed));
    case "not-chosen":
      return mend(problemWith("agreed", chooseOne, read.typed));
  }
}

type Option = { readonly value: (typeof sides)[number]; readonly label: string; readonly hint?: string };

function askedFor(question: PhoneQuestion): { readonly name: string; readonly legend: string; readonly options: readonly Option[] } {
  const options = (one: string, other: string): readonly Option[] => [
    { value: "one", label: one },
    { value: "other", label: other },
  ];
  switch (question.about) {
    case "reply": {
      const words = (reply: typeof question.one): string => (reply === "none" ? "No answer" : replyLabels[reply]);
      return { name: "reply", legend: `“${replyLegend}”`, options: options(words(question.one), words(question.other)) };
    }
    case "access": {
      const option = (value: "one" | "other", set: GivenSet): Option => ({ value, ...givenSet(sideLabels[value], set) });
      return {
        name: "access",
        legend: `“${accessLegend}”`,
        options: [option("one", question.one), option("other", question.other), { value: "both", label: sideLabels.both }],
      };
    }
    case "dateAnswers":
    case "leavePlans":
      return {
        name: question.about,
        legend: `“${wholePartLegends[question.about]}”`,
        options: options(givenOn(question.one), givenOn(question.other)),
      };
  }
}

export default function TwiceByPhone() {
  const { shell, held, reference, meeting, fullName, firstName, questions, hasPayment, seen } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const people = `/meetings/${reference}/people`;
  return (
    <Page
      shell={shell}
      heading={twiceHeading}
      caption={`${meeting}, with ${fullName}`}
      back={{ href: people, text: "Back to who is invited" }}
      held={held}
    >
      <p>
        {firstName} was on file twice and answered twice. What they said is private: you see when it was said, and what you may read with
        their name already. Until they choose, the plan counts both.
      </p>
      {hasPayment ? (
        <>
          <p>{twiceByPhoneProblems.payment}</p>
          <LinkList
            links={[
              { href: people, text: `Send ${firstName}'s link again` },
              { href: `/meetings/${reference}/private-letters`, text: "Make a private letter" },
            ]}
          />
        </>
      ) : (
        <>
          <h2 id="first">Read this first</h2>
          <Inset>
            <p>“You told us things twice for this meeting. I can write down which is right. I see only what you let me read already.”</p>
            <p>“You can stop at any time, and choose by yourself with your own link.”</p>
          </Inset>
          <PageForm carried={{ seen }}>
            <HappyToGoOnFields answer={answer} firstName={firstName} />
            {questions.map(({ name, legend, options }) => (
              <Radios key={name} name={name} legend={legend} options={options} value={answer.value(name)} error={answer.error(name)} />
            ))}
            <p>Whatever they do not choose is kept with the record, sealed. If the records are taken apart, it comes back.</p>
            <FormButtons primary="Keep what they chose" />
          </PageForm>
        </>
      )}
    </Page>
  );
}
