// The sealing as a job: wherever it is cut off, either all is as it was, with the key, or all is sealed; then the key goes.
import { beforeEach, expect, test } from "vitest";
import { cast, findCast } from "#app/elections/box.store.server.ts";
import { loader as openSeal, action as pressSeal } from "#app/elections/pages/seal.tsx";
import { pollKey, type PollKey } from "#app/elections/poll-key.server.ts";
import { sealingSteps, type SealingStep } from "#app/elections/sealing-run.ts";
import { findSealingRun, finishSealings, sealBallots, startSealing } from "#app/elections/sealing-runs.store.server.ts";
import { seal } from "#app/elections/sealing.store.server.ts";
import { db, pool } from "#app/shared/db.server.ts";
import { newReference } from "#app/shared/keys.server.ts";
import { signInCookie } from "#tests/support/factories.ts";
import { buildPoll, closePoll, codeFor, electionOf, type Poll } from "#tests/support/polls.ts";
import { answerOf, argsOf, get, post } from "#tests/support/requests.ts";

const voters = 9;
let poll: Poll;
let key: PollKey;
beforeEach(async () => {
  poll = await buildPoll({ voters });
  key = pollKey(poll.electionId)!;
  for (const [index, id] of poll.voterIds.slice(0, 6).entries()) await cast(key, { id: poll.electionId }, id, { preferences: [(index % 4) + 1], tracking: newReference() });
  await closePoll(poll);
});

const by = () => ({ partnershipId: poll.partnership.id, personId: poll.officerId, now: new Date() });
const asked = () => ({ partnershipId: poll.partnership.id, electionId: poll.electionId, personId: poll.officerId });
const runJob = () => sealBallots(asked(), () => new Date());
const start = async (now = new Date()) => startSealing({ ...by(), now }, await electionOf(poll));
const run = async () => findSealingRun(db(), await electionOf(poll));
const jobs = () => db().$queryRaw<{ payload: object }[]>`SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'seal-ballots' AND payload->>'electionId' = ${poll.electionId}`;

/** Everything that sealing changes. */
async function everything() {
  const { electionId } = poll;
  const where = { electionId };
  const { steps, totals, ballotHash, rulesHash } = await electionOf(poll);
  return {
    ...{ steps: steps.map(({ kind }) => kind), totals, ballotHash, rulesHash, key: pollKey(electionId) },
    box: (await db().ballotBox.findMany({ where, orderBy: { slot: "asc" } })).map(({ slot, ballot }) => `${slot} ${Buffer.from(ballot).toString("base64")}`),
    sealed: await db().sealedBallot.count({ where }),
    codes: await db().trackingCode.count({ where }),
    roll: await db().voter.findMany({ where, orderBy: { number: "asc" }, select: { voted: true, codeHash: true } }),
  };
}

async function expectSealed() {
  const now = await everything();
  expect(now).toMatchObject({ totals: { issued: voters, returned: 6, online: 6, void: 0 }, box: [], sealed: 6, codes: 6, key: null });
  expect(now.steps.filter((kind) => kind === "sealed" || kind === "key-destroyed")).toEqual(["sealed", "key-destroyed"]);
  expect(now.roll.filter(({ voted }) => voted === "online")).toHaveLength(6);
  expect(now.roll.every(({ codeHash }) => codeHash === null)).toBe(true);
}

class Stopped extends Error {}
/** Ends the connection in whose transaction the sealing works, as when its process is killed. */
async function killConnection() {
  const { rowCount } = await pool().query(`SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid
    WHERE a.datname = current_database() AND l.mode = 'AccessExclusiveLock' AND l.relation = '"BallotBox"'::regclass`);
  return rowCount ?? 0;
}

const beforeCommit = sealingSteps.filter((step) => step !== "waiting" && step !== "key");

