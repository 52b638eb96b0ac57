// What a person said about a payment, as links to read and answer it. Nothing where nothing was said.
import type { ReactElement } from "react";
import { LinkList } from "#app/ui/items.tsx";

export function ComplaintLinks({
  links,
}: {
  readonly links: readonly { readonly href: string; readonly text: string }[];
}): ReactElement | null {
  if (links.length === 0) return null;
  return (
    <>
      <h2>Problems they told us about</h2>
      <LinkList links={links} />
    </>
  );
}
