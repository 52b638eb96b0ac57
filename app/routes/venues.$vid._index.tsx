// One venue: every fact with its value, who said so, when, how long it holds and where people differ; photos, problems, meetings.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ratingsOf } from "#app/services/feedback-read.server.ts";
import { listRecordChecklists, type SentChecklist } from "#app/services/venue-checklist.server.ts";
import { listPhotosFor, type PhotoView } from "#app/services/venue-photos.server.ts";
import { listDayProblemsAt, listProblemsFor } from "#app/services/venue-problems.server.ts";
import { findVenueFor, ownCheckOf, type FactView } from "#app/services/venues.server.ts";
import { listVenueImportsFor } from "#app/services/venue-import.server.ts";
import { ButtonGroup, ButtonLink } from "#app/ui/buttons.tsx";
import { Details } from "#app/ui/details.tsx";
import { Contents, LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted, longDate, outOf } from "#app/words/format.ts";
import { coordinateWords, placeSourceSentence } from "#app/words/venue-places.ts";
import { featureName } from "#app/words/venue-questions.ts";
import { holdsWords, standingWords, venueNotice, whoSaidSo } from "#app/words/venue-facts.ts";
import { dayProblemWords, ratingWords, reminderSentence, topicName, waitingFileWords } from "#app/words/venues.ts";
import { Photos } from "./venues.$vid.photos._index/photos.tsx";
import { SentList } from "./venues.$vid.send/sent.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { context, coordinator } = visit;
  const vid = params["vid"] ?? "";
  const found = await findVenueFor(context, coordinator, vid);
  const check = await ownCheckOf(context, coordinator, vid);
  const photos = await listPhotosFor(context, coordinator, vid);
  const problems = await listProblemsFor(context, coordinator, vid);
  const dayProblems = await listDayProblemsAt(context, coordinator, vid);
  const imports = await listVenueImportsFor(context, coordinator, vid);
  const requests = await listRecordChecklists(context, coordinator, vid);
  if (!found.ok || !check.ok || !photos.ok || !problems.ok || !dayProblems.ok || !imports.ok) throw notFound();
  const first = new Map<string, string>(check.value.pages.toReversed().map((page) => [page.topic, page.address]));
  return {
    shell: staffShell(visit),
    venue: found.value,
    notice: noticeOf(new URL(request.url).searchParams.get("saved"), requests[0]),
    requests,
    topics: found.value.topics.map((one) => ({ ...one, check: first.get(one.topic) ?? one.topic })),
    photos: photos.value,
    problems: problems.value,
    dayProblems: dayProblems.value,
    ratings: Object.fromEntries(
      (await ratingsOf(context, coordinator, found.value.meetings)).map(({ reference, rating }) => [reference, ratingWords(rating)]),
    ) as Readonly<Record<string, string>>,
    waiting: imports.value.filter(({ isWaiting }) => isWaiting),
  };
}

function noticeOf(key: string | null, sent: SentChecklist | undefined) {
  return key === "sent" && sent !== undefined ? { heading: "Sent", children: reminderSentence(sent.remindedOn) } : venueNotice(key);
}

