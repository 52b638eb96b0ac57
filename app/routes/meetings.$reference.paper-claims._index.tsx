// The claims of a meeting, for typing in what came on paper or was told by phone.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paperClaimsOf } from "#app/services/paper-claims.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { StatusTag, type StatusWord } from "#app/ui/status-tag.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { inFours, list, longDate } from "#app/words/format.ts";
import { claimStateNames } from "#app/words/payments.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await paperClaimsOf(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { meeting, claims } = found.value;
  return {
    shell: staffShell(visit),
    nav: meetingNav(meeting.reference, visit.path),
    caption: meeting.date === null ? meeting.name : `${meeting.name}, ${longDate(meeting.date)}`,
    attendanceHref: `/meetings/${meeting.reference}/attendance`,
    lettersHref: `/meetings/${meeting.reference}/private-letters`,
    rows: claims.map(({ claimId, person, reference, state, mayBeTyped, typedBy }) => ({
      key: claimId,
      person,
      href: mayBeTyped ? `/meetings/${meeting.reference}/paper-claims/${claimId}` : null,
      reference: inFours(reference),
      state: (state === "open" ? "Not started" : claimStateNames[state]) as StatusWord,
      stateText: state === "open" ? "Not sent" : undefined,
      typedBy: list(typedBy),
    })),
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

const notices: Readonly<Record<string, { readonly heading: string; readonly children: string }>> = {
  sent: { heading: "Sent", children: "The claim goes to be checked by somebody else. We told the person what you typed in." },
  nothing: { heading: "Saved", children: "They chose no payment and no costs, so there is nothing to claim." },
};

export default function PaperClaims() {
  const { shell, nav, caption, attendanceHref, lettersHref, rows, saved } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="Claims on paper or by phone"
      caption={caption}
      meetingNav={nav}
      width="wide"
      back={{ href: attendanceHref, text: "Attendance and claims" }}
      notice={saved === null ? undefined : notices[saved]}
    >
      <p>
        Type in what somebody wrote on their form, or told you by phone. They are told what you typed in. Somebody else checks and
        authorises the claim.
      </p>
      <LinkList
        links={[
          { href: "/payments/claims/new-from-paper", text: "Find a claim by the reference on its form" },
          { href: lettersHref, text: "Private letters, to read their own answers back" },
        ]}
      />
      {rows.length === 0 ? (
        <p>No claims are open yet. Claims open when you save who took part.</p>
      ) : (
        <DataTable
          id="paper-claims"
          caption="Claims of this meeting, by name"
          columns={[{ header: "Name" }, { header: "Reference on the form" }, { header: "Typed in by" }, { header: "State" }]}
          rows={rows.map(({ key, person, href, reference, state, stateText, typedBy }) => ({
            key,
            cells: [
              href === null ? (
                person
              ) : (
                <a key="link" className="target" href={href}>
                  {person}
                </a>
              ),
              reference,
              typedBy === "" ? "Nobody" : typedBy,
              <StatusTag key="state" status={state} text={stateText} />,
            ],
          }))}
        />
      )}
    </Page>
  );
}
