// The letter for the Jobcentre: what it says, and where to get it. It never mentions benefits, health or access.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ownChoice } from "#app/services/payment-choice.server.ts";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { notFound } from "#app/web/guards.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, page, context, attendee } = await requireAttendeePage(request, params["ref"]);
  if ((await ownChoice(context, attendee)) === null) throw notFound();
  return { shell, home, caption, contact: page.meeting.organisation.contact.name };
}

export default function Letter() {
  const { shell, home, caption, contact } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      caption={caption}
      heading="Letter about your involvement and payment"
      back={{ href: `${home}/pay`, text: "Back to your payment" }}
    >
      <p className="govuk-body-l">Some people find it helps to show this to the Jobcentre or the council.</p>
      <p>
        It says what involvement is, that it is not a job, and that you can stop at any time. It says that costs are separate. It does not
        mention benefits, health or access.
      </p>
      <LinkList links={[{ href: `${home}/papers/jobcentre-letter.pdf`, text: "Letter about involvement and payment (PDF, 1 page)" }]} />
      <p>
        If you would like a signed copy by post, ask {contact}. The ways to reach {contact} are at the end of this page.
      </p>
    </Page>
  );
}
