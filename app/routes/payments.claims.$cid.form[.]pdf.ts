// The payment form as a PDF for finance, once two people have agreed the claim. Opened by a link it holds the end of the
// account only; the whole number comes with a form that was sent on purpose (decision 25), and that is put on record.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { paymentFormPaper } from "#app/services/documents.server.ts";
import { notFound, requireFinance, type Visit } from "#app/web/guards.server.ts";
import { pdfResponse } from "#app/web/paper-response.server.ts";
import type { FinanceOfficer } from "#app/domain/people/actors.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  return formFor(visit, params["cid"] ?? "", "end-only");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requireFinance(request);
  return formFor(visit, params["cid"] ?? "", "in-full");
}

async function formFor(
  { context, finance }: Visit & { readonly finance: FinanceOfficer },
  cid: string,
  account: "end-only" | "in-full",
): Promise<Response> {
  const made = await paymentFormPaper(context, finance, cid, account);
  const twin = `/payments/claims/${cid}/form`;
  if (made.ok) return pdfResponse(made.value, { file: "payment-form-12-point.pdf", name: "payment-form", twin });
  if (made.refusal === "not-found") throw notFound();
  // The page of the form says in words what is missing.
  return redirect(twin, { status: 303 });
}
