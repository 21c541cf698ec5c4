// Names and addresses on their way out: who asked for them and what for, and the rows as they are read. Equality answers are
// under a key of their own, and never among them.
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, pool, type Database } from "#app/shared/db.server.ts";
import type { Consultation } from "./consultation.ts";
import { formats, minutesToTake, exportedPartsOf, purposes, type ContactsRequest } from "./contacts-request.ts";
import { walkResponses } from "./current-responses.store.server.ts";
import { exportRowMaker, type ExportedContact, type ExportedResponse, type ExportedVersion } from "./responses-export.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;

/** How many of the responses that count give a name, an organisation or an address. */
export async function countContacts(on: Database, { id, partnershipId }: Of): Promise<number> {
  const [row] = await on.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Response" response JOIN "ResponseContact" contact ON contact."responseId" = response.id
    WHERE response."consultationId" = ${id} AND response."partnershipId" = ${partnershipId} AND "withdrawnAt" IS NULL AND "excludedAt" IS NULL
      AND (name IS NOT NULL OR organisation IS NOT NULL OR email IS NOT NULL OR contact.answers <> '{}')`;
  return row?.count ?? 0;
}

/** Writes down who wants them and what for. */
export async function recordContactsRequest(on: Database, { id, partnershipId }: Of, personId: string, asked: ContactsRequest): Promise<void> {
  const { purpose, words, format, withAnswers } = asked;
  await recordAudit(on, {
    ...{ partnershipId, personId, action: "contacts.ask", subjectKind: "consultation", subjectId: id },
    facts: { purpose, format, withAnswers, ...(words !== null && { inWords: words }) },
  });
}

/** What this person said a moment ago; null where they said nothing, or long since. */
export async function findContactsRequest(on: Database, { id, partnershipId }: Of, personId: string, now: Date): Promise<ContactsRequest | null> {
  const since = new Date(now.getTime() - minutesToTake * 60_000);
  const asked = { partnershipId, personId, action: "contacts.ask", subjectKind: "consultation", subjectId: id, at: { gt: since } };
  const entry = await on.auditEntry.findFirst({ where: asked, orderBy: { id: "desc" } });
  const facts = (entry?.facts ?? {}) as Record<string, unknown>;
  const [purpose, format] = [purposes.find((one) => one === facts.purpose), formats.find((one) => one === facts.format)];
  if (!purpose || !format) return null;
  return { purpose, format, words: typeof facts.inWords === "string" ? facts.inWords : null, withAnswers: facts.withAnswers === true };
}

type ContactRow = ExportedContact & { responseId: string };

/** The rows in the order in which the responses came. */
export async function* contactRows({ id, partnershipId }: Of, versions: readonly ExportedVersion[], asked: ContactsRequest): AsyncGenerator<string[][]> {
  const rowOf = exportRowMaker(versions, exportedPartsOf(asked));
  for await (const run of walkResponses(pool(), id)) {
    const responses: ExportedResponse[] = [...run];
    const contacts: ContactRow[] = await db().$queryRaw`
      SELECT contact."responseId", contact.name, contact.organisation, contact.email, contact."confidentialityReason",
        contact.answers - ARRAY(SELECT "questionId" FROM "HeldAnswer" held WHERE held."responseId" = contact."responseId") AS answers
      FROM "ResponseContact" contact
      WHERE contact."partnershipId" = ${partnershipId} AND contact."responseId" = ANY(${responses.map((response) => response.id)})`;
    const byResponse = new Map(contacts.map((contact) => [contact.responseId, contact]));
    yield responses.map((response) => rowOf(response, byResponse.get(response.id)));
  }
}
