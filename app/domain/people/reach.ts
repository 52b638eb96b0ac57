// How a message reaches a person: the way they prefer where it can be done, else any way that can.

export type Reachable = {
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly preferredContact: "email" | "phone" | "text" | "letter" | "someone-i-choose";
};

/** "show" is words for a coordinator to text, or to read out on the phone. */
export type Channel = "email" | "letter" | "show";

/** The channel for one person; null when there is no way to reach them. */
export function channelFor(person: Reachable): Channel | null {
  const can = { email: person.email !== "", letter: person.address !== "", show: person.phone !== "" };
  const preferred: Channel =
    person.preferredContact === "letter"
      ? "letter"
      : person.preferredContact === "phone" || person.preferredContact === "text"
        ? "show"
        : "email";
  return [preferred, "email" as const, "letter" as const, "show" as const].find((channel) => can[channel]) ?? null;
}

/** Where a message to a person goes by a channel: an email address, a postal address, or a phone number. */
export function recipientBy(person: Reachable, channel: Channel): string {
  return { email: person.email, letter: person.address, show: person.phone }[channel];
}
