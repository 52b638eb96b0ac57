// Reads an archive back as its form is published: from the directory at its end, never by what the program meant to write.
import { crc32, inflateRawSync } from "node:zlib";

/** The files of a zip archive, in the order of its directory. Throws where a check or a size does not hold. */
export function filesIn(archive: Uint8Array): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  const all = Buffer.from(archive);
  const end = all.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end === -1) throw new Error("An archive has no end");
  const count = all.readUInt16LE(end + 10);
  let at = all.readUInt32LE(end + 16);
  const files = [];
  for (let index = 0; index < count; index += 1) {
    if (all.readUInt32LE(at) !== 0x02_01_4b_50) throw new Error("A directory is not where the end says");
    const [packed, check, size] = [all.readUInt16LE(at + 10), all.readUInt32LE(at + 16), all.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [all.readUInt16LE(at + 28), all.readUInt16LE(at + 30), all.readUInt16LE(at + 32)];
    const name = all.toString("latin1", at + 46, at + 46 + nameLength);
    const local = all.readUInt32LE(at + 42);
    const from = local + 30 + all.readUInt16LE(local + 26) + all.readUInt16LE(local + 28);
    const given = all.subarray(from, from + size);
    const bytes = packed === 0 ? given : inflateRawSync(given);
    if (crc32(bytes) !== check) throw new Error(`${name} is not what the archive says it is`);
    files.push({ name, bytes: new Uint8Array(bytes) });
    at += 46 + nameLength + extra + comment;
  }
  return files;
}
