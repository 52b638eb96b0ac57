// Reads a list of new people as a coordinator types it: one person a line, name first, then an email address or phone number.
import { readEmail, readPhone } from "./contact.ts";

export type NewPerson = { readonly line: number; readonly name: string; readonly email: string; readonly phone: string };
export type NewPersonProblem =
  | { readonly line: number; readonly problem: "no-name" | "name-too-long" | "no-contact" }
  | { readonly line: number; readonly problem: "email-twice"; readonly email: string };

/** The people of a list, or every line that cannot be read, by its number as the coordinator counts them. Empty lines are passed over. */
export function readNewPeople(text: string): { readonly people: readonly NewPerson[]; readonly problems: readonly NewPersonProblem[] } {
  const people: NewPerson[] = [];
  const problems: NewPersonProblem[] = [];
  const seen = new Set<string>();
  for (const [index, written] of text.split("\n").entries()) {
    if (written.trim() === "") continue;
    const line = index + 1;
    const { name, contact } = splitLine(written);
    const email = readEmail(contact) ?? "";
    const phone = email === "" ? (readPhone(contact) ?? "") : "";
    if (name === "") problems.push({ line, problem: "no-name" });
    else if ([...name].length > 100) problems.push({ line, problem: "name-too-long" });
    else if (email === "" && phone === "") problems.push({ line, problem: "no-contact" });
    else if (email !== "" && seen.has(email)) problems.push({ line, problem: "email-twice", email });
    else people.push({ line, name, email, phone });
    if (email !== "") seen.add(email);
  }
  return { people, problems };
}

// The last part of a line that looks like a way to reach somebody; what stands before it is the name, commas and all.
function splitLine(written: string): { readonly name: string; readonly contact: string } {
  const parts = written.split(/[,;\t]/u).map((part) => part.trim());
  const last = parts.at(-1) ?? "";
  if (parts.length > 1)
    return {
      name: parts
        .slice(0, -1)
        .filter((part) => part !== "")
        .join(", "),
      contact: last,
    };
  // A line without a comma: an address, or a phone number at the end, still says which part is which.
  const words = /^(.*?)\s*((?:\S+@\S+)|(?:\+?[\d(][\d\s()-]{8,}))$/u.exec(last);
  return words ? { name: words[1]?.trim() ?? "", contact: words[2]?.trim() ?? "" } : { name: last, contact: "" };
}
