// Everybody paid in one tax year, for a spreadsheet: "2026.csv".
import type { LoaderFunctionArgs } from "@remix-run/node";
import { taxYearSheet } from "#app/services/statements.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const year = /^(20\d{2})\.csv$/u.exec(params["file"] ?? "")?.[1];
  if (year === undefined) throw notFound();
  return new Response(await taxYearSheet(context, finance, Number(year)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="paid-in-${year}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
