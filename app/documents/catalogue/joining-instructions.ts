// Joining instructions for one person, always in the same order (experience.md 2.8.2). Where a fact is missing the section
// stays and says so, so that nobody has to wonder whether a page was lost.
import { address, bullets, callout, paragraph, phone, photo, section, strong } from "#app/documents/model.ts";
import type { Block, Doc } from "#app/documents/model.ts";
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { Reading } from "#app/domain/access/sharing.ts";
import { clockTimeAt, minutesOf } from "#app/domain/basics/dates.ts";
import type { RunningOrder } from "#app/domain/meetings/running-order.ts";
import type { Offer } from "#app/domain/payments/offer.ts";
import { clock, counted, list, money } from "#app/words/format.ts";
import { costsInWords } from "#app/words/invitation.ts";
import { readingText } from "#app/words/sharing.ts";
import { featureName } from "#app/words/venue-questions.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { framedAsLetter, serviceOnPaper, whenOnPaper, type PaperFrame } from "./meeting-on-paper.ts";
import { cancellationSentences, choiceSentence, whenPaidSentences } from "./offered-pay.ts";
import { runningOrderTable } from "./plan-parts.ts";

export type JoiningFacts = {
  readonly frame: PaperFrame;
  readonly person: { readonly name: string; readonly addressLines: readonly string[] };
  readonly way: "room" | "online" | "phone" | "not-said";
  /** Who meets people on the day, with an empty phone while nobody knows it; null while nobody has that part. */
  readonly meets: { readonly name: string; readonly phone: string } | null;
  /** What the photos of the place show, in words, and how many nobody has described yet. */
  readonly photos: {
    readonly shown: readonly string[];
    readonly undescribed: number;
    /** Those that are printed; what they show is in `shown` as well. */
    readonly pictures: readonly { readonly address: string; readonly width: number; readonly height: number; readonly shows: string }[];
  };
  /**
   * What is being done for this person, a sentence each. "private" when whoever asks for the paper may not read this person's
   * answers by name; "not-sent" when they have sent none.
   */
  readonly arranged: readonly string[] | "private" | "not-sent";
  /** Minutes before the start this person wants to be there; absent when they did not say. */
  readonly arrivalMinutes?: number;
  /** Things known to be there on the way and at the door. */
  readonly knownOfTheWay: readonly VenueFeatureId[];
  readonly agenda: readonly { readonly title: string; readonly minutes: number }[];
  readonly runningOrder: RunningOrder | null;
  readonly expectedPeople: number | null;
  /** What people said everybody may know. */
  readonly forEveryone: readonly Reading[];
  readonly offer: Offer | "nothing-offered" | "not-decided";
  readonly costsOther: string;
  /** True only for the person who asked for a plan to leave, on a paper they may read it on. */
  readonly hasPlanToLeave: boolean;
};

export const joiningInstructions: DocumentDefinition<JoiningFacts> = {
  id: "joining-instructions",
  name: "Joining instructions",
  forms: paperForms,
  audiences: ["coordinator", "the-person"],
  per: "person",
  build: buildJoiningInstructions,
};

function buildJoiningInstructions(joining: JoiningFacts): Doc {
  const { frame, person } = joining;
  const { meeting } = frame;
  return {
    ...framedAsLetter(frame),
    title: `How to join: ${meeting.name}`,
    saveAs: "joining instructions",
    addressedTo: [person.name, ...person.addressLines],
    blocks: [
      paragraph(`Hello ${person.name}. Thank you for taking part. Here is all you need for the day.`),
      section("1. When", whenBlocks(joining)),
      section("2. Where, or how to join", whereBlocks(joining)),
      section("3. Who will meet you", contactBlocks(joining)),
      section("4. What we have arranged for you", arrangedBlocks(joining)),
      section("5. Getting there", wayBlocks(joining)),
      section("6. What will happen", dayBlocks(joining)),
      section("7. Who will be there", peopleBlocks(joining)),
      section("8. The room in pictures", pictureBlocks(joining)),
      section("9. Money", moneyBlocks(joining)),
      section("10. If you cannot come", cannotComeBlocks(joining)),
      section("11. Leaving safely", leavingBlocks(joining)),
    ],
  };
}

