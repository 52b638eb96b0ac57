// The details of a venue as fields, for adding one and for changing it.
import type { ReactElement, ReactNode } from "react";
import { z } from "zod";
import type { VenueDetails } from "#app/services/venues.server.ts";
import { LongField, TextField } from "#app/ui/fields.tsx";
import type { PageAnswer } from "#app/ui/page-frame.tsx";
import { longText, optionalEmail, optionalPhone, optionalText, requiredText } from "#app/web/form-fields.ts";

export const venueFields = z.strictObject({
  name: requiredText("Enter the name of the venue", { thing: "name of the venue" }),
  address: longText("the address", { max: 500 }),
  town: optionalText({ thing: "town" }),
  contactName: optionalText({ thing: "contact name" }),
  contactEmail: optionalEmail,
  contactPhone: optionalPhone,
});

/** The fields, with what is saved. */
export function VenueFields({
  answer,
  saved,
  addressHint,
  townHint,
  children,
}: {
  readonly answer: PageAnswer;
  readonly saved?: VenueDetails;
  readonly addressHint?: string | undefined;
  readonly townHint?: string | undefined;
  /** What is asked straight after the address. */
  readonly children?: ReactNode;
}): ReactElement {
  const field = (name: "name" | "address" | "town" | "contactName" | "contactEmail" | "contactPhone") => ({
    name,
    value: answer.value(name, saved?.[name]),
    error: answer.error(name),
  });
  return (
    <>
      <TextField {...field("name")} label="Name of the venue" autoComplete="off" />
      <LongField {...field("address")} label="Address" optional rows={3} hint={addressHint} />
      {children}
      <TextField {...field("town")} label="Town" optional autoComplete="off" hint={townHint} />
      <TextField {...field("contactName")} label="Who to ask there" optional autoComplete="off" />
      <TextField {...field("contactEmail")} label="Their email address" optional type="email" autoComplete="off" />
      <TextField {...field("contactPhone")} label="Their phone number" optional type="tel" autoComplete="off" />
    </>
  );
}
