// Settings: everything administrators look after, as lists of links.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { requireAdministrator } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  return {
    shell: staffShell(visit),
    isExample: visit.organisation.isExample,
    isCoordinator: visit.account.roles.includes("coordinator"),
    mailIsSet: visit.context.mailIsSet,
  };
}

export default function Settings() {
  const { shell, isExample, isCoordinator, mailIsSet } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Settings">
      <LinkList
        links={[
          { href: "/settings/organisation", text: "Organisation details" },
          { href: "/settings/people", text: "People and roles" },
        ]}
      />
      <h2>Money</h2>
      <LinkList
        links={[
          { href: "/settings/rates", text: "Payment rates and costs" },
          { href: "/settings/paying", text: "How we pay" },
          { href: "/settings/tax", text: "Tax and employment status" },
          { href: "/settings/bank-check", text: "Bank number check" },
        ]}
      />
      <h2>Benefits and advice</h2>
      <LinkList
        links={[
          { href: "/settings/rules", text: "Benefit and tax rules" },
          { href: "/settings/advisers", text: "Advisers" },
        ]}
      />
      <h2>Who you work with</h2>
      <LinkList
        links={[
          ...(isCoordinator ? [{ href: "/suppliers", text: "Suppliers" }] : []),
          { href: "/settings/charities", text: "Charities people can choose" },
        ]}
      />
      <h2>People&apos;s data</h2>
      <LinkList links={[{ href: "/settings/privacy", text: "Privacy and keeping data" }]} />
      <h2>What people are sent</h2>
      <LinkList
        links={[
          { href: "/settings/messages", text: "Messages" },
          { href: "/settings/videos", text: "BSL videos" },
        ]}
      />
      <h2>This program</h2>
      <p>
        {mailIsSet
          ? "A mail server is set up. Messages are sent by email."
          : "No mail server is set up, so messages are shown on screen and can be printed. Sign-in links by email are switched off, and a password alone signs in."}
      </p>
      <LinkList
        links={[
          { href: "/settings/health", text: "Is everything working?" },
          { href: "/settings/history", text: "History of settings" },
          ...(isExample ? [{ href: "/settings/example", text: "Clear the example" }] : []),
        ]}
      />
    </Page>
  );
}
