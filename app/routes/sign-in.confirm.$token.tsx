// Finish signing in by a link. Opening it changes nothing; the button does.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findSignIn, signInWithLink } from "#app/services/accounts.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { openToAll } from "#app/web/guards.server.ts";
import { goOnSignedIn } from "#app/web/responses.server.ts";
import { publicShell } from "#app/web/shell.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context } = await openToAll(request);
  const found = await findSignIn(context, params["token"] ?? "");
  // The address holds the link's secret, so the page does not repeat it.
  return { shell: await publicShell(context, "/"), name: found?.name ?? null, mailIsSet: context.mailIsSet };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context } = await openToAll(request);
  const signedIn = await signInWithLink(context, params["token"] ?? "");
  if (!signedIn.ok) return redirect(new URL(request.url).pathname, 303);
  return goOnSignedIn(context, "/today", signedIn.value.session);
}

export default function FinishSigningIn() {
  const { shell, name, mailIsSet } = useLoaderData<typeof loader>();
  if (name === null) {
    return (
      <Page shell={shell} heading="That link has stopped working">
        <p>Links work for 24 hours. {mailIsSet ? "Ask for a new one." : "Sign in with your password instead."}</p>
        <p>
          <a className="target" href="/sign-in">
            {mailIsSet ? "Send a new link" : "Sign in"}
          </a>
        </p>
      </Page>
    );
  }
  return (
    <Page shell={shell} heading="Finish signing in">
      <PageForm>
        <FormButtons primary={`Sign in as ${name}`} />
      </PageForm>
    </Page>
  );
}
