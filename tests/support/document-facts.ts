// Facts to make every document from: a hybrid meeting with wide needs, a person with a Polish name, an offer and a claim.
// A new document does not compile until it has facts here.
import { layOutExpensesForm, layOutInvolvementForm, type FormParties } from "#app/domain/payments/payment-form.ts";
import { assessExpense, type ExpensePolicy } from "#app/domain/payments/expenses.ts";
import type { Claim } from "#app/domain/payments/claim.ts";
import { makeOffer, type Offer } from "#app/domain/payments/offer.ts";
import { venueFeatureIds, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { planMeeting } from "#app/domain/meetings/plan.ts";
import type { DocumentId, FactsOf } from "#app/documents/catalogue/index.ts";
import type { PaperFrame } from "#app/documents/catalogue/meeting-on-paper.ts";
import type { PlanOnPaper } from "#app/documents/catalogue/plan-parts.ts";
import { aMeeting, person, someHolidays } from "#tests/support/meeting-builders.ts";

const madeOn = calendarDateOf("2026-11-23");

const frame: PaperFrame = {
  madeOn,
  organisation: {
    name: "Riverside Community Health Trust",
    address: ["1 Mill Lane", "Exampleton", "EX1 1AA"],
    phone: "01632 960 001",
    email: "hello@riverside.example",
  },
  meeting: {
    reference: "KTRMWPXC",
    name: "Planning group",
    about: "How day services should work from next year.",
    asked: "Give your views.",
    date: calendarDateOf("2027-02-03"),
    startsAt: clockTimeOf("10:30"),
    endsAt: clockTimeOf("14:30"),
    mode: "hybrid",
    place: { name: "Exampleton Hall", address: ["2 Market Place", "Exampleton"] },
    onlineService: "zoom",
    joiningLink: "https://meet.example/123",
    contact: { name: "Asha Grewal", phone: "01632 960 002", email: "asha@example.org" },
  },
};

const agenda = ["Welcome", "What works now", "What to change first"];

/** A plan as the papers print it, for people with needs of many kinds. */
function planned(): PlanOnPaper {
  const plan = planMeeting({
    meeting: aMeeting({
      mode: "hybrid",
      agenda: agenda.map((_, index) => ({ id: `item-${index + 1}`, minutes: 40 })),
      foodServed: true,
    }),
    attendees: [
      person("p1", ["bsl-interpreter", "frequent-breaks", "evacuation-help"]),
      person("p2", ["powered-wheelchair", "assistance-dog", "large-print-18"]),
      person("p3", ["dog-allergy", "easy-read"]),
    ],
    venue: { "step-free-route-to-room": true, "loop-present": false },
    holidays: someHolidays,
  });
  return {
    isReady: plan.readiness.isReady,
    needs: plan.requirements.map((need, index) => ({
      ...need,
      status: (["to-do", "waiting", "part-met", "met", "cannot-meet"] as const)[index % 5] ?? "to-do",
    })),
    bookings: plan.bookings.map((booking, index) => ({
      support: booking.support,
      needed: booking,
      secured: index === 0 ? booking.quantity : 0,
      made: index === 0 ? [{ state: "confirmed", supplier: "Hands Interpreting" }] : [],
    })),
    clashes: plan.clashes.map(({ clash, isCertain, waysOut }) => ({
      clash,
      isCertain,
      state: "to-sort-out",
      waysOut: waysOut.map(({ way, finding }) => ({ label: way.label, finding })),
    })),
    runningOrder: plan.runningOrder ?? null,
    limits: plan.timetable.limits,
    timeNeeded: plan.timeNeeded,
    timetableFindings: plan.timetableFindings,
    facilitatorActions: plan.facilitatorActions,
    peopleWithAPlanToLeave: plan.evacuation.plans.length,
  };
}

const source = { title: "Decision of the board", checkedOn: madeOn };

/** An offer of two activities and costs. */
function offered(): Offer {
  const line = {
    code: "hour",
    label: "Working together",
    activities: "any",
    roles: "any",
    modes: "any",
    basis: { kind: "per-minute", hourly: { pence: penceOf(2500), per: "hour" } },
    includes: [],
  } as const;
  const made = makeOffer({
    terms: {
      reference: "KTRMWPXC",
      person: "p1",
      event: "m1",
      madeOn,
      costsCovered: ["public-transport", "taxi", "care"],
      costsBefore: ["book-for-you", "claim-later"],
      paidBy: ["bank"],
      paidWithin: { kind: "working-days", days: 10 },
      nameOnStatement: "RIVERSIDE TRUST",
      mayDeclineUntil: calendarDateOf("2027-02-02"),
    },
    card: {
      id: "card",
      organisation: "Riverside",
      name: "Co-producer payments",
      version: 2,
      validFrom: calendarDateOf("2026-04-01"),
      source,
      published: "undated",
      breaks: { kind: "count" },
      paysPlannedTime: true,
      weekBegins: "Monday",
      lines: [line],
      cancellation: [
        { cancelledBy: "organiser", noticeUnderMinutes: 7 * 24 * 60, pays: { kind: "percent", percent: 50 }, paysPreparationDone: true },
      ],
    },
    activities: [
      { id: "a1", event: "m1", date: calendarDateOf("2027-02-03"), activity: "meeting", minutes: 240 },
      { id: "a2", event: "m1", date: calendarDateOf("2027-02-01"), activity: "reading", minutes: 60 },
    ],
  });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}

const parties: FormParties = {
  organisation: { name: "Riverside Community Health Trust", contactName: "Asha Grewal", phone: "01632 960 002" },
  person: { reference: "", nameUsed: "Łucja Wójcik", phone: "07700 900 105" },
  activities: [
    {
      reference: "KTRMWPXC",
      title: "Planning group",
      date: calendarDateOf("2027-02-03"),
      plannedFrom: clockTimeOf("10:30"),
      plannedTo: clockTimeOf("14:30"),
      place: "Exampleton Hall",
      organiser: "Asha Grewal",
    },
  ],
  signatures: [
    { role: "person", name: "Łucja Wójcik", on: calendarDateOf("2027-02-05"), how: "online" },
    { role: "coordinator" },
    { role: "authoriser", name: "Ngozi Obi", on: calendarDateOf("2027-02-08"), how: "online" },
  ],
  financeUse: {},
};

/** What the access cost was for, in the person's words: no form may print it. */
export const accessWords = "An interpreter beside me";

/** A claim as sent, with a bus fare, a taxi and one access cost. */
function claimed(): Claim {
  const offer = offered();
  const date = calendarDateOf("2027-02-03");
  const policy: ExpensePolicy = {
    covered: ["public-transport", "communication-support"],
    withoutReceiptUpTo: penceOf(0),
    claimWithinDays: 92,
    ceilings: {},
    mileage: [],
  };
  const assessed = (
    [
      { id: "e1", whatFor: "Bus, both ways", details: { kind: "public-transport" }, spent: penceOf(460) },
      { id: "e2", whatFor: accessWords, details: { kind: "communication-support" }, spent: penceOf(9000) },
    ] as const
  ).map((cost) =>
    assessExpense({
      policy,
      expense: {
        ...cost,
        date,
        receipt: { kind: "photo", fileHash: cost.id },
        agreedFirst: "yes",
        paidByOrganisation: false,
        paidByEmployer: false,
      },
    }),
  );
  return {
    reference: "KTRMWPXC-1",
    person: "p1",
    event: "m1",
    activityDate: date,
    sentOn: calendarDateOf("2027-02-05"),
    choice: { kind: "less", amount: penceOf(10000) },
    paidByEmployerForThisTime: "no",
    lines: [
      ...offer.activities.map((priced) => ({ about: "time" as const, id: priced.entry.id, priced })),
      ...assessed.map((one) => ({ about: "expense" as const, id: one.expense.id, assessed: one })),
    ],
    caps: [],
    advances: [],
    leftOverDecisions: [],
    budgetCode: "CP-2210",
  };
}

const replies = { asked: 8, coming: 6, answered: 5 };
const addressee = { name: "Łucja Wójcik", addressLines: ["8 Mill Lane", "Exampleton"] };
const noClaim: Claim = { ...claimed(), lines: claimed().lines.filter(({ about }) => about === "time") };
const meetingAlone = {
  ...frame.meeting,
  date: null,
  startsAt: null,
  endsAt: null,
  mode: null,
  place: null,
  contact: null,
  joiningLink: "",
  about: "",
  asked: "",
};
const bareFrame: PaperFrame = { ...frame, organisation: { name: "Riverside" }, meeting: meetingAlone };

/** Facts for every document: as much as is ever known, and as little. */
export function documentFacts(): { readonly [Id in DocumentId]: readonly [FactsOf<Id>, ...FactsOf<Id>[]] } {
  const offer = offered();
  const plan = planned();
  const card = { name: offer.card.name, version: offer.card.version, validFrom: offer.card.validFrom };
  const day: FactsOf<"wall-sheet"> = {
    frame,
    agenda,
    runningOrder: plan.runningOrder,
    roles: [
      { role: "chair", holders: [{ name: "Asha Grewal", phone: "01632 960 002" }] },
      { role: "access-host", holders: [] },
      { role: "timekeeper", holders: [{ name: "Ngozi Obi", phone: "" }] },
    ],
    waysOfWorking: plan.facilitatorActions,
    checks: ["loop-tested", "exits-known", "running-order-up"],
    agreed: [{ clash: "dog-vs-allergy", way: "Separate seating zones and routes" }],
    plansToLeave: 2,
  };
  const bareDay: FactsOf<"wall-sheet"> = {
    frame: bareFrame,
    agenda: [],
    runningOrder: null,
    roles: [{ role: "chair", holders: [] }],
    waysOfWorking: [],
    checks: [],
    agreed: [],
    plansToLeave: 0,
  };
  const joining: FactsOf<"joining-instructions"> = {
    frame,
    person: addressee,
    way: "room",
    arranged: ["A British Sign Language interpreter: arranged.", "A quiet room: we are working on it."],
    arrivalMinutes: 30,
    knownOfTheWay: ["drop-off-step-free", "entrance-step-free"].filter(isVenueFeature),
    agenda: agenda.map((title) => ({ title, minutes: 40 })),
    runningOrder: plan.runningOrder,
    expectedPeople: 12,
    forEveryone: [
      { reader: "other-attendees", name: "Gwilym Prŷs", lines: [{ kind: "own-words", text: "Please face me when you speak." }] },
    ],
    offer,
    costsOther: "",
    hasPlanToLeave: true,
  };
  return {
    "access-plan": [
      {
        frame,
        replies,
        agenda,
        plan,
        readings: [
          { reader: "coordinator", name: "Gwilym Prŷs", lines: [{ kind: "own-words", text: "A seat near the door." }] },
          { reader: "coordinator", name: null, lines: [{ kind: "shortest-break", minutes: 20 }] },
        ],
      },
      { frame: bareFrame, replies: { asked: 0, coming: 0, answered: 0 }, agenda: [], plan: "no-date", readings: [] },
    ],
    "plan-without-names": [
      { frame, replies, agenda, plan },
      {
        frame: bareFrame,
        replies: { asked: 1, coming: 1, answered: 0 },
        agenda: [],
        plan: { ...plan, isReady: true, needs: [], bookings: [], clashes: [], runningOrder: null },
      },
    ],
    "venue-checklist": [
      {
        frame,
        questions: [
          { feature: "route-door-width", quantity: 2 },
          { feature: "loop-present", known: { value: false, saidBy: "Venue", checkedOn: madeOn } },
          { feature: "toilet-accessible", known: { value: null, saidBy: "Venue", checkedOn: madeOn } },
          { feature: "parking-bay-width", known: { value: 3600, saidBy: "Venue", checkedOn: madeOn } },
        ].flatMap((one) => (isVenueFeature(one.feature) ? [{ ...one, feature: one.feature }] : [])),
      },
      { frame: bareFrame, questions: [] },
    ],
    "joining-instructions": [
      joining,
      {
        ...joining,
        frame: bareFrame,
        way: "not-said",
        arranged: "private",
        knownOfTheWay: [],
        agenda: [],
        runningOrder: null,
        expectedPeople: null,
        forEveryone: [],
        offer: "not-decided",
        hasPlanToLeave: false,
      },
      { ...joining, way: "online", arranged: "not-sent", offer: "nothing-offered" },
    ],
    "offer-letter": [
      { frame, person: addressee, offer, costsOther: "a sitter" },
      {
        frame: bareFrame,
        person: { name: "Łucja Wójcik", addressLines: [] },
        offer: { ...offer, activities: [], cuts: [], cancellation: [], costsCovered: [] },
        costsOther: "",
      },
    ],
    "jobcentre-letter": [
      {
        frame,
        bodyKind: "statutory",
        personName: "Łucja Wójcik",
        includesMeeting: true,
        amount: { total: offer.total, paidWithin: offer.paidWithin, minutes: 300 },
      },
      { frame: bareFrame, bodyKind: "other", includesMeeting: false },
    ],
    "permitted-work-help": [
      {
        frame,
        personName: "Łucja Wójcik",
        days: [calendarDateOf("2027-01-05")],
        minutes: 300,
        total: offer.total,
        paidWithin: offer.paidWithin,
        paysCosts: true,
      },
      {
        frame: bareFrame,
        personName: "Ifeoma Eze",
        days: [],
        minutes: 0,
        total: penceOf(0),
        paidWithin: { kind: "other", words: "when the grant comes" },
        paysCosts: false,
      },
    ],
    "choice-form": [
      { frame, personName: "Łucja Wójcik", offer },
      {
        frame: bareFrame,
        personName: "Ifeoma Eze",
        offer: { reference: "KTRMWPXC", madeOn, total: penceOf(0), costsCovered: [] },
      },
    ],
    "payee-details-form": [
      { frame, personName: "Łucja Wójcik" },
      { frame: bareFrame, personName: "Ifeoma Eze" },
    ],
    "status-decision-form": [
      { frame, role: { name: "Co-producer", pays: "£25 an hour", costs: "travel and care" } },
      { frame: bareFrame, role: null },
    ],
    "voucher-log": [
      { frame, budgetCode: "CP-2210" },
      { frame: bareFrame, budgetCode: "" },
    ],
    "involvement-payment-claim-form": [
      { frame, stage: "as-claimed", form: layOutInvolvementForm(claimed(), parties, { offer: { reference: "KTRMWPXC", card } }) },
      { frame: bareFrame, stage: "to-fill-in", form: layOutInvolvementForm(noClaim, { ...parties, activities: [], signatures: [] }, {}) },
    ],
    "payment-form": [
      {
        endsIn: "42",
        organisation: frame.organisation,
        madeOn,
        sheet: {
          form: "payment-sheet",
          reference: "KTRMWPXC",
          organisation: "Riverside",
          payee: "Łucja Wójcik",
          address: ["8 Mill Lane", "Exampleton"],
          forTime: penceOf(10000),
          forCosts: penceOf(460),
          forAccess: penceOf(0),
          advancesTaken: penceOf(0),
          toPay: penceOf(10460),
          taxTreatment: "not-recorded",
          budgetCode: "CP-2210",
          method: "cheque",
          signatures: [{ role: "checker", name: "Tom Hale", on: calendarDateOf("2027-02-08") }, { role: "releaser" }],
        },
      },
    ],
    "wall-sheet": [day, bareDay],
    "role-cards": [day, bareDay],
    "day-pack": [
      { ...day, firstNames: ["Łucja", "Gwilym"] },
      { ...bareDay, firstNames: [] },
    ],
    "day-pack-without-details": [day, bareDay],
    "plan-to-leave": [
      {
        frame,
        name: "Łucja Wójcik",
        plan: {
          alarm: ["sees-a-light", "something-else"],
          alarmOther: "A tap on the arm",
          route: "Through the garden doors to the bench.",
          help: ["alongside", "calm-guide"],
          helper: "Asha Grewal",
          backUp: "Ngozi Obi",
        },
        agreedOn: madeOn,
        stands: true,
      },
      {
        frame: bareFrame,
        name: "Gwilym Prŷs",
        plan: { alarm: ["hears-it"], alarmOther: "", route: "The front door.", help: ["none"], helper: "", backUp: "" },
        agreedOn: null,
        stands: false,
      },
    ],
    "expenses-claim-form": [
      { frame, stage: "as-claimed", covered: ["travel"], form: layOutExpensesForm(claimed(), parties, {}) },
      {
        frame: bareFrame,
        stage: "to-fill-in",
        covered: [],
        form: layOutExpensesForm({ ...noClaim, lines: [] }, { ...parties, signatures: [] }, {}),
      },
    ],
  };
}

function isVenueFeature(text: string): text is VenueFeatureId {
  return (venueFeatureIds as readonly string[]).includes(text);
}
