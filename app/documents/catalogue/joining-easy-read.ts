// Joining instructions in Easy Read: the same parts in the same order as the letter, one idea a sentence, a picture for each part.
import { pictured, section } from "#app/documents/model.ts";
import type { Block, Doc } from "#app/documents/model.ts";
import { clockTimeAt, minutesOf } from "#app/domain/basics/dates.ts";
import { clock, counted, longDate, money, sentenceCase } from "#app/words/format.ts";
import { costsInWords } from "#app/words/invitation.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { picturesShown, type JoiningFacts } from "./joining-instructions.ts";
import { framedAsLetter, serviceOnPaper } from "./meeting-on-paper.ts";
import { runningOrderTable } from "./plan-parts.ts";

export const joiningEasyRead: DocumentDefinition<JoiningFacts> = {
  id: "joining-easy-read",
  name: "Joining instructions, easy read",
  forms: paperForms,
  audiences: ["coordinator", "the-person"],
  per: "person",
  build: (joining): Doc => ({
    ...framedAsLetter(joining.frame),
    title: `How to join: ${joining.frame.meeting.name}`,
    saveAs: "joining instructions Easy Read",
    addressedTo: [joining.person.name, ...joining.person.addressLines],
    blocks: easyParts(joining).map(({ heading, blocks }) => section(heading, blocks)),
  }),
};

/** The parts of joining instructions in short sentences, always in the same order; read aloud they are the script. */
export function easyParts(joining: JoiningFacts): readonly { readonly heading: string; readonly blocks: readonly Block[] }[] {
  const part = (heading: string, ...blocks: readonly Block[]) => ({ heading, blocks });
  return [
    part("1. When", pictured("calendar", whenLines(joining))),
    part("2. Where", pictured("place", whereLines(joining))),
    part("3. Who meets you", pictured("person", whoLines(joining))),
    part("4. What we do for you", pictured("list", arrangedLines(joining))),
    part("5. Getting there", pictured("way", wayLines(joining))),
    part("6. What happens", ...whatHappens(joining)),
    part("7. Who will be there", pictured("people", peopleLines(joining))),
    part("8. Pictures of the room", pictured("room", pictureLines(joining)), ...(isOnline(joining) ? [] : picturesShown(joining.photos))),
    part("9. Money", pictured("money", moneyLines(joining))),
    part("10. If you cannot come", pictured("phone", cannotComeLines(joining))),
    part("11. If there is an alarm", pictured("way-out", leavingLines(joining))),
  ];
}

const isOnline = ({ frame: { meeting }, way }: JoiningFacts): boolean => meeting.mode === "online" || way === "online" || way === "phone";

function whenLines({ frame: { meeting }, arrivalMinutes }: JoiningFacts): readonly string[] {
  const { date, startsAt, endsAt } = meeting;
  if (date === null || startsAt === null || endsAt === null) return ["We do not know the date yet.", "We will tell you."];
  return [
    `The meeting is on ${longDate(date)}.`,
    ...(arrivalMinutes === undefined ? [] : [`You can come from ${clock(clockTimeAt(minutesOf(startsAt) - arrivalMinutes))}.`]),
    `It starts at ${clock(startsAt)}.`,
    `It ends at ${clock(endsAt)}.`,
  ];
}

function whereLines(joining: JoiningFacts): readonly string[] {
  const { meeting } = joining.frame;
  if (meeting.mode === null) return ["We do not know the place yet.", "We will tell you."];
  const room =
    meeting.place === null
      ? ["We do not know the room yet.", "We will tell you."]
      : ["The meeting is here:", meeting.place.name, ...meeting.place.address];
  const online = [
    `You can join by ${serviceOnPaper(meeting)}.`,
    ...(meeting.joiningLink === "" ? ["We will send you the link."] : [`This is your link: ${meeting.joiningLink}`]),
  ];
  if (isOnline(joining)) return online;
  return meeting.mode === "in-person" || joining.way === "room" ? room : [...room, ...online];
}

