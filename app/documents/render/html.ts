// A paper as HTML, written as text so that commands and services need no server rendering: a whole page that carries its own
// style, or the part that goes inside a page of the program. Every piece of text is escaped in one place.
import type {
  Block,
  BlockRenderers,
  CalloutMeaning,
  Doc,
  Fact,
  Inline,
  InlineRenderers,
  PenLine,
  Row,
  Table,
} from "#app/documents/model.ts";
import { scanAlternative, spaceToWrite, tickState } from "#app/documents/render/fixed-words.ts";
import { headOf } from "#app/documents/render/head.ts";
import { cardOutlines, easyDrawings } from "#app/documents/card-shapes.ts";
import { scanPath, scanSquares } from "#app/documents/scan-squares.ts";
import { documentStyle, sheetStyle } from "#app/documents/render/html-style.ts";

type Place = {
  /** The level of a heading met here. */
  readonly level: number;
  /** Gives each caption and title a name of its own on the page. */
  readonly nextId: () => string;
};

/** A complete page that needs nothing else: no script, no other file. */
export function renderHtmlPage(doc: Doc): string {
  return [
    "<!doctype html>",
    `<html lang="${escaped(doc.language)}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(doc.title)}</title>`,
    `<style>${documentStyle}${sheetStyle(doc)}</style>`,
    "</head>",
    "<body>",
    `<main>${renderHtmlPart(doc)}</main>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** The paper alone, its title as the heading of the first level, for a page that already has a head and a style. */
export function renderHtmlPart(doc: Doc): string {
  let ids = 0;
  const place: Place = { level: 2, nextId: () => `part-${(ids += 1)}` };
  return element(
    "article",
    { class: doc.addressedTo === undefined ? "paper" : "paper paper-letter" },
    head(doc) + inside(doc.blocks, place),
  );
}

function head(doc: Doc): string {
  const { logo, sender, recipient, aboutBeforeTitle, title, aboutAfterTitle, audience } = headOf(doc);
  const sign =
    logo === undefined
      ? ""
      : `<img class="paper-logo" src="${escaped(logo.address)}" alt="${escaped(logo.description)}" width="${logo.width}" height="${logo.height}">`;
  const from = `${sign}<p class="paper-organisation"><strong>${escaped(sender[0] ?? "")}</strong></p>${addressLines(sender.slice(1))}`;
  const to = addressLines(recipient);
  const forWhom = audience === undefined ? "" : `<p class="paper-audience"><strong>${escaped(audience)}</strong></p>`;
  const about = (lines: readonly string[]): string => lines.map((line) => `<p>${escaped(line)}</p>`).join("");
  return `<header>${from}${to}${about(aboutBeforeTitle)}<h1>${escaped(title)}</h1>${about(aboutAfterTitle)}${forWhom}</header>`;
}

const blocks: BlockRenderers<Place, string> = {
  section(block, place) {
    const level = Math.min(place.level, 6);
    const heading = `<h${level}>${words(block.heading)}</h${level}>`;
    return element(
      "section",
      block.startsNewSheet ? { class: "new-sheet" } : block.staysWhole === true ? { class: "slip" } : {},
      heading + inside(block.blocks, { ...place, level: level + 1 }),
    );
  },
  paragraph: (block) => `<p>${words(block.content)}</p>`,
  list(block) {
    const items = block.items.map((item) => `<li>${words(item)}</li>`).join("");
    return block.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
  },
  facts(block, place) {
    const rows = block.rows.map(factRow).join("");
    if (block.caption === undefined) return `<dl class="facts">${rows}</dl>`;
    const id = place.nextId();
    const caption = `<p class="facts-caption" id="${id}"><strong>${escaped(block.caption)}</strong></p>`;
    return block.rows.length === 0 ? caption : `${caption}<dl class="facts" aria-labelledby="${id}">${rows}</dl>`;
  },
  table(block, place) {
    const id = place.nextId();
    const headers = block.columns
      .map((column) => `<th scope="col" role="columnheader"${classOf(column.holds)}>${escaped(column.header)}</th>`)
      .join("");
    const foot = block.totals.length === 0 ? "" : `<tfoot role="rowgroup">${tableRows(block, block.totals)}</tfoot>`;
    // The roles are those of the elements already. They are said again because the narrow style lays the table out as
    // blocks, and browsers then forget that it was a table.
    return (
      `<table role="table" aria-labelledby="${id}"><caption id="${id}">${escaped(block.caption)}</caption>` +
      `<thead role="rowgroup"><tr role="row">${headers}</tr></thead>` +
      `<tbody role="rowgroup">${tableRows(block, block.rows)}</tbody>${foot}</table>`
    );
  },
  callout(block, place) {
    const id = place.nextId();
    const title = `<p class="callout-title" id="${id}"><strong>${escaped(block.title)}</strong></p>`;
    return `<div class="callout callout-${calloutClass[block.meaning]}" role="group" aria-labelledby="${id}">${title}${inside(block.blocks, place)}</div>`;
  },
  address: (block) => addressLines(block.lines),
  "pen-lines": (block) => `<div class="pen-lines">${block.lines.map(penLine).join("")}</div>`,
  signature: (block) => `<div class="signature"><p>${words(block.declaration)}</p>${block.lines.map(penLine).join("")}</div>`,
  "tick-boxes"(block, place) {
    const id = place.nextId();
    const options = block.options.map((option) => `<li>${tickBox(option.isTicked)} <span>${words(option.label)}</span></li>`).join("");
    const line = block.line === undefined ? "" : `<div class="pen-lines">${penLine(block.line)}</div>`;
    return `<p class="tick-question" id="${id}"><strong>${escaped(block.question)}</strong></p>${line}<ul class="tick-boxes" aria-labelledby="${id}">${options}</ul>`;
  },
  "scan-square"(block) {
    const squares = scanSquares(block.address);
    const side = squares.length;
    const drawn = `<path fill="#fff" d="M0 0h${side}v${side}H0z"></path><path fill="#000" d="${scanPath(squares)}"></path>`;
    const picture = `<svg role="img" aria-label="${escaped(scanAlternative(block.address))}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">${drawn}</svg>`;
    return `<div class="scan-square"><p>${escaped(block.words)}</p>${picture}</div>`;
  },
  pictured(block) {
    const drawn = `<svg aria-hidden="true" viewBox="0 0 100 100"><path fill-rule="evenodd" d="${easyDrawings[block.picture]}"></path></svg>`;
    return `<div class="pictured">${drawn}<div>${block.lines.map((line) => `<p>${escaped(line)}</p>`).join("")}</div></div>`;
  },
  photo: (block) =>
    `<figure class="photo"><img src="${escaped(block.address)}" alt="${escaped(block.shows)}" width="${block.width}" height="${block.height}"><figcaption>${escaped(block.caption)}</figcaption></figure>`,
  "hold-up-card"(block) {
    const drawn =
      block.shape === null ? "" : `<svg aria-hidden="true" viewBox="0 0 100 100"><path d="${cardOutlines[block.shape]}"></path></svg>`;
    const shape = block.shape === null ? "" : ` data-shape="${block.shape}"`;
    return `<div class="hold-up-card"${shape}>${drawn}<p>${escaped(block.words)}</p></div>`;
  },
};

const calloutClass: Readonly<Record<CalloutMeaning, string>> = { deadline: "deadline", warning: "warning", note: "note", choice: "choice" };

const inlines: InlineRenderers<string> = {
  text: (inline) => escaped(inline.text),
  strong: (inline) => `<strong>${escaped(inline.text)}</strong>`,
  link: (inline) => `<a href="${escaped(inline.address)}">${escaped(inline.text)}</a>`,
  abbreviation: (inline) => `${escaped(inline.long)} (<abbr>${escaped(inline.short)}</abbr>)`,
  phone: (inline) => `<a class="phone" href="tel:${escaped(inline.number.replace(/[^\d+]/gu, ""))}">${escaped(inline.number)}</a>`,
};

function inside(list: readonly Block[], place: Place): string {
  return list.map((block) => (blocks[block.kind] as (block: Block, place: Place) => string)(block, place)).join("\n");
}

function words(content: readonly Inline[]): string {
  return content.map((inline) => (inlines[inline.kind] as (inline: Inline) => string)(inline)).join("");
}

function factRow(fact: Fact): string {
  return `<div><dt>${escaped(fact.name)}</dt><dd>${words(fact.detail)}</dd></div>`;
}

function tableRows(block: Table, rows: readonly Row[]): string {
  return rows.map((row) => `<tr role="row">${row.map((cell, index) => tableCell(block, cell, index)).join("")}</tr>`).join("");
}

function tableCell(block: Table, cell: readonly Inline[], index: number): string {
  const column = block.columns[index];
  if (index === 0) return `<th scope="row" role="rowheader">${words(cell)}</th>`;
  return `<td role="cell"${classOf(column?.holds ?? "words")} data-header="${escaped(column?.header ?? "")}">${words(cell)}</td>`;
}

function classOf(holds: Table["columns"][number]["holds"]): string {
  return holds === "words" ? "" : ' class="figures"';
}

function penLine(line: PenLine): string {
  const room =
    line.filled === undefined
      ? `<span class="pen-room pen-room-${line.room}" role="img" aria-label="${spaceToWrite}"></span>`
      : `<span class="pen-filled">${escaped(line.filled)}</span>`;
  return `<p class="pen-line"><span class="pen-label">${escaped(line.label)}</span> ${room}</p>`;
}

function tickBox(isTicked: boolean): string {
  return `<span class="tick-box${isTicked ? " tick-box-ticked" : ""}" role="img" aria-label="${tickState(isTicked)}"></span>`;
}

function addressLines(lines: readonly string[]): string {
  return lines.length === 0 ? "" : `<p class="address">${lines.map(escaped).join("<br>")}</p>`;
}

function element(name: string, attributes: Readonly<Record<string, string>>, content: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${written.join("")}>${content}</${name}>`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => entities[character] ?? character);
}
