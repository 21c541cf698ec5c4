// Whoever can be read one by one is known: of the others under an answer no figure may tell.
import { expect, test } from "vitest";
import { findNewestSet, makeSet } from "#app/analysis/sets.store.server.ts";
import { makeResults } from "#app/publication/make.server.ts";
import { db } from "#app/shared/db.server.ts";
import { buildConsultation, buildResponse } from "#tests/support/factories.ts";

const day = 86_400_000;

test("beside responses that can be read, a figure that leaves one other person is hidden, and what it follows from", async () => {
  const consultation = await buildConsultation({ opensAt: new Date(Date.now() - 60 * day), closesAt: new Date(Date.now() - 2 * day), graceInMinutes: 60 });
  const { id: consultationId, partnershipId } = consultation;
  const ids: string[] = [];
  for (let one = 0; one < 36; one += 1) {
    const { id } = await buildResponse({ consultation, answers: { bus: { option: one < 6 ? "never" : "often" } } as never, receivedAt: new Date(Date.now() - 3 * day) });
    ids.push(id);
  }
  await db().consultation.update({ where: { id: consultationId }, data: { frozenAt: new Date() } });
  await makeSet({ consultationId }, () => new Date());
  const set = (await findNewestSet(db(), consultation))!;
  const choice = { questions: { bus: "counts" as const }, byRespondent: false, area: null, equality: [] };
  const shown = async () => {
    const made = await makeResults(consultation, { ...set, frozenAt: set.frozenAt! }, choice, new Date(), () => Promise.resolve(true));
    return made!.results.questions[0]!.rows.map(({ id, count }) => [id, count]);
  };
  expect(await shown()).toEqual([["often", 30], ["never", 6]]);

  for (const [index, responseId] of ids.slice(0, 5).entries()) await db().publicResponse.create({ data: { reference: `0000000000000${index}`, partnershipId, consultationId, responseId } });
  const decided = { id: "decision", partnershipId, consultationId, number: 1, setId: set.id, whose: "everybody", proposedById: "one", proposedAt: new Date(), publishedById: "other", publishedAt: new Date() };
  await db().responsesPublication.create({ data: { ...decided, questions: [] } });
  // what they chose is not shown beside their words
  expect(await shown()).toEqual([["often", 30], ["never", 6]]);
  await db().responsesPublication.update({ where: { id: "decision" }, data: { questions: ["bus"] } });
  expect(await shown()).toEqual([["often", null], ["never", null]]);
});
