// A person who uses only the keyboard. Nothing here can click: a journey finished with these functions can be finished
// with Tab, Shift+Tab, Space, Enter, arrows and typing, by the names that people see and hear.
import type { Page } from "playwright-core";
import { devtoolsOf } from "#tests/support/browser.ts";

/** What has focus, as the browser tells it to a screen reader. */
export type Stop = { readonly role: string; readonly name: string };

export type Keyboard = {
  /** What has focus now. */
  readonly focused: () => Promise<Stop>;
  /** Presses Tab until the stop of this name has focus; `role` tells apart a link and a button that are called alike. Throws with the stops passed. */
  readonly tabTo: (name: string | RegExp, role?: string) => Promise<Stop>;
  /** Shift and Tab, until the stop of this name has focus. */
  readonly tabBackTo: (name: string | RegExp, role?: string) => Promise<Stop>;
  /** Presses one key: "Enter", "Space", "ArrowDown", "Shift+Tab", "Escape". */
  readonly press: (key: string) => Promise<void>;
  /** Goes to the box of this name, clears it and types. Throws where the name belongs to something that takes no text. */
  readonly fill: (name: string | RegExp, text: string) => Promise<void>;
  /** Goes to the radio or checkbox of this name and chooses it, by arrows in a set of radios and by Space otherwise. */
  readonly choose: (name: string | RegExp) => Promise<void>;
  /** Goes to the link or button of this name, presses Enter and waits until the answering page is there. */
  readonly follow: (name: string | RegExp, role?: "link" | "button") => Promise<void>;
};

const mostStops = 400;
const textRoles = ["textbox", "searchbox", "combobox", "spinbutton"];

/** The keyboard of a person on this page. It works with scripts on and off. */
export function keyboardOnly(page: Page): Keyboard {
  async function focused(): Promise<Stop> {
    const session = await devtoolsOf(page);
    const { result } = await session.send("Runtime.evaluate", { expression: "document.activeElement ?? document.body" });
    if (result.objectId === undefined) throw new Error("The browser could not say what has focus.");
    const { nodes } = await session.send("Accessibility.getPartialAXTree", { objectId: result.objectId, fetchRelatives: false });
    const [node] = nodes;
    return {
      role: String(node?.role?.value ?? "none"),
      name: String(node?.name?.value ?? "")
        .replace(/\s+/g, " ")
        .trim(),
    };
  }

  async function move(key: "Tab" | "Shift+Tab", name: string | RegExp, role: string | undefined): Promise<Stop> {
    const passed: string[] = [];
    let timesAtTheEnd = 0;
    for (let press = 0; press < mostStops; press += 1) {
      await page.keyboard.press(key);
      const stop = await focused();
      if (isCalled(stop, name) && (role === undefined || stop.role === role)) return stop;
      passed.push(`${stop.role} "${stop.name}"`);
      // Past the last stop focus is nowhere for one press, and then begins again; once round, everything has been seen.
      if (stop.role === "RootWebArea") timesAtTheEnd += 1;
      if (timesAtTheEnd === 2) break;
    }
    throw new Error(`${key} reaches no ${role ?? "stop"} called ${String(name)}. It passed: ${passed.join(", ")}`);
  }

  // A busy browser may drop a key or the focus while it still draws the page. A person goes round and presses again; so do we, once.
  async function choose(name: string | RegExp): Promise<void> {
    if (await reachAndTick(name)) return;
    if (!(await reachAndTick(name))) throw new Error(`Space does not choose "${(await focused()).name}".`);
  }

  async function reachAndTick(name: string | RegExp): Promise<boolean> {
    const passed: string[] = [];
    let timesAtTheEnd = 0;
    for (let press = 0; press < mostStops && timesAtTheEnd < 2; press += 1) {
      await page.keyboard.press("Tab");
      const stop = await focused();
      passed.push(`${stop.role} "${stop.name}"`);
      if (stop.role === "RootWebArea") timesAtTheEnd += 1;
      if (stop.role === "checkbox" && isCalled(stop, name)) return tick();
      if (stop.role === "radio" && (await arrowTo(name, passed))) return tick();
    }
    throw new Error(`Tab and arrows reach no choice called ${String(name)}. They passed: ${passed.join(", ")}`);
  }

  /** In a set of radios arrows choose as they move, so the set is gone round once at most and left as it was if nothing fits. */
  async function arrowTo(name: string | RegExp, passed: string[]): Promise<boolean> {
    const start = await focused();
    if (isCalled(start, name)) return true;
    const session = await devtoolsOf(page);
    const offers = `[...document.querySelectorAll('input[type=radio]')].filter((radio) => radio.name === document.activeElement.name && radio.form === document.activeElement.form).flatMap((radio) => [...radio.labels].map((label) => label.textContent.replace(/\\s+/g, " ").trim()))`;
    const { result } = await session.send("Runtime.evaluate", { expression: offers, returnByValue: true });
    const labels = result.value as readonly string[];
    passed.push(...labels.map((label) => `radio "${label}"`));
    if (!labels.some((label) => isCalled({ role: "radio", name: label }, name))) return false;
    for (const _ of labels) {
      await page.keyboard.press("ArrowDown");
      if (isCalled(await focused(), name)) return true;
    }
    return false;
  }

  async function tick(): Promise<boolean> {
    const session = await devtoolsOf(page);
    const isTicked = async (): Promise<boolean> =>
      (await session.send("Runtime.evaluate", { expression: "document.activeElement.checked", returnByValue: true })).result.value === true;
    if (!(await isTicked())) await page.keyboard.press("Space");
    return isTicked();
  }

  return {
    focused,
    tabTo: (name, role) => move("Tab", name, role),
    tabBackTo: (name, role) => move("Shift+Tab", name, role),
    press: (key) => page.keyboard.press(key),
    fill: async (name, text) => {
      const stop = await move("Tab", name, undefined);
      if (!textRoles.includes(stop.role)) throw new Error(`"${stop.name}" is a ${stop.role} and takes no text.`);
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.press("Delete");
      await page.keyboard.type(text);
    },
    choose,
    follow: async (name, role) => {
      await move("Tab", name, role);
      // A busy browser may drop a key pressed while it still draws the page. A person presses again; so do we, once.
      const arrives = async (milliseconds: number): Promise<unknown> =>
        Promise.all([page.waitForEvent("domcontentloaded", { timeout: milliseconds }), page.keyboard.press("Enter")]);
      await arrives(10_000).catch(() => arrives(30_000));
      await page.waitForLoadState("load");
    },
  };
}

function isCalled(stop: Stop, name: string | RegExp): boolean {
  return typeof name === "string" ? stop.name.toLowerCase().startsWith(name.toLowerCase()) && stop.name !== "" : name.test(stop.name);
}
