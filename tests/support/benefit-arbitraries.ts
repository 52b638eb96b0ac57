// Random offers and situations for benefit laws: days near the edges of weeks, months and tax years, amounts near limits,
// and facts that are often missing.
import fc from "fast-check";
import { addDays, calendarDateOf, type CalendarDate, type Nation } from "#app/domain/basics/dates.ts";
import { penceOf, type Pence } from "#app/domain/basics/money.ts";
import {
  expenseKinds,
  type Activity,
  type Offer,
  type OtherEarnings,
  type OtherPay,
  type Payment,
  type ServiceUserAnswers,
  type Situation,
  type UniversalCreditCircumstances,
  type YesNo,
} from "#app/domain/benefits/offer.ts";

/** How many random cases a law is tried on: a few hundred, or a hundred thousand with TEST_FULL, or BENEFIT_RUNS. */
export const runs = Number(process.env["BENEFIT_RUNS"] ?? (process.env["TEST_FULL"] === "1" ? 100_000 : 300));

type Shape = { readonly [key: string]: unknown };
/** Leaves out the keys that are undefined, as exact optional properties want. */
function exact<Value extends Shape>(value: Value): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>;
  };
}

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>, weight = 4): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ arbitrary, weight }, { arbitrary: fc.constant(undefined), weight: 1 });

const anchors = [
  "2024-04-08",
  "2024-04-20",
  "2025-02-27",
  "2025-04-04",
  "2025-06-10",
  "2026-03-31",
  "2026-04-06",
  "2026-06-10",
  "2026-12-30",
  "2027-02-28",
  "2027-03-28",
  "2027-04-11",
];
export const days: fc.Arbitrary<CalendarDate> = fc
  .tuple(fc.constantFrom(...anchors), fc.integer({ min: -9, max: 16 }))
  .map(([anchor, shift]) => addDays(calendarDateOf(anchor), shift));
export const knownDays: fc.Arbitrary<CalendarDate> = fc
  .tuple(
    fc.constantFrom("2025-04-01", "2025-06-10", "2026-04-02", "2026-06-10", "2026-12-30", "2027-02-20"),
    fc.integer({ min: 0, max: 16 }),
  )
  .map(([anchor, shift]) => addDays(calendarDateOf(anchor), shift));

const edges = [
  0, 1, 499, 500, 501, 1999, 2000, 2001, 5000, 7500, 15100, 15101, 18350, 18351, 19550, 19551, 19600, 19601, 20350, 20351, 20400, 20401,
  41100, 42700, 42701, 71000, 71001, 88122, 88123,
];
export const amounts: fc.Arbitrary<Pence> = fc.oneof(fc.constantFrom(...edges), fc.integer({ min: 0, max: 90_000 })).map(penceOf);
const yesNo: fc.Arbitrary<YesNo> = fc.constantFrom("yes", "no", "not-sure");
const mostly = (answer: YesNo): fc.Arbitrary<YesNo | undefined> =>
  fc.oneof({ arbitrary: fc.constant(answer), weight: 6 }, { arbitrary: maybe(yesNo), weight: 2 });
