// Voting, papers and the sealing of the box, and what is published before the count.
import { beforeEach, expect, test } from "vitest";
import { ballotFile, chain, chainFile, rulesText } from "#app/elections/ballot-file.ts";
import { cast, findCast, findVoterOfCode } from "#app/elections/box.store.server.ts";
import { keyPaper, receiveEnvelope, settlePaper } from "#app/elections/papers.store.server.ts";
import { destroyPollKey, pollKey, type PollKey } from "#app/elections/poll-key.server.ts";
import { findChain, findSealedContest, finishSealing, seal } from "#app/elections/sealing.store.server.ts";
import { db, inTransaction, pool } from "#app/shared/db.server.ts";
import { newReference, sha256 } from "#app/shared/keys.server.ts";
import { buildPerson } from "#tests/support/factories.ts";
import { buildPoll, closePoll, codeFor, electionOf, reconcilePapers, replaceCodeOf, type Poll } from "#tests/support/polls.ts";

let poll: Poll;
let key: PollKey;
beforeEach(async () => {
  poll = await buildPoll({ voters: 6 });
  key = pollKey(poll.electionId)!;
});

const by = (poll: Poll, personId = poll.officerId) => ({ partnershipId: poll.partnership.id, personId, now: new Date() });
const vote = (voter: number, preferences: number[], tracking = newReference()) => cast(key, { id: poll.electionId }, poll.voterIds[voter]!, { preferences, tracking });
const envelope = async (number: number) => {
  const election = await electionOf(poll);
  return inTransaction((transaction) => receiveEnvelope(transaction, by(poll), key, election, number));
};
const keyed = (serial: number, personId: string, preferences: (number | number[])[], spoilt: "unclear" | null = null) =>
  inTransaction((transaction) => keyPaper(transaction, by(poll, personId), { id: poll.electionId }, serial, { preferences, spoilt }));
const stepsOf = async () => (await electionOf(poll)).steps.map(({ kind }) => kind);

test("a code finds its voter however it is typed, an old one says that it was replaced, and another poll's is nobody's", async () => {
  const [voter = ""] = poll.voterIds;
  const code = await codeFor(poll, voter);
  expect(await findVoterOfCode(db(), key, { id: poll.electionId }, ` ${code.toLowerCase().replaceAll("-", "")} `)).toMatchObject({ id: voter });
  expect(await findVoterOfCode(db(), key, { id: poll.electionId }, "2222-2222-2222")).toBeNull();
  await replaceCodeOf(poll, voter);
  expect(await findVoterOfCode(db(), key, { id: poll.electionId }, code)).toBe("replaced");
  expect(await findVoterOfCode(db(), key, { id: poll.electionId }, await codeFor(poll, voter))).toMatchObject({ id: voter, issue: 2 });
  const other = await buildPoll({ partnership: poll.partnership });
  expect(await findVoterOfCode(db(), pollKey(other.electionId)!, { id: other.electionId }, await codeFor(poll, voter))).toBeNull();
  expect(await findVoterOfCode(db(), key, { id: other.electionId }, await codeFor(poll, voter))).toBeNull();
  await db().voter.update({ where: { id: voter }, data: { struckReason: "closed" } });
  expect(await findVoterOfCode(db(), key, { id: poll.electionId }, await codeFor(poll, voter))).toBeNull();
});

test("voting again replaces the ballot, and its tracking code with it", async () => {
  await vote(0, [1, 2], "AAAA-AAAA-AAAA");
  await vote(0, [3], "BBBB-BBBB-BBBB");
  expect(await db().ballotBox.count({ where: { electionId: poll.electionId } })).toBe(1);
  expect(await findCast(db(), key, { id: poll.electionId }, poll.voterIds[0]!)).toEqual({ preferences: [3], tracking: "BBBB-BBBB-BBBB" });
  expect(await findCast(db(), key, { id: poll.electionId }, poll.voterIds[1]!)).toBeNull();
});

