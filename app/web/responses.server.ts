// Answers that appear in more than one place.
import { redirect } from "@remix-run/node";
import { sessionCookie } from "./cookie.ts";
import type { Context } from "#app/services/context.server.ts";

/** Goes on to a page after something was saved. The address ends in #main, so that an old #problem does not stick (decision 46). */
export function goOn(path: string, headers?: HeadersInit): Response {
  return redirect(path.includes("#") ? path : `${path}#main`, { status: 303, ...(headers === undefined ? {} : { headers }) });
}

/** Goes back to a page with a notice on it. `saved` is a key of that page's own notices. */
export function goBackSaying(path: string, saved: string): Response {
  const [where = path, search] = path.split("?");
  return goOn(`${where}?${search === undefined ? "" : `${search}&`}saved=${encodeURIComponent(saved)}`);
}

/** Goes on with a new session: a new secret at every sign-in, so that none can be planted beforehand. */
export function goOnSignedIn(context: Context, path: string, session: string): Response {
  return goOn(path, { "Set-Cookie": sessionCookie(context.origin, session, 30 * 24 * 3600) });
}

/** A path of ours to go to next, or the given one when somebody asks to be sent elsewhere (promises.md T28). */
export function localPath(wanted: string | null, otherwise: string): string {
  return wanted !== null && /^\/(?![/\\])[^\\\s]*$/u.test(wanted) && !/%2f%2f|%5c/iu.test(wanted) ? wanted : otherwise;
}
