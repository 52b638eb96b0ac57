import { describe, expect, test } from "vitest";
import { clockTimeOf } from "#app/domain/basics/dates.ts";
import { CopyBox } from "#app/ui/copy-box.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Pagination, pagesShown } from "#app/ui/pagination.tsx";
import { DonePanel } from "#app/ui/panel.tsx";
import { StatusTag, statusWords } from "#app/ui/status-tag.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { Timetable } from "#app/ui/timetable.tsx";
import { Tracker } from "#app/ui/tracker.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { idsIn, markupOf, tagsIn, wordsIn } from "./render.ts";

test.each(statusWords)("the status %s is a word, a border and a shape that is not read out", (word) => {
  const markup = markupOf(<StatusTag status={word} />);
  expect(wordsIn(markup)).toBe(word);
  expect(markup).toMatch(/class="govuk-tag tag-(?:to-do|waiting|part-met|met|cannot)"/u);
  expect(tagsIn(markup, "svg")).toEqual([expect.objectContaining({ "aria-hidden": "true", focusable: "false" })]);
});

test("what nobody knows never looks like a yes or a no", () => {
  const look = (word: "Not known" | "Yes" | "No"): string => markupOf(<StatusTag status={word} text="x" />);
  expect(look("Not known")).not.toBe(look("Yes"));
  expect(look("Not known")).not.toBe(look("No"));
  expect(look("Not known")).toContain("tag-to-do");
});

describe("a list of tasks", () => {
  const markup = markupOf(
    <TaskList
      tasks={[
        {
          text: "Say if you are coming",
          href: "/coming",
          hint: "Yes, no, or not sure yet",
          status: "Done",
          statusText: "Done: coming in person",
        },
        { text: "Claim for your time", status: "Cannot start yet" },
      ]}
    />,
  );

  test("describes each link by its hint and status", () => {
    const described = (tagsIn(markup, "a")[0]?.["aria-describedby"] ?? "").split(" ");
    expect(described).toEqual(["task-1-hint", "task-1-status"]);
    expect(described.every((id) => idsIn(markup).includes(id))).toBe(true);
  });

  test("gives no link to a task that cannot start yet", () => {
    expect(tagsIn(markup, "a")).toHaveLength(1);
    expect(wordsIn(markup)).toContain("Cannot start yet");
  });
});

test("a link to change an answer says which answer, after the word that is seen", () => {
  const markup = markupOf(
    <SummaryList
      rows={[
        { name: "Universal Credit", answer: "Yes", change: { href: "/c" } },
        { name: "Reference", answer: "KTR4" },
      ]}
    />,
  );
  expect(wordsIn(/<a .*?<\/a>/u.exec(markup)?.[0] ?? "")).toBe("Change Universal Credit");
  expect(tagsIn(markup, "a")).toHaveLength(1);
});

describe("a table", () => {
  const table = (
    <DataTable
      id="costs"
      caption="Costs"
      columns={[{ header: "What" }, { header: "Status" }, { header: "Amount", holds: "figures" }]}
      rows={[{ key: "1", cells: ["Taxi", "Asked", "£12.50"] }]}
      totals={[{ key: "t", cells: ["Total", "", "£12.50"] }]}
    />
  );

  test("keeps its roles for browsers that drop them when rows become cards", () => {
    const markup = markupOf(table);
    expect(tagsIn(markup, "table")[0]?.role).toBe("table");
    expect(tagsIn(markup, "tr").map((row) => row.role)).toEqual(["row", "row", "row"]);
    expect(tagsIn(markup, "th").map((head) => [head.scope, head.role])).toEqual([
      ["col", "columnheader"],
      ["col", "columnheader"],
      ["col", "columnheader"],
      ["row", "rowheader"],
      ["row", "rowheader"],
    ]);
    expect(tagsIn(markup, "td").every((cell) => cell.role === "cell")).toBe(true);
  });

  test("shows each value's name on a card, and no name where there is no value", () => {
    const names = [...markupOf(table).matchAll(/class="cell-name" aria-hidden="true">([^<]*)</gu)].map(([, name]) => name);
    expect(names).toEqual(["Status", "Amount", "Amount"]);
  });

  test("refuses a row whose cells do not fit its columns", () => {
    expect(() =>
      markupOf(<DataTable id="a" caption="A" columns={[{ header: "One" }, { header: "Two" }]} rows={[{ key: "1", cells: ["x"] }]} />),
    ).toThrow("The row 1 has 1 cells for 2 columns");
  });

  test("too wide for some screens is a region with a name that the keyboard reaches", () => {
    const markup = markupOf(
      <DataTable id="wide" caption="Wide" isWide columns={[{ header: "One" }]} rows={[{ key: "1", cells: ["x"] }]} />,
    );
    expect(tagsIn(markup, "div")[0]).toMatchObject({ role: "region", "aria-labelledby": "wide-caption", tabindex: "0" });
    expect(idsIn(markup)).toContain("wide-caption");
  });

  test("says how it is sorted where the header is a link", () => {
    const markup = markupOf(
      <DataTable
        id="sorted"
        caption="Sorted by date"
        columns={[
          { header: "Date", sort: { href: "?sort=date", order: "ascending" } },
          { header: "Who", sort: { href: "?sort=who", order: "none" } },
        ]}
        rows={[{ key: "1", cells: ["a", "b"] }]}
      />,
    );
    expect(tagsIn(markup, "th").map((head) => head["aria-sort"])).toEqual(["ascending", undefined, undefined]);
  });
});

