// The organisation as it stands at the head of its papers: its name, how to reach it, and its logo where it has one.
import type { DocLogo, DocOrganisation } from "#app/documents/model.ts";
import { findFiles } from "#db/stores/claims.ts";
import type { Context } from "./context.server.ts";
import { readStoredFile } from "./files.server.ts";
import { sizeOfLogo } from "./logo-picture.ts";
import type { Organisation } from "./organisations.server.ts";

/** The organisation at the head of a letter or a form. */
export async function letterheadOf(context: Context, organisation: Organisation): Promise<DocOrganisation> {
  const { name, address, contact } = organisation;
  const lines = linesOf(address);
  const logo = await logoOf(context, organisation);
  return {
    name,
    ...(lines.length === 0 ? {} : { address: lines }),
    ...(contact.phone === "" ? {} : { phone: contact.phone }),
    ...(contact.email === "" ? {} : { email: contact.email }),
    ...(logo === null ? {} : { logo }),
  };
}

/** An address, a line for each line that says something. */
export function linesOf(address: string): readonly string[] {
  return address
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

type Picture = Omit<DocLogo, "description">;
// A file never changes under its id, so the last few logos are read once for all the papers of a run.
const pictures = new Map<string, Picture>();
const mostPictures = 8;

/** The logo as papers carry it, or null. */
async function logoOf(context: Context, { id, logoFileId, logoDescription }: Organisation): Promise<DocLogo | null> {
  if (logoFileId === null) return null;
  const picture = pictures.get(logoFileId) ?? (await readPicture(context, id, logoFileId));
  pictures.set(logoFileId, picture);
  for (const oldest of [...pictures.keys()].slice(0, -mostPictures)) pictures.delete(oldest);
  return { ...picture, description: logoDescription };
}

async function readPicture(context: Context, organisationId: string, fileId: string): Promise<Picture> {
  const [file] = await findFiles(context.db, organisationId, [fileId]);
  if (file === undefined) throw new Error("An organisation names a logo that is not on file");
  const bytes = await readStoredFile(context, file);
  const size = sizeOfLogo(bytes, file.mediaType);
  if (size === null) throw new Error("A stored logo cannot be read");
  const { width, height } = size;
  return { address: `data:${file.mediaType};base64,${Buffer.from(bytes).toString("base64")}`, width, height };
}