const weekday = fc.constantFrom("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

export const serviceUsers: fc.Arbitrary<ServiceUserAnswers> = fc.oneof(
  { arbitrary: fc.constant<ServiceUserAnswers>({ a: "yes", b: "yes", c1: "yes" }), weight: 4 },
  {
    arbitrary: fc
      .record({ a: maybe(yesNo), b: maybe(yesNo), c1: maybe(yesNo), c2: maybe(yesNo), c3: maybe(yesNo), c4: maybe(yesNo) })
      .map((answers) => exact(answers) as ServiceUserAnswers),
    weight: 2,
  },
  { arbitrary: fc.constant<ServiceUserAnswers>({ a: "no" }), weight: 1 },
);

const otherPays = (when: fc.Arbitrary<CalendarDate>): fc.Arbitrary<OtherPay> =>
  fc
    .record({
      id: fc.constant("job"),
      pattern: fc.constantFrom("once", "week", "fortnight", "four-weeks", "month", "in-the-same-period" as const),
      takeHomePence: amounts,
      pensionPence: maybe(fc.integer({ min: 0, max: 4001 }).map(penceOf), 1),
      minutes: maybe(fc.integer({ min: 0, max: 1200 })),
      workedOn: maybe(when),
      paidOn: maybe(when),
    })
    .map((pay) => exact(pay) as OtherPay);

export const otherEarningsFrom = (when: fc.Arbitrary<CalendarDate>): fc.Arbitrary<OtherEarnings> =>
  fc.oneof(
    { arbitrary: fc.constant<OtherEarnings>({ answer: "none" }), weight: 4 },
    { arbitrary: fc.tuple(otherPays(when)).map((pay): OtherEarnings => ({ answer: "some", pay })), weight: 4 },
    {
      arbitrary: fc
        .tuple(otherPays(when), otherPays(when))
        .map(([one, two]): OtherEarnings => ({ answer: "some", pay: [one, { ...two, id: "job-2" }] })),
      weight: 1,
    },
    { arbitrary: fc.constant<OtherEarnings>({ answer: "not-sure" }), weight: 1 },
  );

const agreed = fc.constantFrom("before-activity", "after-activity", "not-sure" as const);

/** Offers of up to three payments and two costs, each for one or more of up to three activities close to each other. */
export const offersFrom = (when: fc.Arbitrary<CalendarDate>, withDays = 5): fc.Arbitrary<Offer> =>
  fc
    .record({
      nation: fc.oneof(
        { arbitrary: fc.constant<Nation>("england"), weight: 4 },
        { arbitrary: fc.constantFrom<Nation>("wales", "scotland", "northern-ireland"), weight: 3 },
      ),
      activities: fc.array(fc.record({ on: maybe(when, withDays * 3), minutes: maybe(fc.integer({ min: 0, max: 700 }), 6) }), {
        minLength: 1,
        maxLength: 3,
      }),
      payments: fc.array(
        fc.record({
          kind: fc.oneof(
            { arbitrary: fc.constant("fee" as const), weight: 12 },
            { arbitrary: fc.constantFrom("voucher", "donation" as const), weight: 1 },
          ),
          pence: amounts,
          payer: fc.constantFrom("Harbour Trust", "Hill Council"),
          covers: fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 3 }),
          isSplit: fc.boolean(),
          dueOn: maybe(when, withDays * 3),
          paidOn: maybe(when, 1),
          payroll: mostly("no"),
          takeHomePence: maybe(amounts, 1),
          pensionPence: fc.oneof({ arbitrary: fc.constant(undefined), weight: 6 }, { arbitrary: fc.constant(penceOf(301)), weight: 1 }),
          turnedDown: fc.oneof(
            { arbitrary: fc.constant(undefined), weight: 6 },
            { arbitrary: fc.record({ pence: amounts, agreed }), weight: 1 },
          ),
          agreed,
        }),
        { minLength: 1, maxLength: 3 },
      ),
      expenses: fc.array(
        fc.record({
          kind: fc.constantFrom(...expenseKinds),
          pence: amounts,
          payer: fc.constant("Harbour Trust"),
          meetsActualCost: fc.oneof({ arbitrary: fc.constant<YesNo>("yes"), weight: 3 }, { arbitrary: yesNo, weight: 1 }),
          activity: maybe(fc.nat({ max: 2 }), 8),
          dueOn: maybe(when, 8),
          paidOn: maybe(when, 1),
        }),
        { maxLength: 1 },
      ),
      serviceUser: serviceUsers,
    })
    .map(({ nation, activities, payments, expenses, serviceUser }): Offer => {
      const meetings = activities.map((activity, index) => exact({ id: `a${index}`, ...activity }) as Activity);
      const idAt = (index: number): string => `a${index % meetings.length}`;
      return {
        nation,
        activities: meetings,
        payments: payments.map((payment, index) => paymentOf(payment, `p${index}`, [...new Set(payment.covers.map(idAt))])),
        expenses: expenses.map((expense, index) => {
          const { activity, ...rest } = expense;
          return exact({ id: `e${index}`, ...rest, activity: activity === undefined ? undefined : idAt(activity) });
        }),
        serviceUser,
      };
    });

