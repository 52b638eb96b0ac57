// The offered dates side by side: who can come, what support can still be booked, and what each date does to people's requirements.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { compareDates, type ComparedDate } from "#app/services/date-poll.server.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { bookableWords, offeredDate, recommendation, timeOfDayLabels } from "#app/words/dates.ts";
import { counted, longDate, outOf, shortDate } from "#app/words/format.ts";
import { meetingWithDate } from "#app/words/meetings.ts";
import { nationNames } from "#app/words/nations.ts";
import { deadlineWords } from "#app/words/plan.ts";
import { supportName } from "#app/words/requirements.ts";
import { findingForPeople, noteForPeople, sourceForPeople } from "#app/words/timetable-findings.ts";

const sorts = ["date", "can", "cannot"] as const;
type Sort = (typeof sorts)[number];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const found = await compareDates(visit.context, visit.coordinator, reference);
  if (!found.ok) throw notFound();
  const { searchParams } = new URL(request.url);
  const sort = sorts.find((one) => one === searchParams.get("sort")) ?? "date";
  const { meeting, best, invited } = found.value;
  return {
    shell: staffShell(visit),
    reference,
    caption: meetingWithDate(meeting.name, meeting.date),
    meetingNav: meetingNav(reference, visit.path),
    sort,
    isSaved: searchParams.get("saved"),
    compared: found.value,
    recommended: best === null ? [] : recommendation(best, best, invited),
  };
}

function sorted(dates: readonly ComparedDate[], sort: Sort): readonly ComparedDate[] {
  const order = {
    date: (one: ComparedDate, other: ComparedDate) => `${one.date} ${one.startsAt}`.localeCompare(`${other.date} ${other.startsAt}`),
    can: (one: ComparedDate, other: ComparedDate) => other.can - one.can || other.ifHaveTo - one.ifHaveTo,
    cannot: (one: ComparedDate, other: ComparedDate) => one.cannot - other.cannot,
  };
  return dates.toSorted(order[sort]);
}

const notices: Readonly<Record<string, { readonly heading: string; readonly text: string }>> = {
  offered: { heading: "Saved", text: "People see these dates on their own page. Answers appear here as they arrive." },
  chosen: { heading: "Date chosen", text: "Messages are made in each person's format." },
};

