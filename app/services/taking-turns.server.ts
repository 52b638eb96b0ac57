// Long work in stretches: whoever waits for a page gets a turn in between. Inside a change nothing of it is seen before all of it is
// saved, because whoever reads has a connection of their own, and whoever writes waits for its end.
import { setImmediate as nextTurn } from "node:timers/promises";

/** Lets everything else that waits have its turn. */
export async function othersTurn(): Promise<void> {
  await nextTurn();
}

/** The same work on each of a list, in stretches of so many; others have their turn between two of them. */
export async function inStretches<Item, Made>(items: readonly Item[], each: (item: Item) => Made, atATime = 25): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (const item of items) {
    if (made.length > 0 && made.length % atATime === 0) await othersTurn();
    made.push(each(item));
  }
  return made;
}
