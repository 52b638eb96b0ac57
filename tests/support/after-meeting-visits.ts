// The pages that follow a meeting, in each of their states: for somebody who came, and for the coordinator who reads and answers.
import type { Page } from "playwright-core";
import type { Visit } from "#tests/support/visit-states.ts";

const press = (name: string) => async (page: Page) => page.getByRole("button", { name, exact: true }).first().click();
const problem = { hasProblems: true } as const;
const longWord = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft";

/** Somebody's pages about how it was, before they send it. */
export function feedbackVisits(home: string): readonly Visit[] {
  const step = (name: string, more: Partial<Visit> = {}): Visit => ({
    page: `feedback ${name}`,
    path: `${home}/feedback/${name}`,
    ...more,
  });
  return [
    { page: "feedback", path: `${home}/feedback` },
    step("got"),
    step("what-happened", {
      path: `${home}/feedback/got`,
      reach: async (page) => {
        await page.getByLabel("No", { exact: true }).first().check();
        await press("Save and continue")(page);
      },
    }),
    step("said"),
    step("heard"),
    step("hard"),
    step("hard", {
      state: "too long",
      reach: async (page) => {
        await page
          .getByRole("textbox")
          .first()
          .fill(`${longWord} ${"a".repeat(4000)}`);
        await press("Save and continue")(page);
      },
      expect: problem,
    }),
    step("saved"),
    step("words"),
    step("name"),
    { page: "what changed", state: "nothing yet", path: `${home}/outcomes` },
  ];
}

/** The same after it was sent, and after people were told what changed. */
export function afterFeedbackVisits(home: string): readonly Visit[] {
  return [
    { page: "feedback", state: "sent", path: `${home}/feedback` },
    { page: "feedback done", path: `${home}/feedback/done?change` },
    { page: "what changed", path: `${home}/outcomes` },
  ];
}

/** Answers every page that is left and sends it, with words for a report or for the organiser alone, under their name or without it. */
export async function sendFeedback(page: Page, home: string, mayQuote: "Yes" | "No", name: "named" | "unnamed"): Promise<void> {
  const go = async (path: string, label: string | null, words: string | null) => {
    await page.goto(`${home}/feedback/${path}`);
    if (label !== null) await page.getByLabel(label, { exact: true }).first().check();
    if (words !== null) await page.getByRole("textbox").first().fill(words);
    await page.locator("main form[method=post] button[type=submit]").first().click();
  };
  await page.goto(`${home}/feedback/got`);
  // Whoever asked for nothing is not asked what they got.
  if ((await page.getByLabel("No", { exact: true }).count()) > 0) {
    await page.getByLabel("No", { exact: true }).first().check();
    await press("Save and continue")(page);
    await page.getByRole("textbox").first().fill("Nobody had switched it on.");
    await press("Save and continue")(page);
  }
  await go("said", "Some of it", null);
  await go("heard", "Yes, all of the time", null);
  await go("hard", null, `It was loud in the corridor. ${longWord}`);
  await go("saved", "Yes, show me", null);
  await go("words", mayQuote, null);
  await go("name", name === "named" ? "No, the organiser may see my name" : "Yes, leave my name off", null);
}

/** The coordinator's pages before anybody has said anything. */
export function beforeFeedbackVisits(held: string, ahead: string): readonly Visit[] {
  return [
    { page: "what people told us", state: "before the meeting", path: `/meetings/${ahead}/feedback` },
    { page: "what people told us", state: "nobody asked", path: `/meetings/${held}/feedback` },
    {
      page: "what people told us",
      state: "asked",
      path: `/meetings/${held}/feedback`,
      reach: async (page) => page.getByRole("button", { name: /^Ask /u }).click(),
    },
    { page: "words for the organiser", state: "none", path: `/meetings/${held}/feedback/words` },
    { page: "tell people", path: `/meetings/${held}/outcomes` },
    { page: "tell people", state: "error", path: `/meetings/${held}/outcomes`, reach: press("Save"), expect: problem },
    { page: "look back", path: `/meetings/${held}/evaluation` },
    { page: "look back", state: "error", path: `/meetings/${held}/evaluation`, reach: press("Save"), expect: problem },
    { page: "tell people", state: "before the meeting", path: `/meetings/${ahead}/outcomes`, reach: writeOutcome },
  ];
}

