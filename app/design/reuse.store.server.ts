// What can be reused: the forms of the partnership's other consultations, found by their titles and by what they ask.
import type { Consultation } from "#app/consultations/consultation.ts";
import { listById } from "#app/consultations/store.server.ts";
import type { Database } from "#app/shared/db.server.ts";
import { partPattern } from "#app/shared/like.ts";

export type ReusePage = { consultations: Consultation[]; nextAfter: string | null };

/** The other consultations of its partnership whose title or form holds the words, newest first. */
export async function listReusable(
  on: Database,
  { id, partnershipId }: Pick<Consultation, "id" | "partnershipId">,
  { words, after, most = 20 }: { words: string; after: string | null; most?: number },
): Promise<ReusePage> {
  const like = partPattern(words);
  const rows = await on.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "Consultation" c
    CROSS JOIN LATERAL (SELECT definition FROM "FormVersion" v WHERE v."formId" = c."formId" ORDER BY number DESC LIMIT 1) form
    WHERE c."partnershipId" = ${partnershipId} AND c.id <> ${id}
      AND (${words} = '' OR c.title::text ILIKE ${like} OR form.definition::text ILIKE ${like})
      AND (${after}::text IS NULL OR (c."createdAt", c.id) < (SELECT "createdAt", id FROM "Consultation" WHERE id = ${after} AND "partnershipId" = ${partnershipId}))
    ORDER BY c."createdAt" DESC, c.id DESC LIMIT ${most + 1}`;
  const ids = rows.slice(0, most).map((row) => row.id);
  return { consultations: await listById(on, ids), nextAfter: rows.length > most ? (ids.at(-1) ?? null) : null };
}
