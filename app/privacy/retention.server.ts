// The retention clock at work: what each rule would delete now, and the nightly run that deletes it.
import {
  addUpEquality,
  countKept,
  countWithdrawn,
  eraseAnswers,
  eraseContacts,
  eraseWithdrawn,
  type Kept,
} from "#app/consultations/erasing.store.server.ts";
import { countExpiredDrafts, deleteExpiredDrafts } from "#app/consultations/drafts.store.server.ts";
import { countForgettableAskers, forgetAskers } from "#app/information-requests/requests.store.server.ts";
import { countOldEntries, deleteOldEntries } from "#app/intake/entry-drafts.store.server.ts";
import { destroyElectionFile, listDueElections } from "#app/elections/keeping.store.server.ts";
import { countForgettableNominations, forgetNominations } from "#app/nominating/keeping.store.server.ts";
import { nominatedKeptInMonths } from "#app/nominating/round.ts";
import { countForgettableRegistrations, forgetRegistrations } from "#app/elections/registering.store.server.ts";
import { keptInMonths as applicationsKeptInMonths } from "#app/networks/application.ts";
import { countForgettableApplications, forgetApplications } from "#app/networks/applications.store.server.ts";
import { countForgettableLetters, forgetLetters } from "#app/people/kept-letters.store.server.ts";
import { countForgettableSignIns, forgetSignIns } from "#app/people/passes.store.server.ts";
import { countForgettableDecisionFollowers, forgetDecisionFollowers } from "#app/decisions/followers.store.server.ts";
import { keepEquality } from "#app/publication/counting-equality.server.ts";
import { countForgettableFollowers, forgetFollowers } from "#app/replies/followers.store.server.ts";
import { countForgettableCases, forgetCases } from "#app/safeguarding/cases.store.server.ts";
import { countForgettableStakeholders, forgetStakeholders } from "#app/stakeholders/forgetting.store.server.ts";
import { addDays, addMonths, dayOf, startOfDay } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { countForgettableRequests, forgetRequests } from "./requests.store.server.ts";
import { answerRules, closedCasesKeptInMonths, isOver, lettersKeptInMonths, stakeholdersKeptInMonths, withdrawnKeptInDays, type AnswerRule, type OtherRule, type RetentionRule } from "./retention.ts";
import { listRunning, recordErased, recordRun, type Timed } from "./retention.store.server.ts";

/** What a rule would delete now, of whose. */
export type Due = { rule: RetentionRule; partnershipId: string | null; consultationId: string | null; electionId?: string; count: number };

/** What was withdrawn before this may go. */
const withdrawnUntil = (now: Date) => startOfDay(addDays(dayOf(now), -withdrawnKeptInDays));
const lettersUntil = (now: Date) => startOfDay(addMonths(dayOf(now), -lettersKeptInMonths));
const casesUntil = (now: Date) => startOfDay(addMonths(dayOf(now), -closedCasesKeptInMonths));
const applicationsUntil = (now: Date) => startOfDay(addMonths(dayOf(now), -applicationsKeptInMonths));
const nominatedUntil = (now: Date) => startOfDay(addMonths(dayOf(now), -nominatedKeptInMonths));
const stakeholdersUntil = (now: Date) => startOfDay(addMonths(dayOf(now), -stakeholdersKeptInMonths));

const heldOf = (running: readonly Timed[]) => running.filter(({ hold }) => hold !== null).map(({ id }) => id);

/** What the answer rules would delete of these now; what is held stays. */
function dueOfAnswers(running: readonly Timed[], kept: ReadonlyMap<string, Kept>, today: string): Due[] {
  return answerRules.flatMap(({ name: rule }) =>
    running.flatMap(({ id, partnershipId, clock, hold }) => {
      const count = kept.get(id)?.[rule] ?? 0;
      return hold === null && count > 0 && isOver(clock, rule, today) ? [{ rule, partnershipId, consultationId: id, count }] : [];
    }),
  );
}

const counted: Record<Exclude<OtherRule, "withdrawn" | "elections">, (now: Date, partnershipId: string | null) => Promise<number>> = {
  drafts: (now, partnershipId) => countExpiredDrafts(db(), now, partnershipId),
  entries: (now, partnershipId) => countOldEntries(db(), now, partnershipId),
  safeguarding: (now, partnershipId) => countForgettableCases(db(), casesUntil(now), partnershipId),
  followers: async (now, partnershipId) =>
    (await countForgettableFollowers(db(), now, partnershipId)) + (await countForgettableDecisionFollowers(db(), now, partnershipId)),
  stakeholders: (now, partnershipId) => countForgettableStakeholders(db(), stakeholdersUntil(now), partnershipId),
  applications: (now, partnershipId) => countForgettableApplications(db(), now, applicationsUntil(now), partnershipId),
  registrations: (now, partnershipId) => countForgettableRegistrations(db(), now, partnershipId),
  nominated: (now, partnershipId) => countForgettableNominations(db(), nominatedUntil(now), partnershipId),
  letters: (now, partnershipId) => countForgettableLetters(db(), lettersUntil(now), partnershipId),
  requests: (now, partnershipId) => countForgettableRequests(db(), now, partnershipId),
  askers: (now, partnershipId) => countForgettableAskers(db(), now, partnershipId),
  "sign-ins": (now, partnershipId) => (partnershipId === null ? countForgettableSignIns(db(), now) : Promise.resolve(0)),
};

