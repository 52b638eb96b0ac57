import { describe, expect, test } from "vitest";
import { addressOf, missesAllowed, missesAllowedOverall, watchGuessing } from "#app/web/guessing.ts";

const quarterOfAnHour = 15 * 60_000;

describe("who has to wait before opening a link", () => {
  test("somebody with one mistyped link does not", () => {
    const guessing = watchGuessing(() => 0);
    guessing.noteMiss("192.0.2.1");
    expect(guessing.hasToWait("192.0.2.1")).toBe(false);
  });

  test("whoever opened twenty links that are not there does, and nobody else", () => {
    const guessing = watchGuessing(() => 0);
    for (let misses = 1; misses < missesAllowed; misses += 1) guessing.noteMiss("192.0.2.1");
    expect(guessing.hasToWait("192.0.2.1")).toBe(false);
    guessing.noteMiss("192.0.2.1");
    expect(guessing.hasToWait("192.0.2.1")).toBe(true);
    expect(guessing.hasToWait("192.0.2.2")).toBe(false);
  });

  test("they wait a quarter of an hour, to the millisecond", () => {
    let now = 1_000;
    const guessing = watchGuessing(() => now);
    for (let misses = 0; misses < missesAllowed; misses += 1) guessing.noteMiss("192.0.2.1");
    now += quarterOfAnHour - 1;
    expect(guessing.hasToWait("192.0.2.1")).toBe(true);
    now += 1;
    expect(guessing.hasToWait("192.0.2.1")).toBe(false);
  });

  test("when many addresses guess together one miss is enough, and people without a miss still come in", () => {
    const guessing = watchGuessing(() => 0);
    for (let misses = 0; misses < missesAllowedOverall; misses += 1) guessing.noteMiss(`192.0.2.${misses}`);
    expect(guessing.hasToWait("192.0.2.7")).toBe(true);
    expect(guessing.hasToWait("198.51.100.1")).toBe(false);
  });
});

describe("where a request came from", () => {
  test.each([
    ["a proxy on this machine speaks for the last address it added", "127.0.0.1", "203.0.113.9, 198.51.100.4", "198.51.100.4"],
    ["so does a proxy on a private network", "::ffff:10.1.2.3", "198.51.100.4", "198.51.100.4"],
    ["a stranger who claims to be somebody else is not believed", "203.0.113.9", "198.51.100.4", "203.0.113.9"],
    ["without a proxy it is the connection's own", "::1", undefined, "::1"],
    ["nobody knows for a request without a connection", undefined, "198.51.100.4", null],
  ] as const)("%s", (_sentence, peer, forwardedFor, address) => {
    expect(addressOf(peer, forwardedFor)).toBe(address);
  });
});
