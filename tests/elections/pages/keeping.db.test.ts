// A year after an election: its file goes, what was published stays to the byte, holds hold it, and the papers' end is written down.
import { beforeAll, expect, test } from "vitest";
import { countElection } from "#app/elections/counts.store.server.ts";
import { findElection, type Election } from "#app/elections/elections.store.server.ts";
import { destroyElectionFile } from "#app/elections/keeping.store.server.ts";
import { askForPapersAgain } from "#app/elections/officer-letters.store.server.ts";
import { electionPath, officeElectionPath } from "#app/elections/paths.ts";
import { makePollKey, pollKey } from "#app/elections/poll-key.server.ts";
import { finishSealings } from "#app/elections/sealing-runs.store.server.ts";
import type { Network } from "#app/networks/networks.store.server.ts";
import { keepRetention, listDue } from "#app/privacy/retention.server.ts";
import { holdElectionPath, retentionPath } from "#app/privacy/paths.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildElection, buildNomination } from "#tests/support/elections.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildNetwork } from "#tests/support/networks.ts";

const noticeOn = "2026-09-07"; // counted on 21 October, challenged until the 28th, confirmed below on the 29th
const counted = new Date("2026-10-21T10:00:00Z");
const confirmed = new Date("2026-10-29T10:00:00Z");
const lastDay = new Date("2027-10-29T12:00:00Z");
const night = new Date("2027-10-30T02:17:00Z");
const later = new Date("2027-11-03T10:00:00Z");
let application: Application;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let network: Network;
let people: Record<"officer" | "scrutineer" | "keeper" | "controller", BuiltPerson>;

const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->/g, "");
const as = async (who: keyof typeof people, now: Date) => new Visitor(application, { now }, [await signInCookie(people[who], now)]);
const somebody = (now: Date) => new Visitor(application, { now });
const at = (election: Pick<Election, "id">, part = "") => electionPath(partnership, election, part);
const office = (election: Pick<Election, "id">, part: string) => officeElectionPath(partnership, election, part);
const stepsOf = async ({ id }: Pick<Election, "id">) => (await findElection(db(), partnership.id, id)).steps;

beforeAll(async () => {
  application = await openApplication();
  const keeper = await buildPerson({ role: "network-administrator" });
  partnership = keeper.partnership!;
  people = { keeper, officer: await buildPerson({ name: "Rhian Vaughan" }), scrutineer: await buildPerson({ name: "Tariq Mahmood" }), controller: await buildPerson({ role: "data-controller", partnership }) };
  network = await buildNetwork({ partnership });
});

const reserveOf = (category: string, group: string) => [{ id: category, name: { en: "Age" }, justification: { en: "Few are young." }, groups: [{ id: group, name: { en: "Under 25" }, least: 1, most: null }] }];

