// What is said about a line of a list of people that cannot be taken in, or need not be.

export const personLineProblems = {
  noName: "Enter a name",
  nameTooLong: "Full name must be 100 characters or fewer",
  email: "Enter an email address in the right format, like name@example.com",
  phone: "Enter a phone number with all its digits, like 07700 900982",
  addressTooLong: "Address must be 500 characters or fewer",
  noWay: "Enter an email address, a phone number or an address",
  preferred: "Enter how they like to be contacted: email, phone call, text message, letter or through someone they choose",
  preferredMissing: "The way they like to be contacted is not in this line",
  agreed: "The date they agreed must be a real date, like 23 3 2026",
  agreedLater: "The date they agreed must be today or earlier",
  sameName: "Somebody of this name is on file with other contact details. This line adds another person",
  alreadyThere: "Already on the list",
} as const;
