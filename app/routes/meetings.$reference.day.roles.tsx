// Who does what on the day: staff or anybody else, by name and a phone that works.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { dayOf, dayRoleIds, giveRole, takeRole } from "#app/services/day.server.ts";
import { Button, FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choice, fullName, optionalPhone } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { roleDuties, roleName } from "#app/words/day.ts";
import { meetingWithDate } from "#app/words/meetings.ts";

const giveForm = z.strictObject({ role: choice(dayRoleIds, "Choose a role"), name: fullName, phone: optionalPhone });
const takeForm = z.strictObject({ take: z.string() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await dayOf(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { meeting, roles } = found.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(meeting.reference, visit.path),
    reference: meeting.reference,
    caption: meetingWithDate(meeting.name, meeting.date),
    roles,
    saved: new URL(request.url).searchParams.get("saved"),
    // Whoever comes from a free role on the day page gives that one.
    wanted: new URL(request.url).searchParams.get("role") ?? "",
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const here = `/meetings/${reference}/day/roles`;
  if ((await formOf(request)).has("take")) {
    const form = await readForm(request, takeForm);
    if (!form.ok) return mend(form.answer);
    const taken = await takeRole(context, coordinator, reference, form.value.take, form.intent);
    if (!taken.ok) throw notFound();
    return goBackSaying(here, "taken");
  }
  const form = await readForm(request, giveForm);
  if (!form.ok) return mend(form.answer);
  const given = await giveRole(context, coordinator, reference, form.value, form.intent);
  if (given.ok) return goBackSaying(here, "given");
  if (given.refusal === "not-found") throw notFound();
  return mend(problemWith("name", `${form.value.name} has this role already`, form.typed));
}

export default function RolesPage() {
  const { shell, held, nav, reference, caption, roles, saved, wanted } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const filled = roles.filter(({ holders }) => holders.length > 0);
  return (
    <Page
      shell={shell}
      heading="Who does what on the day"
      caption={caption}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/day#roles`, text: "Back to the day" }}
      held={held}
      notice={
        saved === null ? undefined : { heading: "Saved", children: saved === "taken" ? "The role is free again." : "The role is given." }
      }
    >
      {filled.length === 0 ? <p>Nobody has a role yet. Begin with the chair and the access host.</p> : null}
      {filled.length === 0 ? null : (
        <PageForm>
          <ul className="items">
            {filled.flatMap(({ role, holders }) =>
              holders.map(({ roleId, name, phone }) => (
                <li key={roleId}>
                  <article className="item">
                    <div className="item__head">
                      <h2>{roleName[role]}</h2>
                    </div>
                    <p>{phone === "" ? name : `${name}, ${phone}`}</p>
                    <Button kind="secondary" name="take" value={roleId} about={`${roleName[role]}: ${name}`}>
                      Take back
                    </Button>
                  </article>
                </li>
              )),
            )}
          </ul>
        </PageForm>
      )}
      <h2>Give a role</h2>
      <PageForm>
        <Radios
          name="role"
          legend="Which role?"
          options={roles.map(({ role }) => ({ value: role, label: roleName[role], hint: roleDuties[role][0] }))}
          value={answer.value("role", wanted)}
          error={answer.error("role")}
        />
        <TextField name="name" label="Full name" autoComplete="off" value={answer.value("name")} error={answer.error("name")} />
        <TextField
          name="phone"
          label="Phone number on the day"
          optional
          type="tel"
          inputMode="tel"
          autoComplete="off"
          value={answer.value("phone")}
          error={answer.error("phone")}
        />
        <FormButtons primary="Give this role" />
      </PageForm>
    </Page>
  );
}
