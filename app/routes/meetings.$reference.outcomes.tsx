// "Tell people what changed": what people said and what was done about it, written down one by one and then sent to everybody.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { z } from "zod";
import { dropOutcome, outcomesOf, sendOutcomes, writeOutcome, type OutcomeView } from "#app/services/outcomes.server.ts";
import { Button, ButtonGroup, FormButtons } from "#app/ui/buttons.tsx";
import { DateField, LongField } from "#app/ui/fields.tsx";
import { Item, Items } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { longText, optionalDate } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { byWhenSentence } from "#app/words/after-meeting.ts";
import { counted, longDate } from "#app/words/format.ts";
import { changedMeanwhile, meetingWithDate } from "#app/words/meetings.ts";

const written = z.strictObject({
  said: longText("what people said", { missing: "Say what people said" }),
  did: longText("what you did", { missing: "Say what you did, or why you could not" }),
  byWhen: optionalDate({ thing: "the date" }),
  version: z.coerce.number().int().nonnegative(),
});
// What was on the page when a button was pressed: each id with its version, so that nothing else is sent or taken away.
const seenOnPage = z.strictObject({
  seen: z
    .string()
    .max(10_000)
    .default("")
    .transform((text, context) => {
      const read = text.split(" ").map((one) => /^([\w-]{1,64}):(\d{1,9})$/u.exec(one));
      if (read.some((found) => found === null)) {
        context.addIssue({ code: "custom", message: "Look at what is written, and press the button again" });
        return z.NEVER;
      }
      return read.flatMap((found) => (found === null ? [] : [{ outcomeId: found[1] ?? "", version: Number(found[2]) }]));
    }),
});

const asSeen = (outcomes: readonly Pick<OutcomeView, "outcomeId" | "version">[]): string =>
  outcomes.map(({ outcomeId, version }) => `${outcomeId}:${String(version)}`).join(" ");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const found = await outcomesOf(visit.context, visit.coordinator, reference);
  if (!found.ok) throw notFound();
  const { meeting, outcomes, people, hasBeen, toldOn } = found.value;
  const search = new URL(request.url).searchParams;
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(reference, visit.path),
    caption: meetingWithDate(meeting.name, meeting.date),
    home: `/meetings/${reference}`,
    outcomes,
    people,
    hasBeen,
    toldOn,
    changing: outcomes.find(({ outcomeId, sentOn }) => outcomeId === search.get("change") && sentOn === null) ?? null,
    saved: search.get("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const here = `/meetings/${reference}/outcomes`;
  const asked = new URL(request.url).searchParams;
  if (asked.has("send") || asked.has("remove")) {
    const read = await readForm(request, seenOnPage);
    if (!read.ok) return mend(read.answer);
    const [first] = read.value.seen;
    if (asked.has("remove")) {
      if (first === undefined) throw notFound();
      const dropped = await dropOutcome(context, coordinator, reference, first, read.intent);
      if (dropped.ok) return goBackSaying(here, "removed");
      if (dropped.refusal === "not-found") throw notFound();
      return mend(problemWith("said", notRemoved[dropped.refusal], read.typed));
    }
    const sent = await sendOutcomes(context, coordinator, reference, read.value.seen, read.intent);
    if (sent.ok) return goBackSaying(here, "sent");
    if (sent.refusal === "not-found") throw notFound();
    return mend(problemWith("said", notSent[sent.refusal], read.typed));
  }
  const read = await readForm(request, written);
  if (!read.ok) return mend(read.answer);
  const { version, ...words } = read.value;
  const saved = await writeOutcome(context, coordinator, { reference, outcomeId: asked.get("change"), version }, words, read.intent);
  if (saved.ok) return goBackSaying(here, "saved");
  if (saved.refusal === "not-found") throw notFound();
  return mend(
    problemWith("said", saved.refusal === "sent-already" ? "This was sent meanwhile. Write a new one." : changedMeanwhile, read.typed),
  );
}

const notRemoved = {
  "sent-already": "This was sent, so it stays.",
  "changed-by-someone-else": "Somebody changed this since you opened the page. It was not taken away. Look at it again.",
} as const;

