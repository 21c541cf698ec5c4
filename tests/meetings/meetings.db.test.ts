// Meetings in the office and for everybody: planned with what stands in the way, an agenda from what is due, late papers, letters.
import { beforeAll, expect, test } from "vitest";
import { addBody } from "#app/bodies/bodies.store.server.ts";
import { usualBody } from "#app/bodies/body.ts";
import { raiseDue, settleDue } from "#app/meetings/due.store.server.ts";
import { agendaItemPath, attendPath, calendarPath, commentPath, meetingPath, minutesPath, mySeatsPath, officeAttendancePath, officeMinutesPath, reportBackPath, meetingsPath, officeAgendaPath, officePaperPath, packPath, paperPath, planningPath, reservedDaysPath } from "#app/meetings/paths.ts";
import { minuteDecision } from "#app/meetings/minuted.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildMeeting, seatPeople } from "#tests/support/meetings.ts";
import { locationOf } from "#tests/support/requests.ts";

const now = new Date("2027-02-01T10:00:00Z");
let application: Application;
let keeper: BuiltPerson;
let secretariat: Visitor;
let stranger: Visitor;
let mair: BuiltPerson;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let board: { id: string; slug: string };
let health: { id: string; slug: string };

const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->/g, "");
const by = () => ({ partnershipId: partnership.id, personId: "somebody", now });

beforeAll(async () => {
  keeper = await buildPerson({ role: "secretariat" });
  partnership = keeper.partnership!;
  mair = await buildPerson({ name: "Mair Rees", language: "cy" });
  const add = (name: string, isOpen: boolean) => inTransaction((transaction) => addBody(transaction, by(), { ...usualBody, kind: "board", name: { en: name }, isOpen }));
  [board, health] = [await add("Board", true), await add("Health group", false)];
  await seatPeople({ partnershipId: partnership.id, bodyId: board.id, people: [{ name: "Mair Rees", personId: mair.id }, { name: "Jo Lee" }] });
  await seatPeople({ partnershipId: partnership.id, bodyId: health.id, people: [{ name: "Mair Rees", personId: mair.id }] });
  application = await openApplication();
  secretariat = new Visitor(application, { now }, [await signInCookie(keeper, now)]);
  stranger = new Visitor(application, { now });
});

test("a year's dates show what stands in the way of each, and are put in the calendar once", async () => {
  await secretariat.post(reservedDaysPath(partnership), { "name-en": "Full council", "from-day": "8", "from-month": "4", "from-year": "2027" });
  await buildMeeting({ partnershipId: partnership.id, bodyId: health.id, startsAt: new Date("2027-03-11T11:00:00Z"), calledAt: null });
  const typed = {
    ...{ body: board.id, rhythm: "monthly", starts: "10:00", ends: "12:00", "venue-en": "Town hall", "on-day": "11", "on-month": "2", "on-year": "2027" },
    ...{ "until-day": "31", "until-month": "5", "until-year": "2027" },
  };
  const page = await text(secretariat.open(planningPath(partnership, typed)));
  expect(page).toContain("Board: 4 dates; nothing stands in the way of 2 of them.");
  expect(page).toMatch(/8 April 2027[\s\S]*Kept free: Full council/);
  expect(page).toMatch(/11 March 2027[\s\S]*1 person sits on Health group too[\s\S]*Health group is in the same place then/);
  const chosen = { ...typed, date: ["2027-02-11", "2027-05-13", "2030-01-01"] };
  expect(locationOf(await secretariat.post(planningPath(partnership), chosen))).toContain("planned=2");
  expect(locationOf(await secretariat.post(planningPath(partnership), chosen))).toContain("planned=0");
  // by the clock on the wall, in winter and in summer
  const planned = await db().meeting.findMany({ where: { bodyId: board.id }, orderBy: { startsAt: "asc" } });
  expect(planned.map(({ startsAt }) => startsAt.toISOString())).toEqual(["2027-02-11T10:00:00.000Z", "2027-05-13T09:00:00.000Z"]);
  const wrong = await secretariat.open(planningPath(partnership, { ...typed, rhythm: "", "until-year": "2039" }));
  expect([wrong.status, await text(wrong)]).toEqual([422, expect.stringMatching(/Choose how often the body meets[\s\S]*24 months ahead/)]);
});

