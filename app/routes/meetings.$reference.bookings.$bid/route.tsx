// One booking: where it stands, who is coming, and what shows it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { z } from "zod";
import { bookingFacts, changeBooking, findBookingFor, keepConfirmation, requestFactsOf } from "#app/services/bookings.server.ts";
import type { SupplierNotice, SupplierTold } from "#app/services/booking-cancelling.server.ts";
import { readUpload } from "#app/services/files.server.ts";
import { Button, ButtonGroup, FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { CopyBox } from "#app/ui/copy-box.tsx";
import { Details } from "#app/ui/details.tsx";
import { DateField, FileField, LongField, MoneyField, SelectField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Inset, Warning } from "#app/ui/warning.tsx";
import { choice, choices, longText, optionalDate, optionalPounds, optionalText, versionField } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { heardWords, phoneScript, phoneThem, standsSentence, willHearWords } from "#app/words/bookings.ts";
import { uploadRefusalSentence } from "#app/words/claims.ts";
import { longDate } from "#app/words/format.ts";
import { toldSentence } from "#app/words/news.ts";
import { changedMeanwhile } from "#app/words/meetings.ts";
import { reopenedSentence, rolesOnTheDay } from "#app/words/plan.ts";
import { supportName } from "#app/words/requirements.ts";

const states = ["asked", "confirmed", "declined", "cancelled"] as const;
const changeForm = z
  .strictObject({
    state: choice(states, "Choose a status"),
    quantity: z
      .string({ error: "Enter how many" })
      .trim()
      .regex(/^[1-9]\d{0,2}$/u, "How many must be a whole number, like 2"),
    whoIsComing: optionalText({ thing: "who is coming", max: 200 }),
    owner: optionalText({ thing: "who will make sure" }),
    evidence: longText("what shows it"),
    cost: optionalPounds("agreed cost"),
    cancelFreeUntil: optionalDate({ thing: "the date you can cancel until" }),
    papersSentOn: optionalDate({ thing: "the date papers were sent" }),
    supplier: choices(["tell"]),
    version: versionField,
  })
  .superRefine((said, context) => {
    const missing = (field: string, message: string) => context.addIssue({ code: "custom", message, path: [field] });
    if (said.state === "confirmed" && said.owner === "") missing("owner", "Choose who will make sure on the day");
    if (said.state === "confirmed" && said.evidence === "") missing("evidence", "Say what shows that it is confirmed");
  });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findBookingFor(visit.context, visit.coordinator, params["reference"] ?? "", params["bid"] ?? "");
  if (!found.ok) throw notFound();
  const saved = new URL(request.url).searchParams.get("saved");
  const { reference, support, quantity, state } = found.value;
  const facts = state === "to-book" ? await bookingFacts(visit.context, visit.coordinator, reference, support) : null;
  const wanted = facts?.ok === true ? requestFactsOf(facts.value, visit.organisation, quantity) : null;
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(reference, visit.path),
    booking: found.value,
    mailIsSet: visit.context.mailIsSet,
    script: wanted === null ? null : phoneScript(wanted),
    saved,
  };
}

