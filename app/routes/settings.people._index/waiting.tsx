// Roles that wait for a second administrator: who asked for what, and the buttons of whoever may decide.
import type { ReactElement } from "react";
import { Button, ButtonGroup } from "#app/ui/buttons.tsx";
import { PageForm } from "#app/ui/page-frame.tsx";

export type WaitingRequest = {
  readonly requestId: string;
  readonly version: number;
  readonly name: string;
  readonly sentence: string;
  readonly isMine: boolean;
};

/** One request. Whoever asked may only take it back. */
export function Waiting({ request }: { readonly request: WaitingRequest }): ReactElement {
  const { requestId, version, name, sentence, isMine } = request;
  return (
    <section className="form-part" aria-label={`Roles for ${name}`}>
      <p>{sentence}</p>
      <PageForm carried={{ request: requestId, version: String(version) }}>
        {isMine ? (
          <Button kind="secondary" intent="turn-down" about={`the roles for ${name}`}>
            Take this back
          </Button>
        ) : (
          <ButtonGroup>
            <Button intent="agree" about={`to the roles for ${name}`}>
              Agree
            </Button>
            <Button kind="secondary" intent="turn-down" about={`to the roles for ${name}`}>
              Do not agree
            </Button>
          </ButtonGroup>
        )}
      </PageForm>
    </section>
  );
}
