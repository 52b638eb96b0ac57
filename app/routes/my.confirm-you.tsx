// A fresh link to a channel already on file, for reading private answers back. The link goes there and is never shown here.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { organisationOf } from "#app/services/organisations.server.ts";
import { readBackChannels, sendReadBackLink } from "#app/services/read-back.server.ts";
import { ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choice } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireAnyAttendee } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { linkShell } from "#app/web/shell.server.ts";

const missing = "Choose where to send the link";
const form = z.strictObject({ channel: choice(["email", "letter"], missing) });

type Visit = Awaited<ReturnType<typeof requireAnyAttendee>>;

// With a meeting named, that one; otherwise the only or first one this device was let into.
function chosen(request: Request, { attendees }: Visit) {
  const wanted = new URL(request.url).searchParams.get("ref");
  const found = wanted === null ? attendees[0] : attendees.find(({ reference }) => reference === wanted);
  if (!found) throw notFound();
  return found;
}

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAnyAttendee(request);
  const { attendee, reference } = chosen(request, visit);
  const { context, path } = visit;
  const organisation = await organisationOf(context, attendee.organisationId);
  const home = `/my/m/${reference}`;
  return {
    shell: linkShell({ organisation, home, path, clearHref: "/my/clear" }),
    home,
    channels: await readBackChannels(context, attendee),
    isConfirmed: attendee.mayReadBack,
    saved: new URL(request.url).searchParams.get("saved"),
    contact: organisation.contact.name,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await requireAnyAttendee(request);
  const { attendee, reference } = chosen(request, visit);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const sent = await sendReadBackLink(visit.context, attendee, read.value.channel, read.intent);
  if (!sent.ok) return mend(problemWith("channel", missing, read.typed));
  return goBackSaying(`/my/confirm-you?ref=${reference}`, read.value.channel);
}

const notices: Readonly<Record<string, { readonly heading: string; readonly children: string }>> = {
  email: { heading: "Sent", children: "We are sending your link. Open it on this device. It works for 24 hours." },
  letter: { heading: "Saved", children: "We will post your link in a sealed letter. The letter says until which day it works." },
};

export default function ConfirmYou() {
  const { shell, home, channels, isConfirmed, saved, contact } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  if (isConfirmed) {
    return (
      <Page shell={shell} heading="This device is yours" back={{ href: `${home}/pay` }}>
        <p>You used a fresh link in the last 24 hours. You can see your private answers here.</p>
        <ButtonLink href={`${home}/pay/check/result`}>See my answers about benefits</ButtonLink>
        <p>
          <a className="target" href={`/my/copy?ref=${home.split("/").at(-1) ?? ""}`}>
            Get a copy of everything we hold about you
          </a>
        </p>
        <p>
          <a className="target" href={`/my/delete?ref=${home.split("/").at(-1) ?? ""}`}>
            Delete everything we hold about you
          </a>
        </p>
      </Page>
    );
  }
  return (
    <Page shell={shell} heading="Check it is you" back={{ href: `${home}/pay` }} notice={saved === null ? undefined : notices[saved]}>
      <p className="govuk-body-l">Payment pages are private. We send a new link to a place we already know is yours.</p>
      {channels.length === 0 ? (
        <p>We have no email or address for you that we can send it to. Ask {contact} for help. The ways are below.</p>
      ) : (
        <PageForm>
          <Radios
            name="channel"
            legend="Where should we send the link?"
            options={channels.map(({ channel, masked }) => ({
              value: channel,
              label: channel === "email" ? `By email to ${masked}` : `By letter to ${masked}`,
            }))}
            value={answer.value("channel")}
            error={answer.error("channel")}
          />
          <FormButtons primary="Send the link" />
        </PageForm>
      )}
      <p>If you cannot get to any of these, talk to {contact}. The ways are below.</p>
    </Page>
  );
}
