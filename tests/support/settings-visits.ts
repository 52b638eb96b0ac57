// The pages where an administrator looks after the organisation, in every state: as they are at first, changed, refused, and full.
import type { Page } from "playwright-core";
import type { Visit } from "#tests/support/visit-states.ts";
import { harbourSign } from "#tests/support/pictures.ts";

const problem = { hasProblems: true } as const;
const press = (name: string) => async (page: Page) => page.getByRole("button", { name, exact: true }).first().click();

const sign = { name: "Our sign.png", mimeType: "image/png", buffer: Buffer.from(harbourSign) };
const notAPicture = { name: "Minutes of the annual meeting.png", mimeType: "image/png", buffer: Buffer.from("not a picture") };

/** Pages about who the organisation is, and what was changed. */
export const organisationVisits: readonly Visit[] = [
  { page: "settings health", path: "/settings/health" },
  { page: "settings messages", path: "/settings/messages" },
  { page: "settings message", path: "/settings/messages/invitation" },
  { page: "settings message", state: "easy read", path: "/settings/messages/invitation?form=easy-read" },
  { page: "settings history", state: "as the example began", path: "/settings/history" },
  { page: "settings history", state: "empty", path: "/settings/history?kind=charities" },
  { page: "settings organisation", path: "/settings/organisation" },
  {
    page: "settings organisation",
    state: "error",
    path: "/settings/organisation",
    expect: problem,
    reach: async (page) => {
      await page.getByLabel("Organisation name").fill("");
      await page.getByLabel("BSL video relay (optional)").fill("relay.example.org");
      await page.getByLabel("Postal address (optional)").fill("1 The Quay\nExampleton");
      await press("Save")(page);
    },
  },
  {
    page: "settings organisation",
    state: "logo not described",
    path: "/settings/organisation",
    expect: problem,
    reach: async (page) => {
      await page.getByLabel("Logo (optional)").setInputFiles(sign);
      await press("Save")(page);
    },
  },
  {
    page: "settings organisation",
    state: "logo is no picture",
    path: "/settings/organisation",
    expect: problem,
    reach: async (page) => {
      await page.getByLabel("Logo (optional)").setInputFiles(notAPicture);
      await page.getByLabel("Logo description").fill("A blue lifebelt beside two bars");
      await press("Save")(page);
    },
  },
  {
    page: "settings organisation",
    state: "saved with a logo and long words",
    path: "/settings/organisation",
    reach: async (page) => {
      await page
        .getByLabel("Organisation name")
        .fill("The Community Health and Wellbeing Partnership of the Upper Calder Valley, Todmorden and Hebden Bridge (example)");
      await page.getByLabel("Postal address (optional)").fill("1 The Quay\nExampleton\nEX4 9ZZ");
      await page.getByLabel("Logo (optional)").setInputFiles(sign);
      await page.getByLabel("Logo description").fill("A blue lifebelt beside two bars");
      await press("Save")(page);
    },
  },
  { page: "settings history", state: "one", path: "/settings/history" },
  { page: "settings", state: "long name", path: "/settings" },
];

const fillVideo = async (page: Page, { site, words }: { readonly site: string; readonly words: string }): Promise<void> => {
  await page.getByLabel("Web address of the video").fill(`https://${site}/${"a-long-name-of-a-video/".repeat(3)}`);
  await page.getByLabel("How long it is").fill("1:40");
  await page.getByLabel("The video has captions").check();
  await page.getByLabel("Transcript").fill(words);
  await page.getByLabel("Who checked it").fill(longStaffName);
  await page.getByLabel("Day").fill("20");
  await page.getByLabel("Month").fill("11");
  await page.getByLabel("Year").fill("2026");
  await press("Save")(page);
};

/** Pages about videos in British Sign Language: none, refused, one and a long one. */
export const videoVisits: readonly Visit[] = [
  { page: "settings videos", state: "empty", path: "/settings/videos" },
  { page: "settings video", state: "empty", path: "/settings/videos/payment" },
  { page: "settings video", state: "error", path: "/settings/videos/payment", reach: press("Save"), expect: problem },
  {
    page: "settings videos",
    state: "one",
    path: "/settings/videos/private-link",
    reach: async (page) => fillVideo(page, { site: "films.example.org", words: "You do not need a password.\nYou can say no." }),
  },
  {
    page: "settings videos",
    state: "long names",
    path: "/settings/videos/invitation",
    reach: async (page) =>
      fillVideo(page, {
        site: "british-sign-language-videos.community-health-and-wellbeing-partnership.example.org",
        words: "You are invited to our meeting. We pay you for your time. You can say no.\n".repeat(12),
      }),
  },
  { page: "settings video", state: "filled", path: "/settings/videos/invitation" },
  { page: "settings history", state: "videos", path: "/settings/history?kind=videos" },
];

/** The page a private link opens, with both its videos: closed, and read. */
export function filmedVisits(path: string): readonly Visit[] {
  return [
    { page: "invitation with videos", path },
    {
      page: "invitation with videos",
      state: "words open",
      path,
      reach: async (page) => page.getByText("Read the words of the video").first().click(),
    },
  ];
}

