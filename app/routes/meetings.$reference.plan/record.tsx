// The plan of a meeting that is over: what was arranged and what was met, as it stood on the day. Nothing here is to do, and
// nothing is late.
import type { ReactElement } from "react";
import { askedOf } from "#app/domain/access/asked.ts";
import type { BookingRecord, PlanView, RequirementView } from "#app/services/plan-view.ts";
import { Details } from "#app/ui/details.tsx";
import { Item, Items, LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import type { PageShellProps } from "#app/ui/page.tsx";
import { StatusTag, type StatusWord } from "#app/ui/status-tag.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Timetable } from "#app/ui/timetable.tsx";
import { papersName } from "#app/words/arranged.ts";
import { conflictTitle } from "#app/words/conflicts.ts";
import { clockRange, counted, longDate, money, outOf } from "#app/words/format.ts";
import { findingWord, howLabel, howManyAsked, toDoText, wayLabel } from "#app/words/plan.ts";
import { confirmedSentence } from "#app/words/plan-changes.ts";
import { clashRecord, costSentence, recordGroups, recordSummary } from "#app/words/plan-record.ts";
import { demandName } from "#app/words/plan.ts";
import { requirementName, supportName } from "#app/words/requirements.ts";
import { entryOf } from "./sections.tsx";

type Props = { readonly shell: PageShellProps["shell"]; readonly nav: PageShellProps["meetingNav"]; readonly plan: PlanView };

function AfterToDos({ plan }: Pick<Props, "plan">): ReactElement | null {
  if (plan.toDos.length === 0) return null;
  return (
    <section aria-labelledby="do-next">
      <h2 id="do-next">Do next</h2>
      <ul className="todo">
        {plan.toDos.map((toDo) => {
          const { sentence, why } = toDoText(toDo, plan.today);
          return (
            <li key={toDo.key}>
              <a href={toDo.href}>{sentence}</a>
              <p>{why}</p>
            </li>
          );
        })}
      </ul>
      <p>
        <a className="target" href={`/meetings/${plan.reference}/todo`}>
          See everything to do ({plan.toDos.length})
        </a>
      </p>
    </section>
  );
}

/** The whole page. */
export function PlanRecord({ shell, nav, plan }: Props): ReactElement {
  const { reference, date, startsAt, endsAt, venue, mode, replies, requirements, confirmation } = plan;
  const isPast = plan.state !== "cancelled";
  const coming = replies.byReply["coming-in-room"] + replies.byReply["coming-online"] + replies.byReply["coming-by-phone"];
  return (
    <Page
      shell={shell}
      heading={isPast ? `${plan.name}: what was arranged` : `${plan.name}: called off`}
      caption={date === null ? undefined : longDate(date)}
      meetingNav={nav}
      width="wide"
    >
      <p className="lead">
        {recordSummary({
          date,
          invited: replies.invited,
          coming,
          requirements: requirements.length,
          met: requirements.filter(({ status }) => status === "met").length,
        })}
      </p>
      <p>This is a record of the plan as it stood on the day.{plan.toDos.length === 0 ? " Nothing here is to do." : null}</p>
      <AfterToDos plan={plan} />
      <SummaryList
        rows={[
          ...(date === null
            ? []
            : [
                {
                  name: "When",
                  answer: `${longDate(date)}${startsAt === null || endsAt === null ? "" : `, ${clockRange(startsAt, endsAt)}`}`,
                },
              ]),
          { name: "Where", answer: mode === "online" ? "Online" : (venue?.name ?? "No venue was chosen") },
          { name: "Plan", answer: confirmation === null ? "Nobody confirmed that it was ready." : confirmedSentence(confirmation) },
        ]}
      />
      <h2>What people needed, and what was met</h2>
      {requirements.length === 0 ? <p>Nobody said what they need.</p> : null}
      {recordGroups.map(({ heading, statuses }) => {
        const items = requirements.filter(({ status }) => statuses.includes(status));
        return items.length === 0 ? null : (
          <section key={heading} aria-labelledby={`record-${statuses[0]}`}>
            <h3 id={`record-${statuses[0]}`}>
              {heading} ({items.length})
            </h3>
            <Items>
              {items.map((item) => (
                <NeedRecord key={item.requirement} item={item} />
              ))}
            </Items>
          </section>
        );
      })}
      <h2>What was booked</h2>
      <BookingRecords plan={plan} />
      {plan.clashes.length === 0 ? null : (
        <>
          <h2>Clashes</h2>
          <ul className="govuk-list govuk-list--bullet">
            {plan.clashes.map(({ clash, state, decision, isHandled }) => (
              <li key={clash}>
                {conflictTitle[clash]}. {clashRecord({ state, isHandled, isDecided: decision !== null })}{" "}
                {decision === null ? "" : wayLabel(clash, decision)}
              </li>
            ))}
          </ul>
        </>
      )}
      {plan.papers.length === 0 ? null : (
        <>
          <h2>Papers</h2>
          <ul className="govuk-list govuk-list--bullet">
            {plan.papers.map(({ format, people, secured }) => (
              <li key={format}>
                {papersName[format]}: {counted(people, "person", "people")}.{" "}
                {secured === 0 ? "Nobody wrote down that it was arranged." : `${outOf(secured, people)} arranged.`}
              </li>
            ))}
          </ul>
        </>
      )}
      {plan.timetable?.runningOrder === null || plan.timetable === null ? null : (
        <>
          <h2>Running order as planned</h2>
          <Timetable label="Running order" entries={plan.timetable.runningOrder.parts.map((part) => entryOf(part, plan.agenda))} />
        </>
      )}
      <h2>After the meeting</h2>
      <LinkList
        links={[
          { href: `/meetings/${reference}/attendance`, text: "Attendance and claims" },
          ...(isPast
            ? [
                { href: `/meetings/${reference}/feedback`, text: "What people told us" },
                { href: `/meetings/${reference}/outcomes`, text: "Tell people what changed" },
                { href: `/meetings/${reference}/evaluation`, text: "Look back on the meeting" },
              ]
            : []),
          { href: `/meetings/${reference}/day`, text: "The day, and what went wrong" },
          { href: `/meetings/${reference}/print`, text: "Papers for your file" },
          { href: `/meetings/${reference}/history`, text: "What has changed, and who did it" },
          { href: `/meetings/${reference}/copy`, text: "Copy this meeting" },
        ]}
      />
    </Page>
  );
}

function NeedRecord({ item }: { readonly item: RequirementView }): ReactElement {
  const { requirement, people, essentialPeople, decision, demands } = item;
  const name = requirementName[requirement];
  const isPrivate = askedOf(requirement).sensitivity === "confidential-coordinator-only";
  return (
    <Item level="h4" heading={name}>
      <p>{howManyAsked(people, essentialPeople)}</p>
      {isPrivate ? <p>Only you see this. It is never printed.</p> : null}
      {item.talkedTo === 0 ? null : <p>Talked to {counted(item.talkedTo, "person", "people")} about it, and recorded.</p>}
      {decision === null ? (
        <p>Nobody wrote down how it was met.</p>
      ) : (
        <p>
          {howLabel[decision.how]}
          {decision.plan === "" ? "." : `: ${decision.plan}`} {decision.role === "" ? "" : `On the day: ${decision.role}.`}{" "}
          {decision.evidence === "" ? "" : `What shows it: ${decision.evidence}`}
        </p>
      )}
      <Details summary={`What it asked for (${name})`}>
        <ul className="states">
          {demands.map((state) => (
            <li key={state.key}>
              <StatusTag status={findingWord[state.isSecured ? "met" : state.finding]} />
              <div className="states__text">
                <p>{demandName(state.demand)}</p>
              </div>
            </li>
          ))}
        </ul>
      </Details>
    </Item>
  );
}

const bookedWord: Readonly<Record<BookingRecord["state"], readonly [StatusWord, string]>> = {
  "to-book": ["Cancelled", "Not booked"],
  asked: ["Asked", "Asked, with no answer"],
  confirmed: ["Confirmed", "Confirmed"],
  declined: ["Cancelled", "Declined"],
  cancelled: ["Cancelled", "Cancelled"],
};

function BookingRecords({ plan }: { readonly plan: PlanView }): ReactElement {
  const records = plan.bookings.flatMap(({ support, records: all }) => all.map((one) => ({ support, ...one })));
  const missing = plan.bookings.filter(({ needed, records: all }) => needed !== null && all.length === 0);
  return (
    <>
      {records.length === 0 && missing.length === 0 ? <p>Nothing had to be booked.</p> : null}
      <ul className="states">
        {records.map((one) => (
          <li key={one.bookingId}>
            <StatusTag status={bookedWord[one.state][0]} text={bookedWord[one.state][1]} />
            <div className="states__text">
              <p>
                <a className="target" href={`/meetings/${plan.reference}/bookings/${one.bookingId}`}>
                  {supportName[one.support]}
                  {one.supplier === "" ? "" : `, ${one.supplier}`}
                </a>
              </p>
              <p>{one.cost === null ? "No cost is on record." : money(one.cost)}</p>
            </div>
          </li>
        ))}
        {missing.map(({ support, people }) => (
          <li key={support}>
            <StatusTag status="Cancelled" text="Not booked" />
            <div className="states__text">
              <p>{supportName[support]}</p>
              <p>{counted(people, "person", "people")} asked for it.</p>
            </div>
          </li>
        ))}
      </ul>
      {records.length === 0 ? null : <p>{costSentence(records)}</p>}
    </>
  );
}
