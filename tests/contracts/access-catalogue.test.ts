// Promises every entry of the access catalogue keeps, and the comparison with the compiled facts where that folder is present.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { accessSources } from "#app/domain/access/access-sources.ts";
import { baseline } from "#app/domain/access/baseline.ts";
import { clashIds, clashOf } from "#app/domain/access/conflicts.ts";
import { formatIds, formatOf, formats } from "#app/domain/access/formats.ts";
import { layouts } from "#app/domain/access/layouts.ts";
import { meetingConditions } from "#app/domain/access/meeting-conditions.ts";
import { onlineFeatures } from "#app/domain/access/online-features.ts";
import { requirementGroups, type Requirement } from "#app/domain/access/requirement.ts";
import { isRequirementId, requirementIds, requirementOf, requirementsIn } from "#app/domain/access/requirements/index.ts";
import { supportIds, supportOf, supports } from "#app/domain/access/supports.ts";
import { venueFeatureIds, venueFeatureOf, venueFeatures, type Criterion } from "#app/domain/access/venue-features.ts";

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/u;

function missingFrom(table: object, ids: readonly string[] | undefined): readonly string[] {
  return (ids ?? []).filter((id) => !Object.hasOwn(table, id));
}

function venueFeaturesAskedBy(entry: Requirement): readonly string[] {
  return [...(entry.venueMust ?? []), ...(entry.venueShould ?? []), ...(entry.venueNice ?? [])];
}

describe("the whole catalogue is here", () => {
  test("every group, requirement, feature, support, format, layout, online feature and clash is counted", () => {
    expect({
      groups: requirementGroups.length,
      requirements: requirementIds.length,
      venueFeatures: venueFeatureIds.length,
      supports: supportIds.length,
      formats: formatIds.length,
      layouts: Object.keys(layouts).length,
      onlineFeatures: Object.keys(onlineFeatures).length,
      clashes: clashIds.length,
      sources: Object.keys(accessSources).length,
      conditions: meetingConditions.length,
    }).toEqual({
      groups: 20,
      requirements: 184,
      venueFeatures: 145,
      supports: 52,
      formats: 29,
      layouts: 37,
      onlineFeatures: 32,
      clashes: 31,
      sources: 124,
      conditions: 15,
    });
  });

  test("no requirement is listed in two groups, and every group has some", () => {
    const listed = requirementGroups.flatMap((group) => requirementsIn(group));
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed.length).toBe(requirementIds.length);
    for (const group of requirementGroups) expect(requirementsIn(group).length, group).toBeGreaterThan(0);
  });

  test("ids are lower-case words joined by hyphens", () => {
    const ids = [
      requirementIds,
      venueFeatureIds,
      supportIds,
      formatIds,
      clashIds,
      Object.keys(layouts),
      Object.keys(onlineFeatures),
    ].flat();
    for (const id of ids) expect(id).toMatch(idPattern);
  });

  test("what a way out needs is a venue feature, a support or an online feature, never two of them", () => {
    const ids: readonly string[] = [...venueFeatureIds, ...supportIds, ...Object.keys(onlineFeatures)];
    const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
    const needed = clashIds.flatMap((id) => clashOf(id).waysOut.flatMap((way) => way.needs));
    expect(needed.filter((id) => twice.has(id))).toEqual([]);
  });
});

describe.each(requirementIds.map((id) => [id]))("requirement %s", (id) => {
  const entry = requirementOf(id);

  test("speaks in the person's own words, with help and a source", () => {
    expect(entry.label.trim()).not.toBe("");
    expect(entry.help.trim()).not.toBe("");
    expect(entry.sources.length).toBeGreaterThan(0);
    expect(missingFrom(accessSources, entry.sources)).toEqual([]);
  });

  test("asks only for things that exist", () => {
    expect(missingFrom(venueFeatures, venueFeaturesAskedBy(entry))).toEqual([]);
    expect(missingFrom(layouts, entry.layout)).toEqual([]);
    expect(missingFrom(onlineFeatures, entry.online)).toEqual([]);
    expect(missingFrom(formats, entry.formats?.from)).toEqual([]);
    for (const booking of entry.bookings ?? []) {
      expect(missingFrom(supports, [booking.support])).toEqual([]);
      expect(missingFrom(venueFeatures, booking.unlessVenueHas)).toEqual([]);
      expect((booking.unlessAlsoAsked ?? []).filter((other) => !isRequirementId(other))).toEqual([]);
    }
  });

  test("puts each venue feature at one level only, and books nothing twice", () => {
    const features = venueFeaturesAskedBy(entry);
    expect(new Set(features).size).toBe(features.length);
    const bookings = (entry.bookings ?? []).map((booking) => booking.support);
    expect(new Set(bookings).size).toBe(bookings.length);
  });
});

