// From the sealed box to those elected in their seats: counted twice, signed, declared, challenged, confirmed.
import { beforeAll, expect, test } from "vitest";
import { addBody } from "#app/bodies/bodies.store.server.ts";
import { usualBody } from "#app/bodies/body.ts";
import { chairsPath, officeBodyPath } from "#app/bodies/body-paths.ts";
import { dayIn } from "#app/bodies/columns.server.ts";
import { bodyPath } from "#app/bodies/public-paths.ts";
import { countElection } from "#app/elections/counts.store.server.ts";
import type { StepKind } from "#app/elections/election.ts";
import type { Election } from "#app/elections/elections.store.server.ts";
import { electionPath, officeElectionPath } from "#app/elections/paths.ts";
import type { Network } from "#app/networks/networks.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildElection, buildNomination } from "#tests/support/elections.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildNetwork } from "#tests/support/networks.ts";
import { locationOf } from "#tests/support/requests.ts";

const noticeOn = "2026-09-07"; // the poll closes on 20 October, is counted on the 21st and may be challenged until the 28th
const counted = new Date("2026-10-21T10:00:00Z");
const inTerm = new Date("2026-11-02T10:00:00Z");
const later = new Date("2026-10-29T10:00:00Z");
let application: Application;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let network: Network;
let officer: BuiltPerson;
let scrutineer: BuiltPerson;
let keeper: BuiltPerson;

const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->/g, "");
const as = async (person: BuiltPerson, now: Date) => new Visitor(application, { now }, [await signInCookie(person, now)]);
const somebody = (now: Date) => new Visitor(application, { now });
const at = (election: Election, part = "") => electionPath(partnership, election, part);
const office = (election: Election) => officeElectionPath(partnership, election, "count");
const count = (election: Election) => countElection({ partnershipId: partnership.id, electionId: election.id, personId: officer.id }, () => counted);
const kindsOf = async ({ id }: Election) => (await db().electionStep.findMany({ where: { electionId: id }, orderBy: { id: "asc" } })).map(({ kind }) => kind);

beforeAll(async () => {
  application = await openApplication();
  keeper = await buildPerson({ role: "network-administrator" });
  partnership = keeper.partnership!;
  officer = await buildPerson({ name: "Rhian Vaughan" });
  scrutineer = await buildPerson({ name: "Tariq Mahmood" });
  network = await buildNetwork({ partnership });
});

/** A poll that has been sealed; ballots as preferences, so many of each. */
async function buildSealed({ seats = 2, lineId = null, chairBodyId = null, ballots = [[6, [1]], [4, [2]], [3, [3, 2]]], drawn = true, steps = ["sealed", "key-destroyed"] }: { seats?: number; lineId?: string | null; chairBodyId?: string | null; ballots?: [number, number[]][]; drawn?: boolean; steps?: StepKind[] } = {}): Promise<Election> {
  const election = await buildElection({
    ...{ network, noticeOn, head: { seats, lineId, chairBodyId, rules: "scottish", termStartsOn: "2026-11-01" }, returningOfficerId: officer.id, scrutineerIds: [scrutineer.id] },
    steps: ["notice-published", "candidates-confirmed", "poll-prepared", ...steps, ...(drawn ? (["lots-drawn"] as const) : [])],
  });
  for (const [index, name] of ["Ann Rees", "Bob Price", "Cai Lewis"].entries()) await db().nomination.update({ where: { id: await buildNomination({ election, name }) }, data: { number: index + 1 } });
  const rows = ballots.flatMap(([papers, preferences]) => Array.from({ length: papers }, () => ({ id: newId(), partnershipId: partnership.id, electionId: election.id, preferences })));
  await db().sealedBallot.createMany({ data: rows });
  const totals = { issued: 60, returned: rows.length, online: rows.length, paper: 0, blank: 0, spoilt: 0, void: 0 };
  await db().networkElection.update({ where: { id: election.id }, data: { totals, issued: 60, ballotHash: "ab".repeat(32), ...(drawn && { lotText: "4 2 6 1" }) } });
  return election;
}

test("nothing is counted before the lot is drawn, and nobody but its officers comes to the count", async () => {
  const election = await buildSealed({ drawn: false });
  expect(await text((await as(officer, counted)).open(office(election)))).toContain("draws the lot in public first");
  expect((await (await as(officer, counted)).post(office(election), { deed: "count" })).status).toBe(302);
  expect(await kindsOf(election)).not.toContain("counted");
  expect((await (await as(keeper, counted)).open(office(election))).status).toBe(403);
  const sealed = officeElectionPath(partnership, election, "sealed.blt");
  expect((await (await as(keeper, counted)).open(sealed)).status).toBe(403);
  expect(await text((await as(scrutineer, counted)).open(sealed))).toContain("6 1 0\n4 2 0\n3 3 2 0\n0");
  expect((await somebody(counted).open(office(election))).status).toBe(302);
});

