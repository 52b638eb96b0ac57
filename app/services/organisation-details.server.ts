// Who the organisation is: its name, where it is, whom to ask, and its logo. Papers and pages made from now on say it; papers that
// were sent, and offers that were made, stay as they were.
import type { Nation } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { ChangedField } from "#app/domain/people/setting-kinds.ts";
import { auditActorOf, type Administrator } from "#app/domain/people/actors.ts";
import { nationNames } from "#app/words/nations.ts";
import { record } from "#db/audit.ts";
import type { ContactBlock } from "#db/schema.ts";
import { saveOrganisation, setWaitingLogo } from "#db/stores/accounts.ts";
import { addFile, findFiles } from "#db/stores/claims.ts";
import { eraseFiles } from "#db/stores/keeping.ts";
import type { Context } from "./context.server.ts";
import {
  dropUpload,
  endingOf,
  fileRow,
  readStoredFile,
  readUpload,
  writeUpload,
  type ReadUpload,
  type UploadRefusal,
} from "./files.server.ts";
import { readLogo } from "./logo-picture.ts";
import { organisationOf, type Organisation } from "./organisations.server.ts";
import { keepSettingChange } from "./settings-history.server.ts";

export type OrganisationFacts = {
  readonly name: string;
  readonly department: string;
  readonly nation: Nation;
  readonly address: string;
  readonly contact: ContactBlock;
  /** What the logo shows; kept only while there is a logo. */
  readonly logoDescription: string;
};

export type OrganisationDetails = OrganisationFacts & { readonly hasLogo: boolean; readonly version: number };

/** The details as they stand. */
export async function organisationDetailsOf(context: Context, administrator: Administrator): Promise<OrganisationDetails> {
  const found = await organisationOf(context, administrator.organisationId);
  return { ...factsIn(found), hasLogo: found.logoFileId !== null, version: found.version };
}

/** A picture for a logo out of what came with a form: no PDF, and small enough to stand on every letter. */
export async function readLogoUpload(
  context: Context,
  file: File | null,
): Promise<Result<ReadUpload, UploadRefusal | "not-a-picture" | "too-big-for-letters">> {
  const upload = await readUpload(context, file);
  if (!upload.ok) return upload;
  const read = readLogo(upload.value.bytes, upload.value.mediaType);
  if (!read.ok) return refused(read.refusal === "too-big" ? "too-big-for-letters" : read.refusal);
  return done({ ...upload.value, bytes: read.value.bytes, mediaType: read.value.mediaType });
}

/**
 * Keeps a good logo while something else in its form is mended, because a browser keeps no file; it stands nowhere yet. Gives its id, to be
 * sent with the form again. One waits at a time, and saving the details takes it or lets it go.
 */
export async function keepLogoWaiting(context: Context, administrator: Administrator, upload: ReadUpload): Promise<string> {
  const fileId = await writeUpload(context, upload);
  const { organisationId } = administrator;
  const before = await context.change(async (tx) => {
    const { waitingLogoFileId } = await organisationOf(context, organisationId);
    await addFile(tx, fileRow(context, organisationId, fileId, upload));
    await setWaitingLogo(tx, organisationId, fileId);
    if (waitingLogoFileId !== null) await eraseFiles(tx, [waitingLogoFileId]);
    await record(context, tx, {
      organisationId,
      actor: auditActorOf(administrator),
      action: "organisation-logo-waits",
      subject: { kind: "organisation", id: organisationId },
    });
    return waitingLogoFileId;
  });
  if (before !== null) await dropUpload(context, before);
  return fileId;
}

/** What becomes of the logo: it stays, it goes, or another takes its place: one that came with the form, or the one that waits. */
export type LogoChange = "stays" | "goes" | ReadUpload | { readonly waiting: string };

type NotSaved = "changed-by-someone-else" | "logo-not-described" | "logo-gone";

/**
 * Saves the details. Refused when somebody else saved first, when a logo would stand there without a description, and when the logo that
 * waited waits no more.
 */
