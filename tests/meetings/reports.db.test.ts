// Reports back: who owes one, who is reminded by letter, and what officers read of them.
import { beforeAll, expect, test } from "vitest";
import { addBody } from "#app/bodies/bodies.store.server.ts";
import { usualBody } from "#app/bodies/body.ts";
import { recordAttendance } from "#app/meetings/attendance.store.server.ts";
import type { Meeting } from "#app/meetings/meeting.ts";
import { meetingReportsPath, mySeatsPath, reportBackPath, reportsCsvPath, reportsPath } from "#app/meetings/paths.ts";
import { remindOfReports } from "#app/meetings/reminders.store.server.ts";
import { countReports, giveReport, listReports, reportsAPage } from "#app/meetings/reports.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildMeeting, seatPeople } from "#tests/support/meetings.ts";

// The meeting is on a Thursday; its reports are due on Thursday 10 December.
const held = new Date("2026-11-26T14:00:00Z");
const after = new Date("2026-11-27T10:00:00Z");
let application: Application;
let keeper: BuiltPerson;
let mair: BuiltPerson;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let meeting: Meeting;
let seats: string[];

const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->/g, "");
const visit = async (person: BuiltPerson, now: Date) => new Visitor(application, { now }, [await signInCookie(person, now)]);
const letters = () => db().letter.findMany({ where: { partnershipId: partnership.id, kind: "meetings/report-back" }, orderBy: { createdAt: "asc" } });
const by = (now: Date) => ({ partnershipId: partnership.id, personId: "somebody", now });

beforeAll(async () => {
  application = await openApplication();
  keeper = await buildPerson({ role: "secretariat" });
  partnership = keeper.partnership!;
  mair = await buildPerson({ name: "Mair Rees", language: "cy" });
  const jo = await buildPerson({ name: "Jo Lee" });
  const board = await inTransaction((transaction) => addBody(transaction, by(after), { ...usualBody, kind: "board", name: { en: "Board", cy: "Bwrdd" } }));
  const people = [{ name: "Mair Rees", personId: mair.id }, { name: "Jo Lee", personId: jo.id }, { name: "Ann Ho" }, { name: "Bo Li" }, { name: "Came Later" }, { name: "Left Since" }];
  seats = await seatPeople({ partnershipId: partnership.id, bodyId: board.id, people });
  const change = (seat: number, data: object) => db().appointment.update({ where: { id: seats[seat]! }, data });
  await change(4, { startsOn: new Date("2026-11-27") });
  await change(5, { endedOn: new Date("2026-11-30"), endedFor: "resigned" });
  ({ meeting } = await buildMeeting({ partnershipId: partnership.id, bodyId: board.id, startsAt: held }));
  const absent = { appointmentId: seats[3]!, came: "absent" as const, standIn: "", seniority: "any" as const };
  await inTransaction((transaction) => recordAttendance(transaction, by(after), meeting, [absent]));
});

test("a report is owed by whoever sat there and was not away; not by who came to the seat later or has left it", async () => {
  const now = new Date("2026-12-01T09:00:00Z");
  const owed = await listReports(db(), { partnershipId: partnership.id, which: "owed", after: null, now });
  expect(owed.reports.map(({ name, state }) => [name, state]).sort()).toEqual([["Ann Ho", "due"], ["Jo Lee", "due"], ["Mair Rees", "due"]]);
  expect(await countReports(db(), { partnershipId: partnership.id, now: new Date("2026-12-11T09:00:00Z") })).toEqual({ of: 3, sent: 0, due: 0, late: 3, never: 0 });
  expect(await text((await visit(mair, now)).open(mySeatsPath(partnership)))).toContain("10 December 2026");
});

