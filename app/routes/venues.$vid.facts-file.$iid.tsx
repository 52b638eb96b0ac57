// What a file of somebody else offers about a venue, fact by fact beside what is on record, and the choice of what to take.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { venueFeatureIds } from "#app/domain/access/venue-features.ts";
import type { OfferedPlace, PlaceKind } from "#app/domain/venues/place.ts";
import { decideImport, findVenueImport, type ImportToDecide } from "#app/services/venue-import.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choices, optionalChoice, versionField } from "#app/web/form-fields.ts";
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

const placeKinds = ["address", "town", "coordinates"] as const;
const sides = ["keep", "take"] as const;
const decideForm = z.strictObject({
  take: choices([...venueFeatureIds, ...placeKinds]),
  // Where the file says another place than the one on record, one of the two is chosen: neither replaces the other by itself.
  settle_address: optionalChoice(sides),
  settle_town: optionalChoice(sides),
  settle_coordinates: optionalChoice(sides),
  version: versionField,
});

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
  const found = await findVenueImport(context, coordinator, { venueId: vid, importId: iid });
  if (!found.ok) throw notFound();
  const toSettle = found.value.place.flatMap((one) => (standsBeside(one, found.value.knownPlace) === "differs" ? [one.kind] : []));
  const open = toSettle.filter((kind) => form.value[`settle_${kind}`] === undefined);
  if (!isNone && open.length > 0)
    return mend({ problems: open.map((kind) => ({ field: `settle_${kind}`, message: settleProblems[kind] })), typed: form.typed });
  const taken = [
    ...form.value.take.filter((one) => !toSettle.some((kind) => kind === one)),
    ...toSettle.filter((kind) => form.value[`settle_${kind}`] === "take"),
  ];
  if (!isNone && taken.length + toSettle.length === 0) return mend(problemWith("take", "Choose the facts to put on record", form.typed));
  const at = { venueId: vid, importId: iid, version: form.value.version };
  const decided = await decideImport(context, coordinator, at, isNone ? [] : taken, form.intent);
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
  const toSettle = place.filter((one) => standsBeside(one, knownPlace) === "differs");
  const toTake = place.filter((one) => standsBeside(one, knownPlace) === "new");
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
          {toSettle.map((one) => (
            <Radios
              key={one.kind}
              name={`settle_${one.kind}`}
              legend={settleLegends[one.kind]}
              hint="The file and our record do not say the same. Look which is right, or ask the venue."
              options={[
                {
                  value: "keep",
                  label: `Keep ours: ${knownWords(one.kind, knownPlace)}`,
                  hint: placeSourceSentence(knownPlace.saidBy[one.kind]),
                },
                { value: "take", label: `Take theirs: ${offeredWords(one)}`, hint: `Found as ${foundWords(one, kind)}.` },
              ]}
              value={answer.value(`settle_${one.kind}`)}
              error={answer.error(`settle_${one.kind}`)}
            />
          ))}
          {offered.length + toTake.length === 0 ? null : (
            <Checkboxes
              name="take"
              legend="Which facts go on record?"
              hint="Approving one does not make it right: where it differs from what is on record, you settle it next."
              options={[
                ...toTake.map((one) => ({
                  value: one.kind,
                  label: `${placeNames[one.kind]}: ${offeredWords(one)}`,
                  hint: `Found as ${foundWords(one, kind)}. Nothing is on record yet.`,
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
          )}
          {place.length > toSettle.length + toTake.length ? <p>Where it is: the file says the same as our record.</p> : null}
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

const settleLegends = {
  address: "Which address is right?",
  town: "Which town is right?",
  coordinates: "Which place on the map is right?",
} as const;
const placeNames = { address: "Address", town: "Town", coordinates: "On a map" } as const;
const settleProblems = {
  address: "Choose which address is right",
  town: "Choose which town is right",
  coordinates: "Choose which place on the map is right",
} as const;

/** How an offered place stands beside what is on record: nothing there yet, the same, or something else. */
function standsBeside(one: OfferedPlace, known: ImportToDecide["knownPlace"]): "new" | "same" | "differs" {
  const now = knownWords(one.kind, known);
  if (now === "") return "new";
  return now === offeredWords(one) ? "same" : "differs";
}

function knownWords(kind: PlaceKind, { address, town, coordinates }: ImportToDecide["knownPlace"]): string {
  if (kind === "address") return address.trim().replaceAll("\n", ", ");
  if (kind === "town") return town;
  return coordinates === null ? "" : coordinateWords(coordinates);
}

function offeredWords(one: OfferedPlace): string {
  return one.kind === "coordinates" ? coordinateWords(one.value) : one.value.trim().replaceAll("\n", ", ");
}

function foundWords({ foundAt, written }: OfferedPlace, kind: keyof typeof kinds): string {
  return kind === "openstreetmap" ? written : `${foundAt}: ${written}`;
}
