// The attendee's access journey in the person's own way of writing (experience.md 2.4.13 and 5.9): the standard words and the Easy Read
// ones side by side. Standard words are those of the screens; easy ones are short, one idea a sentence.
import type { EasyAnswer } from "#app/domain/access/easy-parts.ts";
import type { TopicId } from "#app/domain/access/topic-options.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import { money } from "./format.ts";

export type Wording = "standard" | "easy";

/** The yes-or-no question of each topic, and what it may be about. */
export const easyTopicWords: Readonly<Record<TopicId, { readonly question: string; readonly about: string }>> = {
  "contact-and-papers": {
    question: "Shall we contact you in a special way?",
    about: "For example, by phone. Or with big letters.",
  },
  communication: {
    question: "Do you need help to talk, hear or understand?",
    about: "For example, an interpreter. Or more time.",
  },
  "getting-around": {
    question: "Do you need help to get around the building?",
    about: "For example, no steps. Or a special toilet.",
  },
  senses: {
    question: "Do light, noise or smells make it hard for you?",
    about: "For example, you may need a quiet room.",
  },
  running: {
    question: "Shall we run the meeting in a way that helps you?",
    about: "For example, with more breaks.",
  },
  food: {
    question: "Do you need special food, or a place for medicine?",
    about: "For example, food with no nuts.",
  },
  "with-me": {
    question: "Will somebody come with you?",
    about: "For example, a supporter. Or an assistance dog.",
  },
  travel: {
    question: "Do you need help to travel to the meeting?",
    about: "For example, a taxi. Or money before the meeting.",
  },
  online: {
    question: "Do you need help to take part online?",
    about: "For example, a call to try it first.",
  },
  safety: {
    question: "Do you need help to get out if there is a fire?",
    about: "The lifts stop when the alarm rings.",
  },
  else: {
    question: "Do you want to tell us something else?",
    about: "You can say what makes a meeting good for you.",
  },
};

/** The three big choices. */
export const easyAnswerLabels: Readonly<Record<EasyAnswer, string>> = { yes: "Yes", no: "No", "not-sure": "Not sure" };

/** What is passed on for "Not sure": the person's wish to talk, as their own words about the topic. */
export const wouldLikeToTalk = "I am not sure. I would like to talk about this.";

/** Said before a "No" that takes something back. */
export const noTakesBack = "You told us something about this before. If you choose “No”, we take it out.";

/** Said at the head of each page: how far somebody is, and that it is enough. */
export function doneSoFar(done: number): string {
  return done === 0 ? "You can stop when you want." : `You have done ${done}. You can stop now if you want.`;
}

/** The name of a part of a page that was split. */
export function partTitle(title: string, part: number, parts: number): string {
  return parts === 1 ? title : `${title} Part ${part} of ${parts}.`;
}

export const stepWords = {
  standard: {
    why: "So that we can plan the room, the day and the papers around what people need. We never ask why you need it.",
    whoSees: "You choose. Before anything is sent, you see exactly what each person will read.",
    sharingIntro: null,
    essential: "This helps us plan. We try to do all of them.",
    anythingElse: null,
    check: {
      untold: "You have not told us about",
      untoldNote: "That is fine. You can add any of these at any time.",
      more: "Choose more topics",
      notSent: (planner: string) => `If you do nothing else, ${planner} will plan from this once you send it.`,
      sent: (planner: string) => `You have sent these answers. ${planner} plans from them.`,
    },
    done: (planner: string): readonly string[] => [
      `${planner} looks at them and plans the meeting around them.`,
      "You will see on your own page what is arranged for you.",
      "We send joining instructions in your format before the meeting.",
    ],
  },
  easy: {
    why: "We want the meeting to be good for you. We do not ask why you need it.",
    whoSees: "You choose who sees it. We show you what they will read.",
    sharingIntro: "Some people help us with the meeting. Here is what each of them will read.",
    essential: "Tell us what matters most. We try to do all of it.",
    anythingElse: "Do you want to say more? You do not have to.",
    check: {
      untold: "What you have not told us",
      untoldNote: "That is fine. You can tell us later.",
      more: "Tell us more",
      notSent: (planner: string) => `Press the button to send this to ${planner}.`,
      sent: (planner: string) => `You have sent this. ${planner} uses it to plan the meeting.`,
    },
    done: (planner: string): readonly string[] => [
      `${planner} reads what you told us.`,
      "You can see on your page what we do for you.",
      "We tell you how to get to the meeting.",
    ],
  },
} as const;

