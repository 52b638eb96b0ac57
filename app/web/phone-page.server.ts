// What every page of answering with somebody by phone or in person shares: who it is with, and that they said yes to going on.
import { redirect } from "@remix-run/node";
import { findAnsweringTogether, type TogetherView } from "#app/services/answering-together.server.ts";
import type { Attendee } from "#app/domain/people/actors.ts";
import type { Shell } from "#app/ui/page.tsx";
import { notFound, requireCoordinator } from "./guards.server.ts";
import { staffShell } from "./shell.server.ts";

type Params = Readonly<Record<string, string | undefined>>;
type Coordinating = Awaited<ReturnType<typeof requireCoordinator>>;

export type PhonePage = Pick<Coordinating, "context" | "coordinator"> & {
  readonly reference: string;
  readonly personId: string;
  /** The first page, where the call begins and ends. */
  readonly home: string;
  readonly attendee: Attendee;
  readonly view: TogetherView;
  readonly frame: {
    readonly shell: Shell;
    readonly held: Coordinating["held"];
    readonly caption: string;
    readonly firstName: string;
    readonly home: string;
  };
};

/** Lets the coordinator in while a call is going on; sends them to its first page while it is not. Call it first: it is the authoriser. */
export async function requirePhonePage(request: Request, params: Params): Promise<PhonePage> {
  const visit = await requireCoordinator(request);
  const { context, coordinator, held } = visit;
  const [reference, personId] = [params["reference"] ?? "", params["pid"] ?? ""];
  const home = `/meetings/${reference}/people/${personId}/phone`;
  const found = await findAnsweringTogether(context, coordinator, reference, personId);
  if (!found.ok) throw notFound();
  const { attendee, view } = found.value;
  if (attendee === null) throw redirect(home);
  const frame = { shell: staffShell(visit), held, caption: `With ${view.fullName}`, firstName: view.firstName, home };
  return { context, coordinator, reference, personId, home, attendee, view, frame };
}