describe.each(venueFeatureIds.map((id) => [id]))("venue feature %s", (id) => {
  const entry = venueFeatureOf(id);

  test("has a label, a way to check it, a fallback and a source", () => {
    expect(entry.label.trim()).not.toBe("");
    expect(entry.verifyBy.length).toBeGreaterThan(0);
    expect(entry.fallback.trim()).not.toBe("");
    expect(entry.sources.length).toBeGreaterThan(0);
    expect(missingFrom(accessSources, entry.sources)).toEqual([]);
    expect(missingFrom(supports, entry.remedySupports)).toEqual([]);
  });

  test("asks for yes, or for a number whose better value is at least as demanding", () => {
    expect(isSoundCriterion(entry.criterion)).toBe(true);
  });
});

function isSoundCriterion(criterion: Criterion): boolean {
  switch (criterion.is) {
    case "yes":
      return true;
    case "between":
      return criterion.from < criterion.to && criterion.unit !== "";
    case "at-least":
      return (criterion.preferred ?? criterion.value) >= criterion.value && criterion.unit !== "";
    case "at-most":
      return (criterion.preferred ?? criterion.value) <= criterion.value && criterion.unit !== "";
  }
}

test("a feature that is compared with the people who ask for it is a count to reach", () => {
  const counted = venueFeatureIds.filter((id) => venueFeatureOf(id).countsPeopleWhoAsk === true);
  expect(counted).toEqual(["parking-accessible-bay-count", "wheelchair-spaces"]);
  for (const id of counted) expect(venueFeatureOf(id).criterion.is).toBe("at-least");
});

describe.each(supportIds.map((id) => [id]))("support %s", (id) => {
  const entry = supportOf(id);

  test("has a last chance no earlier than its usual notice, and a source", () => {
    expect(entry.leadWorkingDays.minimum).toBeLessThanOrEqual(entry.leadWorkingDays.typical);
    expect(entry.leadWorkingDays.minimum).toBeGreaterThanOrEqual(0);
    expect(entry.sources.length).toBeGreaterThan(0);
    expect(missingFrom(accessSources, entry.sources)).toEqual([]);
  });

  test("needs no fewer people for a longer meeting", () => {
    const { quantity } = entry;
    expect(quantity.text.trim()).not.toBe("");
    const steps = "byLength" in quantity ? quantity.byLength : [{ overMinutes: 0, count: 1 }];
    expect(steps[0]?.overMinutes).toBe(0);
    const sorted = steps.toSorted((one, other) => one.overMinutes - other.overMinutes || one.count - other.count);
    expect(steps).toEqual(sorted);
    expect(steps.map((step) => step.count)).toEqual(steps.map((step) => step.count).toSorted((one, other) => one - other));
  });

  test("falls back on other supports that exist, never on itself", () => {
    const others = [...(entry.fallbackSupports ?? []), ...(entry.quantity.alwaysWith === undefined ? [] : [entry.quantity.alwaysWith])];
    expect(missingFrom(supports, others)).toEqual([]);
    expect(others).not.toContain(id);
  });
});

describe.each(formatIds.map((id) => [id]))("format %s", (id) => {
  const entry = formatOf(id);

  test("has rules, notice and a source, and books only what makes formats or reads them aloud", () => {
    expect(Object.keys(entry.rules).length).toBeGreaterThan(0);
    expect(entry.leadWorkingDays.minimum).toBeLessThanOrEqual(entry.leadWorkingDays.typical);
    expect(missingFrom(accessSources, entry.sources)).toEqual([]);
    expect(entry.support === undefined || ["format-production", "service"].includes(supportOf(entry.support).kind)).toBe(true);
  });
});

