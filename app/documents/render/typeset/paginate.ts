// Strips onto sheets. What keeps together stays together while it fits on one sheet; nothing is ever cut through or lost.
import type { HeadAgain, Strip } from "#app/documents/render/typeset/galley.ts";

export type Placement = { readonly sheet: number; readonly y: number };
export type Sheets = {
  readonly count: number;
  readonly places: ReadonlyMap<Strip, Placement>;
  readonly headsAgain: readonly { readonly head: HeadAgain; readonly place: Placement }[];
};

/** Where each strip lands between the top and the bottom of the room on each sheet. There is always at least one sheet. */
export function paginate(strips: readonly Strip[], room: { readonly top: number; readonly bottom: number }): Sheets {
  const places = new Map<Strip, Placement>();
  const headsAgain: { head: HeadAgain; place: Placement }[] = [];
  let sheet = 0;
  let y = room.top;

  const turnOver = (): void => {
    sheet += 1;
    y = room.top;
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

  for (const group of keptTogether(strips)) {
    const first = group[0];
    if (first === undefined) continue;
    if (first.startsSheet && y > room.top) turnOver();
    if (y > room.top && y + first.gapBefore + heightOf(group) > room.bottom && fitsOneSheet(group, room)) turnOver();
    for (const strip of group) {
      if (y > room.top && y + strip.gapBefore + strip.height > room.bottom) turnOver();
      put(strip);
    }
  }
  return { count: sheet + 1, places, headsAgain };
}

/** Strips in groups that each keep together. A strip that starts a sheet starts a group too. */
function keptTogether(strips: readonly Strip[]): readonly (readonly Strip[])[] {
  const groups: Strip[][] = [];
  let joinsLast = false;
  for (const strip of strips) {
    const last = groups.at(-1);
    if (last !== undefined && joinsLast && !strip.startsSheet) last.push(strip);
    else groups.push([strip]);
    joinsLast = strip.keepsWithNext;
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
