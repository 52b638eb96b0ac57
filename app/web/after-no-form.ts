// What may be said after "No", as a form: the person's own page, and the page read aloud to them.
import { z } from "zod";
import { noReasons, otherWays, saysAndWouldRatherNot } from "#app/domain/people/after-no.ts";
import { choices, optionalChoice, versionField } from "#app/web/form-fields.ts";
import { mixedReasons } from "#app/words/after-no.ts";

/** Everything may be left out; the wish not to say stands alone. */
export const afterNoForm = z
  .strictObject({ reasons: choices(noReasons), otherWay: optionalChoice(otherWays), version: versionField })
  .refine(({ reasons }) => !saysAndWouldRatherNot(reasons), { message: mixedReasons, path: ["reasons"] });
