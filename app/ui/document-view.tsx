// A paper (app/documents) as part of a page: the same words in the same order as its PDF, in the reader's own colours and letters.
import { Fragment, type ReactNode, type ReactElement } from "react";
import type { Block, BlockOf, BlockRenderers, Doc, Inline, InlineRenderers, PenLine, Row } from "#app/documents/model.ts";
import { plainDate } from "#app/words/format.ts";
import { cardOutlines, easyDrawings } from "#app/documents/card-shapes.ts";
import { scanPath, scanSquares } from "#app/documents/scan-squares.ts";
import { classes } from "#app/ui/classes.ts";
import { DataTable } from "#app/ui/data-table.tsx";

/** Where a block stands: the level of the next heading and a name no other block has, for ids. */
type Place = { readonly level: number; readonly path: string };

/** The whole paper. The page's h1 is the paper's title, unless the page says it itself (`titleLevel` 2). */
export function DocumentView({ doc, titleLevel = 1 }: { readonly doc: Doc; readonly titleLevel?: 1 | 2 | undefined }): ReactElement {
  return (
    <article className="paper" lang={doc.language}>
      {doc.audience === undefined ? null : <p className="paper__audience">{doc.audience}</p>}
      {doc.addressedTo === undefined ? null : <AddressLines lines={doc.addressedTo} />}
      <Heading level={titleLevel}>{doc.title}</Heading>
      <p className="note">
        {[
          doc.organisation.name,
          doc.edition ?? `Made on ${plainDate(doc.madeOn)}`,
          doc.reference === undefined ? undefined : `Reference ${doc.reference}`,
        ]
          .filter((part) => part !== undefined)
          .join(" · ")}
      </p>
      <Blocks blocks={doc.blocks} place={{ level: titleLevel + 1, path: "paper" }} />
    </article>
  );
}

function Blocks({ blocks, place }: { readonly blocks: readonly Block[]; readonly place: Place }): ReactElement {
  return (
    <>
      {blocks.map((block, index) => {
        const path = `${place.path}-${index + 1}`;
        return <Fragment key={path}>{renderBlock(block, { level: place.level, path })}</Fragment>;
      })}
    </>
  );
}

function renderBlock(block: Block, place: Place): ReactElement {
  // Each renderer takes its own kind of block; the kind has just been used to find it.
  const render = blocks[block.kind] as (block: Block, place: Place) => ReactElement;
  return render(block, place);
}