for (const cut of beforeCommit) {
  for (const how of ["its code fails", "its connection is killed"] as const) {
    test(`where ${how} at "${cut}", the closed box is there with its key, and sealing is begun again`, async () => {
      const before = await everything();
      let killed = 0;
      const stopAt = async (step: SealingStep, share = 0) => {
        // "opening" is first told before the tables are locked, and again at the first ballot
        if (step !== cut || (step === "opening" && how !== "its code fails" && killed === 0 && (killed = await killConnection()) === 0)) return;
        if (how === "its code fails") throw new Stopped(`${step} ${share}`);
        if (killed === 0) killed = await killConnection();
      };
      await expect(seal(by(), poll.electionId, stopAt)).rejects.toThrow();
      if (how !== "its code fails") expect(killed).toBe(1);
      expect(await everything()).toEqual(before);
      expect(before).toMatchObject({ key, sealed: 0, codes: 0, totals: null });
      expect(before.box).toHaveLength(6);
      await start();
      await runJob();
      await expectSealed();
    });
  }
}

test("where it is cut off between the end of the transaction and the key's, all is sealed and the key goes at the next look, once", async () => {
  await start();
  const stopAtKey = (step: SealingStep) => (step === "key" ? Promise.reject(new Stopped()) : Promise.resolve());
  await expect(seal(by(), poll.electionId, stopAtKey)).rejects.toThrow(Stopped);
  const cut = await everything();
  expect(cut).toMatchObject({ key, box: [], sealed: 6 });
  expect(cut.steps).toContain("sealed");
  expect(cut.steps).not.toContain("key-destroyed");
  await finishSealings(new Date());
  await finishSealings(new Date());
  await runJob();
  await expectSealed();
  expect(await run()).toBeNull();
});

test("the key is there until the sealing is seen by everybody, and gone afterwards", async () => {
  const seen: [SealingStep, boolean, boolean][] = [];
  const look = async (step: SealingStep) => {
    seen.push([step, pollKey(poll.electionId) !== null, (await electionOf(poll)).totals !== null]);
  };
  expect((await seal(by(), poll.electionId, look)).ok).toBe(true);
  for (const [step, hasKey, isPublished] of seen) expect([hasKey, isPublished]).toEqual([true, step === "key"]);
  expect(seen.at(-1)?.[0]).toBe("key");
  await expectSealed();
});

test("keys of polls that are open, closed or loaded are left alone by the look for what was cut off", async () => {
  const open = await buildPoll({ partnership: poll.partnership });
  await finishSealings(new Date());
  expect(pollKey(open.electionId)).not.toBeNull();
  expect(pollKey(poll.electionId)).toBe(key);
  await db().networkElection.update({ where: { id: poll.electionId }, data: { origin: "loaded" } });
  await db().electionStep.create({ data: { partnershipId: poll.partnership.id, electionId: poll.electionId, kind: "sealed", at: new Date() } });
  await finishSealings(new Date());
  expect((await electionOf(poll)).steps.map(({ kind }) => kind)).not.toContain("key-destroyed");
});

test("pressed twice at once, and its job run twice at once, the box is sealed once", async () => {
  await Promise.all([start(), start()]);
  expect(await jobs()).toHaveLength(1);
  await Promise.all([runJob(), runJob()]);
  await expectSealed();
  await start();
  expect(await run()).toBeNull();
  await runJob();
  await expectSealed();
  const audited = await db().auditEntry.findMany({ where: { subjectId: poll.electionId, action: { in: ["election.begin-sealing", "election.sealed"] } } });
  expect(audited.map(({ action }) => action)).toEqual(["election.begin-sealing", "election.sealed"]);
});

test("neither the job nor what is told of it names a secret, a voter or how many ballots there are", async () => {
  await start();
  expect((await jobs()).map(({ payload }) => payload)).toEqual([asked()]);
  const texts: string[] = [];
  const look = async () => {
    texts.push(JSON.stringify(await db().sealingRun.findUniqueOrThrow({ where: { electionId: poll.electionId } })));
  };
  const code = await codeFor(poll, poll.voterIds[0]!);
  await seal(by(), poll.electionId, look);
  expect(texts.length).toBeGreaterThan(3);
  for (const text of texts) {
    for (const secret of [key, key.slice(0, 12), code, ...poll.voterIds]) expect(text).not.toContain(secret);
    expect(Object.keys(JSON.parse(text) as object).sort()).toEqual(["count", "electionId", "partnershipId", "percent", "problem", "startedAt", "startedById", "step", "toldAt"]);
    expect(text).toContain('"count":null');
  }
});

