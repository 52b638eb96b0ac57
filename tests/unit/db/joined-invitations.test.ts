// Two invitations of one person made one: nothing that hangs from either is forgotten.
import { getTableColumns, getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import * as schema from "#db/schema.ts";
import { partsSealedForInvitation, partsThatMove } from "#db/stores/joined-invitations.ts";

test("every table whose rows hang from an invitation moves with it, or is sealed again for it", () => {
  const known = [...Object.values(partsSealedForInvitation), ...Object.values(partsThatMove)].map(({ table }) => getTableName(table));
  const hanging = Object.values(schema as Record<string, unknown>)
    .filter((one): one is SQLiteTable => is(one, SQLiteTable))
    .filter((table) => Object.hasOwn(getTableColumns(table), "invitationId"))
    .map((table) => getTableName(table));
  expect(known.toSorted()).toEqual(hanging.toSorted());
});
