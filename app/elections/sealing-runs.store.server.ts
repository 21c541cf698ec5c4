// The sealing of a box as a job: begun by the returning officer, telling how far it is beside its own transaction, and finished after a crash.
import { z } from "zod";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction, type Database } from "#app/shared/db.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { holdElection, type By, type Election } from "./elections.store.server.ts";
import { percentOf, sealingProblems, sealingSteps, standingOfRun, type SealingRun, type SealingStep, type TellSealing } from "./sealing-run.ts";
import { finishSealing, seal } from "./sealing.store.server.ts";
import { isSealed } from "./steps.ts";

const runSchema = z.object({
  ...{ startedAt: z.date(), toldAt: z.date(), step: z.enum(sealingSteps), percent: z.number() },
  ...{ problem: z.enum(sealingProblems).nullable(), count: z.number().nullable() },
});

/** The sealing of an election that was begun and is not finished; null where none is. */
export async function findSealingRun(on: Database, { id: electionId, partnershipId }: Pick<Election, "id" | "partnershipId">): Promise<SealingRun | null> {
  const row = await on.sealingRun.findFirst({ where: { electionId, partnershipId } });
  return row && runSchema.parse(row);
}

/** Has a box sealed by a job. Where that is under way already, or done, pressing again changes nothing. The caller has asked the policy. */
export async function startSealing(by: By & { personId: string }, election: Pick<Election, "id" | "partnershipId">): Promise<void> {
  const { partnershipId, personId, now } = by;
  // looked at first because the job holds the election while it works, and nobody is to wait for it
  if (await isUnderWay(db(), election, now)) return;
  await inTransaction(async (transaction) => {
    const held = await holdElection(transaction, partnershipId, election.id);
    if (isSealed(held) || (await isUnderWay(transaction, held, now))) return;
    const begun = { startedById: personId, startedAt: now, toldAt: now, step: "waiting" satisfies SealingStep, percent: 0, problem: null, count: null };
    await transaction.sealingRun.upsert({ where: { electionId: held.id }, create: { electionId: held.id, partnershipId, ...begun }, update: begun });
    await addJob(transaction, "seal-ballots", { partnershipId, electionId: held.id, personId }, { key: `seal-ballots ${held.id}`, attempts: 3 });
    await recordAudit(transaction, { partnershipId, personId, action: "election.begin-sealing", subjectKind: "election", subjectId: held.id });
  });
}

async function isUnderWay(on: Database, election: Pick<Election, "id" | "partnershipId">, now: Date): Promise<boolean> {
  const run = await findSealingRun(on, election);
  return run !== null && standingOfRun(run, now) === "under-way";
}

/** Told no more often than this, in milliseconds. */
const toldEveryMs = 300;

/** Says how far it is over a connection of its own, because the transaction of the sealing is seen by nobody before its end. */
function tellerOf(electionId: string, clock: () => Date): TellSealing {
  let saidAt = 0;
  let last: SealingStep | null = null;
  return async (step, share = 0) => {
    const toldAt = clock();
    if (step === last && toldAt.getTime() - saidAt < toldEveryMs) return;
    saidAt = toldAt.getTime();
    last = step;
    await db().sealingRun.updateMany({ where: { electionId }, data: { step, percent: percentOf(step, share), toldAt } });
  };
}

/** Seals the box of a poll, in a job: all of it or nothing, then the key goes. Begun again, it finishes what is left. */
export async function sealBallots(asked: { partnershipId: string; electionId: string; personId: string }, clock: () => Date): Promise<void> {
  const { electionId, partnershipId, personId } = asked;
  const sealed = await seal({ partnershipId, personId, now: clock() }, electionId, tellerOf(electionId, clock));
  if (sealed.ok) return;
  const { code } = sealed.problem;
  await db().sealingRun.updateMany({ where: { electionId }, data: { problem: code, count: "count" in sealed.problem ? sealed.problem.count : null, toldAt: clock() } });
}

/** Destroys the keys of polls that were sealed and whose server stopped before it came to that, and of polls that were abandoned. */
export async function finishSealings(now: Date): Promise<void> {
  const rows = await db().$queryRaw<{ electionId: string; partnershipId: string }[]>`
    SELECT s."electionId", s."partnershipId" FROM "ElectionStep" s JOIN "NetworkElection" e ON e.id = s."electionId"
    WHERE e.origin = 'held' AND (s.kind = 'sealed' OR s.kind = 'abandoned' AND EXISTS (SELECT FROM "ElectionStep" p WHERE p."electionId" = s."electionId" AND p.kind = 'poll-prepared'))
      AND NOT EXISTS (SELECT FROM "ElectionStep" k WHERE k."electionId" = s."electionId" AND k.kind = 'key-destroyed')`;
  for (const { electionId, partnershipId } of rows) await finishSealing({ partnershipId, personId: null, now }, electionId);
}