const blocks: BlockRenderers<Place, ReactElement> = {
  section: (block, place) => (
    <section className={classes(block.startsNewSheet && "paper__sheet", block.staysWhole === true && "paper__slip")}>
      <Heading level={place.level}>
        <Words content={block.heading} />
      </Heading>
      <Blocks blocks={block.blocks} place={{ level: place.level + 1, path: place.path }} />
    </section>
  ),
  paragraph: (block) => (
    <p>
      <Words content={block.content} />
    </p>
  ),
  list: (block, place) => {
    const List = block.ordered ? "ol" : "ul";
    return (
      <List>
        {block.items.map((item, index) => (
          <li key={`${place.path}-${index}`}>
            <Words content={item} />
          </li>
        ))}
      </List>
    );
  },
  facts: (block, place) => (
    <>
      {block.caption === undefined ? null : (
        <p id={`${place.path}-caption`}>
          <strong>{block.caption}</strong>
        </p>
      )}
      <dl className="facts">
        {block.rows.map((row) => (
          <div key={row.name}>
            <dt>{row.name}</dt>
            <dd>
              <Words content={row.detail} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  ),
  table: (block, place) => (
    <DataTable
      id={place.path}
      caption={block.caption}
      columns={block.columns.map((column) => ({ header: column.header, holds: column.holds === "words" ? "words" : "figures" }))}
      rows={rowsOf(block.rows, `${place.path}-row`)}
      totals={rowsOf(block.totals, `${place.path}-total`)}
    />
  ),
  callout: (block, place) => (
    <div className={`callout callout--${block.meaning}`}>
      <p className="callout__title">{block.title}</p>
      <Blocks blocks={block.blocks} place={place} />
    </div>
  ),
  address: (block) => <AddressLines lines={block.lines} />,
  "pen-lines": (block) => (
    <>
      {block.lines.map((line) => (
        <LineToWriteOn key={line.label} line={line} />
      ))}
    </>
  ),
  signature: (block) => (
    <>
      <p>
        <Words content={block.declaration} />
      </p>
      {block.lines.map((line) => (
        <LineToWriteOn key={line.label} line={line} />
      ))}
    </>
  ),
  "tick-boxes": (block: BlockOf<"tick-boxes">, place) => (
    <>
      <p>
        <strong>{block.question}</strong>
      </p>
      {block.line === undefined ? null : <LineToWriteOn line={block.line} />}
      <ul className="tick-boxes">
        {block.options.map((option, index) => (
          <li key={`${place.path}-${index}`}>
            <span className="tick-box" aria-hidden="true">
              {option.isTicked ? "✓" : ""}
            </span>
            <span className="govuk-visually-hidden">{option.isTicked ? "Ticked: " : "Not ticked: "}</span>
            <Words content={option.label} />
          </li>
        ))}
      </ul>
    </>
  ),
  pictured: ({ picture, lines }) => (
    <div className="pictured">
      <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
        <path fillRule="evenodd" d={easyDrawings[picture]} />
      </svg>
      <div>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  ),
  photo: ({ address, width, height, shows, caption }) => (
    <figure className="photo">
      <img src={address} alt={shows} width={width} height={height} loading="lazy" />
      <figcaption>{caption}</figcaption>
    </figure>
  ),
  "hold-up-card": ({ words, shape }) => (
    <div className="hold-up-card" data-shape={shape ?? undefined}>
      {shape === null ? null : (
        <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
          <path d={cardOutlines[shape]} />
        </svg>
      )}
      <p>{words}</p>
    </div>
  ),
  "scan-square": (block) => <SquareToScan address={block.address} words={block.words} />,
};

function SquareToScan({ address, words }: { readonly address: string; readonly words: string }): ReactElement {
  const squares = scanSquares(address);
  const side = squares.length;
  return (
    <div className="scan-square">
      <p>{words}</p>
      <svg
        role="img"
        aria-label={`A square for a phone's camera. It opens ${address}`}
        viewBox={`0 0 ${side} ${side}`}
        shapeRendering="crispEdges"
      >
        <path className="scan-square__light" d={`M0 0h${side}v${side}H0z`} />
        <path className="scan-square__dark" d={scanPath(squares)} />
      </svg>
    </div>
  );
}

function rowsOf(rows: readonly Row[], path: string): readonly { readonly key: string; readonly cells: readonly ReactNode[] }[] {
  return rows.map((row, index) => ({
    key: `${path}-${index}`,
    cells: row.map((cell, column) => (isBlank(cell) ? "" : <Words key={`${path}-${index}-${column}`} content={cell} />)),
  }));
}

function isBlank(cell: readonly Inline[]): boolean {
  return cell.every((inline) => inline.kind === "text" && inline.text === "");
}

function Words({ content }: { readonly content: readonly Inline[] }): ReactElement {
  return (
    <>
      {content.map((inline, index) => {
        const render = inlines[inline.kind] as (inline: Inline) => ReactElement;
        // By place: words never change places
        return <Fragment key={index}>{render(inline)}</Fragment>;
      })}
    </>
  );
}

const inlines: InlineRenderers<ReactElement> = {
  text: (inline) => <>{inline.text}</>,
  strong: (inline) => <strong>{inline.text}</strong>,
  link: (inline) => <a href={inline.address}>{inline.text}</a>,
  abbreviation: (inline) => (
    <>
      {inline.long} ({inline.short})
    </>
  ),
  phone: (inline) => <a href={`tel:${inline.number.replace(/[^+0-9]/gu, "")}`}>{inline.number}</a>,
};

function Heading({ level, children }: { readonly level: number; readonly children: ReactNode }): ReactElement {
  if (level <= 1) return <h1>{children}</h1>;
  if (level === 2) return <h2>{children}</h2>;
  if (level === 3) return <h3>{children}</h3>;
  return <h4>{children}</h4>;
}

function AddressLines({ lines }: { readonly lines: readonly string[] }): ReactElement {
  return (
    <address className="paper__address">
      <p>
        {lines.map((line, index) => (
          // By place: lines never change places
          <Fragment key={index}>
            {index === 0 ? null : <br />}
            {line}
          </Fragment>
        ))}
      </p>
    </address>
  );
}

function LineToWriteOn({ line }: { readonly line: PenLine }): ReactElement {
  return (
    <p className="pen-line">
      <span>{line.label}:</span>
      {line.filled === undefined ? (
        <>
          <span className={`pen-line__rule pen-line__rule--${line.room}`} aria-hidden="true" />
          <span className="govuk-visually-hidden">to fill in by pen</span>
        </>
      ) : (
        <strong>{line.filled}</strong>
      )}
    </p>
  );
}
