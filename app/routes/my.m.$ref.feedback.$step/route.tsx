// The questions about how the meeting was, one page at a time. Every page can be skipped; the last one sends it.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { feedbackSteps, stepAfter, stepBefore, type FeedbackStep } from "#app/domain/meetings/feedback.ts";
import { myFeedback, saveMyFeedback, sendMyFeedback, type MyFeedback } from "#app/services/feedback.server.ts";
import { FormButtons, skipAndLater } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { wordingIn } from "#app/ui/display-preferences.ts";
import { LongField } from "#app/ui/fields.tsx";
import { Icon, type IconName } from "#app/ui/icons.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { DonePanel } from "#app/ui/panel.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { formOf as postedForm, problemWith, readForm, typedOf, type FormAnswer } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { feedbackQuestions, nothingMoreToTell, tooLateToAnswer, tooLateToKeep, whenTold } from "#app/words/feedback.ts";
import { askedOnPage, fieldsOf, formOf, type FieldOfStep } from "./form.server.ts";

const asStep = (text: string | undefined): FeedbackStep | undefined => feedbackSteps.find((one) => one === text);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, shell, caption, home } = await requireAttendeePage(request, params["ref"]);
  const mine = await myFeedback(context, attendee);
  if (mine === null) throw notFound();
  const frame = { shell, caption, home };
  const wording = wordingIn(request.headers.get("cookie"));
  if (params["step"] === "done") {
    if (mine.sentOn === null) throw redirect(`${home}/feedback`);
    return {
      ...frame,
      view: {
        kind: "done" as const,
        told: whenTold(mine, wording),
        isAhead: mine.toldOn === null && mine.today <= mine.toldBy,
        wasTold: mine.toldOn !== null,
        wantsToChange: new URL(request.url).searchParams.has("change"),
      },
    };
  }
  const step = asStep(params["step"]);
  if (step === undefined) throw notFound();
  if (mine.sentOn !== null) throw redirect(`${home}/feedback`);
  const before = stepBefore(step, mine.asked, mine.answers);
  return {
    ...frame,
    view: {
      kind: "step" as const,
      step,
      wording,
      back: before === null ? `${home}/feedback` : `${home}/feedback/${before}`,
      // A page that asks nothing now is shown all the same: it may have been posted, and then it gives back what was typed.
      fields: fieldsOf(step, mine, wording),
      tooLate: mine.isOver ? tooLateToAnswer(mine.daysKept) : null,
      version: mine.version,
      isLast: step === "name",
    },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, home } = await requireAttendeePage(request, params["ref"]);
  const step = asStep(params["step"]);
  const mine = await myFeedback(context, attendee);
  if (step === undefined || mine === null) throw notFound();
  const next = ({ asked, answers }: Pick<MyFeedback, "asked" | "answers">) =>
    `${home}/feedback/${stepAfter(step, asked, answers) ?? "done"}`;
  const onPage = askedOnPage(step, Object.keys(typedOf(await postedForm(request))));
  // The answer brings the fields that were posted, so that nothing typed is without a field to stand in.
  const fields = fieldsOf(step, mine, wordingIn(request.headers.get("cookie")), onPage);
  const mendHere = (answer: FormAnswer) => data({ ...answer, fields }, { status: 422 });
  const { schema, change } = formOf(step, mine, onPage);
  const form = await readForm(request, schema);
  if (!form.ok) return mendHere(form.answer);
  const { version } = form.value;
  if (form.button === "skip" && step !== "name") return goOn(next(mine));
  const saved = await saveMyFeedback(context, attendee, version, change(form.value), form.intent);
  const field = fields[0]?.name ?? "main";
  if (!saved.ok) {
    if (saved.refusal === "sent-already") return goOn(`${home}/feedback/done`);
    if (saved.refusal === "over") return mendHere(problemWith(field, tooLateToKeep, form.typed));
    return mendHere(problemWith(field, "Your answers were changed in another window. Look at them again, and save.", form.typed));
  }
  if (form.button === "later") return goBackSaying(home, "later");
  const now = await myFeedback(context, attendee);
  if (now === null) throw notFound();
  if (step !== "name") return goOn(next(now));
  // Whoever does not say leaves their name off: that is the choice that can do no harm.
  const sent = await sendMyFeedback(context, attendee, version + 1, now.answers.withName === true, `send ${form.intent}`);
  if (!sent.ok && sent.refusal !== "sent-already")
    return mendHere(problemWith(field, "Your answers were changed in another window. Look at them again, and send.", form.typed));
  return goOn(`${home}/feedback/done${sent.ok && sent.value.wantsToChange ? "?change" : ""}`);
}

