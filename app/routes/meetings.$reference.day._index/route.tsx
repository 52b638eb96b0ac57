// The day of the meeting, from a phone: what is happening now, roles, checks, arrivals, plans to get out safely, problems.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dayAndPlanOf, noteArrival, noteProblem, saveChecks } from "#app/services/day.server.ts";
import { daySheetSizes } from "#app/services/day-sheets.server.ts";
import { answerCard } from "#app/services/shown-cards.server.ts";
import { Button, ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { LongField } from "#app/ui/fields.tsx";
import { Details } from "#app/ui/details.tsx";
import { Contents, Item, Items, LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { cardWords } from "#app/words/cards.ts";
import {
  arrivalWord,
  breakSentence,
  checkLabel,
  nextBreakSentence,
  partSentence,
  replySentence,
  roleDuties,
  roleName,
  whereInTheDay,
} from "#app/words/day.ts";
import { clock, counted, longDate, outOf } from "#app/words/format.ts";
import { meetingWithDate } from "#app/words/meetings.ts";
import { readingText } from "#app/words/sharing.ts";
import { arrivalForm, cardForm, checksForm, problemForm } from "./form.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await dayAndPlanOf(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { meeting, runningOrder, now, standing, people, unnamed, breaks, ...day } = found.value.day;
  const isToday = standing === "today";
  const sheets = await daySheetSizes(visit.context, meeting, found.value.plan);
  const where = runningOrder === null ? null : whereInTheDay(runningOrder, now);
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(meeting.reference, visit.path),
    reference: meeting.reference,
    name: meeting.name,
    caption: meetingWithDate(meeting.name, meeting.date),
    date: meeting.date,
    mode: meeting.mode,
    standing,
    now: clock(now),
    current: isToday && where?.current ? partSentence(where.current, meeting.agenda) : null,
    next: isToday && where?.next ? partSentence(where.next, meeting.agenda) : null,
    nextBreak: isToday && where !== null ? nextBreakSentence(where.nextBreak) : null,
    running: breaks.find(({ isRunning }) => isRunning) ?? null,
    people: people.map((person) => ({
      ...person,
      lines: readingText({ reader: "chair-and-access-host", name: null, lines: person.lines }).lines,
    })),
    unnamed: unnamed === null ? [] : readingText(unnamed).lines,
    ...day,
    roles: day.roles.map((held) => ({ ...held, printed: sheets.cards.get(held.role) ?? null })),
    packs: sheets.packs,
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const here = `/meetings/${reference}/day`;
  const sent = await formOf(request);
  if (sent.has("came")) {
    const form = await readForm(request, arrivalForm);
    if (!form.ok) return mend(form.answer);
    const noted = await noteArrival(context, coordinator, reference, form.value.came, form.intent);
    if (!noted.ok) throw notFound();
    return goBackSaying(here, "arrival");
  }
  if (sent.has("answered")) {
    const form = await readForm(request, cardForm);
    if (!form.ok) return mend(form.answer);
    const answered = await answerCard(context, coordinator, reference, form.value.answered, form.intent);
    // Put down meanwhile, or another card by now: the page shows what is held up.
    return goBackSaying(here, answered.ok ? "answered" : "card-gone");
  }
  if (sent.get("intent") === "checks") {
    const form = await readForm(request, checksForm);
    if (!form.ok) return mend(form.answer);
    const saved = await saveChecks(context, coordinator, reference, form.value, form.intent);
    if (!saved.ok) throw notFound();
    return goBackSaying(here, "checks");
  }
  const form = await readForm(request, problemForm);
  if (!form.ok) return mend(form.answer);
  const { what, fixed } = form.value;
  const noted = await noteProblem(context, coordinator, reference, { what, isFixed: fixed === "yes" }, form.intent);
  return noted.ok ? goBackSaying(here, "problem") : mend(problemWith("what", "We cannot find that meeting", form.typed));
}

const notices: Readonly<Record<string, string>> = {
  arrival: "Who has come is noted.",
  answered: "The card is answered. It is off the list, and off the person’s own page.",
  "card-gone": "That card was put down or changed before you answered it. This is what is held up now.",
  checks: "What you looked at is noted.",
  problem: "The problem is written down for this meeting and this venue.",
};

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function DayPage() {
  const data = useLoaderData<typeof loader>();
  const { shell, held, nav, reference, name, date, standing, saved } = data;
  const notice = saved === null ? undefined : notices[saved];
  const back = { href: `/meetings/${reference}/plan`, text: "Back to the plan" };
  return (
    <Page
      shell={shell}
      heading={standing === "today" ? `Today: ${name}` : `The day: ${name}`}
      caption={date === null ? "The date is not chosen yet" : longDate(date)}
      meetingNav={nav}
      back={back}
      held={held}
      notice={notice === undefined ? undefined : { heading: "Saved", children: notice }}
    >
      <Contents
        links={[
          ...(data.cards.length === 0 ? [] : [{ id: "held-up", text: "Cards held up" }]),
          { id: "now", text: "Right now" },
          { id: "roles", text: "Roles" },
          { id: "checks", text: "Before doors open" },
          { id: "arrivals", text: "Arrivals" },
          ...(data.mode === "online" ? [] : [{ id: "leave", text: "Plans to get out safely" }]),
          { id: "problems", text: "Problems" },
        ]}
      />
      <HeldUpCards data={data} />
      <RightNow data={data} />
      <Roles data={data} />
      <Checks data={data} />
      <Arrivals data={data} />
      {data.mode === "online" ? null : (
        <section aria-labelledby="leave">
          <h2 id="leave">Plans to get out safely</h2>
          <p>Only you and the people who help see these.</p>
          <LinkList links={[{ href: `/meetings/${reference}/leave-safely`, text: "Open the plans to leave safely" }]} />
        </section>
      )}
      <Problems data={data} />
    </Page>
  );
}

/** Cards people hold up from their own pages: first of all, because somebody waits. */
function HeldUpCards({ data: { cards } }: { readonly data: Data }) {
  if (cards.length === 0) return null;
  return (
    <section aria-labelledby="held-up">
      <h2 id="held-up">Cards held up ({cards.length})</h2>
      <PageForm>
        <Items>
          {cards.map(({ invitationId, name, card, since, savedAt, version }) => (
            <Item key={invitationId} level="h3" heading={cardWords(card)}>
              <p>
                {name}, since {clock(since)}
              </p>
              <Button
                kind="secondary"
                name="answered"
                value={`${invitationId} ${savedAt} ${String(version)}`}
                about={`: ${name}, ${cardWords(card)}`}
              >
                Answered
              </Button>
            </Item>
          ))}
        </Items>
      </PageForm>
    </section>
  );
}

function RightNow({ data }: { readonly data: Data }) {
  const { reference, standing, now, current, next, nextBreak, running, date, packs } = data;
  return (
    <section aria-labelledby="now">
      <h2 id="now">Right now</h2>
      {standing === "today" ? (
        <>
          <p className="lead">{current ?? (next === null ? "The running order is over." : "It has not begun.")}</p>
          {next === null ? null : <p>Then {next}.</p>}
          <p>{running === null ? nextBreak : breakSentence(running)}</p>
          <p>It is {now}. This page shows the time it was opened.</p>
        </>
      ) : (
        <p>
          {standing === "no-date" || date === null
            ? "The date is not chosen yet."
            : standing === "before"
              ? `The meeting is on ${longDate(date)}. The running order shows here on the day.`
              : `The meeting was on ${longDate(date)}.`}
        </p>
      )}
      <p>
        <a className="govuk-button govuk-button--secondary" href={`/meetings/${reference}/day`}>
          Update
        </a>
      </p>
      <LinkList
        links={[
          { href: `/meetings/${reference}/day/breaks`, text: "Break clock" },
          { href: `/meetings/${reference}/cards`, text: "Cards to hold up" },
          ...packs.map(({ id, name, fileName, pages }) => ({
            href: `/meetings/${reference}/print/${id}/${fileName}`,
            text: `${name} (PDF, ${counted(pages, "page", "pages")})`,
          })),
          { href: `/meetings/${reference}/print`, text: "Wall sheet, role cards and large print" },
          { href: `/meetings/${reference}/day/saved-copy.html`, text: "Save a copy on this phone (web page, works without a signal)" },
        ]}
      />
      <p>The copy holds names. It does not change, so save it again in the morning. Delete it after the meeting.</p>
    </section>
  );
}

function Roles({ data: { reference, roles } }: { readonly data: Data }) {
  return (
    <section aria-labelledby="roles">
      <h2 id="roles">Roles</h2>
      <Items>
        {roles.map(({ role, holders, printed }) => (
          <Item key={role} level="h3" heading={roleName[role]}>
            {holders.length === 0 ? (
              <p>
                No one yet.{" "}
                <a className="target" href={`/meetings/${reference}/day/roles?role=${role}`}>
                  Give this role<span className="govuk-visually-hidden">: {roleName[role]}</span>
                </a>
              </p>
            ) : (
              <p>
                <strong>{holders.map(({ name, phone }) => (phone === "" ? name : `${name}, ${phone}`)).join("; ")}</strong>
              </p>
            )}
            <Details summary="What they do" about={roleName[role]}>
              <ul className="govuk-list govuk-list--bullet">
                {roleDuties[role].map((duty) => (
                  <li key={duty}>{duty}</li>
                ))}
              </ul>
            </Details>
            {printed === null ? null : (
              <p>
                <a className="target" href={`/meetings/${reference}/day/role-card/${printed.fileName}`}>
                  Card for {roleName[role].toLowerCase()} (PDF, {counted(printed.pages, "page", "pages")})
                </a>
              </p>
            )}
          </Item>
        ))}
      </Items>
      <ButtonLink href={`/meetings/${reference}/day/roles`} kind="secondary">
        Change who does what
      </ButtonLink>
    </section>
  );
}

function Checks({ data: { checks } }: { readonly data: Data }) {
  const done = checks.filter((one) => one.done !== null);
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">Before doors open</h2>
      <p>{outOf(done.length, checks.length)} looked at.</p>
      <PageForm>
        {checks.map(({ check }) => (
          <input key={check} type="hidden" name="shown" value={check} />
        ))}
        <Checkboxes
          name="seen"
          legend="Tick what you have seen working"
          options={checks.map(({ check, done: seen }) => ({
            value: check,
            label: checkLabel[check],
            ...(seen === null ? {} : { hint: `${seen.by}, ${clock(seen.at)}` }),
          }))}
          values={done.map(({ check }) => check)}
        />
        <Button intent="checks">Save what is done</Button>
      </PageForm>
    </section>
  );
}

