// What the checks share inside the page: what can be seen, what things are called, colours. `makeTools` and every check are
// sent to the browser as source text, so they may use nothing from outside themselves except their arguments.
import type { CDPSession } from "playwright-core";
import type { CheckName, Fault } from "#tests/support/page-checks/fault.ts";

export type Tools = ReturnType<typeof makeTools>;

/** Runs one function inside the page, with the shared tools and the given settings, and brings back what it answers. */
export async function runInPage<Settings, Answer>(
  session: CDPSession,
  check: (tools: Tools, settings: Settings) => Answer | Promise<Answer>,
  settings: Settings,
): Promise<Answer> {
  const tools = `globalThis.__pageTools ??= (${makeTools.toString()})(); __pageTools.lookAfresh()`;
  return evaluate<Answer>(session, `${tools}; (${check.toString()})(__pageTools, ${JSON.stringify(settings ?? null)})`);
}

/** One check with its settings, ready to be sent to the page together with others. */
export type PreparedCheck = { readonly source: string };

/** A check and its settings as text; several of these go to the page in one journey. */
export function prepared<Settings>(
  check: (tools: Tools, settings: Settings) => readonly Fault[] | void | Promise<readonly Fault[]>,
  settings: Settings,
): PreparedCheck {
  return { source: `(${check.toString()})(tools, ${JSON.stringify(settings ?? null)})` };
}

/** Runs prepared checks one after another in one journey to the page, and brings back all their faults. */
export async function runTogether(session: CDPSession, checks: readonly PreparedCheck[]): Promise<readonly Fault[]> {
  const calls = checks.map(({ source }) => `tools.lookAfresh(); faults.push(...((await ${source}) ?? []));`).join("\n");
  const tools = `(globalThis.__pageTools ??= (${makeTools.toString()})())`;
  return evaluate<readonly Fault[]>(session, `(async () => { const tools = ${tools}; const faults = []; ${calls} return faults; })()`);
}

/** Evaluates source text in the page by the browser's own tools, which the page's content security policy does not stop. */
export async function evaluate<Answer>(session: CDPSession, expression: string): Promise<Answer> {
  const answer = await session.send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
  if (answer.exceptionDetails !== undefined) {
    const { exception, text } = answer.exceptionDetails;
    throw new Error(`A page check stopped inside the page: ${exception?.description ?? text}`);
  }
  return answer.result.value as Answer;
}