test("everybody finds the meetings on a page, by body, and in a calendar, in each language", async () => {
  const page = await text(stranger.open(meetingsPath(partnership, { body: board.slug })));
  expect(page).toContain("11 February 2027 at 10:00");
  expect(page).not.toContain("11 March 2027");
  const feed = await stranger.open(calendarPath(partnership));
  expect(feed.headers.get("Content-Type")).toContain("text/calendar");
  expect((await feed.text()).match(/BEGIN:VEVENT/g)).toHaveLength(3);
  expect((await (await stranger.open(calendarPath(partnership, board))).text()).match(/BEGIN:VEVENT/g)).toHaveLength(2);
});

test("an agenda takes what is due once, keeps it when it is settled, and decides nothing under any other business", async () => {
  const due = { partnershipId: partnership.id, bodyId: board.id, subject: "replies", kind: "reply", sourceId: "r1", title: { en: "Reply to the bus survey" }, path: "/x", purpose: "decide" as const, dueOn: "2027-02-20" };
  await inTransaction((transaction) => raiseDue(transaction, due, now));
  await inTransaction((transaction) => raiseDue(transaction, { ...due, title: { en: "Reply about buses" } }, now));
  const meeting = await db().meeting.findFirstOrThrow({ where: { bodyId: board.id }, orderBy: { startsAt: "asc" } });
  const agenda = officeAgendaPath(partnership, meeting);
  expect(await text(secretariat.open(agenda))).toContain("Reply about buses");
  const { id } = await db().dueItem.findFirstOrThrow({ where: { sourceId: "r1" } });
  for (const press of [1, 2]) expect([press, locationOf(await secretariat.post(agenda, { due: id }))]).toEqual([press, `${agenda}?added`]);
  expect(await db().agendaItem.count({ where: { meetingId: meeting.id } })).toBe(1);
  await inTransaction((transaction) => settleDue(transaction, due, now));
  const page = await text(secretariat.open(agenda));
  expect(page).toContain("Nothing is due that stands on no agenda.");
  expect(page).toContain("Reply about buses");
  const refused = await secretariat.post(agendaItemPath(partnership, meeting, "new"), { "title-en": "Parking", kind: "any-other-business", purpose: "decide", "about-en": "Kept" });
  expect([refused.status, await text(refused)]).toEqual([422, expect.stringMatching(/Nothing is decided under any other business[\s\S]*Kept/)]);
  const emergency = { "title-en": "Flood", kind: "emergency", purpose: "decide" };
  expect(await text(secretariat.post(agendaItemPath(partnership, meeting, "new"), emergency))).toContain("Say why the emergency cannot wait");
  const added = await secretariat.post(agendaItemPath(partnership, meeting, "new"), { ...emergency, "justification-en": "The river rose" });
  expect(locationOf(added)).toBe(`${agenda}?saved`);
});

test("what goes out in time is sent to those who sit there; what is late goes with its reason, or is refused where the body refuses it", async () => {
  const meeting = await db().meeting.findFirstOrThrow({ where: { bodyId: board.id }, orderBy: { startsAt: "asc" } });
  const [item] = await db().agendaItem.findMany({ where: { meetingId: meeting.id, kind: "item" } });
  const agenda = officeAgendaPath(partnership, meeting);
  const addPaper = (fields: Record<string, string>) => secretariat.post(officePaperPath(partnership, meeting, item!, "new"), fields);
  expect(locationOf(await addPaper({ "title-en": "Draft reply", "text-en": "We run more buses." }))).toBe(`${agenda}?paper`);
  expect(await text(stranger.open(meetingPath(partnership, meeting)))).toContain("due by 3 February 2027");
  expect(locationOf(await secretariat.post(agenda, { deed: "send" }))).toBe(`${agenda}?sent&told=1`);
  expect(await db().letter.findMany({ where: { kind: "meetings/agenda" } })).toMatchObject([{ toAddress: mair.email, language: "cy" }]);
  expect(await text(stranger.open(meetingPath(partnership, meeting)))).toMatch(/Reply about buses[\s\S]*Draft reply[\s\S]*Flood[\s\S]*The river rose/);
  expect(await text(stranger.open(packPath(partnership, meeting)))).toContain("We run more buses.");
  const tooLate = new Date("2027-02-05T10:00:00Z");
  const late = new Visitor(application, { now: tooLate }, [await signInCookie(keeper, tooLate)]);
  expect(locationOf(await late.post(officePaperPath(partnership, meeting, item!, "new"), { "title-en": "Costs", "text-en": "Forty pounds." }))).toBe(`${agenda}?paper`);
  expect(await text(late.open(agenda))).toMatch(/Held back:[\s\S]*Costs[\s\S]*it is late; say why on its page/);
  expect(locationOf(await late.post(agenda, { deed: "send" }))).toBe(`${agenda}?nothing`);
  await db().adoption.create({ data: { id: "a1", partnershipId: partnership.id, bodyId: board.id, code: "SG05", settings: {}, adoptedOn: new Date("2027-01-01"), agreedNote: "Founding" } });
  expect(await text(late.open(agenda))).toContain("it is late, and this body refuses late papers");
  await db().adoption.deleteMany();
  const costs = await db().paper.findFirstOrThrow({ where: { meetingId: meeting.id, sentAt: null } });
  const reasoned = { "title-en": "Costs", "text-en": "Forty pounds.", "lateFor-en": "The bill came today", revision: String(costs.revision) };
  await late.post(officePaperPath(partnership, meeting, item!, costs), reasoned);
  expect(locationOf(await late.post(agenda, { deed: "send" }))).toBe(`${agenda}?sent&told=1`);
  expect(await text(stranger.open(paperPath(partnership, meeting, costs)))).toContain("This paper came late: The bill came today");
  expect(locationOf(await late.post(officePaperPath(partnership, meeting, item!, costs), reasoned))).toBe(`${agenda}?over`);
});

