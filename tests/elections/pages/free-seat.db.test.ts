// A seat that somebody elected left free: who is next is asked and takes it, or an election is held for it; and places that stayed empty.
import { beforeAll, expect, test } from "vitest";
import { endAppointment } from "#app/bodies/appointments.store.server.ts";
import { addBody } from "#app/bodies/bodies.store.server.ts";
import { usualBody } from "#app/bodies/body.ts";
import { appointmentPath } from "#app/bodies/body-paths.ts";
import { dayIn } from "#app/bodies/columns.server.ts";
import { countTwice } from "#app/elections/counted.ts";
import { findContest, listStanders } from "#app/elections/counts.store.server.ts";
import type { ElectionHead } from "#app/elections/election.ts";
import { findElection, type Election } from "#app/elections/elections.store.server.ts";
import { destroyElectionFile, listDueElections } from "#app/elections/keeping.store.server.ts";
import { electionPath, newElectionPath, officeElectionPath } from "#app/elections/paths.ts";
import { seatElected } from "#app/elections/seating.store.server.ts";
import type { Network } from "#app/networks/networks.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildElection, buildNomination } from "#tests/support/elections.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildNetwork } from "#tests/support/networks.ts";
import { locationOf } from "#tests/support/requests.ts";

const now = new Date("2027-03-01T10:00:00Z"); // voted on until 20 October 2026, with terms from 1 November for two years
const young = { age: "young" };
const age: ElectionHead["reserves"] = [{ id: "age", name: { en: "Age" }, justification: { en: "Nobody under 25 ever sat" }, groups: [{ id: "young", name: { en: "Under 25" }, least: 1, most: null }] }];

let application: Application;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let network: Network;
let keeper: BuiltPerson;
let secretariat: BuiltPerson;

const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->/g, "");
const as = async (person: BuiltPerson, at = now) => new Visitor(application, { now: at }, [await signInCookie(person, at)]);
const somebody = (at = now) => new Visitor(application, { now: at });
const by = () => ({ partnershipId: partnership.id, personId: keeper.id });

beforeAll(async () => {
  application = await openApplication();
  keeper = await buildPerson({ role: "network-administrator" });
  partnership = keeper.partnership!;
  secretariat = await buildPerson({ partnership, role: "secretariat" });
  network = await buildNetwork({ partnership });
});

type Wanted = { candidates?: { name: string; groups?: Record<string, string> }[]; seats?: number; ballots?: [number, number[]][]; head?: Partial<ElectionHead> };

/** An election whose result is confirmed, with those elected in their seats. */
async function confirmed({ candidates = ["Ann Rees", "Bob Price", "Cai Lewis", "Dai Morgan"].map((name) => ({ name })), seats = 2, ballots = [[35, [1, 4]], [31, [2]], [19, [3]], [15, [4]]], head = {} }: Wanted = {}) {
  const body = await inTransaction((transaction) => addBody(transaction, by(), { ...usualBody, kind: "board", name: { en: `Board ${newId()}` } }));
  const scheme = await db().seatScheme.create({ data: { id: newId(), partnershipId: partnership.id, bodyId: body.id, version: 1, startsOn: dayIn("2026-01-01") } });
  const line = await db().seatLine.create({ data: { id: newId(), partnershipId: partnership.id, bodyId: body.id, schemeId: scheme.id, position: 1, sector: "voluntary-community", basis: "elected", count: seats, holder: { en: "Community representatives" }, networkId: network.id } });
  const election = await buildElection({ network, noticeOn: "2026-09-07", head: { seats, lineId: line.id, rules: "scottish", termStartsOn: "2026-11-01", termInMonths: 24, ...head }, steps: ["notice-published", "candidates-confirmed", "poll-prepared", "sealed", "counted", "declared", "confirmed"] });
  for (const [index, { name, groups = {} }] of candidates.entries()) await db().nomination.update({ where: { id: await buildNomination({ election, name, email: `${newId()}@people.example`, groups }) }, data: { number: index + 1 } });
  await db().sealedBallot.createMany({ data: ballots.map(([papers, preferences]) => ({ id: newId(), partnershipId: partnership.id, electionId: election.id, papers, preferences })) });
  const { contest, terms } = await findContest(db(), election);
  const counted = countTwice("scottish", contest, terms);
  if (counted.kind !== "counted") throw new Error(counted.kind);
  await db().electionCount.create({ data: { electionId: election.id, partnershipId: partnership.id, first: counted.first, second: counted.second, countedAt: now } });
  const standers = await listStanders(db(), election);
  await inTransaction((transaction) => seatElected(transaction, by(), election, counted.sheet.elected.map((number) => standers.find((one) => one.number === number)!)));
  const seatOf = async (name: string) => db().appointment.findFirstOrThrow({ where: { electionId: election.id, name } });
  const leaves = async (name: string, endedOn: string) => {
    const appointment = await seatOf(name);
    await inTransaction((transaction) => endAppointment(transaction, by(), appointment, { endedOn, endedFor: "resigned" }));
    return appointment.id;
  };
  const { slug } = await db().body.findUniqueOrThrow({ where: { id: body.id } });
  return { election, body: { id: body.id, slug }, leaves, standers, office: (part: string) => officeElectionPath(partnership, election, part) };
}

