// Create a meeting, page 2: how people take part.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findMeetingFor, saveType } from "#app/services/meetings.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choice, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { backFrom, onFrom } from "#app/web/meeting-pages.ts";
import { goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { changedMeanwhile, modeNames } from "#app/words/meetings.ts";

const typeForm = z.strictObject({
  mode: choice(["in-person", "online", "hybrid"], "Choose how people will take part"),
  version: versionField,
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findMeetingFor(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { name, mode, version } = found.value;
  return { shell: staffShell(visit), held: visit.held, name, mode, version, back: backFrom(request, found.value, "type") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const form = await readForm(request, typeForm);
  if (!form.ok) return mend(form.answer);
  const at = { reference: params["reference"] ?? "", version: form.value.version };
  const saved = await saveType(context, coordinator, at, form.value, form.intent);
  if (!saved.ok) {
    if (saved.refusal === "not-found") throw notFound();
    return mend(problemWith("mode", changedMeanwhile, form.typed));
  }
  return goOn(onFrom(request, at.reference, "type"));
}

export default function EditType() {
  const { shell, held, name, mode, version, back } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page shell={shell} title="How will people take part?" caption={name} back={back} held={held}>
      <PageForm carried={{ version: String(version) }}>
        <Radios
          name="mode"
          legend="How will people take part?"
          asHeading="h1"
          options={[
            { value: "in-person", label: modeNames["in-person"] },
            { value: "online", label: modeNames.online },
            { value: "hybrid", label: modeNames.hybrid, hint: "Plan for both groups to have an equal say." },
          ]}
          value={answer.value("mode", mode ?? "")}
          error={answer.error("mode")}
        />
        <FormButtons />
      </PageForm>
    </Page>
  );
}