function paymentOf(
  drawn: {
    readonly kind: "fee" | "voucher" | "donation";
    readonly pence: Pence;
    readonly payer: string;
    readonly isSplit: boolean;
    readonly dueOn: CalendarDate | undefined;
    readonly paidOn: CalendarDate | undefined;
    readonly payroll: YesNo | undefined;
    readonly takeHomePence: Pence | undefined;
    readonly pensionPence: Pence | undefined;
    readonly turnedDown: { readonly pence: Pence; readonly agreed: "before-activity" | "after-activity" | "not-sure" } | undefined;
    readonly agreed: "before-activity" | "after-activity" | "not-sure";
  },
  id: string,
  covers: readonly string[],
): Payment {
  const { kind, pence, payer, dueOn, paidOn } = drawn;
  const each = Math.floor(pence / covers.length);
  const parts = covers.map((activity, index) =>
    drawn.isSplit ? { activity, pence: penceOf(index === 0 ? pence - each * (covers.length - 1) : each) } : { activity },
  );
  const base = { id, pence, payer, for: parts, dueOn, paidOn };
  if (kind === "voucher") return exact({ kind, ...base });
  if (kind === "donation") return exact({ kind, ...base, agreed: drawn.agreed });
  const takeHomePence = drawn.takeHomePence === undefined ? undefined : penceOf(Math.min(drawn.takeHomePence, pence));
  return exact({
    kind,
    ...base,
    payroll: drawn.payroll,
    takeHomePence,
    pensionPence: drawn.pensionPence,
    turnedDown: drawn.turnedDown,
  });
}

const ucFrom = (when: fc.Arbitrary<CalendarDate>): fc.Arbitrary<UniversalCreditCircumstances> =>
  fc
    .record({
      periodDay: maybe(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constantFrom(28, 29, 30, 31)), 12),
      limitedCapability: maybe(yesNo, 6),
      childOnClaim: mostly("no"),
      housingCosts: maybe(yesNo, 6),
      selfEmployed: fc.oneof({ arbitrary: fc.constant<YesNo>("no"), weight: 12 }, { arbitrary: yesNo, weight: 1 }),
      capped: mostly("no"),
      couple: mostly("no"),
      partnerEarnings: maybe(otherEarningsFrom(when), 1),
      waitingForAssessment: mostly("no"),
      // People say how much they get or whether it is more than the cut, so the two never contradict each other.
      award: fc.oneof(
        fc.record({ usualAwardPence: maybe(fc.integer({ min: 1, max: 150_000 }).map(penceOf)) }),
        fc.record({ awardMoreThanCut: maybe(yesNo) }),
      ),
    })
    .map(({ award, ...facts }) => exact({ ...facts, ...award }) as UniversalCreditCircumstances);

/** A person with Universal Credit, ESA, both carer benefits, JSA, Housing Benefit, Pension Credit and PIP, facts often missing. */
export const situationsFrom = (when: fc.Arbitrary<CalendarDate>): fc.Arbitrary<Situation> =>
  fc
    .record({
      uc: ucFrom(when),
      weekBegins: maybe(weekday, 1),
      formSent: maybe(yesNo, 6),
      careCostsWeeklyPence: fc.oneof({ arbitrary: fc.constant(undefined), weight: 5 }, { arbitrary: amounts, weight: 1 }),
      guaranteeCredit: mostly("no"),
      onUniversalCredit: mostly("no"),
      temporaryOrSupportedHousing: mostly("no"),
      permittedWorkEsa: maybe(yesNo),
      disregard: maybe(fc.constantFrom("single", "couple", "lone-parent", "higher", "not-sure" as const)),
      part: maybe(fc.constantFrom("guarantee", "guarantee", "savings", "not-sure" as const)),
      otherEarnings: maybe(otherEarningsFrom(when), 12),
    })
    .map(
      ({ uc, weekBegins, formSent, careCostsWeeklyPence, part, otherEarnings, ...housing }): Situation =>
        exact({
          benefits: "some" as const,
          circumstances: {
            "universal-credit": uc,
            "new-style-esa": exact({ weekBegins, formSent }),
            "carers-allowance": exact({ weekBegins, careCostsWeeklyPence }),
            "carer-support-payment": exact({ careCostsWeeklyPence }),
            "new-style-jsa": exact({ weekBegins }),
            "housing-benefit": exact({ ...housing, weekBegins }),
            "pension-credit": exact({ part, weekBegins }),
            pip: {},
          },
          otherEarnings,
        }) as Situation,
    );