test("counted, the result is provisional and for the office alone; signed and declared it is everybody's, and stays", async () => {
  const election = await buildSealed();
  const [returning, watching] = [await as(officer, counted), await as(scrutineer, counted)];
  expect(locationOf(await returning.post(office(election), { deed: "count" }))).toContain("counting=yes");
  await count(election);
  await count(election);
  expect((await kindsOf(election)).filter((kind) => kind === "counted")).toHaveLength(1);
  expect(await text(returning.open(office(election)))).toMatch(/Ann Rees[\s\S]*Every scrutineer signs the count first/);
  expect(locationOf(await somebody(counted).open(at(election, "result")))).toContain(at(election));
  expect((await returning.post(office(election), { deed: "sign", report: "I am not a scrutineer" })).status).toBe(403);
  expect((await watching.post(office(election), { deed: "sign", report: "" })).status).toBe(422);
  await watching.post(office(election), { deed: "sign", report: "I counted the file again at home." });
  expect((await watching.post(office(election), { deed: "declare" })).status).toBe(403);
  expect(locationOf(await returning.post(office(election), { deed: "declare" }))).toContain("/result");
  await returning.post(office(election), { deed: "declare" });
  expect((await kindsOf(election)).filter((kind) => kind === "declared")).toHaveLength(1);
  const page = await text(somebody(counted).open(at(election, "result")));
  expect(page).toMatch(/Ann Rees[\s\S]*13 of 60 on the roll voted \(22%\)/);
  expect(page).toContain("Bob Price");
  const { declaration } = await db().networkElection.findUniqueOrThrow({ where: { id: election.id } });
  expect(declaration).toMatchObject({ elected: [1, 2], returningOfficer: "Rhian Vaughan", scrutineers: [{ name: "Tariq Mahmood", report: "I counted the file again at home." }] });
  await expect(db().networkElection.update({ where: { id: election.id }, data: { declaration: {} } })).rejects.toThrow(/never changes/);
  const findings = await db().finding.findMany({ where: { sourceId: election.id }, orderBy: { kind: "asc" } });
  expect(findings.map(({ kind, figure }) => [kind, figure])).toEqual([
    ["places-filled", { of: "places", base: 2, count: 2 }],
    ["turnout", { of: "voters", base: 60, count: 13 }],
  ]);
});

async function declared(wanted: Parameters<typeof buildSealed>[0] = {}): Promise<Election> {
  const election = await buildSealed(wanted);
  await count(election);
  await (await as(scrutineer, counted)).post(office(election), { deed: "sign", report: "Right." });
  await (await as(officer, counted)).post(office(election), { deed: "declare" });
  return election;
}

test("a challenge is told to its sender, keeps the result from being confirmed until it is ruled on, and its ruling is told too", async () => {
  const election = await declared();
  const wrong = await somebody(counted).post(at(election, "challenge"), { name: "Dai Morgan", email: "dai@", grounds: "" });
  expect(wrong.status).toBe(422);
  expect(await text(wrong)).toContain('value="Dai Morgan"');
  const sent = { name: "Dai Morgan", email: "dai@people.example", grounds: "The lot was drawn before the hash was published." };
  await somebody(counted).post(at(election, "challenge"), sent);
  await somebody(counted).post(at(election, "challenge"), sent);
  const challenges = await db().electionChallenge.findMany({ where: { electionId: election.id } });
  expect(challenges).toHaveLength(1);
  const returning = await as(officer, later);
  expect(await text(returning.open(office(election)))).toContain("Rule on every challenge first");
  expect((await (await as(keeper, later)).post(office(election), { challenge: challenges[0]!.id, ruling: "upheld", "reason-en": "No." })).status).toBe(403);
  expect((await returning.post(office(election), { challenge: challenges[0]!.id, ruling: "dismissed" })).status).toBe(422);
  await returning.post(office(election), { challenge: challenges[0]!.id, ruling: "dismissed", "reason-en": "The minutes show the order." });
  const letters = await db().letter.findMany({ where: { toAddress: "dai@people.example" }, orderBy: { createdAt: "asc" } });
  expect(letters.map(({ kind }) => kind)).toEqual(["elections/challenge", "elections/challenge-ruled"]);
  await returning.post(office(election), { deed: "confirm" });
  expect(await kindsOf(election)).toContain("confirmed");
  expect(locationOf(await somebody(later).open(at(election, "challenge")))).toContain(at(election));
});

