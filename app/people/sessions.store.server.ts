// The sessions somebody has, as they see them themselves and may end them.
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { readDevice, type Device } from "./device.ts";
import { isWayIn, type WayIn } from "./second-factor.ts";

export type OwnSession = { id: string; device: Device; by: WayIn | null; startedAt: Date; lastSeenAt: Date | null };

/** Somebody's sessions that are not over, newest first, `most` a page, from the one before `before` back. */
export async function listSessions(
  on: Database,
  { personId, now, before = null, most = 20 }: { personId: string; now: Date; before?: string | null; most?: number },
): Promise<{ sessions: OwnSession[]; nextBefore: string | null }> {
  const last = before === null ? null : await on.session.findFirst({ where: { id: before, personId } });
  const rows = await on.session.findMany({
    where: {
      ...{ personId, expiresAt: { gt: now } },
      ...(last && { OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }] }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: most + 1,
  });
  const sessions = rows.slice(0, most).map(({ id, device, begunBy, createdAt, lastSeenAt }) => ({
    ...{ id, device: readDevice(device), by: isWayIn(begunBy) ? begunBy : null, startedAt: createdAt, lastSeenAt },
  }));
  return { sessions, nextBefore: rows.length > most ? (sessions.at(-1)?.id ?? null) : null };
}

/** How many sessions somebody has that are not over. */
export function countSessions(on: Database, personId: string, now: Date): Promise<number> {
  return on.session.count({ where: { personId, expiresAt: { gt: now } } });
}

/** Ends one of somebody's own sessions; false where it was over already. */
export async function endOneSession(transaction: Transaction, { personId, sessionId }: { personId: string; sessionId: string }): Promise<boolean> {
  const { count } = await transaction.session.deleteMany({ where: { id: sessionId, personId } });
  if (count > 0) await recordAudit(transaction, { personId, action: "person.end-session", subjectKind: "person", subjectId: personId });
  return count > 0;
}
