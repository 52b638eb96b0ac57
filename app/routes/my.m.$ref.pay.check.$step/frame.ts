// What the pages of the benefits check are given besides their own view.
import type { Shell } from "#app/ui/page.tsx";
import type { Wording } from "#app/words/benefits/questions.ts";

export type CheckFrame = {
  readonly shell: Shell;
  readonly home: string;
  readonly caption: string;
  readonly wording: Wording;
  readonly carried: string;
};
