// Films in British Sign Language: the places on our pages that can have one, in order of worth (experience.md 5.10).

/** A place on our pages that can have a film. */
export type FilmSlot = "invitation" | "private-link" | "who-sees" | "payment" | "claim" | "complain";
