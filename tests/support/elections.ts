// Elections of networks for tests: a test names only what matters to it.
import { beginningHead } from "#app/elections/election-form.ts";
import type { ElectionHead, StepKind } from "#app/elections/election.ts";
import { beginElection, findElection, saveTimetable, takeStep, type Election } from "#app/elections/elections.store.server.ts";
import { supportParts } from "#app/elections/nomination.ts";
import { proposedTimetable, type Timetable } from "#app/elections/timetable.ts";
import type { Network } from "#app/networks/networks.store.server.ts";
import { addDays, dayOf, startOfDay } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";

type WantedElection = {
  network: Pick<Network, "id" | "partnershipId">;
  head?: Partial<ElectionHead>;
  /** The day of its notice, from which its dates follow; without one it is planned and has no dates. */
  noticeOn?: string | null;
  dates?: Partial<Timetable>;
  returningOfficerId?: string | null;
  scrutineerIds?: readonly string[];
  /** Steps taken, one after the other; the notice where it has a day and nothing is said. */
  steps?: readonly StepKind[];
};

export async function buildElection({ network, head = {}, noticeOn = null, dates = {}, returningOfficerId = null, scrutineerIds = [], steps = noticeOn ? ["notice-published"] : [] }: WantedElection): Promise<Election> {
  const { id: networkId, partnershipId } = network;
  const now = noticeOn === null ? new Date() : startOfDay(noticeOn);
  const by = { partnershipId, personId: null, now };
  return inTransaction(async (transaction) => {
    const id = await beginElection(transaction, by, networkId, { ...beginningHead({ en: `Election ${newId()}` }, dayOf(now)), ...head });
    if (noticeOn) await saveTimetable(transaction, by, { id }, { ...proposedTimetable(noticeOn), ...dates });
    await transaction.networkElection.update({ where: { id }, data: { returningOfficerId, scrutineers: { create: scrutineerIds.map((personId) => ({ personId })) } } });
    for (const kind of steps) await takeStep(transaction, by, { id }, { kind });
    return findElection(transaction, partnershipId, id);
  });
}

type WantedNomination = {
  election: Pick<Election, "id" | "partnershipId">;
  name?: string;
  email?: string;
  organisationId?: string | null;
  groups?: Record<string, string>;
  /** Ids of members of the network that stand behind it: its proposer and its seconder. */
  supporters?: readonly string[];
  /** How far it has come: sent, agreed to by the candidate, supported, found valid. */
  upTo?: "sent" | "agreed" | "supported" | "valid";
};

/** The id of a nomination. */
export async function buildNomination({ election, name = `Candidate ${newId()}`, email = `${newId()}@people.example`, organisationId = null, groups = {}, supporters = [], upTo = "valid" }: WantedNomination): Promise<string> {
  const { id: electionId, partnershipId } = election;
  const [id, at, stage] = [newId(), new Date(), ["sent", "agreed", "supported", "valid"].indexOf(upTo)];
  await db().nomination.create({
    data: {
      ...{ id, partnershipId, electionId, name, email, organisationId, groups, language: "en", statement: { en: "I will listen." }, linkHash: newId(), sentAt: at },
      ...{ answers: { by: "self", eligible: stage > 0 }, consentedAt: stage > 0 ? at : null, ...(stage > 2 && { ruling: "valid", ruledAt: at }) },
      supports: { create: supporters.map((memberId, index) => ({ part: supportParts[index]!, memberId, linkHash: newId(), confirmedAt: stage > 1 ? at : null })) },
    },
  });
  return id;
}

/** The id of hustings that begin in a week. */
export async function buildHustings({ id: electionId, partnershipId }: Pick<Election, "id" | "partnershipId">): Promise<string> {
  const [id, now] = [newId(), new Date()];
  const startsAt = startOfDay(addDays(dayOf(now), 7));
  await db().hustingsMeeting.create({ data: { id, partnershipId, electionId, startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), venue: { en: "Library" }, createdAt: now } });
  return id;
}
