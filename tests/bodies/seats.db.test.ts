// Seats from their agreement to whoever sits on them, through a new version and somebody's leaving.
import { expect, test } from "vitest";
import { adoptSafeguards } from "#app/bodies/adoptions.store.server.ts";
import { inductionSteps } from "#app/bodies/appointment.ts";
import { appoint, endAppointment, listPast, listSitting, membersOf, ratify, saveInduction, seatsOf } from "#app/bodies/appointments.store.server.ts";
import { addBody, findBody, holdBody } from "#app/bodies/bodies.store.server.ts";
import { usualBody } from "#app/bodies/body.ts";
import { chairsOn } from "#app/bodies/chairs.store.server.ts";
import { action as appoints, loader as details } from "#app/bodies/pages/appointment-details.tsx";
import { action as leads } from "#app/bodies/pages/chairs.tsx";
import { loader as bodyPage } from "#app/bodies/pages/office-body.tsx";
import { action as versions } from "#app/bodies/pages/seats.tsx";
import { agreeScheme, beginScheme, findDraftScheme, findSchemeOn, removeLine, saveLine, type LineDetails } from "#app/bodies/schemes.store.server.ts";
import { importStructures } from "#app/bodies/import-structures.store.server.ts";
import { seatsOfScheme } from "#app/bodies/seat-scheme.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { buildPartnership, buildPerson, signInCookie } from "#tests/support/factories.ts";
import { answerOf, argsOf, get, post } from "#tests/support/requests.ts";

const drawn = async <Loader extends (...args: never[]) => Promise<unknown>>(answer: ReturnType<Loader>) => (await answerOf<Awaited<ReturnType<Loader>>>(answer)).body;

const lineDetails: LineDetails = {
  ...{ withinId: null, sector: "public", basis: "fixed", count: 2, countMost: null, poolSize: null, reserves: [], holder: { en: "The council" } },
  ...{ chosenBy: {}, organisationId: null, networkId: null, termInMonths: 36, mostTerms: 2, isVoting: true, isRequired: false, roleDescription: {} },
};
const term = { startsOn: "2026-04-01", endsOn: "2029-03-31" };
const chosen = { organisationId: null, chosenHow: "nominated", chosenBy: "By its letter", authority: "decides", seniority: "any" } as const;
const inducted = inductionSteps.map((code) => ({ code, doneOn: "2026-05-01" }));

async function seated() {
  const partnership = await buildPartnership();
  const person = await buildPerson({ partnership, role: "representative" });
  const by = { partnershipId: partnership.id, personId: person.id };
  const within = async <Value>(work: Parameters<typeof inTransaction<Value>>[0]) => inTransaction(work);
  const { slug, id: bodyId } = await within((transaction) => addBody(transaction, by, { ...usualBody, kind: "board", name: { en: "The board" } }));
  const body = await findBody(db(), partnership.id, slug);
  const draft = async () => (await findDraftScheme(db(), bodyId))!;
  const agree = async (startsOn: string) => {
    const scheme = await draft();
    await within((transaction) => agreeScheme(transaction, by, body, { scheme, startsOn, authority: { decisionId: null, note: "Founding meeting" } }));
  };
  await within((transaction) => beginScheme(transaction, by, body));
  const first = await draft();
  const lineId = await within((transaction) => saveLine(transaction, by, body, first, null, lineDetails));
  const otherId = await within((transaction) => saveLine(transaction, by, body, first, null, { ...lineDetails, holder: { en: "Faith" }, sector: "faith" }));
  await agree("2026-04-01");
  const sit = (line: string, seat: number, name: string, more = {}) =>
    within((transaction) => appoint(transaction, by, { bodyId, lineId: line, seat }, { ...chosen, ...term, name, personId: null, ...more }));
  return { partnership, person, by, within, body, bodyId, lineId, otherId, draft, agree, sit };
}

