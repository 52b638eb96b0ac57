// What the page checks look for, what they report, and what a caller may say about the page in front of them.

/** Every check by name, with what it promises. Numbers are those of the acceptance list the checks were built from. */
export const pageChecks = {
  axe: "axe-core finds nothing: WCAG 2.0 to 2.2 at A and AA, and its best practices, wide and narrow",
  "heading-order": "one h1, and no level of heading is skipped (21)",
  "page-title": "the title starts with the h1, after 'Error: ' if there is one (21)",
  landmarks: "one header, main and footer, named navs, and everything inside a landmark (22)",
  language: "the page says which language it is in (25)",
  "skip-link": "the first stop leads into main by keyboard (2)",
  tabindex: "no positive tabindex, and nothing focusable that does nothing (4)",
  "duplicate-id": "an id is used once (112)",
  references: "what a control points to exists and says something (32)",
  "aria-misuse": "no role replaces a native element, no label on text nobody can use (33)",
  "current-page": "navigation says which page this is (34)",
  tables: "tables have a caption, scoped headers, no empty headers, no merged cells (27)",
  "narrow-tables": "tables laid out as blocks on narrow screens keep their roles (28)",
  images: "pictures have an alternative or are hidden as decoration (30, 31)",
  video: "videos have controls and captions (97)",
  "help-block": "the way to a person is on the page, after the heading and before the footer (87)",
  "visible-name": "the name of a control starts with the words people see (17)",
  "unique-names": "two different controls never share a name (18, 80)",
  "link-text": "links make sense on their own",
  "file-links": "links to files end with the kind of file (98)",
  "new-tab": "no link opens a new tab",
  labels: "every control has a label or legend people can see (19)",
  groups: "choices stand in a fieldset with a legend (20)",
  errors: "summary, title, messages and marked fields agree (38, 39, 40)",
  "error-focus": "after a failed send, focus is on the summary (10)",
  autocomplete: "autocomplete tokens are ones we use (42)",
  "input-types": "no number, date, time, slider or colour boxes (43)",
  "form-submission": "forms leave checking to the server, and Enter goes on (14)",
  asterisk: "required or optional is said in words (51)",
  "typing-limit": "typing is never stopped at a limit (44, 52)",
  disabled: "nothing is disabled (53)",
  placeholder: "no placeholder text",
  tooltip: "no title tooltips (77)",
  "page-refresh": "the page does not reload by itself (56)",
  motion: "nothing moves or plays by itself (57)",
  "inline-handler": "no script inside attributes",
  "script-free": "a plain page has and asks for no script (109)",
  "third-party": "nothing is asked of another site (59)",
  "changes-by-itself": "choosing or typing alone changes nothing else (12)",
  "single-key": "no shortcut of a single key (13)",
  console: "the browser has nothing to complain about",
  "keyboard-reach": "everything that can be used can be reached by Tab (1)",
  "keyboard-trap": "Tab always leads on (5)",
  "focus-order": "the order of stops is the order seen and read (3)",
  "focus-indicator": "every stop shows clearly that it has focus (6)",
  "focus-covered": "what has focus is in view and not covered (7)",
  "stops-to-button": "at most 12 stops to the main button of a question page (8, 82)",
  "fixed-position": "nothing floats over the page (7)",
  "text-contrast": "text stands out 7 to 1, large text 4.5 to 1, in light, dark and every theme asked for (65)",
  "control-contrast": "the edge or fill of a control stands out 3 to 1 (66)",
  reflow: "at 320 by 256 nothing scrolls sideways, is cut or overlaps (68, 69)",
  "text-size": "at twice the text size all text grows and none is cut (69)",
  "text-spacing": "with wider spacing nothing is cut (70)",
  "own-fonts": "with the reader's own wide typeface nothing is cut (71)",
  "forced-colours": "in forced colours controls keep an edge, focus shows, text is seen (72)",
  typography: "no capitals, italics, justified, thin or tiny text",
  "target-size": "targets are 44 by 44 or inside a sentence (79)",
  "target-gap": "8 pixels between neighbouring targets (79)",
  "banned-words": "no word the content guide rules out (86)",
  "value-formats": "dates, times and money are written one way (91)",
  "leaked-values": "no undefined, no NaN, no unfilled place",
  "long-sentence": "no sentence over 25 words on pages for attendees (85)",
  "reading-age": "pages for attendees read at age 11 or less (85)",
  print: "on paper: no navigation or buttons, 12 point or more, nothing cut (101)",
  "unique-titles": "different pages have different titles (23)",
  "same-help": "the way to a person reads the same on every page (87)",
} as const;

export type CheckName = keyof typeof pageChecks;

/** One thing wrong: which check says so, the place as a selector, and what is wrong there. */
export type Fault = { readonly check: CheckName; readonly where: string; readonly message: string };

/** A fault put up with, and why. `where` is part of the place or of the message; the day says when somebody last looked. */
export type Exception = { readonly check: CheckName; readonly where?: string; readonly because: string; readonly lookedAtOn: string };

/** What the caller knows about the page. */
export type PageExpectations = {
  /** The page must carry and ask for no script at all. */
  readonly plain?: boolean;
  /** Who reads it; attendee pages are measured for sentence length and reading age. Default "staff". */
  readonly reading?: "attendee" | "staff";
  /** Long sentences and a high reading age become faults; otherwise they are notes. */
  readonly enforceReading?: boolean;
  /** A question page: the main button must be near. */
  readonly questionPage?: boolean;
  /** Default "en-GB". */
  readonly language?: "en-GB" | "cy";
  /** Said true, a summary of problems must be there; said false, none may be. */
  readonly hasProblems?: boolean;
  /** The heading of the way to a person; false for pages that have none. Default "Stuck? Talk to a person". */
  readonly help?: string | false;
  /** Values for data-theme to look at besides light and dark. */
  readonly themes?: readonly string[];
  /** Text that people typed, as a selector: it is left out of the word checks. */
  readonly theirWords?: string;
  /** Words of the ban that this page has a reason to use, in lower case. */
  readonly allowedWords?: readonly string[];
  /** The page is thrown away afterwards, so choices may be changed and keys pressed to see what happens. */
  readonly mayDisturb?: boolean;
  /** Screenshots are written under this page and state. */
  readonly picture?: { readonly page: string; readonly state: string };
  readonly except?: readonly Exception[];
};

/** What one visit found. Notes are worth reading and fail nothing. */
export type PageReport = {
  readonly address: string;
  readonly title: string;
  /** The words of the way to a person, to compare across pages. */
  readonly helpText: string;
  readonly faults: readonly Fault[];
  readonly notes: readonly Fault[];
  readonly milliseconds: Readonly<Record<string, number>>;
};
