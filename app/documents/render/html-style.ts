// How papers look as pages and when a browser prints them: black on white, quiet rules, nothing that needs a second file.
// The measurements are those of the PDF renderer and of experience.md 4.3, 4.4 and 4.11.
import { cardColours } from "#app/documents/card-shapes.ts";
import type { Doc } from "#app/documents/model.ts";

const colouredCards = Object.entries(cardColours)
  .map(([shape, { ink, fill }]) => `.paper .hold-up-card[data-shape="${shape}"]{color:${ink};background-color:${fill}}`)
  .join("\n");

/** The style of a paper, for a page of its own or as a linked sheet. All selectors lie under `.paper`. */
export const documentStyle = `
:root{color-scheme:light}
body{margin:0;background:#fff}
main{padding:1rem}
@media (min-width:40rem){main{padding:2rem}}
.paper{max-width:46rem;margin:0 auto;color:#1b1f24;font:400 1.1875rem/1.5 "Atkinson Hyperlegible Next",Verdana,"Segoe UI",system-ui,Arial,sans-serif;hyphens:manual;overflow-wrap:break-word}
.paper p,.paper ul,.paper ol{max-width:36rem}
.paper p{margin:0 0 1em}
.paper h1{font-size:2.125rem;line-height:1.25;margin:0 0 .5em;text-wrap:balance}
.paper h2{font-size:1.6875rem;line-height:1.35;margin:1.6em 0 .5em}
.paper h3{font-size:1.375rem;line-height:1.45;margin:1.4em 0 .4em}
.paper h4,.paper h5,.paper h6{font-size:1.1875rem;line-height:1.5;margin:1.2em 0 .3em}
.paper header{border-bottom:2px solid #1b1f24;margin-bottom:1.5rem;padding-bottom:.5rem}
.paper-letter header{border:0}
.paper header p{margin:0 0 .5em}
.paper .paper-organisation{font-weight:700;margin-bottom:1.5em}
.paper-letter .paper-organisation{margin-bottom:0}
.paper .paper-logo{display:block;width:auto;height:auto;max-width:100%;max-height:4.5rem;margin:0 0 .75em}
@media (min-width:40rem){.paper .paper-logo{float:right;max-width:14rem;margin:0 0 .75em 1.5em}}
.paper-letter h1{font-size:1.6875rem;line-height:1.35;margin-top:1em}
.paper .address{margin-bottom:1.5em}
.paper a{color:#0b4a99;text-decoration-thickness:max(1px,.0625em);text-underline-offset:.15em}
.paper a:focus-visible{outline:3px solid #1b1f24;outline-offset:3px;background:#ffd43b}
.paper .phone{white-space:nowrap}
.paper abbr{text-decoration:none}
.paper li{margin:0 0 .4em}
.paper .facts{margin:0 0 1.5em}
.paper .facts>div{padding:.4em 0;border-bottom:1px solid #59616c}
.paper .facts dt{font-weight:700}
.paper .facts dd{margin:0;min-height:1.5em;font-variant-numeric:tabular-nums}
@media (min-width:40rem){.paper .facts>div{display:grid;grid-template-columns:minmax(8rem,2fr) 5fr;gap:1.5rem}}
.paper .facts-caption{margin:0 0 .3em}
.paper table{width:100%;border-collapse:collapse;margin:0 0 1.5em}
.paper caption{text-align:left;font-weight:700;padding:0 0 .5em}
.paper th,.paper td{text-align:left;vertical-align:top;padding:.4em 1em .4em 0;border-bottom:1px solid #59616c}
.paper th:last-child,.paper td:last-child{padding-right:0}
.paper thead th{border-bottom:2px solid #1b1f24;vertical-align:bottom}
.paper tbody th{font-weight:400}
.paper tfoot tr:first-child>*{border-top:2px solid #1b1f24}
.paper tfoot td{font-weight:700}
.paper .figures{text-align:right;font-variant-numeric:tabular-nums}
.paper .callout{border:2px solid #1b1f24;border-left-width:8px;padding:1em 1em .1em;margin:0 0 1.5em;max-width:36rem;box-sizing:border-box}
.paper .callout-note,.paper .callout-choice{border-width:0 0 0 4px}
.paper .callout-title{margin-bottom:.4em}
.paper .tick-boxes{list-style:none;padding:0}
.paper .tick-boxes li{display:flex;gap:.75rem;align-items:flex-start}
.paper .tick-box{flex:none;width:7mm;height:7mm;border:2px solid #1b1f24;position:relative;box-sizing:border-box}
.paper .tick-box-ticked::after{content:"";position:absolute;left:32%;top:4%;width:26%;height:62%;border:solid #1b1f24;border-width:0 3px 3px 0;transform:rotate(40deg)}
.paper .scan-square{margin:0 0 1.5em}
.paper .scan-square p{margin-bottom:.5em}
.paper .scan-square svg{display:block;width:42mm;max-width:100%;height:auto}
.paper .pictured{display:flex;gap:6mm;align-items:flex-start;margin:0 0 1em;break-inside:avoid}
.paper .pictured svg{flex:none;width:20mm;height:auto;fill:currentColor}
.paper .pictured p{margin:0 0 .4em}
.paper .photo{margin:0 0 1.5em;break-inside:avoid}
.paper .photo img{display:block;max-width:100%;max-height:90mm;width:auto;height:auto}
.paper .photo figcaption{margin-top:.4em}
.paper .hold-up-card{display:flex;flex-wrap:wrap;align-items:center;gap:8mm;box-sizing:border-box;min-height:60mm;margin:0 0 6mm;padding:8mm;border:1px dashed #000;break-inside:avoid}
.paper .hold-up-card svg{width:50mm;max-width:100%;height:auto;fill:currentColor}
.paper .hold-up-card p{flex:1 1 8em;margin:0;font-size:1.8em;font-weight:700;line-height:1.2}
${colouredCards}
.paper .pen-line{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:flex-end;max-width:none;margin:0 0 .5em}
.paper .pen-label{font-weight:700;flex:0 1 12rem}
.paper .pen-room{flex:1 1 14rem;height:10mm;border-bottom:1px solid #1b1f24}
.paper .pen-room-signature{height:12mm}
.paper .pen-room-date{flex:0 1 14rem}
.paper .pen-room-few-words{flex:0 1 20rem}
.paper .pen-room-sentences{flex-basis:100%;height:30mm;background:repeating-linear-gradient(#fff 0 calc(10mm - 1px),#1b1f24 calc(10mm - 1px) 10mm);border:0;print-color-adjust:exact}
@media screen and (max-width:40rem){
.paper table,.paper thead,.paper tbody,.paper tfoot,.paper tr,.paper th,.paper td,.paper caption{display:block}
.paper thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.paper table tbody th,.paper table tfoot th{font-weight:700;border:0;padding:.4em 0 0}
.paper table td,.paper table td.figures{border:0;padding:0;text-align:left}
.paper table td:empty{display:none}
.paper table tfoot tr:first-child{border-top:2px solid #1b1f24}
.paper table tfoot tr:first-child>*{border-top:0}
.paper table td::before{content:attr(data-header) ": "}
.paper table tr{border-bottom:1px solid #59616c;padding-bottom:.4em}
}
@media print{
@page{size:A4;margin:20mm}
body{background:#fff}
main{padding:0}
.paper{color:#000;font-size:12pt;max-width:none}
.paper h1{font-size:21pt}.paper-letter h1{font-size:16pt}.paper h2{font-size:16pt}.paper h3{font-size:14pt}.paper h4,.paper h5,.paper h6{font-size:12pt}
.paper h1,.paper h2,.paper h3,.paper h4,.paper h5,.paper h6,.paper caption,.paper .facts-caption,.paper .tick-question{break-after:avoid}
.paper p,.paper li{orphans:2;widows:2}
@page cards{size:A4;margin:0;@bottom-left{content:none}@bottom-right{content:none}}
.paper .hold-up-card{page:cards;width:210mm;height:148mm;margin:0;padding:8mm 8mm 30mm;border:0;border-bottom:1px dashed #000;gap:9mm;flex-wrap:nowrap;background-clip:content-box;print-color-adjust:exact}
.paper .hold-up-card svg{flex:none;width:68mm;margin-left:9mm}.paper .hold-up-card p{font-size:48pt;padding:9mm}
.paper .hold-up-card:not([data-shape]){align-items:flex-start}.paper .hold-up-card:not([data-shape]) p{font-size:24pt}
.paper .facts>div,.paper tr,.paper .callout,.paper .signature,.paper .pen-line,.paper .tick-boxes li,.paper .scan-square,.paper .address{break-inside:avoid}
.paper thead{display:table-header-group}
.paper .new-sheet{break-before:page}
.paper .slip{break-inside:avoid}
.paper a{color:#000}
.paper a[href^="http"]::after{content:" (" attr(href) ")";overflow-wrap:anywhere}
}
`.trim();

/** What browsers that can do so print in the margins of every sheet: what this is, who it is for, and the page. */
export function sheetStyle(doc: Doc): string {
  const name = [doc.title, doc.reference].filter((part) => part !== undefined).join(", ");
  const about = [doc.audience, doc.edition].filter((part) => part !== undefined).join(", ");
  const margin = "font:12pt Verdana,Arial,sans-serif;";
  return (
    `@page{@bottom-left{content:${cssText(about === "" ? name : `${name}\n${about}`)};white-space:pre-line;${margin}}` +
    `@bottom-right{content:"Page " counter(page) " of " counter(pages);${margin}}}`
  );
}

/** Any text as a CSS string: everything but letters and digits of ASCII is written by its number, so nothing can end the string. */
function cssText(text: string): string {
  return `"${text.replace(/[^A-Za-z0-9]/gu, (character) => `\\${(character.codePointAt(0) ?? 0xfffd).toString(16)} `)}"`;
}
