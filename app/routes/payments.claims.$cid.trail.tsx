// One payment from its rate to the file it left in, with a link at each step.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { trailOfClaim, type TrailOffer, type TrailPayment, type TrailView } from "#app/services/money-trail.server.ts";
import { nothing } from "#app/domain/basics/money.ts";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { lineWords } from "#app/web/finance-words.ts";
import { notFound, requireFinanceReader } from "#app/web/guards.server.ts";
import { lineStateNames } from "#app/web/run-words.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate, money, number, plainDate } from "#app/words/format.ts";
import { agreesSentence, againSentence, asSignedSentences, sourceSentence, stepSentence, trailHeading } from "#app/words/money-trail.ts";
import { exportName } from "#app/words/payment-runs.ts";
import { activityNames, workingSentences } from "#app/words/payments.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinanceReader(request);
  const found = await trailOfClaim(visit.context, visit.reader, params["cid"] ?? "");
  if (!found.ok) throw notFound();
  const { claim, offer, steps, payments, agrees } = found.value;
  return {
    shell: staffShell(visit),
    claimHref: `/payments/claims/${claim.claimId}`,
    heading: trailHeading(claim.reference),
    who: `${claim.person}, for ${claim.meeting}, ${longDate(claim.meetingDate)}.`,
    offer: offer === null ? null : offerWords(offer),
    lines: lineWords(claim).map(({ id, label, working }, index) => ({
      id,
      working,
      name: `${label}: ${money(claim.lines[index]?.amount ?? nothing)}`,
    })),
    mileage: mileageSources(claim),
    takenOff: claim.takenOff.length,
    totals: [
      { name: "For time", answer: money(claim.forTime) },
      { name: "For costs", answer: money(claim.forCosts) },
      ...(claim.forAccess === 0 ? [] : [{ name: "For access", answer: money(claim.forAccess) }]),
      { name: "Total to pay", answer: money(claim.instruction.toPay) },
    ],
    steps: steps.map(({ step, round, name, on }) => ({ key: `${round} ${step}`, text: stepSentence(step, name, on) })),
    payments: payments.map(paymentWords),
    agrees: agreesSentence(agrees, claim.instruction.toPay),
  };
}

function offerWords({ card, madeOn, total, activities, changes }: TrailOffer) {
  return {
    cardHref: `/payments/rates/${card.id}`,
    cardName: `${card.name}, version ${card.version}`,
    from: `In use from ${longDate(card.validFrom)}.`,
    source: sourceSentence(card.source),
    sourceHref: card.source.url ?? null,
    made: `Made on ${longDate(madeOn)}: ${money(total)}.`,
    activities: activities.map(({ id, activity, on, line, working, amount, again }) => ({
      id,
      name: `${activityNames[activity]}, ${plainDate(on)}: ${money(amount)}`,
      sentences: [`Rate: ${line}.`, ...workingSentences({ working }).map((sentence) => `${sentence}.`), againSentence(amount, again)],
    })),
    changes: changes.map(({ on, by, note, totalBefore, totalAfter }) => ({
      key: `${on} ${totalAfter}`,
      text: `Raised from ${money(totalBefore)} to ${money(totalAfter)} on ${plainDate(on)} by ${by}: ${note}`,
    })),
  };
}

/** The sources of the mileage rates its lines were worked out by. */
function mileageSources({ lines }: TrailView["claim"]) {
  const schemes = lines.flatMap(({ what }) => (what.kind === "cost" && what.mileage !== null ? [what.mileage.scheme] : []));
  return [...new Map(schemes.map((scheme) => [`${scheme.name} ${scheme.validFrom}`, scheme])).values()].map(
    ({ name, validFrom, source }) => ({
      key: `${name} ${validFrom}`,
      text: `${name}, from ${plainDate(validFrom)}: ${sourceSentence(source)}`,
      href: source.url ?? null,
    }),
  );
}

