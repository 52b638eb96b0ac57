// What a file of somebody else offers about a venue, fact by fact beside what is on record, and the choice of what to take.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { venueFeatureIds } from "#app/domain/access/venue-features.ts";
import { decideImport, findVenueImport, type ImportToDecide } from "#app/services/venue-import.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes } from "#app/ui/choices.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choices, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted, longDate, outOf } from "#app/words/format.ts";
import { changedMeanwhile } from "#app/words/meetings.ts";
import { factWords } from "#app/words/plan.ts";
import { standingWords, whoSaidSo } from "#app/words/venue-facts.ts";
import { coordinateWords, placeSourceSentence } from "#app/words/venue-places.ts";
import { featureName } from "#app/words/venue-questions.ts";

const placeKinds = ["address", "coordinates"] as const;
const decideForm = z.strictObject({ take: choices([...venueFeatureIds, ...placeKinds]), version: versionField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { vid = "", iid = "" } = params;
  const found = await findVenueImport(visit.context, visit.coordinator, { venueId: vid, importId: iid });
  if (!found.ok) throw notFound();
  return { shell: staffShell(visit), held: visit.held, ...found.value };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const { vid = "", iid = "" } = params;
  const form = await readForm(request, decideForm);
  if (!form.ok) return mend(form.answer);
  const isNone = form.button === "none";
  if (!isNone && form.value.take.length === 0) return mend(problemWith("take", "Choose the facts to put on record", form.typed));
  const at = { venueId: vid, importId: iid, version: form.value.version };
  const decided = await decideImport(context, coordinator, at, isNone ? [] : form.value.take, form.intent);
  if (decided.ok) return isNone ? goBackSaying(`/venues/${vid}`, "left") : goBackSaying(`/venues/${vid}`, "imported");
  if (decided.refusal === "not-found") throw notFound();
  return mend(problemWith("take", changedMeanwhile, form.typed));
}

const kinds = { a11yjson: "A11yJSON", openstreetmap: "OpenStreetMap" } as const;

export default function ApproveFacts() {
  const { shell, held, venue, kind, origin, checkedOn, offered, place, knownPlace, unused, approved, version } =
    useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const all = offered.length + place.length;
  return (
    <Page
      shell={shell}
      heading="Check each fact before you approve it"
      caption={venue.name}
      back={{ href: `/venues/${venue.venueId}`, text: "Back to the venue" }}
      held={held}
    >
      <p>
        {counted(all, "fact", "facts")} from {kinds[kind]}: {origin}, {longDate(checkedOn)}.
      </p>
      {approved === null ? (
        <PageForm carried={{ version: String(version) }}>
          <Checkboxes
            name="take"
            legend="Which facts go on record?"
            hint="Approving one does not make it right: where it differs from what is on record, you settle it next."
            options={[
              ...place.map((one) => ({
                value: one.kind,
                label: one.kind === "address" ? `Address: ${one.value.replaceAll("\n", ", ")}` : `On a map: ${coordinateWords(one.value)}`,
                hint: `Found as ${kind === "openstreetmap" ? one.written : `${one.foundAt}: ${one.written}`}. ${knownPlaceWords(one.kind, knownPlace)}`,
              })),
              ...offered.map(({ featureId, value, foundAt, written, known }) => ({
                value: featureId,
                label: `${featureName[featureId]}: ${factWords(featureId, value)}`,
                hint: `Found as ${kind === "openstreetmap" ? written : `${foundAt}: ${written}`}. ${
                  known === null
                    ? "Nothing is on record yet."
                    : `On record: ${standingWords(featureId, known.standing)}. ${whoSaidSo(known)}`
                }`,
              })),
            ]}
            values={answer.values("take")}
            error={answer.error("take")}
          />
          <FormButtons primary="Put these on record" secondary={[{ intent: "none", text: "Leave them all out" }]} />
        </PageForm>
      ) : (
        <p>This was decided: {outOf(approved.length, all)} put on record.</p>
      )}
      {unused.length === 0 ? null : (
        <>
          <h2>What we did not use</h2>
          <p>These tags say too little, or are about something else.</p>
          <ul className="govuk-list govuk-list--bullet">
            {unused.map((tag) => (
              <li key={tag}>{tag}</li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function knownPlaceWords(kind: (typeof placeKinds)[number], known: ImportToDecide["knownPlace"]): string {
  const { address, coordinates, saidBy } = known;
  const now = kind === "address" ? address.replaceAll("\n", ", ") : coordinates === null ? "" : coordinateWords(coordinates);
  if (now === "") return "Nothing is on record yet.";
  return `On record: ${now}. ${placeSourceSentence(saidBy[kind])} Approving it takes its place.`;
}
