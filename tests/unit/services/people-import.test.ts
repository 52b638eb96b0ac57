import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf, dayIn } from "#app/domain/basics/dates.ts";
import type { Coordinator } from "#app/domain/people/actors.ts";
import { confirmImport, dropImport, importLimits, keepImport, previewImport } from "#app/services/csv-import.server.ts";
import { exportPeople, peopleColumns, peopleImport } from "#app/services/people-import.server.ts";
import { addPerson, findPersonFor, listPeopleFor } from "#app/services/people.server.ts";
import { changedLine } from "#app/words/lists-from-files.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";

let opened: TestInstance;
let asha: Coordinator;

beforeAll(async () => {
  opened = await testInstance();
});
afterAll(() => opened.close());
beforeEach(async () => {
  asha = await coordinatorWith(opened, { organisation: "Weavers", email: `${opened.context().newId()}@example.org` });
});

const list = (text: string) => ({ name: "people.csv", bytes: new TextEncoder().encode(text) });

async function kept(text: string): Promise<string> {
  const keeping = await keepImport(opened.context(), asha, peopleImport, list(text));
  if (!keeping.ok) throw new Error(JSON.stringify(keeping.refusal));
  return keeping.value.importId;
}

async function previewed(importId: string) {
  const found = await previewImport(opened.context(), asha, peopleImport, importId);
  if (!found.ok || found.value.state !== "open") throw new Error(JSON.stringify(found));
  return found.value.preview;
}

const names = async () => (await listPeopleFor(opened.context(), asha)).people.map(({ name }) => name);

