// What every setting was before and what it became, who changed it and when: the latest first, of one kind or of all.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { clockIn, dayIn } from "#app/domain/basics/dates.ts";
import { settingKinds } from "#app/domain/people/setting-kinds.ts";
import { changesOnAPage, settingsHistoryFor } from "#app/services/settings-history.server.ts";
import { SelectField } from "#app/ui/fields.tsx";
import { Filters } from "#app/ui/filters.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { requireAdministrator } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { clock, counted, longDate } from "#app/words/format.ts";
import { fieldChangeLines, settingKindNames } from "#app/words/settings.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const { searchParams } = new URL(request.url);
  const kind = settingKinds.find((one) => one === searchParams.get("kind")) ?? null;
  const page = Math.max(1, Math.floor(Number(searchParams.get("page") ?? "1")) || 1);
  const { changes, total } = await settingsHistoryFor(visit.context, visit.administrator, { kind, page });
  return {
    shell: staffShell(visit),
    kind,
    page,
    pages: Math.ceil(total / changesOnAPage),
    result: kind === null ? null : `${settingKindNames[kind]}: ${counted(total, "change", "changes")}.`,
    changes: changes.map((change) => ({
      id: change.id,
      heading: change.about === settingKindNames[change.kind] ? change.about : `${settingKindNames[change.kind]}: ${change.about}`,
      when: `${longDate(dayIn(change.at))} at ${clock(clockIn(change.at))}, by ${change.who}`,
      // Of something new there is no before to tell.
      rows: change.fields.map(({ field, before, after }) => ({
        field,
        lines: change.fields.every((one) => one.before === "") ? [after] : fieldChangeLines({ before, after }),
      })),
    })),
  };
}

export default function SettingsHistory() {
  const { shell, kind, page, pages, result, changes } = useLoaderData<typeof loader>();
  const hrefOf = (wanted: number) => `/settings/history?${kind === null ? "" : `kind=${kind}&`}page=${wanted}`;
  return (
    <Page shell={shell} heading="History of settings" back={{ href: "/settings", text: "Settings" }}>
      <p>What was changed, by whom, from what to what. Nobody can change or remove it.</p>
      <Filters action="/settings/history" result={result ?? undefined}>
        <SelectField
          name="kind"
          label="Show changes of"
          options={[{ value: "", label: "Everything" }, ...settingKinds.map((value) => ({ value, label: settingKindNames[value] }))]}
          value={kind ?? ""}
        />
      </Filters>
      {changes.length === 0 ? (
        <p>
          {kind === null ? "No setting has been changed yet." : "None of these has been changed yet."} Each change shows here once it is
          saved.
        </p>
      ) : null}
      {changes.map(({ id, heading, when, rows }) => (
        <div key={id} className="form-part">
          <h2>{heading}</h2>
          <p className="note">{when}</p>
          <SummaryList
            rows={rows.map(({ field, lines }) => ({
              name: field,
              answer: (
                <>
                  {lines.map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                </>
              ),
            }))}
          />
        </div>
      ))}
      <Pagination current={page} count={pages} hrefOf={hrefOf} />
    </Page>
  );
}
