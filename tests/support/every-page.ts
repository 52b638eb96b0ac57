// Every page in every state a person can reach, through one visit that finds its barriers. A new page is added to a list
// here.

import { join } from "node:path";
import Database from "better-sqlite3";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { topicIds } from "#app/domain/access/topic-options.ts";
import {
  afterFeedbackIsKept,
  afterFeedbackVisits,
  beforeFeedbackVisits,
  erasedFeedbackVisits,
  feedbackVisits,
  lateFeedbackVisits,
  sendFeedback,
  withFeedbackVisits,
} from "#tests/support/after-meeting-visits.ts";
import { browserAvailable, closeBrowser, closeContext, openContext } from "#tests/support/browser.ts";
import { deskVisits, deskVisitsThatChange, openDesk } from "#tests/support/desk-visits.ts";
import { enterBy, startExample, type ExampleApp } from "#tests/support/example-app.ts";
import { expectStatesClean, type Visit } from "#tests/support/visit-states.ts";
import {
  afterGivingVisits,
  custodyVisits,
  chooseVouchers,
  decideOnClaim,
  emptyVoucherVisits,
  exceptionVisits,
  givingVisits,
  ownVoucherVisits,
} from "#tests/support/voucher-visits.ts";

const press = (name: string) => async (page: Page) => page.getByRole("button", { name, exact: true }).first().click();
/** The page's own way on: the first button in main that is not a way to pass a question. */
const pressMain = async (page: Page): Promise<void> =>
  page.locator("main form[method=post] button[type=submit]:not([value=skip])").first().click();
const problem = { hasProblems: true } as const;

const publicVisits: readonly Visit[] = [
  { page: "start", path: "/" },
  { page: "setup", path: "/setup" },
  { page: "setup", state: "error", path: "/setup", reach: press("Set up and continue"), expect: problem },
  { page: "setup", state: "password shown", path: "/setup", reach: press("Show what I typed") },
  { page: "sign-in", path: "/sign-in" },
  { page: "sign-in", state: "error", path: "/sign-in", reach: press("Sign in"), expect: problem },
  { page: "sign-in check email", path: "/sign-in/check-email" },
  { page: "sign-in link ended", path: "/sign-in/confirm/nothing" },
  { page: "sign-in join", state: "link ended", path: "/sign-in/join/nothing" },
  { page: "display", path: "/display" },
  { page: "display", state: "saved", path: "/display", reach: press("Save display settings") },
  { page: "help", path: "/help" },
  { page: "tax and payroll", path: "/help/tax-and-payroll" },
  { page: "accessibility", path: "/accessibility" },
  { page: "privacy", path: "/privacy" },
  { page: "cookies", path: "/cookies" },
  { page: "credits", path: "/credits" },
  { page: "link help", path: "/link-help" },
  { page: "link help", state: "error", path: "/link-help", reach: press("Open my invitation"), expect: problem },
  { page: "clear device", path: "/my/clear" },
  { page: "clear device", state: "done", path: "/my/clear?done" },
  {
    page: "not found",
    path: "/nothing-here",
    expect: { except: [{ check: "console", because: "the page itself is the 404 that the browser reports", lookedAtOn: "2026-11-22" }] },
  },
];

// The label of the specification names a cup for people who cannot grip, and belittles nobody.
/** The letter names guidance by its own title. */
const quoted = { expect: { allowedWords: ["service user"] } } as const;
const easyGrip = { allowedWords: ["easy"] } as const;
/** A file shown as it is written has dates and amounts as banks and spreadsheets read them. */
const asAFile = {
  expect: { except: [{ check: "value-formats", because: "it shows a file letter for letter", lookedAtOn: "2026-11-22" }] },
} as const;
/** A supplier who said no, as experience.md 2.6.3 names it: not somebody who chose less money. */
const ofASupplier = { allowedWords: ["declined"] } as const;
const notJust = { allowedWords: ["just"] } as const;

const attendeeVisits = (home: string): readonly Visit[] => {
  const step = (page: string, path: string, more: Partial<Visit> = {}): Visit => ({ page, path: `${home}${path}`, ...more });
  const access = [
    "contact",
    "papers",
    "papers-when",
    "papers-together",
    "communication",
    "building",
    "toilets",
    "arriving",
    "senses",
    "running",
    "with-me",
    "travel",
    "safety",
    "else",
  ];
  return [
    step("my meeting", ""),
    { page: "my account", path: `/my?ref=${home.split("/").at(-1) ?? ""}` },
    step("coming", "/coming"),
    step("questions", "/questions"),
    step("cards", "/cards"),
    step("card", "/cards/slow-down"),
    step("access topics", "/access/topics"),
    step("access topics", "/access/topics", {
      state: "error",
      reach: async (page) => {
        await page.getByRole("checkbox").first().check();
        await page.getByRole("checkbox").last().check();
        await pressMain(page);
      },
      expect: problem,
    }),
    ...access.map((name) => step(`access ${name}`, `/access/${name}`)),
    step("access food", "/access/food", { expect: easyGrip }),
    step("access online", "/access/online", { expect: notJust }),
    step("access more", "/access/more-papers"),
    step("access width", "/access/about-wheelchair-width"),
    step("access prayer times", "/access/about-prayer-times"),
    step("access prayer times", "/access/about-prayer-times", {
      state: "error",
      reach: async (page) => {
        await page.getByRole("textbox").first().fill("at noon or so");
        await pressMain(page);
      },
      expect: problem,
    }),
    step("access medicine times", "/access/about-medicine-times"),
    step("access own dates", "/access/about-own-dates"),
    step("access own dates", "/access/about-own-dates", {
      state: "error",
      reach: async (page) => {
        await page.getByRole("textbox").first().fill("Tuesdays in spring");
        await pressMain(page);
      },
      expect: problem,
    }),
    step("access holy days", "/access/about-holy-days"),
    step("access more times", "/access/more-times"),
    step("access sharing", "/access/sharing"),
    step("access check", "/access/check"),
    step("pay", "/pay"),
    step("pay", "/pay", { state: "error", reach: pressMain, expect: problem }),
    step("pay check keep", "/pay/check/keep"),
    step("pay adviser", "/pay/adviser"),
    step("pay choose", "/pay/choose"),
    step("pay choose", "/pay/choose", { state: "error", reach: pressMain, expect: problem }),
    step("pay how", "/pay/how"),
    step("pay how", "/pay/how", { state: "error", reach: pressMain, expect: problem }),
    step("pay bank", "/pay/bank"),
    step("pay bank", "/pay/bank", { state: "error", reach: pressMain, expect: problem }),
    step("pay letter", "/pay/letter", quoted),
    step("pay letter", "/pay/letter?letter=chosen&include=name&include=amount", { state: "chosen", ...quoted }),
    step("papers", "/papers"),
    { page: "statements", path: "/my/statements" },
    { page: "statements", state: "weeks", path: "/my/statements?period=52-weeks" },
    step("claim", "/claim"),
    step("costs before", "/before"),
    step("costs before", "/before", { state: "error", reach: pressMain, expect: problem }),
  ];
};

/** One page's answers: names to choose, and texts to type by the name of their box. */
type Given = { readonly choose?: readonly string[]; readonly type?: Readonly<Record<string, string>> };
const choose = (...names: readonly string[]): Given => ({ choose: names });

/** Answers pages one after another, and goes on from each by its main button. */
const answer =
  (...pages: readonly Given[]) =>
  async (page: Page): Promise<void> => {
    for (const given of pages) {
      for (const name of given.choose ?? []) await page.getByLabel(name, { exact: true }).first().check();
      for (const [name, text] of Object.entries(given.type ?? {})) await page.getByLabel(name, { exact: true }).first().fill(text);
      await pressMain(page);
    }
  };

/** The questions about benefits one after another, and each of the four results. Nothing of it is kept. */
const benefitVisits = (home: string): readonly Visit[] => {
  const forget = choose("No, show me the result and then forget it");
  const at = (page: string, answers: readonly Given[], more: Partial<Visit> = {}): Visit => ({
    page,
    path: `${home}/pay/check/keep`,
    reach: answer(forget, ...answers),
    ...more,
  });
  const [yes, no, england] = [choose("Yes"), choose("No"), choose("England")];
  const otherPay = (amount: string): Given => ({
    ...choose("Yes, and I am paid every week"),
    type: { "About how much each time after tax, in pounds? (optional)": amount },
  });
  const startsOn = (day: string): Given => ({ type: { "What date does your Universal Credit month start? (optional)": day } });
  const carer = [yes, england, choose("PIP", "Carer's Allowance"), yes, yes];
  const credit = [yes, england, choose("Universal Credit"), yes, yes, choose("Yes, I have limited capability for work")];
  const rented = [...credit, no];
  // The word stands in the title of a page of gov.uk that the result names as its source.
  const named = { expect: { allowedWords: ["eligibility"] } };
  const yearAfter = (page: string, answers: readonly Given[]): Visit =>
    at(page, answers, {
      reach: async (open) => {
        await answer(forget, ...answers)(open);
        await press("See all your payments in a year")(open);
      },
      ...named,
    });
  const dated = [...rented, startsOn("8"), no, choose("No, I claim on my own")];
  return [
    at("pay check any", []),
    at("pay check nation", [yes]),
    at("pay check which", [yes, england]),
    at("pay check involvement", carer.slice(0, 3)),
    at("pay check services", carer.slice(0, 4)),
    at("pay check carer", carer),
    at("pay check carer", [...carer, otherPay("lots")], { state: "error", expect: problem }),
    at("pay check other pay", [...carer, no]),
    at("pay check allowance", credit.slice(0, 5)),
    at("pay check rent", credit),
    at("pay check dates", rented),
    at("pay check dates", [...rented, startsOn("40")], { state: "error", expect: problem }),
    at("pay check self-employed", dated.slice(0, 8)),
    at("pay check partner", dated.slice(0, 9)),
    at("pay result no benefits", [no]),
    at("pay result inside the limits", [...carer, no, no], named),
    at("pay result over a limit", [...carer, otherPay("190"), no, no, no], named),
    at("pay result not known", [yes, england, choose("I am not sure")]),
    { page: "pay year", path: `${home}/pay/check/year` },
    { ...yearAfter("pay year", [...carer, no, no]), state: "inside the limits" },
    { ...yearAfter("pay year", [...carer, otherPay("190"), no, no, no]), state: "over a limit" },
    { ...yearAfter("pay year", [...dated, no]), state: "months" },
    { ...yearAfter("pay year", [...rented, startsOn(""), no, choose("No, I claim on my own"), no]), state: "cannot show" },
    at("pay result not known", [...dated, choose("Not sure")], { state: "Universal Credit" }),
  ];
};

