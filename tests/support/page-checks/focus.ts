// Checks of the keyboard: every stop is reached by real presses of Tab, in order, in view, and shows that it has focus.
// The browser reports from inside the page at each release of the key, so one visit of all stops answers everything.
import type { CDPSession } from "playwright-core";
import type { CheckName, Fault } from "#tests/support/page-checks/fault.ts";
import { prepared, runInPage, runTogether, type Tools } from "#tests/support/page-checks/tools.ts";

const keyCodes: Readonly<Record<string, number>> = { Tab: 9, Enter: 13 };

/** Tabs through the whole page, then uses the skip link. The page is left as it was, except for focus. */
export async function keyboardFaults(session: CDPSession, settings: { readonly questionPage: boolean }): Promise<readonly Fault[]> {
  await runInPage(session, addFocusTools, null);
  const presses = await runInPage(session, startWatching, null);
  await press(
    session,
    Array.from({ length: presses }, () => "Tab"),
  );
  const walked = await runTogether(session, [prepared(whatTheWalkShowed, settings), prepared(startAgain, null)]);
  // Enter is pressed only on a link within the page, so that a page without a skip link is not left.
  await press(session, ["Tab"]);
  const first = await runInPage(session, firstStopFaults, null);
  if (first.length > 0) return [...walked, ...first];
  await press(session, ["Enter", "Tab"]);
  return [...walked, ...(await runInPage(session, whatTheSkipLinkDid, null))];
}

/** Presses every letter and figure with nothing in focus: none may do anything. For pages with scripts. */
export async function singleKeyFaults(session: CDPSession): Promise<readonly Fault[]> {
  await runInPage(session, watchSingleKeys, null);
  await press(session, "abcdefghijklmnopqrstuvwxyz0123456789".split(""));
  return runInPage(session, whatSingleKeysDid, null);
}

async function press(session: CDPSession, keys: readonly string[]): Promise<void> {
  await Promise.all(
    keys.flatMap((key) => {
      const windowsVirtualKeyCode = keyCodes[key] ?? key.toUpperCase().charCodeAt(0);
      const text = key === "Tab" ? {} : { text: key === "Enter" ? "\r" : key };
      const event = { key, code: key.length > 1 ? key : `Key${key.toUpperCase()}`, windowsVirtualKeyCode };
      return [
        session.send("Input.dispatchKeyEvent", { type: key === "Tab" ? "rawKeyDown" : "keyDown", ...event, ...text }),
        session.send("Input.dispatchKeyEvent", { type: "keyUp", ...event }),
      ];
    }),
  );
}

type FocusTools = {
  readonly dressOf: (element: HTMLElement) => Dress;
  readonly showsFocus: (element: HTMLElement, before: Dress) => boolean;
  readonly coveredAt: (element: HTMLElement) => string | null;
};

type Dress = { readonly wasOutOfSight: boolean; readonly layers: readonly Readonly<Record<string, string>>[] };

