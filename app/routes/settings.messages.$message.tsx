// One message as people get it, in each of its forms, with made-up names.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkList } from "#app/ui/items.tsx";
import { MessageParts } from "#app/ui/message-parts.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { notFound, requireAdministrator } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { partsOfPlainText } from "#app/words/invitation.ts";
import { listedMessages, messageFormNames, readerNames } from "#app/words/message-list.ts";
import { ageToRead } from "#app/words/reading-age.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const message = listedMessages(visit.organisation.name, visit.context.today).find(({ id }) => id === params["message"]);
  if (message === undefined) throw notFound();
  const asked = new URL(request.url).searchParams.get("form");
  const form = message.forms.find((one) => one === asked) ?? message.forms[0];
  const { subject, body } = message.write(form);
  return {
    shell: staffShell(visit),
    name: message.name,
    to: readerNames[message.to],
    form: messageFormNames[form],
    // A letter has no subject line: it is what the letter is about.
    subject: form === "text" ? null : subject,
    parts: partsOfPlainText(body),
    age: ageToRead(body),
    others: message.forms
      .filter((one) => one !== form)
      .map((one) => ({ href: `/settings/messages/${message.id}?form=${one}`, text: `See it as: ${messageFormNames[one]}` })),
  };
}

export default function OneMessage() {
  const { shell, name, to, form, subject, parts, age, others } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading={name} caption={to} back={{ href: "/settings/messages", text: "Messages" }}>
      <p>
        {form}. English only. {age === null ? "It is too short to say at what age it can be read." : `It reads at about age ${age}.`}
      </p>
      <h2>What they read</h2>
      <MessageParts subject={subject ?? undefined} parts={parts} />
      {others.length === 0 ? null : <LinkList links={others} />}
    </Page>
  );
}
