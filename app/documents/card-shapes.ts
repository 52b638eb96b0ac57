// Drawings of our own, each a path in a square of 100: one place for the page, the printed page and the PDF. The shapes of the cards
// to hold up, and the pictures beside sentences in Easy Read, where the same picture always means the same thing.
import type { CardShape } from "#app/words/cards.ts";
import type { EasyPicture } from "#app/words/easy-pictures.ts";

export const cardOutlines: Readonly<Record<CardShape, string>> = {
  square: "M12 12h76v76H12z",
  triangle: "M50 10L92 86H8z",
  octagon: "M32 8H68L92 32V68L68 92H32L8 68V32z",
  circle: "M50 10a40 40 0 1 0 0 80a40 40 0 1 0 0-80z",
  bars: "M24 12h18v76H24zM58 12h18v76H58z",
  "speech-mark": "M10 14h80v54H50L28 90V68H10z",
};

/** What a card's shape and words stand in, and what they stand on: as far apart as reading asks, so told apart in grey as well. */
export type CardColours = { readonly ink: string; readonly fill: string };

/** The colours of the cards on paper and on screens (experience.md 4.5). app/styles/_cards.scss holds the same values. */
export const cardColours: Readonly<Record<CardShape, CardColours>> = {
  square: { ink: "#ffffff", fill: "#0b4f6c" },
  triangle: { ink: "#1b1f24", fill: "#ffc83d" },
  octagon: { ink: "#ffffff", fill: "#a3201a" },
  circle: { ink: "#ffffff", fill: "#14532d" },
  bars: { ink: "#ffffff", fill: "#5b2a86" },
  "speech-mark": { ink: "#1b1f24", fill: "#9ccbff" },
};

export const easyDrawings: Readonly<Record<EasyPicture, string>> = {
  calendar: "M10 16h80v76H10zM18 38v46h64V38zM26 6h10v18H26zM64 6h10v18H64zM40 50h20v22H40z",
  place: "M50 6L94 46H84V94H60V66H40V94H16V46H6z",
  person: "M50 8a20 20 0 1 0 0 40a20 20 0 1 0 0-40zM14 94c0-26 16-40 36-40s36 14 36 40z",
  list: "M10 12h14v14H10zM34 14h56v10H34zM10 42h14v14H10zM34 44h56v10H34zM10 72h14v14H10zM34 74h56v10H34z",
  way: "M12 14h76v56H12zM20 22v24h60V22zM22 74a9 9 0 1 0 18 0a9 9 0 1 0-18 0zM60 74a9 9 0 1 0 18 0a9 9 0 1 0-18 0z",
  clock: "M50 6a44 44 0 1 0 0 88a44 44 0 1 0 0-88zM46 20v34l24 16 5-7-21-14V20z",
  people:
    "M28 14a14 14 0 1 0 0 28a14 14 0 1 0 0-28zM72 14a14 14 0 1 0 0 28a14 14 0 1 0 0-28zM4 86c0-22 10-36 24-36s22 12 22 36zM54 86c0-24 8-36 18-36 14 0 24 14 24 36z",
  room: "M6 34h88v12H6zM14 46h10v40H14zM76 46h10v40H76zM32 8h36v18H32z",
  money: "M4 24h92v52H4zM12 32v36h76V32zM50 36a14 14 0 1 0 0 28a14 14 0 1 0 0-28z",
  phone: "M30 6h40v88H30zM36 16v58h28V16zM46 80h8v8h-8z",
  letter: "M6 20h88v60H6zM14 30v42h72V30L50 58zM22 28h56L50 49z",
  speak: "M8 12h84v54H52L30 90V66H8zM24 26v8h52v-8zM24 44v8h36v-8z",
  "yes-or-no":
    "M4 30h40v40H4zM10 36v28h28V36zM56 30h40v40H56zM62 36v28h28V36zM14 50l5-5 5 5 10-11 5 5-15 16zM66 44l5-5 5 6 5-6 5 5-5 6 5 6-5 5-5-6-5 6-5-5 5-6z",
  screen: "M14 16h72v52H14zM22 24v36h56V24zM4 74h92v10H4z",
  "way-out": "M10 8h50v84H10zM18 16v68h34V16zM62 44h18V32l18 18-18 18V56H62z",
};
