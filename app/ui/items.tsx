// Lists of things that each have a heading, some facts and a way on: requirements on a plan, claims in a queue. The structure is
// the same at every width.
import type { ReactElement, ReactNode } from "react";
import { StatusTag, type StatusWord } from "#app/ui/status-tag.tsx";

export type ItemProps = {
  readonly heading: ReactNode;
  /** The level below the section the list stands in. */
  readonly level: "h2" | "h3" | "h4";
  readonly status?: StatusWord | undefined;
  readonly statusText?: string | undefined;
  /** Left out on small screens, where another one of the list is shown in its place. */
  readonly isAside?: boolean | undefined;
  readonly children: ReactNode;
};

/** A list of Item. */
export function Items({ children }: { readonly children: ReactNode }): ReactElement {
  return <ul className="items">{children}</ul>;
}

/** One thing of a list, as an article of its own. */
export function Item({ heading, level, status, statusText, isAside, children }: ItemProps): ReactElement {
  const Heading = level;
  return (
    <li className={isAside === true ? "aside-when-narrow" : undefined}>
      <article className="item">
        <div className="item__head">
          <Heading>{heading}</Heading>
          {status === undefined ? null : <StatusTag status={status} text={statusText} />}
        </div>
        {children}
      </article>
    </li>
  );
}

/** Links one under another: other things that can be done, papers to open. */
export function LinkList({ links }: { readonly links: readonly { readonly href: string; readonly text: string }[] }): ReactElement {
  return (
    <ul className="link-list">
      {links.map((link) => (
        <li key={link.href}>
          <a className="target" href={link.href}>
            {link.text}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Links to the headings of a long page. */
export function Contents({ links }: { readonly links: readonly { readonly id: string; readonly text: string }[] }): ReactElement {
  return (
    <nav className="contents" aria-labelledby="contents-heading">
      <h2 id="contents-heading">On this page</h2>
      <ul>
        {links.map((link) => (
          <li key={link.id}>
            <a className="target" href={`#${link.id}`}>
              {link.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
