// The pages of vouchers in every state: from an empty log to the person who says that they have theirs.
import type { Page } from "playwright-core";
import type { Visit } from "#tests/support/visit-states.ts";

const press = (name: string) => async (page: Page) => page.getByRole("button", { name, exact: true }).first().click();
const check = async (page: Page, label: string) => page.getByLabel(label, { exact: true }).first().check();
const problem = { hasProblems: true } as const;

/** The person chooses vouchers, on their own pages. */
export const chooseVouchers = (home: string) => async (page: Page) => {
  await page.goto(`${home}/pay/how`);
  await check(page, "Voucher");
  await page.locator("main form[method=post] button[type=submit]:not([value=skip])").first().click();
  await check(page, "I understand I may need to tell the DWP, my council or HMRC about payments.");
  await press("Save my choice")(page);
};

/** Passes or authorises the claim whose page it is. */
export const decideOnClaim = (path: string, answer: string) => async (page: Page) => {
  await page.goto(path);
  await check(page, answer);
  await press("Save")(page);
};

async function writeIn(page: Page): Promise<void> {
  await page.getByLabel("Where can they be used?").fill("High Street Card, in over two hundred shops and online");
  await check(page, "Gift card");
  await page.getByLabel("What is each worth, in pounds?").fill("10");
  await page.getByLabel("What did each cost, in pounds?").fill("9.50");
  await page.getByLabel("Codes or serial numbers (optional)").fill("HS-1111-2222\nHS-3333-4444\nHS-5555-6666");
  await page.getByLabel("Budget code").fill("CP-2210");
  const holder = page.getByLabel("Who keeps them?");
  const coordinator = await holder.locator("option").evaluateAll((options) => options.map((option) => option.textContent ?? ""));
  await holder.selectOption({ label: coordinator.find((name) => name.startsWith("Asha")) ?? coordinator[1] ?? "" });
  await page.getByLabel("Where are they kept? (optional)").fill("The safe in room 4");
  await press("Save")(page);
}

/** Before anything is bought. */
export const emptyVoucherVisits: readonly Visit[] = [
  { page: "vouchers", state: "empty", path: "/payments/vouchers" },
  { page: "vouchers to give", state: "none", path: "/payments/vouchers/give" },
  { page: "vouchers count", state: "none", path: "/payments/vouchers/count" },
  { page: "voucher log", state: "empty", path: "/payments/vouchers/log" },
  { page: "vouchers buy", path: "/payments/vouchers/buy" },
  { page: "vouchers buy", state: "error", path: "/payments/vouchers/buy", reach: press("Save"), expect: problem },
  { page: "vouchers", state: "bought", path: "/payments/vouchers/buy", reach: writeIn },
];

async function giveOne(page: Page): Promise<void> {
  await page.getByRole("group", { name: "Which vouchers?" }).getByRole("checkbox").first().check();
  await check(page, "Post");
  await check(page, "Yes, they said so");
  await press("Give out")(page);
}

async function payInVouchers(page: Page): Promise<void> {
  const asked = page.getByRole("group", { name: /Have they been given their vouchers/u });
  await asked.getByLabel("Yes", { exact: true }).check();
  await press("Mark as paid")(page);
}

/** Gives vouchers out for a claim and looks at one of them. `one` is the page of a voucher that is given. */
export const givingVisits = (claim: string, one: string): readonly Visit[] => [
  { page: "claim", state: "paid in vouchers", path: `/payments/claims/${claim}` },
  { page: "vouchers to give", path: "/payments/vouchers/give" },
  { page: "give vouchers", path: `/payments/vouchers/give/${claim}` },
  { page: "give vouchers", state: "error", path: `/payments/vouchers/give/${claim}`, reach: press("Give out"), expect: problem },
  {
    page: "vouchers",
    state: "given",
    path: `/payments/vouchers/give/${claim}`,
    reach: giveOne,
  },
  { page: "give vouchers", state: "given before", path: `/payments/vouchers/give/${claim}` },
  { page: "vouchers", state: "held only", path: "/payments/vouchers?state=held" },
  { page: "voucher", state: "held or given", path: one },
  { page: "voucher", state: "code shown", path: one, reach: press("Show the whole code") },
  { page: "voucher", state: "error", path: one, reach: press("Take it out of use"), expect: problem },
  { page: "voucher log", path: "/payments/vouchers/log" },
  { page: "vouchers count", state: "error", path: "/payments/vouchers/count", reach: press("Save the count"), expect: problem },
  {
    page: "vouchers count",
    state: "counted",
    path: "/payments/vouchers/count",
    reach: async (page) => {
      await page.getByLabel("How many did you find?").fill("1");
      await page.getByLabel("What are they worth together, in pounds?").fill("10");
      await page.getByLabel("Why do they differ? (only if they do)").fill("One is with Asha, who takes it to the post today.");
      await press("Save the count")(page);
    },
  },
];

