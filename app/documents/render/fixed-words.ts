// The few words the renderers themselves add to a paper. Everything else a paper says comes with it.

/** Printed where a paper was given no words for something that has to have some. */
export const nothingWritten = "(left blank)";

export const referenceLabel = "Reference";

/** The line at the foot of each sheet. */
export function sheetNumber(sheet: number, of: number): string {
  return `Page ${sheet} of ${of}`;
}

/** What a person who cannot see a tick box hears. */
export function tickState(isTicked: boolean): string {
  return isTicked ? "Ticked" : "Not ticked";
}

/** What a person who cannot see an empty rule hears. */
export const spaceToWrite = "Space to write";

/** What a person who cannot see a square to scan hears. */
export function scanAlternative(address: string): string {
  return `A square for a phone's camera. It opens ${address}`;
}
