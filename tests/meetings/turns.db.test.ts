// A pool that takes turns: the rota proposes, the network's keeper names, and attendance, members' pages and everybody's page follow.
import { beforeAll, expect, test } from "vitest";
import { addBody } from "#app/bodies/bodies.store.server.ts";
import { usualBody } from "#app/bodies/body.ts";
import { attendPath, meetingPath, officeAttendancePath, turnsPath, allTurnsPath } from "#app/meetings/paths.ts";
import type { Meeting } from "#app/meetings/meeting.ts";
import { listPools } from "#app/meetings/turns.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildMeeting } from "#tests/support/meetings.ts";

const now = new Date();
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
let application: Application;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let keeper: Visitor;
let secretary: Visitor;
let dee: Visitor;
let past: Meeting;
let next: Meeting;
let pool: string[];
let lineId: string;

const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->|[⁦-⁩]/g, "");
const visitor = async (person: BuiltPerson) => new Visitor(application, { now }, [await signInCookie(person, now)]);

beforeAll(async () => {
  application = await openApplication();
  const person = await buildPerson({ role: "network-administrator" });
  partnership = person.partnership!;
  [keeper, secretary] = [await visitor(person), await visitor(await buildPerson({ role: "secretariat", partnership }))];
  const sits = await buildPerson({ partnership, name: "Dee Dale" });
  dee = await visitor(sits);
  const { id: bodyId } = await inTransaction((transaction) => addBody(transaction, { partnershipId: partnership.id, personId: null }, { ...usualBody, kind: "board", name: { en: "Board" } }));
  const [schemeId, startsOn, endsOn] = [newId(), new Date("2020-01-01"), new Date("2040-01-01")];
  lineId = newId();
  await db().seatScheme.create({ data: { id: schemeId, partnershipId: partnership.id, bodyId, version: 1, startsOn } });
  await db().seatLine.create({ data: { id: lineId, partnershipId: partnership.id, bodyId, schemeId, position: 1, sector: "voluntary-community", basis: "pool", count: 2, poolSize: 4, holder: { en: "Community network" } } });
  pool = [];
  for (const [index, name] of ["Ann Ash", "Bob Birch", "Cai Cole", "Dee Dale"].entries()) {
    pool.push(newId());
    await db().appointment.create({
      data: { id: pool[index]!, partnershipId: partnership.id, bodyId, lineId, seat: index + 1, name, personId: name === "Dee Dale" ? sits.id : null, startsOn, endsOn, chosenHow: "elected", chosenBy: "the network", inductedOn: startsOn },
    });
  }
  const at = { partnershipId: partnership.id, bodyId };
  past = (await buildMeeting({ ...at, startsAt: inDays(-20) })).meeting;
  next = (await buildMeeting({ ...at, startsAt: inDays(10) })).meeting;
  const came = { partnershipId: partnership.id, meetingId: past.id, role: "member", came: "here", createdAt: now };
  await db().attendance.createMany({ data: [{ ...came, id: newId(), appointmentId: pool[0]! }, { ...came, id: newId(), appointmentId: pool[1]!, came: "absent" }] });
});

test("the rota proposes those who came least lately, in the order of election; who it names is for the network's keeper", async () => {
  const [found] = await listPools(db(), next);
  expect(found).toMatchObject({ places: 2, proposed: [pool[1], pool[2]], named: null });
  expect(found!.people.map(({ name }) => name)).toEqual(["Bob Birch", "Cai Cole", "Dee Dale", "Ann Ash"]);
  expect(await text(keeper.open(allTurnsPath(partnership)))).toContain("Nobody yet");
  expect(await text(keeper.open(turnsPath(partnership, next)))).toMatch(/No turn yet[\s\S]*Ann Ash[\s\S]*Last turn:/);
  expect((await dee.open(turnsPath(partnership, next))).status).toBe(403);
  expect(await text(dee.open(attendPath(partnership, next)))).toContain("It is not settled yet who takes the places");
  expect(await text(secretary.open(officeAttendancePath(partnership, next)))).toMatch(/Ann Ash[\s\S]*Dee Dale/);
});

test("no more are named than there are places, once however often it is pressed, and others in their place until the meeting", async () => {
  const here = turnsPath(partnership, next);
  const tooMany = await keeper.post(here, { deed: "name", line: lineId, person: [pool[0]!, pool[1]!, pool[2]!] });
  expect([tooMany.status, await text(tooMany)]).toEqual([422, expect.stringContaining("Choose no more than 2")]);
  expect((await keeper.post(here, { deed: "name", line: lineId })).status).toBe(422);
  for (const _ of [1, 2]) expect((await keeper.post(here, { deed: "rota", line: lineId })).status).toBe(302);
  expect((await db().meetingTurn.findMany({ where: { meetingId: next.id } })).map(({ appointmentId }) => appointmentId).sort()).toEqual([pool[1]!, pool[2]!].sort());
  expect(await db().auditEntry.count({ where: { action: "meeting.name-turns", subjectId: next.id } })).toBe(2);
  expect((await keeper.post(turnsPath(partnership, past), { deed: "rota", line: lineId })).status).toBe(422);
});

test("attendance and quorum are of those who were named; everybody reads who, and a member whose turn it is not is told", async () => {
  const attendance = await text(secretary.open(officeAttendancePath(partnership, next)));
  expect(attendance).toMatch(/Bob Birch[\s\S]*Cai Cole/);
  expect(attendance).not.toContain("Dee Dale");
  expect((await text(new Visitor(application, { now }).open(meetingPath(partnership, next)))).replaceAll(/<[^>]+>/g, " ")).toMatch(/Community network\s*:\s*Bob Birch(, | and |; )Cai Cole/);
  expect(await text(dee.open(attendPath(partnership, next)))).toContain("It is not your turn at this meeting");
  const said = await dee.post(attendPath(partnership, next), { deed: "say", said: "coming" });
  expect(said.status).toBe(422);
  await keeper.post(turnsPath(partnership, next), { deed: "name", line: lineId, person: pool[3]! });
  expect(await text(dee.open(attendPath(partnership, next)))).toContain("It is your turn");
});
