// What to do next, and what people need, on the plan.
import type { ReactElement } from "react";
import { askedOf, type AskedId } from "#app/domain/access/asked.ts";
import { optionOf } from "#app/domain/access/topic-options.ts";
import { addDays, type CalendarDate } from "#app/domain/basics/dates.ts";
import { openQuestions, topicOf, topicOfOption, topics, type OpenQuestionId } from "#app/domain/access/topics.ts";
import { followUpOf } from "#app/domain/access/follow-ups.ts";
import type { NamedPerson } from "#app/services/plan-names.server.ts";
import type { NoteView, PlanView, RequirementView } from "#app/services/plan-view.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { Details } from "#app/ui/details.tsx";
import { Filters } from "#app/ui/filters.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { counted, list, outOf } from "#app/words/format.ts";
import {
  demandName,
  demandReason,
  factWords,
  findingWord,
  howLabel,
  howMany,
  metByWords,
  nothingToDo,
  readerInPlan,
  startBySentence,
  statusOrder,
  statusWord,
  toDoText,
  toldToSentence,
  weekSentence,
  withoutNameSentence,
} from "#app/words/plan.ts";
import { listNotWhole } from "#app/words/plan-parts.ts";
import { whatChanged } from "#app/words/plan-changes.ts";
import { requirementName } from "#app/words/requirements.ts";
import { readingText } from "#app/words/sharing.ts";
import { featureName } from "#app/words/venue-questions.ts";

export type Filter = {
  readonly show: "all" | "essential" | "not-met";
  readonly group: "status" | "topic" | "person";
  readonly isChosen: boolean;
};
type Names = { readonly requirement: string; readonly names: readonly string[] } | null;

const mostToDos = 7;

type DoNextProps = {
  readonly plan: PlanView;
  readonly showsAll: boolean;
  /** The name of each thing in an address, by its key. */
  readonly toDoIds: Readonly<Record<string, string>>;
  /** How many were put off or are said to be done. */
  readonly putAside: number;
  /** A part it is worked out from could not be loaded where not. */
  readonly isWhole: boolean;
  /** What was put off and comes back first. */
  readonly next: { readonly toDo: PlanView["toDos"][number]; readonly on: CalendarDate } | null;
};

export function DoNext({ plan, showsAll, toDoIds, putAside, next, isWhole }: DoNextProps): ReactElement {
  const shown = showsAll ? plan.toDos : plan.toDos.slice(0, mostToDos);
  const lastDay = addDays(plan.today, 7);
  const due = plan.toDos.filter(({ by }) => by !== null && by <= lastDay).length;
  return (
    <section aria-labelledby="do-next">
      <h2 id="do-next">Do next</h2>
      {isWhole ? null : <Warning>{listNotWhole}</Warning>}
      {plan.toDos.length === 0 && isWhole ? <p>{nothingToDo(next)}</p> : null}
      {shown.length === 0 || !isWhole ? null : <p>{weekSentence(due, shown.length, lastDay)}</p>}
      {shown.length === 0 ? null : (
        <ol className="do-next">
          {shown.map((toDo) => {
            const { sentence, why, link } = toDoText(toDo, plan.today);
            return (
              <li key={toDo.key}>
                <div className="do-next__text">
                  <p className="do-next__what">
                    <strong>{sentence}</strong> {toDo.by !== null && toDo.by < plan.today ? <StatusTag status="Late" /> : null}
                  </p>
                  <p>{why}</p>
                  <p className="do-next__ways">
                    <a className="target" href={toDo.href}>
                      {link}
                    </a>
                    <a className="target" href={`/meetings/${plan.reference}/todo/${toDoIds[toDo.key] ?? ""}`}>
                      Done already, or remind me<span className="govuk-visually-hidden">: {sentence}</span>
                    </a>
                  </p>
                </div>
              </li>
            );
          })}
        </ol>
      )}
      {plan.toDos.length + putAside === 0 ? null : (
        <p>
          <a className="target" href={`/meetings/${plan.reference}/todo`}>
            See everything to do ({plan.toDos.length + putAside})
          </a>
        </p>
      )}
    </section>
  );
}

type ByPerson = { readonly people: readonly NamedPerson[]; readonly others: number } | null;
type NeedsProps = { readonly plan: PlanView; readonly filter: Filter; readonly names: Names; readonly byPerson: ByPerson };

