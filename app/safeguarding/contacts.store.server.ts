// Every query about safeguarding contacts: who they are, named and taken from the list again.
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { defaultLanguage, isLanguage, type Language } from "#app/shared/languages.ts";

export type Contact = { id: string; name: string; email: string; language: Language };

// because whoever has left a partnership must not go on reading about people in it: a name on the list counts as long as its role does
const withRole = (partnershipId: string) => ({ partnershipId, person: { roleGrants: { some: { partnershipId } } } });

/** The contacts of a partnership, by name. */
export async function listContacts(on: Database, partnershipId: string): Promise<Contact[]> {
  const rows = await on.safeguardingContact.findMany({
    where: withRole(partnershipId),
    select: { person: { select: { id: true, name: true, email: true, language: true } } },
    orderBy: [{ person: { name: "asc" } }, { personId: "asc" }],
  });
  return rows.map(({ person }) => ({ ...person, language: isLanguage(person.language) ? person.language : defaultLanguage }));
}

/** Those with a role in the partnership itself who are not contacts, by name. */
export function listOthers(on: Database, partnershipId: string): Promise<{ id: string; name: string }[]> {
  return on.person.findMany({
    where: { roleGrants: { some: { partnershipId } }, safeguarding: { none: { partnershipId } } },
    select: { id: true, name: true },
    ...{ orderBy: [{ name: "asc" }, { id: "asc" }], take: 500 },
  });
}

export async function isContact(on: Database, partnershipId: string, personId: string): Promise<boolean> {
  return (await on.safeguardingContact.count({ where: { ...withRole(partnershipId), personId } })) > 0;
}

type Naming = { partnershipId: string; personId: string; byId: string; now: Date };

/** Names somebody with a role in the partnership; false for anybody else. Named already, they stay so. */
export async function nameContact(transaction: Transaction, { partnershipId, personId, byId, now }: Naming): Promise<boolean> {
  const isHere = (await transaction.roleGrant.count({ where: { partnershipId, personId } })) > 0;
  if (!isHere) return false;
  const { count } = await transaction.safeguardingContact.createMany({ data: [{ partnershipId, personId, since: now }], skipDuplicates: true });
  if (count > 0) {
    await recordAudit(transaction, {
      ...{ partnershipId, personId: byId, action: "person.name-contact", subjectKind: "person", subjectId: personId },
    });
  }
  return true;
}

/** Takes somebody from the list; what they wrote about cases stays with those. */
export async function dismissContact(transaction: Transaction, { partnershipId, personId, byId }: Omit<Naming, "now">): Promise<void> {
  const { count } = await transaction.safeguardingContact.deleteMany({ where: { partnershipId, personId } });
  if (count === 0) return;
  await recordAudit(transaction, {
    ...{ partnershipId, personId: byId, action: "person.dismiss-contact", subjectKind: "person", subjectId: personId },
  });
}