// What comes back from a form that needs mending brings the fields it was sent from.
function bringsFields(answer: unknown): answer is { readonly fields: readonly FieldOfStep[] } {
  return typeof answer === "object" && answer !== null && "fields" in answer && Array.isArray(answer.fields);
}

const pictures: Readonly<Record<string, IconName>> = {
  yes: "tick",
  all: "tick",
  partly: "half",
  some: "half",
  no: "cross",
  "not-really": "cross",
  "not-needed": "circle",
  "not-said": "dots",
};

export default function FeedbackPage() {
  const { shell, caption, home, view } = useLoaderData<typeof loader>();
  const posted: unknown = useActionData();
  if (view.kind === "done") return <Done shell={shell} caption={caption} home={home} {...view} />;
  const { step, wording, back, version, isLast, tooLate } = view;
  const fields: readonly FieldOfStep[] = bringsFields(posted) ? posted.fields : tooLate === null ? view.fields : [];
  const isOne = fields.length === 1 && step !== "what-happened";
  const heading = step === "what-happened" ? feedbackQuestions.happened[wording] : feedbackQuestions.got[wording];
  return (
    <Page
      shell={shell}
      caption={caption}
      back={{ href: back }}
      title={isOne ? (fields[0]?.label ?? heading) : heading}
      {...(isOne ? {} : { heading })}
    >
      {tooLate === null ? null : tooLate.map((line) => <p key={line}>{line}</p>)}
      {tooLate === null && fields.length === 0 ? <p>{nothingMoreToTell[wording]}</p> : null}
      {tooLate !== null && fields.length === 0 ? null : (
        <PageForm carried={{ version: String(version) }}>
          {fields.map((field) => (
            <Field key={field.name} field={field} isEasy={wording === "easy"} asHeading={isOne ? "h1" : "h2"} />
          ))}
          {tooLate !== null ? null : (
            <FormButtons {...(isLast ? { primary: "Send my answers", secondary: skipAndLater.slice(1) } : { secondary: skipAndLater })} />
          )}
        </PageForm>
      )}
    </Page>
  );
}

function Field({ field, isEasy, asHeading }: { readonly field: FieldOfStep; readonly isEasy: boolean; readonly asHeading: "h1" | "h2" }) {
  const answer = useAnswer();
  const { name, label } = field;
  const error = answer.error(name);
  if (field.kind === "words")
    return (
      <LongField
        name={name}
        label={label}
        asHeading={asHeading}
        optional={asHeading === "h2"}
        hint="You can write as much or as little as you like."
        value={answer.value(name, field.value)}
        error={error}
      />
    );
  return (
    <Radios
      name={name}
      legend={label}
      asHeading={asHeading}
      hint={field.hint}
      value={answer.value(name, field.value)}
      options={field.options.map(({ value, label: words }) => ({
        value,
        // In Easy Read each choice is a picture with its word, never a picture alone.
        label: isEasy ? <WithPicture picture={pictures[value] ?? "circle"}>{words}</WithPicture> : words,
      }))}
      error={error}
    />
  );
}

function WithPicture({ picture, children }: { readonly picture: IconName; readonly children: string }) {
  return (
    <span className="choice-picture">
      <Icon name={picture} />
      <span>{children}</span>
    </span>
  );
}

type DoneProps = Pick<Parameters<typeof Page>[0], "shell"> & {
  readonly caption: string;
  readonly home: string;
  readonly told: string;
  readonly wasTold: boolean;
  readonly isAhead: boolean;
  readonly wantsToChange: boolean;
};

function Done({ shell, caption, home, told, wasTold, isAhead, wantsToChange }: DoneProps) {
  return (
    <Page shell={shell} caption={caption} title="Done: thank you">
      <DonePanel what="thank you">{isAhead ? "We will tell you what changes." : "We have your answers."}</DonePanel>
      <p>{told}</p>
      <LinkList
        links={[
          ...(wantsToChange ? [{ href: `${home}/access/check`, text: "See and change your saved answers" }] : []),
          ...(wasTold ? [{ href: `${home}/outcomes`, text: "Read what changed" }] : []),
          { href: home, text: "Back to your page for this meeting" },
        ]}
      />
    </Page>
  );
}
