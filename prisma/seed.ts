// The demonstration: an invented county, its partnerships, its people and what they are asked. Only on the embedded database.
import { listPartnerships, takeTurnAtFirstPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction, isDemonstration, recogniseDemonstration } from "#app/shared/db.server.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { seedAnalysis } from "./seed/analysis.ts";
import { seedBoardElection } from "./seed/board-election.ts";
import { seedConsultations } from "./seed/consultations.ts";
import { seedDecisions } from "./seed/decisions.ts";
import { seedElections } from "./seed/elections.ts";
import { seedInformation } from "./seed/information.ts";
import { seedMeetings } from "./seed/meetings.ts";
import { seedNetwork } from "./seed/network.ts";
import { seedNominating } from "./seed/nominating.ts";
import { seedNominations } from "./seed/nominations.ts";
import { seedOpenPoll } from "./seed/open-poll.ts";
import { seedStructure } from "./seed/structure.ts";
import { seedPastElection } from "./seed/past-election.ts";
import { seedRegistering } from "./seed/registering.ts";
import { seedSmallElection } from "./seed/small-election.ts";
import { seedPartnerships } from "./seed/partnerships.ts";
import { seedPeople } from "./seed/people.ts";
import { seedReported } from "./seed/reported.ts";
import { publishAnswered } from "./seed/results.ts";

// because it is whole or not at all on the slowest machine somebody tries it on
const longestSeedingMs = 600_000;

/**
 * Seeds the demonstration into an empty embedded database, whole or not at all, and then publishes the results in it. Where there is a partnership it does
 * nothing, but looks again whose that is: somebody may just have set up one of their own.
 */
export async function seedDemonstration(now: Date, say: (line: string) => void): Promise<void> {
  if (!isDemonstration()) throw new PlainError("The demonstration is only for the embedded database.");
  if ((await listPartnerships(db())).length > 0) return recogniseDemonstration();
  say("Setting up the demonstration");
  const isSeeded = await inTransaction(async (transaction) => {
    await takeTurnAtFirstPartnership(transaction);
    if ((await listPartnerships(transaction)).length > 0) return false;
    const partnerships = await seedPartnerships(transaction);
    await seedPeople(transaction, partnerships);
    await seedConsultations(transaction, partnerships, now);
    const keeper = await transaction.roleGrant.findFirstOrThrow({ where: { role: "secretariat" } });
    const structure = await seedStructure(transaction, partnerships.tolbridge, keeper.personId, now);
    await seedNetwork(transaction, partnerships.tolbridge, structure);
    await seedBoardElection(transaction, partnerships.tolbridge, now);
    await seedNominating(transaction, partnerships.tolbridge, structure, now);
    await seedElections(transaction, partnerships.tolbridge, now);
    await seedNominations(transaction, partnerships.tolbridge, structure, now);
    await seedOpenPoll(transaction, partnerships.tolbridge, structure, now);
    await seedPastElection(transaction, partnerships.tolbridge, now);
    await seedRegistering(transaction, partnerships.tolbridge, now);
    await seedSmallElection(transaction, partnerships.tolbridge, now);
    const { id: asked } = await transaction.consultation.findFirstOrThrow({ where: { partnershipId: partnerships.tolbridge.id, opensAt: { not: null } }, select: { id: true } });
    await seedDecisions(transaction, partnerships.tolbridge, structure, await seedMeetings(transaction, structure), asked);
    return true;
  }, longestSeedingMs);
  if (isSeeded) {
    await publishAnswered(now);
    await seedAnalysis(now);
    await seedReported();
    await seedInformation(now);
  }
  await recogniseDemonstration();
}
