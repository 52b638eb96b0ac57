// The words of the private payment pages around the benefits check, in both ways of writing: start, how much, charity, how,
// bank, check and agree, done, adviser and letter. The compiler asks for the Easy Read words beside each standard ones.
import type { Choice } from "#app/domain/payments/choice.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { ModulusAnswer } from "#app/domain/payments/modulus-check.ts";
import type { Wording } from "./benefits/questions.ts";
import { counted, money } from "./format.ts";
import { afterTheMeetingNote } from "./payment-choice.ts";
import { charityNote, choiceLabels, choiceSentence, modulusSentence, paymentMethodNames } from "./payments.ts";

type Disclosure = { readonly heading: string; readonly text: string };

type PayWords = {
  readonly backToPayment: string;
  readonly next: string;
  readonly save: string;
  readonly skip: string;
  readonly later: string;
  readonly start: {
    readonly heading: string;
    readonly costsOnly: string;
    readonly offered: (amount: string) => string;
    readonly paysCosts: string;
    readonly chosen: string;
    readonly yourChoice: string;
    readonly yourChoiceText: string;
    readonly legend: string;
    readonly options: Readonly<Record<"choose" | "check" | "adviser" | "later", string>>;
    readonly keptBefore: string;
    readonly keptLink: string;
    readonly whoSees: (coordinator: string) => Disclosure;
    readonly tellsDwp: Disclosure;
    readonly year: string;
    readonly letter: string;
    readonly tax: string;
    readonly notices: Readonly<Record<"forgotten" | "undone", Disclosure>>;
  };
  readonly choose: {
    readonly legend: string;
    readonly hint: (amount: string) => string;
    readonly costsOnlyHint: string;
    readonly lessHeading: string;
    readonly less: string;
    readonly splitHeading: string;
    readonly forPerson: string;
    readonly forCharity: string;
    readonly noReason: string;
  };
  readonly charity: {
    readonly heading: string;
    readonly another: string;
    readonly notChosen: string;
    readonly name: string;
    readonly number: string;
    readonly ifAnother: string;
  };
  readonly how: { readonly legend: string };
  readonly bank: {
    readonly heading: string;
    readonly shared: string;
    readonly onFile: (lastTwo: string, savedOn: string) => string;
    readonly use: (lastTwo: string) => string;
    readonly name: string;
    readonly sortCode: string;
    readonly sortCodeHint: string;
    readonly number: string;
    readonly numberHint: string;
    readonly roll: string;
    readonly rollHint: string;
    readonly holderAgrees: string;
    readonly later: string;
    readonly locked: string;
    readonly checkHeading: string;
    readonly shownOnce: string;
    readonly rollShort: string;
    readonly ourCheck: string;
    readonly changed: string;
    readonly right: string;
    readonly again: string;
  };
  readonly check: {
    readonly heading: string;
    readonly amount: string;
    readonly charity: string;
    readonly charityNamed: string;
    readonly how: string;
    readonly account: string;
    readonly notGiven: string;
    readonly ends: (lastTwo: string) => string;
    readonly when: string;
    readonly whoSees: string;
    readonly whoSeesText: (coordinator: string) => string;
    readonly understood: string;
    readonly save: string;
    readonly adviser: string;
  };
  readonly done: {
    readonly what: string;
    readonly title: string;
    readonly until: (day: string) => string;
    readonly stepsPaid: readonly string[];
    readonly stepsUnpaid: readonly string[];
    readonly change: string;
    readonly home: string;
  };
  readonly adviser: {
    readonly heading: string;
    readonly free: string;
    readonly yourself: string;
    readonly find: (contact: string) => readonly string[];
    readonly inWriting: string;
    readonly phone: string;
    readonly email: string;
    readonly otherWays: string;
    readonly hours: string;
    readonly within: string;
    readonly days: (days: number) => string;
    readonly ask: string;
    readonly askedOn: (day: string) => string;
    readonly which: string;
    readonly how: string;
    readonly ways: Readonly<Record<"email" | "phone" | "text" | "letter", string>>;
    readonly reach: string;
    readonly reachHint: string;
    readonly when: string;
    readonly send: string;
    readonly whoSees: string;
    readonly sent: Disclosure;
  };
  readonly letter: {
    readonly heading: string;
    readonly intro: string;
    readonly says: string;
    readonly legend: string;
    readonly parts: Readonly<Record<LetterPart, string>>;
    readonly show: string;
    readonly get: string;
    readonly preview: string;
    readonly nothingChosen: string;
    readonly postHeading: string;
    readonly postWho: string;
    readonly address: string;
    readonly onFile: (where: string) => string;
    readonly elsewhere: string;
    readonly noAddress: string;
    readonly ask: string;
    readonly done: (where: string, by: string) => string;
    readonly doneHeading: string;
    readonly waits: (by: string) => string;
    readonly posted: (on: string) => string;
  };
};

