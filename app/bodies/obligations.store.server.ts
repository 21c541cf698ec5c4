// Every query about what partners have promised or must do, and about what each contributes in all.
import { z } from "zod";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { listBodies } from "./bodies.store.server.ts";
import { dayColumn, dayIn } from "./columns.server.ts";
import { countKept } from "./kept-attendance.store.server.ts";
import type { Kept } from "./kept-attendance.ts";
import { obligationKinds, type ObligationHead } from "./obligation.ts";
import type { By } from "./organisations.store.server.ts";
import { seniorities } from "./seniority.ts";

/** Of attendance, whether it is met is counted from who came. */
export type Obligation = ObligationHead & { id: string; bodyName: Text | null; kept: Kept | null };

const schema = z.object({
  ...{ id: z.string(), organisationId: z.string(), bodyId: z.string().nullable(), kind: z.enum(obligationKinds), text: textSchema },
  amountInPence: z.bigint().nullable().transform((pence) => (pence === null ? null : Number(pence))),
  ...{ share: z.number().nullable(), seniority: z.enum(seniorities).nullable(), isMet: z.boolean().nullable() },
  startsOn: dayColumn,
  endsOn: dayColumn.nullable(),
});

const withBody = { body: { select: { name: true } } } as const;

/** As they are stored, with what is counted of them by today. */
async function read(on: Database, partnershipId: string, rows: readonly { body: { name: unknown } | null }[], today: string): Promise<(Obligation & { organisationId: string })[]> {
  const all = rows.map(({ body, ...row }) => ({ ...schema.parse(row), bodyName: body && textSchema.parse(body.name) }));
  const counted = await countKept(on, partnershipId, all.filter(({ kind }) => kind === "attendance"), today);
  return all.map((one) => {
    const kept = counted.get(one.id) ?? null;
    return { ...one, kept, isMet: one.kind === "attendance" ? (kept?.isMet ?? null) : one.isMet };
  });
}

/** One organisation has no more. */
export const mostObligations = 50;

/** What an organisation has promised or must do, the newest first. */
export async function listObligations(on: Database, partnershipId: string, organisationId: string, today: string): Promise<Obligation[]> {
  const rows = await on.obligation.findMany({ where: { partnershipId, organisationId }, include: withBody, orderBy: [{ startsOn: "desc" }, { id: "asc" }], take: mostObligations });
  return read(on, partnershipId, rows, today);
}

/** One of them, or 404. */
export async function findObligation(on: Database, partnershipId: string, organisationId: string, id: string | undefined, today: string): Promise<Obligation> {
  const row = await on.obligation.findFirst({ where: { partnershipId, organisationId, id: id ?? "" }, include: withBody });
  const [found] = row ? await read(on, partnershipId, [row], today) : [];
  if (!found) throw notFound();
  return found;
}

/** Writes one down, or changes it; false where there are as many as there may be. */
export async function saveObligation(transaction: Transaction, { partnershipId, personId }: By, organisationId: string, id: string | null, head: ObligationHead): Promise<boolean> {
  if (id === null && (await transaction.obligation.count({ where: { partnershipId, organisationId } })) >= mostObligations) return false;
  const saved = id ?? newId();
  const known = { ...head, startsOn: dayIn(head.startsOn), endsOn: dayIn(head.endsOn) };
  if (id === null) await transaction.obligation.create({ data: { id: saved, partnershipId, organisationId, ...known } });
  else await transaction.obligation.updateMany({ where: { partnershipId, organisationId, id }, data: known });
  const action = id === null ? "obligation.add" : "obligation.change";
  await recordAudit(transaction, { partnershipId, personId, action, subjectKind: "organisation", subjectId: organisationId, facts: { obligation: saved } });
  return true;
}

export async function removeObligation(transaction: Transaction, { partnershipId, personId }: By, organisationId: string, id: string): Promise<void> {
  const { count } = await transaction.obligation.deleteMany({ where: { partnershipId, organisationId, id } });
  if (count === 0) return;
  await recordAudit(transaction, { partnershipId, personId, action: "obligation.remove", subjectKind: "organisation", subjectId: organisationId, facts: { obligation: id } });
}

/** Bodies an obligation may be owed to, in their order. */
export async function listBodiesToOwe(on: Database, partnershipId: string): Promise<{ id: string; name: Text }[]> {
  return (await listBodies(on, partnershipId)).filter(({ endedOn }) => endedOn === null).map(({ id, name }) => ({ id, name }));
}

export type Contribution = {
  organisation: { id: string; name: Text; sector: string; kind: string };
  /** The bodies it is a member of or sits on, and how many seats it holds. */
  bodies: Text[];
  seats: number;
  obligations: Obligation[];
};

/** What each open organisation contributes on a day, by name, a page from the one after `after`. [A1.19] */
export async function listContributions(
  on: Database,
  { partnershipId, today, after, most = 200 }: { partnershipId: string; today: string; after: string | null; most?: number },
): Promise<{ contributions: Contribution[]; nextAfter: string | null }> {
  const date = dayIn(today);
  const now = { endedOn: null, startsOn: { lte: date } };
  const rows = await on.organisation.findMany({
    where: { partnershipId, closedOn: null, ...(after !== null && { sortName: { gt: after } }) },
    orderBy: { sortName: "asc" },
    take: most + 1,
    select: {
      ...{ id: true, sortName: true, name: true, sector: true, kind: true },
      memberships: { where: now, select: { body: { select: { id: true, name: true } } } },
      appointments: { where: { ...now, endsOn: { gte: date } }, select: { body: { select: { id: true, name: true } } } },
      obligations: { where: { startsOn: { lte: date }, OR: [{ endsOn: null }, { endsOn: { gte: date } }] }, include: withBody, orderBy: [{ kind: "asc" }, { id: "asc" }] },
    },
  });
  const owed = await read(on, partnershipId, rows.slice(0, most).flatMap(({ obligations }) => obligations), today);
  const contributions = rows.slice(0, most).map(({ id, name, sector, kind, memberships, appointments }) => ({
    organisation: { id, name: textSchema.parse(name), sector, kind },
    bodies: [...new Map([...memberships, ...appointments].map(({ body }) => [body.id, textSchema.parse(body.name)])).values()],
    seats: appointments.length,
    obligations: owed.filter(({ organisationId }) => organisationId === id),
  }));
  return { contributions, nextAfter: rows.length > most ? rows[most - 1]!.sortName : null };
}
