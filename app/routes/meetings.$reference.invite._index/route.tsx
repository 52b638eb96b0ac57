// Invite people, step 1: who. Nobody is invited on this page.
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { choosePeople, listInvitable } from "#app/services/invitations.server.ts";
import { findMeetingFor } from "#app/services/meetings.server.ts";
import { addPerson } from "#app/services/people.server.ts";
import { ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes } from "#app/ui/choices.tsx";
import { LongField, TextField } from "#app/ui/fields.tsx";
import { Filters } from "#app/ui/filters.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { meetingWithDate, newPersonSentence, preferredContactNames } from "#app/words/meetings.ts";
import { byPostFrom, inviteForm } from "./form.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findMeetingFor(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { id, reference, name, date, state } = found.value;
  const { searchParams } = new URL(request.url);
  const search = (searchParams.get("name") ?? "").trim();
  const people = await listInvitable(visit.context, visit.coordinator, id);
  return {
    shell: staffShell(visit),
    held: visit.held,
    reference,
    caption: meetingWithDate(name, date),
    meetingNav: meetingNav(reference, visit.path),
    cannot:
      state === "draft" ? ("draft" as const) : state !== "open" || (date !== null && date < visit.context.today) ? ("over" as const) : null,
    search,
    everybody: people.length,
    people: people.filter((person) => person.name.toLowerCase().includes(search.toLowerCase())),
    wasCreated: searchParams.get("saved") === "created",
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const form = await readForm(request, inviteForm);
  if (!form.ok) return mend(form.answer);
  const reference = params["reference"] ?? "";
  const byPost = byPostFrom(form.value);
  if (form.button === "add-person") {
    if (byPost === null) return mend(problemWith("postName", "Enter their full name", form.typed));
    const facts = { ...byPost, email: "", phone: "", preferredContact: "letter" as const, neutralSubject: false, safeContact: "" };
    const added = await addPerson(context, coordinator, facts, form.intent);
    if (!added.ok) return mend(problemWith("postLine1", "Enter the first line of the address", form.typed));
    // Everything else that was typed stays, with the new person ticked.
    const known = [...(form.typed["known"] ?? []), added.value.personId];
    const typed = { ...form.typed, known, postName: [], postLine1: [], postLine2: [], postTown: [], postPostcode: [] };
    return data({ problems: [], typed, added: byPost.name });
  }
  const chosen = await choosePeople(
    context,
    coordinator,
    reference,
    { known: form.value.known, newPeople: form.value.newPeople, byPost },
    form.intent,
  );
  if (chosen.ok) return goOn(`/meetings/${reference}/invite/message?people=${chosen.value.join(",")}`);
  const { refusal } = chosen;
  switch (refusal.reason) {
    case "not-found":
      throw notFound();
    case "nobody":
      return mend(problemWith("newPeople", "Choose or add at least 1 person", form.typed));
    case "already-on-list":
      return mend(problemWith("newPeople", `${refusal.email} is already on the list`, form.typed));
    case "lines":
      return mend({
        problems: refusal.problems.map((problem) => ({ field: "newPeople", message: newPersonSentence(problem) })),
        typed: form.typed,
      });
  }
}

const postLines = [
  { name: "postLine1", label: "Address line 1", token: "address-line1" },
  { name: "postLine2", label: "Address line 2", token: "address-line2", optional: true },
  { name: "postTown", label: "Town or city", token: "address-level2", optional: true },
  { name: "postPostcode", label: "Postcode", token: "postal-code", width: 10, hint: "For example, LS1 4AP" },
] as const satisfies readonly {
  readonly name: string;
  readonly label: string;
  readonly token: string;
  readonly optional?: boolean;
  readonly width?: 10;
  readonly hint?: string;
}[];

const cannotWords = {
  draft: "This meeting is not created yet. Finish it first, then invite people.",
  over: "This meeting is over, so nobody can be invited to it now.",
};

export default function Invite() {
  const {
    shell,
    held,
    reference,
    caption,
    meetingNav: nav,
    cannot,
    search,
    everybody,
    people,
    wasCreated,
  } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const added = useActionData<{ readonly added?: string }>()?.added;
  const notice = added
    ? { heading: "Saved", children: `${added} is added and ticked below.` }
    : wasCreated
      ? { heading: "Meeting created", children: "Now invite people." }
      : undefined;
  const heading = "Who would you like to invite?";
  if (cannot !== null) {
    return (
      <Page shell={shell} heading={heading} caption={caption} meetingNav={nav}>
        <p>{cannotWords[cannot]}</p>
        <ButtonLink href={cannot === "draft" ? `/meetings/${reference}/edit/check` : `/meetings/${reference}/people`}>
          {cannot === "draft" ? "Finish the meeting" : "See who was invited"}
        </ButtonLink>
      </Page>
    );
  }
  const toChoose = people.filter((person) => !person.isInvited);
  // Somebody who is ticked stays on the page even when a search would hide them.
  const ticked = answer.values("known");
  const invited = people.length - toChoose.length;
  return (
    <Page shell={shell} heading={heading} caption={caption} meetingNav={nav} notice={notice} held={held}>
      {everybody > 8 ? (
        <Filters
          action={`/meetings/${reference}/invite`}
          button="Search"
          result={search === "" ? undefined : `Showing ${people.length} of ${everybody}`}
        >
          <TextField name="name" type="search" label="Find people you already know" value={search} autoComplete="off" />
        </Filters>
      ) : null}
      <PageForm>
        <h2>People you already know</h2>
        {toChoose.length === 0 ? (
          <p>
            {search !== ""
              ? `Nobody matches '${search}'.`
              : invited > 0
                ? "Everybody you know is invited already."
                : "You have not added anyone yet. Add new people below."}
          </p>
        ) : (
          <Checkboxes
            name="known"
            legend="Choose people"
            options={toChoose.map((person) => ({
              value: person.personId,
              label: `${person.name}, ${preferredContactNames[person.preferredContact]}`,
              ...(person.hasSavedProfile ? { hint: "has a saved access profile" } : {}),
            }))}
            values={ticked}
            error={answer.error("known")}
          />
        )}
        {invited > 0 ? <p className="note">People who are invited already are not in this list: {invited}.</p> : null}
        <h2>New people</h2>
        <LongField
          name="newPeople"
          label="One person per line: name, then email or phone"
          hint="For example: Sam Okoro, sam@example.org"
          limit={20_000}
          value={answer.value("newPeople")}
          error={answer.error("newPeople")}
        />
        <h2>People without email or phone</h2>
        <TextField
          name="postName"
          label="Full name"
          hint="Use the name they want us to use."
          autoComplete="off"
          spellCheck={false}
          value={answer.value("postName")}
          error={answer.error("postName")}
        />
        {postLines.map(({ name, label, token, ...more }) => (
          <TextField
            key={name}
            name={name}
            label={label}
            {...more}
            autoComplete={token}
            value={answer.value(name)}
            error={answer.error(name)}
          />
        ))}
        <FormButtons secondary={[{ intent: "add-person", text: "Add person" }]} />
      </PageForm>
    </Page>
  );
}