/** What a person can tick for their letter (experience.md 2.5.6b). */
export const letterParts = ["name", "meeting", "amount", "chosen"] as const;
export type LetterPart = (typeof letterParts)[number];

export const payWords: Readonly<Record<Wording, PayWords>> = {
  standard: {
    backToPayment: "Back to your payment",
    next: "Continue",
    save: "Save and continue",
    skip: "Skip this question",
    later: "Save and come back later",
    start: {
      heading: "Your payment for this meeting",
      costsOnly: "We pay your costs for this meeting. There is no payment for time.",
      offered: (amount) => `We would like to pay you ${amount} for your time.`,
      paysCosts: "We also pay your costs. Costs are separate from payment.",
      chosen: "What you have chosen",
      yourChoice: "It is your choice",
      yourChoiceText:
        "You can take all of it, some of it, or say no thank you. If you turn it down before the meeting, we may give a donation of our own. No one at the meeting will know.",
      legend: "What would you like to do?",
      options: {
        choose: "I know what I want: choose my payment",
        check: "Check how a payment could affect my benefits",
        adviser: "Talk to an adviser first",
        later: "Decide later",
      },
      keptBefore: "You asked us to keep your answers about benefits.",
      keptLink: "See your kept answers",
      whoSees: (coordinator) => ({
        heading: "Who will see this",
        text: `You, and the payments team. The payments team sees how much to pay and when. They do not see which benefits you get. ${coordinator} sees only that you have decided.`,
      }),
      tellsDwp: {
        heading: "Will you tell the DWP?",
        text: "We do not send your answers to the DWP or the council. If you are paid through payroll, HMRC and the DWP can see the amount paid. You may need to tell the DWP yourself. We explain how.",
      },
      year: "See all your payments in a year",
      letter: "Get a letter for the Jobcentre",
      tax: "Read about tax and payroll",
      notices: {
        forgotten: { heading: "Forgotten", text: "We have not kept your answers about benefits." },
        undone: { heading: "Undone", text: "Your choice is taken back. Nothing is decided until you choose again." },
      },
    },
    choose: {
      legend: "How much would you like to be paid?",
      hint: (amount) => `Full amount: ${amount}. Your costs are paid on top.`,
      costsOnlyHint: "There is no payment for time. We pay your costs.",
      lessHeading: "If you chose a smaller amount",
      less: "How much, in pounds?",
      splitHeading: "If you chose some for you, and a donation",
      forPerson: "Amount for you, in pounds",
      forCharity: "Amount for the charity, in pounds",
      noReason: "We never ask why.",
    },
    charity: {
      heading: "Which charity?",
      another: "Another UK charity",
      notChosen: "Choose a charity",
      name: "Charity name",
      number: "Charity number (optional)",
      ifAnother: "If you chose another charity",
    },
    how: { legend: "How should we pay you?" },
    bank: {
      heading: "Bank or building society details",
      shared:
        "Money in an account you share, or somebody else's account, can count as theirs. Benefits may ask about it. Only you can decide who you trust with your money.",
      onFile: (lastTwo, savedOn) =>
        `We have an account that ends ${lastTwo}, saved on ${savedOn}. To change it, enter new details. We tell you about the change at the email or address we already have.`,
      use: (lastTwo) => `Use the account that ends ${lastTwo}`,
      name: "Name on the account",
      sortCode: "Sort code",
      sortCodeHint: "6 digits, like 12-34-56",
      number: "Account number",
      numberHint: "Between 6 and 10 digits",
      roll: "Building society roll number (if you have one)",
      rollHint: "It is on your card, statement or passbook",
      holderAgrees: "The account holder agrees that my money is paid into this account",
      later: "Leave this for later",
      locked: "We store these locked. Staff see only the last 2 digits of the account number, apart from the person who makes the payment.",
      checkHeading: "Check your bank details",
      shownOnce: "These are saved. We show them once, here, so that you can check them.",
      rollShort: "Roll number",
      ourCheck: "Our check for slips",
      changed: "These replace details we had. We pay nothing into the new account until we have checked with you.",
      right: "These are right",
      again: "Enter them again",
    },
    check: {
      heading: "Check your payment choice",
      amount: "How much",
      charity: "The charity",
      charityNamed: "You named it. Any donation is our own.",
      how: "How we pay you",
      account: "Account",
      notGiven: "Not given yet",
      ends: (lastTwo) => `Ends ${lastTwo}`,
      when: "When to expect it",
      whoSees: "Who sees this",
      whoSeesText: (coordinator) => `You and the payments team. ${coordinator} sees only that you have decided.`,
      understood: "I understand I may need to tell the DWP, my council or HMRC about payments.",
      save: "Save my choice",
      adviser: "Talk to an adviser first",
    },
    done: {
      what: "your payment choice is saved",
      title: "Done: your payment choice is saved",
      until: (day) => `You can change it until ${day}.`,
      stepsPaid: [
        "You take part in the meeting.",
        "After it, you check your time and add your costs.",
        "Two people check the claim, and then we pay you.",
      ],
      stepsUnpaid: ["You take part in the meeting.", "You do not need to send a claim."],
      change: "Change your mind",
      home: "Go to my page for this meeting",
    },
    adviser: {
      heading: "Talk to an adviser",
      free: "Free and independent. They do not work for us or the DWP.",
      yourself: "Advice you can get yourself",
      find: (contact) => [
        "Look for their own website, or ask your library.",
        "Their phone, text and sign language services are listed there.",
        `If you need help to find one, ask ${contact}. The ways to reach ${contact} are at the end of this page.`,
      ],
      inWriting: "Ask for a decision in writing. You can challenge a decision. For most benefits you have one month.",
      phone: "Phone",
      email: "Email",
      otherWays: "Other ways",
      hours: "Hours",
      within: "They reply within",
      days: (days) => counted(days, "day", "days"),
      ask: "Ask an adviser to contact you",
      askedOn: (day) => `You asked on ${day}. Send this again if something changed.`,
      which: "Which adviser?",
      how: "How should the adviser contact you?",
      ways: { email: "By email", phone: "By phone", text: "By text message", letter: "By letter" },
      reach: "Which number or address? (optional)",
      reachHint: "Leave it empty to use the one we have.",
      when: "When is good? (optional)",
      send: "Ask for a call",
      whoSees: "The adviser sees your name and how to reach you. Nobody else here sees that. We do not send your answers about benefits.",
      sent: {
        heading: "Done: your request is sent",
        text: "Your place at the meeting is safe while you wait. You do not have to decide yet.",
      },
    },
    letter: {
      heading: "Letter about your involvement and payment",
      intro: "Some people find it helps to show this to the Jobcentre or the council.",
      says: "It says what involvement is, that it is not a job, that you can stop at any time, and that costs are separate. It does not mention benefits, health or access.",
      legend: "What should the letter include?",
      parts: { name: "My name", meeting: "The meeting and date", amount: "The amount offered", chosen: "The amount I chose" },
      show: "Show this letter",
      get: "Get the letter",
      preview: "Your letter",
      nothingChosen: "Choose what the letter should include",
      postHeading: "A signed copy by post",
      postWho: "The payments team signs it. They see your name, where to post it, and this letter.",
      address: "Where should we post it?",
      onFile: (where) => `We post it to ${where}, unless you give another one.`,
      elsewhere: "Post it somewhere else (optional)",
      noAddress: "Tell us where to post it",
      ask: "Ask for a signed copy by post",
      done: (where, by) => `A signed letter will be posted to ${where} by ${by}.`,
      doneHeading: "Done",
      waits: (by) => `You asked for a signed copy. We will post it by ${by}. If you ask again, the new letter takes its place.`,
      posted: (on) => `We posted a signed copy on ${on}.`,
    },
  },
  easy: {
    backToPayment: "Back to your payment",
    next: "Next",
    save: "Save and go on",
    skip: "Miss this question",
    later: "Save and stop now",
    start: {
      heading: "Your payment for this meeting",
      costsOnly: "We pay your costs. We do not pay for your time.",
      offered: (amount) => `We want to pay you ${amount} for your time.`,
      paysCosts: "We pay your costs too. That is extra money.",
      chosen: "What you chose",
      yourChoice: "You choose",
      yourChoiceText: "You can take all the money. You can take some of it. You can say no. No one at the meeting will know.",
      legend: "What do you want to do?",
      options: {
        choose: "I know what I want. I want to choose",
        check: "See what pay does to my benefits",
        adviser: "Talk to an adviser first",
        later: "Choose later",
      },
      keptBefore: "You asked us to keep your answers.",
      keptLink: "See your answers",
      whoSees: (coordinator) => ({
        heading: "Who will see this",
        text: `You see this. The payments team sees how much to pay. They do not see your benefits. ${coordinator} only sees that you chose.`,
      }),
      tellsDwp: {
        heading: "Do you tell the DWP?",
        text: "We do not send your answers to the DWP. We do not send them to the council. You may need to tell them. We show you how.",
      },
      year: "See all your payments in a year",
      letter: "Get a letter you can show",
      tax: "Read about tax",
      notices: {
        forgotten: { heading: "Forgotten", text: "We did not keep your answers." },
        undone: { heading: "Taken back", text: "You took your choice back. You can choose again." },
      },
    },
    choose: {
      legend: "How much do you want to be paid?",
      hint: (amount) => `The full amount is ${amount}. We pay your costs too.`,
      costsOnlyHint: "We pay your costs. We do not pay for your time.",
      lessHeading: "Do you want a smaller amount?",
      less: "How much do you want, in pounds?",
      splitHeading: "Do you want some, and a gift to a charity?",
      forPerson: "How much for you, in pounds?",
      forCharity: "How much for the charity, in pounds?",
      noReason: "We never ask why.",
    },
    charity: {
      heading: "Which charity?",
      another: "Another charity",
      notChosen: "Choose a charity",
      name: "The name of the charity",
      number: "Its number, if you know it",
      ifAnother: "Do you want another charity?",
    },
    how: { legend: "How do you want to get the money?" },
    bank: {
      heading: "Your bank details",
      shared: "This is not only your account. Then the money may count as theirs. You decide who you trust.",
      onFile: (lastTwo, savedOn) =>
        `We have your account. It ends with ${lastTwo}. You gave it on ${savedOn}. You can write a new one. Then we tell you at the address we have.`,
      use: (lastTwo) => `Use the account that ends ${lastTwo}`,
      name: "The name on the account",
      sortCode: "Sort code",
      sortCodeHint: "It has 6 numbers, like 12-34-56",
      number: "Account number",
      numberHint: "It has 6 to 10 numbers",
      roll: "Roll number, if you have one",
      rollHint: "Some building societies have one. It is in your passbook",
      holderAgrees: "The other person says yes to this",
      later: "Do this later",
      locked: "We keep this locked. Only the person who pays you sees the whole number.",
      checkHeading: "Check your bank details",
      shownOnce: "We saved this. We show it one time. Check every number.",
      rollShort: "Roll number",
      ourCheck: "Our check",
      changed: "This is a new account. We check with you before we pay into it.",
      right: "This is right",
      again: "Write it again",
    },
    check: {
      heading: "Check what you chose",
      amount: "How much",
      charity: "The charity",
      charityNamed: "You told us its name. We may give our own money to it.",
      how: "How we pay you",
      account: "Account",
      notGiven: "Not given yet",
      ends: (lastTwo) => `It ends with ${lastTwo}`,
      when: "When you get it",
      whoSees: "Who sees this",
      whoSeesText: (coordinator) => `You and the payments team. ${coordinator} only sees that you chose.`,
      understood: "I know I may need to tell the DWP, my council or HMRC.",
      save: "Save what I chose",
      adviser: "Talk to an adviser first",
    },
    done: {
      what: "we saved what you chose",
      title: "Done: we saved what you chose",
      until: (day) => `You can change it until ${day}.`,
      stepsPaid: ["You come to the meeting.", "After it, you tell us your time and costs.", "Two people check it. Then we pay you."],
      stepsUnpaid: ["You come to the meeting.", "You do not need to send us anything."],
      change: "Change what you chose",
      home: "Go to my page for this meeting",
    },
    adviser: {
      heading: "Talk to an adviser",
      free: "It is free. They do not work for us. They do not work for the DWP.",
      yourself: "Who you can ask",
      find: (contact) => ["Look for them on the internet.", "You can ask your library too.", `${contact} can help you find one.`],
      inWriting: "Ask the office to write down what it decides. You can say it is wrong. You often have one month for that.",
      phone: "Phone",
      email: "Email",
      otherWays: "Other ways",
      hours: "When they are there",
      within: "They answer in",
      days: (days) => counted(days, "day", "days"),
      ask: "Ask an adviser to talk to you",
      askedOn: (day) => `You asked on ${day}. You can ask again.`,
      which: "Which adviser?",
      how: "How should they talk to you?",
      ways: { email: "By email", phone: "By phone", text: "By text message", letter: "By letter" },
      reach: "Which number or address? You can leave this empty",
      reachHint: "Then they use the one we have.",
      when: "When is a good time? You can leave this empty",
      send: "Ask for a call",
      whoSees: "The adviser sees your name. They see how to reach you. They do not see your answers.",
      sent: { heading: "Done: we sent it", text: "You keep your place at the meeting. You can choose later." },
    },
    letter: {
      heading: "A letter about this meeting and your pay",
      intro: "You can show this letter to the Jobcentre. You can show it to the council.",
      says: "It says this is not a job. It says you can stop when you want. It says nothing about your benefits or your health.",
      legend: "What should the letter say?",
      parts: { name: "My name", meeting: "The meeting and its day", amount: "How much we offered", chosen: "How much I chose" },
      show: "Show me the letter",
      get: "Get the letter to print",
      preview: "Your letter",
      nothingChosen: "Choose what the letter should say",
      postHeading: "Get it by post",
      postWho: "The payments team signs it. They see your name and address. They see this letter.",
      address: "Where do we post it?",
      onFile: (where) => `We post it to ${where}.`,
      elsewhere: "You can write another address here",
      noAddress: "Tell us where to post it",
      ask: "Post me a signed letter",
      done: (where, by) => `We will post the letter to ${where}. We do it by ${by}.`,
      doneHeading: "Done",
      waits: (by) => `You asked for a letter. We post it by ${by}. You can ask again.`,
      posted: (on) => `We posted it on ${on}.`,
    },
  },
};

