import { describe, expect, test } from "vitest";
import { followUpIds, followUpOf } from "#app/domain/access/follow-ups.ts";
import { formatIds } from "#app/domain/access/formats.ts";
import { layouts } from "#app/domain/access/layouts.ts";
import { onlineFeatures } from "#app/domain/access/online-features.ts";
import { isRequirementId, requirementIds } from "#app/domain/access/requirements/index.ts";
import { isOptionId, optionOf, ownOptionIds, topicIds, type OptionId } from "#app/domain/access/topic-options.ts";
import { findTopicPage, mostOptionsOnPage, topicOf, topicOfOption, topics } from "#app/domain/access/topics.ts";
import { venueFeatureIds } from "#app/domain/access/venue-features.ts";

const pages = topics.flatMap((topic) => topic.pages);
const onPages = pages.flatMap((page) => page.questions.flatMap((question) => question.options));
const inFollowUps: OptionId[] = followUpIds.map(followUpOf).flatMap((asked) => ("options" in asked ? [...asked.options] : []));
const everywhere: readonly OptionId[] = [...onPages, ...inFollowUps];

function optionsOn(pageId: string): readonly string[] {
  const found = findTopicPage(pageId);
  if (!found) throw new Error(`No page ${pageId}`);
  return found.page.questions.flatMap((question) => question.options.map((id) => optionOf(id).label));
}

describe("every requirement of the catalogue can be told to us", () => {
  test("each of the 184 stands in exactly one place: none is dropped and none is asked twice", () => {
    const asked = everywhere.filter(isRequirementId);
    expect([...asked].sort()).toEqual([...requirementIds].sort());
    expect(asked).toHaveLength(184);
  });

  test("each of our own options stands in exactly one place too", () => {
    expect(everywhere.filter((id) => !isRequirementId(id)).sort()).toEqual([...ownOptionIds].sort());
  });

  test("an option of our own never takes the name of a requirement", () => {
    expect(ownOptionIds.filter(isRequirementId)).toEqual([]);
  });

  test("every option knows its topic", () => {
    for (const id of everywhere) expect(topicIds).toContain(topicOfOption(id));
  });
});