describe("pages of a list", () => {
  test("are not offered when there is only one", () => {
    expect(markupOf(<div>{Pagination({ current: 1, count: 1, hrefOf: String })}</div>)).toBe("<div></div>");
  });

  test("leave out the far ones of many", () => {
    expect(pagesShown(5, 12)).toEqual([1, null, 4, 5, 6, null, 12]);
    expect(pagesShown(1, 10)).toEqual([1, 2, null, 10]);
    expect(pagesShown(3, 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test("mark the present one in words a screen reader says", () => {
    const markup = markupOf(<Pagination current={2} count={3} hrefOf={(page) => `?page=${page}`} />);
    expect(tagsIn(markup, "a").filter((link) => link["aria-current"] === "page")).toEqual([expect.objectContaining({ href: "?page=2" })]);
  });
});

test("a running order says when, what and how long, and a break is a break in words", () => {
  const words = wordsIn(
    markupOf(
      <Timetable
        label="Running order"
        entries={[
          { from: clockTimeOf("11:15"), to: clockTimeOf("12:00"), title: "The new bus station", kind: "session" },
          { from: clockTimeOf("12:00"), to: clockTimeOf("12:10"), title: "Break", kind: "pause", note: "2 people need one by now." },
        ]}
      />,
    ),
  );
  expect(words).toContain("11:15am to middayThe new bus station (45 minutes)");
  expect(words).toContain("midday to 12:10pmBreak (10 minutes)2 people need one by now.");
});

test("a tracker marks the present step and says every state in words", () => {
  const markup = markupOf(
    <Tracker
      label="Your claim"
      steps={[
        { name: "Sent", state: "done" },
        { name: "Checked", state: "now" },
        { name: "Paid", state: "to-come" },
      ]}
    />,
  );
  expect(tagsIn(markup, "li").map((step) => step["aria-current"])).toEqual([undefined, "step", undefined]);
  expect(wordsIn(markup)).toBe("DoneSentNowCheckedTo comePaid");
});

test("a notice is announced politely and headed at the second level", () => {
  const markup = markupOf(<Notice heading="Saved">We saved it.</Notice>);
  expect(tagsIn(markup, "div")[0]?.role).toBe("status");
  expect(markup).toContain('<h2 class="govuk-notification-banner__title">Saved</h2>');
});

test("an end page says what is done as its heading", () => {
  expect(wordsIn(/<h1.*?<\/h1>/u.exec(markupOf(<DonePanel what="answers sent" />))?.[0] ?? "")).toBe("Done: answers sent");
});

test("a warning says so to people who do not see its mark", () => {
  expect(wordsIn(markupOf(<Warning>Tell the office first.</Warning>))).toBe("Warning: Tell the office first.");
});

test("words to copy stand in a labelled box that cannot be changed and is not sent", () => {
  const markup = markupOf(<CopyBox name="message" label="Message to copy" text="Dear hall" />);
  expect(tagsIn(markup, "label")[0]?.for).toBe("message");
  expect(tagsIn(markup, "textarea")[0]?.name).toBeUndefined();
  expect(markup).toMatch(/readonly=""/iu);
});
