// The way through the pages of "Create a meeting": forward while it is a draft, and back to the check or to the plan when one answer
// is changed from there.

type Step = "about" | "type" | "when" | "what" | "where" | "payment";
const steps: readonly Step[] = ["about", "type", "when", "what", "where", "payment"];

/** Where to go once a page is saved: on to the next one, or back to the check or the plan where the page was opened from there. */
export function onFrom(request: Request, reference: string, step: Step): string {
  const next = steps[steps.indexOf(step) + 1];
  const edit = `/meetings/${reference}/edit`;
  const from = openedFrom(request);
  if (from === "plan") return `/meetings/${reference}/plan`;
  return from === "check" || next === undefined ? `${edit}/check` : `${edit}/${next}`;
}

/** The page before this one. A meeting that was created is only ever changed from its check page or its plan. */
export function backFrom(
  request: Request,
  meeting: { readonly reference: string; readonly state: string },
  step: Step,
): { readonly href: string } {
  const edit = `/meetings/${meeting.reference}/edit`;
  const from = openedFrom(request);
  if (from === "plan") return { href: `/meetings/${meeting.reference}/plan` };
  if (from === "check" || meeting.state !== "draft") return { href: `${edit}/check` };
  const before = steps[steps.indexOf(step) - 1];
  return { href: before === undefined ? "/meetings" : `${edit}/${before}` };
}

function openedFrom(request: Request): "check" | "plan" | null {
  const from = new URL(request.url).searchParams.get("from");
  return from === "check" || from === "plan" ? from : null;
}