describe.each(clashIds.map((id) => [id]))("clash %s", (id) => {
  const entry = clashOf(id);

  test("has two sides, a reason, a source and at least one way out", () => {
    expect(entry.one.length).toBeGreaterThan(0);
    expect(entry.other.length).toBeGreaterThan(0);
    expect(entry.why.trim()).not.toBe("");
    expect(entry.waysOut.length).toBeGreaterThan(0);
    expect([...entry.one, ...entry.other].filter((side) => !isRequirementId(side))).toEqual([]);
    expect(missingFrom(accessSources, entry.sources)).toEqual([]);
  });

  test("needs for its ways out only venue features, supports and online features that exist", () => {
    const needs = entry.waysOut.flatMap((way) => way.needs);
    expect(missingFrom({ ...venueFeatures, ...supports, ...onlineFeatures }, needs)).toEqual([]);
    const ways = entry.waysOut.map((way) => way.id);
    expect(new Set(ways).size).toBe(ways.length);
  });

  test("is worked out by a rule that fits its kind and has the facts it compares", () => {
    const rulesOfKind = {
      people: ["both-present", "coordinator-link"],
      arrangement: ["both-present"],
      timetable: ["shared-window-too-short", "no-valid-slot", "longer-than-longest-meeting"],
      resource: ["demand-exceeds-supply", "more-people-than-places"],
      venue: ["venue-does-not-serve-both"],
    };
    expect(rulesOfKind[entry.kind]).toContain(entry.rule);
    const comparesFacts = entry.rule === "demand-exceeds-supply" || entry.rule === "venue-does-not-serve-both";
    expect((entry.servedWhen ?? []).length > 0).toBe(comparesFacts);
    expect(entry.placesCountedBy !== undefined).toBe(entry.rule === "more-people-than-places");
    expect((entry.servedWhen ?? []).flatMap((line) => missingFrom(venueFeatures, line.met))).toEqual([]);
  });
});

test("the baseline asks only for things that exist and gives every meeting a start, an end and breaks", () => {
  expect(missingFrom(venueFeatures, [...baseline.venueMust, ...baseline.venueShould])).toEqual([]);
  expect(missingFrom(formats, baseline.formats)).toEqual([]);
  expect(baseline.timetable).toMatchObject({ earliestStart: "10:30", latestEnd: "15:30", maxContinuousMinutes: 60, minBreakMinutes: 15 });
});

test("only our own convention is marked as one", () => {
  const conventions = Object.entries(accessSources).filter(([, source]) => source.basis === "convention");
  expect(conventions.map(([id]) => id)).toEqual(["convention"]);
});

// The compiled facts are kept beside the project, not in it: the product never reads them, this comparison does.
const compiledFacts = "../shared/domain/access-catalogue.json";

type Compiled = {
  readonly sources: Readonly<Record<string, object>>;
  readonly baseline: Readonly<Record<string, unknown>>;
  readonly groups: readonly string[];
  readonly conventions: { readonly conditions: readonly string[]; readonly perAttendeeCounts: readonly string[] };
  readonly requirements: readonly ({ readonly id: string; readonly conflictsWith: readonly string[] } & Record<string, unknown>)[];
  readonly venueFeatures: readonly Record<string, unknown>[];
  readonly supports: readonly ({ readonly ratioRule: CompiledRule } & Record<string, unknown>)[];
  readonly formats: readonly Record<string, unknown>[];
  readonly layouts: readonly Record<string, unknown>[];
  readonly onlineFeatures: readonly Record<string, unknown>[];
  readonly conflicts: readonly Record<string, unknown>[];
};
type ByLength = Readonly<Record<string, number>>;
type CompiledRule = {
  readonly text: string;
  readonly perMeeting?: ByLength;
  readonly perLanguage?: ByLength;
  readonly perAttendee?: number | ByLength;
  readonly perAttendees?: number;
  readonly perDocument?: number | { readonly translators: number };
  readonly perParallelGroup?: number;
  readonly shareable?: boolean;
  readonly maxUsersSharing?: number;
  readonly swapMinutes?: number;
  readonly maxContinuousMinutes?: number;
  readonly requiresWith?: string;
  readonly extraTimeFactor?: number;
  readonly preMeetingMinutes?: number;
  readonly debriefMinutes?: number;
};

