// What has to be said before anything is written down with somebody: how they are talked to, and that they are happy to go on.
import { z } from "zod";
import { choice } from "./form-fields.ts";

export const happyToGoOn = {
  how: choice(["by-phone", "in-person"], "Choose how you are talking"),
  agreed: z.literal("yes").optional(),
};

/** "Confirm that Bo is happy to go on, or stop here". */
export function confirmHappy(firstName: string): string {
  return `Confirm that ${firstName} is happy to go on, or stop here`;
}
