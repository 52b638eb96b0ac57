// "What people told us": what they got beside what was planned, what went wrong, and their words as far as they allow.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { HowMuch } from "#app/domain/meetings/feedback.ts";
import { askNow } from "#app/services/feedback-asked.server.ts";
import { feedbackFor, takeUpProblem, type AfterProblem, type WordsTogether } from "#app/services/feedback-read.server.ts";
import { Button, ButtonGroup } from "#app/ui/buttons.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Item, Items, LinkList } from "#app/ui/items.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import {
  aboutWords,
  closedSentences,
  feedbackQuestions,
  feedbackSummary,
  heardLabels,
  privateWriters,
  saidLabels,
  theySaid,
  whyHidden,
} from "#app/words/feedback.ts";
import { counted, longDate } from "#app/words/format.ts";
import { meetingWithDate } from "#app/words/meetings.ts";
import { statusWord } from "#app/words/plan.ts";
import { requirementName } from "#app/words/requirements.ts";

const form = z.strictObject({ problem: z.string().max(200).default("") });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const found = await feedbackFor(visit.context, visit.coordinator, reference);
  if (!found.ok) throw notFound();
  const { meeting, ...view } = found.value;
  return {
    shell: staffShell(visit),
    nav: meetingNav(reference, visit.path),
    caption: meetingWithDate(meeting.name, meeting.date),
    home: `/meetings/${reference}`,
    view,
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const here = `/meetings/${reference}/feedback`;
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { button, intent, value } = read;
  if (button === "to-do" || button === "venue") {
    const taken = await takeUpProblem(
      context,
      coordinator,
      reference,
      value.problem,
      button === "to-do" ? "to-do" : "venue-problem",
      intent,
    );
    if (!taken.ok) throw notFound();
    return goBackSaying(here, button);
  }
  const asked = await askNow(context, coordinator, reference, button === "remind" ? "reminder" : "request", intent);
  if (asked.ok) return goBackSaying(here, button === "remind" ? "reminded" : "asked");
  if (asked.refusal === "not-found") throw notFound();
  const why = {
    "not-yet": "You can ask people from the day after the meeting",
    over: "It is too late to ask. What people would say is kept no longer.",
  };
  return mend(problemWith("main", why[asked.refusal], read.typed));
}

const notices: Readonly<Record<string, string>> = {
  "to-do": "It is on the list of things to do for the next meeting.",
  venue: "It is on the record of the venue.",
  asked: "The messages are made. Post or show those that do not go by email.",
  reminded: "The reminders are made. Post or show those that do not go by email.",
};

