// The statements of one page of a tax year as letters to post, each in the size of print its person asked for. Made by a form only.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { statementLetters } from "#app/services/statements.server.ts";
import { mend, readForm } from "#app/web/forms.server.ts";
import { requireFinance } from "#app/web/guards.server.ts";

const form = z.strictObject({ year: z.coerce.number().int().min(2000).max(2100), page: z.coerce.number().int().min(1).max(100_000) });

export async function loader({ request }: LoaderFunctionArgs) {
  await requireFinance(request);
  return redirect("/payments/statements", { status: 303 });
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { year, page } = read.value;
  const made = await statementLetters(context, finance, { year, page });
  if (!made.ok) return redirect(`/payments/statements?year=${year}&page=${page}&letters=${made.refusal}`, { status: 303 });
  return new Response(new Uint8Array(made.value.bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="statements-${year}.pdf"`,
      "Cache-Control": "no-store",
    },
  });
}
