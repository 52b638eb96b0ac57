// Every address that is no page of ours: the same "not found" as for what belongs to somebody else, in the usual frame.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, openToAll } from "#app/web/guards.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await openToAll(request);
  throw notFound();
}

export default function NoSuchPage() {
  return null;
}
