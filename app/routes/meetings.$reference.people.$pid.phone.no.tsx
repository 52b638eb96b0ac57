// After a "No" by phone or in person: why, and another way to give views, read aloud. What was said is never read back here.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { saveAfterNo, standingAfterNo } from "#app/services/after-no.server.ts";
import { myPage } from "#app/services/my-meeting.server.ts";
import { AfterNoFields } from "#app/ui/after-no-fields.tsx";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { afterNoForm } from "#app/web/after-no-form.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requirePhonePage } from "#app/web/phone-page.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { afterNoWords, mixedReasons } from "#app/words/after-no.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, home, frame } = await requirePhonePage(request, params);
  const standing = await standingAfterNo(context, attendee);
  if (standing === "not-no") throw redirect(home);
  const { version } = await myPage(context, attendee);
  return { ...frame, version, standing };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, home } = await requirePhonePage(request, params);
  const read = await readForm(request, afterNoForm);
  if (!read.ok) return mend(read.answer);
  const { reasons, otherWay = null, version } = read.value;
  const isSkipped = read.button === "skip" || (reasons.length === 0 && otherWay === null);
  // What they said by themselves meanwhile is theirs: it is not written over from here.
  if (isSkipped || (await standingAfterNo(context, attendee)) === "said-more") return goBackSaying(home, "not-coming");
  const saved = await saveAfterNo(context, attendee, version, { reasons, otherWay }, read.intent);
  if (saved.ok) return goBackSaying(home, "not-coming");
  const why = saved.refusal === "mixed-reasons" ? mixedReasons : "This answer was changed elsewhere. Ask again, and save.";
  return mend(problemWith("reasons", why, read.typed));
}

export default function PhoneAfterNo() {
  const { shell, held, caption, firstName, home, version, standing } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} held={held} heading={`${firstName} is not coming`} caption={caption} back={{ href: home }}>
      {standing === "said-more" ? (
        <p>{firstName} has said more since. It is private, so it cannot be opened here. They can change it with their link.</p>
      ) : (
        <>
          <p>The “No” is saved. Read this aloud to {firstName}, in these words. They can leave out both questions.</p>
          <PageForm carried={{ version: String(version) }}>
            <AfterNoFields said={null} words={afterNoWords.readAloud} held={held} />
            <FormButtons primary="Send" secondary={[{ intent: "skip", text: "They would rather not say more" }]} />
          </PageForm>
        </>
      )}
    </Page>
  );
}
