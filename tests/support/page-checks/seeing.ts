// Checks of what eyes meet: contrast, room for text, targets. Each runs inside the page, in whatever dress the page then wears.
import type { CheckName, Fault } from "#tests/support/page-checks/fault.ts";
import type { Tools } from "#tests/support/page-checks/tools.ts";

/** Text against what is behind it, recomputed from the rendered colours: 7 to 1, large text 4.5 to 1. */
export function textContrastFaults(tools: Tools, settings: { readonly situation: string; readonly check: CheckName }): Fault[] {
  const typed = [
    ...document.querySelectorAll<HTMLElement>("input:not([type=hidden], [type=radio], [type=checkbox], [type=file]), select, textarea"),
  ];
  const holders = new Set([...tools.textElements(), ...typed.filter(tools.isSeen)]);
  return [...holders].flatMap((element) => {
    if (element.closest("svg") !== null) return [];
    const style = getComputedStyle(element);
    const behind = tools.backgroundOf(element);
    const said = tools.short(element.textContent ?? "") || tools.short(tools.wordsOnControl(element));
    if (behind.picture)
      return [
        tools.fault(settings.check, element, `"${said}" stands on a picture, so nobody can promise its contrast (${settings.situation})`),
      ];
    const [red, green, blue, alpha] = tools.colourOf(style.color);
    const ink = tools.over([red, green, blue, alpha * tools.opacityOf(element)], behind.colour);
    const ratio = tools.contrast(ink, behind.colour);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const needed = isLarge ? 4.5 : 7;
    if (ratio >= needed - 0.005) return [];
    return [
      tools.fault(settings.check, element, `"${said}" has ${ratio.toFixed(2)} to 1; ${needed} to 1 is needed (${settings.situation})`),
    ];
  });
}

/** The edge or fill of every control against what lies around it: 3 to 1. In forced colours an edge must be there. */
export function controlContrastFaults(
  tools: Tools,
  settings: { readonly situation: string; readonly check: CheckName; readonly edgeOnly: boolean },
): Fault[] {
  type Part = { readonly style: CSSStyleDeclaration; readonly around: Element | null };
  const sides = ["Top", "Right", "Bottom", "Left"] as const;

  function partsOf(control: HTMLElement): readonly Part[] {
    const own: Part = { style: getComputedStyle(control), around: control.parentElement };
    if (control instanceof HTMLInputElement && control.type === "file")
      return [own, { style: getComputedStyle(control, "::file-selector-button"), around: control }];
    if (!(control instanceof HTMLInputElement) || !["radio", "checkbox"].includes(control.type)) return [own];
    // A choice is often drawn on its label, over the real box.
    const drawn = tools
      .labelsOf(control)
      .flatMap((label) =>
        [getComputedStyle(label, "::before"), getComputedStyle(label, "::after")].map((style) => ({ style, around: label })),
      );
    return own.style.opacity === "0" ? drawn : [own, ...drawn];
  }

  function standsOut({ style, around }: Part): boolean {
    const outside = tools.backgroundOf(around).colour;
    const edges = sides.flatMap((side) => {
      const width = parseFloat(style[`border${side}Width`]);
      const line = style[`border${side}Style`];
      return width >= 1 && line !== "none" && line !== "hidden" ? [style[`border${side}Color`]] : [];
    });
    const outline = parseFloat(style.outlineWidth) >= 1 && style.outlineStyle !== "none" ? [style.outlineColor] : [];
    const fill = settings.edgeOnly ? [] : [style.backgroundColor];
    return [...edges, ...outline, ...fill].some((text) => {
      const colour = tools.colourOf(text);
      return colour[3] > 0 && tools.contrast(tools.over(colour, outside), outside) >= 2.995;
    });
  }

  const selector = "input:not([type=hidden], [type=image]), select, textarea, button";
  return [...document.querySelectorAll<HTMLElement>(selector)].filter(tools.isShown).flatMap((control) => {
    const isDrawnByBrowser =
      control instanceof HTMLInputElement &&
      ["radio", "checkbox"].includes(control.type) &&
      getComputedStyle(control).appearance !== "none" &&
      getComputedStyle(control).opacity !== "0";
    if (isDrawnByBrowser || partsOf(control).some(standsOut)) return [];
    const what = settings.edgeOnly ? "no edge" : "neither an edge nor a fill at 3 to 1";
    return [tools.fault(settings.check, control, `"${tools.short(tools.wordsOnControl(control))}" has ${what} (${settings.situation})`)];
  });
}

