// What somebody may say after "No", for them and for the coordinator.
import type { NoReason, OtherWay } from "#app/domain/people/after-no.ts";

export const noReasonLabels: Readonly<Record<NoReason, string>> = {
  date: "The date or time",
  place: "The place",
  "need-not-offered": "Something I need was not on offer",
  payment: "The payment or my benefits",
  "not-well": "I am not well",
  "not-interested": "I am not interested in this one",
  "rather-not-say": "Prefer not to say",
};

export const otherWayLabels: Readonly<Record<OtherWay, string>> = {
  phone: "Yes, by phone",
  writing: "Yes, in writing",
  recording: "Yes, by audio or video",
  none: "No thanks",
};

/** To whoever ticked the wish not to say beside a reason. */
export const mixedReasons = "You chose 'Prefer not to say' and other answers. Choose one or the other.";

/** The questions after "No", as the person reads them and as they are read aloud to them. */
export const afterNoWords = {
  own: {
    why: "Would you like to say why? Only tick if it helps us do better.",
    whoSeesWhy: "Nobody sees which ones you ticked. We only count them, when 3 people or more say the same.",
    otherWay: "Would you like to give your views another way?",
    whoSeesWay: "The organiser sees this answer, so that they can get in touch.",
  },
  readAloud: {
    why: "“Would you like to say why? Only say if it helps us do better.”",
    whoSeesWhy: "“I tick it for you. After that nobody can open it, me included. We only count it, when 3 people or more say the same.”",
    otherWay: "“Would you like to give your views another way?”",
    whoSeesWay: "“We keep this answer, so that we can get in touch.”",
  },
} as const;

/** To the coordinator, about one person. */
export const otherWaySentences: Readonly<Record<OtherWay, string>> = {
  phone: "Would like to give their views by phone.",
  writing: "Would like to give their views in writing.",
  recording: "Would like to give their views by audio or video.",
  none: "Does not want to give their views another way.",
};

/** To the coordinator, about many people. */
export const noReasonWords: Readonly<Record<NoReason, string>> = {
  date: "The date or time",
  place: "The place",
  "need-not-offered": "Something they need was not on offer",
  payment: "The payment or their benefits",
  "not-well": "They are not well",
  "not-interested": "They are not interested in this one",
  "rather-not-say": "They would rather not say",
};

/** To the coordinator, where a link was switched off by whoever had it. */
export const notForMeSentences = {
  "wrong-person": "They said that the invitation came to the wrong person. Their link is switched off. Check how you reach them.",
  "no-invitations": "They said that they do not want to be invited to things. Their link is switched off.",
  "not-said": "They said that the invitation is not for them. Their link is switched off.",
} as const;
