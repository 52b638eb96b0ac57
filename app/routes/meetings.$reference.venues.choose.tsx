// Choosing a venue that leaves an essential need unmet: why, and what will be done about each, before it is chosen.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { waysToGoOn, type WayToGoOn } from "#app/domain/venues/compare.ts";
import { chooseVenueKnowing, venueToChoose } from "#app/services/venue-comparison.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { choice, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted } from "#app/words/format.ts";
import { changedMeanwhile, meetingWithDate } from "#app/words/meetings.ts";
import { howMany } from "#app/words/plan.ts";
import { requirementName } from "#app/words/requirements.ts";
import { checkSentence, leavesSentence, wayToGoOnWords } from "#app/words/venue-comparison.ts";

const ways = [...waysToGoOn, "another-venue"] as const;
const fieldOf = (requirement: string): string => `do-${requirement}`;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const venueId = new URL(request.url).searchParams.get("venue") ?? "";
  const found = await venueToChoose(visit.context, visit.coordinator, reference, venueId);
  if (!found.ok) throw notFound();
  const { meeting, ...venue } = found.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(meeting.reference, visit.path),
    reference: meeting.reference,
    caption: meetingWithDate(meeting.name, meeting.date),
    version: meeting.version,
    ...venue,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const venueId = new URL(request.url).searchParams.get("venue") ?? "";
  const seen = await venueToChoose(context, coordinator, reference, venueId);
  if (!seen.ok) throw notFound();
  const asked = seen.value.notMet.map(({ requirement }) => requirement);
  const form = await readForm(
    request,
    z.strictObject({
      version: versionField,
      ...Object.fromEntries(
        asked.map((requirement) => [fieldOf(requirement), choice(ways, `Choose what you will do about “${requirementName[requirement]}”`)]),
      ),
    }),
  );
  if (!form.ok) return mend(form.answer);
  const said: Readonly<Record<string, unknown>> = form.value;
  const chosen = asked.map((requirement) => [requirement, ways.find((way) => way === said[fieldOf(requirement)])] as const);
  if (chosen.some(([, way]) => way === "another-venue")) return goOn(`/meetings/${reference}/venues`);
  const decided = new Map(chosen.flatMap(([requirement, way]) => (isWayOn(way) ? [[requirement as string, way] as const] : [])));
  const kept = await chooseVenueKnowing(context, coordinator, { reference, version: form.value.version, venueId }, decided, form.intent);
  if (kept.ok) return goBackSaying(`/meetings/${reference}/venue`, "chosen-although");
  if (kept.refusal === "not-found") throw notFound();
  // Answers or facts that came in meanwhile: the page is drawn again with what is unmet now.
  if (typeof kept.refusal === "object") return redirect(`/meetings/${reference}/venues/choose?venue=${venueId}`, { status: 303 });
  return mend(problemWith("main", changedMeanwhile, form.typed));
}

function isWayOn(way: string | undefined): way is WayToGoOn {
  return waysToGoOn.some((one) => one === way);
}

export default function ChooseVenue() {
  const { shell, held, nav, reference, caption, version, name, notMet, notKnown } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading={`Choose ${name}?`}
      caption={caption}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/venues`, text: "Back to comparing venues" }}
      held={held}
    >
      {notMet.length === 0 ? (
        <p>Nothing that is known of {name} leaves an essential need unmet.</p>
      ) : (
        <Warning>
          {leavesSentence(
            notMet.length,
            notMet.map(({ requirement }) => requirement),
          )}
        </Warning>
      )}
      <PageForm carried={{ version: String(version) }}>
        {notMet.map((need) => (
          <section key={need.requirement} aria-labelledby={`need-${need.requirement}`}>
            <h2 id={`need-${need.requirement}`}>{requirementName[need.requirement]}</h2>
            <p>{howMany(need.people, need.essentialPeople)}</p>
            <ul className="govuk-list govuk-list--bullet">
              {need.checks
                .filter(({ finding, isArranged }) => finding === "not-met" && !isArranged)
                .map((check) => (
                  <li key={check.feature}>{checkSentence(check)}</li>
                ))}
            </ul>
            <Radios
              name={fieldOf(need.requirement)}
              legend={`What will you do about “${requirementName[need.requirement]}”?`}
              options={ways.map((value) => ({ value, label: wayToGoOnWords[value] }))}
              value={answer.value(fieldOf(need.requirement))}
              error={answer.error(fieldOf(need.requirement))}
            />
          </section>
        ))}
        {notKnown.length === 0 ? null : (
          <>
            <h2>Not known</h2>
            <p>
              {counted(notKnown.length, "essential need is", "essential needs are")} not known to be met here. That is not a no. The plan
              asks the venue.
            </p>
            <ul className="govuk-list govuk-list--bullet">
              {notKnown.map(({ requirement }) => (
                <li key={requirement}>{requirementName[requirement]}</li>
              ))}
            </ul>
          </>
        )}
        <p>What you choose here is kept with your name and today&apos;s date. Each need stays open on the plan until it is met.</p>
        <FormButtons primary={`Choose ${name}`}>
          <a className="target" href={`/meetings/${reference}/venues`}>
            Go back
          </a>
        </FormButtons>
      </PageForm>
    </Page>
  );
}