function whenBlocks({ frame: { meeting }, arrivalMinutes }: JoiningFacts): readonly Block[] {
  const { date, startsAt } = meeting;
  if (date === null || startsAt === null) return [paragraph("We have not chosen the date and times yet. We will tell you.")];
  const arrival =
    arrivalMinutes === undefined
      ? `The meeting starts at ${clock(startsAt)}. Ask us if you would like to come early, or to have a quiet time before.`
      : `You asked to arrive early. Come from ${clock(clockTimeAt(minutesOf(startsAt) - arrivalMinutes))}. The meeting starts at ${clock(startsAt)}.`;
  return [paragraph([strong(whenOnPaper(meeting))]), paragraph(arrival)];
}

function whereBlocks({ frame: { meeting }, way }: JoiningFacts): readonly Block[] {
  const room: readonly Block[] =
    meeting.place === null
      ? [paragraph("We have not chosen the room yet. We will tell you where it is.")]
      : [address([meeting.place.name, ...meeting.place.address])];
  const online: readonly Block[] = [
    paragraph(
      meeting.joiningLink === ""
        ? `You join by ${serviceOnPaper(meeting)}. We do not have the link yet. We will send it to you.`
        : `You join by ${serviceOnPaper(meeting)}. Your link: ${meeting.joiningLink}`,
    ),
  ];
  if (meeting.mode === "online" || way === "online" || way === "phone") return online;
  if (meeting.mode === "in-person" || way === "room") return room;
  if (meeting.mode === null) return [paragraph("We have not decided yet whether we meet in a room or online. We will tell you.")];
  return [paragraph("You can come to the room or join online. Tell us which you would like."), ...room, ...online];
}

function contactBlocks({ frame: { meeting, organisation }, meets }: JoiningFacts): readonly Block[] {
  if (meets !== null) return [paragraph(`${meets.name} will meet you.`), ...phoneBlock(meets.phone)];
  const { name, phone: number } = meeting.contact ?? { name: organisation.name, phone: organisation.phone ?? "" };
  return [
    paragraph(`We have not chosen who will meet you yet. Until then, ask ${name}.`),
    ...(number === "" ? [] : [paragraph(["Phone: ", phone(number)])]),
  ];
}

/** The printed pictures of the place, each with its words under it. */
export function picturesShown({ pictures }: JoiningFacts["photos"]): readonly Block[] {
  return pictures.map((one) => photo({ ...one, caption: /[.!?]$/u.test(one.shows) ? one.shows : `${one.shows}.` }));
}

function pictureBlocks({ frame: { meeting }, way, photos }: JoiningFacts): readonly Block[] {
  if (meeting.mode === "online" || way === "online" || way === "phone")
    return [paragraph("You are not in our room, so there are no pictures of it here.")];
  const count = photos.shown.length + photos.undescribed;
  if (count === 0) return [paragraph("We do not have pictures of the room yet. Ask us if you would like to know what it looks like.")];
  const ask = paragraph("Ask us, and we will show them to you, send them, or tell you what they look like.");
  const have = `We have ${counted(count, "picture", "pictures")} of the building.`;
  if (photos.shown.length === 0) return [paragraph(`${have} We have not written down yet what they show.`), ask];
  const printed = picturesShown(photos);
  const others = photos.shown.filter((shows) => photos.pictures.every((picture) => picture.shows !== shows));
  if (printed.length === 0)
    return [
      paragraph(photos.undescribed === 0 ? `${have} What they show:` : `${have} What ${photos.shown.length} of them show:`),
      bullets(photos.shown),
      ask,
    ];
  if (others.length === 0 && photos.undescribed === 0) return [...printed, paragraph("Ask us if you would like to know more.")];
  return [
    ...printed,
    ...(others.length === 0 ? [paragraph("We have more pictures.")] : [paragraph("We have more pictures. They show:"), bullets(others)]),
    ask,
  ];
}

function phoneBlock(number: string): readonly Block[] {
  if (number === "")
    return [
      callout("warning", "No phone number yet", [paragraph("We do not have a phone number for the day yet. We will send it to you.")]),
    ];
  return [paragraph(["Phone on the day: ", phone(number)])];
}

function arrangedBlocks({ arranged }: JoiningFacts): readonly Block[] {
  if (arranged === "not-sent") return [paragraph("You have not told us what you need. You still can, with your link or by phone.")];
  if (arranged === "private")
    return [paragraph("What you asked for is private, so it is not printed here. You can read it on your own page.")];
  if (arranged.length === 0) return [paragraph("You told us that you need nothing special. You can change that at any time.")];
  return [bullets(arranged), paragraph("Tell us if something here is wrong or missing.")];
}

