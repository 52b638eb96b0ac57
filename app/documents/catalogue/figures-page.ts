// Every figure, rule, sentence and worked example behind what people are told about benefits, on one page for a
// welfare-rights adviser to check and sign. The answers of the examples are worked out while the page is made.
import { assessOffer } from "#app/domain/benefits/assess.ts";
import type { BenefitExample, Finding, FigureValue } from "#app/domain/benefits/benefit.ts";
import { benefits } from "#app/domain/benefits/catalogue/index.ts";
import { livingWage } from "#app/domain/benefits/living-wage.ts";
import { benefitIds, type BenefitId } from "#app/domain/benefits/names.ts";
import {
  actionIds,
  factIds,
  optionsInOrder,
  reasonIds,
  sourcesOfAction,
  sourcesOfOption,
  sourcesOfReason,
} from "#app/domain/benefits/reasons.ts";
import { rulesCheckedOn } from "#app/domain/benefits/sources.ts";
import { tradingAllowance } from "#app/domain/benefits/trading-allowance.ts";
import type { Dated, Grade } from "#app/domain/basics/figures.ts";
import { nations as allNations } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import { bullets, column, facts, paragraph, section, signature, penLine, table, type Block, type Doc } from "#app/documents/model.ts";
import { outcomeInWords, saySource } from "#app/words/benefits.ts";
import { figureAmount, figureName } from "#app/words/benefits/figures.ts";
import { benefitName } from "#app/words/benefits/names.ts";
import { sayAction, sayMissing, sayOption, sayReason } from "#app/words/benefits/reasons.ts";
import { list, money, plainDate, sentenceCase } from "#app/words/format.ts";
import { nationNames } from "#app/words/nations.ts";

/** A published example whose answer somebody else wrote, and how the program stands to it. */
export type PublishedExample = {
  readonly id: string;
  readonly topic: string;
  readonly year: string;
  readonly source: string;
  readonly expected: Readonly<Record<string, unknown>>;
  /** Why the program answers that it cannot tell, where it does. */
  readonly cannotTell?: string;
};

const gradeWords: Readonly<Record<Grade, string>> = {
  confirmed: "confirmed",
  derived: "worked out by the rule",
  unsure: "not certain: never used to say that pay fits",
};

/** The page to sign. The same program gives the same page on any day. */
export function figuresPage(published: readonly PublishedExample[]): Doc {
  const withFigures = benefitIds.filter((id) => Object.keys(benefits[id].figures).length > 0);
  return {
    title: "Benefit figures and rules to check",
    saveAs: "Benefit figures",
    language: "en-GB",
    organisation: { name: "Welcome Table" },
    madeOn: rulesCheckedOn,
    edition: `Rules and sources read on ${plainDate(rulesCheckedOn)}`,
    blocks: [
      paragraph(
        "This page is for a welfare-rights adviser. It holds every figure, date, source, grade, sentence and worked example behind what the program tells people about a payment for taking part.",
      ),
      bullets([
        "Confirmed: seen in law, on an official page, or in two independent published sources.",
        "Worked out by the rule: from a confirmed figure, by a rule in the regulations.",
        "Not certain: never used to say that pay fits. The answer is then: we cannot tell, advice first.",
        `Every source was checked on ${plainDate(rulesCheckedOn)}, unless another day stands beside it.`,
        "No figure is used outside its days. Before its first day and after its last good day the answer is: we cannot tell, advice first.",
      ]),
      section("Figures", [...withFigures.flatMap(figuresOf), ...otherFigures()]),
      section("Limits checked against the National Living Wage", [wageLaws()]),
      section("Rules, nations and days they are vouched for", [rulesTable()]),
      section("Worked examples", [examplesTable()]),
      ...(published.length === 0 ? [] : [section("Published examples", [publishedTable(published)])]),
      section("Every sentence and where it comes from", sentences()),
      section("Sign-off", [
        signature("I have checked the figures, sentences and examples on this page against the sources named.", [
          penLine("Signature", "signature"),
          penLine("Name and organisation"),
          penLine("Date", "date"),
          penLine("Changes needed", "sentences"),
        ]),
      ]),
    ],
  };
}

/** A source with its place; the day it was checked only where it is not the day said once at the top. */
function sourceIn(source: Source): string {
  if (source.checkedOn !== rulesCheckedOn) return saySource(source);
  return source.locator === undefined ? source.title : `${source.title}, ${source.locator}`;
}

function figuresOf(id: BenefitId): readonly Block[] {
  const rows = Object.entries(benefits[id].figures).map(([name, series]) => figureTable(figureName(id, name), series, figureAmount));
  return [section(sentenceCase(benefitName(id)), rows)];
}

function figureTable<Value>(caption: string, series: Dated<Value>, say: (value: Value) => string): Block {
  return table({
    caption: `${caption}. Good until ${plainDate(series.goodUntil)}`,
    columns: [column("From"), column("Figure"), column("Grade"), column("Source")],
    rows: series.entries.map((entry) => [plainDate(entry.from), say(entry.value), gradeWords[entry.grade], sourceIn(entry.source)]),
  });
}