/** A voucher that is held goes to somebody else. */
export const custodyVisits: readonly Visit[] = [
  {
    page: "voucher",
    state: "handover error",
    path: "/payments/vouchers?state=held",
    reach: async (page) => {
      await page.locator("main table a").first().click();
      await press("Save who keeps it")(page);
    },
    expect: problem,
  },
  {
    page: "voucher",
    state: "handed over",
    path: "/payments/vouchers?state=held",
    reach: async (page) => {
      await page.locator("main table a").first().click();
      const keeper = page.getByLabel("Who keeps it now?");
      await check(page, "This voucher");
      await keeper.selectOption({ index: 1 });
      await page.getByLabel("Where is it kept? (optional)").fill("The locked drawer at the front desk");
      await press("Save who keeps it")(page);
    },
  },
];

/** What was given came back, so another is given; the claim is paid by hand by whoever checked it, and a trustee looks at it. */
export const exceptionVisits = (claim: string): readonly Visit[] => [
  { page: "exceptions", state: "none", path: "/payments/exceptions" },
  {
    page: "claim",
    state: "paid without a word about vouchers",
    path: `/payments/claims/${claim}`,
    reach: press("Mark as paid"),
    expect: problem,
  },
  { page: "claim", state: "paid before vouchers are given", path: `/payments/claims/${claim}`, reach: payInVouchers, expect: problem },
  { page: "vouchers", state: "given again", path: `/payments/vouchers/give/${claim}`, reach: giveOne },
  { page: "claim", state: "paid by hand", path: `/payments/claims/${claim}`, reach: payInVouchers },
  { page: "exceptions", path: "/payments/exceptions" },
  { page: "exceptions", state: "error", path: "/payments/exceptions", reach: press("Save"), expect: problem },
  {
    page: "exceptions",
    state: "looked at",
    path: "/payments/exceptions",
    reach: async (page) => {
      await page.getByRole("group", { name: "Which claims did they look at?" }).getByRole("checkbox").first().check();
      await page.getByLabel("Who looked at them?").fill("Ines Sá, trustee");
      for (const [part, value] of [
        ["Day", "20"],
        ["Month", "11"],
        ["Year", "2026"],
      ] as const)
        await page.getByLabel(part, { exact: true }).fill(value);
      await page.getByLabel("What did they find?").fill("I read the claim and the offer. The vouchers were signed for.");
      await press("Save")(page);
    },
  },
];

/** The person's own view, before and after they say that they have them. */
export const ownVoucherVisits = (home: string): readonly Visit[] => [
  { page: "claim", state: "with vouchers", path: `${home}/claim` },
  { page: "my vouchers", path: `${home}/claim/vouchers` },
  { page: "my vouchers", state: "confirmed", path: `${home}/claim/vouchers`, reach: press("I have my vouchers") },
];

/** Afterwards: confirmed, given back, and the count for a second person. */
export const afterGivingVisits = (one: string): readonly Visit[] => [
  { page: "voucher", state: "confirmed", path: one },
  {
    page: "voucher",
    state: "given back",
    path: one,
    reach: async (page) => {
      await page.locator("input[name=to][value=given-back]").check();
      await page.getByLabel("Tell us about it").fill("The nearest shop that takes it is twelve miles away.");
      await press("Take it out of use")(page);
    },
  },
];