function Arrivals({ data: { people, unnamed, reference } }: { readonly data: Data }) {
  const here = people.filter(({ arrival }) => arrival === "arrived" || arrival === "online").length;
  return (
    <section aria-labelledby="arrivals">
      <h2 id="arrivals">Arrivals</h2>
      {people.length === 0 ? (
        <p>Nobody is expected yet. People appear here once they are invited.</p>
      ) : (
        <>
          <p>{outOf(here, people.length)} here. Beside each name stands only what the person lets whoever welcomes them know.</p>
          <PageForm>
            <Items>
              {people.map(({ invitationId, name, reply, arrival, lines }) => (
                <Item key={invitationId} level="h3" heading={name}>
                  {arrival === null ? null : (
                    <p>
                      <StatusTag status={arrival === "not-here" ? "Not coming" : "Coming"} text={arrivalWord[arrival]} />
                    </p>
                  )}
                  <p>
                    {replySentence(reply)} {lines.join(" ")}
                  </p>
                  <div className="govuk-button-group">
                    {(["arrived", "online", "not-here"] as const)
                      .filter((state) => state !== arrival)
                      .map((state) => (
                        <Button key={state} kind="secondary" name="came" value={`${invitationId} ${state}`} about={`: ${name}`}>
                          {arrivalWord[state]}
                        </Button>
                      ))}
                    {arrival === null ? null : (
                      <Button kind="plain" name="came" value={`${invitationId} not-said`} about={`for ${name}`}>
                        Undo
                      </Button>
                    )}
                  </div>
                </Item>
              ))}
            </Items>
          </PageForm>
        </>
      )}
      {unnamed.length === 0 ? null : (
        <Details summary={`Asked for without a name (${String(unnamed.length)})`}>
          <ul className="govuk-list govuk-list--bullet">
            {unnamed.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Details>
      )}
      <LinkList links={[{ href: `/meetings/${reference}/attendance`, text: "Afterwards: say who took part" }]} />
    </section>
  );
}

function Problems({ data: { problems, held } }: { readonly data: Data }) {
  const answer = useAnswer(held);
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">Problems</h2>
      {problems.length === 0 ? <p>Nothing is written down.</p> : null}
      {problems.length === 0 ? null : (
        <>
          <p>{counted(problems.length, "problem", "problems")} written down.</p>
          <ul className="states states--bare">
            {problems.map(({ what, isFixed, at, by }, index) => (
              // By place: the same words may be written twice.
              <li key={index}>
                <StatusTag status={isFixed ? "Done" : "To do"} text={isFixed ? "Fixed" : "Not fixed"} />
                <div className="states__text">
                  <p>{what}</p>
                  <p>
                    {clock(at)}, {by}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <PageForm>
        <LongField
          name="what"
          label="What went wrong?"
          hint="Say what, not who. It is kept for the next time at this venue."
          rows={3}
          value={answer.value("what")}
          error={answer.error("what")}
        />
        <Radios
          name="fixed"
          legend="Fixed?"
          options={[
            { value: "yes", label: "Yes" },
            { value: "no", label: "No" },
          ]}
          value={answer.value("fixed")}
          error={answer.error("fixed")}
        />
        <FormButtons primary="Add the problem" />
      </PageForm>
    </section>
  );
}
