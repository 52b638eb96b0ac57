// After "No": why, and another way to give views. It is all optional, and the reply itself is already kept.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { noReasons, otherWays } from "#app/domain/people/after-no.ts";
import { myAfterNo, saveAfterNo } from "#app/services/after-no.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { choices, optionalChoice, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { noReasonLabels, otherWayLabels } from "#app/words/after-no.ts";

const form = z.strictObject({ reasons: choices(noReasons), otherWay: optionalChoice(otherWays), version: versionField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, shell, page, home, caption } = await requireAttendeePage(request, params["ref"]);
  const said = await myAfterNo(context, attendee);
  if (said === null) throw redirect(`${home}/coming`);
  return {
    shell,
    home,
    caption,
    said,
    version: page.version,
    reasons: noReasons.map((value) => ({ value, label: noReasonLabels[value] })),
    ways: otherWays.map((value) => ({ value, label: otherWayLabels[value] })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, home } = await requireAttendeePage(request, params["ref"]);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { reasons, otherWay = null, version } = read.value;
  const saved = await saveAfterNo(context, attendee, version, { reasons, otherWay }, read.intent);
  if (!saved.ok) return mend(problemWith("reasons", "Your answer was changed in another window. Look at it again, and send.", read.typed));
  return goBackSaying(home, "not-coming");
}

export default function AfterNo() {
  const { shell, home, caption, said, version, reasons, ways } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page shell={shell} caption={caption} heading="Thank you for telling us" back={{ href: `${home}/coming` }}>
      <p>Your answer is saved. You do not have to say more.</p>
      <PageForm carried={{ version: String(version) }}>
        <Checkboxes
          name="reasons"
          legend="Would you like to say why? Only tick if it helps us do better."
          hint="Nobody sees which ones you ticked. We only count them, when 3 people or more say the same."
          options={reasons}
          values={answer.values("reasons", said.reasons)}
          error={answer.error("reasons")}
        />
        <Radios
          name="otherWay"
          legend="Would you like to give your views another way?"
          hint="The organiser sees this answer, so that they can get in touch."
          options={ways}
          value={answer.value("otherWay", said.otherWay ?? "")}
          error={answer.error("otherWay")}
        />
        <FormButtons primary="Send" />
      </PageForm>
    </Page>
  );
}
