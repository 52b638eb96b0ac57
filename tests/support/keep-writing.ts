// A process that saves for as long as it lives, and says each save aloud once it is saved: to be killed in the middle.
import { readFileSync, writeSync } from "node:fs";
import { instantOf } from "#app/domain/basics/dates.ts";
import { record } from "#db/audit.ts";
import { openDatabase } from "#db/open.ts";
import { attempts } from "#db/schema.ts";
import { makeVault } from "#db/vault.ts";

const [file = "", keyFile = "", cycle = ""] = process.argv.slice(2);
const vault = makeVault(new Map([[1, Buffer.from(readFileSync(keyFile, "utf8"), "hex")]]));
const now = instantOf("2026-11-23T10:00:00.000Z");
const database = await openDatabase({ file, vault });
for (let count = 0; ; count += 1) {
  const key = `${cycle}-${count}`;
  await database.change(async (tx) => {
    await tx.insert(attempts).values({ key, count, since: now });
    await record({ vault, now }, tx, {
      organisationId: "o",
      actor: { kind: "program", id: "test" },
      action: "wrote",
      subject: { kind: "row", id: key },
    });
  });
  writeSync(1, `${key}\n`);
}
