// The one cookie: a random reference and nothing else. What it stands for is looked up by fingerprint in the database.

const plainName = "welcome";
const token = /^[A-Za-z0-9_-]{43}$/u;

/** The name of the session cookie: with the __Host- prefix wherever the address is secure (decision 44). */
export function cookieName(origin: string): string {
  return origin.startsWith("https:") ? `__Host-${plainName}` : plainName;
}

/** The session reference a request carries, or null when there is none of the right shape. */
export function sessionTokenOf(headers: Headers): string | null {
  const header = headers.get("Cookie") ?? "";
  for (const pair of header.split(";")) {
    const [name = "", value = ""] = pair.trim().split("=");
    if ((name === plainName || name === `__Host-${plainName}`) && token.test(value)) return value;
  }
  return null;
}

/**
 * Takes session cookies of the other kind out of a request: over https only the one bound to this very host counts, so that a
 * neighbouring host cannot plant a session of its own (promises.md T22).
 */
export function keepOwnSession(headers: Headers, origin: string): void {
  const header = headers.get("Cookie");
  if (header === null) return;
  const other = cookieName(origin) === plainName ? `__Host-${plainName}` : plainName;
  const pairs = header.split(";").map((pair) => pair.trim());
  headers.set("Cookie", pairs.filter((pair) => !pair.startsWith(`${other}=`)).join("; "));
}

/** The Set-Cookie line that gives a browser its session reference. */
export function sessionCookie(origin: string, value: string, maxAgeSeconds?: number): string {
  const secure = origin.startsWith("https:") ? "; Secure" : "";
  const age = maxAgeSeconds === undefined ? "" : `; Max-Age=${maxAgeSeconds}`;
  return `${cookieName(origin)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}${age}`;
}
