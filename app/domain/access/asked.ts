// What a person can ask of a meeting: a requirement of the catalogue, or a choice of ours that no requirement stands for (a
// longer lunch, a window seat, Makaton). Planning treats both alike, so nothing anybody asked for stands beside the plan.
import { isRequirementId, requirementOf, type RequirementId } from "#app/domain/access/requirements/index.ts";
import type { FormatId } from "./formats.ts";
import type { RequirementEntry } from "./requirement.ts";
import { optionOf, ownOptionIds, type OwnOptionId, type TopicOption } from "./topic-options.ts";

export type AskedId = RequirementId | OwnOptionId;

/**
 * Choices planned under their own name: they ask for something, and neither are nor become a requirement. A choice that only
 * answers a question ("Travel by bus") asks for nothing.
 */
export const ownAskedIds: readonly OwnOptionId[] = ownOptionIds.filter((id) => asksByItself(optionOf(id)));

const ownAsked: ReadonlyMap<string, RequirementEntry> = new Map(ownAskedIds.map((id) => [id, entryOf(optionOf(id))]));

/** Says whether some text is the id of a choice that asks by itself. */
export function isOwnAsked(text: string): text is OwnOptionId {
  return ownAsked.has(text);
}

/** Says whether some text is the id of anything a plan can hold. */
export function isAskedId(text: string): text is AskedId {
  return isRequirementId(text) || isOwnAsked(text);
}

/** What one thing asked for means: the catalogue's entry, or a choice read as one. A choice that asks for nothing is a fault. */
export function askedOf(id: AskedId): RequirementEntry {
  const own = ownAsked.get(id);
  return own ?? requirementOf(id as RequirementId);
}

function asksByItself(option: TopicOption): boolean {
  if (option.requirements.length > 0 || option.untilAnswered.length > 0) return false;
  return option.isNeed || option.venueFeatures.length + option.layout.length + option.online.length > 0;
}

// Nobody's answer says how much a choice matters by itself, so what it asks of a venue is a must until the person says "helpful".
function entryOf(option: TopicOption): RequirementEntry {
  const [first, ...rest]: readonly FormatId[] = option.formats;
  return {
    label: option.name,
    help: option.hint ?? "",
    sensitivity: "personal",
    ...(option.venueFeatures.length === 0 ? {} : { venueMust: option.venueFeatures }),
    ...(option.layout.length === 0 ? {} : { layout: option.layout }),
    ...(option.online.length === 0 ? {} : { online: option.online }),
    ...(Object.keys(option.timetable).length === 0 ? {} : { timetable: option.timetable }),
    ...(first === undefined ? {} : { formats: { choose: "all" as const, from: [first, ...rest] } }),
    sources: [],
  };
}
