// What is due before bodies and what meetings agreed that somebody does, as those who keep meetings see it.
import { beforeAll, expect, test } from "vitest";
import { addBody } from "#app/bodies/bodies.store.server.ts";
import { usualBody } from "#app/bodies/body.ts";
import { addAction } from "#app/meetings/actions.store.server.ts";
import { addItem } from "#app/meetings/agenda.store.server.ts";
import { raiseDue, settleDue } from "#app/meetings/due.store.server.ts";
import { cancelMeeting } from "#app/meetings/meetings.store.server.ts";
import { actionsCsvPath, officeActionPath, officeActionsPath, officeDuePath, officeMinutesPath } from "#app/meetings/paths.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor } from "#tests/support/application.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildMeeting, seatPeople } from "#tests/support/meetings.ts";
import { locationOf } from "#tests/support/requests.ts";

const now = new Date("2027-05-10T10:00:00Z");
let secretariat: Visitor;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let board: { id: string; slug: string };
let forum: { id: string; slug: string };
let held: Awaited<ReturnType<typeof buildMeeting>>;
let mair: string;

const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->/g, "");
const by = () => ({ partnershipId: partnership.id, personId: "somebody", now });
const agree = (what: string, dueOn: string, owner: { appointmentId: string } | { ownerName: string }) =>
  inTransaction((transaction) => addAction(transaction, by(), held.meeting, { itemId: held.itemId, text: { en: what }, dueOn, appointmentId: null, ownerName: "", ...owner }));
const idOf = async (what: string) => (await db().meetingAction.findFirstOrThrow({ where: { text: { equals: { en: what } } } })).id;

beforeAll(async () => {
  const keeper = await buildPerson({ role: "secretariat" });
  partnership = keeper.partnership!;
  const add = (name: string) => inTransaction((transaction) => addBody(transaction, by(), { ...usualBody, kind: "board", name: { en: name } }));
  [board, forum] = [await add("Board"), await add("Forum")];
  [mair = ""] = await seatPeople({ partnershipId: partnership.id, bodyId: board.id, people: [{ name: "Mair 100% Rees" }] });
  held = await buildMeeting({ partnershipId: partnership.id, bodyId: board.id, startsAt: new Date("2027-03-02T10:00:00Z") });
  secretariat = new Visitor(await openApplication(), { now }, [await signInCookie(keeper, now)]);
});

test("actions of all meetings are listed by state, body and name, a page at a time, and taken away", async () => {
  await agree("Ask the schools", "2027-05-09", { appointmentId: mair });
  await agree("Paint the hall", "2027-05-10", { ownerName: "Jo Lee" });
  const open = (query: Parameters<typeof officeActionsPath>[1]) => text(secretariat.open(officeActionsPath(partnership, query)));
  const all = await open({});
  expect(all).toContain("2 actions are not done, of all meetings; 1 overdue.");
  expect(all).toMatch(/Ask the schools[\s\S]*Paint the hall/);
  const overdue = await open({ state: "overdue" });
  expect([overdue.includes("Ask the schools"), overdue.includes("Paint the hall")]).toEqual([true, false]);
  // the signs that a search reads as more than themselves stand for themselves
  expect([(await open({ owner: "100%" })).includes("Ask the schools"), (await open({ owner: "j_ lee" })).includes("Paint the hall"), (await open({ owner: "JO LEE" })).includes("Paint the hall")]).toEqual([true, false, true]);
  expect(await open({ body: forum.slug })).toContain("No such action was found.");
  for (let number = 1; number <= 20; number++) await agree(`Thing ${String(number).padStart(2, "0")}`, "2027-06-01", { ownerName: "Jo Lee" });
  const first = await open({});
  const next = /href="([^"]*after=[^"]*)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const shown = [...`${first}${await text(secretariat.open(next))}`.matchAll(/Thing \d\d/g)].map(([thing]) => thing);
  expect(new Set(shown).size).toBe(20);
  const csv = await secretariat.open(actionsCsvPath(partnership, { state: "overdue" }));
  expect(csv.headers.get("Content-Disposition")).toContain("actions-");
  expect((await csv.text()).split("\r\n").slice(1)).toEqual(["Ask the schools,Mair 100% Rees,2027-05-09,Overdue,,,Board,2027-03-02", ""]);
});