/** One page's answers by their values, which are the same in both ways of writing; "name=text" types into a box. */
const answerByValue =
  (...pages: readonly (readonly string[])[]) =>
  async (page: Page): Promise<void> => {
    for (const given of pages) {
      for (const one of given) {
        const [name = "", text] = one.split("=");
        if (text === undefined) await page.locator(`main form input[value="${name}"]`).first().check();
        else await page.locator(`main form [name="${name}"]`).first().fill(text);
      }
      await pressMain(page);
    }
  };

/** The private payment pages for somebody who chose Easy Read: each page, each of the four results, and the year. */
const easyReadVisits = (home: string): readonly Visit[] => {
  const step = (page: string, path: string, more: Partial<Visit> = {}): Visit => ({
    page: `easy ${page}`,
    path: `${home}${path}`,
    ...more,
  });
  const named = { expect: { allowedWords: ["eligibility"] } };
  const result = (page: string, answers: readonly (readonly string[])[], more: Partial<Visit> = {}): Visit =>
    step(page, "/pay/check/keep", { reach: answerByValue(["forget"], ...answers), ...more });
  const carer = [["yes"], ["england"], ["pip", "carers-allowance"], ["yes"], ["yes"]];
  const credit = [["yes"], ["england"], ["universal-credit"], ["yes"], ["yes"], ["capability"], ["no"], ["day=8"], ["no"], ["no"]];
  const yearAfter = (answers: readonly (readonly string[])[], state: string): Visit =>
    step("pay year", "/pay/check/keep", {
      state,
      reach: async (page) => {
        await answerByValue(["forget"], ...answers)(page);
        await page.locator('form[action*="/check/year"] button').click();
      },
      ...named,
    });
  return [
    step("my meeting", ""),
    step("coming", "/coming"),
    step("who", "/access/who"),
    { page: "easy my account", path: "/my" },
    ...topicIds.map((topic) => step(`ask ${topic}`, `/access/ask/${topic}`)),
    step("access building", "/access/building"),
    step("access building, part 2", "/access/building-part-2"),
    step("access building, last part", "/access/building-part-3"),
    step("access check", "/access/check"),
    step("pay", "/pay"),
    step("pay", "/pay", { state: "error", reach: pressMain, expect: problem }),
    step("pay check keep", "/pay/check/keep"),
    result("pay check which", carer.slice(0, 2)),
    result("pay check carer", carer),
    result("pay check allowance", credit.slice(0, 5)),
    result("pay result no benefits", [["no"]]),
    result("pay result inside the limits", [...carer, ["no"], ["no"]], named),
    result("pay result over a limit", [...carer, ["yes", "amount=190"], ["no"], ["no"], ["no"]], named),
    result("pay result not known", [["not-sure"]]),
    step("pay year", "/pay/check/year"),
    yearAfter([...carer, ["no"], ["no"]], "inside the limits"),
    yearAfter([...credit, ["no"]], "months"),
    step("pay choose", "/pay/choose"),
    step("pay how", "/pay/how"),
    step("pay bank", "/pay/bank"),
    step("pay bank", "/pay/bank", { state: "error", reach: pressMain, expect: problem }),
    step("pay letter", "/pay/letter", quoted),
    step("pay adviser", "/pay/adviser"),
  ];
};

/** What a person reaches only by answering: each visit goes on from the one before, so they are looked at in order. */
const answeredVisits = (home: string): readonly Visit[] => {
  const step = (page: string, path: string, more: Partial<Visit> = {}): Visit => ({ page, path: `${home}${path}`, ...more });
  const confirm = `/my/confirm-you?ref=${home.split("/").at(-1) ?? ""}`;
  const bank = { type: { "Name on the account": "Fiadh Mac Cárthaigh", "Sort code": "09-01-28", "Account number": "12345674" } };
  const toCharity = choose("No payment to me. You may give a donation of your own to a charity I name");
  return [
    step("costs before", "/before", {
      state: "asked",
      reach: answer({
        choose: ["Taxi or accessible taxi", "Send me the money first"],
        type: { "Tell us about it": "From home and back." },
      }),
    }),
    step("one cost before", "/before", {
      state: "asked",
      reach: async (page) => page.locator('main a[href*="/before/"]').first().click(),
    }),
    step("after no", "/coming", { reach: answer(choose("No")) }),
    step("after no", "/coming/no", { state: "error", reach: answer(choose("The place", "Prefer not to say")), expect: problem }),
    step("my meeting", "/coming/no", { state: "not coming", reach: pressMain }),
    step("my meeting", "/coming", { state: "saved", reach: answer(choose("Yes, in the room")) }),
    step("access papers", "/access/topics", {
      state: "reached",
      reach: answer(choose("How we contact you and send papers", "Getting around the building")),
    }),
    step("access follow-up", "/access/papers", { reach: answer(choose("Large print")) }),
    step("access essential", "/access/essential"),
    step("access sharing", "/access/sharing", { state: "with answers" }),
    step("access check", "/access/check", { state: "with answers" }),
    step("access done", "/access/check", { reach: pressMain }),
    step("access check", "/access/check", { state: "sent" }),
    step("pay charity", "/pay/choose", { reach: answer(toCharity) }),
    step("pay charity", "/pay/charity", { state: "error", reach: pressMain, expect: problem }),
    step("pay how", "/pay/charity", { state: "charity", reach: answer({ type: { "Charity name": "Harbour Lifeboat" } }) }),
    step("pay how", "/pay/choose", {
      state: "full",
      reach: async (page) => {
        await page.getByLabel(/^The full £/u).check();
        await pressMain(page);
      },
    }),
    step("pay bank", "/pay/how", { state: "reached", reach: answer(intoMyBank) }),
    step("pay bank shown once", "/pay/bank", { reach: answer(bank) }),
    step("pay bank", "/pay/bank", { state: "on file" }),
    step("pay check answers", "/pay/check-answers"),
    step("pay check answers", "/pay/check-answers", { state: "error", reach: pressMain, expect: problem }),
    step("pay done", "/pay/check-answers", { reach: answer(understood) }),
    step("pay", "/pay", { state: "decided" }),
    step("pay bank", "/pay/how", { state: "someone else's", reach: answer(choose("Into an account I share or someone else's account")) }),
    step("my meeting", "", { state: "all told" }),
    step("paper to read", "/papers/read/jobcentre-letter", quoted),
    { page: "confirm you", path: confirm },
    { page: "confirm you", state: "error", path: confirm, reach: pressMain, expect: problem },
  ];
};

const understood = choose("I understand I may need to tell the DWP, my council or HMRC about payments.");
const intoMyBank = choose("Into my bank or building society");

/** A claim from its first page until it is sent, in order. */
const claimVisits = (home: string): readonly Visit[] => {
  const step = (page: string, path: string, more: Partial<Visit> = {}): Visit => ({ page, path: `${home}/claim${path}`, ...more });
  const taxi = answer(choose("Taxi"));
  const spent = { choose: ["Prefer not to say", "I will post it"], type: { "How much, in pounds?": "18.60" } };
  const signed = {
    choose: ["This is what I spent and the time I gave, as far as I know."],
    type: { "Full name": "Deshawn Clarke" },
  };
  return [
    { page: "my meeting", state: "claims open", path: home },
    step("claim", "", { state: "open" }),
    step("claim time", "/time"),
    step("claim time", "/time", { state: "error", reach: pressMain, expect: problem }),
    step("claim costs", "/costs"),
    step("claim cost new", "/costs/new"),
    step("claim cost new", "/costs/new", { state: "error", reach: pressMain, expect: problem }),
    step("claim cost", "/costs/new", { reach: taxi }),
    step("claim cost", "/costs/new", {
      state: "error",
      reach: async (page) => {
        await taxi(page);
        await pressMain(page);
      },
      expect: problem,
    }),
    step("claim costs", "/costs", { state: "not finished" }),
    step("claim check", "/check", { state: "not ready" }),
    step("claim check", "/check", { state: "error", reach: pressMain, expect: problem }),
    step("claim costs", "/costs", {
      state: "one",
      reach: async (page) => {
        await removeTheLast(page);
        await takeTheFirst(page);
        await answer(spent)(page);
      },
    }),
    step("claim", "/time", { state: "time checked", reach: answer(choose("Yes")) }),
    step("claim check", "/check"),
    step("claim done", "/check", { reach: answer(signed) }),
    step("claim", "", { state: "sent" }),
    step("claim problem", "/problem"),
    step("claim problem", "/problem", { state: "error", reach: pressMain, expect: problem }),
    step("claim", "/problem", {
      state: "problem told",
      reach: answer({
        choose: ["The money has not come", "No"],
        type: { "Tell us about it": "I looked at my account today. It is not there." },
      }),
    }),
    { page: "my meeting", state: "claim sent", path: home },
  ];
};

const removeTheLast = async (page: Page): Promise<void> =>
  page
    .getByRole("button", { name: /^Remove/u })
    .last()
    .click();
const takeTheFirst = async (page: Page): Promise<void> =>
  page
    .getByRole("link", { name: /^Change/u })
    .first()
    .click();