/** The choices with the full amount in the first, in a person's own way of writing. */
export function choiceLabelsIn(wording: Wording, offered: Pence): Readonly<Record<Choice["kind"], string>> {
  if (wording === "standard") return choiceLabels(offered);
  return {
    full: `All of it: ${money(offered)}`,
    less: "Less money",
    charity: "No money for me. You may give to a charity I name",
    split: "Some for me. You may give to a charity I name",
    "costs-only": "No pay. Only my costs",
    nothing: "No pay and no costs",
  };
}

/** What somebody chose, told back to them in their own way of writing. */
export function choiceSaid(wording: Wording, choice: Choice, offered: Pence): string {
  if (wording === "standard") return choiceSentence(choice, offered);
  switch (choice.kind) {
    case "full":
      return `You chose all of it. That is ${money(offered)}. We pay your costs too.`;
    case "less":
      return `You chose ${money(choice.amount)}. We pay your costs too.`;
    case "charity":
      return `You chose no pay. We may give our own money to ${choice.charity.name}. We pay your costs.`;
    case "split":
      return `You chose ${money(choice.forPerson)}. We may give our own money to ${choice.charity.name}. We pay your costs too.`;
    case "costs-only":
      return "You chose no pay. We pay your costs.";
    case "nothing":
      return "You chose no pay and no costs.";
  }
}

