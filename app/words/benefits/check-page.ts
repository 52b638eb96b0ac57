// The words around the questions and the result of the benefits check: headings, buttons, and who sees what. Both ways of writing.
import type { Wording } from "./questions.ts";

type CheckPageWords = {
  readonly backToPayment: string;
  readonly askedAgain: string;
  readonly lockedBefore: string;
  readonly lockedLink: string;
  readonly lockedAfter: string;
  readonly next: string;
  readonly skip: string;
  readonly back: string;
  readonly later: string;
  readonly forget: string;
  readonly whyHeading: string;
  readonly why: string;
  readonly whoHeading: string;
  readonly whoKept: string;
  readonly whoForgotten: string;
  readonly working: (benefit: string) => string;
  readonly workingColumns: readonly [string, string];
  readonly figures: string;
  readonly choices: string;
  readonly unchanged: string;
  readonly toDo: string;
  readonly journal: string;
  readonly form: string;
  readonly formSheet: string;
  readonly arrival: string;
  readonly letter: string;
  readonly letterLink: string;
  readonly otherLetter: string;
  readonly sources: string;
  readonly sourcesAre: string;
  readonly choose: string;
  readonly adviser: string;
  readonly year: string;
  readonly keptNote: string;
  readonly forgottenNote: string;
};

/** The words of the question pages and the result pages. */
export const checkPageWords: Readonly<Record<Wording, CheckPageWords>> = {
  standard: {
    backToPayment: "Back to your payment",
    askedAgain: "We had not kept your answers, so the questions start here.",
    lockedBefore: "We have answers you asked us to keep. To see them,",
    lockedLink: "check it is you",
    lockedAfter: "Or start again here.",
    next: "Continue",
    skip: "Skip this question",
    back: "Go back one question",
    later: "Save and come back later",
    forget: "Forget this and go back",
    whyHeading: "Why we ask this",
    why: "We use your answers to show the right rules. You can skip any question.",
    whoHeading: "Who will see this",
    whoKept: "Only you. We keep your answers locked. To see them again you need a fresh link.",
    whoForgotten: "Only you. We do not keep your answers. They are gone when you close this page.",
    working: (benefit) => `How we worked this out for ${benefit}`,
    workingColumns: ["What", "Amount"],
    figures: "Figures used:",
    choices: "What you can do",
    unchanged: "What does not change",
    toDo: "What you may need to do",
    journal: "Words you can copy into your Universal Credit journal",
    form: "Send form PW1",
    formSheet: "Help with the permitted work form",
    arrival: "When the money would arrive",
    letter: "Our letter for the Jobcentre",
    letterLink: "Letter about involvement and payment",
    otherLetter: "Choose what the letter says",
    sources: "Where this comes from",
    sourcesAre: "The numbers after each sentence are the numbers of this list.",
    choose: "Choose my payment",
    adviser: "Talk to an adviser",
    year: "See all your payments in a year",
    keptNote:
      "We kept your answers because you asked us to. To see them again you need a fresh link. Press 'Forget this and go back' to delete them.",
    forgottenNote: "We have not kept your answers or this result. To keep a copy, print this page now.",
  },
  easy: {
    backToPayment: "Back to your payment",
    askedAgain: "We did not keep your answers. So we start again here.",
    lockedBefore: "We kept your answers for you. To see them,",
    lockedLink: "show us it is you",
    lockedAfter: "You can also start again here.",
    next: "Next",
    skip: "Miss this question",
    back: "Go back one question",
    later: "Save and stop now",
    forget: "Forget this and go back",
    whyHeading: "Why we ask",
    why: "Your answers tell us which rules to show. You can miss any question.",
    whoHeading: "Who will see this",
    whoKept: "Only you see this. We keep it locked.",
    whoForgotten: "Only you see this. We do not keep it. It is gone when you close this page.",
    working: (benefit) => `How we worked it out for ${benefit}`,
    workingColumns: ["What", "How much"],
    figures: "We used these numbers:",
    choices: "What you can do",
    unchanged: "What stays the same",
    toDo: "What to do next",
    journal: "Words to copy into your Universal Credit journal",
    form: "How to send the form PW1",
    formSheet: "Help with the form, to print",
    arrival: "When you get the money",
    letter: "A letter you can show",
    letterLink: "Our letter to print",
    otherLetter: "Choose what the letter says",
    sources: "Where we read this",
    sourcesAre: "The small numbers on this page are the numbers here.",
    choose: "Choose my payment",
    adviser: "Talk to an adviser",
    year: "See all your payments in a year",
    keptNote: "We kept your answers. You asked us to. Press 'Forget this and go back' to delete them.",
    forgottenNote: "We did not keep your answers. Print this page if you want to keep it.",
  },
};

/** How to send the permitted work form, in Easy Read. */
export const easyFormSteps: readonly string[] = [
  "Get the form PW1. It is on GOV.UK.",
  "Write what you will do. Write how many hours. Write how much money.",
  "Put our letter with the form.",
  "Post it before you start. The address is on your ESA letters.",
  "Did you start already? Then send it now.",
];

/** "Source 2", "Sources 1, 3": the numbers after a sentence, in both ways of writing. */
export function sourcesNamed(numbers: readonly number[]): string {
  return numbers.length === 1 ? `Source ${numbers.join("")}` : `Sources ${numbers.join(", ")}`;
}
