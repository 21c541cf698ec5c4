// Every query about organisations themselves: what is known of them, and when somebody last said that it holds.
import { z } from "zod";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { partPattern } from "#app/shared/like.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { Prisma } from "#prisma/client/client.ts";
import { dayColumn, dayIn } from "./columns.server.ts";
import { confirmedForMonths, organisationKinds, sortNameOf, supportNeeds, voluntaryRoles, type OrganisationHead } from "./organisation.ts";
import { sectors, type Sector } from "./sector.ts";

export type By = { partnershipId: string; personId: string; now: Date };
export type Organisation = OrganisationHead & { id: string; confirmedOn: string; closedOn: string | null };

const schema = z.object({
  id: z.string(),
  name: textSchema,
  sector: z.enum(sectors),
  kind: z.enum(organisationKinds),
  roles: z.array(z.enum(voluntaryRoles)),
  charityNumber: z.string().nullable(),
  companyNumber: z.string().nullable(),
  website: z.string().nullable(),
  areaCodes: z.array(z.string()),
  supportNeeds: z.array(z.enum(supportNeeds)),
  confirmedOn: dayColumn,
  closedOn: dayColumn.nullable(),
}) satisfies z.ZodType<Organisation, unknown>;

/** An organisation of the partnership, or 404. */
export async function findOrganisation(on: Database, partnershipId: string, id: string | undefined): Promise<Organisation> {
  const row = await on.organisation.findFirst({ where: { partnershipId, id: id ?? "" } });
  if (!row) throw notFound();
  return schema.parse(row);
}

/** The same, held until the transaction ends, because two may change it at once. */
export async function holdOrganisation(transaction: Transaction, partnershipId: string, id: string | undefined): Promise<Organisation> {
  await transaction.$queryRaw`SELECT id FROM "Organisation" WHERE "partnershipId" = ${partnershipId} AND id = ${id ?? ""} FOR UPDATE`;
  return findOrganisation(transaction, partnershipId, id);
}

/** Whether it belongs to a network, and has not left it. */
export async function belongsToNetwork(on: Database, organisationId: string): Promise<boolean> {
  return (await on.networkMember.count({ where: { organisationId, leftOn: null } })) > 0;
}

const ofNetworks = Prisma.sql`AND EXISTS (SELECT 1 FROM "NetworkMember" n WHERE n."organisationId" = o.id AND n."leftOn" IS NULL)`;

/** Which of them: those there are, those of which somebody should look whether what is known holds, those that have closed. */
export const organisationStates = ["open", "look-again", "closed"] as const;
export type OrganisationState = (typeof organisationStates)[number];

const inState: Record<OrganisationState, (today: string) => Prisma.Sql> = {
  open: () => Prisma.sql`o."closedOn" IS NULL`,
  // what was confirmed on the last day of a month may be looked at again on the last of another
  "look-again": (today) => Prisma.sql`o."closedOn" IS NULL AND (o."confirmedOn" + make_interval(months => ${confirmedForMonths}::int))::date <= ${today}::date`,
  closed: () => Prisma.sql`o."closedOn" IS NOT NULL`,
};

export type ListedOrganisation = { id: string; name: Text; sector: Sector; kind: string; confirmedOn: string; closedOn: string | null; seats: number; bodies: number };

type Asked = { partnershipId: string; state?: OrganisationState; sector?: Sector | null; search?: string; after?: string | null; most?: number; today: string; inNetworks?: boolean };

/** Organisations by name, a page from the one after `after`, with how many seats they hold and of how many bodies they are members. */
export async function listOrganisations(
  on: Database,
  { partnershipId, state = "open", sector = null, search = "", after = null, most = 50, today, inNetworks = false }: Asked,
): Promise<{ organisations: ListedOrganisation[]; nextAfter: string | null }> {
  const part = partPattern(search);
  const found = search === "" ? Prisma.empty : Prisma.sql`AND (o.name::text ILIKE ${part} OR o."charityNumber" ILIKE ${part} OR o."companyNumber" ILIKE ${part})`;
  const from = after === null ? Prisma.empty : Prisma.sql`AND o."sortName" > (SELECT "sortName" FROM "Organisation" WHERE id = ${after} AND "partnershipId" = ${partnershipId})`;
  const rows = await on.$queryRaw<(Omit<ListedOrganisation, "confirmedOn" | "closedOn" | "name"> & { name: unknown; confirmedOn: Date; closedOn: Date | null })[]>`
    SELECT o.id, o.name, o.sector, o.kind, o."confirmedOn", o."closedOn",
      (SELECT count(*)::int FROM "Appointment" a WHERE a."organisationId" = o.id AND a."endedOn" IS NULL AND a."startsOn" <= ${today}::date AND a."endsOn" >= ${today}::date) AS seats,
      (SELECT count(*)::int FROM "BodyMember" m WHERE m."organisationId" = o.id AND m."endedOn" IS NULL) AS bodies
    FROM "Organisation" o WHERE o."partnershipId" = ${partnershipId} AND ${inState[state](today)} ${sector === null ? Prisma.empty : Prisma.sql`AND o.sector = ${sector}`} ${found} ${from} ${inNetworks ? ofNetworks : Prisma.empty}
    ORDER BY o."sortName" LIMIT ${most + 1}`;
  const organisations = rows.slice(0, most).map(({ name, confirmedOn, closedOn, ...row }) => ({
    ...row,
    ...{ name: textSchema.parse(name), confirmedOn: dayColumn.parse(confirmedOn), closedOn: dayColumn.nullable().parse(closedOn) },
  }));
  return { organisations, nextAfter: rows.length > most ? (organisations.at(-1)?.id ?? null) : null };
}

