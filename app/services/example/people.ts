// The made-up people of the example, each with what they need to take part. Together they want a wide range of things, and
// some of those pull against each other: that is what the plan is for.
import type { FollowUpAnswers } from "#app/domain/access/follow-ups.ts";
import type { OptionId, TopicId } from "#app/domain/access/topic-options.ts";
import type { Note } from "#app/domain/access/sharing.ts";
import type { Strength } from "#app/domain/access/topics.ts";
import type { Reply } from "#db/stores/meetings.ts";

export type ExamplePerson = {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly address?: string;
  readonly reply: Reply;
  /** Days before today on which they answered; left out for somebody who has not answered yet. */
  readonly answeredDaysAgo?: number;
  readonly topics: readonly TopicId[];
  readonly needs: readonly (readonly [OptionId, Strength])[];
  readonly followUps?: FollowUpAnswers;
  readonly notes?: readonly Note[];
  readonly wasAtLastMeeting: boolean;
};

export const examplePeople: readonly ExamplePerson[] = [
  {
    name: "Maryam Sheikh",
    email: "maryam@example.org",
    phone: "07700 900 101",
    reply: "coming-in-room",
    answeredDaysAgo: 9,
    topics: ["communication", "contact-and-papers", "safety"],
    needs: [
      ["bsl-interpreter", "essential"],
      ["bsl-papers", "helpful"],
      ["contact-by-text", "helpful"],
      ["visual-alarm", "essential"],
      ["one-at-a-time", "essential"],
    ],
    wasAtLastMeeting: true,
  },
  {
    name: "Gwilym Prŷs",
    email: "gwilym@example.org",
    phone: "07700 900 102",
    reply: "coming-in-room",
    answeredDaysAgo: 8,
    topics: ["getting-around", "travel", "safety"],
    needs: [
      ["powered-wheelchair", "essential"],
      ["changing-places-needed", "essential"],
      ["accessible-taxi", "essential"],
      ["evacuation-help", "essential"],
    ],
    wasAtLastMeeting: true,
  },
  {
    name: "Agnieszka Wójcik",
    email: "agnieszka@example.org",
    phone: "07700 900 103",
    reply: "coming-in-room",
    answeredDaysAgo: 7,
    topics: ["senses", "running"],
    needs: [
      ["low-light", "essential"],
      ["no-flashing", "essential"],
      ["quiet-room", "helpful"],
      ["timed-agenda", "helpful"],
    ],
    notes: [{ about: "senses", text: "A seat away from the windows helps me stay for the whole meeting.", mayRead: ["venue"] }],
    wasAtLastMeeting: true,
  },
  {
    name: "Deshawn Clarke",
    email: "deshawn@example.org",
    phone: "07700 900 104",
    reply: "coming-in-room",
    answeredDaysAgo: 6,
    topics: ["contact-and-papers", "communication", "running", "with-me"],
    needs: [
      ["easy-read", "essential"],
      ["plain-english", "essential"],
      ["slow-pace", "essential"],
      ["pre-meeting", "helpful"],
      ["supporter-with-me", "essential"],
    ],
    wasAtLastMeeting: true,
  },
  {
    name: "Iris Holloway",
    email: "iris@example.org",
    phone: "07700 900 105",
    reply: "coming-in-room",
    answeredDaysAgo: 6,
    topics: ["contact-and-papers", "communication", "with-me", "getting-around"],
    needs: [
      ["assistance-dog", "essential"],
      ["screen-reader-papers", "essential"],
      ["describe-visuals", "essential"],
      ["sighted-guide", "helpful"],
    ],
    wasAtLastMeeting: true,
  },
  {
    name: "Tomasz Baran",
    email: "tomasz@example.org",
    phone: "07700 900 106",
    reply: "coming-in-room",
    answeredDaysAgo: 4,
    topics: ["senses", "food"],
    needs: [
      ["dog-allergy", "essential"],
      ["fresh-air", "helpful"],
      ["vegetarian", "helpful"],
    ],
    wasAtLastMeeting: false,
  },
  {
    name: "Priya Nair",
    email: "priya@example.org",
    phone: "07700 900 107",
    reply: "coming-online",
    answeredDaysAgo: 3,
    topics: ["travel", "online"],
    needs: [
      ["replacement-care", "essential"],
      ["school-hours", "essential"],
      ["online-practice", "helpful"],
      ["online-camera-off", "helpful"],
    ],
    wasAtLastMeeting: false,
  },
  {
    name: "Fiadh Mac Cárthaigh",
    email: "",
    phone: "",
    address: "4 Example Row\nLeeds\nLS1 4AP",
    reply: "none",
    topics: [],
    needs: [],
    wasAtLastMeeting: false,
  },
];