/** Whether everything has room: nothing scrolls sideways, no text is cut, nothing lies on top of text. */
export function roomFaults(
  tools: Tools,
  settings: { readonly check: CheckName; readonly situation: string; readonly only?: "cut" },
): Fault[] {
  const { fault, short } = tools;
  const told = (element: Element | null, what: string): Fault => fault(settings.check, element, `${what} (${settings.situation})`);
  const width = document.documentElement.clientWidth;
  const isRegion = (element: Element): boolean =>
    element.getAttribute("role") === "region" && element instanceof HTMLElement && element.tabIndex === 0;

  function regionAround(element: Element): Element | null {
    for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) if (isRegion(at)) return at;
    return null;
  }

  function sideways(): Fault[] {
    const page = document.documentElement.scrollWidth;
    const tooWide = page > width + 1;
    const seen = [...document.querySelectorAll<HTMLElement>("body *")].filter((element) => tools.isSeen(element));
    const culprits = seen.filter(
      (element) =>
        element.getBoundingClientRect().right + scrollX > width + 1 && regionAround(element) === null && element.children.length === 0,
    );
    const scrollers = seen.filter((element) => {
      const { overflowX } = getComputedStyle(element);
      return (
        (overflowX === "auto" || overflowX === "scroll") &&
        element.scrollWidth > element.clientWidth + 1 &&
        !element.matches("textarea, select, input")
      );
    });
    return [
      ...(tooWide ? [told(culprits[0] ?? null, `The page is ${page} pixels wide in a window of ${width}`)] : []),
      ...scrollers
        .filter((element) => !isRegion(element))
        .map((element) => told(element, "This scrolls sideways and is not a region that the keyboard can reach")),
    ];
  }

  const pieces = tools.textNodes().flatMap((node) => {
    const parent = node.parentElement;
    if (parent === null || tools.isOutOfSight(parent)) return [];
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].map((box) => ({ node, parent, box })).filter(({ box }) => box.width > 0.5 && box.height > 0.5);
  });

  function cut(): Fault[] {
    const faults: Fault[] = [];
    const cutAlready = new Set<Element>();
    for (const { node, parent, box } of pieces) {
      if (cutAlready.has(parent)) continue;
      if (box.left + scrollX < -1) {
        cutAlready.add(parent);
        faults.push(told(parent, `"${short(node.data)}" starts left of the page`));
        continue;
      }
      for (let at: Element | null = parent; at !== null && at !== document.body && at !== document.documentElement; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (isRegion(at)) break;
        const hidesX = style.overflowX === "hidden" || style.overflowX === "clip";
        const hidesY = style.overflowY === "hidden" || style.overflowY === "clip";
        if (!hidesX && !hidesY) continue;
        const frame = at.getBoundingClientRect();
        // A glyph's box is taller than the glyph: a quarter of a line may stand out before letters are cut.
        const slack = box.height * 0.25;
        const isCut =
          (hidesX && (box.right > frame.right + 1 || box.left < frame.left - 1)) ||
          (hidesY && (box.bottom > frame.bottom + slack || box.top < frame.top - slack));
        if (!isCut) continue;
        cutAlready.add(parent);
        faults.push(told(parent, `"${short(node.data)}" is cut off by ${tools.selectorOf(at)}`));
        break;
      }
    }
    for (const { node, parent, box } of pieces) {
      const button = parent.closest("button");
      if (button === null || cutAlready.has(button)) continue;
      const frame = button.getBoundingClientRect();
      const slack = box.height * 0.25;
      if (box.left >= frame.left - 1 && box.right <= frame.right + 1 && box.top >= frame.top - slack && box.bottom <= frame.bottom + slack)
        continue;
      cutAlready.add(button);
      faults.push(told(button, `"${short(node.data)}" does not fit its button`));
    }
    return faults;
  }

  function overlaps(): Fault[] {
    const controls = [...document.querySelectorAll<HTMLElement>("input:not([type=hidden]), select, textarea, button")]
      .filter(tools.isSeen)
      .map((element) => ({ node: null, parent: element, box: element.getBoundingClientRect() }));
    const boxes = [...pieces, ...controls].sort((one, other) => one.box.top - other.box.top);
    const faults: Fault[] = [];
    const toldAlready = new Set<Element>();
    for (const [index, one] of boxes.entries()) {
      for (let next = index + 1; next < boxes.length; next += 1) {
        const other = boxes[next];
        if (other === undefined || other.box.top >= one.box.bottom) break;
        if (one.node !== null && one.node === other.node) continue;
        if (one.parent.contains(other.parent) && other.node === null) continue;
        if (other.parent.contains(one.parent) && one.node === null) continue;
        if (one.node === null && one.parent.contains(other.parent)) continue;
        if (other.node === null && other.parent.contains(one.parent)) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across <= 2 || down <= 0.4 * Math.min(one.box.height, other.box.height) || toldAlready.has(other.parent)) continue;
        toldAlready.add(other.parent);
        faults.push(
          told(
            other.parent,
            `"${short(other.node?.data ?? tools.wordsOnControl(other.parent))}" lies on top of ${tools.selectorOf(one.parent)}`,
          ),
        );
      }
    }
    return faults;
  }

  const found = settings.only === "cut" ? cut() : [...sideways(), ...cut(), ...overlaps()];
  // What is wrong already in the plain dress of this width is told once, not again in each dress put over it.
  if (settings.check === "reflow") tools.memory.set("wrong at 320", new Set(found.map(({ where }) => where)));
  if (settings.check !== "text-spacing" && settings.check !== "own-fonts") return found;
  const known = tools.memory.get("wrong at 320") as Set<string>;
  return found.filter(({ where }) => !known.has(where));
}