/** Adds to the tools how focus is recognised. Runs inside the page. */
function addFocusTools(tools: Tools): void {
  type Layer = "self" | "before" | "after";
  const sides = ["Top", "Right", "Bottom", "Left"] as const;
  const pseudo: Readonly<Record<Layer, string | null>> = { self: null, before: "::before", after: "::after" };

  /** What is drawn for an element: itself and what its style adds, and the same for its label, on which choices are often drawn. */
  function parts(element: HTMLElement): { readonly holder: HTMLElement; readonly layer: Layer }[] {
    const holders = [element, ...tools.labelsOf(element)];
    const layers: readonly Layer[] = ["self", "before", "after"];
    return holders.flatMap((holder) =>
      layers
        .filter((layer) => layer === "self" || getComputedStyle(holder, pseudo[layer]).content !== "none")
        .map((layer) => ({ holder, layer })),
    );
  }

  function drawn(holder: HTMLElement, layer: Layer): Record<string, string> {
    const style = getComputedStyle(holder, pseudo[layer]);
    const record: Record<string, string> = {
      outlineStyle: style.outlineStyle,
      outlineWidth: style.outlineWidth,
      outlineColor: style.outlineColor,
      boxShadow: style.boxShadow,
      backgroundColor: style.backgroundColor,
      opacity: style.opacity,
    };
    for (const side of sides) {
      record[`width${side}`] = style[`border${side}Style`] === "none" ? "0px" : style[`border${side}Width`];
      record[`colour${side}`] = style[`border${side}Color`];
    }
    return record;
  }

  function dressOf(element: HTMLElement): Dress {
    return { wasOutOfSight: tools.isOutOfSight(element), layers: parts(element).map(({ holder, layer }) => drawn(holder, layer)) };
  }

  /** A change on focus that is at least 2 pixels thick, or a change of fill, and that stands out 3 to 1. */
  function showsFocus(element: HTMLElement, before: Dress): boolean {
    tools.lookAfresh();
    // What comes into sight with focus, like a skip link, shows it by being there.
    if (before.wasOutOfSight && !tools.isOutOfSight(element)) return true;
    const now = parts(element);
    return now.some(({ holder, layer }, index) => {
      const was = before.layers[index];
      const is = drawn(holder, layer);
      if (is["opacity"] === "0") return false;
      const outside = tools.backgroundOf(layer === "self" ? holder.parentElement : holder).colour;
      const strong = (colour: string | undefined): boolean => {
        const seen = tools.colourOf(colour ?? "transparent");
        return seen[3] > 0 && tools.contrast(tools.over(seen, outside), outside) >= 2.995;
      };
      /** What was there before, seen on what lies around; a line that only changes its colour must differ from its old self too. */
      const differs = (colour: string | undefined, former: string | undefined): boolean =>
        tools.contrast(
          tools.over(tools.colourOf(colour ?? "transparent"), outside),
          tools.over(tools.colourOf(former ?? "transparent"), outside),
        ) >= 2.995;
      const pixels = (text: string | undefined): number => parseFloat(text ?? "0") || 0;
      // The browser's own "auto" outline differs from browser to browser, so it is not counted on.
      const isOwnOutline = is["outlineStyle"] !== "none" && is["outlineStyle"] !== "auto";
      const hadOutline = was !== undefined && was["outlineStyle"] !== "none" && pixels(was["outlineWidth"]) >= pixels(is["outlineWidth"]);
      const isNewOutline = !hadOutline || differs(is["outlineColor"], was["outlineColor"]);
      if (isOwnOutline && isNewOutline && pixels(is["outlineWidth"]) >= 2 && strong(is["outlineColor"])) return true;
      if (is["boxShadow"] !== was?.["boxShadow"] && is["boxShadow"] !== "none") {
        const layers = (is["boxShadow"] ?? "").split(/,(?![^(]*\))/);
        const thick = layers.some((shadow) => {
          const colour = /(rgba?|color)\([^)]*\)/.exec(shadow)?.[0];
          const lengths = shadow.replace(/(rgba?|color)\([^)]*\)/, "").match(/-?[\d.]+px/g) ?? [];
          const [x = 0, y = 0, , spread = 0] = lengths.map(parseFloat);
          return Math.max(Math.abs(x), Math.abs(y), 0) + spread >= 2 && strong(colour);
        });
        if (thick) return true;
      }
      const grown = sides.some((side) => {
        const wider = pixels(is[`width${side}`]) - pixels(was?.[`width${side}`]) >= 2;
        const recoloured = pixels(is[`width${side}`]) >= 2 && differs(is[`colour${side}`], was?.[`colour${side}`]);
        return (wider || recoloured) && strong(is[`colour${side}`]);
      });
      if (grown) return true;
      const fill = (text: string | undefined): ReturnType<typeof tools.colourOf> =>
        tools.over(tools.colourOf(text ?? "transparent"), outside);
      return (
        is["backgroundColor"] !== was?.["backgroundColor"] &&
        tools.contrast(fill(is["backgroundColor"]), fill(was?.["backgroundColor"])) >= 2.995
      );
    });
  }

  /** Null where the element is wholly in view with nothing over it; else what is in the way. */
  function coveredAt(element: HTMLElement): string | null {
    for (const box of element.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      // Where more than half of a small window is one tall box, it is enough that its beginning is in view.
      const isTall = box.height > innerHeight / 2 && box.top < innerHeight;
      for (const across of [0.1, 0.5, 0.9]) {
        for (const down of [0.1, 0.5, 0.9]) {
          const x = box.left + box.width * across;
          const y = box.top + box.height * down;
          if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) {
            if (box.width > innerWidth || isTall) continue;
            return "the edge of the window";
          }
          const hit = document.elementFromPoint(x, y);
          if (!tools.belongsTo(hit, element)) return hit === null ? "nothing that can be named" : tools.selectorOf(hit);
        }
      }
    }
    return null;
  }

  tools.memory.set("focus tools", { dressOf, showsFocus, coveredAt } satisfies FocusTools);
}