test("what is kept from the public shows its title alone, and its papers are not there for them", async () => {
  const { meeting, itemId, paperId } = await buildMeeting({ partnershipId: partnership.id, bodyId: health.id, startsAt: new Date("2027-06-03T10:00:00Z") });
  const shown = { "title-en": "A complaint", "about-en": "About somebody", kind: "item", purpose: "discuss", isPrivate: "yes", revision: "1" };
  expect((await secretariat.post(agendaItemPath(partnership, meeting, { id: itemId }), shown)).status).toBe(302);
  const page = await text(stranger.open(meetingPath(partnership, meeting)));
  expect(page).toContain("A complaint");
  expect(page).not.toContain("About somebody");
  expect((await stranger.open(paperPath(partnership, meeting, { id: paperId }))).status).toBe(404);
  // whoever had it open before loses nothing
  const stale = await secretariat.post(agendaItemPath(partnership, meeting, { id: itemId }), { ...shown, "title-en": "Mine" });
  expect([stale.status, await text(stale)]).toEqual([409, expect.stringMatching(/Somebody else has changed this[\s\S]*value="Mine"/)]);
});

const visit = async (person: { id: string }, at: Date) => new Visitor(application, { now: at }, [await signInCookie(person, at)]);

test("members say whether they come, whom they send and what they need; whoever sits elsewhere comes to watch", async () => {
  const [jo, sam] = [await buildPerson({ name: "Jo Lee" }), await buildPerson({ name: "Sam Roe" })];
  await db().appointment.updateMany({ where: { bodyId: board.id, name: "Jo Lee" }, data: { personId: jo.id } });
  const { meeting, paperId } = await buildMeeting({ partnershipId: partnership.id, bodyId: health.id, startsAt: new Date("2027-02-09T10:00:00Z") });
  await db().meeting.update({ where: { id: meeting.id }, data: { link: "https://meet.example/abc" } });
  const [attend, member, observer] = [attendPath(partnership, meeting), await visit(mair, now), await visit(jo, now)];
  expect((await (await visit(sam, now)).open(attend)).status).toBe(403);
  expect(await text(member.open(mySeatsPath(partnership)))).toContain("9 February 2027 at 10:00");
  const blank = await member.post(attend, { deed: "say", said: "substitute", standIn: "" });
  expect([blank.status, await text(blank)]).toEqual([422, expect.stringContaining("Enter who comes in your stead")]);
  expect(locationOf(await member.post(attend, { deed: "say", said: "substitute", standIn: "Ann Ho" }))).toBe(`${attend}?said`);
  expect(locationOf(await member.post(attend, { deed: "need", need: "bsl" }))).toBe(`${attend}?needed`);
  const watching = await text(observer.open(attend));
  expect(watching).toContain("you have no vote");
  expect(watching).not.toContain("https://meet.example/abc");
  expect(await text(member.open(attend))).toContain("https://meet.example/abc");
  expect(locationOf(await observer.post(attend, { deed: "observe" }))).toBe(`${attend}?observing`);
  const comments = commentPath(partnership, meeting, { id: paperId });
  for (const press of [1, 2]) expect([press, (await observer.post(comments, { text: "Too dear" })).status]).toEqual([press, 302]);
  expect((await text(member.open(comments))).match(/Too dear/g)).toHaveLength(1);
  const attendance = officeAttendancePath(partnership, meeting);
  expect(await text(secretariat.open(attendance))).toMatch(/Mair Rees[\s\S]*Sends somebody[\s\S]*British Sign Language[\s\S]*Jo Lee[\s\S]*without a vote/);
  const need = await db().accessNeed.findFirstOrThrow();
  await secretariat.post(attendance, { need: `met.${need.id}`, [`how.${need.id}`]: "Booked" });
  expect(await text(member.open(attend))).toMatch(/Met[\s\S]*Booked/);
});

