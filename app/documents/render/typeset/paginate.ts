// Strips onto sheets. What keeps together stays together while it fits on one sheet, and is parted at its loose places where
// it does not; nothing is ever cut through or lost.
import type { HeadAgain, Keeping, Strip } from "#app/documents/render/typeset/galley.ts";

export type Placement = { readonly sheet: number; readonly y: number };
export type Sheets = {
  readonly count: number;
  readonly places: ReadonlyMap<Strip, Placement>;
  readonly headsAgain: readonly { readonly head: HeadAgain; readonly place: Placement }[];
  /** Sheets that are two halves to cut apart. */
  readonly halved: ReadonlySet<number>;
};

/**
 * Where each strip lands between the top and the bottom of the room on each sheet, and half sheets from its edges, two by two. There is
 * always at least one sheet.
 */
export function paginate(strips: readonly Strip[], room: { readonly top: number; readonly bottom: number }): Sheets {
  const places = new Map<Strip, Placement>();
  const headsAgain: { head: HeadAgain; place: Placement }[] = [];
  const halved = new Set<number>();
  let sheet = 0;
  let y = room.top;
  /** Where the lower half of a sheet begins whose upper half is taken. */
  let lowerHalf: number | null = null;

  const turnOver = (): void => {
    sheet += 1;
    y = room.top;
    lowerHalf = null;
  };
  const putHalf = (strip: Strip): void => {
    if (lowerHalf === null && y > room.top) turnOver();
    places.set(strip, { sheet, y: lowerHalf ?? 0 });
    halved.add(sheet);
    lowerHalf = lowerHalf === null ? strip.height : null;
    // Nothing but another half stands on a sheet that is cut.
    y = Number.POSITIVE_INFINITY;
  };
  const put = (strip: Strip): void => {
    if (y > room.top) y += strip.gapBefore;
    else if (strip.headAgain !== undefined && strip.headAgain.height + strip.height <= room.bottom - room.top) {
      headsAgain.push({ head: strip.headAgain, place: { sheet, y } });
      y += strip.headAgain.height;
    }
    places.set(strip, { sheet, y });
    y += strip.height;
  };

  const putGroup = (group: readonly Strip[]): void => {
    const first = group[0];
    if (first !== undefined && y > room.top && y + first.gapBefore + heightOf(group) > room.bottom && fitsOneSheet(group, room)) turnOver();
    for (const strip of group) {
      if (y > room.top && y + strip.gapBefore + strip.height > room.bottom) turnOver();
      put(strip);
    }
  };

  for (const group of keptTogether(strips, ["loosely", "firmly"])) {
    if (group[0]?.startsSheet === true && y > room.top) turnOver();
    if (group[0]?.isHalfSheet === true) group.forEach(putHalf);
    else if (fitsOneSheet(group, room)) putGroup(group);
    else keptTogether(group, ["firmly"]).forEach(putGroup);
  }
  return { count: sheet + 1, places, headsAgain, halved };
}

/** Strips in groups that each keep together in one of these ways. A strip that starts a sheet starts a group too; a half sheet is one. */
function keptTogether(strips: readonly Strip[], ways: readonly Keeping[]): readonly (readonly Strip[])[] {
  const groups: Strip[][] = [];
  let joinsLast = false;
  for (const strip of strips) {
    const last = groups.at(-1);
    if (last !== undefined && joinsLast && !strip.startsSheet && strip.isHalfSheet !== true) last.push(strip);
    else groups.push([strip]);
    joinsLast = strip.isHalfSheet !== true && strip.keepsWithNext !== false && ways.includes(strip.keepsWithNext);
  }
  return groups;
}

/** From the top of the first strip to the foot of the last. */
function heightOf(group: readonly Strip[]): number {
  return group.reduce((sum, strip, index) => sum + strip.height + (index === 0 ? 0 : strip.gapBefore), 0);
}

function fitsOneSheet(group: readonly Strip[], room: { readonly top: number; readonly bottom: number }): boolean {
  return heightOf(group) + (group[0]?.headAgain?.height ?? 0) <= room.bottom - room.top;
}
