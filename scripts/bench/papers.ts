// Papers: one payment form warm, and many in one run. Every file of the run is read back and must say what its plain text says.
import type { Bench } from "./bench.ts";
import type { Figure } from "./figures.ts";
import { paymentFormFor } from "./payment-form.ts";
import { wordsOfPdf, wordsOfText } from "./pdf-words.ts";
import { inTurns, processorTimeOf, ratiosOf, summaryOf } from "./rounds.ts";
import { memoryOf } from "./running-app.ts";
import type { Doc } from "#app/documents/model.ts";
import { renderDocument } from "#app/documents/render.ts";
import { renderPlainText } from "#app/documents/render/plain-text.ts";
import { tidyDoc } from "#app/documents/render/tidy.ts";

/** One form warm, 200 (1,000 with --full) different forms in one run, and how much memory that run takes. */
export const pdfBench: Bench = async ({ rounds, full }) => {
  const many = full ? 1_000 : 200;
  // The promise is for a batch of 1,000; the shorter run only watches it.
  const level = full ? "must" : "goal";
  const cold = await processorTimeOf(() => drawn(paymentFormFor(0)));
  for (let number = 1; number <= 20; number += 1) await drawn(paymentFormFor(number));

  const warm = await inTurns(
    {
      pdf: async () => (await processorTimeOf(() => severalTimes(5, () => drawn(paymentFormFor(21))))) / 5,
      html: async () => (await processorTimeOf(() => severalTimes(100, () => renderDocument(paymentFormFor(21), "html")))) / 100,
    },
    rounds,
  );

  const before = memoryOf(process.pid);
  const papers: { readonly doc: Doc; readonly bytes: Uint8Array }[] = [];
  const began = performance.now();
  const run = await processorTimeOf(async () => {
    for (let number = 0; number < many; number += 1) {
      const doc = paymentFormFor(number);
      papers.push({ doc, bytes: await drawn(doc) });
    }
  });
  const onTheClock = performance.now() - began;
  const after = memoryOf(process.pid);
  for (const paper of papers) await requireSameWords(paper);

  return [
    { ...figure("first form of a process, typefaces read, processor time", "ms"), value: cold },
    {
      ...figure("one payment form, warm, processor time", "ms"),
      ...summaryOf(warm.pdf),
      limit: { level: "must", is: "at most", value: 30 },
    },
    { ...figure("one payment form as a PDF against the same as HTML", "×"), ...summaryOf(ratiosOf(warm.pdf, warm.html)) },
    {
      ...figure("one payment form, file", "bytes"),
      value: papers[0]?.bytes.length ?? 0,
      limit: { level: "goal", is: "at most", value: 45 * 1024 },
    },
    { ...figure(`${many} different payment forms in one run, on the clock`, "ms"), value: onTheClock },
    {
      ...figure(`each of ${many} payment forms in one run, processor time`, "ms"),
      value: run / many,
      limit: { level, is: "at most", value: 10 },
    },
    before === null || after === null
      ? {
          kind: "not-measured",
          bench: "pdf",
          name: "memory for the run",
          because: "this system does not say how much memory a process has",
        }
      : {
          ...figure(`memory taken by the run of ${many}, files kept`, "MB"),
          value: after.now - before.now,
          limit: { level, is: "at most", value: 100 },
        },
  ];
};

async function severalTimes(times: number, work: () => Promise<unknown>): Promise<void> {
  for (let done = 0; done < times; done += 1) await work();
}

async function drawn(doc: Doc): Promise<Uint8Array> {
  const made = await renderDocument(doc, { pdf: 12 });
  if (!made.ok) throw new Error(`The payment form could not be drawn: there is no letterform for ${made.refusal.characters.join(" ")}`);
  return made.value.bytes;
}

async function requireSameWords({ doc, bytes }: { readonly doc: Doc; readonly bytes: Uint8Array }): Promise<void> {
  // At 12 points a wide table stays whole, so it is compared with the whole table in plain text.
  const expected = wordsOfText(renderPlainText(tidyDoc(doc))).join(" ");
  const found = (await wordsOfPdf(bytes)).join(" ");
  if (found !== expected)
    throw new Error(`The PDF ${doc.reference ?? ""} does not say what its plain text says.\nExpected: ${expected}\nFound: ${found}`);
}

function figure(name: string, unit: string): Pick<Figure, "kind" | "bench" | "name" | "unit"> {
  return { kind: "figure", bench: "pdf", name, unit };
}
