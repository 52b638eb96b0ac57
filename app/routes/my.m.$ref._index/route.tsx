// A person's own page for a meeting: a calm list of things they may tell us, in any order.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { nothingAnswered } from "#app/domain/meetings/feedback.ts";
import { myFeedback } from "#app/services/feedback.server.ts";
import { myClaim } from "#app/services/claims.server.ts";
import { dateQuestion } from "#app/services/date-poll.server.ts";
import { myCostsBefore } from "#app/services/costs-before.server.ts";
import { hasTwin } from "#app/services/joined-answers.server.ts";
import { myLeavePlan } from "#app/services/leave-plans.server.ts";
import { myQuestions } from "#app/services/written-questions.server.ts";
import { outcomesForPerson } from "#app/services/outcomes.server.ts";
import { doneForPerson } from "#app/services/plan-loading.server.ts";
import { LinkList } from "#app/ui/items.tsx";
import { Sentences } from "#app/ui/lines.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { TaskList, type TaskRow } from "#app/ui/task-list.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { arrangedSentences } from "#app/words/arranged.ts";
import { claimStatus } from "#app/words/claims.ts";
import { beforeStatus } from "#app/words/costs-before.ts";
import { calledOffWords, hubWords, landingHeadings, type Wording } from "#app/words/easy-access.ts";
import { counted } from "#app/words/format.ts";
import { preparationLines } from "#app/words/invitation.ts";
import { twiceTask } from "#app/words/joined-answers.ts";
import { notComingNotice, replyStatuses, whenAndWhere } from "#app/words/my-meeting.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, page, home, wording, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const { meeting } = page;
  const search = new URL(request.url).searchParams;
  return {
    shell,
    wording,
    heading: meeting.name,
    contact: meeting.coordinatorName,
    when: whenAndWhere(meeting),
    about: meeting.about,
    calledOff: meeting.isCalledOff
      ? [
          landingHeadings[wording]["called-off"](meeting.name),
          ...preparationLines(meeting.paysPreparation, wording),
          ...(meeting.offer === null ? [] : [calledOffWords[wording]]),
        ]
      : null,
    firstName: page.fullName.split(" ")[0] ?? page.fullName,
    isOver: meeting.isOver,
    isAllDone: page.reply !== "none" && page.access === "done" && (page.payment === "done" || page.payment === "nothing-offered"),
    arranged: page.access === "not-started" || page.access === "started" ? [] : arrangedSentences(await doneForPerson(context, attendee)),
    tasks: inWording(
      wording,
      home,
      tasksOf(page, home, {
        dates: await dateQuestion(context, attendee),
        feedback: await myFeedback(context, attendee),
        claim: meeting.isOver ? claimStatus(await myClaim(context, attendee)) : null,
        before: beforeStatus(await myCostsBefore(context, attendee)),
        questions: meeting.isOver ? [] : await myQuestions(context, attendee),
        hasTwin: !meeting.isOver && (await hasTwin(context, attendee)),
      }),
    ),
    home,
    hasOutcomes: (await outcomesForPerson(context, attendee)).toldOn !== null,
    hasLeavePlan: (await myLeavePlan(context, attendee)) !== null,
    isSaved: search.get("saved"),
  };
}

type Task = TaskRow;

// Tasks are known by the page they lead to, so that the words of both ways of writing cannot get mixed up.
function inWording(wording: Wording, home: string, tasks: readonly Task[]): readonly Task[] {
  const easy: Readonly<Partial<Record<string, { readonly text: string; readonly hint: string }>>> = hubWords[wording].tasks;
  return tasks.map((task) => {
    const path = task.href?.slice(home.length + 1) ?? "";
    const words = easy[path === "access/sharing" ? "sharing" : (path.split("/")[0] ?? "")];
    return words === undefined ? task : { ...task, ...words };
  });
}

// Being asked makes a row too: only an answer is a beginning.
function hasBegun({ answers }: NonNullable<Awaited<ReturnType<typeof myFeedback>>>): boolean {
  return JSON.stringify(answers) !== JSON.stringify(nothingAnswered);
}

type Asks = {
  readonly feedback: Awaited<ReturnType<typeof myFeedback>>;
  readonly dates: Awaited<ReturnType<typeof dateQuestion>>;
  readonly claim: ReturnType<typeof claimStatus>;
  readonly before: ReturnType<typeof beforeStatus>;
  readonly questions: Awaited<ReturnType<typeof myQuestions>>;
  readonly hasTwin: boolean;
};

