import fc from "fast-check";
import { expect, test } from "vitest";
import { countWaiting, countUp, listTallies, rebuildTallies } from "#app/consultations/tallies.store.server.ts";
import type { Answers } from "#app/forms/answer.ts";
import { tallyFor } from "#app/forms/tally.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { buildConsultation, buildDefinition, buildResponse, type BuiltConsultation } from "#tests/support/factories.ts";

const now = new Date();

/** Each question's tally, all versions together in the order of their numbers. */
async function countsOf(consultation: { id: string }) {
  const { counted } = await listTallies(db(), consultation.id);
  return counted.map(({ version, tally }) => ({ number: version.number, ...tally }));
}

/** A change of answers, as a resident makes it: a new revision, the old one to be taken away. */
async function change(consultation: BuiltConsultation, responseId: string, answers: Answers) {
  await inTransaction(async (transaction) => {
    const { partnershipId, id: consultationId } = consultation;
    const response = await transaction.response.update({ where: { id: responseId }, data: { currentRevision: { increment: 1 } } });
    const number = response.currentRevision;
    const { formVersionId } = await transaction.responseRevision.findFirstOrThrow({ where: { responseId } });
    await transaction.responseRevision.create({
      data: { partnershipId, responseId, number, formVersionId, answers: answers as Record<string, string>, sentAt: now },
    });
    const both = { partnershipId, consultationId, responseId };
    await transaction.tallyChange.createMany({
      data: [
        { ...both, revision: number - 1, sign: -1 },
        { ...both, revision: number, sign: 1 },
      ],
    });
  });
}

async function withdraw(consultation: BuiltConsultation, responseId: string) {
  await inTransaction(async (transaction) => {
    const { currentRevision } = await transaction.response.update({ where: { id: responseId }, data: { withdrawnAt: now } });
    const { partnershipId, id: consultationId } = consultation;
    await transaction.tallyChange.create({ data: { partnershipId, consultationId, responseId, revision: currentRevision, sign: -1 } });
  });
}

test("responses are counted per question, each with who was asked and who answered", async () => {
  const consultation = await buildConsultation();
  await buildResponse({ consultation, answers: { bus: { option: "often" }, first: "Homes" } });
  await buildResponse({ consultation, answers: { bus: { option: "never" } } });
  await countUp(consultation.id, now);
  const [tally] = await countsOf(consultation);
  expect(tally?.responses).toBe(2);
  expect(tallyFor(tally!, "bus")).toEqual({ asked: 2, answered: 2, counts: { often: 1, never: 1 } });
  expect(tallyFor(tally!, "first")).toEqual({ asked: 2, answered: 1 });
});

test("processes that count at once count every response once", async () => {
  const consultation = await buildConsultation();
  for (let index = 0; index < 12; index += 1) await buildResponse({ consultation, answers: { bus: { option: "often" } } });
  await Promise.all([1, 2, 3, 4].map(() => countUp(consultation.id, now)));
  const [tally] = await countsOf(consultation);
  expect(tally?.responses).toBe(12);
  expect(tallyFor(tally!, "bus").counts).toEqual({ often: 12 });
  expect(await db().tallyChange.count({ where: { consultationId: consultation.id } })).toBe(0);
});

test("a changed response is counted as it is now and a withdrawn one not at all", async () => {
  const consultation = await buildConsultation();
  const { id } = await buildResponse({ consultation, answers: { bus: { option: "often" } } });
  const { id: withdrawn } = await buildResponse({ consultation, answers: { bus: { option: "often" } } });
  await countUp(consultation.id, now);
  await change(consultation, id, { bus: { option: "never" } });
  await withdraw(consultation, withdrawn);
  await countUp(consultation.id, now);
  const [tally] = await countsOf(consultation);
  expect(tally?.responses).toBe(1);
  expect(tallyFor(tally!, "bus").counts).toEqual({ never: 1 });
});

