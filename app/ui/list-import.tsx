// The two pages that take in a list from a file: choosing the file, and checking what it would do. Every list has the same pages; a
// route gives its own words.
import type { ReactElement } from "react";
import { Button, ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { Tick } from "#app/ui/choices.tsx";
import { FileField } from "#app/ui/fields.tsx";
import { ImportPreview, type ImportPreviewProps } from "#app/ui/import-preview.tsx";
import { NextSteps } from "#app/ui/next-steps.tsx";
import { Page, PageForm, useAnswer, type PageProps } from "#app/ui/page-frame.tsx";
import { DonePanel } from "#app/ui/panel.tsx";
import { counted } from "#app/words/format.ts";
import { importButton, type Things } from "#app/words/lists-from-files.ts";

type Frame = Pick<PageProps, "shell" | "held">;

export type ChooseListFileProps = {
  readonly data: Frame & { readonly columns: readonly string[]; readonly wasDropped: boolean };
  /** The address of the list itself, like "/people". */
  readonly path: string;
  /** What the list is called, like "People", and its things in the middle of a sentence. */
  readonly area: string;
  readonly things: Things;
  /** What the file has to look like, in a sentence or two. */
  readonly shape: string;
};

/** Choosing the file. Nothing is added here. */
export function ChooseListFile({ data, path, area, things, shape }: ChooseListFileProps): ReactElement {
  const { shell, held, columns, wasDropped } = data;
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading={`Add ${things.many} from a file`}
      caption={area}
      back={{ href: path, text: `Back to ${things.many}` }}
      held={held}
      notice={wasDropped ? { heading: "Nothing was added", children: "We have deleted the file you chose." } : undefined}
    >
      <p>You can add a whole list at once. You see what would happen first, line by line. Nothing is added until you say so.</p>
      <h2 id="columns">What the file looks like</h2>
      <p>{shape}</p>
      <ul className="govuk-list govuk-list--bullet">
        {columns.map((column) => (
          <li key={column}>{column}</li>
        ))}
      </ul>
      <p>
        <a className="target" href={`${path}.csv`}>
          Get your {things.many} as a file (CSV)
        </a>{" "}
        to see the same columns, or to keep a copy.
      </p>
      <PageForm hasFiles>
        <FileField
          name="file"
          label="Choose the file"
          hint="A CSV file of up to 1 MB and 2,000 lines."
          accept=".csv,text/csv,text/plain"
          error={answer.error("file")}
        />
        <FormButtons primary="Show what would be added" />
      </PageForm>
    </Page>
  );
}

export type CheckListFileProps = {
  readonly data: Frame & {
    readonly importId: string;
    readonly page: number;
    readonly found:
      | { readonly state: "open"; readonly preview: ImportPreviewProps["preview"] & { readonly seen: string } }
      | { readonly state: "taken-in"; readonly added: number; readonly changed?: number; readonly left: number };
  };
  readonly path: string;
  readonly area: string;
  readonly things: Things;
  /** The label of the tick that confirms the list, where there is one. */
  readonly confirm?: string;
  /** The button that takes nothing in. */
  readonly drop: string;
  /** Once it is done: "person is" and "people are", what can be done now, and the link to the list. */
  readonly done: { readonly one: string; readonly many: string; readonly next: string; readonly see: string };
};

/** What a kept file would do, line by line, with the one button that does it; and, once it is done, what was done. */
export function CheckListFile({ data, path, area, things, confirm, drop, done }: CheckListFileProps): ReactElement {
  const { shell, held, importId, page, found } = data;
  const answer = useAnswer(held);
  if (found.state === "taken-in") {
    const what = `${counted(found.added, done.one, done.many)} added`;
    return (
      <Page shell={shell} title={`Done: ${what}`} caption={area}>
        <DonePanel what={what} />
        <NextSteps
          steps={[
            ...(found.changed === undefined ? [] : [`${counted(found.changed, things.one, things.many)} on file changed.`]),
            done.next,
            "We have deleted the file.",
            ...(found.left === 0
              ? []
              : [`${counted(found.left, "line was", "lines were")} left out. Mend them in your file and choose it again.`]),
          ]}
        />
        <ButtonLink href={path}>{done.see}</ButtonLink>
      </Page>
    );
  }
  const { preview } = found;
  return (
    <Page
      shell={shell}
      heading="Check the list before you add it"
      caption={area}
      back={{ href: `${path}/import`, text: "Back to choosing a file" }}
      held={held}
    >
      <ImportPreview preview={preview} things={things} page={page} hrefOf={(wanted) => `${path}/import/${importId}?page=${wanted}`} />
      <PageForm carried={{ seen: preview.seen }}>
        {confirm === undefined || preview.counts.add + preview.counts.change === 0 ? null : (
          <Tick name="agreed" label={confirm} isTicked={answer.value("agreed") === "yes"} error={answer.error("agreed")} />
        )}
        {preview.counts.add + preview.counts.change === 0 ? (
          <Button intent="drop">Delete this file and choose another</Button>
        ) : (
          <FormButtons primary={importButton(preview.counts, things)} secondary={[{ intent: "drop", text: drop }]} />
        )}
      </PageForm>
    </Page>
  );
}
