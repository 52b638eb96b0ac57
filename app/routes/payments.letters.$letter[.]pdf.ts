// One letter to sign and post, as a PDF with where to post it at its head. Each opening is on record.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { printPaper } from "#app/services/documents.server.ts";
import { letterToPost } from "#app/services/letter-requests.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const made = await letterToPost(context, finance, params["letter"] ?? "");
  if (!made.ok) throw notFound();
  const printed = await printPaper(made.value, "letter-to-sign", 12);
  if (!printed.ok) {
    throw new Response(
      "Some letters in this name or address are not in our typefaces. Write this letter by hand, or ask the person for another spelling.",
      {
        status: 422,
        headers: { "Content-Type": "text/plain; charset=utf-8" },
      },
    );
  }
  return new Response(new Uint8Array(printed.value.bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": 'attachment; filename="letter-to-sign.pdf"',
      "Cache-Control": "no-store",
    },
  });
}