const linkIn = (letter: { text: string }) => new URL(/https?:\S+/.exec(letter.text)![0]);
const letterTo = async (name: string, { id }: Election) => {
  const { email } = await db().nomination.findFirstOrThrow({ where: { electionId: id, name } });
  return db().letter.findMany({ where: { toAddress: email } });
};

test("whoever the ballots put next is asked by letter, and with their yes has the seat until the old term would have ended", async () => {
  const { election, body, leaves, standers, office } = await confirmed();
  const left = await leaves("Ann Rees", "2027-02-14");
  expect(await text((await as(secretariat)).open(appointmentPath(partnership, body, left)))).toContain(office(`seats/${left}`));
  expect(await text((await as(keeper)).open(office("seats")))).toMatch(/Left free[\s\S]*seat 1/);
  const page = await text((await as(keeper)).open(office(`seats/${left}`)));
  expect(page).toMatch(/Next is[\s\S]*Dai Morgan[\s\S]*Found by counting the sealed ballots again/);
  const [dai, cai] = ["Dai Morgan", "Cai Lewis"].map((name) => standers.find((one) => one.name === name)!);
  // a page that was opened before something changed asks nobody
  expect(locationOf(await (await as(keeper)).post(office(`seats/${left}`), { deed: "ask", nomination: cai!.id }))).toContain("done=other");
  for (let press = 0; press < 2; press += 1) expect(locationOf(await (await as(keeper)).post(office(`seats/${left}`), { deed: "ask", nomination: dai!.id }))).toContain("done=asked");
  const letters = await letterTo("Dai Morgan", election);
  expect(letters.map(({ kind }) => kind)).toEqual(["elections/seat-offer"]);
  const { pathname, search } = linkIn(letters[0]!);
  const token = new URLSearchParams(search).get("key")!;
  expect(await text(somebody().open(pathname + search))).toMatch(/Will you take a seat\?[\s\S]*31 October 2028/);
  expect(await db().appointment.count({ where: { electionId: election.id } })).toBe(2);
  for (let press = 0; press < 2; press += 1) await somebody().post(pathname, { key: token, deed: "accept" });
  expect(await text(somebody().open(pathname + search))).toContain("You have the seat");
  const made = await db().appointment.findMany({ where: { electionId: election.id, name: "Dai Morgan" } });
  expect(made).toMatchObject([{ seat: 1, startsOn: dayIn("2027-03-01"), endsOn: dayIn("2028-10-31"), chosenHow: "elected", nominationId: dai!.id, bodyId: body.id }]);
  expect(await text((await as(keeper)).open(office(`seats/${left}`)))).toContain("Somebody has the seat again");
  const actions = await db().auditEntry.findMany({ where: { subjectId: election.id, action: { endsWith: "-seat" } }, orderBy: { id: "asc" } });
  expect(actions.map(({ action, personId }) => [action, personId])).toEqual([["election.offer-seat", keeper.id], ["election.accept-seat", null]]);
});

