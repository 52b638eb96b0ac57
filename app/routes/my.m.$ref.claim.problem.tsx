// Something went wrong with a payment: the person says what, and is told by when they get an answer.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { myClaim } from "#app/services/claims.server.ts";
import { organiserOf, raiseComplaint } from "#app/services/complaints.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { LongField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { choice, longText, optionalText } from "#app/web/form-fields.ts";
import { pageFilms } from "#app/web/films.server.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { complaintNames, complaintWords } from "#app/words/complaints.ts";

const kinds = ["not-arrived", "wrong-amount", "too-long", "how-treated", "something-else"] as const;
const form = z.strictObject({
  what: choice(kinds, "Choose what went wrong"),
  text: longText("What you tell us", { missing: "Tell us what went wrong" }),
  about: choice(["nobody", "organiser", "somebody"], "Choose whether it is about one person"),
  aboutName: optionalText({ max: 100, thing: "name" }),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, shell, caption, home } = await requireAttendeePage(request, params["ref"]);
  const found = await myClaim(context, attendee);
  if (!found.ok || found.value.state === "open") throw redirect(`${home}/claim#main`, { status: 303 });
  const films = await pageFilms(request, context, attendee.organisationId, ["complain"]);
  return { shell, caption, home, films, organiser: await organiserOf(context, attendee) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, home } = await requireAttendeePage(request, params["ref"]);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { what, text, about, aboutName } = read.value;
  if (about === "somebody" && aboutName.trim() === "") return mend(problemWith("aboutName", "Write their name", read.typed));
  const told = { what, text, about: about === "somebody" ? { name: aboutName.trim() } : about };
  const said = await raiseComplaint(context, attendee, told, read.intent);
  if (said.ok) return goBackSaying(`${home}/claim`, "problem");
  if (said.refusal === "nobody-else") return mend(problemWith("about", complaintWords.nobodyElse, read.typed));
  return goOn(`${home}/claim`);
}

export default function ClaimProblem() {
  const { shell, caption, home, films, organiser } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page shell={shell} heading={complaintWords.heading} caption={caption} back={{ href: `${home}/claim` }} films={films}>
      <p>{complaintWords.intro}</p>
      <PageForm>
        <Radios
          name="what"
          legend={complaintWords.what}
          options={kinds.map((value) => ({ value, label: complaintNames[value] }))}
          value={answer.value("what")}
          error={answer.error("what")}
        />
        <LongField
          name="text"
          label="Tell us about it"
          hint={complaintWords.textHint}
          value={answer.value("text")}
          error={answer.error("text")}
        />
        <Radios
          name="about"
          legend={complaintWords.about}
          hint={complaintWords.aboutHint}
          options={[
            { value: "nobody", label: "No" },
            ...(organiser === null ? [] : [{ value: "organiser", label: `Yes, ${organiser}, who organises the meeting` }]),
            { value: "somebody", label: "Yes, somebody else" },
          ]}
          value={answer.value("about")}
          error={answer.error("about")}
        />
        <TextField
          name="aboutName"
          label="Their name, if it is somebody else"
          hint="Write it as you know it. A first name is fine."
          optional
          autoComplete="off"
          value={answer.value("aboutName")}
          error={answer.error("aboutName")}
        />
        <FormButtons primary="Send" />
      </PageForm>
    </Page>
  );
}