test("a version goes on from the one before: who sits goes on sitting, whose line is gone has left the day before", async () => {
  const { by, within, body, bodyId, lineId, otherId, draft, agree, sit } = await seated();
  const [council, faith] = [await sit(lineId, 1, "Mair"), await sit(otherId, 1, "Gwyn")];
  const begun = () => within(async (transaction) => beginScheme(transaction, by, await holdBody(transaction, by.partnershipId, body.slug)));
  expect(new Set(await Promise.all([begun(), begun()])).size).toBe(1);
  const scheme = await draft();
  const faithLine = scheme.lines.find(({ fromId }) => fromId === otherId)!;
  await within((transaction) => removeLine(transaction, by, body, scheme, faithLine.id));
  await agree("2027-01-10");
  const held = await findSchemeOn(db(), bodyId, "2027-01-10");
  expect((await findSchemeOn(db(), bodyId, "2027-01-09"))?.version).toBe(1);
  expect(held?.lines.map(({ fromId }) => fromId)).toEqual([lineId]);
  const sitting = await listSitting(db(), bodyId, "2027-01-10");
  expect(sitting.map(({ id, lineId: line }) => [id, line])).toEqual([[council, held!.lines[0]!.id]]);
  expect(await listPast(db(), bodyId, "2027-01-10", null)).toMatchObject([{ id: faith, endedOn: "2027-01-09", endedFor: "seat-ended" }]);
});