function whoLines({ frame: { meeting, organisation }, meets }: JoiningFacts): readonly string[] {
  if (meets !== null)
    return [
      `${meets.name} will meet you.`,
      meets.phone === "" ? "We will send you a phone number for the day." : `You can phone on the day: ${meets.phone}.`,
    ];
  const { name, phone } = meeting.contact ?? { name: organisation.name, phone: organisation.phone ?? "" };
  return [
    "We do not know yet who will meet you.",
    "We will tell you.",
    `You can ask ${name}.`,
    ...(phone === "" ? [] : [`You can phone: ${phone}.`]),
  ];
}

function pictureLines(joining: JoiningFacts): readonly string[] {
  if (isOnline(joining)) return ["You are not in our room."];
  const { shown, undescribed } = joining.photos;
  if (shown.length + undescribed === 0) return ["We have no pictures of the room yet.", "You can ask us what it looks like."];
  const { pictures } = joining.photos;
  const others = shown.filter((shows) => pictures.every((picture) => picture.shows !== shows));
  if (pictures.length > 0)
    return ["Here are pictures of the building.", ...(others.length === 0 ? [] : ["We have more. They show:", ...others])];
  return ["We have pictures of the building.", ...(shown.length === 0 ? [] : ["They show:", ...shown]), "You can ask to see them."];
}

function arrangedLines({ arranged }: JoiningFacts): readonly string[] {
  if (arranged === "not-sent") return ["You have not told us what you need.", "You still can."];
  if (arranged === "private") return ["What you asked for is private.", "You can read it on your own page."];
  if (arranged.length === 0) return ["You told us that you need nothing special.", "You can change that."];
  return [...arranged, "Tell us if this is wrong."];
}

function wayLines(joining: JoiningFacts): readonly string[] {
  if (isOnline(joining)) return ["You do not have to travel.", "You can try your link before."];
  return ["Ask us about the way there.", "We can help you plan it."];
}

function whatHappens({ agenda, runningOrder }: JoiningFacts): readonly Block[] {
  const leave = pictured("clock", ["You can leave the room and come back.", "You do not have to say why."]);
  const titles = agenda.map(({ title }) => title);
  if (runningOrder !== null) {
    const unsettled = pictured("clock", ["These times may change.", "We will tell you when they are settled."]);
    return [runningOrderTable(titles, runningOrder), ...(runningOrder.fits ? [] : [unsettled]), leave];
  }
  if (titles.length === 0) return [pictured("list", ["We will tell you what happens."]), leave];
  return [pictured("list", ["We will talk about:", ...titles, "We will tell you the times."]), leave];
}

function peopleLines({ expectedPeople }: JoiningFacts): readonly string[] {
  return [
    expectedPeople === null
      ? "We do not know yet how many people come."
      : `About ${counted(expectedPeople, "person comes", "people come")}.`,
    "We do not give out names.",
  ];
}

function moneyLines({ offer, costsOther }: JoiningFacts): readonly string[] {
  if (offer === "nothing-offered") return ["We do not pay for this meeting."];
  if (offer === "not-decided") return ["We will tell you about money before the day."];
  const covered = costsInWords(offer.costsCovered, costsOther);
  return [
    ...(offer.activities.length === 0
      ? ["We do not pay for your time."]
      : [`We can pay you ${money(offer.total)} for your time.`, "You choose if you want the money."]),
    ...(covered.length === 0 ? [] : ["We pay you back for:", ...covered.map(sentenceCase), "Keep your receipts and tickets."]),
  ];
}

function cannotComeLines({ frame: { meeting, organisation } }: JoiningFacts): readonly string[] {
  const number = meeting.contact?.phone ?? organisation.phone ?? "";
  return ["Tell us. It is fine.", ...(number === "" ? [] : [`You can phone: ${number}.`]), "You do not have to say why."];
}

function leavingLines(joining: JoiningFacts): readonly string[] {
  if (isOnline(joining)) return ["You are not in our building."];
  return [
    "At the start we tell everyone how to get out.",
    ...(joining.hasPlanToLeave ? ["We make your own plan with you.", "Only the people who help you read it."] : []),
  ];
}
