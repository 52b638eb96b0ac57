// One page of the messages that wait, as a PDF to post or to read from. Made by a form only: each opening is on record.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { printMoneyMessages } from "#app/services/money-messages.server.ts";
import { requireFinance } from "#app/web/guards.server.ts";
import { pageFrom } from "#app/web/list-address.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireFinance(request);
  return redirect("/payments/messages", { status: 303 });
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const made = await printMoneyMessages(context, finance, pageFrom(request));
  if (!made.ok)
    return redirect(made.refusal === "nothing-to-print" ? "/payments/messages" : "/payments/messages?saved=no-print", { status: 303 });
  return new Response(new Uint8Array(made.value.bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": 'attachment; filename="messages-about-payments.pdf"',
      "Cache-Control": "no-store",
    },
  });
}