test("after the close, by the database's clock, no vote is taken, and the one before stands", async () => {
  await vote(0, [1]);
  await closePoll(poll);
  expect(await vote(0, [2])).toBe(false);
  expect(await vote(1, [2])).toBe(false);
  expect((await findCast(db(), key, { id: poll.electionId }, poll.voterIds[0]!))?.preferences).toEqual([1]);
});

test("a paper counts and voids an online vote where paper counts; where what came first counts it is set aside unopened", async () => {
  await vote(0, [1]);
  expect(await envelope(1)).toBe("accepted");
  expect(await envelope(1)).toBe("already");
  expect(await envelope(7)).toBe("unknown");
  await db().networkElection.update({ where: { id: poll.electionId }, data: { paperRule: "first-received" } });
  await vote(1, [1]);
  expect(await envelope(2)).toBe("set-aside");
  expect(await envelope(3)).toBe("accepted");
  expect(await findVoterOfCode(db(), key, { id: poll.electionId }, await codeFor(poll, poll.voterIds[2]!))).toMatchObject({ isOnPaper: true });
  await db().voter.update({ where: { id: poll.voterIds[3]! }, data: { struckReason: "closed" } });
  expect(await envelope(4)).toBe("struck");
});

test("a paper is keyed by two people apart, and where they differ the returning officer settles it", async () => {
  const [one, two] = [(await buildPerson()).id, (await buildPerson()).id];
  expect(await keyed(1, one, [1, [2, 3]])).toBe("first");
  expect(await keyed(1, one, [1, [2, 3]])).toBe("same-person");
  expect(await keyed(1, two, [1, [2, 3]])).toBe("agreed");
  expect(await keyed(1, two, [2])).toBe("done");
  expect(await keyed(2, one, [1])).toBe("first");
  expect(await keyed(2, two, [], "unclear")).toBe("differ");
  await closePoll(poll);
  await reconcilePapers(poll);
  expect(await seal(by(poll), poll.electionId)).toEqual({ ok: false, problem: { code: "papers" } });
  expect(await stepsOf()).not.toContain("sealed");
  await inTransaction((transaction) => settlePaper(transaction, by(poll), { id: poll.electionId }, 2, { preferences: [1], spoilt: null }));
  expect((await seal(by(poll), poll.electionId)).ok).toBe(true);
});

test("sealing publishes totals, hashes and codes, marks the roll, and leaves neither key nor box", async () => {
  const [one, two] = [(await buildPerson()).id, (await buildPerson()).id];
  await vote(0, [1, 2], "AAAA-AAAA-AAAA");
  await vote(1, [2, 1], "BBBB-BBBB-BBBB");
  await vote(1, [1, 2], "CCCC-CCCC-CCCC");
  await vote(2, [], "DDDD-DDDD-DDDD");
  await vote(3, [3], "EEEE-EEEE-EEEE");
  await envelope(4);
  await envelope(5);
  for (const [serial, spoilt] of [[1, null], [2, "unclear"]] as const) {
    await keyed(serial, one, [4, 1], spoilt);
    await keyed(serial, two, [4, 1], spoilt);
  }
  const other = await buildPoll({ partnership: poll.partnership });
  const otherKey = pollKey(other.electionId)!;
  await cast(otherKey, { id: other.electionId }, other.voterIds[0]!, { preferences: [2], tracking: "FFFF-FFFF-FFFF" });
  await closePoll(poll);
  await reconcilePapers(poll);
  expect((await seal(by(poll), poll.electionId)).ok).toBe(true);

  const election = await electionOf(poll);
  expect(election.totals).toEqual({ issued: 6, returned: 5, online: 3, paper: 2, blank: 1, spoilt: 1, void: 1 });
  const contest = await findSealedContest(db(), election);
  expect(contest.ballots).toEqual([{ papers: 2, preferences: [1, 2] }, { papers: 1, preferences: [4, 1] }, { papers: 2, preferences: [] }]);
  expect(election.ballotHash).toBe(sha256(ballotFile(contest, election.ballotSalt)));
  expect(election.rulesHash).toBe(sha256(rulesText(election)));
  const links = (await findChain(db(), election))!;
  expect(links.map(({ codes }) => codes)).toEqual([["AAAA-AAAA-AAAA", "CCCC-CCCC-CCCC", "DDDD-DDDD-DDDD"]]);
  expect(links[0]!.hash).toBe(sha256(`${election.ballotHash}\nAAAA-AAAA-AAAA\nCCCC-CCCC-CCCC\nDDDD-DDDD-DDDD\n`));
  expect(election.steps.find(({ kind }) => kind === "sealed")?.facts.codesHash).toBe(links[0]!.hash);
  expect(chainFile(election.ballotHash!, links).split("\n")[0]).toBe(`= ${election.ballotHash}`);
  const voted = await db().voter.findMany({ where: { electionId: poll.electionId }, orderBy: { number: "asc" }, select: { voted: true, codeHash: true } });
  expect(voted.map((voter) => voter.voted)).toEqual(["online", "online", "online", "paper", "paper", "none"]);
  expect(voted.every(({ codeHash }) => codeHash === null)).toBe(true);
  expect(pollKey(poll.electionId)).toBeNull();
  expect(await stepsOf()).toEqual(expect.arrayContaining(["sealed", "key-destroyed"]));
  expect(await db().ballotBox.count({ where: { electionId: poll.electionId } })).toBe(0);
  expect(await db().paperBallot.count({ where: { electionId: poll.electionId } })).toBe(0);
  // another poll that is still open has lost nothing
  expect((await findCast(db(), otherKey, { id: other.electionId }, other.voterIds[0]!))?.preferences).toEqual([2]);
  expect(await cast(otherKey, { id: other.electionId }, other.voterIds[0]!, { preferences: [1], tracking: "GGGG-GGGG-GGGG" })).toBe(true);
});

