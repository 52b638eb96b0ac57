// The other parts of the plan: clashes, bookings, times, papers, replies, place, readiness, print.
import type { ReactElement } from "react";
import type { TimetableDemands } from "#app/domain/access/requirement.ts";
import type { BookingRecord, BookingView, PlanView } from "#app/services/plan-view.ts";
import { ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { Details } from "#app/ui/details.tsx";
import { Item, Items, LinkList } from "#app/ui/items.tsx";
import { PageForm } from "#app/ui/page-frame.tsx";
import { StatusTag, type StatusWord } from "#app/ui/status-tag.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { Timetable, type TimetableEntry } from "#app/ui/timetable.tsx";
import { papersName } from "#app/words/arranged.ts";
import { bookedHoursWords } from "#app/words/bookings.ts";
import { conflictTitle } from "#app/words/conflicts.ts";
import { clockRange, counted, daysAway, duration, longDate, money, monthAndYear, outOf, shortDate } from "#app/words/format.ts";
import {
  changeSentence,
  chaseSentence,
  clashWord,
  deadlineWords,
  factWords,
  findingWord,
  owedSentence,
  paymentLine,
  quantityReason,
  readinessSentence,
  reopenedSentence,
  timeLimit,
  toDoText,
  twiceSentence,
  worseOffSentence,
} from "#app/words/plan.ts";
import { confirmedSentence, whatChanged, whatItTouches } from "#app/words/plan-changes.ts";
import { supportName } from "#app/words/requirements.ts";
import { sunsetSentence } from "#app/words/sunset.ts";
import { findingForPeople, noteForPeople, sourceForPeople } from "#app/words/timetable-findings.ts";
import { featureName } from "#app/words/venue-questions.ts";
import { Demands, WhatChanged } from "./needs.tsx";

type Props = { readonly plan: PlanView };

export function Clashes({ plan }: Props): ReactElement {
  return (
    <section aria-labelledby="clashes">
      <h2 id="clashes">Clashes</h2>
      {plan.clashes.length === 0 ? <p>No clashes found. We check every time someone changes an answer.</p> : null}
      <Items>
        {plan.clashes.map((clash) => {
          const [first] = clash.waysOut;
          return (
            <Item
              key={clash.clash}
              level="h3"
              status={clash.isHandled && clash.decision === null ? "Met" : clashWord[clash.state]}
              statusText={clash.isHandled && clash.decision === null ? "Handled by default" : undefined}
              heading={
                <a className="target" href={`/meetings/${plan.reference}/conflicts/${clash.clash}`}>
                  {conflictTitle[clash.clash]}
                </a>
              }
            >
              <WhatChanged changes={clash.changes} />
              <p>
                {counted(clash.people, "person", "people")}
                {clash.isCertain ? "." : ". Perhaps: a fact that could rule it out is not known."}{" "}
                {counted(clash.waysOut.length, "way", "ways")} out.{" "}
                {first === undefined ? "" : `The easiest: ${first.way.label}. ${worseOffSentence(first.worseOff)}`}
              </p>
              {clash.agreed.map(({ way, demands }) =>
                demands.length === 0 ? null : (
                  <div key={way}>
                    <p>What was agreed asks for:</p>
                    <Demands demands={demands} />
                  </div>
                ),
              )}
            </Item>
          );
        })}
      </Items>
      <LinkList links={[{ href: `/meetings/${plan.reference}/apart`, text: "People who should not meet (only coordinators see this)" }]} />
    </section>
  );
}

const bookingWord: Readonly<Record<BookingRecord["state"], StatusWord>> = {
  "to-book": "To book",
  asked: "Asked",
  confirmed: "Confirmed",
  declined: "Cancelled",
  cancelled: "Cancelled",
};

function bookingTag({ needed, secured, records }: BookingView): ReactElement {
  if (needed !== null && secured >= needed.quantity) return <StatusTag status="Confirmed" />;
  if (records.some(({ reopened }) => reopened.length > 0)) return <StatusTag status="Asked" text="Ask again" />;
  if (records.some(({ state }) => state === "asked" || state === "confirmed"))
    return <StatusTag status="Asked" text={needed === null ? undefined : `Asked: ${outOf(secured, needed.quantity)} confirmed`} />;
  if (needed === null) return <StatusTag status="Cancelled" text="No longer needed" />;
  if (needed.status === "late" || needed.status === "at-risk")
    return <StatusTag status="Late" text={needed.status === "late" ? "To book: late" : "To book: at risk"} />;
  return <StatusTag status="To book" />;
}

export function Bookings({ plan }: Props): ReactElement {
  return (
    <section aria-labelledby="bookings">
      <h2 id="bookings">Bookings and deadlines</h2>
      {plan.bookings.length === 0 ? <p>Nothing has to be booked so far.</p> : null}
      <Items>
        {plan.bookings.map((booking) => {
          const { support, needed, records, people } = booking;
          return (
            <Item
              key={support}
              level="h3"
              heading={needed === null ? supportName[support] : `${needed.quantity} × ${supportName[support]}`}
            >
              <p>{bookingTag(booking)}</p>
              {needed === null ? (
                <p>Nobody needs this any more. You may want to cancel it.</p>
              ) : (
                <p>
                  {quantityReason(needed.quantityBasis)} {booking.hours === undefined ? "" : bookedHoursWords(booking.hours)}
                </p>
              )}
              {/* Once everything is confirmed there is nothing left to book by a day. */}
              {needed === null || booking.secured >= needed.quantity ? null : (
                <p>
                  {deadlineWords(needed)} {needed.isEssential ? `${counted(people, "person", "people")} cannot take part without it.` : ""}
                </p>
              )}
              {records.length === 0 ? null : (
                <ul className="govuk-list">
                  {records.map((one, index) => (
                    <li key={one.bookingId}>
                      <a className="target" href={`/meetings/${plan.reference}/bookings/${one.bookingId}`}>
                        {one.supplier === "" ? "Supplier not named" : one.supplier}
                        <span className="govuk-visually-hidden">
                          , {supportName[support]}
                          {records.length < 2 ? "" : `, ${outOf(index + 1, records.length)}`}
                        </span>
                      </a>{" "}
                      <StatusTag status={bookingWord[one.state]} text={one.state === "declined" ? "Declined" : undefined} />
                      {one.cost === null ? "" : ` ${money(one.cost)}.`}
                      {one.cancelFreeUntil === null ? "" : ` Cancel free of charge until ${longDate(one.cancelFreeUntil)}.`}{" "}
                      {one.reopened.length === 0 ? null : <strong>{reopenedSentence(one.reopened)}</strong>}
                    </li>
                  ))}
                </ul>
              )}
              {needed === null || booking.secured >= needed.quantity ? null : (
                <p>
                  <a className="target" href={`/meetings/${plan.reference}/bookings/new?for=${support}`}>
                    {`${records.length === 0 ? "Book" : "Ask somebody else for"} ${supportName[support]}`}
                  </a>
                </p>
              )}
            </Item>
          );
        })}
      </Items>
      {plan.date === null ? null : (
        <ButtonLink href={`/meetings/${plan.reference}/bookings/new`} kind="secondary">
          Add a booking
        </ButtonLink>
      )}
      <Deadlines plan={plan} />
    </section>
  );
}

/** Every deadline of the plan, month by month, as a list to read or to put in a calendar. */
function Deadlines({ plan }: Props): ReactElement | null {
  const dated = plan.toDos.flatMap((toDo) => (toDo.by === null ? [] : [{ toDo, by: toDo.by }]));
  if (dated.length === 0) return null;
  const months = [...new Set(dated.map(({ by }) => monthAndYear(by)))];
  return (
    <>
      <Details summary="Deadlines, month by month">
        {months.map((month) => (
          <section key={month} aria-label={month}>
            <h3>{month}</h3>
            <ul className="govuk-list">
              {dated
                .filter(({ by }) => monthAndYear(by) === month)
                .map(({ toDo, by }) => (
                  <li key={toDo.key}>
                    {shortDate(by)}: {toDoText({ ...toDo, by: null }).sentence}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </Details>
      <LinkList links={[{ href: `/meetings/${plan.reference}/todo.ics`, text: "Add deadlines to my calendar (calendar file, ICS)" }]} />
    </>
  );
}

export function Times({ plan }: Props): ReactElement {
  const { timetable } = plan;
  return (
    <section aria-labelledby="timetable">
      <h2 id="timetable">Timetable</h2>
      {timetable === null ? (
        <p>The running order appears once the date, the times and the agenda are known.</p>
      ) : (
        <KnownTimes plan={plan} timetable={timetable} />
      )}
    </section>
  );
}

function KnownTimes({ plan, timetable }: Props & { readonly timetable: NonNullable<PlanView["timetable"]> }): ReactElement {
  const { limits, sources, notes, needed, findings, changes, runningOrder } = timetable;
  return (
    <>
      <p>
        The agenda is {duration(needed.netMinutes)}. With extra time and {counted(needed.breaks, "break", "breaks")} it needs{" "}
        {duration(needed.totalMinutes)}.
      </p>
      {findings.length === 0 ? (
        <p>The planned times suit everybody who has answered.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {findings.map((finding) => (
            <li key={finding.kind}>{findingForPeople(finding, sourceForPeople)}</li>
          ))}
        </ul>
      )}
      {notes.length === 0 ? null : (
        <ul className="govuk-list govuk-list--bullet">
          {notes.map((note) => (
            <li key={`${note.kind} ${sourceForPeople(note.source)}`}>{noteForPeople(note, sourceForPeople)}</li>
          ))}
        </ul>
      )}
      {changes.length === 0 ? null : (
        <>
          <h3>Changes that would fit</h3>
          <ul className="govuk-list govuk-list--bullet">
            {changes.map((change) => (
              <li key={change.kind}>{changeSentence(change)}</li>
            ))}
          </ul>
          <LinkList
            links={[
              { href: `/meetings/${plan.reference}/edit/when?from=plan`, text: "Change the times" },
              { href: `/meetings/${plan.reference}/edit/what?from=plan`, text: "Change the agenda" },
            ]}
          />
        </>
      )}
      {plan.sunset === null || plan.date === null ? null : (
        <p>
          {sunsetSentence(plan.sunset.known, plan.date, plan.venue?.name ?? null)}{" "}
          <a className="target" href={`/meetings/${plan.reference}/sunset`}>
            {plan.sunset.known === null ? "Say when the sun sets" : "See or change the time of sunset"}
          </a>
        </p>
      )}
      {runningOrder === null ? (
        <p>The day cannot be laid out: it would run past midnight.</p>
      ) : (
        <>
          <h3>Running order</h3>
          {runningOrder.fits ? null : <p>This runs past the planned finish, or outside somebody&apos;s times.</p>}
          <Timetable label="Running order" entries={runningOrder.parts.map((part) => entryOf(part, plan.agenda))} />
        </>
      )}
      <Details summary="Why these times">
        <ul className="govuk-list govuk-list--bullet">
          {Object.entries(limits).map(([key, value]) => (
            <li key={key}>
              {timeLimit(key as keyof TimetableDemands, value)}: {sourceForPeople(sources[key] ?? "baseline")}
            </li>
          ))}
        </ul>
      </Details>
    </>
  );
}

type Part = NonNullable<NonNullable<PlanView["timetable"]>["runningOrder"]>["parts"][number];

/** A part of the day as a line of the timetable. */
export function entryOf(part: Part, agenda: PlanView["agenda"]): TimetableEntry {
  if (part.kind !== "work") {
    const note = part.isAtStatedTime ? { note: "Somebody needs a break at exactly this time." } : {};
    return { from: part.from, to: part.to, kind: "pause", title: part.kind === "lunch" ? "Lunch" : "Break", ...note };
  }
  const titles = part.items.map(
    ({ id, isContinued }) => `${agenda[Number(id.slice(5)) - 1]?.title ?? "Agenda"}${isContinued ? " (continued)" : ""}`,
  );
  return { from: part.from, to: part.to, kind: "session", title: titles.length === 0 ? "Agenda" : titles.join("; ") };
}

export function Papers({ plan }: Props): ReactElement {
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">Papers</h2>
      {plan.papers.length === 0 ? <p>Formats appear here once people have answered.</p> : null}
      <ul className="govuk-list govuk-list--bullet">
        {plan.papers.map(({ format, people, secured, startBy, sendBy }) => (
          <li key={format}>
            <strong>{papersName[format]}</strong>: {counted(people, "person", "people")}.{" "}
            {startBy === null || sendBy === null
              ? "The dates are not known."
              : `Start by ${longDate(startBy)}, send by ${longDate(sendBy)}.`}{" "}
            {secured === 0 ? "" : `${outOf(secured, people)} arranged.`}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Replies({ plan }: Props): ReactElement {
  const { invited, byReply, answered, paymentDecided, paymentOffered, silentWays, twice } = plan.replies;
  const coming = byReply["coming-in-room"] + byReply["coming-online"] + byReply["coming-by-phone"];
  return (
    <section aria-labelledby="replies">
      <h2 id="replies">Replies</h2>
      {invited === 0 ? (
        <p>No one has been invited yet. Replies appear here as soon as they arrive.</p>
      ) : (
        <>
          <ul className="reply-counts">
            {(
              [
                ["Coming", coming],
                ["Not sure", byReply["not-sure"]],
                ["Not coming", byReply["not-coming"]],
                ["No reply", byReply.none],
              ] as const
            ).map(([status, people]) => (
              <li key={status}>
                <StatusTag status={status} /> {people}
              </li>
            ))}
          </ul>
          {silentWays.length === 0 ? null : <p>{chaseSentence(silentWays)}</p>}
          {twice === 0 ? null : <p>{twiceSentence(twice)}</p>}
          <p>{outOf(answered, invited)} have sent what they need.</p>
          {paymentOffered === 0 ? null : <p>{paymentLine(paymentDecided, paymentOffered)}</p>}
        </>
      )}
      <p>
        <a className="target" href={`/meetings/${plan.reference}/people`}>
          See people and send links again
        </a>
      </p>
    </section>
  );
}

export function DateAndPlace({ plan }: Props): ReactElement {
  const { reference, date, startsAt, endsAt, venue, mode, baseline } = plan;
  const when =
    date === null
      ? "Not chosen yet"
      : `${longDate(date)}${startsAt === null || endsAt === null ? "" : `, ${clockRange(startsAt, endsAt)}`} (${daysAway(plan.daysAway ?? 0)})`;
  const lacking = baseline.filter(({ finding }) => finding !== "met");
  return (
    <section aria-labelledby="place">
      <h2 id="place">Date and place</h2>
      <SummaryList
        rows={[
          { name: "Date", answer: when, change: { href: `/meetings/${reference}/edit/when?from=plan` } },
          ...(mode === "online"
            ? [{ name: "Place", answer: "Online only" }]
            : [
                {
                  name: "Venue",
                  answer:
                    venue === null
                      ? "Not chosen yet"
                      : `${venue.name}${venue.address === "" ? "" : `, ${venue.address.replaceAll("\n", ", ")}`}`,
                  change: { href: `/meetings/${reference}/venue`, text: venue === null ? "Choose" : "Open" },
                },
              ]),
        ]}
      />
      <LinkList
        links={[
          ...(date === null ? [{ href: `/meetings/${reference}/dates`, text: "Compare dates" }] : []),
          ...(mode === "online" ? [] : [{ href: `/meetings/${reference}/venues`, text: "Compare venues" }]),
          ...(plan.state === "open" ? [{ href: `/meetings/${reference}/cancel`, text: "Cancel or move this meeting" }] : []),
        ]}
      />
      {lacking.length === 0 ? null : (
        <>
          <h3>What every meeting owes everyone</h3>
          <p>{owedSentence(lacking.filter(({ finding }) => finding === "not-met").length, baseline.length, lacking.length)}</p>
          <Details summary={`Not in place, or not known (${String(lacking.length)})`}>
            <ul className="states">
              {lacking.map(({ feature, finding, fact, isAsked }) => (
                <li key={feature}>
                  <StatusTag status={findingWord[finding]} />
                  <div className="states__text">
                    <p>{featureName[feature]}</p>
                    {fact === undefined ? null : <p>{factWords(feature, fact)}.</p>}
                    {isAsked ? <p>We have asked the venue.</p> : null}
                  </div>
                </li>
              ))}
            </ul>
          </Details>
        </>
      )}
    </section>
  );
}

/** Whether the plan is ready, who said so, and what changed since. `problem` stands beside the button. */
export function Readiness({ plan, problem }: Props & { readonly problem: string | undefined }): ReactElement {
  const { confirmation, actionNeeded } = plan;
  return (
    <section aria-labelledby="ready">
      <h2 id="ready">Is it ready?</h2>
      <p>
        {readinessSentence({
          isReady: plan.mayConfirm && actionNeeded.length === 0,
          requirements: plan.requirements.length,
          essentials: plan.openEssentials,
          clashes: plan.openClashes,
          times: plan.openTimes,
        })}
      </p>
      {plan.leaveSafely.people === 0 ? null : (
        <p>
          {counted(plan.leaveSafely.people, "person needs", "people need")} a plan to leave safely, made with them before the day. Nobody is
          asked to wait for the fire service.
        </p>
      )}
      {confirmation === null ? null : <p>{confirmedSentence(confirmation)}</p>}
      {actionNeeded.length === 0 ? null : (
        <>
          <Warning>
            Action needed: something changed after the plan was confirmed, so it is not ready until somebody confirms it again.
          </Warning>
          <ul className="govuk-list govuk-list--bullet">
            {actionNeeded.map((change, index) => (
              // By place: two people may have changed their answers alike
              <li key={index}>
                {whatChanged(change)} {whatItTouches(change.touches)}
              </li>
            ))}
          </ul>
        </>
      )}
      {plan.mayConfirm && (confirmation === null || actionNeeded.length > 0) ? (
        <PageForm carried={{ seen: plan.seen }} action={`/meetings/${plan.reference}/plan`}>
          {problem === undefined ? null : <p className="govuk-error-message">{problem}</p>}
          <p>Your name, today and every fact the plan rests on are kept. If one of them changes, this page says so.</p>
          <FormButtons primary={confirmation === null ? "Confirm that this plan is ready" : "Confirm the plan again"} />
        </PageForm>
      ) : null}
    </section>
  );
}

export function PrintAndShare({
  plan,
  links,
}: Props & { readonly links: readonly { readonly href: string; readonly text: string }[] }): ReactElement {
  const print = `/meetings/${plan.reference}/print`;
  return (
    <section aria-labelledby="print">
      <h2 id="print">Print and share</h2>
      <LinkList
        links={[
          ...links,
          { href: `${print}/plan`, text: "Print the plan in another size, as a web page, or for the chair" },
          { href: print, text: "Every other paper: role cards, the day pack, letters and forms" },
        ]}
      />
    </section>
  );
}