/** An election that was counted, declared and confirmed, with a roll, sealed ballots, codes and a nomination that came to nothing. */
async function buildConfirmed({ method = "both" as const as "both" | "online", publication = "usual" as "usual" | "stages" } = {}): Promise<Election> {
  const [category, group] = [newId(), newId()];
  const election = await buildElection({
    ...{ network, noticeOn, head: { seats: 2, rules: "scottish", termStartsOn: "2026-11-01", method, publication, reserves: reserveOf(category, group) }, returningOfficerId: people.officer.id, scrutineerIds: [people.scrutineer.id] },
    steps: ["notice-published", "candidates-confirmed", "poll-prepared", "sealed", "key-destroyed", "lots-drawn"],
  });
  const { id: electionId, partnershipId } = election;
  for (const [index, name] of ["Ann Rees", "Bob Price", "Cai Lewis"].entries()) {
    await db().nomination.update({ where: { id: await buildNomination({ election, name, groups: index === 2 ? { [category]: group } : {} }) }, data: { number: index + 1, telephone: "01632 960001" } });
  }
  await buildNomination({ election, name: "Dee Withdrawn" });
  const ballots = [[30, [1, 2]], [18, [2, 1]], [12, [3, 2]]] as const;
  await db().sealedBallot.createMany({ data: ballots.flatMap(([papers, preferences]) => Array.from({ length: papers }, () => ({ id: newId(), partnershipId, electionId, preferences: [...preferences] }))) });
  await db().voter.createMany({ data: Array.from({ length: 60 }, (_, index) => ({ id: newId(), partnershipId, electionId, number: index + 1, name: `Group ${index}`, email: `g${index}@people.example`, language: "en", voted: "online" })) });
  await db().trackingCode.createMany({ data: [{ electionId, code: "22K4-22K4-22K4", batch: 1 }] });
  await db().electionChallenge.create({ data: { id: newId(), partnershipId, electionId, name: "Gwen Gone", email: "gwen@people.example", language: "en", grounds: "I counted otherwise.", sentAt: counted, ruling: "dismissed", ruledAt: confirmed } });
  const totals = { issued: 60, returned: 60, online: 60, paper: 0, blank: 0, spoilt: 0, void: 0 };
  await db().networkElection.update({ where: { id: electionId }, data: { totals, issued: 60, ballotHash: "ab".repeat(32), ballotSalt: "nobody can guess", lotText: "4 2 6 1" } });
  await countElection({ partnershipId, electionId, personId: people.officer.id }, () => counted);
  const [officer, scrutineer] = [await as("officer", counted), await as("scrutineer", counted)];
  await scrutineer.post(office(election, "count"), { deed: "sign", report: "Counted again." });
  await officer.post(office(election, "count"), { deed: "declare" });
  await (await as("officer", confirmed)).post(office(election, "count"), { deed: "confirm" });
  expect((await stepsOf(election)).map(({ kind }) => kind)).toContain("confirmed");
  return election;
}

const due = async (now: Date, { id }: Pick<Election, "id">) => (await listDue(now, partnership.id)).find(({ electionId }) => electionId === id)?.count ?? 0;
const published = async (election: Election, now: Date) => Promise.all(["ballots.blt", "reserves.con", "sheet.json", "declaration", "tracking/codes.txt", "tracking/rules.json"].map((part) => text(somebody(now).open(at(election, part)))));

test("on the night after the year, roll, ballots and addresses go, in one; what was published stays to the byte", async () => {
  const election = await buildConfirmed();
  const before = await published(election, lastDay);
  expect(before[0]).toContain("3 2");
  expect(before[1]).toContain("Under 25");
  expect(await due(lastDay, election)).toBe(0);
  // 60 on the roll, 60 ballots, 4 nominations, 1 challenge; and the dry run says so
  expect(await due(night, election)).toBe(125);
  await keepRetention(lastDay);
  expect(await db().voter.count({ where: { electionId: election.id } })).toBe(60);
  await keepRetention(night);
  await keepRetention(later);

  const where = { electionId: election.id };
  expect([await db().voter.count({ where }), await db().sealedBallot.count({ where }), await db().electionChallenge.count({ where: { ...where, email: { not: "" } } })]).toEqual([0, 0, 0]);
  const nominations = await db().nomination.findMany({ where, orderBy: { number: "asc" } });
  expect(nominations.map(({ name, email, telephone, groups, answers }) => [name, email, telephone, groups, answers])).toEqual(["Ann Rees", "Bob Price", "Cai Lewis"].map((name) => [name, "", null, {}, {}]));
  expect(nominations.every(({ statement }) => JSON.stringify(statement).includes("listen"))).toBe(true);
  expect((await findElection(db(), partnership.id, election.id)).ballotSalt).toBeNull();
  expect((await stepsOf(election)).filter(({ kind }) => kind === "file-destroyed")).toMatchObject([{ personId: null, facts: { voters: 60, ballots: 60 } }]);
  expect(await published(election, later)).toEqual(before);
  const run = await db().retentionRun.findMany({ where: { electionId: election.id } });
  expect(run).toMatchObject([{ rule: "elections", erased: 125, partnershipId: partnership.id }]);
  expect(await db().auditEntry.count({ where: { action: "retention.erase", subjectKind: "election", subjectId: election.id } })).toBe(1);

  const result = await text(somebody(later).open(at(election, "result")));
  expect(result).toContain("were destroyed on 30 October 2027");
  expect(result).toContain("Ann Rees");
  expect(await text(somebody(later).open(at(election, "recount")))).toContain("were destroyed on 30 October 2027");
  expect(await text(somebody(later).open(at(election)))).toContain("Roll, sealed ballots and private addresses destroyed");
  const [officer, scrutineer] = [await as("officer", later), await as("scrutineer", later)];
  for (const part of ["sealed.blt", "sealed.con", "roll.csv"]) {
    const gone = await scrutineer.open(office(election, part));
    expect([part, gone.status, gone.headers.get("location")]).toEqual([part, 302, office(election, "kept")]);
  }
  for (const part of ["kept", "roll", "count", "nominations"]) expect(await text(officer.open(office(election, part)))).toContain("were destroyed on 30 October 2027");
  expect(await text(officer.open(office(election, "count")))).not.toContain("sealed.blt");
});