const longStaffName = "Anuradha-Wilhelmina Featherstonehaugh-Mukhopadhyay";

/** Invites somebody, and gives the link that is shown this once. */
const invite = async (page: Page, name: string, email: string): Promise<void> => {
  await page.getByLabel("Full name").fill(name);
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Coordinator").check();
  await page.getByLabel("Administrator").check();
  await press("Invite someone")(page);
};

/** The page of somebody in the list of who works here. */
const openStaff = (name: string) => async (page: Page) => page.getByRole("link", { name, exact: true }).click();

/** Pages about who works here. The first person invited sets their account up with the link that was shown. */
export function peopleVisits(settled: { link: string }): readonly Visit[] {
  return [
    { page: "settings people", path: "/settings/people" },
    { page: "settings people", state: "error", path: "/settings/people", reach: press("Invite someone"), expect: problem },
    {
      page: "settings people",
      state: "link shown",
      path: "/settings/people",
      reach: async (page) => {
        await invite(page, longStaffName, "anuradha@example.org");
        settled.link = await page.getByLabel("Link to set up the account").inputValue();
      },
    },
    { page: "settings people", state: "somebody invited", path: "/settings/people" },
    { page: "settings person", state: "invited", path: "/settings/people", reach: openStaff(longStaffName) },
    { page: "settings person", path: "/settings/people", reach: openStaff("Ngozi Obi") },
    {
      page: "settings person",
      state: "error",
      path: "/settings/people",
      expect: problem,
      reach: async (page) => {
        await openStaff("Ngozi Obi")(page);
        await page.getByLabel("Finance: authorise").uncheck();
        await page.getByLabel("Finance: check").check();
        await press("Save")(page);
      },
    },
    {
      page: "settings person",
      state: "saved",
      path: "/settings/people",
      reach: async (page) => {
        await openStaff("Tom Hale")(page);
        await page.getByLabel("Authorisation limit, in pounds").fill("500");
        await press("Save")(page);
      },
    },
    {
      page: "settings person remove",
      path: "/settings/people",
      reach: async (page) => {
        await openStaff("Tom Hale")(page);
        await page.getByRole("link", { name: "Remove access for Tom Hale" }).click();
      },
    },
    {
      page: "settings person remove",
      state: "error",
      path: "/settings/people",
      expect: problem,
      reach: async (page) => {
        await openStaff("Ngozi Obi")(page);
        await page.getByRole("link", { name: "Remove access for Ngozi Obi" }).click();
        await press("Remove access")(page);
      },
    },
  ];
}

/** Setting up one's own account by the link. */
export function joinVisits(path: string): readonly Visit[] {
  const setUp = async (page: Page, password: string): Promise<void> => {
    await page.getByLabel("Password").fill(password);
    await press("Set up my account")(page);
  };
  return [
    { page: "sign-in join", path },
    { page: "sign-in join", state: "error", path, reach: async (page) => setUp(page, "short"), expect: problem },
    {
      page: "sign-in join",
      state: "password shown",
      path,
      reach: async (page) => {
        await page.getByLabel("Password").fill("sycamore harbour lantern");
        await press("Show what I typed")(page);
      },
    },
    { page: "today", state: "just joined", path, reach: async (page) => setUp(page, "sycamore harbour lantern") },
  ];
}

/** Pages where two administrators look after roles together: roles that wait, and tasks to hand over. */
export const twoAdministratorsVisits: readonly Visit[] = [
  {
    page: "settings person",
    state: "roles wait",
    path: "/settings/people",
    reach: async (page) => {
      await openStaff("Tom Hale")(page);
      await page.getByLabel("Finance: authorise").check();
      await press("Save")(page);
    },
  },
  { page: "settings people", state: "asked by oneself", path: "/settings/people" },
];

/** The same as the other administrator sees it. */
export const otherAdministratorVisits: readonly Visit[] = [
  { page: "today", state: "roles to agree to", path: "/today" },
  { page: "settings people", state: "to agree to", path: "/settings/people" },
  {
    page: "settings person remove",
    state: "tasks to hand over",
    path: "/settings/people",
    reach: async (page) => {
      await openStaff("Asha Grewal")(page);
      await page.getByRole("link", { name: "Remove access for Asha Grewal" }).click();
    },
  },
  {
    page: "settings person remove",
    state: "nobody chosen",
    path: "/settings/people",
    expect: problem,
    reach: async (page) => {
      await openStaff("Asha Grewal")(page);
      await page.getByRole("link", { name: "Remove access for Asha Grewal" }).click();
      await press("Remove access")(page);
    },
  },
  {
    page: "settings people",
    state: "agreed",
    path: "/settings/people",
    reach: async (page) => page.getByRole("button", { name: /^Agree/u }).click(),
  },
  { page: "settings history", state: "people", path: "/settings/history?kind=people" },
];
