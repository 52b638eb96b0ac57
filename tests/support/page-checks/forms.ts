// Checks of forms: labels, groups, problems and their summary, and what boxes must not do. Runs inside the page.
import type { Fault } from "#tests/support/page-checks/fault.ts";
import type { Tools } from "#tests/support/page-checks/tools.ts";

export type FormSettings = { readonly hasProblems: boolean | null };

/** Where focus was when the visit began; asked before anything else is touched. */
export async function focusAtStart(tools: Tools): Promise<Fault[]> {
  // The browser obeys autofocus when it next draws, which may be after the page has loaded.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  tools.memory.set("focus at start", document.activeElement);
  const summary = tools.problemSummary();
  if (summary === null || summary.contains(document.activeElement)) return [];
  return [tools.fault("error-focus", document.activeElement, "There is a summary of problems, and focus is not on it")];
}

/** Everything about forms that the document alone can tell. */
export function formFaults(tools: Tools, settings: FormSettings): Fault[] {
  const { fault, squash, short, isShown, isSeen, labelsOf } = tools;
  const all = <Kind extends Element = HTMLElement>(selector: string, root: ParentNode = document): Kind[] => [
    ...root.querySelectorAll<Kind>(selector),
  ];
  const boxes = "input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image]), select, textarea";
  const typed =
    "input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image], [type=radio], [type=checkbox], [type=file]), textarea";
  const controls = all<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(boxes).filter(isShown);
  const legendOf = (element: Element): HTMLLegendElement | null =>
    element.closest("fieldset")?.querySelector<HTMLLegendElement>(":scope > legend") ?? null;

  function labels(): Fault[] {
    return controls.flatMap((control) => {
      const own = labelsOf(control);
      if (own.length === 0 && !control.hasAttribute("aria-labelledby")) return [fault("labels", control, "This has no label")];
      const legend = legendOf(control);
      const pointed = (control.getAttribute("aria-labelledby") ?? "").split(/\s+/).map((id) => document.getElementById(id));
      const seen = [...own, ...pointed, legend].some((label) => label !== null && isSeen(label) && tools.seenText(label) !== "");
      return seen ? [] : [fault("labels", control, "Its label cannot be seen, and it stands under no legend")];
    });
  }

  function groups(): Fault[] {
    const choices = controls.filter(
      (control): control is HTMLInputElement => control instanceof HTMLInputElement && ["radio", "checkbox"].includes(control.type),
    );
    const alone = choices.filter((choice) => {
      const together = choices.filter((other) => other.type === choice.type && other.name === choice.name && other.form === choice.form);
      if (choice.type === "checkbox" && together.length < 2) return false;
      return squash(legendOf(choice)?.textContent ?? "") === "";
    });
    return alone.map((choice) =>
      fault("groups", choice, `The ${choice.type} "${short(tools.wordsOnControl(choice))}" has no fieldset with a legend`),
    );
  }

  const withoutPrefix = (text: string): string => squash(text).replace(/^Error:\s*/, "");

  function descriptionsOf(control: Element): string[] {
    const described: Element[] = [control];
    for (let at = control.closest("fieldset"); at !== null; at = at.parentElement?.closest("fieldset") ?? null) described.push(at);
    return described.flatMap((element) =>
      (element.getAttribute("aria-describedby") ?? "").split(/\s+/).flatMap((id) => {
        const text = id === "" ? null : (document.getElementById(id)?.textContent ?? null);
        return text === null ? [] : [squash(text)];
      }),
    );
  }

  function problems(): Fault[] {
    const summary = tools.problemSummary();
    const marked = all("[aria-invalid=true]");
    const isTitled = document.title.startsWith("Error: ");
    if (summary === null) {
      return [
        ...(settings.hasProblems === true ? [fault("errors", null, "There is no summary of problems, and there should be one")] : []),
        ...marked.map((control) => fault("errors", control, "This is marked as wrong, and there is no summary of problems")),
        ...(isTitled ? [fault("errors", null, `The title starts with "Error: ", and there is no summary of problems`)] : []),
      ];
    }
    const faults: Fault[] = [];
    if (settings.hasProblems === false) faults.push(fault("errors", summary, "There is a summary of problems, and there should be none"));
    if (!isTitled) faults.push(fault("errors", null, `The title does not start with "Error: "`));
    if (summary.tabIndex !== -1) faults.push(fault("errors", summary, 'The summary needs tabindex="-1", so that focus can go there'));
    if (summary.querySelector("h2") === null) faults.push(fault("errors", summary, "The summary has no h2"));
    const links = all<HTMLAnchorElement>("a[href]", summary);
    if (links.length === 0) faults.push(fault("errors", summary, "The summary links to nothing"));
    const reached = new Set<Element>();
    for (const link of links) {
      const message = squash(link.textContent ?? "");
      const target = link.hash.length > 1 ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
      if (target === null || !target.matches(boxes) || !isShown(target)) {
        faults.push(fault("errors", link, `"${short(message)}" does not lead to a control`));
        continue;
      }
      reached.add(target);
      for (let at = target.closest("fieldset"); at !== null; at = at.parentElement?.closest("fieldset") ?? null) reached.add(at);
      const descriptions = descriptionsOf(target);
      if (!descriptions.some((text) => withoutPrefix(text) === message))
        faults.push(fault("errors", target, `"${short(message)}" is in the summary and not beside the control`));
      const isChoice = target instanceof HTMLInputElement && ["radio", "checkbox"].includes(target.type);
      if (!isChoice && target.getAttribute("aria-invalid") !== "true")
        faults.push(fault("errors", target, "The summary leads here, and it is not marked aria-invalid"));
      const hintAfter = descriptions.findIndex((text) => text.startsWith("Error:"));
      if (!isChoice && target.closest("fieldset") === null && hintAfter !== -1 && hintAfter < descriptions.length - 1) {
        faults.push(fault("errors", target, "The description gives the problem before the hint"));
      }
    }
    for (const control of marked) {
      const group = control.closest("fieldset");
      if (!reached.has(control) && (group === null || !reached.has(group)))
        faults.push(fault("errors", control, "This is marked as wrong, and the summary does not lead to it"));
      if (!descriptionsOf(control).some((text) => text.startsWith("Error:")))
        faults.push(fault("errors", control, 'This is marked as wrong, and no message beside it starts "Error:"'));
    }
    return faults;
  }

  function boxRules(): Fault[] {
    const tokens = new Set(
      "on off name email tel address-line1 address-line2 address-level2 postal-code organization username current-password new-password one-time-code webauthn".split(
        " ",
      ),
    );
    const kinds = ["number", "date", "time", "datetime-local", "month", "week", "range", "color"];
    const faults: Fault[] = [];
    for (const control of controls) {
      const completed = control.getAttribute("autocomplete");
      const unknown = (completed ?? "").split(/\s+/).find((token) => token !== "" && !tokens.has(token));
      if (unknown !== undefined || completed === "")
        faults.push(fault("autocomplete", control, `autocomplete="${completed ?? ""}" is not a token we use`));
      if (kinds.includes(control.type))
        faults.push(fault("input-types", control, `A box of type ${control.type} cannot be used by everybody`));
      if (control.hasAttribute("maxlength")) faults.push(fault("typing-limit", control, "maxlength stops typing and cuts what is pasted"));
      if (control.hasAttribute("placeholder"))
        faults.push(fault("placeholder", control, `The placeholder says "${short(control.getAttribute("placeholder") ?? "")}"`));
    }
    for (const control of all("button, input, select, textarea, fieldset").filter(isShown)) {
      if (control.matches(":disabled") || control.getAttribute("aria-disabled") === "true")
        faults.push(fault("disabled", control, "This is disabled; explain when it is pressed instead"));
    }
    for (const label of all("label, legend").filter(isShown)) {
      if (/\*/.test(label.textContent ?? "")) faults.push(fault("asterisk", label, `"${short(label.textContent ?? "")}" has an asterisk`));
    }
    return faults;
  }

  function sending(): Fault[] {
    return all<HTMLFormElement>("form").flatMap((form) => {
      const faults: Fault[] = [];
      if (form.method === "post" && !form.noValidate)
        faults.push(fault("form-submission", form, "The form lets the browser check it; add novalidate"));
      const buttons = [...form.elements].filter((element): element is HTMLButtonElement | HTMLInputElement =>
        element.matches("button:not([type=button], [type=reset]), input[type=submit]"),
      );
      const [first] = buttons;
      if (first === undefined) return [...faults, fault("form-submission", form, "The form has no button that sends it")];
      const said = `${first.value} ${first.textContent ?? ""}`.trim();
      const goesElsewhere = /^(skip|later|remove|delete|back|cancel|move|add)\b/i.test(said) || /\b(skip|come back later)\b/i.test(said);
      if (buttons.length > 1 && form.querySelector(typed) !== null && goesElsewhere)
        faults.push(fault("form-submission", first, `Enter in a text box would press "${short(said)}"`));
      return faults;
    });
  }

  return [...labels(), ...groups(), ...problems(), ...boxRules(), ...sending()];
}

