// Hustings in a room: planned, told to every candidate alike, shown with all that people need to come, moved, called off, and written down.
import { beforeAll, expect, test } from "vitest";
import type { Election } from "#app/elections/elections.store.server.ts";
import { electionPath, officeElectionPath } from "#app/elections/paths.ts";
import type { Network } from "#app/networks/networks.store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildElection, buildNomination } from "#tests/support/elections.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildNetwork } from "#tests/support/networks.ts";
import { locationOf } from "#tests/support/requests.ts";

const now = new Date("2026-05-11T09:00:00Z");
const afterwards = new Date("2026-05-20T21:00:00Z");
let application: Application;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let person: BuiltPerson;
let network: Network;

const somebody = (at = now) => new Visitor(application, { now: at });
const keeper = async (at = now) => new Visitor(application, { now: at }, [await signInCookie(person, at)]);
const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->|[\u2066-\u2069]/g, "");
const lettersTo = async (toAddress: string) => (await db().letter.findMany({ where: { toAddress, kind: "elections/hustings" }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] })).map(({ subject, text: body }) => ({ subject, body }));

beforeAll(async () => {
  application = await openApplication();
  person = await buildPerson({ role: "network-administrator" });
  partnership = person.partnership!;
  network = await buildNetwork({ partnership });
});

const begin = (): Promise<Election> => buildElection({ network, noticeOn: "2026-05-04", returningOfficerId: person.id });
const typed = (wanted = {}) => ({ deed: "save", "on-day": "20", "on-month": "5", "on-year": "2026", starts: "18:30", ends: "8pm", "venue-en": "Library", "venue-cy": "Llyfrgell", address: "High Street", access: ["bsl", "captions"], ...wanted });
const office = (election: Election, part = "") => officeElectionPath(partnership, election, `hustings${part}`);
const only = (election: Election) => db().hustingsMeeting.findFirstOrThrow({ where: { electionId: election.id } });

test("it is planned once, each who stands is invited, and everybody reads when, where and what there is for them", async () => {
  const election = await begin();
  await buildNomination({ election, name: "Ann Price", email: "ann@hustings.example" });
  await buildNomination({ election, name: "Ben Rees", email: "ben@hustings.example", upTo: "sent" });
  const gone = await buildNomination({ election, email: "gone@hustings.example" });
  await db().nomination.update({ where: { id: gone }, data: { withdrawnAt: now } });
  const visitor = await keeper();
  expect((await visitor.post(office(election, "/new"), typed({ "on-day": "1", ends: "18:00" }))).status).toBe(422);
  const refused = await text(visitor.post(office(election, "/new"), typed({ ends: "18:00", "venue-en": "The long room" })));
  expect(refused).toMatch(/must end after it begins[\s\S]*The long room/);
  expect(locationOf(await visitor.post(office(election, "/new"), typed()))).toContain("done=planned");
  await visitor.post(office(election, "/new"), typed());
  expect(await db().hustingsMeeting.count({ where: { electionId: election.id } })).toBe(1);
  for (const address of ["ann@hustings.example", "ben@hustings.example"]) {
    const letters = await lettersTo(address);
    expect(letters).toHaveLength(1);
    expect(letters[0]!.body).toMatch(/Library[\s\S]*High Street[\s\S]*BSL/);
  }
  expect(await lettersTo("gone@hustings.example")).toEqual([]);
  const notice = await text(somebody().open(electionPath(partnership, election)));
  expect(notice).toMatch(/Hustings[\s\S]*20 May 2026[\s\S]*Library[\s\S]*High Street/);
  const { id } = await only(election);
  const calendar = await somebody().open(electionPath(partnership, election, `hustings/${id}/calendar.ics`));
  expect(calendar.headers.get("Content-Type")).toContain("text/calendar");
  expect(await calendar.text()).toMatch(/DTSTART:20260520T173000Z[\s\S]*LOCATION[^\n]*Library/);
});

test("moved or called off, everybody who stands is told once; nothing changes without a change", async () => {
  const election = await begin();
  await buildNomination({ election, email: "carys@hustings.example" });
  const visitor = await keeper();
  await visitor.post(office(election, "/new"), typed());
  const { id } = await only(election);
  await visitor.post(office(election, `/${id}`), typed());
  expect(await lettersTo("carys@hustings.example")).toHaveLength(1);
  await visitor.post(office(election, `/${id}`), typed({ starts: "19:00" }));
  expect((await lettersTo("carys@hustings.example")).at(-1)).toMatchObject({ subject: "The hustings have been changed", body: expect.stringContaining("19:00") });
  expect((await visitor.post(office(election, `/${id}`), { deed: "cancel" })).status).toBe(422);
  expect(locationOf(await visitor.post(office(election, `/${id}`), { deed: "cancel", "why-en": "The library is flooded." }))).toContain("done=cancelled");
  expect((await lettersTo("carys@hustings.example")).at(-1)!.body).toContain("The library is flooded.");
  expect((await visitor.post(office(election, `/${id}`), typed({ starts: "19:30" }))).status).toBe(422);
  expect(await text(somebody().open(electionPath(partnership, election, "questions")))).toMatch(/Called off[\s\S]*The library is flooded\./);
});

test("what was said is written down once it has begun, for everybody to read; only those who run it write", async () => {
  const election = await begin();
  await (await keeper()).post(office(election, "/new"), typed());
  const { id } = await only(election);
  const record = { deed: "record", "record-en": "What comes first? Ann Price: the crossing." };
  expect((await (await keeper()).post(office(election, `/${id}`), record)).status).toBe(422);
  expect((await (await keeper(afterwards)).post(office(election, `/${id}`), { deed: "cancel", "why-en": "Too late" })).status).toBe(422);
  expect(await text((await keeper(afterwards)).open(office(election)))).toContain("Not written down yet");
  expect(locationOf(await (await keeper(afterwards)).post(office(election, `/${id}`), record))).toContain("done=recorded");
  expect(await text(somebody(afterwards).open(electionPath(partnership, election, "questions")))).toMatch(/What was asked and answered[\s\S]*Ann Price: the crossing\./);
  expect(await text(somebody(afterwards).open(electionPath(partnership, election)))).not.toContain("the crossing");
  expect((await somebody(afterwards).post(office(election, `/${id}`), record)).status).toBe(401);
});
