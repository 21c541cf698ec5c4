// A consultation that has closed waits for a decision: it is raised as due before the bodies of its partnership, and settled once its
// outcome is published.
import { consultationPath } from "#app/consultations/paths.ts";
import { raiseDue, settleDue } from "#app/meetings/due.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { textSchema } from "#app/shared/languages.ts";

const about = { subject: "replies", kind: "outcome" } as const;

type Waiting = { id: string; partnershipId: string; slug: string; title: unknown; decisionOn: string | null; isWaiting: boolean };

/** Raises what waits for a decision and settles what no longer does; how many of each. */
export async function raiseOutcomes(now: Date): Promise<{ raised: number; settled: number }> {
  const found = await db().$queryRaw<Waiting[]>`
    SELECT c.id, c."partnershipId", p.slug, c.title, to_char(c."decisionOn", 'YYYY-MM-DD') AS "decisionOn",
      c."outcomePublishedAt" IS NULL AND c."archivedAt" IS NULL AS "isWaiting"
    FROM "Consultation" c JOIN "Partnership" p ON p.id = c."partnershipId"
    LEFT JOIN "DueItem" d ON d."partnershipId" = c."partnershipId" AND d.subject = ${about.subject} AND d.kind = ${about.kind} AND d."sourceId" = c.id
    WHERE c."publishedAt" IS NOT NULL AND c."closesAt" + c."graceInMinutes" * interval '1 minute' < ${now}::timestamptz
      AND CASE WHEN c."outcomePublishedAt" IS NULL AND c."archivedAt" IS NULL
        THEN d.id IS NULL OR d."settledAt" IS NOT NULL OR d.title <> c.title OR d."dueOn" IS DISTINCT FROM c."decisionOn"
        ELSE d.id IS NOT NULL AND d."settledAt" IS NULL END
    ORDER BY c."closesAt", c.id`;
  for (const { id: sourceId, partnershipId, slug, title, decisionOn, isWaiting } of found) {
    const of = { partnershipId, ...about, sourceId };
    const path = consultationPath({ slug }, { id: sourceId });
    await inTransaction((transaction) =>
      isWaiting
        ? raiseDue(transaction, { ...of, bodyId: null, title: textSchema.parse(title), path, purpose: "decide", dueOn: decisionOn }, now)
        : settleDue(transaction, of, now),
    );
  }
  const raised = found.filter(({ isWaiting }) => isWaiting).length;
  return { raised, settled: found.length - raised };
}
