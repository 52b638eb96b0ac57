// Remove somebody's access: what ends, and who takes over what they looked after.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { endAccess, leavingOf, type EndRefusal } from "#app/services/staff-accounts.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { optionalText, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireAdministrator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted } from "#app/words/format.ts";
import { changedInSettings } from "#app/words/settings.ts";
import { roleRefusalSentence } from "#app/words/staff.ts";

const form = z.strictObject({
  giveTo: optionalText({ thing: "person" }),
  vouchersTo: optionalText({ thing: "person" }),
  version: versionField,
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const staffId = params["sid"] ?? "";
  const leaving = await leavingOf(visit.context, visit.administrator, staffId);
  if (leaving === null || staffId === visit.administrator.staffId) throw notFound();
  return {
    shell: staffShell(visit),
    held: visit.held,
    staffId,
    leaving,
    hasTasks: leaving.meetings.length + leaving.toDos > 0,
    toDos: leaving.toDos === 0 ? null : `${counted(leaving.toDos, "thing", "things")} to do`,
    vouchers: leaving.vouchers === 0 ? null : counted(leaving.vouchers, "voucher", "vouchers"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, administrator } = await requireAdministrator(request);
  const staffId = params["sid"] ?? "";
  const leaving = await leavingOf(context, administrator, staffId);
  if (leaving === null) throw notFound();
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { giveTo, vouchersTo, version } = read.value;
  const to = { giveTo: giveTo === "" ? null : giveTo, vouchersTo: vouchersTo === "" ? null : vouchersTo };
  const ended = await endAccess(context, administrator, { staffId, version }, to, read.intent);
  if (ended.ok) return goBackSaying("/settings/people", "removed");
  if (ended.refusal === "not-found" || ended.refusal === "yourself") throw notFound();
  const field = ended.refusal === "vouchers-with-them" ? "vouchersTo" : "giveTo";
  return mend(problemWith(field, sentenceFor(ended.refusal, leaving.name), read.typed));
}

function sentenceFor(refusal: Exclude<EndRefusal, "not-found" | "yourself">, name: string): string {
  if (refusal === "vouchers-with-them") return `${name} keeps vouchers. Choose who has them now`;
  if (refusal === "nobody-takes-over") return "Choose who takes over their tasks";
  if (refusal === "changed-by-someone-else") return changedInSettings;
  return roleRefusalSentence(refusal, name, "");
}

export default function RemoveAccess() {
  const { shell, held, staffId, leaving, hasTasks, toDos, vouchers } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const { name, meetings, successors, keepers } = leaving;
  return (
    <Page
      shell={shell}
      heading={`Remove access for ${name}`}
      caption="People and roles"
      held={held}
      back={{ href: `/settings/people/${staffId}`, text: name }}
    >
      <p>{name} is signed out at once and cannot sign in again. What they did stays on record under their name.</p>
      {hasTasks ? <p>These go to somebody else:</p> : <p>They look after no meeting and have nothing to do.</p>}
      {hasTasks ? (
        <ul className="govuk-list govuk-list--bullet">
          {meetings.map((meeting) => (
            <li key={meeting.reference}>{meeting.name === "" ? "A meeting without a name yet" : meeting.name}</li>
          ))}
          {toDos === null ? null : <li>{toDos}</li>}
        </ul>
      ) : null}
      {meetings.length === 0 ? null : (
        <p>Letters may name {name} as the person to ask about a meeting. Change that on the meeting’s own page.</p>
      )}
      <PageForm carried={{ version: String(leaving.version) }}>
        {hasTasks || answer.error("giveTo") !== undefined ? (
          <SelectField
            name="giveTo"
            label="Give their tasks to"
            hint={successors.length === 0 ? "Nobody else here is a coordinator. Invite one first." : undefined}
            blank="Choose somebody"
            options={successors.map(({ id, name: label }) => ({ value: id, label }))}
            value={answer.value("giveTo")}
            error={answer.error("giveTo")}
          />
        ) : null}
        {vouchers === null && answer.error("vouchersTo") === undefined ? null : (
          <SelectField
            name="vouchersTo"
            label={vouchers === null ? "Who keeps their vouchers now?" : `They keep ${vouchers}. Who has them now?`}
            hint="Ask for them back and count them first. The handover goes in the voucher log."
            blank="Choose somebody"
            options={keepers.map(({ id, name: label }) => ({ value: id, label }))}
            value={answer.value("vouchersTo")}
            error={answer.error("vouchersTo")}
          />
        )}
        <FormButtons primary="Remove access" kind="danger">
          <a className="target" href={`/settings/people/${staffId}`}>
            Keep their access
          </a>
        </FormButtons>
      </PageForm>
    </Page>
  );
}
