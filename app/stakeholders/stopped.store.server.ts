// Addresses that are not written to any more, and letters that did not arrive. docs/decisions/0023.
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId, sha256 } from "#app/shared/keys.server.ts";
import { softIsHardAfter, type BounceKind, type ReturnedLetter } from "./bounce.ts";
import type { By, WhyStopped } from "./stakeholders.store.server.ts";

type Address = { partnershipId: string; keyHash: string };

/** Writes to an address no more. Who asked for that has asked, whatever else is known of the address. */
async function stopAddress(transaction: Transaction, { partnershipId, keyHash }: Address, why: WhyStopped, now: Date): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO "StoppedAddress" ("partnershipId", "keyHash", why, at) VALUES (${partnershipId}, ${keyHash}, ${why}, ${now})
    ON CONFLICT ("partnershipId", "keyHash") DO UPDATE SET why = EXCLUDED.why, at = EXCLUDED.at
    WHERE "StoppedAddress".why = 'bounced' AND EXCLUDED.why = 'unsubscribed'`;
}

/** Lets it be written to again, where that was why; false where it was not. */
async function allowAddress(transaction: Transaction, { partnershipId, keyHash }: Address, why: WhyStopped): Promise<boolean> {
  return (await transaction.stoppedAddress.deleteMany({ where: { partnershipId, keyHash, why } })).count > 0;
}

export type Bounce = { id: string; at: Date; kind: BounceKind; status: string | null; source: string };

/** Letters to somebody that did not arrive, the newest first. */
export async function listBounces(on: Database, stakeholderId: string): Promise<Bounce[]> {
  const rows = await on.stakeholderBounce.findMany({ where: { stakeholderId }, orderBy: { at: "desc" }, take: 20 });
  return rows.map(({ id, at, kind, status, source }) => ({ id, at, kind: kind === "hard" ? "hard" : "soft", status, source }));
}

type NewBounce = { stakeholderId: string; keyHash: string; kind: BounceKind; status: string | null; source: "sent" | "message" | "hand"; messageKey: string };

/** Writes down that a letter did not arrive; false where that was known. The third is as good as a wrong address. */
export async function recordBounce(transaction: Transaction, partnershipId: string, { keyHash, ...bounce }: NewBounce, now: Date): Promise<boolean> {
  const { count } = await transaction.stakeholderBounce.createMany({ data: [{ id: newId(), partnershipId, at: now, ...bounce }], skipDuplicates: true });
  if (count === 0) return false;
  const all = bounce.kind === "hard" ? softIsHardAfter : await transaction.stakeholderBounce.count({ where: { stakeholderId: bounce.stakeholderId } });
  if (all >= softIsHardAfter) await stopAddress(transaction, { partnershipId, keyHash }, "bounced", now);
  return true;
}

/** Forgets what did not arrive, so that the next letter goes. */
export async function tryAgain(transaction: Transaction, { partnershipId, personId }: By, { id, keyHash }: { id: string; keyHash: string }): Promise<void> {
  await transaction.stakeholderBounce.deleteMany({ where: { stakeholderId: id, partnershipId } });
  await allowAddress(transaction, { partnershipId, keyHash }, "bounced");
  await recordAudit(transaction, { partnershipId, personId, action: "stakeholder.try-again", subjectKind: "stakeholder", subjectId: id });
}

export type TakenBounces = { recorded: number; known: number; unknown: number };

/**
 * Takes what messages that came back say: each counts once, for whoever of the partnership has the address, or was sent the
 * letter where it was sent on to another.
 */
export async function takeReturned(transaction: Transaction, by: By, returned: readonly ReturnedLetter[]): Promise<TakenBounces> {
  const { partnershipId, personId, now } = by;
  const taken: TakenBounces = { recorded: 0, known: 0, unknown: 0 };
  for (const { addresses, letterId, kind, status } of returned) {
    const letter = letterId?.split("@")[0] ?? null;
    const mailed = letter === null ? null : await transaction.mailedLetter.findFirst({ where: { partnershipId, letterId: letter }, include: { stakeholder: true } });
    const there = mailed?.stakeholder ?? (await transaction.stakeholder.findFirst({ where: { partnershipId, email: { in: addresses } } }));
    if (!there) {
      taken.unknown += 1;
      continue;
    }
    const messageKey = sha256(JSON.stringify([letterId ?? now.toISOString().slice(0, 10), there.id, status]));
    const isNew = await recordBounce(transaction, partnershipId, { stakeholderId: there.id, keyHash: there.keyHash, kind, status, source: "message", messageKey }, now);
    if (isNew && mailed) await transaction.mailedLetter.updateMany({ where: { id: mailed.id, state: "sent" }, data: { state: "refused" } });
    taken[isNew ? "recorded" : "known"] += 1;
  }
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "stakeholders.take-bounces", subjectKind: "partnership", subjectId: partnershipId },
    facts: { count: taken.recorded },
  });
  return taken;
}

/** Writes down by hand that letters to somebody do not arrive: at all, or this time. */
export async function recordByHand(transaction: Transaction, by: By, { id, keyHash }: { id: string; keyHash: string }, kind: BounceKind): Promise<void> {
  const { partnershipId, personId, now } = by;
  const bounce = { stakeholderId: id, keyHash, kind, status: null, source: "hand" as const, messageKey: newId() };
  await recordBounce(transaction, partnershipId, bounce, now);
  await recordAudit(transaction, { partnershipId, personId, action: "stakeholder.bounce", subjectKind: "stakeholder", subjectId: id, facts: { kind } });
}

/** Writes down by hand that somebody asked to be written to no more, or that they may be again. */
export async function unsubscribeByHand(transaction: Transaction, by: By, { id, keyHash }: { id: string; keyHash: string }, isStopped: boolean): Promise<void> {
  const { partnershipId, personId, now } = by;
  if (isStopped) await stopAddress(transaction, { partnershipId, keyHash }, "unsubscribed", now);
  else await allowAddress(transaction, { partnershipId, keyHash }, "unsubscribed");
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: isStopped ? "stakeholder.unsubscribe" : "stakeholder.subscribe", subjectKind: "stakeholder", subjectId: id },
  });
}

export type Unsubscribing = { partnershipId: string; keyHash: string; stakeholderId: string | null; consultationId: string; isStopped: boolean };

/** Whose the link of a letter is, using nothing up; null where it is nobody's. It works as long as the letter is known. */
export async function findUnsubscribing(on: Database, partnershipId: string, token: string): Promise<Unsubscribing | null> {
  const row = await on.mailedLetter.findFirst({ where: { linkHash: sha256(token), partnershipId }, select: { keyHash: true, stakeholderId: true, consultationId: true } });
  if (!row) return null;
  const stopped = await on.stoppedAddress.count({ where: { partnershipId, keyHash: row.keyHash, why: "unsubscribed" } });
  return { partnershipId, ...row, isStopped: stopped > 0 };
}

/** Whoever reads the address wants no more invitations, or wants them again. */
export async function setUnsubscribed(transaction: Transaction, { partnershipId, keyHash, stakeholderId, isStopped }: Unsubscribing, stop: boolean, now: Date): Promise<void> {
  if (stop === isStopped) return;
  if (stop) await stopAddress(transaction, { partnershipId, keyHash }, "unsubscribed", now);
  else await allowAddress(transaction, { partnershipId, keyHash }, "unsubscribed");
  await recordAudit(transaction, {
    ...{ partnershipId, action: stop ? "stakeholder.unsubscribe" : "stakeholder.subscribe" },
    ...(stakeholderId === null ? { subjectKind: "partnership", subjectId: partnershipId } : { subjectKind: "stakeholder", subjectId: stakeholderId }),
  });
}