test("nobody casts into a box that is being sealed, and a vote in another open poll waits and is taken", async () => {
  const other = await buildPoll({ partnership: poll.partnership });
  const otherKey = pollKey(other.electionId)!;
  const waiting: Promise<boolean>[] = [];
  const castMeanwhile = (step: SealingStep) => {
    if (step === "writing") {
      waiting.push(cast(key, { id: poll.electionId }, poll.voterIds[8]!, { preferences: [1], tracking: newReference() }));
      waiting.push(cast(otherKey, { id: other.electionId }, other.voterIds[0]!, { preferences: [2], tracking: newReference() }));
    }
    return Promise.resolve();
  };
  expect((await seal(by(), poll.electionId, castMeanwhile)).ok).toBe(true);
  expect(await Promise.all(waiting)).toEqual([false, true]);
  await expectSealed();
  expect((await findCast(db(), otherKey, { id: other.electionId }, other.voterIds[0]!))?.preferences).toEqual([2]);
});

test("a poll that is open is not sealed, nor one whose envelopes are not reconciled, whenever the job comes to it", async () => {
  const code = async () => {
    const sealed = await seal(by(), poll.electionId);
    return sealed.ok ? null : sealed.problem.code;
  };
  await db().networkElection.update({ where: { id: poll.electionId }, data: { pollClosesAt: new Date(Date.now() + 3_600_000) } });
  expect(await code()).toBe("open");
  await closePoll(poll);
  await db().voter.update({ where: { id: poll.voterIds[7]! }, data: { paperOn: new Date(), paperRuling: "accepted" } });
  expect(await code()).toBe("papers");
  expect((await everything()).box).toHaveLength(6);
});

type Shown = { run: { step: string; standing: string; percent: number; problem: string | null } | null; asks: boolean; isSealed: boolean; isKeyGone: boolean };
async function page(now = new Date(), query = "") {
  const path = `/${poll.partnership.slug}/office/elections/${poll.electionId}/seal${query}`;
  const cookies = [await signInCookie({ id: poll.officerId })];
  const params = { partnership: poll.partnership.slug, election: poll.electionId };
  return {
    open: async () => (await answerOf<Shown>(openSeal(argsOf(get(path, { cookies }), { params, now })))).body,
    press: () => answerOf<{ code: string }>(pressSeal(argsOf(post(path, { deed: "seal" }, { cookies }), { params, now }))),
  };
}

test("the page tells how far it is, does not offer to begin what is under way, and says what stopped it or that it was broken off", async () => {
  expect((await (await page()).open()).run).toBeNull();
  expect((await (await page()).press()).status).toBe(302);
  expect((await (await page(undefined, "?sure=yes")).open())).toMatchObject({ run: { standing: "under-way", step: "waiting", percent: 0 }, asks: false, isSealed: false });
  expect((await (await page()).press()).status).toBe(302);
  expect(await jobs()).toHaveLength(1);
  // nothing is heard of it for two minutes: it may be begun again
  const later = new Date(Date.now() + 120_000);
  expect((await (await page(later, "?sure=yes")).open())).toMatchObject({ run: { standing: "broken-off" }, asks: true });

  const backup = await pool().connect();
  await backup.query("SELECT pg_advisory_lock(hashtext('folkmoot backup'))");
  await runJob();
  await backup.query("SELECT pg_advisory_unlock(hashtext('folkmoot backup'))");
  backup.release();
  expect((await (await page(undefined, "?sure=yes")).open())).toMatchObject({ run: { standing: "stopped", problem: "backup" }, asks: true });
  await (await page()).press();
  expect((await (await page()).open()).run).toMatchObject({ standing: "under-way", problem: null });
  const seen: (Shown["run"] & object)[] = [];
  const look = async (step: SealingStep) => {
    await db().sealingRun.update({ where: { electionId: poll.electionId }, data: { step, toldAt: new Date() } });
    seen.push((await (await page()).open()).run!);
  };
  await seal(by(), poll.electionId, look);
  expect([...new Set(seen.map(({ step }) => step))]).toEqual(["opening", "writing", "publishing", "key"]);
  expect((await (await page()).open())).toMatchObject({ run: null, isSealed: true, isKeyGone: true });
  expect((await (await page()).press()).status).toBe(302);
  await expectSealed();
});
