// The routes of the build: which one an address means, and a handler that knows no others. The framework goes through all
// its routes several times for each request it answers; given only those that could be meant, it finds the same one sooner.
import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/server-runtime";

export type ServedRoutes = {
  /** The pattern of the most exact route an address fits, for the log: never the address itself. */
  readonly patternOf: (pathname: string) => string;
  /** Answers a request as the framework would with every route of the build at hand. */
  readonly answer: (request: Request) => Promise<Response>;
};

type Route = { readonly id: string; readonly pattern: string; readonly fits: RegExp };

/** Makes the table of routes of a build. An address that cannot be decoded has no route: the server refuses it before it asks. */
export function servedRoutes(build: ServerBuild): ServedRoutes {
  const routes = routesOf(build);
  const handlers = new Map<string, RequestHandler>();
  return {
    patternOf(pathname) {
      if (pathname === "/") return "/";
      if (pathname.startsWith("/assets/") || pathname.startsWith("/fonts/")) return "(a file)";
      return routes.find(({ fits }) => fits.test(pathname))?.pattern ?? "(no such page)";
    },
    answer(request) {
      const ids = routesMeantBy(routes, new URL(request.url).pathname);
      const key = ids.join(" ");
      const known = handlers.get(key);
      if (known !== undefined) return known(request);
      const handler = frameworkWithOnly(build, ids);
      handlers.set(key, handler);
      return handler(request);
    },
  };
}

/** The framework alone, with nothing of ours in front and only these routes and what they stand in; it chooses among them by its own rules. */
export function frameworkWithOnly(build: ServerBuild, ids: readonly string[]): RequestHandler {
  const kept = new Set(["root", ...ids.flatMap((id) => withAllItStandsIn(build.routes, id))]);
  const only = <Of>(all: Readonly<Record<string, Of>>): Record<string, Of> =>
    Object.fromEntries(Object.entries(all).filter(([id]) => kept.has(id)));
  return createRequestHandler(
    { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } },
    "production",
  );
}

// Every route whose pattern fits, never fewer than the framework would find: capitals, a slash at the end and signs written
// in their coded form are read as the framework reads them.
function routesMeantBy(routes: readonly Route[], pathname: string): readonly string[] {
  const address = pathname
    .split("/")
    .map((part) => decodeURIComponent(part).replace(/\//gu, "%2F"))
    .join("/");
  return routes.filter(({ fits }) => fits.test(address)).map(({ id }) => id);
}

function withAllItStandsIn(routes: ServerBuild["routes"], id: string): readonly string[] {
  const above = routes[id]?.parentId;
  return above === undefined ? [id] : [...withAllItStandsIn(routes, above), id];
}

function routesOf(build: ServerBuild): readonly Route[] {
  return Object.keys(build.routes)
    .flatMap((id) => {
      const path = withAllItStandsIn(build.routes, id)
        .map((each) => build.routes[each]?.path)
        .filter(Boolean)
        .join("/");
      return id === "root" ? [] : [{ id, pattern: `/${path}` }];
    })
    .toSorted((one, other) => openness(one.pattern) - openness(other.pattern))
    .map(({ id, pattern }) => ({ id, pattern, fits: fitting(pattern) }));
}

function fitting(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/\*/gu, ".*").replace(/:[^/.]+/gu, "[^/]+")}/*$`, "iu");
}

// How much a pattern leaves open: the most exact one that fits comes first, and the page for everything else last.
function openness(pattern: string): number {
  return pattern.endsWith("*") ? Infinity : pattern.split(":").length;
}
