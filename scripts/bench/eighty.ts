// The plan page of a large meeting: eighty people who all answered, in an organisation of its own, as the coordinator opens it.
import { join } from "node:path";
import { requirementIds } from "#app/domain/access/requirements/index.ts";
import type { ChosenOption } from "#app/domain/access/topics.ts";
import { addDays, clockTimeOf } from "#app/domain/basics/dates.ts";
import { attendeeOf, coordinatorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { openInstance, type Context, type Instance } from "#app/services/context.server.ts";
import { invitePeople } from "#app/services/invitations.server.ts";
import { createWholeMeeting } from "#app/services/meetings.server.ts";
import { saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { addPerson } from "#app/services/people.server.ts";
import type { Bench } from "./bench.ts";
import { ask, headingOf, pressButton } from "./browsing.ts";
import type { Figure } from "./figures.ts";
import { medianOf, summaryOf } from "./rounds.ts";
import { makeInstallation, startServer } from "./running-app.ts";

const people = 80;
const requirementsEach = 5;
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
  const meeting = await createWholeMeeting(context, asha, {
    name: "Large meeting",
    about: "Everybody meets.",
    asked: "Say what you think.",
    contact: { kind: "staff", staffId: asha.staffId },
    mode: "hybrid",
    when: { kind: "known", date: addDays(context.today, 70), startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf("15:00") },
    breaks: { everyMinutes: 45, minutes: 15 },
    what: { agenda: [{ title: "Agenda", minutes: 130 }], expectedPeople: people, foodServed: true, parallelGroups: 2, conditions: [] },
    where: {
      place: { kind: "new", name: "Kiln Hall", address: "1 Kiln Lane", email: "" },
      online: { service: "zoom", joiningLink: "", features: [] },
      conditions: [],
    },
    payment: { offered: "nothing", costs: [], costsOther: "", budgetCode: "" },
  });
  const personIds: string[] = [];
  for (let index = 0; index < people; index += 1) {
    const added = await addPerson(context, asha, {
      name: `Person ${index + 1}`,
      email: `person${index + 1}@example.org`,
      phone: "",
      address: "",
      preferredContact: "email",
      neutralSubject: false,
      safeContact: "",
    });
    if (!added.ok) throw new Error(added.refusal);
    personIds.push(added.value.personId);
  }
  const sent = await invitePeople(context, asha, meeting.reference, { personIds, personalLine: "", neutralFor: [] });
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusal));
  for (const [index, personId] of personIds.entries()) await answerAs(context, asha, meeting.id, personId, index);
  return meeting.reference;
}

// Steps of primes through the catalogue, as in planning.ts: nobody has a requirement twice, and neighbours differ.
async function answerAs(
  context: Context,
  { organisationId }: Coordinator,
  meetingId: string,
  personId: string,
  index: number,
): Promise<void> {
  const invitation = await context.db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.personId, personId) });
  if (!invitation) throw new Error("Somebody was not invited");
  const attendee = attendeeOf({ organisationId, personId, invitationId: invitation.id, meetingId, grantId: "bench", mayReadBack: false });
  const chosen = Array.from({ length: requirementsEach }, (_, turn): ChosenOption => ({
    id: requirementIds[(index * 37 + turn * 29) % requirementIds.length] ?? "bsl-interpreter",
    strength: turn % 3 === 2 ? "helpful" : "essential",
  }));
  await saveOwnAnswers(context, attendee, 0, (answers) => ({ ...answers, chosen }));
  await sendOwnAnswers(context, attendee);
}

function figure(name: string, unit: string): Pick<Figure, "kind" | "bench" | "name" | "unit"> {
  return { kind: "figure", bench: "eighty", name, unit };
}
