// How many responses came, by day, channel and language: what an officer watches while a consultation is open.
import type { Database } from "#app/shared/db.server.ts";
import type { Counts } from "./counts.ts";

type Grouped = { date: string | null; channel: string | null; language: string | null; count: number };

/** The counts of one consultation; days are days in Europe/London. */
export async function countResponses(on: Database, consultationId: string, now: Date): Promise<Counts> {
  const grouped = await on.$queryRaw<Grouped[]>`
    SELECT to_char(at, 'YYYY-MM-DD') AS date, channel, language, count(*)::int AS count
    FROM (SELECT date_trunc('day', "receivedAt" AT TIME ZONE 'Europe/London') AS at, channel, language
          FROM "Response" WHERE "consultationId" = ${consultationId} AND "withdrawnAt" IS NULL) AS response
    GROUP BY GROUPING SETS ((at), (channel), (language))
    ORDER BY at, count DESC, channel, language`;
  const withdrawn = await on.response.count({ where: { consultationId, withdrawnAt: { not: null } } });
  const drafts = await on.draft.count({ where: { consultationId, responseId: null, expiresAt: { gt: now } } });
  const byChannel = grouped.flatMap(({ channel, count }) => (channel === null ? [] : [{ channel, count }]));
  return {
    received: byChannel.reduce((sum, { count }) => sum + count, 0),
    withdrawn,
    drafts,
    byDay: grouped.flatMap(({ date, count }) => (date === null ? [] : [{ date, count }])),
    byChannel,
    byLanguage: grouped.flatMap(({ language, count }) => (language === null ? [] : [{ language, count }])),
  };
}

/** How many responses, those withdrawn left out, each of these consultations has. */
export async function countReceived(on: Database, consultationIds: string[]): Promise<Map<string, number>> {
  const rows = await on.response.groupBy({
    by: ["consultationId"],
    where: { consultationId: { in: consultationIds }, withdrawnAt: null },
    _count: true,
  });
  return new Map(rows.map((row) => [row.consultationId, row._count]));
}
