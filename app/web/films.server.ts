// The films in British Sign Language of a page that people see, and whether this person wants them before the words.
import type { FilmSlot } from "#app/domain/people/sign-films.ts";
import type { Context } from "#app/services/context.server.ts";
import { filmsShown } from "#app/services/sign-films.server.ts";
import { displayPreferencesIn } from "#app/ui/display-preferences.ts";
import type { PageFilms } from "#app/ui/sign-films.tsx";
import { filmCaption, watchWords } from "#app/words/sign-films.ts";

/** What a page needs to show the films of its slots; an organisation's own, and none that is out of date. */
export async function pageFilms(
  request: Request,
  context: Context,
  organisationId: string,
  slots: readonly FilmSlot[],
): Promise<PageFilms> {
  const films = await filmsShown(context, organisationId, slots);
  return {
    comeFirst: displayPreferencesIn(request.headers.get("Cookie")).bslFirst,
    films: films.map(({ slot, address, seconds, transcript }) => ({
      address,
      label: watchWords[slot],
      caption: filmCaption(seconds, new URL(address).hostname),
      transcript,
    })),
  };
}
