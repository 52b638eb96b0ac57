// Uploaded files: told by their content, cleaned, sealed, and kept under a random name outside the database. The row that names a
// file is written in the same change as what it belongs to; a file without a row is only bytes nobody can open.
import { mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { StoredFile } from "#db/stores/claims.ts";
import type { Sealed } from "#db/vault.ts";
import type { Context } from "./context.server.ts";
import { mediaTypeOf, withoutMetadata, type MediaType, type PictureRefusal } from "./picture-metadata.ts";

/** The most bytes of one upload (decision 26). */
export const largestUpload = 5 * 1024 * 1024;

export type UploadRefusal = "nothing-chosen" | "too-big" | "not-a-photo-or-pdf" | "heic" | PictureRefusal;

export type ReadUpload = {
  readonly name: string;
  readonly mediaType: MediaType;
  readonly bytes: Uint8Array;
  /** The same for the same picture, whoever sends it; says nothing about it without the key. */
  readonly fingerprint: string;
};

/** A file to keep: what somebody sent, or what the program made itself. */
export type FileToKeep = Omit<ReadUpload, "mediaType"> & { readonly mediaType: MediaType | "application/zip" };

/** Reads what came with a form: refused by size and by content, never by what the file is called. */
export async function readUpload(context: Context, file: File | null): Promise<Result<ReadUpload, UploadRefusal>> {
  if (file === null || (file.size === 0 && file.name === "")) return refused("nothing-chosen");
  if (file.size > largestUpload) return refused("too-big");
  const given = new Uint8Array(await file.arrayBuffer());
  const mediaType = mediaTypeOf(given);
  if (mediaType === "heic") return refused("heic");
  if (mediaType === null) return refused("not-a-photo-or-pdf");
  const clean = withoutMetadata(given, mediaType);
  if (!clean.ok) return clean;
  const fingerprint = context.vault.fingerprint("file", Buffer.from(clean.value).toString("base64"));
  return done({ name: plainName(file.name), mediaType, bytes: clean.value, fingerprint });
}

/** Writes an upload to disk, sealed and flushed, and gives its new id. Call it before the change that adds its row. */
export async function writeUpload(context: Context, upload: FileToKeep): Promise<string> {
  const id = context.newId();
  await mkdir(context.filesFolder, { recursive: true, mode: 0o700 });
  const sealed = context.vault.seal(Buffer.from(upload.bytes).toString("base64"), contentPlace(id));
  const handle = await open(join(context.filesFolder, id), "wx", 0o600);
  try {
    await handle.writeFile(sealed);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return id;
}

/** Removes an upload from disk: its row was not saved after all, or it is kept no longer. Gone already is as good. */
export async function dropUpload(context: Context, id: string): Promise<void> {
  await rm(join(context.filesFolder, id), { force: true });
}

/** The row of an upload. */
export function fileRow(context: Context, organisationId: string, id: string, upload: FileToKeep): StoredFile {
  return {
    id,
    organisationId,
    name: context.vault.seal(upload.name, namePlace(id)),
    mediaType: upload.mediaType,
    bytes: upload.bytes.length,
    fingerprint: upload.fingerprint,
    savedAt: context.now,
  };
}

/** What the person called a file. */
export function fileName(context: Context, file: StoredFile): string {
  return context.vault.unseal(file.name, namePlace(file.id));
}

/** The content of a file. Throws when it is gone or was changed on disk. */
export async function readStoredFile(context: Context, file: StoredFile): Promise<Uint8Array> {
  const sealed = (await readFile(join(context.filesFolder, file.id), "utf8")) as Sealed;
  return new Uint8Array(Buffer.from(context.vault.unseal(sealed, contentPlace(file.id)), "base64"));
}

/** The ending a file of this kind is saved with. */
export function endingOf(mediaType: string): string {
  return { "image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf", "application/zip": "zip" }[mediaType] ?? "bin";
}

const contentPlace = (row: string) => ({ table: "files", column: "content", row });
const namePlace = (row: string) => ({ table: "files", column: "name", row });

function plainName(name: string): string {
  const last = name
    .replace(/^.*[/\\]/u, "")
    .replace(/[\u0000-\u001F\u007F\u202A-\u202E\u2066-\u2069]/gu, "")
    .normalize("NFC")
    .trim();
  return [...(last === "" ? "receipt" : last)].slice(0, 100).join("");
}