/** Writes one thing down that changed, with a long word in it. */
async function writeOutcome(page: Page): Promise<void> {
  await page.getByLabel("What people said", { exact: true }).fill(`The hearing loop was off. ${longWord}`);
  for (const [box, value] of [
    ["byWhen-day", "3"],
    ["byWhen-month", "6"],
    ["byWhen-year", "2027"],
  ] as const)
    await page.locator(`input[name="${box}"]`).fill(value);
  await page.getByLabel("What we did, or why we could not", { exact: true }).fill("We test it the day before.\nThe venue has a new one.");
  await press("Save")(page);
}

/** And once somebody has: what is read, taken up, told and looked back on. */
export function withFeedbackVisits(held: string): readonly Visit[] {
  return [
    { page: "what people told us", path: `/meetings/${held}/feedback` },
    { page: "words for the organiser", path: `/meetings/${held}/feedback/words` },
    {
      page: "what people told us",
      state: "problem taken up",
      path: `/meetings/${held}/feedback`,
      reach: async (page) =>
        page
          .getByRole("button", { name: /^Make this a to-do/u })
          .first()
          .click(),
    },
    { page: "plan", state: "with things to do after", path: `/meetings/${held}/plan` },
    { page: "to do", state: "after the meeting", path: `/meetings/${held}/todo` },
    { page: "tell people", state: "one written", path: `/meetings/${held}/outcomes`, reach: writeOutcome },
    {
      page: "tell people",
      state: "changing it",
      path: `/meetings/${held}/outcomes`,
      reach: async (page) =>
        page
          .getByRole("link", { name: /^Change/u })
          .first()
          .click(),
    },
    {
      page: "tell people",
      state: "sent",
      path: `/meetings/${held}/outcomes`,
      reach: async (page) =>
        page
          .getByRole("button", { name: /^Send to/u })
          .first()
          .click(),
    },
    {
      page: "look back",
      state: "saved",
      path: `/meetings/${held}/evaluation`,
      reach: async (page) => {
        await page.getByLabel("Partly", { exact: true }).check();
        await page.getByLabel("What will you do differently?", { exact: true }).fill(`Test the loop. ${longWord}`);
        await page.getByLabel("Helped decide", { exact: true }).check();
        await press("Save")(page);
      },
    },
  ];
}

/** A moment after what people said about the example's meeting is kept, 90 days: it has been deleted. */
export const afterFeedbackIsKept = "2027-02-01T10:00:00Z";

/** The coordinator's pages once what people said is deleted. */
export function erasedFeedbackVisits(held: string): readonly Visit[] {
  return [
    {
      page: "what people told us",
      state: "closed and deleted",
      path: `/meetings/${held}/feedback`,
      // What is over its time is deleted a few seconds after the server starts.
      reach: async (page) => {
        for (let waits = 0; waits < 60 && !(await page.getByText("What people said is deleted.").isVisible()); waits += 1) {
          await page.waitForTimeout(500);
          await page.reload();
        }
      },
    },
    { page: "words for the organiser", state: "closed and deleted", path: `/meetings/${held}/feedback/words` },
    { page: "look back", state: "closed and deleted", path: `/meetings/${held}/evaluation` },
    { page: "tell people", state: "closed and deleted", path: `/meetings/${held}/outcomes` },
  ];
}

/** Somebody's pages who comes too late to say how it was. */
export function lateFeedbackVisits(home: string): readonly Visit[] {
  return [
    { page: "feedback", state: "too late", path: `${home}/feedback` },
    { page: "feedback said", state: "too late", path: `${home}/feedback/said` },
  ];
}
