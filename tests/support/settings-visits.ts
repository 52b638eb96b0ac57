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
  { page: "settings history", state: "empty", path: "/settings/history" },
  { page: "settings history", state: "none of a kind", path: "/settings/history?kind=charities" },
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
