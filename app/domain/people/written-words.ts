// Which of what coordinators keep sealed are words, and which are data: only words are ever rewritten when somebody is deleted. Keys,
// kinds, states, dates, references and the answers decisions rest on stay as they are.

/** Rewrites what is written freely: as a note, or as a name somebody is known by elsewhere. */
export type Rewrite = { readonly note: (text: string) => string; readonly name: (text: string) => string };

/** A part of a value that has words in it; everything else in it stays. */
type Piece = (value: unknown, rewrite: Rewrite) => unknown;

const note: Piece = (value, rewrite) => (typeof value === "string" ? rewrite.note(value) : value);
const name: Piece = (value, rewrite) => (typeof value === "string" ? rewrite.name(value) : value);

function pieces(of: Readonly<Record<string, Piece>>): Piece {
  return (value, rewrite) => inside(value, (key, one) => of[key]?.(one, rewrite) ?? one);
}

function each(piece: Piece): Piece {
  return (value, rewrite) => inside(value, (_, one) => piece(one, rewrite));
}

// A value that is kept as text inside another.
function packed(piece: Piece): Piece {
  return (value, rewrite) => {
    const opened = typeof value === "string" ? opensTo(value) : undefined;
    return opened === undefined ? value : JSON.stringify(piece(opened, rewrite));
  };
}

function inside(value: unknown, rewritten: (key: string, one: unknown) => unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one, index) => rewritten(String(index), one));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rewritten(key, one)]));
}

function opensTo(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not as the plan writes it: left alone.
    return undefined;
  }
}

// What a booking said when it was confirmed, in the order of confirmedText in live-plan.ts: support, quantity, supplier, owner, evidence.
const basis = pieces({ bookings: each(packed(pieces({ "3": name, "4": name }))) });
const decided = {
  plan: note,
  role: note,
  evidence: note,
  tried: note,
  offered: note,
  agreedBy: note,
  message: note,
  otherWay: note,
  agreed: note,
};
const decision = pieces({ ...decided, basis });
const heard = pieces({ happened: each(note), hard: note });

const wordsOf: Readonly<Record<string, Piece>> = {
  "arrangements requirement": decision,
  "arrangements clash": decision,
  "arrangements talk": decision,
  "arrangements question": pieces({ offer: note, answer: pieces({ words: note, basis }) }),
  "arrangements confirmation": pieces({ basis, decisions: each(packed(pieces(decided))) }),
  kept_apart: pieces({ note }),
  leave_plans: pieces({ alarmOther: note, route: note, helper: name, backUp: name }),
  feedback: heard,
  unnamed_feedback: heard,
};

/** Says whether what a table keeps sealed is data with words in it; it is words alone otherwise. */
export function isKeptAsData(table: string): boolean {
  return table === "arrangements" || wordsOf[table] !== undefined;
}

/** A value with its words rewritten. `kind` is the kind of an arrangement; one that is data alone stays as it is. */
export function withWordsRewritten(of: { readonly table: string; readonly kind: string }, value: unknown, rewrite: Rewrite): unknown {
  const piece = wordsOf[of.table === "arrangements" ? `arrangements ${of.kind}` : of.table];
  return piece === undefined ? value : piece(value, rewrite);
}