/** Everything that would go now, of one partnership or, given null, of all. */
export async function listDue(now: Date, partnershipId: string | null): Promise<Due[]> {
  const running = await listRunning(db(), now, partnershipId);
  const today = dayOf(now);
  const over = running.filter(({ clock, hold }) => hold === null && answerRules.some(({ name }) => isOver(clock, name, today)));
  const kept = await countKept(db(), over.map(({ id }) => id));
  const withdrawn = await countWithdrawn(withdrawnUntil(now), heldOf(await listRunning(db(), now)));
  const others = await Promise.all(
    Object.entries(counted).map(async ([rule, count]) => ({ rule: rule as OtherRule, partnershipId, consultationId: null, count: await count(now, partnershipId) })),
  );
  return [
    ...dueOfAnswers(over, kept, today),
    ...withdrawn.filter((one) => partnershipId === null || one.partnershipId === partnershipId).map((one) => ({ rule: "withdrawn" as const, ...one })),
    ...others.filter(({ count }) => count > 0),
    ...(await listDueElections(db(), now, partnershipId)).map(({ id, ...one }) => ({ rule: "elections" as const, consultationId: null, electionId: id, ...one })),
  ];
}

type Work = (due: Due & { partnershipId: string; consultationId: string }, now: Date) => Promise<number>;

const work: Record<AnswerRule | "withdrawn", Work> = {
  contacts: ({ consultationId }) => eraseContacts(consultationId),
  equality: async ({ consultationId: id, partnershipId }, now) => {
    await keepEquality(id, () => now);
    return addUpEquality({ id, partnershipId }, now);
  },
  answers: ({ consultationId: id, partnershipId }, now) => eraseAnswers({ id, partnershipId }, now),
  withdrawn: ({ consultationId: id, partnershipId }, now) => eraseWithdrawn({ id, partnershipId }, withdrawnUntil(now)),
};

async function erase({ rule, partnershipId, consultationId, electionId, count }: Due, now: Date): Promise<number> {
  if (rule === "elections") return partnershipId && electionId ? inTransaction((transaction) => destroyElectionFile(transaction, { id: electionId, partnershipId }, now), 120_000) : 0;
  if (rule === "drafts") return inTransaction((transaction) => deleteExpiredDrafts(transaction, now));
  if (rule === "entries") return deleteOldEntries(db(), now);
  if (rule === "safeguarding") return inTransaction((transaction) => forgetCases(transaction, casesUntil(now)));
  if (rule === "followers") return inTransaction(async (transaction) => (await forgetFollowers(transaction, now)) + (await forgetDecisionFollowers(transaction, now)));
  if (rule === "stakeholders") return inTransaction((transaction) => forgetStakeholders(transaction, stakeholdersUntil(now)));
  if (rule === "applications") return inTransaction((transaction) => forgetApplications(transaction, now, applicationsUntil(now)));
  if (rule === "registrations") return inTransaction((transaction) => forgetRegistrations(transaction, now));
  if (rule === "nominated") return inTransaction((transaction) => forgetNominations(transaction, nominatedUntil(now)));
  if (rule === "letters") return forgetLetters(lettersUntil(now));
  if (rule === "requests") return forgetRequests(db(), now);
  if (rule === "askers") return forgetAskers(db(), now);
  if (rule === "sign-ins") {
    await forgetSignIns(now);
    return count;
  }
  if (partnershipId === null || consultationId === null) return 0;
  return work[rule]({ rule, partnershipId, consultationId, count }, now);
}

/**
 * Deletes everything whose time is over and writes down of what how many; how many in all. Interrupted, it goes on with what is
 * left the next time. `clock` tells the time as it passes.
 */
export async function keepRetention(now: Date, clock: () => Date = () => new Date()): Promise<number> {
  let all = 0;
  for (const due of await listDue(now, null)) {
    const startedAt = clock();
    const erased = await erase(due, now);
    if (erased === 0) continue;
    all += erased;
    const { rule, partnershipId, consultationId, electionId = null } = due;
    await inTransaction((transaction) => recordErased(transaction, { rule, partnershipId, consultationId, electionId, erased }, startedAt, clock()));
  }
  await recordRun(db(), all, now, clock());
  return all;
}
