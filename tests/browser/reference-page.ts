// A page with nothing wrong, in its usual state and after a failed send, served by a small server of its own. The proof of
// the harness spoils it in one place at a time.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The parts of a page that a test may spoil. */
export type PageParts = { readonly html: string; readonly css: string; readonly script?: string };

export type ReferenceServer = {
  readonly baseUrl: string;
  readonly serve: (path: string, parts: PageParts) => void;
  readonly stop: () => Promise<void>;
};

/** Serves each page with a strict content security policy, its style as a file, and its script, if any, as a file. */
export async function startReferenceServer(): Promise<ReferenceServer> {
  const pages = new Map<string, PageParts>();
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? "/", "http://localhost");
    const parts = pages.get(address.searchParams.get("of") ?? address.pathname);
    response.setHeader(
      "content-security-policy",
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'",
    );
    if (address.pathname === "/picture.svg") {
      response
        .setHeader("content-type", "image/svg+xml")
        .end('<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><circle cx="30" cy="30" r="28"/></svg>');
      return;
    }
    if (parts === undefined) {
      response.writeHead(404).end();
      return;
    }
    if (address.pathname === "/style.css") response.setHeader("content-type", "text/css").end(parts.css);
    else if (address.pathname === "/script.js") response.setHeader("content-type", "text/javascript").end(parts.script ?? "");
    else {
      const html = parts.html.replace('href="/style.css"', `href="/style.css?of=${address.pathname}"`);
      const withScript =
        parts.script === undefined
          ? html
          : html.replace("</head>", `<script src="/script.js?of=${address.pathname}" defer></script></head>`);
      response.setHeader("content-type", "text/html; charset=utf-8").end(withScript);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    serve: (path, parts) => void pages.set(path, parts),
    stop: () => new Promise((resolve, reject) => server.close((error) => (error === undefined ? resolve() : reject(error)))),
  };
}

/** The page as it should be. */
export const cleanHtml = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>How will you travel? – Planning meeting – Riverside Group</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header>
<p class="owner">Riverside Group</p>
<ul class="row"><li><a class="alone" href="/display">Display settings</a></li><li><a class="alone" href="/help">Help</a></li></ul>
</header>
<nav aria-label="Main"><ul class="row">
<li><a class="alone" href="/today">Today</a></li>
<li><a class="alone" href="/meetings" id="nav-meetings">Meetings</a></li>
</ul></nav>
<main id="main" tabindex="-1">
<p>Planning meeting, Tuesday 23 March 2027</p>
<h1>How will you travel?</h1>
<p id="intro">We use this to plan your day. Read <a id="inline-link" href="/privacy">who sees your answers</a> before you start.</p>
<img id="picture" src="/picture.svg" alt="" width="60" height="60">
<h2 id="second">Your answers</h2>
<form method="post" action="/travel#problem" novalidate>
<div class="field" id="name-field">
<label id="name-label" for="name">Full name</label>
<p class="hint" id="name-hint">Use the name you want us to use.</p>
<input id="name" name="name" autocomplete="name" aria-describedby="name-hint">
</div>
<fieldset id="travel-group" class="field">
<legend id="travel-legend">How will you get there?</legend>
<div class="choice"><input type="radio" id="travel-bus" name="travel" value="bus"><label for="travel-bus">By bus</label></div>
<div class="choice"><input type="radio" id="travel-car" name="travel" value="car"><label for="travel-car">By car</label></div>
</fieldset>
<fieldset class="field">
<legend>What would help?</legend>
<div class="choice"><input type="checkbox" id="help-seat" name="help" value="seat"><label for="help-seat">A seat by the door</label></div>
<div class="choice"><input type="checkbox" id="help-break" name="help" value="break"><label for="help-break">More breaks</label></div>
</fieldset>
<div class="field"><label for="when">Time you arrive</label><select id="when" name="when"><option>Morning</option><option>Afternoon</option></select></div>
<div class="field"><label for="more">Anything else (optional)</label><textarea id="more" name="more" rows="5"></textarea></div>
<div class="buttons" id="buttons">
<button type="submit" id="save">Save and continue</button>
<button type="submit" name="intent" value="skip" class="second" id="skip-question">Skip this question</button>
</div>
</form>
<details id="why"><summary>Why we ask this</summary><p>Some people need more time to get in.</p></details>
<div class="wide" role="region" aria-labelledby="costs" tabindex="0">
<table id="table">
<caption id="costs">What travel costs</caption>
<thead><tr><th scope="col">Way</th><th scope="col">Cost</th></tr></thead>
<tbody><tr><th scope="row">Bus</th><td>£2</td></tr><tr><th scope="row">Car</th><td>45p a mile</td></tr></tbody>
</table>
</div>
<p><a class="alone" id="file" href="/travel.pdf">Travel form (PDF, 2 pages)</a></p>
<!-- here -->
</main>
<section aria-labelledby="contact" class="contact">
<h2 id="contact">Stuck? Talk to a person</h2>
<p>Sam Okafor, <a class="alone" id="phone" href="tel:07700900982">07700 900982</a>, Monday to Friday, 9am to 5pm.</p>
</section>
<footer><ul class="row"><li><a class="alone" href="/accessibility">Accessibility statement</a></li><li><a class="alone" href="/privacy">Who sees your answers</a></li></ul></footer>
</body>
</html>`.replace('<a class="alone" href="/privacy">Who sees your answers</a>', '<a class="alone" href="/cookies">Cookies</a>');

/** The same page after it was sent without a name and without a way to travel. */
export const problemHtml = cleanHtml
  .replace("<title>", "<title>Error: ")
  .replace(
    "<p>Planning meeting, Tuesday",
    `<div id="problem" class="problem" tabindex="-1" autofocus><div role="alert"><h2>There is a problem</h2><ul class="stack"><li><a class="alone" id="to-name" href="#name">Enter your full name</a></li><li><a class="alone" id="to-travel" href="#travel-bus">Choose how you will get there</a></li></ul></div></div>