export function Needs({ plan, filter, names, byPerson }: NeedsProps): ReactElement {
  const shown = plan.requirements.filter(
    (item) => (filter.show !== "essential" || item.essentialPeople > 0) && (filter.show !== "not-met" || item.status !== "met"),
  );
  const groups =
    filter.group === "person"
      ? []
      : filter.group === "status"
        ? statusOrder.map((status) => ({ key: status, name: statusWord[status], items: shown.filter((item) => item.status === status) }))
        : topics.map(({ id }) => ({
            key: id,
            name: topicOf(id).title,
            items: shown.filter((item) => topicOfRequirement(item.requirement) === id),
          }));
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">What people need</h2>
      {plan.requirements.length === 0 ? (
        <>
          <p>
            {plan.missing === null
              ? "No one has told us what they need yet. Replies arrive after you invite people."
              : "We can say how to meet what people need once the date, the times, the agenda and the number of people are known."}
          </p>
          <ButtonLink href={`/meetings/${plan.reference}/${plan.missing === null ? "invite" : "edit/check"}`} kind="secondary">
            {plan.missing === null ? "Invite people" : "Finish the meeting"}
          </ButtonLink>
        </>
      ) : (
        <Details summary="Show some of the list, or group it another way" isOpen={filter.isChosen}>
          <Filters
            action={`/meetings/${plan.reference}/plan#needs`}
            result={filter.isChosen ? `Showing ${outOf(shown.length, plan.requirements.length)}` : undefined}
          >
            <Radios
              name="show"
              legend="Show"
              value={filter.show}
              options={[
                { value: "all", label: "All" },
                { value: "essential", label: "Essential only" },
                { value: "not-met", label: "Not met yet" },
              ]}
            />
            <Radios
              name="group"
              legend="Group by"
              value={filter.group}
              options={[
                { value: "status", label: "Status" },
                { value: "person", label: "Person", hint: "People who gave you their name. Opening names is recorded." },
                { value: "topic", label: "Topic" },
              ]}
            />
          </Filters>
        </Details>
      )}
      {groups
        .filter(({ items }) => items.length > 0)
        .map(({ key, name, items }) => (
          <section key={key} aria-labelledby={`group-${key}`}>
            <h3 id={`group-${key}`}>
              {name} ({items.length})
            </h3>
            <ul className="needs">
              {items.map((item) => (
                <li key={item.requirement}>
                  <Need plan={plan} item={item} names={names} showsStatus={filter.group !== "status"} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      {byPerson === null ? null : <NeedsByPerson plan={plan} shown={shown} byPerson={byPerson} />}
      <AlsoAsked plan={plan} />
    </section>
  );
}

type NeedsByPersonProps = {
  readonly plan: PlanView;
  readonly shown: readonly RequirementView[];
  readonly byPerson: NonNullable<ByPerson>;
};

/** What each person who gave their name asked for; the rest is only counted. */
function NeedsByPerson({ plan, shown, byPerson: { people, others } }: NeedsByPersonProps): ReactElement {
  return (
    <>
      {people.map(({ name, asked }, index) => (
        <section key={`${name} ${String(index)}`} aria-labelledby={`person-${String(index)}`}>
          <h3 id={`person-${String(index)}`}>{name}</h3>
          <ul className="states">
            {shown
              .filter(({ requirement }) => asked.includes(requirement))
              .map(({ requirement, status }) => (
                <li key={requirement}>
                  <StatusTag status={statusWord[status]} />
                  <div className="states__text">
                    <a className="target" href={`/meetings/${plan.reference}/requirements/${requirement}`}>
                      {requirementName[requirement]}
                      <span className="govuk-visually-hidden">, {name}</span>
                    </a>
                  </div>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <p>{withoutNameSentence(people.length, others)}</p>
    </>
  );
}

type NeedProps = { readonly plan: PlanView; readonly item: RequirementView; readonly names: Names; readonly showsStatus: boolean };

function Need({ plan, item, names, showsStatus }: NeedProps): ReactElement {
  const name = requirementName[item.requirement];
  const isPrivate = askedOf(item.requirement).sensitivity === "confidential-coordinator-only";
  const { decision } = item;
  return (
    <article className="need">
      <div className="need__head">
        <h4>
          <a className="target" href={`/meetings/${plan.reference}/requirements/${item.requirement}`}>
            {name}
          </a>
        </h4>
        {showsStatus ? <StatusTag status={statusWord[item.status]} /> : null}
      </div>
      <div className="need__facts">
        <WhatChanged changes={item.changes} />
        <p>
          {howMany(item.people, item.essentialPeople)} {item.status === "met" ? "" : startBySentence(item.deadline, plan.today)}
        </p>
        {isPrivate ? null : <p>{toldToSentence(item.told)}</p>}
        {isPrivate ? <p>Only you see this. It is never printed.</p> : null}
        {item.talkedTo === 0 ? null : <p>Talked to {counted(item.talkedTo, "person", "people")} about it, and recorded.</p>}
        {decision === null ? null : (
          <p>
            {howLabel[decision.how]}
            {decision.plan === "" ? "." : `: ${decision.plan}`} {decision.role === "" ? "" : `On the day: ${decision.role}.`}
          </p>
        )}
        <div className="need__more">
          <Details
            summary={`How it will be met: ${metByWords(item.demands.map(({ demand }) => demand.kind))} (${metCount(item)})`}
            about={name}
          >
            <DemandList item={item} />
          </Details>
          {item.withName === 0 ? null : names?.requirement === item.requirement ? (
            <p>
              Who: {list(names.names)}. Opening names is recorded.{" "}
              {names.names.length < item.people ? "The others did not share their name for this." : ""}
            </p>
          ) : (
            <p>
              <a className="target" href={`/meetings/${plan.reference}/plan?who=${item.requirement}#needs`}>
                Who ({item.withName})<span className="govuk-visually-hidden"> asked for {name}</span>
              </a>
            </p>
          )}
          <p>
            <a className="target" href={`/meetings/${plan.reference}/plan/talk/${item.requirement}`}>
              {item.withName === 0 ? "Ask them in writing" : "Record a talk"}
              <span className="govuk-visually-hidden"> about {name}</span>
            </a>
          </p>
        </div>
      </div>
    </article>
  );
}

/** What changed since something was decided, for everybody who has to look again. */
export function WhatChanged({ changes }: { readonly changes: PlanView["actionNeeded"] }): ReactElement | null {
  if (changes.length === 0) return null;
  const sentences = [...new Set(changes.map(whatChanged))];
  return (
    <div className="action-needed">
      <p>
        <strong>Action needed: look at this again. Since it was decided:</strong>
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

function metCount({ demands }: RequirementView): string {
  const met = demands.filter(({ finding, isSecured }) => finding === "met" || isSecured).length;
  return `${outOf(met, demands.length)} in place`;
}

const openFirst: readonly RequirementView["demands"][number]["finding"][] = ["not-met", "unknown", "met"];
const levelWord = { must: "", should: " (should have)", nice: " (would help)" } as const;

/** Each thing a requirement asks for, where it stands, and why: what is not met first. */
export function DemandList({ item }: { readonly item: RequirementView }): ReactElement {
  return <Demands demands={item.demands} />;
}

/** Things asked of the meeting, where each stands, and why: what is not met first. */
export function Demands({ demands: states }: { readonly demands: RequirementView["demands"] }): ReactElement {
  const demands = openFirst.flatMap((finding) => states.filter((state) => state.finding === finding));
  return (
    <ul className="states">
      {demands.map((state) => (
        <li key={state.key}>
          <StatusTag status={findingWord[state.finding]} />
          <div className="states__text">
            <p>
              <strong>{demandName(state.demand).replace(/\.$/u, "")}</strong>
              {levelWord[state.level]}
            </p>
            <p>
              {demandReason(state)}
              {state.recorded === null || state.recorded.note === "" ? "" : ` “${state.recorded.note}”`}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The attendee's topic a requirement belongs to. */
export function topicOfRequirement(requirement: AskedId): string {
  try {
    return topicOfOption(requirement);
  } catch {
    return "else";
  }
}

function AlsoAsked({ plan }: { readonly plan: PlanView }): ReactElement | null {
  if (plan.alsoAsked.length + plan.stillToAsk.length === 0) return null;
  return (
    <>
      <h3>Also asked for</h3>
      <p>No rule of ours covers these. Please read them and arrange what you can.</p>
      <ul className="govuk-list govuk-list--bullet">
        {plan.alsoAsked.map(({ option, people, features }) => (
          <li key={option}>
            {optionOf(option).name.replace(/\.$/u, "")} ({counted(people, "person", "people")})
            {features.map(({ feature, value }) => ` ${featureName[feature]}: ${factWords(feature, value).toLowerCase()}.`)}
          </li>
        ))}
        {plan.stillToAsk.map(({ question, people }) => (
          <li key={question}>
            Still to ask {counted(people, "person", "people")}: “{followUpOf(question).question}” Until then we plan for every answer.
          </li>
        ))}
      </ul>
    </>
  );
}

export function OwnWords({ plan }: { readonly plan: PlanView }): ReactElement {
  const details = readingText({ reader: "coordinator", name: null, lines: plan.details }).lines;
  return (
    <section aria-labelledby="own-words">
      <h2 id="own-words">In people&apos;s own words</h2>
      {plan.notes.length + details.length === 0 ? <p>Nobody has written anything more.</p> : null}
      <ul className="govuk-list govuk-list--bullet">
        {plan.notes.map((note, index) => (
          // By place: two people may write the same words
          <li key={index}>
            {aboutWords(note.about)}: “{note.text}” {mayReadWords(note.mayRead)}
          </li>
        ))}
        {details.map((line, index) => (
          <li key={`detail-${String(index)}`}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** Whom somebody's own words may be repeated to. */
export function mayReadWords(mayRead: NoteView["mayRead"]): string {
  const others = mayRead.filter((reader) => reader !== "coordinator" && reader !== "finance").map((reader) => readerInPlan[reader]);
  return others.length === 0 ? "Only you may read this." : `You may repeat this to ${list(others)}.`;
}

function aboutWords(about: NoteView["about"]): string {
  return Object.hasOwn(openQuestions, about)
    ? openQuestions[about as OpenQuestionId]
    : topicOf(about as Exclude<typeof about, OpenQuestionId>).title;
}
