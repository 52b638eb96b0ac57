// A checklist that was sent, and the message that carries its link, as both a meeting's pages and a venue's pages show them.
import type { ReactElement } from "react";
import { dayIn } from "#app/domain/basics/dates.ts";
import type { ShownMessage } from "#app/services/messages.server.ts";
import type { SentChecklist } from "#app/services/venue-checklist.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { CopyBox } from "#app/ui/copy-box.tsx";
import { DateField } from "#app/ui/fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { PageForm, type PageAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { longDate, outOf } from "#app/words/format.ts";
import { reminderSentence, sentChecklistWords } from "#app/words/venues.ts";

type SentProps = {
  readonly sent: SentChecklist;
  readonly answer: PageAnswer;
  readonly messageHref: (messageId: string) => string;
};

/** To whom it went and how far it has got, a way to open it until another day, and its messages. */
export function SentParts({ sent, answer, messageHref }: SentProps): ReactElement {
  return (
    <>
      <SummaryList
        rows={[
          { name: "Sent to", answer: [sent.sentTo, sent.email].filter((part) => part !== "").join(", ") },
          { name: "Sent on", answer: longDate(dayIn(sent.sentAt)) },
          {
            name: "Passed on to",
            answer:
              sent.forwards.length === 0 ? "Nobody" : sent.forwards.map(({ email, at }) => `${email}, ${longDate(dayIn(at))}`).join("; "),
          },
          { name: "Answered", answer: outOf(sent.answered, sent.asked) },
          {
            name: "Finished",
            answer: sent.answeredAt === null ? "Not yet" : `${longDate(dayIn(sent.answeredAt))}, by ${sent.answeredBy}`,
          },
          { name: sent.isClosed ? "Closed on" : "Open until", answer: longDate(sent.answerBy) },
        ]}
      />
      {sent.isClosed || sent.answeredAt !== null ? null : <p>{reminderSentence(sent.remindedOn)}</p>}
      <h2>{sent.isClosed ? "Open it again" : "Change the day"}</h2>
      <PageForm carried={{ version: String(sent.version) }}>
        <DateField name="answerBy" label="Answer by" value={answer.date("answerBy")} error={answer.error("answerBy")} />
        <FormButtons primary={sent.isClosed ? "Open the checklist" : "Save the day"} />
      </PageForm>
      {sent.messages.length === 0 ? null : (
        <>
          <h2>Messages</h2>
          <LinkList
            links={sent.messages.map(({ messageId, createdAt }, index) => ({
              href: messageHref(messageId),
              text: `Show message ${String(sent.messages.length - index)}, made on ${longDate(dayIn(createdAt))}`,
            }))}
          />
        </>
      )}
    </>
  );
}

/** The checklists that were sent, each with how far it has got and the way to its page. */
export function SentList({
  requests,
  hrefOf,
}: {
  readonly requests: readonly SentChecklist[];
  readonly hrefOf: (id: string) => string;
}): ReactElement | null {
  if (requests.length === 0) return null;
  return (
    <ul className="states states--bare">
      {requests.map((one) => (
        <li key={one.id}>
          <div className="states__text">
            <p>{sentChecklistWords(one)}</p>
            <p>
              <a className="target" href={hrefOf(one.id)}>
                {one.isClosed ? "Open it again" : "See or change this checklist"}
                <span className="govuk-visually-hidden">, sent {longDate(dayIn(one.sentAt))}</span>
              </a>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The message with its link, to copy and send by hand; null once it was sent and erased. */
export function MessageParts({ message }: { readonly message: ShownMessage | null }): ReactElement {
  if (message === null)
    return <p>We erase a message once it is sent, because its link opens the checklist. Send the checklist again to make another.</p>;
  return (
    <>
      <p>
        {message.status === "to-show"
          ? "No mail server is set up, so nothing was sent. Copy the message and send it yourself."
          : "The message is on its way."}{" "}
        Anybody who has the link can answer for the venue.
      </p>
      <SummaryList
        rows={[
          { name: "To", answer: message.recipient },
          { name: "Subject", answer: message.subject },
        ]}
      />
      <CopyBox name="message" label="Message" text={message.text} rows={14} />
    </>
  );
}
