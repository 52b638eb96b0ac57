// What a file of people would do, line by line, and the one button that does it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { confirmImport, dropImport, previewImport } from "#app/services/csv-import.server.ts";
import { peopleImport } from "#app/services/people-import.server.ts";
import { Button, ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { Tick } from "#app/ui/choices.tsx";
import { ImportPreview } from "#app/ui/import-preview.tsx";
import { NextSteps } from "#app/ui/next-steps.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { DonePanel } from "#app/ui/panel.tsx";
import { ticked } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted } from "#app/words/format.ts";
import { importChangedMeanwhile } from "#app/words/lists-from-files.ts";

const things = { one: "person", many: "people" };
const agreed = ticked("Confirm that everybody on the list has agreed to be contacted");
const confirmForm = z.strictObject({ agreed: z.string().optional(), seen: z.string().max(100) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const importId = params["iid"] ?? "";
  const found = await previewImport(visit.context, visit.coordinator, peopleImport, importId);
  if (!found.ok) throw notFound();
  const page = Number(new URL(request.url).searchParams.get("page") ?? "1");
  return { shell: staffShell(visit), held: visit.held, importId, page: Number.isInteger(page) ? page : 1, found: found.value };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const importId = params["iid"] ?? "";
  const form = await readForm(request, confirmForm);
  if (!form.ok) return mend(form.answer);
  if (form.button === "drop") {
    const dropped = await dropImport(context, coordinator, "people", importId);
    if (!dropped.ok) throw notFound();
    return goBackSaying("/people/import", "dropped");
  }
  const isAgreed = agreed.safeParse(form.value.agreed);
  if (!isAgreed.success) return mend(problemWith("agreed", isAgreed.error.issues[0]?.message ?? "", form.typed));
  const taken = await confirmImport(context, coordinator, peopleImport, { importId, seen: form.value.seen });
  if (taken.ok) return goOn(`/people/import/${importId}`);
  if (taken.refusal === "not-found") throw notFound();
  return mend(problemWith("agreed", importChangedMeanwhile, form.typed));
}

export default function CheckPeople() {
  const { shell, held, importId, page, found } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  if (found.state === "taken-in") {
    const what = `${counted(found.added, "person is", "people are")} added`;
    return (
      <Page shell={shell} title={`Done: ${what}`} caption="People">
        <DonePanel what={what} />
        <NextSteps
          steps={[
            "You can invite them to a meeting now.",
            "We have deleted the file.",
            ...(found.left === 0
              ? []
              : [`${counted(found.left, "line was", "lines were")} left out. Mend them in your file and choose it again.`]),
          ]}
        />
        <ButtonLink href="/people">See everybody</ButtonLink>
      </Page>
    );
  }
  const { preview } = found;
  return (
    <Page
      shell={shell}
      heading="Check the list before you add it"
      caption="People"
      back={{ href: "/people/import", text: "Back to choosing a file" }}
      held={held}
    >
      <ImportPreview preview={preview} things={things} page={page} hrefOf={(wanted) => `/people/import/${importId}?page=${wanted}`} />
      <PageForm carried={{ seen: preview.seen }}>
        {preview.counts.add === 0 ? null : (
          <Tick
            name="agreed"
            label="Everybody on this list has agreed to be contacted about taking part"
            isTicked={answer.value("agreed") === "yes"}
            error={answer.error("agreed")}
          />
        )}
        {preview.counts.add === 0 ? (
          <Button intent="drop">Delete this file and choose another</Button>
        ) : (
          <FormButtons
            primary={`Add ${counted(preview.counts.add, "person", "people")}`}
            secondary={[{ intent: "drop", text: "Do not add anybody" }]}
          />
        )}
      </PageForm>
    </Page>
  );
}