test("the tables of slots and marks are new ones with the shape and names that they had", async () => {
  const shape = async () =>
    (await pool().query(`SELECT c.relname, i.relname AS index, a.attname, a.attnotnull, format_type(a.atttypid, a.atttypmod) AS type FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 LEFT JOIN pg_index x ON x.indrelid = c.oid LEFT JOIN pg_class i ON i.oid = x.indexrelid
      WHERE c.relname IN ('BallotBox', 'PollMark') AND c.relkind = 'r' ORDER BY 1, 2, a.attnum`)).rows;
  const oids = async () => (await pool().query(`SELECT '"BallotBox"'::regclass::oid AS box, '"PollMark"'::regclass::oid AS mark`)).rows[0] as { box: number; mark: number };
  const [before, oidsBefore] = [await shape(), await oids()];
  await closePoll(poll);
  await seal(by(poll), poll.electionId);
  expect(await shape()).toEqual(before);
  const after = await oids();
  expect(after.box).not.toBe(oidsBefore.box);
  expect(after.mark).not.toBe(oidsBefore.mark);
  expect((await pool().query(`SELECT FROM pg_class WHERE relname LIKE '%Before%'`)).rowCount).toBe(0);
});

test("one ballot that does not open, or lies where nobody's does, stops the sealing, which says how many and changes nothing", async () => {
  await vote(0, [1]);
  await vote(1, [2]);
  const { slot } = await db().ballotBox.findFirstOrThrow({ where: { electionId: poll.electionId } });
  const where = { electionId_slot: { electionId: poll.electionId, slot } };
  const { ballot } = await db().ballotBox.findUniqueOrThrow({ where });
  await db().ballotBox.update({ where, data: { ballot: ballot.map((byte) => byte ^ 1) } });
  await closePoll(poll);
  expect(await seal(by(poll), poll.electionId)).toEqual({ ok: false, problem: { code: "unopened", count: 1 } });
  expect(await stepsOf()).not.toContain("sealed");
  expect(await db().ballotBox.count({ where: { electionId: poll.electionId } })).toBe(2);
  expect(await db().sealedBallot.count({ where: { electionId: poll.electionId } })).toBe(0);
  expect(pollKey(poll.electionId)).toBe(key);
  await db().ballotBox.update({ where, data: { ballot } });
  await db().voter.delete({ where: { id: poll.voterIds[0]! } });
  expect(await seal(by(poll), poll.electionId)).toEqual({ ok: false, problem: { code: "nobodys", count: 1 } });
});

