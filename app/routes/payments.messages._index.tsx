// Messages about payments that no mail server carries: print them, post or say them, then mark them as told.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { markMessagesTold, moneyMessages } from "#app/services/money-messages.server.ts";
import { Button, FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes } from "#app/ui/choices.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireFinance } from "#app/web/guards.server.ts";
import { pageFrom } from "#app/web/list-address.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted, plainDate } from "#app/words/format.ts";
import { messageWayNames, moneyMessageNames } from "#app/words/payment-runs.ts";

const several = z.preprocess(
  (given): unknown => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.string().max(40)).max(100),
);
const form = z.strictObject({ told: several });

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const page = pageFrom(request);
  const found = await moneyMessages(visit.context, visit.finance, page);
  return {
    shell: staffShell(visit),
    held: visit.held,
    page,
    pages: found.pages,
    total: counted(found.total, "message waits", "messages wait"),
    printable: found.messages.filter(({ way }) => way !== "email").length,
    messages: found.messages.map(({ messageId, person, kind, way, writtenOn }) => ({
      value: messageId,
      label: `${person}: ${moneyMessageNames[kind]}`,
      hint: `${messageWayNames[way]}. Written on ${plainDate(writtenOn)}.`,
    })),
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { told } = read.value;
  if (told.length === 0) return mend(problemWith("told", "Choose which messages you posted or said", read.typed));
  const marked = await markMessagesTold(context, finance, told, read.intent);
  return marked.ok
    ? goBackSaying("/payments/messages", "told")
    : mend(problemWith("told", "These messages are marked already. Look at the list again.", read.typed));
}

export default function Messages() {
  const { shell, held, page, pages, total, printable, messages, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading="Messages to post or say"
      held={held}
      back={{ href: "/payments", text: "Payments" }}
      notice={saved === "told" ? { heading: "Saved", children: "The messages are marked as told, and their words are erased." } : undefined}
    >
      <p>Messages about payments that no mail server carries. Print them, post the letters, and call or text the people who like that.</p>
      {saved === "no-print" ? (
        <p role="alert">We could not print these. Some letters in them are not in our typefaces. Call the person.</p>
      ) : null}
      {messages.length === 0 ? (
        <p>No message waits. Messages that cannot be sent by email appear here.</p>
      ) : (
        <>
          {printable === 0 ? null : (
            <PageForm action={`/payments/messages/print.pdf?page=${page}`}>
              <Button kind="secondary">{`Print ${counted(printable, "message", "messages")}`}</Button>
            </PageForm>
          )}
          <PageForm>
            <Checkboxes
              name="told"
              legend="Which have you posted or said?"
              asHeading="h2"
              hint={`${total}. Tick each one when it is in the post, or when the person knows.`}
              options={messages}
              values={answer.values("told", [])}
              error={answer.error("told")}
            />
            <FormButtons primary="Mark as told" />
          </PageForm>
          <Pagination current={page} count={pages} hrefOf={(one) => `/payments/messages?page=${one}`} />
        </>
      )}
    </Page>
  );
}
