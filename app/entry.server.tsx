// Draws a page to text in one go. Nothing is streamed and no script is sent, so a page is either whole or an error.
// The extra exports are what the web server takes from this build (decision 37).
import type { EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { PageTitleSlip, type TitleSlip } from "#app/ui/page-frame.tsx";
import { openContext } from "#app/services/context.server.ts";
import { formTokenFits as tokenFits } from "#app/web/form-token.server.ts";
import { logFault } from "#app/web/log.server.ts";

export { closeInstance, exampleLinks, openTheInstance, startSendingMail } from "#app/web/for-the-server.server.ts";
// Tests open an installation of their own, with a clock of their own.
export { openInstance, useInstance } from "#app/services/context.server.ts";
export { logRequest } from "#app/web/log.server.ts";

export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext): Response {
  const slip: TitleSlip = { title: "" };
  const markup = renderToString(
    <PageTitleSlip.Provider value={slip}>
      <RemixServer context={context} url={request.url} />
    </PageTitleSlip.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(`<!doctype html>${markup.replace("<title></title>", `<title>${escaped(slip.title)}</title>`)}`, { status, headers });
}

/** Faults are logged without anything a person typed; refusals (Responses) are not faults. */
export function handleError(problem: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted) logFault(problem);
}

/** Whether a form token was drawn for the browser with this session reference. */
export async function formTokenFits(session: string, token: string): Promise<boolean> {
  return tokenFits((await openContext()).vault, session, token);
}

function escaped(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;");
}
