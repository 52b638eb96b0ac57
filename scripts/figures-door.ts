// The figures command without its process: makes the page an adviser signs, as a web page and a PDF, in a folder.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { figuresPage, type PublishedExample } from "#app/documents/catalogue/figures-page.ts";
import { renderDocument, type Format } from "#app/documents/render.ts";

const usage = "Use: npm run figures, or: npm run figures -- --out <folder>.";
const printPoints = 12;

const yearNotHeld = "no figures are held for that year; the same rule is run on today's figures";

/** Why the program cannot tell, for the published examples where it says so. */
export const cannotTellBecause: Readonly<Record<string, string>> = {
  "pw-limit-2012-13": yearNotHeld,
  "pw-limit-2014-15": yearNotHeld,
  "pw-limit-2016-17": yearNotHeld,
  "pw-limit-2018-19": yearNotHeld,
  "pw-limit-2020-21": yearNotHeld,
  "pw-limit-2022-23": yearNotHeld,
  "esa-pw-4930": "that year is not held and income-related ESA has ended; New Style ESA and Housing Benefit today give this answer",
  "esa-weekly-test-87635": "that year is not held; today a week over the limit breaks it, and averaging is left to the office",
  "esa-pw-hours-236": yearNotHeld,
  "uc-sam-2022": yearNotHeld,
  "uc-no-allowance": yearNotHeld,
  "uc-nhs-england-couple": "help that rests on another benefit is not worked out; the limit is shown to be checked",
  "uc-ca-counts": "how one benefit changes another is out of scope, so no total is shown beside it",
  "ca-monthly-usdaw": yearNotHeld,
  "ca-attribution-CG4016": "2004 is not held; today work and payment must both fit",
  "ca-averaging-KR": "2018 is not held; today a payment over the limit breaks it, with the words about averaging",
  "ca-monthly-conversion-17973": yearNotHeld,
  "pc-averaging": "which payments are averaged is for the Pension Service",
  "decline-scie":
    "Universal Credit and Housing Benefit give this answer; for ESA, JSA, Pension Credit and carers the rule was not read, and after the activity it is not certain",
  "voucher-scotgov": "the DWP and the advice bodies disagree about vouchers",
  "volunteer-expenses": "that year is not held; today the same facts give this answer",
  "research-volunteers-hmrc": "nobody here decides whether somebody is employed",
};

/** Writes the page. Gives the exit code: 0 when it is written, 2 when it cannot be, having said why in one sentence. */
export async function writeFigures(typed: readonly string[], say: (sentence: string) => void): Promise<0 | 2> {
  const folder = folderIn(typed);
  if (folder === undefined) {
    say(usage);
    return 2;
  }
  const doc = figuresPage(publishedExamples());
  mkdirSync(folder, { recursive: true });
  const formats: readonly Format[] = ["html", { pdf: printPoints }];
  for (const format of formats) {
    const made = await renderDocument(doc, format);
    if (!made.ok) {
      say(`No typeface we hold can draw these characters, so there is no PDF: ${made.refusal.characters.join(" ")}`);
      return 2;
    }
    const path = join(folder, made.value.fileName);
    writeFileSync(path, made.value.bytes);
    say(made.value.pages === undefined ? path : `${path}, ${made.value.pages} sheets`);
  }
  return 0;
}

function folderIn(typed: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...typed], options: { out: { type: "string" } } }).values.out ?? "out";
  } catch {
    return undefined;
  }
}

/** The published examples kept beside the tests; a copy without them prints the rest. */
function publishedExamples(): readonly PublishedExample[] {
  const file = new URL("../tests/golden/benefit-examples.json", import.meta.url);
  if (!existsSync(file)) return [];
  const { examples } = JSON.parse(readFileSync(file, "utf8")) as { readonly examples: readonly Omit<PublishedExample, "cannotTell">[] };
  return examples.map((example) => {
    const cannotTell = cannotTellBecause[example.id];
    return cannotTell === undefined ? example : { ...example, cannotTell };
  });
}
