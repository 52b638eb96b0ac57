// Coming or not. It can be skipped, and changed at any time.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { replies, repliesFor, saveReply } from "#app/services/my-meeting.server.ts";
import { FormButtons, skipAndLater } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { optionalChoice, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { comingWords } from "#app/words/easy-access.ts";
import { replyLabels } from "#app/words/my-meeting.ts";

const form = z.strictObject({ reply: optionalChoice(replies), version: versionField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, page, home, caption, wording } = await requireAttendeePage(request, params["ref"]);
  const options = repliesFor(page.meeting.mode).map((value) => ({ value, label: replyLabels[value] }));
  return { shell, home, caption, wording, options, reply: page.reply, version: page.version };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, home, page } = await requireAttendeePage(request, params["ref"]);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { reply, version } = read.value;
  if (read.button === "skip" || reply === undefined) return read.button === "later" ? goBackSaying(home, "later") : goOn(home);
  if (!(repliesFor(page.meeting.mode) as readonly string[]).includes(reply))
    return mend(problemWith("reply", "Choose one of the answers", read.typed));
  const saved = await saveReply(context, attendee, version, reply, read.intent);
  if (!saved.ok) return mend(problemWith("reply", "Your answer was changed in another window. Choose again, and save.", read.typed));
  if (read.button === "later") return goBackSaying(home, "later");
  return reply === "not-coming" ? goOn(`${home}/coming/no`) : goBackSaying(home, "reply");
}

export default function Coming() {
  const { shell, home, caption, wording, options, reply, version } = useLoaderData<typeof loader>();
  const words = comingWords[wording];
  const answer = useAnswer();
  return (
    <Page shell={shell} caption={caption} title={words.question} back={{ href: home }}>
      <PageForm carried={{ version: String(version) }}>
        <Radios
          name="reply"
          legend={words.question}
          asHeading="h1"
          hint={words.hint}
          options={options}
          value={answer.value("reply", reply)}
          error={answer.error("reply")}
        />
        <FormButtons secondary={skipAndLater} />
      </PageForm>
    </Page>
  );
}
