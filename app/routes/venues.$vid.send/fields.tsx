// The fields for sending a checklist, for a meeting and for a venue's record.
import type { ReactElement } from "react";
import { z } from "zod";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { venueTopicOf, venueTopics, type VenueTopic } from "#app/domain/access/venue-topics.ts";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { DateField, LongField, TextField } from "#app/ui/fields.tsx";
import type { PageAnswer } from "#app/ui/page-frame.tsx";
import { choice, choices, date, emailAddress, longText, optionalText } from "#app/web/form-fields.ts";
import { counted } from "#app/words/format.ts";
import { aboutMinutes, topicName } from "#app/words/venues.ts";

/** The fields as they are read. An answer is asked for by today at the earliest. */
export function sendingForm(today: CalendarDate) {
  return z.strictObject({
    email: emailAddress,
    sentTo: optionalText({ thing: "name" }),
    answerBy: date({ thing: "'Answer by'", notBefore: today }),
    topics: choices(venueTopics).refine((topics) => topics.length > 0, "Choose at least 1 part"),
    parts: choice(["needed", "all"], "Choose what to ask"),
    extraLine: longText("the line"),
  });
}

export type TopicCount = { readonly topic: VenueTopic; readonly needed: number; readonly all: number };

/** How many questions of each topic are needed, of all there are. */
export function countsByTopic(needed: readonly VenueFeatureId[], all: readonly VenueFeatureId[]): readonly TopicCount[] {
  const of = (features: readonly VenueFeatureId[], topic: VenueTopic) => features.filter((id) => venueTopicOf[id] === topic).length;
  return venueTopics.map((topic) => ({ topic, needed: of(needed, topic), all: of(all, topic) }));
}

export type SendingFieldsProps = {
  readonly answer: PageAnswer;
  readonly venue: { readonly email: string; readonly contactName: string };
  readonly topics: readonly TopicCount[];
  /** What "only what is needed" means here. */
  readonly words: { readonly needed: string; readonly none: string; readonly count: (questions: string) => string };
};

/** The fields, with whom the venue's record says to ask. */
export function SendingFields({ answer, venue, topics, words }: SendingFieldsProps): ReactElement {
  const sum = (of: (one: TopicCount) => number): number => topics.reduce((total, one) => total + of(one), 0);
  const howLong = (questions: number): string => `${counted(questions, "question", "questions")}. ${aboutMinutes(questions)}`;
  const [needed, all] = [sum((one) => one.needed), sum((one) => one.all)];
  return (
    <>
      <TextField
        name="email"
        label="Venue's email address"
        type="email"
        autoComplete="off"
        spellCheck={false}
        value={answer.value("email", venue.email)}
        error={answer.error("email")}
      />
      <TextField
        name="sentTo"
        label="Who are you sending it to?"
        optional
        autoComplete="off"
        value={answer.value("sentTo", venue.contactName)}
        error={answer.error("sentTo")}
      />
      <DateField name="answerBy" label="Answer by" value={answer.date("answerBy")} error={answer.error("answerBy")} />
      <Checkboxes
        name="topics"
        legend="Which parts?"
        hint="What you leave out stays not known."
        options={topics.map((one) => ({
          value: one.topic,
          label: topicName[one.topic],
          hint: `${one.needed === 0 ? words.none : words.count(counted(one.needed, "question", "questions"))}, of ${String(one.all)}.`,
        }))}
        values={answer.values("topics", venueTopics)}
        error={answer.error("topics")}
      />
      <Radios
        name="parts"
        legend="What should we ask?"
        options={[
          { value: "needed", label: words.needed, hint: needed === 0 ? "Nothing." : howLong(needed) },
          { value: "all", label: "Everything", hint: howLong(all) },
        ]}
        value={answer.value("parts", needed === 0 ? "all" : "needed")}
        error={answer.error("parts")}
      />
      <LongField
        name="extraLine"
        label="Add a line"
        optional
        rows={2}
        value={answer.value("extraLine")}
        error={answer.error("extraLine")}
      />
    </>
  );
}