/** The landing page of a private link. */
export const landingWords = {
  standard: {
    from: (organisation: string) => `From ${organisation}.`,
    offer: null,
    end: "You do not need a password. You can stop and come back. It is fine to say no.",
    start: "Start",
    notMe: "This is not for me",
    other: "Read this in Easy Read",
  },
  easy: {
    from: (organisation: string) => `This is from ${organisation}.`,
    offer: (total: Pence) =>
      total === 0
        ? "We pay for what you spend to come."
        : `We can pay you ${money(total)} for your time. We pay for what you spend to come.`,
    end: "You do not need a password. You can stop. You can come back later. You can say no.",
    start: "Start",
    notMe: "This is not for me",
    other: "Read this in standard words",
  },
} as const;

/** A meeting that was called off: costs are paid back all the same. */
export const calledOffWords: Readonly<Record<Wording, string>> = {
  standard: "If you spent money getting ready, you can still claim it.",
  easy: "Did you spend money to come? We can still pay it back.",
};

/** Headings of the landing page, by how the meeting stands. */
export const landingHeadings: Readonly<Record<Wording, Readonly<Record<"open" | "over" | "called-off", (name: string) => string>>>> = {
  standard: {
    open: (name) => `You are invited: ${name}`,
    over: () => "This meeting has finished",
    "called-off": () => "This meeting is not going ahead",
  },
  easy: {
    open: (name) => `Please come to our meeting: ${name}`,
    over: () => "This meeting is over",
    "called-off": () => "This meeting will not happen",
  },
};

/** "This is not for me". */
export const notMeWords = {
  standard: {
    heading: "Thanks for telling us",
    text: "We will not use this link again. Press “Send” to switch it off.",
    why: "Would you like to say more?",
    hint: "You do not have to.",
    wrongPerson: "The message came to the wrong person",
    noInvitations: "I do not want to be invited to things",
    done: "The link is switched off. You can close this page.",
  },
  easy: {
    heading: "Thank you for telling us",
    text: "Press “Send”. Then this link stops working.",
    why: "Do you want to say more?",
    hint: "You do not have to.",
    wrongPerson: "The message is for somebody else",
    noInvitations: "I do not want to go to meetings",
    done: "This link does not work any more. You can close this page.",
  },
} as const;

/** A person's own page for a meeting. Tasks are known by what they lead to. */
export const hubWords = {
  standard: {
    hello: (name: string) =>
      `Hello ${name}. Here is what we would like to know. Do as much or as little as you like. Everything is saved as you go.`,
    allDone: "Thank you. We have everything we need for now.",
    arranged: "What we are doing for you",
    others: "Other things you can do",
    tasks: {},
  },
  easy: {
    hello: (name: string) => `Hello ${name}. We have some questions. You can do some of them, or all of them. We keep your answers.`,
    allDone: "Thank you. You have told us all we need.",
    arranged: "What we do for you",
    others: "You can also do this",
    tasks: {
      coming: { text: "Tell us if you will come", hint: "You can say yes or no." },
      dates: { text: "Tell us which days are good for you", hint: "Look at each day. Say yes or no." },
      access: { text: "Tell us what you need at the meeting", hint: "Then we can plan the meeting for you." },
      sharing: { text: "Choose who can see your answers", hint: "You see what each person will read." },
      pay: { text: "Choose about money", hint: "This is private." },
      before: { text: "Ask us to pay before the meeting", hint: "Then you do not have to pay first." },
      claim: { text: "Ask for your money", hint: "For your time, and for what you spent." },
      feedback: { text: "Tell us how it was", hint: "It takes about 3 minutes. You can keep your name secret." },
      questions: { text: "Answer a question from us", hint: "It is about what you need. Nobody sees that it is you." },
    },
  },
} as const;

/** "Will you come?" */
export const comingWords = {
  standard: { question: "Will you come to this meeting?", hint: "You can change your mind at any time." },
  easy: { question: "Will you come to the meeting?", hint: "You can change your answer later." },
} as const;

/** "Who is filling this in?" */
export const whoWords = {
  standard: {
    question: "Who is filling this in?",
    me: "Me, on my own",
    withHelp: "Me, with someone helping",
    onMyBehalf: "Someone on my behalf",
    onMyBehalfHint: "Answer as the person you help would want you to.",
    helper: "The name of the person helping",
    helperHint: "Only if they would like us to contact them.",
    why: "So that we know who to talk to about these answers.",
    whoSees: (planner: string) => `${planner} sees this once you send your answers.`,
  },
  easy: {
    question: "Who gives the answers?",
    me: "I do it alone",
    withHelp: "I do it, and somebody helps me",
    onMyBehalf: "Somebody does it for me",
    onMyBehalfHint: "Say what the person would want you to say.",
    helper: "The name of who helps you",
    helperHint: "Leave it empty if you want.",
    why: "Then we know who we can talk to.",
    whoSees: (planner: string) => `${planner} sees this after you send it.`,
  },
} as const;