test("where only stages were published, no ballot is left in any form", async () => {
  const election = await buildConfirmed({ publication: "stages" });
  const status = async () => (await somebody(later).open(at(election, "ballots.blt"))).status;
  expect(await status()).toBe(404);
  await keepRetention(night);
  expect(await status()).toBe(404);
  expect(await db().publishedBallots.findUniqueOrThrow({ where: { electionId: election.id } })).toMatchObject({ kind: "stages", ballots: null, reserves: null });
  expect(await text(somebody(later).open(at(election, "recount")))).toContain("were destroyed on 30 October 2027");
});

test("a challenge without a ruling holds the file, and so does a hold with a reason; lifted, it goes", async () => {
  const election = await buildConfirmed();
  await db().electionChallenge.updateMany({ where: { electionId: election.id }, data: { ruling: null } });
  expect(await due(night, election)).toBe(0);
  expect(await text((await as("officer", later)).open(office(election, "kept")))).toContain("A challenge is not ruled on");
  await db().electionChallenge.updateMany({ where: { electionId: election.id }, data: { ruling: "dismissed" } });

  const address = holdElectionPath(partnership, election);
  const controller = await as("controller", later);
  expect((await (await as("keeper", later)).open(address)).status).toBe(403);
  expect((await controller.post(address, { deed: "hold", reason: " " })).status).toBe(422);
  expect((await controller.post(address, { deed: "hold", reason: "x".repeat(501) })).status).toBe(422);
  for (let times = 0; times < 2; times += 1) expect((await controller.post(address, { deed: "hold", reason: "Claim of Siân Parry" })).headers.get("location")).toContain("done=election-held");
  expect(await db().electionHold.count({ where: { electionId: election.id } })).toBe(1);
  expect(await due(night, election)).toBe(0);
  expect(await inTransaction((transaction) => destroyElectionFile(transaction, election, night))).toBe(0);
  const kept = await text((await as("officer", later)).open(office(election, "kept")));
  expect(kept).toContain("Nothing is destroyed until the hold is lifted");
  expect(kept).not.toContain("Parry");
  expect(await text(controller.open(address))).toContain("Claim of Siân Parry");
  expect(await text(controller.open(retentionPath(partnership)))).toMatch(/Kept until 29 October 2027 \(125 entries/);
  await controller.post(address, { deed: "lift" });
  expect(await due(night, election)).toBe(125);
  const log = await db().auditEntry.findMany({ where: { subjectId: election.id, subjectKind: "election", action: { startsWith: "retention." } }, orderBy: { id: "asc" } });
  expect(log.map(({ action }) => action)).toEqual(["retention.hold", "retention.lift"]);
  expect(JSON.stringify(log.map(({ facts }) => facts))).not.toContain("Parry");
  await keepRetention(night);
  expect(await text(controller.open(retentionPath(partnership)))).toContain("Destroyed on 30 October 2027");
});

test("the returning officer is asked by letter to destroy the papers, and says once on which day and how", async () => {
  const election = await buildConfirmed();
  const say = async (who: keyof typeof people, fields: Record<string, string>, now = later) => (await as(who, now)).post(office(election, "kept"), fields);
  const on = (day: string) => ({ "on-day": day, "on-month": "11", "on-year": "2027" });
  expect((await say("officer", { ...on("1"), way: "shredded" }, confirmed)).status).toBe(403);
  await keepRetention(night);
  const letters = await db().letter.findMany({ where: { kind: "elections/destroy-papers", text: { contains: election.id } } });
  expect(letters.map(({ toAddress }) => toAddress)).toEqual([people.officer.email]);
  // four weeks later they are asked again, until they have said so
  const which = { partnershipId: partnership.id, electionId: election.id };
  const again = () => db().$queryRaw<{ runAt: Date }[]>`SELECT run_at AS "runAt" FROM graphile_worker.jobs WHERE key = ${`ask-for-papers ${election.id}`}`;
  expect(await again()).toEqual([{ runAt: new Date("2027-11-27T09:00:00Z") }]);
  const asked = () => db().letter.count({ where: { kind: "elections/destroy-papers", text: { contains: election.id } } });
  await askForPapersAgain(which, new Date("2027-11-27T09:00:00Z"));
  expect([await asked(), await again()]).toEqual([2, [{ runAt: new Date("2027-12-25T09:00:00Z") }]]);
  expect((await say("scrutineer", { ...on("1"), way: "shredded" })).status).toBe(403);
  expect(await text(say("officer", { ...on("31"), way: "" }))).toMatch(/Enter the day on which[\s\S]*Choose how/);
  // not before the year was over, and not in days to come
  expect((await say("officer", { ...on("1"), "on-month": "10", way: "burned" })).status).toBe(422);
  expect((await say("officer", { ...on("4"), way: "burned" })).status).toBe(422);
  for (let times = 0; times < 2; times += 1) expect((await say("officer", { ...on("2"), way: "shredded" })).status).toBe(302);
  expect((await stepsOf(election)).filter(({ kind }) => kind === "papers-destroyed")).toMatchObject([{ personId: people.officer.id, facts: { on: "2027-11-02", how: "shredded" } }]);
  expect(await text((await as("keeper", later)).open(office(election, "kept")))).toMatch(/destroyed on 2 November 2027: Shredded[\s\S]*Rhian Vaughan/);
  expect(await text(somebody(later).open(at(election)))).toContain("Papers destroyed");
  await askForPapersAgain(which, new Date("2027-12-25T09:00:00Z"));
  expect(await asked()).toBe(2);
});

test("where nobody could vote on paper, nobody is asked about papers", async () => {
  const election = await buildConfirmed({ method: "online" });
  await keepRetention(night);
  expect(await db().letter.count({ where: { kind: "elections/destroy-papers", text: { contains: election.id } } })).toBe(0);
  expect(await text((await as("officer", later)).open(office(election, "kept")))).toContain("so there are none");
  expect((await (await as("officer", later)).post(office(election, "kept"), { way: "burned" })).status).toBe(403);
});

test("the page opens once an election is over; of a loaded one and of one that goes on nothing goes", async () => {
  const election = await buildElection({ network, noticeOn, returningOfficerId: people.officer.id });
  expect((await (await as("officer", counted)).open(office(election, "kept"))).headers.get("location")).toBe(office(election, "").replace(/\/$/, ""));
  expect(await due(new Date("2040-01-01"), election)).toBe(0);
  const past = await buildConfirmed();
  await db().networkElection.update({ where: { id: past.id }, data: { origin: "loaded" } });
  expect(await due(night, past)).toBe(0);
  expect(await inTransaction((transaction) => destroyElectionFile(transaction, election, new Date("2040-01-01")))).toBe(0);
});

test("the key of a poll that was abandoned goes at the next look", async () => {
  const election = await buildElection({ network, noticeOn, returningOfficerId: people.officer.id, steps: ["notice-published", "candidates-confirmed", "poll-prepared"] });
  makePollKey(election.id);
  await finishSealings(counted);
  expect(pollKey(election.id)).not.toBeNull();
  await db().electionStep.create({ data: { partnershipId: partnership.id, electionId: election.id, kind: "abandoned", at: counted } });
  await finishSealings(counted);
  await finishSealings(counted);
  expect(pollKey(election.id)).toBeNull();
  expect((await stepsOf(election)).filter(({ kind }) => kind === "key-destroyed")).toHaveLength(1);
});
