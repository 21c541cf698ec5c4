// Roll and ballots cannot be joined without the poll's key: shown from full dumps taken during a poll and after it, by what stands in them,
// by order, place on disk and transaction. With the key they can, so these tests can fail. [COUNTING 4.2]
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { makeBackup } from "#app/backups/make.server.ts";
import { cast, findVoterOfCode, openCast } from "#app/elections/box.store.server.ts";
import { keyPaper, receiveEnvelope } from "#app/elections/papers.store.server.ts";
import { makePollKey, pollKey, slotOf, type PollKey } from "#app/elections/poll-key.server.ts";
import { sealBallots, startSealing } from "#app/elections/sealing-runs.store.server.ts";
import { seal, shuffled } from "#app/elections/sealing.store.server.ts";
import { action, loader } from "#app/elections/pages/vote.tsx";
import { config } from "#app/shared/config.server.ts";
import { databaseUrl, db, inTransaction } from "#app/shared/db.server.ts";
import { buildPerson } from "#tests/support/factories.ts";
import { changedTables, correlation, dump, textsIn, type Dump, type DumpedRow } from "#tests/support/dumps.ts";
import { buildPoll, closePoll, codeFor, electionOf, reconcilePapers, replaceCodeOf, type Poll } from "#tests/support/polls.ts";
import { answerOf, argsOf, cookiesOf, get, post } from "#tests/support/requests.ts";

const voters = 40;
/** Voters in the order in which they vote, some again; a voter's ballot is told by its first choice, which is their number. */
const byNumber = (rows: DumpedRow[]) => rows.filter(({ row }) => row.electionId === poll.electionId).sort((a, b) => Number(a.row.number) - Number(b.row.number));

let poll: Poll;
let key: PollKey;
let casting: string[];
const dumps: Dump[] = [];
const changedByCasting: string[][] = [];
let backup: Buffer;
const consoleLines: string[] = [];

// A fixed order that is not the roll's: every seventh, round and round.
const inCastingOrder = (ids: string[]) => Array.from({ length: ids.length }, (_, index) => ids[(index * 7 + 3) % ids.length]!);

async function voteByPage(voterId: string, code: string, first: number): Promise<void> {
  const path = `/${poll.partnership.slug}/elections/${poll.electionId}/vote`;
  const params = { partnership: poll.partnership.slug, election: poll.electionId };
  const came = await answerOf(action(argsOf(post(path, { deed: "code", code }), { params, address: voterId })));
  expect(came.status).toBe(302);
  const cookies = cookiesOf(came);
  await answerOf(loader(argsOf(get(path, { cookies }), { params })));
  const checked = await answerOf<{ sealed: string }>(action(argsOf(post(path, { deed: "check", [`rank-${first}`]: "1" }, { cookies }), { params })));
  const cast = await answerOf<{ tracking: string }>(action(argsOf(post(path, { deed: "cast", sealed: checked.body.sealed }, { cookies }), { params })));
  expect(cast.body.tracking).toMatch(/^[2-9A-Z-]{14}$/);
}