/** Visits one part's pages. Each part is a test file of its own, with a browser and a server of its own. */
export function everyPage(part: string): void {
  const round = (name: string, run: () => Promise<void>): void => {
    if (name === part) test(name, run);
  };
  describe.skipIf(!browserAvailable)("every page, in every state", { timeout: 600_000 }, () => {
    let app: ExampleApp;
    beforeAll(async () => {
      app = await startExample();
    }, 120_000);
    afterAll(async () => {
      // The browser first: the server waits for whoever still holds a connection.
      await closeBrowser();
      await app?.stop();
    });

    round("that anybody may open", async () => {
      await expectStatesClean({ baseUrl: app.baseUrl, visits: publicVisits, expect: { plain: true } });
    });

    round("of a person with a private link", async () => {
      const home = await homeOf(app);
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (context) => enterBy(context, app.linkOf("Attendee")),
        visits: [...attendeeVisits(home), ...benefitVisits(home)],
        expect: { plain: true, reading: "attendee" },
      });
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (context) => enterBy(context, app.linkOf("Attendee")),
        visits: answeredVisits(home),
        atOnce: 1,
        expect: { plain: true, reading: "attendee" },
      });
    });

    round("of a person who reads Easy Read", async () => {
      const home = await homeOf(app);
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: async (context) => {
          await enterBy(context, app.linkOf("Attendee"));
          await context.addCookies([{ name: "display", value: "mode=easy", url: app.baseUrl }]);
        },
        visits: easyReadVisits(home),
        expect: { plain: true, reading: "attendee" },
      });
    });

    round("of a person with a claim", async () => {
      const link = await linkOfSomebodyWhoCame(app);
      const first = await openContext();
      const home = new URL(await enterBy(first, link)).pathname;
      await closeContext(first);
      // What the organisation decided shows to whoever claims: whether it was their own time, and the day a claim is checked by.
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (context) => enterBy(context, app.linkOf("Coordinator")),
        visits: [
          {
            page: "settings paying",
            state: "saved with rules",
            path: "/settings/paying",
            reach: async (page) => {
              await page.getByLabel("Ask people who claim if they did it in their own time").check();
              await page.getByLabel("Working days to check a claim (optional)").fill("5");
              await page.getByLabel("About meetings where no costs are paid (optional)").fill("We always pay travel and care.");
              await pressMain(page);
            },
          },
          {
            page: "settings paying",
            state: "days that are no number",
            path: "/settings/paying",
            reach: async (page) => {
              await page.getByLabel("Working days to check a claim (optional)").fill("soon");
              await pressMain(page);
            },
            expect: problem,
          },
        ],
        expect: { plain: true },
      });
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (context) => enterBy(context, link),
        visits: claimVisits(home),
        atOnce: 1,
        expect: { plain: true, reading: "attendee" },
      });
    });

    round("of what follows a meeting", async () => {
      const { ahead, held } = await meetingsOf(app);
      const link = await linkOfSomebodyWhoCame(app);
      const entered = await openContext();
      const home = new URL(await enterBy(entered, link)).pathname;
      const forPerson = async (visits: readonly Visit[]) =>
        expectStatesClean({
          baseUrl: app.baseUrl,
          signIn: (context) => enterBy(context, link),
          visits,
          atOnce: 1,
          expect: { plain: true, reading: "attendee" },
        });
      const forCoordinator = async (visits: readonly Visit[]) =>
        expectStatesClean({
          baseUrl: app.baseUrl,
          signIn: (context) => enterBy(context, app.linkOf("Coordinator")),
          visits,
          atOnce: 1,
          expect: { plain: true, reading: "staff" },
        });
      await forCoordinator(beforeFeedbackVisits(held, ahead));
      await forPerson(feedbackVisits(home));
      await sendFeedback(await entered.newPage(), `${app.baseUrl}${home}`, "Yes", "named");
      const other = await openContext();
      const theirs = new URL(await enterBy(other, await linkOfSomebodyElse(app, held))).pathname;
      await sendFeedback(await other.newPage(), `${app.baseUrl}${theirs}`, "No", "unnamed");
      await closeContext(other);
      await closeContext(entered);
      await forCoordinator(withFeedbackVisits(held));
      await forPerson(afterFeedbackVisits(home));
      // After what people said is kept no longer. Links live as long where the organisation chose so when it invited people.
      changeDatabase(app, "UPDATE grants SET expires_on = '2027-12-31'");
      app = await app.startAgainAt(afterFeedbackIsKept);
      const late = await linkOfSomebodyElse(app, held, "Gwilym Prŷs");
      const again = await openContext();
      const lateHome = new URL(await enterBy(again, late)).pathname;
      await closeContext(again);
      await forCoordinator(erasedFeedbackVisits(held));
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (context) => enterBy(context, late),
        visits: lateFeedbackVisits(lateHome),
        expect: { plain: true, reading: "attendee" },
      });
    });

    round("of a person with a plan to leave safely", async () => {
      const link = await linkOfSomebodyWithAPlanToLeave(app);
      const first = await openContext();
      const home = new URL(await enterBy(first, link)).pathname;
      await closeContext(first);
      const path = `${home}/leave-safely`;
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (context) => enterBy(context, link),
        visits: [
          { page: "my plan to leave", path },
          { page: "my plan to leave", state: "saved", path, reach: press("Save") },
        ],
        atOnce: 1,
        expect: { plain: true, reading: "attendee" },
      });
    });

    round("of a payment that went wrong", async () => {
      const claim = await sentClaimOfSomebody(app);
      const entered = await openContext();
      await enterBy(entered, claim.link);
      const page = await entered.newPage();
      await page.goto(`${app.baseUrl}${claim.home}/claim/problem`);
      await answer({
        choose: ["The amount is wrong", "Yes, somebody else"],
        type: {
          "Tell us about it": "The bus was £4.60 each way.",
          "Their name, if it is somebody else (optional)": "Ngozi",
        },
      })(page);
      await closeContext(entered);
      const one = await firstLink(app, "Finance, checks", "/payments/complaints", /^\/payments\/complaints\/(?!new)[^/?#]+$/u);
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (own) => enterBy(own, app.linkOf("Coordinator")),
        visits: [
          { page: "today", state: "payment problem", path: "/today" },
          { page: "payment problems", path: "/payments/complaints" },
          { page: "payment problem written down", path: "/payments/complaints/new" },
          { page: "payment problem written down", state: "error", path: "/payments/complaints/new", reach: press("Save"), expect: problem },
          { page: "payment problem", path: one },
          { page: "payment problem", state: "error", path: one, reach: press("Send the answer"), expect: problem },
          {
            page: "payment problems",
            state: "answered",
            path: one,
            reach: async (open) => {
              await open.getByLabel("Your answer").fill("You are right. We pay the rest on Friday.");
              await press("Send the answer")(open);
            },
          },
          { page: "payment problem", state: "answered", path: one },
        ],
        atOnce: 1,
        expect: { plain: true, reading: "staff" },
      });
    });

    round("of vouchers", async () => {
      const as = async (part: string, visits: readonly Visit[]) =>
        expectStatesClean({
          baseUrl: app.baseUrl,
          signIn: (context) => enterBy(context, app.linkOf(part)),
          visits,
          atOnce: 1,
          expect: { plain: true, reading: "staff" },
        });
      const [giver, authoriser] = ["Finance, checks", "Finance, authorises"] as const;
      await as(giver, emptyVoucherVisits);
      const link = await linkOfSomebodyWhoCame(app);
      const home = await doAs(app, link, async (page, own) => chooseVouchers(app.baseUrl + own)(page));
      await sentClaimOfSomebody(app);
      const claims = async (part: string, path: string) => allLinks(app, part, path, /^\/payments\/(?:claims|authorise)\/[^/?#]+$/u);
      const before = await claims(giver, "/payments/check");
      const toCheck = await claimOf(app, giver, before, "Deshawn Clarke");
      const claim = toCheck.split("/").at(-1) ?? "";
      await doAs(app, app.linkOf(giver), decideOnClaim(app.baseUrl + toCheck, "Yes, pass it for authorising"));
      await doAs(app, app.linkOf(authoriser), decideOnClaim(`${app.baseUrl}/payments/authorise/${claim}`, "Authorise"));
      const one = await firstLink(app, giver, "/payments/vouchers", /^\/payments\/vouchers\/(?!buy|give|count|log)[^/?#]+$/u);
      await as(giver, givingVisits(claim, one));
      await as(authoriser, custodyVisits);
      const given = await firstLink(app, giver, "/payments/vouchers?state=given", /^\/payments\/vouchers\/(?!buy|give|count|log)[^/?#]+$/u);
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (context) => enterBy(context, link),
        visits: ownVoucherVisits(home),
        atOnce: 1,
        expect: { plain: true, reading: "attendee" },
      });
      await as(giver, afterGivingVisits(given));
      await as(authoriser, [
        { page: "vouchers count", state: "to agree", path: "/payments/vouchers/count" },
        { page: "give vouchers", state: "authorised it", path: `/payments/vouchers/give/${claim}` },
        {
          page: "vouchers count",
          state: "agreed",
          path: "/payments/vouchers/count",
          reach: async (page) =>
            page
              .getByRole("button", { name: /^I was there and agree/u })
              .first()
              .click(),
        },
      ]);
      await as(giver, exceptionVisits(claim));
    });

    round("of a coordinator", async () => {
      const { ahead, held } = await meetingsOf(app);
      const m = `/meetings/${ahead}`;
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (context) => enterBy(context, app.linkOf("Coordinator")),
        visits: [{ page: "apply new rates", state: "none later", path: `${m}/offers` }],
        expect: { plain: true },
      });
      laterRates(app);
      await chooseInFull(app);
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (context) => enterBy(context, app.linkOf("Coordinator")),
        atOnce: 1,
        visits: [
          { page: "settings rates", state: "offers by earlier rates", path: "/settings/rates" },
          { page: "apply new rates", path: `${m}/offers` },
          { page: "apply new rates", state: "error", path: `${m}/offers`, reach: pressMain, expect: problem },
          {
            page: "apply new rates",
            state: "raised",
            path: `${m}/offers`,
            reach: async (page) => {
              await page.getByLabel("Why does the offer go up?").fill("The organisation pays more for everybody’s time from December.");
              await pressMain(page);
            },
          },
        ],
        expect: { plain: true },
      });
      // Whoever had chosen the full amount is asked again once the offer is raised.
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (context) => enterBy(context, app.linkOf("Attendee")),
        visits: [{ page: "pay", state: "asked again", path: `${await homeOf(app)}/pay` }],
        expect: { plain: true, reading: "attendee" },
      });
      const link = async (path: string, wanted: RegExp): Promise<string> => firstLink(app, "Coordinator", path, wanted);
      const venue = await link("/venues", /^\/venues\/[^/?#]+$/u);
      const person = await link("/people", /^\/people\/(?!import)[^/?#]+$/u);
      const booking = await link(`${m}/plan`, /\/bookings\/(?!new)[^/?#]+$/u).catch(() => null);
      const toLeave = await link(`${m}/leave-safely`, /\/leave-safely\/[^/?#]+$/u);
      const decided = `${m}/requirements/bsl-interpreter`;
      const talk = `${m}/plan/talk/bsl-interpreter`;
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (context) => enterBy(context, app.linkOf("Coordinator")),
        visits: [
          { page: "today", path: "/today" },
          { page: "settings", path: "/settings" },
          { page: "settings example", path: "/settings/example" },
          { page: "settings rates", path: "/settings/rates" },
          { page: "settings rates new", path: "/settings/rates/new" },
          { page: "settings rates new", state: "from published bands", path: "/settings/rates/new?from=nice-lived-experience" },
          { page: "settings rates new", state: "error", path: "/settings/rates/new", reach: press("Save these rates"), expect: problem },
          { page: "settings rates costs", path: "/settings/rates/costs" },
          {
            page: "settings rates costs",
            state: "error",
            path: "/settings/rates/costs",
            reach: press("Save these rules"),
            expect: problem,
          },
          { page: "settings tax", path: "/settings/tax" },
          { page: "settings tax new", path: "/settings/tax/new" },
          { page: "settings tax new", state: "error", path: "/settings/tax/new", reach: press("Record this decision"), expect: problem },
          { page: "settings paying", path: "/settings/paying" },
          { page: "settings paying", state: "saved", path: "/settings/paying", reach: press("Save") },
          { page: "settings rules", path: "/settings/rules" },
          { page: "settings charities", path: "/settings/charities" },
          { page: "settings charities", state: "error", path: "/settings/charities", reach: press("Add the charity"), expect: problem },
          { page: "settings privacy", path: "/settings/privacy" },
          { page: "settings privacy", state: "saved", path: "/settings/privacy", reach: press("Save how long") },
          { page: "settings advisers", path: "/settings/advisers" },
          { page: "settings advisers", state: "error", path: "/settings/advisers", reach: press("Add the adviser"), expect: problem },
          { page: "meetings", path: "/meetings" },
          { page: "meetings", state: "nothing found", path: "/meetings?name=zzzz&show=all" },
          { page: "new about", path: "/meetings/new/about" },
          { page: "new about", state: "error", path: "/meetings/new/about", reach: press("Save and continue"), expect: problem },
          ...["about", "type", "when", "what", "where", "payment", "check"].map((name) => ({
            page: `edit ${name}`,
            path: `${m}/edit/${name}`,
          })),
          { page: "invite", path: `${m}/invite` },
          { page: "invite", state: "error", path: `${m}/invite`, reach: press("Save and continue"), expect: problem },
          { page: "invite sent", path: `${m}/invite/sent` },
          { page: "meeting people", path: `${m}/people` },
          { page: "people", path: "/people" },
          { page: "plan", path: `${m}/plan` },
          { page: "plan", state: "essential only, by topic", path: `${m}/plan?show=essential&group=topic` },
          { page: "to do", path: `${m}/todo` },
          { page: "to do", state: "by topic", path: `${m}/todo?group=topic` },
          { page: "to do", state: "error", path: `${m}/todo`, reach: press("Mark what is ticked as done"), expect: problem },
          { page: "one to do", path: await link(`${m}/todo`, /\/todo\/[0-9a-f]{24}$/u) },
          { page: "history", path: `${m}/history` },
          { page: "day", path: `${m}/day` },
          { page: "day", state: "error", path: `${m}/day`, reach: press("Add the problem"), expect: problem },
          { page: "day", state: "held meeting", path: `/meetings/${held}/day` },
          { page: "day roles", path: `${m}/day/roles` },
          { page: "day roles", state: "error", path: `${m}/day/roles`, reach: press("Give this role"), expect: problem },
          { page: "day breaks", path: `${m}/day/breaks` },
          { page: "cards", path: `${m}/cards` },
          { page: "card", path: `${m}/cards/stop` },
          { page: "leave safely", path: `${m}/leave-safely` },
          { page: "leave safely together", state: "none written", path: `${m}/leave-safely/together` },
          { page: "plan to leave", path: toLeave },
          {
            page: "plan to leave",
            state: "error",
            path: toLeave,
            reach: press("Save plan"),
            expect: problem,
          },
          { page: "print day pack", path: `${m}/print/day-pack` },
          { page: "print wall sheet", path: `${m}/print/wall-sheet` },
          { page: "plan", state: "held meeting", path: `/meetings/${held}/plan` },
          { page: "talk", path: talk },
          { page: "talk", state: "error", path: talk, reach: press("Save"), expect: problem },
          { page: "talk", state: "nobody gave a name", path: `${m}/plan/talk/dog-allergy` },
          { page: "talk", state: "nothing offered", path: `${m}/plan/talk/dog-allergy`, reach: press("Ask them"), expect: problem },
          { page: "talk", state: "asked", path: `${m}/plan/talk/dog-allergy`, reach: askInWriting },
          { page: "talk", state: "reminded", path: `${m}/plan/talk/dog-allergy`, reach: press("Remind 1 person once") },
          { page: "requirement", path: `${m}/requirements/bsl-interpreter` },
          { page: "requirement", state: "error", path: decided, reach: press("Save"), expect: problem },
          { page: "before you say no", path: `${decided}?cannot` },
          { page: "before you say no", state: "error", path: `${decided}?cannot`, reach: press("Save and tell them"), expect: problem },
          ...(booking === null ? [] : [{ page: "booking", path: booking, expect: ofASupplier }]),
          { page: "booking new", path: `${m}/bookings/new?for=bsl-interpreter` },
          {
            page: "booking new",
            state: "error",
            path: `${m}/bookings/new?for=bsl-interpreter`,
            reach: press("Save the booking"),
            expect: problem,
          },
          { page: "booking new", state: "with suppliers on file", path: "/suppliers/new", reach: bookAfterAdding(m) },
          {
            page: "booking",
            state: "no confirmation chosen",
            path: booking ?? m,
            reach: press("Save the confirmation"),
            expect: { ...problem, ...ofASupplier },
          },
          { page: "booking", state: "confirmation kept", path: booking ?? m, reach: keepAConfirmation, expect: ofASupplier },
          { page: "booking", state: "they said no", path: booking ?? m, reach: sayNo, expect: ofASupplier },
          { page: "clash", path: `${m}/conflicts/dog-vs-allergy` },
          { page: "clash", state: "error", path: `${m}/conflicts/dog-vs-allergy`, reach: press("Save: agreed"), expect: problem },
          { page: "clash", state: "message shown", path: `${m}/conflicts/dog-vs-allergy`, reach: seeTheMessage },
          { page: "people apart", path: `${m}/apart` },
          { page: "people apart", state: "error", path: `${m}/apart`, reach: press("Keep them apart"), expect: problem },
          { page: "people apart", state: "one pair", path: `${m}/apart`, reach: keepTwoApart },
          { page: "clash", state: "never told", path: `${m}/conflicts/people-apart` },
          { page: "copy meeting", state: "note on file", path: `${m}/copy` },
          { page: "cancel or move", path: `${m}/cancel` },
          { page: "cancel or move", state: "error", path: `${m}/cancel`, reach: press("Continue"), expect: problem },
          { page: "cancel or move", state: "about to cancel", path: `${m}/cancel/confirm?how=cancel&pays=yes` },
          {
            page: "cancel or move",
            state: "about to move",
            path: `${m}/cancel/confirm?how=move&date=2027-02-09&startsAt=11:00&endsAt=13:30`,
          },
          { page: "meeting venue", path: `${m}/venue` },
          { page: "compare venues", path: `${m}/venues` },
          { page: "compare venues", state: "the second on a small screen", path: `${m}/venues?at=2` },
          { page: "choose a venue", path: await wayToChoose(app, m) },
          { page: "choose a venue", state: "error", path: await wayToChoose(app, m), reach: pressMain, expect: problem },
          { page: "sunset", path: `${m}/sunset` },
          { page: "sunset", state: "error", path: `${m}/sunset`, reach: press("Save the time"), expect: problem },
          { page: "sunset", state: "place not known", path: `${m}/sunset`, reach: press("Save the place"), expect: problem },
          { page: "send checklist", path: `${m}/venue/send` },
          { page: "send checklist", state: "error", path: `${m}/venue/send`, reach: press("Send the checklist"), expect: problem },
          { page: "venue", path: venue },
          { page: "venue check", path: await link(venue, /\/check\//u) },
          { page: "venues", state: "error", path: "/venues", reach: press("Add the venue"), expect: problem },
          { page: "person", path: person },
          { page: "person", state: "answers opened", path: `${person}?answers=open` },
          { page: "data request", path: `${person}/data-request` },
          {
            page: "data request",
            state: "waiting",
            path: `${person}/data-request`,
            reach: async (at) => {
              await at.getByLabel("A copy of everything we hold about them").check();
              await press("Note the request")(at);
            },
          },
          {
            page: "data request",
            state: "to be deleted",
            path: `${person}/data-request`,
            reach: async (at) => {
              await at.getByLabel("To have everything about them deleted").check();
              await press("Note the request")(at);
            },
          },
          {
            page: "data request",
            state: "error closing",
            path: `${person}/data-request`,
            reach: press("Close the request"),
            expect: problem,
          },
          { page: "delete a person", path: `${person}/delete` },
          {
            page: "data request",
            state: "error",
            path: `${person}/data-request`,
            reach: press("Note that they have it"),
            expect: problem,
          },
          { page: "settings privacy", state: "somebody waits", path: "/settings/privacy" },
          {
            page: "deletion request",
            path: "/settings/privacy",
            reach: async (at) => at.getByRole("link", { name: /^Everything deleted/u }).click(),
          },
          {
            page: "deletion request",
            state: "error",
            path: "/settings/privacy",
            reach: async (at) => {
              await at.getByRole("link", { name: /^Everything deleted/u }).click();
              await press("Delete everything about them")(at);
            },
            expect: problem,
          },
          {
            page: "deletion request",
            state: "error closing",
            path: "/settings/privacy",
            reach: async (at) => {
              await at.getByRole("link", { name: /^Everything deleted/u }).click();
              await press("Close the request")(at);
            },
            expect: problem,
          },
          { page: "venue edit", path: `${venue}/edit` },
          {
            page: "venue edit",
            state: "error",
            path: `${venue}/edit`,
            reach: async (at) => {
              await at.getByLabel("Degrees north (latitude)").fill("-1.5");
              await at.getByLabel("Degrees east (longitude)").fill("53.8");
              await press("Save the details")(at);
            },
            expect: problem,
          },
          { page: "facts file", path: `${venue}/facts-file` },
          {
            page: "facts file",
            state: "to approve",
            path: `${venue}/facts-file`,
            reach: async (at) => {
              await at.getByRole("radio", { name: "Tags of OpenStreetMap" }).check();
              await at.getByLabel("Where does it come from?").fill("OpenStreetMap, node 1");
              await at.getByLabel("Day", { exact: true }).fill("2");
              await at.getByLabel("Month", { exact: true }).fill("11");
              await at.getByLabel("Year", { exact: true }).fill("2026");
              await at
                .getByLabel("Paste it here")
                .fill("hearing_loop=yes\naddr:housenumber=4\naddr:street=Mill Row\nlat=53.7997\nlon=-1.5492");
              await press("Show the facts")(at);
            },
          },
          {
            page: "facts file",
            state: "nothing settled",
            path: `${venue}/facts-file`,
            reach: async (at) => {
              await at.getByRole("radio", { name: "Tags of OpenStreetMap" }).check();
              await at.getByLabel("Where does it come from?").fill("OpenStreetMap, node 1");
              await at.getByLabel("Day", { exact: true }).fill("2");
              await at.getByLabel("Month", { exact: true }).fill("11");
              await at.getByLabel("Year", { exact: true }).fill("2026");
              await at
                .getByLabel("Paste it here")
                .fill("hearing_loop=yes\naddr:housenumber=4\naddr:street=Mill Row\nlat=53.7997\nlon=-1.5492");
              await press("Show the facts")(at);
              await press("Put these on record")(at);
            },
            expect: problem,
          },
          { page: "venues", path: "/venues" },
          { page: "print", path: `${m}/print` },
          { page: "print plan", path: `${m}/print/access-plan` },
          { page: "print the plan", path: `${m}/print/plan` },
          { page: "print the plan", state: "error", path: `${m}/print/plan?show=yes`, expect: problem },
          { page: "print the plan", state: "anyone", path: `${m}/print/plan?reader=anyone&size=14&clashes=yes` },
          { page: "print the plan", state: "venue", path: `${m}/print/plan?reader=venue&size=18` },
          { page: "print the plan", state: "chair", path: `${m}/print/plan?reader=chair&size=12&clashes=yes` },
          { page: "attendance", path: `/meetings/${held}/attendance` },
          { page: "other time", path: await link(`/meetings/${held}/attendance`, /\/attendance\/[^/?#]+$/u) },
          {
            page: "other time",
            state: "error",
            path: await link(`/meetings/${held}/attendance`, /\/attendance\/[^/?#]+$/u),
            reach: async (page) => {
              await page.getByLabel("Yes, we called it off").check();
              await press("Save this time")(page);
            },
            expect: problem,
          },
          { page: "costs before", path: `${m}/costs-before` },
          { page: "costs before", state: "nobody asked", path: `/meetings/${held}/costs-before` },
          { page: "one cost before", path: await link(`${m}/costs-before`, /\/costs-before\/[^/?#]+$/u) },
          {
            page: "one cost before",
            state: "error",
            path: await link(`${m}/costs-before`, /\/costs-before\/[^/?#]+$/u),
            reach: press("Save and tell them"),
            expect: problem,
          },
        ],
        expect: { plain: true, reading: "staff" },
      });
    });

    round("of claims that come on paper", async () => {
      await linkOfSomebodyWhoCame(app);
      const { ahead, held } = await meetingsOf(app);
      const list = `/meetings/${held}/paper-claims`;
      const letters = `/meetings/${ahead}/private-letters`;
      const makeLetter = async (open: Page): Promise<void> => {
        await open.getByLabel("Who is it for?").selectOption({ label: "Fiadh Mac Cárthaigh" });
        await press("Make the letter")(open);
      };
      const context = await openAs(app, "Coordinator");
      const page = await context.newPage();
      await page.goto(app.baseUrl + list);
      const claim = (await page.getByRole("link", { name: "Deshawn Clarke" }).getAttribute("href")) ?? "";
      await page.goto(app.baseUrl + letters);
      await makeLetter(page);
      const together = await linkToAnswerTogether(page, `${app.baseUrl}/meetings/${ahead}/people`);
      await closeContext(context);
      const addTaxi = async (open: Page): Promise<void> => {
        await open.getByLabel("Add a cost (optional)").selectOption({ label: "Taxi" });
        await press("Add this cost")(open);
      };
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (own) => enterBy(own, app.linkOf("Coordinator")),
        visits: [
          { page: "paper claims", path: list },
          { page: "paper claims", state: "none open", path: `/meetings/${ahead}/paper-claims` },
          { page: "private letters", state: "none, nobody has an address", path: `/meetings/${held}/private-letters` },
          { page: "private letters", path: letters },
          { page: "private letters", state: "error", path: letters, reach: press("Make the letter"), expect: problem },
          { page: "private letters", state: "made", path: letters, reach: makeLetter },
          { page: "today", state: "private letter to post", path: "/today" },
          {
            page: "answer together",
            state: "begun",
            path: together,
            reach: async (open) => {
              await open.getByLabel("By phone", { exact: true }).check();
              await open.getByRole("checkbox").check();
              await press("Start")(open);
            },
          },
          { page: "answer together adviser", path: `${together}/adviser` },
          { page: "answer together costs before", path: `${together}/before` },
          {
            page: "answer together costs before",
            state: "error",
            path: `${together}/before`,
            reach: press("Send the request"),
            expect: problem,
          },
          {
            page: "answer together",
            state: "costs asked for",
            path: `${together}/before`,
            reach: async (open) => {
              await open.getByLabel("Taxi or accessible taxi", { exact: true }).check();
              await press("Send the request")(open);
            },
          },
          { page: "answer together costs before", state: "asked before", path: `${together}/before` },
          {
            page: "answer together no",
            path: together,
            reach: async (open) => {
              await open.getByRole("radio", { name: "No", exact: true }).check();
              await press("Save and go on")(open);
            },
          },
          {
            page: "answer together no",
            state: "error",
            path: `${together}/no`,
            reach: async (open) => {
              await open.getByLabel("The place", { exact: true }).check();
              await open.getByLabel("Prefer not to say", { exact: true }).check();
              await press("Send")(open);
            },
            expect: problem,
          },
          {
            page: "answer together no",
            state: "said more",
            path: `${together}/no`,
            reach: async (open) => {
              await open.getByLabel("The place", { exact: true }).check();
              await press("Send")(open);
              await open.goto(`${app.baseUrl}${together}/no`);
            },
          },
          { page: "paper claim find", path: "/payments/claims/new-from-paper" },
          {
            page: "paper claim find",
            state: "error",
            path: "/payments/claims/new-from-paper",
            reach: press("Find the claim"),
            expect: problem,
          },
          { page: "paper claim", path: claim },
          { page: "paper claim", state: "error", path: claim, reach: press("Send this claim"), expect: problem },
          { page: "paper claim", state: "saved", path: claim, reach: press("Save what I typed so far") },
          { page: "paper claim cost", path: claim, reach: addTaxi },
          {
            page: "paper claim cost",
            state: "error",
            path: claim,
            reach: async (open) => {
              await addTaxi(open);
              await press("Save this cost")(open);
            },
            expect: problem,
          },
          { page: "paper claim", state: "with costs", path: claim },
        ],
        // One after another: they all fill in the same claim.
        atOnce: 1,
        expect: { plain: true, reading: "staff" },
      });
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (own) => enterBy(own, app.linkOf("Coordinator")),
        visits: [
          {
            page: "private letters",
            state: "posted",
            path: letters,
            reach: press("Mark as posted the letter to Fiadh Mac Cárthaigh"),
          },
        ],
        expect: { plain: true, reading: "staff" },
      });
    });

    round("of the venues, suppliers and people of a coordinator", async () => {
      const { ahead } = await meetingsOf(app);
      await checklistLinkOf(app, ahead);
      const context = await openAs(app, "Coordinator");
      const desk = await openDesk(context, app.baseUrl);
      await closeContext(context);
      const toVenue = `/meetings/${ahead}/venue`;
      const request = await firstLink(app, "Coordinator", toVenue, /\/venue\/requests\/[^/?#]+$/u);
      const message = await firstLink(app, "Coordinator", request, /\/venue\/messages\/[^/?#]+$/u);
      const signIn = async (own: BrowserContext) => enterBy(own, app.linkOf("Coordinator"));
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn,
        visits: [
          ...deskVisits(desk),
          { page: "meeting venue", state: "asked", path: toVenue },
          { page: "checklist sent", path: request },
          { page: "checklist sent", state: "error", path: request, reach: press("Save the day"), expect: problem },
          { page: "checklist message", path: message },
        ],
        expect: { plain: true, reading: "staff" },
      });
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn,
        visits: deskVisitsThatChange(desk),
        atOnce: 1,
        expect: { plain: true, reading: "staff" },
      });
      // What those people may ask for: before their device has shown that it is theirs, and after.
      for (const state of ["not shown to be theirs", "usual"]) {
        await expectStatesClean({
          baseUrl: app.baseUrl,
          signIn: async (own) => {
            await enterBy(own, app.linkOf("Attendee"));
            if (state === "usual") changeDatabase(app, "UPDATE session_grants SET proven_at = '2026-11-23T10:00:00.000Z'");
          },
          visits: [
            { page: "own copy", state, path: "/my/copy" },
            { page: "delete me", state, path: "/my/delete" },
            ...(state === "usual"
              ? [{ page: "delete me", state: "error", path: "/my/delete", reach: press("Delete everything"), expect: problem }]
              : [{ page: "delete me", state: "asked", path: "/my/delete", reach: press("Ask us to delete everything") }]),
            { page: "deleted", path: "/my/deleted" },
          ],
          expect: { plain: true, reading: "attendee" },
        });
      }
      // What it holds is letter for letter as it is on file, in nobody's style.
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: enterProven,
        visits: [{ page: "own copy", state: "to read", path: "/my/copy/read" }],
        expect: { plain: true },
      });
      // Somebody else's record turns out to be theirs: both sets of answers are there to choose from.
      changeDatabase(
        app,
        `UPDATE people SET merged_into = (SELECT i.person_id FROM session_grants s JOIN grants g ON g.id = s.grant_id
           JOIN invitations i ON i.id = g.subject_id WHERE g.kind = 'invitation' LIMIT 1)
         WHERE id = (SELECT two.person_id FROM session_grants s JOIN grants g ON g.id = s.grant_id
           JOIN invitations one ON one.id = g.subject_id JOIN invitations two ON two.meeting_id = one.meeting_id
           JOIN access_answers a ON a.invitation_id = two.id
           WHERE g.kind = 'invitation' AND two.person_id <> one.person_id LIMIT 1)`,
      );
      changeDatabase(
        app,
        `UPDATE invitations SET reply = CASE WHEN EXISTS (SELECT 1 FROM people p WHERE p.id = person_id AND p.merged_into IS NOT NULL)
           THEN 'not-sure' ELSE 'coming-in-room' END
         WHERE person_id IN (SELECT id FROM people WHERE merged_into IS NOT NULL UNION SELECT merged_into FROM people)`,
      );
      const own = await openContext();
      const theirs = new URL(await enterBy(own, app.linkOf("Attendee"))).pathname;
      await closeContext(own);
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (context) => enterBy(context, app.linkOf("Attendee")),
        visits: [
          { page: "my meeting", state: "answered twice", path: theirs },
          { page: "answered twice", state: "not shown to be theirs", path: `${theirs}/twice` },
        ],
        expect: { plain: true, reading: "attendee" },
      });
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: enterProven,
        visits: [{ page: "answered twice", path: `${theirs}/twice` }],
        expect: { plain: true },
      });
      // The same two sets, as a coordinator hears of them and writes down what the person chooses.
      const asked = await openAs(app, "Coordinator");
      const people = await asked.newPage();
      await people.goto(`${app.baseUrl}/meetings/${ahead}/people`);
      const twice =
        (await people
          .getByRole("link", { name: /^Choose by phone with/u })
          .first()
          .getAttribute("href")) ?? "";
      await closeContext(asked);
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (context) => enterBy(context, app.linkOf("Coordinator")),
        visits: [
          { page: "meeting people", state: "answered twice", path: `/meetings/${ahead}/people` },
          { page: "choose by phone", path: twice },
          { page: "choose by phone", state: "error", path: twice, reach: press("Keep what they chose"), expect: problem },
          { page: "plan", state: "answered twice", path: `/meetings/${ahead}/plan` },
        ],
        expect: { plain: true, reading: "staff" },
      });

      async function enterProven(context: BrowserContext): Promise<void> {
        await enterBy(context, app.linkOf("Attendee"));
        changeDatabase(app, "UPDATE session_grants SET proven_at = '2026-11-23T10:00:00.000Z'");
      }
    });

    round("of a venue with a link to its checklist", async () => {
      const { ahead } = await meetingsOf(app);
      const landing = await checklistLinkOf(app, ahead);
      const context = await openContext();
      const home = new URL(await enterBy(context, app.baseUrl + landing)).pathname.replace(/\/[^/]+$/u, "");
      const kept = await context.storageState();
      const page = await context.newPage();
      await page.goto(`${app.baseUrl}${home}/check`);
      const hrefs = await page
        .locator(`main a[href^="${home}/"]`)
        .evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
      await closeContext(context);
      const parts = [...new Set(hrefs)];
      expect(parts.length).toBeGreaterThan(2);
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (own) => enterBy(own, app.baseUrl + landing),
        visits: [
          { page: "venue landing", path: landing },
          { page: "checklist check", path: `${home}/check` },
          ...parts.map((path) => ({ page: `checklist ${path.slice(home.length + 1)}`, path })),
          {
            page: "checklist doors",
            state: "with room for a photo",
            path: `${home}/doors`,
            reach: (at) => at.locator("summary").first().click(),
          },
          {
            page: "checklist doors",
            state: "a photo that is none",
            path: `${home}/doors`,
            reach: async (at) => {
              await at.locator("summary").first().click();
              await at
                .locator("input[type=file]")
                .first()
                .setInputFiles({ name: "door.txt", mimeType: "text/plain", buffer: Buffer.from("no photo") });
              await press("Save and check my answers")(at);
            },
            expect: problem,
          },
          { page: "checklist done", path: `${home}/done` },
          { page: "checklist facts", state: "nothing told", path: `${home}/facts` },
        ],
        expect: { plain: true },
      });
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (own) => enterBy(own, app.baseUrl + landing),
        visits: [
          {
            page: "checklist answered",
            path: `${home}/emergency`,
            reach: async (at) => {
              await at.getByRole("radio", { name: "Yes", exact: true }).first().check();
              await press("Save and check my answers")(at);
            },
          },
          { page: "checklist facts", path: `${home}/facts` },
        ],
        atOnce: 1,
        expect: { plain: true },
      });
      changeDatabase(app, "UPDATE venue_requests SET answer_by = '2026-11-22'");
      await expectStatesClean({
        baseUrl: app.baseUrl,
        // Its button no longer lets anybody in, so this device was let in before.
        signIn: (own) => own.addCookies(kept.cookies),
        visits: [
          { page: "venue landing", state: "closed", path: landing },
          { page: "checklist closed", path: `${home}/closed` },
        ],
        expect: { plain: true },
      });
    });

    round("of a meeting on its day", async () => {
      const { ahead } = await meetingsOf(app);
      const home = await homeOf(app);
      const m = `/meetings/${ahead}`;
      await linkOfSomebodyWithAPlanToLeave(app);
      const together = { page: "leave safely together", path: `${m}/leave-safely/together` };
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (context) => enterBy(context, app.linkOf("Coordinator")),
        visits: [together, { page: "leave safely", state: "one written", path: `${m}/leave-safely` }],
        expect: { reading: "staff" },
      });
      changeDatabase(app, `UPDATE meetings SET date = '2026-11-23', starts_at = '09:30', ends_at = '12:30' WHERE reference = '${ahead}'`);
      const attendee = { baseUrl: app.baseUrl, signIn: (context: BrowserContext) => enterBy(context, app.linkOf("Attendee")) };
      const coordinator = { baseUrl: app.baseUrl, signIn: (context: BrowserContext) => enterBy(context, app.linkOf("Coordinator")) };
      await expectStatesClean({
        ...coordinator,
        visits: [
          { page: "day", state: "on the day", path: `${m}/day` },
          { page: "day breaks", state: "on the day", path: `${m}/day/breaks` },
          { ...together, state: "to look at again" },
        ],
        expect: { reading: "staff" },
      });
      await expectStatesClean({
        ...attendee,
        visits: [
          { page: "cards", state: "on the day", path: `${home}/cards` },
          { page: "card", state: "on the day", path: `${home}/cards/stop` },
          { page: "card", state: "shown to the chair", path: `${home}/cards/speak`, reach: press("Show the chair") },
        ],
        atOnce: 1,
        expect: { plain: true, reading: "attendee" },
      });
      await expectStatesClean({
        ...attendee,
        visits: [{ page: "cards", state: "one held up", path: `${home}/cards` }],
        expect: { plain: true, reading: "attendee" },
      });
      await expectStatesClean({
        ...coordinator,
        visits: [
          { page: "day", state: "a card held up", path: `${m}/day` },
          { page: "day breaks", state: "a card held up", path: `${m}/day/breaks` },
          {
            page: "day breaks",
            state: "a break running",
            path: `${m}/day/breaks`,
            reach: (page) => page.getByRole("button", { name: /^Start break now/u }).click(),
          },
        ],
        atOnce: 1,
        expect: { reading: "staff" },
      });
    });

    round("of the people who pay", async () => {
      const claim = async (part: string, path: string) => firstLink(app, part, path, /^\/payments\/(?:claims|authorise)\/[^/?#]+$/u);
      const checker = "Finance, checks";
      const toCheck = await claim(checker, "/payments/check");
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (context) => enterBy(context, app.linkOf(checker)),
        visits: [
          { page: "today", path: "/today" },
          { page: "payments", path: "/payments" },
          { page: "payments check", path: "/payments/check" },
          { page: "check claim", path: toCheck },
          { page: "check claim", state: "error", path: toCheck, reach: press("Save"), expect: problem },
          { page: "claim bank", path: toCheck, reach: press("Show full details") },
          { page: "claim codes", path: `${toCheck}/codes` },
          {
            page: "claim codes",
            state: "error",
            path: `${toCheck}/codes`,
            reach: async (page) => {
              await page.getByLabel("Other codes pay some amounts").check();
              await press("Save the codes")(page);
            },
            expect: problem,
          },
          { page: "claims", path: "/payments/claims" },
          { page: "claims", state: "sorted and chosen", path: "/payments/claims?sort=total&way=down&state=sent" },
          { page: "held and late", path: "/payments/held" },
          { page: "payment problems", state: "none", path: "/payments/complaints" },
          { page: "budgets", path: "/payments/budgets" },
          { page: "own columns", path: "/payments/layouts" },
          { page: "own columns", state: "new", path: "/payments/layouts/new?from=plain", ...asAFile },
          { page: "own columns", state: "Cater Allen", path: "/payments/layouts/new?from=cater-allen", ...asAFile },
          {
            page: "own columns",
            state: "error",
            path: "/payments/layouts/new?from=ledger",
            reach: async (page) => {
              await page.getByText("More columns", { exact: true }).click();
              await page.getByLabel("Place of who signed the batch").fill("first");
              await page.getByLabel("Place of budget code").fill("1");
              await press("Save these columns")(page);
            },
            expect: problem,
          },
          {
            page: "own columns",
            state: "preview",
            ...asAFile,
            path: "/payments/layouts/new?from=paygate",
            reach: async (page) => {
              await page.getByLabel("Name of these columns").fill("Our bank at Riverbank");
              await press("See how the file will be")(page);
            },
          },
          {
            page: "own columns",
            state: "saved",
            path: "/payments/layouts/new?from=cater-allen",
            reach: async (page) => {
              await page.getByLabel("Name of these columns").fill("Our bank at Riverbank");
              await press("Save these columns")(page);
            },
          },
          {
            page: "own columns",
            state: "kept",
            ...asAFile,
            path: "/payments/layouts/new?from=ledger",
            reach: async (page) => {
              await page.getByLabel("Name of these columns").fill("The ledger of the county council");
              await press("Save these columns")(page);
              await page.getByRole("link", { name: /The ledger of the county council/u }).click();
            },
          },
          { page: "follow the money", path: "/payments/audit" },
          { page: "follow the money", state: "no such reference", path: "/payments/audit?reference=KTRMWPXC" },
          { page: "follow the money", state: "error", path: "/payments/audit", reach: press("Compare it"), expect: problem },
          {
            page: "follow the money",
            state: "not our file",
            path: "/payments/audit",
            reach: async (page) => {
              await page.getByLabel("Or paste its text").fill("CLAIM,AMOUNT\nKTRMWPXC,75.00");
              await press("Compare it")(page);
            },
          },
          { page: "rates to read", path: "/payments/rates" },
          {
            page: "rates to read",
            state: "one version",
            path: await firstLink(app, checker, "/payments/rates", /^\/payments\/rates\/[^/?#]+$/u),
          },
          { page: "trail", path: `${toCheck}/trail` },
          { page: "batches", path: "/payments/batches" },
          { page: "batch new", path: "/payments/batches/new" },
          { page: "batch new", state: "error", path: "/payments/batches/new", reach: press("See the claims"), expect: problem },
          { page: "batch check", path: "/payments/batches/new/check?kind=bank-file&date=2027-02-02" },
          { page: "claim form read", path: `${toCheck}/form/read/involvement-payment-claim-form` },
          { page: "messages about payments", path: "/payments/messages" },
          { page: "annual statements", path: "/payments/statements" },
          { page: "paying account", path: "/payments/account" },
          { page: "paying account", state: "error", path: "/payments/account", reach: press("Save"), expect: problem },
          { page: "payee", path: toCheck, reach: followIfAny("See the checks of these bank details") },
        ],
        expect: { plain: true, reading: "staff" },
      });
      const authoriser = "Finance, authorises";
      const toAuthorise = await claim(authoriser, "/payments/authorise");
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (context) => enterBy(context, app.linkOf(authoriser)),
        visits: [
          { page: "money before meetings", path: "/payments/advances" },
          { page: "letters to sign", path: "/payments/letters" },
          {
            page: "money before a meeting",
            path: await firstLink(app, authoriser, "/payments/advances", /^\/payments\/advances\/[^/?#]+$/u),
          },
          { page: "list for payroll", state: "nobody paid", path: "/payments/payroll" },
          { page: "payments authorise", path: "/payments/authorise" },
          { page: "authorise together", path: `/payments/authorise/together?claim=${toAuthorise.split("/").at(-1) ?? ""}` },
          {
            page: "authorise together",
            state: "error",
            path: `/payments/authorise/together?claim=${toAuthorise.split("/").at(-1) ?? ""}`,
            reach: pressMain,
            expect: problem,
          },
          { page: "authorise claim", path: toAuthorise },
          { page: "authorise claim", state: "error", path: toAuthorise, reach: press("Save"), expect: problem },
        ],
        expect: { plain: true, reading: "staff" },
      });
      await lookAtABatch(app);
      await lookAtTies(app, toAuthorise);
      await expectStatesClean({
        baseUrl: app.baseUrl,
        signIn: (context) => enterBy(context, app.linkOf(authoriser)),
        visits: [{ page: "list for payroll", state: "not known", path: "/payments/payroll" }],
        expect: { plain: true, reading: "staff" },
      });
    });
  });
}

