// The plan page of a large meeting: eighty people who all answered, in an organisation of its own, as the coordinator opens it.
import { join } from "node:path";
import { coordinatorOf } from "#app/domain/people/actors.ts";
import { openInstance, type Context, type Instance } from "#app/services/context.server.ts";
import type { Bench } from "./bench.ts";
import { ask, headingOf, pressButton } from "./browsing.ts";
import type { Figure } from "./figures.ts";
import { makeLargeMeeting } from "./large-meeting.ts";
import { medianOf, summaryOf } from "./rounds.ts";
import { makeInstallation, startServer } from "./running-app.ts";

const people = 80;
const askedInRound = 5;

/** Bytes and time of the plan page of eighty people with five requirements each. */
export const eightyBench: Bench = async ({ rounds }) => {
  const place = makeInstallation();
  const server = await startServer("ours", place);
  let instance: Instance | undefined;
  try {
    const { cookie } = await pressButton(server.address, "/setup", {
      fields: {
        organisationName: "Harbour Trust",
        nation: "england",
        fullName: "Asha Grewal",
        email: "planner@bench.example.org",
        password: "three random words",
        start: "empty",
      },
    });
    instance = await openInstance({
      dataFolder: join(place.folder, "data"),
      keyFile: join(place.folder, "key"),
      origin: server.address,
    });
    const path = `/meetings/${await meetingOfEighty(instance.context())}/plan`;
    const page = await ask(server.address + path, { cookie });
    if (page.status !== 200 || !headingOf(page.text).endsWith(": plan"))
      throw new Error(`The plan of ${people} people answered ${page.status}`);
    if (!page.text.includes("What people need")) throw new Error("The plan page says nothing of what people need");
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const each: number[] = [];
      for (let turn = 0; turn < askedInRound; turn += 1) {
        const started = performance.now();
        await ask(server.address + path, { cookie });
        each.push(performance.now() - started);
      }
      times.push(medianOf(each));
    }
    return [
      { ...figure(`plan page of ${people} people, one request`, "ms"), ...summaryOf(times) },
      { ...figure(`plan page of ${people} people, HTML`, "bytes"), value: Buffer.byteLength(page.text) },
      { ...figure(`plan page of ${people} people, HTML as sent with gzip`, "bytes"), value: page.sent.length },
    ];
  } finally {
    instance?.close();
    await server.stop();
    place.remove();
  }
};

async function meetingOfEighty(context: Context): Promise<string> {
  const staff = await context.db.query.staff.findFirst({ where: (table, { eq }) => eq(table.email, "planner@bench.example.org") });
  const asha = staff && coordinatorOf({ ...staff, staffId: staff.id });
  if (!asha) throw new Error("Set-up made no coordinator");
  return makeLargeMeeting(context, asha, {
    meeting: "Large meeting",
    people: Array.from({ length: people }, (_, index) => `Person ${index + 1}`),
  });
}

function figure(name: string, unit: string): Pick<Figure, "kind" | "bench" | "name" | "unit"> {
  return { kind: "figure", bench: "eighty", name, unit };
}
