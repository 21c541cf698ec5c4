// Texts of a consultation with codes on them, as coders leave them.
import { addCode } from "#app/analysis/codes.store.server.ts";
import { addCodeframe, findCodeframe } from "#app/analysis/codeframes.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";

const themes = 12;

type Of = { id: string; partnershipId: string };

/** A codeframe of a question, and one or two of its codes on each text of it, given by these people in turn. */
export async function codeAll(consultation: Of, questionId: string, coderIds: readonly string[]): Promise<void> {
  const now = new Date();
  const codes = await inTransaction(async (transaction) => {
    const frameId = await addCodeframe(transaction, { consultation, personId: "bench", now }, { name: { en: questionId }, questionIds: [questionId] });
    const frame = await findCodeframe(transaction, consultation, frameId ?? undefined);
    const added: string[] = [];
    for (let theme = 1; theme <= themes; theme += 1) {
      const texts = { name: { en: `Theme ${theme}` }, definition: { en: "Speaks of it." }, include: {}, exclude: {}, example: {}, isCrossCutting: false, isEquality: false };
      const done = await addCode(transaction, { frame, personId: "bench", now }, { parentId: null, texts });
      if (done.ok) added.push(done.codeId);
    }
    return added;
  });
  await db().$executeRaw`
    WITH drawn AS (
      SELECT text.id, text."partnershipId", nth, ('x' || substr(md5(text.id || nth), 1, 6))::bit(24)::int AS "by"
      FROM "AnswerText" text CROSS JOIN generate_series(1, 2) AS nth WHERE text."consultationId" = ${consultation.id} AND text."questionId" = ${questionId})
    INSERT INTO "Coding" (id, "partnershipId", "textId", "codeId", "coderId", version, pass, at)
    SELECT substr(md5(id || nth), 1, 32), "partnershipId", id, (${codes}::text[])[1 + "by" % ${codes.length}], (${[...coderIds]}::text[])[1 + "by" / 64 % ${coderIds.length}], 0, 'first', ${now}::timestamptz - "by" * interval '50 ms'
    FROM drawn ON CONFLICT DO NOTHING`;
}
