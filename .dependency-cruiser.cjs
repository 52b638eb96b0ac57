// Who may import whom (README, "The map"). Each message says where the thing belongs.
const within = (folder) => `^${folder}/`;

/** A folder, the folders it may import (besides itself and packages), and where other things belong. */
const may = [
  ["app/domain/basics", [], "The basics stand on nothing but themselves."],
  [
    "app/domain/(people|access|payments)",
    ["app/domain/basics"],
    "Subjects of the core do not know each other: meetings and benefits bring them together.",
  ],
  ["app/domain/meetings", ["app/domain/access", "app/domain/basics"], "Planning a meeting knows access and nothing of money."],
  ["app/domain/benefits", ["app/domain/payments", "app/domain/basics"], "Benefits know payments and nothing of access."],
  ["app/words", ["app/domain"], "Words turn values into sentences; documents, pages and services use them, not the other way round."],
  [
    "app/documents/catalogue",
    ["app/documents/model", "app/words", "app/domain"],
    "A document says what is in it; how it is drawn belongs in app/documents/render.",
  ],
  ["app/documents/render", ["app/documents", "app/domain/basics", "app/words/format"], "Renderers know blocks, not subjects."],
  ["db", ["app/domain"], "Stores hold and find; deciding belongs in the core, and permission in services."],
  [
    "app/services",
    ["app/domain", "app/words", "app/documents", "db"],
    "Services know nothing of pages: HTTP belongs in app/web and app/routes.",
  ],
  [
    "app/web",
    ["app/services", "app/words", "app/domain", "app/ui", "db/vault"],
    "The web layer translates; it asks a service instead of the database.",
  ],
  ["app/ui", ["app/words", "app/domain", "app/documents/(model|scan-squares|card-shapes)"], "Components get everything as props."],
  [
    "app/routes",
    ["app/web", "app/services", "app/ui", "app/words", "app/domain", "app/documents/model"],
    "A route asks one service and draws the answer.",
  ],
  ["scripts", ["app", "db"], "Scripts use the program; nothing uses scripts."],
];

module.exports = {
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      comment: "Two things that need each other are one thing, or a third is missing between them.",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      severity: "error",
      comment: "Nothing uses this file.",
      from: {
        orphan: true,
        pathNot: "\\.d\\.ts$|^app/(root|entry\\.server|routes)\\b|^app/routes/|^scripts/|app/domain/basics/sources|^db/migrations",
      },
      to: {},
    },
    {
      name: "nobody-imports-tests",
      severity: "error",
      comment: "Tests use the program, never the other way round.",
      from: { path: "^(app|db|scripts)/" },
      to: { path: "^tests/" },
    },
    {
      name: "only-dates-uses-date-fns",
      severity: "error",
      comment: "Dates belong in app/domain/basics/dates.ts.",
      from: { pathNot: "^app/domain/basics/dates\\.ts$" },
      to: { path: "date-fns" },
    },
    {
      name: "only-pdf-uses-pdfkit",
      severity: "error",
      comment: "Only app/documents/render knows pdfkit.",
      from: { pathNot: "^(app/documents|tests)/" },
      to: { path: "node_modules/pdfkit" },
    },
    {
      name: "one-benefit-one-file",
      severity: "error",
      comment: "A benefit's file does not know another benefit's: what they share belongs in app/domain/benefits.",
      from: { path: "^app/domain/benefits/catalogue/(?!index)" },
      to: { path: "^app/domain/benefits/catalogue/" },
    },
    ...may.map(([folder, allowed, comment]) => ({
      name: `${folder.replace(/[^a-z]+/g, "-")}-imports`,
      severity: "error",
      comment,
      from: { path: within(folder) },
      to: { path: "^(app|db|scripts|tests)/", pathNot: [within(folder), ...allowed.map((place) => `^${place}`)].join("|") },
    })),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { conditionNames: ["import", "node", "types"], extensions: [".ts", ".tsx", ".js", ".mjs"] },
    moduleSystems: ["es6", "cjs"],
  },
};
