import { describe, expect, test } from "vitest";
import { Checkboxes, Radios, Tick } from "#app/ui/choices.tsx";
import {
  charactersIn,
  DateField,
  FileField,
  LongField,
  MoneyField,
  PasswordField,
  SelectField,
  TextField,
  TimeField,
} from "#app/ui/fields.tsx";
import { idsIn, markupOf, tagsIn, wordsIn } from "./render.ts";

const options = [
  { value: "bank", label: "Into a bank account" },
  { value: "voucher", label: "Gift voucher", hint: "This may still count as income" },
];

describe("a field with a problem", () => {
  const fields = {
    text: <TextField name="full-name" label="Full name" hint="Use the name you want us to use." error="Enter your full name" />,
    time: <TimeField name="start" label="Start time" error="Enter the start time" />,
    money: <MoneyField name="cost" label="Cost in pounds" error="Cost must be an amount, like 12.50" />,
    long: <LongField name="why" label="Why" hint="Write as much as you like." error="Tell us why" />,
    list: <SelectField name="who" label="Who" options={options} hint="One role" error="Choose who" />,
    file: <FileField name="receipt" label="Receipt" hint="A photo is fine." error="Choose a file" />,
    password: (
      <PasswordField
        name="password"
        label="Password"
        autoComplete="current-password"
        hint="At least 12 characters"
        error="Enter your password"
      />
    ),
  };

  test.each(Object.entries(fields))("(%s) is marked, and described by its hint and then the message", (_kind, field) => {
    const markup = markupOf(field);
    const control = [...tagsIn(markup, "input"), ...tagsIn(markup, "textarea"), ...tagsIn(markup, "select")][0] ?? {};
    expect(control["aria-invalid"]).toBe("true");
    const described = (control["aria-describedby"] ?? "").split(" ");
    expect(described.filter((id) => !idsIn(markup).includes(id))).toEqual([]);
    expect(described.at(-1)).toBe(`${control.id ?? ""}-error`);
    expect(markup.indexOf('class="govuk-hint"')).toBeLessThan(markup.indexOf("govuk-error-message"));
    expect(wordsIn(markup)).toContain("Error: ");
    expect(markup.indexOf("govuk-error-message")).toBeLessThan(markup.search(/<(?:input|textarea|select)/u));
  });

  test.each(Object.entries(fields))("(%s) has a label that works its control", (_kind, field) => {
    const markup = markupOf(field);
    const control = [...tagsIn(markup, "input"), ...tagsIn(markup, "textarea"), ...tagsIn(markup, "select")][0] ?? {};
    expect(tagsIn(markup, "label").map((label) => label.for)).toContain(control.id);
  });
});

test("a field without a problem says nothing about errors", () => {
  const markup = markupOf(<TextField name="email" type="email" label="Email address" value="a@b.example" autoComplete="email" />);
  expect(markup).not.toContain("aria-invalid");
  expect(markup).not.toContain("aria-describedby");
  expect(tagsIn(markup, "input")[0]).toMatchObject({ type: "email", value: "a@b.example", autoComplete: "email" });
});

test("an amount of money is typed beside a pound sign that is seen and not heard", () => {
  const markup = markupOf(<MoneyField name="cost" label="Cost in pounds" value="12.50" />);
  expect(markup).toContain('<div class="govuk-input__prefix" aria-hidden="true">£</div>');
  expect(tagsIn(markup, "input")[0]).toMatchObject({ inputMode: "decimal", type: "text" });
});

describe("a long answer", () => {
  test("has no count while there is room", () => {
    expect(markupOf(<LongField name="else" label="Anything else" value={"x".repeat(3000)} />)).not.toContain("field-count");
  });

  test("says how many characters are left once three quarters are used", () => {
    expect(wordsIn(markupOf(<LongField name="else" label="Anything else" value={"x".repeat(3001)} />))).toContain(
      "You have 999 characters left.",
    );
  });

  test("says how far over it is, and never stops the typing", () => {
    const markup = markupOf(<LongField name="else" label="Anything else" value={"x".repeat(4001)} error="Too long" />);
    expect(wordsIn(markup)).toContain("You have 1 character too many.");
    expect(markup).not.toMatch(/maxlength/iu);
    expect(tagsIn(markup, "textarea")[0]?.["aria-describedby"]).toBe("else-count else-error");
  });

  test("counts a line break once and a letter outside the common plane once", () => {
    expect(charactersIn("a\r\nb")).toBe(3);
    expect(charactersIn("𐍈")).toBe(1);
  });
});

