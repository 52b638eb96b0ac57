// Which copy of the plan an address asks for. Nothing is guessed: an address that says only half is answered with what to choose.
import { planReaders, planSizes, printPlanProblems, type PlanReader } from "#app/words/print-plan.ts";

export type PlanWanted = { readonly reader: PlanReader; readonly size: (typeof planSizes)[number]; readonly showsClashes: boolean };

export type PlanWantedRead = {
  /** Null while something has to be chosen. */
  readonly wanted: PlanWanted | null;
  readonly typed: { readonly reader?: string; readonly size?: string; readonly clashes: boolean };
  /** Empty before the form was sent. */
  readonly problems: { readonly reader?: string; readonly size?: string };
};

/** Reads the choices of "Print the access plan" from an address. */
export function readPlanWanted(search: URLSearchParams): PlanWantedRead {
  const reader = planReaders.find((one) => one === search.get("reader"));
  const size = planSizes.find((one) => String(one) === search.get("size"));
  const showsClashes = search.get("clashes") === "yes";
  const wasSent = search.has("show");
  return {
    wanted: reader === undefined || size === undefined ? null : { reader, size, showsClashes },
    typed: {
      clashes: showsClashes,
      ...(reader === undefined ? {} : { reader }),
      ...(size === undefined ? (wasSent ? {} : { size: "12" }) : { size: String(size) }),
    },
    problems: {
      ...(wasSent && reader === undefined ? { reader: printPlanProblems.reader } : {}),
      ...(wasSent && size === undefined ? { size: printPlanProblems.size } : {}),
    },
  };
}

/** The choices as the part of an address after the question mark. */
export function addressOf({ reader, size, showsClashes }: PlanWanted): string {
  return new URLSearchParams({ reader, size: String(size), ...(showsClashes ? { clashes: "yes" } : {}) }).toString();
}
