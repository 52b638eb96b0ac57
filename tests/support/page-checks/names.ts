// Checks of what things are called: a control is asked for by the words people see on it. Runs inside the page, with axe set up.
import type { Fault } from "#tests/support/page-checks/fault.ts";
import type { Tools } from "#tests/support/page-checks/tools.ts";

/** Everything about names of links, buttons and boxes. */
export function nameFaults(tools: Tools): Fault[] {
  const { fault, nameOf, wordsOnControl, short } = tools;
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const controls = [...document.querySelectorAll<HTMLElement>(tools.usable)].filter(tools.isShown);
  const named = controls.map((control) => ({ control, name: nameOf(control), words: wordsOnControl(control) }));

  function visibleName(): Fault[] {
    return named
      .filter(({ name, words }) => words !== "" && !plain(name).startsWith(plain(words)))
      .map(({ control, name, words }) => fault("visible-name", control, `People see "${short(words)}"; it is called "${short(name)}"`));
  }

  function uniqueNames(): Fault[] {
    const holders = new Map<string, { readonly control: HTMLElement; readonly target: string }>();
    return named.flatMap(({ control, name }) => {
      if (name === "") return [];
      const question = control.matches("input:not([type=submit], [type=button]), select, textarea") ? tools.questionOf(control) : "";
      const key = plain(`${question} ${name}`);
      const target = control instanceof HTMLAnchorElement ? control.href : tools.selectorOf(control);
      const holder = holders.get(key);
      if (holder === undefined) {
        holders.set(key, { control, target });
        return [];
      }
      return holder.target === target
        ? []
        : [fault("unique-names", control, `"${short(name)}" is also what ${tools.selectorOf(holder.control)} is called`)];
    });
  }

  function links(): Fault[] {
    const vague = [
      "here",
      "click here",
      "click",
      "more",
      "read more",
      "learn more",
      "find out more",
      "this",
      "this page",
      "link",
      "details",
      "download",
    ];
    return named.flatMap(({ control, name }) => {
      if (!(control instanceof HTMLAnchorElement)) return [];
      const faults =
        vague.includes(plain(name)) || /^https?:/.test(name)
          ? [fault("link-text", control, `"${short(name)}" does not say where it leads`)]
          : [];
      const kinds = /\.(pdf|csv|zip|ics|docx?|odt|ods|xlsx|txt|brf)$|\/(pdf|csv|docx|ods|odt|brf)$/i;
      const isFile = control.hasAttribute("download") || kinds.test(control.pathname);
      const says = /\((PDF|CSV|ZIP|Word|ODS|ODT|text|braille|calendar)[^()]*\)$/i;
      return isFile && !says.test(name)
        ? [...faults, fault("file-links", control, `"${short(name)}" does not end with the kind of file, like "(PDF, 2 pages)"`)]
        : faults;
    });
  }

  return [...visibleName(), ...uniqueNames(), ...links()];
}
