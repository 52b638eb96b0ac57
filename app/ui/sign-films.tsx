// Films in British Sign Language on the pages they explain: a plain link to where each is, and its words. Nothing is loaded from there.
import type { ReactElement } from "react";
import { Details } from "#app/ui/details.tsx";

export type PageFilms = {
  /** Whether this person asked for films before the words of a page. */
  readonly comeFirst: boolean;
  readonly films: readonly { readonly address: string; readonly label: string; readonly caption: string; readonly transcript: string }[];
};

/** The films of a page. Nothing at all where there is none. */
export function SignFilms({ films }: Pick<PageFilms, "films">): ReactElement {
  return (
    <>
      {films.map(({ address, label, caption, transcript }) => (
        <figure key={address} className="sign-film">
          <a className="target" href={address} rel="noreferrer">
            {label}
          </a>
          <figcaption>{caption}</figcaption>
          <Details summary="Read the words of the video" about={label}>
            <p className="keeps-lines">{transcript}</p>
          </Details>
        </figure>
      ))}
    </>
  );
}
