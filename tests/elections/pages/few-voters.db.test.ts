// Polls in which very few may vote: announced before the poll, only the order is told, on no page and in no file is a figure; and polls in which
// fewer voted than must.
import { beforeAll, beforeEach, expect, test } from "vitest";
import { countElection } from "#app/elections/counts.store.server.ts";
import type { ElectionHead } from "#app/elections/election.ts";
import { findElection, type Election } from "#app/elections/elections.store.server.ts";
import { electionPath, newElectionPath, officeElectionPath } from "#app/elections/paths.ts";
import type { Network } from "#app/networks/networks.store.server.ts";
import { addDays } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { newId, newReference } from "#app/shared/keys.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildElection, buildNomination } from "#tests/support/elections.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildMember, buildNetwork } from "#tests/support/networks.ts";
import { locationOf } from "#tests/support/requests.ts";
import { listUrls } from "#tests/support/urls.ts";

const noticeOn = "2026-09-07"; // the poll closes on 20 October, is counted on the 21st and may be challenged until the 28th
const counted = new Date("2026-10-21T10:00:00Z");
const later = new Date("2026-10-29T10:00:00Z");
let application: Application;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let network: Network;
const people: Record<"keeper" | "officer" | "scrutineer", BuiltPerson> = {} as never;

const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->/g, "");
const as = async (who: keyof typeof people, now: Date) => new Visitor(application, { now }, [await signInCookie(people[who], now)]);
const somebody = (now: Date) => new Visitor(application, { now });
const office = (election: Election, part: string) => officeElectionPath(partnership, election, part);

beforeAll(async () => {
  application = await openApplication();
});
beforeEach(async () => {
  people.keeper = await buildPerson({ role: "network-administrator" });
  partnership = people.keeper.partnership!;
  people.officer = await buildPerson({ name: "Rhian Vaughan" });
  people.scrutineer = await buildPerson({ name: "Tariq Mahmood" });
  network = await buildNetwork({ partnership });
});

type Votes = { head?: Partial<ElectionHead>; issued?: number; ballots: [number, number[]][] };
const title = { en: "Two for the panel" };

/** A poll that was sealed; ballots as preferences, so many of each. */
async function buildSealed({ head = {}, issued = 7, ballots }: Votes): Promise<Election> {
  const election = await buildElection({
    ...{ network, noticeOn, head: { title, seats: 2, rules: "scottish", termStartsOn: "2026-11-01", resultsDetail: "order", ...head } },
    ...{ returningOfficerId: people.officer.id, scrutineerIds: [people.scrutineer.id], steps: ["notice-published", "candidates-confirmed"] },
  });
  for (const [index, name] of ["Ann Rees", "Bob Price", "Cai Lewis"].entries()) await db().nomination.update({ where: { id: await buildNomination({ election, name, email: `${index}@stands.example` }) }, data: { number: index + 1 } });
  const steps = [["poll-prepared", { issued }], ["sealed", {}], ["key-destroyed", {}], ["lots-drawn", {}]] as const;
  for (const [kind, facts] of steps) await db().electionStep.create({ data: { partnershipId: partnership.id, electionId: election.id, kind, at: counted, facts } });
  const rows = ballots.flatMap(([papers, preferences]) => Array.from({ length: papers }, () => ({ id: newId(), partnershipId: partnership.id, electionId: election.id, preferences, spoilt: preferences.length === 0 ? "blank" : null })));
  await db().sealedBallot.createMany({ data: rows });
  await db().trackingCode.createMany({ data: rows.map(() => ({ electionId: election.id, code: newReference(), batch: 1 })) });
  const blank = rows.filter(({ spoilt }) => spoilt !== null).length;
  const totals = { issued, returned: rows.length, online: rows.length, paper: 0, blank, spoilt: 0, void: 0 };
  await db().networkElection.update({ where: { id: election.id }, data: { totals, issued, ballotHash: "ab".repeat(32), ballotSalt: "7KQ2-M4XP-9RTC", rulesHash: "cd".repeat(32), lotText: "4 2 6 1" } });
  return findElection(db(), partnership.id, election.id);
}

async function declared(votes: Votes): Promise<Election> {
  const election = await buildSealed(votes);
  await countElection({ partnershipId: partnership.id, electionId: election.id, personId: people.officer.id }, () => counted);
  await (await as("scrutineer", counted)).post(office(election, "count"), { deed: "sign", report: "Right." });
  await (await as("officer", counted)).post(office(election, "count"), { deed: "declare" });
  return findElection(db(), partnership.id, election.id);
}

