// Who opens private links that are not there. A link's secret cannot be guessed in practice; whoever tries is stopped all
// the same, and nobody else is (promises.md T6). Kept in memory only: an address on the network is never written down.

const windowMilliseconds = 15 * 60_000;
/** Links that are not there, opened from one address within a quarter of an hour. */
export const missesAllowed = 20;
/** The same from everywhere together: from then on one miss is enough to have to wait. */
export const missesAllowedOverall = 400;

export type Guessing = {
  /** True where this address has to wait before it may open a link. */
  readonly hasToWait: (address: string) => boolean;
  readonly noteMiss: (address: string) => void;
};

/** Counts misses. `clock` gives milliseconds that only go forward. */
export function watchGuessing(clock: () => number): Guessing {
  // Moments of misses, oldest first. No longer than what the window holds, because each miss clears the past.
  let misses: readonly { readonly address: string; readonly at: number }[] = [];
  const recent = (): typeof misses => {
    const since = clock() - windowMilliseconds;
    if (misses[0] !== undefined && misses[0].at <= since) misses = misses.filter(({ at }) => at > since);
    return misses;
  };
  return {
    hasToWait(address) {
      const all = recent();
      const own = all.filter((miss) => miss.address === address).length;
      return own >= missesAllowed || (own > 0 && all.length >= missesAllowedOverall);
    },
    noteMiss(address) {
      misses = [...recent(), { address, at: clock() }];
    },
  };
}

/**
 * The address a request came from, or null where nobody knows. A proxy on this machine or a private network says whom it
 * speaks for, in the last entry it adds; nobody else is believed.
 */
export function addressOf(peer: string | undefined, forwardedFor: string | undefined): string | null {
  if (peer === undefined) return null;
  const spokenFor = forwardedFor?.split(",").at(-1)?.trim() ?? "";
  return spokenFor !== "" && isNear(peer) ? spokenFor : peer;
}

function isNear(peer: string): boolean {
  const plain = peer.replace(/^::ffff:/u, "");
  return plain === "::1" || /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|f[cd])/u.test(plain);
}
