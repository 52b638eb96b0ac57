// Every letter that waits to be posted, as one PDF.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { printLettersToPost } from "#app/services/invitations.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";

const sizes: Readonly<Record<string, number>> = { "12": 12, "18": 18, "24": 24 };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const size = sizes[params["size"] ?? ""];
  if (size === undefined) throw notFound();
  const printed = await printLettersToPost(visit.context, visit.coordinator, params["reference"] ?? "", size);
  if (!printed.ok) {
    if (printed.refusal === "not-found" || printed.refusal === "none") throw notFound();
    const { characters } = printed.refusal;
    throw new Response(
      `No typeface we have can print these letters: ${characters.join(" ")}. Print each letter from its own page instead.`,
      {
        status: 422,
      },
    );
  }
  const { bytes, mediaType, fileName } = printed.value;
  return new Response(Buffer.from(bytes), {
    headers: { "Content-Type": mediaType, "Content-Disposition": `inline; filename="${fileName}"`, "Cache-Control": "no-store" },
  });
}
