// Book support: what to ask for is worked out; how it is asked is the coordinator's choice.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { supportIds, type SupportId } from "#app/domain/access/supports.ts";
import { addBookingFor, bookingFacts, carriedOver, isSupportId, pastBookings, requestFactsOf } from "#app/services/bookings.server.ts";
import { findSupplierFor, listSuppliersFor } from "#app/services/suppliers.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { CopyBox } from "#app/ui/copy-box.tsx";
import { Details } from "#app/ui/details.tsx";
import { DateField, LongField, MoneyField, SelectField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choice, longText, optionalDate, optionalEmail, optionalPhone, optionalPounds, optionalText } from "#app/web/form-fields.ts";
import { Inset } from "#app/ui/warning.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { beforeSentence, phoneScript, requestSubject, requestText, supplierLine } from "#app/words/bookings.ts";
import { deadlineWords, quantityReason, rolesOnTheDay } from "#app/words/plan.ts";
import { supportName } from "#app/words/requirements.ts";

const someoneElse = "someone-else";
const bookingForm = z
  .strictObject({
    support: choice(supportIds, "Choose what to book"),
    quantity: z
      .string({ error: "Enter how many" })
      .trim()
      .regex(/^[1-9]\d{0,2}$/u, "How many must be a whole number, like 2"),
    supplierId: z.string().max(64).default(someoneElse),
    supplier: optionalText({ thing: "supplier" }),
    supplierEmail: optionalEmail,
    supplierPhone: optionalPhone,
    how: choice(["send", "phone", "booked"], "Choose how you will ask"),
    cost: optionalPounds("expected cost"),
    cancelFreeUntil: optionalDate({ thing: "the date you can cancel until" }),
    owner: optionalText({ thing: "who will make sure" }),
    evidence: longText("what shows it"),
  })
  .superRefine((said, context) => {
    const missing = (field: string, message: string) => context.addIssue({ code: "custom", message, path: [field] });
    const isTyped = said.supplierId === someoneElse;
    if (said.supplierId === "") missing("supplierId", "Choose or add a supplier");
    if (isTyped && said.supplier === "") missing("supplier", "Choose or add a supplier");
    if (isTyped && said.how === "send" && said.supplierEmail === "") missing("supplierEmail", "Enter an email address");
    if (said.how === "booked" && said.owner === "") missing("owner", "Choose who will make sure on the day");
    if (said.how === "booked" && said.evidence === "") missing("evidence", "Say what shows that it is confirmed");
  });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const found = await bookingFacts(visit.context, visit.coordinator, reference, new URL(request.url).searchParams.get("for"));
  if (!found.ok && found.refusal === "no-date") throw redirect(`/meetings/${reference}/edit/when`);
  if (!found.ok) throw notFound();
  const { plan, support, view } = found.value;
  const after = new URL(request.url).searchParams.get("after");
  const carried = after === null ? null : await carriedOver(visit.context, visit.coordinator, reference, after);
  const onFile = await listSuppliersFor(visit.context, visit.coordinator, support === null ? {} : { support });
  const facts = requestFactsOf(found.value, visit.organisation, view?.needed?.quantity ?? 1);
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(plan.reference, visit.path),
    reference: plan.reference,
    meeting: plan.name,
    support,
    needed: view?.needed ?? null,
    mailIsSet: visit.context.mailIsSet,
    carried,
    suppliers: onFile
      .filter(({ isEnded }) => !isEnded)
      .map(({ supplierId, name, contactEmail, contactPhone, noticeWorkingDays, cancellationTerms, price }) => ({
        supplierId,
        name,
        wasAsked: carried?.askedAlready.includes(supplierId) === true,
        line: supplierLine({ contactEmail, contactPhone, noticeWorkingDays, cancellationTerms, price }),
      })),
    before: support === null ? null : ((await pastBookings(visit.context, visit.coordinator, [support]))[0] ?? null),
    request: facts === null ? null : requestText(facts),
    script: facts === null ? null : phoneScript(facts),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator, organisation } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const form = await readForm(request, bookingForm);
  if (!form.ok) return mend(form.answer);
  const { how, quantity, support, ...said } = form.value;
  const found = await bookingFacts(context, coordinator, reference, support);
  if (!isSupportId(support) || !found.ok) throw notFound();
  const facts = requestFactsOf(found.value, organisation, Number(quantity));
  const state = how === "booked" ? ("confirmed" as const) : how === "send" ? ("asked" as const) : ("to-book" as const);
  const sending = how === "send" && facts !== null ? { subject: requestSubject(facts), text: requestText(facts) } : undefined;
  const chosen = said.supplierId === someoneElse ? null : await findSupplierFor(context, coordinator, said.supplierId);
  if (chosen?.ok === false) return mend(problemWith("supplierId", notAdded["no-such-supplier"], form.typed));
  const contact = chosen?.value;
  if (contact !== undefined && how === "send" && contact.contactEmail === "") return mend(problemWith("how", noEmailOnFile, form.typed));
  const after = new URL(request.url).searchParams.get("after");
  const booking = {
    ...said,
    ...(contact === undefined
      ? { supplierContact: "" }
      : {
          supplier: contact.name,
          supplierContact: contact.contactName,
          supplierEmail: contact.contactEmail,
          supplierPhone: contact.contactPhone,
        }),
    supplierId: contact?.supplierId ?? null,
    takesOverFrom: after,
    support,
    quantity: Number(quantity),
    state,
  };
  const added = await addBookingFor(context, coordinator, reference, booking, form.intent, sending);
  if (added.ok) return goBackSaying(`/meetings/${reference}/bookings/${added.value.bookingId}`, state);
  if (added.refusal === "not-found") throw notFound();
  const field = added.refusal === "no-such-supplier" ? "supplierId" : added.refusal === "no-date" ? "supplier" : "how";
  return mend(problemWith(field, notAdded[added.refusal], form.typed));
}

