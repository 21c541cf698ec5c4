// Who has which role in a partnership, since when and from where; roles given and taken.
import { listPartnerships } from "#app/partnerships/store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { literalInLike } from "#app/shared/like.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { leftWithoutAdministrator } from "./granting-policy.ts";
import { isRole, type ConsultationChoice, type Grant, type Role } from "./role.ts";
import { endAllSessions } from "./session.server.ts";
import { grantRole } from "./store.server.ts";

export type HeldRole = {
  role: Role;
  since: Date;
  includesBelow: boolean;
  /** The partnership above that gave it, where it was not given here. */
  from: Text | null;
  /** The one consultation it holds in, where it does not hold in the whole partnership. */
  consultation: { id: string; title: Text } | null;
};
export type PersonHere = { personId: string; name: string; email: string; roles: HeldRole[] };

function holdingHere([here = "", ...above]: readonly string[]): Prisma.RoleGrantWhereInput {
  return { OR: [{ partnershipId: here }, { partnershipId: { in: above }, includesBelow: true }] };
}

export type Addressee = { name: string; email: string; language: string };

/** Whoever holds one of the roles in the whole partnership, as letters to them need. */
export function listWhoHolds(on: Database, partnershipAndAbove: readonly string[], held: readonly Role[]): Promise<Addressee[]> {
  return on.person.findMany({
    where: { roleGrants: { some: { role: { in: [...held] }, ...holdingHere(partnershipAndAbove) } } },
    orderBy: { id: "asc" },
    select: { name: true, email: true, language: true },
  });
}

function anyRoleHere(partnershipAndAbove: readonly string[]): Prisma.PersonWhereInput {
  const [here = ""] = partnershipAndAbove;
  return { OR: [{ roleGrants: { some: holdingHere(partnershipAndAbove) } }, { consultationGrants: { some: { partnershipId: here } } }] };
}

function columns(partnershipAndAbove: readonly string[]) {
  return {
    ...{ id: true, name: true, email: true },
    roleGrants: {
      where: holdingHere(partnershipAndAbove),
      select: { partnershipId: true, role: true, includesBelow: true, grantedAt: true, partnership: { select: { name: true } } },
      orderBy: [{ grantedAt: "asc" as const }, { id: "asc" as const }],
    },
    consultationGrants: {
      where: { partnershipId: partnershipAndAbove[0] ?? "" },
      select: { role: true, grantedAt: true, consultation: { select: { id: true, title: true } } },
      orderBy: [{ grantedAt: "asc" as const }, { id: "asc" as const }],
    },
  } satisfies Prisma.PersonSelect;
}

type Row = Prisma.PersonGetPayload<{ select: ReturnType<typeof columns> }>;

function read({ id, name, email, roleGrants, consultationGrants }: Row, [here]: readonly string[]): PersonHere {
  const whole = roleGrants.flatMap(({ role, partnershipId, includesBelow, grantedAt, partnership }) =>
    isRole(role)
      ? [{ role, since: grantedAt, includesBelow, from: partnershipId === here ? null : textSchema.parse(partnership.name), consultation: null }]
      : [],
  );
  const single = consultationGrants.flatMap(({ role, grantedAt, consultation: { id: of, title } }) =>
    isRole(role) ? [{ role, since: grantedAt, includesBelow: false, from: null, consultation: { id: of, title: textSchema.parse(title) } }] : [],
  );
  return { personId: id, name, email, roles: [...whole, ...single] };
}

type Asked = { partnershipAndAbove: readonly string[]; search?: string; after?: string | null; most?: number };