/** With scripts: choosing and typing alone must send nothing, move nothing and lead nowhere. Values are put back. */
export async function changeFaults(tools: Tools): Promise<Fault[]> {
  const address = location.href;
  const sent: Element[] = [];
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    if (event.target instanceof Element) sent.push(event.target);
  };
  const send = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, "submit");
  HTMLFormElement.prototype.submit = function submitCaught(this: HTMLFormElement): void {
    sent.push(this);
  };
  addEventListener("submit", onSubmit, true);
  const faults: Fault[] = [];
  const told = (control: Element, what: string): Fault => tools.fault("changes-by-itself", control, what);
  const controls = [
    ...document.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
      "input:not([type=hidden], [type=submit], [type=button], [type=file]), select, textarea",
    ),
  ].filter(tools.isShown);
  for (const control of controls) {
    const isChoice = control instanceof HTMLInputElement && ["radio", "checkbox"].includes(control.type);
    const before = isChoice ? control.checked : control.value;
    const headings = document.querySelectorAll("h1, h2, h3").length;
    control.focus();
    if (isChoice) control.checked = !control.checked;
    else if (control instanceof HTMLSelectElement)
      control.selectedIndex = (control.selectedIndex + 1) % Math.max(1, control.options.length);
    else control.value = `${control.value}1`;
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (sent.length > 0) faults.push(told(control, "Changing this sends the form"));
    if (location.href !== address) faults.push(told(control, "Changing this leads to another page"));
    if (document.activeElement !== control) faults.push(told(control, "Changing this moves focus"));
    if (document.querySelectorAll("h1, h2, h3").length !== headings)
      faults.push(told(control, "Changing this changes what the page is about"));
    sent.length = 0;
    if (isChoice) control.checked = before === true;
    else if (typeof before === "string") control.value = before;
  }
  removeEventListener("submit", onSubmit, true);
  if (send !== undefined) Object.defineProperty(HTMLFormElement.prototype, "submit", send);
  return faults;
}
