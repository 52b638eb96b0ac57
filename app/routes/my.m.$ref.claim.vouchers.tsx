// A person's vouchers for one claim: where each one is, and their word that they have them.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { confirmMyVouchers, myVouchers } from "#app/services/voucher-giving.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { mend, readForm } from "#app/web/forms.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { ownVoucherSentences } from "#app/words/vouchers.ts";

const form = z.strictObject({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, shell, caption, home } = await requireAttendeePage(request, params["ref"]);
  const vouchers = await myVouchers(context, attendee);
  if (vouchers.length === 0) throw redirect(`${home}/claim#main`, { status: 303 });
  return {
    shell,
    caption,
    home,
    isSaved: new URL(request.url).searchParams.get("saved") === "vouchers",
    mayConfirm: vouchers.some(({ state, confirmedOn }) => state === "given" && confirmedOn === null),
    vouchers: vouchers.map((voucher) => ({ key: voucher.voucherId, sentences: ownVoucherSentences(voucher) })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, home } = await requireAttendeePage(request, params["ref"]);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  await confirmMyVouchers(context, attendee, read.intent);
  return goBackSaying(`${home}/claim/vouchers`, "vouchers");
}

export default function MyVouchers() {
  const { shell, caption, home, isSaved, mayConfirm, vouchers } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="Your vouchers"
      caption={caption}
      back={{ href: `${home}/claim` }}
      notice={isSaved ? { heading: "Thank you", children: "We have noted that you have your vouchers." } : undefined}
    >
      {vouchers.map(({ key, sentences }) => (
        <Inset key={key}>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Inset>
      ))}
      {mayConfirm ? (
        <PageForm>
          <p>Do you have them? Please tell us. It is your receipt.</p>
          <FormButtons primary="I have my vouchers" />
        </PageForm>
      ) : null}
      <p>If a voucher has not come, or you cannot use it, tell us.</p>
      <LinkList links={[{ href: `${home}/claim/problem`, text: "Tell us that something went wrong" }]} />
    </Page>
  );
}