/** Fills in what was agreed about a clash and asks to see the message before it goes out. */
async function seeTheMessage(page: Page): Promise<void> {
  await page.getByRole("group", { name: "Way forward" }).getByRole("radio").first().check();
  await page.getByLabel("Yes, both").check();
  await page.getByLabel("Who agreed?").selectOption({ index: 1 });
  await page.getByLabel("Who will make sure on the day?").selectOption({ index: 1 });
  await page.getByLabel("How do you know that they agreed?").fill("Both said yes by phone on 20 November.");
  await page.getByLabel("Message to those affected (optional)").fill("We planned seats at both ends of the room, and two ways in.");
  await press("Save and tell them: see the message first")(page);
}

/** Puts a supplier on file, then books with the records open. */
const bookAfterAdding = (meeting: string) => async (page: Page) => {
  await page.getByLabel("Name of the supplier", { exact: true }).fill("Hands Interpreting and Captioning of West Yorkshire");
  await page.locator("main details").first().locator("summary").click();
  await page.getByLabel("British Sign Language interpreter", { exact: true }).first().check();
  await press("Add the supplier")(page);
  await page.goto(new URL(`${meeting}/bookings/new?for=bsl-interpreter`, page.url()).href);
};

const smallPng = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

async function keepAConfirmation(page: Page): Promise<void> {
  const file = { name: "Confirmation of 3 December.png", mimeType: "image/png", buffer: Buffer.from(smallPng, "base64") };
  await page.locator("input[type=file]").setInputFiles(file);
  await press("Save the confirmation")(page);
}

