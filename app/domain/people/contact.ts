// Whether what somebody wrote can be an email address or a phone number. Whether it reaches anybody only a message can tell.

/** An email address in small letters; null for what cannot be one. */
export function readEmail(text: string): string | null {
  const trimmed = text.trim();
  return /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/u.test(trimmed) && trimmed.length <= 254 ? trimmed.toLowerCase() : null;
}

/** A phone number as it was written, with 10 to 15 digits; null for what cannot be one. */
export function readPhone(text: string): string | null {
  const trimmed = text.trim();
  return /^\d{10,15}$/u.test(trimmed.replace(/[\s()+-]/gu, "")) ? trimmed : null;
}
