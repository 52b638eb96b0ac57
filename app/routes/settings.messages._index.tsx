// Messages: everything the program writes by itself, how hard it is to read, and in which forms it exists.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DataTable } from "#app/ui/data-table.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { requireAdministrator } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { listedMessages, readerNames } from "#app/words/message-list.ts";
import { ageToRead } from "#app/words/reading-age.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const messages = listedMessages(visit.organisation.name, visit.context.today);
  return {
    shell: staffShell(visit),
    readers: Object.entries(readerNames).map(([to, name]) => ({
      to,
      name,
      rows: messages
        .filter((message) => message.to === to)
        .map(({ id, name: called, forms, write }) => ({
          id,
          called,
          age: ageToRead(write(forms[0]).body),
          easyRead: forms.includes("easy-read") ? "Yes" : "No",
        })),
    })),
  };
}

export default function Messages() {
  const { shell, readers } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Messages" width="wide" back={{ href: "/settings", text: "Settings" }}>
      <p className="govuk-body-l">What this program writes by itself, with made-up names. Open one to read it in each of its forms.</p>
      <p>
        The age is a guide, worked out from the length of words and sentences. Aim for 11 or less. What coordinators write themselves is not
        here: they see its age as they write.
      </p>
      {readers.map(({ to, name, rows }) => (
        <DataTable
          key={to}
          id={`messages-${to}`}
          caption={name}
          columns={[{ header: "Message" }, { header: "Reads at about age" }, { header: "Easy Read" }, { header: "Welsh" }]}
          rows={rows.map(({ id, called, age, easyRead }) => ({
            key: id,
            cells: [
              <a key="name" className="target" href={`/settings/messages/${id}`}>
                {called}
              </a>,
              age === null ? "Too short to say" : String(age),
              easyRead,
              "English only",
            ],
          }))}
        />
      ))}
    </Page>
  );
}