describe("a list of people in a file", () => {
  test("the preview says of every line what would happen and what is wrong, and adds nobody", async () => {
    await addPerson(opened.context(), asha, {
      name: "Gwilym Prŷs",
      email: "gwilym@example.org",
      phone: "",
      address: "",
      preferredContact: "email",
      neutralSubject: false,
      safeContact: "",
    });
    const preview = await previewed(
      await kept(
        [
          "Full name;E-mail;Mobile;Address;Likes to be contacted by;Agreed to be contacted on;Shoe size",
          "Agnieszka Nowak;AGA@example.org;;;;3/11/2026;38",
          "gwilym  prŷs;gwilym@example.org;;;;;",
          ";nobody@;12;;by pigeon;31/2/2026;",
          "Zofia Bell;;;;;24 11 2026;",
          "Agnieszka Nowak;aga@example.org;;;;;",
        ].join("\n"),
      ),
    );
    expect(preview.lines.map(({ line, outcome, because }) => ({ line, outcome, because }))).toEqual([
      { line: 2, outcome: "add", because: [] },
      { line: 3, outcome: "already-there", because: ["Already on the list"] },
      {
        line: 4,
        outcome: "problem",
        because: [
          "Enter a name",
          "Enter an email address in the right format, like name@example.com",
          "Enter a phone number with all its digits, like 07700 900982",
          "Enter how they like to be contacted: email, phone call, text message, letter or through someone they choose",
          "The date they agreed must be a real date, like 23 3 2026",
        ],
      },
      {
        line: 5,
        outcome: "problem",
        because: ["Enter an email address, a phone number or an address", "The date they agreed must be today or earlier"],
      },
      { line: 6, outcome: "already-there", because: ["The same as line 2"] },
    ]);
    expect(preview.unread).toEqual(["Shoe size"]);
    expect(await names()).toEqual(["Gwilym Prŷs"]);
  });

  test("confirming twice adds everybody once, and then the file is gone", async () => {
    const importId = await kept("Name,Email,Agreed on\nAsta Lind,asta@example.org,2026-11-03\nBo Lind,bo@example.org,\n");
    const { seen } = await previewed(importId);
    const confirm = () => confirmImport(opened.context(), asha, peopleImport, { importId, seen });
    const [first, second] = await Promise.all([confirm(), confirm()]);
    expect(first).toEqual({ ok: true, value: { added: 2, left: 0 } });
    expect(second).toEqual(first);
    expect(await names()).toEqual(["Asta Lind", "Bo Lind"]);
    const rows = await opened.context().db.query.imports.findMany();
    expect(rows.find(({ id }) => id === importId)?.file).toBeNull();
    const [asta] = (await listPeopleFor(opened.context(), asha)).people;
    const found = await findPersonFor(opened.context(), asha, asta?.personId ?? "");
    if (!found.ok || found.value.agreedAt === null) throw new Error("not found");
    expect(dayIn(found.value.agreedAt)).toBe(calendarDateOf("2026-11-03"));
  });

  test("when somebody was added meanwhile, nothing is taken in until the new preview was seen", async () => {
    const importId = await kept("Name,Email\nAsta Lind,asta@example.org\n");
    const { seen } = await previewed(importId);
    const otherImport = await kept("Name,Email\nAsta Lind,asta@example.org\n");
    await confirmImport(opened.context(), asha, peopleImport, { importId: otherImport, seen: (await previewed(otherImport)).seen });
    const refused = await confirmImport(opened.context(), asha, peopleImport, { importId, seen });
    expect(refused).toMatchObject({
      ok: false,
      refusal: { reason: "changed-since-shown", lines: [{ line: 2, outcome: "already-there" }] },
    });
    const again = await previewed(importId);
    expect(await confirmImport(opened.context(), asha, peopleImport, { importId, seen: again.seen })).toEqual({
      ok: false,
      refusal: "nothing-to-add",
    });
    expect(await names()).toEqual(["Asta Lind"]);
  });

  test("only the line that is different now is named, with why, and not the lines around it", async () => {
    const list = "Name,Email\nBo Lind,bo@example.org\nAsta Lind,asta@example.org\nCy Lind,cy@example.org\n";
    const importId = await kept(list);
    const { seen } = await previewed(importId);
    const otherImport = await kept("Name,Email\nAsta Lind,asta@example.org\n");
    await confirmImport(opened.context(), asha, peopleImport, { importId: otherImport, seen: (await previewed(otherImport)).seen });
    const refused = await confirmImport(opened.context(), asha, peopleImport, { importId, seen });
    if (refused.ok || typeof refused.refusal === "string") throw new Error("It was taken in");
    expect(refused.refusal.lines.map(({ line, name }) => [line, name])).toEqual([[3, "Asta Lind"]]);
    expect(refused.refusal.lines.map(changedLine)).toEqual([expect.stringMatching(/^Line 3, Asta Lind: it is left out now\. .+/u)]);
  });

  test("a kept list is its uploader's alone, and a dropped one is erased", async () => {
    const importId = await kept("Name,Email\nAsta Lind,asta@example.org\n");
    const { seen } = await previewed(importId);
    const stranger = await coordinatorWith(opened, { organisation: "Others", email: `${importId}@example.net` });
    expect(await previewImport(opened.context(), stranger, peopleImport, importId)).toEqual({ ok: false, refusal: "not-found" });
    expect(await confirmImport(opened.context(), stranger, peopleImport, { importId, seen })).toEqual({ ok: false, refusal: "not-found" });
    expect(await dropImport(opened.context(), stranger, "people", importId)).toEqual({ ok: false, refusal: "not-found" });
    expect((await dropImport(opened.context(), asha, "people", importId)).ok).toBe(true);
    expect(await confirmImport(opened.context(), asha, peopleImport, { importId, seen })).toEqual({ ok: false, refusal: "not-found" });
    expect(await names()).toEqual([]);
  });

  test("a list nobody confirmed is erased a week later, when the next one comes", async () => {
    const importId = await kept("Name,Email\nAsta Lind,asta@example.org\n");
    const later = opened.context("2026-12-02T10:00:00.000Z");
    expect((await keepImport(later, asha, peopleImport, list("Name,Email\nBo,bo@example.org"))).ok).toBe(true);
    expect((await previewImport(later, asha, peopleImport, importId)).ok).toBe(false);
  });

  test("what is no list of people is refused with the reason", async () => {
    const refusal = async (text: string) => {
      const keeping = await keepImport(opened.context(), asha, peopleImport, list(text));
      return keeping.ok ? null : keeping.refusal;
    };
    expect(await refusal("")).toEqual({ problem: "empty" });
    expect(await refusal("Email\na@example.org")).toEqual({ problem: "columns-missing", titles: ["Name"] });
    expect(await refusal("Name,Email")).toEqual({ problem: "no-lines" });
    expect(await refusal("PK\u0003\u0004\u0000\u0000")).toEqual({ problem: "not-text" });
    expect(await refusal('Name\n"Asta')).toEqual({ problem: "quote-not-closed", line: 2 });
    expect(await refusal(`Name\n${"A\n".repeat(importLimits.lines + 1)}`)).toEqual({ problem: "too-many-lines" });
  });

  test("everybody written to a file and read again is there already, and no cell is a formula", async () => {
    const facts = { email: "", address: "", preferredContact: "phone", neutralSubject: false, safeContact: "Zqxsafe" } as const;
    await addPerson(opened.context(), asha, { ...facts, name: '=HYPERLINK("http://x")', phone: "+44 7700 900982" });
    const text = await exportPeople(opened.context(), asha);
    expect(text).not.toContain("Zqxsafe");
    expect(text.split("\r\n")[0]?.slice(1)).toBe(peopleColumns.join(","));
    expect(text).toContain(`"'=HYPERLINK(""http://x"")",,"'+44 7700 900982"`);
    const preview = await previewed(await kept(text));
    expect(preview.counts).toEqual({ add: 0, change: 0, "already-there": 1, problem: 0 });
  });
});