const confirmationForm = z.strictObject({ version: versionField, file: z.custom<File>((given) => given instanceof Blob).optional() });

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const at = { reference: params["reference"] ?? "", bookingId: params["bid"] ?? "" };
  const button = (await formOf(request)).get("intent");
  if (button === "confirmation" || button === "remove-confirmation") {
    const sent = await readForm(request, confirmationForm);
    if (!sent.ok) return mend(sent.answer);
    const file = sent.value.file ?? null;
    const upload = button === "confirmation" ? await readUpload(context, file) : null;
    if (upload?.ok === false) return mend(problemWith("file", uploadRefusalSentence(upload.refusal, file?.name ?? ""), sent.typed));
    const kept = await keepConfirmation(context, coordinator, { ...at, version: sent.value.version }, upload?.value ?? null, sent.intent);
    if (kept.ok) return goBackSaying(`/meetings/${at.reference}/bookings/${at.bookingId}`, button);
    if (kept.refusal === "not-found") throw notFound();
    return mend(problemWith("file", changedMeanwhile, sent.typed));
  }
  const form = await readForm(request, changeForm);
  if (!form.ok) return mend(form.answer);
  const { version, quantity, supplier, ...said } = form.value;
  const tells = supplier.includes("tell") ? "tell" : "do-not-tell";
  const changed = await changeBooking(
    context,
    coordinator,
    { ...at, version },
    { ...said, quantity: Number(quantity) },
    form.intent,
    tells,
  );
  if (changed.ok) {
    const { emailed, onTheirPage } = changed.value.told;
    return goBackSaying(`/meetings/${at.reference}/bookings/${at.bookingId}`, `told-${String(emailed)}-${String(onTheirPage)}`);
  }
  if (changed.refusal === "not-found") throw notFound();
  return mend(problemWith("state", changed.refusal === "no-date" ? "Choose the date of the meeting first" : changedMeanwhile, form.typed));
}

/** What a save did: who was told, or when the supplier was asked. */
function savedWords(saved: string, booking: Parameters<typeof standsSentence>[0]): string {
  const [, emailed, onTheirPage] = /^told-(\d{1,4})-(\d{1,4})$/u.exec(saved) ?? [];
  if (saved === "confirmation") return "The confirmation is kept with the booking.";
  if (saved === "remove-confirmation") return "The confirmation is taken off the booking.";
  if (emailed === undefined || onTheirPage === undefined) return standsSentence(booking);
  const told = { emailed: Number(emailed), onTheirPage: Number(onTheirPage) };
  if (booking.state === "declined" || booking.state === "cancelled") return standsSentence(booking);
  return told.emailed + told.onTheirPage === 0 ? "The booking is in the plan." : `The booking is in the plan. ${toldSentence(told)}`;
}

const stateLabel = { asked: "Asked", confirmed: "Confirmed", declined: "Declined", cancelled: "Cancelled" } as const;

