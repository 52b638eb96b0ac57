// Pass-phrases of 12 letters and more that people choose most and guessers try first, written as small letters and figures
// only. Our own list, from habits everybody knows: keyboard runs, words doubled, seasons and years, and our own name.

const doubled = [
  "password",
  "welcome",
  "qwerty",
  "letmein",
  "football",
  "iloveyou",
  "sunshine",
  "princess",
  "monkey",
  "dragon",
  "liverpool",
  "arsenal",
];
const seasons = ["spring", "summer", "autumn", "winter", "january", "february", "september", "october", "november", "december"];
const years = Array.from({ length: 12 }, (_, at) => String(2018 + at));

/** Compare with the password in small letters with everything but letters and figures left out. */
export const commonPasswords: ReadonlySet<string> = new Set([
  ...doubled.flatMap((word) => [
    word + word,
    `${word}123`,
    `${word}1234`,
    `${word}12345`,
    `${word}123456`,
    `${word}1234567`,
    `my${word}`,
    `${word}password`,
    `password${word}`,
  ]),
  ...doubled.flatMap((word) => years.map((year) => word + year)),
  ...seasons.flatMap((word) => years.flatMap((year) => [word + year, `${word}${year}${year}`, `password${word}${year}`])),
  ...[
    "qwertyuiop",
    "qwertyuiop12",
    "qwertyuiop123",
    "qwertyuiopasdfghjkl",
    "asdfghjklzxcvbnm",
    "1qaz2wsx3edc",
    "1q2w3e4r5t6y",
    "zaq12wsxcde3",
  ],
  ...[
    "abcdefghijkl",
    "abcdefghijklm",
    "abcdefghijklmnopqrstuvwxyz",
    "letmeinplease",
    "iloveyousomuch",
    "correcthorsebatterystaple",
    "changemeplease",
  ],
  ...[
    "welcometable",
    "welcometable1",
    "welcometable123",
    "welcometotable",
    "coproduction",
    "coproduction1",
    "administrator",
    "administrator1",
  ],
]);
