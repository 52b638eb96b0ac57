// What may be claimed twice, and what a person decided about each: a form for what is open, a sentence for what is not.
import type { ReactElement } from "react";
import { Button, ButtonGroup } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { LongField } from "#app/ui/fields.tsx";
import { PageForm, type PageAnswer } from "#app/ui/page-frame.tsx";

export type RepeatRow = {
  readonly subject: string;
  readonly label: string;
  readonly sentence: string;
  readonly otherHref: string | null;
  readonly isOpen: boolean;
  readonly mustDecide: boolean;
  readonly mayClear: boolean;
  readonly decided: string | null;
};

type Props = {
  readonly repeats: readonly RepeatRow[];
  /** Set where the reader may decide now. */
  readonly deciding?: { readonly answer: PageAnswer; readonly version: number } | undefined;
};

/** Everything that may be claimed twice. Nothing where there is nothing. */
export function ClaimRepeats({ repeats, deciding }: Props): ReactElement | null {
  if (repeats.length === 0) return null;
  return (
    <>
      <h2>Could this be claimed twice?</h2>
      {repeats.map((repeat, index) => {
        const name = repeats.filter(({ label }) => label === repeat.label).length > 1 ? `${repeat.label}, ${index + 1}` : repeat.label;
        return (
          <div key={repeat.subject} className="form-part">
            <h3>{name}</h3>
            <p>
              {repeat.sentence}{" "}
              {repeat.otherHref === null ? null : (
                <a href={repeat.otherHref}>
                  See that claim<span className="govuk-visually-hidden"> about {name}</span>
                </a>
              )}
            </p>
            {repeat.decided === null ? null : <p>{repeat.decided}</p>}
            {repeat.isOpen && deciding === undefined ? <p>Nobody has decided about this yet.</p> : null}
            {repeat.isOpen && deciding !== undefined ? <RepeatForm repeat={repeat} name={name} place={index} deciding={deciding} /> : null}
          </div>
        );
      })}
    </>
  );
}

function RepeatForm({
  repeat,
  name,
  place,
  deciding: { answer, version },
}: {
  readonly repeat: RepeatRow;
  readonly name: string;
  readonly place: number;
  readonly deciding: NonNullable<Props["deciding"]>;
}): ReactElement {
  const choice = `repeat-${place}`;
  const because = `because-${place}`;
  return (
    <PageForm carried={{ version: String(version), intent: "repeat", place: String(place) }}>
      <Radios
        name={choice}
        legend={
          <>
            Is this a repeat?<span className="govuk-visually-hidden"> {name}</span>
          </>
        }
        hint={repeat.mustDecide ? "The claim waits until this is decided." : "You can pass the claim without deciding this."}
        options={[
          ...(repeat.mayClear ? [{ value: "not-a-repeat", label: "It is not a repeat" }] : []),
          { value: "is-a-repeat", label: "It is a repeat: pay nothing for this line" },
        ]}
        value={answer.value(choice)}
        error={answer.error(choice)}
      />
      <LongField
        name={because}
        label={
          <>
            Because<span className="govuk-visually-hidden"> {name}</span>
          </>
        }
        hint="For a repeat, the person reads this."
        rows={2}
        limit={500}
        value={answer.value(because)}
        error={answer.error(because)}
      />
      <ButtonGroup>
        <Button kind="secondary" about={`about ${name}`}>
          Save this decision
        </Button>
      </ButtonGroup>
    </PageForm>
  );
}
