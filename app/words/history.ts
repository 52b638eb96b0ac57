// What has changed, in words: who did what, never a value that belongs to a person, and nothing of payment or benefits.

/** What stands after the name of who did it; undefined for what is not a coordinator's to read. */
export function whatWasDone(action: string): string | undefined {
  return Object.hasOwn(done, action) ? done[action] : undefined;
}

const done: Readonly<Record<string, string>> = {
  "meeting-started": "began the meeting",
  "meeting-created": "created the meeting",
  "meeting-saved": "changed the meeting",
  "meeting-changed": "changed the meeting",
  "meeting-copied": "copied the meeting",
  "venue-chosen": "chose the venue",
  "venue-chosen-with-unmet-needs": "chose a venue that leaves essential needs unmet, and said what will be done",
  "sunset-typed": "changed the time of sunset",
  "date-chosen": "chose the date",
  "dates-offered": "asked people which dates suit them",
  "dates-answered": "said which dates suit them",
  "dates-withdrawn": "took the question about dates back",
  invited: "invited a person",
  "invitation-removed": "took a person off the meeting",
  "link-sent-again": "sent a person’s link again",
  replied: "said whether they are coming",
  "said-more-after-no": "said more after saying no",
  "link-refused": "said that a link is not for them",
  "access-answers-sent": "sent what they need",
  "names-opened": "opened names on the plan",
  "requirement-decided": "decided how something is met",
  "clash-decided": "decided about a clash",
  "kept-apart-opened": "opened who is kept apart",
  "kept-apart-invited": "invited people after reading who is kept apart",
  "talk-recorded": "wrote down a talk with a person",
  "question-asked": "put a question to people who gave no name",
  "question-reminded": "reminded people who gave no name of a question",
  "question-answered": "answered a question",
  "plan-confirmed": "said that the plan is ready",
  "booking-added": "added a booking",
  "booking-changed": "changed a booking",
  "booking-request-sent": "sent a request to a supplier",
  "checklist-sent": "sent the checklist to the venue",
  "checklist-finished": "finished the checklist",
  "message-shown": "opened a message to show or print it",
  "private-letter-made": "made a private letter for a person who asked",
  "private-letter-printed": "printed a private letter",
  "private-letter-posted": "posted a private letter",
  "private-letter-erased": "erased a private letter that was not posted",
  "access-plan-opened": "opened the plan with names",
  "plan-for-chair-opened": "opened the plan for the chair and access host",
  "joining-marked-ready": "marked a person’s joining instructions as ready",
  "joining-instructions-opened": "opened a person’s joining instructions",
  "day-pack-opened": "opened the day pack",
  "plan-to-leave-opened": "opened a plan to leave safely to print",
  "leave-plans-listed": "opened the list of plans to leave safely",
  "leave-plan-opened": "opened a plan to leave safely",
  "leave-plan-saved": "saved a plan to leave safely",
  "leave-plan-kept": "chose to keep their plan to leave safely",
  "leave-plan-to-erase": "chose to have their plan to leave safely erased",
  "leave-plan-erased": "erased a plan to leave safely after the meeting",
  "role-given": "gave a role on the day",
  "role-taken-back": "took a role back",
  "checks-saved": "noted what was looked at before doors opened",
  "arrival-noted": "noted who has come",
  "problem-noted": "wrote down a problem",
  "break-started": "started a break",
  "break-made-longer": "made a break longer",
  "break-ended": "ended a break",
  "to-dos-done": "marked things as done",
  "to-dos-put-back": "put a thing back on the list",
  "to-do-planned": "changed who does a thing, or when",
  "attendance-marked": "said who took part",
};

const states: Readonly<Record<string, string>> = {
  "to-do": "To do",
  waiting: "Waiting",
  "part-met": "Part met",
  met: "Met",
  "cannot-meet": "Cannot meet",
  "to-sort-out": "To sort out",
  asked: "Asked",
  agreed: "Agreed",
  "could-not-agree": "Could not agree",
  confirmed: "Confirmed",
  declined: "They said no",
  cancelled: "Cancelled",
};

/** "Asha Grewal decided how something is met: Met." */
export function historyLine(who: string, what: string, state: string | null): string {
  const word = state === null ? undefined : states[state];
  return word === undefined ? `${who} ${what}.` : `${who} ${what}: ${word}.`;
}
