// Every query about people and the roles granted to them; the ways in by letter have a store of their own.
import { partnershipPath } from "#app/partnerships/paths.ts";
import { listPartnerships } from "#app/partnerships/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { defaultLanguage, isLanguage, type Language, type Text } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { isRole, type Grant, type Role, type SignedIn } from "./role.ts";

/** What is read of a person to know who they are. */
export const personColumns = {
  ...{ id: true, name: true, email: true, language: true, isDemonstration: true },
  roleGrants: {
    select: { partnershipId: true, role: true, includesBelow: true },
    orderBy: [{ grantedAt: "asc" }, { id: "asc" }],
  },
  consultationGrants: { select: { partnershipId: true, consultationId: true, role: true } },
  _count: { select: { safeguarding: true } },
} satisfies Prisma.PersonSelect;

type PersonRow = {
  id: string;
  name: string;
  email: string;
  language: string;
  isDemonstration: boolean;
  roleGrants: { partnershipId: string; role: string; includesBelow: boolean }[];
  consultationGrants: { partnershipId: string; consultationId: string; role: string }[];
  _count: { safeguarding: number };
};

export function readSignedIn({ id, language, roleGrants, consultationGrants, _count: { safeguarding }, ...person }: PersonRow): SignedIn {
  return {
    ...person,
    personId: id,
    language: isLanguage(language) ? language : defaultLanguage,
    // because a role this version does not know grants nothing
    grants: roleGrants.flatMap(({ role, ...grant }) => (isRole(role) ? [{ ...grant, role }] : [])),
    consultationGrants: consultationGrants.flatMap(({ role, ...grant }) => (isRole(role) ? [{ ...grant, role }] : [])),
    isContact: safeguarding > 0,
  };
}

/** The person of an e-mail address, whatever its case, or null. */
export async function findPersonByEmail(on: Database, email: string): Promise<SignedIn | null> {
  const row = await on.person.findUnique({ where: { email: email.toLowerCase() }, select: personColumns });
  return row && readSignedIn(row);
}

/** Saves somebody new; their id. */
export async function savePerson(
  transaction: Transaction,
  person: { name: string; email: string; language: Language; isDemonstration?: boolean },
): Promise<string> {
  const id = newId();
  await transaction.person.create({ data: { id, ...person, email: person.email.toLowerCase() } });
  return id;
}

/** Grants a role in a partnership; granted again, it changes only whether it holds below. */
export async function grantRole(
  transaction: Transaction,
  grant: { personId: string; partnershipId: string; role: Role; includesBelow?: boolean; grantedById?: string },
): Promise<void> {
  const { personId, partnershipId, role, includesBelow = false, grantedById } = grant;
  await transaction.roleGrant.upsert({
    where: { personId_partnershipId_role: { personId, partnershipId, role } },
    create: { id: newId(), personId, partnershipId, role, includesBelow },
    update: { includesBelow },
  });
  await recordAudit(transaction, {
    partnershipId,
    ...(grantedById === undefined ? {} : { personId: grantedById }),
    action: "person.grant-role",
    subjectKind: "person",
    subjectId: personId,
    facts: { role, includesBelow },
  });
}

/** A person by id, or 404. */
export async function findPerson(on: Database, id: string): Promise<SignedIn> {
  const row = await on.person.findUnique({ where: { id }, select: personColumns });
  if (!row) throw notFound();
  return readSignedIn(row);
}

/** The names of people by id; whoever has no account any more has none. */
export async function listNames(on: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await on.person.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Which of these people have a role granted in the partnership itself. */
export async function listHolders(on: Database, partnershipId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await on.roleGrant.findMany({ where: { partnershipId, personId: { in: [...new Set(ids)] } }, select: { personId: true } });
  return new Set(rows.map(({ personId }) => personId));
}

export type DemonstrationPerson = Pick<SignedIn, "personId" | "name"> & { grants: (Grant & { partnership: Text })[] };

/** The demonstration's people by name, `most` a page, and the last id of the page where there are more. */
export async function listDemonstrationPeople(
  on: Database,
  { after = null, most = 25 }: { after?: string | null; most?: number },
): Promise<{ people: DemonstrationPerson[]; nextAfter: string | null }> {
  const last = after === null ? null : await on.person.findUnique({ where: { id: after }, select: { id: true, name: true } });
  const rows = await on.person.findMany({
    where: {
      isDemonstration: true,
      ...(last && { OR: [{ name: { gt: last.name } }, { name: last.name, id: { gt: last.id } }] }),
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: most + 1,
    select: personColumns,
  });
  const partnerships = new Map((await listPartnerships(on)).map((one) => [one.id, one.name]));
  const people = rows.slice(0, most).map((row) => {
    const { personId, name, grants } = readSignedIn(row);
    return { personId, name, grants: grants.map((grant) => ({ ...grant, partnership: partnerships.get(grant.partnershipId) ?? {} })) };
  });
  return { people, nextAfter: rows.length > most ? (people.at(-1)?.personId ?? null) : null };
}

/** Whether the demonstration invented this person; only such people are signed in as without a letter. */
export async function isDemonstrationPerson(on: Database, id: string): Promise<boolean> {
  return (await on.person.count({ where: { id, isDemonstration: true } })) === 1;
}

/** Where somebody begins: the page of the one partnership they have a role in, else the front page. */
export async function findHomeOf(on: Database, personId: string): Promise<string> {
  const partnerships = await on.partnership.findMany({
    where: { OR: [{ roleGrants: { some: { personId } } }, { consultations: { some: { grants: { some: { personId } } } } }] },
    select: { slug: true },
    take: 2,
  });
  const [only, ...more] = partnerships;
  return only && more.length === 0 ? partnershipPath(only) : "/";
}