export async function saveOrganisationDetails(
  context: Context,
  administrator: Administrator,
  version: number,
  { facts, logo }: { readonly facts: OrganisationFacts; readonly logo: LogoChange },
  intent?: string,
): Promise<Result<object, NotSaved>> {
  const upload = typeof logo === "string" || "waiting" in logo ? null : logo;
  const written = upload === null ? null : await writeUpload(context, upload);
  let isKept = false;
  let letGo: string | null = null;
  try {
    return await context.change<Result<object, NotSaved>>(
      async (tx) => {
        const before = await organisationOf(context, administrator.organisationId);
        if (typeof logo === "object" && "waiting" in logo && logo.waiting !== before.waitingLogoFileId) return refused("logo-gone");
        const logoFileId = logo === "stays" ? before.logoFileId : logo === "goes" ? null : "waiting" in logo ? logo.waiting : written;
        if (logoFileId !== null && facts.logoDescription === "") return refused("logo-not-described");
        if (written !== null && upload !== null) await addFile(tx, fileRow(context, administrator.organisationId, written, upload));
        const change = { ...facts, logoFileId, logoDescription: logoFileId === null ? "" : facts.logoDescription };
        if (!(await saveOrganisation(tx, administrator.organisationId, version, { ...change, waitingLogoFileId: null })))
          return refused("changed-by-someone-else");
        letGo = before.waitingLogoFileId === logoFileId ? null : before.waitingLogoFileId;
        if (letGo !== null) await eraseFiles(tx, [letGo]);
        const fields = changedFields(before, change);
        await record(context, tx, {
          organisationId: administrator.organisationId,
          actor: auditActorOf(administrator),
          action: "organisation-details-saved",
          subject: { kind: "organisation", id: administrator.organisationId },
          details: { changed: fields.map(({ field }) => field).join(", ") },
        });
        await keepSettingChange(context, tx, administrator, { kind: "organisation", about: "Organisation details", fields });
        isKept = true;
        return done({});
      },
      intent === undefined ? {} : { intent },
    );
  } finally {
    // Refused, or sent twice: the first sending has its own file.
    if (!isKept && written !== null) await dropUpload(context, written);
    if (isKept && letGo !== null) await dropUpload(context, letGo);
  }
}

export type LogoFile = { readonly bytes: Uint8Array; readonly mediaType: string; readonly saveAs: string };

/** The logo, to look at. */
export async function openLogo(context: Context, administrator: Administrator): Promise<Result<LogoFile, "not-found">> {
  const { logoFileId } = await organisationOf(context, administrator.organisationId);
  const [file] = logoFileId === null ? [] : await findFiles(context.db, administrator.organisationId, [logoFileId]);
  if (file === undefined) return refused("not-found");
  return done({ bytes: await readStoredFile(context, file), mediaType: file.mediaType, saveAs: `logo.${endingOf(file.mediaType)}` });
}

function factsIn({ name, department, nation, address, contact, logoDescription }: Organisation): OrganisationFacts {
  return { name, department, nation, address, contact, logoDescription };
}

type Changed = OrganisationFacts & { readonly logoFileId: string | null };

function changedFields(before: Changed, after: Changed): readonly ChangedField[] {
  const contact = (field: string, name: keyof ContactBlock) => ({ field, before: before.contact[name], after: after.contact[name] });
  const said = ({ logoFileId, logoDescription }: Changed) => (logoFileId === null ? "" : logoDescription);
  const isNewPicture = before.logoFileId !== null && after.logoFileId !== null && before.logoFileId !== after.logoFileId;
  return [
    { field: "Organisation name", before: before.name, after: after.name },
    { field: "Department", before: before.department, after: after.department },
    { field: "Where the organisation is", before: nationNames[before.nation], after: nationNames[after.nation] },
    { field: "Postal address", before: oneLine(before.address), after: oneLine(after.address) },
    contact("Whom people ask", "name"),
    contact("Phone number", "phone"),
    contact("Number for text messages", "textNumber"),
    contact("Email address", "email"),
    contact("BSL video relay", "bslVideoRelay"),
    contact("Opening hours", "hours"),
    { field: "Logo", before: said(before), after: isNewPicture ? `Another picture: ${said(after)}` : said(after) },
  ];
}

function oneLine(address: string): string {
  return address.split("\n").join(", ");
}
