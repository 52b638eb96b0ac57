// What every page of a person's own claim shares: the person let in, and their claim as it stands.
import { redirect } from "@remix-run/node";
import { myClaim, type MyClaim } from "#app/services/claims.server.ts";
import { requireAttendeePage, type AttendeePage } from "./attendee-page.server.ts";

export type ClaimPage = AttendeePage & { readonly claim: MyClaim; readonly claimHome: string };

/** Lets the person in and finds their claim. Where there is none, or it can no longer be changed, the claim's own page says so. */
export async function requireClaimToFillIn(request: Request, reference: string | undefined): Promise<ClaimPage> {
  const visit = await requireAttendeePage(request, reference);
  const claimHome = `${visit.home}/claim`;
  const found = await myClaim(visit.context, visit.attendee);
  if (!found.ok || !found.value.mayChange) throw redirect(`${claimHome}#main`, { status: 303 });
  return { ...visit, claim: found.value, claimHome };
}
