// Facts to make every document from: a hybrid meeting with wide needs, a person with a Polish name, an offer and a claim.
// A new document does not compile until it has facts here.
import { voucherTotals } from "#app/domain/payments/vouchers.ts";
import { layOutExpensesForm, layOutInvolvementForm, type FormParties } from "#app/domain/payments/payment-form.ts";
import { assessExpense, type ExpensePolicy } from "#app/domain/payments/expenses.ts";
import type { Claim } from "#app/domain/payments/claim.ts";
import { hmrcSchemeOn } from "#app/domain/payments/mileage.ts";
import { statementOf, taxYear, type PaidClaim } from "#app/domain/payments/statement.ts";
import { makeOffer, type Offer } from "#app/domain/payments/offer.ts";
import { venueFeatureIds, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { planMeeting } from "#app/domain/meetings/plan.ts";
import type { DocumentId, FactsOf } from "#app/documents/catalogue/index.ts";
import type { PaperFrame } from "#app/documents/catalogue/meeting-on-paper.ts";
import type { PlanOnPaper } from "#app/documents/catalogue/plan-parts.ts";
import { readPhoto } from "#app/services/logo-picture.ts";
import { harbourSign } from "#tests/support/pictures.ts";
import { aMeeting, person, someHolidays } from "#tests/support/meeting-builders.ts";

const sign = readPhoto(harbourSign, "image/png");
if (!sign.ok) throw new Error(sign.refusal);
const { bytes: signBytes, mediaType: signType, width: signWidth, height: signHeight } = sign.value;
const frontDoor = {
  address: `data:${signType};base64,${Buffer.from(signBytes).toString("base64")}`,
  width: signWidth,
  height: signHeight,
  shows: "The front door from the street",
};

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
      agreedWay: null,
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

/** Everything a form can know about who, for what, from which budget and who signed. */
const fullParties: FormParties = {
  organisation: {
    name: "Riverside Community Health Trust",
    department: "Involvement team",
    address: ["1 Mill Lane", "Exampleton", "EX1 1AA"],
    contactName: "Asha Grewal",
    phone: "01632 960 002",
    email: "asha@example.org",
    relayPhone: "18001 01632 960 002",
  },
  person: {
    reference: "CDFH JKMN",
    nameUsed: "Łucja Wójcik",
    address: ["8 Mill Lane", "Exampleton"],
    phone: "07700 900 105",
    email: "lucja@example.org",
    preferredContact: "letter",
    helper: "Gwilym Prŷs",
  },
  activities: [
    {
      reference: "KTRM WPXC",
      title: "Planning group",
      date: calendarDateOf("2027-02-03"),
      plannedFrom: clockTimeOf("10:30"),
      plannedTo: clockTimeOf("14:30"),
      actualFrom: clockTimeOf("10:30"),
      actualTo: clockTimeOf("14:15"),
      mode: "in-person",
      place: "Exampleton Hall",
      organiser: "Asha Grewal",
      project: "Day services",
    },
  ],
  code: { costCentre: "CP-2210", account: "4410", project: "DAY-7", funder: "Exampleton Fund", budgetHolder: "Ngozi Obi" },
  signatures: [
    { role: "person", name: "Łucja Wójcik", on: calendarDateOf("2027-02-05"), at: clockTimeOf("09:15"), how: "online" },
    { role: "coordinator", name: "Asha Grewal", on: calendarDateOf("2027-02-05"), how: "phone" },
    { role: "authoriser", name: "Ngozi Obi", on: calendarDateOf("2027-02-08"), at: clockTimeOf("14:30"), how: "online" },
  ],
  financeUse: { payeeNumber: "CDFH JKMN", batch: "12", paidOn: calendarDateOf("2027-02-12") },
};

/** What the access cost was for, in the person's words: no form may print it. */
export const accessWords = "An interpreter beside me";

/** A claim as sent, with a bus fare, a taxi and one access cost. */
function claimed(): Claim {
  const offer = offered();
  const date = calendarDateOf("2027-02-03");
  const mileage = hmrcSchemeOn(date);
  if (!mileage.ok) throw new Error("No mileage rate is in force");
  const policy: ExpensePolicy = {
    covered: ["public-transport", "communication-support", "own-vehicle", "care", "food-drink"],
    withoutReceiptUpTo: penceOf(0),
    claimWithinDays: 92,
    ceilings: {},
    mileage: [mileage.value],
  };
  const assessed = (
    [
      { id: "e1", whatFor: "Bus, both ways", details: { kind: "public-transport" }, spent: penceOf(460) },
      {
        id: "e3",
        whatFor: "",
        details: {
          kind: "own-vehicle",
          vehicle: "car",
          milesTenths: 124,
          from: "Harbour",
          to: "Exampleton",
          passengers: ["Gwilym Prŷs"],
        },
      },
      {
        id: "e4",
        whatFor: "",
        details: { kind: "care", times: "10am to 3pm, 5 hours at £9 an hour", carer: "Mair Rees", alreadyInCarePackage: "no" },
        spent: penceOf(4500),
      },
      { id: "e5", whatFor: "Lunch", details: { kind: "food-drink", away: { minutes: 360, past8pm: false } }, spent: penceOf(480) },
      { id: "e2", whatFor: accessWords, details: { kind: "communication-support" }, spent: penceOf(9000) },
    ] as const
  ).map((cost) =>
    assessExpense({
      policy,
      milesTenthsBefore: 0,
      milesTenthsBeforeInTaxYear: 0,
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

const fullRun: FactsOf<"run-schedule"> = {
  organisation: frame.organisation,
  madeOn,
  number: 12,
  kind: "bank-file",
  paymentDate: calendarDateOf("2026-11-27"),
  processingDay: calendarDateOf("2026-11-26"),
  payingAccount: "Riverside Trust, ends 58",
  preparedBy: "Tom Hale",
  preparedOn: madeOn,
  authorisedBy: ["Cara Iqbal", "Ngozi Obi"],
  releasedBy: "Dev Shah",
  releasedOn: madeOn,
  controlSum: "0011223344556677",
  edition: 1,
  lines: [
    {
      reference: "KTRMWPXC",
      payeeNumber: "CDFHJKMN",
      payee: "Łucja Wójcik",
      budgetCode: "CP-2210",
      method: "bank",
      endsIn: "58",
      checks: { number: "fits", name: "match", hasChanged: true },
      lookedLikeARepeat: true,
      amount: penceOf(10_460),
    },
    {
      reference: "KTRMWPXD",
      payeeNumber: "NMKJHFDC",
      payee: "Ifeoma Eze",
      budgetCode: "CP-2211",
      method: "voucher",
      endsIn: "",
      checks: null,
      lookedLikeARepeat: false,
      amount: penceOf(2_500),
    },
  ],
  exceptions: ["Claim KTRM WPXE was taken out: the ticket is to come."],
  exports: [
    { number: 1, format: "bacs18", fileName: "batch-12-bacs18.txt", fingerprint: "a1b2c3d4e5f60718", by: "Tom Hale", on: madeOn },
    { number: 2, format: "bacs18", fileName: "batch-12-bacs18-copy-2.txt", fingerprint: "a1b2c3d4e5f60719", by: "Tom Hale", on: madeOn },
  ],
  returns: [{ reference: "KTRMWPXF", why: "Account closed", on: calendarDateOf("2026-11-30"), amount: penceOf(1_200) }],
};

const remittance: FactsOf<"remittance-advice"> = {
  organisation: frame.organisation,
  contact: { name: "Payments team", phone: "01632 960 003", email: "pay@riverside.example" },
  madeOn,
  number: "12-3",
  person: { name: "Łucja Wójcik", reference: "CDFHJKMN", addressLines: ["8 Mill Lane", "Exampleton"] },
  claim: "KTRMWPXC",
  meeting: "Planning group",
  paidOn: calendarDateOf("2026-11-24"),
  arrivesBy: calendarDateOf("2026-11-27"),
  method: "bank",
  endsIn: "58",
  statementName: "RIVERSIDE TRUST",
  bankReference: "CLAIM KTRMWPXC",
  lines: [
    { on: calendarDateOf("2026-11-02"), what: "The meeting", part: "time", amount: penceOf(10_000) },
    { on: calendarDateOf("2026-11-02"), what: "Bus, train or tram", part: "costs", amount: penceOf(460) },
    { on: calendarDateOf("2026-11-02"), what: "Access cost", part: "costs", amount: penceOf(9_000) },
  ],
  time: penceOf(10_000),
  costs: penceOf(9_460),
  total: penceOf(19_460),
  declined: penceOf(2_500),
  ownGift: { charity: { name: "Harbour Lifeboat" }, amount: penceOf(2_500) },
  yearSoFar: { from: calendarDateOf("2026-04-06"), to: calendarDateOf("2027-04-05"), time: penceOf(25_000), costs: penceOf(12_000) },
};

function paidClaim(
  on: string,
  {
    forTime = 0,
    forCosts = 0,
    declined = 0,
    toCharity = 0,
    method = "bank",
  }: Partial<Record<"forTime" | "forCosts" | "declined" | "toCharity", number>> & {
    readonly method?: PaidClaim["method"];
  },
): PaidClaim {
  return {
    reference: "KTRMWPXC",
    meeting: "Planning group",
    activityDate: calendarDateOf("2026-04-20"),
    paidOn: calendarDateOf(on),
    forTime: penceOf(forTime),
    forCosts: penceOf(forCosts),
    toCharity: penceOf(toCharity),
    declined: penceOf(declined),
    method,
  };
}

function statementFacts(paid: readonly PaidClaim[]): FactsOf<"annual-statement"> {
  const returned = [
    {
      reference: "KTRMWPXD",
      meeting: "Garden group",
      paidOn: calendarDateOf("2026-08-07"),
      returnedOn: calendarDateOf("2026-08-12"),
      amount: penceOf(4_000),
      paidAgainOn: calendarDateOf("2026-08-28"),
    },
  ];
  return {
    organisation: frame.organisation,
    contact: { name: "Payments team", phone: "01632 960 003", email: "pay@riverside.example" },
    madeOn,
    person: { name: "Łucja Wójcik", reference: "CDFHJKMN", addressLines: ["8 Mill Lane", "Exampleton"] },
    statements: [statementOf(taxYear(2026), paid, paid.length === 0 ? [] : returned)],
    lastSentOn: calendarDateOf("2026-08-10"),
    advice: ["Citizens Advice", "Advicelocal"],
    asLetter: true,
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
    signInLines: 12,
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
    signInLines: 6,
  };
  const { waysOfWorking: _forAll, signInLines: _lines, ...chairsDay } = day;
  const { waysOfWorking: _forNobody, signInLines: _fewLines, ...barelyADay } = bareDay;
  const joining: FactsOf<"joining-instructions"> = {
    frame,
    person: addressee,
    way: "room",
    meets: { name: "Bo Lane", phone: "01632 960 003" },
    photos: { shown: ["The front door from the street", "The room, with its tables"], undescribed: 1, pictures: [frontDoor] },
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
  const joinings: readonly [FactsOf<"joining-instructions">, ...FactsOf<"joining-instructions">[]] = [
    joining,
    {
      ...joining,
      frame: bareFrame,
      way: "not-said",
      meets: null,
      photos: { shown: [], undescribed: 0, pictures: [] },
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
  ];
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
        decisions: [
          {
            about: "A quiet room",
            words: "The side office is ours all day.",
            role: "Access host",
            evidence: "Email of 20 November",
            decidedBy: "Asha Grewal",
            decidedOn: madeOn,
          },
          { about: "Dogs and allergies", words: "", role: "", evidence: "", decidedBy: "Asha Grewal", decidedOn: madeOn },
        ],
      },
      { frame, replies, agenda, plan, readings: [], decisions: null },
      { frame: bareFrame, replies: { asked: 0, coming: 0, answered: 0 }, agenda: [], plan: "no-date", readings: [], decisions: [] },
    ],
    "plan-without-names": [
      { frame, replies, agenda, plan, showsClashes: false },
      {
        frame,
        replies,
        agenda,
        plan: {
          ...plan,
          clashes: plan.clashes.map((clash) => ({ ...clash, state: "agreed", agreedWay: "Separate seating zones and routes" })),
        },
        showsClashes: true,
      },
      {
        frame: bareFrame,
        showsClashes: true,
        replies: { asked: 1, coming: 1, answered: 0 },
        agenda: [],
        plan: { ...plan, isReady: true, needs: [], bookings: [], clashes: [], runningOrder: null },
      },
    ],
    "plan-for-venue": [
      {
        frame,
        people: 12,
        needs: [
          { feature: "entrance-door-width", isEssential: true, known: { value: 820, checkedOn: madeOn } },
          { feature: "parking-bay-width", count: 2, isEssential: true, known: null },
          { feature: "loop-present", isEssential: false, known: { value: false, checkedOn: madeOn } },
        ],
        extraSeats: 2,
        notes: [{ kind: "own-words", text: "The side door is easier for me." }],
        runningOrder: plan.runningOrder,
      },
      { frame: bareFrame, people: null, needs: [], extraSeats: 0, notes: [], runningOrder: null },
    ],
    "plan-for-chair": [
      {
        ...chairsDay,
        readings: [
          { reader: "chair-and-access-host", name: "Gwilym Prŷs", lines: [{ kind: "own-words", text: "Say my name before you ask me." }] },
          { reader: "chair-and-access-host", name: null, lines: [{ kind: "longest-stretch", minutes: 30 }] },
        ],
        open: ["light-vs-dark"],
      },
      { ...barelyADay, readings: [], open: null },
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
    "joining-instructions": joinings,
    "joining-easy-read": joinings,
    "joining-aloud": joinings,
    "joining-signed": joinings,
    "offer-letter": [
      {
        frame,
        person: addressee,
        offer,
        costsOther: "a sitter",
        included: ["feedback"],
        status: { hasNoEmploymentLink: true, taxLine: "We take nothing off. Whether tax is due depends on your other income." },
      },
      {
        frame: bareFrame,
        person: { name: "Łucja Wójcik", addressLines: [] },
        offer: { ...offer, activities: [], cuts: [], cancellation: [], costsCovered: [] },
        costsOther: "",
        included: [],
      },
    ],
    "jobcentre-letter": [
      {
        frame,
        bodyKind: "statutory",
        personName: "Łucja Wójcik",
        includesMeeting: true,
        amount: { total: offer.total, paidWithin: offer.paidWithin, minutes: 300 },
        chosen: penceOf(10_000),
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
        advice: ["Citizens Advice", "Advicelocal"],
      },
      {
        frame: bareFrame,
        personName: "Ifeoma Eze",
        days: [],
        minutes: 0,
        total: penceOf(0),
        paidWithin: { kind: "other", words: "when the grant comes" },
        paysCosts: false,
        advice: ["Advice NI"],
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
      { frame, personName: "Łucja Wójcik", personReference: "CDFHJKMN" },
      { frame: bareFrame, personName: "Ifeoma Eze", personReference: "NMKJHFDC" },
    ],
    "status-decision-form": [
      { frame, role: { name: "Co-producer", pays: "£25 an hour", costs: "travel and care" } },
      { frame: bareFrame, role: null },
    ],
    "voucher-log": [
      {
        organisation: frame.organisation,
        madeOn,
        from: calendarDateOf("2026-04-01"),
        to: calendarDateOf("2027-03-31"),
        totals: voucherTotals([
          { state: "held", count: 3, value: penceOf(7_500), cost: penceOf(7_500) },
          { state: "given", count: 2, value: penceOf(3_500), cost: penceOf(3_500) },
          { state: "given-back", count: 1, value: penceOf(1_000), cost: penceOf(1_000) },
        ]),
        bought: [
          {
            on: calendarDateOf("2026-10-20"),
            from: "High Street Card",
            kind: "card",
            count: 4,
            each: penceOf(2_500),
            cost: penceOf(10_000),
            expiresOn: calendarDateOf("2027-10-20"),
            by: "Ben Ali",
            heldBy: "Asha Grewal",
            heldWhere: "The safe in room 4",
            budgetCode: "CP-2210",
          },
        ],
        given: [
          {
            lastFour: "2222",
            value: penceOf(2_500),
            on: calendarDateOf("2026-11-03"),
            to: "Ruth Patel",
            by: "Dev Shah",
            meeting: "Planning group, 2 November 2026",
            reference: "KTRMWPXC",
            budgetCode: "CP-2210",
            how: "post",
            canUse: true,
            needsMet: ["national-insurance-number", "payroll-approval-first"],
            confirmed: { on: calendarDateOf("2026-11-06"), how: "signed", by: "Ben Ali" },
          },
          {
            lastFour: "",
            value: penceOf(1_000),
            on: calendarDateOf("2026-11-05"),
            to: "Siân O’Neill-Brown",
            by: "Dev Shah",
            meeting: "Planning group, 2 November 2026",
            reference: "KTRMWPXD",
            budgetCode: "CP-2211",
            how: "by-hand",
            canUse: false,
            needsMet: [],
            confirmed: null,
          },
        ],
        handedOver: [
          {
            on: calendarDateOf("2026-11-05"),
            from: "Asha Grewal",
            to: "Dev Shah",
            where: "Safe, second floor",
            by: "Ben Ali",
            lastFours: ["1111", "2222", ""],
            value: penceOf(7_500),
          },
        ],
        outOfUse: [
          {
            lastFour: "4444",
            value: penceOf(1_000),
            state: "given-back",
            on: calendarDateOf("2026-11-10"),
            by: "Ben Ali",
            why: "The shop near them had closed.",
          },
        ],
        count: {
          on: calendarDateOf("2026-11-20"),
          by: "Asha Grewal",
          expected: 3,
          expectedValue: penceOf(7_500),
          found: 3,
          foundValue: penceOf(7_500),
          note: "",
          agreedBy: "Cara Iqbal",
          agreedOn: calendarDateOf("2026-11-20"),
        },
      },
      { frame, budgetCode: "CP-2210" },
      { frame: bareFrame, budgetCode: "" },
    ],
    "involvement-payment-claim-form": [
      {
        frame,
        stage: "as-claimed",
        form: layOutInvolvementForm(claimed(), fullParties, {
          offer: { reference: "KTRMWPXC", card },
          publicSectorJobUnrelatedAndOwnTime: "yes",
          method: "bank",
          payeeReference: "CDFHJKMN",
          choiceRecord: "KTRM WPXC, 20 January 2027",
        }),
      },
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
    "run-schedule": [
      fullRun,
      {
        ...fullRun,
        processingDay: null,
        payingAccount: null,
        releasedBy: null,
        releasedOn: null,
        controlSum: null,
        authorisedBy: [],
        lines: [],
        exceptions: [],
        exports: [],
        returns: [],
      },
    ],
    "remittance-advice": [
      remittance,
      {
        ...remittance,
        method: "voucher",
        endsIn: "",
        statementName: "",
        bankReference: null,
        declined: penceOf(0),
        ownGift: null,
        person: { ...remittance.person, addressLines: [] },
      },
      { ...remittance, method: "payroll", endsIn: "", bankReference: null },
    ],
    "annual-statement": [
      statementFacts([
        paidClaim("2026-05-08", { forTime: 7_500, forCosts: 1_240 }),
        paidClaim("2026-06-12", { forTime: 6_000, method: "voucher" }),
        paidClaim("2026-07-10", { forTime: 15_000, method: "payroll" }),
        paidClaim("2026-09-04", { forTime: 2_000, declined: 3_000, toCharity: 1_000 }),
      ]),
      { ...statementFacts([]), organisation: { name: "Riverside" }, asLetter: false, lastSentOn: null },
    ],
    "own-copy": [
      {
        organisation: frame.organisation,
        madeOn,
        copy: {
          madeOn: "2026-11-23T10:00:00.000Z",
          heldBy: { name: "Riverside", contact: { name: "Asha", phone: "" } },
          whatItIsFor: [{ what: "Your claims", whatFor: "To check and pay them", whoReads: "Coordinators and finance" }],
          you: [{ name: "Łucja Wójcik", email: "lucja@example.org", agreedAt: null, neutralSubject: false }],
          meetings: [
            {
              meeting: "Garden group",
              date: "2027-02-02",
              invitation: { reply: "coming-in-room" },
              accessAnswers: [
                { sent: { chosen: [{ id: "step-free", strength: "essential" }, { id: "low-light" }], topics: ["getting-in"] } },
              ],
            },
            { meeting: "Kitchen group", date: null, invitation: { reply: "none", given: [] } },
          ],
          messages: [],
          whoDidWhat: [
            { at: "2026-11-20T09:00:00.000Z", actorKind: "coordinator", action: "invited" },
            { at: "2026-11-21T09:00:00.000Z", actorKind: "attendee", action: "access-answers-sent" },
          ],
        },
      },
      { organisation: { name: "Riverside" }, madeOn, copy: { meetings: [], messages: [] } },
    ],
    "wall-sheet": [day, bareDay],
    "role-cards": [day, bareDay],
    cards: [day, bareDay],
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
      {
        frame,
        stage: "as-claimed",
        covered: ["travel"],
        form: layOutExpensesForm(claimed(), fullParties, {
          agreedBefore: [{ on: calendarDateOf("2027-01-20"), amount: penceOf(2_000) }, { on: calendarDateOf("2027-01-21") }],
        }),
      },
      {
        frame: bareFrame,
        stage: "to-fill-in",
        covered: [],
        form: layOutExpensesForm({ ...noClaim, lines: [] }, { ...parties, signatures: [] }, { agreedBefore: [] }),
      },
    ],
  };
}

function isVenueFeature(text: string): text is VenueFeatureId {
  return (venueFeatureIds as readonly string[]).includes(text);
}
