// The pictures beside sentences in Easy Read: the same picture always means the same thing. How each is drawn is in
// app/documents/card-shapes.ts.
import type { EasyPart } from "./invitation.ts";

export type EasyPicture =
  | "calendar"
  | "place"
  | "person"
  | "list"
  | "way"
  | "clock"
  | "people"
  | "room"
  | "money"
  | "phone"
  | "way-out"
  | "letter"
  | "speak"
  | "yes-or-no"
  | "screen";

/** The picture beside each part of a message in Easy Read. */
export const easyPartPictures: Readonly<Record<EasyPart, EasyPicture>> = {
  hello: "letter",
  meeting: "people",
  about: "list",
  asked: "speak",
  when: "calendar",
  where: "place",
  money: "money",
  reply: "yes-or-no",
  tell: "screen",
  open: "screen",
  help: "phone",
  cannotCome: "phone",
};
