// Several files as one, in the oldest plain form of a zip archive: nothing is packed again (a PDF is packed already), so that every
// system opens it. The same files give the same bytes. Knows nothing of what is in them.
import { crc32 } from "node:zlib";

export type FileToKeep = { readonly name: string; readonly bytes: Uint8Array };

/** An archive that takes one file after another, so that only the bytes of the archive are held. */
export type Archive = {
  /** Throws RangeError for a name that is there already, or that is not plain letters, figures, dots and hyphens. */
  readonly add: (file: FileToKeep) => void;
  /** The whole archive. Nothing is added afterwards. Throws RangeError past what its form can hold: 65,535 files or 4 GB. */
  readonly bytes: () => Uint8Array;
};

/** The first day the form can hold, at midnight: the day a file was made stands in the file itself. */
const [noTime, firstDay] = [0, (0 << 9) | (1 << 5) | 1];
const [mostFiles, mostBytes] = [0xff_ff, 0xff_ff_ff_ff];
const plainName = /^[A-Za-z0-9][A-Za-z0-9.-]{0,99}$/u;

type Entry = { readonly name: Buffer; readonly check: number; readonly size: number; readonly at: number };

/** An archive with nothing in it yet. */
export function openArchive(): Archive {
  const parts: Uint8Array[] = [];
  const entries: Entry[] = [];
  const names = new Set<string>();
  let size = 0;
  const put = (part: Uint8Array) => {
    parts.push(part);
    size += part.length;
  };
  return {
    add({ name, bytes }) {
      if (!plainName.test(name) || names.has(name)) throw new RangeError(`An archive cannot hold a file with the name ${name}`);
      names.add(name);
      const entry = { name: Buffer.from(name, "latin1"), check: crc32(bytes), size: bytes.length, at: size };
      entries.push(entry);
      put(Buffer.concat([fields([4, 0x04_03_4b_50], ...commonFields(entry)), entry.name]));
      put(bytes);
    },
    bytes() {
      const directory = Buffer.concat(entries.flatMap((entry) => [inDirectory(entry), entry.name]));
      const at = size;
      if (entries.length > mostFiles || at + directory.length > mostBytes)
        throw new RangeError("An archive would be larger than its form holds");
      put(directory);
      const [count, length] = [entries.length, directory.length];
      put(fields([4, 0x06_05_4b_50], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, at], [2, 0]));
      return new Uint8Array(Buffer.concat(parts, size));
    },
  };
}

type Field = readonly [bytes: 2 | 4, value: number];

// The version that can read it, no flags, nothing packed, then the day, the check and both sizes.
function commonFields({ name, check, size }: Entry): readonly Field[] {
  return [
    ...([10, 0, 0, noTime, firstDay] as const).map((value): Field => [2, value]),
    [4, check],
    [4, size],
    [4, size],
    [2, name.length],
    [2, 0],
  ];
}

function inDirectory(entry: Entry): Buffer {
  return fields([4, 0x02_01_4b_50], [2, 10], ...commonFields(entry), [2, 0], [2, 0], [2, 0], [4, 0], [4, entry.at]);
}

function fields(...all: readonly Field[]): Buffer {
  const written = Buffer.alloc(all.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of all) at = written.writeUIntLE(value, at, bytes);
  return written;
}
