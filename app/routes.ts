import type { RouteConfig } from "@remix-run/route-config";
import { flatRoutes } from "@remix-run/fs-routes";

// Routes are files in app/routes, named as experience.md 3.3 names their addresses.
export default flatRoutes() satisfies RouteConfig;
