// After "No": why, and another way to give views. It is all optional, and the reply itself is already kept.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { myAfterNo, saveAfterNo } from "#app/services/after-no.server.ts";
import { AfterNoFields } from "#app/ui/after-no-fields.tsx";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { afterNoForm } from "#app/web/after-no-form.ts";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { easyAfterNoWords } from "#app/words/easy-access.ts";
import { afterNoWords, mixedReasons } from "#app/words/after-no.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, shell, page, home, caption, wording } = await requireAttendeePage(request, params["ref"]);
  const said = await myAfterNo(context, attendee);
  if (said === null) throw redirect(`${home}/coming`);
  return {
    shell,
    home,
    caption,
    wording,
    said,
    version: page.version,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, home } = await requireAttendeePage(request, params["ref"]);
  const read = await readForm(request, afterNoForm);
  if (!read.ok) return mend(read.answer);
  const { reasons, otherWay = null, version } = read.value;
  const saved = await saveAfterNo(context, attendee, version, { reasons, otherWay }, read.intent);
  if (!saved.ok) return mend(problemWith("reasons", whyNot[saved.refusal], read.typed));
  return goBackSaying(home, "not-coming");
}

const whyNot = {
  "changed-elsewhere": "Your answer was changed in another window. Look at it again, and send.",
  "mixed-reasons": mixedReasons,
} as const;

export default function AfterNo() {
  const { shell, home, caption, wording, said, version } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} caption={caption} heading="Thank you for telling us" back={{ href: `${home}/coming` }}>
      <p>{wording === "easy" ? easyAfterNoWords.intro : "Your answer is saved. You do not have to say more."}</p>
      <PageForm carried={{ version: String(version) }}>
        <AfterNoFields said={said} words={wording === "easy" ? easyAfterNoWords : afterNoWords.own} />
        <FormButtons primary="Send" />
      </PageForm>
    </Page>
  );
}