/** Goes beside a choice that names a charity. */
export const charityNotes: Readonly<Record<Wording, string>> = {
  standard: charityNote,
  easy: "You say no to the pay first. Then we may give our own money to the charity. It is not your money.",
};

export const afterTheMeetingNotes: Readonly<Record<Wording, string>> = {
  standard: afterTheMeetingNote,
  easy: "It is the day of the meeting now. You can still take less. But all of it may count. Talk to an adviser first.",
};

const easyMethods: Readonly<Record<PaymentMethod, string>> = {
  bank: "Into my bank account",
  "someone-elses-account": "Into another account. It is not only mine",
  cash: "Cash on the day",
  voucher: "A voucher",
  cheque: "A cheque",
  "payment-card": "A payment card",
  payroll: "With wages from you",
};

/** The ways to be paid, in a person's own way of writing. */
export function methodNames(wording: Wording): Readonly<Record<PaymentMethod, string>> {
  return wording === "easy" ? easyMethods : paymentMethodNames;
}

/** What goes under a way to be paid, where there is something to know first. */
export const methodHints: Readonly<Record<Wording, Readonly<Partial<Record<PaymentMethod, string>>>>> = {
  standard: {
    voucher: "For benefits, a voucher usually counts the same as money.",
    "someone-elses-account": "The next page says what to think about first.",
  },
  easy: {
    voucher: "For benefits a voucher often counts as money.",
    "someone-elses-account": "Read the next page first.",
  },
};

/** How the check of an account came out, in a person's own way of writing. */
export function bankCheckSaid(wording: Wording, check: ModulusAnswer): string {
  if (wording === "standard") return modulusSentence(check);
  return check.answer === "passes" && check.unchecked === undefined ? "The numbers look right." : "We could not check the numbers.";
}

/** Asks somebody again after their offer went up; the same words for everybody. */
export const riseWords: Readonly<Record<Wording, (before: string, now: string) => string>> = {
  standard: (before, now) =>
    `We offered you ${before} before, and you said yes to all of it. We now offer you ${now}. More money can change things for some people, so please choose again. You can check in private first.`,
  easy: (before, now) =>
    `First we offered ${before}. You said yes. Now we offer ${now}. More money can change things for some people. Please choose again. You can check first. Only you see it.`,
};
