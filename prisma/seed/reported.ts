// What became of the words of the answered consultation: coded, looked at before they were published, and told in a report.
import { inTree } from "#app/analysis/code.ts";
import { addCoding } from "#app/analysis/codings.store.server.ts";
import { listCodeframes, listCodes } from "#app/analysis/codeframes.store.server.ts";
import { findConsultationForOfficer, holdConsultation } from "#app/consultations/store.server.ts";
import { decide, removeParts } from "#app/moderation/store.server.ts";
import { listPublications, propose, publish } from "#app/published-responses/publications.store.server.ts";
import { chooseQuote } from "#app/reports/quotes.store.server.ts";
import { askForReport, findReport, workOutReport } from "#app/reports/reports.store.server.ts";
import { saveSection } from "#app/reports/sections.store.server.ts";
import { publishReport } from "#app/reports/versions.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { greenCodings, greenQuotes, greenRemoval } from "./green-codings.ts";
import { text } from "./text.ts";

const summary = text(
  "Most of those who wrote do not want a fence. They want the edge made shallow, somewhere to sit, and the mud gone.\n\nThose who want a fence have small children, or have seen somebody fall in.",
  "Nid yw’r rhan fwyaf o’r rhai a ysgrifennodd eisiau ffens. Maent eisiau gwneud yr ymyl yn fas, rhywle i eistedd, a chael gwared ar y mwd.\n\nMae gan y rhai sydd eisiau ffens blant bach, neu maent wedi gweld rhywun yn syrthio i mewn.",
  "لکھنے والوں میں سے زیادہ تر باڑ نہیں چاہتے۔ وہ چاہتے ہیں کہ کنارہ کم گہرا ہو، بیٹھنے کی جگہ ہو اور کیچڑ ختم ہو۔\n\nجو باڑ چاہتے ہیں اُن کے چھوٹے بچے ہیں، یا اُنہوں نے کسی کو گرتے دیکھا ہے۔",
);

/** The days are those that the outcome of it tells of: the report first, the replies after it. */
export async function seedReported(): Promise<void> {
  const found = await db().consultation.findFirstOrThrow({ where: { outcomePublishedAt: { not: null } }, select: { id: true, partnershipId: true } });
  const consultation = await findConsultationForOfficer(db(), found.partnershipId, found.id);
  const steps = await db().consultationStep.findMany({ where: { consultationId: found.id, kind: { in: ["freeze", "publish-report"] } }, orderBy: { at: "asc" } });
  const [frozen, reported] = steps;
  if (!frozen?.personId || !reported?.personId) return;
  const set = await db().analysisSet.findFirstOrThrow({ where: { consultationId: found.id }, select: { id: true } });
  const texts = await db().answerText.findMany({ where: { consultationId: found.id }, select: { id: true, questionId: true, text: true } });
  const beginning = (begins: string) => texts.filter((one) => one.text.startsWith(begins));
  const [writing, publishing] = [{ personId: frozen.personId, now: new Date(reported.at.getTime() - 5 * 86_400_000) }, { personId: reported.personId, now: reported.at }];
  await inTransaction(async (transaction) => {
    const [frame] = await listCodeframes(transaction, consultation);
    const codes = frame ? inTree(await listCodes(transaction, frame)) : [];
    for (const [begins, ...names] of greenCodings) {
      for (const { id: textId } of beginning(begins)) {
        for (const code of codes.filter(({ name }) => names.includes(name.en ?? ""))) {
          await addCoding(transaction, { partnershipId: found.partnershipId, consultationId: found.id, now: writing.now }, { textId, codeId: code.id, coderId: writing.personId });
        }
      }
    }
    for (const { id: textId } of beginning(greenRemoval.begins)) {
      await removeParts(transaction, consultation, { textId, spans: [{ start: 0, end: greenRemoval.words.length }], reason: "personal-other", ...writing });
    }
    for (const { id } of texts) await decide(transaction, consultation, id, { deed: "clear", personId: writing.personId, at: writing.now, reason: null });
    await propose(transaction, consultation, set.id, { whose: "all", questions: [] }, writing);
    const [proposed] = await listPublications(transaction, consultation);
    if (proposed) await publish(transaction, consultation, proposed.id, publishing);
    await askForReport(transaction, consultation, null, writing);
  });
  const { makingId } = await db().report.findUniqueOrThrow({ where: { consultationId: found.id } });
  await workOutReport({ consultationId: found.id, makingId: makingId ?? "" }, () => writing.now);
  await inTransaction(async (transaction) => {
    await saveSection(transaction, consultation, "summary", summary, null, writing);
    for (const [questionId, begins, side, why] of greenQuotes) {
      for (const one of beginning(begins).filter((said) => said.questionId === questionId)) {
        await chooseQuote(transaction, consultation, { questionId, textId: one.id }, { start: 0, end: one.text.length, side, why }, writing);
      }
    }
    const held = await holdConsultation(transaction, found.partnershipId, found.id);
    const report = await findReport(transaction, held, publishing.now);
    const number = await publishReport(transaction, held, { madeId: report?.made?.id ?? "", kind: "update", reason: null }, publishing);
    if (typeof number !== "number") throw new Error(`The demonstration's report was not published: ${number}`);
  });
}
