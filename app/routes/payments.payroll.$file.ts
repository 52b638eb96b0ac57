// The list for payroll of one tax year, for a spreadsheet: "2026.csv".
import type { LoaderFunctionArgs } from "@remix-run/node";
import { payrollSheet } from "#app/services/payroll-list.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";
import { csvResponse } from "#app/web/list-files.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, finance } = await requireFinance(request, "authorise");
  const year = /^(20\d{2})\.csv$/u.exec(params["file"] ?? "")?.[1];
  if (year === undefined) throw notFound();
  return csvResponse(await payrollSheet(context, finance, Number(year)), `payroll-list-${year}.csv`);
}
