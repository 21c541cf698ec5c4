// What is done to make a consultation known, and whom it reached.
import { isReachChannel } from "#app/consultations/reach.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { OutreachGroup, PublicityStep, ReachEntry, ReachKind, ReachLine } from "./reach-line.ts";
import type { By } from "./stakeholders.store.server.ts";

type Of = { id: string; partnershipId: string };
type Kept<Line> = Line & { id: string };

const dateOf = (day: string | null) => day && new Date(`${day}T00:00:00Z`);
const dayAs = (date: Date | null) => date && date.toISOString().slice(0, 10);
const channelOf = (channel: string) => (isReachChannel(channel) ? channel : ("other" as const));

/** More than anybody plans or writes down of one consultation. */
const most = 500;

export async function listPublicity(on: Database, { id: consultationId, partnershipId }: Of): Promise<Kept<PublicityStep>[]> {
  const rows = await on.publicityStep.findMany({ where: { consultationId, partnershipId }, orderBy: [{ dueOn: "asc" }, { createdAt: "asc" }], take: most });
  return rows.map(({ id, channel, what, who, dueOn, doneOn }) => ({ id, channel: channelOf(channel), what, who, dueOn: dayAs(dueOn), doneOn: dayAs(doneOn) }));
}

export async function listReached(on: Database, { id: consultationId, partnershipId }: Of): Promise<Kept<ReachEntry & { createdById: string }>[]> {
  const rows = await on.reachEntry.findMany({ where: { consultationId, partnershipId }, orderBy: [{ reachedOn: "desc" }, { createdAt: "desc" }], take: most });
  return rows.map(({ id, channel, reached, reachedOn, note, createdById }) => ({ id, channel: channelOf(channel), reached, reachedOn: dayAs(reachedOn) ?? "", note, createdById }));
}

export async function listGroups(on: Database, { id: consultationId, partnershipId }: Of): Promise<Kept<OutreachGroup>[]> {
  const rows = await on.outreachGroup.findMany({ where: { consultationId, partnershipId }, orderBy: [{ isReached: "asc" }, { createdAt: "asc" }], take: most });
  return rows.map(({ id, name, why, done, isReached }) => ({ id, name, why, done, isReached }));
}

/** The names of officers by their ids, as far as they are still here. */
export async function namesOf(on: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await on.person.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A line of the consultation, or 404. */
export async function findReachLine(on: Database, of: Of, kind: ReachKind, id: string | undefined): Promise<ReachLine[ReachKind]> {
  const all: Kept<ReachLine[ReachKind]>[] = kind === "publicity" ? await listPublicity(on, of) : kind === "log" ? await listReached(on, of) : await listGroups(on, of);
  const found = all.find((line) => line.id === id);
  if (!found) throw notFound();
  return found;
}

/** Writes a line down, or changes it where it has an id. */
export async function saveReachLine(transaction: Transaction, { id: consultationId, partnershipId }: Of, kind: ReachKind, id: string | null, line: ReachLine[ReachKind], by: By): Promise<void> {
  const where = { id: id ?? "", consultationId, partnershipId };
  const fresh = { id: newId(), consultationId, partnershipId };
  if ("reached" in line) {
    const data = { channel: line.channel, reached: line.reached, reachedOn: dateOf(line.reachedOn)!, note: line.note };
    if (id === null) await transaction.reachEntry.create({ data: { ...fresh, ...data, createdById: by.personId } });
    else await transaction.reachEntry.updateMany({ where, data });
  } else if ("why" in line) {
    const data = { name: line.name, why: line.why, done: line.done, isReached: line.isReached };
    if (id === null) await transaction.outreachGroup.create({ data: { ...fresh, ...data } });
    else await transaction.outreachGroup.updateMany({ where, data });
  } else {
    const data = { channel: line.channel, what: line.what, who: line.who, dueOn: dateOf(line.dueOn), doneOn: dateOf(line.doneOn) };
    if (id === null) await transaction.publicityStep.create({ data: { ...fresh, ...data } });
    else await transaction.publicityStep.updateMany({ where, data });
  }
  await recordAudit(transaction, {
    ...{ partnershipId, personId: by.personId, action: id === null ? "reach.add" : "reach.change", subjectKind: "consultation", subjectId: consultationId, facts: { kind } },
  });
}

export async function removeReachLine(transaction: Transaction, { id: consultationId, partnershipId }: Of, kind: ReachKind, id: string, by: By): Promise<void> {
  const where = { id, consultationId, partnershipId };
  if (kind === "publicity") await transaction.publicityStep.deleteMany({ where });
  else if (kind === "log") await transaction.reachEntry.deleteMany({ where });
  else await transaction.outreachGroup.deleteMany({ where });
  await recordAudit(transaction, { partnershipId, personId: by.personId, action: "reach.remove", subjectKind: "consultation", subjectId: consultationId, facts: { kind } });
}
