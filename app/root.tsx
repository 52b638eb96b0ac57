// The document every page is drawn in. No script is sent: every page works by links and forms.
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Links, Outlet, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { randomBytes } from "node:crypto";
import type { ReactNode } from "react";
import { displayAttributes, displayPreferencesIn, standardDisplay } from "#app/ui/display-preferences.ts";
import { FormSecrets, Page } from "#app/ui/page-frame.tsx";
import stylesheet from "#app/styles/app.scss?url";
import { formTokenFor } from "#app/web/form-token.server.ts";
import { openToAll } from "#app/web/guards.server.ts";
import { publicShell } from "#app/web/shell.server.ts";

export const links: LinksFunction = () => [
  { rel: "preload", href: "/fonts/atkinson-hyperlegible-next-latin-400.woff2", as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/images/icon.svg", type: "image/svg+xml" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const { context, session, path } = await openToAll(request);
  return {
    preferences: displayPreferencesIn(request.headers.get("Cookie")),
    formToken: formTokenFor(context.vault, session),
    intentKey: randomBytes(12).toString("base64url"),
    shell: await publicShell(context, path),
  };
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  return (
    <html lang="en-GB" {...displayAttributes(data?.preferences ?? standardDisplay)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title></title>
        <Links />
      </head>
      <body>
        <FormSecrets.Provider value={{ formToken: data?.formToken ?? "", intentKey: data?.intentKey ?? "" }}>
          {children}
        </FormSecrets.Provider>
      </body>
    </html>
  );
}

export default function Root() {
  useLoaderData<typeof loader>();
  return <Outlet />;
}

export function ErrorBoundary() {
  const problem = useRouteError();
  const data = useRouteLoaderData<typeof loader>("root");
  const shell = data?.shell ?? {
    organisation: "Welcome Table",
    home: "/",
    contact: { name: "the person who looks after this service" },
    version: "",
  };
  if (isRouteErrorResponse(problem) && problem.status === 404) {
    return (
      <Page shell={shell} heading="We cannot find that page">
        <p>Check the address, or go back to the start. Nothing you told us has been lost.</p>
        <p>
          <a className="target" href={shell.home}>
            Go to the start
          </a>
        </p>
      </Page>
    );
  }
  if (isRouteErrorResponse(problem) && problem.status < 500) {
    return (
      <Page shell={shell} heading="We could not accept that form">
        <p>Nothing was saved. Go back to the page, open it again and send the form from there.</p>
        <p>
          <a className="target" href={shell.home}>
            Go to the start
          </a>
        </p>
      </Page>
    );
  }
  return (
    <Page shell={shell} heading="Sorry, something went wrong">
      <p>
        Your last saved answers are safe. Try again in a few minutes. If it still does not work, {shell.contact.name} can do this with you.
      </p>
      <p>
        <a className="target" href={shell.here ?? "/"}>
          Try again
        </a>
      </p>
    </Page>
  );
}
