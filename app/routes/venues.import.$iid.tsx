// What a file of venues would do, line by line, and the one button that does it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { confirmImport, dropImport, previewImport } from "#app/services/csv-import.server.ts";
import { venueImport } from "#app/services/venue-lists.server.ts";
import { Button, ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { ImportPreview } from "#app/ui/import-preview.tsx";
import { NextSteps } from "#app/ui/next-steps.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { DonePanel } from "#app/ui/panel.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted } from "#app/words/format.ts";
import { importChangedMeanwhile } from "#app/words/lists-from-files.ts";

const things = { one: "venue", many: "venues" };
const confirmForm = z.strictObject({ seen: z.string().max(100) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const importId = params["iid"] ?? "";
  const found = await previewImport(visit.context, visit.coordinator, venueImport, importId);
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
    const dropped = await dropImport(context, coordinator, "venues", importId);
    if (!dropped.ok) throw notFound();
    return goBackSaying("/venues/import", "dropped");
  }
  const taken = await confirmImport(context, coordinator, venueImport, { importId, seen: form.value.seen });
  if (taken.ok) return goOn(`/venues/import/${importId}`);
  if (taken.refusal === "not-found") throw notFound();
  return mend(problemWith("seen", importChangedMeanwhile, form.typed));
}

export default function CheckVenues() {
  const { shell, held, importId, page, found } = useLoaderData<typeof loader>();
  if (found.state === "taken-in") {
    const what = `${counted(found.added, "venue is", "venues are")} added`;
    return (
      <Page shell={shell} title={`Done: ${what}`} caption="Venues">
        <DonePanel what={what} />
        <NextSteps
          steps={[
            "You can ask them about access now.",
            "We have deleted the file.",
            ...(found.left === 0
              ? []
              : [`${counted(found.left, "line was", "lines were")} left out. Mend them in your file and choose it again.`]),
          ]}
        />
        <ButtonLink href="/venues">See your venues</ButtonLink>
      </Page>
    );
  }
  const { preview } = found;
  return (
    <Page
      shell={shell}
      heading="Check the list before you add it"
      caption="Venues"
      back={{ href: "/venues/import", text: "Back to choosing a file" }}
      held={held}
    >
      <ImportPreview preview={preview} things={things} page={page} hrefOf={(wanted) => `/venues/import/${importId}?page=${wanted}`} />
      <PageForm carried={{ seen: preview.seen }}>
        {preview.counts.add === 0 ? (
          <Button intent="drop">Delete this file and choose another</Button>
        ) : (
          <FormButtons
            primary={`Add ${counted(preview.counts.add, "venue", "venues")}`}
            secondary={[{ intent: "drop", text: "Do not add any" }]}
          />
        )}
      </PageForm>
    </Page>
  );
}
