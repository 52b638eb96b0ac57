// The scan of a paper claim form, as a download for coordinators.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { endingOf } from "#app/services/files.server.ts";
import { scanOfPaperClaim } from "#app/services/paper-claims.server.ts";
import { fileResponse } from "#app/web/file-response.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const found = await scanOfPaperClaim(context, coordinator, { reference: params["reference"] ?? "", claimId: params["cid"] ?? "" });
  if (!found.ok) throw notFound();
  const { bytes, mediaType, reference } = found.value;
  return fileResponse({ bytes, mediaType, saveAs: `claim-form-${reference}.${endingOf(mediaType)}` });
}