<p>Planning meeting, Tuesday`,
  )
  .replace(
    '<input id="name" name="name" autocomplete="name" aria-describedby="name-hint">',
    '<p class="message" id="name-error"><span class="unseen">Error: </span>Enter your full name</p><input id="name" name="name" autocomplete="name" aria-describedby="name-hint name-error" aria-invalid="true">',
  )
  .replace('<fieldset id="travel-group" class="field">', '<fieldset id="travel-group" class="field" aria-describedby="travel-error">')
  .replace(
    "How will you get there?</legend>",
    'How will you get there?</legend><p class="message" id="travel-error"><span class="unseen">Error: </span>Choose how you will get there</p>',
  );

/** A style with nothing wrong: both colour schemes, forced colours, paper, 320 pixels. */
export const cleanCss = `
:root { color-scheme: light dark; --page: #fbfaf7; --ink: #1b1f24; --link: #0b4a99; --edge: #59616c; --fill: #0b4f6c; --on-fill: #ffffff; --wrong: #8a1c14; --ring: #1b1f24; }
@media screen and (prefers-color-scheme: dark) { :root { --page: #14181d; --ink: #f2f4f6; --link: #9ccbff; --edge: #8d98a4; --fill: #86cbe6; --on-fill: #0e1317; --wrong: #ffb4ab; --ring: #ffe066; } }
* { box-sizing: border-box; }
html { background: var(--page); }
body { margin: 0; padding: 1rem; color: var(--ink); background: var(--page); font: 400 1.1875rem/1.5 sans-serif; }
h1, h2 { line-height: 1.25; margin: 1.5rem 0 1rem; overflow-wrap: anywhere; }
a { color: var(--link); }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; display: inline-flex; align-items: center; min-height: 2.75rem; }
.row, .stack { list-style: none; margin: 0.5rem 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.5rem; }
.stack { flex-direction: column; }
.alone { display: inline-flex; align-items: center; min-height: 2.75rem; min-width: 2.75rem; }
.field { margin: 0 0 2rem; padding: 0; border: 0; min-width: 0; }
label, legend { font-weight: 700; padding: 0; }
.hint, .message { margin: 0.25rem 0; }
.message { color: var(--wrong); font-weight: 700; border-left: 4px solid; padding-left: 0.5rem; }
.problem { border: 4px solid var(--wrong); padding: 1rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
input:not([type=radio], [type=checkbox]), select, textarea { display: block; width: 100%; max-width: 24rem; min-height: 2.75rem; font: inherit; color: inherit; background: var(--page); border: 2px solid var(--edge); padding: 0.25rem 0.5rem; }
.choice { display: flex; align-items: center; gap: 0.75rem; min-height: 2.75rem; margin-bottom: 0.5rem; }
.choice input { flex: none; width: 1.75rem; height: 1.75rem; margin: 0; }
.choice label { flex: auto; font-weight: 400; padding: 0.5rem 0; min-height: 2.75rem; }
.buttons { display: flex; flex-wrap: wrap; gap: 1rem; }
button { font: inherit; min-height: 3rem; padding: 0.5rem 1rem; color: var(--on-fill); background: var(--fill); border: 2px solid transparent; }
.second { color: var(--ink); background: var(--page); border-color: var(--edge); }
details { margin: 1.5rem 0; }
summary { display: flex; align-items: center; min-height: 2.75rem; color: var(--link); }
.wide { overflow-x: auto; }
th, td { text-align: left; padding: 0.25rem 1rem 0.25rem 0; }
:focus-visible, .problem:focus { outline: 3px solid var(--ring); outline-offset: 3px; }
@media print { :root { --page: #ffffff; --ink: #000000; --link: #000000; --wrong: #000000; } nav, .skip, header .row, .contact, footer, button, .buttons { display: none; } }
`;
