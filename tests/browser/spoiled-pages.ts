// The clean page spoiled in one place at a time, with the check that must notice. Every check has at least one of these.
import { cleanCss, cleanHtml, problemHtml, type PageParts } from "#tests/browser/reference-page.ts";
import type { CheckName, PageExpectations } from "#tests/support/page-checks/fault.ts";

export type SpoiledPage = {
  /** What is wrong, as the end of "a page ... is reported". */
  readonly says: string;
  readonly check: CheckName;
  readonly parts: PageParts;
  /** Other checks that rightly notice the same thing. */
  readonly also?: readonly CheckName[];
  readonly expectations?: PageExpectations;
};

type Spoiling = Omit<SpoiledPage, "parts"> & {
  readonly from?: "clean" | "problem";
  readonly swap?: readonly (readonly [from: string | RegExp, to: string])[];
  readonly insert?: string;
  readonly css?: string;
  readonly script?: string;
};

const longWords =
  "Accommodation arrangements necessitate authorisation documentation preceding participation. Organisational representatives subsequently communicate individual responsibilities. ";

const spoilings: readonly Spoiling[] = [
  { says: "with a list that holds no list items", check: "axe", insert: "<ul><div>By bus</div></ul>" },
  {
    says: "that skips a level of heading",
    check: "heading-order",
    also: ["axe"],
    swap: [['<h2 id="second">Your answers</h2>', '<h4 id="second">Your answers</h4>']],
  },
  {
    says: "with two top headings",
    check: "heading-order",
    swap: [['<h2 id="second">Your answers</h2>', '<h1 id="second">Your answers</h1>']],
  },
  { says: "whose title is not its heading", check: "page-title", swap: [["<title>How will you travel?", "<title>Step 2"]] },
  { says: "with text outside every landmark", check: "landmarks", also: ["axe"], swap: [["<footer>", "<p>Made with care</p><footer>"]] },
  { says: "with a nav nobody can tell from another", check: "landmarks", swap: [['<nav aria-label="Main">', "<nav>"]] },
  { says: "in a language other than it should be", check: "language", swap: [['lang="en-GB"', 'lang="en"']] },
  { says: "without a skip link", check: "skip-link", swap: [['<a class="skip" href="#main">Skip to main content</a>', ""]] },
  {
    says: "whose skip link stays hidden when it has focus",
    check: "skip-link",
    css: ".skip:focus { position: absolute; }",
    also: ["focus-covered"],
  },
  { says: "whose skip link does not move focus", check: "skip-link", swap: [['<main id="main" tabindex="-1">', '<main id="main">']] },
  { says: "with a positive tabindex", check: "tabindex", also: ["axe"], swap: [['id="inline-link"', 'id="inline-link" tabindex="2"']] },
  { says: "where a paragraph takes focus", check: "tabindex", insert: '<p tabindex="0">Bring your ticket.</p>' },
  { says: "that uses an id twice", check: "duplicate-id", insert: '<p id="intro">Bring your ticket.</p>' },
  {
    says: "that points to a description that is not there",
    check: "references",
    swap: [['<textarea id="more"', '<textarea aria-describedby="nowhere" id="more"']],
  },
  {
    says: "with an empty description",
    check: "references",
    swap: [['<textarea id="more"', '<textarea aria-describedby="nothing" id="more"']],
    insert: '<p id="nothing"></p>',
  },
  {
    says: "where a link pretends to be a button",
    check: "aria-misuse",
    swap: [['<a class="alone" id="file"', '<a role="button" class="alone" id="file"']],
    also: ["print"],
  },
  { says: "where plain text carries a label", check: "aria-misuse", insert: '<p aria-label="About tickets">Bring your ticket.</p>' },
  {
    says: "whose navigation does not say where we are",
    check: "current-page",
    swap: [['<a class="alone" href="/today">', '<a class="alone" href="">']],
  },
  { says: "with a header cell without a scope", check: "tables", swap: [['<th scope="row">Bus', "<th>Bus"]] },
  { says: "with an empty header cell", check: "tables", also: ["axe"], swap: [['<th scope="col">Way</th>', '<th scope="col"></th>']] },
  { says: "with a table without a caption", check: "tables", insert: '<table><tr><th scope="row">Bus</th><td>£2</td></tr></table>' },
  { says: "with merged cells", check: "tables", swap: [["<td>£2</td></tr>", '<td colspan="2">£2</td></tr>']] },
  {
    says: "whose table loses its roles on a narrow screen",
    check: "narrow-tables",
    css: "@media (max-width: 40rem) { table, thead, tbody, tr, th, td { display: block; } }",
  },
  { says: "with a picture without an alternative", check: "images", also: ["axe"], swap: [[' alt=""', ""]] },
  { says: "with a picture called a picture", check: "images", swap: [['alt=""', 'alt="Picture of a bus"']] },
  {
    says: "with a drawing that is neither hidden nor named",
    check: "images",
    insert: '<svg width="20" height="20"><circle cx="10" cy="10" r="8"/></svg>',
  },
  { says: "with a video without captions", check: "video", insert: '<video controls preload="none" width="200" height="200"></video>' },
  { says: "without the way to a person", check: "help-block", swap: [["Stuck? Talk to a person", "Contact"]] },
  {
    says: "where a link is not called what people see",
    check: "visible-name",
    swap: [['id="file" href="/travel.pdf"', 'id="file" href="/travel.pdf" aria-label="Download the travel form (PDF, 2 pages)"']],
  },
  {
    says: "where two links share a name and not a target",
    check: "unique-names",
    insert: '<p><a class="alone" href="/one">Times of buses</a></p><p><a class="alone" href="/two">Times of buses</a></p>',
  },
  {
    says: "where two buttons share a name",
    check: "unique-names",
    swap: [["</form>", '</form><form method="post" novalidate><button class="second">Save and continue</button></form>']],
    css: "form + form { margin-top: 1rem; } form { margin-bottom: 1rem; }",
  },
  { says: "with a link that only says read more", check: "link-text", insert: '<p><a class="alone" href="/more">Read more</a></p>' },
  { says: "where a link to a file does not say so", check: "file-links", swap: [["Travel form (PDF, 2 pages)", "Travel form"]] },
  { says: "where a link opens a new tab", check: "new-tab", swap: [['id="inline-link"', 'id="inline-link" target="_blank"']] },
  {
    says: "with a box whose label nobody sees",
    check: "labels",
    swap: [['<label id="name-label" for="name">', '<label id="name-label" class="unseen" for="name">']],
  },
  {
    says: "with a box that has no label of its own",
    check: "labels",
    swap: [['<label for="more">Anything else (optional)</label><textarea', '<textarea aria-label="Anything else"']],
  },
  {
    says: "with a choice outside any group",
    check: "groups",
    swap: [
      ['<fieldset id="travel-group" class="field">', '<div id="travel-group" class="field">'],
      ['<legend id="travel-legend">How will you get there?</legend>', "<p>How will you get there?</p>"],
      [/By car<\/label><\/div>\s*<\/fieldset>/, "By car</label></div></div>"],
    ],
  },
  {
    says: "whose summary says something else than the message beside the box",
    check: "errors",
    from: "problem",
    swap: [['href="#name">Enter your full name', 'href="#name">Enter a name']],
  },
  { says: "whose title does not say there is a problem", check: "errors", from: "problem", swap: [["<title>Error: ", "<title>"]] },
  { says: "with a box in the summary that is not marked as wrong", check: "errors", from: "problem", swap: [[' aria-invalid="true"', ""]] },
  {
    says: "with a box marked as wrong that the summary leaves out",
    check: "errors",
    from: "problem",
    swap: [['<textarea id="more"', '<textarea aria-invalid="true" aria-describedby="name-error" id="more"']],
  },
  {
    says: "with a box marked as wrong and no summary",
    check: "errors",
    swap: [['<textarea id="more"', '<textarea aria-invalid="true" id="more"']],
  },
  { says: "whose summary leads to a paragraph", check: "errors", from: "problem", swap: [['href="#travel-bus"', 'href="#intro"']] },
  { says: "that should have problems and shows none", check: "errors", expectations: { hasProblems: true } },
  { says: "where focus is not on the summary of problems", check: "error-focus", from: "problem", swap: [[" autofocus", ""]] },
  {
    says: "with an autocomplete token that is not ours",
    check: "autocomplete",
    swap: [['autocomplete="name"', 'autocomplete="nickname"']],
  },
  { says: "with a number box", check: "input-types", swap: [['autocomplete="name"', 'type="number" autocomplete="off"']] },
  { says: "where the browser checks the form", check: "form-submission", swap: [[" novalidate", ""]] },
  {
    says: "where Enter would skip the question",
    check: "form-submission",
    swap: [
      ['<button type="submit" id="save">Save and continue</button>', ""],
      ["Skip this question</button>", 'Skip this question</button><button type="submit" id="save">Save and continue</button>'],
    ],
  },
  { says: "that marks what is required with an asterisk", check: "asterisk", swap: [["Full name</label>", "Full name *</label>"]] },
  { says: "that stops typing at a limit", check: "typing-limit", swap: [['<textarea id="more"', '<textarea maxlength="200" id="more"']] },
  { says: "with a disabled button", check: "disabled", swap: [['value="skip"', 'value="skip" disabled']] },
  { says: "with placeholder text", check: "placeholder", swap: [['<textarea id="more"', '<textarea placeholder="Type here" id="more"']] },
  { says: "with a tooltip", check: "tooltip", swap: [['id="intro"', 'id="intro" title="About your day"']] },
  {
    says: "that reloads by itself",
    check: "page-refresh",
    also: ["axe"],
    swap: [["</head>", '<meta http-equiv="refresh" content="600"></head>']],
  },
  {
    says: "where something moves",
    check: "motion",
    css: "@keyframes drift { to { translate: 1px 0; } } #picture { animation: drift 2s infinite; }",
  },
  { says: "where colours fade slowly", check: "motion", css: "#picture { transition: opacity 1s; }" },
  { says: "with script in an attribute", check: "inline-handler", swap: [['id="intro"', 'id="intro" onclick="void 0"']] },
  { says: "that should be plain and carries a script", check: "script-free", script: "void 0;", expectations: { plain: true } },
  {
    says: "that asks another site for a picture",
    check: "third-party",
    also: ["console"],
    insert: '<img src="http://127.0.0.1:9/p.png" alt="" width="10" height="10">',
  },
  {
    says: "where choosing sends the form",
    check: "changes-by-itself",
    script: 'document.getElementById("travel-car").addEventListener("change", (event) => event.target.form.requestSubmit());',
    expectations: { mayDisturb: true },
  },
  {
    says: "with a shortcut of a single key",
    check: "single-key",
    script:
      'document.addEventListener("keydown", (event) => { if (event.key === "s" && event.target === document.body) event.preventDefault(); });',
    expectations: { mayDisturb: true },
  },
  { says: "whose script stops", check: "console", script: 'throw new Error("The plan is missing");' },
  { says: "with a style its own policy refuses", check: "console", swap: [['id="intro"', 'id="intro" style="color: red"']] },
  { says: "with a link that Tab passes over", check: "keyboard-reach", swap: [['id="inline-link"', 'id="inline-link" tabindex="-1"']] },
  { says: "with a button made of a div", check: "keyboard-reach", insert: '<div role="button" id="fake">Send it</div>', also: ["print"] },
  {
    says: "that holds the keyboard in a box",
    check: "keyboard-trap",
    script: 'document.getElementById("more").addEventListener("keydown", (event) => { if (event.key === "Tab") event.preventDefault(); });',
  },
  {
    says: "where buttons are seen in another order",
    check: "focus-order",
    css: ".buttons { flex-direction: row-reverse; justify-content: flex-end; } @media (max-width: 30rem) { .buttons { flex-direction: row; } }",
  },
  {
    says: "where focus on a button cannot be seen",
    check: "focus-indicator",
    css: "@media (forced-colors: none) { #save:focus-visible { outline: none; } }",
  },
  {
    says: "where focus on a link is a hair line",
    check: "focus-indicator",
    css: "@media (forced-colors: none) { #file:focus-visible { outline: 1px solid; } }",
  },
  {
    says: "where focus cannot be seen in the dark",
    check: "focus-indicator",
    css: "@media (prefers-color-scheme: dark) and (forced-colors: none) { #save:focus-visible { outline-color: #20262d; } }",
  },
  {
    says: "where something lies over a box",
    check: "focus-covered",
    css: '#name-field { position: relative; } #name-field::after { content: ""; position: absolute; inset: 0; }',
  },
  {
    says: "with too many stops before the main button",
    check: "stops-to-button",
    expectations: { questionPage: true },
    swap: [
      [
        '<h2 id="second">',
        `<ul class="row">${["North", "East", "South", "West"].map((side) => `<li><a class="alone" href="/${side}">${side}</a></li>`).join("")}</ul><h2 id="second">`,
      ],
    ],
  },
  { says: "where something floats", check: "fixed-position", css: "#intro { position: sticky; }" },
  {
    says: "with grey text",
    check: "text-contrast",
    css: "@media screen { #intro { color: #666666; } } @media (prefers-color-scheme: dark) { #intro { color: inherit; } }",
  },
  {
    says: "with grey text in the dark",
    check: "text-contrast",
    css: "@media screen and (prefers-color-scheme: dark) { #intro { color: #888888; } }",
  },
  {
    says: "with grey text in one theme",
    check: "text-contrast",
    css: '@media screen { [data-theme="cream"] #intro { color: #6b6b6b; } }',
    expectations: { themes: ["cream"] },
  },
  {
    says: "with text on a picture",
    check: "text-contrast",
    css: "@media screen { #intro { background: linear-gradient(#ffffff, #eeeeee); color: #000000; } }",
  },
  {
    says: "with a box whose edge is faint",
    check: "control-contrast",
    css: "@media (prefers-color-scheme: light) { #name { border-color: #dddddd; } }",
  },
  { says: "that scrolls sideways at 320 pixels", check: "reflow", css: "#picture { width: 25rem; }" },
  {
    says: "with text cut off at 320 pixels",
    check: "reflow",
    css: "@media (max-width: 30rem) { #intro { height: 2rem; overflow: hidden; } }",
  },
  {
    says: "with a wide box the keyboard cannot scroll",
    check: "reflow",
    also: ["axe"],
    insert:
      '<div class="wide"><p class="broad">The bus leaves at 9am and comes back at 4pm, every day but Sunday, all year round.</p></div>',
    css: "@media (max-width: 30rem) { .broad { width: 40rem; } }",
  },
  {
    says: "where text lies on text at 320 pixels",
    check: "reflow",
    insert: '<p>The bus stops by the door.</p><p class="over">Bring your ticket.</p>',
    css: "@media (max-width: 30rem) { .over { margin-top: -2.5rem; } }",
  },
  { says: "with text that does not grow", check: "text-size", css: "#intro { font-size: 19px; }" },
  {
    says: "with text cut off at twice the size",
    check: "text-size",
    css: "@media (min-width: 60rem) { #intro { height: 40px; overflow: hidden; } }",
  },
  {
    says: "with text cut off by wider spacing",
    check: "text-spacing",
    insert: '<p class="tight">Bring a coat<br>and a hat</p>',
    css: ".tight { line-height: 1.1; height: 2.3em; overflow: hidden; }",
  },
  // The letters are made narrow first, so that any other typeface is wider, whichever the machine has.
  {
    says: "with text cut off in the reader's own typeface",
    check: "own-fonts",
    insert: '<p class="tight">Bring a coat</p>',
    css: ".tight { font-size-adjust: 0.3; width: 7em; overflow: hidden; white-space: nowrap; letter-spacing: 0.12em; word-spacing: 0.16em; }",
  },
  { says: "with a button that has no edge in forced colours", check: "forced-colours", css: "#save { border: 0; }" },
  {
    says: "where focus cannot be seen in forced colours",
    check: "forced-colours",
    css: "@media (forced-colors: active) { #save:focus-visible { outline: none; } }",
  },
  { says: "with slanted text", check: "typography", css: "#intro { font-style: italic; }" },
  { says: "with text in capitals", check: "typography", css: "#intro { text-transform: uppercase; }" },
  { says: "with tiny text", check: "typography", css: "@media screen { #intro { font-size: 0.8rem; } }" },
  { says: "with a small target", check: "target-size", css: "#file { display: inline; }" },
  { says: "with targets close together", check: "target-gap", css: ".buttons { gap: 2px; }" },
  { says: "with a banned word", check: "banned-words", insert: "<p>You just need to tell us.</p>" },
  {
    says: "for attendees with a word of finance",
    check: "banned-words",
    insert: "<p>Then we authorise your claim.</p>",
    expectations: { reading: "attendee" },
  },
  { says: "with a date in figures", check: "value-formats", insert: "<p>We meet on 23/03/2027.</p>" },
  { says: "with a value that never came", check: "leaked-values", insert: "<p>Hello undefined.</p>" },
  {
    says: "for attendees with a sentence of 30 words",
    check: "long-sentence",
    expectations: { reading: "attendee", enforceReading: true },
    insert: `<p>We go ${"by bus or by car ".repeat(5)}to the hall we all like.</p>`,
  },
  {
    says: "for attendees that is hard to read",
    check: "reading-age",
    expectations: { reading: "attendee", enforceReading: true },
    insert: `<p>${longWords.repeat(6).replaceAll("authorisation", "administration")}</p>`,
  },
  { says: "that prints its navigation", check: "print", css: "@media print { nav { display: block; } }" },
  { says: "that prints small", check: "print", css: "@media print { #intro { font-size: 10pt; } }" },
];

/** Every spoiled page. Throws where a spoiling finds nothing to spoil, so that none can pass by doing nothing. */
export const spoiledPages: readonly SpoiledPage[] = spoilings.map(({ from, swap = [], insert, css, script, ...rest }) => {
  let html = from === "problem" ? problemHtml : cleanHtml;
  for (const [old, made] of insert === undefined ? swap : [...swap, ["<!-- here -->", insert] as const]) {
    const spoiled = html.replace(old, made);
    if (spoiled === html) throw new Error(`Nothing to spoil for "${rest.says}": ${String(old)} is not on the page`);
    html = spoiled;
  }
  return { ...rest, parts: { html, css: `${cleanCss}\n${css ?? ""}`, ...(script === undefined ? {} : { script }) } };
});
