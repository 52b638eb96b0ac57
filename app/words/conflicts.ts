// Neutral titles for two needs that pull against each other. A title names the two things asked for, in the order they were
// written down, and never a person, a condition or a fault.
import type { ClashId } from "#app/domain/access/conflicts.ts";

/** The heading of a clash: "Lower light and bright, even light". */
export const conflictTitle: Readonly<Record<ClashId, string>> = {
  "dog-vs-allergy": "An assistance dog and distance from dogs",
  "dog-vs-fear": "An assistance dog and space away from dogs",
  "light-vs-dark": "Lower light and bright, even light",
  "alarm-flash-vs-photosensitive": "An alarm that flashes and no flashing lights",
  "captions-vs-visual-overload": "Captions on the screen and no moving text",
  "noise-lively-vs-quiet": "Lively sessions and no sudden noise",
  "move-vs-still": "Moving about and little movement in view",
  "late-vs-early": "A later start and an earlier finish",
  "office-hours-vs-evening": "A daytime meeting and an evening meeting",
  "slow-vs-fast": "A slower pace and a quicker pace",
  "long-turns-vs-short": "More time to speak and short turns",
  "description-vs-less-talk": "Spoken description and fewer spoken words",
  "chat-vs-no-chat": "Writing in the chat and a quiet chat",
  "camera-off-vs-faces": "Cameras off and faces in view",
  "touch-vs-no-touch": "Guiding by touch and no touching",
  "hot-vs-cold": "A warm room and a cool or airy room",
  "window-vs-noise": "An open window and a quiet room",
  scent: "A scented product that is needed and a scent-free room",
  "food-smell": "Eating in the meeting and no food smells",
  "airborne-vs-own-food": "A food kept out of the room and food brought from home",
  "wheelchair-vs-sightline": "Wheelchair or dog space and a clear view",
  "two-transfer-sides": "Toilet transfer from the left and from the right",
  "one-toilet-many": "Several people and one accessible toilet",
  "mask-vs-lips": "Masks worn nearby and mouths in view",
  "record-vs-no-record": "A recording to go back to and no recording",
  "quiet-room-shared-use": "Several uses for one spare room",
  "lift-vs-no-lift": "A lift and a route without lifts",
  "people-apart": "A seating plan the coordinator keeps",
  "fasting-vs-lunch": "A fast and a shared lunch",
  "break-length": "Longer breaks and a short meeting",
  "in-person-vs-online": "Joining online and meeting in person",
};