test("nobody sits where somebody sits, not of two put there at once either", async () => {
  const { lineId, sit } = await seated();
  const both = await Promise.allSettled([sit(lineId, 1, "Mair"), sit(lineId, 1, "Gwyn")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a seat is one's own from its first day to its last, active once the induction is over, with a vote once the body agreed", async () => {
  const { partnership, person, by, within, bodyId, lineId, sit } = await seated();
  const id = await sit(lineId, 1, "Mair", { personId: person.id, chosenHow: "co-opted" });
  const mine = async (day: string) => (await seatsOf(db(), { partnershipId: partnership.id, personId: person.id }, day)).map(({ isActive, hasVote }) => [isActive, hasVote]);
  expect([await mine("2026-03-31"), await mine("2026-04-01")]).toEqual([[], [[false, false]]]);
  await within((transaction) => saveInduction(transaction, by, { id }, inducted));
  expect(await mine("2026-05-01")).toEqual([[true, false]]);
  await within((transaction) => ratify(transaction, by, { id }, "2026-06-01"));
  expect([await mine("2026-05-31"), await mine("2026-06-01")]).toEqual([[[true, false]], [[true, true]]]);
  await within((transaction) => endAppointment(transaction, by, { id }, { endedOn: "2026-07-01", endedFor: "resigned" }));
  expect([await mine("2026-07-01"), await mine("2026-07-02")]).toEqual([[[true, true]], []]);
  expect(await membersOf(db(), bodyId, "2026-07-02")).toEqual([]);
});

test("a partnership is taken in from a file with its bodies and seats, below the one named, and again adds nothing", async () => {
  const above = await buildPartnership();
  const key = `p${above.slug}`.slice(0, 40);
  const places = [{ sector: "public", count: null, holder: "crime representatives" }, { sector: "public_and_other", count: 11, holder: "others (includes crime places)" }];
  const file = { partnerships: [{ key, name: "Lambeth", authorityType: "London borough", bodies: [{ name: "Groups", kind: "theme" }, { name: "Partnership", kind: "board", placesFixed: 11, places }] }] };
  const told: string[] = [];
  const spoilt = { partnerships: [...file.partnerships, { ...file.partnerships[0], key: "people" }] };
  await expect(importStructures(above, spoilt, new Date("2026-11-22T12:00:00Z"), (line) => told.push(line))).rejects.toThrow("“people” cannot be the address");
  for (let times = 0; times < 2; times++) await importStructures(above, file, new Date("2026-11-22T12:00:00Z"), (line) => told.push(line));
  expect(told.filter((line) => line.includes("were added")).map((line) => line.slice(0, 6))).toEqual(["1 of 1", "0 of 1"]);
  const partnership = await findPartnership(db(), key);
  const [board, groups] = [await findBody(db(), partnership.id, "partnership"), await findBody(db(), partnership.id, "groups")];
  expect([partnership.parentId, board.isFull, groups.parentId]).toEqual([above.id, true, board.id]);
  const scheme = (await findSchemeOn(db(), board.id, "2026-11-22"))!;
  expect([seatsOfScheme(scheme), scheme.lines[0]?.withinId]).toEqual([{ least: 11, most: 11 }, scheme.lines[1]?.id]);
});

test("where a body has adopted it, only a decision of the full partnership changes its seats or gives it a chair", async () => {
  const { partnership, by, within, body, bodyId, lineId, sit } = await seated();
  const now = new Date("2027-03-01T12:00:00Z");
  const keeper = await buildPerson({ partnership, role: "secretariat" });
  const cookies = await signInCookie(keeper, now);
  const appointment = await sit(lineId, 1, "Mair");
  const adopted = new Map([["SG08", {}], ["SG09", {}]] as const);
  await within((transaction) => adoptSafeguards(transaction, { ...by, bodyId, today: "2027-01-01" }, adopted, { decisionId: null, note: "At the founding" }));
  const decision = { partnershipId: partnership.id, bodyId, title: { en: "Seats" }, text: {}, topic: "membership", createdAt: now, outcomeAt: now, decidedOn: now, noticeDueOn: now };
  await db().decision.createMany({ data: [{ ...decision, id: "full-agreed-it-once", outcome: "full-partnership-agreed" }, { ...decision, id: "board-agreed-alone", outcome: "agreed" }] });
  const posts = async (page: typeof versions, fields: Record<string, string>) => (await answerOf(page(argsOf(post("/office", fields, { cookies }), { params: { partnership: partnership.slug, body: body.slug }, now })))).status;
  const today = { "starts-day": "1", "starts-month": "3", "starts-year": "2027" };
  expect(await posts(versions, { deed: "begin" })).toBe(302);
  const decide = (page: typeof versions, fields: Record<string, string>) => ["", "board-agreed-alone", "full-agreed-it-once"].map((id) => () => posts(page, { ...fields, ...today, note: "We said so", decision: id }));
  const statuses: number[] = [];
  for (const press of [...decide(versions, { deed: "agree" }), ...decide(leads, { deed: "name", kind: "chair", appointment })]) statuses.push(await press());
  expect(statuses).toEqual([422, 422, 302, 422, 422, 302]);
  expect(await findSchemeOn(db(), bodyId, "2027-03-01")).toMatchObject({ version: 2, decisionId: "full-agreed-it-once", agreedNote: null });
  expect(await chairsOn(db(), bodyId, "2027-03-01")).toMatchObject([{ kind: "chair", appointmentId: appointment, decisionId: "full-agreed-it-once" }]);
});

test("an elected seat is offered the end of its turn, and the body's page says which seats end when [D4]", async () => {
  const { partnership, by, within, body, bodyId, draft, agree } = await seated();
  const now = new Date("2027-03-15T12:00:00Z");
  const cookies = await signInCookie(await buildPerson({ partnership, role: "secretariat" }), now);
  await within((transaction) => beginScheme(transaction, by, body));
  const turns = { turns: "3", "turnsFrom-day": "1", "turnsFrom-month": "10", "turnsFrom-year": "2026" };
  const of = { params: { partnership: partnership.slug, body: body.slug }, now };
  expect((await answerOf(versions(argsOf(post("/office", { deed: "totals", ...turns }, { cookies }), of)))).status).toBe(302);
  const lineId = await within(async (transaction) => saveLine(transaction, by, body, await draft(), null, { ...lineDetails, basis: "elected", count: 3, holder: { en: "Residents" } }));
  await agree("2027-01-10");
  const who = { name: "Mair", chosenHow: "elected", chosenBy: "The residents", authority: "decides", seniority: "any", "starts-day": "15", "starts-month": "3", "starts-year": "2027" };
  const at = { ...of, params: { ...of.params, appointment: "new" } };
  const url = (seat: number) => `/office?line=${lineId}&seat=${seat}`;
  const opened = await drawn<typeof details>(details(argsOf(get(url(2), { cookies }), at)));
  expect(opened).toMatchObject({ turnEndsOn: "2027-09-30", entries: { "ends-day": "30", "ends-month": "9", "ends-year": "2027" } });
  for (const seat of [1, 2]) expect((await answerOf(appoints(argsOf(post(url(seat), { ...who, name: `Mair ${seat}` }, { cookies }), at)))).status).toBe(302);
  expect((await listSitting(db(), bodyId, "2027-03-15")).map(({ name, endsOn }) => [name, endsOn]).sort()).toEqual([
    ["Mair 1", "2029-09-30"],
    ["Mair 2", "2027-09-30"],
  ]);
  const shown = await drawn<typeof bodyPage>(bodyPage(argsOf(get("/office", { cookies }), of)));
  expect(shown.turns.map(({ endsOn, seats }) => [endsOn, seats.map(({ sitter }) => sitter?.name ?? null)])).toEqual([
    ["2027-09-30", ["Mair 2"]],
    ["2028-09-30", [null]],
    ["2029-09-30", ["Mair 1"]],
  ]);
});
