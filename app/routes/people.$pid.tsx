// One person: how to reach them safely, and the meetings they were asked to. Benefits, bank and payment are never here.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { findPersonFor, savePerson } from "#app/services/people.server.ts";
import { listMergesOf } from "#app/services/person-merges.server.ts";
import { sharedAnswersOf, type SharedAnswers } from "#app/services/shared-answers.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Tick } from "#app/ui/choices.tsx";
import { LongField } from "#app/ui/fields.tsx";
import { Item, Items, LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { dayIn } from "#app/domain/basics/dates.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { easyReadPromise } from "#app/words/easy-messages.ts";
import { longDate } from "#app/words/format.ts";
import { changedMeanwhile, meetingWithDate, replyWords } from "#app/words/meetings.ts";
import { mergeLinkWords } from "#app/words/person-merges.ts";
import { ContactFields } from "./people._index/fields.tsx";
import { personFactsFrom, personForm } from "./people._index/form.ts";

const notices = {
  yes: { heading: "Saved", children: "The contact details are saved." },
  merged: { heading: "Merged", children: "The two records are one now." },
  apart: { heading: "Saved", children: "The two records are apart again." },
} as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findPersonFor(visit.context, visit.coordinator, params["pid"] ?? "");
  if (!found.ok) throw found.refusal === "not-found" ? notFound() : goOn(`/people/${found.refusal.mergedInto}`);
  const { agreedAt, personId } = found.value;
  const asked = new URL(request.url).searchParams;
  const saved = asked.get("saved");
  const wantsAnswers = asked.get("answers") === "open";
  return {
    shell: staffShell(visit),
    held: visit.held,
    person: found.value,
    agreed: agreedAt === null ? null : longDate(dayIn(agreedAt)),
    answers: await sharedAnswersOf(visit.context, visit.coordinator, personId, wantsAnswers ? "opened" : "closed"),
    merges: await listMergesOf(visit.context, visit.coordinator, personId),
    notice: saved !== null && Object.hasOwn(notices, saved) ? notices[saved as keyof typeof notices] : undefined,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const form = await readForm(request, personForm);
  if (!form.ok) return mend(form.answer);
  const personId = params["pid"] ?? "";
  const saved = await savePerson(context, coordinator, { personId, version: form.value.version }, personFactsFrom(form.value), form.intent);
  if (saved.ok) return goBackSaying(`/people/${personId}`, "yes");
  if (saved.refusal === "not-found") throw notFound();
  return mend(
    saved.refusal === "changed-by-someone-else"
      ? problemWith("name", changedMeanwhile, form.typed)
      : problemWith("email", "Enter an email address, a phone number or an address", form.typed),
  );
}

export default function Person() {
  const { shell, held, person, agreed, answers, merges, notice } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const isNeutral = answer.value("neutralSubject", person.neutralSubject ? "yes" : "") === "yes";
  const isEasyRead = answer.value("easyRead", person.easyRead === true ? "yes" : "") === "yes";
  return (
    <Page
      shell={shell}
      heading={person.name}
      caption="People"
      back={{ href: "/people", text: "Back to people" }}
      held={held}
      notice={notice}
    >
      <p>
        {agreed === null
          ? "Nobody has recorded that they agreed to be contacted. Ask them."
          : `They agreed to be contacted about taking part on ${agreed}.`}
      </p>
      <section aria-labelledby="meetings">
        <h2 id="meetings">Meetings</h2>
        {person.meetings.length === 0 ? <p>They have not been invited to a meeting yet.</p> : null}
        <Items>
          {person.meetings.map((meeting) => (
            <Item
              key={meeting.reference}
              level="h3"
              heading={
                <a className="target" href={`/meetings/${meeting.reference}/people`}>
                  {meetingWithDate(meeting.name, meeting.date)}
                </a>
              }
              status={replyWords[meeting.reply].status}
              statusText={replyWords[meeting.reply].text}
            >
              {null}
            </Item>
          ))}
        </Items>
      </section>
      <Answers personId={person.personId} {...answers} />
      <section aria-labelledby="contact-details">
        <h2 id="contact-details">Contact details</h2>
        <PageForm carried={{ version: String(person.version) }}>
          <ContactFields answer={answer} saved={person} />
          <Tick
            name="neutralSubject"
            label="Use a neutral subject line"
            hint="For somebody whose post or phone is seen by others. The subject says only who it is from."
            isTicked={isNeutral}
          />
          <Tick name="easyRead" label="Write to them in Easy Read" hint={easyReadPromise} isTicked={isEasyRead} />
          <LongField
            name="safeContact"
            label="Notes about safe contact"
            optional
            hint="For example: only phone before 3pm. Only coordinators see this, and each look is recorded."
            rows={3}
            limit={1000}
            value={answer.value("safeContact", person.safeContact)}
            error={answer.error("safeContact")}
          />
          <FormButtons primary="Save contact details" />
        </PageForm>
      </section>
      <section aria-labelledby="record">
        <h2 id="record">This record</h2>
        <LinkList
          links={[
            { href: `/people/${person.personId}/data-request`, text: "Data request" },
            { href: `/people/${person.personId}/merge`, text: "Merge with another record" },
            ...merges.map((merge) => ({ href: `/people/${person.personId}/merges/${merge.mergeId}`, text: mergeLinkWords(merge) })),
          ]}
        />
      </section>
    </Page>
  );
}

/** What they last told us, as far as they let coordinators read it with their name, and who helped them. */
function Answers({ personId, sent, supporters, lines }: SharedAnswers & { readonly personId: string }): ReactElement {
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">What they told us they need</h2>
      {sent === null ? <p>They have not sent what they need for a meeting yet.</p> : null}
      {sent === null ? null : (
        <p>
          They sent what they need on {longDate(sent.on)}, for {sent.meeting}.
        </p>
      )}
      {sent !== null && !sent.isShared ? <p>They did not give their name with it, so it is not shown here.</p> : null}
      {sent?.isShared === true && lines === null ? (
        <p>
          <a className="target" href={`/people/${personId}?answers=open#answers`}>
            Show what they let you read
          </a>{" "}
          Each look is recorded, and they can see the record.
        </p>
      ) : null}
      {lines === null ? null : lines.length === 0 ? (
        <p>They asked for nothing.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <h3>Supporters</h3>
      {supporters.length === 0 ? <p>Nobody who helped them asked to be contacted.</p> : null}
      {supporters.map((supporter) => (
        <p key={supporter}>Helped by {supporter}, who would like to be contacted.</p>
      ))}
    </section>
  );
}
