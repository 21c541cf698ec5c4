// A frozen consultation with texts, a codeframe and coders, for tests of how their work is handed out and compared.
import type { BuiltConsultation } from "./factories.ts";
import { markDone } from "#app/analysis/coding-tasks.store.server.ts";
import { addCoding } from "#app/analysis/codings.store.server.ts";
import { drawSample, handOutTexts } from "#app/analysis/hand-outs.store.server.ts";
import { findNewestSet, makeSet } from "#app/analysis/sets.store.server.ts";
import { listSights } from "#app/analysis/sights.store.server.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { buildCode, buildCodeframe, findFrame } from "./codeframes.ts";
import { buildConsultation, buildPerson, buildResponse } from "./factories.ts";

const day = 86_400_000;

export type Coders = { consultation: BuiltConsultation; setId: string; frameId: string; codes: Record<string, string>; people: { id: string; email: string }[] };

/** So many texts of one question, a codeframe with these codes, and so many analysts. */
export async function buildCoders({ texts = 20, codes: names = ["Buses", "Homes"], coders = 2 }: { texts?: number; codes?: string[]; coders?: number } = {}): Promise<Coders> {
  const consultation = await buildConsultation({ opensAt: new Date(Date.now() - 60 * day), closesAt: new Date(Date.now() - 2 * day), graceInMinutes: 60 });
  const people: Coders["people"] = [];
  for (let index = 0; index < coders; index += 1) people.push(await buildPerson({ role: "analyst", partnership: consultation.partnership }));
  for (let index = 0; index < texts; index += 1) {
    await buildResponse({ consultation, answers: { first: `What I want is number ${index}` }, receivedAt: new Date(Date.now() - 3 * day) });
  }
  await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "freeze", personId: people[0]!.id, at: new Date() }));
  await makeSet({ consultationId: consultation.id }, () => new Date());
  const frameId = await buildCodeframe(consultation);
  const frame = await findFrame(consultation, frameId);
  const codes: Record<string, string> = {};
  for (const name of names) codes[name] = await buildCode({ frame, personId: people[0]!.id }, name);
  return { consultation, setId: (await findNewestSet(db(), consultation))!.id, frameId, codes, people };
}

const by = ({ consultation, setId, people }: Coders, once = newId()) => ({ consultation, setId, personId: people[0]!.id, now: new Date(), once });

/** Hands out every text to the coders by their parts. */
export async function giveOut(built: Coders, parts: readonly number[], once?: string) {
  const shares = parts.map((count, index) => ({ coderId: built.people[index]!.id, parts: count }));
  return inTransaction((transaction) => handOutTexts(transaction, by(built, once), { questionIds: ["first"], shares, most: null }));
}

/** Draws a sample to be read by these coders. */
export async function draw(built: Coders, coderIds: readonly string[], sample: { share?: number; least?: number } = {}, once?: string) {
  const asked = { shares: coderIds.map((coderId) => ({ coderId, parts: 1 })), share: 10, least: 50, reason: null, ...sample };
  return inTransaction((transaction) => drawSample(transaction, by(built, once), asked));
}

/** Codes a text in the reading in which somebody has it, with these codes, and says that it is done. */
export async function code({ consultation, codes }: Coders, personId: string, textId: string, names: readonly string[], now = new Date()): Promise<void> {
  await inTransaction(async (transaction) => {
    const { pass } = (await listSights(transaction, personId, [textId])).get(textId)!;
    const text = await transaction.answerText.findUniqueOrThrow({ where: { id: textId }, select: { id: true, questionId: true, responseId: true } });
    for (const name of names) await addCoding(transaction, { partnershipId: consultation.partnershipId, consultationId: consultation.id, now }, { textId, codeId: codes[name]!, coderId: personId, pass: pass! });
    await markDone(transaction, consultation, text, { isDone: true, personId, now });
  });
}