test("once it is confirmed those elected sit in the seats it fills, the first of them first, and whoever finds none is told of", async () => {
  const body = await inTransaction((transaction) => addBody(transaction, { partnershipId: partnership.id, personId: null }, { ...usualBody, kind: "board", name: { en: `Board ${newId()}` } }));
  const scheme = await db().seatScheme.create({ data: { id: newId(), partnershipId: partnership.id, bodyId: body.id, version: 1, startsOn: dayIn("2026-01-01") } });
  const line = await db().seatLine.create({ data: { id: newId(), partnershipId: partnership.id, bodyId: body.id, schemeId: scheme.id, position: 1, sector: "voluntary-community", basis: "elected", count: 1, holder: { en: "Community representatives" }, networkId: network.id } });
  const election = await declared({ lineId: line.id, chairBodyId: body.id });
  const [{ slug }, secretariat] = [await db().body.findUniqueOrThrow({ where: { id: body.id } }), await buildPerson({ partnership, role: "secretariat" })];
  const [shown, kept] = [async (now: Date) => text(somebody(now).open(bodyPath(partnership, { slug }))), async (now: Date) => text((await as(secretariat, now)).open(officeBodyPath(partnership, { slug })))];
  for (const page of [await shown(later), await kept(later)]) expect(page).toMatch(new RegExp(`To be elected in [\\s\\S]*${election.id}`));
  const confirmed = locationOf(await (await as(officer, later)).post(office(election), { deed: "confirm" }));
  expect(confirmed).toMatch(/without=1&unnamed=1$/);
  expect(await text((await as(officer, later)).open(confirmed!))).toContain("Of those who were to lead the meetings, 1 could not be entered");
  await (await as(officer, later)).post(office(election), { deed: "confirm" });
  const appointments = await db().appointment.findMany({ where: { electionId: election.id } });
  expect(appointments.map(({ name, seat, chosenHow, startsOn }) => [name, seat, chosenHow, startsOn])).toEqual([["Ann Rees", 1, "elected", dayIn("2026-11-01")]]);
  for (const page of [await shown(inTerm), await kept(inTerm)]) {
    expect(page).toMatch(new RegExp(`Elected in [\\s\\S]*${election.id}`));
    expect(page).not.toContain("To be elected in");
  }
  // whoever was elected first leads the meetings for the term; the second found no seat, and so leads none
  const chairs = await db().chair.findMany({ where: { bodyId: body.id } });
  expect(chairs).toMatchObject([{ kind: "chair", appointmentId: appointments[0]!.id, electionId: election.id, startsOn: dayIn("2026-11-01"), endsOn: dayIn("2029-10-31"), endedOn: null }]);
  expect(await shown(inTerm)).toMatch(/Chair[\s\S]*Ann Rees[\s\S]*until 31 October 2029[\s\S]*Elected in/);
  expect(await text((await as(secretariat, inTerm)).open(chairsPath(partnership, { slug })))).toMatch(new RegExp(`An election:[\\s\\S]*${election.id}`));
});

test("where no more stand than there are places the returning officer declares them, and nobody votes", async () => {
  const election = await buildElection({ network, noticeOn, head: { seats: 3 }, returningOfficerId: officer.id, scrutineerIds: [scrutineer.id], steps: ["notice-published", "candidates-confirmed"] });
  for (const [index, name] of ["Ann Rees", "Bob Price"].entries()) await db().nomination.update({ where: { id: await buildNomination({ election, name }) }, data: { number: index + 1 } });
  await (await as(officer, counted)).post(office(election), { deed: "declare" });
  const page = await text(somebody(counted).open(at(election, "result")));
  expect(page).toMatch(/nobody had to vote[\s\S]*Bob Price/);
  expect(page).toContain("Places that stay empty: 1 of 3");
});

test("of two elected without a vote nobody knows who is chair, so that neither is entered; one alone is", async () => {
  const named = async (seats: number, names: string[]) => {
    const body = await inTransaction((transaction) => addBody(transaction, { partnershipId: partnership.id, personId: null }, { ...usualBody, kind: "area-group", chairChosenBy: "election", name: { en: `Forum ${newId()}` } }));
    const scheme = await db().seatScheme.create({ data: { id: newId(), partnershipId: partnership.id, bodyId: body.id, version: 1, startsOn: dayIn("2026-01-01") } });
    const line = await db().seatLine.create({ data: { id: newId(), partnershipId: partnership.id, bodyId: body.id, schemeId: scheme.id, position: 1, sector: "residents", basis: "elected", count: 2, holder: { en: "Residents" }, networkId: network.id } });
    const election = await buildElection({ network, noticeOn, head: { seats, lineId: line.id, chairBodyId: body.id, termStartsOn: "2026-11-01" }, returningOfficerId: officer.id, steps: ["notice-published", "candidates-confirmed", "declared"] });
    for (const [index, name] of names.entries()) await db().nomination.update({ where: { id: await buildNomination({ election, name }) }, data: { number: index + 1 } });
    expect(await text(somebody(counted).open(at(election)))).toMatch(/Whoever is elected (leads|first is chair)/);
    await (await as(officer, later)).post(office(election), { deed: "confirm" });
    return (await db().chair.findMany({ where: { electionId: election.id }, include: { appointment: { select: { name: true } } } })).map(({ kind, appointment }) => [kind, appointment?.name]);
  };
  expect(await named(2, ["Ann Rees", "Bob Price"])).toEqual([]);
  expect(await named(1, ["Ann Rees"])).toEqual([["chair", "Ann Rees"]]);
});
