// One set of columns for payment files, new or kept: change it, look at how the file will be, save it, or stop offering it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { layoutBeginnings } from "#app/domain/payments/sheet-layouts.ts";
import { keepLayout, layoutOf, newLayout, previewOf, retireLayout } from "#app/services/export-layouts.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { versionField } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";
import { wordFrom } from "#app/web/list-address.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { beginningNotes, layoutProblemSentence } from "#app/words/sheet-layouts.ts";
import { LayoutFields } from "./fields.tsx";
import { layoutForm, layoutFrom, layoutTyped } from "./form.ts";

const retireForm = z.strictObject({ version: versionField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const layoutId = params["layout"] ?? "";
  const beginning = wordFrom(request, "from", layoutBeginnings, "plain");
  const found = layoutId === "new" ? null : await layoutOf(visit.context, visit.finance, layoutId);
  if (layoutId !== "new" && found === null) throw notFound();
  const layout = found?.layout ?? newLayout(beginning);
  return {
    shell: staffShell(visit),
    held: visit.held,
    isNew: found === null,
    heading: found === null ? "New columns" : `Columns: ${found.name}`,
    version: found === null ? "" : String(found.version),
    note: found === null ? (beginningNotes[beginning] ?? null) : null,
    saved: layoutTyped(found?.name ?? "", layout),
    preview: previewOf(layout),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const layoutId = params["layout"] ?? "";
  const button = (await formOf(request)).get("intent");
  if (button === "retire") {
    const read = await readForm(request, retireForm);
    if (!read.ok) return mend(read.answer);
    const gone = await retireLayout(context, finance, { layoutId, version: read.value.version }, read.intent);
    if (gone.ok) return goBackSaying("/payments/layouts", "retired");
    if (gone.refusal === "not-found") throw notFound();
    return mend(problemWith("name", changedElsewhere, read.typed));
  }
  const read = await readForm(request, layoutForm);
  if (!read.ok) return mend(read.answer);
  const layout = layoutFrom(read.value);
  if (button === "preview") return { problems: [], typed: read.typed, preview: previewOf(layout) };
  const at = layoutId === "new" ? ("new" as const) : { layoutId, version: read.value.version ?? 0 };
  const kept = await keepLayout(context, finance, at, { name: read.value.name, layout }, read.intent);
  if (kept.ok) return goBackSaying("/payments/layouts", "layout");
  if (kept.refusal === "not-found") throw notFound();
  if (kept.refusal === "name-taken")
    return mend(problemWith("name", "Another set of columns has this name. Enter another name", read.typed));
  if (kept.refusal === "changed-by-someone-else") return mend(problemWith("name", changedElsewhere, read.typed));
  const sentences = kept.refusal.map((problem) => layoutProblemSentence(problem, layout));
  return mend(problemWith("isFor", [...new Set(sentences)].join(". "), read.typed));
}

const changedElsewhere = "Somebody else changed these columns while you had them open. Read them again, then save.";

export default function OneLayout() {
  const { shell, held, isNew, heading, version, note, saved, preview } = useLoaderData<typeof loader>();
  const sent = useActionData<{ readonly preview?: string }>();
  const answer = useAnswer(held);
  const shown = sent?.preview ?? (answer.problems.length > 0 ? "" : preview);
  return (
    <Page shell={shell} heading={heading} held={held} back={{ href: "/payments/layouts", text: "Your own columns" }}>
      {note === null ? null : <Warning>{note}</Warning>}
      {shown === "" ? null : (
        <>
          <h2 id="preview">How the file will be</h2>
          <p>Two made-up payments, as these columns write them.</p>
          <div className="table-region" role="region" aria-labelledby="preview" tabIndex={0}>
            <pre>{shown.replace(/^\uFEFF/u, "")}</pre>
          </div>
        </>
      )}
      <PageForm carried={isNew ? {} : { version }}>
        <LayoutFields saved={saved} answer={answer} />
        <FormButtons primary="Save these columns" secondary={[{ intent: "preview", text: "See how the file will be" }]} />
      </PageForm>
      {isNew ? null : (
        <PageForm carried={{ version, intent: "retire" }}>
          <h2>Stop offering these columns</h2>
          <p>Files that were made with them stay on record, and can be made again.</p>
          <FormButtons primary="Stop offering them" kind="danger" />
        </PageForm>
      )}
    </Page>
  );
}