/** All that anybody gets of an election, address by address; what is drawn by lot for each is left out. */
async function allThatIsTold(election: Election, both: readonly Election[]): Promise<Record<string, string>> {
  const addresses = listUrls().map(({ path }) => path).filter((path) => path.startsWith("/:partnership/elections"));
  const codes = (await db().trackingCode.findMany({ where: { electionId: election.id } })).map(({ code }) => code);
  const told: Record<string, string> = {};
  for (const address of addresses) {
    const visitor = somebody(counted);
    const answer = await visitor.open(address.replace(":partnership", partnership.slug).replace(":election", election.id));
    const said = [answer.status, await text(answer)].join("\n");
    told[address] = [...codes, ...both.map(({ id }) => id)].reduce((all, one) => all.replaceAll(one, "…"), said).replaceAll(/nonce="[^"]*"|\b[0-9a-f]{64}\b|"revision":\d+/g, "…");
  }
  const found = await text(somebody(counted).post(electionPath(partnership, election, "tracking"), { code: codes[0]! }));
  expect(found).toContain(codes[0]!);
  const findings = await db().finding.findMany({ where: { sourceId: election.id }, orderBy: { kind: "asc" } });
  return { ...told, findings: JSON.stringify(findings.map(({ kind, statement, figure }) => [kind, statement, figure])) };
}

const seven: [number, number[]][] = [[4, [1]], [2, [2]], [1, [3, 2]]];
const four: [number, number[]][] = [[2, [1]], [1, [2]], [1, []]];

test("two polls that end in the same order are told alike to the letter, however many voted and however they did", async () => {
  const [one, other] = [await declared({ ballots: seven }), await declared({ ballots: four })];
  const [first, second] = [await allThatIsTold(one, [one, other]), await allThatIsTold(other, [one, other])];
  expect(Object.keys(first).length).toBeGreaterThan(18);
  expect(second).toEqual(first);
  const at = (part: string) => first[`/:partnership/elections/:election/${part}`]!;
  expect(at("result")).toMatch(/only the order would be told[\s\S]*Cai Lewis/);
  expect(at("result").replace(/<[^>]+>/g, " ")).toMatch(/Ann Rees[\s\S]*Bob Price[\s\S]*7 were on the roll\. How many of them voted is not told/);
  expect(at("declaration")).toContain("Not told: fewer than ten could vote");
  expect(at("recount")).toContain("in the scrutineer’s presence");
  expect(JSON.parse(at("sheet.json").slice(4))).toMatchObject({ elected: [1, 2], order: [1, 2, 3], lots: [], reserves: [] });
  for (const part of ["ballots.blt", "reserves.con", "tracking/codes.txt"]) expect(at(part)).toMatch(/^404/);
  expect(first.findings).not.toContain("turnout");
});

test("the returning officer and the scrutineers see the figures; the keeper does not", async () => {
  const election = await declared({ ballots: seven });
  const seen = await text((await as("scrutineer", counted)).open(office(election, "count")));
  expect(seen).toContain("Reached the quota of 3 at stage 1, with 4 votes.");
  expect(seen).toContain("for the returning officer and the scrutineers alone");
  expect((await (await as("keeper", counted)).open(office(election, "count"))).status).toBe(403);
  expect(await text((await as("keeper", counted)).open(office(election, "seal")))).not.toContain("Votes cast online");
  expect(await text((await as("officer", counted)).open(office(election, "seal")))).toContain("Votes cast online");
});

test("where ten or more could vote the figures are told, whatever was announced for fewer; a promise once made stands though more come onto the roll", async () => {
  const many = await declared({ ballots: seven, issued: 10 });
  expect(await text(somebody(counted).open(electionPath(partnership, many, "result")))).toContain("7 of 10 on the roll voted");
  const grown = await declared({ ballots: seven, issued: 9 });
  await db().networkElection.update({ where: { id: grown.id }, data: { issued: 12 } });
  expect(await text(somebody(counted).open(electionPath(partnership, grown, "result")))).toContain("only the order would be told");
  const open = await declared({ ballots: seven, head: { resultsDetail: "counts" } });
  expect(await text(somebody(counted).open(electionPath(partnership, open, "result")))).toContain("7 of 7 on the roll voted");
});

