// What we paid you: a tax year, a calendar year, your Universal Credit months or the last 52 weeks.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { myStatements, statementPaper } from "#app/services/statements.server.ts";
import type { Statement } from "#app/domain/payments/statement.ts";
import type { Attendee } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import { printedSizeOf } from "#app/services/documents.server.ts";
import { organisationOf } from "#app/services/organisations.server.ts";
import { Radios } from "#app/ui/choices.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { notFound, requireAnyAttendee } from "#app/web/guards.server.ts";
import { linkShell } from "#app/web/shell.server.ts";
import { statementAddress, statementFrom, statementWords } from "#app/web/statement-page.server.ts";
import { counted, longDate } from "#app/words/format.ts";
import { whatForSentence } from "#app/words/statements.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { context, path, attendees } = await requireAnyAttendee(request);
  const asked = new URL(request.url).searchParams.get("ref");
  const found = asked === null ? attendees[0] : attendees.find(({ reference }) => reference === asked);
  if (!found) throw notFound();
  const { attendee, reference } = found;
  const organisation = await organisationOf(context, attendee.organisationId);
  const wanted = statementFrom(request, context.today);
  const statements = (await myStatements(context, attendee, wanted.periods)).filter(
    ({ rows, returned }) => wanted.periods.length === 1 || rows.length > 0 || returned.length > 0,
  );
  const [usual, large] = await Promise.all([12, 18].map(async (size) => pagesOf(context, attendee, statements, size)));
  const [latest] = wanted.periods;
  const first = wanted.periods.at(-1);
  return {
    shell: linkShell({ organisation, home: `/my/m/${reference}`, path, clearHref: "/my/clear" }),
    home: `/my/m/${reference}`,
    ref: reference,
    kind: wanted.kind,
    year: String(wanted.year),
    startDay: String(wanted.startDay),
    heading: first === undefined || latest === undefined ? "Payments" : `Payments from ${longDate(first.from)} to ${longDate(latest.to)}`,
    isEmpty: statements.every(({ rows, returned }) => rows.length === 0 && returned.length === 0),
    statements: statements.map(statementWords),
    files: [
      { href: statementAddress("/my/statements/statement-12-point.pdf", reference, wanted), text: `Statement (PDF, ${usual})` },
      { href: statementAddress("/my/statements/statement-18-point.pdf", reference, wanted), text: `Large print statement (PDF, ${large})` },
      { href: statementAddress("/my/statements/statement.csv", reference, wanted), text: "Spreadsheet (CSV)" },
    ],
  };
}

async function pagesOf(context: Context, attendee: Attendee, statements: readonly Statement[], size: number): Promise<string> {
  const printed = await printedSizeOf(await statementPaper(context, attendee, statements), "statement", size);
  return printed.ok ? counted(printed.value.pages, "page", "pages") : "some letters are missing";
}

export default function Statements() {
  const { shell, home, ref, kind, year, startDay, heading, isEmpty, statements, files } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading={heading} back={{ href: home }}>
      {isEmpty ? (
        <p>We did not pay you anything in this period.</p>
      ) : (
        <>
          {statements.map(({ id, sentence, more, caption, rows, totals }) => (
            <div key={id}>
              <p>{sentence}</p>
              {more.map((one) => (
                <p key={one}>{one}</p>
              ))}
              <DataTable
                id={id}
                caption={caption}
                columns={[
                  { header: "Date paid" },
                  { header: "Meeting" },
                  { header: "For your time", holds: "figures" },
                  { header: "For costs", holds: "figures" },
                  { header: "To charity", holds: "figures" },
                  { header: "Reference" },
                ]}
                rows={rows}
                totals={totals}
              />
            </div>
          ))}
          <p>{whatForSentence}</p>
          <LinkList links={files} />
        </>
      )}
      <form method="get" action="/my/statements">
        <input type="hidden" name="ref" value={ref} />
        <Radios
          name="period"
          legend="Choose another period"
          asHeading="h2"
          options={[
            { value: "tax-year", label: "Tax year" },
            { value: "calendar-year", label: "Calendar year" },
            { value: "uc-months", label: "My Universal Credit months" },
            { value: "52-weeks", label: "Last 52 weeks" },
          ]}
          value={kind}
        />
        <TextField
          name="year"
          label="Which year?"
          hint="The year it starts in. Leave it as it is for weeks and months."
          value={year}
          inputMode="numeric"
          autoComplete="off"
          width={4}
        />
        <TextField
          name="day"
          label="What day does your Universal Credit month start?"
          hint="A number from 1 to 31. We do not keep it."
          value={kind === "uc-months" ? startDay : ""}
          inputMode="numeric"
          autoComplete="off"
          width={2}
        />
        <button type="submit" className="govuk-button govuk-button--secondary">
          Show this period
        </button>
      </form>
    </Page>
  );
}