export default function OneBooking() {
  const { shell, held, nav, booking, mailIsSet, script, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const { support, supplier, reference, state, notice, supplierTold } = booking;
  const success = saved === null ? undefined : { heading: "Saved", children: savedWords(saved, booking) };
  return (
    <Page
      shell={shell}
      heading={supplier === "" ? supportName[support] : `${supportName[support]}, ${supplier}`}
      caption={booking.meeting}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/plan#bookings`, text: "Back to the plan" }}
      notice={success}
      held={held}
    >
      {booking.reopened.length === 0 ? null : <Warning>{reopenedSentence(booking.reopened)}</Warning>}
      {booking.tookOverFrom === null ? null : <p>Asked after {booking.tookOverFrom} could not do it.</p>}
      <p>
        {standsSentence(booking)}{" "}
        {[booking.supplierContact, booking.supplierEmail, booking.supplierPhone].filter((way) => way !== "").join(", ")}
      </p>
      {script === null ? null : (
        <Inset>
          <h2>What to say on the phone</h2>
          {script.split("\n").map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Inset>
      )}
      {state === "cancelled" && notice !== null ? <HowSupplierHeard notice={notice} told={supplierTold} /> : null}
      {state === "declined" || state === "cancelled" ? (
        <p>
          <a className="target" href={`/meetings/${reference}/bookings/new?for=${support}&after=${booking.bookingId}`}>
            Try the next supplier
          </a>
        </p>
      ) : null}
      <PageForm carried={{ version: String(booking.version) }}>
        <Radios
          name="state"
          legend="Status"
          options={states.map((value) => ({ value, label: stateLabel[value] }))}
          value={answer.value("state", state)}
          error={answer.error("state")}
        />
        {notice === null || state === "to-book" ? null : (
          <IfCancelled notice={notice} mailIsSet={mailIsSet} ticked={answer.values("supplier")} problem={answer.error("supplier")} />
        )}
        <TextField
          name="quantity"
          label="How many?"
          width={3}
          inputMode="numeric"
          autoComplete="off"
          value={answer.value("quantity", String(booking.quantity))}
          error={answer.error("quantity")}
        />
        <TextField
          name="whoIsComing"
          label="Who is coming?"
          optional
          autoComplete="off"
          value={answer.value("whoIsComing", booking.whoIsComing)}
          error={answer.error("whoIsComing")}
        />
        <SelectField
          name="owner"
          label="Who will make sure on the day?"
          blank="Not decided yet"
          options={rolesOnTheDay.map((value) => ({ value, label: value }))}
          value={answer.value("owner", booking.owner)}
          error={answer.error("owner")}
        />
        <LongField
          name="evidence"
          label="What shows that it is confirmed?"
          hint="For example: their email of 3 February."
          rows={2}
          value={answer.value("evidence", booking.evidence)}
          error={answer.error("evidence")}
        />
        <MoneyField
          name="cost"
          label="Agreed cost in pounds"
          optional
          value={answer.value("cost", booking.cost === null ? "" : String(booking.cost / 100))}
          error={answer.error("cost")}
        />
        <DateField
          name="cancelFreeUntil"
          label="Cancel free of charge until"
          optional
          value={answer.date("cancelFreeUntil", booking.cancelFreeUntil)}
          error={answer.error("cancelFreeUntil")}
        />
        <DateField
          name="papersSentOn"
          label="Papers sent to them on"
          optional
          value={answer.date("papersSentOn", booking.papersSentOn)}
          error={answer.error("papersSentOn")}
        />
        <FormButtons primary="Save" />
      </PageForm>
      <h2>Confirmation</h2>
      {booking.confirmation === null ? (
        <p>No confirmation is kept here so far.</p>
      ) : (
        <p>
          <a className="target" href={`/meetings/${reference}/bookings/${booking.bookingId}/confirmation`}>
            Download “{booking.confirmation.name}” ({booking.confirmation.kind})
          </a>
          , kept since {longDate(booking.confirmation.savedOn)}.
        </p>
      )}
      <PageForm carried={{ version: String(booking.version) }} hasFiles>
        <FileField
          name="file"
          label={booking.confirmation === null ? "Confirmation" : "Another confirmation in its place"}
          optional
          hint="Their letter or email as a photo or PDF, 5 MB at most."
          accept="image/jpeg,image/png,application/pdf"
          error={answer.error("file")}
        />
        <ButtonGroup>
          <Button kind="secondary" intent="confirmation">
            Save the confirmation
          </Button>
          {booking.confirmation === null ? null : (
            <Button kind="secondary" intent="remove-confirmation">
              Remove the confirmation
            </Button>
          )}
        </ButtonGroup>
      </PageForm>
    </Page>
  );
}

type IfCancelledProps = {
  readonly notice: SupplierNotice;
  readonly mailIsSet: boolean;
  readonly ticked: readonly string[];
  readonly problem: string | undefined;
};

/** Offered beside the status: whether the supplier is told from here that it is cancelled, and what they would read. */
function IfCancelled({ notice, mailIsSet, ticked, problem }: IfCancelledProps): ReactElement {
  if (notice.email === "") return <p>If you cancel it: {phoneThem(notice)}</p>;
  return (
    <>
      <Checkboxes
        name="supplier"
        legend="If you choose “Cancelled”"
        hint={willHearWords({ ...notice, mailIsSet })}
        options={[{ value: "tell", label: "Tell the supplier that it is cancelled" }]}
        values={ticked}
        error={problem}
      />
      <Details summary="What the supplier would read">
        {[notice.subject, ...notice.text.split("\n")].map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Details>
    </>
  );
}

/** How far the supplier of a cancelled booking was told, with the words where they are still to be sent. */
function HowSupplierHeard({ notice, told }: { readonly notice: SupplierNotice; readonly told: SupplierTold | null }): ReactElement {
  return (
    <>
      <p>{heardWords(notice, told)}</p>
      {told?.status === "to-send-by-hand" ? (
        <CopyBox name="to-supplier" label="Message to the supplier" text={`${notice.subject}\n\n${notice.text}`} rows={9} />
      ) : null}
    </>
  );
}