function wayBlocks({ frame: { meeting }, knownOfTheWay, way }: JoiningFacts): readonly Block[] {
  if (meeting.mode === "online" || way === "online" || way === "phone") {
    return [
      paragraph("You do not have to travel. You can try your link before the day. Ask us if you would like somebody to try it with you."),
    ];
  }
  if (knownOfTheWay.length === 0)
    return [paragraph("We do not know enough about the way there yet. Ask us, and we will find out for you.")];
  return [
    paragraph("What we know about the way there and the way in:"),
    bullets(knownOfTheWay.map((feature) => featureName[feature])),
    paragraph("Ask us about anything that is not on this list. We will find out for you."),
  ];
}

function dayBlocks({ agenda, runningOrder }: JoiningFacts): readonly Block[] {
  const breaks = paragraph("You can leave the room and come back at any time. You do not have to say why.");
  if (runningOrder !== null)
    return [
      runningOrderTable(
        agenda.map(({ title }) => title),
        runningOrder,
      ),
      ...(runningOrder.fits ? [] : [paragraph("These times are not settled yet. We will tell you when they are.")]),
      breaks,
    ];
  if (agenda.length === 0) return [paragraph("We have not written the agenda yet. We will send it to you."), breaks];
  return [
    bullets(agenda.map(({ title, minutes }) => `${title}: about ${counted(minutes, "minute", "minutes")}`)),
    paragraph("We have not set the times and breaks yet. We will tell you."),
    breaks,
  ];
}

function peopleBlocks({ expectedPeople, forEveryone }: JoiningFacts): readonly Block[] {
  const readings = forEveryone.filter(({ lines }) => lines.length > 0).map(readingText);
  return [
    paragraph(
      expectedPeople === null
        ? "We do not know yet how many people will come."
        : `We expect about ${counted(expectedPeople, "person", "people")}. We do not give out names.`,
    ),
    ...readings.flatMap(({ opening, lines }) => [paragraph(opening), bullets(lines)]),
  ];
}

function moneyBlocks({ offer, costsOther }: JoiningFacts): readonly Block[] {
  if (offer === "nothing-offered") return [paragraph("No payment is offered for this meeting, and no costs are paid back.")];
  if (offer === "not-decided")
    return [paragraph("We have not decided yet what is paid for this meeting. We will tell you before the day.")];
  const covered = costsInWords(offer.costsCovered, costsOther);
  return [
    paragraph(
      offer.activities.length === 0
        ? "Your time is not paid for this meeting."
        : [`We have offered you ${money(offer.total)} for your time. `, "If you chose less or nothing, we follow your choice."],
    ),
    ...(offer.activities.length === 0 ? [] : [paragraph(choiceSentence(offer))]),
    ...(covered.length === 0
      ? [paragraph("No costs are paid back for this meeting.")]
      : [paragraph(`We pay back your costs for ${list(covered)}. Keep the receipts and tickets for these.`)]),
    ...whenPaidSentences(offer).map((words) => paragraph(words)),
  ];
}

function cannotComeBlocks({ frame: { meeting, organisation }, offer }: JoiningFacts): readonly Block[] {
  const number = meeting.contact?.phone ?? organisation.phone ?? "";
  return [
    paragraph(
      number === ""
        ? "Tell us with your link. You do not have to say why."
        : ["Tell us with your link, or phone ", phone(number), ". You do not have to say why."],
    ),
    ...(typeof offer === "string" || offer.activities.length === 0 ? [] : cancellationSentences(offer).map((words) => paragraph(words))),
  ];
}

function leavingBlocks({ frame: { meeting }, hasPlanToLeave, way }: JoiningFacts): readonly Block[] {
  if (meeting.mode === "online" || way === "online" || way === "phone")
    return [paragraph("You are not in our building, so there is no plan for leaving it.")];
  const everyone = paragraph("At the start somebody tells everyone how to leave the building.");
  if (!hasPlanToLeave) return [everyone];
  return [
    everyone,
    callout("note", "Your own plan to leave safely", [
      paragraph("We make it with you before the day. It is a paper of its own, and only the people who help you read it."),
    ]),
  ];
}