export default function OneVenue() {
  const { shell, venue, topics, notice, photos, problems, dayProblems, ratings, waiting, requests } = useLoaderData<typeof loader>();
  const home = `/venues/${venue.venueId}`;
  const contact = [venue.contactName, venue.contactPhone, venue.contactEmail].filter((part) => part !== "").join(", ");
  const toSettle = topics.flatMap(({ facts }) => facts).filter(({ known }) => known?.standing.is === "disagree");
  return (
    <Page shell={shell} heading={venue.name} back={{ href: "/venues", text: "Back to venues" }} width="wide" notice={notice}>
      <p>
        {venue.address.replaceAll("\n", ", ")} {contact === "" ? "" : `Ask for: ${contact}.`}{" "}
        <a href={`${home}/edit`}>
          Change<span className="govuk-visually-hidden"> the details of {venue.name}</span>
        </a>
      </p>
      {venue.coordinates === null ? null : (
        <p>
          On a map: {coordinateWords(venue.coordinates)}. {placeSourceSentence(venue.placeSaidBy.coordinates)}
        </p>
      )}
      <p>
        {counted(venue.known, "fact", "facts")} known. What nobody has told us is not known: it never counts as yes or no.
        {venue.tooOld === 0 ? "" : ` ${counted(venue.tooOld, "fact is", "facts are")} too old to rely on.`}
        {venue.checkedOn === null ? "" : ` Last checked ${longDate(venue.checkedOn)}.`}
        {venue.changedOn === null ? "" : ` The building was changed on ${longDate(venue.changedOn)}: what was checked before is too old.`}
      </p>
      {toSettle.length === 0 ? null : (
        <section aria-labelledby="to-settle">
          <h2 id="to-settle">To settle ({toSettle.length})</h2>
          <p>We were told different things. A newer word does not beat a better one, so somebody has to decide.</p>
          <LinkList links={toSettle.map((fact) => ({ href: `${home}/facts/${fact.feature}`, text: settleWords(fact) }))} />
        </section>
      )}
      {waiting.length === 0 ? null : (
        <LinkList
          links={waiting.map(({ importId, offered }, at) => ({
            href: `${home}/facts-file/${importId}`,
            text: waitingFileWords({ offered, at, of: waiting.length }),
          }))}
        />
      )}
      <SentList requests={requests} hrefOf={(id) => `${home}/requests/${id}`} />
      <ButtonGroup>
        <ButtonLink href={`${home}/check/${topics[0]?.check ?? "arriving"}`}>Check it yourself</ButtonLink>
        <ButtonLink href={`${home}/send`} kind="secondary">
          Send checklist
        </ButtonLink>
        <ButtonLink href={`${home}/problems/new`} kind="secondary">
          Add a problem
        </ButtonLink>
        <ButtonLink href={`${home}/fact-sheet`} kind="secondary">
          Print fact sheet
        </ButtonLink>
      </ButtonGroup>
      <Contents
        links={[
          { id: "problems", text: "Known problems" },
          { id: "photos", text: "Photos" },
          ...topics.map(({ topic }) => ({ id: `topic-${topic}`, text: topicName[topic] })),
          { id: "meetings", text: "Meetings here" },
          { id: "files", text: "Facts from and for other systems" },
        ]}
      />
      <h2 id="problems">Known problems</h2>
      {problems.length === 0 && dayProblems.length === 0 ? <p>No problems noted.</p> : null}
      <ul className="states states--bare">
        {problems.map(({ problemId, what, seenOn, savedBy, fixedOn, fixedHow }) => (
          <li key={problemId}>
            <div className="states__text">
              <p>
                <strong>{what}</strong>
              </p>
              <p>
                Seen on {longDate(seenOn)}, noted by {savedBy}.{" "}
                {fixedOn === null ? (
                  <a href={`${home}/problems/${problemId}`}>
                    Mark as put right<span className="govuk-visually-hidden">: {what}</span>
                  </a>
                ) : (
                  `Put right on ${longDate(fixedOn)}${fixedHow === "" ? "" : `: ${fixedHow}`}.`
                )}
              </p>
            </div>
          </li>
        ))}
        {dayProblems.map((one) => (
          <li key={one.problemId}>
            <div className="states__text">
              <p>
                <strong>{one.what}</strong>
              </p>
              <p>{dayProblemWords(one)}</p>
            </div>
          </li>
        ))}
      </ul>
      <h2 id="photos">Photos</h2>
      <Photos venueId={venue.venueId} photos={photos} />
      <p>
        <a className="target" href={`${home}/photos`}>
          Add or change photos
        </a>
      </p>
      {topics.map(({ topic, facts, check }) => (
        <Topic key={topic} name={topicName[topic]} id={`topic-${topic}`} facts={facts} home={home} check={check} photos={photos} />
      ))}
      <h2 id="meetings">Meetings here</h2>
      {venue.meetings.length === 0 ? <p>No meetings yet.</p> : null}
      <ul className="states states--bare">
        {venue.meetings.map(({ reference, name, date }) => (
          <li key={reference}>
            <div className="states__text">
              <p>
                <a className="target" href={`/meetings/${reference}/venue`}>
                  {name}, {date === null ? "date not chosen yet" : longDate(date)}
                </a>
              </p>
              {ratings[reference] === undefined ? null : <p>{ratings[reference]}</p>}
            </div>
          </li>
        ))}
      </ul>
      <h2 id="files">Facts from and for other systems</h2>
      <LinkList
        links={[
          { href: `${home}/facts-file`, text: "Bring in facts from A11yJSON or OpenStreetMap" },
          { href: `${home}/a11y.json`, text: "Get what is known as A11yJSON" },
        ]}
      />
    </Page>
  );
}

type TopicProps = {
  readonly id: string;
  readonly name: string;
  /** The page of the checklist that asks about it. */
  readonly check: string;
  readonly home: string;
  readonly facts: readonly FactView[];
  readonly photos: readonly PhotoView[];
};

function Topic({ id, name, check, home, facts, photos }: TopicProps) {
  const spoken = facts.filter(({ known }) => known !== null);
  const silent = facts.filter(({ known }) => known === null);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <p>{outOf(facts.filter(({ known }) => known !== null && known.value !== null).length, facts.length)} known.</p>
      {spoken.length === 0 ? null : (
        <SummaryList
          rows={spoken.map((fact) => ({
            name: featureName[fact.feature],
            answer: <Answer fact={fact} photos={photos.filter(({ feature }) => feature === fact.feature).length} />,
            change: {
              href: `${home}/facts/${fact.feature}`,
              text: fact.known?.standing.is === "disagree" ? "Settle" : "Open",
              about: `: ${featureName[fact.feature]}`,
            },
          }))}
        />
      )}
      {silent.length === 0 ? null : (
        <Details summary={`Not known: ${name} (${String(silent.length)})`}>
          <LinkList links={silent.map(({ feature }) => ({ href: `${home}/facts/${feature}`, text: featureName[feature] }))} />
        </Details>
      )}
      <p>
        <a className="target" href={`${home}/check/${check}`}>
          Check this part yourself<span className="govuk-visually-hidden">: {name}</span>
        </a>
      </p>
    </section>
  );
}

function Answer({ fact: { feature, known }, photos }: { readonly fact: FactView; readonly photos: number }) {
  if (known === null) return null;
  const { standing } = known;
  const by = standing.is === "known" ? standing.by : standing.is === "too-old" || standing.is === "not-known" ? standing.last : null;
  return (
    <>
      <strong>{standingWords(feature, standing)}</strong>
      {". "}
      {standing.is === "known" ? whoSaidSo(known) : standing.is === "disagree" ? "" : by === null ? "" : whoSaidSo(known)}{" "}
      {by === null || standing.is === "not-known" ? "" : holdsWords(by.holdsUntil, by.isTooOld)} {by?.note ?? ""}
      {photos === 0 ? "" : ` ${counted(photos, "photo", "photos")}.`}
    </>
  );
}

function settleWords({ feature, known }: FactView): string {
  return `${featureName[feature]}. ${known === null ? "" : standingWords(feature, known.standing)}`;
}
