// The choice is saved, with a way to change one's mind.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ownChoice, undoDecision } from "#app/services/payment-choice.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { wordingIn } from "#app/ui/display-preferences.ts";
import { NextSteps } from "#app/ui/next-steps.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Sentences } from "#app/ui/lines.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { DonePanel } from "#app/ui/panel.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { longDate } from "#app/words/format.ts";
import { choiceSaid, payWords } from "#app/words/pay-pages.ts";

const form = z.strictObject({ version: z.coerce.number().int().positive() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownChoice(context, attendee);
  if (own === null) throw notFound();
  if (own.decision === null) throw goOn(`${home}/pay`);
  const { changeUntil, isBeforeMeeting } = own;
  const wording = wordingIn(request.headers.get("cookie"));
  return {
    shell,
    home,
    caption,
    version: own.version,
    wording,
    choice: choiceSaid(wording, own.decision.choice, own.decision.offered),
    until: changeUntil === null || !isBeforeMeeting ? "" : payWords[wording].done.until(longDate(changeUntil)),
    isPaid: own.decision.choice.kind !== "nothing",
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { home, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const undone = await undoDecision(context, attendee, read.value.version, read.intent);
  if (!undone.ok) return mend(problemWith("", "Your choice was changed in another window. Check it here first.", read.typed));
  return goBackSaying(`${home}/pay`, "undone");
}

export default function PaymentDone() {
  const { shell, home, caption, wording, version, choice, until, isPaid } = useLoaderData<typeof loader>();
  useAnswer();
  const words = payWords[wording].done;
  return (
    <Page shell={shell} caption={caption} title={words.title}>
      <DonePanel what={words.what} />
      <p>
        <Sentences text={`${choice} ${until}`.trim()} wording={wording} />
      </p>
      <NextSteps steps={isPaid ? words.stepsPaid : words.stepsUnpaid} />
      <PageForm carried={{ version: String(version) }}>
        <FormButtons primary={words.change} />
      </PageForm>
      <LinkList
        links={[
          { href: `${home}/pay/letter`, text: payWords[wording].start.letter },
          { href: home, text: words.home },
        ]}
      />
    </Page>
  );
}
