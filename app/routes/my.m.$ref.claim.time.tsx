// The time a person gave, what it comes to and how that was worked out; they say whether it is right.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { saveTime, type MyClaim } from "#app/services/claims.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { Details } from "#app/ui/details.tsx";
import { LongField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { requireClaimToFillIn } from "#app/web/claim-page.server.ts";
import { choice, longText, optionalChoice, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { timeWorking } from "#app/words/claim-working.ts";
import { changedElsewhere, notNow, timeLine, unreadySentences } from "#app/words/claims.ts";
import { money } from "#app/words/format.ts";
import { choiceSentence, takenOffSentence } from "#app/words/payments.ts";

const form = z
  .strictObject({
    right: choice(["right", "different"], "Choose whether this is right"),
    differs: longText("What is different"),
    employer: optionalChoice(["yes", "no", "not-said"]),
    ownTime: optionalChoice(["yes", "no", "not-said"]),
    version: versionField,
  })
  .superRefine(({ right, differs }, context) => {
    if (right === "different" && differs === "")
      context.addIssue({ code: "custom", message: "Tell us what is different", path: ["differs"] });
  });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, caption, claim, claimHome, home } = await requireClaimToFillIn(request, params["ref"]);
  return {
    shell,
    caption,
    claimHome,
    home,
    version: claim.version,
    asksOwnTime: claim.ownTime !== null,
    ...timeOf(claim),
    said: saidOf(claim),
  };
}

function timeOf(claim: MyClaim) {
  const { settlement } = claim;
  return {
    rows: claim.time.map(({ priced }) => ({ name: timeLine(priced.entry.activity, priced.entry.minutes), answer: money(priced.amount) })),
    working: claim.time.map(({ priced }) => ({
      name: timeLine(priced.entry.activity, undefined),
      sentences: timeWorking(priced, claim.card),
    })),
    takenOff: settlement.lines.flatMap((line) => {
      const sentence = line.group === "time" ? takenOffSentence(line) : undefined;
      return sentence === undefined ? [] : [{ name: sentence, answer: money(line.amount) }];
    }),
    total: money(settlement.time),
    chosen: claim.choice === null ? null : claim.offersTime ? choiceSentence(claim.choice, claim.offered) : null,
    didNotTakePart: claim.attendance === "not",
    isUnpriced: claim.isTimeUnpriced,
  };
}

function saidOf(claim: MyClaim) {
  return {
    right: claim.timeAnswer ?? "",
    differs: claim.timeDiffers,
    employer: claim.timeAnswer === null ? "" : claim.paidByEmployer,
    ownTime: claim.timeAnswer === null ? "" : (claim.ownTime ?? ""),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, claim, claimHome } = await requireClaimToFillIn(request, params["ref"]);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { right, differs, employer = "not-said", ownTime = "not-said", version } = read.value;
  const said = { answer: right, differs, paidByEmployer: employer, ...(claim.ownTime === null ? {} : { ownTime }) };
  const saved = await saveTime(context, attendee, version, said, read.intent);
  if (saved.ok) return goOn(claimHome);
  return mend(problemWith("right", saved.refusal === "changed-elsewhere" ? changedElsewhere : notNow, read.typed));
}

export default function ClaimTime() {
  const {
    shell,
    caption,
    claimHome,
    home,
    version,
    rows,
    working,
    takenOff,
    total,
    chosen,
    didNotTakePart,
    isUnpriced,
    asksOwnTime,
    said,
  } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page shell={shell} heading="Check your time" caption={caption} back={{ href: claimHome }}>
      {didNotTakePart ? <p>We noted that you did not take part. If you had got ready or read papers, tell us below.</p> : null}
      {isUnpriced ? <Inset>{unreadySentences["time-not-priced"]}</Inset> : null}
      {rows.length === 0 ? null : (
        <>
          <SummaryList rows={[...rows, ...takenOff, { name: "Total for your time", answer: <strong>{total}</strong> }]} />
          <Details summary="How we worked this out">
            {working.map(({ name, sentences }) => (
              <p key={name}>
                <strong>{name}.</strong> {sentences.join(" ")}
              </p>
            ))}
          </Details>
        </>
      )}
      {chosen === null ? (
        <Inset>
          <p>You have not chosen about payment yet.</p>
          <p>
            <a className="target" href={`${home}/pay`}>
              Choose about payment
            </a>
          </p>
        </Inset>
      ) : (
        <p>{chosen}</p>
      )}
      <PageForm carried={{ version: String(version) }}>
        <Radios
          name="right"
          legend="Is this right?"
          options={[
            { value: "right", label: "Yes" },
            { value: "different", label: "No, something is different" },
          ]}
          value={answer.value("right", said.right)}
          error={answer.error("right")}
        />
        <LongField
          name="differs"
          label="What is different?"
          hint="Only if something is different. The payments team reads this. You do not need to write about your health or your benefits."
          value={answer.value("differs", said.differs)}
          error={answer.error("differs")}
        />
        <Radios
          name="employer"
          legend="Does an employer already pay you for this time?"
          hint="For example, you came as part of your job. You can leave this out."
          options={[
            { value: "yes", label: "Yes" },
            { value: "no", label: "No" },
            { value: "not-said", label: "Prefer not to say" },
          ]}
          value={answer.value("employer", said.employer)}
          error={answer.error("employer")}
        />
        {asksOwnTime ? (
          <Radios
            name="ownTime"
            legend="Were you here in your own time?"
            hint="We ask because some people have a job with a public body, like the NHS or a council. You can leave this out."
            options={[
              { value: "yes", label: "Yes, in my own time" },
              { value: "no", label: "No, in time for my job" },
              { value: "not-said", label: "Prefer not to say" },
            ]}
            value={answer.value("ownTime", said.ownTime)}
            error={answer.error("ownTime")}
          />
        ) : null}
        <FormButtons />
      </PageForm>
    </Page>
  );
}