test("minutes are public on the day the body chose, with who came, decisions and actions; members tell those they sit for", async () => {
  const meeting = await db().meeting.findFirstOrThrow({ where: { startsAt: new Date("2027-02-09T10:00:00Z") } });
  const [item] = await db().agendaItem.findMany({ where: { meetingId: meeting.id } });
  const seat = await db().appointment.findFirstOrThrow({ where: { bodyId: health.id } });
  const [after, minutes, attendance] = [new Date("2027-02-10T10:00:00Z"), officeMinutesPath(partnership, meeting), officeAttendancePath(partnership, meeting)];
  const office = await visit(keeper, after);
  await office.post(attendance, { deed: "seats", [`came.${seat.id}`]: "substitute", [`name.${seat.id}`]: "Ann Ho", [`seniority.${seat.id}`]: "manager" });
  const minute = `${item!.id}-en`;
  expect(locationOf(await office.post(minutes, { deed: "write", [minute]: "We agreed to spend less.", [`was.${minute}`]: "" }))).toBe(`${minutes}?written`);
  const clash = await office.post(minutes, { deed: "write", [minute]: "We agreed to spend more.", [`was.${minute}`]: "" });
  expect([clash.status, await text(clash)]).toEqual([422, expect.stringMatching(/Somebody else wrote “We agreed to spend less.”/)]);
  const lacking = await office.post(minutes, { deed: "action", item: item!.id, "action-en": "Ask the shops" });
  expect([lacking.status, await text(lacking)]).toEqual([422, expect.stringMatching(/Say who does it[\s\S]*Ask the shops/)]);
  const action = { deed: "action", item: item!.id, "action-en": "Ask the shops", owner: seat.id, "due-day": "1", "due-month": "3", "due-year": "2027" };
  expect(locationOf(await office.post(minutes, action))).toBe(`${minutes}?action`);
  const told = { partnershipId: partnership.id, itemId: item!.id, path: "/x" };
  await inTransaction((transaction) => minuteDecision(transaction, { ...told, decisionId: "d1", text: { en: "Spend forty pounds" }, isCarried: true }, after));
  await inTransaction((transaction) => minuteDecision(transaction, { ...told, decisionId: "d2", text: { en: "Spend a hundred" }, isCarried: false }, new Date(after.getTime() + 1)));
  await office.post(minutes, { deed: "ready" });
  const publicPath = minutesPath(partnership, meeting);
  const readOn = (at: string) => new Visitor(application, { now: new Date(at) }).open(publicPath);
  expect((await readOn("2027-02-22T23:59:59Z")).status).toBe(404);
  const page = await text(readOn("2027-02-23T00:00:00Z"));
  expect(page).toMatch(/Ann Ho \(for Mair Rees\)[\s\S]*We agreed to spend less\.[\s\S]*Decided:[\s\S]*Spend forty pounds[\s\S]*Put to the vote, not agreed:[\s\S]*Spend a hundred[\s\S]*Ask the shops[\s\S]*1 March 2027/);
  const member = await visit(mair, after);
  expect(await text(member.open(mySeatsPath(partnership)))).toContain("by 23 February 2027");
  expect((await member.post(reportBackPath(partnership, meeting), { text: "" })).status).toBe(422);
  expect(locationOf(await member.post(reportBackPath(partnership, meeting), { text: "I told the network." }))).toBe(`${mySeatsPath(partnership)}?told`);
  expect(await text(member.open(mySeatsPath(partnership)))).toContain("There is nothing to report back.");
});