/** Remembers how large every text is, for `growthFaults`. */
export function rememberTextSizes(tools: Tools): void {
  const sizes = new Map(tools.textElements().map((element) => [element, parseFloat(getComputedStyle(element).fontSize)]));
  tools.memory.set("text sizes", sizes);
  tools.memory.set("root size", parseFloat(getComputedStyle(document.documentElement).fontSize));
}

/** With the root at 32 pixels: text that did not grow along does not follow the reader's own setting. */
export function growthFaults(tools: Tools): Fault[] {
  const sizes = tools.memory.get("text sizes") as Map<Element, number>;
  const growth = parseFloat(getComputedStyle(document.documentElement).fontSize) / (tools.memory.get("root size") as number);
  return [...sizes].flatMap(([element, before]) => {
    // A sign of one letter that screen readers pass over is a drawing, not text.
    const isSign = element.closest('[aria-hidden="true"]') !== null && (element.textContent ?? "").trim().length === 1;
    if (!element.isConnected || !tools.isShown(element) || element.closest("svg") !== null || isSign) return [];
    const now = parseFloat(getComputedStyle(element).fontSize);
    return now >= before * growth * 0.95
      ? []
      : [
          tools.fault(
            "text-size",
            element,
            `"${tools.short(element.textContent ?? "")}" stays at ${now}px when text is set to twice the size`,
          ),
        ];
  });
}