test("an action is marked as done once, with a note; what two write at once is kept; and it may be undone", async () => {
  const id = await idOf("Ask the schools");
  const path = officeActionPath(partnership, { id });
  const typed = { deed: "done", "done-day": "4", "done-month": "5", "done-year": "2027", note: "All nine said yes." };
  const wrong = await secretariat.post(path, { ...typed, "done-day": "11" });
  expect([wrong.status, await text(wrong)]).toEqual([422, expect.stringMatching(/enter today or a day before it[\s\S]*All nine said yes\./)]);
  const audited = () => db().auditEntry.count({ where: { action: "meeting.settle-action" } });
  for (const press of [1, 2]) expect([press, locationOf(await secretariat.post(path, typed))]).toEqual([press, officeActionPath(partnership, { id }, { done: "settled" })]);
  expect(await audited()).toBe(1);
  const page = await text(secretariat.open(path));
  expect(page).toMatch(/Done on 4 May 2027[\s\S]*All nine said yes\./);
  const clash = await secretariat.post(path, { ...typed, note: "Eight did.", "was.note": "", "was.done-day": "4", "was.done-month": "5", "was.done-year": "2027" });
  expect([clash.status, await text(clash)]).toEqual([422, expect.stringMatching(/Eight did\.[\s\S]*All nine said yes\.|All nine said yes\.[\s\S]*Eight did\./)]);
  // the button in the minutes leaves what was said of it
  await secretariat.post(officeMinutesPath(partnership, held.meeting), { settle: `done.${id}` });
  expect(await db().meetingAction.findUniqueOrThrow({ where: { id } })).toMatchObject({ note: { en: "All nine said yes." } });
  expect(locationOf(await secretariat.post(path, { deed: "reopen" }))).toBe(officeActionPath(partnership, { id }, { done: "reopened" }));
  expect(await db().meetingAction.findUniqueOrThrow({ where: { id } })).toMatchObject({ doneOn: null, note: {} });
  const { partnership: other } = await buildPerson({ role: "secretariat" });
  expect((await secretariat.open(officeActionPath(other!, { id }))).status).toBe(403);
});

test("what is due waits, stands on an agenda until its meeting is cancelled, and is due anew when it is raised again", async () => {
  const due = { partnershipId: partnership.id, bodyId: board.id, subject: "replies", kind: "reply", sourceId: "r1", title: { en: "Reply about buses" }, path: "/x", purpose: "decide" as const, dueOn: "2027-05-01" };
  const raise = (at: Date) => inTransaction((transaction) => raiseDue(transaction, due, at));
  await raise(new Date("2027-02-01T10:00:00Z"));
  await raise(new Date("2027-02-09T10:00:00Z"));
  const open = (state: string, body?: string) => text(secretariat.open(officeDuePath(partnership, { state, body: body ?? null })));
  expect(await open("waiting")).toMatch(/Reply about buses[\s\S]*Consultations, since 1 February 2027[\s\S]*1 May 2027, which has passed[\s\S]*Waits for an agenda/);
  expect([(await open("waiting", board.slug)).includes("Reply about buses"), (await open("waiting", forum.slug)).includes("Reply about buses")]).toEqual([true, false]);
  const { meeting } = await buildMeeting({ partnershipId: partnership.id, bodyId: board.id, startsAt: new Date("2027-06-01T09:00:00Z") });
  const { id: dueItemId } = await db().dueItem.findFirstOrThrow({ where: { sourceId: "r1" } });
  const item = { kind: "item" as const, purpose: "decide" as const, title: due.title, about: {}, justification: {}, lengthInMinutes: null, isPrivate: false };
  await inTransaction((transaction) => addItem(transaction, by(), meeting, item, dueItemId));
  expect([await open("on-agenda"), await open("waiting")]).toEqual([expect.stringContaining("Board, 1 June 2027 at 10:00"), expect.not.stringContaining("Reply about buses")]);
  await inTransaction((transaction) => cancelMeeting(transaction, by(), meeting, { en: "Snow" }));
  expect(await open("waiting")).toContain("Reply about buses");
  await inTransaction((transaction) => settleDue(transaction, due, now));
  expect(await open("settled")).toMatch(/Reply about buses[\s\S]*Settled on 10 May 2027[\s\S]*It stood on none/);
  await raise(now);
  expect(await open("waiting")).toContain("Consultations, since 10 May 2027");
});
