// The topics a venue is asked about: every feature in exactly one, pages that can be finished, and the names of experience.md 2.7.3.
import { describe, expect, it } from "vitest";
import { venueFeatureIds } from "#app/domain/access/venue-features.ts";
import { venueTopicOf, venueTopics } from "#app/domain/access/venue-topics.ts";
import { byTopic, pagesOf } from "#app/services/venues.server.ts";
import { topicHeading, topicName } from "#app/words/venues.ts";

const everything = pagesOf(byTopic(venueFeatureIds, (feature) => ({ feature, answer: null, before: null })));

describe("the topics of a venue", () => {
  it("hold every feature of the catalogue exactly once", () => {
    expect(Object.keys(venueTopicOf).sort()).toEqual([...venueFeatureIds].sort());
    const asked = everything.flatMap(({ questions }) => questions.map(({ feature }) => feature));
    expect(asked.toSorted()).toEqual([...venueFeatureIds].sort());
  });

  it("are asked in the order and by the names of a visit", () => {
    expect(venueTopics.map((topic) => topicName[topic])).toEqual([
      "Arriving and parking",
      "Doors and routes",
      "The room",
      "Toilets",
      "Hearing and sound",
      "Light, smell and air",
      "Signs and photos",
      "Food",
      "Emergency",
      "People and policies",
    ]);
    expect([...new Set(everything.map(({ topic }) => topic))]).toEqual(venueTopics);
  });

  it("have 4 to 8 questions on each page of a full checklist, and say which page of how many it is", () => {
    for (const page of everything) {
      expect(page.questions.length, page.address).toBeGreaterThanOrEqual(4);
      expect(page.questions.length, page.address).toBeLessThanOrEqual(8);
    }
    expect(everything.filter(({ topic }) => topic === "toilets").map(topicHeading)).toEqual([
      "Toilets, 1 of 3",
      "Toilets, 2 of 3",
      "Toilets, 3 of 3",
    ]);
    expect(everything.filter(({ topic }) => topic === "food").map(topicHeading)).toEqual(["Food"]);
    expect(new Set(everything.map(({ address }) => address)).size).toBe(everything.length);
  });
});