function tasksOf(
  { meeting, reply, access, earlier, hasShared, payment }: Awaited<ReturnType<typeof requireAttendeePage>>["page"],
  home: string,
  { feedback, dates, claim, before, questions, hasTwin: isTwice }: Asks,
): readonly Task[] {
  const accessStatus = {
    "not-started": { status: "Not started" },
    started: { status: "Started" },
    done: { status: "Done" },
    "changed-since": { status: "Started", statusText: "Changed: not sent yet" },
  } as const;
  const paymentStatus = {
    "not-started": { status: "Not started" },
    done: { status: "Done" },
    "adviser-asked": { status: "Started", statusText: "You asked to talk to an adviser" },
  } as const;
  const open = questions.filter(({ answer }) => answer === null).length;
  const all: readonly Task[] = [
    ...(isTwice ? [{ ...twiceTask, href: `${home}/twice`, status: "Not started" as const }] : []),
    ...(questions.length === 0
      ? []
      : [
          {
            text: questions.length === 1 ? "Answer a question from us" : "Answer questions from us",
            href: `${home}/questions`,
            hint: "About what you need. The organiser does not see that it is you",
            status: open === 0 ? ("Done" as const) : ("Not started" as const),
          },
        ]),
    {
      text: "Say if you are coming",
      href: `${home}/coming`,
      hint: "Yes, no, or not sure yet",
      status: reply === "none" ? "Not started" : "Done",
      statusText: replyStatuses[reply],
    },
    ...(dates === null
      ? []
      : [
          {
            text: "Say which dates suit you",
            href: `${home}/dates`,
            hint: `${counted(dates.dates.length, "date", "dates")} to choose from`,
            status:
              dates.open === dates.dates.length ? ("Not started" as const) : dates.open > 0 ? ("Started" as const) : ("Done" as const),
          },
        ]),
    {
      text: "Tell us what you need to take part",
      href: `${home}/access/${earlier === "to-review" || earlier === "not-confirmed" ? "review" : access === "not-started" ? "who" : "check"}`,
      hint: "We use this to plan the room, the timing and the papers",
      ...(earlier === "to-review"
        ? { status: "Not started" as const, statusText: "Your saved answers are here to look at" }
        : earlier === "not-confirmed"
          ? { status: "Started" as const, statusText: "Saved answers: not confirmed" }
          : earlier === "in-use" && access === "done"
            ? { status: "Done" as const, statusText: "Using your saved answers" }
            : accessStatus[access]),
    },
    ...(access === "not-started"
      ? []
      : [
          {
            text: "Choose who can see your answers",
            href: `${home}/access/sharing`,
            hint: "You see exactly what each person will read",
            status: hasShared ? ("Done" as const) : ("Not started" as const),
          },
        ]),
    ...(payment === "nothing-offered" || meeting.offer === null
      ? []
      : [
          {
            text: "Choose about payment",
            href: `${home}/pay`,
            hint: "Private. Only the payments team sees this",
            ...paymentStatus[payment],
          },
        ]),
    ...(before === null
      ? []
      : [
          {
            text: "Ask for costs to be paid before the meeting",
            href: `${home}/before`,
            hint: "So that you do not have to pay first",
            ...before,
          },
        ]),
    ...(claim === null
      ? []
      : [{ text: "Claim your payment and costs", href: `${home}/claim`, hint: "For your time, and what you spent", ...claim }]),
    ...(feedback === null || reply === "not-coming" || (feedback.isOver && feedback.sentOn === null)
      ? []
      : [
          {
            text: "Tell us how it was",
            href: `${home}/feedback`,
            hint: "About 3 minutes. You can leave your name off",
            status:
              feedback.sentOn !== null
                ? ("Done" as const)
                : feedback.version > 0 && hasBegun(feedback)
                  ? ("Started" as const)
                  : ("Not started" as const),
          },
        ]),
  ];
  // Once it is called off only money is left to see to.
  return meeting.isCalledOff ? all.filter(({ href }) => href === `${home}/pay` || href === `${home}/claim`) : all;
}

const notices: Readonly<Record<string, { readonly heading: string; readonly text: string }>> = {
  reply: { heading: "Saved", text: "Thank you. You can change your mind at any time." },
  dates: { heading: "Saved", text: "Thank you. We will tell you when a date is chosen." },
  joined: { heading: "Your answers are put together", text: "We use what you chose. The rest is kept, in case you need it." },
  later: { heading: "Your answers are saved", text: "Nothing is lost. Come back with the same link, any day, on any device." },
};

export default function MyMeetingPage() {
  const {
    shell,
    wording,
    heading,
    contact,
    when,
    about,
    calledOff,
    firstName,
    isOver,
    isAllDone,
    arranged,
    tasks,
    home,
    hasOutcomes,
    hasLeavePlan,
    isSaved,
  } = useLoaderData<typeof loader>();
  const words = hubWords[wording];
  const notice = isSaved === "not-coming" ? notComingNotice(contact) : isSaved === null ? undefined : notices[isSaved];
  return (
    <Page shell={shell} heading={heading} notice={notice === undefined ? undefined : { heading: notice.heading, children: notice.text }}>
      <p className="govuk-body-l">{when}</p>
      <p>{about}</p>
      {calledOff !== null ? (
        calledOff.map((line, index) => (
          <p key={line}>{index === 0 ? <strong>{line}.</strong> : <Sentences text={line} wording={wording} />}</p>
        ))
      ) : isAllDone && !isOver ? (
        <p>
          <strong>{words.allDone}</strong>
        </p>
      ) : (
        <p>
          <Sentences text={words.hello(firstName)} wording={wording} />
        </p>
      )}
      {tasks.length === 0 ? null : <TaskList tasks={tasks} />}
      {arranged.length === 0 ? null : (
        <>
          <h2>{words.arranged}</h2>
          <ul className="govuk-list govuk-list--bullet">
            {arranged.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <h2>{words.others}</h2>
      <LinkList
        links={[
          ...(hasOutcomes ? [{ href: `${home}/outcomes`, text: "Read what changed because of the meeting" }] : []),
          { href: `${home}/access/check`, text: "Change an answer" },
          {
            href: `/my?ref=${home.split("/").at(-1) ?? ""}`,
            text: wording === "easy" ? "My meetings and my money" : "My other meetings and payments",
          },
          { href: `/my/statements?ref=${home.split("/").at(-1) ?? ""}`, text: "See what we have paid you" },
          { href: `${home}/papers`, text: "Read or print papers about this meeting" },
          ...(hasLeavePlan ? [{ href: `${home}/leave-safely`, text: "See your plan to leave safely" }] : []),
          { href: `${home}/cards`, text: "Cards to hold up in the meeting" },
          { href: `/my/copy?ref=${home.split("/").at(-1) ?? ""}`, text: "Get a copy of everything we hold about you" },
          { href: `/my/delete?ref=${home.split("/").at(-1) ?? ""}`, text: "Delete everything we hold about you" },
        ]}
      />
    </Page>
  );
}
