// A person's own statement as a file: a PDF in two sizes of print, or a spreadsheet. "2026-27" leads to that year's page.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { myStatements, statementPaper, statementSheet } from "#app/services/statements.server.ts";
import { notFound, requireAnyAttendee } from "#app/web/guards.server.ts";
import { pdfResponse } from "#app/web/paper-response.server.ts";
import { statementFrom } from "#app/web/statement-page.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendees } = await requireAnyAttendee(request);
  const { searchParams } = new URL(request.url);
  const file = params["file"] ?? "";
  const year = /^(\d{4})-\d{2}$/u.exec(file)?.[1];
  if (year !== undefined) return redirect(`/my/statements?period=tax-year&year=${year}`, { status: 303 });
  const asked = searchParams.get("ref");
  const attendee = (asked === null ? attendees[0] : attendees.find(({ reference }) => reference === asked))?.attendee;
  if (!attendee) throw notFound();
  const statements = (await myStatements(context, attendee, statementFrom(request, context.today).periods)).filter(
    ({ rows, returned }) => rows.length > 0 || returned.length > 0,
  );
  if (file === "statement.csv")
    return new Response(statementSheet(statements), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="statement.csv"',
        "Cache-Control": "no-store",
      },
    });
  return pdfResponse(await statementPaper(context, attendee, statements), { file, name: "statement", twin: "/my/statements" });
}
