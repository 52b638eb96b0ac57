// What there is to do for a plan, worked out from the plan itself: in the order of its days, and of the harm if it is missed.
import { addDays, type CalendarDate } from "#app/domain/basics/dates.ts";
import { phoneListDay } from "#app/domain/meetings/key-dates.ts";
import type { PlanView, PlanToDo } from "./plan-view.ts";
import { type Loaded, isFeatureAsked, isUnknownToVenue } from "./plan-loading.server.ts";
import { ownCheckAddress } from "./venues.server.ts";

/** How long somebody has to answer a question in writing before they are reminded of it. */
const daysToAnswer = 7;

/** Everything a plan leaves to do, in order. */
export function toDosOf(view: Omit<PlanView, "toDos">, loaded: Loaded): readonly PlanToDo[] {
  const home = `/meetings/${view.reference}`;
  const { today, venue } = view;
  const soonest = (dates: readonly (CalendarDate | undefined)[]): CalendarDate | null =>
    dates.flatMap((date) => date ?? []).toSorted()[0] ?? null;
  const toDos: PlanToDo[] = [];
  const add = (toDo: PlanToDo): void => void toDos.push(toDo);

  if (view.missing !== null) {
    const kind = ({ "no-date": "choose-date", "no-mode": "choose-mode", "no-agenda": "add-agenda", "no-people": "say-how-many" } as const)[
      view.missing
    ];
    const step = ({ "no-date": "when", "no-mode": "type", "no-agenda": "what", "no-people": "what" } as const)[view.missing];
    add({ kind, key: kind, by: null, harm: view.replies.answered, href: `${home}/edit/${step}?from=plan` });
  }
  if (view.actionNeeded.length > 0) {
    const { length: count } = view.actionNeeded;
    add({
      kind: "confirm-again",
      key: "confirm-again",
      by: today,
      harm: view.openEssentials,
      href: `${home}/plan#ready`,
      count,
      mayConfirm: view.mayConfirm,
    });
  } else if (view.mayConfirm && view.confirmation === null && view.requirements.length > 0)
    add({ kind: "confirm", key: "confirm", by: null, harm: 0, href: `${home}/plan#ready` });
  if (view.replies.invited === 0) add({ kind: "invite", key: "invite", by: null, harm: 0, href: `${home}/invite` });
  if (view.mode !== "online" && venue === null) {
    const by = soonest(view.venueQuestions.map(({ askBy }) => askBy));
    add({ kind: "choose-venue", key: "choose-venue", by, harm: view.openEssentials, href: `${home}/venue` });
  }
  for (const item of view.requirements) {
    const href = `${home}/requirements/${item.requirement}`;
    const { requirement } = item;
    if (item.reopened.length > 0) {
      add({
        kind: "look-again",
        key: `look-again ${requirement}`,
        by: today,
        harm: item.essentialPeople,
        href,
        requirement,
        reasons: item.reopened,
      });
    }
    if (item.status === "cannot-meet") continue;
    for (const { demand, finding, isSecured, level } of item.demands) {
      if (demand.kind !== "venue-feature" || finding !== "not-met" || isSecured || level !== "must") continue;
      const by = view.venueQuestions.find(({ feature }) => feature === demand.feature)?.askBy ?? null;
      const { feature } = demand;
      add({ kind: "other-way", key: `other-way ${requirement} ${feature}`, by, harm: item.essentialPeople, href, requirement, feature });
    }
  }
  const openClashes = new Set((loaded.plan?.readiness.open ?? []).flatMap((item) => (item.kind === "clash" ? [item.clash] : [])));
  for (const item of view.clashes) {
    const href = `${home}/conflicts/${item.clash}`;
    const { clash } = item;
    if (item.reopened.length > 0) {
      add({
        kind: "look-again-at-clash",
        key: `look-again ${clash}`,
        by: today,
        harm: item.essentialPeople,
        href,
        clash,
        reasons: item.reopened,
      });
    } else if (!item.isHandled && (item.state === "to-sort-out" || (item.state !== "agreed" && openClashes.has(clash))))
      add({ kind: "clash", key: `clash ${clash}`, by: null, harm: item.essentialPeople, href, clash });
    else if (item.state === "agreed" && openClashes.has(clash))
      add({ kind: "clash-way-open", key: `clash-way-open ${clash}`, by: null, harm: item.essentialPeople, href, clash });
  }
  for (const { support, needed, people, secured, records } of view.bookings) {
    for (const one of records) {
      const href = `${home}/bookings/${one.bookingId}`;
      if (one.reopened.length > 0) {
        add({
          kind: "look-again-at-booking",
          key: `look-again ${one.bookingId}`,
          by: today,
          harm: people,
          href,
          support,
          reasons: one.reopened,
        });
      } else if (one.state === "asked" && one.remindOn !== null && one.remindOn <= today) {
        add({
          kind: "chase-booking",
          key: `chase ${one.bookingId}`,
          by: one.remindOn,
          harm: people,
          href,
          support,
          supplier: one.supplier,
        });
      }
    }
    const hasLive = records.some(({ state }) => state === "asked" || state === "confirmed");
    if (needed === null || hasLive || secured >= needed.quantity) continue;
    // Once the usual notice has passed it is late, however far off the last chance still is.
    const by = needed.bookBy ?? needed.lastChance ?? null;
    const lastChance = needed.status === "late" && needed.lastChance !== undefined ? { lastChance: needed.lastChance } : {};
    const harm = needed.isEssential ? people : 0;
    const href = `${home}/bookings/new?for=${support}`;
    add({ kind: "book", key: `book ${support}`, by, harm, href, support, quantity: needed.quantity, status: needed.status, ...lastChance });
  }
  if (venue !== null) {
    const open = view.requests.filter(({ venueId, answeredAt }) => venueId === venue.venueId && answeredAt === null);
    const toAsk = view.venueQuestions.filter(({ finding, feature }) => finding === "unknown" && !isFeatureAsked(feature, loaded));
    // A venue that said it does not know is not asked the same again for that alone: somebody has to go and look.
    const toCheck = toAsk.filter(({ level, feature }) => level !== "nice" && isUnknownToVenue(feature, loaded));
    const mustsToCheck = toCheck.filter(({ level }) => level === "must");
    const first = mustsToCheck[0] ?? toCheck[0];
    if (first !== undefined) {
      add({
        kind: "check-venue",
        key: "check-venue",
        by: soonest((mustsToCheck.length > 0 ? mustsToCheck : toCheck).map(({ askBy }) => askBy)),
        harm: Math.max(0, ...mustsToCheck.map(({ people }) => people)),
        href: ownCheckAddress(venue.venueId, first.feature),
        venue: venue.name,
        features: toCheck.map(({ feature }) => feature),
        musts: mustsToCheck.length,
      });
    }
    // What would only help is no reason to write to a venue; where it is written to all the same, it is asked that too.
    const unknown = toAsk.filter(({ level, feature }) => level !== "nice" && !isUnknownToVenue(feature, loaded));
    const musts = unknown.filter(({ level }) => level === "must");
    const late = open.find(({ answerBy }) => answerBy < today);
    if (late !== undefined) {
      add({ kind: "chase-venue", key: "chase-venue", by: late.answerBy, harm: musts.length, href: `${home}/venue`, venue: venue.name });
    }
    if (unknown.length > 0 && open.length === 0) {
      const by = soonest((musts.length > 0 ? musts : unknown).map(({ askBy }) => askBy));
      const harm = Math.max(0, ...musts.map(({ people }) => people));
      add({
        kind: "ask-venue",
        key: "ask-venue",
        by,
        harm,
        href: `${home}/venue/send`,
        venue: venue.name,
        count: toAsk.length,
        musts: musts.length,
      });
    }
  }
  const standing = new Set(loaded.arrangements.flatMap((one) => (one.kind === "evacuation-plan" ? [one.attendee] : [])));
  const plansToMake = (loaded.plan?.evacuation.plans ?? []).filter(({ attendee }) => !standing.has(attendee)).length;
  if (plansToMake > 0) {
    const by = loaded.meeting.date === null ? null : addDays(loaded.meeting.date, -7);
    add({ kind: "leave-safely", key: "leave-safely", by, harm: plansToMake, href: `${home}/leave-safely`, count: plansToMake });
  }
  if (view.openTimes > 0) {
    const dated = view.replies.invited > 0 ? (loaded.meeting.replyBy ?? null) : null;
    add({ kind: "times", key: "times", by: dated, harm: view.openTimes, href: `${home}/plan#timetable` });
  }
  for (const paper of view.papers) {
    if (paper.secured >= paper.people) continue;
    const { format, people } = paper;
    add({ kind: "papers", key: `papers ${format}`, by: paper.startBy, harm: people, href: `${home}/plan#papers`, format, people });
  }
  const promises = view.requirements.filter(
    ({ status, demands, reopened }) =>
      status !== "cannot-meet" &&
      reopened.length === 0 &&
      demands.some(
        ({ demand, isSecured }) => !isSecured && ["facilitator-action", "layout", "online", "way-of-working"].includes(demand.kind),
      ),
  );
  if (promises.length > 0) {
    const harm = promises.filter(({ essentialPeople }) => essentialPeople > 0).length;
    add({
      kind: "ways-of-working",
      key: "ways-of-working",
      by: null,
      harm,
      href: `${home}/plan?show=not-met#needs`,
      count: promises.length,
    });
  }
  for (const { question, people } of view.stillToAsk) {
    add({ kind: "ask-people", key: `ask ${question}`, by: loaded.meeting.replyBy, harm: people, href: `${home}/people`, question, people });
  }
  for (const { requirement, people, askedOn } of view.waitingInWriting) {
    const href = `${home}/plan/talk/${requirement}#waiting`;
    const harm = view.requirements.find((one) => one.requirement === requirement)?.essentialPeople === 0 ? 0 : people;
    const by = addDays(askedOn, daysToAnswer);
    add({ kind: "question-waits", key: `question-waits ${requirement}`, by, harm, href, requirement, people, askedOn });
  }
  const count = view.replies.silentWays.reduce((sum, { people }) => sum + people, 0);
  if (count > 0) {
    const { replyBy } = loaded.meeting;
    const toPhone = replyBy !== null && phoneListDay(replyBy) <= today;
    add({
      kind: "no-reply",
      key: "no-reply",
      by: toPhone ? phoneListDay(replyBy) : replyBy,
      harm: 0,
      href: `${home}/people?show=no-reply#main`,
      count,
      told: view.replies.silentWithAnswers,
      toPhone,
    });
  }
  const { twice } = view.replies;
  if (twice > 0)
    add({ kind: "answered-twice", key: "answered-twice", by: loaded.meeting.replyBy, harm: twice, href: `${home}/people`, count: twice });
  return inOrder(toDos);
}

/** The earliest first; of one day, what harms most people first; what has no day last. */
export function inOrder(toDos: readonly PlanToDo[]): readonly PlanToDo[] {
  return toDos.toSorted(
    (one, other) => (one.by ?? "9999").localeCompare(other.by ?? "9999") || other.harm - one.harm || one.key.localeCompare(other.key),
  );
}

/** How many things fall due within so many days, or are late. */
export function dueWithin(view: PlanView, days: number): number {
  const last = addDays(view.today, days);
  return view.toDos.filter(({ by }) => by !== null && by <= last).length;
}
