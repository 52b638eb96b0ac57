import { describe, expect, test } from "vitest";
import { Button, FormButtons, skipAndLater } from "#app/ui/buttons.tsx";
import { Form } from "#app/ui/form.tsx";
import { PageShell, pageTitle, type Shell } from "#app/ui/page.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { idsIn, markupOf, tagsIn, wordsIn } from "./render.ts";

const shell: Shell = {
  organisation: "Riverside Together",
  home: "/my",
  contact: { name: "Priya Nair", phone: "0113 496 0101", email: "priya@riverside.example", hours: "Monday to Friday, 9am to 5pm" },
  version: "1",
};
const staff: Shell = {
  ...shell,
  leaving: { kind: "sign-out", action: "/sign-out", formToken: "token" },
  nav: [
    {
      items: [
        { text: "Today", href: "/today", isCurrent: true },
        { text: "Meetings", href: "/meetings" },
      ],
    },
  ],
  example: { clearHref: "/setup/clear" },
};

describe("every page", () => {
  const markup = markupOf(
    <PageShell
      shell={staff}
      caption="Planning group"
      heading="Plan"
      back={{ href: "/meetings" }}
      meetingNav={[{ text: "Plan", href: "/meetings/1/plan", isCurrent: true }]}
      problems={[{ field: "due-day", message: "Enter the date" }]}
      notice={{ heading: "Saved", children: "We saved it." }}
    >
      <p>Body</p>
    </PageShell>,
  );

  test("is read in one order: skip link, header, menu, example, way back, problem, notice, caption, heading, body, a person, footer", () => {
    const order = [
      "Skip to main content",
      "<header",
      'aria-label="Main"',
      "This is an example",
      'aria-label="This meeting"',
      'href="/meetings">Back',
      "<main",
      'id="problem"',
      'role="status"',
      "Planning group",
      "<h1>Plan</h1>",
      "<p>Body</p>",
      "Stuck? Talk to a person",
      "<footer",
    ].map((piece) => markup.indexOf(piece));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test("has one main part the skip link can reach, and one heading of the first level", () => {
    expect(tagsIn(markup, "main")).toEqual([expect.objectContaining({ id: "main", tabindex: "-1" })]);
    expect(tagsIn(markup, "a")[0]?.href).toBe("#main");
    expect(tagsIn(markup, "h1")).toHaveLength(1);
  });

  test("uses no id twice, though its menus are written for two widths", () => {
    expect(idsIn(markup).toSorted()).toEqual([...new Set(idsIn(markup))].toSorted());
  });

  test("names every menu differently", () => {
    const names = tagsIn(markup, "nav").map((nav) => nav["aria-label"]);
    expect(names).toEqual([...new Set(names)]);
    expect(names).not.toContain(undefined);
  });

  test("sends no script and no style of its own", () => {
    expect(markup).not.toMatch(/<script|style="|\son[a-z]+="/u);
  });

  test("links the problem to the field it is about, and takes the focus to it", () => {
    expect(markup).toContain('<a href="#due-day">Enter the date</a>');
    expect(markup).toMatch(/<div class="govuk-error-summary" id="problem" tabindex="-1" autofocus="">/iu);
  });

  test("gives a phone number that can be called and says who answers and when", () => {
    expect(markup).toContain('href="tel:01134960101"');
    expect(wordsIn(markup)).toContain("Priya Nair. Monday to Friday, 9am to 5pm.");
  });
});

test("attendees have no menu, and may finish and clear the device they used", () => {
  const markup = markupOf(
    <PageShell shell={{ ...shell, leaving: { kind: "clear-device", href: "/my/clear" } }} heading="My page">
      <p>Body</p>
    </PageShell>,
  );
  expect(tagsIn(markup, "nav")).toEqual([]);
  expect(markup).toContain('href="/my/clear">Finish and clear this device</a>');
  expect(markup).not.toContain("Sign out");
  expect(markup).not.toContain('id="problem"');
});

test("display settings lead back to the page the person was on", () => {
  const markup = markupOf(
    <PageShell shell={{ ...shell, here: "/my/m/KTR4?topic=food&x=1" }} heading="Food">
      <p>Body</p>
    </PageShell>,
  );
  expect(markup).toContain("/display?from=%2Fmy%2Fm%2FKTR4%3Ftopic%3Dfood%26x%3D1");
});

describe("a form", () => {
  const markup = markupOf(
    <Form formToken="token" intentKey="key" action="/my/m/1/coming" carried={{ version: "4" }}>
      <TextField name="name" label="Full name" />
      <FormButtons secondary={skipAndLater} />
    </Form>,
  );

  test("is posted without the browser's own checks, to an address that lands on the problem", () => {
    expect(tagsIn(markup, "form")[0]).toMatchObject({ method: "post", action: "/my/m/1/coming#problem" });
    expect(markup).toContain('novalidate=""');
  });

  test("carries its token, its key and the version that was read", () => {
    const hidden = tagsIn(markup, "input").filter((input) => input.type === "hidden");
    expect(hidden.map((input) => [input.name, input.value])).toEqual([
      ["formToken", "token"],
      ["intentKey", "key"],
      ["version", "4"],
    ]);
  });

  test("saves when Enter is pressed in a field: the main button comes first and has no other intent", () => {
    const buttons = tagsIn(markup, "button");
    expect(buttons[0]?.name).toBeUndefined();
    expect(buttons.slice(1).map((button) => [button.name, button.value])).toEqual([
      ["intent", "skip"],
      ["intent", "later"],
    ]);
  });

  test("without an address of its own comes back to the page it stands on", () => {
    expect(tagsIn(markupOf(<Form formToken="t">x</Form>), "form")[0]?.action).toBe("#problem");
  });
});

test("buttons with the same word are told apart by what they are about", () => {
  expect(wordsIn(markupOf(<Button about="taxi.jpg">Remove</Button>))).toBe("Remove taxi.jpg");
});

test("a title begins with the error when there is one, then says what, where and whose", () => {
  const parts = { heading: "Bank details", area: "Planning group", organisation: "Riverside Together" };
  expect(pageTitle(parts)).toBe("Bank details – Planning group – Riverside Together");
  expect(pageTitle({ ...parts, hasProblems: true })).toBe("Error: Bank details – Planning group – Riverside Together");
  expect(pageTitle({ heading: "Help", organisation: "Riverside Together" })).toBe("Help – Riverside Together");
});
