// A letter with a private link, as a PDF.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { printLetter } from "#app/services/invitations.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";

const sizes: Readonly<Record<string, number>> = { "12": 12, "18": 18, "24": 24 };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const size = sizes[params["size"] ?? ""];
  if (size === undefined) throw notFound();
  const printed = await printLetter(visit.context, visit.coordinator, params["reference"] ?? "", params["message"] ?? "", size);
  if (!printed.ok) {
    if (printed.refusal === "not-found") throw notFound();
    const { characters } = printed.refusal;
    throw new Response(`No typeface we have can print these letters: ${characters.join(" ")}. Print the page from your browser instead.`, {
      status: 422,
    });
  }
  const { bytes, mediaType, fileName } = printed.value;
  return new Response(Buffer.from(bytes), {
    headers: { "Content-Type": mediaType, "Content-Disposition": `inline; filename="${fileName}"`, "Cache-Control": "no-store" },
  });
}