/** Notes how every stop looks unfocused, listens to the key, and says how often Tab is to be pressed. */
function startWatching(tools: Tools): number {
  const focus = tools.memory.get("focus tools") as FocusTools;
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const expected = tools.stops();
  const dress = new Map(expected.map((element) => [element, focus.dressOf(element)]));
  const reached: HTMLElement[] = [];
  const covered = new Map<HTMLElement, string>();
  const plain = new Set<HTMLElement>();
  const listener = (event: KeyboardEvent): void => {
    const element = document.activeElement;
    if (event.key !== "Tab" || !(element instanceof HTMLElement) || element === document.body) return;
    reached.push(element);
    const by = focus.coveredAt(element);
    if (by !== null) covered.set(element, by);
    const before = dress.get(element);
    if (before !== undefined && !focus.showsFocus(element, before)) plain.add(element);
  };
  addEventListener("keyup", listener, true);
  tools.memory.set("walk", { expected, reached, covered, plain, dress, stop: () => removeEventListener("keyup", listener, true) });
  startAtTheTop();
  const films = expected.filter((element) => element.matches("video, audio")).length;
  return expected.length + films * 12 + 2;

  /** The browser begins the next Tab where focus last was; a moment at the very top makes that the top. */
  function startAtTheTop(): void {
    const marker = document.createElement("span");
    marker.tabIndex = -1;
    document.body.prepend(marker);
    marker.focus({ preventScroll: true });
    marker.remove();
  }
}

/** What the presses of Tab showed: reach, order, view and visibility of focus. */
function whatTheWalkShowed(tools: Tools, settings: { readonly questionPage: boolean }): Fault[] {
  type Walk = {
    readonly expected: HTMLElement[];
    readonly reached: HTMLElement[];
    readonly covered: Map<HTMLElement, string>;
    readonly plain: Set<HTMLElement>;
    readonly stop: () => void;
  };
  const walk = tools.memory.get("walk") as Walk;
  walk.stop();
  const { fault, short, wordsOnControl } = tools;
  const said = (element: Element): string => `"${short(wordsOnControl(element)) || tools.selectorOf(element)}"`;
  const faults: Fault[] = [];
  const first = walk.reached.filter((element, index) => walk.reached.indexOf(element) === index);
  const missed = walk.expected.filter((element) => !first.includes(element));
  const last = walk.reached.at(-1);
  const [firstMissed] = missed;
  if (firstMissed !== undefined && last !== undefined && walk.reached.length > first.length) {
    faults.push(fault("keyboard-trap", last, `Tab does not lead on from ${said(last)} to ${said(firstMissed)}`));
  } else {
    for (const element of missed) faults.push(fault("keyboard-reach", element, `Tab never reaches ${said(element)}`));
  }
  for (const element of document.querySelectorAll<HTMLElement>(tools.usable)) {
    const isRadio = element instanceof HTMLInputElement && element.type === "radio";
    if (element.tabIndex < 0 && tools.isShown(element) && !isRadio)
      faults.push(fault("keyboard-reach", element, `${said(element)} is taken out of the way of Tab`));
  }
  for (const element of document.querySelectorAll<HTMLElement>(
    "[role=button], [role=link], [role=checkbox], [role=radio], [role=tab], [role=menuitem]",
  )) {
    if (!element.hasAttribute("tabindex") && !element.matches(tools.usable) && tools.isShown(element))
      faults.push(fault("keyboard-reach", element, `${said(element)} takes no focus`));
  }

  const inOrder = first.filter((element) => element.tabIndex === 0);
  for (const [index, element] of inOrder.entries()) {
    const before = inOrder[index - 1];
    if (before === undefined) continue;
    const isBackwards = (before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) === 0;
    const [was, is] = [before.getBoundingClientRect(), element.getBoundingClientRect()];
    const isHidden = tools.isOutOfSight(before) || tools.isOutOfSight(element);
    const isAbove = is.bottom <= was.top + 1 && is.left <= was.left + 1;
    const isLeft = Math.abs(is.top - was.top) < 2 && is.right <= was.left + 1;
    if (isBackwards)
      faults.push(fault("focus-order", element, `${said(element)} comes after ${said(before)} and stands before it in the document`));
    else if (!isHidden && (isAbove || isLeft))
      faults.push(fault("focus-order", element, `${said(element)} comes after ${said(before)} and is seen before it`));
  }
  for (const [element, by] of walk.covered)
    faults.push(fault("focus-covered", element, `${said(element)} has focus and is covered by ${by}`));
  for (const element of walk.plain) faults.push(fault("focus-indicator", element, `Nobody can see that ${said(element)} has focus`));

  if (settings.questionPage) {
    const button = first.findIndex((element) => element.matches("main button:not([type=button]), main input[type=submit]"));
    const before = first.slice(0, button + 1).filter((element) => !element.matches("input[type=radio], input[type=checkbox]"));
    if (button === -1) faults.push(fault("stops-to-button", null, "This question page has no main button"));
    else if (before.length > 12)
      faults.push(fault("stops-to-button", first[button] ?? null, `${before.length} stops to the main button; 12 are the most`));
  }
  return faults;
}

type Landing = { readonly element: Element | null; readonly isSeen: boolean; readonly box: DOMRect | null };
type SkipWatch = { readonly landings: Landing[]; readonly address: string; readonly stop: () => void };

