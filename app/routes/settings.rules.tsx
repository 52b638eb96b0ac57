// Benefit and tax rules: the state of every figure, what ends when and what people then see, and the two people who agree
// before an update is used (experience.md 2.15).
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { approveRules, rulesFor, type RulesView } from "#app/services/rules.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Tick } from "#app/ui/choices.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Details } from "#app/ui/details.tsx";
import { HistoryLink } from "#app/ui/history-link.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { Inset, Warning } from "#app/ui/warning.tsx";
import { ticked } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireAdministrator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { sayValue } from "#app/words/benefits/sums.ts";
import { counted, list, plainDate } from "#app/words/format.ts";
import { endSentence, figureName, grades, howToLoad, ownerName, ruleStates, springBanner, whatPeopleSee } from "#app/words/rules.ts";

const form = z.strictObject({
  fingerprint: z.string().max(100),
  checked: ticked("Tick to say you checked the figures against their sources"),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const view = await rulesFor(visit.context, visit.administrator);
  const owners = [...new Set(view.entries.map(({ owner }) => owner))];
  return {
    shell: staffShell(visit),
    saved: new URL(request.url).searchParams.get("saved"),
    needsLoading: view.ends.some(({ state }) => state !== "in-date"),
    update: updateSaid(view),
    ends: endsTogether(view),
    groups: owners.map((owner) => ({
      owner,
      name: ownerName(owner),
      rows: view.entries
        .filter((entry) => entry.owner === owner)
        .map((entry) => ({
          figure: figureName(entry.series),
          value: sayValue(entry.value),
          days: `${plainDate(entry.from)} to ${plainDate(entry.to)}${entry.isNow ? ". Used today" : ""}`,
          source: entry.source.locator === undefined ? entry.source.title : `${entry.source.title}, ${entry.source.locator}`,
          checked: plainDate(entry.source.checkedOn),
          reviewBy: plainDate(entry.goodUntil),
          grade: grades[entry.grade],
          state: ruleStates[entry.state],
        })),
    })),
  };
}

// Most benefits' rules end on one day: each day is told once, with everybody it concerns.
function endsTogether({ ends, today }: RulesView) {
  const days = [...new Set(ends.map(({ goodUntil }) => goodUntil))];
  return days.flatMap((goodUntil) => {
    const together = ends.filter((end) => end.goodUntil === goodUntil);
    const [first] = together;
    if (first === undefined) return [];
    return [
      {
        goodUntil,
        state: ruleStates[first.state],
        sentence: endSentence(goodUntil, today),
        names: together.map(({ benefit }) => ownerName(benefit)),
      },
    ];
  });
}

function updateSaid({ update }: RulesView) {
  if (update.state === "none") {
    return {
      state: "none" as const,
      text:
        update.approvedBy.length > 0
          ? `Agreed to by ${list(update.approvedBy)}.`
          : update.since === null
            ? "These figures came with the program."
            : `These figures came with the program when you began, on ${plainDate(update.since)}.`,
    };
  }
  return {
    state: "waiting" as const,
    fingerprint: update.fingerprint,
    changed: update.changed.map(ownerName),
    approvedBy: update.approvedBy.map(({ name, on }) => `${name}, on ${plainDate(on)}`),
    isMineDone: update.isMineDone,
    needed: `${counted(update.stillNeeded, "more administrator has", "more administrators have")} to agree before the new figures are used.`,
  };
}

const problems = {
  "changed-since": "The figures have changed since you opened this page, or are in use already. Look at them here again.",
  "already-yours": "You have agreed already. Another administrator has to agree too.",
} as const;

export async function action({ request }: ActionFunctionArgs) {
  const { context, administrator } = await requireAdministrator(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const approved = await approveRules(context, administrator, read.value.fingerprint, read.intent);
  if (!approved.ok) return mend(problemWith("checked", problems[approved.refusal], read.typed));
  return goBackSaying("/settings/rules", approved.value.isInUse ? "in-use" : "agreed");
}

const notices: Readonly<Record<string, { readonly heading: string; readonly children: string }>> = {
  "in-use": { heading: "Saved", children: "The new figures are used from now on." },
  agreed: { heading: "Saved", children: "You have agreed. Another administrator has to agree before the new figures are used." },
};

export default function Rules() {
  const { shell, saved, needsLoading, update, ends, groups } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="Benefit and tax rules"
      back={{ href: "/settings", text: "Settings" }}
      width="wide"
      notice={saved === null ? undefined : notices[saved]}
    >
      <p className="govuk-body-l">Every answer about benefits rests on these figures. {howToLoad}</p>
      {needsLoading ? <Warning>{springBanner}</Warning> : null}
      <h2>Agreeing to an update</h2>
      {update.state === "none" ? <p>No update waits. {update.text}</p> : <Waiting update={update} />}
      <h2>What goes out of date when</h2>
      <p>Once a benefit&apos;s rules have ended, or while its new figures wait, people who get it read:</p>
      <Inset>{whatPeopleSee}</Inset>
      <ul className="states">
        {ends.map(({ goodUntil, state, sentence, names }) => (
          <li key={goodUntil}>
            <StatusTag status={state} />
            <div className="states__text">
              <p>{sentence}</p>
              <Details summary={counted(names.length, "benefit", "benefits")}>
                <ul className="govuk-list govuk-list--bullet">
                  {names.map((name) => (
                    <li key={name}>{name}</li>
                  ))}
                </ul>
              </Details>
            </div>
          </li>
        ))}
      </ul>
      <h2>Every figure</h2>
      {groups.map(({ owner, name, rows }) => (
        <Details key={owner} summary={`${name}: ${counted(rows.length, "figure", "figures")}`}>
          <DataTable
            id={`figures-${owner}`}
            caption={`Figures of ${name}`}
            isWide={false}
            columns={[
              { header: "Figure" },
              { header: "Amount" },
              { header: "Used from and to" },
              { header: "Source" },
              { header: "Checked on" },
              { header: "Review by" },
              { header: "How certain" },
              { header: "State" },
            ]}
            rows={rows.map((row, at) => ({
              key: String(at),
              cells: [
                row.figure,
                row.value,
                row.days,
                row.source,
                row.checked,
                row.reviewBy,
                row.grade,
                <StatusTag key="state" status={row.state} />,
              ],
            }))}
          />
        </Details>
      ))}
      <HistoryLink kind="rules" />
    </Page>
  );
}

type WaitingUpdate = Extract<ReturnType<typeof updateSaid>, { state: "waiting" }>;

function Waiting({ update }: { readonly update: WaitingUpdate }) {
  const answer = useAnswer();
  return (
    <>
      <p>An update changed the figures or rules of:</p>
      <ul className="govuk-list govuk-list--bullet">
        {update.changed.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p>Check each figure below against its source. {update.needed}</p>
      {update.approvedBy.length === 0 ? null : <p>Agreed so far: {list(update.approvedBy)}.</p>}
      {update.isMineDone ? (
        <p>You have agreed. Ask another administrator to look.</p>
      ) : (
        <PageForm carried={{ fingerprint: update.fingerprint }}>
          <Tick
            name="checked"
            label="I checked the figures of these against their sources"
            isTicked={answer.value("checked") === "yes"}
            error={answer.error("checked")}
          />
          <FormButtons primary="Approve update" />
        </PageForm>
      )}
    </>
  );
}
