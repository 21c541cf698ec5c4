// Every query about translations of answers. The caller has asked the policy, and that the answer is such as may be read.
import type { Consultation } from "#app/consultations/consultation.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { isLanguage, type Language } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { seenOf, type Translation } from "./translation.ts";

/** The translations of these texts, by text, in the order of their languages. */
export async function listTranslations(on: Database, textIds: readonly string[]): Promise<Map<string, Translation[]>> {
  const rows = await on.textTranslation.findMany({ where: { textId: { in: [...textIds] } }, omit: { partnershipId: true }, orderBy: { language: "asc" } });
  const translations = new Map<string, Translation[]>();
  for (const { language, ...row } of rows) {
    if (isLanguage(language)) translations.set(row.textId, [...(translations.get(row.textId) ?? []), { ...row, language }]);
  }
  return translations;
}

type Of = Pick<Consultation, "id" | "partnershipId">;
type By = { textId: string; personId: string; now: Date };

/**
 * Puts a translation beside an answer, in the place of the one in its language that its writer saw. The same again changes nothing;
 * where somebody wrote another meanwhile, theirs stays.
 */
export async function saveTranslation(
  transaction: Transaction,
  of: Of,
  { textId, personId, now }: By,
  { seen, ...wanted }: Pick<Translation, "language" | "text" | "isMachineMade"> & { seen: string },
): Promise<Result<null, "changed-meanwhile">> {
  await transaction.$queryRaw`SELECT id FROM "AnswerText" WHERE id = ${textId} AND "consultationId" = ${of.id} FOR UPDATE`;
  const there = (await listTranslations(transaction, [textId])).get(textId)?.find(({ language }) => language === wanted.language);
  if (there && there.text === wanted.text && there.isMachineMade === wanted.isMachineMade) return succeed(null);
  if (seenOf(there) !== seen) return fail("changed-meanwhile");
  const written = { ...wanted, personId, at: now };
  if (there) await transaction.textTranslation.update({ where: { id: there.id }, data: written });
  else await transaction.textTranslation.create({ data: { id: newId(), partnershipId: of.partnershipId, textId, ...written } });
  await recordAudit(transaction, {
    ...{ partnershipId: of.partnershipId, personId, action: "analysis.translate-text", subjectKind: "consultation", subjectId: of.id },
    facts: { textId, language: wanted.language },
  });
  return succeed(null);
}

/** Takes a translation away; taken away already, nothing is done. */
export async function removeTranslation(transaction: Transaction, { id: consultationId, partnershipId }: Of, { textId, personId }: By, language: Language): Promise<void> {
  const { count } = await transaction.textTranslation.deleteMany({ where: { partnershipId, textId, language, answer: { consultationId } } });
  if (count === 0) return;
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "analysis.remove-translation", subjectKind: "consultation", subjectId: consultationId },
    facts: { textId, language },
  });
}