describe.skipIf(!existsSync(compiledFacts))("the product's catalogue says what the compiled facts say", () => {
  const compiled = JSON.parse(existsSync(compiledFacts) ? readFileSync(compiledFacts, "utf8") : "{}") as Compiled;

  test("sources, groups, conditions, layouts and online features", () => {
    expect(accessSources).toEqual(compiled.sources);
    expect(requirementGroups).toEqual(compiled.groups);
    expect(meetingConditions).toEqual(compiled.conventions.conditions);
    expect(Object.entries(layouts).map(([id, entry]) => ({ id, ...entry }))).toEqual(compiled.layouts);
    expect(Object.entries(onlineFeatures).map(([id, entry]) => ({ id, ...entry }))).toEqual(compiled.onlineFeatures);
  });

  test("the baseline", () => {
    const { venueMust, venueShould, timetable, formats: information, online, layout, facilitatorActions, sources } = baseline;
    const { note: _, ...theirs } = compiled.baseline;
    expect({ venue: venueMust, venueShould, timetable, information, online, layout, facilitatorActions, source: sources }).toEqual(theirs);
  });

  test("requirements", () => {
    const ours = requirementIds.map((id) => {
      const entry = requirementOf(id);
      const bookings = entry.bookings ?? [];
      const unless = (key: "unlessVenueHas" | "unlessAlsoAsked") =>
        Object.fromEntries(bookings.filter((booking) => booking[key] !== undefined).map((booking) => [booking.support, booking[key]]));
      return {
        id,
        group: entry.group,
        label: entry.label,
        help: entry.help,
        implies: {
          venue: entry.venueMust ?? [],
          venueShould: entry.venueShould ?? [],
          venueNice: entry.venueNice ?? [],
          booking: bookings.map((booking) => booking.support),
          timetable: entry.timetable ?? {},
          layout: entry.layout ?? [],
          information: entry.formats?.from ?? [],
          online: entry.online ?? [],
          informationMode: entry.formats?.choose === "one" ? "one-of" : "all",
          bookingUnlessVenueHas: unless("unlessVenueHas"),
          bookingUnlessRequirement: unless("unlessAlsoAsked"),
        },
        sensitivity: entry.sensitivity,
        standardRefs: entry.sources,
        facilitatorAction: entry.facilitatorAction ?? null,
        evacuationPlan: entry.needsEvacuationPlan ?? false,
        aisCategory: entry.aisCategory ?? null,
      };
    });
    const theirs = compiled.requirements.map(({ conflictsWith: _, ...rest }) => rest);
    expect(byId(ours)).toEqual(byId(theirs));
  });

  test("every pair the compiled facts call conflicting is a pair of some clash", () => {
    const pairs = new Set(
      clashIds.flatMap((id) => {
        const { one, other } = clashOf(id);
        return one.flatMap((left) => other.flatMap((right) => [`${left} ${right}`, `${right} ${left}`]));
      }),
    );
    const theirs = compiled.requirements.flatMap(({ id, conflictsWith }) => conflictsWith.map((other) => `${id} ${other}`));
    expect(theirs.length).toBeGreaterThan(0);
    expect(theirs.filter((pair) => !pairs.has(pair))).toEqual([]);
  });

  test("venue features", () => {
    const ours = venueFeatureIds.map((id) => {
      const entry = venueFeatureOf(id);
      return {
        id,
        area: entry.area,
        label: entry.label,
        criterion: compiledCriterion(entry.criterion),
        standard: entry.sources,
        verifyBy: entry.verifyBy,
        osmTag: entry.osm?.tag ?? null,
        a11yJsonPath: entry.a11yJsonPath ?? null,
        severity: entry.usualLevel,
        fallback: entry.fallback,
        ...(entry.note === undefined ? {} : { note: entry.note }),
        remedySupports: entry.remedySupports ?? [],
        osmTagStatus: entry.osm?.status ?? null,
        appliesWhen: entry.appliesWhen ?? null,
      };
    });
    expect(ours).toEqual(compiled.venueFeatures);
    expect(venueFeatureIds.filter((id) => venueFeatureOf(id).countsPeopleWhoAsk)).toEqual(compiled.conventions.perAttendeeCounts);
  });

  test("supports: notice, register, papers and cost", () => {
    const ours = supportIds.map((id) => {
      const entry = supportOf(id);
      return {
        id,
        label: entry.label,
        kind: entry.kind,
        leadTimeWorkingDays: { min: entry.leadWorkingDays.minimum, typical: entry.leadWorkingDays.typical },
        leadTimeBasis: entry.leadBasis,
        source: entry.sources,
        ...(entry.register === undefined ? {} : { register: entry.register }),
        ...(entry.positionAndNeeds === undefined ? {} : { positionAndNeeds: entry.positionAndNeeds }),
        ...(entry.briefingWorkingDays === undefined ? {} : { briefingWorkingDaysBefore: entry.briefingWorkingDays }),
        costCategoryForFinance: entry.costCategory,
        fallbackSupports: entry.fallbackSupports ?? [],
      };
    });
    expect(ours).toEqual(compiled.supports.map(({ ratioRule: _, ...rest }) => rest));
  });

  test("supports: how many", () => {
    for (const [index, id] of supportIds.entries()) {
      const rule = compiled.supports[index]?.ratioRule ?? { text: "missing" };
      expect(compiledQuantity(rule), id).toEqual(supportOf(id).quantity);
    }
  });

  test("formats", () => {
    const ours = formatIds.map((id) => {
      const entry = formatOf(id);
      return {
        id,
        label: entry.label,
        producedBy: entry.producedBy,
        rules: entry.rules,
        leadTimeWorkingDays: { min: entry.leadWorkingDays.minimum, typical: entry.leadWorkingDays.typical },
        standard: entry.sources,
        ...(entry.note === undefined ? {} : { note: entry.note }),
        supportId: entry.support ?? null,
      };
    });
    expect(ours).toEqual(compiled.formats);
  });

  test("clashes, their sides, reasons and ways out in order", () => {
    const ours = clashIds.map((id) => {
      const { label, kind, one, other, why, waysOut, note, sources } = clashOf(id);
      return { id, label, kind, a: one, b: other, why, waysOut, askBoth: true, source: sources, ...(note === undefined ? {} : { note }) };
    });
    expect(ours).toEqual(compiled.conflicts.map(({ detect: _, ...rest }) => rest));
  });
});