/** Targets at least 44 by 44 CSS pixels unless inside a sentence, and 8 pixels between neighbours. */
export function targetFaults(tools: Tools, settings: { readonly situation: string }): Fault[] {
  const least = 44;
  const controls = [...document.querySelectorAll<HTMLElement>(tools.usable)].filter((element) => tools.isShown(element));
  const choices = controls.filter(
    (element): element is HTMLInputElement => element instanceof HTMLInputElement && ["radio", "checkbox"].includes(element.type),
  );
  const ordinary = controls.filter(
    (element) => !choices.includes(element as HTMLInputElement) && !tools.isOutOfSight(element) && !isInSentence(element),
  );
  const targets = [...ordinary, ...choices].map((element) => ({ element, box: boxOf(element) }));

  function isInSentence(element: HTMLElement): boolean {
    if (!(element instanceof HTMLAnchorElement) || getComputedStyle(element).display !== "inline") return false;
    let block: Element | null = element.parentElement;
    while (block !== null && !tools.isBlock(block)) block = block.parentElement;
    if (block === null) return false;
    const around = tools
      .textNodes(block)
      .filter((node) => !element.contains(node) && node.parentElement?.closest("a, button") == null && tools.blockOf(node) === block);
    return around.some((node) => /\p{L}{2,}/u.test(node.data));
  }

  function boxOf(element: HTMLElement): DOMRect {
    const boxes = [...element.getClientRects()];
    if (choices.includes(element as HTMLInputElement))
      boxes.push(...tools.labelsOf(element).flatMap((label) => [...label.getClientRects()]));
    const left = Math.min(...boxes.map((box) => box.left));
    const top = Math.min(...boxes.map((box) => box.top));
    return new DOMRect(
      left + scrollX,
      top + scrollY,
      Math.max(...boxes.map((box) => box.right)) - left,
      Math.max(...boxes.map((box) => box.bottom)) - top,
    );
  }

  /** The face may be larger than the element: a layer drawn over a row, padding on a pseudo-element. Points are tried. */
  function reachesFurther(element: HTMLElement): boolean {
    element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    const box = element.getBoundingClientRect();
    const across = box.left + box.width / 2;
    const down = box.top + box.height / 2;
    const reach = least / 2 - 1;
    const points: readonly (readonly [number, number])[] = [
      ...(box.width < least - 0.5
        ? ([
            [across - reach, down],
            [across + reach, down],
          ] as const)
        : []),
      ...(box.height < least - 0.5
        ? ([
            [across, down - reach],
            [across, down + reach],
          ] as const)
        : []),
    ];
    return points.every(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (element.contains(hit) || tools.labelsOf(element).some((label) => label.contains(hit)));
    });
  }

  const place: readonly [number, number] = [scrollX, scrollY];
  const small = targets.filter(({ element, box }) => (box.width < least - 0.5 || box.height < least - 0.5) && !reachesFurther(element));
  scrollTo({ left: place[0], top: place[1], behavior: "instant" });
  const faults = small.map(({ element, box }) =>
    tools.fault(
      "target-size",
      element,
      `"${tools.short(tools.wordsOnControl(element))}" is ${Math.round(box.width)} by ${Math.round(box.height)}; ${least} by ${least} is needed (${settings.situation})`,
    ),
  );
  for (const [index, one] of targets.entries()) {
    for (const other of targets.slice(index + 1)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const across = Math.max(one.box.left, other.box.left) - Math.min(one.box.right, other.box.right);
      const down = Math.max(one.box.top, other.box.top) - Math.min(one.box.bottom, other.box.bottom);
      const gap = Math.max(across, down);
      if (gap < 7.5) {
        const names = [one, other].map(({ element }) => `"${tools.short(tools.wordsOnControl(element))}"`).join(" and ");
        faults.push(
          tools.fault(
            "target-gap",
            other.element,
            `${names} are ${Math.max(0, Math.round(gap))} pixels apart; 8 are needed (${settings.situation})`,
          ),
        );
      }
    }
  }
  return faults;
}

/** In print dress: what nobody can use on paper is gone, and text is at least 12 point. */
export function printFaults(tools: Tools): Fault[] {
  const useless = [...document.querySelectorAll<HTMLElement>('nav, button, input[type=submit], [role=button], a[href="#main"]')].filter(
    tools.isSeen,
  );
  const small = tools
    .textElements()
    .filter((element) => element.closest("svg, sub, sup") === null && parseFloat(getComputedStyle(element).fontSize) < 15.99);
  return [
    ...useless.map((element) =>
      tools.fault("print", element, `"${tools.short(tools.wordsOnControl(element))}" is printed and is of no use on paper`),
    ),
    ...small.map((element) =>
      tools.fault(
        "print",
        element,
        `"${tools.short(element.textContent ?? "")}" is printed at ${(parseFloat(getComputedStyle(element).fontSize) * 0.75).toFixed(1)} point; 12 is the least`,
      ),
    ),
  ];
}
