// Past elections that are loaded from ballot files: written down, then counted and published by a job. The caller has asked the policy.
import { dayIn } from "#app/bodies/columns.server.ts";
import type { ReservedCategory } from "#app/counting/contest.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { newId, newToken, sha256 } from "#app/shared/keys.server.ts";
import { defaultLanguage } from "#app/shared/languages.ts";
import { ballotFile } from "./ballot-file.ts";
import { findContest, keepLoadedBallots } from "./counts.store.server.ts";
import { usualHead, type Reserve } from "./election.ts";
import { beginElection, findElection, holdElection, takeStep, type By } from "./elections.store.server.ts";
import type { LoadedElection } from "./loading.ts";

/** Groups as an election names them, and who of the candidates is in which. */
function reservesOf(reserved: readonly ReservedCategory[], seats: number): { reserves: Reserve[]; groupsOf: (candidate: number) => Record<string, string> } {
  const reserves = reserved.map(({ name, groups }, category) => ({
    ...{ id: `c${category + 1}`, name: { [defaultLanguage]: name }, justification: {} },
    groups: groups.map((group, index) => ({ id: `g${index + 1}`, name: { [defaultLanguage]: group.name }, least: group.min, most: group.max >= seats ? null : group.max })),
  }));
  const groupsOf = (candidate: number) =>
    Object.fromEntries(
      reserved.flatMap(({ groups }, category) => {
        const index = groups.findIndex(({ members }) => members.includes(candidate));
        return index === -1 ? [] : [[`c${category + 1}`, `g${index + 1}`]];
      }),
    );
  return { reserves, groupsOf };
}

/** Writes a past election down and puts its count down as a job; its id. */
export async function loadElection(transaction: Transaction, by: By & { personId: string }, loaded: LoadedElection): Promise<string> {
  const { partnershipId, personId, now } = by;
  const { contest, networkId, title, source, heldOn, rules, reserved, lots } = loaded;
  await transaction.$executeRaw`INSERT INTO "Network" ("bodyId", "partnershipId") VALUES (${networkId}, ${partnershipId}) ON CONFLICT ("bodyId") DO NOTHING`;
  const { reserves, groupsOf } = reservesOf(reserved, contest.seats);
  const head = { ...usualHead, title, seats: contest.seats, rules, termStartsOn: heldOn, reserves, publication: "full" as const };
  const id = await beginElection(transaction, by, networkId, head);
  await transaction.networkElection.update({
    where: { id },
    data: { origin: "loaded", source, noticeOn: dayIn(heldOn), countOn: dayIn(heldOn), lotText: lots },
  });
  await transaction.nomination.createMany({
    data: contest.candidates.map((name, index) => ({
      ...{ id: newId(), partnershipId, electionId: id, name, email: "", language: defaultLanguage, linkHash: newToken(), sentAt: now, number: index + 1 },
      ...{ ruling: "valid", groups: groupsOf(index + 1), withdrawnAt: contest.withdrawn.includes(index + 1) ? now : null },
    })),
  });
  await keepLoadedBallots(transaction, { id, partnershipId }, contest.ballots, newId);
  const asKept = await findContest(transaction, await findElection(transaction, partnershipId, id));
  await transaction.networkElection.update({ where: { id }, data: { ballotHash: sha256(ballotFile(asKept.contest, null)) } });
  const election = await holdElection(transaction, partnershipId, id);
  await takeStep(transaction, by, election, { kind: "notice-published", facts: { isLoaded: true } });
  await takeStep(transaction, by, election, { kind: "sealed", facts: { isLoaded: true } });
  await addJob(transaction, "count-election", { partnershipId, electionId: id, personId }, { key: `count-election ${id}` });
  return id;
}
