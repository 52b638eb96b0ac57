// Films in British Sign Language about our pages, one to a slot of an organisation.
import { and, eq } from "drizzle-orm";
import type { FilmSlot } from "#app/domain/people/sign-films.ts";
import type { Db, Tx } from "../open.ts";
import { signFilms } from "../schema.ts";

export type SignFilm = typeof signFilms.$inferSelect;

/** The films of an organisation. */
export async function listSignFilms(db: Db | Tx, organisationId: string): Promise<readonly SignFilm[]> {
  return db.select().from(signFilms).where(eq(signFilms.organisationId, organisationId));
}

/** Puts the first film in a slot; says whether the slot was empty. */
export async function addSignFilm(tx: Tx, film: typeof signFilms.$inferInsert): Promise<boolean> {
  return (await tx.insert(signFilms).values(film).onConflictDoNothing().returning({ id: signFilms.id })).length === 1;
}

/** Changes the film of a slot; says whether it stood there at that version. */
export async function changeSignFilm(
  tx: Tx,
  { organisationId, slot, version }: Pick<SignFilm, "organisationId" | "slot" | "version">,
  facts: Omit<typeof signFilms.$inferInsert, "id" | "organisationId" | "slot" | "version">,
): Promise<boolean> {
  const changed = await tx
    .update(signFilms)
    .set({ ...facts, version: version + 1 })
    .where(at(organisationId, slot, version))
    .returning({ id: signFilms.id });
  return changed.length === 1;
}

/** Takes the film of a slot away; says whether it stood there at that version. */
export async function removeSignFilm(tx: Tx, organisationId: string, slot: FilmSlot, version: number): Promise<boolean> {
  return (
    (
      await tx
        .delete(signFilms)
        .where(at(organisationId, slot, version))
        .returning({ id: signFilms.id })
    ).length === 1
  );
}

const at = (organisationId: string, slot: FilmSlot, version: number) =>
  and(eq(signFilms.organisationId, organisationId), eq(signFilms.slot, slot), eq(signFilms.version, version));
