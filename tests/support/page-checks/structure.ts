// Checks of the skeleton: headings, title, landmarks, ids, tables, pictures, and what a page must never carry. Runs inside the page.
import type { Fault } from "#tests/support/page-checks/fault.ts";
import type { Tools } from "#tests/support/page-checks/tools.ts";

export type StructureSettings = { readonly language: "en-GB" | "cy"; readonly plain: boolean; readonly help: string | false };

/** Everything about the structure of the page that its document alone can tell. */
export function structureFaults(tools: Tools, settings: StructureSettings): Fault[] {
  const { fault, squash, short, isShown, isOutOfSight } = tools;
  const all = <Kind extends Element = HTMLElement>(selector: string, root: ParentNode = document): Kind[] => [
    ...root.querySelectorAll<Kind>(selector),
  ];

  function headings(): Fault[] {
    // The summary of problems and a notice of something saved stand above the h1 with an h2 of their own (experience.md 2.0.3 and
    // 2.0.5); each is read by itself and left out of the order.
    const summary = tools.problemSummary();
    const stands = (heading: Element): boolean => summary?.contains(heading) !== true && heading.closest("main > [role=status]") === null;
    const shown = all("h1, h2, h3, h4, h5, h6").filter((heading) => isShown(heading) && stands(heading));
    const tops = shown.filter((heading) => heading.localName === "h1");
    const faults =
      tops.length === 1 ? [] : [fault("heading-order", tops[1] ?? null, `There are ${tops.length} h1 headings; one is needed`)];
    let before = 0;
    for (const heading of shown) {
      const level = Number(heading.localName.slice(1));
      if (level > before + 1)
        faults.push(fault("heading-order", heading, `An h${level} follows ${before === 0 ? "nothing" : `an h${before}`}`));
      before = level;
    }
    return faults;
  }

  function title(): Fault[] {
    const text = squash(document.title);
    const heading = squash(document.querySelector("h1")?.textContent ?? "");
    if (text === "") return [fault("page-title", null, "The page has no title")];
    if (heading === "" || text.replace(/^Error: /, "").startsWith(heading)) return [];
    return [fault("page-title", null, `The title "${text}" does not start with the heading "${heading}"`)];
  }

  function landmarks(): Fault[] {
    const faults: Fault[] = [];
    const topLevel = (element: Element): boolean => element.parentElement?.closest("article, aside, main, nav, section") === null;
    const counts: readonly (readonly [string, number])[] = [
      ["header", all("header").filter((element) => topLevel(element) && isShown(element)).length],
      ["main", all("main, [role=main]").filter(isShown).length],
      ["footer", all("footer").filter((element) => topLevel(element) && isShown(element)).length],
    ];
    for (const [name, count] of counts)
      if (count !== 1) faults.push(fault("landmarks", null, `There are ${count} ${name} landmarks; one is needed`));
    const names = new Set<string>();
    for (const nav of all("nav").filter(isShown)) {
      const labelledBy = nav.getAttribute("aria-labelledby");
      const label = squash(
        nav.getAttribute("aria-label") ?? (labelledBy === null ? "" : (document.getElementById(labelledBy)?.textContent ?? "")),
      );
      if (label === "") faults.push(fault("landmarks", nav, "This nav has no label"));
      else if (names.has(label)) faults.push(fault("landmarks", nav, `Another nav is also called "${label}"`));
      names.add(label);
    }
    const inside = "header, nav, main, footer, aside, section[aria-label], section[aria-labelledby], [role=region], [role=search]";
    for (const node of tools.textNodes()) {
      const parent = node.parentElement;
      if (parent === null || parent.closest(inside) !== null || parent.closest('a[href^="#"]') !== null) continue;
      faults.push(fault("landmarks", parent, `"${short(node.data)}" is outside every landmark`));
    }
    return faults;
  }

  function language(): Fault[] {
    const said = document.documentElement.lang;
    return said === settings.language ? [] : [fault("language", document.documentElement, `lang is "${said}", not "${settings.language}"`)];
  }

  function focusableThings(): Fault[] {
    const home = "a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls]";
    return all("[tabindex]").flatMap((element) => {
      if (element.tabIndex > 0) return [fault("tabindex", element, `tabindex is ${element.tabIndex}`)];
      if (element.tabIndex < 0 || element.matches(home) || element.matches("[role=region]")) return [];
      return [fault("tabindex", element, "This takes focus, and is neither a control nor a named scrolling region")];
    });
  }

  function ids(): Fault[] {
    const seen = new Set<string>();
    return all("[id]").flatMap((element) => {
      if (!seen.has(element.id)) {
        seen.add(element.id);
        return [];
      }
      return [{ check: "duplicate-id" as const, where: `[id="${element.id}"]`, message: `The id "${element.id}" is used more than once` }];
    });
  }

  function references(): Fault[] {
    const attributes = ["aria-describedby", "aria-labelledby", "aria-controls", "aria-owns", "aria-details", "headers", "list", "form"];
    const pointed = attributes.flatMap((attribute) =>
      all(`[${attribute}]`).flatMap((element) =>
        (element.getAttribute(attribute) ?? "")
          .split(/\s+/)
          .filter((id) => id !== "")
          .map((id) => ({ element, attribute, id })),
      ),
    );
    const faults = pointed.flatMap(({ element, attribute, id }) => {
      const target = document.getElementById(id);
      if (target === null) return [fault("references", element, `${attribute} points to "${id}", which is not on the page`)];
      const speaks = attribute === "aria-describedby" || attribute === "aria-labelledby";
      return speaks && squash(target.textContent ?? "") === ""
        ? [fault("references", element, `${attribute} points to "${id}", which is empty`)]
        : [];
    });
    const labels = all<HTMLLabelElement>("label").filter((label) => label.control === null);
    const links = all<HTMLAnchorElement>('a[href^="#"]').filter(
      (link) => link.hash.length > 1 && document.getElementById(decodeURIComponent(link.hash.slice(1))) === null,
    );
    return [
      ...faults,
      ...labels.map((label) => fault("references", label, `The label "${short(label.textContent ?? "")}" belongs to no control`)),
      ...links.map((link) => fault("references", link, `The link leads to ${link.hash}, which is not on the page`)),
    ];
  }

  function ariaMisuse(): Fault[] {
    const own: Readonly<Record<string, readonly string[]>> = {
      a: [],
      button: [],
      select: [],
      textarea: [],
      summary: [],
      fieldset: ["group"],
      label: [],
      details: ["group"],
      input: [],
      h1: ["heading"],
      h2: ["heading"],
      h3: ["heading"],
      header: ["banner"],
      footer: ["contentinfo"],
      nav: ["navigation"],
      main: ["main"],
      form: ["search"],
    };
    const replaced = all("[role]").filter((element) => {
      const role = element.getAttribute("role") ?? "";
      const allowed = own[element.localName];
      return allowed !== undefined && !allowed.includes(role);
    });
    const mute = all("div, span, p, strong, em, b, i, li, dt, dd, td, label, legend, small, time, code")
      .filter((element) => element.hasAttribute("aria-label") || element.hasAttribute("aria-labelledby"))
      .filter((element) => !element.hasAttribute("role"));
    return [
      ...replaced.map((element) =>
        fault("aria-misuse", element, `role="${element.getAttribute("role") ?? ""}" replaces what a ${element.localName} is`),
      ),
      ...mute.map((element) => fault("aria-misuse", element, `A ${element.localName} without a role cannot carry a label`)),
    ];
  }

  function currentPage(): Fault[] {
    return all("nav").flatMap((nav) => {
      // A menu for small screens and one for wide ones say the same; only the one on show is ever met.
      const marked = all("[aria-current=page]", nav).filter(isShown);
      const here = all<HTMLAnchorElement>("a[href]", nav).filter(
        (link) => link.pathname === location.pathname && link.search === location.search && link.hash === "",
      );
      const unmarked = here.filter((link) => link.getAttribute("aria-current") !== "page");
      return [
        ...unmarked.map((link) =>
          fault("current-page", link, `The link "${short(link.textContent ?? "")}" leads here and does not say so`),
        ),
        ...marked.slice(1).map((link) => fault("current-page", link, "More than one link says it is the current page")),
      ];
    });
  }

  function tables(): Fault[] {
    return all<HTMLTableElement>("table")
      .filter(isShown)
      .flatMap((table) => {
        const faults: Fault[] = [];
        if (squash(table.caption?.textContent ?? "") === "") faults.push(fault("tables", table, "The table has no caption"));
        const headers = all<HTMLTableCellElement>("th", table);
        if (headers.length === 0) faults.push(fault("tables", table, "The table has no header cells"));
        for (const header of headers) {
          if (squash(header.textContent ?? "") === "") faults.push(fault("tables", header, "This header is empty"));
          if (!["col", "row", "colgroup", "rowgroup"].includes(header.scope))
            faults.push(fault("tables", header, `The header "${short(header.textContent ?? "")}" has no scope`));
        }
        const merged = all<HTMLTableCellElement>("td, th", table).filter((cell) => cell.colSpan > 1 || cell.rowSpan > 1);
        return [...faults, ...merged.map((cell) => fault("tables", cell, "This cell is merged with another"))];
      });
  }

  function images(): Fault[] {
    const pictures = all<HTMLImageElement>("img, input[type=image]").flatMap((image) => {
      const alt = image.getAttribute("alt");
      if (alt === null) return [fault("images", image, "The picture has no alt")];
      if (alt.length > 150) return [fault("images", image, `The alt has ${alt.length} characters; 150 is the most`)];
      return /^\s*(an? )?(image|picture|photo|photograph|graphic|icon) of\b/i.test(alt)
        ? [fault("images", image, `The alt says what kind of thing it is: "${alt}"`)]
        : [];
    });
    const drawings = all<SVGElement>("svg").flatMap((drawing) => {
      if (drawing.closest('[aria-hidden="true"]') !== null || drawing.parentElement?.closest("svg") != null) return [];
      const labelledBy = drawing.getAttribute("aria-labelledby");
      const named = drawing.hasAttribute("aria-label") || (labelledBy !== null && document.getElementById(labelledBy) !== null);
      return drawing.getAttribute("role") === "img" && named
        ? []
        : [fault("images", drawing, "The drawing is neither hidden nor a named img")];
    });
    return [...pictures, ...drawings];
  }

  function videos(): Fault[] {
    return all<HTMLVideoElement>("video").flatMap((video) => [
      ...(video.controls ? [] : [fault("video", video, "The video has no controls")]),
      ...(video.querySelector("track[kind=captions]") === null ? [fault("video", video, "The video has no captions")] : []),
    ]);
  }

  function help(): Fault[] {
    if (settings.help === false) return [];
    const wanted = settings.help;
    const found = all("h2, h3").filter((heading) => squash(heading.textContent ?? "") === wanted && isShown(heading));
    const [heading] = found;
    if (heading === undefined) return [fault("help-block", null, `There is no heading "${wanted}"`)];
    const follows = (one: Node | null, other: Node): boolean =>
      one === null || (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    if (found.length > 1) return [fault("help-block", found[1] ?? null, `The heading "${wanted}" is there more than once`)];
    const footer = all("footer").at(-1) ?? null;
    const inPlace =
      follows(document.querySelector("h1"), heading) && (footer === null || follows(heading, footer) || footer.contains(heading));
    return inPlace ? [] : [fault("help-block", heading, `"${wanted}" is not between the heading and the footer`)];
  }

  function neverHere(): Fault[] {
    const faults: Fault[] = [];
    for (const element of all("[title]", document.body)) {
      if (element.localName !== "iframe") faults.push(fault("tooltip", element, `A title tooltip says "${short(element.title)}"`));
    }
    for (const element of all("meta[http-equiv]")) {
      if (element.getAttribute("http-equiv")?.toLowerCase() === "refresh")
        faults.push(fault("page-refresh", element, "The page reloads by itself"));
    }
    for (const element of all("*")) {
      const handler = element.getAttributeNames().find((name) => name.startsWith("on"));
      if (handler !== undefined) faults.push(fault("inline-handler", element, `The attribute ${handler} holds script`));
    }
    for (const link of all<HTMLAnchorElement>('a[href^="javascript:" i]'))
      faults.push(fault("inline-handler", link, "The link holds script"));
    for (const link of all<HTMLAnchorElement>("a[target], form[target]")) {
      if (link.getAttribute("target") !== "_self")
        faults.push(fault("new-tab", link, `"${short(link.textContent ?? "")}" opens somewhere else`));
    }
    return faults;
  }

  function requests(): Fault[] {
    const faults: Fault[] = [];
    const asked = performance.getEntriesByType("resource").map((entry) => entry as PerformanceResourceTiming);
    if (settings.plain) {
      for (const script of all("script, link[rel=modulepreload], link[rel=preload][as=script]")) {
        faults.push(fault("script-free", script, `A plain page carries a ${script.localName} for script`));
      }
      const scripts = asked.filter((entry) => entry.initiatorType === "script");
      for (const entry of scripts) faults.push(fault("script-free", null, `A plain page asked for ${entry.name}`));
    }
    const elsewhere = new Set(
      [
        ...asked.map((entry) => entry.name),
        ...all<HTMLImageElement>("img[src], script[src], iframe[src], video[src], source[src]").map((element) => element.src),
        ...all<HTMLLinkElement>("link[href]")
          .filter((link) => link.rel !== "canonical")
          .map((link) => link.href),
      ].filter((address) => /^https?:/.test(address) && new URL(address).origin !== location.origin),
    );
    for (const address of elsewhere) faults.push(fault("third-party", null, `The page asks another site for ${address}`));
    return faults;
  }

  function appearance(): Fault[] {
    const faults: Fault[] = [];
    for (const animation of document.getAnimations()) {
      const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
      faults.push(fault("motion", target, "Something moves by itself"));
    }
    for (const media of all<HTMLMediaElement>("video[autoplay], audio[autoplay], marquee, blink"))
      faults.push(fault("motion", media, "This plays or moves by itself"));
    for (const element of all("body, body *")) {
      if (!isShown(element)) continue;
      const style = getComputedStyle(element);
      const seconds = style.transitionDuration
        .split(",")
        .map((part) => (part.trim().endsWith("ms") ? parseFloat(part) / 1000 : parseFloat(part)));
      if (Math.max(...seconds) > 0.1)
        faults.push(fault("motion", element, `Changes take ${style.transitionDuration}; at most 0.1 seconds`));
      if (style.position === "fixed" || style.position === "sticky")
        faults.push(fault("fixed-position", element, `position is ${style.position}`));
    }
    for (const element of tools.textElements()) {
      if (isOutOfSight(element) || element.closest("svg") !== null) continue;
      const style = getComputedStyle(element);
      const said = `"${short(element.textContent ?? "")}"`;
      if (style.textTransform === "uppercase") faults.push(fault("typography", element, `${said} is in capitals`));
      if (style.fontStyle !== "normal") faults.push(fault("typography", element, `${said} is slanted`));
      if (style.textAlign === "justify") faults.push(fault("typography", element, `${said} is justified`));
      if (style.hyphens === "auto") faults.push(fault("typography", element, `${said} is hyphenated`));
      if (Number(style.fontWeight) < 400) faults.push(fault("typography", element, `${said} is thinner than 400`));
      if (parseFloat(style.fontSize) < 16) faults.push(fault("typography", element, `${said} is ${style.fontSize}; at least 16px`));
    }
    return faults;
  }

  return [
    ...headings(),
    ...title(),
    ...landmarks(),
    ...language(),
    ...focusableThings(),
    ...ids(),
    ...references(),
    ...ariaMisuse(),
    ...currentPage(),
    ...tables(),
    ...images(),
    ...videos(),
    ...help(),
    ...neverHere(),
    ...requests(),
    ...appearance(),
  ];
}

/** The words of the way to a person, so that pages can be compared. */
export function helpText(tools: Tools, settings: Pick<StructureSettings, "help">): string {
  const heading = [...document.querySelectorAll("h2, h3")].find((found) => tools.squash(found.textContent ?? "") === settings.help);
  const block = heading?.closest("section, aside") ?? heading?.parentElement;
  return block === null || block === undefined ? "" : tools.squash(block.textContent ?? "");
}

/** At 320 pixels: a table that is laid out as blocks must say with roles what it still is. */
export function narrowTableFaults(tools: Tools): Fault[] {
  const wanted: Readonly<Record<string, { readonly display: string; readonly roles: readonly string[] }>> = {
    table: { display: "table", roles: ["table"] },
    tr: { display: "table-row", roles: ["row"] },
    td: { display: "table-cell", roles: ["cell"] },
    th: { display: "table-cell", roles: ["columnheader", "rowheader"] },
  };
  return [...document.querySelectorAll("table, tr, td, th")].filter(tools.isShown).flatMap((element) => {
    const rule = wanted[element.localName];
    if (rule === undefined || getComputedStyle(element).display === rule.display) return [];
    const role = element.getAttribute("role") ?? "";
    return rule.roles.includes(role)
      ? []
      : [tools.fault("narrow-tables", element, `This ${element.localName} is not laid out as one and has no role ${rule.roles[0] ?? ""}`)];
  });
}
