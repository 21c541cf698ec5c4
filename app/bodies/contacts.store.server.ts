// Every query about those one turns to: at organisations, about bodies, with complaints.
import { z } from "zod";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { defaultLanguage, languages, textSchema } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { isSame } from "#app/shared/same.ts";
import type { ContactHead } from "./contact.ts";
import type { By } from "./organisations.store.server.ts";

/** Whose contact it is. */
export type ContactOf = { organisationId: string } | { bodyId: string } | { complaints: true };
export type Contact = ContactHead & { id: string };

const schema = z.object({
  ...{ id: z.string(), name: z.string(), role: textSchema, isPublic: z.boolean() },
  ...{ email: z.string().nullable(), telephone: z.string().nullable(), post: z.string().nullable(), language: z.enum(languages).catch(defaultLanguage) },
}) satisfies z.ZodType<Contact>;

/** An organisation, a body or the partnership has no more. */
export const mostContacts = 20;

function columnsOf(of: ContactOf) {
  if ("organisationId" in of) return { purpose: "organisation", organisationId: of.organisationId };
  return "bodyId" in of ? { purpose: "body", bodyId: of.bodyId } : { purpose: "complaints" };
}

/** Those one turns to, in the order in which they were written down. */
export async function listContacts(on: Database, partnershipId: string, of: ContactOf): Promise<Contact[]> {
  const rows = await on.bodyContact.findMany({ where: { partnershipId, ...columnsOf(of) }, orderBy: [{ position: "asc" }, { id: "asc" }], take: mostContacts });
  return rows.map((row) => schema.parse(row));
}

/** One of them, or 404. */
export async function findContact(on: Database, partnershipId: string, of: ContactOf, id: string | undefined): Promise<Contact> {
  const row = await on.bodyContact.findFirst({ where: { partnershipId, id: id ?? "", ...columnsOf(of) } });
  if (!row) throw notFound();
  return schema.parse(row);
}

/** Writes one down, once however often it is sent, or changes them; false where there are as many as there may be. */
export async function saveContact(transaction: Transaction, { partnershipId, personId }: By, of: ContactOf, id: string | null, head: ContactHead): Promise<boolean> {
  const saved = id ?? newId();
  if (id === null) {
    const there = await listContacts(transaction, partnershipId, of);
    if (there.some(({ id: _id, ...one }) => isSame(one, head))) return true;
    const last = await transaction.bodyContact.aggregate({ where: { partnershipId, ...columnsOf(of) }, _count: true, _max: { position: true } });
    if (last._count >= mostContacts) return false;
    await transaction.bodyContact.create({ data: { id: saved, partnershipId, ...columnsOf(of), ...head, position: (last._max.position ?? 0) + 1 } });
  } else await transaction.bodyContact.updateMany({ where: { partnershipId, id, ...columnsOf(of) }, data: head });
  await recordAudit(transaction, { partnershipId, personId, action: id === null ? "contact.add" : "contact.change", subjectKind: "contact", subjectId: saved });
  return true;
}

export async function removeContact(transaction: Transaction, { partnershipId, personId }: By, of: ContactOf, id: string): Promise<void> {
  const { count } = await transaction.bodyContact.deleteMany({ where: { partnershipId, id, ...columnsOf(of) } });
  if (count > 0) await recordAudit(transaction, { partnershipId, personId, action: "contact.remove", subjectKind: "contact", subjectId: id });
}
