// The regulations and guidance the benefit rules rest on, each written down once. Checked on the day the rules were read.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import type { Source } from "#app/domain/basics/sources.ts";

export const rulesCheckedOn = calendarDateOf("2026-11-22");

function source(title: string, locator?: string, url?: string): Source {
  return { title, checkedOn: rulesCheckedOn, ...(locator === undefined ? {} : { locator }), ...(url === undefined ? {} : { url }) };
}

const ucRegulations = "Universal Credit Regulations 2013 (SI 2013/376)";
const ucUrl = "https://www.legislation.gov.uk/uksi/2013/376/regulation/";
const esaRegulations = "Employment and Support Allowance Regulations 2013 (SI 2013/379)";
const computationOfEarnings = "Social Security Benefit (Computation of Earnings) Regulations 1996 (SI 1996/2745)";

export const sources = {
  ucServiceUser: source(ucRegulations, "regulation 53(2)", `${ucUrl}53`),
  ucServiceUserNorthernIreland: source("Universal Credit Regulations (Northern Ireland) 2016 (NISR 2016/216)", "regulation 52(2)"),
  ucExpenses: source(ucRegulations, "regulation 55(3)(b)", `${ucUrl}55`),
  ucNotionalEarnings: source(ucRegulations, "regulation 60", `${ucUrl}60`),
  ucPeriods: source(ucRegulations, "regulation 21", `${ucUrl}21`),
  ucReceived: source(ucRegulations, "regulation 54", `${ucUrl}54`),
  ucReporting: source(ucRegulations, "regulation 61", `${ucUrl}61`),
  ucTaper: source(ucRegulations, "regulation 22", `${ucUrl}22`),
  ucOtherPaidWork: source(ucRegulations, "regulations 52 to 61", `${ucUrl}52`),
  ucAssessmentThreshold: source(ucRegulations, "regulation 41", `${ucUrl}41`),
  ucCap: source(ucRegulations, "regulation 82", `${ucUrl}82`),
  ucSelfEmployed: source(ucRegulations, "regulations 57 and 62 to 64", `${ucUrl}62`),
  ucHealthElement: source("Child Poverty Action Group, askCPAG: work and limited capability for work"),
  nhsHealthCosts: source("NHS Business Services Authority: Universal Credit and help with health costs"),
  esaPermittedWork: source(esaRegulations, "regulations 37 to 39"),
  esaEarnings: source(esaRegulations, "regulation 79(5)"),
  esaFactsheet: source("DWP permitted work factsheet, 8 April 2024"),
  esaServiceUser: source("SI 2014/597, amending SI 2013/379 and SI 2013/378"),
  esaNorthernIreland: source("Employment and Support Allowance Regulations (Northern Ireland) 2016 (NISR 2016/219)", "regulation 39"),
  esaGoingOver: source("nidirect and gov.uk: permitted work"),
  jsaWork: source("DWP New Style JSA: what you need to tell us if you do any work (B7L), September 2023"),
  jsaRegulations: source("Jobseeker's Allowance Regulations 2013 (SI 2013/378)"),
  carerEntitlement: source("Social Security Contributions and Benefits Act 1992", "section 70"),
  carerEarningsPeriod: source(computationOfEarnings, "regulation 6(2)"),
  carerAveraging: source(computationOfEarnings, "regulation 8(3)"),
  carerExpenses: source("SI 2015/784, amending SI 1996/2745", "regulation 9(3)(b) and (3A), from 1 July 2015"),
  carerGuide: source("gov.uk: Carer's Allowance eligibility (read June 2026)"),
  carerExcessWeeks: source("Social Security Commissioner, CG/607/2008"),
  carerAttribution: source("Social Security Commissioner, CG/4016/2005"),
  carerAveragingCase: source("KR v SSWP (CA) [2023] UKUT 202 (AAC)"),
  carerCareCosts: source("rightsnet thread 18259, on care costs in Carer's Allowance"),
  carersUk: source("Carers UK: Carer's Allowance and the earnings limit"),
  csp: source("Carer's Assistance (Carer Support Payment) (Scotland) Regulations 2023 (SSI 2023/302)", "regulation 14 and schedule 2"),
  cspGuide: source("mygov.scot: Carer Support Payment, if you work (read 10 June 2026)"),
  pipGuide: source("Benefits and Work: will work affect PIP"),
  workAsEvidence: source("JM v SSWP [2024] UKUT 283 (AAC)"),
  disabilityGuide: source("Child Poverty Action Group, askCPAG: disability benefits"),
  vouchersScotland: source("Scottish Government guidance on paying participants, February 2024", "section 12, quoting DWP"),
  vouchersContrary: source("NIHR payment and tax guides (2023-24)"),
  vouchersOlder: source("Council tax reduction schemes 2026-27, on payment in kind", "paragraph 51"),
  expensesOrdinary: source("DWP Decision makers' guide, chapter 86 (February 2026)", "paragraphs 86085 and 86086"),
  scie: source("SCIE, Paying people who receive benefits (2021) and At a glance 50"),
  hbByParallel: source(
    "Housing Benefit Regulations 2006, as mirrored in council tax reduction schemes 2026-27",
    "paragraphs 35, 45 to 47 and 56, schedules 5 and 7",
  ),
  hbServiceUser: source("SI 2014/591, amending the Housing Benefit Regulations 2006"),
  ctrGuaranteeCredit: source("Council tax reduction schemes 2026-27, on people with guarantee credit", "paragraph 35"),
  incapacityOldText: source("Social Security (Incapacity for Work) (General) Regulations 1995", "regulation 17, the text of 2014"),
  sickPay: source("Employers For Childcare, on Statutory Sick Pay from 6 April 2026 (February 2026)"),
  ucRequirements: source(ucRegulations, "regulations 90 and 99", `${ucUrl}90`),
  ctrSchemes: source("Council tax reduction schemes 2026-27, each council's own"),
  pensionCredit: source("State Pension Credit Regulations 2002", "regulations 17 and 17A and schedule 6"),
  pensionCreditGuide: source("DWP Decision makers' guide, chapter 86 (February 2026)", "paragraphs 86001 to 86041"),
  closedLegacy: source("Welfare Reform Act 2012 (Commencement No. 35) Order 2025"),
  closedEsa: source("SI 2026/409, amending the Commencement No. 35 Order", "article 2"),
  closedTaxCredits: source("Low Incomes Tax Reform Group: the end of the tax credits system"),
  rulesHeld: source("The list of rules this program holds, 22 November 2026"),
  advice: source("Citizens Advice, Advicelocal and the NIHR Benefits Advice Service for Involvement"),
  tax: source("ITTOIA 2005 Part 6A: trading and miscellaneous income allowance"),
} as const satisfies Readonly<Record<string, Source>>;
