// Dates that move take with them what hangs on them.
import { expect, test } from "vitest";
import { saveTimetable } from "#app/elections/elections.store.server.ts";
import { proposedTimetable } from "#app/elections/timetable.ts";
import { startOfDay } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { buildElection } from "#tests/support/elections.ts";
import { buildPartnership } from "#tests/support/factories.ts";
import { buildNetwork } from "#tests/support/networks.ts";

test("codes that have not gone out yet go when voting begins, also where that day has moved; those that have gone stay", async () => {
  const partnership = await buildPartnership();
  const election = await buildElection({ network: await buildNetwork({ partnership }), noticeOn: "2026-09-07", steps: ["notice-published", "candidates-confirmed", "poll-prepared"] });
  const before = startOfDay(election.timetable!.pollOpensOn);
  const voter = await db().voter.create({ data: { id: newId(), partnershipId: partnership.id, electionId: election.id, number: 1, name: "Chess Club", language: "en" } });
  const letter = { partnershipId: partnership.id, voterId: voter.id, issue: 1, way: "email", askedAt: before };
  const [waiting, gone] = [newId(), newId()];
  await db().voterLetter.createMany({ data: [{ ...letter, id: waiting, nextAttemptAt: before }, { ...letter, id: gone, sentAt: before }] });
  const moved = { ...proposedTimetable("2026-09-07"), pollOpensOn: "2026-10-08" };
  await inTransaction((transaction) => saveTimetable(transaction, { partnershipId: partnership.id, personId: null, now: before }, election, moved));
  const due = new Map((await db().voterLetter.findMany({ where: { voterId: voter.id } })).map(({ id, nextAttemptAt }) => [id, nextAttemptAt]));
  expect(due.get(waiting)).toEqual(startOfDay("2026-10-08"));
  expect(due.get(gone)).toBeNull();
});
