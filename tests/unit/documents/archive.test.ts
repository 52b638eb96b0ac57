// Several files as one, read back by its published form.
import fc from "fast-check";
import { expect, test } from "vitest";
import { openArchive } from "#app/documents/archive.ts";
import { filesIn } from "#tests/support/archives.ts";

const someFiles = fc.uniqueArray(
  fc.record({ name: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.-]{0,20}$/u), bytes: fc.uint8Array({ maxLength: 2_000 }) }),
  { selector: ({ name }) => name, maxLength: 40 },
);

test("for any files, the archive gives back the same names and the same bytes in the same order, and is the same each time", () => {
  fc.assert(
    fc.property(someFiles, (files) => {
      const packed = () => {
        const archive = openArchive();
        for (const file of files) archive.add(file);
        return archive.bytes();
      };
      const bytes = packed();
      expect(filesIn(bytes)).toEqual(files.map(({ name, bytes: own }) => ({ name, bytes: own })));
      expect(packed()).toEqual(bytes);
    }),
  );
});

test("a name twice, a name with a folder in it and a name that hides are refused", () => {
  const archive = openArchive();
  archive.add({ name: "1-form.pdf", bytes: new Uint8Array([1]) });
  for (const name of ["1-form.pdf", "../form.pdf", "a/b.pdf", ".form.pdf", "", "form\u0000.pdf"])
    expect(() => archive.add({ name, bytes: new Uint8Array() })).toThrow(RangeError);
  expect(filesIn(archive.bytes())).toHaveLength(1);
});