describe("a date", () => {
  test("is three boxes named after the field, and only the wrong ones are marked", () => {
    const markup = markupOf(
      <DateField
        name="due"
        label="Date of the meeting"
        value={{ day: "23", year: "2027" }}
        error="Date must include a month"
        errorParts={["month"]}
      />,
    );
    const boxes = tagsIn(markup, "input");
    expect(boxes.map((box) => box.name)).toEqual(["due-day", "due-month", "due-year"]);
    expect(boxes.map((box) => box["aria-invalid"])).toEqual([undefined, "true", undefined]);
    expect(boxes.map((box) => box.value)).toEqual(["23", undefined, "2027"]);
    expect(tagsIn(markup, "fieldset")[0]?.["aria-describedby"]).toBe("due-hint due-error");
  });

  test("takes a month's name, so that box is not for digits only", () => {
    expect(tagsIn(markupOf(<DateField name="due" label="Date" />), "input").map((box) => box.inputMode)).toEqual([
      "numeric",
      "text",
      "numeric",
    ]);
  });
});

describe("a choice", () => {
  test("has nothing chosen until the person has chosen", () => {
    expect(markupOf(<Radios name="how" legend="How?" options={options} />)).not.toContain("checked");
    expect(markupOf(<Checkboxes name="how" legend="How?" options={options} />)).not.toContain("checked");
  });

  test("keeps the person's own answers", () => {
    const markup = markupOf(<Checkboxes name="needs" legend="What?" options={options} values={["voucher"]} />);
    expect(tagsIn(markup, "input").map((box) => "checked" in box)).toEqual([false, true]);
  });

  test("gives its first option the id the error summary links to, and no id twice", () => {
    const markup = markupOf(
      <Radios name="people[0].how" legend="How?" options={options} orElse={{ value: "none", label: "None of these" }} error="Choose how" />,
    );
    expect(tagsIn(markup, "input").map((option) => option.id)).toEqual(["people-0-how", "people-0-how-2", "people-0-how-or"]);
    expect(new Set(idsIn(markup)).size).toBe(idsIn(markup).length);
  });

  test("sets 'none of these' apart after the word or", () => {
    const words = wordsIn(
      markupOf(<Checkboxes name="needs" legend="What?" options={options} orElse={{ value: "none", label: "None of these" }} />),
    );
    expect(words).toMatch(/or\s*None of these$/u);
  });

  test("can have its question as the page's heading", () => {
    const markup = markupOf(<Radios name="coming" legend="Will you come?" asHeading="h1" options={options} />);
    expect(markup).toContain('<h1 class="govuk-fieldset__heading">Will you come?</h1></legend>');
  });

  test("of one box carries its message too", () => {
    const markup = markupOf(<Tick name="agree" label="I agree" error="Tick to agree" />);
    expect(tagsIn(markup, "input")[0]).toMatchObject({ "aria-describedby": "agree-error", "aria-invalid": "true", value: "yes" });
  });
});

test("a kept file is removed by a form of its own, so that Enter never removes it", () => {
  const markup = markupOf(
    <FileField name="receipt" label="Add a receipt" kept={[{ id: "7", name: "taxi.jpg" }]} removeForm="remove-file" />,
  );
  expect(tagsIn(markup, "button")).toEqual([expect.objectContaining({ form: "remove-file", name: "remove", value: "7" })]);
  expect(wordsIn(markup)).toContain("Remove taxi.jpg");
});

test("a password is hidden unless the person asked to see it", () => {
  const field = { name: "password", label: "Password", autoComplete: "new-password" } as const;
  expect(tagsIn(markupOf(<PasswordField {...field} />), "input")[0]?.type).toBe("password");
  expect(tagsIn(markupOf(<PasswordField {...field} isShown value="a good one" />), "input")[0]).toMatchObject({
    type: "text",
    value: "a good one",
  });
});
