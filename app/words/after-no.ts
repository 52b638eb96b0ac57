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
