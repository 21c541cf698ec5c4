// Which safeguards a body has adopted, from when to when, and who agreed that.
import { z } from "zod";
import { recordAudit } from "#app/shared/audit.server.ts";
import { addDays } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { readAdopted, safeguardCodes, type Adopted, type SafeguardCode, type SafeguardSettings } from "./safeguard.ts";

const inForce = (day: string) => ({ adoptedOn: { lte: new Date(day) }, OR: [{ endedOn: null }, { endedOn: { gte: new Date(day) } }] });

/** What a body has adopted on a day, with what was set about it. */
export async function adoptedBy(on: Database, bodyId: string, day: string): Promise<Adopted> {
  return readAdopted(await on.adoption.findMany({ where: { bodyId, ...inForce(day) }, select: { code: true, settings: true } }));
}

/** The same of every body of a partnership, by body; one that has adopted nothing is not in it. */
export async function adoptedByEach(on: Database, partnershipId: string, day: string): Promise<Map<string, Adopted>> {
  const rows = await on.adoption.findMany({ where: { partnershipId, ...inForce(day) }, select: { bodyId: true, code: true, settings: true } });
  const bodyIds = new Set(rows.map(({ bodyId }) => bodyId));
  return new Map([...bodyIds].map((id) => [id, readAdopted(rows.filter(({ bodyId }) => bodyId === id))]));
}

/** Who agreed something: a decision of the partnership, or what is told of it where no decision of ours says so. */
export type Authority = { decisionId: string; note: null } | { decisionId: null; note: string };

export type Adoption = {
  id: string;
  code: SafeguardCode;
  adoptedOn: string;
  endedOn: string | null;
  decisionId: string | null;
  agreedNote: string | null;
};

const day = z.date().transform((date) => date.toISOString().slice(0, 10));
const storedSchema = z.object({
  ...{ id: z.string(), code: z.enum(safeguardCodes), adoptedOn: day, endedOn: day.nullable() },
  ...{ decisionId: z.string().nullable(), agreedNote: z.string().nullable() },
});

/** Every adoption of a body, those in force and those that ended, the newest first. */
export async function listAdoptions(on: Database, bodyId: string): Promise<Adoption[]> {
  const rows = await on.adoption.findMany({ where: { bodyId }, orderBy: [{ adoptedOn: "desc" }, { code: "asc" }], take: 200 });
  return rows.map((row) => storedSchema.parse(row));
}

type By = { partnershipId: string; bodyId: string; personId: string; today: string };

/**
 * Has a body keep to these safeguards from today, and to no others, each with what is set about it. What stays as it was goes on;
 * what is different ends and begins anew. How many changed.
 */
export async function adoptSafeguards(
  transaction: Transaction,
  { partnershipId, bodyId, personId, today }: By,
  wanted: ReadonlyMap<SafeguardCode, Partial<SafeguardSettings>>,
  { decisionId, note: agreedNote }: Authority,
): Promise<number> {
  // because two officers at once would each adopt the same
  await transaction.$queryRaw`SELECT id FROM "Body" WHERE id = ${bodyId} AND "partnershipId" = ${partnershipId} FOR UPDATE`;
  const there = await transaction.adoption.findMany({ where: { partnershipId, bodyId, endedOn: null } });
  const isSame = (row: { code: string; settings: unknown }) => {
    const set = wanted.get(row.code as SafeguardCode);
    return set !== undefined && JSON.stringify(row.settings) === JSON.stringify(set);
  };
  const over = there.filter((row) => !isSame(row));
  const codes = [...wanted.keys()].filter((code) => !there.some((row) => row.code === code && isSame(row)));
  const adoptedOn = new Date(today);
  for (const { id, adoptedOn: from } of over) {
    // what was adopted today has not held for a day yet
    if (from >= adoptedOn) await transaction.adoption.delete({ where: { id } });
    else await transaction.adoption.update({ where: { id }, data: { endedOn: new Date(addDays(today, -1)) } });
  }
  await transaction.adoption.createMany({
    data: codes.map((code) => ({ id: newId(), partnershipId, bodyId, code, settings: wanted.get(code)!, adoptedOn, decisionId, agreedNote })),
  });
  const changed = new Set([...over.map(({ code }) => code), ...codes]).size;
  if (changed > 0) {
    await recordAudit(transaction, {
      ...{ partnershipId, personId, action: "body.adopt-safeguards", subjectKind: "body", subjectId: bodyId },
      facts: { count: wanted.size, decisionId },
    });
  }
  return changed;
}
