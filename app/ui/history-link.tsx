// The way from a page of settings to what was changed there before.
import type { ReactElement } from "react";
import type { SettingKind } from "#app/domain/people/setting-kinds.ts";
import { settingKindNames } from "#app/words/settings.ts";

/** A link to the history of one kind of setting; it stands at the end of the page. */
export function HistoryLink({ kind }: { readonly kind: SettingKind }): ReactElement {
  return (
    <p>
      <a className="target" href={`/settings/history?kind=${kind}`}>
        What was changed before<span className="govuk-visually-hidden">: {settingKindNames[kind]}</span>
      </a>
    </p>
  );
}
