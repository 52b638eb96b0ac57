// Things to do in any order, each with what it is for and how far it is.
import type { ReactElement } from "react";
import { describedBy } from "#app/ui/field-ids.ts";
import { StatusTag, type StatusWord } from "#app/ui/status-tag.tsx";

export type TaskRow = {
  readonly text: string;
  /** Left out when it cannot be started yet. */
  readonly href?: string | undefined;
  readonly hint?: string | undefined;
  readonly status: StatusWord;
  /** More than the bare word: "Done: coming in person". */
  readonly statusText?: string | undefined;
};

/** A list of tasks; the whole row is one link, described by its hint and status. `id` keeps two lists on a page apart. */
export function TaskList({ tasks, id = "task" }: { readonly tasks: readonly TaskRow[]; readonly id?: string | undefined }): ReactElement {
  return (
    <ul className="govuk-task-list">
      {tasks.map((task, index) => {
        const hintId = task.hint === undefined ? undefined : `${id}-${index + 1}-hint`;
        const statusId = `${id}-${index + 1}-status`;
        return (
          <li
            key={task.text}
            className={task.href === undefined ? "govuk-task-list__item" : "govuk-task-list__item govuk-task-list__item--with-link"}
          >
            <div className="govuk-task-list__name-and-hint">
              {task.href === undefined ? (
                <div>{task.text}</div>
              ) : (
                <a className="govuk-task-list__link" href={task.href} aria-describedby={describedBy(hintId, statusId)}>
                  {task.text}
                </a>
              )}
              {task.hint === undefined ? null : (
                <div id={hintId} className="govuk-task-list__hint">
                  {task.hint}
                </div>
              )}
            </div>
            <div className="govuk-task-list__status" id={statusId}>
              <StatusTag status={task.status} text={task.statusText} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
