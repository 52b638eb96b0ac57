// Who reads what somebody said about a payment: never whoever it is about. People write a name as they know it, so a name that fits one
// member of staff means them, and one that fits nobody for certain is kept from everybody it could mean.

type Member = { readonly id: string; readonly name: string; readonly isAdministrator: boolean };

export type About = {
  /** The member of staff it is about; null where it is about none, or nobody knows which. */
  readonly staff: string | null;
  /** Whom the person wrote that it is about; null where they wrote nobody. */
  readonly name: string | null;
};

/** The member of staff a written name means: by the whole name, else the only one with every word of it. Null where that is not certain. */
export function memberNamed(written: string, staff: readonly Member[]): string | null {
  const asked = wordsOf(written);
  if (asked.length === 0) return null;
  const whole = staff.filter(({ name }) => wordsOf(name).join(" ") === asked.join(" "));
  const some = whole.length > 0 ? whole : staff.filter(({ name }) => asked.every((word) => wordsOf(name).includes(word)));
  return some.length === 1 ? (some[0]?.id ?? null) : null;
}

/**
 * Those who read and answer it. Where it is about a member of staff, everybody else. Where a name is written that fits nobody for
 * certain, the administrators who share no word of it; where there are none, everybody else who shares none; and where there is nobody
 * left at all, the administrators, so that nothing somebody says is lost.
 */
export function readersOf({ staff: about, name }: About, staff: readonly Member[]): ReadonlySet<string> {
  const ids = (some: readonly Member[]) => new Set(some.map(({ id }) => id));
  if (about !== null) return ids(staff.filter(({ id }) => id !== about));
  if (name === null) return ids(staff);
  const asked = new Set(wordsOf(name));
  const couldBe = (member: Member) => wordsOf(member.name).some((word) => asked.has(word));
  const others = staff.filter((member) => !couldBe(member));
  const administrators = others.filter(({ isAdministrator }) => isAdministrator);
  if (administrators.length > 0) return ids(administrators);
  return ids(others.length > 0 ? others : staff.filter(({ isAdministrator }) => isAdministrator));
}

// Small letters without marks, in words; one letter is an initial and says nothing.
function wordsOf(name: string): readonly string[] {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
}
