// Films in British Sign Language about our own pages. Administrators say where each is and who checked it; people see it on its page
// until the words of that page change. Nothing of a film is loaded from here: it is an address, a transcript and a check.
import { createHash } from "node:crypto";
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Administrator } from "#app/domain/people/actors.ts";
import { filmSlots, filmState, readFilmAddress, type FilmSlot, type FilmState } from "#app/domain/people/sign-films.ts";
import { listedFields } from "#app/words/setting-fields.ts";
import { filmedWords, filmNames, filmSaid } from "#app/words/sign-films.ts";
import { record } from "#db/audit.ts";
import { addSignFilm, changeSignFilm, listSignFilms, removeSignFilm, type SignFilm } from "#db/stores/sign-films.ts";
import type { Context } from "./context.server.ts";
import { keepSettingChange } from "./settings-history.server.ts";

export type FilmFacts = {
  readonly address: string;
  readonly seconds: number;
  readonly transcript: string;
  /** The signer who uses BSL and checked it against the words of the page. */
  readonly checkedBy: string;
  readonly checkedOn: CalendarDate;
};

export type SlotView = {
  readonly slot: FilmSlot;
  readonly state: FilmState;
  readonly film: (FilmFacts & { readonly savedOn: CalendarDate }) | null;
  /** 0 while the slot is empty. */
  readonly version: number;
};

type FilmShown = { readonly slot: FilmSlot; readonly address: string; readonly seconds: number; readonly transcript: string };

/** Every slot as an administrator sees it, in order of worth. */
export async function filmsFor(context: Context, { organisationId }: Administrator): Promise<readonly SlotView[]> {
  const films = await listSignFilms(context.db, organisationId);
  return filmSlots.map((slot) => {
    const film = films.find((one) => one.slot === slot) ?? null;
    return {
      slot,
      state: filmState(film, wordsNow(slot)),
      film: film === null ? null : { ...factsOf(film), savedOn: dayIn(film.savedAt) },
      version: film?.version ?? 0,
    };
  });
}

/** The films an organisation shows in these slots of its pages: none that is out of date. */
export async function filmsShown(context: Context, organisationId: string, slots: readonly FilmSlot[]): Promise<readonly FilmShown[]> {
  const films = await listSignFilms(context.db, organisationId);
  return slots.flatMap((slot) => {
    const film = films.find((one) => one.slot === slot);
    if (film === undefined || filmState(film, wordsNow(slot)) !== "shown") return [];
    return [{ slot, address: film.address, seconds: film.seconds, transcript: film.transcript }];
  });
}

type SaveRefusal = "not-https" | "not-checked-yet" | "check-again" | "changed-by-someone-else";

/**
 * Puts a film in a slot, or changes the one there at that version. Refused for an address that is not https, a check that is still to
 * come, and, once the words of the page have changed, a check that is no later than the one before.
 */
export async function saveFilm(
  context: Context,
  administrator: Administrator,
  { slot, version }: { readonly slot: FilmSlot; readonly version: number },
  facts: FilmFacts,
  intent?: string,
): Promise<Result<object, SaveRefusal>> {
  const address = readFilmAddress(facts.address);
  if (!address.ok) return address;
  if (facts.checkedOn > context.today) return refused("not-checked-yet");
  const { organisationId, staffId } = administrator;
  return context.change<Result<object, SaveRefusal>>(
    async (tx) => {
      const before = (await listSignFilms(tx, organisationId)).find((film) => film.slot === slot) ?? null;
      if ((before?.version ?? 0) !== version) return refused("changed-by-someone-else");
      const isOld = before !== null && filmState(before, wordsNow(slot)) === "out-of-date";
      if (isOld && facts.checkedOn <= before.checkedOn) return refused("check-again");
      const id = before?.id ?? context.newId();
      const after = { ...facts, address: address.value };
      const row = { ...after, checkedWords: wordsNow(slot), savedBy: staffId, savedAt: context.now };
      const isSaved =
        before === null
          ? await addSignFilm(tx, { ...row, id, organisationId, slot })
          : await changeSignFilm(tx, { organisationId, slot, version }, row);
      if (!isSaved) return refused("changed-by-someone-else");
      await keep(context, tx, administrator, { id, slot, action: "sign-film-saved", before: before && factsOf(before), after });
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}

/** Takes the film of a slot away, at the version that was looked at. */
export async function removeFilm(
  context: Context,
  administrator: Administrator,
  { slot, version }: { readonly slot: FilmSlot; readonly version: number },
  intent?: string,
): Promise<Result<object, "changed-by-someone-else">> {
  const { organisationId } = administrator;
  return context.change<Result<object, "changed-by-someone-else">>(
    async (tx) => {
      const before = (await listSignFilms(tx, organisationId)).find((film) => film.slot === slot);
      if (before === undefined || !(await removeSignFilm(tx, organisationId, slot, version))) return refused("changed-by-someone-else");
      await keep(context, tx, administrator, { id: before.id, slot, action: "sign-film-removed", before: factsOf(before), after: null });
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}

type Kept = {
  readonly id: string;
  readonly slot: FilmSlot;
  readonly action: string;
  readonly before: FilmFacts | null;
  readonly after: FilmFacts | null;
};

async function keep(
  context: Context,
  tx: Parameters<typeof keepSettingChange>[1],
  administrator: Administrator,
  { id, slot, action, before, after }: Kept,
): Promise<void> {
  const { organisationId } = administrator;
  const actor = auditActorOf(administrator);
  await record(context, tx, { organisationId, actor, action, subject: { kind: "sign-film", id }, details: { slot } });
  const fields = listedFields(filmSaid(before), filmSaid(after));
  await keepSettingChange(context, tx, administrator, { kind: "videos", about: filmNames[slot], fields });
}

function factsOf({ address, seconds, transcript, checkedBy, checkedOn }: SignFilm): FilmFacts {
  return { address, seconds, transcript, checkedBy, checkedOn };
}

// A digest of what the page says now in the places a film explains.
function wordsNow(slot: FilmSlot): string {
  return createHash("sha256").update(JSON.stringify(filmedWords[slot])).digest("base64url");
}