/** A backup with the installation's secret and everything else it can hold, as one heap of bytes. */
async function backedUp(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "folkmoot-backup-"));
  try {
    const product = { version: "0", commit: null };
    const { path } = await makeBackup({ url: databaseUrl(), folder, keep: null, withSecret: true, passphrase: null, product, now: new Date(), report: () => undefined });
    return gunzipSync(readFileSync(path));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

beforeAll(async () => {
  const written = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((piece: string) => {
    consoleLines.push(String(piece));
    return true;
  }) as typeof process.stdout.write;
  try {
    poll = await buildPoll({ voters, candidates: Array.from({ length: voters }, (_, index) => `Candidate ${index + 1}`) });
    key = pollKey(poll.electionId)!;
    casting = inCastingOrder(poll.voterIds);
    dumps.push(await dump());
    await replaceCodeOf(poll, casting[5]!);
    const envelope = async (voterId: string) => {
      const { number } = await db().voter.findUniqueOrThrow({ where: { id: voterId } });
      const election = await electionOf(poll);
      await inTransaction((transaction) => receiveEnvelope(transaction, { partnershipId: poll.partnership.id, personId: poll.officerId, now: new Date() }, key, election, number));
    };
    for (const [index, voterId] of casting.slice(0, 34).entries()) {
      const before = index % 8 === 0 ? await dump() : null;
      await voteByPage(voterId, await codeFor(poll, voterId), poll.voterIds.indexOf(voterId) + 1);
      if (before) {
        dumps.push(await dump());
        changedByCasting.push(changedTables(before, dumps.at(-1)!));
      }
    }
    // again, the other way round
    for (const voterId of casting.slice(0, 9).reverse()) await voteByPage(voterId, await codeFor(poll, voterId), poll.voterIds.indexOf(voterId) + 1);
    for (const voterId of casting.slice(32, 37)) await envelope(voterId);
    dumps.push(await dump());
    backup = await backedUp();
    await closePoll(poll);
    const keyers = [(await buildPerson()).id, (await buildPerson()).id];
    for (const serial of [1, 2, 3, 4, 5]) {
      for (const personId of keyers) await inTransaction((transaction) => keyPaper(transaction, { partnershipId: poll.partnership.id, personId, now: new Date() }, { id: poll.electionId }, serial, { preferences: [serial], spoilt: null }));
    }
    await reconcilePapers(poll);
    dumps.push(await dump());
    await startSealing({ partnershipId: poll.partnership.id, personId: poll.officerId, now: new Date() }, await electionOf(poll));
    dumps.push(await dump());
    await sealBallots({ partnershipId: poll.partnership.id, electionId: poll.electionId, personId: poll.officerId }, () => new Date());
    expect((await seal({ partnershipId: poll.partnership.id, personId: poll.officerId, now: new Date() }, poll.electionId)).ok).toBe(true);
    dumps.push(await dump());
  } finally {
    process.stdout.write = written;
  }
}, 240_000);

const boxOf = (one: Dump) => one.get('public."BallotBox"')!.filter(({ row }) => row.electionId === poll.electionId);
const rollOf = (one: Dump) => byNumber(one.get('public."Voter"')!);
const during = () => dumps.slice(0, -1);
const after = () => dumps.at(-1)!;

test("casting a vote changes the box and nothing else in any table of any schema", () => {
  expect(changedByCasting.length).toBeGreaterThan(3);
  for (const changed of changedByCasting) expect(changed).toEqual(['public."BallotBox"']);
});

test("the box holds nothing but slots and ballots of one length, and no text of it stands anywhere else", () => {
  const last = during().at(-1)!;
  const box = boxOf(last);
  expect(box).toHaveLength(34);
  for (const { row } of box) expect(Object.keys(row).sort()).toEqual(["ballot", "electionId", "slot"]);
  expect(new Set(box.map(({ row }) => String(row.ballot).length)).size).toBe(1);
  const slots = new Set(box.map(({ row }) => String(row.slot)));
  for (const one of dumps) {
    for (const [name, rows] of one) {
      if (name === 'public."BallotBox"') continue;
      const texts = textsIn(rows).join("\n");
      for (const slot of slots) expect(texts.includes(slot.slice(0, 12)), `${name} holds a slot's beginning`).toBe(false);
    }
  }
});

test("nothing of a voter stands in the box or among the sealed ballots and codes: neither an id, nor a hash of it, nor a code", async () => {
  const { createHash } = await import("node:crypto");
  const digests = (text: string) => ["md5", "sha1", "sha256", "sha512"].flatMap((kind) => ["hex", "base64"].map((as) => createHash(kind).update(text).digest(as as "hex").slice(0, 10)));
  for (const one of dumps) {
    const ballots = ['public."BallotBox"', 'public."SealedBallot"', 'public."TrackingCode"', 'public."PollMark"'].flatMap((name) => textsIn(one.get(name)!)).join("\n");
    for (const { row } of rollOf(one)) {
      const own = [row.id, row.codeHash, row.name, row.number].filter((value) => typeof value === "string").map(String);
      for (const text of [...own, ...own.flatMap(digests)]) expect(ballots.includes(text.slice(0, 10))).toBe(false);
    }
  }
});

test("no code, tracking code or preference stands in any table while the poll is open", async () => {
  const opened = boxOf(during().at(-1)!).map(({ row }) => openCast(key, { electionId: poll.electionId, slot: String(row.slot) }, Buffer.from(String(row.ballot).slice(2), "hex"))!);
  const codes = poll.voterIds.length;
  expect(opened).toHaveLength(34);
  for (const one of during()) {
    const all = [...one.values()].map((rows) => textsIn(rows).join("\n")).join("\n");
    for (const { tracking } of opened) expect(all.includes(tracking)).toBe(false);
    expect(all.includes(key.slice(0, 12))).toBe(false);
  }
  expect(codes).toBe(voters);
  expect(await findVoterOfCode(db(), key, { id: poll.electionId }, "2222-2222-2222")).toBeNull();
});

test("the log of the poll names no code and no voter", () => {
  const lines = consoleLines.join("\n");
  for (const voterId of poll.voterIds) expect(lines.includes(voterId)).toBe(false);
});

test("while the poll is open, neither place on disk nor transaction of the box goes with the roll's", () => {
  // with the key the voters of slots are known, and their order in the box is that of casting alone, which no column of the roll tells
  const one = during().at(-2)!;
  const voterOf = new Map(poll.voterIds.map((id) => [slotOf(key, id), id]));
  const inBox = boxOf(one).map(({ row }) => voterOf.get(String(row.slot))!);
  expect(inBox.every((id) => id !== undefined), "with the key they can be joined").toBe(true);
  const roll = rollOf(one).map(({ row }) => String(row.id)).filter((id) => inBox.includes(id));
  expect(Math.abs(correlation(roll, inBox))).toBeLessThan(0.6);
  const rollXmins = new Set(one.get('public."Voter"')!.map(({ xmin }) => xmin));
  for (const { xmin } of boxOf(one)) expect(rollXmins.has(xmin)).toBe(false);
});

test("after sealing all rows of a kind were written in one transaction and say nothing of when they were cast", () => {
  for (const name of ['public."SealedBallot"', 'public."TrackingCode"', 'public."Voter"']) {
    const own = after().get(name)!.filter(({ row }) => row.electionId === poll.electionId);
    expect(new Set(own.map(({ xmin }) => xmin)).size, name).toBe(1);
  }
  expect(boxOf(after())).toEqual([]);
  expect([...after().values()].flat().some(({ row }) => "slot" in row && row.electionId === poll.electionId)).toBe(false);
  for (const { row } of after().get('public."SealedBallot"')!) expect(Object.keys(row).sort()).toEqual(["electionId", "id", "papers", "partnershipId", "preferences", "spoilt"]);
  expect(rollOf(after()).every(({ row }) => row.codeHash === null)).toBe(true);
});

test("the order of sealed ballots, by place or by id, is that of a shuffle, and so is the order of codes", () => {
  const online = after().get('public."SealedBallot"')!.filter(({ row }) => row.electionId === poll.electionId);
  const numberOf = ({ row }: DumpedRow) => (row.preferences as number[])[0]!;
  // papers voted for one of the first five too; whoever voted once is known by their first choice
  const once = online.filter((row, _, all) => all.filter((other) => numberOf(other) === numberOf(row)).length === 1);
  const byPlace = once.map(numberOf);
  const byId = [...once].sort((a, b) => (String(a.row.id) < String(b.row.id) ? -1 : 1)).map(numberOf);
  const roll = [...byPlace].sort((a, b) => a - b);
  const cast = casting.map((id) => poll.voterIds.indexOf(id) + 1).filter((number) => byPlace.includes(number));
  expect(byPlace.length).toBeGreaterThan(20);
  // beyond this a shuffle of 20 or more comes once in 100,000 times
  for (const order of [roll, cast]) for (const other of [byPlace, byId]) expect(Math.abs(correlation(order, other))).toBeLessThan(0.85);
});

test("over many shuffles and several polls, the order of sealed ballots goes with the roll's no more than chance has it", { timeout: 120_000 }, async () => {
  const numbers = Array.from({ length: 40 }, (_, index) => index + 1);
  const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  // of one shuffle of 40 the correlation strays by 0.16, so the mean of 400 by 0.008 and of 4 by 0.08
  expect(Math.abs(mean(Array.from({ length: 400 }, () => correlation(numbers, shuffled(numbers)))))).toBeLessThan(0.06);
  const firsts = Array.from({ length: 400 }, () => shuffled(numbers)[0]!);
  expect(new Set(firsts).size).toBeGreaterThan(30);
  const found: number[] = [];
  for (let one = 0; one < 4; one += 1) {
    const other = await buildPoll({ partnership: poll.partnership, voters: 40, candidates: numbers.map(String) });
    const otherKey = pollKey(other.electionId)!;
    for (const [index, id] of other.voterIds.entries()) await cast(otherKey, { id: other.electionId }, id, { preferences: [index + 1], tracking: `T${one}-${index}` });
    await closePoll(other);
    await seal({ partnershipId: other.partnership.id, personId: other.officerId, now: new Date() }, other.electionId);
    const rows = (await dump()).get('public."SealedBallot"')!.filter(({ row }) => row.electionId === other.electionId);
    found.push(correlation(numbers, rows.map(({ row }) => (row.preferences as number[])[0]!)));
  }
  expect(Math.abs(mean(found))).toBeLessThan(0.5);
});

test("a backup made while the poll is open holds the box and not the key", () => {
  const [one] = boxOf(during().at(-1)!);
  expect(backup.includes(String(one!.row.slot)), "the backup is read").toBe(true);
  expect(backup.includes(key)).toBe(false);
  expect(backup.includes(Buffer.from(key, "hex"))).toBe(false);
});

test("with the key, a dump taken during the poll joins every voter to their ballot; with another key none", () => {
  const one = during().at(-1)!;
  const box = new Map(boxOf(one).map(({ row }) => [String(row.slot), row]));
  const joined = (by: PollKey) =>
    poll.voterIds.flatMap((id, index) => {
      const row = box.get(slotOf(by, id));
      const ballot = row && openCast(by, { electionId: poll.electionId, slot: String(row.slot) }, Buffer.from(String(row.ballot).slice(2), "hex"));
      return ballot ? [ballot.preferences[0] === index + 1] : [];
    });
  expect(joined(key)).toEqual(Array.from({ length: 34 }, () => true));
  makePollKey("another");
  expect(joined(pollKey("another")!)).toEqual([]);
});

test("after sealing the key is gone, and the step says so", async () => {
  expect(pollKey(poll.electionId)).toBeNull();
  expect(readdirSync(config().pollKeysDir).filter((name) => name.startsWith(poll.electionId))).toEqual([]);
  const election = await electionOf(poll);
  expect(election.steps.map(({ kind }) => kind)).toContain("key-destroyed");
  expect(election.totals).toMatchObject({ issued: 40, returned: 37, online: 32, paper: 5, void: 2 });
  const texts = [...after().values()].map((rows) => textsIn(rows).join("\n")).join("\n");
  expect(texts.includes(key.slice(0, 12))).toBe(false);
});