test("each is reminded once before the day and once after it, in their own language, however often the job runs", async () => {
  expect(await remindOfReports(new Date("2026-12-04T08:00:00Z"))).toBe(0);
  const before = new Date("2026-12-07T08:00:00Z");
  const counts = await Promise.all([remindOfReports(before), remindOfReports(before)]);
  expect(counts[0]! + counts[1]!).toBe(2);
  expect(await remindOfReports(new Date("2026-12-08T08:00:00Z"))).toBe(0);
  const welsh = (await letters()).find(({ toAddress }) => toAddress === mair.email)!;
  expect(welsh.subject).toBe("Beth a ddywedwch wrth y rhai rydych yn eu cynrychioli: Bwrdd, 26 Tachwedd 2026");
  expect(welsh.text).toContain("erbyn 10 Rhagfyr 2026");
  expect(welsh.text).toContain(`/cy${reportBackPath(partnership, meeting)}`);
  await inTransaction((transaction) => giveReport(transaction, by(before), meeting, { appointmentId: seats[0]!, text: "Dywedais wrth y rhwydwaith.", language: "cy" }));
  const late = new Date("2026-12-11T08:00:00Z");
  expect(await remindOfReports(late)).toBe(1);
  expect(await remindOfReports(new Date("2026-12-14T08:00:00Z"))).toBe(0);
  const all = await letters();
  expect(all).toHaveLength(3);
  expect(all.filter(({ text: told }) => told.includes("This was due by 10 December 2026. We do not write about it again."))).toHaveLength(1);
  expect(await db().auditEntry.count({ where: { partnershipId: partnership.id, action: "meeting.remind-of-report" } })).toBe(3);
});

test("officers read who told what, who owes it since when and who is not reached by letter; others do not", async () => {
  const now = new Date("2026-12-14T09:00:00Z");
  const office = await visit(keeper, now);
  const list = await text(office.open(reportsPath(partnership)));
  expect(list).toContain("Expected after meetings of the last twelve weeks: 3. Sent: 1. Not due yet: 0. Late: 2.");
  expect(list).toMatch(/Ann Ho[\s\S]*was due by 10 December 2026[\s\S]*No account: write or call/);
  expect(list).not.toContain("<bdi>Mair Rees");
  const page = await text(office.open(meetingReportsPath(partnership, meeting)));
  expect(page).toMatch(/Expected after this meeting: 3\. Sent: 1\.[\s\S]*lang="cy"[^>]*>Dywedais wrth y rhwydwaith\./);
  const csv = await text(office.open(reportsCsvPath(partnership, { which: "all" })));
  expect(csv.trim().split("\r\n")).toHaveLength(4);
  expect(csv).toContain("Board,2026-11-26,Mair Rees,Member,Sent,2026-12-10,2026-12-07,2026-12-07,cy,Dywedais wrth y rhwydwaith.");
  expect((await (await visit(mair, now)).open(reportsPath(partnership))).status).toBe(403);
  expect(await text(office.open(reportsPath(partnership, { which: "sent", body: "no-such-body" })))).toContain("<bdi>Mair Rees");
});

test("the list goes on where a page ended, each report on one page only", async () => {
  const many = await inTransaction((transaction) => addBody(transaction, by(after), { ...usualBody, kind: "board", name: { en: "Many" } }));
  const people = Array.from({ length: reportsAPage + 5 }, (_, index) => ({ name: `Member ${index}` }));
  await seatPeople({ partnershipId: partnership.id, bodyId: many.id, people });
  for (const hour of ["10", "16"]) await buildMeeting({ partnershipId: partnership.id, bodyId: many.id, startsAt: new Date(`2026-12-01T${hour}:00:00Z`) });
  const wanted = { partnershipId: partnership.id, bodyId: many.id, which: "all" as const, now: new Date("2026-12-02T09:00:00Z") };
  const pages: number[] = [];
  const seen = new Set<string>();
  let next: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listReports>> = await listReports(db(), { ...wanted, after: next });
    pages.push(page.reports.length);
    for (const { meetingId, appointmentId } of page.reports) seen.add(`${meetingId}.${appointmentId}`);
    next = page.nextAfter;
  } while (next !== null);
  expect([pages, seen.size]).toEqual([[50, 50, 10], 110]);
});
