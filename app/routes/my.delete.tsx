// Everything about somebody deleted because they ask: what goes, what stays and why, and one button. On a device that has not shown
// that it is theirs, they can ask somebody to do it for them.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { askToBeDeleted, deleteMe, deletionAsked, whatWouldGo } from "#app/services/erasing.server.ts";
import { periodsOf } from "#app/services/keeping-periods.server.ts";
import { organisationOf } from "#app/services/organisations.server.ts";
import { ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { Tick } from "#app/ui/choices.tsx";
import { DeletionLists, Sentences } from "#app/ui/deletion.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { attendeeAsked } from "#app/web/attendee-asked.server.ts";
import { mend, readForm } from "#app/web/forms.server.ts";
import { notFound, requireAnyAttendee } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { linkShell } from "#app/web/shell.server.ts";
import { goingSentences, honestSentences, stayingSentences } from "#app/words/erasing.ts";
import { longDate } from "#app/words/format.ts";

const missing = "Tick the box if you want us to delete everything";
const sureForm = z.strictObject({ sure: z.literal("yes", missing) });

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAnyAttendee(request);
  const { context, path } = visit;
  const { attendee, reference } = attendeeAsked(request, visit);
  const organisation = await organisationOf(context, attendee.organisationId);
  const home = `/my/m/${reference}`;
  const looked = await whatWouldGo(context, attendee);
  if (!looked.ok && looked.refusal === "not-found") throw notFound();
  const askedBy = await deletionAsked(context, attendee);
  const { claims: years } = await periodsOf(context.db, attendee.organisationId);
  return {
    shell: linkShell({ organisation, home, path, clearHref: "/my/clear" }),
    home,
    reference,
    contact: organisation.contact.name,
    askedBy: askedBy === null ? null : longDate(askedBy),
    isAsked: new URL(request.url).searchParams.get("saved") === "asked",
    deletion: looked.ok
      ? {
          going: goingSentences(looked.value),
          staying: stayingSentences(looked.value, years),
          honest: honestSentences(Object.keys(looked.value.kept).length > 0, organisation.contact.name),
        }
      : null,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await requireAnyAttendee(request);
  const { attendee, reference } = attendeeAsked(request, visit);
  if (!attendee.mayReadBack) {
    const form = await readForm(request, z.strictObject({}));
    if (!form.ok) return mend(form.answer);
    await askToBeDeleted(visit.context, attendee, form.intent);
    return goBackSaying(`/my/delete?ref=${reference}`, "asked");
  }
  const form = await readForm(request, sureForm);
  if (!form.ok) return mend(form.answer);
  const made = await deleteMe(visit.context, attendee, form.intent);
  if (!made.ok) throw notFound();
  return goOn("/my/deleted");
}

export default function DeleteMe() {
  const { shell, home, reference, contact, askedBy, isAsked, deletion } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  if (deletion === null) {
    return (
      <Page
        shell={shell}
        heading="Delete everything we hold about you"
        back={{ href: home }}
        notice={isAsked ? { heading: "Sent", children: "We have got your request." } : undefined}
      >
        <p>You can have everything about you deleted. It is free. You do not have to say why.</p>
        <h2>Do it now</h2>
        <p>First we check that it is you. We send a new link to a place we already know is yours.</p>
        <p>Then you see what goes and what we have to keep. Nothing is deleted before you say yes.</p>
        <ButtonLink href={`/my/confirm-you?ref=${reference}`}>Check it is you</ButtonLink>
        <h2>Or ask us to do it</h2>
        {askedBy === null ? (
          <>
            <p>{contact} gets in touch with you first, to be sure that it is you. It takes a month at most.</p>
            <PageForm>
              <FormButtons primary="Ask us to delete everything" />
            </PageForm>
          </>
        ) : (
          <p>You have asked us. We answer by {askedBy}.</p>
        )}
      </Page>
    );
  }
  return (
    <Page shell={shell} heading="Delete everything we hold about you" back={{ href: home }}>
      <p>Nothing is deleted yet. Read what happens first.</p>
      <p>
        Do you want a copy to keep?{" "}
        <a className="target" href={`/my/copy?ref=${reference}`}>
          Get your copy first
        </a>
        .
      </p>
      <DeletionLists
        going={deletion.going}
        staying={deletion.staying}
        nothingStays="Nothing. We never paid you, so nothing has to be kept."
      />
      <h2>Good to know</h2>
      <Sentences of={deletion.honest} />
      <Warning>This cannot be undone. We cannot bring anything back for you.</Warning>
      <PageForm>
        <Tick
          name="sure"
          label="Delete everything about me. I know that it cannot be undone."
          isTicked={answer.value("sure") === "yes"}
          error={answer.error("sure")}
        />
        <FormButtons primary="Delete everything" />
      </PageForm>
    </Page>
  );
}