function otherFigures(): readonly Block[] {
  const amount = (value: FigureValue): string => figureAmount(value);
  return [
    section("Not a benefit", [
      figureTable("National Living Wage, age 21 and over", livingWage, amount),
      figureTable("Trading and miscellaneous income allowance: tax only, never a rule about benefits", tradingAllowance, amount),
    ]),
  ];
}

const hoursBehindLimits = 16;

function wageLaws(): Block {
  const limitsOf = (id: BenefitId, name: string, from: string): string => {
    const series = benefits[id].figures[name];
    const entry = series?.entries.filter((one) => one.from.slice(0, 4) === from.slice(0, 4)).at(-1);
    return entry === undefined ? "none held" : figureAmount(entry.value);
  };
  return table({
    caption: "Sixteen hours of the wage beside the limits of the same year. The build fails when a limit is not the hours rounded up",
    columns: [
      column("From"),
      column("16 hours"),
      column("ESA and Housing Benefit, rounded up to 50p"),
      column("Carers, rounded up to £1 from 2025"),
    ],
    rows: livingWage.entries.map(({ value, from }) => [
      plainDate(from),
      money(penceOf(value.pence * hoursBehindLimits)),
      limitsOf("new-style-esa", "higherWeeklyLimit", from),
      limitsOf("carers-allowance", "weeklyLimit", from),
    ]),
  });
}

function rulesTable(): Block {
  return table({
    caption: "Every benefit the program can name",
    columns: [column("Benefit"), column("Nations"), column("Vouched for"), column("Sources")],
    rows: benefitIds.map((id) => {
      const { nations, vouchedFor, sources } = benefits[id];
      return [
        sentenceCase(benefitName(id)),
        nations.length === allNations.length ? "All four" : list(nations.map((nation) => nationNames[nation])),
        `${plainDate(vouchedFor.from)} to ${plainDate(vouchedFor.goodUntil)}`,
        sources.map(sourceIn).join("; "),
      ];
    }),
  });
}

function examplesTable(): Block {
  return table({
    caption: "The answer of each example was worked out by the program while this page was made",
    columns: [column("Benefit"), column("Example"), column("Answer"), column("Source")],
    rows: benefitIds.flatMap((id) =>
      (benefits[id].examples as readonly BenefitExample<BenefitId>[]).map((example) => [
        sentenceCase(benefitName(id)),
        example.title,
        answerOf(id, example),
        example.source,
      ]),
    ),
  });
}

function answerOf(id: BenefitId, { input }: BenefitExample<BenefitId>): string {
  const { offer, circumstances, otherEarnings } = input;
  const [finding] = assessOffer(offer, { benefits: "some", circumstances: { [id]: circumstances }, otherEarnings }).findings;
  if (finding === undefined) throw new Error(`The example of ${id} has no answer`);
  return [sentenceCase(outcomeInWords(finding.outcome)), ...amountsOf(finding)].join("; ");
}

function amountsOf({ reductions, rooms }: Finding): readonly string[] {
  const [reduction] = reductions;
  if (reduction !== undefined) return [`lower by up to ${money(reduction.most)}`];
  const left = rooms.map((room) => room.left).sort((one, other) => one - other)[0];
  return left === undefined ? [] : [`${money(left)} left`];
}

function publishedTable(published: readonly PublishedExample[]): Block {
  return table({
    caption: "Examples whose answers others published. Each runs as a test on every change",
    columns: [column("Example"), column("Year"), column("Published answer"), column("The program"), column("Source")],
    rows: published.map(({ topic, id, year, expected, cannotTell, source }) => [
      `${topic} (${id})`,
      year,
      Object.entries(expected)
        .map(([name, value]) => `${name.replaceAll("_", " ")}: ${inWords(value)}`)
        .join("; "),
      cannotTell === undefined ? "Gives this answer" : `Cannot tell: ${cannotTell}`,
      source,
    ]),
  });
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join(", ");
  if (value === true) return "yes";
  return value === false ? "no" : String(value);
}

/** A finding with nothing in it, so that a sentence shows its words without anybody's numbers. */
const bare: Finding = {
  benefit: "another-benefit",
  outcome: "UNKNOWN_ADVICE",
  reasons: ["rule-not-held"],
  missing: [],
  sums: [],
  figures: [],
  rooms: [],
  reductions: [],
  actions: [],
  options: [],
};

function sentences(): readonly Block[] {
  const sourced = (sources: readonly Source[]): string => sources.map(sourceIn).join("; ");
  const columns = [column("Sentence"), column("Source")];
  return [
    table({
      caption: "Why: numbers stand in the place of the general words",
      columns,
      rows: reasonIds.map((id) => [sayReason(id, bare), sourced(sourcesOfReason(id))]),
    }),
    table({ caption: "What to do", columns, rows: actionIds.map((id) => [sayAction(id), sourced(sourcesOfAction(id))]) }),
    table({ caption: "Choices offered", columns, rows: optionsInOrder.map((id) => [sayOption(id), sourced(sourcesOfOption(id))]) }),
    facts(
      factIds.map((id) => [sayMissing(id), "asked for when it could decide the answer"]),
      "Facts that may be missing",
    ),
  ];
}
