// The link by which somebody sets up their account, shown once where no mail server can carry it.
import type { ReactElement } from "react";
import { CopyBox } from "#app/ui/copy-box.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import type { Shell } from "#app/ui/page.tsx";
import { Warning } from "#app/ui/warning.tsx";

/** What an action gives back when there is a link to show. */
export type LinkShown = { readonly link: string; readonly name: string };

/** The link an action gave back, or null. */
export function linkShownIn(data: unknown): LinkShown | null {
  return typeof data === "object" && data !== null && "link" in data ? (data as LinkShown) : null;
}

/** The whole page: the link, for whom, and what it lets its holder do. */
export function StaffLink({ shell, name, link }: { readonly shell: Shell; readonly name: string; readonly link: string }): ReactElement {
  return (
    <Page shell={shell} heading={`A link for ${name}`} caption="People and roles">
      <p>No mail server is set up, so give {name} this link yourself. It works for 7 days, and once.</p>
      <CopyBox name="link" label="Link to set up the account" text={link} rows={5} />
      <Warning>Whoever opens this link can set up this account. It is shown only now, and that you saw it is on record.</Warning>
      <p>
        <a className="target" href="/settings/people">
          Back to people and roles
        </a>
      </p>
    </Page>
  );
}