async function sayNo(page: Page): Promise<void> {
  await page.getByLabel("Declined", { exact: true }).check();
  await press("Save")(page);
}

async function askInWriting(page: Page): Promise<void> {
  await page.getByLabel("What can you offer?").fill("A seat by the window, far from the door the dog comes in by.");
  await press("Ask them")(page);
}

async function keepTwoApart(page: Page): Promise<void> {
  await page.getByLabel("First person").selectOption({ index: 1 });
  await page.getByLabel("Second person").selectOption({ index: 2 });
  await page.getByLabel("What should another coordinator know? (optional)").fill("Plan seats and taxis apart. Ring each of them alone.");
  await press("Keep them apart")(page);
}

/** Does something on the pages of whoever a link lets in; gives where they came in. */
async function doAs(app: ExampleApp, link: string, deed: (page: Page, home: string) => Promise<void>): Promise<string> {
  const context = await openContext();
  const home = new URL(await enterBy(context, link), app.baseUrl).pathname;
  const page = await context.newPage();
  await deed(page, home);
  await closeContext(context);
  return home;
}

async function claimOf(app: ExampleApp, part: string, claims: readonly string[], person: string): Promise<string> {
  const context = await openAs(app, part);
  const page = await context.newPage();
  for (const claim of claims) {
    await page.goto(app.baseUrl + claim);
    if (await page.getByText(person).first().isVisible()) {
      await closeContext(context);
      return claim;
    }
  }
  throw new Error(`No claim to check is of ${person}`);
}

