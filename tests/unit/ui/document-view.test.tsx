import { expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import * as paper from "#app/documents/model.ts";
import { DocumentView } from "#app/ui/document-view.tsx";
import { idsIn, markupOf, tagsIn, wordsIn } from "./render.ts";

const claim: paper.Doc = {
  title: "Involvement payment claim",
  language: "en-GB",
  organisation: { name: "Riverside Together" },
  madeOn: calendarDateOf("2027-03-03"),
  reference: "KTR4 MWPX",
  audience: "Finance copy",
  blocks: [
    paper.paragraph(["Call ", paper.phone("0113 496 0101"), ". ", paper.abbreviation("BSL", "British Sign Language"), " is welcome."]),
    paper.callout("deadline", "Send this back by Friday 12 March 2027", [paper.bullets(["By post", "By email"])]),
    paper.section("Your time", [
      paper.facts([["Meeting", "Planning group"]]),
      paper.table({
        caption: "Time",
        columns: [paper.column("What"), paper.column("Amount", "money")],
        rows: [["Meeting", "£50.00"]],
        totals: [["Total", "£50.00"]],
      }),
      paper.section("More", [paper.steps(["First", "Second"])]),
    ]),
    paper.sheet("Agreement", [
      paper.tickBoxes("How?", [
        ["Bank", true],
        ["Voucher", false],
      ]),
      paper.signature("I took part.", [paper.penLine("Signature", "signature"), paper.penLine("Name", "line", "Grace Okafor")]),
    ]),
  ],
};

test("a paper on screen says who may read it, what it is, when it was made and its reference", () => {
  const words = wordsIn(markupOf(<DocumentView doc={claim} />));
  expect(words).toMatch(/^Finance copyInvolvement payment claimRiverside Together · Made on 3 March 2027 · Reference KTR4 MWPX/u);
});

test("headings of a paper never skip a level, wherever it stands", () => {
  const levels = (titleLevel: 1 | 2): readonly string[] =>
    [...markupOf(<DocumentView doc={claim} titleLevel={titleLevel} />).matchAll(/<h([1-6])/gu)].map(([, level]) => level ?? "");
  expect(levels(1)).toEqual(["1", "2", "3", "2"]);
  expect(levels(2)).toEqual(["2", "3", "4", "3"]);
});

test("everything written in a paper is shown on screen", () => {
  const words = wordsIn(markupOf(<DocumentView doc={claim} />));
  for (const said of [
    "British Sign Language (BSL)",
    "Send this back by Friday 12 March 2027",
    "By email",
    "Planning group",
    "£50.00",
    "Second",
    "I took part.",
    "Grace Okafor",
  ]) {
    expect(words).toContain(said);
  }
});

test("boxes and lines for a pen are said in words as well as drawn", () => {
  const words = wordsIn(markupOf(<DocumentView doc={claim} />));
  expect(words).toContain("Ticked: Bank");
  expect(words).toContain("Not ticked: Voucher");
  expect(words).toContain("Signature:to fill in by pen");
});

test("a paper's ids are its own and its table is a real table", () => {
  const markup = markupOf(<DocumentView doc={claim} />);
  expect(new Set(idsIn(markup)).size).toBe(idsIn(markup).length);
  expect(tagsIn(markup, "caption")).toHaveLength(1);
});
