// Every address the build serves, made concrete with real ids, and who each loader and action lets in by its own first
// statement. A route with a parameter or an authoriser that is not listed here fails the tests that walk the routes.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ServerBuild } from "@remix-run/server-runtime";
import ts from "typescript";

/** The kinds of visitor the authorisers tell apart. */
export type Role = "coordinator" | "finance-check" | "finance-authorise" | "auditor" | "administrator" | "attendee" | "venue-manager";

/** Each authoriser, and whom it lets in. "anybody" makes a public route, which has to be listed by name in authorisers.test.ts. */
export const authorisers: Readonly<Record<string, "anybody" | readonly Role[]>> = {
  openToAll: "anybody",
  requireStaff: ["coordinator", "finance-check", "finance-authorise", "auditor", "administrator"],
  requireCoordinator: ["coordinator"],
  requireFinance: ["finance-check", "finance-authorise"],
  requireFinanceReader: ["finance-check", "finance-authorise", "auditor"],
  requireAdministrator: ["administrator"],
  requireAttendee: ["attendee"],
  requireAnyAttendee: ["attendee"],
  requireVenueManager: ["venue-manager"],
};

/** Functions that call an authoriser before anything else: where each is written, and which authoriser it calls. */
export const helpersThatAuthorise: Readonly<Record<string, { readonly file: string; readonly calls: string }>> = {
  requireAttendeePage: { file: "app/web/attendee-page.server.ts", calls: "requireAttendee" },
  requirePhonePage: { file: "app/web/phone-page.server.ts", calls: "requireCoordinator" },
  requireClaimToFillIn: { file: "app/web/claim-page.server.ts", calls: "requireAttendeePage" },
};

/** What the first statement of a loader or an action awaits, or why it does not authorise. */
export type FirstStatement = { readonly authoriser: string } | { readonly fault: string };

/** Whom a loader or action lets in. Throws for an authoriser that is not listed. */
export function letsIn(authoriser: string): "anybody" | readonly Role[] {
  const calls = helpersThatAuthorise[authoriser]?.calls;
  if (calls !== undefined) return letsIn(calls);
  const roles = authorisers[authoriser];
  if (roles === undefined) throw new Error(`Nobody has said whom ${authoriser} lets in: add it to tests/support/routes.ts`);
  return roles;
}

/** Reads what the exported loader and action of a route file do first. */
export function firstStatementsIn(fileName: string, source: string): Readonly<Partial<Record<"loader" | "action", FirstStatement>>> {
  const file = ts.createSourceFile(
    fileName,
    source,
    ts.ScriptTarget.Latest,
    true,
    fileName.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: Partial<Record<"loader" | "action", FirstStatement>> = {};
  const note = (name: string | undefined, statement: FirstStatement): void => {
    if (name === "loader" || name === "action") found[name] = statement;
  };
  for (const statement of file.statements) {
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      for (const element of statement.exportClause.elements) {
        note(element.name.text, { fault: "it is exported from elsewhere: write it as a function of the route" });
      }
    }
    if (!ts.canHaveModifiers(statement) || !ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
    if (ts.isFunctionDeclaration(statement)) note(statement.name?.text, firstAwaited(statement.body));
    if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) {
        note(name.getText(file), { fault: "it is a constant: write it as a function of the route" });
      }
    }
  }
  return found;
}

/** What the first statement of one exported function of a file awaits. */
export function firstStatementOf(fileName: string, source: string, name: string): FirstStatement {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true);
  const wanted = file.statements.find((statement) => ts.isFunctionDeclaration(statement) && statement.name?.text === name);
  return wanted && ts.isFunctionDeclaration(wanted) ? firstAwaited(wanted.body) : { fault: `${fileName} has no function ${name}` };
}

function firstAwaited(body: ts.Block | undefined): FirstStatement {
  const [first] = body?.statements ?? [];
  if (first === undefined) return { fault: "it does nothing at all" };
  const expression = ts.isExpressionStatement(first)
    ? first.expression
    : ts.isVariableStatement(first) && first.declarationList.declarations.length === 1
      ? first.declarationList.declarations[0]?.initializer
      : undefined;
  if (expression === undefined || !ts.isAwaitExpression(expression))
    return { fault: `its first statement awaits nothing: ${first.getText()}` };
  const call = expression.expression;
  if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) return { fault: `its first statement calls no function by name` };
  const [request] = call.arguments;
  if (request === undefined || !ts.isIdentifier(request) || request.text !== "request") {
    return { fault: `its first statement does not pass the request to ${call.expression.text}` };
  }
  return { authoriser: call.expression.text };
}

/** A route with an address: what it serves and whom each half lets in. */
export type ServedRoute = {
  readonly id: string;
  readonly pattern: string;
  readonly file: string;
  readonly hasPage: boolean;
  readonly loader: string | null;
  readonly action: string | null;
};