describe("pages a person can take in", () => {
  test.each(pages)("$title has at most 12 choices", (page) => {
    expect(page.questions.flatMap((question) => question.options).length).toBeLessThanOrEqual(mostOptionsOnPage);
  });

  test("no two pages share an address", () => {
    const ids = pages.map((page) => page.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/u);
  });

  test("the first page of a topic never begins with More", () => {
    for (const topic of topics) expect(topic.pages[0]?.isMore).toBeUndefined();
  });

  test.each(pages)("on $title no two choices read the same", (page) => {
    for (const question of page.questions) {
      const labels = question.options.map((id) => optionOf(id).label);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  test("no two choices read the same in a list without their questions, except where two pages offer one thing", () => {
    const names = everywhere.map((id) => optionOf(id).name);
    const twice = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
    expect(twice).toEqual(["Camera off is fine"]);
  });
});

describe("what our own options point at exists", () => {
  test.each(ownOptionIds)("%s", (id) => {
    const option = optionOf(id);
    expect(option.requirements.every((one) => isRequirementId(one))).toBe(true);
    expect(option.untilAnswered.every((one) => isRequirementId(one))).toBe(true);
    expect(option.formats.every((one) => formatIds.includes(one))).toBe(true);
    expect(option.venueFeatures.every((one) => venueFeatureIds.includes(one))).toBe(true);
    expect(option.layout.every((one) => Object.hasOwn(layouts, one))).toBe(true);
    expect(option.online.every((one) => Object.hasOwn(onlineFeatures, one))).toBe(true);
    expect(isOptionId(id)).toBe(true);
  });
});

describe("follow-up questions", () => {
  test.each(followUpIds)("%s is asked because of something that can be chosen in its own topic, or stands on a page", (id) => {
    const asked = followUpOf(id);
    if (asked.askedWhen === "on-the-page") {
      const shownOn = pages.filter((page) => page.fields?.includes(id));
      expect(shownOn).toHaveLength(1);
      return;
    }
    expect(asked.askedWhen.every((option) => everywhere.includes(option))).toBe(true);
    expect(asked.askedWhen.some((option) => topicOfOption(option) === asked.topic)).toBe(true);
  });

  test("a choice that stays undecided until a question is answered has that question", () => {
    const undecided = ownOptionIds.filter((id) => optionOf(id).untilAnswered.length > 0);
    const narrowed = followUpIds
      .map(followUpOf)
      .flatMap((asked) => (asked.kind === "radios" && asked.narrows !== undefined ? [asked.narrows] : []));
    expect([...undecided].sort()).toEqual([...narrowed].sort());
  });
});

// Checked against the written design, so that a helpful rewording does not slip in.
test.each([
  [
    "papers",
    [
      "On a screen, as a web page or Word file that works with a screen reader",
      "Plain email with no pictures",
      "Large print",
      "Easy Read with pictures",
      "Braille",
      "Audio",
      "BSL video",
      "Paper by post",
      "On coloured paper",
      "Another language",
      "Welsh",
    ],
  ],
  [
    "communication",
    [
      "British Sign Language interpreter",
      "Sign Supported English interpreter",
      "Deafblind interpreter",
      "Lipspeaker",
      "Captions typed by a person",
      "Automatic captions",
      "Notetaker",
      "Hearing loop",
      "Sitting where I can see faces",
      "Makaton or signs",
      "I use a communication aid and need time",
      "Plain words and no initials",
    ],
  ],
  [
    "building",
    [
      "No steps at all",
      "A few steps are fine with a handrail",
      "A lift, if not on the ground floor",
      "Space for a powered wheelchair or scooter",
      "Space for a manual wheelchair",
      "A short walk from the door",
      "A chair with arms",
      "A high chair",
      "A soft or recliner chair",
      "Space to stand, stretch or lie down",
      "A seat near the door",
      "Automatic or light doors",
    ],
  ],
  [
    "toilets",
    [
      "Any toilet is fine",
      "Accessible toilet",
      "Space to transfer from the left",
      "Space to transfer from the right",
      "Changing Places toilet with hoist and bench",
      "Toilet for any gender",
      "Close to the room",
      "A shelf and bin for a stoma, catheter or medicines",
    ],
  ],
  [
    "senses",
    [
      "No flickering or flashing lights",
      "Lower light",
      "Bright, even light",
      "Natural light or a window",
      "Quiet room with little echo",
      "Microphones used by everyone",
      "A quiet space to go to, with no need to ask",
      "No strong perfume or cleaning smells",
      "Fresh air, or a seat by a window",
      "People keeping masks on near me",
      "Cool room",
      "Warm room",
    ],
  ],
  [
    "running",
    [
      "A break every 30 minutes",
      "A break every 45 minutes",
      "A longer lunch",
      "A running order with times",
      "Names and photos of who will be there",
      "Photos of the building and room",
      "A visit or call before the meeting",
      "To know the questions before the day",
      "Not being put on the spot",
      "Time to think before answering",
      "Small groups",
      "One person speaking at a time",
    ],
  ],
  [
    "food",
    [
      "Vegetarian",
      "Vegan",
      "Halal",
      "Kosher",
      "Gluten free",
      "No nuts",
      "No dairy",
      "Soft or blended food",
      "Straws or an easy-grip cup",
      "Help to eat or drink",
      "I will bring my own food",
      "A fridge for medicine or feed",
    ],
  ],
  [
    "with-me",
    [
      "A personal assistant or supporter",
      "A carer or family member",
      "A guide or assistance dog",
      "A child who needs looking after",
      "I would like the organisation to find me a supporter",
    ],
  ],
  [
    "travel-help",
    [
      "Book and pay for my travel before the meeting",
      "Someone to meet me at the station or stop",
      "A parking space near the door",
      "Clear directions with photos",
      "Money before the meeting for costs",
      "Help with care for someone I look after, so that I can come",
      "Help with internet, phone or data",
    ],
  ],
  [
    "online",
    [
      "A practice call before",
      "Joining by phone",
      "Captions",
      "Interpreter kept in view",
      "Chat read aloud",
      "Chat kept quiet",
      "Papers, not just screen sharing",
      "Camera off is fine",
      "Shorter sessions",
      "Help from someone during the call",
      "A device or data to borrow",
    ],
  ],
  [
    "safety",
    [
      "Nothing extra",
      "Someone to walk with me",
      "Help on stairs",
      "I could not use stairs",
      "I may not hear the alarm",
      "I may not see the way out",
      "I may feel very distressed",
      "Prefer not to say",
    ],
  ],
])("the page %s offers the design's choices, in its order", (pageId, labels) => {
  expect(optionsOn(pageId)).toEqual(labels);
});

test.each([
  [
    "more-communication",
    ["Someone to explain things quietly as we go", "An interpreter for another spoken language", "Taking part in Welsh"],
  ],
  [
    "more-building",
    ["Clear signs or someone to show me the way", "A table I can get my wheelchair under", "Somewhere to charge my equipment"],
  ],
  ["more-senses", ["No bangs, balloons or surprise activities", "Ear defenders, dark glasses, or moving about being treated as normal"]],
  [
    "more-running",
    [
      "'Stop', 'slow down' and 'I want to speak' cards",
      "Chat or notes instead of speaking",
      "Camera off is fine",
      "Being able to leave and come back",
      "A named person to go to on the day",
    ],
  ],
  ["more-food", ["A clean private place for medicine, injections or feeding", "Eating at a set time"]],
])("the design's choices past the twelfth come first on %s", (pageId, labels) => {
  expect(optionsOn(pageId).slice(0, labels.length)).toEqual(labels);
});

test("online is a topic only where online is offered", () => {
  expect(topicOf("online").onlyWhen).toBe("online-is-offered");
  expect(topics.filter((topic) => topic.onlyWhen !== undefined)).toHaveLength(1);
});