/** Puts the start of Tab back to the top, and listens for the three presses that use the skip link. */
function startAgain(tools: Tools): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const marker = document.createElement("span");
  marker.tabIndex = -1;
  document.body.prepend(marker);
  marker.focus({ preventScroll: true });
  marker.remove();
  const landings: Landing[] = [];
  const listener = (): void => {
    const element = document.activeElement;
    tools.lookAfresh();
    landings.push({ element, isSeen: element !== null && tools.isSeen(element), box: element?.getBoundingClientRect() ?? null });
  };
  addEventListener("keyup", listener, true);
  tools.memory.set("skip", {
    landings,
    address: location.href,
    stop: () => removeEventListener("keyup", listener, true),
  } satisfies SkipWatch);
}

function firstStopFaults(tools: Tools): Fault[] {
  const { landings, stop } = tools.memory.get("skip") as SkipWatch;
  const element = landings[0]?.element ?? null;
  const isSkipLink =
    element instanceof HTMLAnchorElement && element.hash !== "" && tools.squash(element.textContent ?? "") === "Skip to main content";
  if (isSkipLink) return [];
  stop();
  return [tools.fault("skip-link", element, 'The first stop is not the link "Skip to main content"')];
}

async function whatTheSkipLinkDid(tools: Tools): Promise<Fault[]> {
  const { landings, address, stop } = tools.memory.get("skip") as SkipWatch;
  stop();
  if (location.href !== address) {
    const back = new Promise((resolve) => {
      addEventListener("popstate", resolve, { once: true });
      setTimeout(resolve, 300);
    });
    history.back();
    await back;
  }
  const main = document.querySelector("main");
  const [link, landed, next] = landings;
  const element = link?.element ?? null;
  if (main === null || element === null) return [];
  const faults: Fault[] = [];
  if (link?.isSeen !== true) faults.push(tools.fault("skip-link", element, "The skip link is not seen when it has focus"));
  else if (link.box !== null && (link.box.height < 43.5 || link.box.width < 43.5))
    faults.push(
      tools.fault(
        "target-size",
        element,
        `The skip link is ${Math.round(link.box.width)} by ${Math.round(link.box.height)} when it has focus`,
      ),
    );
  const hasStops = tools.stops().some((stopInMain) => main.contains(stopInMain));
  const nextElement = next?.element ?? null;
  if (landed?.element !== main) faults.push(tools.fault("skip-link", element, "The skip link does not move focus to main"));
  else if (hasStops && !main.contains(nextElement))
    faults.push(tools.fault("skip-link", element, "After the skip link, the next stop is not inside main"));
  return faults;
}

/** In a dress other than the usual (dark, forced colours, 320 pixels): focus is put on each stop without keys, and looked at. */
export function dressedFocusFaults(
  tools: Tools,
  settings: { readonly check: CheckName; readonly situation: string; readonly look: "indicator" | "cover" },
): Fault[] {
  const focus = tools.memory.get("focus tools") as FocusTools;
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const stops = tools.stops();
  const dress = new Map(stops.map((element) => [element, focus.dressOf(element)]));
  return stops.flatMap((element) => {
    element.focus();
    if (document.activeElement !== element) return [];
    const said = `"${tools.short(tools.wordsOnControl(element)) || tools.selectorOf(element)}"`;
    if (settings.look === "indicator") {
      const before = dress.get(element);
      return before === undefined || focus.showsFocus(element, before)
        ? []
        : [tools.fault(settings.check, element, `Nobody can see that ${said} has focus (${settings.situation})`)];
    }
    const by = focus.coveredAt(element);
    return by === null ? [] : [tools.fault(settings.check, element, `${said} has focus and is covered by ${by} (${settings.situation})`)];
  });
}

function watchSingleKeys(tools: Tools): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const caught = new Set<string>();
  const listener = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || document.activeElement !== document.body) caught.add(event.key);
  };
  addEventListener("keydown", listener);
  addEventListener("keyup", listener);
  const stop = (): void => {
    removeEventListener("keydown", listener);
    removeEventListener("keyup", listener);
  };
  tools.memory.set("single keys", { caught, stop, address: location.href });
}

function whatSingleKeysDid(tools: Tools): Fault[] {
  const { caught, stop, address } = tools.memory.get("single keys") as {
    readonly caught: Set<string>;
    readonly stop: () => void;
    readonly address: string;
  };
  stop();
  return [
    ...[...caught].map((key) => tools.fault("single-key", null, `The key ${key} alone does something`)),
    ...(location.href === address ? [] : [tools.fault("single-key", null, "A key alone led to another page")]),
  ];
}

/** Puts focus back where it was when the visit began. */
export function restoreFocus(tools: Tools): void {
  const before = tools.memory.get("focus at start");
  if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true });
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
