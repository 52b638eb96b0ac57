// The words of "Print the access plan": who it is for, and what each copy holds (experience.md 2.6.9).

/** The readers of a plan on paper, as they stand in an address. */
export const planReaders = ["my-file", "anyone", "venue", "chair"] as const;
export type PlanReader = (typeof planReaders)[number];

export const planPaperOf = {
  "my-file": "access-plan",
  anyone: "plan-without-names",
  venue: "plan-for-venue",
  chair: "plan-for-chair",
} as const satisfies Readonly<Record<PlanReader, string>>;

export const planReaderChoice: Readonly<Record<PlanReader, { readonly label: string; readonly hint: string }>> = {
  "my-file": {
    label: "My file (with names where people agreed)",
    hint: "Holds what people told you, and how to reach suppliers. We put on record that it was opened.",
  },
  anyone: { label: "Anyone (no names)", hint: "Things, counts and times. Nobody’s own words." },
  venue: { label: "The venue", hint: "What the venue has to have, how many, and when. Never a clash or a reason." },
  chair: {
    label: "The chair and access host",
    hint: "What to do for everybody, and for people who gave the two their name. We put on record that it was opened.",
  },
};

/** The sizes of print of the plan, in points. */
export const planSizes = [12, 14, 18, 24] as const;

export const printPlanProblems = {
  reader: "Choose who it is for",
  size: "Choose a text size",
} as const;