/** Somebody who came sends a claim for a bus, and where their page is. */
async function sentClaimOfSomebody(app: ExampleApp): Promise<{ readonly link: string; readonly home: string }> {
  const link = await linkOfSomebodyWhoCame(app);
  const context = await openContext();
  const home = new URL(await enterBy(context, link)).pathname;
  const page = await context.newPage();
  await page.goto(`${app.baseUrl}${home}/claim/costs/new`);
  await answer(choose("Taxi"), {
    choose: ["Prefer not to say", "I will post it"],
    type: { "How much, in pounds?": "18.60" },
  })(page);
  await page.goto(`${app.baseUrl}${home}/claim/time`);
  await answer(choose("Yes"))(page);
  await page.goto(`${app.baseUrl}${home}/claim/check`);
  await answer({
    choose: ["This is what I spent and the time I gave, as far as I know."],
    type: { "Full name": "Deshawn Clarke" },
  })(page);
  await closeContext(context);
  return { link, home };
}

/** The page on which somebody says how they know the person of a claim, and on which a colleague ends it. */
async function lookAtTies(app: ExampleApp, claim: string): Promise<void> {
  const sayTheyAreRelated = answer(choose("I am related to them, or live with them"));
  const by = async (officer: string, visits: readonly Visit[]) =>
    expectStatesClean({
      baseUrl: app.baseUrl,
      signIn: (context) => enterBy(context, app.linkOf(officer)),
      visits,
      atOnce: 1,
      expect: { plain: true, reading: "staff" },
    });
  const toTheTie = async (page: Page): Promise<void> => page.getByRole("link", { name: /^Say that you know/u }).click();
  const after = (next: (page: Page) => Promise<void>) => async (page: Page) => {
    await toTheTie(page);
    await next(page);
  };
  const endIt = async (page: Page): Promise<void> => page.getByRole("button", { name: /^This is no longer so/u }).click();
  await by("Finance, authorises", [
    { page: "tie", path: claim, reach: toTheTie },
    { page: "tie", state: "error", path: claim, reach: after(pressMain), expect: problem },
    { page: "tie", state: "said", path: claim, reach: after(sayTheyAreRelated) },
    { page: "authorise claim", state: "tied", path: claim },
  ]);
  await by("Finance, checks", [
    { page: "tie", state: "of a colleague", path: claim.replace("authorise", "claims"), reach: toTheTie },
    { page: "tie", state: "ended", path: claim.replace("authorise", "claims"), reach: after(endIt) },
  ]);
}

