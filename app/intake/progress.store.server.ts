// How a consultation is going while it is open: who has answered, from where, how far those got who have not sent yet, and
// how many people were told of it.
import type { Excluded } from "#app/consultations/exclusion.ts";
import { countInvited } from "#app/stakeholders/mailings.store.server.ts";
import type { Database } from "#app/shared/db.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import { addUp, type Counted, type DraftsAt } from "./progress.ts";

const counts = Prisma.sql`response."withdrawnAt" IS NULL AND response."excludedAt" IS NULL`;

type Respondents = { types: Counted[]; late: number; excluded: Excluded };

/** Those that count by who answered, the most first; of all of them, those that came late; and those left out, by why: read once. */
export async function countRespondents(on: Database, { id, closesAt }: { id: string; closesAt: Date | null }): Promise<Respondents> {
  const rows = await on.$queryRaw<{ type: string; reason: string | null; isLeftOut: boolean; count: number; late: number }[]>`
    SELECT "respondentType" AS type, "excludedBecause" AS reason, "excludedAt" IS NOT NULL AS "isLeftOut", count(*)::int AS count,
      count(*) FILTER (WHERE "enteredById" IS NOT NULL AND "receivedAt" >= ${closesAt}::timestamptz)::int AS late
    FROM "Response" WHERE "consultationId" = ${id} AND "withdrawnAt" IS NULL GROUP BY type, reason, "isLeftOut"`;
  const [standing, left] = [rows.filter(({ isLeftOut }) => !isLeftOut), rows.filter(({ isLeftOut }) => isLeftOut)];
  return {
    types: addUp(standing.map(({ type, count }) => ({ key: type, count }))),
    late: standing.reduce((sum, { late }) => sum + late, 0),
    excluded: addUp(left.map(({ reason, count }) => ({ key: reason ?? "", count }))).map(({ key, count }) => ({ reason: key, count })),
  };
}

/** Those that count by the sector of the postcode they gave ("GL1 1"), the most first; `fields` are the questions that hold one. */
export async function countSectors(on: Database, consultationId: string, fields: { personal: string[]; addresses: string[] }): Promise<Counted[]> {
  const given = [
    ...fields.personal.map((id) => Prisma.sql`contact.answers ->> ${id}`),
    ...fields.addresses.map((id) => Prisma.sql`contact.answers -> ${id} ->> 'postcode'`),
  ];
  if (given.length === 0) return [];
  return on.$queryRaw<Counted[]>`
    SELECT left(postcode, -2) AS key, count(*)::int AS count FROM (
      SELECT coalesce(${Prisma.join(given)}) AS postcode
      FROM "Response" response JOIN "ResponseContact" contact ON contact."responseId" = response.id
      WHERE response."consultationId" = ${consultationId} AND ${counts}) AS given
    WHERE postcode IS NOT NULL GROUP BY key ORDER BY count DESC, key`;
}

/** Drafts begun and not sent that can still be gone on with, by the last page passed; of each, those touched within a day. */
export async function countDraftsAt(on: Database, consultationId: string, now: Date): Promise<DraftsAt[]> {
  const dayAgo = new Date(now.getTime() - 86_400_000);
  return on.$queryRaw<DraftsAt[]>`
    SELECT "pagesSeen"[cardinality("pagesSeen")] AS page, count(*)::int AS count,
      count(*) FILTER (WHERE "savedAt" > ${dayAgo})::int AS recent
    FROM "Draft" WHERE "consultationId" = ${consultationId} AND "responseId" IS NULL AND "expiresAt" > ${now} GROUP BY page`;
}

/** How many people were told of it, by channel, the most first; those who were invited among them, by e-mail or letter. */
export async function countReached(on: Database, consultationId: string): Promise<Counted[]> {
  const rows = await on.reachEntry.groupBy({ by: ["channel"], where: { consultationId }, _sum: { reached: true } });
  const { byEmail, byPost } = await countInvited(on, consultationId);
  const told = new Map([["email", byEmail], ["letter", byPost]]);
  for (const { channel, _sum } of rows) told.set(channel, (told.get(channel) ?? 0) + (_sum.reached ?? 0));
  return [...told].filter(([, count]) => count > 0).map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count);
}