test("the ballot of somebody struck off the roll counts for nobody", async () => {
  await vote(0, [1]);
  await vote(1, [2]);
  await db().voter.update({ where: { id: poll.voterIds[0]! }, data: { struckReason: "closed" } });
  await closePoll(poll);
  await seal(by(poll), poll.electionId);
  expect((await electionOf(poll)).totals).toMatchObject({ returned: 1, online: 1, void: 1 });
});

test("what a crash left between the sealing and the key's end is finished by pressing again, once", async () => {
  await closePoll(poll);
  await db().electionStep.create({ data: { partnershipId: poll.partnership.id, electionId: poll.electionId, kind: "sealed", personId: poll.officerId, at: new Date() } });
  expect(pollKey(poll.electionId)).toBe(key);
  await seal(by(poll), poll.electionId);
  await finishSealing(by(poll), poll.electionId);
  expect(pollKey(poll.electionId)).toBeNull();
  expect((await stepsOf()).filter((kind) => kind === "sealed" || kind === "key-destroyed")).toEqual(["sealed", "key-destroyed"]);
});

test("without its key, or while a backup is made, a box is not sealed", async () => {
  await closePoll(poll);
  const backup = await pool().connect();
  await backup.query("SELECT pg_advisory_lock(hashtext('folkmoot backup'))");
  expect(await seal(by(poll), poll.electionId)).toEqual({ ok: false, problem: { code: "backup" } });
  await backup.query("SELECT pg_advisory_unlock(hashtext('folkmoot backup'))");
  backup.release();
  destroyPollKey(poll.electionId);
  expect(await seal(by(poll), poll.electionId)).toEqual({ ok: false, problem: { code: "no-key" } });
});

test("a vote that is on its way when the box is sealed is refused or counted, never lost", async () => {
  await vote(0, [1]);
  await closePoll(poll);
  const client = await pool().connect();
  await client.query("BEGIN");
  await client.query(`INSERT INTO "BallotBox" SELECT "electionId", 'x' || slot, ballot FROM "BallotBox" WHERE "electionId" = $1`, [poll.electionId]);
  const sealing = seal(by(poll), poll.electionId);
  await new Promise((done) => setTimeout(done, 300));
  await client.query("COMMIT");
  client.release();
  // what came last was seen: it opens under no name of its own
  expect(await sealing).toEqual({ ok: false, problem: { code: "unopened", count: 1 } });
});

test("a poll of ten thousand is sealed in seconds", { timeout: 120_000 }, async () => {
  const large = await buildPoll({ partnership: poll.partnership, voters: 10_000 });
  const { sealBallot, slotOf } = await import("#app/elections/poll-key.server.ts");
  const largeKey = pollKey(large.electionId)!;
  const rows = large.voterIds.slice(0, 9000).map((id, index) => {
    const slot = slotOf(largeKey, id);
    const place = { electionId: large.electionId, slot };
    return { ...place, ballot: sealBallot(largeKey, place, JSON.stringify({ p: [(index % 4) + 1], t: newReference() })) };
  });
  for (let at = 0; at < rows.length; at += 1000) await db().ballotBox.createMany({ data: rows.slice(at, at + 1000) });
  await closePoll(large);
  const begun = performance.now();
  expect((await seal(by(large), large.electionId)).ok).toBe(true);
  const seconds = (performance.now() - begun) / 1000;
  console.info(`sealed in ${seconds.toFixed(1)} s`);
  // a few seconds; a busy machine is slow, not wrong
  expect(seconds).toBeLessThan(60);
  expect((await electionOf(large)).totals).toMatchObject({ issued: 10_000, returned: 9000, online: 9000 });
  expect((await findChain(db(), await electionOf(large)))!).toHaveLength(90);
});

test("the chain takes its codes in the order of the alphabet, so that nothing tells who came first", () => {
  expect(chain("h", [["b", "a"]], (text) => text)).toEqual([{ batch: 1, codes: ["a", "b"], hash: "h\na\nb\n" }]);
});