/** How many organisations there are in each state, or of those that belong to networks. */
export async function countOrganisations(on: Database, { partnershipId, today, inNetworks = false }: Pick<Asked, "partnershipId" | "today" | "inNetworks">): Promise<Record<OrganisationState, number>> {
  const [row] = await on.$queryRaw<[Record<OrganisationState, number>]>`
    SELECT count(*) FILTER (WHERE ${inState.open(today)})::int AS open, count(*) FILTER (WHERE ${inState["look-again"](today)})::int AS "look-again",
      count(*) FILTER (WHERE ${inState.closed(today)})::int AS closed
    FROM "Organisation" o WHERE o."partnershipId" = ${partnershipId} ${inNetworks ? ofNetworks : Prisma.empty}`;
  return row;
}

/** Ids and names of all that are open, by name, to choose from. */
export async function listOpenOrganisations(on: Database, partnershipId: string): Promise<{ id: string; name: Text }[]> {
  const rows = await on.organisation.findMany({ where: { partnershipId, closedOn: null }, orderBy: { sortName: "asc" }, select: { id: true, name: true } });
  return rows.map(({ id, name }) => ({ id, name: textSchema.parse(name) }));
}

/** Writes one down, or changes it, which says that it holds; where another has its name, which. */
export async function saveOrganisation(transaction: Transaction, by: By, id: string | null, head: OrganisationHead): Promise<Result<string, { id: string }>> {
  const { partnershipId, personId, now } = by;
  const sortName = sortNameOf(head.name);
  // because whoever is looked for and not found is added, and two may do so at once
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`folkmoot organisations ${partnershipId}`}, 0))`;
  const other = await transaction.organisation.findUnique({ where: { partnershipId_sortName: { partnershipId, sortName } }, select: { id: true } });
  if (other && other.id !== id) return fail({ id: other.id });
  const saved = id ?? newId();
  const known = { ...head, sortName, confirmedOn: dayIn(dayOf(now)) };
  if (id === null) await transaction.organisation.create({ data: { id: saved, partnershipId, createdAt: now, ...known } });
  else await transaction.organisation.update({ where: { partnershipId_id: { partnershipId, id } }, data: { ...known, revision: { increment: 1 } } });
  const action = id === null ? "organisation.add" : "organisation.change";
  await recordAudit(transaction, { partnershipId, personId, action, subjectKind: "organisation", subjectId: saved });
  return succeed(saved);
}

/** Says that what is known of it holds. */
export async function confirmOrganisation(transaction: Transaction, { partnershipId, personId, now }: By, id: string): Promise<void> {
  await transaction.organisation.update({ where: { partnershipId_id: { partnershipId, id } }, data: { confirmedOn: dayIn(dayOf(now)) } });
  await recordAudit(transaction, { partnershipId, personId, action: "organisation.confirm", subjectKind: "organisation", subjectId: id });
}

/** Closes it from today, or takes that back; whoever sits for it sits on until their appointment is ended. */
export async function closeOrganisation(transaction: Transaction, { partnershipId, personId, now }: By, id: string, closes: boolean): Promise<void> {
  const { count } = await transaction.organisation.updateMany({
    where: { partnershipId, id, closedOn: closes ? null : { not: null } },
    data: { closedOn: closes ? dayIn(dayOf(now)) : null, revision: { increment: 1 } },
  });
  if (count === 0) return;
  await recordAudit(transaction, { partnershipId, personId, action: closes ? "organisation.close" : "organisation.reopen", subjectKind: "organisation", subjectId: id });
}

export type Sitting = { appointmentId: string; bodyId: string; bodyName: Text; bodySlug: string; holder: Text; name: string; startsOn: string; endsOn: string };

/** Who sits for it now, and where. */
export async function listSittingFor(on: Database, organisationId: string, today: string): Promise<Sitting[]> {
  const date = dayIn(today);
  const rows = await on.appointment.findMany({
    where: { organisationId, endedOn: null, startsOn: { lte: date }, endsOn: { gte: date } },
    select: { id: true, name: true, startsOn: true, endsOn: true, line: { select: { holder: true } }, body: { select: { id: true, slug: true, name: true } } },
    orderBy: [{ body: { slug: "asc" } }, { name: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, name, startsOn, endsOn, line, body }) => ({
    ...{ appointmentId: id, name, startsOn: dayColumn.parse(startsOn), endsOn: dayColumn.parse(endsOn), holder: textSchema.parse(line.holder) },
    ...{ bodyId: body.id, bodySlug: body.slug, bodyName: textSchema.parse(body.name) },
  }));
}
