// Substitutes that were named are offered by name; who misses meetings in a row is seen on the seat, and may leave it free.
import { beforeAll, expect, test } from "vitest";
import { findMissed } from "#app/bodies/absences.store.server.ts";
import { addBody } from "#app/bodies/bodies.store.server.ts";
import { usualBody } from "#app/bodies/body.ts";
import { appointmentPath, officeBodyPath } from "#app/bodies/body-paths.ts";
import { addSubstitute } from "#app/bodies/substitutes.store.server.ts";
import { attendPath, officeAttendancePath } from "#app/meetings/paths.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildMeeting, seatPeople } from "#tests/support/meetings.ts";
import { locationOf } from "#tests/support/requests.ts";

const now = new Date("2026-11-26T10:00:00Z");
let application: Application;
let office: Visitor;
let mair: BuiltPerson;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let board: { id: string; slug: string };
let seats: string[];

const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->/g, "");
const by = () => ({ partnershipId: partnership.id, personId: "somebody", now });
const missed = (seat: number) => findMissed(db(), board.id, seats[seat]!, now);

async function hold(day: string) {
  const { meeting } = await buildMeeting({ partnershipId: partnership.id, bodyId: board.id, startsAt: new Date(`${day}T14:00:00Z`) });
  return meeting;
}

async function recordAway(day: string, came = "absent") {
  const meeting = await hold(day);
  await office.post(officeAttendancePath(partnership, meeting), { deed: "seats", [`came.${seats[0]}`]: came, [`came.${seats[1]}`]: "here" });
  return meeting;
}

beforeAll(async () => {
  application = await openApplication();
  const keeper = await buildPerson({ role: "secretariat" });
  partnership = keeper.partnership!;
  mair = await buildPerson({ name: "Mair Rees", language: "cy" });
  board = await inTransaction((transaction) => addBody(transaction, by(), { ...usualBody, kind: "board", name: { en: "Board", cy: "Bwrdd" } }));
  seats = await seatPeople({ partnershipId: partnership.id, bodyId: board.id, people: [{ name: "Mair Rees", personId: mair.id }, { name: "Jo Lee" }] });
  office = new Visitor(application, { now }, [await signInCookie(keeper, now)]);
});

test("whoever cannot come chooses amongst the substitutes they named, or types another name; officers do too", async () => {
  await inTransaction((transaction) => addSubstitute(transaction, by(), seats[0]!, { name: "Ann Ho", toldOn: "2026-11-01" }));
  const coming = await hold("2026-12-10");
  const attend = attendPath(partnership, coming);
  const member = new Visitor(application, { now }, [await signInCookie(mair, now)]);
  const said = async () => (await db().attendance.findFirstOrThrow({ where: { meetingId: coming.id, appointmentId: seats[0]! } })).name;
  expect(await text(member.open(attend))).toMatch(/type="radio"[^>]*value="named-0"[\s\S]*Ann Ho/);
  await member.post(attend, { deed: "say", said: "substitute", substitute: "named-0", standIn: "" });
  expect(await said()).toBe("Ann Ho");
  await member.post(attend, { deed: "say", said: "substitute", substitute: "other", standIn: "Bo Li" });
  expect(await said()).toBe("Bo Li");
  expect((await member.post(attend, { deed: "say", said: "substitute", substitute: "named-7", standIn: "" })).status).toBe(422);
  const held = await hold("2026-10-01");
  const path = officeAttendancePath(partnership, held);
  expect(await text(office.open(path))).toMatch(/Substitute of Mair Rees[\s\S]*<option value="named-0">Ann Ho/);
  await office.post(path, { deed: "seats", [`came.${seats[0]}`]: "substitute", [`substitute.${seats[0]}`]: "named-0", [`name.${seats[0]}`]: "" });
  expect(await db().attendance.findFirst({ where: { meetingId: held.id, appointmentId: seats[0]! } })).toMatchObject({ came: "substitute", name: "Ann Ho" });
});

test("missed meetings are counted from what is written down, and shown on the seat and beside the vacancies", async () => {
  await recordAway("2026-10-08");
  await recordAway("2026-10-15");
  // nobody wrote down who came, so that it does not count
  await hold("2026-10-22");
  expect([await missed(0), await missed(1)]).toEqual([2, 0]);
  const seat = appointmentPath(partnership, board, seats[0]!);
  expect(await text(office.open(seat))).toContain("Missed the last 2 meetings in a row");
  expect(await text(office.open(seat))).not.toContain("Say that this seat is free");
  expect((await text(office.open(`${seat}?ask=absent`)))).not.toContain("Today is their last day");
  await recordAway("2026-10-29");
  expect(await text(office.open(officeBodyPath(partnership, board)))).toMatch(/Mair Rees[\s\S]*the last 3 meetings in a row[\s\S]*May be said to be free/);
});

test("a body without the rule, and a count that was broken, leave the seat as it is", async () => {
  const seat = appointmentPath(partnership, board, seats[0]!);
  await db().body.update({ where: { id: board.id }, data: { mostMissed: null } });
  await office.post(seat, { deed: "absent" });
  await db().body.update({ where: { id: board.id }, data: { mostMissed: 3 } });
  const apologies = await recordAway("2026-11-05");
  await db().attendance.updateMany({ where: { meetingId: apologies.id, appointmentId: seats[0]! }, data: { said: "apologies" } });
  expect(await missed(0)).toBe(0);
  await office.post(seat, { deed: "absent" });
  expect((await db().appointment.findUniqueOrThrow({ where: { id: seats[0]! } })).endedOn).toBeNull();
  await db().attendance.updateMany({ where: { meetingId: apologies.id, appointmentId: seats[0]! }, data: { said: "coming" } });
});

test("the seat is said to be free once, after asking: with its reason, in the log, and told by letter in their language", async () => {
  const seat = appointmentPath(partnership, board, seats[0]!);
  expect(await text(office.open(`${seat}?ask=absent`))).toMatch(/Say that the seat of .*Mair Rees.* is free, after 4 missed meetings in a row\?/);
  for (const press of [1, 2]) expect([press, locationOf(await office.post(seat, { deed: "absent" }))]).toEqual([press, expect.stringContaining(seat)]);
  const ended = await db().appointment.findUniqueOrThrow({ where: { id: seats[0]! } });
  expect([ended.endedFor, ended.endedOn?.toISOString().slice(0, 10)]).toEqual(["absent", "2026-11-26"]);
  const letters = await db().letter.findMany({ where: { partnershipId: partnership.id, kind: "bodies/absence" } });
  expect(letters.map(({ toAddress, language }) => [toAddress, language])).toEqual([[mair.email, "cy"]]);
  expect(letters[0]!.text).toContain("Colloch 4 cyfarfod yn olynol o Bwrdd");
  expect(await db().auditEntry.count({ where: { partnershipId: partnership.id, action: "appointment.end", subjectId: seats[0]! } })).toBe(1);
});