test("whoever declines, or does not answer in a fortnight, is written down, and the one after them is next", async () => {
  const { election, leaves, standers, office } = await confirmed();
  const left = await leaves("Ann Rees", "2027-02-14");
  const idOf = (name: string) => standers.find((one) => one.name === name)!.id;
  await (await as(keeper)).post(office(`seats/${left}`), { deed: "ask", nomination: idOf("Dai Morgan") });
  const { pathname, search } = linkIn((await letterTo("Dai Morgan", election))[0]!);
  const tooLate = new Date("2027-03-16T10:00:00Z");
  await somebody(tooLate).post(pathname, { key: new URLSearchParams(search).get("key")!, deed: "accept" });
  expect(await text(somebody(tooLate).open(pathname + search))).toContain("The time to answer is over");
  const offer = await db().seatOffer.findFirstOrThrow({ where: { electionId: election.id } });
  expect(offer.accepted).toBeNull();
  // while one waits nobody else is asked
  await (await as(keeper, tooLate)).post(office(`seats/${left}`), { deed: "ask", nomination: idOf("Cai Lewis") });
  expect(await db().seatOffer.count({ where: { electionId: election.id } })).toBe(1);
  await (await as(keeper, tooLate)).post(office(`seats/${left}`), { deed: "decline", offer: offer.id });
  expect(await text((await as(keeper, tooLate)).open(office(`seats/${left}`)))).toMatch(/Dai Morgan[\s\S]*Did not take it[\s\S]*Next is[\s\S]*Cai Lewis/);
  await (await as(keeper, tooLate)).post(office(`seats/${left}`), { deed: "ask", nomination: idOf("Cai Lewis") });
  const second = await db().seatOffer.findFirstOrThrow({ where: { electionId: election.id, accepted: null } });
  await (await as(keeper, tooLate)).post(office(`seats/${left}`), { deed: "accept", offer: second.id });
  expect(await db().appointment.findMany({ where: { electionId: election.id, endedOn: null }, orderBy: { seat: "asc" } })).toMatchObject([{ name: "Cai Lewis" }, { name: "Bob Price" }]);
});

test("of two seats left free nobody is asked about both, and who was asked about one is taken to accept", async () => {
  const { election, leaves, standers, office } = await confirmed();
  const [one, other] = [await leaves("Ann Rees", "2027-02-14"), await leaves("Bob Price", "2027-02-20")];
  await (await as(keeper)).post(office(`seats/${one}`), { deed: "ask", nomination: standers[3]!.id });
  expect(await text((await as(keeper)).open(office(`seats/${other}`)))).toMatch(/Next is[\s\S]*Cai Lewis/);
  expect(await db().seatOffer.count({ where: { electionId: election.id } })).toBe(1);
});

test("more than twelve months after the election nobody is asked, and it is said why; an election for the seat begins with what is still kept", async () => {
  const candidates = [{ name: "Ann Rees", groups: young }, { name: "Bob Price" }, { name: "Cai Lewis" }, { name: "Dai Morgan" }];
  const { election, body, leaves, office, standers } = await confirmed({ candidates, head: { reserves: age } });
  const [left, later] = [await leaves("Ann Rees", "2027-11-14"), new Date("2027-12-01T10:00:00Z")];
  const page = await text((await as(keeper, later)).open(office(`seats/${left}`)));
  expect(page).toContain("Not open: the election was more than twelve months before");
  expect(page).not.toContain("Next is");
  await (await as(keeper, later)).post(office(`seats/${left}`), { deed: "ask", nomination: standers[2]!.id });
  expect(await db().seatOffer.count({ where: { electionId: election.id } })).toBe(0);
  const begins = newElectionPath(partnership, { vacancy: left });
  expect(await text((await as(keeper, later)).open(begins))).toContain("for one seat that somebody left");
  const began = locationOf(await (await as(keeper, later)).post(begins, { network: network.slug, "title-en": "By-election: the board" }));
  expect(locationOf(await (await as(keeper, later)).post(begins, { network: network.slug, "title-en": "By-election once more" }))).toBe(began);
  const made = await db().networkElection.findMany({ where: { vacancyId: left } });
  expect(made).toMatchObject([{ seats: 1, lineId: election.lineId, reserves: [{ id: "age", groups: [{ id: "young", least: 1 }] }] }]);
  expect(await db().vacancyFilling.findUnique({ where: { appointmentId: left } })).toMatchObject({ way: "by-election" });
  const second = await findElection(db(), partnership.id, made[0]!.id);
  await db().nomination.update({ where: { id: await buildNomination({ election: second, name: "Eira Wyn" }) }, data: { number: 1 } });
  const winners = await listStanders(db(), second);
  for (let press = 0; press < 2; press += 1) await inTransaction((transaction) => seatElected(transaction, by(), second, winners));
  expect(await db().appointment.findMany({ where: { electionId: second.id } })).toMatchObject([{ name: "Eira Wyn", seat: 1, bodyId: body.id, endsOn: dayIn("2028-10-31") }]);
});

