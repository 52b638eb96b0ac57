// The two questions after "No": why, and another way to give views.
import type { ReactElement } from "react";
import { noReasons, otherWays, type AfterNo } from "#app/domain/people/after-no.ts";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { useAnswer } from "#app/ui/page-frame.tsx";
import { noReasonLabels, otherWayLabels } from "#app/words/after-no.ts";

type Props = {
  /** What the person said before; nothing where it is not shown. */
  readonly said: AfterNo | null;
  /** What was kept while a coordinator signed in again. */
  readonly held?: Parameters<typeof useAnswer>[0];
  readonly words: {
    readonly why: string;
    readonly whoSeesWhy: string;
    readonly otherWay: string;
    readonly whoSeesWay: string;
  };
};

/** Both questions. "Prefer not to say" stands apart, because it cannot stand beside a reason. */
export function AfterNoFields({ said, words, held }: Props): ReactElement {
  const answer = useAnswer(held);
  return (
    <>
      <Checkboxes
        name="reasons"
        legend={words.why}
        hint={words.whoSeesWhy}
        options={noReasons.flatMap((value) => (value === "rather-not-say" ? [] : [{ value, label: noReasonLabels[value] }]))}
        orElse={{ value: "rather-not-say", label: noReasonLabels["rather-not-say"] }}
        values={answer.values("reasons", said?.reasons ?? [])}
        error={answer.error("reasons")}
      />
      <Radios
        name="otherWay"
        legend={words.otherWay}
        hint={words.whoSeesWay}
        options={otherWays.map((value) => ({ value, label: otherWayLabels[value] }))}
        value={answer.value("otherWay", said?.otherWay ?? "")}
        error={answer.error("otherWay")}
      />
    </>
  );
}
