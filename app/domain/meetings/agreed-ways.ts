// A way out that was agreed is part of the plan: what it needs is booked, asked of the venue and checked like any other demand.
import { clashOf, type ClashId, type WayOut } from "#app/domain/access/conflicts.ts";
import { onlineFeatures, type OnlineFeatureId } from "#app/domain/access/online-features.ts";
import { supports, type SupportId } from "#app/domain/access/supports.ts";
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { sideServedBy } from "#app/domain/access/ways-out.ts";
import { isSecured, quantitySecured, type Arrangement } from "./arrangements.ts";
import { peopleOnSides, type RaisedClash } from "./conflicts.ts";
import { supportServing, type Booking } from "./deadlines.ts";
import type { DemandState } from "./demands.ts";
import { checkFact, type Place } from "./fit.ts";
import type { MeetingMode } from "./meeting.ts";

/** A way out as agreed. What a way of people's own making needs is not known, so it asks for nothing but its own evidence. */
export type AgreedWay = {
  readonly clash: ClashId;
  readonly way: string;
  /** Owned, with something to show. */
  readonly isSecured: boolean;
  readonly isEssential: boolean;
  /** References of the people its supports are for, in order. */
  readonly served: readonly string[];
  readonly supports: readonly SupportId[];
  readonly features: readonly VenueFeatureId[];
  readonly online: readonly OnlineFeatureId[];
};

/** Each way out that was agreed for a clash that is raised. A clash that has gone away asks for nothing any more. */
export function agreedWays(clashes: readonly RaisedClash[], arrangements: readonly Arrangement[], mode: MeetingMode): readonly AgreedWay[] {
  return clashes.flatMap((raised) =>
    arrangements.flatMap((arrangement): readonly AgreedWay[] => {
      if (arrangement.kind !== "clash" || arrangement.clash !== raised.clash) return [];
      const needs = clashOf(raised.clash).waysOut.find(({ id }) => id === arrangement.way)?.needs ?? [];
      return [
        {
          clash: raised.clash,
          way: arrangement.way,
          isSecured: isSecured(arrangement),
          isEssential: raised.sides.some(({ isEssential }) => isEssential),
          served: peopleServed(raised, arrangement.way),
          supports: needs.filter(isSupportId).flatMap((support) => supportServing(support, mode) ?? []),
          features: mode === "online" ? [] : needs.filter(isVenueFeatureId),
          online: needs.filter(isOnlineFeatureId),
        },
      ];
    }),
  );
}

/** A clash with the ways out agreed for it, each with what it asks of the meeting. */
export type PlannedClash = RaisedClash & { readonly agreed: readonly (AgreedWay & { readonly demands: readonly DemandState[] })[] };

/** What an agreed way asks of the meeting and where each thing stands; empty when it asks for nothing. */
export function demandsOfWay(
  way: AgreedWay,
  setting: { readonly place: Place; readonly bookings: ReadonlyMap<SupportId, Booking>; readonly arrangements: readonly Arrangement[] },
): readonly DemandState[] {
  const { place, bookings, arrangements } = setting;
  const must = { level: "must" as const };
  return [
    ...way.features.map((feature): DemandState => {
      const check = checkFact(place, feature);
      return {
        ...must,
        demand: { kind: "venue-feature", feature },
        finding: check.finding,
        reason: `fact-${check.reason}`,
        check,
        isSecured: false,
      };
    }),
    ...way.supports.map((support): DemandState => {
      const booking = bookings.get(support);
      const secured = booking !== undefined && quantitySecured(arrangements, support) >= booking.quantity;
      return {
        ...must,
        demand: { kind: "booking", support },
        finding: secured ? "met" : "unknown",
        reason: secured ? "secured" : "not-secured",
        isSecured: secured,
        ...(booking?.bookBy === undefined ? {} : { dueBy: booking.bookBy }),
        ...(booking === undefined ? {} : { status: booking.status }),
      };
    }),
    // What a platform does is a promise of whoever runs it: the evidence given for the agreement stands for it.
    ...way.online.map((feature): DemandState => ({
      ...must,
      demand: { kind: "online", feature },
      finding: way.isSecured ? "met" : "unknown",
      reason: way.isSecured ? "secured" : "not-secured",
      isSecured: way.isSecured,
    })),
  ];
}

function peopleServed({ clash, sides, people }: RaisedClash, way: string): readonly string[] {
  const side = sideServedBy(clash, way);
  if (side === undefined) return people;
  const served = peopleOnSides(clash, sides)[side];
  return people.filter((ref) => served.includes(ref));
}

function isSupportId(need: WayOut["needs"][number]): need is SupportId {
  return Object.hasOwn(supports, need);
}

function isOnlineFeatureId(need: WayOut["needs"][number]): need is OnlineFeatureId {
  return Object.hasOwn(onlineFeatures, need);
}

function isVenueFeatureId(need: WayOut["needs"][number]): need is VenueFeatureId {
  return !isSupportId(need) && !isOnlineFeatureId(need);
}
