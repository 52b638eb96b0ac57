// Letters to sign and post: a name, a day and the letter each. What a letter is for is nobody's business here.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { lettersToPost, markLetterPosted } from "#app/services/letter-requests.server.ts";
import { Button } from "#app/ui/buttons.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireFinance } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { shortDate } from "#app/words/format.ts";

const form = z.strictObject({ letter: z.string().max(100), version: versionField });

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const letters = await lettersToPost(visit.context, visit.finance);
  return {
    shell: staffShell(visit),
    isSaved: new URL(request.url).searchParams.get("saved") === "posted",
    letters: letters.map(({ postBy, ...letter }) => ({ ...letter, postBy: shortDate(postBy) })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { letter: id, version } = read.value;
  const posted = await markLetterPosted(context, finance, { id, version }, read.intent);
  if (posted.ok) return goBackSaying("/payments/letters", "posted");
  return mend(problemWith("", "Somebody else changed this while you had it open. Look at the list again.", read.typed));
}

export default function Letters() {
  const { shell, isSaved, letters } = useLoaderData<typeof loader>();
  useAnswer();
  return (
    <Page
      shell={shell}
      heading="Letters to sign and post"
      back={{ href: "/payments" }}
      notice={isSaved ? { heading: "Saved", children: "The letter is marked as posted. We no longer keep where it went." } : undefined}
    >
      <p>
        People can ask for a signed letter about taking part and being paid. Print it, sign it, and post it to the address on it. Each time
        a letter is opened is on record.
      </p>
      {letters.length === 0 ? (
        <p>No letter waits. Letters people ask for appear here.</p>
      ) : (
        <DataTable
          id="letters"
          caption="Letters that wait, the first to be posted first"
          columns={[{ header: "For" }, { header: "Post by" }, { header: "Letter" }, { header: "When it is in the post" }]}
          rows={letters.map(({ id, version, person, postBy, isLate }) => ({
            key: id,
            cells: [
              person,
              isLate ? `${postBy}. Late` : postBy,
              <a key="letter" className="target" href={`/payments/letters/${id}.pdf`}>
                Letter to print<span className="govuk-visually-hidden"> for {person}</span> (PDF)
              </a>,
              <PageForm key="posted" carried={{ letter: id, version: String(version) }}>
                <Button kind="secondary" about={`for ${person}`}>
                  Mark as posted
                </Button>
              </PageForm>,
            ],
          }))}
        />
      )}
    </Page>
  );
}
