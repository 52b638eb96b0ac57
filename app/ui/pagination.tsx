// Pages of a long list.
import type { ReactElement } from "react";

export type PaginationProps = {
  readonly current: number;
  readonly count: number;
  readonly hrefOf: (page: number) => string;
  /** Everything on one page, for people who search or print. */
  readonly showAllHref?: string | undefined;
};

/** Links to every page; nothing when there is only one. Up to nine pages are all shown, above that the ends and the neighbours. */
export function Pagination({ current, count, hrefOf, showAllHref }: PaginationProps): ReactElement | null {
  if (count <= 1) return null;
  return (
    <nav aria-label="Pages" className="pages">
      <ul>
        {current > 1 ? (
          <li>
            <a href={hrefOf(current - 1)} rel="prev">
              Previous page
            </a>
          </li>
        ) : null}
        {pagesShown(current, count).map((page, index) => (
          <li key={page ?? `gap-${index}`}>
            {page === null ? (
              <span aria-hidden="true">…</span>
            ) : (
              <a href={hrefOf(page)} aria-current={page === current ? "page" : undefined}>
                Page {page}
              </a>
            )}
          </li>
        ))}
        {current < count ? (
          <li>
            <a href={hrefOf(current + 1)} rel="next">
              Next page
            </a>
          </li>
        ) : null}
        {showAllHref === undefined ? null : (
          <li>
            <a href={showAllHref}>Show all</a>
          </li>
        )}
      </ul>
    </nav>
  );
}

export type ListPagesProps = {
  /** The page that shows, from 1; null where all rows show. */
  readonly page: number | null;
  readonly pages: number;
  /** The address of a page, or of everything. */
  readonly hrefOf: (page: number | "all") => string;
};

/** The pages of a list that can also be shown whole, and from there the way back to pages. */
export function ListPages({ page, pages, hrefOf }: ListPagesProps): ReactElement | null {
  if (page !== null) return <Pagination current={page} count={pages} hrefOf={hrefOf} showAllHref={hrefOf("all")} />;
  return pages === 1 ? null : (
    <p>
      <a className="target" href={hrefOf(1)}>
        Show it in pages
      </a>
    </p>
  );
}

/** Page numbers in order, null where some are left out. */
export function pagesShown(current: number, count: number): readonly (number | null)[] {
  const all = Array.from({ length: count }, (_, index) => index + 1);
  if (count <= 9) return all;
  const kept = all.filter((page) => page === 1 || page === count || Math.abs(page - current) <= 1);
  return kept.flatMap((page, index) => (index > 0 && page - (kept[index - 1] ?? page) > 1 ? [null, page] : [page]));
}