/** Everybody with a role in the partnership by name, `most` a page, and the last id of the page where there are more. */
export async function listPeopleHere(
  on: Database,
  { partnershipAndAbove, search = "", after = null, most = 25 }: Asked,
): Promise<{ people: PersonHere[]; nextAfter: string | null }> {
  const last = after === null ? null : await on.person.findUnique({ where: { id: after }, select: { id: true, name: true } });
  const part = literalInLike(search);
  const rows = await on.person.findMany({
    where: {
      AND: [
        anyRoleHere(partnershipAndAbove),
        search === "" ? {} : { OR: [{ name: { contains: part, mode: "insensitive" } }, { email: { contains: part.toLowerCase() } }] },
        last ? { OR: [{ name: { gt: last.name } }, { name: last.name, id: { gt: last.id } }] } : {},
      ],
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: most + 1,
    select: columns(partnershipAndAbove),
  });
  const people = rows.slice(0, most).map((row) => read(row, partnershipAndAbove));
  return { people, nextAfter: rows.length > most ? (people.at(-1)?.personId ?? null) : null };
}

/** Somebody with a role in the partnership, or 404. */
export async function findPersonHere(on: Database, partnershipAndAbove: readonly string[], id: string | undefined): Promise<PersonHere> {
  const row = await on.person.findFirst({
    where: { id: id ?? "", ...anyRoleHere(partnershipAndAbove) },
    select: columns(partnershipAndAbove),
  });
  if (!row) throw notFound();
  return read(row, partnershipAndAbove);
}

/** How many roles somebody has, anywhere. */
export async function countRoles(on: Database, personId: string): Promise<number> {
  return (await on.roleGrant.count({ where: { personId } })) + (await on.consultationGrant.count({ where: { personId } }));
}

/** The partnerships that taking this role away would leave without an administrator. */
export async function listLeftWithoutAdministrator(on: Database, taken: Held): Promise<Partnership[]> {
  if (taken.role !== "administrator") return [];
  const rows = await on.roleGrant.findMany({
    where: { role: "administrator" },
    select: { personId: true, partnershipId: true, includesBelow: true },
  });
  const grants = rows.map((row): Grant & { personId: string } => ({ ...row, role: "administrator" }));
  const others = grants.filter(({ personId, partnershipId }) => personId !== taken.personId || partnershipId !== taken.partnershipId);
  return leftWithoutAdministrator(await listPartnerships(on), grants, others);
}

type Held = { personId: string; partnershipId: string; role: Role };

/** Gives somebody a role they do not have in the partnership itself, or widens it to those below; false where there is nothing to do. */
export async function giveRole(
  transaction: Transaction,
  { personId, partnershipId, role, includesBelow, by }: Held & { includesBelow: boolean; by: string },
): Promise<boolean> {
  const held = await transaction.roleGrant.findFirst({ where: { personId, partnershipId, role }, select: { includesBelow: true } });
  if (held && (held.includesBelow || !includesBelow)) return false;
  await grantRole(transaction, { personId, partnershipId, role, includesBelow, grantedById: by });
  return true;
}

/**
 * Takes a role away that was given in the partnership itself; who has none left anywhere is signed out. Never the role of the
 * last administrator a partnership has.
 */
export async function takeRole(
  transaction: Transaction,
  { by, now, ...held }: Held & { by: string; now: Date },
): Promise<"taken" | "not-held" | "last-administrator"> {
  const { personId, partnershipId, role } = held;
  // because two administrators who take each other's role away at once would each see the other still there
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('folkmoot administrators'))`;
  const grant = await transaction.roleGrant.findFirst({ where: held, select: { id: true, includesBelow: true } });
  if (!grant) return "not-held";
  if ((await listLeftWithoutAdministrator(transaction, held)).length > 0) return "last-administrator";
  await transaction.roleGrant.delete({ where: { id: grant.id } });
  await recordAudit(transaction, {
    ...{ partnershipId, personId: by, action: "person.take-role", subjectKind: "person", subjectId: personId },
    facts: { role, includesBelow: grant.includesBelow },
  });
  await signOutWithoutRoles(transaction, personId, now);
  return "taken";
}

async function signOutWithoutRoles(transaction: Transaction, personId: string, now: Date): Promise<void> {
  if ((await countRoles(transaction, personId)) === 0) await endAllSessions(transaction, personId, now);
}

/** The consultations of a partnership that a role may be given for, the newest first and a hundred at most. */
export async function listConsultationChoices(on: Database, partnershipId: string): Promise<ConsultationChoice[]> {
  const rows = await on.consultation.findMany({
    where: { partnershipId },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: 100,
    select: { id: true, title: true },
  });
  return rows.map(({ id, title }) => ({ id, title: textSchema.parse(title) }));
}

/** Gives somebody a role in these consultations alone, of which those of other partnerships are left out; how many are new. */
export async function giveRoleInConsultations(
  transaction: Transaction,
  { personId, partnershipId, role, consultationIds, by }: Held & { consultationIds: readonly string[]; by: string },
): Promise<number> {
  const found = await transaction.consultation.findMany({ where: { partnershipId, id: { in: [...consultationIds] } }, select: { id: true } });
  let given = 0;
  for (const { id: consultationId } of found) {
    const row = { id: newId(), personId, partnershipId, consultationId, role };
    const { count } = await transaction.consultationGrant.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) continue;
    given += 1;
    await recordAudit(transaction, {
      ...{ partnershipId, personId: by, action: "person.grant-role", subjectKind: "person", subjectId: personId },
      facts: { role, consultationId },
    });
  }
  return given;
}

/** Takes away a role that somebody has in one consultation alone; false where they had none. */
export async function takeRoleInConsultation(
  transaction: Transaction,
  { personId, partnershipId, role, consultationId, by, now }: Held & { consultationId: string; by: string; now: Date },
): Promise<boolean> {
  const { count } = await transaction.consultationGrant.deleteMany({ where: { personId, partnershipId, role, consultationId } });
  if (count === 0) return false;
  await recordAudit(transaction, {
    ...{ partnershipId, personId: by, action: "person.take-role", subjectKind: "person", subjectId: personId },
    facts: { role, consultationId },
  });
  await signOutWithoutRoles(transaction, personId, now);
  return true;
}
