// The catalogue of documents. A new paper is a file here and a line in this list; every form, page, test and `npm run pack`
// then has it.
import type { Doc } from "#app/documents/model.ts";
import { accessPlan } from "./access-plan.ts";
import { annualStatement } from "./annual-statement.ts";
import { ownCopy } from "./own-copy.ts";
import { choiceForm } from "./choice-form.ts";
import { cards, dayPack, dayPackWithoutDetails, roleCards, wallSheet } from "./day-papers.ts";
import type { DocumentDefinition } from "./definition.ts";
import { expensesClaimForm } from "./expenses-claim-form.ts";
import { involvementClaimForm } from "./involvement-claim-form.ts";
import { jobcentreLetter } from "./jobcentre-letter.ts";
import { joiningAloud } from "./joining-aloud.ts";
import { joiningEasyRead } from "./joining-easy-read.ts";
import { joiningInstructions } from "./joining-instructions.ts";
import { joiningSigned } from "./joining-signed.ts";
import { offerLetter } from "./offer-letter.ts";
import { payeeDetailsForm } from "./payee-details-form.ts";
import { paymentForm } from "./payment-form.ts";
import { runSchedule } from "./payment-run-papers.ts";
import { permittedWorkHelp } from "./permitted-work-help.ts";
import { planForChair } from "./plan-for-chair.ts";
import { planForVenue } from "./plan-for-venue.ts";
import { planToLeave } from "./plan-to-leave.ts";
import { planWithoutNames } from "./plan-without-names.ts";
import { remittanceAdvice } from "./remittance-advice.ts";
import { statusDecisionForm } from "./status-decision-form.ts";
import { venueChecklist } from "./venue-checklist.ts";
import { voucherLog } from "./voucher-log.ts";

export const documents = {
  "access-plan": accessPlan,
  "plan-without-names": planWithoutNames,
  "plan-for-venue": planForVenue,
  "plan-for-chair": planForChair,
  "venue-checklist": venueChecklist,
  "wall-sheet": wallSheet,
  "role-cards": roleCards,
  cards,
  "day-pack": dayPack,
  "day-pack-without-details": dayPackWithoutDetails,
  "plan-to-leave": planToLeave,
  "joining-instructions": joiningInstructions,
  "joining-easy-read": joiningEasyRead,
  "joining-aloud": joiningAloud,
  "joining-signed": joiningSigned,
  "offer-letter": offerLetter,
  "jobcentre-letter": jobcentreLetter,
  "permitted-work-help": permittedWorkHelp,
  "choice-form": choiceForm,
  "payee-details-form": payeeDetailsForm,
  "involvement-payment-claim-form": involvementClaimForm,
  "expenses-claim-form": expensesClaimForm,
  "payment-form": paymentForm,
  "run-schedule": runSchedule,
  "remittance-advice": remittanceAdvice,
  "annual-statement": annualStatement,
  "own-copy": ownCopy,
  "status-decision-form": statusDecisionForm,
  "voucher-log": voucherLog,
} as const;

export type DocumentId = keyof typeof documents;
/** The facts a document is made from. */
export type FactsOf<Id extends DocumentId> = (typeof documents)[Id] extends DocumentDefinition<infer Facts> ? Facts : never;

export const documentIds = Object.keys(documents) as readonly DocumentId[];

/** Says whether a word from an address names a document. */
export function isDocumentId(text: string): text is DocumentId {
  return Object.hasOwn(documents, text);
}

/** What is known of a document without its facts. */
export function documentOf(id: DocumentId): Omit<DocumentDefinition<unknown>, "build"> {
  return documents[id];
}

/** Makes a document from its facts. */
export function buildDocument<Id extends DocumentId>(id: Id, facts: FactsOf<Id>): Doc {
  // The table pairs each id with its own facts; the compiler cannot follow that through a union.
  return (documents[id].build as (facts: FactsOf<Id>) => Doc)(facts);
}