/** The tools themselves. Runs inside the page. */
export function makeTools() {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number];

  /** Anything a later pass needs from an earlier one. */
  const memory = new Map<string, unknown>();

  const usable = "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary";
  const pressable = "a[href], button, input[type=submit], input[type=button], input[type=reset], input[type=image], summary";

  function fault(check: CheckName, where: Element | null, message: string): Fault {
    return { check, where: where === null ? "page" : selectorOf(where), message };
  }

  function selectorOf(element: Element): string {
    const steps: string[] = [];
    let at: Element | null = element;
    while (at !== null && at !== document.documentElement) {
      if (at.id !== "" && document.querySelectorAll(`[id="${CSS.escape(at.id)}"]`).length === 1) {
        steps.unshift(`#${CSS.escape(at.id)}`);
        break;
      }
      const tag = at.localName;
      const alike: Element[] = [...(at.parentElement?.children ?? [])].filter((sibling) => sibling.localName === tag);
      steps.unshift(alike.length > 1 ? `${tag}:nth-of-type(${alike.indexOf(at) + 1})` : tag);
      at = at.parentElement;
    }
    return steps.length === 0 ? element.localName : steps.join(" > ");
  }

  const squash = (text: string): string => text.replace(/\s+/g, " ").trim();
  const short = (text: string): string => {
    const line = squash(text);
    return line.length > 60 ? `${line.slice(0, 57)}...` : line;
  };

  /** Laid out and not switched off; text for screen readers only counts as shown. */
  function isShown(element: Element): boolean {
    return element.checkVisibility({ visibilityProperty: true });
  }

  const hidden = new Map<Element, boolean>();

  /** Forgets what was measured; called before every check and whenever the page has changed its dress. */
  function lookAfresh(): void {
    hidden.clear();
  }

  /** Put where eyes do not find it: clipped to a point, moved off the page, or fully see-through. */
  function isOutOfSight(element: Element): boolean {
    const known = hidden.get(element);
    if (known !== undefined) return known;
    const parent = element.parentElement;
    const answer = hides(element) || (parent !== null && parent !== document.documentElement && isOutOfSight(parent));
    hidden.set(element, answer);
    return answer;
  }

  function hides(element: Element): boolean {
    const style = getComputedStyle(element);
    if (style.opacity === "0" || style.clipPath === "inset(50%)" || style.clipPath === "inset(100%)") return true;
    if (style.position !== "absolute" && style.position !== "fixed") return false;
    // The old property is still what many style sheets hide text with.
    if (["rect(0px, 0px, 0px, 0px)", "rect(1px, 1px, 1px, 1px)"].includes(style.getPropertyValue("clip"))) return true;
    const box = element.getBoundingClientRect();
    if (style.overflow !== "visible" && box.width <= 1 && box.height <= 1) return true;
    return box.right + scrollX < -500 || box.bottom + scrollY < -500;
  }

  const isSeen = (element: Element): boolean => isShown(element) && !isOutOfSight(element);

  /** Every piece of text laid out under `root`, without the insides of scripts, styles and boxes to type in. */
  function textNodes(root: Element = document.body): Text[] {
    const found: Text[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || (node.textContent ?? "").trim() === "") continue;
      if (parent.closest("script, style, noscript, template, textarea, select, datalist") !== null) continue;
      if (isShown(parent)) found.push(node as Text);
    }
    return found;
  }

  /** The elements that hold text people see, each once. */
  function textElements(): Element[] {
    const parents = new Set(textNodes().flatMap((node) => (node.parentElement === null ? [] : [node.parentElement])));
    return [...parents].filter((element) => !isOutOfSight(element));
  }

  function isBlock(element: Element): boolean {
    return !["inline", "contents", "ruby", "ruby-text"].includes(getComputedStyle(element).display);
  }

  /** The words people see in an element, with a space where blocks meet. */
  function seenText(element: Element): string {
    const parts = textNodes(element).filter((node) => node.parentElement !== null && !isOutOfSight(node.parentElement));
    return squash(joined(parts));
  }

  function joined(nodes: readonly Text[]): string {
    let text = "";
    let before: Element | null = null;
    for (const node of nodes) {
      const block = blockOf(node);
      text += before !== null && before !== block ? ` ${node.data}` : node.data;
      before = block;
    }
    return text;
  }

  function blockOf(node: Text): Element {
    let at = node.parentElement ?? document.body;
    while (at !== document.body && !isBlock(at)) at = at.parentElement ?? document.body;
    return at;
  }

  function labelsOf(control: Element): HTMLLabelElement[] {
    return "labels" in control && control.labels instanceof NodeList ? ([...control.labels] as HTMLLabelElement[]) : [];
  }

  /** The words people see for a control: its own, those on its face, or its label's. */
  function wordsOnControl(control: Element): string {
    if (control instanceof HTMLInputElement && ["submit", "button", "reset"].includes(control.type)) return squash(control.value);
    if (control.matches("input, select, textarea")) return squash(labelsOf(control).map(seenText).join(" "));
    return seenText(control);
  }

  /** The question a control belongs to, for controls that repeat inside groups ("Day", "Yes"). */
  function questionOf(control: Element): string {
    const legends: string[] = [];
    for (let at = control.closest("fieldset"); at !== null; at = at.parentElement?.closest("fieldset") ?? null) {
      const legend = at.querySelector(":scope > legend");
      if (legend !== null) legends.unshift(squash(legend.textContent ?? ""));
    }
    return legends.join(" ");
  }

  /** The name a screen reader or voice control knows the element by, as axe-core works it out; axe must be set up. */
  function nameOf(element: Element): string {
    const { axe } = globalThis as unknown as { axe: { commons: { text: { accessibleText: (element: Element) => string } } } };
    return squash(axe.commons.text.accessibleText(element));
  }

  let painter: CanvasRenderingContext2D | null | undefined;

  function colourOf(text: string): Colour {
    const numbers = /^rgba?\(([^)]+)\)$/
      .exec(text)?.[1]
      ?.split(/[\s,/]+/)
      .map(Number);
    if (numbers !== undefined && numbers.length >= 3) return [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0, numbers[3] ?? 1];
    const shares = /^color\(srgb ([^)]+)\)$/
      .exec(text)?.[1]
      ?.split(/[\s/]+/)
      .map(Number);
    if (shares !== undefined) return [(shares[0] ?? 0) * 255, (shares[1] ?? 0) * 255, (shares[2] ?? 0) * 255, shares[3] ?? 1];
    painter ??= document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    if (painter === null || painter === undefined) throw new Error(`No way to read the colour ${text}`);
    painter.clearRect(0, 0, 1, 1);
    painter.fillStyle = text;
    painter.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = painter.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  }

  function over(top: Colour, under: Colour): Colour {
    const [, , , alpha] = top;
    const mix = (index: 0 | 1 | 2): number => top[index] * alpha + under[index] * (1 - alpha);
    return [mix(0), mix(1), mix(2), 1];
  }

  /** The contrast of two opaque colours, from 1 to 21, by the WCAG formula. */
  function contrast(one: Colour, other: Colour): number {
    const channel = (value: number): number => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    const light = (colour: Colour): number => 0.2126 * channel(colour[0]) + 0.7152 * channel(colour[1]) + 0.0722 * channel(colour[2]);
    const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  /** The colour behind what stands in this element, and whether a picture lies there too. */
  function backgroundOf(element: Element | null): { colour: Colour; picture: boolean } {
    const layers: Colour[] = [];
    let picture = false;
    for (let at = element; at !== null; at = at.parentElement) {
      const style = getComputedStyle(at);
      // A small picture that is not repeated is an icon, not something text stands on.
      if (style.backgroundImage !== "none" && !(style.backgroundRepeat === "no-repeat" && style.backgroundSize !== "cover")) picture = true;
      const colour = colourOf(style.backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] >= 1) break;
    }
    const paper = layers.some((layer) => layer[3] >= 1) ? undefined : canvasColour();
    const start: Colour = paper ?? [255, 255, 255, 1];
    return { colour: layers.reduceRight((under, layer) => over(layer, under), start), picture };
  }

  /** What the browser paints where nothing else is painted; dark where the page follows a dark scheme. */
  function canvasColour(): Colour {
    const probe = document.createElement("div");
    probe.style.backgroundColor = "Canvas";
    document.documentElement.append(probe);
    const colour = colourOf(getComputedStyle(probe).backgroundColor);
    probe.remove();
    return colour;
  }

  function opacityOf(element: Element): number {
    let opacity = 1;
    for (let at: Element | null = element; at !== null; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
    return opacity;
  }

  /** The stops Tab should make, in the order of the document; of a set of radios one, as browsers do. */
  function stops(): HTMLElement[] {
    const selector = `${usable}, iframe, audio[controls], video[controls], [contenteditable=""], [contenteditable=true], [tabindex]`;
    const groups = new Set<string>();
    return [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => {
      if (element.tabIndex < 0 || !isShown(element) || element.closest("[inert]") !== null || element.matches(":disabled")) return false;
      if (element.localName === "summary" && !element.matches("details > summary:first-of-type")) return false;
      if (!(element instanceof HTMLInputElement) || element.type !== "radio" || element.name === "") return true;
      const group = [...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(element.name)}"]`)].filter(
        (radio) => radio.form === element.form,
      );
      const chosen = group.find((radio) => radio.checked);
      if (chosen !== undefined) return chosen === element;
      const key = `${element.name} ${element.form === null ? -1 : [...document.forms].indexOf(element.form)}`;
      if (groups.has(key)) return false;
      groups.add(key);
      return true;
    });
  }

  /** Lays a style sheet over the page until it is taken off again; the page's own policy does not stop this kind. */
  function wear(css: string): () => void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((worn) => worn !== sheet);
    };
  }

  /** Whether what is found at a point is the element: itself, what is in it, its label, or, between the lines of inline text, what is around it. */
  function belongsTo(hit: Element | null, element: Element): boolean {
    if (hit === null) return false;
    return element.contains(hit) || labelsOf(element).some((label) => label.contains(hit)) || (!isBlock(element) && hit.contains(element));
  }

  function problemSummary(): HTMLElement | null {
    return document.querySelector<HTMLElement>("#problem, .govuk-error-summary");
  }

  return {
    memory,
    usable,
    pressable,
    fault,
    selectorOf,
    squash,
    short,
    isShown,
    isOutOfSight,
    lookAfresh,
    isSeen,
    isBlock,
    textNodes,
    textElements,
    seenText,
    joined,
    blockOf,
    labelsOf,
    wordsOnControl,
    questionOf,
    nameOf,
    colourOf,
    over,
    contrast,
    backgroundOf,
    opacityOf,
    stops,
    wear,
    belongsTo,
    problemSummary,
  };
}
