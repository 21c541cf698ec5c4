// Elections of networks for tests: a test names only what matters to it.
import { beginningHead } from "#app/elections/election-form.ts";
import type { ElectionHead, StepKind } from "#app/elections/election.ts";
import { beginElection, findElection, saveTimetable, takeStep, type Election } from "#app/elections/elections.store.server.ts";
import { proposedTimetable, type Timetable } from "#app/elections/timetable.ts";
import type { Network } from "#app/networks/networks.store.server.ts";
import { dayOf, startOfDay } from "#app/shared/dates.ts";
import { inTransaction } from "#app/shared/db.server.ts";
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