const notSent = {
  "not-yet": "You can send this from the day after the meeting.",
  "nothing-to-send": "There is nothing to send, or nobody to send it to.",
  "changed-by-someone-else":
    "Somebody changed or sent something here since you opened the page. Nothing was sent now. Look at it, and send it again.",
} as const;

const notices: Readonly<Record<string, string>> = {
  saved: "Nothing is sent yet. Add another, or send.",
  removed: "It is taken away.",
  sent: "The messages are made. Post or show those that do not go by email.",
};

export default function TellPeopleWhatChanged() {
  const { shell, held, nav, caption, home, outcomes, people, hasBeen, toldOn, changing, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const notice = saved === null ? undefined : notices[saved];
  const waiting = outcomes.filter(({ sentOn }) => sentOn === null);
  const here = `${home}/outcomes`;
  return (
    <Page
      shell={shell}
      heading="Tell people what changed"
      caption={caption}
      meetingNav={nav}
      held={held}
      notice={notice === undefined ? undefined : { heading: "Saved", children: notice }}
    >
      <p>Write what people said and what you did about it. Each person reads it in their own way. Use no names.</p>
      {waiting.length === 0 ? null : (
        <>
          <h2>Not sent yet</h2>
          <Items>
            {waiting.map((outcome) => (
              <Outcome key={outcome.outcomeId} outcome={outcome}>
                {outcome.outcomeId === changing?.outcomeId ? null : (
                  <PageForm action={`${here}?remove`} carried={{ seen: asSeen([outcome]) }}>
                    <ButtonGroup>
                      <Button kind="secondary" about={`: ${outcome.said}`}>
                        Remove
                      </Button>
                      <a className="govuk-link target" href={`${here}?change=${outcome.outcomeId}#said`}>
                        Change<span className="govuk-visually-hidden">: {outcome.said}</span>
                      </a>
                    </ButtonGroup>
                  </PageForm>
                )}
              </Outcome>
            ))}
          </Items>
          {!hasBeen ? (
            <p>You can send this from the day after the meeting.</p>
          ) : people === 0 ? (
            <p>Nobody who took part can be reached yet.</p>
          ) : (
            <PageForm action={`${here}?send`} carried={{ seen: asSeen(waiting) }}>
              <FormButtons primary={`Send to ${counted(people, "person", "people")}`} />
            </PageForm>
          )}
        </>
      )}
      <h2>{changing === null ? (outcomes.length === 0 ? "The first one" : "Add another") : "Change this one"}</h2>
      <PageForm
        action={changing === null ? here : `${here}?change=${changing.outcomeId}`}
        carried={{ version: String(changing?.version ?? 0) }}
      >
        <LongField
          name="said"
          label="What people said"
          rows={4}
          value={answer.value("said", changing?.said)}
          error={answer.error("said")}
        />
        <LongField
          name="did"
          label="What we did, or why we could not"
          rows={4}
          value={answer.value("did", changing?.did)}
          error={answer.error("did")}
        />
        <DateField name="byWhen" label="By when" optional value={answer.date("byWhen", changing?.byWhen)} error={answer.error("byWhen")} />
        <FormButtons primary="Save" />
      </PageForm>
      {toldOn !== null && outcomes.length === waiting.length ? (
        <p>You told people what changed on {longDate(toldOn)}. The words are kept no longer.</p>
      ) : null}
      {outcomes.length === waiting.length ? null : (
        <>
          <h2>Sent</h2>
          <Items>
            {outcomes
              .filter(({ sentOn }) => sentOn !== null)
              .map((outcome) => (
                <Outcome key={outcome.outcomeId} outcome={outcome} />
              ))}
          </Items>
        </>
      )}
    </Page>
  );
}

function Outcome({ outcome, children }: { readonly outcome: OutcomeView; readonly children?: ReactNode }) {
  const { said, did, byWhen, sentOn } = outcome;
  return (
    <Item heading={said} level="h3">
      <p className="keeps-lines">{did}</p>
      {byWhen === null ? null : <p>{byWhenSentence(byWhen)}</p>}
      {sentOn === null ? null : <p>Sent on {longDate(sentOn)}.</p>}
      {children}
    </Item>
  );
}