/** "Finish and clear this device". */
export const clearWords = {
  standard: {
    done: [
      "We have removed our cookie and stored pages from this browser.",
      "Your answers are still safe with us. Close this tab to be sure.",
    ],
    before: [
      "Your answers are saved. We will remove our cookie and stored pages from this browser.",
      "To come back, open your private link again.",
    ],
  },
  easy: {
    done: ["Nobody can see your pages here now.", "We still have your answers. You can close this page."],
    before: ["We keep your answers. We take your pages off this phone or computer.", "To come back, open your link again."],
  },
} as const;

/** After "No". */
export const easyAfterNoWords = {
  intro: "We have your answer. You do not have to say more.",
  why: "Do you want to say why? You do not have to.",
  whoSeesWhy: "Nobody sees what you tick. We only count it, when 3 people or more say the same.",
  otherWay: "Do you want to tell us what you think in another way?",
  whoSeesWay: "The organiser sees this. Then they can talk to you.",
} as const;

/** "Has anything changed since last time?" */
export const reviewWords = {
  standard: {
    heading: "Has anything changed since last time?",
    told: (day: string, meeting: string) => `You told us this on ${day}, for ${meeting}. We will use it again if you are happy with it.`,
    nothing: "You told us that you do not need anything.",
    question: "Is this still right?",
    hint: "If it changes from day to day, choose “Mostly” and mark it “It varies”.",
    same: "Yes, use these answers",
    mostly: "Mostly, I want to change something",
    again: "No, start again",
    why: "So that you do not have to tell us everything again.",
    whoSees: (planner: string) =>
      `Only you, for now. ${planner} sees nothing until you send it. Before that, you see what each person will read.`,
  },
  easy: {
    heading: "What you told us last time",
    told: (day: string, meeting: string) => `You told us this on ${day}. It was for ${meeting}.`,
    nothing: "You told us that you need nothing.",
    question: "Is this still right?",
    hint: "It may be different on some days. Then choose the second answer.",
    same: "Yes, use it again",
    mostly: "I want to change some of it",
    again: "No, I want to start again",
    why: "Then you do not have to tell us all of it again.",
    whoSees: (planner: string) => `Only you see it now. ${planner} sees it after you send it.`,
  },
} as const;

/** "Which dates suit you?" */
export const datesWords = {
  standard: {
    heading: "Which dates suit you?",
    intro: (replyBy: string) =>
      `Please tell us by ${replyBy}. You can leave any of these out. You can change your mind until a date is chosen.`,
    toldBefore: "You told us before that this day does not work for you.",
    never: "Is there a time of day that never works for you?",
    restDays: "Is there a day you have care, treatment or a rest day?",
    restDaysHint: "You do not need to say why.",
    why: "We choose the date that lets most people come, and shuts nobody out.",
    whoSees: (who: string) =>
      `${who} sees how many people can come on each day. They see what you write here, without your name. Nobody else sees it.`,
  },
  easy: {
    heading: "Which days are good for you?",
    intro: (replyBy: string) => `Please tell us by ${replyBy}. You can leave a day out. You can change your answer later.`,
    toldBefore: "You told us that this day is not good for you.",
    never: "Is a time of day always bad for you?",
    restDays: "Is there a day when you rest, or see a doctor or a carer?",
    restDaysHint: "You do not have to say why.",
    why: "We want a day when everybody can come.",
    whoSees: (who: string) => `${who} sees how many people can come each day. Nobody sees your name with it.`,
  },
} as const;

/** "My meetings and payments". */
export const accountWords = {
  standard: {
    heading: "My meetings and payments",
    which: "You see the meetings whose link you opened on this device. Open another link, and its meeting is here too.",
    comingUp: "Coming up",
    none: "You have no meetings coming up.",
    over: "Meetings that are over",
    payments: "My payments",
    paid: "See what we have paid you",
    told: "What I have told you",
    toldFor: (meeting: string) => `See or change your answers for ${meeting}`,
    copy: "Get a copy of everything we hold about you",
    papers: "Papers and letters",
    papersFor: (meeting: string) => `Read or print papers about ${meeting}`,
  },
  easy: {
    heading: "My meetings and my money",
    which: "Here are your meetings. You see the ones you opened here.",
    comingUp: "Meetings that will come",
    none: "You have no meetings that will come.",
    over: "Meetings that are over",
    payments: "My money",
    paid: "See what we paid you",
    told: "What I told you",
    toldFor: (meeting: string) => `See your answers for ${meeting}`,
    copy: "Get a copy of all we know about you",
    papers: "Papers and letters",
    papersFor: (meeting: string) => `Read papers about ${meeting}`,
  },
} as const;
