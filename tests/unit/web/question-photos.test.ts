// Photos sent beside the questions they are of: kept at once, told why not, and never twice.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { photoField, showsField } from "#app/routes/v.checklist.$rid.$topic/answers.ts";
import { addOwnPhoto, listOwnPhotos } from "#app/services/venue-photos.server.ts";
import { keepPhotosOf } from "#app/web/question-photos.server.ts";
import { askedVenue, type AskedVenue } from "#tests/support/asked-venue.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { venueDesk } from "#tests/support/venue-desk.ts";

let opened: TestInstance;
let asked: AskedVenue;
let page = 0;

beforeAll(async () => {
  opened = await testInstance();
});
afterAll(() => opened.close());
beforeEach(async () => {
  page += 1;
  asked = await askedVenue(opened.context(), (await venueDesk(opened)).asha);
});

const features = ["entrance-door-width", "loop-present"] as const;
const jpeg = Buffer.from("\xff\xd8\xff\xda\x00\x06scandots\xff\xd9", "latin1");

async function send(fields: Readonly<Record<string, string | File>>) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ intentKey: `page ${String(page)}`, ...fields })) body.append(name, value);
  const request = new Request("http://localhost/v/checklist/x/entrance", { method: "POST", body });
  return keepPhotosOf(opened.context(), request, [...features, null], { photo: photoField, shows: showsField }, (photo, key) =>
    addOwnPhoto(opened.context(), asked.venueManager, photo, key),
  );
}

const onRecord = async () => (await listOwnPhotos(opened.context(), asked.venueManager)).map(({ feature, shows }) => ({ feature, shows }));

describe("photos of a page of questions", () => {
  test("a photo belongs to the question beside it, with what it shows", async () => {
    const kept = await send({
      [photoField("entrance-door-width")]: new File([jpeg], "image.jpg"),
      [showsField("entrance-door-width")]: "A tape across the door",
    });
    expect(kept.problems).toEqual([]);
    expect(await onRecord()).toEqual([{ feature: "entrance-door-width", shows: "A tape across the door" }]);
  });

  test("a photo that can be kept is kept although another cannot, and its words are not asked for again", async () => {
    const kept = await send({
      [photoField("entrance-door-width")]: new File([jpeg], "image.jpg"),
      [showsField("entrance-door-width")]: "The door",
      [photoField("loop-present")]: new File(["no photo"], "loop.txt"),
      [showsField("loop-present")]: "The loop",
    });
    expect(kept.problems).toEqual([{ field: "loop-present-photo", message: "loop.txt must be a photo or a PDF" }]);
    expect(kept.typed).toEqual({ [showsField("loop-present")]: ["The loop"] });
    expect(await onRecord()).toEqual([{ feature: "entrance-door-width", shows: "The door" }]);
  });

  test("a photo of the building is kept beside the questions, and belongs to none of them", async () => {
    const kept = await send({
      [photoField(null)]: new File([jpeg], "image.jpg"),
      [showsField(null)]: "The front door from the street",
    });
    expect(kept.problems).toEqual([]);
    expect(await onRecord()).toEqual([{ feature: null, shows: "The front door from the street" }]);
  });

  test("a page sent twice keeps one photo", async () => {
    for (let times = 0; times < 2; times += 1) await send({ [photoField("loop-present")]: new File([jpeg], "image.jpg") });
    expect(await onRecord()).toHaveLength(1);
  });

  test("no file chosen is no photo and no problem", async () => {
    expect((await send({ [photoField("loop-present")]: new File([], "") })).problems).toEqual([]);
    expect(await onRecord()).toEqual([]);
  });
});
