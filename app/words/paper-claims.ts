// What coordinators read while they type in a claim that came on paper or by phone.

export const whyNotTypeSentences = {
  "own-claim": "This is your own claim. Someone else must type it in.",
  "did-a-step": "You checked, authorised or released this claim. Someone else must type it in.",
} as const;

/** What to do where a typed claim cannot be saved or sent. */
export const paperClaimMessages = {
  ...whyNotTypeSentences,
  "not-found": "This claim is not here any more.",
  "not-now": "This claim was sent, so it cannot be changed now.",
  "changed-elsewhere": "This claim was changed while you had it open. Check it and save again.",
  "not-marked": "Claims open when you save who took part.",
  "nothing-offered": "Nothing was offered for this meeting.",
  "nothing-chosen": "They chose no payment and no costs, so there is nothing to claim.",
  "not-chosen": "Choose how much they would like to be paid",
  "not-less": "The smaller amount must be more than nothing and less than the offer",
  "how-missing": "Choose how they want to be paid",
  "choice-missing": "Choose how much they would like to be paid",
  "time-not-priced": "The money for this time could not be worked out. Ask whoever looks after the payment rates.",
  "time-not-checked": "Choose whether the time is right",
  "cost-not-finished": "One of the costs is not finished. Open it and fill it in, or take it out.",
  "nothing-to-claim": "There is nothing to claim yet. Add a cost, or say what is different about the time.",
  "answer-missing": "Write what they answered",
} as const;
