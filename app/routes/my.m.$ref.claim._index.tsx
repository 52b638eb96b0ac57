// A person's claim: what is left to do before it is sent, and where it is afterwards.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { subtract, sum } from "#app/domain/basics/money.ts";
import { myComplaints } from "#app/services/complaints.server.ts";
import { myClaim, unreadyOf, type MyClaim } from "#app/services/claims.server.ts";
import { myVouchers } from "#app/services/voucher-giving.server.ts";
import { LinkList } from "#app/ui/items.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { Tracker, type TrackerStep } from "#app/ui/tracker.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { claimPapers } from "#app/web/claim-rows.ts";
import { pageFilms } from "#app/web/films.server.ts";
import { bookedSentence, claimStartWords, whyNoClaim } from "#app/words/claims.ts";
import { complaintNames } from "#app/words/complaints.ts";
import { inFours, longDate, money, plural } from "#app/words/format.ts";
import { advanceSentence } from "#app/words/payments.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, shell, home, page } = await requireAttendeePage(request, params["ref"]);
  const found = await myClaim(context, attendee);
  return {
    shell,
    home,
    films: await pageFilms(request, context, attendee.organisationId, ["claim"]),
    heading: `Your claim for ${page.meeting.name}`,
    claim: found.ok ? pageOf(found.value, `${home}/claim`) : null,
    papers:
      found.ok && !found.value.mayChange ? claimPapers(home, { offersTime: found.value.offersTime, costs: found.value.costs.length }) : [],
    why: found.ok ? null : whyNoClaim[found.refusal],
    vouchers: (await myVouchers(context, attendee)).length,
    complaints: (await myComplaints(context, attendee)).map((said) => ({
      id: said.id,
      what: complaintNames[said.what],
      about: said.about,
      text: said.text,
      saidOn: longDate(said.saidOn),
      answerBy: said.answerBy === null ? null : longDate(said.answerBy),
      answer: said.answer,
      answeredOn: said.answeredOn === null ? null : longDate(said.answeredOn),
    })),
    isSaid: new URL(request.url).searchParams.get("saved") === "problem",
    isPaperAsked: new URL(request.url).searchParams.get("saved") === "paper",
  };
}

function pageOf(claim: MyClaim, claimHome: string) {
  const { settlement, days, costs, timeAnswer, hasNoCosts } = claim;
  const isReady = unreadyOf(claim).length === 0;
  const costStatus = costs.length > 0 || hasNoCosts ? ("Done" as const) : ("Not started" as const);
  const hasTime = claim.offersTime;
  return {
    reference: inFours(claim.reference),
    mayChange: claim.mayChange,
    question: claim.state === "sent-back" ? claim.question : "",
    isOnHold: claim.state === "on-hold",
    claimBy: longDate(claim.claimBy),
    lateLine: claim.lateLine,
    before: [...bookedLine(claim), ...hadBefore(claim)],
    needsChoice: claim.mayChange && claim.choice === null,
    payBy: claim.payBy === null ? null : longDate(claim.payBy),
    totals: [
      ...(hasTime ? [{ name: "For your time", answer: money(settlement.time) }] : []),
      { name: "For your costs", answer: money(settlement.costs) },
      ...(settlement.access > 0 ? [{ name: "For access costs", answer: money(settlement.access) }] : []),
      { name: "Total", answer: money(settlement.toPay) },
    ],
    changes: [...claim.time, ...costs].flatMap(({ changed }) =>
      changed === undefined ? [] : [`We changed an amount to ${money(changed.amount)}. ${changed.why}`],
    ),
    tasks: [
      ...(hasTime
        ? [
            {
              text: claimStartWords.time,
              href: `${claimHome}/time`,
              status: timeAnswer === null ? ("Not started" as const) : ("Done" as const),
            },
          ]
        : []),
      {
        text: claimStartWords.costs,
        href: `${claimHome}/costs`,
        hint: costs.length === 0 ? claimStartWords.costsHint : `${costs.length} ${plural(costs.length, "cost", "costs")} so far`,
        status: costs.some(({ assessed }) => assessed === null) ? ("Started" as const) : costStatus,
      },
      {
        text: claimStartWords.send,
        href: `${claimHome}/check`,
        status: isReady ? ("Not started" as const) : ("Cannot start yet" as const),
      },
    ],
    steps: trackerOf(days),
  };
}

/** What we booked and paid for them, which they need not claim. */
function bookedLine({ booked }: MyClaim): readonly string[] {
  return booked.length === 0 ? [] : [bookedSentence(booked)];
}

/** What they had before the meeting, against what they spent. */
function hadBefore({ settlement, moneyLeftLine }: MyClaim): readonly string[] {
  const left = sum(settlement.leftOver.map(({ amount }) => amount));
  const advanced = sum([settlement.advancesTaken, left]);
  if (advanced === 0) return [];
  const spent = sum([settlement.costs, settlement.access]);
  const due = subtract(spent, settlement.advancesTaken);
  const said = advanceSentence({ advanced, spent, due, left });
  return left > 0 && moneyLeftLine !== "" ? [said, moneyLeftLine] : [said];
}