function byId(entries: readonly Record<string, unknown>[]): ReadonlyMap<unknown, object> {
  return new Map(entries.map((entry) => [entry["id"], entry]));
}

function compiledCriterion(criterion: Criterion): unknown {
  if (criterion.is === "yes") return true;
  if (criterion.is === "between") return { op: "between", value: [criterion.from, criterion.to], unit: criterion.unit };
  const { is, ...rest } = criterion;
  return { op: is === "at-least" ? ">=" : "<=", ...rest };
}

function compiledQuantity(rule: CompiledRule): unknown {
  const byLength = (steps: ByLength) =>
    Object.entries(steps).map(([key, count]) => ({ overMinutes: Number(/^over(\d+)min$/u.exec(key)?.[1] ?? 0), count }));
  const { perMeeting, perLanguage, perAttendee, perAttendees, perDocument, ...rest } = rule;
  const per =
    perMeeting !== undefined
      ? { per: "meeting", byLength: byLength(perMeeting) }
      : perLanguage !== undefined
        ? { per: "language", byLength: byLength(perLanguage) }
        : perAttendees !== undefined
          ? { per: "people-at-the-meeting", eachServes: perAttendees }
          : typeof perDocument === "object"
            ? { per: "document", translators: perDocument.translators }
            : perDocument !== undefined
              ? { per: "document" }
              : typeof perAttendee === "object"
                ? { per: "attendee", byLength: byLength(perAttendee) }
                : { per: "attendee", eachServes: 1 / (perAttendee ?? Number.NaN) };
  const ourNames: Readonly<Record<string, string>> = {
    perParallelGroup: "morePerParallelGroup",
    shareable: "isShareable",
    maxUsersSharing: "mostPeopleSharing",
    maxContinuousMinutes: "longestStretchMinutes",
    requiresWith: "alwaysWith",
  };
  return { ...per, ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [ourNames[key] ?? key, value])) };
}