function paymentWords(payment: TrailPayment) {
  const batch = `Batch ${number(payment.number)}`;
  return {
    key: payment.lineId,
    heading: `${batch}, line ${number(payment.place)}`,
    href: `/payments/batches/${payment.runId}`,
    link: `${batch}, ${longDate(payment.paymentDate)}`,
    rows: [
      { name: "State", answer: lineStateNames[payment.state] },
      { name: "For time", answer: money(payment.forTime) },
      { name: "For costs", answer: money(payment.forCosts) },
      { name: "Total", answer: money(payment.toPay) },
      { name: "Account", answer: payment.endsIn === "" ? "Not by account" : `Ends ${payment.endsIn}` },
      { name: "Made by", answer: payment.builtBy },
      {
        name: "Signed by",
        answer:
          payment.signedBy === null || payment.signedOn === null ? "Nobody yet" : `${payment.signedBy}, ${plainDate(payment.signedOn)}`,
      },
      { name: "Control sum", answer: payment.controlSum ?? "Made when the batch is signed" },
      ...(payment.paidOn === null ? [] : [{ name: "Paid on", answer: plainDate(payment.paidOn) }]),
    ],
    asSigned: asSignedSentences[payment.signed],
    files: payment.files.map((made) => ({
      key: made.number,
      text: `File ${number(made.number)}: ${made.fileName} (${exportName(made.format)}), made by ${made.by} on ${plainDate(made.on)}. Fingerprint ${made.fingerprint.slice(0, 16)}.`,
    })),
  };
}

export default function Trail() {
  const { shell, claimHref, heading, who, offer, lines, mileage, takenOff, totals, steps, payments, agrees } =
    useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading={heading} back={{ href: claimHref, text: "The claim" }}>
      <p>{who}</p>
      <h2>1. The rate</h2>
      {offer === null ? (
        <p>No payment for time was offered, so no rate was used.</p>
      ) : (
        <>
          <p>
            <a className="target" href={offer.cardHref}>
              {offer.cardName}
            </a>
            . {offer.from}
          </p>
          <p>
            Source: {offer.sourceHref === null ? null : <a href={offer.sourceHref}>the publication</a>}
            {offer.sourceHref === null ? "" : ". "}
            {offer.source}
          </p>
        </>
      )}
      <p>
        <a className="target" href="/payments/rates#costs">
          The rules for costs, every version
        </a>
      </p>
      {mileage.map(({ key, text, href }) => (
        <p key={key}>
          {text} {href === null ? null : <a href={href}>The publication of these miles</a>}
        </p>
      ))}
      <h2>2. The offer</h2>
      {offer === null ? (
        <p>There was none.</p>
      ) : (
        <>
          <p>{offer.made}</p>
          {offer.activities.map(({ id, name, sentences }) => (
            <div key={id}>
              <h3>{name}</h3>
              <ul className="govuk-list govuk-list--bullet">
                {sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </div>
          ))}
          {offer.changes.map(({ key, text }) => (
            <p key={key}>{text}</p>
          ))}
        </>
      )}
      <h2>3. The claim</h2>
      {lines.map(({ id, name, working }) => (
        <div key={id}>
          <h3>{name}</h3>
          <ul className="govuk-list govuk-list--bullet">
            {working.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      ))}
      {takenOff === 0 ? null : <p>Something is taken off. The claim says what.</p>}
      <SummaryList rows={totals} />
      <LinkList links={[{ href: claimHref, text: "See the claim with its receipts and history" }]} />
      <h2>4. Who agreed it</h2>
      {steps.length === 0 ? (
        <p>Nobody has checked it yet.</p>
      ) : (
        <ol className="govuk-list govuk-list--number">
          {steps.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ol>
      )}
      <h2>5. The payment and its files</h2>
      <Inset>{agrees}</Inset>
      {payments.map((payment) => (
        <div key={payment.key}>
          <h3>{payment.heading}</h3>
          <p>
            <a className="target" href={payment.href}>
              {payment.link}
            </a>
            . {payment.asSigned}
          </p>
          <SummaryList rows={payment.rows} />
          {payment.files.length === 0 ? (
            <p>No file has been made of this batch.</p>
          ) : (
            <ul className="govuk-list govuk-list--bullet">
              {payment.files.map(({ key, text }) => (
                <li key={key}>{text}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
      <LinkList links={[{ href: "/payments/audit", text: "Ask whether a file is one of these, or follow another payment" }]} />
    </Page>
  );
}
