// How somebody is talked to, and that they are happy to go on: asked before anything is written down for them.
import type { ReactElement } from "react";
import { Radios, Tick } from "./choices.tsx";
import type { PageAnswer } from "./page-frame.tsx";

/** The two questions. */
export function HappyToGoOnFields({ answer, firstName }: { readonly answer: PageAnswer; readonly firstName: string }): ReactElement {
  return (
    <>
      <Radios
        name="how"
        legend="How are you talking?"
        options={[
          { value: "by-phone", label: "By phone" },
          { value: "in-person", label: "In person" },
        ]}
        value={answer.value("how")}
        error={answer.error("how")}
      />
      <Tick
        name="agreed"
        label={`${firstName} is happy to go on`}
        isTicked={answer.value("agreed") === "yes"}
        error={answer.error("agreed")}
      />
    </>
  );
}