function trackerOf(days: MyClaim["days"]): readonly (Pick<TrackerStep, "name" | "state"> & { readonly note?: string })[] {
  const steps = [
    { name: "Sent", day: days.sent },
    { name: "Checked", day: days.checked },
    { name: "Agreed", day: days.agreed },
    { name: "Paid", day: days.paid },
  ];
  const next = steps.findIndex(({ day }) => day === null);
  return steps.map(({ name, day }, index) => ({
    name,
    state: day !== null ? "done" : index === next ? "now" : "to-come",
    ...(day === null ? {} : { note: longDate(day) }),
  }));
}

export default function ClaimStart() {
  const { shell, home, films, heading, claim, papers, why, vouchers, complaints, isSaid, isPaperAsked } = useLoaderData<typeof loader>();
  const notice = isPaperAsked
    ? { heading: "Asked for", children: "We have asked for a paper form for you. Nothing you typed is lost." }
    : isSaid
      ? { heading: "Done: we have your message", children: "You can see below by when we answer." }
      : undefined;
  return (
    <Page shell={shell} heading={heading} back={{ href: home }} notice={notice} films={films}>
      {claim === null ? <p>{why}</p> : claim.mayChange ? <ToDo claim={claim} home={home} /> : <Where claim={claim} />}
      {vouchers === 0 ? null : (
        <>
          <h2>Your vouchers</h2>
          <p>We have given out vouchers for this claim.</p>
          <p>
            <a className="target" href={`${home}/claim/vouchers`}>
              See where your vouchers are
            </a>
          </p>
        </>
      )}
      {claim === null || claim.mayChange ? null : <Problems complaints={complaints} />}
      {papers.length === 0 ? null : (
        <LinkList links={[...papers, { href: `${home}/claim/problem`, text: "Tell us that something went wrong" }]} />
      )}
    </Page>
  );
}

type Claim = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["claim"]>;

function ToDo({ claim, home }: { readonly claim: Claim; readonly home: string }) {
  return (
    <>
      {claim.question === "" ? null : (
        <Inset>
          <h2>We have a question</h2>
          <p className="keeps-lines">{claim.question}</p>
          <p>Change your claim if you need to. Then answer on &ldquo;Check and send&rdquo;.</p>
        </Inset>
      )}
      {claim.needsChoice ? (
        <Inset>
          <p>We pay for your time. Please choose about payment before you send your claim.</p>
          <p>
            <a className="target" href={`${home}/pay`}>
              Choose about payment
            </a>
          </p>
        </Inset>
      ) : null}
      <TaskList tasks={claim.tasks} />
      <p>
        Claim by {claim.claimBy}. {claimStartWords.late}
      </p>
      {claim.lateLine === "" ? null : <p>{claim.lateLine}</p>}
      {claim.before.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <h2>Your claim so far</h2>
      <SummaryList rows={claim.totals} />
    </>
  );
}

type Said = ReturnType<typeof useLoaderData<typeof loader>>["complaints"];

/** What they told us went wrong, and our answers. */
function Problems({ complaints }: { readonly complaints: Said }) {
  if (complaints.length === 0) return null;
  return (
    <>
      <h2>What you told us</h2>
      {complaints.map(({ id, what, about, text, saidOn, answerBy, answer, answeredOn }) => (
        <Inset key={id}>
          <p>
            <strong>{what}</strong>, {saidOn}
          </p>
          {about === null ? null : <p>You said that it is about {about}. They do not see this.</p>}
          <p className="keeps-lines">{text}</p>
          {answer === null ? (
            <p>{answerBy === null ? "We have not answered yet." : `We answer by ${answerBy}.`}</p>
          ) : (
            <>
              <p>Our answer, {answeredOn}:</p>
              <p className="keeps-lines">{answer}</p>
            </>
          )}
        </Inset>
      ))}
    </>
  );
}

function Where({ claim }: { readonly claim: Claim }) {
  return (
    <>
      <p>
        Your reference is <strong className="reference">{claim.reference}</strong>.
      </p>
      <h2>Where your claim is</h2>
      {claim.isOnHold ? <p>Your claim is on hold for now. It is still yours. Contact us to find out more.</p> : null}
      <Tracker steps={claim.steps} label="Where your claim is" />
      {claim.payBy === null ? null : <p>The money should reach you by {claim.payBy}.</p>}
      <h2>What you claimed</h2>
      <SummaryList rows={claim.totals} />
      {claim.changes.map((sentence) => (
        <Inset key={sentence}>{sentence}</Inset>
      ))}
    </>
  );
}
