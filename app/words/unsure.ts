// Words by which people say that they have not looked. A yes beside them is no yes: nobody should rely on it.

const phrases = [
  "should (?:be|do|have|work|fit|manage)",
  "(?:i|we)(?: would|'d| really)? (?:think|believe|guess|suppose|expect|assume|imagine|reckon|hope)",
  "probably",
  "possibly",
  "presumably",
  "perhaps",
  "maybe",
  "may be",
  "might",
  "hopefully",
  "likely",
  "supposed to",
  "not (?:quite |completely |entirely |100% |really )?(?:sure|certain)",
  "unsure",
  "(?:as|so) far as (?:i|we) know",
  "to (?:my|our) knowledge",
  "if i remember",
  "from memory",
  "(?:a|my|our|at a) guess",
  "seems? to",
  "usually",
  "normally",
  "generally",
  "sometimes",
  "most of the time",
  "(?:it )?depends",
  "(?:it )?varies",
];
const unsure = new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join("|")})(?![\\p{L}\\p{N}])`, "iu");

/** Whether what somebody wrote beside an answer says that they do not know it: "should be fine", "I think so", "usually". */
export function soundsUnsure(text: string): boolean {
  return unsure.test(text.replace(/[’‘]/gu, "'"));
}