export default function WhatPeopleToldUs() {
  const { shell, nav, caption, home, view, saved } = useLoaderData<typeof loader>();
  const { answered, compared, problems, words, privateWriters: alone } = view;
  const hidesSome = compared.some((one) => one.hidesSome);
  const notice = saved === null ? undefined : notices[saved];
  return (
    <Page
      shell={shell}
      heading="What people told us"
      caption={caption}
      meetingNav={nav}
      width="wide"
      notice={notice === undefined ? undefined : { heading: "Saved", children: notice }}
    >
      {answered === 0 ? null : <p className="lead">{feedbackSummary({ ...view, hidesSome })}</p>}
      <Asking view={view} />
      {compared.length === 0 ? null : (
        <DataTable
          id="compared"
          caption="What people asked for"
          columns={[{ header: "Requirement" }, { header: "We planned" }, { header: "They said" }]}
          rows={compared.map((one) => ({
            key: one.requirement,
            cells: [
              requirementName[one.requirement],
              one.planned === null ? "Not known any more" : <StatusTag key="planned" status={statusWord[one.planned]} />,
              theySaid(one),
            ],
          }))}
        />
      )}
      {hidesSome ? <p>{whyHidden}</p> : null}
      {answered === 0 ? null : <Taking view={view} />}
      {problems.length === 0 ? null : (
        <>
          <h2>Problems</h2>
          <Items>
            {problems.map((problem) => (
              <Problem key={problem.key} problem={problem} />
            ))}
          </Items>
        </>
      )}
      {words.length === 0 ? null : (
        <>
          <h2>What people wrote</h2>
          <p>They said that these words may stand in a report, without their name.</p>
          <WhatTheyWrote together={words} />
        </>
      )}
      {alone === 0 ? null : (
        <>
          <h2>For you to read</h2>
          <p>{privateWriters(alone)}</p>
          <p>
            <a className="target" href={`${home}/feedback/words`}>
              Read the words not for a report
            </a>
          </p>
        </>
      )}
      <h2>What to do with it</h2>
      <LinkList
        links={[
          { href: `${home}/outcomes`, text: "Tell people what changed" },
          { href: `${home}/evaluation`, text: "Look back on the meeting" },
        ]}
      />
    </Page>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>["view"];

// Who has not answered is nobody's to see; how many can be asked or reminded is.
function Asking({ view: { answered, askedOn, asksOn, isOver, due, closed } }: { readonly view: View }) {
  if (closed !== null) return closedSentences({ closed, answered, askedOn }).map((line) => <p key={line}>{line}</p>);
  return (
    <>
      {answered > 0 ? null : (
        <p>
          No feedback yet.{" "}
          {askedOn === null
            ? asksOn === null
              ? "People are asked the day after the meeting."
              : isOver
                ? "Nobody has been asked."
                : `People are asked on ${longDate(asksOn)}, the day after the meeting.`
            : `The request was sent on ${longDate(askedOn)}.`}
        </p>
      )}
      {!isOver || due.toAsk + due.toRemind === 0 ? null : (
        <PageForm>
          <ButtonGroup>
            {due.toAsk === 0 ? null : (
              <Button kind="secondary" intent="ask">
                Ask {counted(due.toAsk, "person", "people")}
              </Button>
            )}
            {due.toRemind === 0 ? null : (
              <Button kind="secondary" intent="remind">
                Send a reminder to {counted(due.toRemind, "person", "people")}
              </Button>
            )}
          </ButtonGroup>
        </PageForm>
      )}
    </>
  );
}

function Taking({ view: { said, heard } }: { readonly view: View }) {
  const rows = [
    { key: "said", question: feedbackQuestions.said.standard, counts: said, labels: saidLabels },
    { key: "heard", question: feedbackQuestions.heard.standard, counts: heard, labels: heardLabels },
  ];
  return (
    <DataTable
      id="taking-part"
      caption="Taking part"
      columns={[{ header: "Question" }, { header: "They said" }]}
      rows={rows.map(({ key, question, counts, labels }) => ({ key, cells: [question, countsInWords(counts, labels)] }))}
    />
  );
}

function countsInWords(counts: Readonly<Record<HowMuch, number>>, labels: Readonly<Record<HowMuch, string>>): string {
  const given = (Object.keys(labels) as HowMuch[]).filter((answer) => counts[answer] > 0);
  return given.length === 0 ? "Nobody answered this" : given.map((answer) => `${labels[answer]}: ${String(counts[answer])}`).join(". ");
}

function Problem({ problem: { key, what, isToDo, venue } }: { readonly problem: AfterProblem }) {
  return (
    <Item heading={what} level="h3">
      {isToDo ? <p>It is a thing to do for the next meeting.</p> : null}
      {venue === "on-record" ? <p>It is on the record of the venue.</p> : null}
      {isToDo && venue !== "can-be-added" ? null : (
        <PageForm carried={{ problem: key }}>
          <ButtonGroup>
            {isToDo ? null : (
              <Button kind="secondary" intent="to-do" about={`: ${what}`}>
                Make this a to-do
              </Button>
            )}
            {venue === "can-be-added" ? (
              <Button kind="secondary" intent="venue" about={`: ${what}`}>
                Add to venue record
              </Button>
            ) : null}
          </ButtonGroup>
        </PageForm>
      )}
    </Item>
  );
}

function WhatTheyWrote({ together }: { readonly together: readonly WordsTogether[] }) {
  return together.map(({ about, words }) =>
    about === "all" ? (
      <Words key={about} words={words} />
    ) : (
      <section key={about} aria-labelledby={`about-${about}`}>
        <h3 id={`about-${about}`}>{aboutWords(about)}</h3>
        <Words words={words} />
      </section>
    ),
  );
}

function Words({ words }: { readonly words: readonly string[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {words.map((text, index) => (
        <li key={String(index)}>&ldquo;{text}&rdquo;</li>
      ))}
    </ul>
  );
}
