// The way through the pages of "Create a meeting": forward while it is a draft, and back to the check when one answer is changed.

type Step = "about" | "type" | "when" | "what" | "where" | "payment";
const steps: readonly Step[] = ["about", "type", "when", "what", "where", "payment"];

/** Where to go once a page is saved: on to the next one, or back to the check where the page was opened from there. */
export function onFrom(request: Request, reference: string, step: Step): string {
  const next = steps[steps.indexOf(step) + 1];
  const edit = `/meetings/${reference}/edit`;
  return isFromCheck(request) || next === undefined ? `${edit}/check` : `${edit}/${next}`;
}

/** The page before this one. A meeting that was created is only ever changed from its check page. */
export function backFrom(
  request: Request,
  meeting: { readonly reference: string; readonly state: string },
  step: Step,
): { readonly href: string } {
  const edit = `/meetings/${meeting.reference}/edit`;
  if (isFromCheck(request) || meeting.state !== "draft") return { href: `${edit}/check` };
  const before = steps[steps.indexOf(step) - 1];
  return { href: before === undefined ? "/meetings" : `${edit}/${before}` };
}

function isFromCheck(request: Request): boolean {
  return new URL(request.url).searchParams.get("from") === "check";
}