test("nobody takes a place kept for others: who is left does not qualify, and it is said", async () => {
  const candidates = [{ name: "Ann Rees", groups: young }, { name: "Bob Price" }, { name: "Cai Lewis" }];
  const { leaves, office } = await confirmed({ candidates, ballots: [[40, [1]], [35, [2]], [25, [3]]], head: { reserves: age } });
  const left = await leaves("Ann Rees", "2027-02-14");
  const page = await text((await as(keeper)).open(office(`seats/${left}`)));
  expect(page).toContain("A reserved place could not be kept with anybody who is left");
  expect(page).not.toContain("Next is");
});

test("where the rule says so, places that stayed empty have another election, for the same groups", async () => {
  const candidates = [{ name: "Ann Rees" }, { name: "Bob Price" }, { name: "Cai Lewis" }];
  const { election, office } = await confirmed({ candidates, ballots: [[40, [1]], [35, [2]], [25, [3]]], head: { reserves: age, shortfall: "rerun" } });
  expect(await text((await as(keeper)).open(office("seats")))).toMatch(/Places that stay empty[\s\S]*1 kept for: Under 25[\s\S]*Begin another election/);
  const began = locationOf(await (await as(keeper)).post(newElectionPath(partnership, { again: election.id }), { network: network.slug, "title-en": "Again" }));
  const id = /elections\/([^?/]+)/.exec(began!)![1]!;
  expect(await db().networkElection.findUniqueOrThrow({ where: { id } })).toMatchObject({ seats: 1, lineId: election.lineId, reserves: [{ groups: [{ id: "young", least: 1 }] }] });
});

test("a link that nobody was sent opens nothing, and nobody without an office in elections comes to its seats", async () => {
  const { election, leaves, office } = await confirmed();
  const left = await leaves("Ann Rees", "2027-02-14");
  expect((await somebody().open(electionPath(partnership, election, "seat", { key: "wrong" }))).status).toBe(410);
  const representative = await buildPerson({ partnership, role: "representative" });
  for (const part of ["seats", `seats/${left}`]) expect((await (await as(representative)).open(office(part))).status).toBe(403);
  const { office: ofAnother } = await confirmed();
  expect((await (await as(keeper)).open(ofAnother(`seats/${left}`))).status).toBe(404);
});

test("while a seat is free that the next may take, its ballots outlive their year; once they are destroyed nobody is next", async () => {
  const night = new Date("2027-10-30T02:17:00Z");
  const [awaited, over] = [await confirmed(), await confirmed()];
  const dueIds = async () => (await listDueElections(db(), night, partnership.id)).map(({ id }) => id);
  expect(await dueIds()).toEqual(expect.arrayContaining([awaited.election.id, over.election.id]));
  await awaited.leaves("Ann Rees", "2027-10-12");
  // left when the next in the election can no longer take it
  await over.leaves("Ann Rees", "2027-10-25");
  expect(await dueIds()).not.toContain(awaited.election.id);
  expect(await dueIds()).toContain(over.election.id);
  expect(await text((await as(keeper, night)).open(awaited.office("kept")))).toContain("A seat is free that the next in this election may take");
  await inTransaction((transaction) => destroyElectionFile(transaction, awaited.election, night));
  expect(await db().sealedBallot.count({ where: { electionId: awaited.election.id } })).toBe(4);
  // a resignation that is entered when the ballots are gone already
  const late = await confirmed();
  await inTransaction((transaction) => destroyElectionFile(transaction, late.election, night));
  const appointmentId = await late.leaves("Ann Rees", "2027-10-12");
  const page = await text((await as(keeper, night)).open(late.office(`seats/${appointmentId}`)));
  expect(page).not.toContain("Ask them");
  expect(await db().seatOffer.count({ where: { electionId: late.election.id } })).toBe(0);
});
