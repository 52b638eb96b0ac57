// The sign-in form, and the smaller one that asks for a link.
import { z } from "zod";

const email = z
  .string({ error: "Enter your email address" })
  .trim()
  .min(1, "Enter your email address")
  .transform((text) => text.toLowerCase());

export const signInForm = z.strictObject({ email, password: z.string({ error: "Enter your password" }).min(1, "Enter your password") });

// The password box is on the same page, so it comes along; whatever it holds is not read.
export const linkForm = z.strictObject({ email, password: z.string().optional() });
