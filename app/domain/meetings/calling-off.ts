// What is said about time people have already given when a meeting is called off. An offer in writing holds whatever is said here.

/** "not-asked" where no money was offered for time in the first place. */
export type PaysPreparation = "yes" | "no" | "not-decided" | "not-asked";
