// "Where is it?": the room, the online part, or both, by how people take part.
import { z } from "zod";
import { nations } from "#app/domain/basics/dates.ts";
import { conditionsOfThePlace } from "#app/domain/access/meeting-conditions.ts";
import type { MeetingMode, WhereFacts } from "#app/services/meetings.server.ts";
import { choice, choices, longText, optionalEmail, optionalText, versionField } from "#app/web/form-fields.ts";
import { onlineFeatureChoices, onlineServices } from "#app/words/meetings.ts";

/** What the radio of a saved venue sends. */
export const venueValue = (venueId: string): string => `venue:${venueId}`;

const joiningLink = optionalText({ max: 500, thing: "joining link" }).refine(
  (text) => text === "" || (/^https?:\/\/\S+$/iu.test(text) && URL.canParse(text)),
  "Joining link must be a whole web address, like https://example.org/meeting",
);

/** The form for one way of taking part: only what applies is wanted, and nothing else is read. */
export function whereForm(mode: MeetingMode) {
  return z
    .strictObject({
      place: optionalText({ thing: "place" }),
      venueName: optionalText({ thing: "venue name" }),
      venueAddress: longText("address", { max: 500 }),
      venueEmail: optionalEmail,
      conditions: choices(conditionsOfThePlace),
      nation: choice(nations, "Choose which nation it is in"),
      service: optionalText({ thing: "online service" }),
      joiningLink,
      features: choices(onlineFeatureChoices.map(({ value }) => value)),
      /** The nation that was warned about on the page before, so that a warning is given once. */
      warned: optionalText({ thing: "warned" }),
      version: versionField,
    })
    .superRefine((said, context) => {
      const missing = (message: string, path: string) => context.addIssue({ code: "custom", message, path: [path] });
      if (hasRoom(mode) && said.place !== "compare" && said.place !== "new" && !said.place.startsWith("venue:"))
        missing("Choose where the meeting is", "place");
      if (hasRoom(mode) && said.place === "new" && said.venueName === "") missing("Enter the venue name", "venueName");
      if (hasOnline(mode) && !onlineServices.some(({ value }) => value === said.service)) missing("Choose which online service", "service");
    });
}

/** Whether people can come to a room. */
export function hasRoom(mode: MeetingMode): boolean {
  return mode !== "online";
}

/** Whether people can join online. */
export function hasOnline(mode: MeetingMode): boolean {
  return mode !== "in-person";
}

/** What was said, as the service takes it. */
export function whereFactsFrom(mode: MeetingMode, said: z.output<ReturnType<typeof whereForm>>): WhereFacts {
  const place: WhereFacts["place"] =
    said.place === "compare"
      ? { kind: "compare" }
      : said.place === "new"
        ? { kind: "new", name: said.venueName, address: said.venueAddress, email: said.venueEmail }
        : { kind: "venue", venueId: said.place.replace(/^venue:/u, "") };
  return {
    conditions: said.conditions,
    nation: said.nation,
    ...(hasRoom(mode) ? { place } : {}),
    ...(hasOnline(mode) ? { online: { service: said.service, joiningLink: said.joiningLink, features: said.features } } : {}),
  };
}