/** Makes a batch of all ready claims. */
async function makeBatch(page: Page): Promise<void> {
  await page.getByRole("radio").first().check();
  await press("Make batch")(page);
}

/** One batch from the day it is made to the day people are told: two people take it there, page by page. */
async function lookAtABatch(app: ExampleApp): Promise<void> {
  const maker = "Finance, authorises";
  await expectStatesClean({
    baseUrl: app.baseUrl,
    signIn: (context) => enterBy(context, app.linkOf(maker)),
    visits: [
      { page: "batch", state: "made", path: "/payments/batches/new/check?kind=bank-file&date=2027-02-03", reach: makeBatch },
      { page: "messages about payments", state: "nothing chosen", path: "/payments/messages", reach: pressIfAny("Mark as told") },
    ],
    expect: { plain: true, reading: "staff" },
  });
  const batch = await firstLink(app, maker, "/payments/batches", /^\/payments\/batches\/(?!new)[^/?#]+$/u);
  const choose = (label: string, button: string) => async (page: Page) => {
    await page.getByLabel(label, { exact: true }).check();
    await press(button)(page);
  };
  await expectStatesClean({
    baseUrl: app.baseUrl,
    signIn: (context) => enterBy(context, app.linkOf("Finance, checks")),
    visits: [
      { page: "batch", state: "to sign", path: batch },
      { page: "batch paid", state: "too early", path: `${batch}/paid` },
      { page: "batch", state: "signed", path: batch, reach: press("Sign the batch") },
      { page: "batch export", path: `${batch}/export` },
      { page: "batch export", state: "error", path: `${batch}/export`, reach: press("Make the file"), expect: problem },
      { page: "batch export", state: "made", path: `${batch}/export`, reach: choose("Spreadsheet (CSV)", "Make the file") },
      { page: "batch print", path: `${batch}/print` },
      { page: "batch print", state: "begun", path: `${batch}/print`, reach: choose("By surname", "Print forms") },
      {
        page: "batch print",
        state: "begun as files",
        path: `${batch}/print`,
        reach: choose("A file for each claim, packed as one (ZIP)", "Print forms"),
      },
      { page: "batch print", state: "begun again", path: `${batch}/print`, reach: choose("By budget code", "Print forms") },
      { page: "batch paid", path: `${batch}/paid` },
      { page: "batch paid", state: "error", path: `${batch}/paid`, reach: press("Save"), expect: problem },
      { page: "batch remittance", state: "too early", path: `${batch}/remittance` },
      { page: "batch print", state: "finished", path: `${batch}/print` },
      { page: "batch", state: "paid", path: `${batch}/paid`, reach: choose("All paid", "Save") },
      { page: "batch remittance", path: `${batch}/remittance` },
      { page: "batch", state: "told", path: `${batch}/remittance`, reach: pressMain },
      { page: "exceptions", state: "a batch", path: "/payments/exceptions" },
      { page: "batch review", path: `${batch}/review` },
      { page: "batch review", state: "error", path: `${batch}/review`, reach: pressIfAny("Save"), expect: problem },
      { page: "batch", state: "reviewed", path: `${batch}/review`, reach: reviewByATrustee },
      { page: "batch review", state: "done", path: `${batch}/review` },
    ],
    atOnce: 1,
    expect: { plain: true, reading: "staff" },
  });
}

async function reviewByATrustee(page: Page): Promise<void> {
  await answer({
    type: {
      "Who looked at them?": "Ines Sá, trustee",
      Day: "20",
      Month: "11",
      Year: "2026",
      "What did they find?": "I read both claims and the offers. They are for meetings that were held.",
    },
  })(page);
}

/** Presses a button, where it is there. */
const pressIfAny = (name: string) => async (page: Page) => {
  const button = page.getByRole("button", { name, exact: true });
  if ((await button.count()) > 0) await button.first().click();
};

/** Follows a link of a page, where it is there. */
const followIfAny = (name: string) => async (page: Page) => {
  const link = page.getByRole("link", { name, exact: true });
  if ((await link.count()) > 0) await link.first().click();
};

async function homeOf(app: ExampleApp): Promise<string> {
  const context = await openContext();
  const home = new URL(await enterBy(context, app.linkOf("Attendee"))).pathname;
  await closeContext(context);
  return home;
}

/** Marks who took part in the meeting that was held, as its coordinator, and reads one person's link from the message to them. */
async function linkOfSomebodyWhoCame(app: ExampleApp): Promise<string> {
  const { held } = await meetingsOf(app);
  const context = await openContext();
  await enterBy(context, app.linkOf("Coordinator"));
  const page = await context.newPage();
  await page.goto(`${app.baseUrl}/meetings/${held}/attendance`);
  await page.getByRole("group", { name: "Deshawn Clarke" }).getByLabel("Took part in the room").check();
  await pressMain(page);
  const link = await linkInMessage(app, page, { reference: held, name: "Deshawn Clarke" });
  await closeContext(context);
  return link;
}

/** The private link of another person who came to a meeting that is over. */
async function linkOfSomebodyElse(app: ExampleApp, reference: string, name = "Agnieszka Wójcik"): Promise<string> {
  const context = await openAs(app, "Coordinator");
  const link = await linkInMessage(app, await context.newPage(), { reference, name });
  await closeContext(context);
  return link;
}

/** Agrees a plan to leave safely with somebody invited, as the coordinator, and reads their link from the message to them. */
async function linkOfSomebodyWithAPlanToLeave(app: ExampleApp): Promise<string> {
  const { ahead } = await meetingsOf(app);
  const context = await openAs(app, "Coordinator");
  const page = await context.newPage();
  await page.goto(`${app.baseUrl}/meetings/${ahead}/leave-safely`);
  await page.getByRole("link", { name: "Agnieszka Wójcik" }).click();
  await page.locator("input[name=alarm]").first().check();
  await page.getByLabel("Which way out, and where is the safe place?").fill("By the front door, to the car park.");
  await page.locator("input[name=help][value=none]").check();
  await page.locator("input[name=agreed][value=yes]").check();
  await press("Save plan")(page);
  const link = await linkInMessage(app, page, { reference: ahead, name: "Agnieszka Wójcik" });
  await closeContext(context);
  return link;
}

/** The private link in the message to somebody invited, as a coordinator reads it where no mail server is set up. */
async function linkInMessage(
  app: ExampleApp,
  page: Page,
  { reference, name }: { readonly reference: string; readonly name: string },
): Promise<string> {
  await page.goto(`${app.baseUrl}/meetings/${reference}/invite/sent`);
  await page
    .getByRole("link", { name: `Show the message for ${name}` })
    .first()
    .click();
  const message = await page.locator("main textarea").inputValue();
  const [link] = /https?:\/\/\S+\/i\/\S+/u.exec(message) ?? [];
  if (link === undefined) throw new Error(`The message holds no private link:\n${message}`);
  // The message may have been made when the server had another address.
  return new URL(new URL(link).pathname, app.baseUrl).href;
}

async function linkToAnswerTogether(page: Page, people: string): Promise<string> {
  await page.goto(people);
  const links = await page.locator("main a[href$='/phone']").evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  for (const link of links) {
    await page.goto(new URL(link, people).href);
    if ((await page.getByRole("button", { name: "Start", exact: true }).count()) > 0) return link;
  }
  throw new Error("Nobody can be answered with");
}

async function meetingsOf(app: ExampleApp): Promise<{ readonly ahead: string; readonly held: string }> {
  const context = await openAs(app, "Coordinator");
  const page = await context.newPage();
  await page.goto(`${app.baseUrl}/meetings?show=all`);
  const links = await page
    .locator("main a[href^='/meetings/']")
    .evaluateAll((found) => found.map((link) => [link.textContent ?? "", link.getAttribute("href") ?? ""]));
  await closeContext(context);
  const referenceOf = (name: RegExp): string =>
    /^\/meetings\/([A-Z]{8})/u.exec(links.find(([text = "", href = ""]) => name.test(text) && /\/[A-Z]{8}/u.test(href))?.[1] ?? "")?.[1] ??
    "";
  const found = { ahead: referenceOf(/^Day services planning group, Tuesday/u), held: referenceOf(/first meeting/u) };
  expect([found.ahead, found.held].every((reference) => /^[A-Z]{8}$/u.test(reference))).toBe(true);
  return found;
}

/** Asks the venue of a meeting, as no mail server is set up, and gives the address of the link in the message that is shown. */
async function checklistLinkOf(app: ExampleApp, reference: string): Promise<string> {
  const context = await openAs(app, "Coordinator");
  const page = await context.newPage();
  await page.goto(`${app.baseUrl}/meetings/${reference}/venue/send`);
  await page.getByLabel("Venue's email address").fill("bookings@riverside.example");
  for (const [name, value] of [
    ["Day", "7"],
    ["Month", "12"],
    ["Year", "2026"],
  ] as const)
    await page.getByLabel(name, { exact: true }).fill(value);
  await press("Send the checklist")(page);
  const message = await page.locator(".copy-box textarea").inputValue();
  await closeContext(context);
  const [link] = /https?:\/\/\S+\/v\/\S+/u.exec(message) ?? [];
  if (link === undefined) throw new Error(`The message holds no link to a checklist:\n${message}`);
  return new URL(link).pathname;
}

/** Rates that hold from tomorrow and pay five pounds more for everything. */
function laterRates(app: ExampleApp): void {
  const database = new Database(join(app.dataFolder, "data", "welcome-table.db"));
  const read = database.prepare("SELECT organisation_id AS organisation, card FROM rate_cards ORDER BY valid_from DESC LIMIT 1");
  const { organisation, card } = read.get() as { readonly organisation: string; readonly card: string };
  const before = JSON.parse(card) as { readonly version: number };
  const dearer = card.replace(/"pence":(\d+)/gu, (_whole, pence: string) => `"pence":${Number(pence) + 500}`);
  const after = { ...(JSON.parse(dearer) as object), id: "later-rates", version: before.version + 1, validFrom: "2026-11-24" };
  database
    .prepare("INSERT INTO rate_cards (id, organisation_id, card, name, valid_from, created_at) VALUES (?, ?, ?, ?, ?, ?)")
    .run("later-rates", organisation, JSON.stringify(after), "Later rates", "2026-11-24", "2026-11-23T10:00:00.000Z");
  database.close();
}

/** The person with the printed link chooses the full amount, into their own account, page by page. */
async function chooseInFull(app: ExampleApp): Promise<void> {
  const context = await openContext();
  const home = new URL(await enterBy(context, app.linkOf("Attendee"))).pathname;
  const page = await context.newPage();
  await page.goto(`${app.baseUrl}${home}/pay/choose`);
  await page.getByLabel(/^The full £/u).check();
  await pressMain(page);
  await answer(intoMyBank)(page);
  await page.goto(`${app.baseUrl}${home}/pay/check-answers`);
  await answer(understood)(page);
  await closeContext(context);
}

/** Changes what time or another channel would have changed, in the running example's own file. */
function changeDatabase(app: ExampleApp, statement: string): void {
  const database = new Database(join(app.dataFolder, "data", "welcome-table.db"));
  database.prepare(statement).run();
  database.close();
}

/** The page that asks what to do about needs a venue does not meet: the last venue on file leaves some unmet in the example. */
async function wayToChoose(app: ExampleApp, meeting: string): Promise<string> {
  const context = await openAs(app, "Coordinator");
  const page = await context.newPage();
  await page.goto(`${app.baseUrl}${meeting}/venues`);
  const venue = await page.locator("main button[name=chosen]").last().getAttribute("value");
  await closeContext(context);
  return `${meeting}/venues/choose?venue=${venue ?? ""}`;
}

async function firstLink(app: ExampleApp, part: string, path: string, wanted: RegExp): Promise<string> {
  const [found] = await allLinks(app, part, path, wanted);
  if (found === undefined) throw new Error(`${path} has no link like ${wanted.source}`);
  return found;
}

async function allLinks(app: ExampleApp, part: string, path: string, wanted: RegExp): Promise<readonly string[]> {
  const context = await openAs(app, part);
  const page = await context.newPage();
  await page.goto(app.baseUrl + path);
  const links = await page.locator("main a").evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  await closeContext(context);
  return links.filter((link) => wanted.test(link));
}

type Entered = Awaited<ReturnType<BrowserContext["storageState"]>>;
const entered = new WeakMap<ExampleApp, Map<string, Entered>>();

/** A fresh context of somebody who has entered already: each printed link is used once for all looking around. */
async function openAs(app: ExampleApp, part: string): Promise<BrowserContext> {
  const parts = entered.get(app) ?? new Map<string, Entered>();
  entered.set(app, parts);
  const known = parts.get(part);
  if (known !== undefined) return openContext(undefined, known);
  const context = await openContext();
  await enterBy(context, app.linkOf(part));
  parts.set(part, await context.storageState());
  return context;
}
