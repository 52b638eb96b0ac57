// Costs paid before the meeting, asked for by phone or in person. Whoever answers it is the coordinator, as for a request of their own.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { askForCosts, myCostsBefore } from "#app/services/costs-before.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { CostsBeforeFields } from "#app/ui/costs-before-fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { costsAskedFrom, costsBeforeForm, costsBeforeProblems } from "#app/web/costs-before-form.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requirePhonePage } from "#app/web/phone-page.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, reference, home, frame } = await requirePhonePage(request, params);
  const { mayAsk, requests } = await myCostsBefore(context, attendee);
  if (!mayAsk) throw redirect(home);
  return { ...frame, asked: requests.length, costsBefore: `/meetings/${reference}/costs-before` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, home } = await requirePhonePage(request, params);
  const read = await readForm(request, costsBeforeForm);
  if (!read.ok) return mend(read.answer);
  const asked = await askForCosts(context, attendee, costsAskedFrom(read.value), read.intent);
  if (asked.ok) return goBackSaying(home, "costs-asked");
  const [field, message] = costsBeforeProblems[asked.refusal];
  return mend(problemWith(field, message, read.typed));
}

export default function CostsBeforeByPhone() {
  const { shell, held, home, caption, firstName, asked, costsBefore } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page shell={shell} caption={caption} heading="Ask for costs to be paid before the meeting" back={{ href: home }} held={held}>
      <p>Read this aloud to {firstName}, in these words.</p>
      <Inset>
        <p>“You should not have to lend us money. You do not have to say why you ask. We can book it and pay, or send you money first.”</p>
      </Inset>
      {asked === 0 ? null : <LinkList links={[{ href: costsBefore, text: "See what was asked for before" }]} />}
      <PageForm>
        <CostsBeforeFields answer={answer} />
        <FormButtons primary="Send the request" />
      </PageForm>
    </Page>
  );
}
