// Every query about people and the roles granted to them; the ways in by letter have a store of their own.
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { defaultLanguage, isLanguage, type Language } from "#app/shared/languages.ts";
import { isRole, type Role, type SignedIn } from "./role.ts";

/** What is read of a person to know who they are. */
export const personColumns = {
  ...{ id: true, name: true, email: true, language: true, isDemonstration: true },
  roleGrants: { select: { partnershipId: true, role: true, includesBelow: true } },
} as const;

type PersonRow = {
  id: string;
  name: string;
  email: string;
  language: string;
  isDemonstration: boolean;
  roleGrants: { partnershipId: string; role: string; includesBelow: boolean }[];
};

export function readSignedIn({ id, language, roleGrants, ...person }: PersonRow): SignedIn {
  return {
    ...person,
    personId: id,
    language: isLanguage(language) ? language : defaultLanguage,
    // because a role this version does not know grants nothing
    grants: roleGrants.flatMap(({ role, ...grant }) => (isRole(role) ? [{ ...grant, role }] : [])),
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
