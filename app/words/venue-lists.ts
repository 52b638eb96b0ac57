// What is said about a line of a list of venues or suppliers that cannot be taken in, or need not be.

const both = {
  noName: "Enter a name",
  email: "Enter an email address in the right format, like name@example.com",
  phone: "Enter a phone number with all its digits, like 07700 900982",
  alreadyThere: "Already on the list",
} as const;

export const venueLineProblems = {
  ...both,
  nameTooLong: "Name of the venue must be 100 characters or fewer",
  addressTooLong: "Address must be 500 characters or fewer",
  townTooLong: "Town must be 100 characters or fewer",
  moved: "Has moved must be yes, no or empty",
  movedWhere: "Enter the address it has moved to",
  movedWhich: "Has moved says yes, and no venue of this name is on file",
  movedOneOfMany: "Has moved says yes, and more than one venue of this name is on file. Change the address on its own page",
  contactTooLong: "Contact name must be 100 characters or fewer",
} as const;

export const supplierLineProblems = {
  ...both,
  nameTooLong: "Names must be 100 characters or fewer",
  notice: "Notice must be a whole number of working days, like 10",
  tooLong: "Terms, price and notes must each be 500 characters or fewer",
} as const;

/** Said beside a line of a venue whose name is on file at another address. */
export function sameVenueName(address: string): string {
  const where = address === "" ? "with no address" : `at ${address}`;
  return `A venue of this name is on file ${where}. This line adds another one. If it has moved, write yes under “Has moved” in this line and choose the file again`;
}

/** What a line does that says its venue has moved. */
export function venueMoves(address: string): string {
  const where = address === "" ? "with no address" : `at ${address}`;
  return `It has moved. It is on file ${where}. What is known of it was found there, so all of it counts as not known from today`;
}

/** What is said where a line names something that is not in the list of supports. */
export function notASupport(written: string): string {
  return `“${written.slice(0, 60)}” is not in the list of supports`;
}