/** Every route of the build that has an address, in the order of its manifest. */
export function servedRoutes(build: ServerBuild): readonly ServedRoute[] {
  return Object.values(build.routes)
    .filter((route) => route.id !== "root")
    .map((route) => {
      const file = routeFile(route.id);
      const first = firstStatementsIn(file, readFileSync(file, "utf8"));
      const authoriserOf = (half: "loader" | "action"): string | null => {
        if (route.module[half] === undefined) return null;
        const statement = first[half];
        if (statement === undefined || "fault" in statement) throw new Error(`The ${half} of ${route.id} does not authorise itself first`);
        return statement.authoriser;
      };
      return {
        id: route.id,
        pattern: `/${route.path ?? ""}`,
        file,
        hasPage: route.module.default !== undefined,
        loader: authoriserOf("loader"),
        action: authoriserOf("action"),
      };
    });
}

function routeFile(id: string): string {
  const beginning = join("app", id);
  const file = [`${beginning}.tsx`, `${beginning}.ts`, join(beginning, "route.tsx"), join(beginning, "route.ts")].find((name) =>
    existsSync(name),
  );
  if (file === undefined) throw new Error(`The route ${id} has no file: the build is older than the files, so build again`);
  return file;
}

/** Real ids of one organisation, to make addresses with. Null where it has no such thing yet. */
export type Ids = {
  readonly meeting: string;
  readonly person: string | null;
  readonly venue: string | null;
  readonly venueRequest: string | null;
  readonly booking: string | null;
  readonly claim: string | null;
  readonly claimReference: string | null;
  readonly claimLine: string | null;
  readonly invitation: string | null;
  readonly message: string | null;
  readonly rateCard: string | null;
  readonly file: string | null;
  readonly staff: string | null;
  readonly run: string | null;
  readonly print: string | null;
  readonly layout: string | null;
};

/** A secret of the right shape that opens nothing: whoever holds a real link is let in, and that is not what these tests ask. */
export const unknownToken = "A".repeat(43);

// The one table of parameters. A parameter that stands for different things in different places says so by its pattern.
const parameters: Readonly<Record<string, (ids: Ids, pattern: string) => string | null>> = {
  reference: ({ meeting }) => meeting,
  ref: ({ meeting }) => meeting,
  pid: ({ person }) => person,
  sid: ({ staff }) => staff,
  vid: ({ venue }) => venue,
  // Nobody has asked for costs before a meeting in these tests: the address is there, and the request is not.
  rid: ({ venueRequest }, pattern) =>
    pattern.includes("checklist") || pattern.includes("/venue/requests/")
      ? venueRequest
      : pattern.includes("requirements")
        ? "bsl-interpreter"
        : null,
  // The organisations of these tests have no suppliers, photos or problems of venues, and no letters to post.
  letter: () => null,
  layout: ({ layout }) => layout,
  supplier: () => null,
  photo: () => null,
  problem: () => null,
  // Nobody in them has asked to be deleted.
  asked: () => null,
  // Nobody is on file twice in them, and nobody was merged.
  other: () => null,
  merge: () => null,
  // Nobody has said that a payment went wrong.
  complaint: () => null,
  // Nothing is in a log of vouchers.
  voucher: () => null,
  feature: () => "entrance-door-width",
  bid: ({ booking, run }, pattern) => (pattern.includes("batches") ? run : booking),
  number: () => "1",
  job: ({ print }) => print,
  cid: ({ claim }, pattern) => (pattern.includes("conflicts") ? "quiet-or-lively" : claim),
  lid: ({ claimLine }) => claimLine,
  // A list read from a file is its uploader's alone, and nobody has one open.
  iid: () => null,
  // No private letter waits in these tests.
  message: ({ message }, pattern) =>
    pattern.includes("/private-letters/") ? null : pattern.startsWith("/settings/") ? "invitation" : message,
  size: () => "12",
  card: ({ rateCard }, pattern) => (pattern.startsWith("/payments/rates/") ? rateCard : "speak"),
  tid: () => "000000000000000000000000",
  file: ({ file }, pattern) =>
    pattern.includes("receipts")
      ? file
      : pattern.includes("role-card")
        ? "card-for-chair-12-point.pdf"
        : pattern.includes("fact-sheet")
          ? "venue-fact-sheet-12-point.pdf"
          : "access-plan-12.pdf",
  token: () => unknownToken,
  topic: () => "senses",
  slot: () => "invitation",
  step: (_ids, pattern) => (pattern.includes("/access/") ? "topics" : pattern.includes("/feedback/") ? "said" : "keep"),
  document: () => "access-plan",
};

/** Whether an address names a thing of one organisation: examples of messages and places for videos are the program's own, and the same in each. */
export function namesAThing(pattern: string): boolean {
  return pattern.includes(":") && pattern !== "/settings/messages/:message" && pattern !== "/settings/videos/:slot";
}

/** The address of a route with an organisation's ids in it. Throws for a parameter nobody has listed. */
export function addressOf(pattern: string, ids: Ids): string {
  return pattern.replace(/\*$/u, "no/such/page").replace(/:([A-Za-z]+)\??/gu, (_whole, name: string) => {
    const value = parameters[name];
    if (value === undefined) {
      throw new Error(`The route ${pattern} has the parameter ":${name}": say what it stands for in the table of tests/support/routes.ts`);
    }
    return encodeURIComponent(value(ids, pattern) ?? "AAAAAAAAAAAAAAAA");
  });
}
