// What is looked at before joining instructions go: answered only where the program can tell, and never ticked by a guess.
import { describe, expect, it } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { joiningChecks, joiningFor, type JoiningFacts } from "#app/words/joining.ts";

const facts: JoiningFacts = {
  when: "Tuesday 12 January 2027, 10:30am to 1pm",
  where: ["Kiln Hall, 1 Kiln Lane, Leeds LS1 4AP."],
  whoMeetsYou: "Dilys Ong. Phone on the day: 01632 960 001.",
};
const noPhotos = { shown: [], undescribed: 0 };

function findings(over: Partial<JoiningFacts>, photos = noPhotos as { readonly shown: readonly string[]; readonly undescribed: number }) {
  const said = { ...facts, ...over };
  const message = joiningFor(
    said,
    { name: "Planning group", organisation: "Weavers", date: calendarDateOf("2027-01-12") },
    { name: "Bo Lind", form: "email", link: "https://example.org/i/abc", isNeutral: false, isEasyRead: false, personalLine: "" },
    [],
  );
  return new Map(joiningChecks(message, said, { form: "email", photos }).map(({ check, finding }) => [check, finding]));
}

describe("checks before sending", () => {
  it("are those of the design, in its order", () => {
    const [first, ...rest] = findings({}).keys();
    expect(first).toMatch(/^Reads at about age \d+$/u);
    expect(rest).toEqual(["All photos have descriptions", "Postcode and map link work", "Phone number is answered on the day"]);
  });

  it("never say that a phone is answered or that a map leads to the door: nobody here can know", () => {
    expect(findings({}).get("Phone number is answered on the day")).toBe("Not known");
    expect(findings({}).get("Postcode and map link work")).toBe("Not known");
  });

  it("say no where an address has no full postcode, and nothing of a map where people only join online", () => {
    expect(findings({ where: ["Kiln Hall, Leeds."] }).get("Postcode and map link work")).toBe("No");
    expect(findings({ where: ["Online, by Zoom: https://meet.example/1"] }).has("Postcode and map link work")).toBe(false);
  });

  it("say no while one photo has no description", () => {
    expect(findings({}, { shown: ["The door"], undescribed: 1 }).get("All photos have descriptions")).toBe("No");
    expect(findings({}, { shown: ["The door"], undescribed: 0 }).get("All photos have descriptions")).toBe("Yes");
  });
});
