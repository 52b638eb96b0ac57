// Signing out: ends the session on the server, and asks the browser to forget everything of ours.
import type { ActionFunctionArgs } from "@remix-run/node";
import { endSession } from "#app/services/accounts.server.ts";
import { sessionCookie } from "#app/web/cookie.ts";
import { openToAll } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";

export async function action({ request }: ActionFunctionArgs) {
  const { context, session } = await openToAll(request);
  await endSession(context, session);
  const headers = new Headers({ "Clear-Site-Data": '"cache", "storage"' });
  headers.append("Set-Cookie", sessionCookie(context.origin, "", 0));
  return goOn("/sign-in?saved=signed-out", headers);
}
