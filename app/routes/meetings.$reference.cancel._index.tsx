// "Cancel or move this meeting?": which of the two, and what hangs on it. Nothing is changed and nobody is told before the next page.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { callingOff } from "#app/services/calling-off.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { DateField, TimeField } from "#app/ui/fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choice, choices, optionalChoice, optionalDate, optionalTime } from "#app/web/form-fields.ts";
import { mend, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { bookingToCancel, callingOffChoices, notNowWords, paysChoices, tickingWords, toldApart } from "#app/words/calling-off.ts";
import { meetingWithDate } from "#app/words/meetings.ts";

const pays = ["yes", "no", "not-decided"] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const found = await callingOff(visit.context, visit.coordinator, reference);
  const shared = { shell: staffShell(visit), held: visit.held, nav: meetingNav(reference, visit.path), reference };
  if (!found.ok) {
    if (found.refusal === "not-found") throw notFound();
    return { ...shared, caption: "", asked: null, notNow: notNowWords[found.refusal] };
  }
  const { name, date, today, asksAboutPay, bookings } = found.value;
  return { ...shared, caption: meetingWithDate(name, date), asked: { today, asksAboutPay, bookings }, notNow: "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const found = await callingOff(context, coordinator, reference);
  if (!found.ok) throw notFound();
  const { today, asksAboutPay, bookings } = found.value;
  const form = await readForm(
    request,
    z
      .strictObject({
        how: choice(["move", "cancel"], "Choose whether to move or cancel"),
        date: optionalDate({ thing: "the new date", notBefore: today }),
        startsAt: optionalTime("start time"),
        endsAt: optionalTime("finish time"),
        pays: optionalChoice(pays),
        bookings: choices(bookings.map(({ bookingId }) => bookingId)),
      })
      .superRefine((said, refine) => {
        const missing = (message: string, ...path: string[]) => refine.addIssue({ code: "custom", message, path });
        if (said.how === "move" && said.date === null) missing("Enter the new date", "date", "day");
        if (said.how === "move" && said.startsAt === null) missing("Enter start time", "startsAt");
        if (said.how === "move" && said.endsAt === null) missing("Enter finish time", "endsAt");
        if (said.how === "cancel" && asksAboutPay && said.pays === undefined)
          missing("Choose whether you will pay people who have prepared", "pays");
      }),
  );
  if (!form.ok) return mend(form.answer);
  const { how, date, startsAt, endsAt, pays: paid, bookings: ticked } = form.value;
  const search = new URLSearchParams({ how });
  if (how === "move") for (const [key, value] of Object.entries({ date, startsAt, endsAt })) search.set(key, value ?? "");
  if (how === "cancel" && paid !== undefined) search.set("pays", paid);
  if (how === "cancel") for (const id of ticked) search.append("booking", id);
  return goOn(`/meetings/${reference}/cancel/confirm?${search.toString()}`);
}

export default function CancelOrMove() {
  const { shell, held, nav, reference, caption, asked, notNow } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const frame = {
    shell,
    heading: "Cancel or move this meeting?",
    caption,
    meetingNav: nav,
    back: { href: `/meetings/${reference}/plan`, text: "Back to the plan" },
  };
  if (asked === null)
    return (
      <Page {...frame}>
        <p>{notNow}</p>
        <LinkList links={[{ href: `/meetings/${reference}/copy`, text: "Copy this meeting" }]} />
      </Page>
    );
  return (
    <Page {...frame} held={held}>
      <p>Nobody is told before the next page, where you see every message.</p>
      <PageForm>
        <Radios
          name="how"
          legend="What do you want to do?"
          options={(["move", "cancel"] as const).map((value) => ({ value, ...callingOffChoices[value] }))}
          value={answer.value("how")}
          error={answer.error("how")}
        />
        <h2>If you move it</h2>
        <DateField name="date" label="New date" value={answer.date("date")} error={answer.error("date")} />
        <TimeField name="startsAt" label="Start time" value={answer.value("startsAt")} error={answer.error("startsAt")} />
        <TimeField name="endsAt" label="Finish time" value={answer.value("endsAt")} error={answer.error("endsAt")} />
        {!asked.asksAboutPay && asked.bookings.length === 0 ? null : <h2>If you cancel it</h2>}
        {!asked.asksAboutPay ? null : (
          <Radios
            name="pays"
            legend="Will you pay people who have already prepared?"
            options={pays.map((value) => ({ value, ...paysChoices[value] }))}
            value={answer.value("pays")}
            error={answer.error("pays")}
          />
        )}
        {asked.bookings.length === 0 ? null : (
          <Checkboxes
            name="bookings"
            legend="Which bookings need cancelling?"
            hint={tickingWords}
            options={toldApart(
              asked.bookings.map((booking) => ({
                value: booking.bookingId,
                ...bookingToCancel({ ...booking, today: asked.today }),
              })),
            )}
            values={answer.values("bookings")}
            error={answer.error("bookings")}
          />
        )}
        <FormButtons primary="Continue" />
      </PageForm>
    </Page>
  );
}