test("a version that nobody's response answers any more is not listed", async () => {
  const consultation = await buildConsultation();
  const { id } = await buildResponse({ consultation, answers: { bus: { option: "often" } } });
  await withdraw(consultation, id);
  await countUp(consultation.id, now);
  expect(await countsOf(consultation)).toEqual([]);
});

test("each version of a form has a tally of its own", async () => {
  const consultation = await buildConsultation();
  const second = newId();
  const { partnershipId, formId } = consultation;
  await db().formVersion.create({
    data: { id: second, partnershipId, formId, number: 2, definition: buildDefinition(), publishedAt: now },
  });
  await buildResponse({ consultation, formVersionId: (await db().formVersion.findFirstOrThrow({ where: { formId, number: 1 } })).id });
  await buildResponse({ consultation, formVersionId: second });
  await buildResponse({ consultation, formVersionId: second });
  await countUp(consultation.id, now);
  const counted = await countsOf(consultation);
  expect(counted.map(({ number, responses }) => [number, responses])).toEqual([[2, 2], [1, 1]]);
});

test("more than one batch is counted, and counting may stop in between and be taken up again", async () => {
  const consultation = await buildConsultation();
  const { id } = await buildResponse({ consultation, answers: { bus: { option: "often" } } });
  const { partnershipId, id: consultationId } = consultation;
  await db().tallyChange.createMany({
    data: Array.from({ length: 2100 }, () => ({ partnershipId, consultationId, responseId: id, revision: 1, sign: 1 })),
  });
  await countUp(consultationId, now, 1000);
  expect((await listTallies(db(), consultationId)).waits).toBe(true);
  expect((await countsOf(consultation))[0]?.responses).toBe(1000);
  await countWaiting(now);
  expect((await listTallies(db(), consultationId)).waits).toBe(false);
  expect((await countsOf(consultation))[0]?.responses).toBe(2101);
});

const answersToAll = fc.record(
  {
    first: fc.constantFrom("Homes", "Coed a dŵr", "باغ"),
    bus: fc.constantFrom({ option: "often" }, { option: "never" }),
    agree: fc.constantFrom({ level: "agree" as const }, { level: "do-not-know" as const, reasons: "No idea" }),
  },
  { requiredKeys: [] },
);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant("sends" as const), answers: answersToAll }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("changes" as const), who: fc.nat(), answers: answersToAll }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("withdraws" as const), who: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("counts" as const) }) },
);

test("whatever is sent, changed and withdrawn, counting up as it comes and counting again from nothing agree", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const consultation = await buildConsultation();
      const there: string[] = [];
      for (const one of steps) {
        if (one.does === "sends") there.push((await buildResponse({ consultation, answers: one.answers })).id);
        else if (one.does === "counts") await countUp(consultation.id, now);
        else if (there.length > 0 && one.does === "changes") await change(consultation, there[one.who % there.length]!, one.answers);
        else if (there.length > 0 && one.does === "withdraws") await withdraw(consultation, there.splice(one.who % there.length, 1)[0]!);
      }
      await countUp(consultation.id, now);
      const countedUp = await countsOf(consultation);
      await rebuildTallies(consultation.id, now);
      expect(await countsOf(consultation)).toEqual(countedUp);
      expect(countedUp[0]?.responses ?? 0).toBe(there.length);
    }),
    { numRuns: 25 },
  );
});

test("what arrives while everything is counted again is counted once, by whoever comes next", async () => {
  const consultation = await buildConsultation();
  for (let index = 0; index < 5; index += 1) await buildResponse({ consultation });
  await Promise.all([
    rebuildTallies(consultation.id, now),
    countUp(consultation.id, now),
    buildResponse({ consultation }),
    rebuildTallies(consultation.id, now),
    buildResponse({ consultation }),
    countUp(consultation.id, now),
  ]);
  await countUp(consultation.id, now);
  expect((await countsOf(consultation))[0]?.responses).toBe(7);
});
