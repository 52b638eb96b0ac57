// A card to hold up: one shape and a few words, as large as the screen. Shape and words say the same; colour says nothing alone.
import type { ReactElement } from "react";
import { cardOutlines } from "#app/documents/card-shapes.ts";
import type { CardId } from "#app/domain/meetings/speech-cards.ts";
import { speechCards, type CardShape } from "#app/words/cards.ts";

/** The shape of a card. It adds nothing to the words, so it is not read out. */
function Shape({ shape }: { readonly shape: CardShape }): ReactElement {
  return (
    <svg className="speech-card__shape" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      <path d={cardOutlines[shape]} />
    </svg>
  );
}

/** Every card as a link to its own page, printed two to a sheet. */
export function SpeechCards({ home }: { readonly home: string }): ReactElement {
  return (
    <ul className="speech-cards">
      {speechCards.map(({ id, words, shape }) => (
        <li key={id}>
          <a className="speech-card" data-shape={shape} href={`${home}/${id}`}>
            <Shape shape={shape} />
            <span>{words}</span>
          </a>
        </li>
      ))}
      {[1, 2].map((blank) => (
        <li key={blank} className="speech-card speech-card--blank">
          <span>My own words:</span>
        </li>
      ))}
    </ul>
  );
}

/** One card, as large as the page. Its words are the page's heading. */
export function OneSpeechCard({ card }: { readonly card: CardId }): ReactElement {
  const { words, shape } = speechCards.find(({ id }) => id === card) ?? { words: "", shape: "square" };
  return (
    <div className="speech-card speech-card--whole" data-shape={shape}>
      <h1>{words}</h1>
      <Shape shape={shape} />
    </div>
  );
}