export default function CompareDates() {
  const { shell, reference, caption, meetingNav: nav, sort, isSaved, compared, recommended } = useLoaderData<typeof loader>();
  const { meeting, offered, dates, invited, answered, never, restDays } = compared;
  const edit = `/meetings/${reference}/edit`;
  const notice = isSaved === null ? undefined : notices[isSaved];
  const frame = {
    shell,
    heading: "Compare dates",
    caption,
    meetingNav: nav,
    notice: notice === undefined ? undefined : { heading: notice.heading, children: notice.text },
  };
  if (offered === null || meeting.date !== null) {
    return (
      <Page {...frame}>
        {meeting.date === null ? (
          <>
            <p>You have not offered any dates yet. When you do, people answer on their own page and their answers are compared here.</p>
            <ButtonLink href={`${edit}/poll`}>Offer dates</ButtonLink>
          </>
        ) : (
          <>
            <p>The date is chosen: {longDate(meeting.date)}.</p>
            {isSaved === "chosen" ? (
              <p>See who still has to be told under “Who is invited”: letters to post and messages to show.</p>
            ) : null}
            <LinkList
              links={[
                { href: `/meetings/${reference}/invite/sent`, text: "See the messages to people" },
                { href: `${edit}/when?from=check`, text: "Change the date" },
                { href: `/meetings/${reference}/plan`, text: "Go to the plan" },
              ]}
            />
          </>
        )}
      </Page>
    );
  }
  const href = (wanted: Sort): string => `/meetings/${reference}/dates?sort=${wanted}`;
  const sortOf = (column: Sort, order: "ascending" | "descending") => ({
    href: href(column),
    order: sort === column ? order : ("none" as const),
  });
  return (
    <Page {...frame} width="wide">
      {answered === 0 ? (
        <p>No one has answered yet. First answers usually arrive within 2 days.</p>
      ) : (
        <section aria-labelledby="recommended">
          <h2 id="recommended">What fits best</h2>
          <p>{recommended.join(" ")}</p>
        </section>
      )}
      <p>
        {outOf(answered, invited)} people have answered. They were asked to answer by {longDate(offered.replyBy)}.
      </p>
      <DataTable
        id="dates"
        caption="How each date works"
        isWide
        columns={[
          { header: "Offered date", sort: sortOf("date", "ascending") },
          { header: "Can come", sort: sortOf("can", "descending") },
          { header: "If they have to" },
          { header: "Cannot", sort: sortOf("cannot", "ascending") },
          { header: "No reply" },
          { header: "Essential support can be booked?" },
          { header: "Venue free?" },
          { header: "Notes" },
          { header: "Choose" },
        ]}
        rows={sorted(dates, sort).map((date) => ({
          key: date.id,
          cells: [
            offeredDate(date),
            outOf(date.can, invited),
            outOf(date.ifHaveTo, invited),
            <Cannot key="cannot" date={date} invited={invited} />,
            outOf(date.noReply, invited),
            bookableWords[date.bookable],
            venueWords(date),
            <Notes key="notes" date={date} nation={nationNames[meeting.nation]} />,
            date.isPast ? (
              "This date has passed"
            ) : (
              <ButtonLink key="choose" kind="secondary" href={`/meetings/${reference}/dates/choose?date=${date.id}`}>
                Choose {shortDate(date.date)}
              </ButtonLink>
            ),
          ],
        }))}
      />
      <section aria-labelledby="support">
        <h2 id="support">Support on each date</h2>
        {dates.every(({ bookings }) => bookings.length === 0) ? (
          <p>Nobody has told us about support to book yet.</p>
        ) : (
          dates.map((date) => (
            <section key={date.id} aria-labelledby={`support-${date.id}`}>
              <h3 id={`support-${date.id}`}>{offeredDate(date)}</h3>
              <ul className="govuk-list govuk-list--bullet">
                {date.bookings.map((booking) => (
                  <li key={booking.support}>
                    {supportName[booking.support]}: {deadlineWords(booking)}
                    {booking.isEssential ? " Someone cannot take part without it." : ""}
                  </li>
                ))}
              </ul>
            </section>
          ))
        )}
      </section>
      {never.length === 0 && restDays.length === 0 ? null : (
        <section aria-labelledby="times">
          <h2 id="times">Times that do not work</h2>
          <ul className="govuk-list govuk-list--bullet">
            {never.map(({ time, people }) => (
              <li key={time}>
                {timeOfDayLabels[time]} never works for {counted(people, "person", "people")}.
              </li>
            ))}
          </ul>
          {restDays.length === 0 ? null : (
            <>
              <p>In people&apos;s own words, without names:</p>
              <ul className="govuk-list govuk-list--bullet">
                {restDays.map((words, index) => (
                  // Two people may write the same words.
                  <li key={`${index} ${words}`}>{words}</li>
                ))}
              </ul>
            </>
          )}
        </section>
      )}
      <p>
        <a className="target" href={`${edit}/poll`}>
          Change the dates you offer
        </a>
      </p>
    </Page>
  );
}

function Cannot({ date, invited }: { readonly date: ComparedDate; readonly invited: number }): ReactElement {
  return (
    <>
      {outOf(date.cannot, invited)}
      {date.leavesOut === 0 ? null : (
        <>
          {" "}
          <StatusTag status="Cannot meet" text="Leaves someone out" />
        </>
      )}
    </>
  );
}

function venueWords({ venueFree }: ComparedDate): string {
  if (venueFree === "no-venue") return "No venue chosen";
  return venueFree === "not-known" ? "Not known: ask the venue" : `No: ${venueFree.taken} is there`;
}

function Notes({ date, nation }: { readonly date: ComparedDate; readonly nation: string }): ReactElement {
  const notes = [
    ...(date.isBankHoliday === true ? [`A bank holiday in ${nation}.`] : []),
    ...(date.cannotByEarlierDates === 0
      ? []
      : [`${counted(date.cannotByEarlierDates, "person", "people")} told us before that this day does not work for them.`]),
    ...(date.isBankHoliday === null ? [`Nobody knows yet whether it is a bank holiday in ${nation}.`] : []),
    ...date.timetable.timetableFindings.map((finding) => findingForPeople(finding, sourceForPeople)),
    ...date.timetable.notes.map((note) => noteForPeople(note, sourceForPeople)),
  ];
  if (notes.length === 0) return <>Nothing to note</>;
  return (
    <ul className="govuk-list">
      {[...new Set(notes)].map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
