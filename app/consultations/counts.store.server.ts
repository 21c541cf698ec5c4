// How many responses came, by day, channel and language: what an officer watches while a consultation is open.
import type { Database } from "#app/shared/db.server.ts";
import type { Counts } from "./counts.ts";

type Grouped = { date: string; channel: string; language: string; state: "received" | "withdrawn" | "excluded"; count: number };

/** The counts of one consultation; days are days in Europe/London. */
export async function countResponses(on: Database, consultationId: string, now: Date): Promise<Counts> {
  // because the database goes through a hundred thousand once, sorts none of them, and finds the day of each hour alone
  const grouped = await on.$queryRaw<Grouped[]>`
    SELECT to_char(hour AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') AS date, channel, language, state, sum(count)::int AS count
    FROM (SELECT date_bin('1 hour', "receivedAt", '2000-01-01T00:00:00Z') AS hour, channel, language,
            CASE WHEN "withdrawnAt" IS NOT NULL THEN 'withdrawn' WHEN "excludedAt" IS NOT NULL THEN 'excluded' ELSE 'received' END AS state,
            count(*) AS count
          FROM "Response" WHERE "consultationId" = ${consultationId} GROUP BY hour, channel, language, state) AS counted
    GROUP BY date, channel, language, state`;
  const received = grouped.filter(({ state }) => state === "received");
  const drafts = await on.draft.count({ where: { consultationId, responseId: null, expiresAt: { gt: now } } });
  return {
    received: totalOf(received),
    withdrawn: totalOf(grouped.filter(({ state }) => state === "withdrawn")),
    excluded: totalOf(grouped.filter(({ state }) => state === "excluded")),
    drafts,
    byDay: countsBy(received, "date").map(([date, count]) => ({ date, count })).sort((a, b) => (a.date < b.date ? -1 : 1)),
    byChannel: mostFirst(countsBy(received, "channel")).map(([channel, count]) => ({ channel, count })),
    byLanguage: mostFirst(countsBy(received, "language")).map(([language, count]) => ({ language, count })),
  };
}

/** How many came and were not withdrawn, those that officers left out among them. */
export function countNotWithdrawn(on: Database, consultationId: string): Promise<number> {
  return on.response.count({ where: { consultationId, withdrawnAt: null } });
}

/** How many were taken back by those who sent them. */
export async function countWithdrawn(on: Database, consultationId: string): Promise<number> {
  return on.response.count({ where: { consultationId, withdrawnAt: { not: null } } });
}

const totalOf = (groups: readonly Grouped[]) => groups.reduce((sum, { count }) => sum + count, 0);
const mostFirst = (counts: [string, number][]) => counts.sort(([a, many], [b, most]) => most - many || (a < b ? -1 : 1));

function countsBy(groups: readonly Grouped[], part: "date" | "channel" | "language"): [string, number][] {
  const counts = new Map<string, number>();
  for (const group of groups) counts.set(group[part], (counts.get(group[part]) ?? 0) + group.count);
  return [...counts];
}

/** How many responses that count a consultation has. */
export async function countReceivedBy(on: Database, consultationId: string): Promise<number> {
  return (await countReceived(on, [consultationId])).get(consultationId) ?? 0;
}

/** How many responses that count each of these consultations has. */
export async function countReceived(on: Database, consultationIds: string[]): Promise<Map<string, number>> {
  const rows = await on.response.groupBy({
    by: ["consultationId"],
    where: { consultationId: { in: consultationIds }, withdrawnAt: null, excludedAt: null },
    _count: true,
  });
  return new Map(rows.map((row) => [row.consultationId, row._count]));
}