const noEmailOnFile = "This supplier has no email address on file. Choose to phone, or add one to their record";

const notAdded = {
  "no-such-supplier": "Choose or add a supplier",
  "no-date": "Choose the date of the meeting first",
  "no-email": "Enter an email address for the supplier, or choose to phone",
  "no-mail-server": "This service cannot send email yet. Choose to phone, or send the words above from your own email",
} as const;

export default function NewBooking() {
  const { shell, held, nav, reference, meeting, support, needed, mailIsSet, before, request, script, suppliers, carried } =
    useLoaderData<typeof loader>();
  const next = carried === null ? undefined : suppliers.find(({ wasAsked }) => !wasAsked)?.supplierId;
  const answer = useAnswer(held);
  const expected = carried === null || carried.expectedCost === null ? undefined : (carried.expectedCost / 100).toFixed(2);
  const name = support === null ? "support" : supportName[support];
  return (
    <Page
      shell={shell}
      heading={`Book ${name}`}
      caption={meeting}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/plan#bookings`, text: "Back to the plan" }}
      held={held}
    >
      {carried === null ? null : (
        <Inset>
          <p>
            {carried.supplier === "" ? "The supplier before" : carried.supplier} could not do it. The details are carried over, so that you
            can ask somebody else.
          </p>
        </Inset>
      )}
      {needed === null ? null : (
        <>
          <p className="govuk-body-l">
            {needed.quantity} needed. {quantityReason(needed.quantityBasis)}
          </p>
          <p>{deadlineWords(needed)}</p>
        </>
      )}
      {before === null ? null : <p>{beforeSentence(before)}</p>}
      {request === null ? null : <CopyBox name="request" label="The request as it is sent" text={request} rows={10} />}
      {script === null ? null : (
        <Details summary="What to say on the phone">
          {script.split("\n").map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Details>
      )}
      <PageForm>
        {support === null ? (
          <SelectField
            name="support"
            label="What do you want to book?"
            blank="Choose what to book"
            options={supportIds.map((value) => ({ value, label: supportName[value] }))}
            value={answer.value("support")}
            error={answer.error("support")}
          />
        ) : (
          <input type="hidden" name="support" value={support satisfies SupportId} />
        )}
        <TextField
          name="quantity"
          label="How many?"
          width={3}
          inputMode="numeric"
          autoComplete="off"
          value={answer.value("quantity", String(carried?.quantity ?? needed?.quantity ?? 1))}
          error={answer.error("quantity")}
        />
        {suppliers.length === 0 ? null : (
          <Radios
            name="supplierId"
            legend="Supplier"
            options={suppliers.map(({ supplierId, name: called, line, wasAsked }) => ({
              value: supplierId,
              label: called,
              hint: wasAsked ? `Asked already for this meeting. ${line}` : line,
            }))}
            orElse={{ value: someoneElse, label: "Someone else" }}
            value={answer.value("supplierId", next)}
            error={answer.error("supplierId")}
          />
        )}
        <TextField
          name="supplier"
          label={suppliers.length === 0 ? "Supplier" : "If someone else, who?"}
          hint={
            suppliers.length === 0
              ? "Add a supplier. Ask the Deaf or disabled people's organisations you work with who they trust."
              : undefined
          }
          autoComplete="off"
          value={answer.value("supplier")}
          error={answer.error("supplier")}
        />
        {suppliers.length === 0 ? null : (
          <p>
            Someone you will ask again?{" "}
            <a className="target" href="/suppliers/new">
              Add a supplier to your records
            </a>
          </p>
        )}
        <TextField
          name="supplierEmail"
          label="Their email address"
          optional
          type="email"
          autoComplete="off"
          spellCheck={false}
          value={answer.value("supplierEmail")}
          error={answer.error("supplierEmail")}
        />
        <TextField
          name="supplierPhone"
          label="Their phone number"
          optional
          type="tel"
          inputMode="tel"
          autoComplete="off"
          value={answer.value("supplierPhone")}
          error={answer.error("supplierPhone")}
        />
        <Radios
          name="how"
          legend="How will you ask?"
          options={[
            {
              value: "send",
              label: "Send the request by email from here",
              ...(mailIsSet
                ? {}
                : { hint: "This service cannot send email yet. Send the words above from your own email, then choose to phone." }),
            },
            { value: "phone", label: "I will phone: show me what to say" },
            { value: "booked", label: "I have already booked", hint: "Say who makes sure, and what shows it." },
          ]}
          value={answer.value("how")}
          error={answer.error("how")}
        />
        <MoneyField
          name="cost"
          label="Expected cost in pounds"
          optional
          value={answer.value("cost", expected)}
          error={answer.error("cost")}
        />
        <DateField
          name="cancelFreeUntil"
          label="Cancel free of charge until"
          optional
          value={answer.date("cancelFreeUntil")}
          error={answer.error("cancelFreeUntil")}
        />
        <SelectField
          name="owner"
          label="Who will make sure on the day?"
          blank="Not decided yet"
          options={rolesOnTheDay.map((value) => ({ value, label: value }))}
          value={answer.value("owner", carried?.owner)}
          error={answer.error("owner")}
        />
        <LongField
          name="evidence"
          label="What shows that it is confirmed?"
          hint="If you have already booked. For example: their email of 3 February."
          rows={2}
          value={answer.value("evidence")}
          error={answer.error("evidence")}
        />
        <FormButtons primary="Save the booking" />
      </PageForm>
    </Page>
  );
}
