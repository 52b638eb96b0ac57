// Organisation details: the name, the people to ask and the logo that stand on every page, letter and form from now on.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  keepLogoWaiting,
  organisationDetailsOf,
  readLogoUpload,
  saveOrganisationDetails,
  type LogoChange,
} from "#app/services/organisation-details.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios, Tick } from "#app/ui/choices.tsx";
import { FileField, LongField, TextField } from "#app/ui/fields.tsx";
import { HistoryLink } from "#app/ui/history-link.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { formOf, mend, problemWith, readForm, type FormAnswer } from "#app/web/forms.server.ts";
import { requireAdministrator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { nationNames } from "#app/words/nations.ts";
import { changedInSettings, describeTheLogo, logoRefusalSentence } from "#app/words/settings.ts";
import { factsFrom, organisationForm } from "./form.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  return {
    shell: staffShell(visit),
    held: visit.held,
    details: await organisationDetailsOf(visit.context, visit.administrator),
    isSaved: new URL(request.url).searchParams.get("saved") === "organisation",
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, administrator } = await requireAdministrator(request);
  const read = await readForm(request, organisationForm);
  const file = (await formOf(request)).get("file");
  const upload = file instanceof File && file.size > 0 ? await readLogoUpload(context, file) : null;
  // A browser keeps no file: a good one waits here while the rest is mended.
  const mendKeeping = async (answer: FormAnswer) => {
    if (upload?.ok !== true) return mend(answer);
    const kept = await keepLogoWaiting(context, administrator, upload.value);
    return mend({ ...answer, typed: { ...answer.typed, keptLogo: [kept], keptLogoName: [upload.value.name] } });
  };
  if (!read.ok) return mendKeeping(read.answer);
  const { typed, value } = read;
  const facts = factsFrom(value);
  if (facts.contact.phone === "" && facts.contact.email === "")
    return mendKeeping(problemWith("phone", "Enter a phone number or an email address", typed));
  if (upload?.ok === false && file instanceof File) return mend(problemWith("file", logoRefusalSentence(upload.refusal, file.name), typed));
  const waits: LogoChange | null = value.keptLogo === "" || value.leaveKeptLogo === "yes" ? null : { waiting: value.keptLogo };
  const logo = (upload?.ok === true ? upload.value : null) ?? waits ?? (value.removeLogo === "yes" ? "goes" : "stays");
  const saved = await saveOrganisationDetails(context, administrator, value.version, { facts, logo }, read.intent);
  if (saved.ok) return goBackSaying("/settings/organisation", "organisation");
  if (saved.refusal === "logo-gone") {
    const { keptLogo: _gone, keptLogoName: _name, ...rest } = typed;
    return mend(problemWith("file", "Choose the logo again. Somebody else changed this page in the meantime.", rest));
  }
  const about = saved.refusal === "logo-not-described";
  return mendKeeping(problemWith(about ? "logoDescription" : "name", about ? describeTheLogo : changedInSettings, typed));
}

export default function OrganisationDetails() {
  const { shell, held, details, isSaved } = useLoaderData<typeof loader>();
  const { contact, hasLogo } = details;
  const answer = useAnswer(held);
  const keptId = answer.value("keptLogo");
  const kept = keptId === "" ? null : { id: keptId, name: answer.value("keptLogoName") };
  const field = (name: string, saved: string) => ({ name, value: answer.value(name, saved), error: answer.error(name) });
  return (
    <Page
      shell={shell}
      heading="Organisation details"
      held={held}
      back={{ href: "/settings", text: "Settings" }}
      notice={isSaved ? { heading: "Saved", children: "Pages, letters and forms made from now on say this." } : undefined}
    >
      <p>Letters and forms that were made already stay as they are.</p>
      <PageForm
        hasFiles
        carried={{ version: String(details.version), ...(kept === null ? {} : { keptLogo: kept.id, keptLogoName: kept.name }) }}
      >
        <h2>Your organisation</h2>
        <TextField
          {...field("name", details.name)}
          label="Organisation name"
          hint="This appears on letters and payment forms."
          autoComplete="organization"
        />
        <TextField
          {...field("department", details.department)}
          label="Department"
          optional
          hint="The part of your organisation that pays. Claim forms say it."
          autoComplete="off"
        />
        <Radios
          {...field("nation", details.nation)}
          legend="Where is your organisation?"
          hint="We use this for bank holidays, language and benefit rules."
          options={Object.entries(nationNames).map(([value, label]) => ({ value, label }))}
        />
        <LongField
          {...field("address", details.address)}
          label="Postal address"
          optional
          hint="One line for each line of the address, with the postcode. Letters begin with it."
          rows={4}
          limit={400}
        />
        <h2>Whom people can ask</h2>
        <p>Every page ends with this, and letters say it too.</p>
        <TextField {...field("contactName", contact.name)} label="Name of the person or team" autoComplete="off" spellCheck={false} />
        <TextField
          {...field("phone", contact.phone)}
          type="tel"
          label="Phone number"
          optional
          hint="Give a phone number or an email address, or both."
          autoComplete="off"
          width={20}
        />
        <TextField
          {...field("textNumber", contact.textNumber)}
          type="tel"
          label="Number for text messages"
          optional
          autoComplete="off"
          width={20}
        />
        <TextField {...field("email", contact.email)} type="email" label="Email address" optional autoComplete="off" spellCheck={false} />
        <TextField
          {...field("bslVideoRelay", contact.bslVideoRelay)}
          type="url"
          label="BSL video relay"
          optional
          hint="The web address of your video relay service. It begins with https://"
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          {...field("hours", contact.hours)}
          label="Opening hours"
          optional
          hint="When somebody answers. For example, Monday to Friday, 9am to 5pm"
          autoComplete="off"
        />
        <h2>Logo</h2>
        {hasLogo ? (
          <>
            <figure className="logo-now">
              <img src={`/settings/organisation/logo?v=${details.version}`} alt={details.logoDescription} />
              <figcaption>The logo letters and forms carry now.</figcaption>
            </figure>
            <Tick name="removeLogo" label="Take the logo off" isTicked={answer.value("removeLogo") === "yes"} />
          </>
        ) : null}
        {kept === null ? null : (
          <>
            <Inset>
              <p>
                The logo you chose is kept: <strong>{kept.name}</strong>. It goes on letters and forms when you save.
              </p>
            </Inset>
            <Tick name="leaveKeptLogo" label="Leave this logo out" isTicked={answer.value("leaveKeptLogo") === "yes"} />
          </>
        )}
        <FileField
          name="file"
          label={kept !== null ? "A different logo" : hasLogo ? "Another logo" : "Logo"}
          optional
          hint={
            held === null
              ? "A PNG or JPEG picture. It stands at the top of letters and forms."
              : "A PNG or JPEG picture. It stands at the top of letters and forms. If you chose a file before, choose it again: a browser does not keep it."
          }
          accept="image/png,image/jpeg"
          error={answer.error("file")}
        />
        <TextField
          {...field("logoDescription", details.logoDescription)}
          label="Logo description"
          hint="What the logo shows, for people who cannot see it. Needed with a logo."
          autoComplete="off"
        />
        <FormButtons primary="Save" />
      </PageForm>
      <HistoryLink kind="organisation" />
    </Page>
  );
}
