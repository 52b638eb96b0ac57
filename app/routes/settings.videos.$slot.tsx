// One BSL video: where it is, its words, and who checked it against the words of our page.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { filmSlotOf, readFilmAddress, readFilmLength, type FilmSlot } from "#app/domain/people/sign-films.ts";
import { filmsFor, removeFilm, saveFilm } from "#app/services/sign-films.server.ts";
import { Button, FormButtons } from "#app/ui/buttons.tsx";
import { Tick } from "#app/ui/choices.tsx";
import { DateField, LongField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Inset, Warning } from "#app/ui/warning.tsx";
import { date, longText, requiredText, ticked } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireAdministrator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { changedInSettings } from "#app/words/settings.ts";
import { filmedWords, filmNames, filmPlaces, filmProblems, typedLength } from "#app/words/sign-films.ts";

const version = z.coerce.number().int().nonnegative();
const removeForm = z.strictObject({ remove: z.literal("yes"), version });
const saveForm = z.strictObject({
  address: requiredText(filmProblems["not-https"], { max: 500, thing: "web address" }).transform((typed, issues): string => {
    const read = readFilmAddress(typed);
    if (read.ok) return read.value;
    issues.addIssue({ code: "custom", message: filmProblems["not-https"] });
    return z.NEVER;
  }),
  length: requiredText(filmProblems.length, { thing: "length" }).transform((typed, issues): number => {
    const read = readFilmLength(typed);
    if (read.ok) return read.value;
    issues.addIssue({ code: "custom", message: filmProblems.length });
    return z.NEVER;
  }),
  captions: ticked("Add captions"),
  transcript: longText("The transcript", { missing: "Add a transcript" }),
  checkedBy: requiredText("Enter who checked the video", { thing: "name" }),
  checkedOn: date({ thing: "the date of the check" }),
  version,
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const slot = slotAt(params);
  const found = (await filmsFor(visit.context, visit.administrator)).find((one) => one.slot === slot);
  if (found === undefined) throw notFound();
  return {
    shell: staffShell(visit),
    held: visit.held,
    name: filmNames[slot],
    place: filmPlaces[slot],
    words: filmedWords[slot],
    isOutOfDate: found.state === "out-of-date",
    film: found.film === null ? null : { ...found.film, length: typedLength(found.film.seconds) },
    version: found.version,
  };
}

function slotAt(params: LoaderFunctionArgs["params"]): FilmSlot {
  const slot = filmSlotOf(params["slot"] ?? "");
  if (slot === null) throw notFound();
  return slot;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, administrator } = await requireAdministrator(request);
  const slot = slotAt(params);
  if ((await formOf(request)).has("remove")) {
    const remove = await readForm(request, removeForm);
    if (!remove.ok) return mend(remove.answer);
    const removed = await removeFilm(context, administrator, { slot, version: remove.value.version }, remove.intent);
    return goBackSaying("/settings/videos", removed.ok ? "removed" : "not-removed");
  }
  const read = await readForm(request, saveForm);
  if (!read.ok) return mend(read.answer);
  const { address, length, transcript, checkedBy, checkedOn } = read.value;
  const facts = { address, seconds: length, transcript, checkedBy, checkedOn };
  const saved = await saveFilm(context, administrator, { slot, version: read.value.version }, facts, read.intent);
  if (saved.ok) return goBackSaying("/settings/videos", "saved");
  if (saved.refusal === "changed-by-someone-else") return mend(problemWith("address", changedInSettings, read.typed));
  return mend(problemWith(saved.refusal === "not-https" ? "address" : "checkedOn.day", filmProblems[saved.refusal], read.typed));
}

export default function Video() {
  const { shell, held, name, place, words, isOutOfDate, film, version: seen } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const field = (of: string, saved = "") => ({ name: of, value: answer.value(of, saved), error: answer.error(of) });
  return (
    <Page shell={shell} heading={`BSL video: ${name}`} held={held} back={{ href: "/settings/videos", text: "BSL videos" }}>
      <p>{place}</p>
      {isOutOfDate ? (
        <Warning>The words of the page have changed since this video was checked. People do not see it until it is checked again.</Warning>
      ) : null}
      <h2>What the video has to say</h2>
      <p>These are the words of the page now. What differs from person to person stands in brackets.</p>
      <Inset>
        {words.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Inset>
      <h2>{film === null ? "Add a video" : "Change the video"}</h2>
      {film === null ? null : (
        <p>
          <a className="target" href={film.address} rel="noreferrer">
            Open the video on {new URL(film.address).hostname}
          </a>
        </p>
      )}
      <PageForm carried={{ version: String(seen) }}>
        <TextField
          {...field("address", film?.address)}
          type="url"
          label="Web address of the video"
          hint="It begins with https:// and opens the video on its own. Nothing of it is loaded on our pages."
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          {...field("length", film?.length)}
          label="How long it is"
          hint="Minutes and seconds, like 1:40. Under 2 minutes is best."
          width={5}
          autoComplete="off"
        />
        <Tick
          name="captions"
          label="The video has captions"
          isTicked={answer.value("captions", film === null ? "" : "yes") === "yes"}
          error={answer.error("captions")}
        />
        <LongField
          {...field("transcript", film?.transcript)}
          label="Transcript"
          hint="Everything that is signed, in written English. People can read it under the link."
          rows={8}
          limit={4000}
        />
        <TextField
          {...field("checkedBy", film?.checkedBy)}
          label="Who checked it"
          hint="Somebody who uses BSL, and who read the words above beside the video."
          autoComplete="off"
          spellCheck={false}
        />
        <DateField
          name="checkedOn"
          label="Checked by a BSL user on"
          value={answer.date("checkedOn", film?.checkedOn)}
          error={answer.error("checkedOn")}
        />
        <FormButtons primary="Save" />
      </PageForm>
      {film === null ? null : (
        <>
          <h2>Remove the video</h2>
          <p>The link and the transcript go from the page. The history of settings keeps what was here.</p>
          <PageForm carried={{ remove: "yes", version: String(seen) }}>
            <Button kind="danger">Remove this video</Button>
          </PageForm>
        </>
      )}
    </Page>
  );
}
