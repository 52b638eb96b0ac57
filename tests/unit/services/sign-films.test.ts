// Films in British Sign Language: on their own organisation's pages and nobody else's, checked against the words they explain, on record.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import type { Administrator } from "#app/domain/people/actors.ts";
import { filmSlots } from "#app/domain/people/sign-films.ts";
import { settingsHistoryFor } from "#app/services/settings-history.server.ts";
import { filmsFor, filmsShown, removeFilm, saveFilm, type FilmFacts } from "#app/services/sign-films.server.ts";
import { signFilms } from "#db/schema.ts";
import { administratorOfNew } from "#tests/support/administrators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";

let opened: TestInstance;
let ines: Administrator;
const now = () => opened.context();

beforeAll(async () => {
  opened = await testInstance();
});
afterAll(() => opened.close());
beforeEach(async () => {
  ines = await administratorOfNew(now(), "Harbour Health Trust");
});

const film: FilmFacts = {
  address: "https://films.example.org/claim",
  seconds: 100,
  transcript: "First check your time.\nThen add your costs.",
  checkedBy: "Mina Ray",
  checkedOn: calendarDateOf("2026-11-20"),
};

const save = async (change: Partial<FilmFacts> = {}, version = 0) =>
  saveFilm(now(), ines, { slot: "claim", version }, { ...film, ...change });
const slotOf = async (by = ines) => (await filmsFor(now(), by)).find(({ slot }) => slot === "claim");
const shown = async ({ organisationId }: Administrator = ines) => filmsShown(now(), organisationId, filmSlots);

// As it is after the program's own words of the page were changed.
const pageChanges = async () =>
  now().change(async (tx) => {
    await tx.update(signFilms).set({ checkedWords: "other words" }).where(eq(signFilms.organisationId, ines.organisationId));
  });

describe("a film in British Sign Language", () => {
  test("is shown in its slot once it is saved, and in no other", async () => {
    expect(await shown()).toEqual([]);
    expect(await save()).toMatchObject({ ok: true });
    expect(await shown()).toEqual([{ slot: "claim", address: film.address, seconds: 100, transcript: film.transcript }]);
    expect(await filmsShown(now(), ines.organisationId, ["payment", "complain"])).toEqual([]);
    expect(await slotOf()).toMatchObject({ state: "shown", version: 1, film: { checkedBy: "Mina Ray", savedOn: "2026-11-23" } });
  });

  test("of another organisation is never shown, listed, changed or removed", async () => {
    await save();
    const other = await administratorOfNew(now(), "Kiln Lane Trust");
    expect(await shown(other)).toEqual([]);
    expect(await slotOf(other)).toEqual({ slot: "claim", state: "none", film: null, version: 0 });
    expect(await removeFilm(now(), other, { slot: "claim", version: 1 })).toEqual({ ok: false, refusal: "changed-by-someone-else" });
    await saveFilm(now(), other, { slot: "claim", version: 0 }, { ...film, address: "https://kiln.example.org/a" });
    expect(await shown()).toMatchObject([{ address: film.address }]);
  });

  test("is refused over http, and with a check that is still to come", async () => {
    expect(await save({ address: "http://films.example.org/claim" })).toEqual({ ok: false, refusal: "not-https" });
    expect(await save({ checkedOn: calendarDateOf("2026-11-24") })).toEqual({ ok: false, refusal: "not-checked-yet" });
    expect(await shown()).toEqual([]);
  });

  test("is not shown once the words of its page have changed, until somebody checks it again", async () => {
    await save();
    await pageChanges();
    expect(await shown()).toEqual([]);
    expect(await slotOf()).toMatchObject({ state: "out-of-date" });
    expect(await save({}, 1)).toEqual({ ok: false, refusal: "check-again" });
    expect(await save({ checkedOn: calendarDateOf("2026-11-23") }, 1)).toMatchObject({ ok: true });
    expect(await shown()).toHaveLength(1);
  });

  test("is not overwritten by somebody who looked at an earlier one", async () => {
    await save();
    expect(await save({ seconds: 50 }, 0)).toEqual({ ok: false, refusal: "changed-by-someone-else" });
    await save({ seconds: 90 }, 1);
    expect(await save({ seconds: 50 }, 1)).toEqual({ ok: false, refusal: "changed-by-someone-else" });
    expect(await removeFilm(now(), ines, { slot: "claim", version: 1 })).toEqual({ ok: false, refusal: "changed-by-someone-else" });
    expect(await shown()).toMatchObject([{ seconds: 90 }]);
  });

  test("is gone when it is removed, and the history says what was there and who changed it", async () => {
    await save();
    await save({ seconds: 90 }, 1);
    expect(await removeFilm(now(), ines, { slot: "claim", version: 2 })).toMatchObject({ ok: true });
    expect(await shown()).toEqual([]);
    const { changes } = await settingsHistoryFor(now(), ines, { kind: "videos", page: 1 });
    expect(changes.map(({ who, about, fields }) => [who, about, fields.length])).toEqual([
      ["Ines Costa", "How to claim", 1],
      ["Ines Costa", "How to claim", 1],
      ["Ines Costa", "How to claim", 6],
    ]);
    expect(changes[1]?.fields).toEqual([{ field: "Length", before: "1 minute 40", after: "1 minute 30" }]);
    const entries = await now().db.query.audit.findMany({ where: (table, { eq: is }) => is(table.organisationId, ines.organisationId) });
    expect(entries.map(({ action }) => action).filter((action) => action.startsWith("sign-film"))).toEqual([
      "sign-film-saved",
      "sign-film-saved",
      "sign-film-removed",
    ]);
  });
});