test("before the poll is prepared it is announced for good that only the order is told, where so few are on the roll", async () => {
  const election = await buildElection({ network, noticeOn, head: { seats: 1 }, returningOfficerId: people.officer.id, scrutineerIds: [people.scrutineer.id], steps: ["notice-published", "candidates-confirmed"] });
  for (const [index, name] of ["Ann Rees", "Bob Price"].entries()) await db().nomination.update({ where: { id: await buildNomination({ election, name }) }, data: { number: index + 1 } });
  const before = new Date(`${election.timetable!.candidatesOn}T12:00:00Z`);
  const officer = await as("officer", before);
  const enter = (from: number, until: number) =>
    db().voter.createMany({ data: Array.from({ length: until - from + 1 }, (_, index) => ({ id: newId(), partnershipId: partnership.id, electionId: election.id, number: from + index, name: `Group ${from + index}`, email: `${from + index}@group.example`, language: "en" })) });
  await enter(1, 3);
  expect(await text(officer.open(office(election, "prepare")))).toContain("Announce that only the order is told");
  await officer.post(office(election, "prepare"), { deed: "order-only" });
  await officer.post(office(election, "prepare"), { deed: "order-only" });
  const announced = await findElection(db(), partnership.id, election.id);
  expect([announced.resultsDetail, announced.steps.filter(({ kind }) => kind === "order-only").length]).toEqual(["order", 1]);
  expect(await text(somebody(before).open(electionPath(partnership, election)))).toContain("Announced: of the result only the order will be told");
  expect(await text(officer.open(office(election, "prepare")))).not.toContain("Announce that only the order is told");
  await officer.post(office(election, "prepare"), { deed: "prepare" });
  await officer.post(office(election, "prepare"), { deed: "order-only" });
  expect((await findElection(db(), partnership.id, election.id)).steps.filter(({ kind }) => kind === "order-only")).toHaveLength(1);
});

test("parts of the network with few voters are named before the poll, and not the part that votes", async () => {
  const part = async (name: string, position: number) => (await db().networkConstituency.create({ data: { id: newId(), partnershipId: partnership.id, networkId: network.id, kind: "interest", name: { en: name }, position } })).id;
  const [faith, youth] = [await part("Faith groups", 1), await part("Youth clubs", 2)];
  const election = await buildElection({ network, noticeOn, returningOfficerId: people.officer.id, steps: ["notice-published", "candidates-confirmed"] });
  for (let index = 1; index <= 12; index += 1) {
    const memberId = await buildMember({ network, name: `Group ${index}` });
    await db().memberConstituency.create({ data: { memberId, partnershipId: partnership.id, constituencyId: index <= 2 ? faith : youth } });
    await db().voter.create({ data: { id: newId(), partnershipId: partnership.id, electionId: election.id, number: index, name: `Group ${index}`, memberId, language: "en" } });
  }
  const page = await text((await as("officer", new Date(`${addDays(noticeOn, 30)}T12:00:00Z`))).open(office(election, "prepare")));
  expect(page).toContain("a result told part by part would show how somebody voted");
  expect(page).toContain("Faith groups");
  expect(page).not.toContain("Youth clubs");
});

test("where fewer voted than must nothing is counted: signed, declared and confirmed, nobody is elected and no seat taken", async () => {
  const election = await buildSealed({ head: { turnoutLeast: 50, resultsDetail: "counts", shortfall: "rerun" }, issued: 30, ballots: seven });
  const [officer, scrutineer] = [await as("officer", counted), await as("scrutineer", counted)];
  expect(await text(officer.open(office(election, "")))).toContain("Too few voted, so nothing is counted");
  expect(locationOf(await officer.post(office(election, "count"), { deed: "count" }))).not.toContain("counting");
  await officer.post(office(election, "count"), { deed: "declare" });
  expect((await somebody(counted).open(electionPath(partnership, election, "result"))).status).toBe(302);
  await scrutineer.post(office(election, "count"), { deed: "sign", report: "I saw the roll." });
  await officer.post(office(election, "count"), { deed: "declare" });
  const result = await text(somebody(counted).open(electionPath(partnership, election, "result")));
  expect(result).toMatch(/Fewer than the 50% voted[\s\S]*another election for them[\s\S]*7 of 30 on the roll voted/);
  expect(result).not.toContain("No more stood than there are places");
  expect(await text(somebody(counted).open(electionPath(partnership, election, "declaration")))).toContain("I declare that nobody is elected");
  await (await as("officer", later)).post(office(election, "count"), { deed: "confirm" });
  expect((await findElection(db(), partnership.id, election.id)).steps.map(({ kind }) => kind)).toContain("confirmed");
  expect(await db().finding.findFirstOrThrow({ where: { sourceId: election.id, kind: "places-filled" } })).toMatchObject({ figure: { count: 0, base: 2 } });
  // the keeper of elections begins the other one from there, for every place
  const keeper = await as("keeper", later);
  expect(await text(keeper.open(office(election, "seats")))).toMatch(/Fewer than the 50% voted[\s\S]*Begin another election/);
  const began = locationOf(await keeper.post(newElectionPath(partnership, { again: election.id }), { network: network.slug, "title-en": "Two for the panel, again" }));
  expect(await db().networkElection.findUniqueOrThrow({ where: { id: /elections\/([^?/]+)/.exec(began!)![1]! } })).toMatchObject({ seats: 2, turnoutLeast: 50, rules: "scottish" });
});
